"""Interviews and transcripts, from the file to whose words they are."""

import pytest

from stancebook import entities, knowledge, language, voices
from stancebook.articles import read
from stancebook.articles.turns import label_of

QUESTIONS = """"The dam was never finished": an interview with Marta Velikova

By Jonas Aldermeer
11 March 2024

Marta Velikova left the water authority in January, and we met her in a café.

Q: You resigned in January. Why?

A: Because I was asked to sign a report. I think that it is wrong.

Some of it may be right, though.

Q: The ministry says that the dam is needed.

A: Perhaps it is. Mr Petrescu called me "a friend of the pelicans" in parliament.

Q: Will you go back?

A: No. I cannot, unless they publish the report that I wrote.
"""


def article(tmp_path, text, name="interview.txt", **given):
    path = tmp_path / name
    path.write_text(text, encoding="utf8")
    return read(path, **given)


def said(article):
    """The voices with their number of words."""
    reading = language.read(article)
    statements = voices.statements(reading, entities.mentions(reading, knowledge.load()))
    return voices.shares(reading, statements).set_index("source")["words"].to_dict(), statements


@pytest.mark.parametrize(
    ("paragraph", "label"),
    [
        ("Q: Why?", "Q"),
        ("A. Because.", "A"),
        ("Jane Doe: It rained.", "Jane Doe"),
        ("VELIKOVA: It rained.", "VELIKOVA"),
        ("Ursula von Halm: It rained.", "Ursula von Halm"),
        ("The reason: it rained.", ""),
        ("Mr. Brandt went home.", ""),
        ("It rained: everybody was wet.", ""),
        ("Q:", ""),
    ],
)
def test_the_label_of_a_speaker(paragraph, label):
    assert label_of(paragraph) == label


def test_an_interviews_labels_are_set_apart_and_whoever_answers_speaks(tmp_path):
    found = article(tmp_path, QUESTIONS)
    assert (found.author, str(found.date)) == ("Jonas Aldermeer", "2024-03-11")
    assert found.speakers == ("", "", "A", "A", "", "A", "", "A")
    assert "Q:" not in found.text and found.apparatus["kind"].tolist().count("speaker") == 6
    words, statements = said(found)
    assert words["Marta Velikova"] > words[""]
    assert "a friend of the pelicans" not in statements.loc[statements["source_name"] == "", "content"].tolist()
    assert statements.loc[statements["content"].str.startswith("Some of it"), "source_name"].tolist() == ["Marta Velikova"]


def test_names_as_labels_and_the_one_who_asks_is_the_author(tmp_path):
    talk = "\n\n".join(
        f"**Ines Halloran:** Would the {thing} have changed anything?\n\n**VELIKOVA:** The {thing} would have saved the river."
        for thing in ("law", "treaty", "dam")
    )
    found = article(tmp_path, f"Ines Halloran spoke to Marta Velikova about the river.\n\n{talk}", "talk.md")
    assert set(found.speakers) == {"", "VELIKOVA"}
    words, _ = said(found)
    assert words["Marta Velikova"] == 3 * 7


def test_question_and_answer_line_under_line(tmp_path):
    talk = "Marta Velikova left the water authority in January.\n\n" + QUESTIONS.split("café.\n\n")[1].replace("?\n\nA", "?\nA")
    assert article(tmp_path, talk.replace(".\n\nA:", ".\nA:")).speakers == ("", "", "A", "A", "", "A", "", "A")


def test_of_a_debate_without_an_interviewer_each_side_speaks(tmp_path):
    debate = "\n\n".join(f"BRANDT: The {one} is a loss.\n\nOSEI: The {one} is a gain." for one in ("loan", "tax", "fund"))
    found = article(tmp_path, debate)
    assert set(found.speakers) == {"BRANDT", "OSEI"}
    assert set(said(found)[0]) == {"Brandt", "Osei"}


def test_two_speakers_alone_make_no_interview_of_an_essay(tmp_path):
    essay = (
        "Hungary: the fence stands there since the year of the great crossing.\n\n"
        "Poland: the fence is new, and it was built in half a year.\n\n"
        "Note: the figures are those of the two governments, and they may be wrong.\n\n"
        "The first answer has the merit of simplicity, and it has a price."
    )
    found = article(tmp_path, essay)
    assert found.speakers == () and "Hungary:" in found.text
