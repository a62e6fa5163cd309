"""The reports as a browser shows them, wide and narrow, light and dark, and on paper."""

import base64
import io

import pytest
from matplotlib.image import imread

from stancebook.render import sources
from tests import browser as chromium

PAGES = [*sources.pages(), "../index.html"]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
BROKEN = "[...document.images].filter(image => !(image.complete && image.naturalWidth)).length"

pytestmark = pytest.mark.skipif(
    chromium.EXECUTABLE is None, reason="Chromium is not installed: no report is looked at in a browser"
)


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    opened = chromium.Browser(tmp_path_factory.mktemp("chromium"))
    yield opened
    opened.close()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", [1280, 390])
def test_a_page_fits_its_window_shows_its_charts_and_asks_for_nothing_else(clone, browser, page, width):
    browser.open((clone.report / page).resolve(), width=width)
    assert browser.ask(OVERFLOW) <= 0
    assert browser.ask(BROKEN) == 0
    assert [url for url in browser.asked if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize("dark", [False, True])
def test_a_page_is_drawn_in_the_readers_colours(clone, browser, dark):
    browser.open(clone.report / "00_overview.html", dark=dark)
    picture = base64.b64decode(browser.call("Page.captureScreenshot")["data"])
    pixels = imread(io.BytesIO(picture))[..., :3]
    corner, middle = pixels[5, 5].mean(), pixels[:, 300:900]
    assert corner < 0.2 if dark else corner > 0.9
    assert middle.std() > 0.05, "something is written on it"


def test_a_number_opens_to_its_sentences_and_these_lead_into_the_article(clone, browser):
    browser.open(clone.report / "02_entities.html")
    target = browser.ask("document.querySelector('td a.count').getAttribute('href').slice(1)")
    shown = f"document.getElementById('{target}').checkVisibility()"
    assert not browser.ask(shown), "folded at first"
    browser.open(clone.report / "02_entities.html", anchor=target)
    assert browser.ask(shown), "unfolded by its link"
    sentence = browser.ask(f"document.querySelector('#{target} a').getAttribute('href').split('#')[1]")
    browser.open(clone.report / "reading.html", anchor=sentence)
    place = browser.ask(f"document.getElementById('{sentence}').getBoundingClientRect().top")
    assert 0 <= place < 900
    outline = browser.ask(f"getComputedStyle(document.getElementById('{sentence}')).outlineStyle")
    assert outline == "solid"


def test_a_page_prints_without_what_paper_cannot_use(clone, browser):
    browser.open(clone.report / "03_stance.html")
    paper = base64.b64decode(browser.call("Page.printToPDF")["data"])
    assert paper.startswith(b"%PDF") and len(paper) > 20_000
    browser.call("Emulation.setEmulatedMedia", media="print")
    hidden = "getComputedStyle(document.querySelector('nav.pages')).display"
    assert browser.ask(hidden) == "none"
    browser.call("Emulation.setEmulatedMedia", media="")
