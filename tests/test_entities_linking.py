"""Names that the knowledge base has never heard of: where they stand, and whom a shorter or other form of them means."""

import pytest
from test_entities import mentions, triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday Chanda Mwansa left.", ["Chanda Mwansa"]),
        ("The Eastern Policy Institute closed.", ["Eastern Policy Institute"]),
        ("The Ministry of Defence and the Ministry of Finance agreed.", ["Ministry of Defence", "Ministry of Finance"]),
        ("We met Foreign Minister Chanda Mwansa.", ["Chanda Mwansa"]),
        ("We met Prime Minister Mwansa and Gen. Phiri.", ["Mwansa", "Phiri"]),
        ("The Foreign Minister asked the Prime Minister.", []),
        ("They saw Haider al-Testi leave.", ["Haider al-Testi"]),
        ("Everyone knew Ludwig van Testen.", ["Ludwig van Testen"]),
        ("Jan Testovic met us in Jan. 2020.", ["Jan Testovic"]),
        ("On Monday, in March, Mwansa’s men left.", ["Mwansa"]),
        ("West of Lundazi the road ends.", ["Lundazi"]),
        ("Diplomats hope. Critics doubt. Sanctions bite. Nobody knows. War came. Peace did not.", []),
        ("However, nothing moved. Meanwhile, winter came. Still, they waited. Instead, it rained.", []),
        # Longer names that hold a known one, and neighbours that are two names
        ("The Social Democratic Party of Zambia met.", ["Social Democratic Party of Zambia"]),
        ("They left South Australia and Western Ukraine.", ["South Australia", "Ukraine"]),
        ("Russia’s Foreign Intelligence Directorate replied.", ["Russia", "Foreign Intelligence Directorate"]),
        ("A Belarus-Ukraine border is long.", ["Belarus", "Ukraine"]),
        ("Donald John Trump spoke.", ["Donald John Trump"]),
    ],
)
def test_where_names_begin_and_end(text, expected):
    assert mentions(text)["text"].tolist() == expected


@pytest.mark.parametrize("word", ["January", "March", "May", "August", "Sept.", "Monday", "Sunday", "Christmas"])
@pytest.mark.parametrize("frame", ["{} was cold.", "They met on {}, as ever.", "By last {} it was over."])
def test_months_and_days_are_never_names(word, frame):
    assert mentions(frame.format(word)).empty


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        # Family name first
        ("Zhou Weimin spoke. Zhou smiled.", ["zhou-weimin"] * 2),
        ("President Moon Tae-min met Kim Jong-un. Moon laughed, Kim did not.", ["moon-tae-min", "kim-jong-un"] * 2),
        ("Tran Duc Thang spoke. Thang smiled.", ["tran-duc-thang"] * 2),
        # Particles and articles
        ("Hamad bin Testi al-Qasimi spoke. Later bin Testi left, and al-Qasimi was silent. Qasimi went home.", ["hamad-bin-testi-al-qasimi"] * 4),
        ("Ludwig van Testen spoke. Van Testen left. Testen's men followed.", ["ludwig-van-testen"] * 3),
        # Hyphens, apostrophes, accents, possessives
        ("Maria Garcia-Lopez spoke. Garcia-Lopez’s party won.", ["maria-garcia-lopez"] * 2),
        ("Jean-Luc Testard and Testard's party won.", ["jean-luc-testard"] * 2),
        ("Sean O'Testor spoke. Then O’Testor left.", ["sean-otestor"] * 2),
        ("Zoë Ångström-Çelik spoke.", ["zoe-angstrom-celik"]),
        # One spelling or another
        ("Mykhail Testenko spoke. Later Mikhail Testenko left and Testenka returned.", ["mykhail-testenko"] * 3),
        ("Lukashenka met Lukashenko.", ["alexander-lukashenko"] * 2),
        ("They left Kiev. They left Kyiv.", ["ukraine"] * 2),
        # A single name stays one
        ("Pelotino spoke in Santos. Then Pelotino left.", ["pelotino", "santos", "pelotino"]),
        # Two who share a surname, of whom the first is named by the given name alone
        ("Barack and Michelle Obama arrived.", ["barack-obama", "michelle-obama"]),
        # Bodies
        ("The Copperbelt Chamber of Commerce met. The Copperbelt Chamber paid.", ["copperbelt-chamber-of-commerce"] * 2),
        ("The Bank of Ghana raised a rate. The Bank said why.", ["bank-of-ghana"] * 2),
        ("The European Commission fined two banks. The Commission said why.", ["european-commission"] * 2),
        ("The Ministry of Finance paid. The ministry said so.", ["ministry-of-finance"] * 2),
    ],
)  # fmt: skip
def test_a_shorter_or_other_form_means_who_was_named_in_full(text, entities):
    assert mentions(text)["entity"].tolist() == entities


