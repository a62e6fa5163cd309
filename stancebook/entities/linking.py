"""From names to entities: full names to surnames, acronyms to what they stand for, spellings to one spelling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from stancebook.entities.acronyms import explained
from stancebook.entities.gender import by_given_name, title_before
from stancebook.entities.mention import AMBIGUOUS, Mention, Named, entity_id
from stancebook.entities.spans import Name
from stancebook.gazetteer import Found
from stancebook.language.names import ARTICLE, HEADS, ORGANISATIONS, PARTICLES, is_common_word
from stancebook.spelling import ALIKE, fold

KNOWN, SEAT, UNKNOWN, SHORT, SPELLED, FIRST, SHARED, UNSURE = 1.0, 0.9, 0.89, 0.9, 0.7, 0.7, 0.5, 0.3
#: From here on the reader is so sure of a place or an organisation that nobody's surname is seen in it.
SURE = 0.85
#: Two spellings of one name differ as transliterations do: Lukashenka and Lukashenko, Mikhail and Mykhail.
SOUNDS = (
    *(("ie", "e"), ("iy", "i"), ("yy", "i"), ("ij", "i"), ("y", "i"), ("j", "i"), ("ck", "k"), ("q", "k"), ("c", "k")),
    *(("w", "v"), ("ou", "u"), ("oo", "u"), ("ph", "f"), ("gh", "g"), ("'", ""), ("’", ""), ("-", "")),
)
SHORTEST_SPELLED = 5


class Bearers(NamedTuple):
    """Who bears which name in this article, by words without accents."""

    #: By surname, those whom the article names in full.
    in_full: dict[str, dict[str, Named]]
    #: By any shorter form of it at the end of a full name; also those of the knowledge base, by surname.
    endings: dict[str, dict[str, Named]]
    #: By the beginning of a full name: "Xi", "Boris".
    beginnings: dict[str, dict[str, Named]]
    #: Organisations that the article names in full, by a beginning that holds a head: "Copperbelt Chamber".
    bodies: dict[str, dict[str, Named]]
    #: Organisations by the first word of their name: "Savanna" of "Savanna Cement".
    firsts: dict[str, dict[str, Named]]
    #: By how a surname sounds, those of other spelling.
    sounds: dict[str, dict[str, Named]]


def linked(
    known: list[Found], new: list[Name], entities: pd.DataFrame, text: str, paragraph_of: Callable[[int], int]
) -> list[Mention]:
    """Each name with its entity; ``entities`` are those of the knowledge base, by id."""
    new = _with_surnames(new, text)
    spellings: dict[str, str] = {}
    for name in new:
        spellings.setdefault(key(name.text), name.text)
    spelled = _alike(spellings) | _fuller([name.text for name in new if name.type == "PER"])
    people = _bearers(known, new, entities, spelled, text, paragraph_of)
    acronyms = explained(
        _in_full(known, new, entities, spelled, text, paragraph_of), {text[hit.start : hit.end] for hit in known}, text
    )
    new = sorted([*new, *_unseen(acronyms, [*known, *new], text)])
    kinds = _kinds(new)
    couples = _couples(new, people, text)
    return sorted(
        [_of_known(hit, entities, people, acronyms, text) for hit in known]
        + [
            _of_couple(name, text) if key(name.text) in couples else _of_new(name, people, acronyms, spelled, kinds, text)
            for name in new
        ]
    )


def _with_surnames(new: list[Name], text: str) -> list[Name]:
    """Names of which the first shares the surname of the second in full: "Ada and Ben Example"."""
    full = []
    for name, after in zip(new, [*new[1:], None]):
        shares = after is not None and name.type == after.type == "PER" and text[name.end : after.start] == " and "
        if shares and " " not in name.text and after.text.count(" ") == 1:
            name = name._replace(text=f"{name.text} {after.text.split()[1]}")
        full.append(name)
    return full


def _couples(new: list[Name], people: Bearers, text: str) -> set[str]:
    """Surnames that the article gives to a man and to a woman, neither of whom it names in full."""
    titles: dict[str, set[str]] = defaultdict(set)
    for name in new:
        if name.type == "PER" and " " not in name.text and key(name.text) not in people.endings:
            titles[key(name.text)].add(title_before(text, name.start))
    return {plain for plain, said in titles.items() if {"he", "she"} <= said}


def _of_couple(name: Name, text: str) -> Mention:
    span, title = (name.start, name.end), text[: name.start].split()[-1:]
    if not title_before(text, name.start):
        return _ambiguous(span, "PER", name.text, "name", [f"a Mr {name.text}", f"a Mrs {name.text}"])
    full = f"{title[0].rstrip('.')} {name.text}"
    reason = f"by the title another than the other {name.text} of the article"
    return Mention(*span, "PER", entity_id(full), full, "name", name.confidence, reason)


def _alike(spellings: dict[str, str]) -> dict[str, str]:
    """For each name without accents, the spelling that it is shown in: its first, or that of a name that sounds alike."""
    by_sound: dict[str, str] = {}
    shown = {}
    for plain, written in spellings.items():
        shown[plain] = by_sound.setdefault(_sound(plain), written) if len(plain) >= SHORTEST_SPELLED else written
    return shown


def _fuller(names: list[str]) -> dict[str, str]:
    """For people named now with and now without a middle name, by name, the form that comes first."""
    whole = {key(name): name for name in reversed(names) if " " in name}
    shown: dict[str, str] = {}
    for plain in sorted(whole, key=lambda plain: (-len(plain.split()), plain)):
        words = plain.split()
        for longer in whole:
            others = longer.split()
            if len(others) > len(words) and words[0] == others[0] and _is_part(words[1:], others[1:]):
                first = min((plain, longer), key=lambda one: names.index(whole[one]))
                shown[plain] = shown[longer] = shown.get(longer, whole[first])
                break
    return shown


def _is_part(words: list[str], others: list[str]) -> bool:
    """Whether ``words`` stand in ``others`` in this order, be it as initials."""
    rest = iter(others)
    return all(any(word in (other, f"{other[0]}.") for other in rest) for word in words)


def _sound(name: str) -> str:
    sound = name.lower()
    for written, spoken in SOUNDS:
        sound = sound.replace(written, spoken)
    sound = re.sub(r"(.)\1", r"\1", sound)
    return " ".join(re.sub(r"(?<=..)[aeo]$", "o", word) if len(word) > 5 else word for word in sound.split())


def _kinds(new: list[Name]) -> dict[str, str]:
    """The type of each name: that of which the reader is most sure over all its places."""
    sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in new:
        sums[key(name.text)][name.type] += name.confidence
    return {plain: max(types, key=types.get) for plain, types in sums.items()}


def _bearers(known, new, entities, spelled, text, paragraph_of) -> Bearers:
    bearers = Bearers(*(defaultdict(dict) for _ in Bearers._fields))
    for hit in known:
        if len(hit.entities) != 1:
            continue
        entity, written = hit.entities[0], text[hit.start : hit.end]
        full = str(entities.at[entity, "name"])
        named = Named(entity, full, hit.type, written, paragraph_of(hit.start), hit.start, str(entities.at[entity, "pronoun"]))
        if hit.type == "PER":
            for name in (written, full):
                _add(bearers.endings, surname(name), named)
            if " " in written:
                _add(bearers.in_full, surname(written), named)
                _add_forms(bearers, written, named)
        elif hit.type == "ORG" and " " in written:
            _add_body(bearers, written, named)
    for name in sorted(new, key=lambda name: -name.text.count(" ")):
        if " " not in name.text or name.type not in ("PER", "ORG", "MISC") or key(name.text) in bearers.endings:
            continue
        full = spelled[key(name.text)]
        named = Named(entity_id(full), full, name.type, name.text, paragraph_of(name.start), name.start, by_given_name(full))
        if name.type == "PER":
            _add(bearers.endings, surname(full), named)
            _add(bearers.sounds, _sound(surname(full)), named)
            _add(bearers.in_full, surname(full), named)
            _add_forms(bearers, name.text, named)
        else:
            _add_body(bearers, name.text, named)
    return bearers


def _add(table: dict[str, dict[str, Named]], key: str, named: Named) -> None:
    table[key].setdefault(named.entity, named)


def _add_forms(bearers: Bearers, full: str, named: Named) -> None:
    words = key(full).split()
    for first in range(1, len(words)):
        _add(bearers.beginnings, " ".join(words[:first]), named)
        for last in range(first + 1, len(words) + 1):
            part = words[first:last]
            if not set(part) <= set(PARTICLES) and part[-1] not in PARTICLES:
                _add(bearers.endings, " ".join(part), named)
        if ARTICLE.match(words[first]):
            _add(bearers.endings, words[first].split("-", 1)[1], named)


def _add_body(bearers: Bearers, full: str, named: Named) -> None:
    words = [word for word in full.split() if word not in ("the", "The")]
    for place in range(1, len(words)):
        beginning = words[:place]
        if beginning[-1][:1].isupper() and (HEADS if place > 1 else ORGANISATIONS).intersection(beginning):
            _add(bearers.bodies, key(" ".join(beginning)), named)
    if named.type == "ORG" and len(words) > 1 and not is_common_word(words[0]):
        _add(bearers.firsts, key(words[0]), named)


def head_noun(body: str) -> str:
    """The noun that heads an organisation's name: the Bank of Ghana is a Bank; empty where none shows."""
    words = re.split(r" of | for ", body)[0].split()
    return words[-1] if words and words[-1] in ORGANISATIONS else ""


