from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancebook import language
from stancebook.language.names import names


def found(text):
    article = SimpleNamespace(name="made", text=text, paragraphs=((0, len(text)),))
    return names(language.read(article).words, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday Chanda Mwansa left.", ["Chanda Mwansa"]),
        ("The Eastern Policy Institute closed.", ["Eastern Policy Institute"]),
        ("The Ministry of Defence and the Ministry of Finance agreed.", ["Ministry of Defence", "Ministry of Finance"]),
        ("It was the Ministry of Defence of Zambia.", ["Ministry of Defence", "Zambia"]),
        ("They asked the Foreign Ministry and Boateng.", ["Foreign Ministry", "Boateng"]),
        ("The Copperbelt Union and the EU agreed.", ["Copperbelt Union", "EU"]),
        ("We met Foreign Minister Chanda Mwansa.", ["Chanda Mwansa"]),
        ("We met Prime Minister Mwansa and Gen. Phiri.", ["Mwansa", "Phiri"]),
        ("The Foreign Minister asked the Prime Minister.", []),
        ("They saw Haider al-Testi leave.", ["Haider al-Testi"]),
        ("Everyone knew Ludwig van Testen.", ["Ludwig van Testen"]),
        ("Jan Testovic met us in Jan. 2020.", ["Jan Testovic"]),
        ("On Monday, in March, Mwansa’s men left.", ["Mwansa"]),
        ("On Friday Mwansa left.", ["Mwansa"]),
        ("West of Lundazi the road ends.", ["Lundazi"]),
        ("It cost US$5 billion.", []),
        ("GENERALS MEET BEHIND CLOSED DOORS", []),
        ("Several Mwansa allies left.", ["Mwansa"]),
        ("Diplomats hope. Critics doubt. Sanctions bite. Nobody knows. War came. Peace did not.", []),
        ("“Talks failed,” he said. “Troops left.”", []),
        ("However, nothing moved. Meanwhile, winter came. Still, they waited. Instead, it rained.", []),
        ("nobody here has a name.", []),
        ("", []),
    ],
)
def test_names_and_nothing_but_names(text, expected):
    assert found(text)["text"].tolist() == expected


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They asked President Mwansa.", "Mwansa", "PER"),
        ("Back home, Mwansa said little.", "Mwansa", "PER"),
        ("They joined the Copperbelt Chamber of Commerce.", "Copperbelt Chamber of Commerce", "ORG"),
        ("They read the Lundazi Herald.", "Lundazi Herald", "ORG"),
        ("They crossed the Luangwa River.", "Luangwa River", "LOC"),
        ("They signed the Lundazi Accords.", "Lundazi Accords", "MISC"),
        ("They live in Lundazi.", "Lundazi", "LOC"),
    ],
)
def test_the_words_in_and_before_a_name_tell_its_type(text, name, kind):
    rows = found(text).set_index("text")
    assert rows.at[name, "type"] == kind and 0 < rows.at[name, "confidence"] < 1


@pytest.mark.parametrize("word", ["January", "March", "May", "August", "Sept.", "Monday", "Sunday", "Christmas"])
@pytest.mark.parametrize(
    "frame", ["{} was cold.", "They met on {}, as ever.", "By last {} it was over.", "{}’s talks failed."]
)
def test_months_and_days_are_never_names(word, frame):
    assert found(frame.format(word)).empty


PIECES = st.one_of(
    st.text(max_size=15),
    st.sampled_from(
        ["Mwansa", "of", "the", "Ministry", "al-Testi", "President", "and", "May", "US$5", "(EPI)", ".", "’s", "NATO"]
    ),
)
TEXTS = st.lists(PIECES, max_size=12).map(" ".join).map(lambda text: " ".join(text.split()))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_whatever_the_text_names_are_spans_in_order_that_begin_and_end_with_a_word(text):
    rows = found(text)
    assert all(text[row.start : row.end] == row.text for row in rows.itertuples())
    assert (rows["end"].to_numpy()[:-1] <= rows["start"].to_numpy()[1:]).all()
    assert rows["confidence"].between(0, 1).all() and set(rows["type"]) <= {"PER", "ORG", "LOC", "MISC"}
