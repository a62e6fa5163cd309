"""A sentence as the lexicons see it: tokens with what each may be looked up as, whatever its apostrophes."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Token:
    """One token: its ``text``, lower-cased ``form``, lemma, parts of speech, and the ``keys`` it is looked up by."""

    text: str
    form: str
    lemma: str
    part_of_speech: str
    tag: str
    start: int
    end: int
    keys: frozenset[str]

    @property
    def is_word(self) -> bool:
        return self.part_of_speech not in {"PUNCT", "SYM", ""}


Sentence = list[Token]
#: What stands before the first and after the last token of a sentence.
NOTHING = Token("", "", "", "", "", -1, -1, frozenset())


def sentences(words: pd.DataFrame) -> list[tuple[int, int, list[Token]]]:
    """Cut a words table into (paragraph, sentence, tokens), in the order of the text."""
    result: list[tuple[int, int, list[Token]]] = []
    columns = ["paragraph", "sentence", "text", "lemma", "part_of_speech", "tag", "start", "end"]
    current = None
    for paragraph, sentence, text, lemma, part, tag, start, end in zip(*(words[name].tolist() for name in columns)):
        if sentence != current:
            result.append((paragraph, sentence, []))
            current = sentence
        tokens = result[-1][2]
        form = plain(text)
        previous = tokens[-1].form if tokens else ""
        if form == "'s" and previous == "let":
            keys = {"us"}
        elif form in CONTRACTIONS and tag != "POS":
            keys = {plain(lemma), *CONTRACTIONS[form]}
        else:
            keys = {form, plain(lemma)}
        tokens.append(Token(text, form, plain(lemma), part, tag, start, end, frozenset(keys)))
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
    return token.tag in {"VBN", "VBD"}


def opens_sentence(sentence: Sentence, first: int) -> bool:
    """Whether no word stands before the token at ``first``."""
    return not any(token.is_word for token in sentence[:first])


def _mend_stump(tokens: list[Token], whole: str) -> None:
    stump = tokens[-2]
    keys = frozenset({whole, stump.form})
    tokens[-2] = Token(stump.text, whole, whole, stump.part_of_speech, stump.tag, stump.start, stump.end, keys)