@pytest.mark.parametrize(
    "text",
    [
        # Two banks, a bank far from its name, a bank that is another
        "The Bank of Ghana met the Bank of Zambia. The bank paid.",
        "The bank was old. The Bank of Ghana is not.",
        "The Bank of Ghana rose. The Bank Street office fell.",
        "The Bank of Ghana rose. The bank of the river is steep.",
    ],
)
def test_a_bank_that_may_be_any_is_none(text):
    assert "role" not in set(mentions(text)["naming"])
    assert not mentions(text)["text"].str.fullmatch("[Bb]ank").any()


def test_a_noun_in_small_letters_stands_for_a_body_only_near_its_name():
    near = mentions("The Bank of Ghana paid.", "The bank said so.")
    assert near["naming"].tolist() == ["name", "role"]
    assert len(mentions("The Bank of Ghana paid.", "It rained.", "The bank said so.")) < 3


def test_a_family_is_counted_for_none_of_its_members():
    rows = mentions("Kwame Boateng and his wife, Ama Boateng, arrived. The Boatengs smiled.")
    family = rows[rows["text"] == "Boatengs"].iloc[0]
    assert family["entity"] not in {"kwame-boateng", "ama-boateng"} and "family" in family["reason"]


def test_every_mention_says_why():
    rows = mentions(
        "Kwame Boateng of the Eastern Policy Institute (EPI) met Lukashenko in Minsk.",
        "Boateng left. The EPI closed. Kaczyński came.",
    ).set_index("text")["reason"]
    assert rows["Lukashenko"].endswith("of aliases.csv") and "line " in rows["Minsk"]
    assert rows["Boateng"] == "the full name “Kwame Boateng” in paragraph 1"
    assert rows["EPI"].iloc[-1] == "explained in paragraph 1: “Eastern Policy Institute”"
    assert "read as a person" in rows["Kwame Boateng"]
    assert "may be" in rows["Kaczyński"] and " or " in rows["Kaczyński"]


def test_the_line_in_a_reason_is_the_line_in_the_file():
    from stancebook.paths import KNOWLEDGE

    reason = mentions("They left Minsk.")["reason"].iloc[0]
    number = int(reason.split("line ")[1].split(" ")[0])
    assert (KNOWLEDGE / "aliases.csv").read_text(encoding="utf8").splitlines()[number - 1].startswith("Minsk,belarus")


def test_a_place_of_which_the_reader_is_sure_is_nobodys_surname():
    rows = triples("Kwame Boateng spoke. They live in Boateng.")
    assert rows[0] == ("Kwame Boateng", "kwame-boateng", "name")


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Kwame Boateng met Mary Boateng. Mrs Boateng smiled. Mr. Boateng left.", ["kwame-boateng", "mary-boateng", "mary-boateng", "kwame-boateng"]),
        ("Mr. Boateng came with Mrs. Boateng.", ["mr-boateng", "mrs-boateng"]),
        ("Mr. Boateng came with Mrs. Boateng. Then Boateng left.", ["mr-boateng", "mrs-boateng", "boateng-ambiguous"]),
        # The surname after one is named, before the other is
        ("John Kerrigan spoke. Kerrigan left.", ["john-kerrigan"] * 2),
        ("Joshua Abraham Testov spoke. Joshua Testov left. Testov is no more.", ["joshua-abraham-testov"] * 3),
    ],
)  # fmt: skip
def test_people_who_share_a_surname_stay_apart(text, entities):
    assert mentions(text)["entity"].tolist() == entities
