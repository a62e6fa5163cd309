"""What a report shows of the checking by hand: the precision found, the rates at that precision, and what was wrong."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from markupsafe import Markup

from stancebook.articles.article import slug
from stancebook import measured
from stancebook.checking.precisions import corrected, precision
from stancebook.checking.sampling import AWAY, CLAIM, GIVEN, KEPT, MENTION, STATEMENT, hits
from stancebook.checking.sheets import CHECKS, WORKBOOKS, read_sheet, sheet_of
from stancebook.errors import DataError
from stancebook.fragments import Fragment, answer, listing, note, plural, table
from stancebook.opening import located
from stancebook.statistics import wilson

HOW = (
    "This article was not checked by hand: make check ARTICLE=… writes a sample of its hits as a spreadsheet, in which "
    "you mark each right or wrong; the report then shows the precision that you found, and the rates at it."
)

MEASURED = (
    "Of what was given and of what was annotated by hand, the share that is right, with Wilson intervals (1927, 95%), "
    "which take each hit as a draw of its own. The readers are language models that worked by the same guidelines: how "
    "far two of them agree is about what can be asked for. All with the reader that comes with stancebook; make accuracy measures again, and says where the errors lie."
)

LIMITS = (
    "Lines were drawn at random within each kind and category; the intervals (Wilson 1927, 95%) say what this leaves "
    "open, not whether another person would have marked alike. A corrected rate leaves out what was wrongly counted, "
    "and does not add what was overlooked or wrongly turned away."
)

#: The kind of hit whose marks say how far the numbers of a task can be trusted.
KIND_OF = {"mentions": MENTION, "markers": KEPT, "statements": STATEMENT, "evaluations": GIVEN} | dict.fromkeys(
    ("figures", "dates", "scenarios"), CLAIM
)
#: Of hits of the same kind, the category of each task.
CATEGORY_OF = {"figures": "figure", "dates": "date", "scenarios": "scenario"}
#: How a task is named in a sentence where its hits alone would not say what is meant.
SHORT = {"voices": "the voices of markers"}
#: Marks of one kind that it takes before they stand beside a chart in place of the gold's figures.
ENOUGH = 10


def accuracy_note(article: str | Path, *tasks: str, folder: Path = CHECKS) -> str:
    """For the note of a chart: how many of what it counts are right, and how many are found; a sentence a task.

    By the marks of a person in this very article where there are enough, else by the gold annotations. ``tasks`` are
    of ``measured.TASKS``. Raises DataError where the article's sheet is damaged.
    """
    marks = checked(article, folder=folder)
    own = {task: _own(task, marks) for task in tasks}
    rest = measured.in_words(*(task for task in tasks if not own[task]))
    return " ".join(said for said in (*own.values(), rest) if said)


def accuracy(article: str | Path, *tasks: str, folder: Path = CHECKS) -> Fragment:
    """For “How far to trust this”: what to rely on and what to read with care, and the figures behind it as a table.

    What a person marked in this very article, and what was not measured, is said as in ``accuracy_note``.
    """
    found = [one for one in map(measured.measured, tasks) if one is not None]
    if not found:
        return answer(accuracy_note(article, *tasks, folder=folder))
    marks = checked(article, folder=folder)
    unknown = (task for task in tasks if task not in {one.task for one in found})
    short = _in_short(found) if len(found) > 1 else measured.in_words(found[0].task)
    said = [*(_own(task, marks) for task in tasks), short, measured.in_words(*unknown)]
    return Fragment(Markup("").join([answer(" ".join(filter(None, said))), _measured_table(found), note(MEASURED)]))


def checked(
    article: str | Path, tables: dict[str, pd.DataFrame] | None = None, *, folder: Path = CHECKS
) -> pd.DataFrame | None:
    """The sheet of an article with its marks, as ``read_sheet`` gives it; None where there is no sheet.

    With ``tables``, those of ``hits``, only the hits that the program still finds, and of these tables alone. Raises
    DataError where the sheet is damaged, or where nothing is marked in it but a workbook of its name lies beside it.
    """
    path = sheet_of(article, folder)
    if not path.exists():
        return None
    marks = read_marks(path, slug(located(str(article))))
    return marks if tables is None else marks[marks["id"].isin(hits(tables)["id"])].reset_index(drop=True)


def read_marks(path: Path, article: str = "") -> pd.DataFrame:
    """``read_sheet``, but DataError where nothing is marked and a workbook of the sheet's name lies beside it."""
    marks = read_sheet(path, article)
    workbook = next((path.with_suffix(kind) for kind in WORKBOOKS if path.with_suffix(kind).exists()), None)
    if workbook and marks["right"].isna().all():
        raise DataError(
            f"Nothing is marked in {path.name}, but {workbook.name} lies beside it; "
            f"open that and save it as “CSV UTF-8” over {path.name}."
        )
    return marks


def checked_corpus(*, folder: Path = CHECKS) -> pd.DataFrame | None:
    """The marks of all articles that have a sheet, one below the other; None where there is none."""
    sheets = [read_marks(path) for path in sorted(folder.glob("*.csv"))]
    return pd.concat(sheets, ignore_index=True) if sheets else None


