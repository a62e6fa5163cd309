"""Gates: is this word, here, the marker that the lexicon lists, or another word with the same letters?

A gate takes the tokens of a sentence and the span ``first:stop`` that an entry matched. It answers with an empty
string when the span may stand, with the reason, in words, when it is turned away, and with None when it never looked
like the marker, so that it is not worth a line in the ledger. The gates see only
forms, lemmas, parts of speech and neighbours: where that evidence is not plain, they let the span stand.
"""

from __future__ import annotations

from collections.abc import Callable

from stancebook.modals import inference, modal, month, obligation, possibility, prediction, reader_obligation
from stancebook.tokens import (
    NEGATIONS,
    QUOTATION_MARKS,
    Sentence,
    after,
    after_quotation,
    at,
    finite_verb_follows,
    is_adjective_or_adverb,
    is_number,
    is_participle,
    past_adverbs,
)

Gate = Callable[[Sentence, int, int], str | None]

WH_WORDS = frozenset("who whom whose what which when where why how whether if".split())
BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"})
QUANTITIES = frozenset(
    "half dozen dozens hundred hundreds thousand thousands million millions billion billions third two-thirds "
    "quarter all every everyone everything none nothing a an one couple".split()
)
LOOSE_QUANTITIES = frozenset("a an all every everyone everything none nothing one".split())
TIMES = frozenset("second minute hour day week month year decade century".split())
#: Words that may stand before an imperative without making it anything else.
OPENERS = frozenset("and but so now then first please just yet also".split())
SUBJECTS = frozenset("he she it they we you i there this so".split())
#: Words with which “about” or “over” names the matter, whatever number follows.
MATTERS = frozenset(
    "argue argument talk speak ask worry think know write read complain warn hear learn quarrel dispute fight debate "
    "question story doubt concern information".split()
)
#: Verbs that link a subject with what is said of it.
LINKING = frozenset({"be", "become", "remain", "seem", "feel", "look", "stay", "appear", "get", "grow"})
EVIDENCE = frozenset(
    "evidence poll polls data figure figures study studies survey result results history record experience".split()
)
OBSTRUCTED = frozenset(
    "path paths road roads way sky skies water waters view day coast line field run lane passage weather route".split()
)
AUTHORING = frozenset(
    "argue show find examine interview analyse analyze conclude discuss propose suggest report describe present "
    "estimate write ask publish survey document review".split()
)
AUTHORED = frozenset(
    "view opinion analysis study survey research article model estimate book judgement judgment report reporting "
    "interview findings data colleague".split()
)


def rounder(sentence: Sentence, first: int, stop: int) -> str:
    """“about”, “some”, “nearly” before a number or quantity, not the preposition or determiner."""
    following = at(sentence, stop)
    before = at(sentence, first - 1)
    lasting = before.form in {"for", "after", "in", "of"} or before.lemma in {"last", "take", "be", "spend", "wait"}
    if sentence[first].form == "over" and at(sentence, stop + 1).lemma in TIMES and not lasting:
        return "a stretch of time, not an amount"
    if sentence[first].form in {"about", "over"} and before.lemma in MATTERS:
        return "the preposition: it names the matter"
    if is_number(following) or following.text in {"$", "€", "£", "¥"}:
        return ""
    quantities = QUANTITIES if sentence[first].form == "nearly" else QUANTITIES - LOOSE_QUANTITIES
    if following.form in {"a", "an"} and at(sentence, stop + 1).form in QUANTITIES:
        return ""
    return "" if following.form in quantities else "no number follows, so it rounds nothing"


def kind_of(sentence: Sentence, first: int, stop: int) -> str:
    """“kind of tired”, not “this kind of weapon”."""
    before = at(sentence, first - 1)
    if at(sentence, stop).tag == "PRP":
        return "the adjective: friendly"
    if before.tag in {"DT", "PDT", "WDT", "PRP$", "JJ", "JJS", "CD", "IN", "WP", "POS"} or before.form == "what":
        return "the noun: a class of things"
    if sentence[first].form.endswith("s"):
        return "the noun in the plural: classes of things"
    return ""


