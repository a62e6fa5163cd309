"""Attribution by nouns of speech and thought, in the dependency tree: “the Kremlin’s claim that …”."""

from __future__ import annotations

from collections.abc import Iterator

from stancebook.language.names import CALENDAR
from stancebook.language.people import is_person
from stancebook.tokens import is_number
from stancebook.voices import frames, noun_frames, spans
from stancebook.voices.clauses import Alignments, Found
from stancebook.voices.speakers import is_passive, is_speaker, may_speak, source_of
from stancebook.voices.trees import Range, Tree

#: Adjectives that hold a cue at a distance: “the so-called claims”, “their professed dreams”.
DISTANCING = frozenset(
    "professed alleged supposed purported so-called ostensible self-styled would-be pretended avowed".split()
)


def nouns(tree: Tree, alignments: Alignments) -> Iterator[Found]:
    """“the Kremlin’s claim that …”, “warnings by analysts of …”, “his message was that …”, “one boast: …”."""
    for place, token in enumerate(tree.tokens):
        if token.lemma not in noun_frames.NOUNS or not token.tag.startswith("NN"):
            continue
        source, owned = holder(tree, place)
        if source is None:
            source, owned = by_light_verb(tree, place)
        if source is None:
            source, owned = _as_ground(tree, place)
        if source is None and _is_the_authors(tree, place):
            continue
        content = _content(tree, place, token.lemma, owned) or _arriving(tree, place)
        if content is None or content[1] <= content[0]:
            continue
        if not owned and token.lemma in noun_frames.ONLY_OWNED and not _stands_alone(tree, place):
            continue
        if source is not None and not may_speak(tree, source, "say"):
            continue
        if any(
            tree.tokens[child].form in {"no", "my", "our", "your"} for child in tree.children(place, "det", "nmod:poss")
        ):
            continue
        alignment = alignments.of(noun_frames.NOUNS[token.lemma])
        if any(tree.tokens[child].form in DISTANCING for child in tree.children(place, "amod")):
            alignment = "distance"
        yield Found(source, (place, place + 1), content, alignment)


def _is_the_authors(tree: Tree, noun: int) -> bool:
    """“I have only the observation that …”: the author’s own, though he has it as another has a claim."""
    heads = [one for one in (noun, *tree.up(noun)) if tree.tokens[one].lemma in noun_frames.LIGHT][:1]
    if not heads and tree.relations[noun] == "parataxis":
        # “I have no answer, only the observation that …”, where a tree lets the noun stand by itself.
        heads = [one for one in tree.children(tree.heads[noun], "conj") if one < noun][-1:]
    return any(tree.tokens[one].form in {"i", "we"} for verb in heads for one in tree.children(verb, "nsubj"))


def holder(tree: Tree, noun: int) -> tuple[int | None, bool]:
    """Whose claim it is: “the Kremlin’s claim”, “claims by officials”, “the Russian claim”; and whether it is owned."""
    for child in tree.children(noun, "nmod:poss"):
        return child, True
    for child in tree.children(noun, "nmod", "obl", "obl:agent"):
        case = {token.form for token in tree.marks(child)}
        if (
            case & {"by", "from", "among"}
            or "of" in case
            and not (tree.tokens[noun].lemma in noun_frames.OF_NUMBERS and _is_counted(tree, child))
            and tree.tokens[noun].lemma not in {"report", "talk", "line", "word"}
        ):
            if is_speaker(tree, child):
                return child, True
    for child in tree.children(noun, "acl:relcl"):
        # “the question that my students ask me”
        subject = tree.child(child, "nsubj")
        put = tree.tokens[child].lemma in noun_frames.PUTTING and not tree.marked_by(child, "that")
        if put and subject > noun and tree.tokens[subject].form not in {"that", "which", "who"}:
            if is_speaker(tree, subject):
                return subject, True
    for child in tree.children(noun, "nmod", "obl"):
        # “the view in Washington”, “a suspicion across the region”
        if tree.marked_by(child, "in", "at", "across", "within", "from") and _is_where_people_are(tree, child):
            return child, True
    for child in tree.children(noun, "amod", "compound"):
        token = tree.tokens[child]
        of_people = token.form.endswith(("an", "ish", "ese", "ch", "i")) or token.tag.startswith("NNP")
        if token.text[:1].isupper() and (child > 0 or of_people) and token.tag[:2] in {"JJ", "NN"}:
            return child, True
    return None, False


