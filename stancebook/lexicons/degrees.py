"""Gates of degree: does this word weaken, strengthen or round, or does it name a kind, a place or a condition?

Amplifiers, downtoners and emphasizers after Quirk et al. (1985); rounders after Hyland & Zou (2021).
"""

from __future__ import annotations

from stancebook.tokens import NEGATIONS, Sentence, at, is_adjective_or_adverb, is_number, is_participle

QUANTITIES = frozenset(
    "half dozen dozens hundred hundreds thousand thousands million millions billion billions third two-thirds "
    "quarter all every everyone everything none nothing a an one couple".split()
)
LOOSE_QUANTITIES = frozenset("a an all every everyone everything none nothing one".split())
TIMES = frozenset("second minute hour day week month year decade century".split())
#: What is thought or felt more or less (Quirk et al. 1985: amplifiers of attitudinal verbs).
THOUGHTS = frozenset(
    "believe think suspect doubt hope fear regret agree disagree feel suppose admire appreciate despise dislike distrust "
    "enjoy envy hate like love prefer resent respect trust value want".split()
)
#: Words with which “about” or “over” names the matter, whatever number follows.
MATTERS = frozenset(
    "argue argument talk speak ask worry think know write read complain warn hear learn quarrel dispute fight debate "
    "question story doubt concern information".split()
)
#: What has no degrees, so that *quite* before it strengthens (Quirk et al. 1985: 7.56).
WHOLE = frozenset(
    "another different unable impossible wrong right certain sure extraordinary unnecessary unthinkable unacceptable "
    "unique incapable mad perfect simply literally the".split()
)
#: Verbs that link a subject with what is said of it.
LINKING = frozenset({"be", "become", "remain", "seem", "feel", "look", "stay", "appear", "get", "grow"})


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


def degree(sentence: Sentence, first: int, stop: int) -> str:
    """“pretty clear”, “rather odd”, “so bold”: a degree adverb, which stands before an adjective or adverb."""
    word, following = sentence[first], at(sentence, stop)
    if following.form == "than":
        return "“rather than” compares"
    if word.form == "so" and not word.relation and at(sentence, first - 1).lemma in {"do", "say", "think"}:
        return "stands for what was said or done, not a degree"
    links = following.tag.startswith("RB") or following.text[:1].isupper()
    if word.form == "so" and links and not at(sentence, first - 1).is_word:
        return "a link between clauses, not a degree"
    if word.form == "rather" and (at(sentence, first - 1).form in {"or", "would", "'d", "but"}):
        return "a preference or a correction, not a degree"
    if word.form == "rather" and following.form in {"a", "an"}:
        return ""
    if word.form == "so" and word.relation and word.head != stop and not following.form == "much":
        return "a link or a manner, not a degree"
    if word.form == "so" and following.form in {"far", "long", "as", "too", "on", "forth"} or word.relation == "mark":
        return "“so far”: of time or manner, not a degree"
    if word.form == "so" and following.form in {"many", "much"} and at(sentence, stop + 1).tag[:2] not in {"JJ", "RB"}:
        return "a quantity, not a degree"
    if following.tag[:1] == "W":
        return "a link between clauses, not a degree"
    graded = following.tag in {"VBN", "VBG"} or following.form in {"much", "many", "few"}
    if graded or is_adjective_or_adverb(following):
        return ""
    return "no adjective or adverb follows, so it is no degree"


def quite_so(sentence: Sentence, first: int, stop: int) -> str | None:
    """“quite another thing”, “quite impossible”: wholly, before what has no degrees (Quirk et al. 1985: 7.56)."""
    whole = at(sentence, stop).form in WHOLE and at(sentence, first - 1).form not in NEGATIONS
    return "" if whole else None


