"""Gates of persons: who “we” takes in, who “one” is, who is bidden, and whose feeling or knowledge a word names.

After Hyland (2005): the author’s presence (self-mention) is told from the reader’s (engagement), and a feeling or a
thought is a marker only where the voice that speaks has it.
"""

from __future__ import annotations

from stancebook.language.people import WRITERS
from stancebook.tokens import FINITE, OPENING_MARKS, Sentence, Token, after, at, past_adverbs
from stancebook.trees import above, clause_head, dependents, finite_tag, predicate, subject, subject_of

FIRST_PERSON = frozenset({"i", "we"})
#: “anyone can be surprised”: whoever it is, the author among them.
ANYBODY = frozenset("anyone anybody no-one nobody everyone everybody one you".split())
THIRD_PERSON = frozenset({"he", "she", "they"})
SELVES = frozenset({"i", "me", "my", "mine", "myself"})
#: Verbs with which “we” are those who write: to say, to judge, to inquire.
AUTHORING = frozenset(
    "accept acknowledge add admit advise agree analyse analyze apologise apologize applaud argue ask believe call "
    "caution claim commend conclude concede condemn confess consider contend convince declare demand describe disagree "
    "discuss assess attach base caution confirm detect exclude forecast identify judge lack monitor observe rate revise "
    "treat track update document doubt endorse estimate examine expect explain favor favour fear find hope insist interview invite "
    "maintain mention note object offer oppose persuade predict present print promise propose publish question "
    "recommend refuse regret reject repeat report say show stress submit suggest support suppose survey suspect thank "
    "think trust urge warn welcome wish wonder write".split()
)
AUTHORED = frozenset(
    "account evidence indication analysis analyst argument article assessment baseline book confidence information judgement "
    "understanding candidate case claim colleague columnist conclusion concern "
    "correspondent data editor editorial estimate finding findings interview interviewer issue judgement judgment "
    "model newsroom newspaper office opinion page pages paper position reader readers report reporter reporting "
    "research sources study survey team view website".split()
)
#: What is done to author and reader alike: “we are told”.
HEARSAY = frozenset("tell assure ask inform remind lead promise give invite urge warn teach expect suppose".split())
#: What a community has, and a reader elsewhere has not.
COMMUNITY = frozenset(
    "town village street square house home neighbour neighbor neighbours family child son daughter husband wife school "
    "shop farm field district region neighbourhood neighborhood road church garden kitchen hospital building unit "
    "regiment mother father friend village valley harbour island parish".split()
)
#: With these, “we” takes in whoever reads, unless the text’s “we” is of another kind.
SHARED = frozenset("must should can may need ought might could would".split())
#: What lies before author and reader alike: “what we are looking at is the bill”.
IN_SIGHT = frozenset({"look", "see", "witness", "face"})
EVERYBODY = frozenset({"all", "most", "each", "both", "many"})
#: Words that may stand before an imperative without making it anything else.
OPENERS = frozenset("and but so now then or first please just yet also always never do not n't don't here there".split())
#: What bids the reader in passing, between commas.
ASIDES = frozenset("remember note recall mind mark consider imagine".split())
#: Bare verbs that wish or concede, and order nothing.
WISHES = frozenset("thank suffice damn bless god long welcome".split())
NUMERALS_AFTER = frozenset("of another or hundred thousand million billion more day night morning".split())


def is_self(sentence: Sentence, place: int) -> bool:
    """Whether the word at ``place`` names whoever writes: “I”, “we”, “this newspaper”."""
    determiners = {at(sentence, place - 1).form, *(sentence[one].form for one in dependents(sentence, place, "det"))}
    word = at(sentence, place)
    return word.form in FIRST_PERSON or word.lemma in WRITERS and place >= 0 and "this" in determiners


def first_person(sentence: Sentence, first: int, stop: int) -> str:
    """“I”, “mine”, not the numeral of “World War I” nor the weapon."""
    word, before, following = sentence[first], at(sentence, first - 1), at(sentence, stop)
    named = before.tag.startswith("NNP") and (not word.tag.startswith("PRP") or not following.is_word)
    numbered = before.text in {"War", "Part", "Chapter"} or named
    if word.form == "i" and (word.text == "i" or numbered):
        return "a numeral or a letter, not the author"
    if word.form != "i" and (word.form != "mine" or not word.tag.startswith("PRP") or before.tag in {"DT", "NN", "JJ"}):
        return "the noun or verb, not the pronoun"
    return ""


