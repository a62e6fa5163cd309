"""What a report shows of the checking by hand: the precision found, the rates at that precision, and what was wrong."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from markupsafe import Markup

from stancebook.articles.article import slug
from stancebook.checking.precisions import corrected, precision
from stancebook.checking.sampling import KEPT, SUPPRESSED, hits
from stancebook.checking.sheets import CHECKS, WORKBOOKS, read_sheet, sheet_of
from stancebook.errors import DataError
from stancebook.fragments import Fragment, answer, note, plural, table
from stancebook.opening import located

HOW = (
    "This article was not checked by hand: make check ARTICLE=… writes a sample of its hits as a spreadsheet, in which "
    "you mark each right or wrong; the report then shows the precision that you found, and the rates at it."
)

LIMITS = (
    "Lines were drawn at random within each kind and category; the intervals (Wilson 1927, 95%) say what this leaves "
    "open, not whether another person would have marked alike. A corrected rate leaves out what was wrongly counted, "
    "and does not add what was overlooked or wrongly turned away."
)


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


def _answer(done: pd.DataFrame, marks: pd.DataFrame) -> Fragment:
    counted, away = done[done["kind"] != SUPPRESSED], done[done["kind"] == SUPPRESSED]
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
        "low": "From",
        "high": "to",
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
        "corrected_low": "From",
        "corrected_high": "to",
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
