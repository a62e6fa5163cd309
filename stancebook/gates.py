"""Gates: is this word, here, the marker that the lexicon lists, or another word with the same letters?

A gate takes the tokens of a sentence and the span ``first:stop`` that an entry matched. It answers with an empty
string when the span may stand, and otherwise with the reason, in words, why it is turned away. The gates see only
forms, lemmas, parts of speech and neighbours: where that evidence is not plain, they let the span stand.
"""

from __future__ import annotations

from collections.abc import Callable

from stancebook.tokens import Token, at

Sentence = list[Token]
Gate = Callable[[Sentence, int, int], str]

WH_WORDS = frozenset("who whom whose what which when where why how whether if".split())
BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"})
QUANTITIES = frozenset(
    "half dozen dozens hundred hundreds thousand thousands million millions billion billions third two-thirds "
    "quarter all every everyone everything none nothing a an one couple".split()
)
NEGATIONS = frozenset({"not", "n't", "never"})
AUTHORING = frozenset(
    "argue show find examine interview analyse analyze conclude discuss propose suggest report describe present "
    "estimate write ask publish survey document review".split()
)
AUTHORED = frozenset(
    "view opinion analysis study survey research article model estimate book judgement judgment report reporting "
    "interview findings data colleague".split()
)
MONTH_CUES = frozenset(
    "in on of by since until till through from last next this early late mid before after during between to "
    "every april june and".split()
)


def after(sentence: Sentence, stop: int) -> Token:
    """The next token, past adverbs and negation."""
    while at(sentence, stop).tag.startswith("RB") or at(sentence, stop).form in NEGATIONS:
        stop += 1
    return at(sentence, stop)


def is_number(token: Token) -> bool:
    return token.tag == "CD" or token.part_of_speech == "NUM" or token.form[:1].isdigit()


def is_adjective_or_adverb(token: Token) -> bool:
    return token.tag[:2] in {"JJ", "RB"} or token.part_of_speech in {"ADJ", "ADV"}


def is_participle(token: Token) -> bool:
    return token.tag in {"VBN", "VBD"}


def month(sentence: Sentence, first: int, stop: int) -> str:
    """“may” the modal, not the month of May nor a person called May."""
    word, before, following = sentence[first], at(sentence, first - 1), at(sentence, stop)
    if word.text == "May":
        opens = not any(token.is_word for token in sentence[:first])
        if opens and (following.tag in {"PRP", "DT", "PRP$"} or following.form in {"i", "he", "she", "we", "they"}):
            return ""
        if before.tag.startswith("NNP") and before.form not in MONTH_CUES:
            return "a surname, as in Theresa May"
        if is_number(following) or is_number(before) or before.form in MONTH_CUES or opens:
            return "the month, or a name, not the modal"
        return "capitalized within the sentence: the month or a name"
    if is_number(following) or is_number(before):
        return "the month, beside a number"
    return ""


def modal(sentence: Sentence, first: int, stop: int) -> str:
    """A modal verb, not the noun: “free will”, “military might”, “a must”, nor “’d” for “had”."""
    word, before, following = sentence[first], at(sentence, first - 1), at(sentence, stop)
    if word.form == "'d" and (word.tag != "MD" or is_participle(following) or following.form == "better"):
        return "“’d” stands for “had” here"
    if word.tag.startswith("NN"):
        return "a noun here, not the modal"
    noun_like = before.tag in {"DT", "PRP$", "POS", "JJ"} and before.form not in {"that", "this", "these", "those", "all", "some", "both", "each", "another", "either", "any"}
    if noun_like and not following.tag == "VB" and following.form not in NEGATIONS | {"be", "have"}:
        return "a noun here, not the modal"
    if word.tag in {"VB", "VBZ", "VBG", "VBN"} and word.lemma not in {"may", "might", "must"}:
        return "a full verb here, not the modal"
    return ""


def prediction(sentence: Sentence, first: int, stop: int) -> str:
    """“will” that predicts, not the noun, nor the speaker’s own intention."""
    turned_away = modal(sentence, first, stop)
    if turned_away:
        return turned_away
    if at(sentence, first - 1).form == "i":
        return "the speaker’s own intention (dynamic), not a prediction"
    return ""


