"""What a clause says of itself: its modal verbs and negations, whether it asks or orders, what kind of complement it is."""

from __future__ import annotations

from stancebook.claims.degrees import CERTAIN, POSSIBLE, PROBABLE, UNKNOWN, Factuality
from stancebook.claims.lines import OPENING, Line, segment_of
from stancebook.tokens import NEGATIONS, Sentence, Token, at
from stancebook.trees import DEPTH, clause_head, dependents, finite_tag

#: The relations of a predicate to what it depends on; a joined verb has that of the first.
CLAUSAL = frozenset({"root", "ccomp", "xcomp", "csubj", "advcl", "acl", "parataxis"})
NOBODY = frozenset({"nobody", "none", "nothing", "neither", "nowhere"})
NEGATIVE_ADVERBS = NEGATIONS | frozenset({"hardly", "scarcely", "barely", "rarely", "seldom", "nowhere", "neither", "nor"})
#: “Under no circumstances” and “at no time” deny the clause, “with no warning” does not.
_DENYING_PHRASES = frozenset("means way time circumstance circumstances account point stage event case sense longer more".split())
#: After “not” these set it to one side: “not only”, “not so much”.
_HARMLESS = frozenset("only just merely least simply so necessarily".split())
_PARTIAL = frozenset("all every everyone everybody everything always many much both enough".split())
_MODALS = {"may": POSSIBLE, "might": POSSIBLE, "can": POSSIBLE, "could": POSSIBLE, "ca": POSSIBLE} | {
    "should": UNKNOWN, "ought": UNKNOWN, "must": UNKNOWN, "need": UNKNOWN, "would": PROBABLE, "'d": PROBABLE,
}  # fmt: skip
#: Not to be able is not to do it.
_ABILITY = frozenset({"can", "could", "ca"})
_SUPPOSING = frozenset({"if", "unless", "provided", "providing", "supposing", "suppose", "lest", "whether", "assuming"})


def predicate_of(sentence: Sentence, place: int) -> int:
    """The predicate of the clause that the word at ``place`` stands in; nouns that are joined are one with the first."""
    for _ in range(DEPTH):
        token = at(sentence, place)
        relation = token.relation.split(":")[0]
        if token.head < 0 or relation in CLAUSAL:
            return place
        if relation == "conj" and first_joined(sentence, place) == predicate_of(sentence, first_joined(sentence, place)):
            return place
        place = token.head
    return clause_head(sentence, place)


def first_joined(sentence: Sentence, place: int) -> int:
    """The first of the words that the one at ``place`` is joined to."""
    for _ in range(DEPTH):
        token = at(sentence, place)
        if token.relation.split(":")[0] != "conj" or token.head < 0:
            break
        place = token.head
    return place


def own(sentence: Sentence, place: int, marked: dict[int, str | None]) -> Factuality:
    """What the clause of the predicate at ``place`` says by its modal verbs and negations.

    ``marked`` has the modality of each modal verb that is a stance marker, None for one that was turned away: “would”
    that reports a “will”, “must” that obliges.
    """
    denied = is_denied(sentence, place)
    degree = UNKNOWN if orders(sentence, place) else CERTAIN
    helpers = [sentence[helper] for helper in dependents(sentence, place, "aux")]
    perfect = any(helper.form in {"have", "'ve"} for helper in helpers)
    for helper in (*helpers, sentence[place]):  # “we would too”: the modal verb itself
        if helper.tag == "MD" or helper is not sentence[place] and helper.form in {"ought", "need"}:
            if helper.form in {"should", "ought"} and perfect and not denied:
                return Factuality(CERTAIN, True)  # what somebody should have done, he did not do
            degree = max(degree, _of_modal(helper, denied, perfect, marked))
    return Factuality(degree, denied)


def _of_modal(helper: Token, denied: bool, perfect: bool, marked: dict[int, str | None]) -> int:
    degree = _MODALS.get(helper.form, CERTAIN)
    if helper.form in _ABILITY and denied:
        return CERTAIN
    if helper.form == "must" and (perfect or marked.get(helper.start) == "epistemic"):
        return PROBABLE
    if helper.form in {"would", "'d"} and helper.start in marked and marked[helper.start] is None:
        return CERTAIN
    return degree


