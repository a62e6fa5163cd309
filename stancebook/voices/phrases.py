"""Attribution without a reporting verb: “according to X”, “in X’s words”, “X’s claim that”, quotations by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from stancebook.lexicons import Lexicon
from stancebook.tokens import Sentence, Token, at
from stancebook.voices import complements
from stancebook.voices.complements import Content
from stancebook.voices.noun_phrases import FINITE, SPEAKERS_OF_THE_TEXT, Range, before, core_before, following, subject
from stancebook.voices.quotations import Quoted, is_quote, is_utterance
from stancebook.voices.verbs import Found, _around

#: Prepositions of attribution, before their source.
PREPOSITIONS = (("according", "to"), ("judging", "by"), ("judging", "from"), ("in", "the", "words", "of"))
#: What somebody’s words may be called: “in Lavrov’s view”, “by her own account”.
VIEWS = frozenset(
    "word words view views opinion account telling phrase judgement judgment estimation estimate estimates reckoning "
    "reading version formulation assessment admission eyes parlance".split()
)
#: Nouns of speech and thought with the verb that gives their alignment.
NOUNS = {
    "claim": "claim", "allegation": "allege", "assertion": "assert", "insistence": "insist", "boast": "boast",
    "contention": "contend", "pretence": "pretend", "pretense": "pretend", "lie": "lie", "charge": "charge",
    "statement": "state", "declaration": "declare", "announcement": "announce", "warning": "warn", "promise": "promise",
    "pledge": "promise", "vow": "vow", "threat": "threaten", "suggestion": "suggest", "argument": "argue",
    "belief": "believe", "fear": "fear", "hope": "hope", "suspicion": "suspect", "doubt": "doubt",
    "expectation": "expect", "prediction": "predict", "forecast": "forecast", "estimate": "estimate",
    "conclusion": "conclude", "admission": "admit", "acknowledgement": "acknowledge", "acknowledgment": "acknowledge",
    "confession": "confess", "confirmation": "confirm", "revelation": "reveal", "finding": "find", "remark": "remark",
    "observation": "observe", "comment": "comment", "complaint": "complain", "accusation": "accuse",
    "assurance": "assure", "reassurance": "reassure", "denial": "deny", "explanation": "explain", "demand": "demand",
    "proposal": "propose", "recommendation": "recommend", "reminder": "remind", "report": "report",
    "rumour": "speculate", "rumor": "speculate", "speculation": "speculate", "assumption": "assume", "view": "believe",
    "opinion": "believe", "conviction": "believe", "thesis": "argue", "dream": "hope", "message": "say", "line": "say",
    "word": "say", "answer": "answer", "reply": "reply", "verdict": "judge", "notion": "think", "worry": "worry",
    "concern": "worry",
}  # fmt: skip
#: Of these, what follows “of” or “about” is the matter: “warnings of war”. A fear of war is nobody’s statement.
OF_MATTER = frozenset({"warning", "accusation", "allegation", "prediction", "promise", "forecast", "dream", "claim"})
#: Of these, what follows “to” or “for … to” is the content: “a promise to leave”.
TO_MATTER = frozenset({"promise", "pledge", "vow", "threat", "demand", "dream", "claim"})
#: Verbs that make a noun of speech their subject’s own: “repeated the claim that”.
LIGHT = frozenset(
    "make issue repeat voice express offer give renew reiterate deliver sound hold take share float advance raise have "
    "publish release spread push peddle".split()
)
#: Set phrases that report as one verb would.
SET_PHRASES = (
    ("let", "it", "be", "known"), ("make", "it", "clear"), ("make", "clear"), ("take", "the", "view"),
    ("be", "of", "the", "opinion"), ("have", "it"), ("go", "on", "record"), ("leave", "no", "doubt"),
)  # fmt: skip
#: What comes before a name in quotation marks, which is no quotation.
NAMING = frozenset(
    "call name dub title entitle codename term know christen nickname headline operation exercise film book novel song "
    "play article essay manoeuvre maneuver drill programme program project word".split()
)
SCARE_WORDS = 8


def attributions(line: Sentence, lexicon: Lexicon) -> Iterator[Found]:
    """Every attribution of the line that a phrase or a noun makes."""
    for position, token in enumerate(line):
        if not is_quote(token):
            yield from _preposition(line, position)
            yield from _view(line, position)
            yield from _set_phrase(line, position)
            yield from _as_put(line, position)
            if token.lemma in NOUNS and token.tag.startswith("NN"):
                yield from _noun(line, position, _alignment(NOUNS[token.lemma], lexicon))


def _alignment(verb: str, lexicon: Lexicon) -> str:
    entries = [entry for entry in lexicon.by_first_word.get(verb, ()) if entry.category == "reporting verb"]
    return next((entry.subcategory for entry in entries if entry.words == (verb,)), "acknowledge")


def _matches(line: Sentence, position: int, phrase: tuple[str, ...]) -> bool:
    return all(word in at(line, position + n).keys for n, word in enumerate(phrase))


def _preposition(line: Sentence, position: int) -> Iterator[Found]:
    for phrase in PREPOSITIONS:
        if not _matches(line, position, phrase):
            continue
        source = following(line, position + len(phrase))
        if source is None or line[source[0]].form in SPEAKERS_OF_THE_TEXT:
            return
        if phrase[0] == "according" and at(line, source[0]).lemma in {"plan", "schedule"}:
            return
        yield from _adverbial(line, source, (position, position + len(phrase)), position, source[1])


def _adverbial(line: Sentence, source: Range, cue: Range, first: int, stop: int) -> Iterator[Found]:
    """The clause that a phrase of attribution, ``first`` to ``stop``, stands in."""
    # An apposition to the source belongs to neither: “according to Orlova, a historian, …”
    opens = first == 0 or at(line, first - 1).tag == "CC" or at(line, first - 1).text in {";", ":"}
    if opens:
        comma = next((far for far in range(stop, len(line)) if line[far].text == ","), -1)
        begin = comma + 1 if comma >= 0 else stop
        if comma >= 0 and not complements.clause_follows(line, begin) and not _any_finite(line, begin):
            begin = stop
        end = complements.clause_end(line, begin, at(line, cue[0]))
        if end > begin:
            yield Found(source, cue, Content(begin, end, end - begin == 1 and is_quote(line[begin])), "acknowledge")
        return
    left = first - (not at(line, first - 1).is_word)
    yield from _around(line, source, cue, left, stop, "acknowledge")


def _any_finite(line: Sentence, position: int) -> bool:
    return any(token.tag in FINITE or is_quote(token) for token in line[position:])


def _view(line: Sentence, position: int) -> Iterator[Found]:
    """“in Lavrov’s view”, “in the view of Lavrov”, “by his own account”."""
    if line[position].form not in {"in", "by"}:
        return
    ahead = range(position + 1, min(position + 8, len(line)))
    noun = next((place for place in ahead if line[place].form in VIEWS), -1)
    if noun < 0 or any(not line[place].is_word or line[place].tag in FINITE for place in range(position + 1, noun)):
        return
    possessor = at(line, position + 1)
    cue = (noun, noun + 1)
    mark = next((place for place in range(position + 1, noun) if line[place].tag == "POS"), -1)
    if possessor.tag == "PRP$" and possessor.form not in {"my", "our", "your", "its"}:
        yield from _adverbial(line, (position + 1, position + 2), cue, position, noun + 1)
    elif mark > 0 and core_before(line, mark) == position + 1:
        yield from _adverbial(line, (position + 1, mark), cue, position, noun + 1)
    elif at(line, noun + 1).form == "of" and possessor.form == "the" and line[noun].form != "words":
        source = following(line, noun + 2)
        if source:
            yield from _adverbial(line, source, cue, position, source[1])


def _set_phrase(line: Sentence, position: int) -> Iterator[Found]:
    for phrase in SET_PHRASES:
        if not _matches(line, position, phrase):
            continue
        stop = position + len(phrase)
        who = subject(line, position)
        that = next((place for place in range(stop, min(stop + 10, len(line))) if line[place].form == "that"), -1)
        if who is None or that < 0 or line[who.first].form in SPEAKERS_OF_THE_TEXT | {"it", "this"} and who.stop - who.first == 1:
            continue
        if any(token.tag in FINITE for token in line[stop:that]):
            continue
        end = complements.clause_end(line, that + 1, line[position])
        yield Found((who.first, who.stop), (position, stop), Content(that + 1, end), "acknowledge")
        return


def _as_put(line: Sentence, position: int) -> Iterator[Found]:
    """“as Lavrov put it”."""
    if line[position].lemma != "put" or at(line, position + 1).form != "it":
        return
    who = before(line, position)
    if who and at(line, who[0] - 1).form == "as" and line[who[0]].form not in SPEAKERS_OF_THE_TEXT | {"one"}:
        yield from _adverbial(line, who, (position, position + 2), who[0] - 1, position + 2)


def _noun(line: Sentence, position: int, alignment: str) -> Iterator[Found]:
    """“the Kremlin’s claim that …”, “warnings from analysts of …”, “the dreams of officials for … to …”."""
    noun = line[position].lemma
    source, owned = _holder(line, position)
    place = position + 1
    if at(line, place).form in {"by", "from", "among"} or noun == "dream" and at(line, place).form == "of":
        named = following(line, place + 1)
        if named and noun == "dream" and not _opens_matter(line, named[1], 8):
            named = None
        if named:
            source, owned, place = source or named, True, named[1]
    content = _matter(line, position, place, noun, owned)
    if content is None:
        return
    if source is None:
        source = _owner_by_verb(line, position)
    if source and line[source[0]].form in SPEAKERS_OF_THE_TEXT | {"my", "our", "your"}:
        return
    yield Found(source, (position, position + 1), content, alignment)


def _opens_matter(line: Sentence, position: int, within: int) -> bool:
    return any(token.form in {"for", "that"} for token in line[position : position + within])


def _matter(line: Sentence, noun_position: int, place: int, noun: str, owned: bool) -> Content | None:
    cue = line[noun_position]
    token, further = at(line, place), at(line, place + 1)
    if is_quote(further) and token.text in {":", ","} or is_quote(token) and noun not in {"word", "line", "view"}:
        first = place + (not is_quote(token))
        return Content(first, first + 1, True) if owned or token.text == ":" else None
    if token.form == "that" and further.is_word and further.tag not in FINITE | {"RB"} and noun not in {"line", "word", "answer"}:
        return _until_end(line, place + 1, cue)
    if noun == "dream":
        place = next((far for far in range(place, min(place + 8, len(line))) if line[far].form == "for"), place)
        return _until_end(line, place, cue) if owned and at(line, place).form == "for" else None
    if owned and noun in OF_MATTER and token.form in {"of", "about"}:
        return _until_end(line, place + 1, cue)
    if owned and noun in TO_MATTER and token.form == "to" and further.tag == "VB":
        return _until_end(line, place, cue)
    return None


def _until_end(line: Sentence, first: int, cue: Token) -> Content | None:
    """The content of a noun, which ends where the clause of the noun goes on: “the claim that he fled was false”."""
    stop = complements.clause_end(line, first, cue, dependent=True)
    seen = 0
    for place in range(first, stop):
        token = line[place]
        if token.tag in FINITE:
            seen += 1
            free = not any(between.form in complements.SUBORDINATORS | complements.COORDINATORS for between in line[first:place])
            if seen == 2 and free and place - first > 2:
                stop = place
                break
    return Content(first, stop) if stop > first else None


def _holder(line: Sentence, position: int) -> tuple[Range | None, bool]:
    """Whose claim: “the Kremlin’s claim”, “his claim”, “the Russian claim”."""
    start = core_before(line, position + 1)
    mark = next((place for place in range(position, start - 1, -1) if line[place].tag == "POS"), -1)
    if mark > start:
        return (start, mark), True
    if line[start].tag == "PRP$":
        return (start, start + 1), True
    adjective = at(line, position - 1)
    if position - 1 >= start and adjective.text[:1].isupper() and adjective.tag[:2] in {"JJ", "NN"} and position > 1:
        return (position - 1, position), True
    return None, False


def _owner_by_verb(line: Sentence, position: int) -> Range | None:
    """“He repeated the claim that”: the subject of a verb that makes the claim its own."""
    start = core_before(line, position + 1)
    verb = start - 1
    if at(line, verb).lemma in LIGHT and at(line, verb).tag.startswith("VB"):
        who = subject(line, verb)
        if who and line[who.first].tag not in {"EX", "DT"}:
            return who.first, who.stop
    return None


def bare_quotations(line: Sentence, taken: set[int]) -> Iterator[tuple[int, str]]:
    """The quotations of the line that nothing attributes, each with its kind; ``taken`` are those that something does."""
    for position, token in enumerate(line):
        if not isinstance(token, Quoted) or position in taken or _is_name(line, position):
            continue
        aloud = is_utterance(token) and (len(line) <= position + 2 and position == 0 or token.words > SCARE_WORDS)
        yield position, "direct" if aloud or token.words > SCARE_WORDS else "scare quote"


def _is_name(line: Sentence, position: int) -> bool:
    """Whether quotation marks hold a title or name: exercises called “Allied Resolve”."""
    token, previous = line[position], at(line, position - 1)
    words = [word for word in token.text.split() if word[:1].isalpha()]
    capitals = bool(words) and all(word[:1].isupper() for word in words if len(word) > 3) and words[0][:1].isupper()
    if not capitals:
        return False
    named = previous.lemma in NAMING or previous.form == "as" and at(line, position - 2).lemma == "know"
    return named or previous.tag.startswith("NN") and len(words) > 1 or previous.text == "(" or position == 0 and len(line) > 2


def introduced(line: Sentence, position: int) -> Found | None:
    """A quotation after a colon, in the mouth of the subject before it: The mayor was blunt: “…”."""
    if at(line, position - 1).text != ":":
        return None
    for place in range(position - 1):
        if line[place].tag in FINITE:
            who = subject(line, place)
            if who is None or line[who.first].form in SPEAKERS_OF_THE_TEXT | {"it", "this", "that", "there"}:
                return None
            noun = line[who.stop - 1]
            from stancebook.voices.verbs import is_person

            if not (noun.tag.startswith("NNP") or noun.form in {"he", "she", "they"} or is_person(noun)):
                return None
            return Found((who.first, who.stop), (place, place + 1), Content(position, position + 1, True), "acknowledge")
    return None
