"""What cannot be read as an article is refused in one sentence that says what is wrong and what to do."""

from __future__ import annotations

import os

import pytest

from stancebook.articles import read
from stancebook.errors import ArticleError

ENGLISH = (
    "The council said that it would build the new bridge before the end of the year, and that nobody would have to "
    "pay for it twice, as the mayor of the town had promised."
)

REFUSED = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\n\t\n", "is empty"),
    "apparatus alone": (b"Related: The bridge\n\nPhoto: Jane Doe\n", "no text of its own"),
    "one word": (b"Bridge", "a text of one word"),
    "a sentence": (b"The bridge is closed.", "a text of 4 words"),
    "PNG": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
    "JPEG": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
    "PDF": (b"%PDF-1.7 " + ENGLISH.encode(), "a PDF document"),
    "office document": (b"PK\x03\x04\x14\x00", "an office document"),
    "web page": (b"<!DOCTYPE html><html><p>" + ENGLISH.encode(), "a web page"),
    "zeros": (b"\x00" * 500, "control characters"),
    "noise": (bytes(range(256)) * 8, "control characters"),
    "too large": (b"x" * 5_000_001, "too large"),
    "German": (
        "Der Rat hat gesagt, dass er die neue Brücke noch vor dem Ende des Jahres bauen wird, und dass niemand zweimal dafür "
        "zahlen muss, was alle freut.".encode(),
        "does not read as English",
    ),
    "Dutch": (
        b"De raad heeft gezegd dat de nieuwe brug nog voor het einde van het jaar is gebouwd en dat niemand er twee keer voor "
        b"zal betalen, was hij in de stad.",
        "does not read as English",
    ),
    "Russian": (("Совет сказал, что новый мост будет построен до конца года. " * 4).encode(), "does not read as English"),
    "filler": (
        b"Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore "
        b"magna aliqua. Ut enim ad minim veniam.",
        "does not read as English",
    ),
}


@pytest.mark.parametrize(("content", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(tmp_path, content, message):
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    with pytest.raises(ArticleError, match=message) as caught:
        read(path)
    assert str(path) in str(caught.value) and "\n" not in str(caught.value) and str(caught.value).endswith(".")


ACCEPTED = {
    "short": "It is not known how many of the soldiers are there, but it appears that the number of them has never been so high.",
    "capitals": ENGLISH.upper(),
    "foreign names": (
        "Alexander Lukashenko, Vladimir Putin, Sergei Lavrov and Sviatlana Tsikhanouskaya met in Brest, Hrodna and Mazyr, "
        "said Volodymyr Zelensky of Kyiv to Andrzej Duda in Białystok."
    ),
    "a foreign quotation": ENGLISH + " “Nous n'avons pas d'argent,” she said to the people.",
}


@pytest.mark.parametrize("text", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_english_is_not_refused(tmp_path, text):
    path = tmp_path / "article.txt"
    path.write_text(text, encoding="utf-8")
    assert read(path).text == text


FRONT_MATTER = {
    "broken YAML": ("title: Bridge\ntopic: [a\nb: c", "Line [34] of"),
    "never closed": (None, "never closes"),
    "a list": ("- a\n- b", "not a list of keys"),
    "title a list": ("title: [a, b]", "“title”"),
    "title a truth": ("title: yes", "“title”"),
    "date nonsense": ("date: soon", "'soon'"),
    "date impossible": ("date: 2022-13-45", "month"),
    "date a list": ("date: [2022]", "is not a date"),
    "date ambiguous": ("date: 03/04/2022", "in one way"),
    "aliases": ("a: &a [x]\nb: *a", "aliases"),
    "an object": ("a: !!python/object/apply:os.getcwd []", "could not determine"),
    "too deep": ("a: " + "[" * 3000, "broken|cannot be read"),
}


@pytest.mark.parametrize(("yaml", "message"), FRONT_MATTER.values(), ids=FRONT_MATTER.keys())
@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_front_matter_that_cannot_be_read(tmp_path, yaml, message, ending):
    path = tmp_path / f"article{ending}"
    path.write_text(f"---\ntitle: x\n\n{ENGLISH}" if yaml is None else f"---\n{yaml}\n---\n{ENGLISH}", encoding="utf-8")
    with pytest.raises(ArticleError, match=message) as caught:
        read(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2022-02-10", "2022-02-10"),
        ("2022-02-10T12:30:00Z", "2022-02-10"),
        ("Feb. 10, 2022", "2022-02-10"),
        ("10 February 2022", "2022-02-10"),
        ("Thursday, February 10th, 2022", "2022-02-10"),
        ("25/12/2022", "2022-12-25"),
        ("", "None"),
    ],
)
def test_dates_that_are_given(tmp_path, date, expected):
    path = tmp_path / "article.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    assert str(read(path, date=date).date) == expected


@pytest.mark.parametrize("date", ["soon", "2022", "February 2022", "Feb. 30, 2022", "03/04/2022", "10", 2022, "٢٠٢٢-٠٢-١٠x"])
def test_dates_that_are_refused(tmp_path, date):
    path = tmp_path / "article.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    with pytest.raises(ArticleError, match="not a date"):
        read(path, date=date)


@pytest.mark.parametrize("path", ["nowhere.txt", "a\x00b.txt", "x" * 5000, "nowhere/article.txt"])
def test_no_such_file(path):
    with pytest.raises(ArticleError):
        read(path)


def test_a_folder(tmp_path):
    with pytest.raises(ArticleError, match="is a folder"):
        read(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ArticleError, match="not an ordinary file"):
        read(tmp_path / "pipe.txt")


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    path = tmp_path / "article.txt"
    path.write_text(ENGLISH, encoding="utf-8")

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)  # the tests may run as a user who may read everything
    with pytest.raises(ArticleError, match="may not be read"):
        read(path)


def test_a_title_that_is_no_text(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    with pytest.raises(ArticleError, match="title"):
        read(path, title=["a"])


def test_a_misspelt_path_is_told_the_name_that_it_nearly_is(tmp_path):
    (tmp_path / "staging-ground.txt").write_text(ENGLISH)
    with pytest.raises(ArticleError, match=r"did you mean staging-ground\.txt\?$"):
        read(tmp_path / "stagingground.txt")
    for far in (tmp_path / "potash.txt", tmp_path / "no-folder" / "staging-ground.txt"):
        with pytest.raises(ArticleError, match="check the spelling and the folder"):
            read(far)


def test_jupyter_shows_the_sentence_alone():
    assert ArticleError("It is empty.")._render_traceback_() == ["Error: It is empty."]