def key(name: str) -> str:
    """A name as it is compared: without accents, capitals and kinds of apostrophe and hyphen."""
    return fold(name.translate(ALIKE)).casefold()


def surname(name: str) -> str:
    """The last word of a name, as it is compared."""
    return key(name.split()[-1])


def _of_known(hit: Found, entities: pd.DataFrame, people: Bearers, acronyms: dict, text: str) -> Mention:
    written, candidates = text[hit.start : hit.end], hit.entities
    span, reason = (hit.start, hit.end), f"“{written}” is {hit.line}"
    if written in acronyms and acronyms[written].entity not in candidates:
        # What the article itself explains an acronym as goes before what it means elsewhere.
        return _acronym(span, acronyms[written])
    if len(candidates) > 1:
        # The article's own full name decides between two of one surname.
        said = [named for entity, named in people.endings.get(key(written), {}).items() if entity in candidates]
        if len(said) == 1:
            candidates = (said[0].entity,)
            reason = f"of several that it may mean, the one named “{said[0].text}” in paragraph {said[0].paragraph}"
    if len(candidates) > 1:
        names = [str(entities.at[entity, "name"]) for entity in candidates]
        return _ambiguous(span, hit.type, written, hit.naming, names)
    row = entities.loc[candidates[0]]
    # A name of the knowledge base prevails, but less surely where the article names in full another who bears it.
    others = [named for entity, named in people.in_full.get(key(written), {}).items() if entity not in candidates]
    confidence = min(SHARED if others else SEAT if hit.naming == "metonym" else KNOWN, hit.sure)
    if others:
        reason += f"; less sure, for the article names “{others[0].text}” as well"
    return Mention(*span, row["type"], candidates[0], str(row["name"]), hit.naming, confidence, reason)