def appearance(sentence: Sentence, first: int, stop: int) -> str:
    """“appears to know”, “it seems that”, not “appeared on television”."""
    if sentence[first].tag.startswith("NN"):
        return "a noun here, not the verb"
    following = after(sentence, stop)
    if following.form == "as":
        likened = at(sentence, past_adverbs(sentence, stop) + 1)
        compares = likened.form in {"if", "though"} or likened.tag.startswith("JJ")
        return "" if compares else "coming into view, not seeming"
    if following.form in {"to", "that", "like", "unlikely", "likely"} or following.tag.startswith("JJ"):
        return ""
    if following.tag in {"DT", "VBN"} and sentence[first].lemma == "seem":
        return ""
    # “it appears the number grew”, “so it seems”, “, it seems,”
    impersonal = {"it", "there", "so"} & {token.form for token in sentence[max(first - 3, 0) : first]}
    goes_on = sentence[first].lemma == "seem" or not following.is_word or finite_verb_follows(sentence, stop)
    return "" if impersonal and goes_on and following.tag != "IN" else "coming into view, not seeming"


def degree(sentence: Sentence, first: int, stop: int) -> str:
    """“pretty clear”, “rather odd”, “so bold”: a degree adverb, which stands before an adjective or adverb."""
    word, following = sentence[first], at(sentence, stop)
    if following.form == "than":
        return "“rather than” compares"
    links = following.tag.startswith("RB") or following.text[:1].isupper()
    if word.form == "so" and links and not at(sentence, first - 1).is_word:
        return "a link between clauses, not a degree"
    if word.form == "rather" and (at(sentence, first - 1).form in {"or", "would", "'d", "but"}):
        return "a preference or a correction, not a degree"
    if word.form == "rather" and following.form in {"a", "an"}:
        return ""
    if word.form == "so" and following.form in {"far", "long", "as", "too"}:
        return "“so far”: of time or manner, not a degree"
    graded = following.tag in {"VBN", "VBG"} or following.form in {"much", "many", "few"}
    if graded or is_adjective_or_adverb(following):
        return ""
    return "no adjective or adverb follows, so it is no degree"


def quite(sentence: Sentence, first: int, stop: int) -> str:
    """“quite” that tones down, not “quite a few” or “not quite”."""
    if at(sentence, first - 1).form in NEGATIONS:
        return "“not quite” denies"
    if at(sentence, stop).form in {"a", "an", "the", "so"}:
        return "“quite a” strengthens"
    return ""


def small(sentence: Sentence, first: int, stop: int) -> str:
    """“a little late”, “a bit vague”, not “a little town” or “a bit of luck”."""
    following = at(sentence, stop)
    if following.tag.startswith("NN") or following.form in {"of", "bit"}:
        return "a small quantity or size, not a degree"
    return ""


def just(sentence: Sentence, first: int, stop: int) -> str:
    """“just” the emphasizer, not the adjective (“a just war”), nor of time (“has just left”)."""
    before, following = at(sentence, first - 1), at(sentence, stop)
    if fair(sentence, first, stop) == "":
        return "the adjective: fair"
    if is_participle(following) and before.lemma in {"have", "be", "'ve", "'s", "'d"}:
        return "of time: a moment ago"
    if following.form in {"before", "after", "as", "now", "then"}:
        return "of time or likeness, not emphasis"
    return ""


def fair(sentence: Sentence, first: int, stop: int) -> str | None:
    """“just” the adjective: “a just war”, “a just and lasting peace”, “the cause is just and old”."""
    before, following = at(sentence, first - 1), at(sentence, stop)
    modifies = before.tag in {"DT", "PRP$", "POS"} and following.tag.startswith(("NN", "JJ", "CC"))
    coordinated = before.lemma in LINKING and following.form in {"and", "but", "."}
    return "" if sentence[first].tag.startswith("JJ") or modifies or coordinated else None


def convinced(sentence: Sentence, first: int, stop: int) -> str:
    """“is convinced that”, not “convinced nobody”."""
    position = next((n for n in range(first - 1, -1, -1) if not sentence[n].tag.startswith("RB")), -1)
    if at(sentence, position).lemma in LINKING or at(sentence, position).form in BE:
        return ""
    following = at(sentence, stop)
    has_object = following.tag.startswith(("NN", "PR", "DT", "JJ", "CD", "WP")) and following.form != "that"
    return "the verb: to persuade somebody" if has_object else ""


def possessive(sentence: Sentence, first: int, stop: int) -> str | None:
    """“one’s enemy”, whose “’s” some taggers take for “is”, not “one’s here”."""
    following = at(sentence, stop)
    return "" if sentence[stop - 1].tag == "POS" or following.tag.startswith(("NN", "JJ")) else None


def adverb(sentence: Sentence, first: int, stop: int) -> str:
    """The adverb, not the adjective or verb of the same form."""
    word, before, following = sentence[first], at(sentence, first - 1), at(sentence, stop)
    if word.tag.startswith(("VB", "NN")):
        return "not the adverb here"
    if word.tag.startswith("JJ") or before.tag in {"DT", "PRP$", "POS"} and following.tag.startswith(("NN", "JJ")):
        return "the adjective here, not the adverb"
    return ""


