"""The reading of an article: its sentences and words, with tags and lemmas.

A first pass by nltk's tokenizers and tagger, with models of this project's own; another reader can stand behind
``read`` as long as it gives the same two tables.
"""

from stancebook.language.reading import Reading, read, word_tokens

__all__ = ["Reading", "read", "word_tokens"]
