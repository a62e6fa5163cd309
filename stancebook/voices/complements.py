"""What a verb of speech or thought reports: the words of its content, to its right, or to its left."""

from __future__ import annotations

from typing import NamedTuple

from stancebook.voices.noun_phrases import DASHES, FINITE, SUBORDINATORS, Range, core_before, following, is_date
from stancebook.voices.quotations import is_quote
from stancebook.tokens import CONTENT_WORDS, NEGATIONS, Sentence, Token, at

#: Verbs with a hearer before their content: “told reporters that”.
ADDRESSING = frozenset(
    "tell inform assure reassure warn remind brief advise notify persuade convince promise show ask caution urge bet "
    "teach instruct alert counsel".split()
)
#: Verbs that bid: “urged Russia to pull back”.
BIDDING = frozenset("urge ask tell order advise beg warn implore press instruct request remind caution beseech".split())
#: Verbs that commit their subject: “threatened to leave”. “Offered to”, “agreed to” are deeds rather than words.
COMMITTING = frozenset("promise vow threaten pledge swear pretend claim profess purport".split())
#: Verbs that say of something what it is, with the word between the two.
CHARACTERIZING = {
    "describe": ("as",), "portray": ("as",), "depict": ("as",), "dismiss": ("as",), "brand": ("as", ""),
    "regard": ("as",), "denounce": ("as",), "hail": ("as",), "condemn": ("as",), "criticize": ("as", "for"),
    "characterize": ("as",), "present": ("as",), "label": ("as", ""), "call": ("",), "deem": ("",), "consider": ("",),
    "dub": ("",), "accuse": ("of",), "blame": ("for",), "praise": ("for", "as"), "fault": ("for",), "declare": ("",),
    "pronounce": ("",), "proclaim": ("",), "suspect": ("of",),
}  # fmt: skip
#: Verbs whose matter follows a preposition: “warned of”.
MATTERS = {
    "warn": ("of", "about", "against"), "complain": ("of", "about"), "boast": ("of", "about"), "lie": ("about",),
    "speak": ("of", "about"), "talk": ("of", "about"), "joke": ("about",), "lament": ("over",), "call": ("for",),
    "appeal": ("for",), "caution": ("against", "about"), "hint": ("at",), "fantasize": ("about",), "plead": ("for",),
    "speculate": ("about",), "rave": ("about",), "dream": ("of",), "protest": ("against",),
}  # fmt: skip
#: Verbs of mere talk, which report something only where they give a figure: “has spoken about 30,000 troops”.
TALKING = frozenset({"speak", "talk"})
#: Verbs that put a number or a feeling into words.
FIGURING = frozenset("estimate expect predict forecast project anticipate reckon suggest report cite".split())
VOICING = frozenset({"voice", "express", "urge", "signal"})
#: Verbs that take no bare clause, so that what follows without “that” is their object.
NO_BARE_CLAUSE = frozenset(
    "describe portray depict dismiss brand accuse blame praise thank criticize condemn discuss cite quote identify speak "
    "talk urge offer express order threaten apologize document expose highlight underline underscore illustrate deceive "
    "mislead feign fabricate call consider label dub voice demand convey request shout joke appeal express regard deem "
    "denounce hail certify establish judge plead put".split()
)
COORDINATORS = frozenset({"but", "and", "or", "nor", "yet", "so"})
CONTRASTS = frozenset({"while", "whereas", "although", "though", "as"})
WHETHER = frozenset({"whether", "if"})


class Content(NamedTuple):
    """Reported words: first token, the one past the last, and whether they are a quotation."""

    first: int
    stop: int
    direct: bool = False


def right(line: Sentence, verb: int, stop: int, lemma: str, *, dependent: bool = False) -> list[Content]:
    """What the verb at ``verb``, whose cue ends before ``stop``, reports to its right; empty where nothing is found.

    ``dependent`` says that the verb stands in a clause that the rest of the sentence goes on after.
    """
    position = _past_adverbs(line, stop)
    quoted = _quoted(line, position)
    if quoted:
        return quoted
    for way in (_clause, _infinitive, _characterized, _matter, _bidden, _figure):
        found = way(line, verb, position, lemma, dependent)
        if found:
            first, end = _after_colon(line, *found)
            if end > first:
                inner = [token for token in line[first:end] if token.is_word]
                direct = len(inner) == 1 and is_quote(inner[0])
                return [Content(first, end, direct)] if inner else []
    return []