def is_denied(sentence: Sentence, place: int) -> bool:
    """Whether an odd number of negations bears on the predicate at ``place``."""
    count = 0
    for child in dependents(sentence, place):
        token, relation = sentence[child], sentence[child].relation.split(":")[0]
        if relation in {"advmod", "cc", "det", "aux", "mark"}:
            count += _negates(sentence, child)
        elif relation in {"nsubj", "obj", "iobj", "obl"}:
            phrase = relation == "obl"
            count += _is_nobody(sentence, child, phrase) or token.form in NOBODY and not phrase
    return count % 2 == 1


def _negates(sentence: Sentence, place: int) -> bool:
    token, following = sentence[place], at(sentence, place + 1)
    if token.form in {"longer", "more"} and at(sentence, place - 1).form == "no":
        return True
    if token.form == "no":
        return token.relation == "det"
    return token.form in NEGATIVE_ADVERBS and following.form not in _HARMLESS


def _is_nobody(sentence: Sentence, place: int, phrase: bool) -> bool:
    """Whether a noun has “no” before it, or “not one”, “no one”, “few” (Quirk et al. 1985)."""
    own_words = [sentence[child] for child in dependents(sentence, place, "det", "advmod", "nummod", "amod")]
    forms = {token.form for token in own_words}
    if phrase:
        return bool(forms & {"no"}) and sentence[place].form in _DENYING_PHRASES
    if forms & {"no", "neither"}:
        return True
    if "few" in forms and not forms & {"a", "the", "these", "those", "his", "her", "their", "our"} or _alone(sentence, place, "few"):
        return True
    if _alone(sentence, place, "little") and sentence[place].relation == "nsubj:pass" and not dependents(sentence, place):
        return True  # “little is known”
    if any(token.form == "not" and at(sentence, token_place(sentence, token) + 1).form in {"one", "a"} for token in own_words):
        return True
    return sentence[place].form == "one" and at(sentence, place - 1).form == "no"


def _alone(sentence: Sentence, place: int, form: str) -> bool:
    """“Few believe that”: the word itself is the subject, and nothing stands before it."""
    return sentence[place].form == form and not dependents(sentence, place, "det")


def token_place(sentence: Sentence, token: Token) -> int:
    return next(place for place, other in enumerate(sentence) if other is token)


def there_is_none(sentence: Sentence, place: int) -> bool:
    """Whether none is there of the noun at ``place``: “met nobody who”, not “nobody who came” said of those who did."""
    token = sentence[place]
    subject = token.relation.split(":")[0] == "nsubj"
    return has_no(sentence, place) and (not subject or bool(dependents(sentence, token.head, "expl")))


def has_no(sentence: Sentence, place: int) -> bool:
    """Whether the noun at ``place`` is one of which there is none: “nobody who”, “no way”, “little doubt”."""
    own_words = {sentence[child].form for child in dependents(sentence, place, "det", "amod")}
    return sentence[place].form in NOBODY or bool(own_words & {"no", "little", "neither"})


def asks(line: Line, place: int) -> bool:
    """Whether the next mark that ends a sentence after the word at ``place`` is a question mark."""
    for token in line.tokens[place + 1 :]:
        if token.text in {"?", "?!", "!?"}:
            return True
        if token.text in {".", "!", ";", ":"} or token.text in OPENING:
            return False
    return False


def orders(sentence: Sentence, place: int) -> bool:
    """Whether the predicate at ``place`` is an imperative: a base form without subject and modal verb."""
    token = sentence[place]
    if token.tag != "VB" or dependents(sentence, place, "nsubj", "mark", "expl"):
        return False
    quoted = token.relation == "ccomp" and place < token.head
    if not quoted and token.relation not in {"root", "parataxis"}:
        return False
    if any(child < place for child in dependents(sentence, place, "obl", "nmod", "obj", "dislocated")):
        return False
    return all(sentence[helper].form in {"do", "don't"} for helper in dependents(sentence, place, "aux"))


def is_alternative(sentence: Sentence, place: int) -> bool:
    """Whether the clause is one side of “either … or”."""
    first = first_joined(sentence, place)
    joined = [child for child in dependents(sentence, first, "conj") if finite_tag(sentence, child)]
    either = any(sentence[child].form == "either" for child in dependents(sentence, first, "cc", "advmod", "det"))
    return either and bool(joined) and (place == first or place in joined)