def _is_where_people_are(tree: Tree, noun: int) -> bool:
    """Whether a noun names a place or a body whose people may hold a view: a name that is no date, a body, people."""
    token = tree.tokens[noun]
    named = token.tag.startswith("NNP") and token.text not in CALENDAR
    return named or token.lemma in frames.DOCUMENTS | noun_frames.QUARTERS or is_person(token)


def _as_ground(tree: Tree, noun: int) -> tuple[int | None, bool]:
    """“She ran on a promise to”, “acted in the belief that”: the ground on which the verb’s subject acts is its own.

    Prepositions with nouns that take a that-clause (“prep N that”: Francis, Hunston & Manning 1998).
    """
    verb = tree.heads[noun]
    lemma = tree.tokens[noun].lemma
    grounded = lemma in noun_frames.GROUNDS and tree.relations[noun] in {"obl", "advcl"} and verb >= 0
    feared = lemma == "fear" and tree.marked_by(noun, "for")
    if not grounded or not (feared or tree.marked_by(noun, *noun_frames.GROUNDING)):
        return None, False
    source = source_of(tree, verb) if not is_passive(tree, verb) else None
    return (source, True) if source is not None and is_speaker(tree, source) else (None, False)


def _is_counted(tree: Tree, noun: int) -> bool:
    """Whether a noun is a number or has one: “a figure of nine hundred”, “of eighty wounded”."""
    return any(is_number(tree.tokens[one]) for one in (noun, *tree.children(noun, "nummod")))


def by_light_verb(tree: Tree, noun: int) -> tuple[int | None, bool]:
    """“He repeated the claim that”: the subject of a verb that makes the claim its own."""
    verb = tree.heads[noun]
    if verb >= 0 and tree.tokens[verb].lemma in frames.ARRIVING and verb < noun:
        # “From the ministry comes the assurance that …”
        sender = next((one for one in tree.children(verb, "obl") if tree.marked_by(one, "from")), -1)
        if 0 <= sender < verb and is_speaker(tree, sender):
            return sender, True
    if verb >= 0 and tree.tokens[verb].lemma in noun_frames.RESTING and tree.relations[noun] == "obl":
        # “Her case rests on the claim that …”
        case = tree.child(verb, "nsubj")
        if case >= 0 and tree.tokens[case].lemma in noun_frames.NOUNS:
            return holder(tree, case)
    if verb < 0 or tree.tokens[verb].lemma not in noun_frames.LIGHT:
        return None, False
    agent = tree.child(verb, "obl:agent")
    if tree.relations[noun] == "nsubj:pass" and agent >= 0 and is_speaker(tree, agent):
        # “The claim that … was first made by an adviser”
        return agent, True
    if tree.relations[noun] not in {"obj", "obl"}:
        return None, False
    source = source_of(tree, verb)
    return (source, True) if source is not None and tree.tokens[source].tag not in {"EX", "DT"} else (None, False)


def _content(tree: Tree, noun: int, lemma: str, owned: bool) -> Range | None:
    for child in tree.children(noun, "acl", "ccomp", "acl:relcl", "appos", "advcl", "dep"):
        if child < noun:
            continue
        first, _ = tree.reach(tree.below(child))
        that = tree.tokens[first].form == "that" and not _is_relative(tree, child, first)
        to = tree.relations[child] == "acl" and tree.marked_by(child, "to") and lemma in noun_frames.TO_MATTER and owned
        if that or to:
            found = spans.clause(tree, child, noun)
            return found.first, _before_predicate(tree, noun, child, found.stop)
    strayed = _strayed(tree, noun)
    if strayed >= 0:
        found = spans.clause(tree, strayed, noun)
        return found.first, found.stop
    if lemma in noun_frames.ANNOUNCING:
        announced = _announced(tree, noun)
        if announced:
            return announced
    if lemma == "report" and tree.tokens[noun].tag != "NNS":
        # “reports of shooting”, not “the report of the committee”
        return None
    numbered = lemma in noun_frames.OF_NUMBERS - noun_frames.OF_MATTER
    if (owned or _is_at_large(tree, noun)) and (lemma in noun_frames.OF_MATTER or numbered):
        for child in tree.children(noun, "nmod", "acl"):
            if numbered and not any(is_number(tree.tokens[place]) for place in tree.below(child)):
                continue
            if child > noun and tree.marked_by(child, "of", "about") and (numbered or not is_speaker(tree, child)):
                first, stop = tree.reach(tree.below(child))
                return first + (tree.tokens[first].form in {"of", "about"}), stop
    if owned and lemma == "dream":
        return _dreamt(tree, noun)
    return _after_is_that(tree, noun) if lemma in noun_frames.ANNOUNCING else None