def authorial(sentence: Sentence, first: int, stop: int) -> str | None:
    """“we” that leaves the reader out: of a quoted source, of an author who says I, of those who write."""
    turned_away = _no_pronoun(sentence, first)
    if turned_away != "":
        return turned_away
    return "takes in the reader" if _takes_in_the_reader(sentence, first) else ""


def inclusive(sentence: Sentence, first: int, stop: int) -> str | None:
    """“we” that takes in the reader."""
    turned_away = _no_pronoun(sentence, first)
    if turned_away != "":
        return turned_away
    return "" if _takes_in_the_reader(sentence, first) else "leaves the reader out"


def _no_pronoun(sentence: Sentence, place: int) -> str | None:
    if sentence[place].text == "US":
        return "the country"
    return None if at(sentence, place - 1).form == "let" else ""


def _takes_in_the_reader(sentence: Sentence, place: int) -> bool:
    word = sentence[place]
    if _of_everybody(sentence, place):
        return True
    if at(sentence, place - 1).form == "of" and at(sentence, place - 2).form in {"those", "some", "few", "two", "none"}:
        return False  # “those of us who drove on”
    if word.speaker == "source":
        return False
    if word.form == "we":
        verb = _verb_of(sentence, place)
        # “All this, we are told, is defensive” is told to everybody; “we are told that …” to those who write.
        if at(sentence, verb).lemma in IN_SIGHT and at(sentence, verb).tag == "VBG":
            return True
        aside = _told(sentence, verb) and not dependents(sentence, verb, "ccomp", "xcomp")
        if aside or word.speaker != "group" and (_told(sentence, verb) or _bids_itself(sentence, verb)):
            return True
        return word.speaker != "group" and (word.speaker == "individual" or not _authors(sentence, verb))
    noun = at(sentence, word.head) if word.relation else after(sentence, place + 1)
    return word.speaker != "group" and not (word.form in {"our", "ours"} and noun.lemma in AUTHORED)


def _authors(sentence: Sentence, verb: int) -> bool:
    """“we assess”, “we have no information”."""
    has = at(sentence, verb).lemma == "have" and dependents(sentence, verb, "obj")
    return at(sentence, verb).lemma in AUTHORING or any(sentence[place].lemma in AUTHORED for place in has or ())


def _of_everybody(sentence: Sentence, place: int) -> bool:
    return at(sentence, place + 1).form == "all" or (
        at(sentence, place - 1).form == "of" and at(sentence, place - 2).form in EVERYBODY
    )


def _told(sentence: Sentence, verb: int) -> bool:
    """“we are told”: what is done to the author as to the reader."""
    passive = any(sentence[helper].lemma == "be" for helper in dependents(sentence, verb, "aux"))
    return at(sentence, verb).lemma in HEARSAY and at(sentence, verb).tag == "VBN" and passive


def whose_we(sentences: list[Sentence], narrates: bool) -> str:
    """Whose “we” it is where its sentence does not tell: “group”, which leaves the reader out, “individual” or empty.

    By the plain cases in the text outside quotations. Where the author says I (``narrates``), “we” is the author’s own
    people if it did things in the past and has a town, a school, neighbours (“we watched”, “our street”); else, if it
    is told, owes or shares things (“we are told”, “we all”, “we can”), it is the author and the reader. Where nobody
    says I, it is those who write if it more often judges and reports (“we assess”) than it shares.
    """
    apart = shared = 0
    for sentence in sentences:
        for place, token in enumerate(sentence):
            if token.lemma in WRITERS and is_self(sentence, place) and token.speaker != "source" and not narrates:
                # “This newspaper”, “this column”: whose “we” is that of those who write.
                apart += 1
            if token.form not in {"we", "us", "our"} or token.text == "US" or token.speaker == "source":
                continue
            if _no_pronoun(sentence, place) is None or _of_everybody(sentence, place):
                shared += 1
            elif token.form == "we":
                verb = _verb_of(sentence, place)
                helpers = {sentence[helper].form for helper in dependents(sentence, verb, "aux")}
                past = finite_tag(sentence, verb) == "VBD" and not {"if", "though"} & {t.form for t in sentence[:place]}
                tells = past if narrates else _authors(sentence, verb)
                together = _told(sentence, verb) or bool(helpers & SHARED) and not _authors(sentence, verb)
                apart += tells and not together
                shared += together
            elif token.form == "our" and token.head >= 0:
                owned = at(sentence, token.head).lemma in (COMMUNITY if narrates else AUTHORED)
                # “in our assessment”: nobody but those who write.
                apart += owned * (2 if at(sentence, place - 1).form == "in" and not narrates else 1)
    if narrates:
        return "group" if apart > max(shared, 1) else "individual"
    return "group" if apart >= max(shared, 1) else ""


