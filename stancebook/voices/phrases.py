"""Attribution by phrases, in the dependency tree: “according to”, “in his view”, “made it clear”."""

from __future__ import annotations

from collections.abc import Iterator

from stancebook.tokens import NEGATIONS
from stancebook.voices import noun_frames, spans
from stancebook.voices.clauses import Found
from stancebook.voices.speakers import is_speaker, may_speak, source_of
from stancebook.voices.trees import SUBJECTS, Range, Tree

#: Phrases of attribution, before their source.
PREPOSITIONS = (
    ("according", "to"),
    ("judging", "by"),
    ("judging", "from"),
    ("to", "judge", "by"),
    ("to", "judge", "from"),
    ("to", "quote"),
    ("to", "paraphrase"),
)
SCHEDULES = frozenset(
    "plan schedule law rule type size need taste custom tradition constitution contract protocol".split()
)
#: What stands in a clause and is not its head.
INSIDE_CLAUSES = frozenset("amod advmod nmod obl obj nmod:poss compound nummod det case fixed nsubj appos".split())


def adverbials(tree: Tree) -> Iterator[Found]:
    """“according to Kyiv, …”, “judging by his speech, …”."""
    for place in range(len(tree.tokens)):
        phrase = next((phrase for phrase in PREPOSITIONS if _matches(tree, place, phrase)), None)
        if phrase is None or phrase[-1] in {"quote", "paraphrase"} and place and tree.tokens[place - 1].text != ",":
            continue
        noun = _object_of(tree, place + len(phrase))
        if noun is None or not may_speak(tree, noun, "say") or tree.tokens[noun].lemma in SCHEDULES:
            continue
        own = tree.below(noun) | set(range(place, place + len(phrase)))
        content = governed(tree, noun, own, place)
        if content and content[1] > content[0]:
            inferred = phrase[-1] not in {"to", "quote", "paraphrase"}
            yield Found(noun, (place, place + len(phrase)), content, "endorse" if inferred else "acknowledge")


def views(tree: Tree) -> Iterator[Found]:
    """“in Lavrov’s view, …”, “by her own account, …”, “in the words of the poet, …”."""
    for place, token in enumerate(tree.tokens):
        if (
            token.form not in noun_frames.VIEWS
            or not tree.marked_by(place, "in", "by", "to", "on")
            or tree.relations[place] not in {"obl", "advcl"}
        ):
            continue
        source = tree.child(place, "nmod:poss")
        if source < 0 and token.form in {"eyes", "telling", "minds", "parlance", "thinking", "opinion"}:
            # “in Chinese eyes”
            source = next((one for one in tree.children(place, "amod", "compound") if is_named_people(tree, one)), -1)
        if source < 0 and token.tag == "VBG":
            # “in the widow’s telling”, “in her telling”, read as a clause
            owners = tree.children(place, "nsubj")
            source = next((one for one in owners if tree.children(one, "case") or tree.tokens[one].tag == "PRP$"), -1)
        if source < 0:
            source = next((one for one in tree.children(place, "nmod") if tree.marked_by(one, "of")), -1)
        if source < 0 or tree.tokens[source].form in {"its", "your"} or not may_speak(tree, source, "say"):
            continue
        # “In her telling the war was won”: the subject of what follows, which a tree may take for what is told.
        taken = [one for one in tree.children(place, "obj", "obl") if one > place and token.tag == "VBG"]
        content = governed(tree, place, tree.below(place, without=taken), place)
        if content and content[1] > content[0]:
            yield Found(source, (place, place + 1), content, "acknowledge")


def is_named_people(tree: Tree, place: int) -> bool:
    """Whether an adjective names whose eyes they are: “Chinese”, “Western”."""
    token = tree.tokens[place]
    return token.text[:1].isupper() and token.tag[:2] in {"JJ", "NN"} and place > 0







def set_phrases(tree: Tree) -> Iterator[Found]:
    """“made it clear that”, “let it be known that”, “are of the opinion that”."""
    for place, token in enumerate(tree.tokens):
        yield from _has_it(tree, place)
        yield from _taken_for_granted(tree, place)
        yield from _wants_to_know(tree, place)
        yield from _heard(tree, place)
        if (
            token.form in noun_frames.OPINIONS
            and tree.marked_by(place, "of", "under")
            and tree.child(place, "acl", "ccomp") > place
            and tree.child(place, "nsubj") >= 0
        ):
            found = spans.clause(tree, tree.child(place, "acl", "ccomp"), place)
            yield Found(tree.child(place, "nsubj"), (place, place + 1), (found.first, found.stop), "acknowledge")
        yield from _left_no_doubt(tree, place)
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


