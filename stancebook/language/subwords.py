"""From words to the subwords that the encoder knows."""

from __future__ import annotations

import re
import unicodedata

from stancebook.language.features import straight

# A word of more pieces (an address, a line of dashes) says nothing more by its end.
LONGEST_WORD = 12
LONGEST_RUN = 100
_IDEOGRAPH = re.compile(r"([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ceaf\U0002f800-\U0002fa1f])")
_ASCII_MARKS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class Subwords:
    """BERT's lower-casing WordPiece (Wu et al. 2016, Devlin et al. 2019) over a list of pieces.

    Thirty lines rather than the tokenizers package, which brings a client of a model hub and its network stack along;
    ``training/reader/check_subwords.py`` compares the two. Words once cut are remembered.
    """

    def __init__(self, pieces: list[str]):
        self._vocabulary = {piece: number for number, piece in enumerate(pieces)}
        self.opening, self.closing, self.unknown = (self._vocabulary[piece] for piece in ("[CLS]", "[SEP]", "[UNK]"))
        self._known: dict[str, list[int]] = {}

    def __call__(self, word: str) -> list[int]:
        """The numbers of the pieces of a word: at least one, at most ``LONGEST_WORD``."""
        found = self._known.get(word)
        if found is None:
            runs = _runs(straight(word)[: 2 * LONGEST_RUN])
            found = [number for run in runs for number in self._cut(run)][:LONGEST_WORD] or [self.unknown]
            if len(self._known) < 200_000:
                self._known[word] = found
        return found

    def _cut(self, run: str) -> list[int]:
        """The longest known piece first, again and again; unknown as a whole where a rest has none."""
        if len(run) > LONGEST_RUN:
            return [self.unknown]
        numbers, start = [], 0
        while start < len(run):
            for end in range(len(run), start, -1):
                number = self._vocabulary.get(run[start:end] if not start else f"##{run[start:end]}")
                if number is not None:
                    break
            else:
                return [self.unknown]
            numbers.append(number)
            start = end
        return numbers


def _runs(word: str) -> list[str]:
    """The word without controls and accents, in lower case, cut at marks and ideographs."""
    kept = (" " if character.isspace() else character for character in word if not _is_control(character))
    spaced = _IDEOGRAPH.sub(r" \1 ", "".join(kept))
    plain = "".join(c for c in unicodedata.normalize("NFD", spaced) if unicodedata.category(c) != "Mn").lower()
    return "".join(f" {character} " if _is_mark(character) else character for character in plain).split()


def _is_control(character: str) -> bool:
    return character not in "\t\n\r" and unicodedata.category(character) in ("Cc", "Cf", "Cn", "Co") or character == "\ufffd"


def _is_mark(character: str) -> bool:
    return character in _ASCII_MARKS or unicodedata.category(character)[0] == "P"
