"""Gates of the modal verbs: modal or noun, prediction or intention, likelihood or ability, inference or obligation."""

from __future__ import annotations

from stancebook.tokens import Sentence, after, at, is_number, is_participle, opens_sentence, past_adverbs

MONTH_CUES = frozenset(
    "in on of by since until till through from last next this early late mid before after during between to "
    "every april june and".split()
)
#: Determiners that may stand alone before a modal: “all will go”, where “the will” is a noun.
STANDS_ALONE = frozenset("that this these those all some both each another either any".split())


def month(sentence: Sentence, first: int, stop: int) -> str:
    """“may” the modal, not the month of May nor a person called May."""
    word, before, following = sentence[first], at(sentence, first - 1), at(sentence, stop)
    if word.text == "May":
        opens = opens_sentence(sentence, first)
        if opens and (following.tag in {"PRP", "DT", "PRP$"} or following.form in {"i", "he", "she", "we", "they"}):
            return ""
        if before.tag.startswith("NNP") and before.form not in MONTH_CUES:
            return "a surname, as in Theresa May"
        if is_number(following) or is_number(before) or before.form in MONTH_CUES or opens:
            return "the month, or a name, not the modal"
        return "capitalized within the sentence: the month or a name"
    if word.text.isupper() and before.form in MONTH_CUES and after(sentence, stop).tag != "VB":
        return "the month, in an article in capitals"
    if is_number(following) or (is_number(before) and after(sentence, stop).tag != "VB"):
        return "the month, beside a number"
    return ""


def modal(sentence: Sentence, first: int, stop: int) -> str:
    """A modal verb, not the noun: “free will”, “military might”, “a must”, nor “’d” for “had”."""
    word, before, following = sentence[first], at(sentence, first - 1), at(sentence, stop)
    if word.form == "'d" and (word.tag != "MD" or is_participle(following) or following.form == "better"):
        return "“’d” stands for “had” here"
    if word.tag.startswith("NN"):
        return "a noun here, not the modal"
    noun_like = before.tag in {"DT", "PRP$", "POS", "JJ"} and before.form not in STANDS_ALONE
    verb = after(sentence, stop)
    if before.form in {"a", "an"} or before.form == "at" and verb.tag != "VB":
        return "a noun here, not the modal"
    if noun_like and verb.tag != "VB" and verb.form not in {"be", "have"}:
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
    position = past_adverbs(sentence, stop)
    following = after(sentence, position + 1)
    if at(sentence, position).form == "be" and not is_participle(following):
        return ""
    if at(sentence, position).form == "have" and is_participle(following):
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
    asks = at(sentence, first - 1).tag.startswith("W")
    inverted = opens_sentence(sentence, first) or at(sentence, stop).tag in {"PRP", "EX", "DT"}
    if form == "should" and inverted and not asks and sentence[-1].text != "?":
        return "a condition (“should war come”), not an obligation"
    if sentence[stop - 1].form == "to" and at(sentence, stop).form == "do" and at(sentence, stop + 1).form == "with":
        return "“have to do with”: a connection, not an obligation"
    if form in {"need", "needs", "needed"} and at(sentence, first - 1).tag in {"DT", "PRP$", "JJ"}:
        return "a noun here, not the verb"
    return ""
