"""The words of a reported clause: where it begins and ends, and what hangs on it without belonging to it."""

from __future__ import annotations

from typing import NamedTuple

from stancebook.tokens import Token
from stancebook.voices import frames, noun_frames
from stancebook.voices.trees import Tree

#: What opens a clause and is not part of what is said.
OPENERS = frozenset({"that", "whether", "if", ",", ":", "and", "but", "–", "—", "``", "''", "“", "”", '"', "‘", "’"})
#: By which relations a remark on what was said hangs on it.
ASIDES = frozenset({"appos", "acl:relcl", "advcl:relcl", "parataxis", "obl", "obl:unmarked", "conj"})
CONTRASTS = frozenset({"while", "whereas"})


class Span(NamedTuple):
    """Reported words: the first token, the one past the last, and whether they are a bare infinitive."""

    first: int
    stop: int
    infinitive: bool = False


def clause(tree: Tree, head: int, cue: int) -> Span:
    """The clause at ``head`` without what opens it and without the cue’s own words."""
    below = tree.below(head, without=[cue] if cue in tree.below(head) else [])
    below -= breakaways(tree, head, cue)
    if head > cue:
        # A semicolon ends what a verb of the author’s reports; “said on Monday that …” reports what follows “that”.
        end = next(
            (place for place in range(cue, len(tree.tokens)) if tree.tokens[place].text == ";"), len(tree.tokens)
        )
        opener = max(
            (place for place in tree.children(head, "mark") if tree.tokens[place].form in {"that", "whether"}),
            default=cue,
        )
        below = {place for place in below if max(cue, opener) < place < end}
    below |= {child for child in tree.children(cue, "expl") if cue < child < head}
    first, stop = tree.reach(below - comments(tree, below))
    while first < stop and (tree.tokens[first].form in OPENERS or not tree.tokens[first].is_word):
        first += 1
    if cue < first - 1 and tree.tokens[first - 1].form in {"not", "never"} and head > cue:
        first -= 1
    return Span(first, stop, is_infinitive(tree, head))


def comments(tree: Tree, below: set[int]) -> set[int]:
    """What is said of a content after a comma, no part of it: “…, a charge that Kyiv denies”, “…, which it denied”."""
    away: set[int] = set()
    for place in below:
        start = tree.reach(tree.below(place))[0]
        as_if = [token.form for token in tree.tokens[start : start + 2]] in (["as", "if"], ["as", "though"])
        if tree.relations[place] == "advcl" and as_if and start and tree.tokens[start - 1].text == ",":
            # “praised our cheese, as if it were theirs”
            away |= tree.below(place)
        if (
            tree.relations[place] not in ASIDES
            or tree.heads[place] not in below
        ):
            continue
        own = tree.below(place)
        first = tree.reach(own)[0]
        shell = tree.tokens[place].lemma in noun_frames.NOUNS or tree.tokens[place].lemma in noun_frames.SHELLS
        bare = not tree.children(place, "case") and tree.relations[place] in {"parataxis", "obl", "obl:unmarked", "conj"}
        judged = shell and bare and tree.children(place, "acl:relcl")
        of_words = shell and tree.relations[place] == "appos" or judged
        denied = tree.relations[place] == "acl:relcl" and tree.tokens[place].lemma in frames.OF_WORDS | {
            "deny",
            "call",
            "dismiss",
        }
        last = (
            max(below) == max(own)
            and tree.relations[place].endswith(":relcl")
            and any(token.form == "which" for token in tree.tokens[first : first + 2])
        )
        if first > 0 and tree.tokens[first - 1].text in {",", "—", "–"} and (of_words or denied or last):
            away |= own
    return away


def is_infinitive(tree: Tree, head: int) -> bool:
    return tree.marked_by(head, "to") and not tree.has_subject(head)


def breakaways(tree: Tree, head: int, cue: int) -> set[int]:
    """Clauses that hang on the content but go on with the cue: “denies that it plans an attack, but says …”."""
    away: set[int] = set()
    for child in tree.children(head, "advcl"):
        # “says it is winning, while the rebels claim …” sets one voice against another.
        first = tree.reach(tree.below(child))[0]
        if child > head and tree.marked_by(child, *CONTRASTS) and tree.tokens[first - 1].text == ",":
            away |= tree.below(child)
    for child in tree.children(head, "conj"):
        token = tree.tokens[child]
        own = tree.children(child, "nsubj", "nsubj:pass", "expl", "mark", "csubj")
        auxiliary = tree.child(child, "aux", "aux:pass", "cop")
        finite = tree.tokens[auxiliary] if auxiliary >= 0 else token
        paired = any(tree.tokens[place].text == "," for place in range(head, child)) or tree.child(child, "cc") >= 0
        tags = {finite.tag, _finite(tree, cue).tag}
        same = len(tags) == 1 and tags < {"VBD", "VBZ", "VBP"} or tags == {"VB", "VBP"} and auxiliary < 0
        perfect = tree.tokens[cue].tag == "VBN" and tree.child(cue, "aux") >= 0
        # “has said that it is over, and warned the press”: the auxiliary is that of the first verb.
        same = same or perfect and auxiliary < 0 and token.tag in {"VBN", "VBD"} and token.lemma in frames.SPEAKING
        speaks = token.lemma in frames.BESIDE or token.lemma in frames.CHARACTERIZING or token.lemma in frames.BIDDING
        comma = any(tree.tokens[place].text == "," for place in range(child - 3, child))
        shifted = _finite(tree, head).form in {"had", "would", "'d", "might", "could"}
        differs = _finite(tree, head).tag != _finite(tree, cue).tag or speaks and (comma or shifted)
        if not own and same and paired and differs and child > cue:
            away |= tree.below(child)
    return away


def _finite(tree: Tree, place: int) -> Token:
    auxiliary = tree.child(place, "aux", "aux:pass", "cop")
    return tree.tokens[auxiliary] if auxiliary >= 0 else tree.tokens[place]


def strayed_subject(tree: Tree, verb: int) -> int:
    """A pronoun right after the verb that is the subject of what it reports: “says it wants”; -1 for none."""
    after = verb + 1
    clause_head = tree.child(verb, "ccomp")
    if after >= len(tree.tokens) or clause_head <= after or tree.has_subject(clause_head):
        return -1
    return (
        after
        if tree.relations[after] == "nsubj"
        and tree.heads[after] == verb
        and tree.tokens[verb - 1].text not in {",", "”", '"'}
        else -1
    )
