"""From words to the subwords that the encoder knows."""

from __future__ import annotations

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from stancebook.language.features import straight

# A word of more pieces (an address, a line of dashes) says nothing more by its end.
LONGEST_WORD = 12


class Subwords:
    """WordPiece (Wu et al. 2016) over a list of pieces; the words once cut are remembered."""

    def __init__(self, pieces: list[str]):
        vocabulary = {piece: number for number, piece in enumerate(pieces)}
        self.tokenizer = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=100))
        self.tokenizer.normalizer = BertNormalizer(lowercase=True)
        self.tokenizer.pre_tokenizer = BertPreTokenizer()
        self.opening, self.closing, self.unknown = (vocabulary[piece] for piece in ("[CLS]", "[SEP]", "[UNK]"))
        self._known: dict[str, list[int]] = {}

    def __call__(self, word: str) -> list[int]:
        """The numbers of the pieces of a word: at least one, at most ``LONGEST_WORD``."""
        found = self._known.get(word)
        if found is None:
            text = straight(word)[:200]
            found = self.tokenizer.encode(text, add_special_tokens=False).ids[:LONGEST_WORD] or [self.unknown]
            if len(self._known) < 200_000:
                self._known[word] = found
        return found
