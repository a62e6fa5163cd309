"""An article: its text, cleaned, with all that is not the author's prose set apart and every change logged."""

from __future__ import annotations

import datetime
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from stancebook.articles import cleaning, front_matter, layout, markdown, structure, turns, wording
from stancebook.articles.dates import find_date, parse_date
from stancebook.articles.decoding import read_text
from stancebook.articles.english import is_english
from stancebook.articles.log import Apparatus, Change, Line, Paragraph, apparatus_table, cleaning_table
from stancebook.errors import ArticleError

FEWEST_WORDS = 20  # fewer bear no rate, and their language cannot be told
_MARKDOWN = (".md", ".markdown")
_LONGEST_NAME = 60


@dataclass(frozen=True, eq=False)
class Article:
    """What was read from one file.

    ``text`` is the body alone, its paragraphs joined by one blank line; every offset in every table is into it.
    ``paragraphs`` are (start, end) in ``text``. ``apparatus`` has the columns kind, text, line: title, caption,
    credit, related link, closing credit and what else is not body. ``cleaning`` has the columns line, action,
    before, after, reason. Lines count from 1 in the source file. ``metadata`` is the rest of the front matter.
    ``speakers`` has, of an interview or transcript, the label of who speaks in each paragraph, '' for the author; it
    is empty for any other article.
    """

    name: str
    path: str
    title: str
    outlet: str
    author: str
    date: datetime.date | None
    text: str
    paragraphs: tuple[tuple[int, int], ...]
    apparatus: pd.DataFrame
    cleaning: pd.DataFrame
    metadata: dict[str, object]
    speakers: tuple[str, ...] = ()


def read(
    path: str | Path,
    *,
    title: str | None = None,
    outlet: str | None = None,
    author: str | None = None,
    date: str | datetime.date | None = None,
) -> Article:
    """Read the article at ``path``, plain text or Markdown, in English.

    What is given as an argument wins over the front matter, and this over what the text shows. Raises ArticleError,
    in one sentence for the person who called, where the file is no English article.
    """
    given = {"title": title, "outlet": outlet, "author": author}
    for field, value in given.items():
        if value is not None and not isinstance(value, str):
            raise ArticleError(f"The {field} given for {path} must be text; put it in quotes.")
    given_date = parse_date(date, "the date given")
    source, encoding = read_text(path)
    lines, changes = cleaning.clean_lines(cleaning.split_lines(source))
    if encoding not in ("utf-8", "utf-8-sig"):
        changes.append(Change(1, "decoded", encoding, "utf-8", "the file was not in UTF-8"))
    front, lines, read_changes = front_matter.split(lines, str(path))
    fields = {**front.fields, **{field: cleaning.clean_field(value) for field, value in given.items() if value}}
    body, apparatus, more = divide_lines(
        lines, is_markdown=_is_markdown(path, lines), author=str(fields.get("author", ""))
    )
    found = _found_fields(apparatus)
    body, speakers, labels, labelled = turns.divide(body, str(fields.get("author") or found["author"]))
    apparatus, more = apparatus + labels, more + labelled
    text = "\n\n".join(paragraph.text for paragraph in body)
    _check_text(text, str(path))
    return Article(
        name=slug(path),
        path=str(path),
        title=fields.get("title") or found["title"],
        outlet=fields.get("outlet") or found["outlet"],
        author=fields.get("author") or found["author"],
        date=given_date or fields.get("date") or found["date"],
        text=text,
        paragraphs=_spans(body),
        apparatus=apparatus_table(apparatus),
        cleaning=cleaning_table(changes + read_changes + more),
        metadata=front.metadata,
        speakers=tuple(speakers) if any(speakers) else (),
    )


def divide_lines(
    lines: list[Line], *, is_markdown: bool = False, author: str = ""
) -> tuple[list[Paragraph], list[Apparatus], list[Change]]:
    """Body, apparatus and log of cleaned lines.

    The body is gone over until nothing more is found, so that reading a cleaned text again changes nothing. Each
    round takes something away or ends.
    """
    if is_markdown:
        paragraphs, apparatus, changes = markdown.paragraphs_of(lines)
    else:
        paragraphs, apparatus, changes = layout.paragraphs_of(lines)
    while True:
        body, pieces, divided = structure.divide(paragraphs, author)
        apparatus, changes = apparatus + pieces, changes + divided
        before = [paragraph.text for paragraph in body]
        lines, cleaned = cleaning.clean_lines(
            line for paragraph in body for line in (Line(paragraph.line, paragraph.text), Line(paragraph.line, ""))
        )
        paragraphs, pieces, laid_out = layout.paragraphs_of(lines)
        apparatus, changes = apparatus + pieces, changes + cleaned + laid_out
        again = structure.divide(paragraphs, author)[0]
        if [paragraph.text for paragraph in again] == before:
            return body, apparatus, changes


def _is_markdown(path: str | Path, lines: list[Line]) -> bool:
    """By its name, or because it begins as no plain text does: with a Markdown heading."""
    first = next((line.text for line in lines if line.text.strip()), "")
    return Path(path).suffix.lower() in _MARKDOWN or bool(re.match(r"# \w", first))


def slug(path: str | Path) -> str:
    """A name for a folder from a file's name: lower-case ASCII letters, digits and hyphens, stable and never empty."""
    stem = unicodedata.normalize("NFC", Path(path).stem)
    folded = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", folded.lower()).strip("-")
    spelled_out = sum(character.isalnum() for character in folded) >= sum(character.isalnum() for character in stem)
    # What the name cannot say in ASCII, or at its length, a hash says: two files never share a name for it.
    if not name or not spelled_out or len(name) > _LONGEST_NAME:
        mark = hashlib.sha256(stem.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        name = f"{name[:_LONGEST_NAME - 9].strip('-') or 'article'}-{mark}"
    return name


def _check_text(text: str, path: str) -> None:
    count = wording.word_count(text)
    if not text:
        raise ArticleError(f"{path} has no text of its own (it is empty, or all captions and links); add the article.")
    if count < FEWEST_WORDS:
        words = "a text of one word" if count == 1 else f"a text of {count} words"
        raise ArticleError(f"{path} is too short: {words} says nothing; give an article of at least {FEWEST_WORDS}.")
    if not is_english(text):
        raise ArticleError(f"{path} does not read as English, and this project reads English only; give a translation.")


def _spans(body: list[Paragraph]) -> tuple[tuple[int, int], ...]:
    spans, start = [], 0
    for paragraph in body:
        spans.append((start, start + len(paragraph.text)))
        start += len(paragraph.text) + 2
    return tuple(spans)


def _found_fields(apparatus: list[Apparatus]) -> dict[str, object]:
    """Title, outlet, author and date as the apparatus has them, the first of each."""
    texts = {kind: [piece.text for piece in sorted(apparatus, key=lambda piece: piece.line) if piece.kind == kind]
             for kind in ("title", "byline", "outlet", "closing credit", "date", "dateline")}
    outlets = [wording.outlet_in_head(text) for text in texts["outlet"]]
    outlets += [wording.outlet_in_byline(text) for text in texts["byline"]]
    outlets += [wording.outlet_in_credit(text) for text in texts["closing credit"]]
    dates = [find_date(text) for kind in ("date", "byline", "dateline", "closing credit") for text in texts[kind]]
    return {
        "title": next(iter(texts["title"]), ""),
        "author": next(filter(None, map(wording.byline, texts["byline"])), ""),
        "outlet": next(filter(None, outlets), ""),
        "date": next(filter(None, dates), None),
    }