def _past_adverbs(line: Sentence, position: int) -> int:
    while at(line, position).tag.startswith("RB") and at(line, position).form not in NEGATIONS:
        position += 1
    return position


def _quoted(line: Sentence, position: int) -> list[Content]:
    """The quotations that follow straight, after a comma or a colon, or after the hearer."""
    start = position
    if at(line, start).tag == "PRP" and at(line, start + 1).text in {",", ":"}:
        start += 1
    if at(line, start).text in {",", ":"}:
        start += 1
    if not is_quote(at(line, start)):
        hearer = following(line, position)
        start = hearer[1] + 1 if hearer and at(line, hearer[1]).text in {",", ":"} else -1
        if start < 0 or not is_quote(at(line, start)):
            return []
    found = []
    while is_quote(at(line, start)):
        found.append(Content(start, start + 1, True))
        start += 2 if at(line, start + 1).form in {"and", "or", ","} and is_quote(at(line, start + 2)) else 1
    return found


def _after_colon(line: Sentence, first: int, stop: int) -> Range:
    """“said what all had waited for: the war was over”: the content is what follows the colon."""
    colon = next((place for place in range(first, stop) if line[place].text == ":"), -1)
    announced = at(line, first).form in {"what", "this"} and 0 < colon < stop - 1
    return (colon + 1, stop) if announced else (first, stop)


def _clause(line: Sentence, verb: int, position: int, lemma: str, dependent: bool) -> Range | None:
    first = _clause_start(line, position, lemma)
    if first is None:
        return None
    return first, clause_end(line, first, line[verb], dependent=dependent)


def _clause_start(line: Sentence, position: int, lemma: str) -> int | None:
    token, further = at(line, position), at(line, position + 1)
    if lemma in TALKING:
        return None
    if token.form == "that" and further.is_word:
        return position if further.tag in FINITE else position + 1
    if token.form in CONTENT_WORDS | WHETHER and further.is_word and (token.form != "if" or lemma in {"ask", "wonder"}):
        # “asked when pressed” gives a time; a clause has a verb of its own.
        return position if _finite_ahead(line, position + 1) else None
    hearer = following(line, position) if lemma in ADDRESSING else None
    if hearer:
        after = _past_adverbs(line, hearer[1])
        if at(line, after).form == "that" or at(line, after).form in CONTENT_WORDS | WHETHER:
            return after + 1 if at(line, after).form == "that" else after
        if clause_follows(line, after):
            return after
    start = _past_circumstances(line, position, lemma)
    if start is not None:
        return start + 1 if at(line, start).form == "that" else start
    if lemma not in NO_BARE_CLAUSE and clause_follows(line, position):
        return position
    return None


def _past_circumstances(line: Sentence, position: int, lemma: str) -> int | None:
    """Where “that” or “whether” stands after when, where and to whom: “said on 3 February that”."""
    leads = at(line, position)
    addressed = lemma in ADDRESSING and leads.tag[:2] in {"PR", "NN", "DT", "JJ", "CD"}
    circumstance = leads.tag in {"IN", "TO", "RB", "RBR", "JJR"} or is_date(leads) or leads.form in {"last", "this", "next"}
    paired = leads.text == ","
    if not (addressed or circumstance or paired) or leads.form in SUBORDINATORS:
        return None
    inside_relative = False
    for place in range(position, min(position + 14, len(line))):
        token = line[place]
        opens = token.form == "that" and at(line, place + 1).tag not in FINITE or token.form in CONTENT_WORDS | WHETHER
        if opens and token.form not in {"who", "where", "when", "if"}:
            return place
        if token.form == "who":
            inside_relative = True
        elif token.tag in FINITE and not inside_relative or not token.is_word and not (token.text == "," and paired):
            return None
    return None