def _verb_of(sentence: Sentence, place: int) -> int:
    """The place of the verb or predicate that a subject pronoun belongs to."""
    token = sentence[place]
    if token.relation.startswith("nsubj") and token.head >= 0:
        verb = token.head
        complements = dependents(sentence, verb, "xcomp")
        # “we are inclined to doubt”, “we wish to argue”: what is done is the infinitive.
        if complements and sentence[verb].lemma in {"want", "wish", "like", "incline", "try", "seek"}:
            return complements[0]
        return verb
    position = past_adverbs(sentence, place + 1)
    while at(sentence, position).tag == "MD" or at(sentence, position).lemma in {"have", "be", "do"}:
        position = past_adverbs(sentence, position + 1)
    return position


def _bids_itself(sentence: Sentence, verb: int) -> bool:
    helpers = {sentence[place].form for place in dependents(sentence, verb, "aux")}
    return bool(helpers & {"must", "should"}) and at(sentence, verb).lemma not in AUTHORING


def generic_one(sentence: Sentence, first: int, stop: int) -> str | None:
    """“one must ask”: anybody, the reader among them; not a number, and not “the one”, “no one”, “one of”."""
    word, before, following = sentence[first], at(sentence, first - 1), at(sentence, stop)
    if word.text[0] == "O" and before.is_word or following.form in NUMERALS_AFTER:
        return None
    if following.form == "'s" and (following.tag == "POS" or at(sentence, stop + 1).tag.startswith(("NN", "JJ"))):
        return None if before.tag in {"DT", "JJ"} or before.form in {"no", "every"} else ""
    if before.tag in {"DT", "JJ", "JJR", "JJS", "CD", "WDT", "PRP$"} or before.form in {"no", "which", "another", "or"}:
        return None
    if not word.relation.startswith("nsubj") or dependents(sentence, first, "det", "nmod", "amod", "acl", "nummod"):
        return None
    verb = word.head
    tag = finite_tag(sentence, verb)
    if any(
        token.form in {"other", "another", "others"} and at(sentence, place).tag[:2] not in {"NN", "JJ"}
        for place, token in enumerate(sentence[stop:], stop + 1)
    ):
        return "one of several, not anybody"
    if word.tag == "PRP" or word.part_of_speech == "PRON":
        return "" if tag != "VBD" else "one of several, not anybody"
    be = {sentence[place].form for place in (verb, *dependents(sentence, verb, "aux", "cop"))} & {"is", "has", "'s"}
    return "one of several, not anybody" if tag in {"VBD", ""} or be else ""


def imperative(sentence: Sentence, first: int, stop: int) -> str | None:
    """A verb that bids the reader do something: bare, without a subject, at the head of its clause."""
    word = sentence[first]
    if at(sentence, stop).form == "alone":
        return "“let alone” adds, it bids nobody"
    if word.form in ASIDES and at(sentence, first - 1).text == "," == at(sentence, stop).text and subject(sentence, first) < 0:
        return ""  # “this, remember, is a government that”
    if word.tag == "NN" and word.part_of_speech == "VERB" and not _words_before(sentence, first):
        return ""
    if word.tag not in {"VB", "VBP"} or word.form != word.lemma or word.form in WISHES:
        return None if word.tag[:2] != "NN" or _words_before(sentence, first) else "a noun here, not an imperative"
    following = at(sentence, stop)
    if following.tag in {"VBZ", "VBD", "MD"} and following.form != "'s":
        return "a noun here, not an imperative"
    if not word.relation:
        return "" if not _words_before(sentence, first) and word.tag == "VB" else None
    return "" if orders(sentence, first) else None


