"""The word lists of data/lexicons/: read and checked, matched in sentences, and the gates that tell namesakes apart."""

from stancebook.lexicons.entries import FILES, SUBCATEGORIES, Entry, Lexicon, load, opened, read, regular_forms

__all__ = ["FILES", "SUBCATEGORIES", "Entry", "Lexicon", "load", "opened", "read", "regular_forms"]
