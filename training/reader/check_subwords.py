"""Compare the package's subwords with those of the tokenizers library on every word of the training data.

    python -m training.reader.check_subwords --data FOLDER --encoder FOLDER
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from stancebook.language.features import straight
from stancebook.language.subwords import LONGEST_WORD, Subwords
from training.reader.examples import training_sets


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    options = parser.parse_args()
    pieces = (options.encoder / "vocab.txt").read_text(encoding="utf8").splitlines()
    ours = Subwords(pieces)
    theirs = Tokenizer(WordPiece({piece: at for at, piece in enumerate(pieces)}, unk_token="[UNK]", max_input_chars_per_word=100))
    theirs.normalizer, theirs.pre_tokenizer = BertNormalizer(lowercase=True), BertPreTokenizer()
    words = {word for examples in training_sets(options.data).values() for example in examples for word in example.words}
    words |= {"café", "北京kongress", "naïve’s", "Ａ", "e\u0301", "\u200b", "🙂", "a\u00adb", "Ω", "İ", "ß", "…", "½", "Mediaș", "x" * 150}
    different = 0
    for word in sorted(words):
        expected = theirs.encode(straight(word)[:200], add_special_tokens=False).ids[:LONGEST_WORD] or [ours.unknown]
        if ours(word) != expected:
            different += 1
            print(repr(word), [pieces[number] for number in ours(word)], [pieces[number] for number in expected])
    print(f"{different} of {len(words):,} words differ")


if __name__ == "__main__":
    main()
