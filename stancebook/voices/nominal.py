"""Attribution without a verb of its own, in the dependency tree: nouns of speech and thought, and “according to”."""

from __future__ import annotations

from collections.abc import Iterator

from stancebook.tokens import is_number
from stancebook.voices import contents, frames, spans
from stancebook.voices.clauses import Alignments, Found
from stancebook.voices.speakers import is_speaker, may_speak, source_of
from stancebook.voices.trees import Range, Tree

#: Phrases of attribution, before their source.
PREPOSITIONS = (
    ("according", "to"),
    ("judging", "by"),
    ("judging", "from"),
    ("to", "judge", "by"),
    ("to", "judge", "from"),
)
SCHEDULES = frozenset(
    "plan schedule law rule type size need taste custom tradition constitution contract protocol".split()
)
#: What stands in a clause and is not its head.
INSIDE_CLAUSES = frozenset("amod advmod nmod obl obj nmod:poss compound nummod det case fixed nsubj appos".split())
#: Adjectives that hold a cue at a distance: “the so-called claims”, “their professed dreams”.
DISTANCING = frozenset(
    "professed alleged supposed purported so-called ostensible self-styled would-be pretended avowed".split()
)


def nouns(tree: Tree, alignments: Alignments) -> Iterator[Found]:
    """“the Kremlin’s claim that …”, “warnings by analysts of …”, “his message was that …”, “one boast: …”."""
    for place, token in enumerate(tree.tokens):
        if token.lemma not in frames.NOUNS or not token.tag.startswith("NN"):
            continue
        source, owned = holder(tree, place)
        if source is None:
            source, owned = by_light_verb(tree, place)
        content = _content(tree, place, token.lemma, owned)
        if content is None or content[1] <= content[0]:
            continue
        if not owned and token.lemma in frames.ONLY_OWNED and not _is_predicated(tree, place):
            continue
        if source is not None and not may_speak(tree, source, "say"):
            continue
        if any(
            tree.tokens[child].form in {"no", "my", "our", "your"} for child in tree.children(place, "det", "nmod:poss")
        ):
            continue
        alignment = alignments.of(frames.NOUNS[token.lemma])
        if any(tree.tokens[child].form in DISTANCING for child in tree.children(place, "amod")):
            alignment = "distance"
        yield Found(source, (place, place + 1), content, alignment)


def holder(tree: Tree, noun: int) -> tuple[int | None, bool]:
    """Whose claim it is: “the Kremlin’s claim”, “claims by officials”, “the Russian claim”; and whether it is owned."""
    for child in tree.children(noun, "nmod:poss"):
        return child, True
    for child in tree.children(noun, "nmod", "obl", "obl:agent"):
        case = {token.form for token in tree.marks(child)}
        if (
            case & {"by", "from", "among"}
            or "of" in case
            and is_speaker(tree, child)
            and tree.tokens[noun].lemma not in {"report", "talk", "line", "word"}
        ):
            if is_speaker(tree, child):
                return child, True
    for child in tree.children(noun, "acl:relcl"):
        # “the question that my students ask me”
        subject = tree.child(child, "nsubj")
        if subject > noun and tree.tokens[subject].form not in {"that", "which", "who"} and is_speaker(tree, subject):
            return subject, True
    for child in tree.children(noun, "amod", "compound"):
        token = tree.tokens[child]
        of_people = token.form.endswith(("an", "ish", "ese", "ch", "i")) or token.tag.startswith("NNP")
        if token.text[:1].isupper() and (child > 0 or of_people) and token.tag[:2] in {"JJ", "NN"}:
            return child, True
    return None, False


def by_light_verb(tree: Tree, noun: int) -> tuple[int | None, bool]:
    """“He repeated the claim that”: the subject of a verb that makes the claim its own."""
    verb = tree.heads[noun]
    if verb < 0 or tree.relations[noun] not in {"obj", "obl"} or tree.tokens[verb].lemma not in frames.LIGHT:
        return None, False
    source = source_of(tree, verb)
    return (source, True) if source is not None and tree.tokens[source].tag not in {"EX", "DT"} else (None, False)


