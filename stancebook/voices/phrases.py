"""Attribution by phrases, in the dependency tree: “according to”, “in his view”, “made it clear”, “as she sees it”."""

from __future__ import annotations

from collections.abc import Iterator

from stancebook.language.people import is_person
from stancebook.tokens import NEGATIONS
from stancebook.voices import contents, frames, noun_frames, spans
from stancebook.voices.clauses import Found
from stancebook.voices.nominal import holder
from stancebook.voices.speakers import is_speaker, may_speak, source_of
from stancebook.voices.trees import SUBJECTS, Range, Tree

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
            # “in the widow’s telling”, read as a clause
            source = next((one for one in tree.children(place, "nsubj") if tree.children(one, "case")), -1)
        if source < 0:
            source = next((one for one in tree.children(place, "nmod") if tree.marked_by(one, "of")), -1)
        if source < 0 or tree.tokens[source].form in {"its", "your"} or not may_speak(tree, source, "say"):
            continue
        content = _governed(tree, place, tree.below(place), place)
        if content and content[1] > content[0]:
            yield Found(source, (place, place + 1), content, "acknowledge")


def is_named_people(tree: Tree, place: int) -> bool:
    """Whether an adjective names whose eyes they are: “Chinese”, “Western”."""
    token = tree.tokens[place]
    return token.text[:1].isupper() and token.tag[:2] in {"JJ", "NN"} and place > 0


def standpoints(tree: Tree) -> Iterator[Found]:
    """“As the governor sees it, …”; “To the farmers, the dam is a threat.”"""
    for place in range(len(tree.tokens)):
        found = _as_seen(tree, place) or _to_hear(tree, place) or _seen_by(tree, place)
        if found:
            yield found


def _to_hear(tree: Tree, verb: int) -> Found | None:
    """“To listen to the ministry, the rain will settle everything”; “to hear the mayor, …”."""
    lemma, head = tree.tokens[verb].lemma, tree.heads[verb]
    fronted = tree.relations[verb] == "advcl" and tree.marked_by(verb, "to") and 0 < verb < head
    source = tree.child(verb, "obj", "obl")
    if not fronted or verb > 2 or lemma not in {"hear", "listen"} or source < verb:
        return None
    stop = tree.reach(tree.below(verb))[1]
    alone = not tree.children(verb, "ccomp", "xcomp") and is_speaker(tree, source) and may_speak(tree, source, "say")
    if not alone or stop >= len(tree.tokens) or tree.tokens[stop].text != ",":
        return None
    return Found(source, (verb, verb + 1), tree.reach(range(stop + 1, len(tree.tokens))), "distance")


def _as_seen(tree: Tree, verb: int) -> Found | None:
    """“As the governor sees it, the law has failed”; “to hear the ministry tell it, …”."""
    ahead = tree.tokens[verb + 1 : verb + 3]
    it = len(ahead) == 2 and ahead[0].form == "it" and not ahead[1].is_word
    if not it or tree.heads[verb] < 0 or tree.tokens[verb].lemma not in frames.STANDPOINT:
        return None
    heard = next((one for one in range(verb) if tree.tokens[one].lemma == "hear" and tree.marked_by(one, "to")), -1)
    teller = max(tree.child(heard, "obj"), tree.child(verb, "nsubj")) if heard >= 0 else -1
    if heard < teller < verb:
        source, clause = teller, heard
    elif tree.marked_by(verb, "as"):
        source, clause = tree.child(verb, "nsubj"), verb
    else:
        return None
    if source < 0 or not may_speak(tree, source, "say"):
        return None
    content = _governed(tree, clause, tree.below(clause) | tree.below(verb), clause)
    if not content or content[1] <= content[0]:
        return None
    return Found(source, (verb, verb + 1), content, "acknowledge")


def _seen_by(tree: Tree, noun: int) -> Found | None:
    """“To the farmers, the dam is a threat”; “for” takes a view only where what follows says what something is."""
    case, head = tree.child(noun, "case"), tree.heads[noun]
    if case != 0 or head <= noun or tree.tokens[case].form not in {"to", "for"} or tree.relations[noun] != "obl":
        return None
    stop = tree.reach(tree.below(noun))[1]
    people = is_speaker(tree, noun) and (tree.tokens[noun].tag.startswith("NNP") or _are_people(tree, noun))
    follows = stop < len(tree.tokens) and (tree.tokens[stop].text == "," or stop == tree.child(head, "nsubj"))
    if not people or not follows:
        return None
    if tree.tokens[head].lemma in frames.PROVING and tree.tokens[head].tag in {"VBZ", "VBP", "VBD"}:
        # “For the hawks, this proves that talking is weakness.”
        return Found(noun, (case, case + 1), tree.reach(range(stop + 1, len(tree.tokens))), "acknowledge")
    if tree.child(head, "cop") < 0:
        return None
    is_noun = tree.tokens[head].tag == "NN" and any(
        tree.tokens[one].form in {"a", "an", "no", "nothing"} for one in tree.children(head, "det")
    )
    it = tree.child(head, "nsubj")
    is_noun = is_noun or tree.tokens[head].tag.startswith("NN") and it >= 0 and tree.tokens[it].form == "it"
    judged = tree.tokens[head].form in noun_frames.ACCEPTING
    if not is_noun and not judged and (tree.tokens[case].form == "for" or not tree.tokens[head].tag.startswith("JJ")):
        return None
    return Found(noun, (case, case + 1), tree.reach(tree.below(head, without=[noun])), "acknowledge")


def _are_people(tree: Tree, noun: int) -> bool:
    token = tree.tokens[noun]
    return is_person(token) or token.lemma in frames.DOCUMENTS or token.tag == "NNS" and is_speaker(tree, noun)


def set_phrases(tree: Tree) -> Iterator[Found]:
    """“made it clear that”, “let it be known that”, “are of the opinion that”."""
    for place, token in enumerate(tree.tokens):
        yield from _has_it(tree, place)
        yield from _taken_for_granted(tree, place)
        yield from _wants_to_know(tree, place)
        yield from _heard(tree, place)
        yield from _what_is_said(tree, place)
        yield from _as_told(tree, place)
        yield from _if_believed(tree, place)
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


def _what_is_said(tree: Tree, verb: int) -> Iterator[Found]:
    """“What the official now says is that warnings are weapons” (a pseudo-cleft: Quirk et al. 1985, 18.29)."""
    what, source, be = tree.heads[verb], tree.child(verb, "nsubj"), verb + 1
    lemma = tree.tokens[verb].lemma
    free = tree.relations[verb].startswith("acl") and what >= 0 and tree.tokens[what].form == "what"
    if not free or source < 0 or lemma not in frames.BESIDE - frames.PERCEIVING | {"mean"}:
        return
    says = be < len(tree.tokens) and tree.tokens[be].lemma == "be" and may_speak(tree, source, lemma)
    first = be + 1 + (be + 1 < len(tree.tokens) and tree.tokens[be + 1].form == "that")
    if says and is_speaker(tree, source):
        yield Found(source, (verb, verb + 1), tree.reach(range(first, len(tree.tokens))), "acknowledge")


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


def _as_told(tree: Tree, verb: int) -> Iterator[Found]:
    """“Ukraine, the argument goes, cannot win.”"""
    noun = tree.child(verb, "nsubj")
    told = (
        tree.tokens[verb].lemma in {"go", "run"}
        and noun >= 0
        and tree.tokens[noun].lemma in {*noun_frames.NOUNS, "story", "saying", "tale"}
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
