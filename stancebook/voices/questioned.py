"""What somebody is asked, where nobody need be named who asks: “pressed on whether …, the minister smiled”."""

from __future__ import annotations

from collections.abc import Iterator

from stancebook.voices.clauses import Found
from stancebook.voices.speakers import is_speaker
from stancebook.voices.trees import Tree

#: Verbs of putting a question (FrameNet 1.7: Questioning) as participles.
QUESTIONED = frozenset("asked challenged grilled pressed queried questioned quizzed".split())
#: What leads from them to the question.
LEADING = frozenset("on about over as to again repeatedly directly recently once later just".split())
ASKING = frozenset("how what when where whether which who whom whose why if".split())
#: How many tokens may stand between the verb and the question.
REACH = 5


def questioned(tree: Tree) -> Iterator[Found]:
    """“Pressed on whether the tunnel would open, the engineer smiled”; “the engineer, asked by a clerk what it cost, …”."""
    for verb, token in enumerate(tree.tokens):
        before = tree.tokens[verb - 1] if verb else None
        opens = before is None or before.text in {",", "—", "–"} or before.form in {"when", "but", "and"} and verb == 1
        if token.form not in QUESTIONED or not opens or tree.children(verb, "nsubj", "nsubj:pass", "aux", "aux:pass"):
            continue
        first = _question(tree, verb)
        if first < 0:
            continue
        comma = next((one for one in range(first, len(tree.tokens)) if tree.tokens[one].text in {",", "—", "–"}), -1)
        stop = tree.reach(range(first, comma))[1] if comma > 0 else -1
        if stop - first < 2 or not any(one.tag.startswith(("VB", "MD")) for one in tree.tokens[first:stop]):
            continue
        agent = tree.child(verb, "obl:agent")
        source = agent if 0 <= agent < first and is_speaker(tree, agent) else None
        content = first + (tree.tokens[first].form in {"whether", "if"})
        yield Found(source, (verb, verb + 1), (content, stop), "acknowledge")


def _question(tree: Tree, verb: int) -> int:
    """Where the question begins, behind “on”, “about” or whoever asks it; -1 for none."""
    agent = tree.child(verb, "obl:agent")
    place = tree.reach(tree.below(agent))[1] if agent == verb + 2 or agent == verb + 3 else verb + 1
    for one in range(place, min(place + REACH, len(tree.tokens))):
        if tree.tokens[one].form in ASKING:
            return one
        if tree.tokens[one].form not in LEADING:
            return -1
    return -1
