"""Reporting verbs at work: who says what, by which verb, in the active and the passive voice, before and after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stancebook.lexicons import Lexicon
from stancebook.tokens import NEGATIONS, Sentence, Token, at
from stancebook.voices import complements
from stancebook.voices.complements import CHARACTERIZING, Content
from stancebook.voices.noun_phrases import (
    FINITE,
    SPEAKERS_OF_THE_TEXT,
    SUBORDINATORS,
    Range,
    Subject,
    following,
    group,
    head,
    subject,
)
from stancebook.voices.quotations import is_quote

#: Verbs that report with an object rather than a clause, or beside a quotation; all acknowledge.
FURTHER_VERBS = frozenset(
    "call consider deem regard label dub denounce hail voice put pledge quip tweet retort concur fault characterize "
    "pronounce muse wonder guess allow countenance counter continue conclude caution snap sigh begin".split()
)
#: Verbs by which a thing shows a fact: with a thing as their subject they are the author’s own inference.
SHOWING = frozenset(
    "show prove demonstrate find illustrate highlight underline underscore suggest imply indicate reveal expose confirm "
    "signal document establish identify determine convey remind express hint threaten promise teach".split()
)
#: Verbs of thought, which a negation leaves a view: “does not believe that”.
THINKING = frozenset("believe think expect doubt suspect fear hope worry feel agree accept consider deny reckon".split())
#: “is said to be rich”: hearsay, with nobody named.
HEARSAY = frozenset("say report believe think allege rumour rumor claim suppose understand estimate reckon hold accuse".split())
#: Modals under which nothing has been said: “he could say that”.
UNREAL = frozenset("could would should might may can must will shall ought 'd 'll".split())
GENERIC = frozenset("some many critics others sceptics skeptics opponents observers analysts cynics pessimists optimists".split())
NO_SOURCES = SPEAKERS_OF_THE_TEXT | frozenset("nobody none nothing anyone anybody anything neither there one".split())
IMPERSONAL = frozenset("it this that these those which what all everything".split())
#: Verbs that may stand beside the words they report: “The war, he says, is over.”
BESIDE = frozenset(
    "say think believe argue claim warn add insist explain suggest note admit write report tell predict conclude recall "
    "reckon maintain contend allege assert declare announce state remark observe reply respond answer complain fear hope "
    "suspect point concede acknowledge joke boast estimate ask wonder continue assure promise vow know hear stress hint "
    "repeat confess lament speculate imagine guess suppose agree caution emphasize guess quip counter retort".split()
)
DOCUMENTS = frozenset(
    "report study survey poll polls letter statement paper article document analysis investigation inquiry memo book "
    "editorial assessment communique review audit manual website newspaper magazine daily agency outlet broadcaster "
    "transcript text law ruling verdict court treaty draft memorandum".split()
)


class Cue(NamedTuple):
    """A reporting verb in a line: first token, the one past the last, its lemma and its alignment."""

    first: int
    stop: int
    lemma: str
    alignment: str


class Found(NamedTuple):
    """An attribution in a line, in tokens; ``source`` is None where nobody is named."""

    source: Range | None
    cue: Range
    content: Content
    alignment: str


def cues(line: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    """The reporting verbs of a line, whatever they do here; of two that begin alike, the longer."""
    for first, token in enumerate(line):
        if is_quote(token) or not _may_be_verb(line, first, lexicon):
            continue
        forms = token.keys | {lexicon.verbs.get(token.form, token.form)}
        entries = [
            entry
            for key in forms
            for entry in lexicon.by_first_word.get(key, ())
            if entry.category == "reporting verb"
            and all(word in at(line, first + n).keys for n, word in enumerate(entry.words) if n)
        ]
        if entries:
            entry = max(entries, key=lambda entry: (len(entry.words), entry.words[0] != token.form))
            lemma = token.lemma if entry.words[0] == token.form else entry.words[0]
            yield Cue(first, first + len(entry.words), lemma, entry.subcategory)
        elif forms & FURTHER_VERBS:
            yield Cue(first, first + 1, min(forms & FURTHER_VERBS), "acknowledge")


def _may_be_verb(line: Sentence, position: int, lexicon: Lexicon) -> bool:
    token = line[position]
    if token.tag.startswith("VB"):
        return True
    # A past form that was taken for another word stays a verb where a clause or a quotation follows.
    misread = lexicon.verbs.get(token.form) in lexicon.reporting and token.form.endswith("ed") and token.tag[:2] in {
        "IN", "JJ", "NN", "RB"
    }  # fmt: skip
    ahead = [after.form for after in line[position + 1 : position + 5]]
    return misread and ("that" in ahead or is_quote(at(line, position + 1)))


def attributions(line: Sentence, lexicon: Lexicon) -> Iterator[Found]:
    """Every attribution that a verb of the line makes."""
    for cue in cues(line, lexicon):
        if at(line, cue.first).tag == "VBN" and _is_passive(line, cue.first):
            yield from _passive(line, cue)
        else:
            yield from _active(line, cue)


def _is_passive(line: Sentence, verb: int) -> bool:
    before = [token for token in group(line, verb) if token.tag.startswith("VB")]
    return bool(before) and before[-1].lemma == "be" or at(line, verb - 1).lemma == "be" and not before


def _active(line: Sentence, cue: Cue) -> Iterator[Found]:
    verb, token = cue.first, line[cue.first]
    as_quoted = _quoted_as_saying(line, cue)
    if as_quoted:
        yield as_quoted
        return
    inverted = _inverted(line, cue)
    if inverted:
        yield from inverted
        return
    who = subject(line, verb)
    if who is None or not _may_speak(line, who, cue) or _is_unsaid(line, who, cue):
        return
    if token.tag in {"VBN", "VB", "VBG"} and not _is_finite(line, verb):
        # Without an auxiliary, only a clause or a quotation shows that something is said.
        ahead = {after.form for after in line[cue.stop : cue.stop + 9]}
        if not ahead & {"that", "whether", "to"} and not is_quote(at(line, cue.stop)) and not complements.clause_follows(line, cue.stop):
            return
    source = (who.first, who.stop)
    contents = complements.right(line, verb, cue.stop, cue.lemma, dependent=_is_dependent(line, who, verb))
    if contents and not _is_needless(line, who, cue, contents):
        for content in contents:
            yield Found(source, (cue.first, cue.stop), content, cue.alignment)
        if contents[0].direct:
            yield from _before(line, source, who.first, cue, quotes_only=True)
        return
    yield from _before(line, source, who.first, cue)


def _is_finite(line: Sentence, verb: int) -> bool:
    before = [token for token in group(line, verb) if token.tag.startswith(("VB", "MD"))]
    return bool(before) or line[verb].tag in FINITE


def _may_speak(line: Sentence, who: Subject, cue: Cue) -> bool:
    """Whether the subject can be a source: neither the author nor the reader, nor a thing that shows something."""
    first, noun = line[who.first], line[head(line, who.first, who.stop)]
    if who.stop - who.first == 1 and first.form in NO_SOURCES or first.form in {"neither", "no", "nobody"}:
        return False
    if first.form in IMPERSONAL and who.stop - who.first == 1 and first.form != "it":
        return False
    if noun.form in {"fact", "facts", "truth", "reason", "point", "question", "answer", "problem", "thing", "way", "idea"}:
        return False
    if cue.lemma in SHOWING:
        capital = noun.tag.startswith("NNP") or noun.text[:1].isupper() and who.first > 0
        person = noun.form in {"he", "she", "they"} or is_person(noun)
        return capital or person or noun.lemma in DOCUMENTS
    return True


def is_person(noun: Token) -> bool:
    """Whether a common noun names people, by its ending or because it is one of the usual ones."""
    from stancebook.voices.people import PEOPLE

    lemma = noun.lemma
    ending = lemma.endswith(("ist", "ian", "man", "men", "woman", "women", "person", "eer", "ologist"))
    return lemma in PEOPLE or noun.form in PEOPLE or ending and len(lemma) > 4


def _is_unsaid(line: Sentence, who: Subject, cue: Cue) -> bool:
    """Whether nothing was said: “did not say that”, “could say that”, not “some would say that”."""
    before = group(line, cue.first)
    negated = any(token.form in NEGATIONS or token.form in {"hardly", "never"} for token in before)
    if negated and cue.lemma not in THINKING:
        return True
    unreal = any(token.form in UNREAL and token.tag == "MD" for token in before)
    return unreal and line[head(line, who.first, who.stop)].form not in GENERIC


def _is_dependent(line: Sentence, who: Subject, verb: int) -> bool:
    """Whether the verb stands in a clause that the rest of its sentence goes on after."""
    opener = who.opener
    if who.relative or opener.form == "what":
        return True
    if opener.form in SUBORDINATORS - {"that", "while", "whereas"}:
        return True
    # “who, officials say, …”: a comma before the subject, and a finite verb before it that still wants its rest.
    return False


def _is_needless(line: Sentence, who: Subject, cue: Cue, contents: list[Content]) -> bool:
    """Whether what was found is no content: what some verbs do to somebody is no report of words."""
    content = contents[0]
    return content.stop <= content.first


def _inverted(line: Sentence, cue: Cue) -> list[Found]:
    """“…,” said the mayor. The war is over, said the mayor."""
    before = at(line, cue.first - 1)
    if not (is_quote(before) or before.text == ",") or line[cue.first].tag not in {"VBZ", "VBD", "VBP", "VBN"}:
        return []
    if cue.lemma not in BESIDE | FURTHER_VERBS and not is_quote(before):
        return []
    who = following(line, cue.stop)
    if who is None or line[who[0]].form in SPEAKERS_OF_THE_TEXT | {"it", "there", "that", "this"}:
        return []
    after = at(line, who[1])
    if after.tag in FINITE or after.form in {"that", "to", "as"} and not is_quote(before):
        return []
    if not is_quote(before) and (after.is_word and after.tag not in {"IN", "WP", "NN", "NNP"} or _is_object(line, who)):
        return []
    return list(_before(line, who, cue.first, cue, resume=who[1]))


def _is_object(line: Sentence, who: Range) -> bool:
    """Whether what follows the verb is what it is about, not who speaks: “…, said nothing”."""
    noun = line[head(line, *who)]
    return not (noun.tag.startswith(("NNP", "PRP")) or is_person(noun) or noun.lemma in DOCUMENTS)


def _before(
    line: Sentence, source: Range, front: int, cue: Cue, *, resume: int = -1, quotes_only: bool = False
) -> Iterator[Found]:
    """What stands before “…, he said” and, where the sentence goes on, after it."""
    place = front - 1
    as_clause = at(line, place).form == "as"
    place -= as_clause
    comma = at(line, place).text in {",", "—", "–"}
    quoted = at(line, place - comma) if place - comma >= 0 else at(line, -1)
    resume = resume if resume >= 0 else cue.stop
    cue_range = (cue.first, cue.stop)
    if is_quote(quoted):
        yield Found(source, cue_range, Content(place - comma, place - comma + 1, True), cue.alignment)
        rest = next((far for far in range(resume, len(line)) if is_quote(line[far])), -1)
        if rest >= 0 and _is_pause(line[rest - 1]) and not quotes_only:
            yield Found(source, cue_range, Content(rest, rest + 1, True), cue.alignment)
        return
    if quotes_only or cue.lemma not in BESIDE:
        return
    opens = as_clause and place < 0
    if not (comma or opens or as_clause):
        return
    if cue.lemma in {"know", "hear", "continue", "repeat", "express"} and not as_clause:
        return
    yield from _around(line, source, cue_range, place + (not comma), resume, cue.alignment)


def _is_pause(token: Token) -> bool:
    return token.text in {",", ".", ":", ";", "—", "–", "?", "!"}


def _around(
    line: Sentence, source: Range | None, cue: Range, stop: int, resume: int, alignment: str
) -> Iterator[Found]:
    """The reported clause of a parenthesis that ends its left part before ``stop`` and resumes after ``resume``."""
    comma = next((far for far in range(resume, min(resume + 8, len(line))) if not line[far].is_word), len(line))
    goes_on = at(line, comma).text in {",", "—", "–"} and comma + 1 < len(line)
    right = (comma + 1, complements.clause_end(line, comma + 1, at(line, cue[0]))) if goes_on else (stop, stop)
    continues = goes_on and at(line, right[0]).form in {"of", "to", "in", "by"} and stop > 0
    start = complements.phrase_start(line, stop) if continues else complements.clause_start(line, stop)
    pieces = [(start, stop), right]
    longest = max(piece_end - piece_start for piece_start, piece_end in pieces)
    for first, end in pieces:
        words = sum(token.is_word for token in line[first:end])
        if words and (words >= 3 or end - first == longest):
            inner = [token for token in line[first:end] if token.is_word]
            yield Found(source, cue, Content(first, end, len(inner) == 1 and is_quote(inner[0])), alignment)


def _passive(line: Sentence, cue: Cue) -> Iterator[Found]:
    """“is said to be rich”, “it was reported that”, “we are told”, “was described by aides as”."""
    verb, stop = cue.first, cue.stop
    if any(token.form in NEGATIONS or token.tag == "MD" for token in group(line, verb)):
        return
    by = following(line, stop + 1) if at(line, stop).form == "by" else None
    after = by[1] if by else stop
    who = subject(line, verb)
    source = by
    cue_range = (verb, stop)
    if at(line, after).form == "to" and at(line, after + 1).tag == "VB" and cue.lemma in HEARSAY:
        yield Found(source, cue_range, Content(after + 1, complements.clause_end(line, after + 1, line[verb])), cue.alignment)
    elif at(line, after).form == "that" and (by or cue.lemma in HEARSAY or cue.lemma in complements.ADDRESSING or _is_it(line, who)):
        yield Found(source, cue_range, Content(after + 1, complements.clause_end(line, after + 1, line[verb])), cue.alignment)
    elif at(line, after).form in CHARACTERIZING.get(cue.lemma, ()) and (by or cue.lemma == "accuse"):
        yield Found(source, cue_range, Content(after + 1, complements.clause_end(line, after + 1, line[verb])), cue.alignment)
    elif cue.lemma in {"tell", "inform", "assure"} and who and at(line, who.first - 1).text == "," and not at(line, after).is_word:
        yield from _around(line, source, cue_range, who.first - 1, after, cue.alignment)
    elif cue.lemma in {"quote", "cite"} and at(line, after).form == "as" and at(line, after + 1).tag == "VBG" and who:
        yield from _as_saying(line, (who.first, who.stop), cue, after)


def _is_it(line: Sentence, who: Subject | None) -> bool:
    return who is not None and line[who.first].form == "it"


def _quoted_as_saying(line: Sentence, cue: Cue) -> Found | None:
    """“quoted an official as saying that …”: the source is the one quoted."""
    if cue.lemma not in {"quote", "cite"}:
        return None
    who = following(line, cue.stop)
    if who is None or at(line, who[1]).form != "as" or at(line, who[1] + 1).tag != "VBG":
        return None
    return next(_as_saying(line, who, cue, who[1]), None)


def _as_saying(line: Sentence, source: Range, cue: Cue, position: int) -> Iterator[Found]:
    saying = position + 1
    for content in complements.right(line, saying, saying + 1, at(line, saying).lemma):
        yield Found(source, (saying, saying + 1), content, cue.alignment)
