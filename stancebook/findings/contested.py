"""What is claimed, by whom, and how surely: what the claims notebook asks of the claims, and the findings it states."""

from __future__ import annotations

import math

import pandas as pd
from markupsafe import Markup

from stancebook import claims, pages
from stancebook.evidence import link
from stancebook.fragments import Fragment, answer, listing, note, plural, table

#: How many words stand on either side of a date.
BESIDE = 5
#: How many words of a sentence a table shows around a claim before it is cut.
SHOWN = 30
_AROUND = {"at least": "at least ", "up to": "up to ", "about": "about "}
#: Units whose plural is the same word.
_UNCHANGED = frozenset("mph km/h yen yuan baht birr dong kwacha rand ringgit rupiah taka tenge".split())
_SHARES = {"percent": "%", "percentage point": " percentage points", "share": ""}


def of_kind(table_of_claims: pd.DataFrame, kind: str) -> pd.DataFrame:
    """The claims of one kind (figure, date, scenario)."""
    return table_of_claims[table_of_claims["kind"] == kind].reset_index(drop=True)


def by_voice(found: pd.DataFrame, *, top: int) -> pd.DataFrame:
    """How many of the claims each voice has, the ``top`` voices by number: voice, name, count."""
    counts = _named(found).groupby("voice", sort=False).agg(name=("name", "first"), count=("start", "size"))
    counts = counts.reset_index()
    return counts.sort_values("count", ascending=False, kind="stable").head(top).reset_index(drop=True)


def amount(row) -> str:
    """A figure as a table shows it: “at least 200”, “10,000–12,000”, “5%”, “1,500,000,000 dollars”."""
    value = _number(row.value)
    if not math.isnan(row.value_high):
        value = f"{value}–{_number(row.value_high)}"
    unit = _SHARES.get(row.unit, f" {row.unit}" if row.unit else "")
    if row.unit and row.unit not in _SHARES and value != "1":
        unit = f" {_many(row.unit)}"
    return f"{_AROUND.get(row.approximation, '')}{value}{unit}"


def _number(value: float) -> str:
    return f"{round(float(value), 3):,.3f}".rstrip("0").rstrip(".")


def _many(unit: str) -> str:
    irregular = {
        "century": "centuries",
        "foot": "feet",
        "inch": "inches",
    }
    return irregular.get(unit, unit if unit in _UNCHANGED else f"{unit}s")


def vouching(figures: pd.DataFrame, voices: pd.DataFrame) -> Fragment:
    """How many figures there are, and whose they are."""
    if figures.empty:
        return answer("The text gives no figure.")
    parts = [
        Markup("{} ({})").format(row.name, link(row.count_, "voice", row.voice))
        for row in voices.rename(columns={"count": "count_"}).head(4).itertuples()
    ]
    rest = figures[~figures["voice"].isin(voices["voice"].head(4))]
    parts += [f"{plural(rest['voice'].nunique(), 'other voice')} ({len(rest)})"] if len(rest) else []
    return answer(Markup("{}, vouched for by {}.").format(plural(len(figures), "figure"), listing(parts)))


def vouching_finding(figures: pd.DataFrame) -> str:
    """How many figures are the author’s own, in a chart’s title."""
    if figures.empty:
        return "The text gives no figure"
    own = int((figures["voice"] == claims.AUTHOR).sum())
    if own == len(figures):
        return f"The author alone vouches for {_all(len(figures), 'figure')}"
    return f"{own} of {plural(len(figures), 'figure')} {_is(own)} the author’s own, {len(figures) - own} a source’s"


def figures_table(figures: pd.DataFrame) -> Fragment:
    """Every figure: its words, its value, what it counts, who vouches for it, how certain, and where."""
    if figures.empty:
        return note("No figure was found.")
    rows = _placed(figures)
    rows["amount"] = [amount(row) for row in figures.itertuples()]
    rows["counted"] = [
        # The unit says already that it counts years.
        "–" if not row.counted or amount(row).endswith(f" {row.counted}") else row.counted + (" (as before)" if row.same_as >= 0 else "")
        for row in figures.itertuples()
    ]
    columns = {
        "text": "In the text",
        "amount": "Value",
        "counted": "What it counts",
        "name": "Voice",
        "factuality": "Certainty",
        "number": "Sentence",
    }
    return table(rows, columns=columns, caption=f"Every figure: {plural(len(rows), 'figure')}")