def clause_follows(line: Sentence, position: int) -> bool:
    """Whether a subject with its finite verb begins at ``position``: “said the aim was …”."""
    place, subject_seen, verbs_to_skip = position, False, 0
    while place < min(position + 22, len(line)):
        token = line[place]
        if token.tag in FINITE:
            if not subject_seen:
                return False
            if not verbs_to_skip:
                return at(line, place - 1).tag != "CC"
            verbs_to_skip -= 1
        elif token.text == "," and subject_seen:
            closing = next((far for far in range(place + 1, len(line)) if line[far].text == ","), -1)
            if closing < 0 or any(t.form in COORDINATORS | SUBORDINATORS - {"who", "which"} for t in line[place + 1 : closing]):
                return False
            place = closing
            if at(line, _past_adverbs(line, place + 1)).tag not in FINITE:
                return False
        elif token.form in {"who", "which"} and subject_seen:
            verbs_to_skip += 1
        elif token.form in SUBORDINATORS or not token.is_word or token.tag in {"VB", "TO"} and place == position:
            return False
        elif token.tag.startswith(("NN", "PRP", "CD", "EX")) or token.form in {"that", "this", "these", "those"}:
            subject_seen = True
        elif token.tag[:2] not in {"DT", "JJ", "RB", "IN", "PO", "CC", "VB", "PD", "RP", "TO", "QU", "$"}:
            return False
        place += 1
    return False


def _finite_ahead(line: Sentence, position: int) -> bool:
    for token in line[position : position + 14]:
        if token.tag in FINITE:
            return True
        if token.text in {";", ":"}:
            return False
    return False


def _infinitive(line: Sentence, verb: int, position: int, lemma: str, dependent: bool) -> Range | None:
    if lemma in COMMITTING and at(line, position).form == "to" and at(line, position + 1).tag[:2] in {"VB", "RB"}:
        return position, clause_end(line, position, line[verb], dependent=dependent)
    return None


def _characterized(line: Sentence, verb: int, position: int, lemma: str, dependent: bool) -> Range | None:
    """“described the talks as frank”, “called it a dare”; of a relative clause, “what he portrays as a danger”."""
    for link in CHARACTERIZING.get(lemma, ()):
        # Where the object stands before the verb, only the predicate is left.
        moved = at(line, position).form == link or not link and dependent
        thing = (position, position) if moved else following(line, position)
        if thing is None:
            continue
        if link and not moved:
            link_place = next((far for far in range(thing[1], min(thing[1] + 6, len(line))) if line[far].form == link), -1)
            between = line[thing[1] : link_place] if link_place >= 0 else []
            if link_place < 0 or any(not token.is_word or token.tag in FINITE for token in between):
                continue
        elif not link and not _is_predicate(line, thing[1]):
            continue
        return position, clause_end(line, position, line[verb], dependent=dependent)
    return None


def _is_predicate(line: Sentence, position: int) -> bool:
    """“called it | a dare”, “consider the figure | wildly inflated”."""
    place = _past_adverbs(line, position)
    token = at(line, place)
    return token.tag[:2] in {"DT", "JJ", "VB", "NN"} and token.tag not in FINITE | {"VB"} or is_quote(token) or token.tag == "PRP$"


def _matter(line: Sentence, verb: int, position: int, lemma: str, dependent: bool) -> Range | None:
    if at(line, position).form not in MATTERS.get(lemma, ()):
        return None
    first = position + 1
    thing = following(line, first)
    if lemma in TALKING:
        figure = thing and any(_is_figure(token) for token in line[thing[0] : thing[1]])
        if not figure and not is_quote(at(line, first)) and not _quote_in(line, thing):
            return None
    end = clause_end(line, first, line[verb], dependent=dependent)
    return (first, end) if end > first else None


def _quote_in(line: Sentence, thing: Range | None) -> bool:
    return thing is not None and any(is_quote(token) for token in line[thing[0] : thing[1]])


def _is_figure(token: Token) -> bool:
    return (token.tag == "CD" or token.form[:1].isdigit()) and not is_date(token) and token.form != "one"


def _bidden(line: Sentence, verb: int, position: int, lemma: str, dependent: bool) -> Range | None:
    if lemma not in BIDDING:
        return None
    hearer = following(line, position)
    if hearer is None:
        return None
    after = hearer[1] + (at(line, hearer[1]).form in NEGATIONS)
    if at(line, after).form == "to" and at(line, after + 1).tag[:2] in {"VB", "RB"}:
        return position, clause_end(line, position, line[verb], dependent=dependent)
    return None


