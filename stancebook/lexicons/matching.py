"""Entries found in a sentence: matched, put through their gates, freed of overlap, widened by their modifiers."""

from __future__ import annotations

from collections.abc import Iterator

from stancebook.lexicons import Entry, Lexicon
from stancebook.lexicons.gates import GATES
from stancebook.lexicons.negation import denies_what_follows, negated, turns
from stancebook.lexicons.persons import orders
from stancebook.tokens import Token, at, opens_sentence
from stancebook.trees import dependents

#: First token, the one past the last, the entry, and why it is turned away (empty when it is not).
Match = tuple[int, int, Entry, str]
PRONOUNS = frozenset({"self-mention", "reader pronoun"})
EPISTEMIC = frozenset({"plausibility hedge", "certainty"})
#: What an epistemic adverb or adjective may carry before it as one marker with it: “very probably”.
MODIFIERS = frozenset("very quite most highly extremely".split())
COMPARED = frozenset({"more", "less", "rather"})
#: Those that leave the strongest word short of certainty, so that it hedges: “almost certainly”.
SHORT_OF = frozenset("almost nearly virtually practically fairly reasonably relatively somewhat pretty tolerably".split())
LIKELY = frozenset("probably probable possibly likely unlikely certainly plausible plausibly improbable conceivably".split())
BARE = {"appraisal": "", "modality": "", "negated": False, "kept": True, "reason": ""}


def in_sentence(tokens: list[Token], lexicon: Lexicon) -> Iterator[dict]:
    """The markers of one sentence, kept and turned away, as rows of ``stance.markers`` short of their place and voice."""
    matches = list(_matches(tokens, lexicon))
    claimed_phrases: set[int] = set()
    chosen: list[Match] = []
    for layer in ("stance", "pronoun", "reporting verb", "evaluative"):
        layer_matches = [match for match in matches if _layer(match[2]) == layer]
        for first, stop, entry, reason in _without_overlap(tokens, layer_matches):
            chosen.append((first, stop, entry, reason))
            if layer == "stance" and not reason and stop - first > 1 and not denies_what_follows(entry.words):
                claimed_phrases.update(range(first, stop))
    modifiers = _modifiers(tokens, chosen)
    for first, stop, entry, reason in chosen:
        if modifiers.issuperset(range(first, stop)):
            continue
        is_negated = negated(tokens, first, stop, besides=claimed_phrases)
        category, subcategory = entry.category, entry.subcategory
        if is_negated and not reason and turns(tokens, first, entry.when_negated):
            category = entry.when_negated
            subcategory = {"hedge": "plausibility hedge", "booster": "certainty"}[category]
        if not reason and stop - first == 1 and (subcategory in EPISTEMIC or category == "attitude marker"):
            first, category, subcategory = _with_modifier(tokens, first, category, subcategory)
        if tokens[first].form == "n't":
            first -= 1
        yield {
            "start": tokens[first].start,
            "end": tokens[stop - 1].end,
            "entry": entry.entry,
            "category": category,
            "subcategory": subcategory,
            "modality": entry.modality,
            "appraisal": entry.appraisal,
            "negated": is_negated,
            "kept": not reason,
            "reason": reason,
        }
    yield from _questions(tokens)
    claimed = {place for first, stop, entry, reason in chosen for place in range(first, stop) if entry.category == "engagement"}
    yield from _orders(tokens, claimed)


def _layer(entry: Entry) -> str:
    """Spans may not overlap within a layer: reporting verbs, evaluative words, pronouns, and all other stance."""
    if entry.category in {"reporting verb", "evaluative"}:
        return entry.category
    return "pronoun" if len(entry.words) == 1 and PRONOUNS & {entry.category, entry.subcategory} else "stance"


def _modifiers(tokens: list[Token], chosen: list[Match]) -> set[int]:
    """The places of words that are part of the epistemic adverb or adjective after them, and no marker of their own."""
    places: set[int] = set()
    for first, stop, entry, reason in chosen:
        if not reason and stop - first == 1 and (entry.subcategory in EPISTEMIC or entry.category == "attitude marker"):
            places.update(range(_with_modifier(tokens, first, entry.category, entry.subcategory)[0], first))
    return places


def _with_modifier(tokens: list[Token], first: int, category: str, subcategory: str) -> tuple[int, str, str]:
    """An epistemic adverb or adjective is one marker with its modifier: where it starts, and what it then is.

    So is an attitude adverb with which a clause opens: “most importantly,”.
    """
    before, word = at(tokens, first - 1), tokens[first]
    if category == "attitude marker":
        opens = before.form in {"most", "more"} and word.form.endswith("ly") and not at(tokens, first - 2).is_word
        return first - opens, category, subcategory
    if word.part_of_speech not in {"ADV", "ADJ"}:
        return first, category, subcategory
    if before.form == "less" and category == "booster" and at(tokens, first - 2).form not in {"no", "none"}:
        # “It is less certain”: short of it.
        return first - 1, "hedge", "plausibility hedge"
    if before.form in SHORT_OF:
        return first - 1, "hedge", "plausibility hedge"
    if before.form == "but" and at(tokens, first - 2).form == "all":
        return first - 2, "hedge", "plausibility hedge"
    adverb = word.part_of_speech == "ADV"
    if before.form == "most" and word.relation == "amod":
        # “The most probable outcome”: the likeliest of several.
        return first, category, subcategory
    if before.form in MODIFIERS and (word.form in LIKELY or adverb) or before.form in COMPARED and adverb:
        return first - 1, category, subcategory
    return first, category, subcategory


