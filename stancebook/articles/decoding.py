"""From a path to text: is it a readable file of text, and in which encoding is it written?"""

from __future__ import annotations

import codecs
import difflib
import re
from pathlib import Path

import charset_normalizer

from stancebook.errors import ArticleError

LARGEST_FILE = 5_000_000  # bytes; the longest book chapter has a tenth of this

_BYTE_ORDER_MARKS = (  # UTF-32 first: its mark starts with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The first bytes of files that people rename or mistake for text (the "magic" database of file(1)).
_SIGNATURES = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
)
_WEB_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x06\x0e-\x1a\x1c-\x1f\ufffd]")  # without line ends, form feeds, backspaces and escapes


def read_text(path: str | Path) -> tuple[str, str]:
    """The text of the file at ``path`` and the name of its encoding; ArticleError where there is none."""
    return decode(read_bytes(path), str(path))


def likely(path: str | Path) -> str:
    """What to do about a file that is not there: take the one with nearly its name, or check the path."""
    folder, name = Path(path).parent, Path(path).name
    there = [one.name for one in folder.iterdir() if one.is_file()] if folder.is_dir() else []
    near = difflib.get_close_matches(name, there, n=1, cutoff=0.8)
    return f"did you mean {near[0]}?" if near else "check the spelling and the folder."


def read_bytes(path: str | Path) -> bytes:
    """The bytes of an ordinary file that is neither missing, empty nor far too large."""
    try:
        file = Path(path)
        if file.is_dir():
            raise ArticleError(f"{path} is a folder, not an article; name one of the files in it.")
        if not file.exists():
            raise ArticleError(f"There is no file {path}; {likely(file)}")
        if not file.is_file():
            raise ArticleError(f"{path} is not an ordinary file; save the article as a .txt or .md file.")
        size = file.stat().st_size
        if size > LARGEST_FILE:
            raise ArticleError(
                f"{path} is too large for an article ({size / 1e6:.1f} MB, the limit is {LARGEST_FILE / 1e6:.0f} MB); "
                "save one article per file."
            )
        return file.read_bytes()
    except PermissionError:
        raise ArticleError(f"{path} may not be read; change its permissions (chmod u+r) and try again.") from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise ArticleError(f"{str(path)!r} cannot be opened ({reason}); check the path.") from None


def decode(data: bytes, path: str) -> tuple[str, str]:
    """``data`` as text and the encoding that it was in; ArticleError where it is no text."""
    if not data.strip():
        raise ArticleError(f"{path} is empty; put the text of an article in it.")
    _refuse_other_formats(data, path)
    text, encoding = _decode_marked(data) or _decode_unmarked(data)
    if len(_CONTROLS.findall(text)) > max(1, 0.02 * len(text)):
        raise ArticleError(f"{path} is not text (it is full of control characters); save the article as plain text.")
    return text, encoding


def _refuse_other_formats(data: bytes, path: str) -> None:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise ArticleError(f"{path} is {kind}, whatever its name says; save the article as plain text.")
    if _WEB_PAGE.match(data):
        raise ArticleError(f"{path} is a web page; copy the article's text out of it into a .txt or .md file.")


def _decode_marked(data: bytes) -> tuple[str, str] | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), encoding
    return None


def _decode_unmarked(data: bytes) -> tuple[str, str]:
    wide = _unmarked_utf16(data)
    if wide:
        return data.decode(wide, errors="replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    repaired = data.decode("utf-8", errors="stancebook_single_bytes")
    whole = sum(character > "\x7f" for character in data.decode("utf-8", errors="ignore"))
    stray = sum(character > "\x7f" for character in repaired) - whole
    if whole > stray:
        return repaired, "utf-8 with stray bytes"
    best = charset_normalizer.from_bytes(data, cp_isolation=["cp1252", "mac_roman"]).best()
    encoding = best.encoding if best else "cp1252"
    return data.decode(encoding, errors="replace"), encoding


def _unmarked_utf16(data: bytes) -> str | None:
    """Which UTF-16 this is, told by every other byte of Latin text being zero; None where it is not."""
    if len(data) % 2 or not data:
        return None
    half = len(data) / 2
    low, high = data[0::2].count(0) / half, data[1::2].count(0) / half
    if high > 0.4 and low < 0.1:
        return "utf-16-le"
    if low > 0.4 and high < 0.1:
        return "utf-16-be"
    return None


def _single_bytes(problem: UnicodeError) -> tuple[str, int]:
    """A codec error handler: bytes that are not UTF-8 were most likely pasted from a Windows document."""
    stray = problem.object[problem.start : problem.end]
    return stray.decode("cp1252", errors="replace"), problem.end


codecs.register_error("stancebook_single_bytes", _single_bytes)
