"""The reports of articles: what is out of date is made in a folder of its own, checked, and moved into place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tqdm import tqdm

from stancebook import memory
from stancebook.articles.article import slug
from stancebook.errors import RenderError, StancebookError
from stancebook.pages import RENDERING
from stancebook.render import checks, execution, kernels, pages, parameters, records, sources, worker
from stancebook.render.outdated import INDEX, Wanted

AT_ONCE = 2  # kernels


@dataclass
class Report:
    """A report in the making: its pages as far as they are done, and what went wrong."""

    wanted: Wanted
    name: str
    stage: Path
    summary: dict = field(default_factory=dict)
    html: dict[str, str] = field(default_factory=dict)
    failure: StancebookError | None = None


def write(wanted: Iterable[Wanted], reports: Path) -> list[StancebookError]:
    """Make the ``wanted`` reports in the folder ``reports``, and its index; returns what failed, one error a report.

    A report that fails leaves its old pages as they were. Raises RenderError where nothing can be written at all.
    """
    wanted = list(wanted)
    declared = {path: execution.declared(path) for path in sources.notebooks()}
    for one in wanted:
        parameters.check_known(one.parameters, declared)
    stage = reports / f".making-{os.getpid()}"
    remembered = stage / ".memory"  # no report has this name
    os.environ.update({RENDERING: "1", memory.FOLDER: str(remembered.absolute())})
    kernels.register()
    for killed in reports.glob(".making-*"):  # who writes, writes alone
        shutil.rmtree(killed, ignore_errors=True)
    try:
        remembered.mkdir(parents=True)
        made = _all_made(wanted, declared, stage, reports)
        write_index(reports, stage)
    finally:
        kernels.end_all()
        shutil.rmtree(stage, ignore_errors=True)
    return [report.failure for report in made if report.failure]


def _all_made(wanted: list[Wanted], declared: dict[Path, dict], stage: Path, reports: Path) -> list[Report]:
    known = records.all_records(reports)
    made = []
    bar = tqdm(total=sum(len(one.pages) for one in wanted), unit="page", desc="Reports", leave=False, disable=None)
    with ThreadPoolExecutor(AT_ONCE) as pool, bar:
        try:
            waiting = [_begun(one, declared, stage, known, pool) for one in wanted]
            for report, started in waiting:
                bar.set_description(report.name)
                _finish(report, started, reports, bar)
                made.append(report)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            kernels.end_all()
            raise
    return made


def _begun(
    wanted: Wanted, declared: dict[Path, dict], stage: Path, known: dict[str, dict], pool: Executor
) -> tuple[Report, dict[str, Future]]:
    """A report whose notebooks wait for a kernel, or that failed before any was started."""
    name = records.folder_of(wanted.article, slug(wanted.article), known)
    known.setdefault(name, {"article": records.stored_path(wanted.article)})
    report = Report(wanted, name, stage / name)
    report.stage.mkdir()
    given = {**wanted.fields, **wanted.parameters}
    try:
        reading, report.summary = worker.annotated(wanted.article, wanted.fields)
        frame = pages.frame(report.summary, str(wanted.article), sources.READING_PAGE, {})
        report.html[sources.READING_PAGE] = pages.reading_page(reading, frame)
        values = {notebook: parameters.for_notebook(given, declared[notebook]) for notebook in declared}
    except StancebookError as error:
        report.failure = error
        return report, {}
    started = {}
    for page, notebook in sources.pages().items():
        if notebook is not None and page in wanted.pages:
            arguments = {"article": str(wanted.article), **values[notebook]}
            executed = report.stage / f"{notebook.stem}.failed.ipynb"
            started[page] = pool.submit(execution.execute, notebook, arguments, executed)
    return report, started


def _finish(report: Report, started: dict[str, Future], reports: Path, bar: tqdm) -> None:
    """Wait for a report's notebooks, then check and publish its pages, or keep what shows why it failed."""
    folder = reports / report.name
    executed = {}
    for page, future in started.items():
        try:
            executed[page] = future.result()
        except StancebookError as error:
            report.failure = report.failure or error
        bar.update()
    if not report.failure:
        try:
            _fill(report, executed, folder)
            checks.check(report.html)
            _publish(report, folder)
        except StancebookError as error:
            report.failure = error
    bar.update(len(report.wanted.pages) - len(started))
    if report.failure:
        report.failure = _told(report, set(executed), folder)
        return
    tqdm.write(f"{_shown(folder)}: {len(report.wanted.pages)} page{'s' * (len(report.wanted.pages) != 1)} written")


