"""Gates of the modal verbs: modal or noun, likelihood or ability, hypothesis or report, inference or obligation."""

from __future__ import annotations

from stancebook.lexicons.persons import FIRST_PERSON
from stancebook.lexicons.persons import inclusive as takes_in_the_reader
from stancebook.tokens import Sentence, after, at, is_number, is_participle, opens_sentence, past_adverbs
from stancebook.trees import above, condition_in, dependents, finite_tag, is_past, predicate, subject, subject_of

MONTH_CUES = frozenset(
    "in on of by since until till through from last next this early late mid before after during between to "
    "every april june and".split()
)
#: Determiners that may stand alone before a modal: “all will go”, where “the will” is a noun.
STANDS_ALONE = frozenset("that this these those all some both each another either any".split())
#: Verbs of state: “must know” is inferred, “must act” is demanded (Palmer 2001; Quirk et al. 1985).
STATES = frozenset(
    "know suspect feel think believe want hope fear seem look sound mean hate love wonder cost contain own like see "
    "suppose regret sense exist belong weigh matter hear envy doubt".split()
)
#: What somebody is told to be: “must be ready”, against the inference of “must be tired”.
TASKS = frozenset(
    "able ready prepared careful patient honest firm free open clear vigilant realistic strong willing cautious frank "
    "independent transparent accountable consistent fair allowed united brave serious".split()
)
#: What cannot be demanded, only inferred to be there: “there must be a reason”.
INFERRED = frozenset("reason explanation something someone somebody mistake cause motive secret misunderstanding".split())
#: A person’s own wish or readiness: “would like”, “I would urge”.
DISPOSITIONS = frozenset("like love prefer hate rather wish care".split())
#: “I would say”: a claim made with care, which Hyland (2005) counts as a hedge.
CAUTIOUS = frozenset("say urge advise recommend caution warn venture argue suggest add guess call think describe submit contend suppose expect imagine".split())
#: Nouns that hold a plan or a forecast, which “would” takes up.
PLANS = frozenset(
    "promise claim pledge fear hope vow warning assurance prediction belief expectation threat plan "
    "wisdom assumption idea theory understanding".split()
)
ANNOUNCING = frozenset("say add announce tell confirm promise declare report disclose reveal".split())
#: What a plan or a timetable has: “a museum would open in May”.
HAPPENING = frozenset("open begin start arrive follow meet leave close end return visit land sail join depart".split())
LATER = frozenset("later soon eventually subsequently often always sometimes usually ultimately".split())
HABITS = frozenset(
    "mornings evenings afternoons nights days weekends summers winters springs autumns mondays tuesdays wednesdays "
    "thursdays fridays saturdays sundays holidays hours".split()
)
PERCEIVING = frozenset("see hear feel smell taste remember sleep swim breathe afford".split())
#: What “must” do something by the nature of things, not by duty.
FORCES = frozenset(
    "force troops unit column convoy brigade battalion battery regiment division vehicle tank train truck aircraft jet "
    "missile supply fuel ammunition attacker invader offensive attack plan ship engine crew route road bridge price "
    "company bank trader farmer exporter producer".split()
)
MOVES = frozenset("cross traverse pass travel refuel resupply disperse unload detour bridge".split())
#: Whom a rule means, and what a rule grants: “nobody may leave”, “you may say so”.
ANY_PERSON = frozenset("anyone anybody nobody no-one everyone everybody".split())
GRANTED = frozenset("say call go leave keep enter smoke sit quote laugh rest blame hold tell write use".split())
#: What happens to somebody, and is granted by nobody.
UNDERGONE = frozenset("notice care remember realise realize survive live die win lose understand care guess be have".split())
ASKING = frozenset({"ask", "wonder", "inquire", "enquire"})


def permission(sentence: Sentence, first: int, stop: int) -> str:
    """“may” of possibility, not the month nor of permission: “anyone may appeal”, “you may say so”."""
    turned_away = month(sentence, first, stop)
    if turned_away:
        return turned_away
    verb = predicate(sentence, first)
    lemma = (at(sentence, verb) if verb != first else after(sentence, stop)).lemma
    who = subject_of(sentence, first)
    passive = any(sentence[place].relation == "aux:pass" for place in dependents(sentence, verb))
    leave = "permission (deontic), not likelihood"
    if _perfect(sentence, stop) or passive:
        return ""
    if who.form in ANY_PERSON and lemma not in STATES | UNDERGONE and at(sentence, verb).part_of_speech == "VERB":
        return leave
    wished = any(
        token.form in {"like", "wish", "want", "please"} and at(sentence, place - 2).form == "if"
        for place, token in enumerate(sentence)
    )
    return leave if who.form == "you" and (lemma in GRANTED or wished) else ""


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


