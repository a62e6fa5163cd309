"""What holds for every text: no crash, nothing lost, paragraphs that tile the text, and nothing to clean twice."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as some

from stancebook.articles import read
from stancebook.errors import ArticleError

OPENING = "It was the best of times, and it was the worst of times, for all of the people who lived in the old town by the sea."
UNCLEAN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u2028\u2029\u200b]| {2}|\n{3}| \n|\n |(?<!\n)\n(?!\n)|^\\s|\\s$")

FRAGMENTS = [
    "The war of the north was not over, and the people of the town knew it.", "who said that", "“Quote”", "2022", "?", " — ", "—",
    "\n", "\n", "\n\n", "\n\n", " ", "  ", "\u00a0", "\t", "\f", "\v", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x00",
    "\n3\n", "\nPage 3 of 7\n", "\nThe Daily Courier\n", "1984\n", "\n    ", "• ", "1. ", "* ", "# ", "> ", "---\n", "***\n",
    "-\n", "anti-\n", "\u00ad", "\u00ad\n", "ﬁ", "e\u0301", "â€™", "\u200b", "\u202e", "\x1b[31m", "\x1b]0;x\x07",
    "Related: what the king said", "Read more: x", "By John Smith", "(AP)", "© AP", "Photo: Reuters", "WASHINGTON — ",
    "This article was first published by the Courier.", "Feb. 10, 2022", "Is It War?", "Ministry of Defense",
    "`", "$", "<script>", "![alt](u)", "[a](b)", "&amp;", "&#27;", "```\n", "|a|b|\n|-|-|\n|c|d|\n", "[a]: b\n",
]
fragments = some.sampled_from(FRAGMENTS)
texts = some.lists(some.one_of(fragments, fragments, fragments, some.text(max_size=5)), max_size=40).map("".join)
endings = some.sampled_from([".txt", ".md"])


def read_bytes(data, ending):
    """The article that ``data`` makes, None where it is refused."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"article{ending}"
        path.write_bytes(data)
        try:
            return read(path)
        except ArticleError as refusal:
            assert "\n" not in str(refusal)
            return None


def letters(text):
    return Counter(character for character in text if character.isalnum())


@settings(max_examples=150, deadline=None)
@given(some.binary(max_size=300), some.sampled_from([b"", b"---\n", OPENING.encode() * 2]), endings)
def test_any_bytes_make_an_article_or_a_refusal(data, before, ending):
    read_bytes(before + data, ending)


@settings(max_examples=200, deadline=None)
@given(texts, endings)
def test_text_is_clean_tiled_complete_and_stable(text, ending):
    source = f"{OPENING}\n\n{text}".encode("utf-8", "surrogatepass")
    article = read_bytes(source, ending)
    if article is None:
        return
    assert article.text == "\n\n".join(article.text[start:end] for start, end in article.paragraphs)
    assert not UNCLEAN.search(article.text)

    accounted = letters(article.text + " ".join(article.apparatus["text"]) + " ".join(article.cleaning["before"]))
    assert not letters(source.decode("utf-8", "replace")) - accounted

    again = read_bytes(article.text.encode("utf-8"), ".txt")
    assert (again.text, again.paragraphs) == (article.text, article.paragraphs)
    assert again.apparatus.empty