def possibility(sentence: Sentence, first: int, stop: int) -> str:
    """“can” of possibility (“can be wrong”), not of ability or permission (“can swim”, “can be seen”)."""
    turned_away = modal(sentence, first, stop)
    if turned_away:
        return turned_away
    position = stop
    while at(sentence, position).tag.startswith("RB") or at(sentence, position).form in NEGATIONS:
        position += 1
    if at(sentence, position).form == "be" and not is_participle(after(sentence, position + 1)):
        return ""
    if at(sentence, position).form == "have" and is_participle(after(sentence, position + 1)):
        return ""
    return "ability or permission (dynamic), not likelihood"


def inference(sentence: Sentence, first: int, stop: int) -> str:
    """“must” and “should” that infer: before have and a participle, be and a present participle, or surely."""
    turned_away = modal(sentence, first, stop)
    if turned_away:
        return turned_away
    if at(sentence, stop).form == "surely":
        return ""
    position = stop
    while at(sentence, position).tag.startswith("RB") and at(sentence, position).form not in {"n't", "not"}:
        position += 1
    verb, following = at(sentence, position), after(sentence, position + 1)
    if sentence[first].form == "must" and verb.form == "have" and is_participle(following):
        return ""
    if sentence[first].form == "must" and verb.form == "be" and following.tag == "VBG":
        return ""
    if sentence[first].form == "should" and at(sentence, stop).form in {"soon", "shortly"}:
        return ""
    return "an obligation (deontic), not an inference"


def obligation(sentence: Sentence, first: int, stop: int) -> str:
    """Deontic “must”, “should”, “have to”, laid on anyone but the reader."""
    turned_away = _deontic(sentence, first, stop)
    if turned_away:
        return turned_away
    return "" if reader_obligation(sentence, first, stop) else "laid on the reader"


def reader_obligation(sentence: Sentence, first: int, stop: int) -> str:
    """Deontic “must”, “should”, “have to” with you, we or one as their subject: a directive."""
    turned_away = _deontic(sentence, first, stop)
    if turned_away:
        return turned_away
    position = first - 1
    while at(sentence, position).tag.startswith("RB"):
        position -= 1
    return "" if at(sentence, position).form in {"you", "we", "one"} else "not laid on the reader"


def _deontic(sentence: Sentence, first: int, stop: int) -> str:
    form = sentence[first].form
    if form in {"must", "should", "shall"}:
        turned_away = modal(sentence, first, stop)
        if turned_away:
            return turned_away
        if not inference(sentence, first, stop):
            return "an inference (epistemic), not an obligation"
    opens = not any(token.is_word for token in sentence[:first])
    if form == "should" and opens and sentence[-1].text != "?":
        return "a condition (“should war come”), not an obligation"
    if form in {"need", "needs", "needed"} and at(sentence, first - 1).tag in {"DT", "PRP$", "JJ"}:
        return "a noun here, not the verb"
    return ""


def rounder(sentence: Sentence, first: int, stop: int) -> str:
    """“about”, “some”, “nearly” before a number or quantity, not the preposition or determiner."""
    following = at(sentence, stop)
    if following.text in {"$", "€", "£", "¥"}:
        return ""
    if is_number(following):
        return ""
    loose = QUANTITIES if sentence[first].form not in {"about", "around", "some", "over"} else QUANTITIES - {"a", "an", "all", "every", "everyone", "everything", "none", "nothing", "one"}
    if following.form in {"a", "an"} and at(sentence, stop + 1).form in QUANTITIES:
        return ""
    return "" if following.form in loose else "no number follows, so it rounds nothing"


def kind_of(sentence: Sentence, first: int, stop: int) -> str:
    """“kind of tired”, not “this kind of weapon”."""
    before = at(sentence, first - 1)
    if before.tag in {"DT", "PDT", "WDT", "PRP$", "JJ", "JJS", "CD", "IN", "WP", "POS"} or before.form in {"the", "no", "what"}:
        return "the noun: a class of things"
    if sentence[first].form.endswith("s"):
        return "the noun in the plural: classes of things"
    return ""


