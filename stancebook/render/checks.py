"""What a page must be before it is published: static, self-contained, accessible, and true to its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from stancebook.errors import EvidenceMismatch, RenderError

ACTIVE = frozenset(
    "script iframe object embed form base applet frame frameset audio video canvas link template".split()
)
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
ADDRESSES = ("href", "src", "srcset", "action", "formaction", "poster", "data", "background", "cite", "xlink:href")


class Count(NamedTuple):
    """A number on a page and the evidence that it links to."""

    number: int
    page: str
    target: str


class Page(HTMLParser):
    """What a page holds, as far as the checks ask: ids, links, counts, marks by the id that they stand in, headings."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.counts: list[Count] = []
        self.marks: dict[str, int] = {}
        self.headings: list[int] = []
        self.faults: list[str] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.faults += _faults(tag, attributes)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag == "mark":
            for _, inside in self._open:
                if inside:
                    self.marks[inside] = self.marks.get(inside, 0) + 1
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        if tag == "a" and "href" in attributes:
            self.links.append(attributes["href"])
            if "data-count" in attributes:
                page, _, target = attributes["href"].partition("#")
                self.counts.append(Count(int(attributes["data-count"]), page, target))
        if tag not in VOID:
            self._open.append((tag, attributes.get("id", "")))

    def handle_endtag(self, tag: str) -> None:
        for position in range(len(self._open) - 1, -1, -1):
            if self._open[position][0] == tag:
                del self._open[position:]
                return


def check(pages: dict[str, str], outside: frozenset[str] = frozenset({"../index.html"})) -> None:
    """Raise RenderError, or EvidenceMismatch, for the first fault in the ``pages`` (name: HTML) of one report.

    ``outside`` are the addresses beyond the report that a page may link to.
    """
    read = {name: Page(html) for name, html in pages.items()}
    for name, page in read.items():
        for fault in (*page.faults, *_of_structure(page), *_of_links(page, name, read, outside)):
            raise RenderError(f"The page {name} is not published: {fault}.")
        for number, target_page, target in page.counts:
            found = read[target_page or name].marks.get(target, 0)
            if found != number:
                raise EvidenceMismatch(
                    f"The page {name} is not published: it says {number}, and {found} places stand behind it (#{target})."
                )


def _faults(tag: str, attributes: dict[str, str]) -> Iterator[str]:
    if tag in ACTIVE:
        yield f"it holds a <{tag}> element"
    if tag == "meta" and attributes.get("http-equiv", "").lower() not in ("", "content-security-policy"):
        yield "it holds a <meta> that acts"
    for name, value in attributes.items():
        if name.startswith("on"):
            yield f"it holds the event handler {name}"
        if name in ADDRESSES and not _is_inside(value.strip(), tag):
            yield f"it points outside the report, to {value.strip()[:80]!r}"
    if tag == "img" and not attributes.get("alt", "").strip():
        yield "an image has no alt text"
    if tag == "th" and attributes.get("scope") not in ("col", "row"):
        yield "a table's heading has no scope"


def _is_inside(address: str, tag: str) -> bool:
    """Whether an address is a file of the report or, for an image, holds its own data."""
    if tag in ("img", "source"):
        return address.startswith("data:image/")
    return ":" not in address.partition("#")[0] and not address.startswith(("/", "\\"))


def _of_structure(page: Page) -> Iterator[str]:
    if page.headings.count(1) != 1:
        yield f"it has {page.headings.count(1)} first-level headings where there must be one"
    if any(after > before + 1 for before, after in zip(page.headings, page.headings[1:])):
        yield "its headings skip a level"
    twice = {name for name in page.ids if page.ids.count(name) > 1} if len(set(page.ids)) < len(page.ids) else set()
    if twice:
        yield f"two elements share the id {min(twice)}"


def _of_links(page: Page, name: str, pages: dict[str, Page], outside: frozenset[str]) -> Iterator[str]:
    for link in page.links:
        target, _, part = link.partition("#")
        if link in outside:
            continue
        if target and target not in pages:
            yield f"it links to {target}, which is not there"
        elif part and part not in pages[target or name].ids:
            yield f"it links to #{part}, which is nowhere on {target or 'it'}"
