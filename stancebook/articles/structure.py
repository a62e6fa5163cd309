"""From paragraphs to body and apparatus: what is the author's prose, and what was set around it.

The rules read layout and wording, and judge a paragraph by itself and its neighbours only; so they find nothing more
in a text that they have already gone over.
"""

from __future__ import annotations

from stancebook.articles import wording
from stancebook.articles.log import Apparatus, Change, Paragraph

_REASONS = {
    "title": "a heading before the first paragraph",
    "subtitle": "a further heading before the first paragraph",
    "subheading": "a short line without a stop, alone between paragraphs",
    "caption": "it describes a picture",
    "credit": "it says who made a picture",
    "related link": "it leads to another article",
    "closing credit": "it says where the article was published",
    "disclaimer": "it says whose views these are",
    "byline": "it names the author",
    "author note": "it introduces the author",
    "date": "it dates the article",
    "dateline": "it says where the article was filed",
    "outlet": "it names the outlet",
}


def divide(paragraphs: list[Paragraph], author: str = "") -> tuple[list[Paragraph], list[Apparatus], list[Change]]:
    """The body's paragraphs, everything else by kind, and the log of what was set apart and why."""
    paragraphs = [part for paragraph in paragraphs for part in _without_inline_credit(paragraph)]
    kinds = [_hinted(paragraph) or wording.kind_of_line(paragraph.text) for paragraph in paragraphs]
    _mark_links_under_label(paragraphs, kinds)
    _mark_captions(paragraphs, kinds)
    _mark_head(paragraphs, kinds)
    signed = (wording.byline(paragraph.text) for paragraph, kind in zip(paragraphs, kinds) if kind == "byline")
    _mark_tail(paragraphs, kinds, author or next(signed, ""))
    _mark_subheadings(paragraphs, kinds)
    body, pieces = [], []
    for paragraph, kind in zip(paragraphs, kinds):
        if kind:
            pieces.append(Apparatus(kind, paragraph.text, paragraph.line))
        else:
            body.append(paragraph)
    if body:
        body[0], filed = _without_dateline(body[0])
        pieces += filed
    changes = [
        Change(piece.line, "set apart", piece.text, "", f"{piece.kind}: {_REASONS.get(piece.kind, 'it is not prose')}")
        for piece in pieces
    ]
    return body, pieces, changes


def _hinted(paragraph: Paragraph) -> str:
    return "" if paragraph.hint == "opening" else paragraph.hint


def _without_inline_credit(paragraph: Paragraph) -> list[Paragraph]:
    """A caption that ends in its credit, as the two; any other paragraph as it is."""
    parts = None if paragraph.hint not in ("", "opening", "caption") else wording.split_inline_credit(paragraph.text)
    if not parts:
        return [paragraph]
    return [paragraph._replace(text=parts[0], hint="caption"), paragraph._replace(text=parts[1], hint="credit")]


def _mark_captions(paragraphs: list[Paragraph], kinds: list[str]) -> None:
    """A sentence straight above a credit, with no blank line between, is the picture's caption."""
    for index in range(1, len(paragraphs)):
        above, credit = paragraphs[index - 1], paragraphs[index]
        if kinds[index] not in ("credit", "") or kinds[index - 1] or above.block != credit.block:
            continue
        if not (kinds[index] or wording.is_credit_under_caption(credit.text)) or not wording.ends_sentence(above.text):
            continue
        first_of_block = index == 1 or paragraphs[index - 2].block != above.block or above.hint == "opening"
        if first_of_block and wording.word_count(above.text) <= 60:
            kinds[index - 1], kinds[index] = "caption", "credit"


def _mark_links_under_label(paragraphs: list[Paragraph], kinds: list[str]) -> None:
    """What stands straight under "Related:" are links, up to a sentence or a blank line."""
    label = None
    for index, paragraph in enumerate(paragraphs):
        if wording.is_related_label(paragraph.text):
            label = paragraph.block
        elif label != paragraph.block or wording.ends_sentence(paragraph.text):
            label = None
        elif not kinds[index]:
            kinds[index] = "related link"


