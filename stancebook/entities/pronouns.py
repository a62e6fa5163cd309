"""Whom he, she, it and they mean, where the evidence is clear.

Each pronoun's candidates are the persons, bodies, places and nouns before it; a linear model ranks them and weighs the
best against all others and against nobody (mention ranking: Denis & Baldridge 2008; features after Lappin & Leass 1994
and Soon et al. 2001). A pronoun is linked where the best candidate has a name and is surer than the threshold of its
kind, which was chosen for precision. Nouns without a name take part, so that a pronoun for "the official" goes to
nobody in the table.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from stancebook.entities.mention import Mention
from stancebook.entities.referents import SUBJECTS, Referent, Word, clause_of, is_coordinated, referents, sentences
from stancebook.errors import DataError
from stancebook.language import Reading
from stancebook.paths import MODELS

DATA_FILES = ("data/models/pronouns.json", "data/models/pronouns-measured.json")
KINDS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
}
THIRD_PERSON = frozenset(KINDS)
#: Forms of a model of their own: a thing's possessive mostly has its owner in the clause.
POSSESSIVES = ("its", "their")


def model_of(form: str) -> str:
    """The model of a form: he and she share one, for they differ in nothing but gender."""
    return form if form in POSSESSIVES else {"he": "person", "she": "person"}.get(KINDS[form], KINDS[form])


#: How many sentences back a pronoun may reach.
REACH = 4


class Candidate(NamedTuple):
    """Something that a pronoun may mean, as it was last mentioned, and how often before."""

    last: Referent
    count: int
    features: dict[str, float]


class Link(NamedTuple):
    """A pronoun with its candidates, the best of which is ``best`` with the given probability; -1 is nobody."""

    word: Word
    kind: str
    candidates: list[Candidate]
    best: int
    probability: float


@lru_cache(maxsize=1)
def model() -> dict[str, dict]:
    """The weights and thresholds of each kind of pronoun."""
    try:
        return json.loads((MODELS / "pronouns.json").read_text(encoding="utf8"))
    except (OSError, ValueError) as error:
        raise DataError("data/models/pronouns.json cannot be read; fetch it again with git checkout.") from error


def links(
    reading: Reading,
    mentions: list[Mention],
    pronouns: dict[str, str],
    weights: dict | None = None,
    choose: Callable[..., tuple[int, float]] | None = None,
) -> list[Link]:
    """Every third-person pronoun of the reading with what it may mean; ``pronouns`` are those of the persons.

    ``weights`` replaces the model, and ``choose`` its choice: a function of kind, word, candidates and nobody's features.
    """
    lines = sentences(reading)
    paragraphs = reading.sentences["paragraph"].tolist()
    choose = choose or _chooser(weights if weights is not None else model())
    before: dict[str, list[Referent]] = {}
    waiting = list(referents(lines, mentions, pronouns))[::-1]
    taken = {mention.start for mention in mentions}
    found = []
    for number, line in enumerate(lines):
        for place, word in enumerate(line):
            kind = KINDS.get(word.form)
            while waiting and waiting[-1].start <= word.start and waiting[-1].sentence <= number:
                referent = waiting.pop()
                before.setdefault(referent.key, []).append(referent)
            if kind is None or word.part_of_speech != "PRON" or word.start in taken:
                continue
            candidates = _candidates(kind, place, number, lines, before, paragraphs)
            best, probability = choose(kind, word, candidates, nobody(kind, line, place))
            found.append(Link(word, kind, candidates, best, probability))
            if best >= 0:
                last = candidates[best].last
                before[last.key].append(
                    last._replace(
                        start=word.start, end=word.end, sentence=number, word=place, relation=word.relation,
                        quoted=word.quoted, pronoun=last.pronoun or (kind if kind in ("he", "she") else ""),
                    )
                )  # fmt: skip
    return found


def _chooser(weights: dict) -> Callable[..., tuple[int, float]]:
    return lambda kind, word, candidates, none: ranked(candidates, none, weights[model_of(word.form)]["weights"])


def ranked(candidates: list[Candidate], none: dict[str, float], weights: dict[str, float]) -> tuple[int, float]:
    """The likeliest candidate and its probability, beside all others and nobody (-1)."""
    scores = np.array([_score(one.features, weights) for one in candidates] + [_score(none, weights)])
    chances = np.exp(scores - scores.max())
    chances /= chances.sum()
    best = int(chances.argmax())
    return (best if best < len(candidates) else -1), float(chances[best])


def _score(features: dict[str, float], weights: dict[str, float]) -> float:
    return sum(value * weights.get(name, 0.0) for name, value in features.items())


def _candidates(kind, place, number, lines, before, paragraphs) -> list[Candidate]:
    line, found = lines[number], []
    for places in before.values():
        last = places[-1]
        if number - last.sentence > REACH or not _fits(kind, last):
            continue
        if last.sentence == number and _is_barred(line, place, last):
            continue
        features = _features(kind, place, number, lines, places, paragraphs)
        found.append(Candidate(last, len(places), features))
    found.sort(key=lambda one: -one.last.start)
    for rank, one in enumerate(found):
        one.features["rank"] = min(rank, 5)
        one.features["first"] = float(rank == 0)
    agreeing = sum(one.features.get("pronoun agrees", 0) for one in found)
    for one in found:
        one.features["only that agrees"] = float(agreeing == 1 and one.features.get("pronoun agrees", 0))
        one.features["only one"] = float(len(found) == 1)
    return found


def _fits(kind: str, last: Referent) -> bool:
    if kind in ("he", "she"):
        is_person = last.kind in ("PER", "person") and not last.plural
        return is_person and last.pronoun in ("", kind)
    if kind == "it":
        return last.kind in ("ORG", "LOC", "MISC", "thing") and not last.plural
    return last.kind in ("ORG", "NORP", "LOC", "person", "thing") and (last.plural or last.kind in ("ORG", "NORP", "LOC"))


def _is_barred(line: list[Word], place: int, last: Referent) -> bool:
    """Whether grammar forbids it: subject and object of one verb are two, unless a -self says that they are one."""
    word = line[place]
    if last.word == place or word.form.endswith(("self", "selves")):
        return False
    if word.head == last.word and word.relation.startswith("nmod:poss"):
        return True  # "her" in "her minister" is not the minister
    same = clause_of(line, place) == clause_of(line, last.word)
    return same and word.relation in ("obj", "iobj") and last.relation in SUBJECTS


def _features(kind, place, number, lines, places, paragraphs) -> dict[str, float]:
    line, last = lines[number], places[-1]
    word = line[place]
    distance = number - last.sentence
    subject = last.relation in SUBJECTS
    recent = [one for one in places if number - one.sentence <= 2]
    their = lines[last.sentence]
    return {
        f"sentences back {distance}": 1.0,
        "same paragraph": float(paragraphs[last.sentence] == paragraphs[number]),
        "subject": float(subject),
        "subject and subject": float(subject and word.relation in SUBJECTS),
        "object": float(last.relation in ("obj", "iobj")),
        "possessor": float(last.relation.startswith("nmod:poss")),
        "deeper": float(last.relation.startswith(("nmod", "inside", "compound"))),
        "opens its sentence": float(last.word <= 2),
        "subject of the root": float(subject and their[last.word].head >= 0 and their[their[last.word].head].relation == "root"),
        "same clause": float(distance == 0 and clause_of(line, place) == clause_of(line, last.word)),
        "possessive in the clause of its subject": float(
            distance == 0 and subject and word.relation.startswith("nmod:poss")
            and clause_of(line, place) == clause_of(line, last.word)
        ),
        "subject before, same sentence": float(distance == 0 and subject),
        "subject before, last sentence": float(distance == 1 and subject),
        "named": float(last.named),
        f"kind {last.kind}": 1.0,
        "pronoun agrees": float(last.pronoun == kind),
        "last by a pronoun": float(last.end - last.start <= 10 and their[last.word].form in KINDS),
        "same pronoun": float(KINDS.get(their[last.word].form) == kind),
        "times": float(np.log(len(recent) + 1)),
        "times in all": float(np.log(len(places))),
        "in a list": float(is_coordinated(their, last.word)),
        "both quoted": float(last.quoted and word.quoted),
        "only it quoted": float(word.quoted and not last.quoted),
        "only the other quoted": float(last.quoted and not word.quoted),
        "quoted, and the speaker": float(word.quoted and not last.quoted and subject and distance == 0),
        "reflexive": float(word.form.endswith(("self", "selves")) and distance == 0 and subject),
    }  # fmt: skip


#: What makes a clause of which "it" is no thing: it seems that, it is clear that.
EMPTY_VERBS = frozenset("seem appear happen turn rain snow follow matter take".split())


def nobody(kind: str, line: list[Word], place: int) -> dict[str, float]:
    """What speaks for a pronoun that means nobody named before."""
    word = line[place]
    head = line[word.head] if word.head >= 0 else word
    clause = [other for other in line if other.head == word.head]
    return {
        "nobody": 1.0,
        f"nobody {word.form}": 1.0,
        "nobody, expletive": float(word.relation == "expl"),
        "nobody, empty verb": float(kind == "it" and head.lemma in EMPTY_VERBS),
        "nobody, a clause follows": float(
            kind == "it" and any(other.relation in ("csubj", "ccomp", "advcl") for other in clause)
        ),
        "nobody, adjective": float(kind == "it" and head.part_of_speech == "ADJ"),
        "nobody, object": float(word.relation in ("obj", "iobj")),
        "nobody, quoted": float(word.quoted),
    }  # fmt: skip


def figures() -> list[dict]:
    """What was measured (``python -m benchmarks.pronouns``), by form: n, linked, precision, low, high, coverage."""
    try:
        rows = json.loads((MODELS / "pronouns-measured.json").read_text(encoding="utf8"))
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        raise DataError("data/models/pronouns-measured.json is damaged; fetch it again with git checkout.") from error
    return [
        {"form": form, **{name: row[name] for name in ("n", "linked", "precision", "coverage")},
         "low": (row["interval"] or [None, None])[0], "high": (row["interval"] or [None, None])[1]}
        for form, row in rows.items()
    ]  # fmt: skip


def threshold(form: str) -> float:
    """How sure a link of this form must be."""
    return model()[model_of(form)]["threshold"]


def because(link: Link) -> str:
    """Why a pronoun is linked as it is, in words."""
    best = link.candidates[link.best]
    named = [one for one in link.candidates if one.last.named and one.last.kind == "PER"]
    what = {"he": "man", "she": "woman"}.get(link.kind, "candidate")
    if len(link.candidates) == 1:
        return f"“{link.word.form}”: the only {what} mentioned shortly before"
    only = link.kind in ("he", "she") and best.last.kind == "PER" and len(named) == 1
    how = f"the only {what} named" if only else f"the likeliest of {len(link.candidates)} mentioned"
    subject = ", subject of its clause" if best.last.relation in SUBJECTS else ""
    return f"“{link.word.form}”: {how} shortly before{subject}"
