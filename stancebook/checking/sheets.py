"""The sheet of hits that a person marks: written, read back as any spreadsheet saves it, and never a mark lost."""

from __future__ import annotations

import codecs
import csv
import io
import os
import re
from collections.abc import Mapping
from itertools import zip_longest
from pathlib import Path

import pandas as pd

from stancebook.articles.article import slug
from stancebook.checking.sampling import ID, hit_id
from stancebook.errors import DataError
from stancebook.fragments import plural
from stancebook.opening import located
from stancebook.paths import REPORTS, ROOT
from stancebook.render import records

CHECKS = ROOT / "checks"
COLUMNS = ("id", "kind", "category", "sentence", "decided", "right", "remark")
NEEDED = ("id", "kind", "category", "right")
MARKS = {
    "yes": True,
    "y": True,
    "1": True,
    "right": True,
    "no": False,
    "n": False,
    "0": False,
    "wrong": False,
    "": pd.NA,
}
DELIMITERS = (",", ";", "\t")
#: What a spreadsheet would run as a formula, full-width forms included (OWASP, CSV injection).
FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠\t\r]")
#: The same behind a semicolon, at which a spreadsheet set to a comma as decimal mark cuts the line.
AFTER_SEMICOLON = re.compile(r"(;[\s\"]*)(?=[=+\-@＝＋－＠])")
#: The line that Excel itself puts first, where it is told to say the delimiter.
SAYS_DELIMITER = re.compile(r'"?sep=(?P<delimiter>[,;\t])"?\r?\n', re.IGNORECASE)
#: Kinds of workbook in which marks are left behind when the sheet is not saved as CSV.
WORKBOOKS = (".xlsx", ".xls", ".ods")


def sheet_of(article: str | Path, folder: Path = CHECKS) -> Path:
    """Where the sheet of an article lies: ``checks/`` and the name of the article's folder in ``reports/``."""
    path = located(str(article))
    return folder / f"{records.folder_of(path, slug(path), records.all_records(REPORTS))}.csv"


def write_sheet(rows: pd.DataFrame, path: Path) -> None:
    """Write hits, with the marks they have, as CSV in UTF-8 that Excel and LibreOffice open; all of it or nothing.

    ``rows`` are those of ``hits``, ``sample``, ``merged`` or ``read_sheet``. A cell that a spreadsheet would take for a
    formula is given an apostrophe. Raises DataError where the file cannot be written.
    """
    others = list(dict.fromkeys(name for cells in rows.get("others", []) for name in cells))
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow([*COLUMNS, *map(_guarded, others)])
    for row in rows.to_dict("records"):
        row = {**row, "right": _word(row.get("right")), "remark": row.get("remark", "")}
        row |= {name: AFTER_SEMICOLON.sub(r"\1'", row[name]) for name in ("sentence", "decided")}
        cells = [row[name] for name in COLUMNS] + [row["others"].get(name, "") for name in others]
        writer.writerow([_guarded(cell) for cell in cells])
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(written.getvalue().encode("utf-8-sig"))
        os.replace(beside, path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise DataError(f"{_name(path)} cannot be written ({error.strerror}); the old sheet is as it was.") from error


def read_sheet(path: Path, article: str = "") -> pd.DataFrame:
    """The sheet at ``path`` with its marks, in the order of its lines.

    Commas, semicolons or tabs; columns in any order. Columns: id, article, kind, category, start, end, sentence,
    decided, right (True, False, or missing where not marked), remark, others (cells of columns that the person added,
    by heading), line. A line that is there twice is read once. Raises DataError, naming the line, where the sheet is
    damaged, an id is not one of its hit, a mark is neither yes nor no, or two lines mark one hit differently; and,
    with ``article``, where a line is of another article.
    """
    (first, cells), *lines = _lines(path)
    headings = _headings(cells, f"{_name(path)}, line {first}")
    rows = [
        {"line": line, **_row(headings, cells, f"{_name(path)}, line {line}", article)}
        for line, cells in lines
        if any(cell.strip() for cell in cells)
    ]
    return _table(_without_doubles(rows, _name(path)))


def marked(marks: pd.DataFrame) -> pd.Series:
    """For each row of a sheet, whether a person wrote anything into it."""
    return marks["right"].notna() | (marks["remark"].str.strip() != "") | marks["others"].map(_any_text)


def merged(drawn: pd.DataFrame, found: pd.DataFrame, marks: pd.DataFrame | None) -> pd.DataFrame:
    """The rows of a new sheet: what was ``drawn`` from the hits ``found``, and all that is marked in the old sheet.

    A marked hit that is not found any more stands at the end, as it was.
    """
    columns = [*COLUMNS, "others"]
    if marks is None:
        return drawn.assign(right=pd.NA, remark="", others=[{} for _ in drawn.index])[columns]
    kept = marks[marked(marks)]
    present = found[found["id"].isin(drawn["id"]) | found["id"].isin(kept["id"])]
    joined = present.merge(kept[["id", "right", "remark", "others"]], on="id", how="left")
    joined["remark"] = joined["remark"].fillna("")
    joined["others"] = [cells if isinstance(cells, dict) else {} for cells in joined["others"]]
    gone = kept[~kept["id"].isin(found["id"])]
    return pd.concat([joined[columns], gone[columns]], ignore_index=True)


def _lines(path: Path) -> list[tuple[int, list[str]]]:
    """The cells of each line with its number, counted as a spreadsheet counts; the first are the headings."""
    text = _decoded(path)
    says_delimiter = SAYS_DELIMITER.match(text)
    body = text[says_delimiter.end() :] if says_delimiter else text
    delimiter = says_delimiter["delimiter"] if says_delimiter else max(DELIMITERS, key=lambda mark: _known(body, mark))
    lines: list[tuple[int, list[str]]] = []
    try:
        for cells in csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True):
            lines.append((len(lines) + 1, cells))
    except csv.Error as error:
        raise DataError(
            f"{_name(path)}, line {len(lines) + 1}: a quotation mark is missing or one too many, or the file is cut off "
            f"({error}); mend the line, or take the sheet from a copy."
        ) from error
    while lines and not any(cell.strip() for cell in lines[0][1]):
        del lines[0]
    if not lines:
        raise DataError(f"{_name(path)} is empty; take it from a copy, or remove it to have a new one made.")
    return lines


