"""From lines to paragraphs: page furniture, blocks, unwrapping, and words broken over a line end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from stancebook.articles import wording
from stancebook.articles.cleaning import PAGE_BREAK, SOFT_HYPHEN
from stancebook.articles.hyphens import join_words, words_of
from stancebook.articles.log import Apparatus, Change, Line, Paragraph

LONGEST_WRAPPED = 160  # characters
HEAD_BLOCKS = 4  # among so many blocks at the start, byline and date stand line under line
_TURN = re.compile(r"\s*(?:[QA]|Question|Answer|[^\W\d_a-z]{3,}(?: [^\W\d_a-z]{2,}){0,3}):\s")
_BULLET = re.compile(r"\s*[•▪◦‣●]\s")
_GOES_ON = re.compile(r"(?:[,;–—-]|\b(?:the|a|an|of|to|in|for|and|or|on|at|by|with|is|as|from))$", re.IGNORECASE)
_ITEM = re.compile(r"\s*(?:[*-]|\d{1,2}[.)]|\([a-z0-9]\))\s")


class Layout(NamedTuple):
    """How a file's lines are set: where they wrap, and whether each line is a paragraph or a sentence."""

    width: int
    line_is_paragraph: bool = False
    line_is_sentence: bool = False


def paragraphs_of(lines: list[Line]) -> tuple[list[Paragraph], list[Apparatus], list[Change]]:
    """The paragraphs of plain text, the page furniture that stood between them, and the log of both."""
    lines, furniture, changes = take_out_page_furniture(lines)
    blocks = blocks_of(close_double_spacing(lines))
    heading = _heading_over_text(blocks)
    if heading:
        blocks = [blocks[0][:heading], blocks[0][heading:], *blocks[1:]]
    layout = layout_of(blocks)
    known = words_of(line.text for line in lines)
    paragraphs = []
    for number, block in enumerate(blocks):
        opening = number == 0 and (bool(heading) or _is_opening_of_lines(block, blocks, layout))
        for group in _groups(block, layout, opening, head=number < HEAD_BLOCKS):
            text, joined = join_lines(group, known)
            changes.extend(joined)
            if text:
                paragraphs.append(Paragraph(text, group[0].number, number, "opening" if opening else ""))
    wrapped = sum(len(block) for block in blocks)
    if wrapped > len(paragraphs):
        reason = f"lines were wrapped at about {layout.width} characters"
        changes.append(Change(blocks[0][0].number, "unwrapped", f"{wrapped} lines", f"{len(paragraphs)} paragraphs", reason))
    return paragraphs, furniture, changes


def take_out_page_furniture(lines: list[Line]) -> tuple[list[Line], list[Apparatus], list[Change]]:
    """Page numbers and running headers, replaced by a page break each."""
    headers = _running_headers(lines)
    counted = _pages_are_counted(lines)
    kept, furniture, changes = [], [], []
    for index, line in enumerate(lines):
        text = line.text.strip()
        kind = ""
        if text and text != PAGE_BREAK:
            if wording.says_page(text) or (wording.is_page_number(text) and (counted or _stands_alone(lines, index))):
                kind = "page number"
            elif _mask(text) in headers:
                kind = "running header"
        if kind:
            furniture.append(Apparatus(kind, text, line.number))
            changes.append(Change(line.number, "set apart", text, "", f"{kind}: it belongs to the page"))
            line = Line(line.number, PAGE_BREAK)
        kept.append(line)
    return kept, furniture, changes


def close_double_spacing(lines: list[Line]) -> list[Line]:
    """Lines without the blank line after each, where a blank line follows even the lines that stop in mid-sentence."""
    written = [index for index, line in enumerate(lines) if line.text.strip()]
    pairs = list(zip(written, written[1:]))
    if len(pairs) < 5 or any(after == before + 1 for before, after in pairs):
        return lines
    broken = sum(
        not _ends_paragraph(lines[before].text) and lines[after].text.strip()[0].islower() for before, after in pairs
    )
    if broken < 0.4 * len(pairs):
        return lines
    spacing = {index + 1 for index in written}
    return [line for index, line in enumerate(lines) if index not in spacing]