def _questions(tokens: list[Token]) -> Iterator[dict]:
    """One engagement marker for each question mark after a word: every direct question, whoever asks it."""
    for place, token in enumerate(tokens):
        before = at(tokens, place - 1).text
        if token.text.endswith("?") and not before.endswith(("?", "!", "(")) and (place or len(token.text) > 1):
            yield BARE | {
                "start": token.end - 1, "end": token.end, "entry": "?", "category": "engagement", "subcategory": "question",
            }  # fmt: skip


def _orders(tokens: list[Token], claimed: set[int]) -> Iterator[dict]:
    """Imperatives of verbs that are no entry: any verb may bid the reader do something."""
    for place, token in enumerate(tokens):
        if place not in claimed and token.relation and orders(tokens, place):
            yield BARE | {
                "start": token.start, "end": token.end, "entry": "imperative", "category": "engagement",
                "subcategory": "directive", "modality": "deontic",
            }  # fmt: skip


def _matches(tokens: list[Token], lexicon: Lexicon) -> Iterator[Match]:
    for first, token in enumerate(tokens):
        for key in token.keys:
            for entry in lexicon.by_first_word.get(key, ()):
                stop = first + len(entry.words)
                if entry.parts_of_speech and entry.parts_of_speech.isdisjoint(_parts_of_speech(tokens, first)):
                    continue
                if all(word in at(tokens, first + n).keys for n, word in enumerate(entry.words)):
                    reason = _turned_away(tokens, first, stop, entry)
                    if reason is not None:
                        yield first, stop, entry, reason


def _parts_of_speech(tokens: list[Token], first: int) -> frozenset[str]:
    """What the token may be, where its tags disagree or the tagger knows no better than its shape.

    “Anger grew” is often tagged as a name for its capital alone, “spoke of bluster” for being rare; a word with the tag
    of an adjective is one whatever its part of speech; and so may be a participle before its noun (“a crushing defeat”)
    or a bare one after *be* (“was accommodating”), with neither object nor agent nor anything else that tells of a deed.
    """
    token = tokens[first]
    alone = opens_sentence(tokens, first) and at(tokens, first + 1).part_of_speech != "PROPN"
    if token.part_of_speech == "PROPN" and (alone and token.text[1:].islower() or token.text.islower()):
        return frozenset({"PROPN", "NOUN", "ADJ"})
    bare = token.tag in {"VBN", "VBG"} and dependents(tokens, first, "aux", "cop") and not dependents(
        tokens, first, "obj", "iobj", "obl", "xcomp", "ccomp", "advcl", "compound"
    ) and all(tokens[place].lemma == "be" for place in dependents(tokens, first, "aux", "cop"))  # fmt: skip
    quality = token.tag.startswith("JJ") or token.tag in {"VBN", "VBG"} and token.relation == "amod" or bare
    return frozenset({token.part_of_speech, "ADJ"}) if quality else frozenset({token.part_of_speech})


def _turned_away(tokens: list[Token], first: int, stop: int, entry: Entry) -> str | None:
    """Why a match does not stand: what its gate says, or what holds for its whole category."""
    if entry.category == "self-mention" and tokens[first].form == "mine" and not tokens[first].tag.startswith("PRP"):
        return None  # “a mine”, whatever a lemmatizer makes of it
    reason = GATES[entry.gate](tokens, first, stop) if entry.gate else ""
    if reason != "":
        return reason
    if entry.category == "reporting verb" and at(tokens, first - 1).form == "i":
        return "said by the author, so it reports no source"
    if entry.category == "evaluative" and _parts_of_speech(tokens, first) == {"PROPN"}:
        return "part of a name"
    return ""


def _without_overlap(tokens: list[Token], matches: list[Match]) -> list[Match]:
    """The longest matches first, each token once; one that a gate turns away makes room for the shorter ones.

    Of two entries for the same span, the one that is spelled like it goes first (“worse” before “bad”), then the one
    that stands first in its file. A span turned away for one entry and kept for another is not in the ledger, nor is
    one inside a longer kept span.
    """

    def rank(match: Match) -> tuple:
        first, stop, entry, reason = match
        spelled_alike = all(token.form == word for token, word in zip(tokens[first:stop], entry.words))
        return bool(reason), first - stop, first, not spelled_alike, entry.line

    taken: set[int] = set()
    result = []
    for match in sorted(matches, key=rank):
        span = range(match[0], match[1])
        if taken.isdisjoint(span):
            taken.update(span)
            result.append(match)
    return result