def orders(sentence: Sentence, place: int) -> bool:
    """Whether the bare verb at ``place`` is an imperative, by the tree."""
    word = sentence[place]
    if word.form == "rest" and at(sentence, place + 1).form == "assured":
        return not at(sentence, place - 1).is_word or at(sentence, place - 1).form in OPENERS
    if word.tag not in {"VB", "VBP"} or word.form in WISHES | {"are", "am"} or at(sentence, place + 1).form == "alone":
        return False
    if word.form == "come" and at(sentence, place + 1).tag[:1] in {"W", "D", "N"}:
        # “Come what may”, “come the winter”
        return False
    if at(sentence, place + 1).text == "," and any(sentence[n].tag[:2] == "NN" for n in dependents(sentence, place, "conj")):
        return False  # “Errand, burden, crusade: …”: a list of nouns
    head = predicate(sentence, place)
    bids_to_be_done = word.relation == "aux:pass" and word.form == "be"
    if word.relation.startswith("aux") and not bids_to_be_done or dependents(sentence, head, "nsubj", "expl", "csubj"):
        return False
    marks = [sentence[helper] for helper in dependents(sentence, head, "aux", "mark") if helper != place]
    if any(token.tag in {"MD", "TO", "IN"} or token.tag in FINITE and token.lemma != "do" for token in marks):
        return False
    asks = [n for n in dependents(sentence, head) if n < place and sentence[n].tag[:2] in {"WR", "WP", "WD"}]
    start = place
    while at(sentence, start - 1).form in OPENERS:
        start -= 1
    opens = not at(sentence, start - 1).is_word
    if asks or at(sentence, place - 1).form in {"why", "how", "to", "than", "better", "not"} and start == place:
        return False
    relation = at(sentence, head).relation.split(":")[0]
    if relation == "root":
        # “If you doubt it, ask him”: a clause or phrase stands before, and ends in a comma.
        after_comma = at(sentence, start - 1).text in {",", ":", ";", "—", "–", *OPENING_MARKS} and word.tag == "VB"
        return not _words_before(sentence, start) or after_comma
    if relation == "conj":
        joined = at(sentence, head).head
        return word.tag == "VB" and joined >= 0 and orders(sentence, joined) and sentence[joined].form != "let"
    return opens and word.tag == "VB" and (relation == "parataxis" or at(sentence, start - 1).text in OPENING_MARKS)


def _words_before(sentence: Sentence, first: int) -> bool:
    return any(token.is_word and token.form not in OPENERS for token in sentence[:first])


def own(sentence: Sentence, first: int, stop: int) -> str:
    """A thought or certainty that the voice has itself: “I suspect”, not “they suspect”."""
    last = stop - 1
    outdone = sentence[last].tag == "VBD" and at(sentence, first - 2).form in {"than", "as"}
    if at(sentence, first - 1).form in FIRST_PERSON and at(sentence, stop).text in {",", ".", ")", "—", "–"} and not outdone:
        return ""
    if sentence[last].tag.startswith("NN") and stop - first == 1:
        return "a noun here, not the verb"
    if sentence[last].is_cue and not is_self(sentence, subject(sentence, last)):
        return "reports what a source thinks or says"
    if sentence[last].tag == "VBN" and at(sentence, stop).form == "to" and at(sentence, first - 1).tag[:1] in {"V", "R"}:
        return "expected of the voice, not thought by it"
    helped = any(sentence[place].form in {"did", "had"} for place in dependents(sentence, last, "aux"))
    if any(token.tag == "VBD" for token in sentence[first:last]) or outdone or helped and sentence[last].lemma == "expect":
        return "of a time gone by"
    if sentence[last].form == "wish" and at(sentence, stop).form == "to":
        return "an intention, not a feeling"
    if sentence[last].lemma in {"claim", "argue"} and {"not", "n't"} & {token.form for token in sentence[max(first - 2, 0) : first]}:
        return "what the voice does not say"
    return "" if _is_own(sentence, last) else "the thought of somebody else"