def _figure(line: Sentence, verb: int, position: int, lemma: str, dependent: bool) -> Range | None:
    """“expected thirty thousand”, “put the figure at 10,000”, “voiced alarm”."""
    thing = following(line, position)
    if thing is None:
        return None
    if lemma in FIGURING and any(_is_figure(token) for token in line[thing[0] : thing[1]]):
        return position, clause_end(line, position, line[verb], dependent=dependent)
    if lemma in VOICING and line[position].tag[:2] in {"NN", "JJ", "PR"} and line[position].tag != "PRP":
        return thing
    numbers = {"figure", "number", "toll", "total", "cost", "share", "strength", "odds", "chance", "probability"}
    if lemma == "put" and numbers & {token.lemma for token in line[thing[0] : thing[1]]}:
        rest = at(line, _past_adverbs(line, thing[1]))
        if rest.form in {"at", "between"} or rest.tag.startswith("JJ"):
            return position, clause_end(line, position, line[verb], dependent=dependent)
    return None


def clause_end(line: Sentence, first: int, cue: Token, *, dependent: bool = False) -> int:
    """The token past the last of a content that begins at ``first``; the sentence’s own end at the latest."""
    place = first
    while place < len(line):
        token, further = line[place], at(line, place + 1)
        if token.text == ";" or token.text == ")" or token.text in DASHES and not _dash_closes(line, place):
            break
        if token.text == "(":
            place = next((far for far in range(place, len(line)) if line[far].text == ")"), len(line))
        elif token.text == "," and place > first and _leaves(line, place + 1, cue, dependent):
            break
        elif token.form in COORDINATORS and place > first and _same_tense(further, cue) and reports(further):
            break
        place += 1
    while place > first and not line[place - 1].is_word:
        place -= 1
    return min(place, len(line))


def reports(token: Token) -> bool:
    return token.lemma in {"say", "add", "tell", "warn", "deny", "insist", "claim", "argue", "promise", "call", "urge"}


def _dash_closes(line: Sentence, place: int) -> bool:
    """Whether a dash opens a pair that closes again within the sentence."""
    return any(token.text in DASHES for token in line[place + 1 :])


def _same_tense(token: Token, cue: Token) -> bool:
    return token.tag == cue.tag or token.tag in {"VBD", "VBN"} and cue.tag in {"VBD", "VBN"}


def _leaves(line: Sentence, place: int, cue: Token, dependent: bool) -> bool:
    """Whether, after a comma, the sentence goes on without the source."""
    token, further = at(line, place), at(line, place + 1)
    if dependent and (token.tag in FINITE | {"RB"} or clause_follows(line, place) or not token.tag == "CC"):
        return True
    if token.form in {"while", "whereas", "although", "though"} or token.form == "as" and clause_follows(line, place + 1):
        return True
    if token.form == "which":
        return further.tag == "PRP" or reports(further)
    if token.form == "according" or token.tag == "VBG" and reports(token):
        return True
    if token.form not in COORDINATORS:
        return False
    after = _past_adverbs(line, place + 1)
    if further.form in {"that", "whether"} and at(line, place + 2).tag not in FINITE:
        return False
    if at(line, after).tag in FINITE - {"MD"}:
        return _same_tense(at(line, after), cue) or at(line, after).lemma in {"be", "have"}
    return clause_follows(line, place + 1) and not _shifted(line, place + 1, cue)


def _shifted(line: Sentence, place: int, cue: Token) -> bool:
    """Whether the next clause keeps the tense of reported speech: “said … , and the troops would leave”."""
    verb = next((token for token in line[place : place + 14] if token.tag in FINITE), None)
    return verb is not None and cue.tag == "VBD" and verb.form in {"would", "could", "might", "had"}


def clause_start(line: Sentence, stop: int) -> int:
    """Where the clause that ends before ``stop`` begins: after a semicolon, a dash or at the head of the sentence."""
    start = next((place + 1 for place in range(stop - 1, -1, -1) if line[place].text in {";", ":"}), 0)
    while start < stop and (not line[start].is_word or line[start].form in COORDINATORS):
        start += 1
    return start


def phrase_start(line: Sentence, stop: int) -> int:
    """Where the stretch between commas that ends before ``stop`` begins."""
    return next((place + 1 for place in range(stop - 1, -1, -1) if not line[place].is_word), 0)


def noun_before(line: Sentence, stop: int) -> bool:
    return core_before(line, stop) < stop
