"""Characters: what does not belong into the text of an article is taken out of each line, and logged.

Curly quotes, dashes, dollars, asterisks and markup stay as they are: here a character is removed or mended only
where it is invisible, a residue of typesetting or of a wrong encoding, or could act on a terminal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

import ftfy
from ftfy import fixes

from stancebook.articles.log import Change, Line

SOFT_HYPHEN = "\u00ad"
PAGE_BREAK = "\f"

_LINE_END = re.compile("\r\n|[\n\r\v\u2028]")
_ESCAPE_SEQUENCES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # control sequences: colours, cursor, erasing (ECMA-48)
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # operating system commands: window titles, links
    r"|\x1b[PX^_][^\x1b]*\x1b\\"  # device strings
    r"|\x1b[ -/]*[0-~]?"
)
_SPACES = re.compile(r"[^\S ]|[\u2800]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SOFT_HYPHEN_INSIDE = re.compile(SOFT_HYPHEN + r"(?=.)")
_DOUBLED_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")


def split_lines(text: str) -> list[Line]:
    """The source lines with their numbers; a form feed becomes a line of its own with the number that it stands in."""
    lines = []
    for number, line in enumerate(_LINE_END.split(text.replace("\u2029", "\n")), start=1):
        for position, part in enumerate(line.split(PAGE_BREAK)):
            if position:
                lines.append(Line(number, PAGE_BREAK))
            if part or not position:
                lines.append(Line(number, part))
    return lines


def clean_lines(lines: Iterable[Line]) -> tuple[list[Line], list[Change]]:
    """Each line with its characters cleaned, and the log of it."""
    cleaned, changes = [], []
    for line in lines:
        text, found = (line.text, []) if line.text == PAGE_BREAK else clean_line(line.text, line.number)
        cleaned.append(Line(line.number, text))
        changes.extend(found)
    return cleaned, changes


def clean_line(text: str, number: int = 1) -> tuple[str, list[Change]]:
    """``text`` without unwanted characters. Its indentation stays, as spaces, for layout is read from it."""
    changes = []
    while True:  # one mending can lay open another; each makes the line shorter or plainer, so this ends
        before = text
        for action, reason, mend in _STEPS:
            mended = mend(text)
            if mended != text:
                changes.append(Change(number, action, *_difference(text, mended), reason))
                text = mended
        if text == before:
            return text.rstrip(" "), changes


def clean_field(text: str) -> str:
    """A title, outlet or author on one line, cleaned like the text."""
    return clean_line(" ".join(str(text).split()))[0].replace(SOFT_HYPHEN, "").strip()


def _replace(pattern: re.Pattern[str], replacement: str) -> Callable[[str], str]:
    return lambda text: pattern.sub(replacement, text)


def _plain_spaces(text: str) -> str:
    return _SPACES.sub(" ", text.replace("\t", "    "))


def _without_invisible(text: str) -> str:
    return "".join(character for character in text if not _is_invisible(character))


def _is_invisible(character: str) -> bool:
    category = unicodedata.category(character)
    if category in ("Cc", "Cs", "Co") or character == "\ufffd":
        return True
    if category == "Cf":
        return character != SOFT_HYPHEN
    return ord(character) & 0xFFFE == 0xFFFE  # noncharacters


def _difference(before: str, after: str) -> tuple[str, str]:
    """The words that changed, or both lines whole where the words do not correspond."""
    old, new = before.split(), after.split()
    if len(old) != len(new):
        return before, after
    pairs = [(one, other) for one, other in zip(old, new) if one != other]
    if not pairs:
        return before, after
    return " ".join(one for one, _ in pairs), " ".join(other for _, other in pairs)


_STEPS: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    ("removed escape sequence", "it would act on a terminal", _replace(_ESCAPE_SEQUENCES, "")),
    ("mended encoding", "bytes had been read in the wrong encoding", lambda text: ftfy.fix_encoding(text)),
    ("mended encoding", "a Windows character stood as a control character", fixes.fix_c1_controls),
    ("removed bidi control", "it can make text look other than it is", _replace(_BIDI, "")),
    ("plain space", "non-breaking spaces, tabs and their kind are one space", _plain_spaces),
    ("removed invisible character", "control, zero-width or damaged characters hide in words", _without_invisible),
    ("mended ligature", "letters set as one character", fixes.fix_latin_ligatures),
    ("composed accent", "a letter and its accent were two characters", lambda text: unicodedata.normalize("NFC", text)),
    ("removed soft hyphen", "it only marks where a word may break", _replace(_SOFT_HYPHEN_INSIDE, "")),
    ("single space", "spaces were doubled", _replace(_DOUBLED_SPACES, " ")),
)