def holding(sentence: Sentence, first: int, stop: int) -> str:
    """“I believe him”, “we think that”, not “I think about it” and not “they believe”."""
    turned_away = own(sentence, first, stop)
    if turned_away:
        return turned_away
    if _asks(sentence, stop - 1):
        return "asked, not held"
    bare = at(sentence, stop - 1).tag == "VB" and at(sentence, first - 1).form == "to"
    if at(sentence, stop - 1).relation == "xcomp" or bare and at(sentence, stop - 1).relation in {"advcl", "ccomp"}:
        return "what somebody is about to think, not an opinion held"
    following = after(sentence, stop)
    clauses = [place for place in dependents(sentence, stop - 1, "ccomp") if finite_tag(sentence, place)]
    if sentence[first].tag == "VBD" and dependents(sentence, stop - 1, "obj", "xcomp", "ccomp") and not clauses:
        # “I thought it lovely”, which does not say what he thinks now.
        return "of a time gone by"
    if following.form in {"about", "of", "over", "in"} or not following.is_word and at(sentence, first - 1).form == "to":
        return "a thing to think about, not an opinion held"
    return ""


def _asks(sentence: Sentence, place: int) -> bool:
    """Whether the verb at ``place`` is what a direct question asks about: “What do we know?”."""
    helpers = dependents(sentence, place, "aux")
    return sentence[-1].text.endswith("?") and any(helper < subject(sentence, place) for helper in helpers)


def trusting(sentence: Sentence, first: int, stop: int) -> str:
    """“the guests, we trust, will leave”, “I trust that”: not “I never trusted a crowd”."""
    following = at(sentence, stop)
    if following.form != "that" and following.is_word and not dependents(sentence, first, "ccomp"):
        return "to rely on somebody, not to suppose"
    return own(sentence, first, stop)


def feeling(sentence: Sentence, first: int, stop: int) -> str:
    """A feeling that the voice has itself, or that anybody would: “I am glad”, “who can be surprised?”."""
    last = stop - 1
    place = predicate(sentence, last)
    word = at(sentence, place)
    if word.relation == "amod" or not word.tag.startswith("JJ") and dependents(sentence, place, "obj"):
        return "the feeling of somebody else, or what is done"
    if "whether" in {sentence[other].form for other in dependents(sentence, place, "mark")}:
        return "asked or supposed, not felt"
    who = subject_of(sentence, last)
    made = word.relation == "xcomp" and at(sentence, word.head).lemma in {"make", "leave", "keep"}
    if made and who.form in {"me", "us"}:
        return ""
    asked = who.form == "who" and word.relation in {"root", "ccomp", "parataxis"}
    linked = word.relation != "xcomp" or at(sentence, word.head).lemma in {"grow", "become", "feel", "get", "remain"}
    if _is_own(sentence, last) and linked or who.form in ANYBODY or asked:
        return ""
    governor = at(sentence, word.head)
    impersonal = {sentence[n].form for n in dependents(sentence, word.head, "expl", "nsubj")} & {"it", "what"}
    if word.relation in {"csubj", "xcomp", "ccomp", "advcl"} and governor.tag.startswith("JJ") and impersonal:
        return ""
    return "the feeling of somebody else"


def _is_own(sentence: Sentence, place: int) -> bool:
    who: Token = subject_of(sentence, place)
    if subject(sentence, place) < 0 and at(sentence, place).tag == "VBG":
        who = subject_of(sentence, above(sentence, clause_head(sentence, place)))
    # “He said he was sure”: what a source is said to feel is its own; what it is said to do is not.
    has = any(sentence[helper].lemma == "have" for helper in dependents(sentence, place, "aux"))
    quality = at(sentence, place).part_of_speech == "ADJ" or at(sentence, place).tag == "VBN" and not has
    itself = is_self(sentence, subject(sentence, place))
    anybody = who.form == "one" and at(sentence, subject(sentence, place) - 1).form not in {"no", "any", "every", "some"}
    return itself or anybody or who.form in FIRST_PERSON or who.form in THIRD_PERSON and bool(who.cue) and quality
