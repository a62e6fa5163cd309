"""Whose marker it is, where quotation and report alone do not tell."""

from types import SimpleNamespace

import pytest

from stancebook import annotations, stance

language = pytest.importorskip("stancebook.language")


def voice_of(marker: str, *paragraphs: str) -> str:
    """The voice of the one kept marker with these words."""
    text, places = "\n\n".join(paragraphs), []
    for paragraph in paragraphs:
        places.append((text.index(paragraph), text.index(paragraph) + len(paragraph)))
    article = SimpleNamespace(name="test", text=text, paragraphs=tuple(places), date=None, author="")
    read = annotations.annotate(language.read(article))
    found = read.markers[read.markers["kept"] & read.markers["category"].isin(stance.CATEGORIES[:5])]
    found = found[found["text"] == marker]
    assert len(found) == 1, found
    return found["voice"].iat[0]


@pytest.mark.parametrize(
    ("text", "marker", "voice"),
    [
        # What the author puts in or remarks is his own, whoever is reported around it.
        ("The general said that he was, I suspect, very tired.", "suspect", "author"),
        ("The neighbours shouted that the mayor was a thief, which is an absurd thing to shout.", "absurd", "author"),
        ("The general said that the dam, which was built in haste, was dangerous.", "dangerous", "general"),
        # A question after a colon is asked in the asker’s own words.
        ("The barber asks every customer the same thing: are you leaving?", "you", "barber"),
        ("The barber asks every customer the same thing: are you leaving?", "?", "barber"),
        # The paper is no source of its own.
        ("This newspaper has long held that tolls are unjust.", "unjust", "author"),
        # One person is brought on, and then speaks.
        ("Rosa Testari, the harbour master, was blunt. “Perhaps it was a mistake.”", "Perhaps", "rosa-testari"),
        ("The drivers shrugged. “We told them so,” one of them said.", "We", "drivers"),
    ],
)
def test_the_voice_of_a_marker(text, marker, voice):
    assert voice_of(marker, text) == voice


def test_a_paragraph_that_is_a_quotation_goes_on_with_the_speaker_of_the_one_before():
    paragraphs = ("“Nobody asked,” said Rosa Testari.", "“Perhaps they did not dare.”")
    assert voice_of("Perhaps", *paragraphs) == "rosa-testari"