def blocks_of(lines: Iterable[Line]) -> list[list[Line]]:
    """The stretches between blank lines; a paragraph that runs over a page break is one stretch."""
    blocks: list[list[Line]] = [[]]
    blank = turned = False
    for line in lines:
        if line.text == PAGE_BREAK:
            turned = True
        elif not line.text.strip():
            blank = True
        else:
            ends = turned and not blank and blocks[-1] and wording.ends_sentence(blocks[-1][-1].text.rstrip())
            if blocks[-1] and (blank or ends) and not (turned and _runs_on(blocks[-1][-1].text, line.text)):
                blocks.append([])
            blocks[-1].append(line)
            blank = turned = False
    return [block for block in blocks if block]


def layout_of(blocks: list[list[Line]]) -> Layout:
    """The layout that most of the lines show."""
    several = [block for block in blocks if len(block) > 1]
    if _is_unwrapped(blocks):
        return Layout(max(len(line.text) for block in blocks for line in block), True)
    inner = [line for block in (several[1:] if several[:1] == blocks[:1] and len(several) > 1 else several) for line in block[:-1]]
    if not inner:
        return Layout(max((len(line.text) for block in blocks for line in block), default=0))
    lengths = sorted(len(line.text.strip()) for line in inner)
    ended = sum(_ends_paragraph(line.text) for line in inner) / len(inner)
    words = sum(wording.word_count(line.text) for line in inner) / len(inner)
    width, unwrapped = lengths[int(0.9 * (len(lengths) - 1))], ended >= 0.75
    line_is_paragraph = unwrapped and (len(several) <= 2 or words >= 35)
    return Layout(width, line_is_paragraph, unwrapped and not line_is_paragraph and len(inner) > 3)


def _is_unwrapped(blocks: list[list[Line]]) -> bool:
    """Whether most words stand in lines longer than any that were wrapped, so that every line is a paragraph."""
    counted = [(len(line.text), wording.word_count(line.text)) for block in blocks for line in block]
    return sum(words for length, words in counted if length > LONGEST_WRAPPED) > sum(words for _, words in counted) / 2


def join_lines(lines: list[Line], known: Counter[str]) -> tuple[str, list[Change]]:
    """The lines of one paragraph as one, and the log of the words that were broken over a line end."""
    text, changes = lines[0].text.strip(), []
    for line in lines[1:]:
        text, change = join_words(text, line.text.strip(), line.number - 1, known)
        if change:
            changes.append(change)
    return text.replace(SOFT_HYPHEN, ""), changes


def _pages_are_counted(lines: list[Line]) -> bool:
    """Whether the lines that are a number alone count up by one, as pages do."""
    numbers = [int(line.text) for line in lines if re.fullmatch(r"\s*[0-9]{1,4}\s*", line.text)]
    return len(numbers) > 1 and all(after == before + 1 for before, after in zip(numbers, numbers[1:]))


def _mask(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()).casefold())


def _running_headers(lines: list[Line]) -> set[str]:
    """Short lines that come back at each page's start or end, or, alone between blank lines, three times or more."""
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        text = line.text.strip()
        if text and text != PAGE_BREAK and wording.word_count(text) <= 15 and any(c.isalpha() for c in text):
            places.setdefault(_mask(text), []).append(index)
    headers = set()
    for mask, found in places.items():
        if len(found) < 2 or wording.kind_of_line(mask):
            continue
        at_pages = sum(_is_at_page_break(lines, index) for index in found)
        alone = all(_stands_alone(lines, index, both=True) for index in found)
        sentence = wording.ends_sentence(mask)
        if (at_pages >= len(found) - 1 and at_pages) or (len(found) >= 3 and alone and not sentence):
            headers.add(mask)
    return headers


def _is_at_page_break(lines: list[Line], index: int) -> bool:
    """Whether a page break or a page number stands next to this line, blank lines aside; at most one line between."""
    for step in (-1, 1):
        seen, at = 0, index + step
        while 0 <= at < len(lines) and seen < 2:
            text = lines[at].text.strip()
            if lines[at].text == PAGE_BREAK or wording.says_page(text) or wording.is_page_number(text):
                return True
            seen += bool(text)
            at += step
    return False


def _stands_alone(lines: list[Line], index: int, both: bool = False) -> bool:
    before = index == 0 or not lines[index - 1].text.strip()
    after = index == len(lines) - 1 or not lines[index + 1].text.strip()
    return (before and after) if both else (before or after)