def _after_is_that(tree: Tree, noun: int) -> Range | None:
    """“Its own estimate is that …”, where a tree has lost the clause: what follows, up to the next semicolon or “but”."""
    place = noun + 1
    if not (place < len(tree.tokens) and tree.tokens[place].lemma in {"be", "remain"}):
        return None
    while place + 1 < len(tree.tokens) and tree.tokens[place + 1].tag.startswith("RB"):
        place += 1
    that = place + 1
    if that >= len(tree.tokens) or tree.tokens[that].form != "that":
        return None
    rest = range(that + 1, len(tree.tokens))
    breaks = (one for one in rest if tree.tokens[one].text == ";" or tree.tokens[one].form == "but")
    first, stop = tree.reach(range(that + 1, next(breaks, len(tree.tokens))))
    return (first, stop) if stop - first > 2 else None


def _strayed(tree: Tree, noun: int) -> int:
    """A that-clause that a tree hangs on a noun between: “the hope of many in the trade that it will”; -1 for none."""
    inside = [one for one in tree.below(noun) if one > noun and tree.relations[one] == "nmod"]
    for between in sorted(inside):
        for clause in tree.children(between, "acl", "acl:relcl"):
            first = tree.reach(tree.below(clause))[0]
            if tree.tokens[first].form == "that" and not _is_relative(tree, clause, first):
                return clause
    return -1


def _stands_alone(tree: Tree, noun: int) -> bool:
    """Whether a clause is somebody’s though nobody is named: “the guess is that”, “there is a belief that”."""
    if any(tree.tokens[one].form in noun_frames.PUT_FORTH for one in tree.children(noun, "amod", "compound")):
        return True
    called = any(tree.tokens[one].form in noun_frames.HELD_BY_MANY for one in tree.children(noun, "amod"))
    widespread = called or tree.heads[noun] >= 0 and tree.tokens[tree.heads[noun]].form in noun_frames.HELD_BY_MANY
    believed = (widespread or _exists(tree, noun)) and tree.tokens[noun].lemma not in noun_frames.OF_NO_MIND
    return believed or _is_predicated(tree, noun) or _is_at_large(tree, noun) or _arriving(tree, noun) is not None


def _exists(tree: Tree, noun: int) -> bool:
    """“There is a belief that …”"""
    verb = tree.heads[noun]
    return verb >= 0 and any(tree.tokens[one].form == "there" for one in tree.children(verb, "expl"))


def _is_at_large(tree: Tree, noun: int) -> bool:
    """Whether what nobody in particular says is said all the same: “there is talk of”, “predictions of … rose”."""
    token = tree.tokens[noun]
    if token.lemma not in noun_frames.UNOWNED_MATTER or tree.children(noun, "nmod:poss", "compound", "nummod"):
        return False
    amid = tree.relations[noun] in {"obl", "nmod"} and tree.marked_by(noun, "amid", "amidst", "despite")
    stands = amid or tree.relations[noun].startswith("nsubj") or tree.relations[noun] == "obj"
    return _exists(tree, noun) or not tree.children(noun, "det") and stands


def _before_predicate(tree: Tree, noun: int, clause: int, stop: int) -> int:
    """Where the clause ends if a tree has taken the sentence’s own predicate into it: “a rumour that it ended spread”.

    A noun that heads its sentence has lost its predicate; a verb under the clause that is finite, or has an object as
    no passive has, and no subject, is that.
    """
    if tree.heads[noun] >= 0:
        return stop
    lost = [
        one
        for one in tree.children(clause, "xcomp", "ccomp")
        if one > clause
        and not tree.has_subject(one)
        and not tree.children(one, "aux", "mark")
        and (tree.tokens[one].tag in {"VBD", "VBZ", "VBP"} or tree.child(one, "obj") > one)
    ]
    return min(tree.reach(tree.below(lost[0]))[0], stop) if lost else stop


