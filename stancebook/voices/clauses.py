"""Verbs of speech and thought in the dependency tree: who says, by which verb, what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stancebook.lexicons import Lexicon
from stancebook.tokens import NEGATIONS
from stancebook.voices import contents, frames, spans
from stancebook.voices.people import is_person
from stancebook.voices.trees import Range, Tree

NEGATIVE = NEGATIONS | frozenset({"hardly", "scarcely", "no", "nor", "without"})
#: Clauses whose subject is that of the clause around them: “…, saying that”, “took the chance to stress that”.
DEPENDENT = frozenset({"xcomp", "advcl", "acl", "conj", "parataxis", "ccomp"})


#: Verbs whose passive tells what somebody said, though nobody is named: “asked whether”, “was told that”.
HEARD = frozenset("tell inform assure warn fear argue suggest ask".split())


class Found(NamedTuple):
    """An attribution in a sentence: the head of the source (None where nobody is named), and ranges of tokens."""

    source: int | None
    cue: Range
    content: Range
    alignment: str
    #: Whether the verb says what something is: they call it a dare.
    calls: bool = False


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
            if _is_unsaid(tree, verb, lemma) or source is None and not _is_hearsay(tree, verb, lemma):
                continue
        elif source is None or not may_speak(tree, source, lemma) or _is_unsaid(tree, verb, lemma):
            continue
        alignment = alignments.of(lemma)
        if heard and source is None and (_told_to_the_author(tree, verb) or said[0].infinitive) and lemma in frames.HEARSAY | {"tell"}:
            # Said by nobody in particular: “is said to be rich”, “we are told”.
            alignment = "distance"
        for span in said:
            yield Found(source, cue_of(tree, verb, lemma), (span.first, span.stop), alignment, lemma in frames.CHARACTERIZING)


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
    subject = tree.child(verb, "nsubj")
    clause = tree.child(verb, "ccomp")
    spoken = clause > verb and tree.marked_by(clause, "that", "whether")
    return spoken and subject >= 0 and is_speaker(tree, subject)


def cue_of(tree: Tree, verb: int, lemma: str) -> Range:
    """The verb, with its particle where that stands beside it."""
    return verb, verb + 1 + (" " in lemma and verb + 1 in tree.children(verb, "compound:prt"))


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb stands in the passive: “was told”, “accused of”, “is said”."""
    if tree.tokens[verb].tag not in {"VBN", "VBD"}:
        return False
    if tree.children(verb, "aux:pass", "nsubj:pass", "obl:agent"):
        return True
    first = not any(token.is_word for token in tree.tokens[:verb])
    if tree.tokens[verb].lemma == "ask" and verb and tree.tokens[verb - 1].text == "," and tree.relations[verb] == "advcl":
        # “The president, asked whether …, laughed.”
        return not tree.children(verb, "aux", "mark")
    if tree.relations[verb] == "advcl" and (first or tree.tokens[verb].tag == "VBN"):
        return not tree.children(verb, "nsubj", "aux", "mark")
    bare = tree.relations[verb] in {"acl", "amod"} and not tree.children(verb, "nsubj", "aux", "obj")
    return bare and tree.tokens[verb].tag == "VBN"


def source_of(tree: Tree, verb: int) -> int | None:
    """The noun or pronoun that speaks in the active voice, as a place; None where there is none."""
    seen = set()
    while verb not in seen:
        seen.add(verb)
        subject = subject_of(tree, verb)
        if subject >= 0 and tree.tokens[subject].form in {"us", "you"} and tree.tokens[verb].lemma == "believe":
            subject = -1
        if subject >= 0:
            return _antecedent(tree, verb, subject)
        relation, head = tree.relations[verb], tree.heads[verb]
        if relation == "conj" and tree.relations[head] == "ccomp":
            # “claims that it is safe, but admits …”: the second verb goes on with the first, not with what that reports.
            outer = tree.heads[head]
            if outer >= 0 and verb in spans.breakaways(tree, head, outer):
                verb = outer
                continue
        if head < 0 or relation not in DEPENDENT and not relation.startswith("acl"):
            return None
        if relation == "acl:relcl":
            return None
        governor = tree.tokens[head]
        if relation in {"xcomp", "ccomp"} and governor.lemma == "have" and tree.tokens[verb].lemma == "believe":
            # “would have us believe that”
            verb = head
            continue
        if relation == "advcl" and tree.marked_by(verb, "as") and governor.lemma in {"quote", "cite"} and not is_passive(tree, head):
            return tree.child(head, "obj") if tree.child(head, "obj") >= 0 else None
        if relation == "acl" and tree.tokens[verb].tag == "VBG":
            # “a statement saying that”, “officials warning of”, not “the game of guessing”
            return head if not tree.children(verb, "mark") and is_speaker(tree, head) else None
        if relation == "acl":
            verb = next((one for one in tree.up(head) if tree.tokens[one].tag.startswith("VB")), head)
            continue
        if relation == "xcomp" and {governor.lemma, governor.form} & frames.UNSAID:
            return None
        if relation == "xcomp" and tree.children(head, "obj", "iobj"):
            return tree.child(head, "obj", "iobj")
        if relation in {"xcomp", "advcl"} and governor.tag.startswith("JJ"):
            return None
        if relation in {"xcomp", "advcl"} and is_passive(tree, head):
            passive = tree.child(head, "nsubj:pass", "nsubj")
            return passive if passive >= 0 else None
        verb = head
    return None