def _fill(report: Report, executed: dict, folder: Path) -> None:
    """All pages of the report: those made now, and those that were up to date."""
    for page in sources.pages():
        if page in executed:
            frame = pages.frame(report.summary, str(report.wanted.article), page, _shown_parameters(report.wanted))
            report.html[page] = pages.notebook_page(executed[page], frame)
        elif page not in report.html:
            report.html[page] = (folder / page).read_text(encoding="utf8")


def _shown_parameters(wanted: Wanted) -> dict[str, str]:
    """What a page says it was made with: the parameters, and the reader where it is not the built-in one."""
    return {**wanted.parameters, **{name: value for name, value in wanted.fields.items() if name == "model"}}


def _publish(report: Report, folder: Path) -> None:
    """Write the new pages beside their places, and move each into its own; the record comes last."""
    record = {
        "article": records.stored_path(report.wanted.article),
        "fields": report.wanted.fields,
        "parameters": report.wanted.parameters,
        "pages": list(sources.pages()),
        "summary": report.summary,
    }
    new = {page: report.html[page] for page in report.html if page in report.wanted.pages}
    for name, content in {**new, records.RECORD: records.written(record)}.items():
        (report.stage / name).write_text(content, encoding="utf8")
        # What is changed from now on has to be found newer than the page.
        os.utime(report.stage / name, ns=(report.wanted.asked, report.wanted.asked))
    folder.mkdir(exist_ok=True)
    for name in (*new, records.RECORD):
        os.replace(report.stage / name, folder / name)
    for old in (*folder.glob("*.failed.ipynb"), *folder.glob("*.html")):
        if old.name not in report.html:
            old.unlink()


def _told(report: Report, succeeded: set[str], folder: Path) -> StancebookError:
    """The failure with the article's name, and where the executed notebook is kept."""
    kept = []
    for notebook in sorted(report.stage.glob("*.failed.ipynb")):
        if sources.page_name(notebook).replace(".failed", "") not in succeeded:
            folder.mkdir(exist_ok=True)
            os.replace(notebook, folder / notebook.name)
            kept.append(_shown(folder / notebook.name))
    where = f" The notebook as it ran is kept in {', '.join(kept)}." if kept else ""
    old = " The old report stays as it was." if (folder / records.RECORD).exists() else ""
    said = str(report.failure)
    article = "" if str(report.wanted.article) in said else f"{report.wanted.article}: "
    return RenderError(f"{article}{said}{where}{old}")


def write_index(reports: Path, stage: Path) -> None:
    """Write the page that leads to all reports and standing pages, by way of the folder ``stage``, where it changes."""
    found = {name: record for name, record in records.all_records(reports).items() if "summary" in record}
    standing = [page for page in sources.standing() if (reports / page).exists()]
    html = pages.index_page(found, standing)
    first = next(iter(sources.pages()))
    checks.check({INDEX: html}, frozenset([*(f"{name}/{first}" for name in found), *standing]))
    index = reports / INDEX
    if not index.exists() or index.read_text(encoding="utf8") != html:
        (stage / index.name).write_text(html, encoding="utf8")
        os.replace(stage / index.name, index)


def _shown(path: Path) -> str:
    return os.path.relpath(path)
