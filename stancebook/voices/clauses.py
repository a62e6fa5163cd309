"""Verbs of speech and thought in the dependency tree: who says, by which verb, what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stancebook.lexicons import Lexicon
from stancebook.voices import contents, frames, gapping
from stancebook.voices.speakers import is_negated, is_passive, is_speaker, leaves_unsaid, may_speak, source_of
from stancebook.voices.trees import Range, Tree

#: Verbs whose passive tells what somebody said, though nobody is named: “asked whether”, “was told that”.
HEARD = frozenset("argue ask assure challenge fear inform press promise question quiz suggest tell warn".split())
#: What will be said against the author: “it will be objected that”.
AGAINST = frozenset("answer argue ask claim contend object protest reply say suggest tell".split())


class Found(NamedTuple):
    """An attribution in a sentence: the head of the source (None where nobody is named), and ranges of tokens."""

    source: int | None
    cue: Range
    content: Range
    alignment: str
    #: Whether the verb says what something is: they call it a dare.
    calls: bool = False
    #: Whether the cue is that of the clause before: “X calls it a drill, Y a rehearsal”.
    shares: bool = False


class Alignments:
    """The alignment of each reporting verb of the lexicon, and whether a verb reports at all."""

    def __init__(self, lexicon: Lexicon):
        entries = [entry for entry in lexicon.entries if entry.category == "reporting verb"]
        self._by_words = {" ".join(entry.words): entry.subcategory for entry in entries}

    def __contains__(self, verb: str) -> bool:
        return (verb in self._by_words or verb in frames.FURTHER) and verb not in frames.NOT_REPORTING

    def of(self, verb: str) -> str:
        """How the author takes what the verb reports; acknowledged where no inventory says otherwise."""
        return self._by_words.get(verb, "acknowledge")


def attributions(tree: Tree, alignments: Alignments) -> Iterator[Found]:
    """Every attribution that a verb of the sentence makes."""
    for verb, token in enumerate(tree.tokens):
        lemma = reporting_lemma(tree, verb, alignments)
        if not lemma:
            continue
        passive = is_passive(tree, verb)
        said = contents.of_verb(tree, verb, lemma, passive=passive)
        if not said:
            continue
        heard = passive and not tree.children(verb, "obl:agent")
        source = _passive_source(tree, verb, lemma) if passive else source_of(tree, verb)
        if passive:
            unreal = tree.marked_by(verb, "to") or any(
                tree.tokens[one].tag == "MD" for one in tree.children(verb, "aux")
            )
            if unreal and source is None and not _is_expected(tree, verb, lemma):
                # “to be seen as a rival”, “would be seen as one”: nobody does yet.
                continue
            if _is_unsaid(tree, verb, lemma) or source is None and not _is_hearsay(tree, verb, lemma):
                continue
        elif source is None or not may_speak(tree, source, lemma) or _is_unsaid(tree, verb, lemma):
            continue
        elif _is_the_readers(tree, verb, source, lemma):
            continue
        elif lemma in frames.ONLY_HEARD:
            # “is understood to”; who understands something knows it
            continue
        alignment = alignments.of(lemma)
        if (
            heard
            and source is None
            and (_told_to_the_author(tree, verb) or said[0].infinitive)
            and lemma in frames.HEARSAY | {"tell"}
        ):
            # Said by nobody in particular: “is said to be rich”, “we are told”.
            alignment = "distance"
        cue, calls = cue_of(tree, verb, lemma), lemma in frames.CHARACTERIZING
        for span in said:
            for other, content in gapping.shared(tree, verb, lemma, (span.first, span.stop)):
                own = source if other is None else other
                yield Found(own, cue, content, alignment, calls, shares=other is not None)


def reporting_lemma(tree: Tree, verb: int, alignments: Alignments) -> str:
    """The lemma of a reporting verb at ``verb``, with its particle; empty where there is none."""
    token = tree.tokens[verb]
    if not (token.tag.startswith("VB") or token.part_of_speech == "VERB"):
        return ""
    lemma = tree.lemma(verb)
    if lemma in alignments:
        return lemma
    if token.lemma in alignments:
        return token.lemma
    return token.lemma if _opens_report(tree, verb) else ""


def _opens_report(tree: Tree, verb: int) -> bool:
    """Whether a verb of no inventory has people for its subject and a that-clause: “the scouts signalled that …”."""
    if tree.tokens[verb].lemma in frames.NO_REPORT or is_passive(tree, verb):
        return False
    clause = tree.child(verb, "ccomp")
    if clause < verb or not tree.marked_by(clause, "that", "whether"):
        return False
    subject = source_of(tree, verb)
    return subject is not None and is_speaker(tree, subject)


def cue_of(tree: Tree, verb: int, lemma: str) -> Range:
    """The verb, with its particle where that stands beside it."""
    return verb, verb + 1 + (" " in lemma and verb + 1 in tree.children(verb, "compound:prt", "advmod"))


def _passive_source(tree: Tree, verb: int, lemma: str) -> int | None:
    agent = tree.child(verb, "obl:agent")
    if agent < 0:
        agent = next((one for one in tree.children(verb, "obl") if tree.marked_by(one, "by")), -1)
    if agent >= 0:
        return agent
    if lemma in {"quote", "cite"}:
        subject = tree.child(verb, "nsubj:pass", "nsubj")
        return subject if subject >= 0 else None
    return None


def _is_hearsay(tree: Tree, verb: int, lemma: str) -> bool:
    """Whether a passive without an agent still gives what somebody says: “it is said that”, “was accused of”."""
    if any(tree.tokens[child].form in {"must", "can", "could", "should"} for child in tree.children(verb, "aux")):
        # “It must be said that” is the author’s own.
        return False
    subject = tree.child(verb, "nsubj:pass", "nsubj", "expl", "csubj:pass", "csubj")
    if tree.relations[verb] == "amod" or lemma in frames.NAMING and tree.relations[verb] == "acl":
        return False
    if lemma in frames.NAMING and any(tree.tokens[one].lemma == "have" for one in tree.children(verb, "aux")):
        # “has been called a prison”; what “is called” so bears the name.
        return True
    return (
        lemma in frames.HEARSAY
        or lemma in frames.REPORTING_IN_PASSIVE
        or lemma in HEARD
        or subject >= 0
        and tree.tokens[subject].form == "it"
    )


def _is_the_readers(tree: Tree, verb: int, source: int, lemma: str) -> bool:
    """Whether the author only supposes it: “you would think that”, “one might suppose that”."""
    supposes = any(tree.tokens[one].form in {"might", "may", "would", "'d", "’d", "could"} for one in tree.children(verb, "aux"))
    alone = tree.tokens[source].form in {"you", "one"} and not tree.children(source, "nmod")
    return lemma in frames.THINKING and supposes and alone


def _is_expected(tree: Tree, verb: int, lemma: str) -> bool:
    """Whether the author expects to hear it: “it will be objected that”, “I shall be told that”."""
    expected = any(tree.tokens[one].form in {"will", "'ll", "’ll", "shall", "may"} for one in tree.children(verb, "aux"))
    subject = tree.child(verb, "nsubj:pass", "nsubj", "expl")
    it_or_me = subject >= 0 and tree.tokens[subject].form in {"it", "i", "we"}
    return lemma in AGAINST and expected and it_or_me and not tree.marked_by(verb, "to")


def _told_to_the_author(tree: Tree, verb: int) -> bool:
    subject = tree.child(verb, "nsubj:pass", "nsubj")
    return subject >= 0 and tree.tokens[subject].form in {"we", "i"}


def _is_unsaid(tree: Tree, verb: int, lemma: str) -> bool:
    """Whether nothing was said: “did not say that”, “refused to say that”; a view denied is a view all the same."""
    around = [verb, *([tree.heads[verb]] if tree.relations[verb] == "xcomp" else [])]
    if len(around) > 1 and tree.tokens[around[1]].lemma in frames.RESISTING and is_negated(tree, around[1]):
        # “cannot resist adding that”
        return False
    for place in around:
        if is_negated(tree, place) and (place != verb or lemma not in frames.THINKING):
            return True
    return tree.relations[verb] == "xcomp" and leaves_unsaid(tree, tree.heads[verb])