def subject_of(tree: Tree, verb: int) -> int:
    """The verb’s own subject, or -1; of two before it the nearer: “The hotel is, its owner swears, haunted.”"""
    subjects = tree.children(verb, "nsubj", "nsubj:outer")
    clause = tree.child(verb, "ccomp")
    if not subjects and clause > verb:
        # A subject of this verb that a tree hangs on what it reports: “An engineer who had left said he was sure”.
        strayed = [one for one in tree.children(clause, "nsubj") if one < verb]
        return strayed[-1] if strayed else -1
    if contents.strayed_subject(tree, verb) >= 0:
        subjects = [one for one in subjects if one < verb]
    before = [one for one in subjects if one < verb]
    return before[-1] if before else next(iter(subjects), -1)


def _antecedent(tree: Tree, verb: int, subject: int) -> int | None:
    """The subject, or whom a relative pronoun in its place stands for."""
    token = tree.tokens[subject]
    if token.form not in {"who", "which", "that"} or token.tag not in {"WP", "WDT", "IN", "DT"}:
        return subject
    clause = next((one for one in (verb, *tree.up(verb)) if tree.relations[one].startswith("acl")), -1)
    if clause < 0:
        # A tree may hang the clause elsewhere; the noun before “who” is still the one meant.
        before = subject - 1 - (tree.tokens[subject - 1].text == ",") if subject else -1
        noun = before >= 0 and tree.tokens[before].tag.startswith(("NN", "PRP"))
        return before if noun and token.form == "who" else None
    noun = tree.heads[clause]
    named = noun >= 0 and tree.relations[noun] == "appos" and tree.tokens[tree.heads[noun]].tag.startswith("NNP")
    return tree.heads[noun] if named else noun


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
    subject = tree.child(verb, "nsubj:pass", "nsubj", "expl", "csubj:pass", "csubj")
    if tree.relations[verb] == "amod" or lemma in frames.NAMING and tree.relations[verb] == "acl":
        return False
    return lemma in frames.HEARSAY or lemma in frames.REPORTING_IN_PASSIVE or lemma in HEARD or subject >= 0 and tree.tokens[subject].form == "it"


def _told_to_the_author(tree: Tree, verb: int) -> bool:
    subject = tree.child(verb, "nsubj:pass", "nsubj")
    return subject >= 0 and tree.tokens[subject].form in {"we", "i"}


def may_speak(tree: Tree, source: int, lemma: str) -> bool:
    """Whether the noun can be a source: neither the author nor nobody, nor a thing that shows something."""
    noun = tree.tokens[source]
    if noun.text == "WHO":
        return True
    if noun.form in frames.NO_SOURCES | frames.IMPERSONAL - {"it", "all", "this"} or noun.tag in {"EX", "WP", "WDT", "WP$"}:
        return False
    if any(tree.tokens[child].form in {"no", "neither", "my", "our"} for child in tree.children(source, "det", "nmod:poss", "cc:preconj")):
        return False
    if any(tree.tokens[child].form in {"us", "ours"} for child in tree.children(source, "nmod")):
        return False
    if noun.lemma in frames.NOT_SPEAKING:
        return False
    if noun.form in {"it", "this", "all"}:
        return noun.form == "it" and lemma not in frames.SHOWING - frames.ALSO_OF_PEOPLE
    return lemma not in frames.SHOWING or is_speaker(tree, source) or noun.lemma in frames.EVIDENCE


def is_speaker(tree: Tree, source: int) -> bool:
    """Whether a noun names who or what can say something: a name, a person, people, a body, a document."""
    noun = tree.tokens[source]
    if noun.tag in {"NNP", "NNPS", "PRP", "CD"} or noun.part_of_speech == "PROPN":
        return True
    if noun.part_of_speech in {"PRON", "DET", "ADJ"} or noun.tag == "DT":
        return noun.form not in frames.IMPERSONAL
    return is_person(noun) or noun.lemma in frames.DOCUMENTS or noun.tag == "NNS" and noun.form.endswith(("ers", "ors", "ists", "ians", "men"))


def _is_unsaid(tree: Tree, verb: int, lemma: str) -> bool:
    """Whether nothing was said: “did not say that”, “refused to say that”; a view denied is a view all the same."""
    around = [verb, *([tree.heads[verb]] if tree.relations[verb] == "xcomp" else [])]
    for place in around:
        denied = any(
            child < place and tree.tokens[child].form in NEGATIVE for child in tree.children(place, "advmod", "aux", "det", "cc", "mark", "case")
        )
        if denied and (place != verb or lemma not in frames.THINKING):
            return True
    if tree.relations[verb] == "xcomp" and {tree.tokens[tree.heads[verb]].lemma, tree.tokens[tree.heads[verb]].form} & frames.UNSAID:
        return True
    return False
