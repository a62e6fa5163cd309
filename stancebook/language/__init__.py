"""The reading of an article: its sentences and words with tags, lemmas and trees, its names and its attributions.

Sentences and words are cut by nltk's tokenizers; all else is read by this project's own small encoder. Another reader
can stand behind ``read`` as long as it gives the same.
"""

from stancebook.language.reading import Reading, polarities, polarity, read, read_cut, word_position, word_tokens

__all__ = ["Reading", "polarities", "polarity", "read", "read_cut", "word_position", "word_tokens"]