def _content(tree: Tree, noun: int, lemma: str, owned: bool) -> Range | None:
    for child in tree.children(noun, "acl", "ccomp", "acl:relcl", "appos", "advcl", "dep"):
        if child < noun:
            continue
        first, _ = tree.reach(tree.below(child))
        that = tree.tokens[first].form == "that" and not _is_relative(tree, child, first)
        to = tree.relations[child] == "acl" and tree.marked_by(child, "to") and lemma in frames.TO_MATTER and owned
        if that or to:
            found = spans.clause(tree, child, noun)
            return found.first, found.stop
    if lemma in frames.ANNOUNCING:
        announced = _announced(tree, noun, owned)
        if announced:
            return announced
    numbered = lemma in frames.OF_NUMBERS
    if owned and (lemma in frames.OF_MATTER or numbered):
        for child in tree.children(noun, "nmod", "acl"):
            if numbered and not any(is_number(tree.tokens[place]) for place in tree.below(child)):
                continue
            if child > noun and tree.marked_by(child, "of", "about") and (numbered or not is_speaker(tree, child)):
                first, stop = tree.reach(tree.below(child))
                return first + (tree.tokens[first].form in {"of", "about"}), stop
    if owned and lemma == "dream":
        return _dreamt(tree, noun)
    return None


def _is_predicated(tree: Tree, noun: int) -> bool:
    """“The word is that …”: the clause is said to be what the noun names."""
    verb = tree.heads[noun]
    return (
        verb >= 0
        and tree.relations[noun].startswith("nsubj")
        and (tree.tokens[verb].lemma in {"be", "remain", "stay"} or tree.marked_by(verb, "that"))
    )


def _is_relative(tree: Tree, clause: int, that: int) -> bool:
    """Whether “that” stands for the noun in its clause (“the claim that was made”)."""
    relation = tree.relations[that]
    if relation in {"nsubj", "obj", "nsubj:pass", "obl"}:
        return True
    return tree.relations[clause] == "acl:relcl" and not tree.children(clause, "nsubj", "nsubj:pass", "expl", "csubj")


def _announced(tree: Tree, noun: int, owned: bool) -> Range | None:
    """“His message was that …”; “one boast has outlived the others: …”."""
    verb = tree.heads[noun]
    if verb >= 0 and tree.relations[noun] in {"nsubj", "nsubj:outer"}:
        if tree.tokens[verb].lemma in {"be", "remain", "stay"}:
            clause = tree.child(verb, "ccomp")
            if clause >= 0:
                found = spans.clause(tree, clause, verb)
                return found.first, found.stop
        copula = tree.child(verb, "cop")
        if copula >= 0 and tree.marked_by(verb, "that"):
            first, stop = tree.reach({place for place in tree.below(verb) if place > copula})
            return first + (tree.tokens[first].form == "that"), stop
    colon = next((place for place in range(noun, len(tree.tokens)) if tree.tokens[place].text == ":"), -1)
    nominative = verb < 0 or tree.relations[noun] in {"nsubj", "nsubj:outer", "obj", "root"}
    if colon > 0 and nominative and not any(token.text in {",", ";"} for token in tree.tokens[noun:colon]):
        first, stop = tree.reach(range(colon + 1, len(tree.tokens)))
        return (first, stop) if stop - first >= 2 else None
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


def adverbials(tree: Tree) -> Iterator[Found]:
    """“according to Kyiv, …”, “judging by his speech, …”."""
    for place in range(len(tree.tokens)):
        phrase = next((phrase for phrase in PREPOSITIONS if _matches(tree, place, phrase)), None)
        if phrase is None:
            continue
        noun = _object_of(tree, place + len(phrase))
        if noun is None or not may_speak(tree, noun, "say") or tree.tokens[noun].lemma in SCHEDULES:
            continue
        own = tree.below(noun) | set(range(place, place + len(phrase)))
        content = _governed(tree, noun, own, place)
        if content and content[1] > content[0]:
            inferred = phrase[0] != "according"
            yield Found(noun, (place, place + len(phrase)), content, "endorse" if inferred else "acknowledge")


def views(tree: Tree) -> Iterator[Found]:
    """“in Lavrov’s view, …”, “by her own account, …”, “in the words of the poet, …”."""
    for place, token in enumerate(tree.tokens):
        if (
            token.form not in frames.VIEWS
            or not tree.marked_by(place, "in", "by", "to", "on")
            or tree.relations[place] != "obl"
        ):
            continue
        source = tree.child(place, "nmod:poss")
        if source < 0:
            source = next((one for one in tree.children(place, "nmod") if tree.marked_by(one, "of")), -1)
        if source < 0 or tree.tokens[source].form in {"its", "your"} or not may_speak(tree, source, "say"):
            continue
        content = _governed(tree, place, tree.below(place), place)
        if content and content[1] > content[0]:
            yield Found(source, (place, place + 1), content, "acknowledge")