def appearance(sentence: Sentence, first: int, stop: int) -> str:
    """“appears to know”, “it seems that”, not “appeared on television”."""
    if sentence[first].tag.startswith("NN"):
        return "a noun here, not the verb"
    following = after(sentence, stop)
    before = [token.form for token in sentence[max(first - 3, 0) : first]]
    if following.form in {"to", "that", "as", "like", "unlikely", "likely"}:
        return ""
    if following.tag.startswith("JJ") or (following.tag in {"DT", "VBN"} and sentence[first].lemma == "seem"):
        return ""
    if "it" in before or "there" in before or "so" in before or at(sentence, stop).text in {",", "—", "–"} and at(sentence, first - 1).text in {",", "—"}:
        return "" if following.tag not in {"IN"} or following.form in {"that", "as", "like"} else "coming into view, not seeming"
    return "coming into view, not seeming"


def degree(sentence: Sentence, first: int, stop: int) -> str:
    """“pretty clear”, “rather odd”, “so bold”: a degree adverb, which stands before an adjective or adverb."""
    word, following = sentence[first], at(sentence, stop)
    if following.form == "than":
        return "“rather than” compares"
    if word.form == "rather" and (at(sentence, first - 1).form in {"or", "would", "'d", "but"}):
        return "a preference or a correction, not a degree"
    if word.form == "rather" and following.form in {"a", "an"}:
        return ""
    if is_adjective_or_adverb(following) or following.tag in {"VBN", "VBG"} or following.form in {"much", "many", "few", "little"}:
        return "" if word.form != "so" or following.form not in {"far", "long", "as", "too"} else "not a degree: “so far”"
    return "no adjective or adverb follows, so it is no degree"


def quite(sentence: Sentence, first: int, stop: int) -> str:
    """“quite” that tones down, not “quite a few” or “not quite”."""
    if at(sentence, first - 1).form in NEGATIONS:
        return "“not quite” denies"
    if at(sentence, stop).form in {"a", "an", "the", "so"}:
        return "“quite a” strengthens"
    return ""


def just(sentence: Sentence, first: int, stop: int) -> str:
    """“just” the emphasizer, not the adjective (“a just war”), nor of time (“has just left”)."""
    before, following = at(sentence, first - 1), at(sentence, stop)
    if sentence[first].tag.startswith("JJ") or (before.tag == "DT" and following.tag.startswith("NN")):
        return "the adjective: fair"
    if is_participle(following) and before.lemma in {"have", "be", "'ve", "'s", "'d"} or following.form in {"before", "after", "as", "now", "then"}:
        return "of time or likeness, not emphasis"
    return ""


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
    if following.form in {"when", "if", "after", "until", "then", "by", "recently"}:
        return "sets a condition or a time, plays nothing down"
    return ""


def well(sentence: Sentence, first: int, stop: int) -> str:
    """“well beyond”, “well aware”: an amplifier; else the manner adverb, the noun or the discourse marker."""
    strengthened = "above beyond aware over below ahead before past within under short after worth known".split()
    return "" if at(sentence, stop).form in strengthened else "manner or a discourse marker, not a degree"


def very(sentence: Sentence, first: int, stop: int) -> str:
    """“very” before an adjective or adverb, not “the very idea”."""
    if at(sentence, first - 1).form in {"the", "this", "that", "its", "his", "their"} and at(sentence, stop).tag.startswith("NN"):
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
    physical = set("path road way sky skies water waters view day coast line field run lane passage weather".split())
    if following.form in physical or set(before) & {"path", "road", "way", "sky", "skies", "coast", "weather", "route"}:
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
    if following.tag.startswith("NN") or before.form in {"a", "of"} or following.tag.startswith("JJ") and at(sentence, stop + 1).tag.startswith("NN"):
        return "picks out some, says nothing of certainty"
    return ""


def knowing(sentence: Sentence, first: int, stop: int) -> str:
    """“it is known that”, “we know”, not “known as”, “known for” or “knows the city”."""
    following = at(sentence, stop)
    before = at(sentence, first - 1)
    if following.form in {"as", "for", "how", "about", "of", "to"} and not (following.form in {"to", "how"} and at(sentence, stop + 1).form in {"be", "have", "many", "much"}):
        return "acquaintance or a name, not certainty"
    if sentence[first].form == "known" and before.lemma not in {"be", *BE, "not", "n't", "well", "also", "widely", "long"}:
        return "an adjective: familiar"
    if following.tag in {"NNP", "PRP", "PRP$", "DT"} and following.form not in {"that", "this", "the", "it", "he", "she", "they", "we", "you"}:
        return "acquaintance, not certainty"
    return ""


def finding(sentence: Sentence, first: int, stop: int) -> str:
    """“found that”, “was found to”, not “found a city” or “found a seat”."""
    return "" if at(sentence, stop).form in {"that", "to", "evidence", "no"} else "coming upon or founding, not establishing a fact"