def _of_new(
    name: Name, people: Bearers, acronyms: dict[str, Named], spelled: dict[str, str], kinds: dict[str, str], text: str
) -> Mention:
    span, plain = (name.start, name.end), key(name.text)
    written = spelled.get(plain, name.text)
    # A word that the article has as a person's surname names no body, however sure the reader is.
    is_surname = name.type == "ORG" and any(named.start < name.start for named in people.in_full.get(plain, {}).values())
    if name.type in ("PER", "MISC") or name.confidence < SURE or is_surname:
        short = _shorter(span, name, people, title_before(text, name.start))
        if short:
            return short
    if name.text in acronyms:
        return _acronym(span, acronyms[name.text])
    kind = kinds.get(plain, name.type)
    body = _body(span, name, kind, people)
    if body:
        return body
    reason = _found_how(name, kind)
    if key(written) != plain:
        is_form = " " in plain and plain.split()[0] == key(written).split()[0]
        what, confidence = ("another form of", SHORT) if is_form else ("taken for a spelling of", SPELLED)
        return Mention(*span, kind, entity_id(written), written, "alias", confidence, f"{what} “{written}”")
    return Mention(*span, kind, entity_id(written), written, "name", min(name.confidence, UNKNOWN), reason)


def _found_how(name: Name, kind: str) -> str:
    words = {"PER": "a person", "ORG": "an organisation", "LOC": "a place", "NORP": "a people", "MISC": "another name"}
    return f"not in the knowledge base; read as {words[kind]} with confidence {name.confidence:.2f}"