def possibility(sentence: Sentence, first: int, stop: int) -> str:
    """“can” of possibility (“can be wrong”), not of ability or permission (“can swim”, “can be seen”)."""
    turned_away = modal(sentence, first, stop)
    if turned_away:
        return turned_away
    position = past_adverbs(sentence, stop)
    following = after(sentence, position + 1)
    who = subject_of(sentence, first)
    personal = who.tag.startswith("PRP") and who.form not in {"it", "they"} or who.part_of_speech == "PRON" and who.form != "it"
    denied = at(sentence, stop).form in {"not", "n't"}
    passive = any(sentence[place].relation == "aux:pass" for place in dependents(sentence, predicate(sentence, first)))
    unlikely = is_participle(following) or passive or personal or denied
    if at(sentence, position).form == "be" and not unlikely:
        return ""
    return "ability or permission (dynamic), not likelihood"


def ability(sentence: Sentence, first: int, stop: int) -> str:
    """“could” of possibility or hypothesis, not of what somebody was able to do: “she could see the coat”."""
    turned_away = modal(sentence, first, stop)
    if turned_away:
        return turned_away
    verb = predicate(sentence, first)
    lemma = at(sentence, verb).lemma
    supposed = any(token.form in {"would", "might", "without"} for token in sentence)
    if _perfect(sentence, stop) or condition_in(sentence) or supposed:
        return ""
    if at(sentence, first - 1).form in {"they", "he", "she", "i", "we", "it"} and at(sentence, first - 2).form == "as":
        return "as far as one was able (dynamic), not likelihood"
    if subject_of(sentence, first).form == "i" or lemma in PERCEIVING and verb != first:
        return "ability in the past (dynamic), not likelihood"
    negated = {at(sentence, place).form for place in (stop, stop + 1, first - 1)} & {"not", "n't", "never", "no"}
    if negated and lemma not in {"be", "have"}:
        return "ability in the past (dynamic), not likelihood"
    # “It could carry sixty when it was new”; “under which the owners could pay”.
    when = [place for place in dependents(sentence, verb, "advcl") if is_past(sentence, place)]
    if any(sentence[mark].form in {"when", "while", "until", "before", "once"} for place in when for mark in dependents(sentence, place)):
        return "ability in the past (dynamic), not likelihood"
    led_in = {sentence[place].form for other in dependents(sentence, verb) for place in (other, *dependents(sentence, other, "case"))}
    ruled = at(sentence, verb).relation == "acl:relcl" and led_in & {"under", "by", "whereby", "through"} and "which" in led_in
    told_then = any(token.tag == "VBD" or token.tag == "CD" and len(token.text) == 4 for token in sentence[:first])
    if ruled and told_then:
        return "permission in the past (dynamic), not likelihood"
    # Joined to what is told in the past: “it stormed the hill but could not hold it”.
    around = [above(sentence, verb), at(sentence, verb).head, *dependents(sentence, verb, "conj")]
    told = [place for place in around if place >= 0 and is_past(sentence, place)]
    if told and at(sentence, verb).relation == "conj" and not any(sentence[place].is_cue for place in told):
        return "ability in the past (dynamic), not likelihood"
    return ""


def hypothesis(sentence: Sentence, first: int, stop: int) -> str:
    """“would” of a hypothesis, not of a report (“said troops would train”), a wish or a person’s own disposition."""
    turned_away = modal(sentence, first, stop)
    if turned_away:
        return turned_away
    verb = predicate(sentence, first)
    lemma = (at(sentence, verb) if verb != first else after(sentence, stop)).lemma
    who = subject_of(sentence, first)
    if lemma in DISPOSITIONS or at(sentence, stop).form == "rather":
        return "a wish or a preference (dynamic), not a hypothesis"
    if at(sentence, stop).form == "have" and at(sentence, stop + 1).form in {"us", "you", "me", "everybody"}:
        return "a will: what somebody wants others to do, not a hypothesis"
    if _perfect(sentence, stop):
        return ""
    if who.form == "i" and not condition_in(sentence) and lemma not in CAUTIOUS:
        return "the speaker’s own disposition (dynamic), not a hypothesis"
    if at(sentence, stop).form in LATER and _in_the_past(sentence, verb) and not condition_in(sentence):
        return "what came later, or what used to be, not a hypothesis"
    if not condition_in(sentence) and _is_habit(sentence, verb):
        return "what used to be, or was to be at a set time, not a hypothesis"
    if _reports_a_will(sentence, first, verb):
        return "reports what “will” happen, as a source has it"
    return ""