def _mark_head(paragraphs: list[Paragraph], kinds: list[str]) -> None:
    """Title, subtitle, byline, date, captions and credits before the first paragraph of prose."""
    opening = [index for index, paragraph in enumerate(paragraphs) if paragraph.hint == "opening"]
    guesses = dict(zip(opening, _kinds_of_opening([paragraphs[index] for index in opening])))
    head: dict[int, str] = {}
    titled = "title" in kinds
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        kind = kinds[index] or guesses.get(index, "") or wording.kind_in_head(text) or wording.kind_at_edge(text)
        if not kind and (wording.is_heading_like(text) or (index == 0 and _is_signed_sentence(paragraphs))):
            kind = "title"
        if not kind:
            for position, found in _with_outlet_first(head, paragraphs).items():
                kinds[position] = found
            return
        if kind == "title" and not kinds[index]:
            kind, titled = ("subtitle" if titled else "title"), True
        head[index] = kind
    # No prose follows, so nothing here is a head.


def _is_signed_sentence(paragraphs: list[Paragraph]) -> bool:
    """Whether the first paragraph is a short sentence and a byline or date follows: a title that ends in a stop."""
    return (
        len(paragraphs) > 1
        and wording.word_count(paragraphs[0].text) <= 20
        and wording.kind_in_head(paragraphs[1].text) in ("byline", "date")
    )


def _with_outlet_first(head: dict[int, str], paragraphs: list[Paragraph]) -> dict[int, str]:
    """A newspaper's name over another heading is the outlet, and the other heading the title."""
    headings = [index for index, kind in head.items() if kind in ("title", "subtitle")]
    if len(headings) > 1 and wording.is_newspaper(paragraphs[headings[0]].text):
        return {**head, headings[0]: "outlet", headings[1]: "title"}
    return head


def _kinds_of_opening(paragraphs: list[Paragraph]) -> list[str]:
    """Kinds of the pieces of an opening set line under line; all '' where it is an ordinary paragraph after all."""
    kinds = []
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        kind = wording.kind_of_line(text) or wording.kind_in_head(text)
        if not kind and index and wording.is_name_like(text) and kinds[-1] == "sentence":
            kinds[-1], kind = "caption", "credit"
        if not kind and index and kinds[-1] == "sentence" and wording.is_credit(text):
            kinds[-1] = "caption"
        kinds.append(kind or ("title" if wording.is_heading_like(text) else "sentence"))
    if not any(kind != "sentence" for kind in kinds):
        return [""] * len(kinds)
    if "title" not in kinds[:1] and kinds and kinds[0] in ("sentence", "caption") and len(kinds) > 1:
        kinds[0] = "title"
    for index, kind in enumerate(kinds):
        if kind == "sentence":
            short = wording.word_count(paragraphs[index].text) <= 40
            kinds[index] = "subtitle" if short else ""
    return kinds


def _mark_tail(paragraphs: list[Paragraph], kinds: list[str], author: str) -> None:
    """Closing credits, disclaimers and the note on the author, after the last paragraph of prose."""
    for index in reversed(range(len(paragraphs))):
        text = paragraphs[index].text
        kind = kinds[index] or wording.kind_at_edge(text)
        if not kind and author and wording.word_count(text) <= 80 and text.startswith(author):
            kind = "byline" if text == author else "author note"
        if not kind and wording.byline(text):
            kind = "byline"
        if not kind:
            return
        kinds[index] = kind


def _mark_subheadings(paragraphs: list[Paragraph], kinds: list[str]) -> None:
    """A short line without a stop that stands alone between two paragraphs of prose."""
    body = [index for index, kind in enumerate(kinds) if not kind]
    for before, index, after in zip(body, body[1:], body[2:]):
        text = paragraphs[index].text
        alone = paragraphs[before].block != paragraphs[index].block != paragraphs[after].block
        if (
            alone
            and wording.is_heading_like(text, most_words=10)
            and not text.startswith("“")  # somebody's words, with who said them
            and wording.ends_sentence(paragraphs[before].text)
            and wording.word_count(paragraphs[after].text) > 10
            and not wording.is_heading_like(paragraphs[after].text)
        ):
            kinds[index] = "subheading"


def _without_dateline(paragraph: Paragraph) -> tuple[Paragraph, list[Apparatus]]:
    filed = wording.dateline(paragraph.text)
    if not filed:
        return paragraph, []
    rest = paragraph._replace(text=paragraph.text[len(filed):])
    return rest, [Apparatus("dateline", filed.strip(), paragraph.line)]