def _shorter(span: tuple[int, int], name: Name, people: Bearers, title: str) -> Mention | None:
    """A part of a person's full name: the surname in this or another spelling, or the beginning of it."""
    plain = key(name.text)
    ends = {entity: named for entity, named in people.endings.get(plain, {}).items() if key(named.text) != plain}
    if title and len(ends) > 1:
        # "Mrs Boateng" is none of the men of that name.
        ends = {entity: named for entity, named in ends.items() if named.pronoun in ("", title)} or ends
    begins = people.beginnings.get(plain, {}) if name.type == "PER" and not ends else {}
    for bearers, confidence, what in ((ends, SHORT, ""), (begins, FIRST, "the beginning of ")):
        before = {entity: named for entity, named in bearers.items() if named.start < span[0]}
        meant = before if len(before) == 1 else bearers
        if len(meant) == 1:
            named = next(iter(meant.values()))
            reason = f"{what}the full name “{named.text}” in paragraph {named.paragraph}"
            if len(bearers) > 1:
                confidence, reason = confidence - 0.1, f"{reason}, the only one of that name before it"
            return Mention(*span, "PER", named.entity, named.name, "alias", confidence, reason)
        if len(bearers) > 1:
            return _ambiguous(span, "PER", name.text, "alias", [named.name for named in bearers.values()])
    alike = people.sounds.get(_sound(plain), {}) if len(plain) >= SHORTEST_SPELLED and not ends and not begins else {}
    if len(alike) == 1 and name.type == "PER":
        named = next(iter(alike.values()))
        reason = f"taken for a spelling of the surname in “{named.text}” in paragraph {named.paragraph}"
        return Mention(*span, "PER", named.entity, named.name, "alias", SPELLED, reason)
    return None


def _body(span: tuple[int, int], name: Name, kind: str, people: Bearers) -> Mention | None:
    bodies = dict(people.bodies.get(key(name.text), {}))
    if not bodies and kind != "LOC":
        firsts = people.firsts.get(key(name.text), {})
        bodies = firsts if len(firsts) == 1 and all(named.start < name.start for named in firsts.values()) else {}
    if len(bodies) == 1:
        named = next(iter(bodies.values()))
        reason = f"short for “{named.text}” in paragraph {named.paragraph}"
        return Mention(*span, named.type, named.entity, named.name, "alias", SHORT, reason)
    if len(bodies) > 1:
        return _ambiguous(span, "ORG", name.text, "alias", [named.name for named in bodies.values()])
    return None


def _ambiguous(span: tuple[int, int], kind: str, written: str, naming: str, names: list[str]) -> Mention:
    reason = f"may be {', '.join(names[:-1])} or {names[-1]}; nothing in the article decides"
    return Mention(*span, kind, entity_id(written, "ambiguous"), f"{written}{AMBIGUOUS}", naming, UNSURE, reason)


def _unseen(acronyms: dict[str, Named], seen: list[Found | Name], text: str) -> list[Name]:
    """Where an acronym stands that the article explains, though nothing took it for a name there."""
    taken = {place for one in seen for place in range(one.start, one.end)}
    return [
        Name(*match.span(), acronym, named.type, SHORT)
        for acronym, named in acronyms.items()
        for match in re.finditer(rf"\b{acronym}\b", text)
        if match.start() not in taken
    ]


def _in_full(known, new, entities, spelled, text, paragraph_of) -> list[Named]:
    """Every name that means one entity, as it stands in the text."""
    alone = [hit for hit in known if len(hit.entities) == 1]
    of_known = [(hit.entities[0], str(entities.at[hit.entities[0], "name"]), hit) for hit in alone]
    of_new = [(entity_id(spelled[key(name.text)]), spelled[key(name.text)], name) for name in new]
    return [
        Named(entity, full, at.type, text[at.start : at.end], paragraph_of(at.start), at.start)
        for entity, full, at in [*of_new, *of_known]
    ]


def _acronym(span: tuple[int, int], named: Named) -> Mention:
    reason = f"explained in paragraph {named.paragraph}: “{named.text}”"
    return Mention(*span, named.type, named.entity, named.name, "acronym", SHORT, reason)