def _is_habit(sentence: Sentence, verb: int) -> bool:
    """“He would get up at five and walk”, “in summer they would play there every evening”."""
    if at(sentence, verb).relation == "conj" and at(sentence, at(sentence, verb).head).part_of_speech == "VERB":
        return _is_habit(sentence, at(sentence, verb).head)
    if not subject_of(sentence, verb).tag.startswith("PRP") or subject_of(sentence, verb).form in {"i", "it", "you"}:
        return False
    for place in dependents(sentence, verb, "obl", "nmod"):
        forms = {sentence[one].form for one in dependents(sentence, place)}
        hour = sentence[place].tag == "CD" or sentence[place].form in {"dawn", "dusk", "noon", "midnight", "daybreak"}
        if forms & {"every", "each"} or "at" in forms and hour or sentence[place].form in HABITS:
            return True
    return False


def _reports_a_will(sentence: Sentence, first: int, verb: int) -> bool:
    """Whether “would” stands for “will” after a past verb of saying, thinking or expecting, or after such a noun."""
    place = verb
    while at(sentence, place).relation == "conj" and at(sentence, place).head >= 0:
        helpers = {sentence[helper].form for helper in dependents(sentence, sentence[place].head, "aux")}
        if helpers & {"could", "might"}:
            return False
        place = sentence[place].head
    governor = at(sentence, place).head
    complement = at(sentence, place).relation.split(":")[0] in {"ccomp", "acl", "csubj"}
    parenthetic = at(sentence, governor).start > at(sentence, verb).start or (
        0 <= governor < verb and at(sentence, governor + 1).text == ","
    )
    if _supposed(sentence, verb) and not announced(sentence, verb):
        return False
    if complement and governor >= 0 and not parenthetic:
        above_it = sentence[governor]
        asked = any(sentence[other].tag[:1] == "W" for other in dependents(sentence, place))
        if above_it.lemma in ASKING:
            return not asked
        if above_it.tag.startswith("NN"):
            return above_it.lemma in PLANS and at(sentence, place).relation != "acl:relcl"
        return is_past(sentence, governor) or above_it.tag in {"VBD", "VBN", "VBG"} and finite_tag(sentence, governor) != "MD"
    return False


def announced(sentence: Sentence, position: int) -> bool:
    """“Said that a museum would open”: what is told to be planned, though of something not yet known."""
    verb = predicate(sentence, position)
    governor = at(sentence, at(sentence, verb).head)
    told = at(sentence, verb).relation == "ccomp" and governor.lemma in ANNOUNCING and governor.tag in {"VBD", "VBN"}
    passive = any(sentence[place].relation == "aux:pass" for place in dependents(sentence, verb))
    return told and not condition_in(sentence) and (passive or at(sentence, verb).lemma in HAPPENING)


def _supposed(sentence: Sentence, verb: int) -> bool:
    """Whether the subject is a case that is put, not a thing that is planned: “a wet season would hide it”, “that would”."""
    place = subject(sentence, verb)
    determiners = {sentence[other].form for other in dependents(sentence, place, "det")} if place >= 0 else set()
    return bool(determiners & {"a", "an", "any", "such"}) or at(sentence, place).form in {"that", "this", "anything"}


def _in_the_past(sentence: Sentence, verb: int) -> bool:
    place = above(sentence, verb)
    return place >= 0 and is_past(sentence, place)


def _perfect(sentence: Sentence, stop: int) -> bool:
    position = past_adverbs(sentence, stop)
    if at(sentence, position).tag[:3] == "PRP":
        position = past_adverbs(sentence, position + 1)
    return at(sentence, position).form in {"have", "'ve"} and is_participle(after(sentence, position + 1))


def inference(sentence: Sentence, first: int, stop: int) -> str:
    """“must” that infers: before have and a participle, a verb of state, or a predicate that nobody is told to be."""
    turned_away = modal(sentence, first, stop)
    if turned_away:
        return turned_away
    obliges = "an obligation (deontic), not an inference"
    if at(sentence, stop).form == "surely" and sentence[first].form == "must":
        return ""
    position = stop
    while at(sentence, position).tag.startswith("RB") and at(sentence, position).form not in {"n't", "not"}:
        position += 1
    verb, following = at(sentence, position), after(sentence, position + 1)
    who = subject_of(sentence, first).form
    if sentence[first].form != "must":
        return "" if at(sentence, stop).form in {"soon", "shortly"} else obliges
    if verb.form == "have" and is_participle(following) or verb.form == "be" and following.tag == "VBG":
        return ""
    if who in {"we", "one", "i"} or verb.form in {"n't", "not"}:
        return obliges
    if verb.lemma in STATES:
        return ""
    if verb.form == "be" and not is_participle(following):
        place = predicate(sentence, position)
        if who == "there":
            nouns = [sentence[other].lemma for other in dependents(sentence, place, "nsubj")] + [following.form]
            return "" if INFERRED & set(nouns) else obliges
        complement = at(sentence, place)
        denied = any(token.form in {"no", "never"} for token in sentence[stop : place + 1])
        # “It must be the heat”; “the aim must be to win” is demanded.
        infers = complement.tag.startswith("JJ") or complement.tag.startswith("NN") and who == "it"
        bidden = complement.lemma in TASKS
        return "" if infers and place != position and not denied and not bidden else obliges
    return obliges


