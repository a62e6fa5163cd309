"""What stands for an entity in a sentence: its mentions, and what it has, does or is made of."""

from __future__ import annotations

from stancebook.evaluations.trees import NOMINAL, Tree
from stancebook.language.people import PEOPLE

#: Nouns for those whom something is done to, or who stand against it: what is said of them is not said of it.
OTHERS = frozenset(
    """opponent opposition critic rival enemy adversary foe dissident protester demonstrator protest victim refugee
    migrant exile prisoner detainee neighbour neighbor friend ally partner supporter border frontier problem question
    crisis war conflict issue matter case expert analyst journalist reporter observer correspondent watcher capital
    hostage survivor defector rebel insurgent""".split()
)
#: Nouns that name a body or its doings even where it is only “in” the place: “the men in the Kremlin”.
WITHIN = frozenset("man men official leader government regime authority people general minister power ruler parliament somebody someone anybody anyone everybody everyone".split())
#: Nouns that judge one person by what he is, or is to another.
RELATIONAL = frozenset(
    """tyrant despot strongman autocrat puppet vassal stooge lackey pawn henchman crony minion terrorist criminal
    torturer murderer liar traitor coward weakling fool fanatic demagogue propagandist militarist imperialist extremist
    racist thug gangster oligarch warlord hero heroine patriot champion protector liberator peacemaker hypocrite""".split()
)
STEPS = 3


def standing_for(tree: Tree, mention: list[int], *, person: bool, taken: set[int]) -> dict[int, int]:
    """The words that stand for the entity that is mentioned by the words ``mention``, each with its distance from it.

    “What an entity says or does stands for it”: the noun that a demonym, a possessive or an “of” belongs to (“Russian
    troops”, “the presence of Russian troops”) is reached from the mention; what is named otherwise (``taken``) is not.
    A person is not the people whom he has, and a country not the one man who leads it.
    """
    word = tree.top(mention)
    found = dict.fromkeys(mention, 0)
    for distance in range(1, STEPS + 1):
        head, relation = tree.heads[word], tree.relations[word].split(":")[0]
        if head < 0 or head in taken or tree.parts[head] not in NOMINAL or head in found:
            break
        lemma, case = tree.lemmas[head], tree.case(word)
        linked = tree.relations[word] == "nmod:poss" or relation in ("amod", "compound", "flat")
        linked |= relation == "nmod" and (case in ("of", "from", "by") or case in ("in", "at") and lemma in WITHIN)
        if relation == "amod" and tree.parts[word] == "ADJ" and tree.lemmas[word] == lemma:
            break
        someone = lemma in PEOPLE or lemma in RELATIONAL
        if not linked or lemma in OTHERS or someone and relation != "flat" and (person or tree.tags[head] == "NN"):
            break
        found[head] = distance
        word = head
    return found
