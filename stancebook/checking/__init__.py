"""Checking by hand: a sample of hits to mark right or wrong in a spreadsheet, and what the marks say of the rates."""

from stancebook.checking.precisions import corrected, precision
from stancebook.checking.sampling import KINDS, hits, sample
from stancebook.checking.sheets import CHECKS, marked, merged, read_sheet, sheet_of, write_sheet
from stancebook.checking.trust import accuracy, accuracy_note, checked, checked_corpus, hand_checked

__all__ = [
    "CHECKS",
    "KINDS",
    "accuracy",
    "accuracy_note",
    "checked",
    "checked_corpus",
    "corrected",
    "hand_checked",
    "hits",
    "marked",
    "merged",
    "precision",
    "read_sheet",
    "sample",
    "sheet_of",
    "write_sheet",
]
