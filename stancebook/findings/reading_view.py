"""The reading view: the whole article, with every voice, entity and stance marker shown where it stands."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup, escape

from stancebook.articles import Article
from stancebook.fragments import Fragment, anchor
from stancebook.language import Reading


def body(
    reading: Reading,
    mentions: pd.DataFrame,
    statements: pd.DataFrame,
    markers: pd.DataFrame,
    evaluations: pd.DataFrame | None = None,
) -> Fragment:
    """The reading view: a legend that shows and hides each kind of mark, the paragraphs, and the apparatus.

    Marked are the ``mentions``, the content of the ``statements``, those of the ``markers`` that are kept, and the
    words of those ``evaluations`` that are given.
    """
    layers = [_voice_layer(statements), _entity_layer(mentions), _stance_layer(markers)]
    layers += [] if evaluations is None else [_judgement_layer(evaluations)]
    layers = pd.concat([layer for layer in layers if len(layer)] or layers[:1], ignore_index=True)
    return Fragment(legend(layers) + marked_paragraphs(reading, layers) + apparatus(reading.article))


def marked_paragraphs(reading: Reading, layers: pd.DataFrame) -> Markup:
    """The paragraphs as HTML, each sentence with its id (``s0``, ``s1``, …), the spans of ``layers`` marked.

    ``layers`` has the columns ``start``, ``end``, ``css`` (class names) and ``hint`` (what the mark means).
    """
    text = reading.article.text
    paragraphs = []
    for number, sentences in reading.sentences.groupby("paragraph", sort=True):
        pieces, position = [], None
        for row in sentences.itertuples():
            pieces.append(escape(text[row.start if position is None else position : row.start]))
            position = row.end
            inside = layers[(layers["start"] < row.end) & (layers["end"] > row.start)]
            marked = _marked(text, row.start, row.end, inside)
            pieces.append(Markup('<span class="sentence" id="s{}">{}</span>').format(row.sentence, marked))
        paragraphs.append(Markup('<p id="p{}">{}</p>').format(number, Markup("").join(pieces)))
    return Markup('<div class="reading">{}</div>').format(Markup("\n").join(paragraphs))


def legend(layers: pd.DataFrame) -> Markup:
    """What each kind of mark means, with a box that shows and hides it, for the kinds that occur; nothing where none does.

    The boxes work by style alone: the class of a mark is the end of its box’s id (see style.css).
    """
    if layers.empty:
        return Markup("")
    kinds = layers.drop_duplicates("css")[["css", "kind"]]
    pattern = Markup('<li><label><input type="checkbox" id="show-{0}" checked> <mark class="{0}">{1}</mark></label></li>')
    items = Markup(" ").join(pattern.format(row.css, row.kind) for row in kinds.itertuples())
    return Markup('<ul class="legend" aria-label="What the marks mean, and which are shown">{}</ul>').format(items)


def apparatus(article: Article) -> Markup:
    """What stands in the file beside the body (captions, credits, links), set apart from it."""
    if article.apparatus.empty:
        return Markup("")
    rows = Markup("").join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(row.kind.capitalize(), row.text)
        for row in article.apparatus.itertuples()
    )
    return Markup("<h2>Beside the text</h2><p>Set apart from the body, and counted nowhere.</p><dl>{}</dl>").format(
        rows
    )


def _voice_layer(statements: pd.DataFrame) -> pd.DataFrame:
    hints = [
        ", ".join(filter(None, [row.source_name or "unnamed source", row.kind, row.alignment]))
        for row in statements.itertuples()
    ]
    spans = {"start": statements["content_start"], "end": statements["content_end"]}
    return pd.DataFrame({**spans, "css": "attributed", "kind": "a source’s words", "hint": hints})


def _entity_layer(mentions: pd.DataFrame) -> pd.DataFrame:
    hints = mentions["entity"].astype(str) + " (" + mentions["naming"].astype(str) + ")"
    return mentions[["start", "end"]].assign(css="entity", kind="entity", hint=hints)


def _stance_layer(markers: pd.DataFrame) -> pd.DataFrame:
    kept = markers[markers["kept"]]
    hints = kept["category"] + kept["subcategory"].map(lambda name: f": {name}" if name else "")
    return kept[["start", "end"]].assign(
        css=[anchor(name) for name in kept["category"]], kind=kept["category"], hint=hints
    )


def _judgement_layer(evaluations: pd.DataFrame) -> pd.DataFrame:
    given = evaluations[evaluations["given"]]
    hints = [
        f"{row.polarity} of {row.name_}, judged by {row.source or 'the author'}"
        for row in given.rename(columns={"name": "name_"}).itertuples()
    ]
    return given[["start", "end"]].assign(css="judgement", kind="judgement of an entity", hint=hints)


def _marked(text: str, start: int, end: int, layers: pd.DataFrame) -> Markup:
    # Spans of different layers may overlap, so the sentence is cut wherever one of them begins or ends.
    cuts = sorted({start, end, *layers["start"].clip(start, end), *layers["end"].clip(start, end)})
    spans = list(layers[["start", "end", "css", "hint"]].itertuples(index=False))
    pieces = []
    for left, right in zip(cuts, cuts[1:]):
        over = [span for span in spans if span.start <= left and span.end >= right]
        piece = escape(text[left:right])
        if over:
            classes = " ".join(sorted({span.css for span in over}))
            hint = "; ".join(dict.fromkeys(span.hint for span in over))
            piece = Markup('<mark class="{}" title="{}">{}</mark>').format(classes, hint, piece)
        pieces.append(piece)
    return Markup("").join(pieces)
