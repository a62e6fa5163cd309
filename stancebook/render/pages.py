"""Executed notebooks, reading views and the index as HTML pages, through this project's own templates."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import jinja2
from markdown_it import MarkdownIt
from markupsafe import Markup
from nbconvert import HTMLExporter
from nbformat import NotebookNode

from stancebook.fragments import anchor, visible
from stancebook.render import sources

TEMPLATES = Path(__file__).parent / "templates"
READING_HEADING = "The article, as it was read"


def notebook_page(executed: NotebookNode, frame: dict) -> str:
    """An executed notebook as a page of a report; its first heading is the page's, its second-level ones the contents."""
    return _page("page.html.j2", executed, frame)


def standing_page(executed: NotebookNode) -> str:
    """An executed notebook that is of no article as a page beside the index."""
    return _page("standing.html.j2", executed, {})


def _page(template: str, executed: NotebookNode, frame: dict) -> str:
    prose = [cell["source"] for cell in executed["cells"] if cell["cell_type"] == "markdown"]
    headings = [heading for source in prose for heading in _headings(source)]
    first = next((heading["text"] for heading in headings if heading["level"] == 1), "")
    contents = [heading for heading in headings if heading["level"] == 2]
    body = _exporter().from_notebook_node(executed)[0]
    return (
        _environment()
        .get_template(template)
        .render(frame, heading=first, contents=contents, body=Markup(body), style=_style())
    )


def reading_page(body: Markup, frame: dict) -> str:
    """The reading view as a page."""
    template = _environment().get_template("page.html.j2")
    return template.render(frame, heading=READING_HEADING, contents=[], body=body, style=_style())


def index_page(records: dict[str, dict], standing: Sequence[str] = ()) -> str:
    """The page that leads to all articles, from the records of their reports, the latest article first.

    ``standing`` are the pages that are of no article.
    """
    highest = max((rate for record in records.values() for rate in record["summary"]["rates"].values()), default=0) or 1
    entries = [
        {
            # A report of an earlier version says nothing of whose words they are, until it is made again.
            "own": None,
            **record["summary"],
            "folder": folder,
            "front": next(iter(sources.pages())),
            "byline": byline(record["summary"], record["summary"].get("genre", "")),
            "widths": {name: round(rate / highest, 3) for name, rate in record["summary"]["rates"].items()},
        }
        for folder, record in sorted(
            records.items(), key=lambda item: (item[1]["summary"]["date"], item[0]), reverse=True
        )
    ]
    return _environment().get_template("index.html.j2").render(articles=entries, standing=_linked(standing), style=_style())


def frame(summary: dict, article: str, current: str, parameters: dict[str, object]) -> dict:
    """What stands around a page: the article, the other pages, and the parameters that were given."""
    shown = ", ".join(f"{name} = {value}" for name, value in sorted(parameters.items()))
    return {
        "article": summary,
        "byline": byline(summary, summary.get("standpoint", "")),
        "pages": _linked(sources.pages()),
        "current": current,
        "source": visible(Path(article).name),
        "parameters": shown,
    }


def byline(summary: dict, kind: str = "") -> str:
    """Outlet, author, date and kind of an article, as far as they are known; no line ends within the date."""
    date = summary["date"] and f"{datetime.date.fromisoformat(summary['date']):%d\xa0%B\xa0%Y}".lstrip("0")
    return "\xa0· ".join(part for part in (summary["outlet"], summary["author"], date, kind) if part)


def _linked(names: Iterable[str]) -> list[dict]:
    return [{"file": page, "name": _short_name(page)} for page in names]


def _short_name(page: str) -> str:
    return re.sub(r"^\d+_|\.html$", "", page).replace("_", " ").capitalize()


def _headings(source: str) -> list[dict]:
    tokens = _markdown().parse(source)
    return [
        {
            "level": int(opening.tag[1]),
            "text": "".join(part.content for part in inline.children),
            "id": anchor("section", inline.content),
        }
        for opening, inline in zip(tokens, tokens[1:])
        if opening.type == "heading_open"
    ]


def _prose(source: str) -> str:
    """A Markdown cell as HTML, each heading with its id; the page's own heading stands above the contents instead."""
    tokens = _markdown().parse(source)
    # A heading is three tokens: its opening, its words, its closing.
    opened = [position for position, token in enumerate(tokens) if token.type == "heading_open"]
    for position in opened:
        tokens[position].attrSet("id", anchor("section", tokens[position + 1].content))
    first_level = {position + part for position in opened if tokens[position].tag == "h1" for part in range(3)}
    markdown = _markdown()
    kept = [token for position, token in enumerate(tokens) if position not in first_level]
    return markdown.renderer.render(kept, markdown.options, {})


@functools.cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(["table", "smartquotes"])


@functools.cache
def _exporter() -> HTMLExporter:
    exporter = HTMLExporter(extra_template_basedirs=[str(TEMPLATES)], template_name="notebook")
    exporter.register_filter("prose", _prose)
    return exporter


@functools.cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )


@functools.cache
def _style() -> Markup:
    return Markup((TEMPLATES / "style.css").read_text(encoding="utf8").strip())
