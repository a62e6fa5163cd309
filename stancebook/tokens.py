"""A sentence as the lexicons see it: tokens with what each may be looked up as, whatever its apostrophes."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import KW_ONLY, dataclass, replace

import pandas as pd

# A contraction is looked up as the words it stands for, so that “there is no way” finds “There’s no way”.
CONTRACTIONS = {
    "n't": ("not",),
    "'s": ("is", "be", "has", "have"),
    "'re": ("are", "be"),
    "'m": ("am", "be"),
    "'ve": ("have",),
    "'ll": ("will",),
    "'d": ("would", "had", "have"),
    "cannot": ("can",),
}
# NLTK cuts “can’t”, “won’t” and “shan’t” before the “n”, which leaves a stump.
STUMPS = {"ca": "can", "wo": "will", "sha": "shall"}


NEGATIONS = frozenset({"not", "n't", "never"})
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
QUOTATION_MARKS = frozenset({"“", "”", '"', "``", "''", "«", "»"})
OPENING_MARKS = frozenset({"“", "``", "«", '"', ":", "(", "‘"})
#: What a subject may be made of, from its head back to its first word.
IN_NOUN_PHRASE = ("NN", "JJ", "CD", "PO", "VBN", "VBG")
STARTS_NOUN_PHRASE = ("DT", "PRP", "NNP")
PLURAL = frozenset({"we", "they", "you", "i"})
#: Words that link one clause to the next.
LINKS = frozenset(
    "and but or because although though while whereas when if unless since that which who whom whose where what how "
    "why whether as than after before until".split()
)
CONTENT_WORDS = frozenset("how why what who whether where when".split())


@dataclass(frozen=True)
class Token:
    """One token: its ``text``, lower-cased ``form``, lemma, parts of speech, and the ``keys`` it is looked up by.

    ``head`` and ``relation`` are those of the words table (-1 and empty where it has no tree). ``speaker`` says who
    says “we” here: “source” inside a quotation, “group” or “individual” where the author’s “we” leaves the reader out
    or takes the reader in throughout (``persons.whose_we``), else empty. ``cue`` is the base of the verb that reports what the token stands in, empty outside reported speech;
    ``is_cue`` whether it is itself the word that reports.
    """

    text: str
    form: str
    lemma: str
    part_of_speech: str
    tag: str
    start: int
    end: int
    keys: frozenset[str]
    _: KW_ONLY
    head: int = -1
    relation: str = ""
    speaker: str = ""
    cue: str = ""
    is_cue: bool = False

    @property
    def is_word(self) -> bool:
        return self.part_of_speech not in {"PUNCT", "SYM", ""}


Sentence = list[Token]
#: What stands before the first and after the last token of a sentence.
NOTHING = Token("", "", "", "", "", -1, -1, frozenset())


def sentences(words: pd.DataFrame) -> list[tuple[int, int, list[Token]]]:
    """Cut a words table into (paragraph, sentence, tokens), in the order of the text."""
    result: list[tuple[int, int, list[Token]]] = []
    columns = ["paragraph", "sentence", "text", "lemma", "part_of_speech", "tag", "start", "end", "head", "relation"]
    if "head" not in words.columns:
        words = words.assign(head=-1, relation="")
    current = None
    for paragraph, sentence, text, lemma, part, tag, start, end, head, relation in zip(
        *(words[name].tolist() for name in columns)
    ):
        if sentence != current:
            result.append((paragraph, sentence, []))
            current = sentence
        tokens = result[-1][2]
        form = plain(text)
        previous = tokens[-1].form if tokens else ""
        if form == "'s" and previous == "let":
            keys = {"us"}
        elif form in CONTRACTIONS and tag != "POS":
            # The form itself stays among the keys: taggers confuse “one’s enemy” with “one’s here”.
            keys = {form, plain(lemma), *CONTRACTIONS[form]}
        else:
            keys = {form, plain(lemma), *(_positives(form) if part == "ADJ" else ())}
        tokens.append(Token(text, form, plain(lemma), part, tag, start, end, frozenset(keys), head=head, relation=relation))
        if form == "n't" and previous in STUMPS:
            _mend_stump(tokens, STUMPS[previous])
    return result


def plain(text: str) -> str:
    """Lower case, with typewriter apostrophes."""
    return text.lower().replace("’", "'").replace("‘", "'").replace("ʼ", "'")


def at(sentence: list[Token], position: int) -> Token:
    """The token at ``position``, or NOTHING outside the sentence."""
    return sentence[position] if 0 <= position < len(sentence) else NOTHING


def past_adverbs(sentence: Sentence, position: int) -> int:
    """The first position from ``position`` on that holds neither an adverb nor a negation."""
    while at(sentence, position).tag.startswith("RB") or at(sentence, position).form in NEGATIONS:
        position += 1
    return position


def after(sentence: Sentence, stop: int) -> Token:
    """The next token, past adverbs and negation."""
    return at(sentence, past_adverbs(sentence, stop))


def is_number(token: Token) -> bool:
    return token.tag == "CD" or token.part_of_speech == "NUM" or token.form[:1].isdigit()


def is_adjective_or_adverb(token: Token) -> bool:
    return token.tag[:2] in {"JJ", "RB"} or token.part_of_speech in {"ADJ", "ADV"}


def is_participle(token: Token) -> bool:
    # Taggers that know only the shape of a sentence take rare adjectives (“can be fragile”) for participles.
    return token.tag in {"VBN", "VBD"} and not token.form.endswith(("ous", "ful", "ive", "able", "ible", "ile"))


def finite_verb_follows(sentence: Sentence, stop: int) -> bool:
    """Whether a subject and its finite verb stand right after: “believe the town fell”, not “believe the town”."""
    for token in sentence[stop : stop + 7]:
        if token.tag in FINITE:
            return True
        if not token.is_word or token.tag in {"TO", "IN", "CC", "WDT", "WP"}:
            return False
    return False


def opens_sentence(sentence: Sentence, first: int) -> bool:
    """Whether no word stands before the token at ``first``."""
    return not any(token.is_word for token in sentence[:first])


def reread(sentence: Sentence, verbs: Mapping[str, str], reporting: Container[str]) -> Sentence:
    """Read again what a tagger or lemmatizer often gets wrong, where the neighbours speak plainly.

    ``verbs`` gives the base of regular verb forms, ``reporting`` names the bases that report a thought or an utterance.
    A form whose lemma is not known (“opined”) gets its base; a reporting verb that was taken for a noun (“the ministry
    maintains that …”) becomes a verb where a subject stands before it and the content after it or around it.
    """
    result = list(sentence)
    for position, token in enumerate(sentence):
        base = verbs.get(token.form)
        if base is None or token.form.endswith("ing") and not token.tag.startswith("VB"):
            continue
        if token.tag in {"VBD", "VBN", "VBG", "VBZ"} and token.form != base:
            result[position] = replace(token, lemma=base, keys=token.keys | {base})
        elif token.tag[:2] in {"NN", "JJ"} and base in reporting and _reports(result, position, base):
            tag = "VBP" if token.form == base else "VBD" if token.form.endswith("ed") else "VBZ"
            keys = frozenset({token.form, base})
            result[position] = replace(token, lemma=base, part_of_speech="VERB", tag=tag, keys=keys)
    return result


def after_quotation(sentence: Sentence, first: int) -> bool:
    """Whether nothing but a subject stands between a quotation mark and ``first``: “…,” the old general claimed."""
    start = _noun_phrase(sentence, first)
    return start < first and at(sentence, start - 1).text in QUOTATION_MARKS


def _reports(sentence: Sentence, position: int, base: str) -> bool:
    head = position - 1
    while at(sentence, head).tag.startswith("RB"):
        head -= 1
    subject, following = at(sentence, head), at(sentence, position + 1)
    plural = subject.tag in {"NNS", "NNPS"} or subject.form in PLURAL
    if not sentence[position].form.endswith("ed") and (sentence[position].form == base) != plural:
        return False
    start = _noun_phrase(sentence, head + 1)
    # “the general claims”: after an article, an adjective may be the subject.
    if not (
        subject.tag.startswith("NN") or subject.tag == "PRP" or subject.tag == "JJ" and sentence[start].tag == "DT"
    ):
        return False
    before = at(sentence, start - 1)
    if not before.is_word and at(sentence, start).tag.startswith(STARTS_NOUN_PHRASE):
        # “…,” the minister notes. The truce, the minister notes, will hold.
        ends = not following.is_word
        if before.text in QUOTATION_MARKS and ends or before.text == following.text == ",":
            return True
    # “Amid opposition claims that …”: the phrase belongs to a preposition that opens its clause.
    if before.tag == "IN" and not at(sentence, start - 2).is_word or _verb_earlier(sentence, start):
        return False
    if following.form == "to":
        return at(sentence, position + 2).form in {"be", "have"}
    if following.form in CONTENT_WORDS:
        return True
    content = sentence[position + 2 :]
    if following.form != "that" or not content or not content[0].is_word or content[0].tag in FINITE:
        return False
    # A noun and its clause would leave the sentence a verb of its own: “Claims that he fled were false.”
    clauses = 1 + sum(token.form in LINKS or token.text in {",", ";", ":", "—", "–"} for token in content)
    return 1 <= sum(token.tag in FINITE for token in content) <= clauses


def _noun_phrase(sentence: Sentence, stop: int) -> int:
    """Where the noun phrase that ends before ``stop`` starts; ``stop`` itself where there is none."""
    start = stop
    while at(sentence, start - 1).tag.startswith("RB"):
        start -= 1
    while at(sentence, start - 1).tag.startswith(IN_NOUN_PHRASE):
        start -= 1
    while at(sentence, start - 1).tag in {"DT", "PDT", "PRP", "PRP$"}:
        start -= 1
    return start


def _verb_earlier(sentence: Sentence, start: int) -> bool:
    """Whether the clause has a finite verb before ``start``, so that no other is wanted."""
    for token in reversed(sentence[:start]):
        if not token.is_word or token.form in LINKS:
            return False
        if token.tag in FINITE:
            return True
    return False


def _positives(compared: str) -> set[str]:
    """What a comparative or superlative may be made of, where a lemmatizer does not know it: “saddest”, “sadder”."""
    ending = next((ending for ending in ("est", "er") if compared.endswith(ending) and len(compared) > len(ending) + 2), "")
    if not ending:
        return set()
    stem = compared[: -len(ending)]
    shorter = {stem[:-1]} if stem[-1] == stem[-2] else set()
    return {stem, stem + "e", *shorter} | ({stem[:-1] + "y"} if stem.endswith("i") else set())


def _mend_stump(tokens: list[Token], whole: str) -> None:
    stump = tokens[-2]
    keys = frozenset({whole, stump.form})
    tokens[-2] = replace(stump, form=whole, lemma=whole, keys=keys)
