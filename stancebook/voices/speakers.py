"""Who speaks by a verb, in the dependency tree: its subject, whom a relative pronoun stands for, who can be a source."""

from __future__ import annotations

from stancebook.language.people import SOMEBODY, WRITERS, is_person
from stancebook.tokens import NEGATIONS
from stancebook.voices import frames
from stancebook.voices.spans import breakaways, strayed_subject
from stancebook.voices.trees import Tree

#: The tags of what a short subject may be made of.
IN_SUBJECTS = ("DT", "JJ", "NN", "PRP", "CD", "POS")
#: Verbs after which stands who hears, not who speaks.
HEARERS_AFTER = frozenset("tell assure inform remind warn".split())
NEGATIVE = NEGATIONS | frozenset({"hardly", "scarcely", "no", "neither", "nor", "without"})
#: What the author calls what he writes: “this memo considers”.
OWN_TEXTS = frozenset("briefing column essay memo note piece".split())
#: Clauses whose subject is that of the clause around them: “…, saying that”, “took the chance to stress that”.
DEPENDENT = frozenset({"xcomp", "advcl", "acl", "conj", "parataxis", "ccomp"})


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb stands in the passive: “was told”, “accused of”, “is said”."""
    if tree.tokens[verb].tag not in {"VBN", "VBD"}:
        return False
    if tree.children(verb, "aux:pass", "nsubj:pass", "obl:agent"):
        return True
    first = not any(token.is_word for token in tree.tokens[:verb])
    if (
        tree.tokens[verb].lemma == "ask"
        and verb
        and tree.tokens[verb - 1].text == ","
        and tree.relations[verb] in {"advcl", "acl"}
    ):
        # “The president, asked whether …, laughed.”
        return not tree.children(verb, "aux", "mark")
    if tree.relations[verb] == "advcl" and (first or tree.tokens[verb].tag == "VBN"):
        return not tree.children(verb, "nsubj", "aux", "mark")
    bare = tree.relations[verb] in {"acl", "amod"} and not tree.children(verb, "nsubj", "aux", "obj")
    return bare and tree.tokens[verb].tag == "VBN"


def leaves_unsaid(tree: Tree, governor: int) -> bool:
    """Whether a verb or adjective leaves what it governs unsaid: “refused to say”, “would like to”; not “likes to”."""
    token = tree.tokens[governor]
    if token.lemma in frames.RESISTING and is_negated(tree, governor):
        # “cannot resist adding that”
        return False
    wished = token.lemma == "like" and any(tree.tokens[one].tag == "MD" for one in tree.children(governor, "aux"))
    return wished or bool({token.lemma, token.form} & frames.UNSAID)


def is_negated(tree: Tree, place: int) -> bool:
    """Whether a negation stands before a verb; “had not just been found to” is none."""
    return any(
        child < place
        and tree.tokens[child].form in NEGATIVE
        and tree.tokens[child + 1].form not in {"just", "merely", "only", "simply"}
        for child in tree.children(place, "advmod", "aux", "det", "cc", "cc:preconj", "mark", "case")
    )


def source_of(tree: Tree, verb: int) -> int | None:
    """The noun or pronoun that speaks in the active voice, as a place; None where there is none."""
    seen = set()
    while verb not in seen:
        seen.add(verb)
        subject = subject_of(tree, verb)
        if subject >= 0 and (_would_have_us(tree, verb, subject) or _is_the_hearers(tree, verb, subject)):
            subject = -1
        if subject >= 0:
            return _antecedent(tree, verb, subject)
        relation, head = tree.relations[verb], tree.heads[verb]
        if verb and tree.tokens[verb - 1].lemma == "keep" and tree.tokens[verb].tag == "VBG" and verb - 1 != head:
            # “as its diplomats keep saying”
            verb -= 1
            continue
        if relation == "conj" and tree.relations[head] == "ccomp":
            # “claims that it is safe, but admits …”: the second verb goes on with the first, not with its clause.
            outer = tree.heads[head]
            if outer >= 0 and verb in breakaways(tree, head, outer):
                verb = outer
                continue
        if head < 0 or relation not in DEPENDENT and not relation.startswith("acl"):
            return None
        if relation == "acl:relcl":
            return None
        governor = tree.tokens[head]
        if relation in {"xcomp", "ccomp"} and _would_have_us(tree, verb, subject):
            # “would have us believe that”
            verb = head
            continue
        if (
            relation == "advcl"
            and tree.marked_by(verb, "as")
            and governor.lemma in {"quote", "cite"}
            and not is_passive(tree, head)
        ):
            return tree.child(head, "obj") if tree.child(head, "obj") >= 0 else None
        if relation == "acl" and tree.tokens[verb].tag == "VBG":
            # “a statement saying that”, “officials warning of”, not “the game of guessing”
            return head if not tree.children(verb, "mark") and is_speaker(tree, head) else None
        if relation == "acl":
            verb = next((one for one in tree.up(head) if tree.tokens[one].tag.startswith("VB")), head)
            continue
        if relation == "xcomp" and leaves_unsaid(tree, head):
            return None
        if relation == "xcomp" and tree.children(head, "obj", "iobj"):
            return tree.child(head, "obj", "iobj")
        if relation in {"xcomp", "advcl"} and governor.tag.startswith("JJ") and governor.form not in frames.READY:
            return None
        if relation in {"xcomp", "advcl"} and is_passive(tree, head):
            passive = tree.child(head, "nsubj:pass", "nsubj")
            return passive if passive >= 0 else None
        verb = head
    return None


def _is_the_hearers(tree: Tree, verb: int, subject: int) -> bool:
    """“Whether you believe it or not”: what the reader believes is left open."""
    return tree.tokens[subject].form in {"us", "you"} and tree.tokens[verb].lemma == "believe"


def _would_have_us(tree: Tree, verb: int, subject: int) -> bool:
    """“The mayor would have us believe that”: what somebody would have others think, he says."""
    have = tree.heads[verb]
    governed = have >= 0 and tree.tokens[have].lemma == "have" and tree.tokens[verb].lemma in frames.HAVING_US
    return governed and (subject < 0 or tree.tokens[subject].form in {"us", "you"})


def subject_of(tree: Tree, verb: int) -> int:
    """The verb’s own subject, or -1; of two before it the nearer: “The hotel is, its owner swears, haunted.”"""
    inverted = inverted_subject(tree, verb)
    if inverted >= 0:
        return inverted
    subjects = [one for one in tree.children(verb, "nsubj", "nsubj:outer") if tree.tokens[one].form != "whom"]
    clause = tree.child(verb, "ccomp")
    if not subjects and clause > verb:
        # A subject of this verb that a tree hangs on what it reports: “An engineer who had left said he was sure”.
        strayed = [one for one in tree.children(clause, "nsubj") if one < verb]
        return strayed[-1] if strayed else -1
    if strayed_subject(tree, verb) >= 0:
        subjects = [one for one in subjects if one < verb]
    before = [one for one in subjects if one < verb]
    if before or subjects:
        return before[-1] if before else subjects[0]
    return max(_quantifier_before(tree, verb), _enclosed_subject(tree, verb))


def _enclosed_subject(tree: Tree, verb: int) -> int:
    """The noun of “, aides admit,” where a tree gives it to another verb: the marks around say whose it is; -1 for none."""
    last = verb + 1
    if tree.tokens[verb].lemma not in frames.BESIDE or last < len(tree.tokens) and tree.tokens[last].is_word:
        return -1
    first = verb
    while first and tree.tokens[first - 1].tag.startswith(IN_SUBJECTS):
        first -= 1
    enclosed = 0 < first < verb and tree.tokens[first - 1].text in {",", "—", "–"}
    noun = tree.tokens[verb - 1].tag.startswith(("NN", "PRP")) and is_speaker(tree, verb - 1)
    return verb - 1 if enclosed and noun and tree.tokens[verb].tag in {"VBP", "VBZ", "VBD"} else -1


def _quantifier_before(tree: Tree, verb: int) -> int:
    """“Both concede that …”: a quantifier alone right before a finite verb without subject is that; -1 for none.

    So is a plural noun that a tree ties to the verb as if that were a noun: “Sceptics counter that”.
    """
    if verb and tree.relations[verb - 1] == "compound" and tree.heads[verb - 1] == verb:
        return verb - 1
    place = verb - 1
    while place >= 0 and tree.tokens[place].tag.startswith("RB") and tree.tokens[place].form not in SOMEBODY:
        place -= 1
    alone = place >= 0 and tree.tokens[place].form in SOMEBODY - {"other"} and tree.heads[place] == verb
    opens = alone and (not place or not tree.tokens[place - 1].is_word or tree.tokens[place - 1].form in {"that", "but"})
    return place if opens and tree.tokens[verb].tag in {"VB", "VBP", "VBD", "VBZ"} else -1


def inverted_subject(tree: Tree, verb: int) -> int:
    """Who speaks right after the verb: “…, says Moscow”, “So said the newspapers”; -1 where there is none."""
    token = tree.tokens[verb]
    before = tree.tokens[verb - 1] if verb else None
    after = verb + 1
    opened = before is not None and (before.text in {",", "—", "–"} or before.form == "so")
    if (
        not opened
        or after >= len(tree.tokens)
        or token.lemma not in frames.BESIDE
        or token.tag not in {"VBZ", "VBD", "VBP"}
    ):
        return -1
    noun = tree.top_of_phrase(after)
    own = tree.children(verb, "nsubj")
    if token.lemma in HEARERS_AFTER and any(one < verb for one in own):
        # “…,” Olga, who drives a tram, told our reporter.
        return -1
    if (
        noun <= verb
        or tree.tokens[after].tag in {"IN", "TO", "WP", "WDT", "RB"}
        or any(after > one and one == verb - 1 for one in own)
        or tree.tokens[after].form in {"him", "them", "me", "us"}
        or tree.relations[noun] == "expl"
        or tree.is_time(noun)
    ):
        # “Olga, the mayor, said Tuesday that …”, “…, says it is crucial that …”
        return -1
    if tree.relations[noun].startswith("nsubj") and tree.heads[noun] != verb:
        # “…, said most passengers were asleep”: who follows is the subject of what is said.
        return -1
    return noun if tree.tokens[noun].tag.startswith(("NN", "PRP", "CD")) and is_speaker(tree, noun) else -1


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
        split = tree.heads[verb]
        if split >= 0 and tree.child(split, "cop") >= 0 and tree.tokens[split].tag.startswith("NN"):
            # “It was the services, remember, who promised …” (a cleft sentence)
            it = tree.child(split, "nsubj", "expl")
            return split if it >= 0 and tree.tokens[it].form == "it" and split < subject else None
        return before if noun and token.form == "who" else None
    noun = tree.heads[clause]
    named = noun >= 0 and tree.relations[noun] == "appos" and tree.tokens[tree.heads[noun]].tag.startswith("NNP")
    return tree.heads[noun] if named else noun


def may_speak(tree: Tree, source: int, lemma: str) -> bool:
    """Whether the noun can be a source: neither the author nor nobody, nor a thing that shows something."""
    noun = tree.tokens[source]
    of_others = any(tree.tokens[one].form not in {"us", "ours"} for one in tree.children(source, "nmod"))
    if noun.text == "WHO" or noun.form == "one" and of_others:
        # The World Health Organization; “one of them said”.
        return True
    if lemma in frames.DISBELIEVED and _is_nobody(tree, source):
        # “Nobody in the town believes that …”: they doubt it.
        return True
    if noun.form in frames.NO_SOURCES | frames.IMPERSONAL - {"it", "all", "this"} or noun.tag in {
        "EX",
        "WP",
        "WDT",
        "WP$",
    }:
        return False
    if any(
        tree.tokens[child].form in {"no", "neither"}
        for child in tree.children(source, "det", "nmod:poss", "cc:preconj")
    ):
        return False
    if noun.lemma in WRITERS | OWN_TEXTS and any(tree.tokens[child].form == "this" for child in tree.children(source, "det")):
        return False
    if any(tree.tokens[child].form in {"us", "ours"} for child in tree.children(source, "nmod")):
        return False
    if noun.lemma in frames.NOT_SPEAKING:
        return False
    if noun.form in {"it", "this", "all"}:
        return noun.form == "it" and lemma not in frames.SHOWING - frames.ALSO_OF_PEOPLE
    return lemma not in frames.SHOWING or is_speaker(tree, source) or noun.lemma in frames.EVIDENCE


def _is_nobody(tree: Tree, source: int) -> bool:
    """Whether people are named as those of whom none does: “nobody in the town”, “no farmer”, “none of the pilots”."""
    noun = tree.tokens[source]
    denied = any(tree.tokens[one].form == "no" for one in tree.children(source, "det"))
    among = any(tree.tokens[one].form not in {"us", "ours"} for one in tree.children(source, "nmod"))
    if noun.form in {"anyone", "anybody"} and among:
        # “hardly anyone in the town”
        return any(token.form in {"hardly", "scarcely", "barely"} for token in tree.tokens[max(source - 2, 0) : source])
    return noun.form in {"nobody", "none"} and among or denied and (is_person(noun) or noun.form == "one" and among)


def is_speaker(tree: Tree, source: int) -> bool:
    """Whether a noun names who or what can say something: a name, a person, people, a body, a document."""
    noun = tree.tokens[source]
    if noun.tag in {"NNP", "NNPS", "PRP", "CD"} or noun.part_of_speech == "PROPN":
        return True
    if noun.part_of_speech in {"PRON", "DET", "ADJ"} or noun.tag == "DT":
        return noun.form not in frames.IMPERSONAL
    return (
        is_person(noun)
        or noun.lemma in frames.DOCUMENTS
        or noun.tag == "NNS"
        and noun.form.endswith(("ers", "ors", "ists", "ians", "men"))
    )
