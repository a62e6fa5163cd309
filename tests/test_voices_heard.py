"""Speakers whom the reader hears are hung on their verbs where its tree has lost them, and nowhere else."""

import pandas as pd

from stancebook.tokens import Token
from stancebook.voices.heard import with_speakers
from stancebook.voices.mending import mended
from stancebook.voices.trees import Tree


def tree(*words):
    """A tree from words as ``form/tag/head/relation``, one space between them."""
    tokens, heads, relations, start = [], [], [], 0
    for word in words:
        form, tag, head, relation = word.split("/")
        part = "PUNCT" if not form[0].isalpha() else "VERB" if tag.startswith("VB") else "NOUN"
        lemma = {"said": "say", "admitted": "admit", "asked": "ask"}.get(form, form.lower())
        tokens.append(Token(form, form.lower(), lemma, part, tag, start, start + len(form), frozenset()))
        heads.append(int(head)), relations.append(relation)
        start += len(form) + 1
    return Tree(tokens, heads, relations, 0, 0)


def heard(given, source, cue):
    """The tree with what the reader hears: the places of a source and of its cue."""
    rows = [
        {"sentence": 0, "group": 0, "role": role, "start": given.tokens[first].start, "end": given.tokens[last].end}
        for role, (first, last) in (("source", source), ("cue", cue))
    ]
    (result,) = with_speakers([given], pd.DataFrame(rows))
    return result


LOST = tree(
    "After/IN/2/case", "Ada/NNP/2/compound", "Obi/NNP/6/obl", ",/,/5/punct", "a/DT/5/det", "lawyer/NN/2/appos", "admitted/VBD/-1/root",
    "that/IN/9/mark", "he/PRP/9/nsubj", "lied/VBD/6/ccomp",
)  # fmt: skip


def test_a_speaker_beside_a_verb_without_a_subject_is_its_subject():
    found = heard(LOST, (1, 5), (6, 6))
    assert (found.heads[2], found.relations[2]) == (6, "nsubj")
    assert found.heads[5] == 2 and found.heads[:2] == LOST.heads[:2], "the phrase stays as it is"


def test_a_sentence_that_the_tree_takes_for_a_noun_is_turned_round():
    given = tree("Officials/NNS/-1/root", "said/VBD/0/acl:relcl", "it/PRP/3/nsubj", "rained/VBD/1/ccomp")
    found = heard(given, (0, 0), (1, 1))
    assert (found.heads[1], found.relations[1], found.heads[0], found.relations[0]) == (-1, "root", 1, "nsubj")


def test_a_verb_with_a_subject_keeps_it():
    given = tree("Obi/NNP/2/nmod", "Novak/NNP/2/nsubj", "said/VBD/-1/root", "so/RB/2/advmod")
    assert heard(given, (0, 0), (2, 2)) is given


def test_a_speaker_is_not_fetched_over_other_words_nor_hung_on_an_infinitive():
    given = tree("Obi/NNP/1/nsubj", "left/VBD/-1/root", "and/CC/3/cc", "said/VBD/1/conj", "so/RB/3/advmod")
    assert heard(given, (0, 0), (3, 3)) is given
    given = tree("Obi/NNP/1/nsubj", "came/VBD/-1/root", "Novak/NNP/1/obj", "say/VB/1/xcomp")
    assert heard(given, (2, 2), (3, 3)) is given


def test_if_after_a_verb_of_asking_opens_what_is_asked():
    words = ["He/PRP/1/nsubj", "asked/VBD/-1/root", "Obi/NNP/1/iobj", "if/IN/5/mark", "it/PRP/5/nsubj", "rained/VBD/1/advcl"]
    assert mended(tree(*words)).relations[5] == "ccomp"
    parted = [*words[:3], ",/,/6/punct", "if/IN/6/mark", "it/PRP/6/nsubj", "rained/VBD/1/advcl"]
    assert mended(tree(*parted)).relations[6] == "advcl"


def test_a_copula_in_a_cue_is_no_verb_of_speech():
    given = tree("Doctors/NNS/2/nsubj", "are/VBP/2/cop", "sure/JJ/-1/root", "it/PRP/4/nsubj", "works/VBZ/2/ccomp")
    assert heard(given, (0, 0), (1, 2)) is given


def test_what_is_said_in_a_statement_hangs_on_the_verb():
    words = ["Obi/NNP/1/nsubj", "said/VBD/-1/root", "in/IN/4/case", "a/DT/4/det", "statement/NN/1/obl"]
    found = mended(tree(*words, "that/IN/7/mark", "it/PRP/7/nsubj", "rained/VBD/4/acl"))
    assert (found.heads[7], found.relations[7]) == (1, "ccomp")


def test_what_is_called_so_is_the_verbs_object():
    found = mended(tree("Obi/NNP/1/nsubj", "called/VBD/-1/root", "it/PRP/3/nsubj", "baseless/JJ/1/xcomp"))
    assert (found.heads[2], found.relations[2]) == (1, "obj")


def test_who_stands_between_a_quotation_and_its_verb_is_no_subject_within_it():
    quoted = ["“/``/2/punct", "Nobody/NN/2/nsubj", "came/VBD/9/ccomp", "”/''/2/punct", "Obi/NNP/2/nsubj", ",/,/7/punct", "a/DT/7/det"]
    found = mended(tree(*quoted, "lawyer/NN/4/appos", ",/,/4/punct", "said/VBD/-1/root"))
    assert (found.heads[4], found.relations[4], found.heads[1]) == (9, "nsubj", 2)
