"""What may not be published is refused, whatever it came through."""

import pytest

from stancebook.errors import EvidenceMismatch, RenderError
from stancebook.render import checks

PAGE = """<!DOCTYPE html><html lang="en"><head><title>t</title></head><body><h1>One</h1><h2>Two</h2>
<a class="count" href="#evidence" data-count="2">2</a><ol id="evidence"><li><mark>a</mark> b <mark>c</mark></li></ol>
<img alt="a chart" src="data:image/svg+xml;base64,AA"><table><tr><th scope="col">x</th></tr></table>{}</body></html>"""


def test_a_sound_page_passes():
    checks.check({"page.html": PAGE.format('<a href="../index.html">all</a><a href="#evidence">here</a>')})


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<SCRIPT SRC=//x.example></SCRIPT>", "<script>"),
        ('<img alt="x" src="data:image/png;base64,A" onerror="alert(1)">', "onerror"),
        ('<svg onload="alert(1)"></svg>', "onload"),
        ('<a href="javascript:alert(1)">x</a>', "javascript:"),
        ('<a href=" JaVaScRiPt:alert(1)">x</a>', "outside the report"),
        ('<a href="https://x.example">x</a>', "outside the report"),
        ('<a href="//x.example">x</a>', "outside the report"),
        ('<img alt="x" src="https://x.example/a.png">', "outside the report"),
        ('<link rel="stylesheet" href="a.css">', "<link>"),
        ("<iframe></iframe>", "<iframe>"),
        ('<meta http-equiv="refresh" content="0;url=//x">', "<meta>"),
        ('<img src="data:image/png;base64,A">', "alt text"),
        ("<table><tr><th>x</th></tr></table>", "scope"),
        ("<h1>Again</h1>", "first-level headings"),
        ("<h4>Deep</h4>", "skip a level"),
        ('<p id="evidence"></p>', "share the id"),
        ('<a href="other.html">x</a>', "not there"),
        ('<a href="#nowhere">x</a>', "nowhere"),
    ],
)
def test_a_fault_is_named(fault, said):
    with pytest.raises(RenderError, match=said):
        checks.check({"page.html": PAGE.format(fault)})


@pytest.mark.parametrize("number", [0, 1, 3])
def test_a_number_that_its_evidence_does_not_bear_out_is_refused(number):
    with pytest.raises(EvidenceMismatch, match=f"says {number}, and 2 places"):
        checks.check({"page.html": PAGE.format(f'<a href="#evidence" data-count="{number}">{number}</a>')})


def test_a_number_is_checked_against_its_evidence_on_another_page():
    front = PAGE.format('<a href="back.html#evidence" data-count="5">5</a>')
    with pytest.raises(EvidenceMismatch, match="front.html"):
        checks.check({"front.html": front, "back.html": PAGE.format("")})