def obligation(sentence: Sentence, first: int, stop: int) -> str:
    """Deontic “should” and “ought”; “must” and “have to”, laid on anyone but the reader."""
    turned_away = _deontic(sentence, first, stop)
    if turned_away:
        return turned_away
    # “You should”, “one ought to” weigh what is right; “you must” bids.
    bids = sentence[first].form not in {"should", "ought"} and _on_the_reader(sentence, first)
    return "laid on the reader" if bids else ""


def reader_obligation(sentence: Sentence, first: int, stop: int) -> str:
    """Deontic “must” and “have to” with you, one or a “we” that takes in the reader: a directive."""
    turned_away = _deontic(sentence, first, stop)
    if turned_away:
        return turned_away
    return "" if _on_the_reader(sentence, first) else "not laid on the reader"


def _on_the_reader(sentence: Sentence, first: int) -> bool:
    place = subject(sentence, first)
    if place < 0:
        place = past_adverbs(sentence, first + 1)
    who = at(sentence, place)
    if who.form == "we":
        return takes_in_the_reader(sentence, place, place + 1) == ""
    return who.form in {"you", "one"}


def _deontic(sentence: Sentence, first: int, stop: int) -> str:
    form, last = sentence[first].form, sentence[stop - 1]
    before, following = at(sentence, first - 1), at(sentence, stop)
    if form in {"must", "should", "shall", "ought"}:
        turned_away = modal(sentence, first, stop)
        if turned_away:
            return turned_away
        if not inference(sentence, first, stop):
            return "an inference (epistemic), not an obligation"
        mover = at(sentence, predicate(sentence, first)).lemma in MOVES and not _on_the_reader(sentence, first)
        if form == "must" and (mover or subject_of(sentence, first).lemma in FORCES):
            return "a mere necessity, which the voice does not lay on anybody"
    # “Nor should they pretend”, “Only then should it end”.
    asks = before.tag.startswith("W") or before.form in {"nor", "neither"} or at(sentence, 0).form == "only"
    inverted = opens_sentence(sentence, first) or following.tag in {"PRP", "EX", "DT"} or subject(sentence, first) > first
    if form == "should" and inverted and not asks and sentence[-1].text != "?":
        return "a condition (“should war come”), not an obligation"
    verb = at(sentence, predicate(sentence, first))
    if form == "should" and subject_of(sentence, first).form in FIRST_PERSON and verb.lemma in DISPOSITIONS | CAUTIOUS:
        return "stands for “would”: a wish, or care in saying so"
    if last.form == "to" and form not in {"ought", "must", "should"}:
        if following.form == "do" and at(sentence, stop + 1).form == "with":
            return "“have to do with”: a connection, not an obligation"
        if before.tag in {"MD", "TO"} or after_modal(sentence, first) or sentence[first].tag in {"VB", "VBN", "VBG"}:
            return "a mere necessity, which the voice does not lay on anybody"
        passive = following.form == "be" and is_participle(at(sentence, stop + 1))
        if sentence[first].tag == "VBD" and (passive or not sentence[first].cue):
            return "a necessity of the past, which the voice tells and does not lay on anybody"
        if sentence[first].tag != "VBD" and not _on_the_reader(sentence, first):
            return "a mere necessity, which the voice does not lay on anybody"
        if form in {"need", "needs", "needed"} and before.tag in {"DT", "PRP$", "JJ"}:
            return "a noun here, not the verb"
    return ""


def after_modal(sentence: Sentence, first: int) -> bool:
    """Whether an auxiliary governs the verb at ``first``: “would have to”, “does not need to”."""
    position = first - 1
    while at(sentence, position).tag.startswith("RB") or at(sentence, position).form in {"n't", "not"}:
        position -= 1
    return at(sentence, position).tag == "MD" or at(sentence, position).lemma == "do"