def _arriving(tree: Tree, noun: int) -> Range | None:
    """“Word came from the coast that the ship had sunk”; “hopes are high that it will hold” (extraposition from a noun
    phrase: Quirk et al. 1985, 18.39)."""
    verb = tree.heads[noun]
    if verb < noun or not tree.relations[noun].startswith("nsubj"):
        return None
    if tree.tokens[verb].lemma in noun_frames.TAKING_CLAUSES:
        return None
    travels = tree.tokens[noun].lemma in noun_frames.NEWS and tree.tokens[verb].lemma in frames.ARRIVING
    grows = tree.tokens[verb].lemma in noun_frames.GROWING or tree.tokens[verb].tag.startswith("JJ")
    if not travels and not grows:
        return None
    for place in sorted(tree.below(verb)):
        first = tree.reach(tree.below(place))[0]
        clause = tree.relations[place] in {"ccomp", "acl", "acl:relcl", "advcl"}
        if clause and place > first > verb and tree.tokens[first].form in {"that", "whether"}:
            found = spans.clause(tree, place, verb)
            return found.first, found.stop
    return None


def _is_predicated(tree: Tree, noun: int) -> bool:
    """“The word is that …”: the clause is said to be what the noun names."""
    verb = tree.heads[noun]
    return (
        verb >= 0
        and tree.relations[noun].startswith("nsubj")
        and (tree.tokens[verb].lemma in {"be", "remain", "stay"} or _opened_after(tree, verb, noun))
    )


def _opened_after(tree: Tree, clause: int, noun: int) -> bool:
    """Whether a “that” behind the noun opens the clause: “the word is that it is over”, not “that demand is weak”."""
    return any(one > noun and tree.tokens[one].form == "that" for one in tree.children(clause, "mark"))


def _is_relative(tree: Tree, clause: int, that: int) -> bool:
    """Whether “that” stands for the noun in its clause (“the claim that was made”)."""
    relation = tree.relations[that]
    filled = tree.children(clause, "nsubj:pass") or len(tree.children(clause, "obj")) > 1
    if tree.tokens[that].tag == "IN" and tree.children(clause, "nsubj", "nsubj:pass", "expl"):
        # Tagged as a conjunction, whatever the tree says: “fears that the levee will not hold”.
        return False
    if relation == "obj" and (filled or tree.tokens[clause].lemma in frames.WITHOUT_OBJECT):
        # “the belief that the coach must go”: nothing is left for “that” to be the object of.
        return False
    if relation in {"nsubj", "obj", "nsubj:pass", "obl"}:
        return True
    return tree.relations[clause] == "acl:relcl" and not tree.children(clause, "nsubj", "nsubj:pass", "expl", "csubj")


def _announced(tree: Tree, noun: int) -> Range | None:
    """“His message was that …”; “one boast has outlived the others: …”."""
    verb = tree.heads[noun]
    if verb >= 0 and tree.relations[noun] in {"nsubj", "nsubj:outer"}:
        if tree.tokens[verb].lemma in {"be", "remain", "stay"}:
            clause = tree.child(verb, "ccomp")
            if clause >= 0:
                found = spans.clause(tree, clause, verb)
                return found.first, found.stop
        copula = tree.child(verb, "cop")
        if copula >= 0 and _opened_after(tree, verb, noun):
            told = {place for place in tree.below(verb) if place > copula}
            first, stop = tree.reach(told - spans.comments(tree, told))
            return first + (tree.tokens[first].form == "that"), stop
    colon = next((place for place in range(noun, len(tree.tokens)) if tree.tokens[place].text == ":"), -1)
    nominative = verb < 0 or tree.relations[noun] in {"nsubj", "nsubj:outer", "obj", "root"}
    if colon > 0 and nominative and not any(token.text in {",", ";"} for token in tree.tokens[noun:colon]):
        first, stop = tree.reach(range(colon + 1, len(tree.tokens)))
        # “His advice to the young: leave.”
        owned = verb < 0 and bool(tree.children(noun, "nmod:poss"))
        return (first, stop) if stop - first >= 2 - owned else None
    return None


def _dreamt(tree: Tree, noun: int) -> Range | None:
    """“the dreams of officials for their town to become a port”: what “for” opens, wherever the tree hangs it."""
    stop_at = range(noun + 1, min(noun + 14, len(tree.tokens)))
    opening = next((place for place in stop_at if tree.tokens[place].form == "for"), -1)
    if opening < 0 or tree.heads[opening] < 0:
        return None
    head = tree.heads[opening]
    if head < opening:
        return None
    below = {place for place in tree.below(head) if place >= opening}
    return tree.reach(below)
