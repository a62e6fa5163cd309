"""Conditions: the words that open them, where they end, and the noun phrases that stand for one."""

from __future__ import annotations

from stancebook.claims.lines import DASHES, FINITE, NOMINAL, QUOTATION_MARKS, STRONG, Line, has_finite, is_finite
from stancebook.tokens import Token, at

Span = tuple[int, int]
Tokens = tuple[Token, ...]
#: What opens a conditional clause, as words in a row; the longest first.
OPENERS = tuple(
    sorted(
        (
            tuple(words.split())
            for words in (
                "if", "unless", "provided that", "providing that", "provided", "providing", "as long as", "so long as", "on condition that",
                "on the condition that", "assuming that", "assuming", "supposing", "supposing that", "in case",
                "in the event that", "only if", "even if", "except if", "lest",
            )
        ),
        key=len,
        reverse=True,
    )
)  # fmt: skip
#: What makes of a noun a condition: “in the unlikely event of”, “under such a scenario”.
CASES = frozenset(
    "event eventuality case situation scenario circumstance circumstances contingency world instance".split()
)
#: After these “if” means whether: “asked if”, “not sure if”.
ASKS_WHETHER = frozenset(
    "ask wonder know see doubt unsure sure clear unclear tell check decide question understand matter".split()
)
FUTURE = frozenset({"will", "would", "could", "may", "might", "shall", "'ll", "wo", "'d", "can", "should", "must"})
REMOTE = frozenset({"would", "could", "might", "'d"})
#: What with a noun stands for a condition that is not met, or is (Quirk et al. 1985: 15.33 ff.), as words in a row.
PHRASES = tuple(
    tuple(words.split())
    for words in (
        "in the absence of", "even without", "even with", "with no", "without", "failing", "barring", "absent",
        "short of", "but for", "in return for", "at the price of",
    )
)  # fmt: skip
#: “Without delay”, “without a word”: a manner, and no condition.
MANNERS = frozenset(
    "doubt delay word warning notice fail hesitation question exception incident trouble difficulty precedent end "
    "fuss ceremony comment explanation reason success regard thinking sound trace interruption pause result".split()
)
INDEFINITE = frozenset({"a", "an", "any", "another", "such", "no", "further", "more"})


def openers(line: Line) -> list[Span]:
    """Where a condition is opened: the first token of the opening words and the one past the last."""
    tokens, result, position = line.tokens, [], 0
    while position < len(tokens):
        words = next((words for words in OPENERS if _are(tokens, position, words)), None)
        if words and not _is_something_else(tokens, position, words):
            result.append((position, position + len(words)))
            position += len(words)
            continue
        position += 1
    return result


def _are(tokens: Tokens, position: int, words: tuple[str, ...]) -> bool:
    return all(at(tokens, position + number).form == word for number, word in enumerate(words))


def _is_something_else(tokens: Tokens, position: int, words: tuple[str, ...]) -> bool:
    before, following = at(tokens, position - 1), at(tokens, position + len(words))
    if words[-1] == "if":
        return _is_no_condition(tokens, position, words)
    if words == ("in", "case"):
        return following.form == "of"
    if words == ("assuming",):
        return (
            not has_finite(tokens, position, len(tokens))
            or following.tag in {"NN", "NNS"}
            or before.tag in {"VBZ", "VBP", "VBD"}
        )
    if words in {("provided",), ("providing",)}:
        # “Provided the insurers stay calm”, not “the army provided tanks” nor “providing food that they need”.
        ahead = tokens[position + 2 : position + 9]
        clause = at(tokens, position + 1).tag in NOMINAL and any(token.tag in FINITE | {"VB"} for token in ahead)
        opens = not before.is_word or any(token.form in FUTURE for token in tokens[:position])
        return not (clause and opens) or before.lemma in {"be", "have"} or following.form == "that"
    if words[0] in {"as", "so"}:
        # “As long as three years”, “as long as the river”: a length, not a condition.
        return len(tokens) < position + 5 or following.tag == "CD"
    return False


def _is_no_condition(tokens: Tokens, position: int, words: tuple[str, ...]) -> bool:
    """“As if”, “if anything”, “if you will”, and “if” that means whether."""
    before, following = at(tokens, position - 1), at(tokens, position + len(words))
    second = at(tokens, position + len(words) + 1).form
    if before.form in {"as", "what"} or following.form in {"anything", "any", "ever", "only"}:
        return True
    if (following.form == "you" and second in {"will", "like"}) or (following.form, second) == ("at", "all"):
        return True
    stop = min(position + len(words) + 6, len(tokens))
    if following.form == "not" and at(tokens, position + len(words) + 1).text == "," and not before.is_word:
        return False  # “If not, the harvest will fail”
    if following.form == "not" and not has_finite(tokens, position, stop):
        return True
    if before.tag == "PRP" and at(tokens, position - 2).lemma in {"ask", "tell"}:
        return True
    earlier = before if before.form not in {"not", "n't"} else at(tokens, position - 2)
    return len(words) == 1 and earlier.lemma in ASKS_WHETHER


