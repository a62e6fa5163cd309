"""An article with all its tables, and what the reading view and the index say of it."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from stancebook import cast, language, opening, reading_view, stance
from stancebook.annotations import annotate


def annotated(path: Path, fields: dict[str, str]) -> tuple[Markup, dict]:
    """The reading view's body, and the summary that the index shows, of the article at ``path``."""
    found = annotate(opening.reading(str(path), **fields))
    view = reading_view.body(found.reading, found.mentions, found.statements, found.markers)
    return view, summary(found.reading, found.mentions, found.markers)


def summary(reading: language.Reading, mentions, markers) -> dict:
    """What the index tells of an article: who wrote it, how long it is, who leads, how hedged and boosted it is."""
    article, words = reading.article, language.word_tokens(reading)
    rates = stance.rates(markers, reading.words).set_index("category")
    leading = cast.leading(mentions, words, top=3)
    return {
        "title": article.title or article.name,
        "outlet": article.outlet,
        "author": article.author,
        "date": article.date.isoformat() if article.date else "",
        "genre": str(article.metadata.get("genre", "")),
        "standpoint": str(article.metadata.get("standpoint", "")),
        "words": len(words),
        "entities": [[row["name"], int(row["count"])] for row in leading.to_dict("records")],
        "rates": {name: round(float(rates.at[name, "per_thousand"]), 1) for name in ("hedge", "booster")},
    }