def set_phrases(tree: Tree) -> Iterator[Found]:
    """“made it clear that”, “let it be known that”, “are of the opinion that”."""
    for place, token in enumerate(tree.tokens):
        yield from _has_it(tree, place)
        yield from _as_told(tree, place)
        yield from _if_believed(tree, place)
        if (
            token.form == "opinion"
            and tree.marked_by(place, "of")
            and tree.child(place, "acl", "ccomp") > place
            and tree.child(place, "nsubj") >= 0
        ):
            found = spans.clause(tree, tree.child(place, "acl", "ccomp"), place)
            yield Found(tree.child(place, "nsubj"), (place, place + 1), (found.first, found.stop), "acknowledge")
        clear = token.form in {"clear", "plain", "known"} and tree.relations[place] in {"xcomp", "ccomp"}
        if not clear or tree.heads[place] < 0 or tree.tokens[tree.heads[place]].lemma not in {"make", "let"}:
            continue
        verb = tree.heads[place]
        clause = next(
            (one for head in (place, verb) for one in tree.children(head, "ccomp", "csubj", "advcl") if one > place), -1
        )
        source = source_of(tree, verb)
        if clause < 0 or source is None or not may_speak(tree, source, "say"):
            continue
        found = spans.clause(tree, clause, place)
        yield Found(source, (verb, place + 1), (found.first, found.stop), "acknowledge")


def _has_it(tree: Tree, verb: int) -> Iterator[Found]:
    """“The official version has it that the convoy lost its way.”"""
    clause, source = tree.child(verb, "ccomp"), tree.child(verb, "nsubj")
    it = verb + 1 < len(tree.tokens) and tree.tokens[verb + 1].form == "it"
    if tree.tokens[verb].lemma == "have" and it and clause > verb and source >= 0 and tree.marked_by(clause, "that"):
        found = spans.clause(tree, clause, verb)
        yield Found(source, (verb, verb + 2), (found.first, found.stop), "acknowledge")


def _as_told(tree: Tree, verb: int) -> Iterator[Found]:
    """“Ukraine, the argument goes, cannot win.”"""
    noun = tree.child(verb, "nsubj")
    told = (
        tree.tokens[verb].lemma in {"go", "run"}
        and noun >= 0
        and tree.tokens[noun].lemma in {*frames.NOUNS, "story", "saying", "tale"}
    )
    for span in contents.set_in(tree, verb, "say", False) if told else ():
        source, _ = holder(tree, noun)
        yield Found(source, (noun, verb + 1), (span.first, span.stop), "acknowledge")


def _if_believed(tree: Tree, verb: int) -> Iterator[Found]:
    """“If the papers are to be believed, the war is over.”"""
    source = tree.child(verb, "nsubj:pass")
    believed = (
        tree.tokens[verb].lemma in {"believe", "trust"}
        and tree.relations[verb] == "advcl"
        and tree.marked_by(verb, "if")
    )
    if believed and source >= 0 and tree.marked_by(verb, "to") and tree.heads[verb] >= 0:
        first, stop = tree.reach(tree.below(tree.heads[verb], without=[verb]))
        yield Found(source, (verb, verb + 1), (first, stop), "distance")


def _matches(tree: Tree, place: int, phrase: tuple[str, ...]) -> bool:
    return all(place + n < len(tree.tokens) and tree.tokens[place + n].form == word for n, word in enumerate(phrase))


def _object_of(tree: Tree, first: int) -> int | None:
    """The noun that a phrase of attribution leads to: the top of the tree’s branch that begins at ``first``."""
    if first >= len(tree.tokens):
        return None
    return tree.top_of_phrase(first)


def _governed(tree: Tree, noun: int, own: set[int], place: int) -> Range | None:
    """The clause, or the phrase, that the adverbial stands in."""
    head = tree.heads[noun]
    while head >= 0 and head in own:
        head = tree.heads[head]
    if head < 0:
        rest = set(range(len(tree.tokens))) - own
        return tree.reach(rest)
    around = tree.below(head) - own
    opens = not any(token.is_word for token in tree.tokens[:place])
    while opens and tree.relations[head] in INSIDE_CLAUSES and tree.heads[head] >= 0:
        head = tree.heads[head]
        around = tree.below(head) - own
    if head < place and tree.tokens[head].tag.startswith("NN") and tree.relations[head] in {"obl", "nmod"}:
        # “in breach, according to officials, of a valid contract”
        return tree.reach(around)
    first, stop = tree.reach(around)
    while first < stop and (tree.tokens[first].form in spans.OPENERS or not tree.tokens[first].is_word):
        first += 1
    return first, stop