def supposes(sentence: Sentence, place: int) -> bool:
    """Whether the clause is a condition: “if”, “unless”, “as if”, or inverted “should it”, “had they”, “were he”."""
    marks = dependents(sentence, place, "mark")
    if any(sentence[mark].form in _SUPPOSING or _as_though(sentence, mark) for mark in marks):
        return True
    length = at(sentence, at(sentence, place).head)
    if length.form == "long" and any(sentence[mark].form == "as" for mark in marks):
        return True  # “as long as”
    subjects = dependents(sentence, place, "nsubj")
    helpers = dependents(sentence, place, "aux", "cop")
    inverted = helpers and subjects and min(helpers) < min(subjects) and not marks
    return bool(inverted) and sentence[min(helpers)].form in {"should", "had", "were"}


def _as_though(sentence: Sentence, mark: int) -> bool:
    return sentence[mark].form in {"though", "if"} and at(sentence, mark - 1).form == "as"


def is_indirect_question(sentence: Sentence, place: int) -> bool:
    """Whether a complement says who, what, how or why: what it asks about is granted."""
    return any(sentence[child].tag in {"WP", "WRB", "WDT", "WP$"} for child in dependents(sentence, place)) or any(
        sentence[grandchild].tag in {"WP", "WRB", "WDT", "WP$"}
        for child in dependents(sentence, place, "advmod", "obj", "nsubj", "obl", "amod")
        for grandchild in dependents(sentence, child)
    )


def kind_of(sentence: Sentence, place: int) -> str:
    """What complement the predicate at ``place`` is: clause, to, bare, from, ing; “small” where it has no verb."""
    forms = {sentence[child].form for child in dependents(sentence, place, "mark", "case")}
    helpers = [sentence[child] for child in dependents(sentence, place, "aux", "cop")]
    tags = {token.tag for token in (sentence[place], *helpers)}
    if sentence[place].tag == "VBG" and "to" in forms:
        return "ing"  # “took to taunting”
    if any(sentence[child].lemma == "be" and at(sentence, child + 1).form == "to" for child in dependents(sentence, place, "aux", "cop")):
        return "clause"  # “a strike that is to last”
    # An “are” before “due to leave” may be read as the infinitive’s.
    if "to" in forms or any(token.form == "to" for token in helpers):
        return "to"
    if finite_tag(sentence, place):
        return "clause"
    if "VBG" in tags:
        return "from" if "from" in forms else "ing"
    if forms & {"that", "whether", "if"}:
        return "clause"
    if any(sentence[child].form in {"i", "he", "she", "we", "they"} for child in dependents(sentence, place, "nsubj")):
        return "clause"  # “hope they come”, where a reader takes the verb for an infinitive
    if sentence[place].tag == "VB":
        return "bare"
    return "small"


def without_tree(line: Line, place: int, marked: dict[int, str | None]) -> Factuality:
    """The same where the sentence has no tree: by the modal verbs and negations of its segment up to the next verb."""
    first, stop = segment_of(line, place)
    words = list(line.tokens[first : min(stop, place + 3)])
    denied = sum(token.form in NEGATIVE_ADVERBS | NOBODY | {"no"} for token in words) % 2 == 1
    degrees = [_of_modal(token, denied, False, marked) for token in words if token.tag == "MD"]
    return Factuality(UNKNOWN if asks(line, place) else max(degrees, default=CERTAIN), denied)


def predicates(line: Line) -> list[int]:
    """The places of the clauses’ predicates: those with a finite verb, and the verbs that are complements."""
    tokens, found = line.tokens, []
    for place, token in enumerate(tokens):
        if not token.is_word or predicate_of(tokens, place) != place:
            continue
        relation = at(tokens, first_joined(tokens, place)).relation.split(":")[0]
        verbal = token.tag.startswith("VB") and (token.tag != "VBN" or relation != "acl")
        verbal = verbal or kind_of(tokens, place) == "to"
        if finite_tag(tokens, place) or (relation in CLAUSAL and verbal):
            found.append(place)
    return found
