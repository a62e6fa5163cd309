"""An article with all its tables, and what the reading view and the index say of it."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from stancebook import language, opening, stance, voices
from stancebook.annotations import Annotations, annotate
from stancebook.findings import cast, reading_view


def annotated(path: Path, fields: dict[str, str]) -> tuple[Markup, dict]:
    """The reading view's body, and the summary that the index shows, of the article at ``path``."""
    found = annotate(opening.reading(str(path), **fields))
    view = reading_view.body(found.reading, found.mentions, found.statements, found.markers, found.evaluations)
    return view, summary(found)


def summary(found: Annotations) -> dict:
    """What the index tells of an article: who wrote it, how long it is, who leads, how much of it is the author's own
    words, and how hedged and boosted these are."""
    article, words = found.reading.article, language.word_tokens(found.reading)
    own = voices.with_voice(words, found.statements)["voice"] == voices.AUTHOR
    markers = found.markers[found.markers["voice"] == voices.AUTHOR]
    rates = stance.rates(markers, words[own]).set_index("category")
    leading = cast.leading(cast.kept(found.mentions, [], cast.NAMINGS), words, top=3)
    return {
        "title": article.title or article.name,
        "outlet": article.outlet,
        "author": article.author,
        "date": article.date.isoformat() if article.date else "",
        "genre": str(article.metadata.get("genre", "")),
        "standpoint": str(article.metadata.get("standpoint", "")),
        "words": len(words),
        "own": round(float(own.mean()), 3) if len(words) else 0.0,
        "entities": [[row["name"], int(row["count"])] for row in leading.to_dict("records")],
        "rates": {name: round(float(rates.at[name, "per_thousand"]), 1) for name in ("hedge", "booster")},
    }