def even(sentence: Sentence, first: int, stop: int) -> str:
    """“even” of surprise, not “even if”, “even though”, nor the adjective."""
    if at(sentence, stop).form in {"if", "though", "as", "so"}:
        return "part of a concession or of a link between clauses"
    return adverb(sentence, first, stop)


def only(sentence: Sentence, first: int, stop: int) -> str:
    """“only” that plays down, not the adjective (“the only exception”), “not only” or “if only”."""
    before, following = at(sentence, first - 1), at(sentence, stop)
    if before.form in NEGATIONS or before.form == "if":
        return "part of “not only” or “if only”"
    if before.tag in {"DT", "PRP$", "POS"} or sentence[first].tag.startswith("JJ"):
        return "the adjective: sole"
    if following.form in {"when", "if", "after", "until", "then", "by", "recently", "to"}:
        return "sets a condition, a time or an outcome, plays nothing down"
    return ""


def well(sentence: Sentence, first: int, stop: int) -> str | None:
    """“well beyond”, “well aware”: an amplifier; else the manner adverb, the noun or the discourse marker."""
    strengthened = "above beyond aware over below ahead before past within under short after worth known".split()
    if at(sentence, first - 1).form == "as" or at(sentence, stop).form in {",", "as"}:
        return None
    return "" if at(sentence, stop).form in strengthened else "manner or a discourse marker, not a degree"


def very(sentence: Sentence, first: int, stop: int) -> str:
    """“very” before an adjective or adverb, not “the very idea”."""
    if at(sentence, first - 1).tag in {"DT", "PRP$"} and at(sentence, stop).tag.startswith("NN"):
        return "the adjective: that and no other"
    return ""


def clear(sentence: Sentence, first: int, stop: int) -> str:
    """“it is clear that”, not “a clear path”, “clear skies” or “to clear the road”."""
    word, following = sentence[first], at(sentence, stop)
    if word.tag.startswith("VB"):
        return "the verb: to free of something"
    before = [token.form for token in sentence[max(first - 4, 0) : first]]
    if following.form in {"that", *WH_WORDS}:
        return ""
    if following.form in OBSTRUCTED or OBSTRUCTED & set(before):
        return "free of obstacles, not certain"
    if at(sentence, first - 1).form in {"steer", "keep", "stay", "stand"} or following.form in {"of", "from"}:
        return "free of something, not certain"
    return ""


def sure(sentence: Sentence, first: int, stop: int) -> str:
    """“sure that”, not “make sure” or “be sure to”."""
    if at(sentence, first - 1).lemma == "make":
        return "“make sure”: to see to it"
    return ""


def certain(sentence: Sentence, first: int, stop: int) -> str:
    """“is certain to”, not “certain countries” or “a certain caution”."""
    before, following = at(sentence, first - 1), at(sentence, stop)
    noun_follows = following.tag.startswith("NN") or (
        following.tag.startswith("JJ") and at(sentence, stop + 1).tag.startswith("NN")
    )
    if noun_follows or before.form in {"a", "of"}:
        return "picks out some, says nothing of certainty"
    return ""


def knowing(sentence: Sentence, first: int, stop: int) -> str:
    """“it is known that”, “we know”, not “known as”, “known for” or “knows the city”."""
    following = at(sentence, stop)
    before = at(sentence, first - 1)
    establishes = following.form in {"to", "how"} and at(sentence, stop + 1).form in {"be", "have", "many", "much"}
    if following.form in {"as", "for", "how", "about", "of", "to"} and not establishes:
        return "acquaintance or a name, not certainty"
    predicative = BE | {"not", "n't", "well", "also", "widely", "long"}
    if sentence[first].form == "known" and before.lemma not in predicative:
        return "an adjective: familiar"
    names_something = following.tag in {"NNP", "PRP", "PRP$", "DT"} and following.form not in SUBJECTS | {"that"}
    if names_something and not finite_verb_follows(sentence, stop):
        return "acquaintance, not certainty"
    return ""


def finding(sentence: Sentence, first: int, stop: int) -> str:
    """“found that”, “was found to”, not “found a city” or “found a seat”."""
    if at(sentence, stop).form in {"that", "to", "evidence", "no"}:
        return ""
    return "coming upon or founding, not establishing a fact"


def showing(sentence: Sentence, first: int, stop: int) -> str:
    """“shows that”, “shows how”, not “showed him the door” or “a show of force”."""
    if sentence[first].tag.startswith("NN"):
        return "a noun here, not the verb"
    following = after(sentence, stop)
    if following.form in {"that", "just", "clearly"} | WH_WORDS or at(sentence, first - 1).form in EVIDENCE:
        return ""
    return "displays something, does not prove it"