def hand_checked(
    article: str | Path,
    categories: pd.DataFrame | None = None,
    tables: dict[str, pd.DataFrame] | None = None,
    *,
    corpus: bool = False,
    folder: Path = CHECKS,
) -> Fragment:
    """The precision that a person found in the article, as tables with Wilson intervals, or how to go about it.

    ``categories`` are the rates by category, as ``stance.rates`` gives them; where given, they are shown corrected.
    ``tables`` is as in ``checked``. With ``corpus``, the marks of all articles that were checked count together.
    Raises DataError where a sheet is damaged.
    """
    marks = checked_corpus(folder=folder) if corpus else checked(article, tables, folder=folder)
    if marks is None:
        return note(HOW)
    done = marks[marks["right"].notna()]
    if done.empty:
        return note(
            f"Of {plural(len(marks), 'hit')} to check by hand, none is marked yet; mark them, then make checked."
        )
    found = precision(done)
    pieces = [_answer(done, marks), _precision_table(found, done)]
    if categories is not None and (found["kind"] == KEPT).any():
        pieces.append(_corrected_table(corrected(categories, found)))
    pieces += [_wrong(done), note(LIMITS)]
    return Fragment(Markup("").join(pieces))


def _own(task: str, marks: pd.DataFrame | None) -> str:
    """What the marks of this article say of a task; nothing where there are too few."""
    if marks is None or task not in KIND_OF:
        return ""
    done = marks[(marks["kind"] == KIND_OF[task]) & marks["right"].notna()]
    if task in CATEGORY_OF:
        done = done[done["category"] == CATEGORY_OF[task]]
    if len(done) < ENOUGH:
        return ""
    share = wilson(int(done["right"].sum()), len(done))
    interval = f"{share.estimate:.0%} ({100 * share.low:.0f}–{100 * share.high:.0f})"
    return f"Of {len(done):,} {measured.TASKS[task][0]} of this article that were checked by hand, {interval} are right."


def _in_short(found: list[measured.Measured]) -> str:
    """Which tasks are mostly right and mostly found, and which are to be read with care; the table has the figures."""
    careful = [one for one in found if measured.is_poor(one)]
    sure = [one for one in found if not measured.is_poor(one)]
    said = []
    if sure:
        said.append(f"To be relied on, {100 * measured.POOR:.0f} of 100 or more being right, and found: {_named(sure)}.")
    if careful:
        said.append(f"To be read with care, for more are wrong or overlooked: {_named(careful)}.")
    return " ".join(said)


def _named(found: list[measured.Measured]) -> str:
    return listing(SHORT.get(one.task, measured.TASKS[one.task][0]) for one in found)


def _measured_table(found: list[measured.Measured]) -> Fragment:
    rows = pd.DataFrame(
        {
            "what": f"{measured.TASKS[one.task][0]} that {measured.TASKS[one.task][1]}",
            "right": f"{100 * one.precision.estimate:.0f} ({100 * one.precision.low:.0f}–{100 * one.precision.high:.0f})",
            "recall": _of_hundred(one.recall and one.recall.estimate),
            "f1": _of_hundred(one.f1 and one.f1.estimate),
            "readers": _of_hundred(measured.agreement(one.task) if one.f1 else None),
            "n": one.n,
            "on": one.on,
        }
        for one in found
    )
    columns = {
        "what": "What is counted",
        "right": "Right, of 100 counted (95% interval)",
        "recall": "Found, of 100 in the text",
        "f1": "Both in one (F1)",
        "readers": "F1 of two readers",
        "n": "Annotated by hand",
    }
    places = list(dict.fromkeys(one.on for one in found))
    if len(places) > 1:
        columns["on"] = "Measured on"
    caption = f"How often what is counted here is right, and how much is found, of 100; measured on {places[0] if len(places) == 1 else 'what each row names'}"
    return table(rows, columns=columns, caption=caption)


def _of_hundred(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f}"


def _answer(done: pd.DataFrame, marks: pd.DataFrame) -> Fragment:
    turned_away = done["kind"].isin(AWAY)
    counted, away = done[~turned_away], done[turned_away]
    parts = [f"Checked by hand: {len(done):,} of {plural(len(marks), 'hit')} drawn"]
    if len(counted):
        parts.append(f"{int(counted['right'].sum()):,} of the {len(counted):,} counted are right")
    if len(away):
        parts.append(f"{int((~away['right']).sum()):,} of the {len(away):,} turned away should have been counted")
    return answer("; ".join(parts) + ".")


def _precision_table(found: pd.DataFrame, done: pd.DataFrame) -> Fragment:
    columns = {
        "kind": "Kind",
        "category": "Category",
        "n": "Marked",
        "right": "Right",
        "precision": "Precision",
        "low": "95% low",
        "high": "95% high",
        "wrongly_suppressed": "Wrongly suppressed",
    }
    where = plural(done["article"].nunique(), "article")
    caption = f"Share of right decisions among those marked by hand in {where}, with 95% Wilson intervals"
    shares = ("precision", "low", "high", "wrongly_suppressed")
    return table(found, columns=columns, caption=caption, decimals=dict.fromkeys(shares, 2))


def _corrected_table(rates: pd.DataFrame) -> Fragment:
    columns = {
        "category": "Category",
        "count": "Counted",
        "per_thousand": "Per 1,000 words",
        "n": "Marked",
        "precision": "Precision",
        "corrected": "Corrected",
        "corrected_low": "95% low",
        "corrected_high": "95% high",
    }
    words = plural(int(rates["words"].iloc[0]), "word token")
    caption = f"Markers per 1,000 word tokens, of {words}, and what is left at the precision found, with 95% intervals"
    return table(rates[rates["count"] > 0], columns=columns, caption=caption, decimals={"precision": 2})


def _wrong(done: pd.DataFrame) -> Markup:
    """The hits marked wrong, folded, so that the share opens to its sentences."""
    wrong = done[~done["right"].astype(bool)]
    if wrong.empty:
        return Markup("")
    columns = {"sentence": "Sentence", "decided": "Decided", "remark": "Remark"}
    caption = f"Marked wrong: {plural(len(wrong), 'hit')}"
    pattern = Markup('<details class="sentences"><summary>{}</summary>{}</details>')
    return pattern.format(caption, table(wrong, columns=columns, caption=caption))