def quite(sentence: Sentence, first: int, stop: int) -> str | None:
    """“quite” that tones down, not “quite a few”, “not quite” or “quite impossible”."""
    if quite_so(sentence, first, stop) == "":
        return None
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
    if following.tag in {"JJ", "WRB", "WP"}:
        return ""
    return "“only”, which strengthens nothing"


def fair(sentence: Sentence, first: int, stop: int) -> str | None:
    """“just” the adjective: “a just war”, “a just and lasting peace”, “the cause is just and old”."""
    before, following = at(sentence, first - 1), at(sentence, stop)
    modifies = before.tag in {"DT", "PRP$", "POS"} and following.tag.startswith(("NN", "JJ", "CC"))
    coordinated = before.lemma in LINKING and following.form in {"and", "but", "."}
    return "" if sentence[first].tag.startswith("JJ") or modifies or coordinated else None


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


def comparative(sentence: Sentence, first: int, stop: int) -> str | None:
    """“far less likely”, “much worse”: an amplifier, which stands before a comparative."""
    following = at(sentence, stop)
    if following.text == "," and at(sentence, stop + 1).form == sentence[stop - 1].form:
        # “much, much smoother”
        following = at(sentence, stop + 2)
    if following.tag in {"JJR", "RBR"} or following.form in {"more", "less", "fewer", "too"}:
        return ""
    return "no comparative follows, so it is no degree"


def such(sentence: Sentence, first: int, stop: int) -> str:
    """“such tender feelings”, “such a strange offer”: of degree; not “such alliances”, which points back."""
    position = stop + 1 if at(sentence, stop).form in {"a", "an"} else stop
    word = at(sentence, position)
    if at(sentence, stop).form in {"as", "that"} or at(sentence, first - 1).form in {"as", "no", "any", "other"}:
        return "names a kind or an example, not a degree"
    relational = word.form.endswith(("al", "ic", "ary", "an", "ese", "ish")) or word.text[:1].isupper()
    if word.tag == "JJ" and not relational and at(sentence, position + 1).tag.startswith(("NN", "JJ")):
        return ""
    return "points back to a kind, says nothing of degree"


def before_quality(sentence: Sentence, first: int, stop: int) -> str:
    """“particularly dangerous”, “badly needed”: of degree; not “particularly in the south” or “fought badly”."""
    following = at(sentence, stop)
    if following.tag in {"JJ", "JJR", "RB", "VBN", "RBR"} and following.form not in NEGATIONS:
        return ""
    if following.lemma in {"need", "want"} and following.tag.startswith("VB"):
        return ""
    if following.lemma in THOUGHTS and following.tag.startswith("VB"):
        # “I strongly believe”, “nobody seriously thinks”
        return ""
    return "of manner, or it picks out one of several: no degree"


def not_at_cost(sentence: Sentence, first: int, stop: int) -> str:
    """“at all”, not “at all costs” or “at all levels”."""
    following = at(sentence, stop)
    if following.tag == "JJ" and not at(sentence, stop + 1).tag.startswith(("NN", "JJ")):
        # “not at all deep”
        return ""
    return "“all” belongs to the noun that follows" if following.tag in {"NNS", "NN", "JJ", "CD", "DT"} else ""


def badly(sentence: Sentence, first: int, stop: int) -> str:
    """“badly needed”, “badly hurt”: of degree; not “badly run”, of manner."""
    following = at(sentence, stop)
    harmed = (
        "need want damage hurt hit wound injure shake miss affect burn bruise weaken undermine dent strain delay disrupt "
        "divide split expose upset disappoint mislead mistaken wrong short behind"
    ).split()
    return "" if following.lemma in harmed or following.form in harmed else "of manner, not of degree"


def vague(sentence: Sentence, first: int, stop: int) -> str:
    """“a certain coolness”: somewhat of it; not “a certain Mr Black”."""
    following = at(sentence, stop)
    if following.tag in {"NNP", "NNPS"}:
        return "introduces somebody by name"
    return "" if following.tag.startswith(("NN", "JJ")) else "certain of something"