def clause(sentence: Sentence, first: int, stop: int) -> str:
    """A verb of thought or speech with a clause after it: “assume that”, “feel it is”, not “assumed power”."""
    if sentence[first].tag.startswith("NN"):
        return "a noun here, not the verb"
    if sentence[first].tag == "VB" and imperative(sentence, first, stop) == "":
        return "bids the reader think, reports no thought"
    following = after(sentence, stop)
    if following.form in {"that", "so", *WH_WORDS} and at(sentence, stop + 1).is_word:
        return ""
    if following.text in QUOTATION_MARKS | {":", ","} or at(sentence, first - 1).text in QUOTATION_MARKS:
        return ""
    if not following.is_word and after_quotation(sentence, first):
        return ""
    if following.tag == "TO" and after(sentence, stop + 1).form in {"be", "have"}:
        return ""
    # “argued at length that”, “believe in Minsk that”
    if following.tag == "IN" and "that" in [token.form for token in sentence[stop + 1 : stop + 5]]:
        return ""
    if following.tag[:2] in {"NN", "DT", "PR", "JJ", "EX"} and finite_verb_follows(sentence, stop):
        return ""
    return "no clause follows, so nothing is thought or said"


def saying(sentence: Sentence, first: int, stop: int) -> str:
    """“said”, not “let’s say”, “, say,” or “that is to say”."""
    before = [token.form for token in sentence[max(first - 2, 0) : first]]
    word = sentence[first]
    if word.tag.startswith("NN"):
        return "a noun here, not the verb"
    if (
        "let" in before
        or word.tag == "VB"
        and imperative(sentence, first, stop) == ""
        or (word.form == "say" and before[-1:] == [","] and at(sentence, stop).text == ",")
    ):
        return "“say” for the sake of an example"
    if word.form == "speaking" and at(sentence, first - 1).tag.startswith("RB"):
        return "“strictly speaking” frames, it reports nothing"
    if word.form == "say" and before[-1:] == ["to"] and at(sentence, first - 2).form in BE:
        return "“that is to say” rephrases"
    return ""


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


def authorial(sentence: Sentence, first: int, stop: int) -> str:
    """“we” who write (“we argue”, “our analysis”), as far as the next word tells."""
    if sentence[first].text == "US":
        return "the country"
    following = after(sentence, stop)
    if following.tag == "MD" or following.lemma in {"have", "be", "do"}:
        following = after(sentence, stop + 1)
    names = AUTHORED if sentence[first].form in {"our", "ours"} else AUTHORING
    return "" if following.lemma in names else "may take in the reader, so not counted as the author alone"


def inclusive(sentence: Sentence, first: int, stop: int) -> str:
    """“we” that takes in the reader: every “we” that is not plainly of those who write."""
    if sentence[first].text == "US":
        return "the country"
    return "" if authorial(sentence, first, stop) else "the authors themselves"


def imperative(sentence: Sentence, first: int, stop: int) -> str | None:
    """A verb that opens its sentence, perhaps after a quotation mark or “and”, and bids the reader do something."""
    if any(token.is_word and token.form not in OPENERS for token in sentence[:first]):
        return None
    if sentence[first].tag in {"VBD", "VBZ", "VBN", "VBG"} or sentence[first].form != sentence[first].lemma:
        return None
    following = at(sentence, stop)
    if following.tag in {"VBZ", "VBD", "MD"} or following.form in {"of", "is", "was"}:
        return "a noun here, not an imperative"
    return ""


def fixed(sentence: Sentence, first: int, stop: int) -> str:
    """A phrase that stands only in this form: “no question”, not “no questions”."""
    return "in the plural, so not the fixed phrase" if sentence[stop - 1].tag == "NNS" else ""


def liking(sentence: Sentence, first: int, stop: int) -> str:
    """“like” the verb, not the preposition, nor the wish of “would like”."""
    if at(sentence, first - 1).form in {"would", "'d", "should"}:
        return "a wish, not a liking"
    return "" if sentence[first].tag.startswith("VB") else "the preposition, not the verb"


GATES: dict[str, Gate] = {
    gate.__name__: gate
    for gate in (
        month, modal, prediction, possibility, inference, obligation, reader_obligation, rounder, kind_of, appearance,
        degree, small, quite, just, adverb, even, only, well, very, clear, sure, certain, knowing, finding, showing,
        clause, saying, first_person, fair, convinced, possessive, authorial, inclusive, imperative, fixed, liking,
    )
}  # fmt: skip
