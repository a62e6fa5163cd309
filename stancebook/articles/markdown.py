"""From Markdown to paragraphs: markup is taken away, its text stays. Raw HTML is text like any other."""

from __future__ import annotations

from collections import Counter

from markdown_it import MarkdownIt
from markdown_it.token import Token

from stancebook.articles import cleaning, wording
from stancebook.articles.cleaning import PAGE_BREAK
from stancebook.articles.hyphens import words_of
from stancebook.articles.layout import join_lines
from stancebook.articles.log import Apparatus, Change, Line, Paragraph

# HTML stays as the text that it is: whoever renders it escapes it. Indented lines are paragraphs, for articles
# have no program code.
_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["code", "html_block", "html_inline"])
_QUOTED = "quoted"
_LONGEST_HEADING = 30  # words; a line of dashes right under a paragraph makes a heading of it, by mistake


def paragraphs_of(lines: list[Line]) -> tuple[list[Paragraph], list[Apparatus], list[Change]]:
    """The paragraphs of a Markdown text, each with what its markup says of it, and the log of the markup."""
    source = [("" if line.text == PAGE_BREAK else line.text) for line in lines]
    tokens = _PARSER.parse("\n".join(source))
    known = words_of(source)
    paragraphs: list[Paragraph] = []
    changes: list[Change] = []
    covered: set[int] = set()
    for block, (token, hint) in enumerate(_blocks(tokens)):
        first, last = token.map or (0, 0)
        number = lines[first].number if lines else 1
        found: list[Paragraph] = []
        for text, kind in _texts(token, hint):
            found += _paragraphs_of_text(text, kind, number, block, known, changes)
        paragraphs += found
        raw = "\n".join(source[first:last])
        covered.update(range(first, last))
        plain = "\n".join(paragraph.text for paragraph in found)
        if raw.split() != plain.split():
            changes.append(Change(number, "took markup away", raw, plain, "Markdown"))
    for index, text in enumerate(source):
        if index not in covered and text.strip():
            changes.append(Change(lines[index].number, "took markup away", text, "", "Markdown that shows no text"))
    return _with_one_title(paragraphs), [], changes


def _blocks(tokens: list[Token]) -> list[tuple[Token, str]]:
    """The tokens that hold text, each with the kind of the block that it stands in."""
    blocks, hint, row, quoting = [], "", None, 0
    for token in tokens:
        if token.type == "tr_open":
            row = Token("row", "", 0, children=[])
        elif token.type == "tr_close" and row:
            blocks.append((row, "table"))
            row = None
        elif token.type in ("blockquote_open", "blockquote_close"):
            quoting += 1 if token.type == "blockquote_open" else -1
        elif token.type == "heading_open":
            hint = "title" if token.tag == "h1" else "subheading"
        elif token.type == "heading_close":
            hint = ""
        elif token.type == "fence":
            blocks.append((token, ""))
        elif token.type == "inline":
            if row:
                row.map = row.map or token.map
                row.children += [*([Token("text", "", 0, content=" | ")] if row.children else []), *(token.children or [])]
            else:
                blocks.append((token, hint or (_QUOTED if quoting else "")))
    return blocks


def _texts(token: Token, hint: str) -> list[tuple[str, str]]:
    """The text of a block, and the captions that its images carry, in order."""
    if token.type == "fence":
        return [(token.content, "")]
    texts, plain, images, inline = [], [], False, False
    for child in token.children or []:
        if child.type == "image":
            images = True
            inline = inline or bool("".join(plain).rpartition("\n")[2].strip())
            texts.append((" ".join(filter(None, (child.content, str(child.attrs.get("title") or "")))), "caption"))
        elif child.type in ("softbreak", "hardbreak"):
            plain.append("\n")
        else:
            plain.append(child.content)
    text = "".join(plain).strip()
    if hint == _QUOTED:
        return [(_in_quotation_marks(text), "")] if text else []
    short = wording.word_count(text) <= 60
    if hint in ("title", "subheading") and wording.word_count(text) > _LONGEST_HEADING:
        hint = ""
    if images and short and not hint and not inline:
        texts += [(line, wording.kind_of_line(line) or "caption") for line in text.split("\n")]
    else:
        texts.append((text, hint))
    return [(text, kind) for text, kind in texts if text.strip()]


def _in_quotation_marks(text: str) -> str:
    """A block quotation as prose has it: in quotation marks, but for what has some, is no sentence, or says who said it."""
    said, dash, by = text.rpartition("\n—") if "\n—" in text else (text, "", "")
    if said[0] in "“\"„«‘'>" or not wording.ends_sentence(said) or wording.kind_of_line(" ".join(said.split())):
        return text
    return f"“{said}”{dash}{by}"


def _paragraphs_of_text(
    text: str, kind: str, number: int, block: int, known: Counter[str], changes: list[Change]
) -> list[Paragraph]:
    lines, cleaned = cleaning.clean_lines(
        Line(number + offset, part.strip()) for offset, part in enumerate(text.split("\n")) if part.strip()
    )
    lines = [line for line in lines if line.text.strip()]
    changes += cleaned
    if not lines:
        return []
    joined, broken = join_lines(lines, known)
    changes += broken
    return [Paragraph(joined, number, block, kind)]


def _with_one_title(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The first heading is the title where it is of the first level or comes before all prose; later ones are not."""
    titled = False
    result = []
    for index, paragraph in enumerate(paragraphs):
        if paragraph.hint in ("title", "subheading"):
            before_prose = all(earlier.hint for earlier in paragraphs[:index])
            is_title = not titled and (paragraph.hint == "title" or before_prose)
            paragraph = paragraph._replace(hint="title" if is_title else "subheading")
            titled = titled or is_title
        result.append(paragraph)
    return result