def _taken_for_granted(tree: Tree, verb: int) -> Iterator[Found]:
    """“Both take it for granted that the border will hold”; “takes it as read that …”."""
    if tree.tokens[verb].lemma != "take" or tree.tokens[min(verb + 1, len(tree.tokens) - 1)].form != "it":
        return
    words = next((one for one in range(verb + 2, min(verb + 5, len(tree.tokens)))
                  if tree.tokens[one].form in {"granted", "read", "given", "gospel"}), -1)  # fmt: skip
    that = words + 1
    if words < 0 or that >= len(tree.tokens) or tree.tokens[that].form != "that":
        return
    source = source_of(tree, verb)
    if source is not None and may_speak(tree, source, "think"):
        yield Found(source, (verb, words + 1), tree.reach(range(that + 1, len(tree.tokens))), "acknowledge")


def _wants_to_know(tree: Tree, verb: int) -> Iterator[Found]:
    """“The auditors want to know who paid”: they ask."""
    wish = tree.heads[verb]
    asks = tree.tokens[verb].lemma == "know" and tree.relations[verb] == "xcomp" and tree.marked_by(verb, "to")
    if not asks or wish < 0 or tree.tokens[wish].lemma not in {"want", "demand", "like", "wish", "ask"}:
        return
    clause = next((one for one in tree.children(verb, "ccomp", "advcl", "obj") if one > verb), -1)
    first = tree.reach(tree.below(clause))[0] if clause >= 0 else -1
    asks_for = first == verb + 1 and tree.tokens[first]
    asked = asks_for and (asks_for.tag in {"WP", "WRB", "WDT"} or asks_for.form in {"whether", "if"})
    source = source_of(tree, wish)
    if asked and source is not None and may_speak(tree, source, "ask"):
        found = spans.clause(tree, clause, verb)
        yield Found(source, (wish, verb + 1), (found.first, found.stop), "acknowledge")


def _heard(tree: Tree, verb: int) -> Iterator[Found]:
    """“One hears that the roads are closed”, “we often read that …”: what is said by nobody in particular."""
    subject, clause = tree.child(verb, "nsubj"), tree.child(verb, "ccomp")
    hearing = tree.tokens[verb].lemma in {"hear", "read"} and tree.tokens[verb].tag in {"VBP", "VBZ", "VB"}
    if not hearing or subject < 0 or clause < verb or tree.tokens[subject].form not in {"one", "we", "you", "i"}:
        return
    denied = any(tree.tokens[one].form in NEGATIONS for one in tree.children(verb, "advmod"))
    if tree.marked_by(clause, "that") and not denied:
        found = spans.clause(tree, clause, verb)
        yield Found(None, (verb, verb + 1), (found.first, found.stop), "distance")



def _left_no_doubt(tree: Tree, noun: int) -> Iterator[Found]:
    """“The mayor left no doubt that he would run.”"""
    verb = tree.heads[noun]
    if tree.tokens[noun].form not in {"doubt", "doubts"} or verb < 0 or tree.tokens[verb].lemma != "leave":
        return
    clause = next((one for head in (noun, verb) for one in tree.children(head, "acl", "ccomp") if one > noun), -1)
    source = source_of(tree, verb)
    none = any(tree.tokens[one].form in {"no", "little"} for one in tree.children(noun, "det", "amod"))
    if none and clause >= 0 and source is not None and is_speaker(tree, source) and may_speak(tree, source, "say"):
        found = spans.clause(tree, clause, noun)
        yield Found(source, (verb, noun + 1), (found.first, found.stop), "acknowledge")




def _matches(tree: Tree, place: int, phrase: tuple[str, ...]) -> bool:
    return all(place + n < len(tree.tokens) and tree.tokens[place + n].form == word for n, word in enumerate(phrase))


def _object_of(tree: Tree, first: int) -> int | None:
    """The noun that a phrase of attribution leads to: the top of the tree’s branch that begins at ``first``."""
    if first >= len(tree.tokens):
        return None
    return tree.top_of_phrase(first)


def governed(tree: Tree, noun: int, own: set[int], place: int) -> Range | None:
    """The clause, or the phrase, that the adverbial stands in."""
    head = tree.heads[noun]
    while head >= 0 and head in own:
        head = tree.heads[head]
    if head < 0:
        rest = set(range(len(tree.tokens))) - own
        return tree.reach(rest)
    set_apart = place > 0 and tree.tokens[place - 1].text in {",", "—", "–"}
    if set_apart and tree.relations[head] in SUBJECTS and tree.heads[head] >= 0:
        # “The opposition, to judge by its posters, has won”: set behind the subject, of the whole clause.
        head = tree.heads[head]
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
