"""English prose that is installed with Python anyway, in pieces of an article's length, and the pieces nobody writes."""

from __future__ import annotations

import inspect
import lzma
import re
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import distributions
from pathlib import Path

from pydoc_data.topics import topics

PIECE = 500  # words: about a page
MODULES = "argparse asyncio collections csv datetime decimal difflib doctest email enum fractions functools gettext heapq \
inspect ipaddress json logging optparse pathlib pickle pickletools random shutil sqlite3 statistics string subprocess \
tarfile textwrap threading timeit tokenize turtle typing unittest uuid warnings zipfile".split()
GUM = Path(__file__).resolve().parents[2] / "shared" / "training" / "trees" / "gum_dev.conllu.xz"


def paragraphs_of(text: str) -> list[str]:
    """Paragraphs that read as prose: of some length, ending as a sentence, with more letters than other marks."""
    found = []
    for block in re.split(r"\n\s*\n", text.replace("\r", "")):
        plain = " ".join(block.split())
        letters = sum(mark.isalpha() or mark == " " for mark in plain)
        if len(plain.split()) >= 12 and re.search(r"[.!?:][\"”)]?$", plain) and letters > 0.85 * len(plain):
            found.append(plain)
    return found


def pieces(texts: Iterator[str], words: int) -> Iterator[str]:
    """Paragraphs of the texts joined to pieces of ``PIECE`` words, about ``words`` in all; none comes twice."""
    seen, piece, size, total = set(), [], 0, 0
    for text in texts:
        for paragraph in paragraphs_of(text):
            if paragraph in seen:
                continue
            seen.add(paragraph)
            piece.append(paragraph)
            size += len(paragraph.split())
            if size >= PIECE:
                yield "\n\n".join(piece)
                total += size
                piece, size = [], 0
        if total >= words:
            return


def manuals() -> Iterator[str]:
    """Python's language reference."""
    yield from topics.values()


def licences_and_readmes() -> Iterator[str]:
    """What the installed packages say of themselves and on what terms."""
    for package in sorted(distributions(), key=lambda one: one.metadata["Name"] or ""):
        yield package.metadata.get_payload() or package.metadata["Description"] or ""
        for file in package.files or ():
            if re.match(r"(licen[cs]e|copying|notice|authors)", file.name, re.IGNORECASE):
                path = Path(str(package.locate_file(file)))
                if path.suffix in ("", ".txt", ".md", ".rst") and path.is_file():
                    yield path.read_text(encoding="utf8", errors="replace")


def docstrings() -> Iterator[str]:
    """The documentation in the source of the standard library."""
    for name in MODULES:
        module = import_module(name)
        yield inspect.getdoc(module) or ""
        for _, thing in sorted(vars(module).items()):
            if inspect.isclass(thing) or inspect.isfunction(thing):
                yield inspect.getdoc(thing) or ""


def gum() -> Iterator[str]:
    """GUM's development texts, of many genres, where they are."""
    if not GUM.exists():
        return
    with lzma.open(GUM, "rt", encoding="utf8") as handle:
        for document in handle.read().split("# newdoc id")[1:]:
            lines = re.findall(r"^# (newpar|text = .*)", document, re.MULTILINE)
            yield "\n".join("" if line.startswith("newpar") else line[7:] for line in lines)


CLAUSE = "the plan, which nobody had ever seen before the new year and few will ever see again, might fail"
HOSTILE = {
    "capitals": "MINISTERS WARN OF WAR AS TALKS FAIL. NOBODY IN BONN KNOWS WHAT COMES NEXT, SAYS ANNA BERG! " * 20,
    "table": "\n\n".join(f"Region {at} | {at * 3},{at:03d} | {at / 7:.1f}% | n/a | — | “x”" for at in range(60)),
    "emoji": "Great news 😀🎉 from Kyiv 🇺🇦: they say it’s 👩‍👩‍👧‍👦 time!!! 🤷🏽‍♀️ “Really?” 😂 asked @anna_berg https://a.example/b?c=d#e " * 15,
    "scripts": "Президент сказал, что «война» невозможна. 普京说：“不会有战争”。 قال الوزير إن الحرب مستحيلة. Η Αθήνα είπε όχι. דבר אחד. " * 12,
    "one long sentence": "Anna Berg said that " + ", and ".join([CLAUSE] * 230) + ".",
    "no stop at all": " ".join(["perhaps"] * 400),
    "quotation marks": "“““He said ‘she said “they said ‘maybe’ ” ’ ”. ''' \"\"\" ‹«„“”’ ” said “ said ” said “. " * 40,
    "brackets": "([{<" * 200 + "It may be so." + ">}])" * 200,
    "numbers": "1,000 2.5 3/4 10% $5bn €3.2m 1990s 24/7 12-13 Feb. 30,000–40,000 troops, 1e9, IV, MMXXI, 0x7f, 99.999.999. " * 30,
    "lines of marks": "\n\n".join(["* * *", "-----", "…", "?!?!", "======", "It may rain.", "¶ § † ‡", "____"] * 10),
    "one letter": "I. A. a. I? O! " * 50,
    "controls": "It\u00a0may\u200b be\u00ad so,\u2028 said\u2029 Anna\ufeff Berg.\u202e " * 20,
    "addresses": "See https://www.example.org/a/very/long/path?with=query&and=more#fragment or mail anna.berg@example.org. " * 30,
    "combining": "Ç̴̧a̸n̷n̵o̶t̸ ̶b̷e̷ said, Łódź and Þórshöfn and ﬁnance and Å (A\u030a) and ｆｕｌｌ ｗｉｄｔｈ may differ. " * 25,
}  # fmt: skip