def _runs_on(before: str, after: str) -> bool:
    """Whether a paragraph runs on from the last line of a page to the first of the next."""
    before = before.rstrip()
    if wording.ends_sentence(before) or before.endswith(":"):
        return False
    return after.lstrip()[0].islower() or wording.word_count(before) > 6


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())


def _ends_paragraph(text: str) -> bool:
    return wording.ends_sentence(text.rstrip()) or text.rstrip().endswith(":")


def _leaves_room(before: Line, after: Line, width: int, share: float) -> bool:
    """Whether the next word would have stood in ``before``, so that the line was ended and not wrapped."""
    words = after.text.split()
    return len(before.text.strip()) + 1 + len(words[0]) <= share * width if words else True


def _groups(block: list[Line], layout: Layout, opening: bool, head: bool) -> list[list[Line]]:
    groups = [[block[0]]]
    base = min(_indent(line) for line in block)
    for index, (before, after) in enumerate(zip(block, block[1:]), start=1):
        following = block[index + 1] if index + 1 < len(block) else None
        signed = head and (wording.byline(before.text.strip()) or wording.is_date_line(after.text.strip()))
        if signed or _starts_paragraph(before, after, following, base, layout, opening):
            groups.append([after])
        else:
            groups[-1].append(after)
    return groups


def _starts_paragraph(
    before: Line, after: Line, following: Line | None, base: int, layout: Layout, opening: bool
) -> bool:
    """Whether ``after`` begins a paragraph under ``before``; ``following`` is the line under it."""
    previous, current = before.text.strip(), after.text.strip()
    ended = _ends_paragraph(previous)
    if wording.starts_related_link(previous):
        return _leaves_room(before, after, layout.width, 0.85)
    if wording.kind_of_line(previous) in ("site furniture", "link", "ornament"):
        return True
    if wording.starts_related_link(current) or wording.kind_of_line(current) == "ornament":
        return True
    stands_out = following is None or _leaves_room(after, following, layout.width, 0.75)
    if ended and stands_out and (wording.kind_of_line(current) or wording.is_credit_under_caption(current)):
        return True
    if ended and wording.kind_at_edge(current):
        return True
    if _indent(after) - base >= 2 or _BULLET.match(after.text):
        return True
    if ended and _TURN.match(after.text):
        return True
    if _ITEM.match(after.text) and (ended or _ITEM.match(before.text)):
        return True
    if opening:
        return ended or _indent(after) > _indent(before) or _starts_new_width(before, after) or bool(
            wording.kind_in_head(current) or wording.kind_in_head(previous)
        )
    if layout.line_is_paragraph:
        return not current[0].islower()
    return ended and not layout.line_is_sentence and _leaves_room(before, after, layout.width, 0.75)


def _starts_new_width(before: Line, after: Line) -> bool:
    """A line much longer than a heading above it, which did not end in a word that must go on."""
    previous, current = before.text.strip(), after.text.strip()
    return not _GOES_ON.search(previous) and wording.starts_upper(current) and len(current) > 1.3 * len(previous)


def _heading_over_text(blocks: list[list[Line]]) -> int:
    """How many short lines stand over the text of the first block with no blank line between, such as title and byline."""
    block = blocks[0] if blocks else []
    for count in range(1, min(6, len(block))):
        last, first = block[count - 1].text.strip(), block[count].text.strip()
        if wording.ends_sentence(last) and not wording.kind_in_head(last):
            return 0
        rest = sum(wording.word_count(line.text) for line in block[count:])
        longest = max(len(line.text.strip()) for line in block[:count])
        if (len(blocks) == 1 or rest > 100) and not _GOES_ON.search(last) and not wording.kind_in_head(first):
            if wording.starts_upper(first) and len(first) > 1.5 * longest:
                return count
    return 0


def _is_opening_of_lines(block: list[Line], blocks: list[list[Line]], layout: Layout) -> bool:
    """Whether the first block is title, caption and their kind, line under line, rather than a wrapped paragraph."""
    if len(block) < 2 or len(blocks) < 2 or len(block) > 10 or layout.line_is_paragraph or layout.line_is_sentence:
        return False
    if sum(wording.word_count(line.text) for line in block) > 100:
        return False
    return any(_leaves_room(before, after, layout.width, 0.85) for before, after in zip(block, block[1:]))