def disputes(contested: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The contested things and the figures given for them.

    Returns the groups (key, what, values, voices, count) and the figures with ``key``, for their evidence.
    """
    keyed = contested.assign(key=[f"{group + 1}" for group in contested["group"]])
    rows = [
        {
            "key": key,
            "what": what(members),
            "values": " against ".join(dict.fromkeys(amount(row) for row in members.itertuples())),
            "voices": ", ".join(dict.fromkeys(_named(members)["name"])),
            "count": len(members),
        }
        for key, members in keyed.groupby("key", sort=False)
    ]
    return pd.DataFrame(rows, columns=["key", "what", "values", "voices", "count"]), keyed


def in_dispute(contested: pd.DataFrame) -> Fragment:
    """What figures are in dispute, and who gives which, each with the way to its sentence."""
    if contested.empty:
        return answer("No two voices were found to give figures for the same thing that cannot both be true.")
    parts = []
    for _, members in contested.groupby("group"):
        parts.append(Markup("{}: {}").format(what(members), listing(given(members))))
    many = plural(contested["group"].nunique(), "figure is", "figures are")
    return answer(Markup("{} contested: {}.").format(many, Markup("; ").join(parts)))


def given(members: pd.DataFrame) -> list[Markup]:
    """Each figure of one dispute with who gives it, leading to its sentence."""
    return [
        Markup("{} by {}").format(pages.to_sentence(row.sentence, _given(row)), row.name)
        for row in _named(members.drop_duplicates(["voice", "value", "value_high", "polarity"])).itertuples()
    ]


def what(members: pd.DataFrame) -> str:
    """What the figures of one dispute count, in the text’s words."""
    return members["what"].iloc[0] or f"“{members['text'].iloc[0]}”, its noun left out"


def side_by_side(contested: pd.DataFrame) -> pd.DataFrame:
    """A row per voice and figure of each dispute, for a chart: label (voice, if it denies, what it counts), value."""
    several = contested["group"].nunique() > 1
    rows = _named(contested.drop_duplicates(["group", "voice", "value", "polarity"]))
    labels = [
        row.name + (" denies" if row.polarity == "negative" else "") + (f" on {row.what}" if several and row.what else "")
        for row in rows.itertuples()
    ]
    table_ = pd.DataFrame({"label": labels, "value": rows["value"].astype(float).to_numpy()})
    return table_.groupby("label", sort=False, as_index=False)["value"].max()


def dispute_finding(contested: pd.DataFrame) -> str:
    """The widest gap between two voices, in a chart’s title."""
    if contested.empty:
        return "No contested figure was found"
    widest, ratio = None, 0.0
    for _, members in contested.groupby("group"):
        values = members["value"].astype(float)
        gap = values.max() / values.min() if values.min() > 0 else math.inf
        if gap > ratio:
            widest, ratio = members, gap
    ordered = _named(widest).assign(size=widest["value"].astype(float)).sort_values("size", kind="stable")
    low, high = next(ordered.head(1).itertuples()), next(ordered.tail(1).itertuples())
    if low.size == high.size:
        return f"{amount(high)} of {what(widest)}: affirmed and denied"
    return f"{what(widest)}: {_given(high)} by {high.name}, {_given(low)} by {low.name}"


def timeline(dates: pd.DataFrame, sentences: pd.DataFrame, today) -> Fragment:
    """The dates from the earliest to the latest, those that cannot be placed last."""
    if dates.empty:
        return note("No date was found.")
    rows = _placed(dates)
    rows["order"] = [_sortable(value) for value in dates["value"]]
    rows["when"] = [_when(row) for row in dates.itertuples()]
    rows["side"] = [_side(value, today) for value in dates["value"]]
    rows = rows.sort_values(["order", "start"], kind="stable")
    rows["words"] = [_in_context(row, sentences) for row in rows.itertuples()]
    columns = {
        "when": "When",
        "side": "Seen from the article’s date",
        "words": "In the text",
        "name": "Voice",
        "number": "Sentence",
    }
    if today is None:
        del columns["side"]
    caption = f"{plural(len(rows), 'date or time', 'dates and times')}, in ISO 8601; X stands for what is not known"
    return table(rows, columns=columns, caption=caption)


def span_of_time(dates: pd.DataFrame, today) -> Fragment:
    """How many dates there are, from when to when, and how many cannot be placed."""
    if dates.empty:
        return answer("The text gives no date.")
    placed = sorted((value for value in dates["value"] if _sortable(value)[0] == 0), key=_sortable)
    reach = ""
    if placed:
        first, last = placed[0].split("/")[0], max(value.split("/")[-1] for value in placed)
        reach = f": {len(placed)} placed, " + (f"from {first} to {last}" if first != last else f"in {first}")
    loose = len(dates) - len(placed)
    rest = f"; {loose} {_is(loose)} without a year, or of no certain day" if loose else ""
    dated = "" if today else " The article has no date of its own: give one, and more can be placed."
    return answer(f"{plural(len(dates), 'date or time', 'dates and times')}{reach}{rest}.{dated}")


def foreseen(scenarios: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """How many scenarios are conditional, alternative or plain predictions: unit, name, count; and their spans."""
    names = {"conditional": "With a condition", "alternative": "Either … or", "prediction": "Without a condition"}
    counts = scenarios["unit"].value_counts()
    rows = [{"unit": unit, "name": name, "count": int(counts[unit])} for unit, name in names.items() if unit in counts]
    return pd.DataFrame(rows, columns=["unit", "name", "count"]), scenarios


def what_if(scenarios: pd.DataFrame) -> Fragment:
    """How many statements look ahead, how many on a condition, and how sure they are."""
    if scenarios.empty:
        return answer("The text looks at nothing to come.")
    parts = [
        f"{number} {name}"
        for name, number in scenarios["certainty"].value_counts().reindex(claims.DEGREES).dropna().astype(int).items()
    ]
    conditional = int((scenarios["unit"] == "conditional").sum())
    return answer(
        Markup("{} on what is to come, {} of them on a condition; {}.").format(
            plural(len(scenarios), "statement"), conditional, listing(parts)
        )
    )


def scenarios_table(scenarios: pd.DataFrame, text: str) -> Fragment:
    """Condition and consequence of every scenario, how certain and whose; those with a condition first."""
    if scenarios.empty:
        return note("No statement about the future was found.")
    rows = _placed(scenarios)
    rows["condition"] = [
        _cut(text[start:end]) if start >= 0 else "–"
        for start, end in zip(rows["condition_start"], rows["condition_end"])
    ]
    rows["consequence"] = [
        _cut(text[start:end]) if start >= 0 else "–"
        for start, end in zip(rows["consequence_start"], rows["consequence_end"])
    ]
    rows = rows.sort_values(
        by=["unit", "start"],
        key=lambda column: column != "conditional" if column.name == "unit" else column,
        kind="stable",
    )
    columns = {
        "condition": "Condition",
        "consequence": "Consequence",
        "factuality": "Certainty",
        "name": "Voice",
        "number": "Sentence",
    }
    caption = "Scenarios; the certainty is that of the consequence, its condition granted"
    return table(rows, columns=columns, caption=caption)


def grid(found: pd.DataFrame, *, top: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The FactBank grid of the ``top`` voices, and the clauses (of ``claims.factuality``) behind each of its cells.

    Returns the cells (key, voice, name, certainty, polarity, factuality, count) and the clauses with ``key``.
    """
    leading = by_voice(found, top=top)
    shown = found[found["voice"].isin(leading["voice"])]
    keyed = shown.assign(
        key=shown["voice"] + ": " + shown["certainty"] + ", " + shown["polarity"],
        factuality=[_factuality(row) for row in shown.itertuples()],
    )
    cells = claims.grid(shown)
    cells["key"] = cells["voice"] + ": " + cells["certainty"] + ", " + cells["polarity"]
    cells["factuality"] = [_factuality(row) for row in cells.itertuples()]
    cells["polarity"] = cells["polarity"].where(cells["certainty"] != "unknown", "–")
    cells["name"] = cells["voice"].map(dict(zip(leading["voice"], leading["name"])))
    rank = {voice: place for place, voice in enumerate(leading["voice"])}
    return cells.sort_values("voice", key=lambda column: column.map(rank), kind="stable").reset_index(drop=True), keyed


def grid_order() -> list[str]:
    """The cells of a row of the grid, from certain to unknown, affirmed before denied."""
    return [
        degree if polarity == "positive" else f"{degree}, denied"
        for degree in claims.DEGREES
        for polarity in claims.POLARITIES
    ]


def grid_finding(cells: pd.DataFrame) -> str:
    """How much of what the author says is certain against the sources, in a chart’s title."""
    if cells.empty:
        return "Nothing is said"
    parts = []
    for name, rows in (
        ("the author", cells[cells["voice"] == claims.AUTHOR]),
        ("the sources", cells[cells["voice"] != claims.AUTHOR]),
    ):
        if len(rows):
            certain = int(rows.loc[rows["certainty"] == "certain", "count"].sum())
            parts.append(f"{certain} of {int(rows['count'].sum())} clauses of {name}")
    return f"Certain: {', '.join(parts)}"


def _placed(found: pd.DataFrame) -> pd.DataFrame:
    return _named(found).assign(
        number=[pages.to_sentence(number, number + 1) for number in found["sentence"]],
        factuality=[_factuality(row) for row in found.itertuples()],
    )


def _factuality(row) -> str:
    return row.certainty if row.polarity == "positive" else f"{row.certainty}, denied"


def _cut(text: str) -> str:
    words = text.split()
    return " ".join(words[:SHOWN]) + " …" if len(words) > SHOWN else " ".join(words)


def _given(row) -> str:
    return amount(row) if row.polarity == "positive" else f"not {amount(row)}"


def _named(found: pd.DataFrame) -> pd.DataFrame:
    """The claims with ``name``: how each one’s voice is shown."""
    return found.assign(name=found["source"].mask(found["voice"] == claims.AUTHOR, "the author"))


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _all(number: int, noun: str) -> str:
    return f"the one {noun}" if number == 1 else f"all {number} {noun}s"


def _when(row) -> str:
    # With hyphens that do not break, a date stays on its line.
    value = row.value.replace("-", "\u2011") or f"open ({row.unit})"
    return f"{value} ({row.approximation})" if row.approximation else value


def _in_context(row, sentences: pd.DataFrame) -> Markup:
    """A date in bold, with the words next to it."""
    sentence = sentences[sentences["sentence"] == row.sentence].iloc[0]
    before = sentence["text"][: row.start - sentence["start"]].split()
    after = sentence["text"][row.end - sentence["start"] :].split(" ")
    left = " ".join((["…"] if len(before) > BESIDE else []) + before[-BESIDE:])
    right = " ".join(after[: BESIDE + 1] + (["…"] if len(after) > BESIDE + 1 else []))
    return Markup("{} <strong>{}</strong>{}").format(left, row.text, right)


def _sortable(value: str) -> tuple[int, str]:
    """Dates with a year first, in order; then those of an unknown year, fiscal years, times, and those left open."""
    if value[:4].isdigit():
        return 0, value
    return (
        (1, value)
        if value.startswith("X")
        else (2, value)
        if value.startswith("FY")
        else (3, value)
        if value
        else (4, "")
    )


def _side(value: str, today) -> str:
    if today is None or _sortable(value)[0]:
        return "–"
    if "-W" in value:
        year, week, _ = today.isocalendar()
        here = f"{year:04}-W{week:02}"
        return "past" if value < here else "to come" if value > here else "now"
    first, last = value.split("/")[0], value.split("/")[-1]
    day = today.isoformat()
    if last < day[: len(last)]:
        return "past"
    return "to come" if first > day[: len(first)] else "now"