def _known(text: str, delimiter: str) -> int:
    """How many of our headings the first line has, when it is cut at ``delimiter``."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    cells = next(csv.reader([first], delimiter=delimiter), [])
    return len({cell.strip().casefold() for cell in cells} & set(COLUMNS))


def _decoded(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DataError(f"{_name(path)} cannot be read ({error.strerror}).") from error
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise DataError(f"{_name(path)} is a workbook by another name; open it and save it as “CSV UTF-8”.")
    utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    # Excel's plain “CSV” is in the code page of Windows, which in the west of Europe and in America is 1252.
    for encoding in ["utf-16"] if utf_16 else ["utf-8-sig", "cp1252"]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DataError(f"{_name(path)} is not readable text; open it in the spreadsheet and save it as “CSV UTF-8”.")


def _headings(cells: list[str], where: str) -> list[str]:
    """The headings as we spell them, those that a person added as they stand."""
    plain = [_unguarded(cell).strip() for cell in cells]
    names = [name.casefold() if name.casefold() in COLUMNS else name for name in plain]
    missing = [name for name in NEEDED if name not in names]
    if missing:
        raise DataError(
            f"{where}: the heading{'s' * (len(missing) > 1)} {', '.join(f'“{name}”' for name in missing)} "
            "must be in the first line; put back what was removed or renamed."
        )
    twice = [name for name in names if name and names.count(name) > 1]
    if twice:
        raise DataError(f"{where}: two columns are headed “{twice[0]}”; rename or remove one.")
    return names


def _row(headings: list[str], cells: list[str], where: str, article: str) -> dict[str, object]:
    if len(cells) < len(headings):
        raise DataError(
            f"{where}: {plural(len(cells), 'cell')} where there are {len(headings)} columns, so the line is cut off; "
            "mend it, or take the sheet from a copy."
        )
    if any(cell.strip() for name, cell in zip_longest(headings, cells, fillvalue="") if not name):
        raise DataError(f"{where}: a cell stands under no heading; give its column a heading, or empty it.")
    row = {name: _unguarded(cell) for name, cell in zip(headings, cells) if name}
    row |= {name: row[name].strip() for name in NEEDED}
    mark = row["right"].casefold()
    if mark not in MARKS:
        raise DataError(
            f"{where}: “{_short(row['right'])}” under “right” is neither yes nor no; write yes, no or nothing."
        )
    others = {name: cell for name, cell in row.items() if name not in COLUMNS}
    own = {name: row.get(name, "") for name in COLUMNS}
    return {**own, **_place(row, where, article), "right": MARKS[mark], "others": others}


def _place(row: Mapping[str, str], where: str, article: str) -> dict[str, object]:
    """Article, start and end, read from the id, which must belong to the kind and category beside it."""
    found = ID.fullmatch(row["id"])
    # Sorting one column apart from the others would set marks beside the wrong hits: the checksum tells.
    if not found or row["id"] != hit_id(found["article"], row["kind"], found["start"], found["end"], row["category"]):
        raise DataError(
            f"{where}: the id “{_short(row['id'])}” is of no hit with the kind “{_short(row['kind'])}” and the category "
            f"“{_short(row['category'])}”; undo what changed these cells, or remove the line."
        )
    if article and found["article"] != article:
        raise DataError(f"{where}: the hit is of the article “{found['article']}”, not of “{article}”; move it there.")
    return {"article": found["article"], "start": int(found["start"]), "end": int(found["end"])}


def _without_doubles(rows: list[dict], name: str) -> list[dict]:
    """The lines of one id as one: the mark of either, every remark. Raises DataError where two marks disagree."""
    first: dict[str, dict] = {}
    for row in rows:
        known = first.setdefault(row["id"], row)
        if known is row:
            continue
        marks = [one["right"] for one in (known, row) if one["right"] is not pd.NA]
        if len(set(marks)) > 1:
            raise DataError(
                f"{name}, line {row['line']}: the hit is marked {_word(row['right'])} here and "
                f"{_word(known['right'])} in line {known['line']}; keep one of the two lines."
            )
        known["right"] = marks[0] if marks else pd.NA
        known["remark"] = _both(known["remark"], row["remark"])
        for heading, cell in row["others"].items():
            known["others"][heading] = _both(known["others"].get(heading, ""), cell)
    return list(first.values())


def _table(rows: list[dict]) -> pd.DataFrame:
    kinds = dict.fromkeys(("id", "article", "kind", "category"), str) | {"start": int, "end": int}
    kinds |= {"sentence": str, "decided": str, "right": "boolean", "remark": str, "others": object, "line": int}
    # An empty sheet has the types of a full one.
    return pd.DataFrame(rows, columns=list(kinds)).astype(kinds)


def _both(one: str, other: str) -> str:
    return one if not other.strip() or other == one else other if not one.strip() else f"{one} / {other}"


def _any_text(cells: Mapping[str, str]) -> bool:
    return any(cell.strip() for cell in cells.values())


def _word(mark: object) -> str:
    return "" if mark is None or pd.isna(mark) else "yes" if mark else "no"


def _guarded(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell[1:]) else cell


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