def inverted(line: Line) -> list[Span]:
    """“Should war come, …”, “were Minsk to step away, …”, “had they known, …”: the verb before its subject."""
    tokens, result = line.tokens, []
    for position, token in enumerate(tokens):
        before = at(tokens, position - 1)
        opens = not before.is_word or before.form in {"and", "but", "or", "that"}
        if token.form not in {"should", "were", "had"} or not opens:
            continue
        if at(tokens, position + 1).tag not in NOMINAL | {"JJ", "NNPS"} or (
            line.asks and _comma(tokens, position) is None
        ):
            continue
        rest = tokens[position + 1 :]
        comma = _comma(tokens, position)
        if comma is None or not any(later.form in FUTURE for later in tokens[comma:]):
            continue
        inside = tokens[position + 1 : comma]
        shape = {
            "should": any(later.tag in {"VB", "VBP", "NN"} for later in inside),
            "were": any(later.form == "to" for later in inside) and bool(rest),
            "had": any(later.tag in {"VBN", "VBD"} for later in inside),
        }
        if shape[token.form]:
            result.append((position, position + 1))
    return result


def _comma(tokens: Tokens, position: int) -> int | None:
    return next((place for place in range(position, len(tokens)) if tokens[place].text == ","), None)


def cases(line: Line) -> list[Span]:
    """“In the event of war”, “in a situation of protracted confrontation”, “but for their help”, “otherwise”."""
    tokens, result = line.tokens, []
    for position, token in enumerate(tokens):
        if token.form in {"in", "under"} and not _are(tokens, position, ("in", "the", "absence")):
            noun = next(
                (place for place in range(position + 1, min(position + 7, len(tokens))) if tokens[place].form in CASES),
                None,
            )
            if noun is None or any(t.tag in {"IN", "VBD", "VBZ"} or not t.is_word for t in tokens[position + 1 : noun]):
                continue
            link = at(tokens, noun + 1)
            pointing = any(t.form in {"that", "this", "such", "either", "any"} for t in tokens[position + 1 : noun])
            if link.form in {"of", "that", "where", "when", "in"} or pointing:
                result.append((position, noun + 1))
        if (words := next((words for words in PHRASES if _are(tokens, position, words)), None)) is not None:
            opened = position + len(words)
            within = result and position < result[-1][1]
            if not within and _is_condition_phrase(tokens, position, opened):
                result.append((position, opened))
        if token.form == "otherwise" and (at(tokens, position + 1).text == "," or position == 0):
            result.append((position, position + 1))
    return result


def _is_condition_phrase(tokens: Tokens, first: int, opened: int) -> bool:
    """“Without a deal”, “barring a miracle”: with a thing that may be or not; not “without a word” nor “without firing”."""
    if at(tokens, opened).form == "that" and at(tokens, opened + 1).text == ",":
        return True  # “Failing that, …”
    noun = next((n for n in range(opened, min(opened + 6, len(tokens))) if tokens[n].tag[:2] == "NN" and at(tokens, n + 1).tag[:2] != "NN"), -1)
    if noun < 0 or tokens[noun].lemma in MANNERS or any(not t.is_word or t.tag == "VBG" and not t.relation == "amod" for t in tokens[opened:noun]):
        return False
    if not at(tokens, first - 1).is_word or at(tokens, first - 1).form in {"and", "but", "that"}:
        return True
    # After its main clause, a condition only where that clause supposes: “could not hold it without help”.
    return any(t.form in {"would", "could", "might", "wo", "can", "cannot", "ca", "will"} for t in tokens[:first])


def case_end(line: Line, first: int, opened: int, limit: int) -> int:
    """Where “in the event of …” ends: at its clause’s end for “that” and “where”, else with its noun phrase."""
    tokens = line.tokens
    pointing = at(tokens, opened).form == "that" and not at(tokens, opened + 1).is_word  # “failing that, …”
    if at(tokens, opened).form in {"that", "where", "when"} and not pointing or (
        at(tokens, opened).form == "in" and at(tokens, opened + 1).form == "which"
    ):
        return clause_end(line, first, opened, limit)
    for position in range(opened, limit):
        token = tokens[position]
        if token.text in {",", ";", ":"} or token.text in DASHES:
            return position
        if position > opened and (is_finite(tokens, position) or token.tag == "MD"):
            return _subject_start(tokens, position, opened)
    return limit


