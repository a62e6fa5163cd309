"""The rendered pages, parsed by a library that the renderer does not use."""

import re

import pytest
from bs4 import BeautifulSoup

from stancebook.charts import style
from stancebook.render import sources

PAGES = [*sources.pages(), "../index.html"]
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


@pytest.fixture(scope="session")
def parsed(clone):
    return {name: BeautifulSoup((clone.report / name).read_bytes(), "html.parser") for name in PAGES}


@pytest.fixture(params=PAGES)
def page(request, parsed):
    return parsed[request.param]


def test_a_page_is_static_and_asks_the_network_for_nothing(page):
    assert not page.find_all(["script", "iframe", "object", "embed", "form", "link", "base"])
    assert page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"] == POLICY
    for tag in page.find_all(True):
        assert not [name for name in tag.attrs if name.startswith("on")]
        for name in ("src", "srcset", "poster", "action"):
            assert tag.get(name, "data:").startswith("data:")
        assert not re.match(r"\s*[a-z]+:|//", tag.get("href", ""), re.IGNORECASE)


def test_a_page_can_be_found_ones_way_in(page):
    assert page.html["lang"] == "en" and page.title.get_text().strip()
    levels = [int(tag.name[1]) for tag in page.find_all(re.compile(r"^h[1-6]$"))]
    assert levels.count(1) == 1 and all(after <= before + 1 for before, after in zip(levels, levels[1:]))
    assert page.find("main") and page.find("header") and page.find("footer")
    assert page.select_one("a.skip")["href"] == "#" + page.find("main")["id"]
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_every_figure_says_in_words_what_it_shows(page):
    for image in page.find_all("img"):
        assert len(image["alt"]) > 20 and re.search(r"\d|no |nothing", image["alt"], re.IGNORECASE)
        assert image.find_parent("figure").figcaption.get_text().strip()


def test_every_table_has_a_caption_and_headings_with_their_scope(page):
    for table in page.find_all("table"):
        assert table.caption.get_text().strip()
        assert all(heading["scope"] in ("col", "row") for heading in table.find_all("th"))


def test_every_number_opens_to_as_many_places_and_these_lead_into_the_article(parsed):
    opened = 0
    for name, page in parsed.items():
        for number in page.select("a[data-count]"):
            target, _, anchor = number["href"].partition("#")
            evidence = parsed[target or name].find(id=anchor)
            assert evidence is not None, number
            assert len(evidence.find_all("mark")) == int(number["data-count"])
            assert evidence.find_parent("details"), "a link unfolds what it leads to"
            opened += 1
    assert opened > 50
    for page in parsed.values():
        for link in page.select(".evidence a"):
            sentence = parsed["reading.html"].select_one(link["href"].replace("reading.html", ""))
            said = " ".join(sentence.get_text().split())
            assert said in " ".join(link.find_parent("li").get_text().split())


def test_every_page_leads_to_every_other(parsed):
    for name in sources.pages():
        links = {link["href"] for link in parsed[name].select("nav.pages a")}
        assert links == set(sources.pages())
        assert parsed[name].select_one("nav.pages a[aria-current=page]")["href"] == name


def test_the_sample_is_told_rightly(parsed):
    index = parsed["../index.html"]
    assert "The Host Who Does Not Hold the Keys" in index.get_text()
    apparatus = parsed["01_text.html"].find("table").get_text(" ")
    for kind in ("title", "caption", "credit", "related link", "closing credit"):
        assert kind in apparatus
    for page in parsed.values():
        assert "Related article" not in "".join(mark.get_text() for mark in page.find_all("mark"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(parsed, scheme):
    css = parsed["00_overview.html"].style.get_text()
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", blocks[0] if scheme == "light" else blocks[1]))
    assert len(colours) > 10
    for text in ("ink", "soft", "link"):
        assert style.contrast(colours[text], colours["paper"]) >= 4.5
        assert style.contrast(colours[text], colours["raised"]) >= 4.5
    marks = ("mark", "entity", "hedge", "booster", "attitude", "engagement", "self", "report", "evaluative")
    assert [name for name in marks if style.contrast(colours["ink"], colours[name]) < 4.5] == []