def showing(sentence: Sentence, first: int, stop: int) -> str:
    """“shows that”, “shows how”, not “showed him the door” or “a show of force”."""
    if sentence[first].tag.startswith("NN"):
        return "a noun here, not the verb"
    following = after(sentence, stop)
    evidence = set("evidence poll polls data figure figures study studies survey result results history record events experience".split())
    if following.form in {"that", "just", "clearly"} | WH_WORDS or at(sentence, first - 1).form in evidence:
        return ""
    return "displays something, does not prove it"


def clause(sentence: Sentence, first: int, stop: int) -> str:
    """A verb of thought or speech with a clause after it: “assume that”, “feel it is”, not “assumed power”."""
    if sentence[first].tag.startswith("NN"):
        return "a noun here, not the verb"
    following = after(sentence, stop)
    if following.form in {"that", *WH_WORDS, "he", "she", "it", "they", "we", "you", "i", "there", "this", "so"}:
        return ""
    if following.text in {"“", '"', "”", ":", ",", "``", "''"} or at(sentence, first - 1).text in {"”", '"', "''"}:
        return ""
    if following.tag == "TO" and after(sentence, stop + 1).form in {"be", "have"}:
        return ""
    if following.tag[:2] in {"NN", "DT", "PR", "JJ"} and _finite_verb_follows(sentence, stop):
        return ""
    return "no clause follows, so nothing is thought or said"


def _finite_verb_follows(sentence: Sentence, stop: int) -> bool:
    for token in sentence[stop : stop + 7]:
        if token.tag in {"VBZ", "VBP", "VBD", "MD"}:
            return True
        if not token.is_word or token.tag in {"TO", "IN", "CC", "WDT", "WP"}:
            return False
    return False


def saying(sentence: Sentence, first: int, stop: int) -> str:
    """“said”, not “let’s say”, “, say,” or “that is to say”."""
    before = [token.form for token in sentence[max(first - 2, 0) : first]]
    word = sentence[first]
    if word.tag.startswith("NN"):
        return "a noun here, not the verb"
    if "let" in before or (word.form == "say" and before[-1:] == [","] and at(sentence, stop).text == ","):
        return "“say” for the sake of an example"
    if word.form == "say" and before[-1:] == ["to"] and at(sentence, first - 2).form in BE:
        return "“that is to say” rephrases"
    return ""


def first_person(sentence: Sentence, first: int, stop: int) -> str:
    """“I”, “mine”, not the numeral of “World War I” nor the weapon."""
    word, before = sentence[first], at(sentence, first - 1)
    if word.form == "i" and (word.text == "i" or (before.tag.startswith("NNP") and not word.tag.startswith("PRP")) or before.text in {"War", "Part", "Chapter"}):
        return "a numeral or a letter, not the author"
    if word.form == "mine" and (not word.tag.startswith("PRP") or before.tag in {"DT", "NN", "JJ"}):
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


def imperative(sentence: Sentence, first: int, stop: int) -> str:
    """A verb that opens its sentence, perhaps after a quotation mark or “and”, and bids the reader do something."""
    openers = {"and", "but", "so", "now", "then", "first", "please", "just", "yet", "also"}
    if any(token.is_word and token.form not in openers for token in sentence[:first]):
        return "not at the head of its sentence, so no directive"
    if sentence[first].tag in {"VBD", "VBZ", "VBN", "VBG"} or sentence[first].form != sentence[first].lemma:
        return "not an imperative"
    following = at(sentence, stop)
    if following.tag in {"VBZ", "VBD", "MD"} or following.form in {"of", "is", "was"}:
        return "a noun here, not an imperative"
    return ""


def liking(sentence: Sentence, first: int, stop: int) -> str:
    """“like” the verb, not the preposition."""
    return "" if sentence[first].tag.startswith("VB") else "the preposition, not the verb"


GATES: dict[str, Gate] = {
    gate.__name__: gate
    for gate in (
        month, modal, prediction, possibility, inference, obligation, reader_obligation, rounder, kind_of, appearance,
        degree, quite, just, adverb, even, only, well, very, clear, sure, certain, knowing, finding, showing, clause,
        saying, first_person, authorial, inclusive, imperative, liking,
    )
}  # fmt: skip