def clause_end(line: Line, first: int, opened: int, limit: int) -> int:
    """Where a condition that starts at ``first`` ends: before the main clause, or with its sentence or segment.

    One that opens its clause ends at the comma after which the main clause begins; one that follows the main clause
    runs on until a mark or linking word begins another clause.
    """
    tokens = line.tokens
    if not main_clause_before(tokens, first):
        ends = _main_clause_after(tokens, first, opened, limit)
        if ends is not None:
            return ends
    for position in range(opened, limit):
        token = tokens[position]
        if token.text in STRONG or (token.text in DASHES and has_finite(tokens, opened, position)):
            return position
        if token.text in QUOTATION_MARKS and not at(tokens, position - 1).is_word:
            return position
        if token.text == "," and has_finite(tokens, opened, position) and _new_clause(tokens, position + 1):
            return position
    return limit


def main_clause_before(tokens: Tokens, first: int) -> bool:
    """Whether a finite verb stands before the condition, back to the last strong mark or linking comma."""
    for position in range(first - 1, -1, -1):
        token = tokens[position]
        if token.text in STRONG or token.text in DASHES or (token.text in QUOTATION_MARKS and token.text != "”"):
            return False
        if token.form in {"and", "but", "or", "that"} and position == first - 1:
            return False
        if token.tag in FINITE:
            return True
    return False


def _main_clause_after(tokens: Tokens, first: int, opened: int, limit: int) -> int | None:
    seen = False
    for position in range(opened, limit):
        token = tokens[position]
        if token.text in STRONG:
            return None
        if token.form == "then" and seen and has_finite(tokens, position, limit):
            return position
        # A tagger may take the verb for a noun (“war breaks out”): two words are a clause all the same.
        bare = at(tokens, opened).form in {"not", "so"} and position == opened + 1
        if token.text == "," and (seen or bare or position >= opened + 2):
            following = at(tokens, position + 1)
            goes_on = following.form in {
                "or", "and", "who", "which", "whose", "where", "if", "unless", "when", "while", "because", "since", "although",
            }  # fmt: skip
            if not goes_on and has_finite(tokens, position + 1, limit):
                return position
        if is_finite(tokens, position) or token.tag in {"VBN", "VBD"}:
            if seen and token.tag == "MD" and token.form in FUTURE and not _comma_later(tokens, position, limit):
                start = _subject_start(tokens, position, opened)
                if start > opened + 1:
                    return start
            seen = True
    return None


def _comma_later(tokens: Tokens, position: int, limit: int) -> bool:
    return any(tokens[place].text == "," and has_finite(tokens, place, limit) for place in range(position, limit))


def _new_clause(tokens: Tokens, position: int) -> bool:
    """Whether “and we …”, “while they …” or “he said” follows a comma: a clause with a subject of its own."""
    token = at(tokens, position)
    if token.form in {
        "and",
        "but",
        "while",
        "whereas",
        "although",
        "though",
        "because",
        "as",
        "so",
        "which",
        "yet",
        "since",
    }:
        start = position + 1
        if token.form == "which":
            return True
    elif token.form == "or":
        return False
    else:
        start = position
    for place in range(start, min(start + 8, len(tokens))):
        if is_finite(tokens, place):
            return place > start
        if not tokens[place].is_word:
            return False
    return False


def _subject_start(tokens: Tokens, verb: int, least: int) -> int:
    """Where the noun phrase before ``verb`` begins."""
    position = verb
    while position > least and at(tokens, position - 1).tag.startswith("RB"):
        position -= 1
    head = position
    while position > least and at(tokens, position - 1).tag.startswith(("NN", "JJ", "CD", "VBG", "POS")):
        position -= 1
    while position > least and at(tokens, position - 1).tag in {"DT", "PRP", "PRP$", "EX", "PDT"}:
        position -= 1
        if position < head - 6:
            break
    return position


def implied(line: Line, first: int, verb: int) -> Span | None:
    """The subject of “would” that stands for a condition: “a reconciliation would make …”, “shutting it out would …”.

    An indefinite noun phrase, a gerund or an infinitive, from ``first`` to the modal ``verb``.
    """
    tokens = line.tokens
    while first < verb and (
        tokens[first].tag == "CC" or tokens[first].tag.startswith("RB") or tokens[first].text == ","
    ):
        first += 1
    opening, stop = at(tokens, first), verb
    while stop > first and (at(tokens, stop - 1).text == "," or at(tokens, stop - 1).tag.startswith("RB")):
        stop -= 1
    if stop <= first or has_finite(tokens, first, stop):
        return None
    gerund = opening.tag == "VBG" and stop - first > 1
    infinitive = opening.form == "to" and at(tokens, first + 1).tag == "VB"
    indefinite = opening.form in INDEFINITE and any(token.tag.startswith("NN") for token in tokens[first:stop])
    if not (gerund or infinitive or indefinite):
        return None
    return (first, stop)
