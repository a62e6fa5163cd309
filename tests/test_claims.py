import datetime
import math

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stancebook import claims, entities, evidence, knowledge, language, opening, stance, voices
from stancebook.articles import Article
from stancebook.claims.numerals import numerals
from stancebook.findings import contested, further

TODAY = datetime.date(2022, 2, 14)  # a Monday
NAN = math.nan


def article(*paragraphs: str, date: datetime.date | None = TODAY) -> Article:
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append((start, start + len(paragraph)))
        start += len(paragraph) + 2
    nothing = pd.DataFrame()
    return Article("test", "", "", "", "", date, "\n\n".join(paragraphs), tuple(spans), nothing, nothing, {})


def found(*paragraphs: str, kind: str, date: datetime.date | None = TODAY) -> pd.DataFrame:
    reading = language.read(article(*paragraphs, date=date))
    table = claims.claims(reading, markers=stance.markers(reading))
    return table[table["kind"] == kind].reset_index(drop=True)


def statements(text: str, *voices: tuple[str, str, str]) -> pd.DataFrame:
    """Statements by hand: for each, the source’s name, the cue and the content, all as they stand in ``text``."""
    rows = []
    for number, (name, cue, content) in enumerate(voices):
        start = text.index(content)
        rows.append(
            {
                "statement": number,
                "source_name": name,
                "source": name,
                "source_entity": name.lower(),
                **dict.fromkeys(("source_start", "source_end", "cue_start", "cue_end"), -1),
                "cue": cue,
                "kind": "indirect",
                "content_start": start,
                "content_end": start + len(content),
            }  # fmt: skip
        )
    return pd.DataFrame(rows)


def spoken(text: str, *voices: tuple[str, str, str]) -> pd.DataFrame:
    reading = language.read(article(text))
    return claims.claims(reading, statements(text, *voices), stance.markers(reading))


FIGURES = [
    ("The alliance counted 30,000 Russian troops.", (30000, NAN, "", "Russian troops", "")),
    ("The alliance counted thirty thousand soldiers.", (30000, NAN, "", "soldiers", "")),
    ("Some 10,000 to 12,000 men crossed the river.", (10000, 12000, "", "men", "about")),
    ("Between 200 and 300 tanks stood there.", (200, 300, "", "tanks", "")),
    ("They bought 10-12 thousand tonnes of potash.", (10000, 12000, "tonne", "potash", "")),
    ("The bank lent 1.5 billion dollars to the ministry.", (1.5e9, NAN, "dollar", "dollars", "")),
    ("The bank lent $1.5bn in emergency aid.", (1.5e9, NAN, "dollar", "emergency aid", "")),
    ("The ministry owes €3m.", (3e6, NAN, "euro", "", "")),
    ("The loan of $10 to $12 billion fell due.", (10e9, 12e9, "dollar", "", "")),
    ("Prices rose by 5 percent.", (5, NAN, "percent", "", "")),
    ("Only 5.5% of voters stayed at home.", (5.5, NAN, "percent", "voters", "")),
    ("Hundreds of people marched.", (200, NAN, "", "people", "at least")),
    ("Tens of thousands of migrants came.", (20000, NAN, "", "migrants", "at least")),
    ("Several hundred miners went home.", (300, NAN, "", "miners", "at least")),
    ("A third of the soldiers left.", (1 / 3, NAN, "share", "soldiers", "")),
    ("Two-thirds of the deputies agreed.", (2 / 3, NAN, "share", "deputies", "")),
    ("One in five voters refused.", (0.2, NAN, "share", "voters", "")),
    ("Half a million refugees arrived.", (500000, NAN, "", "refugees", "")),
    ("Two and a half million barrels went missing.", (2.5e6, NAN, "barrel", "barrels", "")),
    ("More than 40 villages burned.", (40, NAN, "", "villages", "at least")),
    ("No fewer than 40 villages burned.", (40, NAN, "", "villages", "at least")),
    ("No more than 40 villages burned.", (40, NAN, "", "villages", "up to")),
    ("Up to 5,000 guards may be there.", (5000, NAN, "", "guards", "up to")),
    ("Nearly 5,000 guards are there.", (5000, NAN, "", "guards", "about")),
    ("A hundred or so guards are there.", (100, NAN, "", "guards", "about")),
    ("The minister spoke about 30 tanks.", (30, NAN, "", "tanks", "")),
    ("The base lies 30 kilometres from the border.", (30, NAN, "kilometre", "kilometres", "")),
    ("The fire burned 12 square miles.", (12, NAN, "square mile", "square miles", "")),
    ("A 30,000-strong force stands there.", (30000, NAN, "", "force", "")),
    ("A 19-year-old driver waved.", (19, NAN, "year", "age", "")),
    ("My son is 19.", (19, NAN, "year", "age", "")),
    ("Vira Moroz, 71, waved.", (71, NAN, "year", "age", "")),
    ("It fell by 3 to 4 percentage points.", (3, 4, "percentage point", "", "")),
    ("He was booked on three counts of fraud.", (3, NAN, "", "counts", "")),
    ("He ruled for twenty-seven years.", (27, NAN, "year", "years", "")),
    ("It was outlived by more than a quarter of a century.", (0.25, NAN, "century", "century", "at least")),
    ("They sent 1,700 more soldiers.", (1700, NAN, "", "more soldiers", "")),
    ("About 2000 troops crossed the river.", (2000, NAN, "", "troops", "about")),
    ("The tank is half full.", (0.5, NAN, "share", "tank", "")),
    ("Inflation reached 9 percent in March.", (9, NAN, "percent", "Inflation", "")),
    ("The council lowered the fine to 40 dollars.", (40, NAN, "dollar", "fine", "")),
    ("The number of prisoners fell to 300.", (300, NAN, "", "prisoners", "")),
    ("The old station runs at 150 megawatts.", (150, NAN, "megawatt", "old station", "")),
    ("The rate rose by half a percentage point.", (0.5, NAN, "percentage point", "", "")),
    ("Every third train ran late.", (1 / 3, NAN, "share", "train", "")),
    ("The drought affects one in every ten people.", (0.1, NAN, "share", "people", "")),
    ("One train in three ran late.", (1 / 3, NAN, "share", "", "")),
    ("Between a third and a half of the harvest was lost.", (1 / 3, 0.5, "share", "harvest", "")),
    ("A quarter of a million people marched.", (250000, NAN, "", "people", "")),
    ("The alliance counted 30,000 soldiers in Belarus.", (30000, NAN, "", "soldiers in Belarus", "")),
    ("Last week two storms came.", (2, NAN, "", "storms", "")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FIGURES, ids=[text for text, _ in FIGURES])
def test_a_figure_has_its_value_its_unit_and_what_it_counts(text, expected):
    table = found(text, kind="figure")
    assert len(table) == 1, table["text"].tolist()
    row = table.iloc[0]
    value, high, unit, counted, approximation = expected
    assert row["value"] == pytest.approx(value)
    assert row["value_high"] == pytest.approx(high, nan_ok=True)
    assert (row["unit"], row["counted"], row["approximation"]) == (unit, counted, approximation)


@pytest.mark.parametrize(
    "text",
    [
        "The war began in 2014.",
        "Su-35 fighters and S-400 batteries are there.",
        "See page 12 and Article 5 of the treaty.",
        "1. The first point is plain.",
        "The drill is called Union Resolve 2022.",
        "The number six was late.",
        "One must ask why no one came, and the one neighbour wavered.",
        "They met two years ago, at 10:30, on the twenty-first of June.",
        "The Group of Seven met the Three Sisters.",
        "The second man came third on 9/11.",
        "They won by 50-47, as it says in 1) and 2) here.",
        "It was a two-faced answer by the 76th division.",
    ],
)
def test_years_labels_names_ordinals_and_pronouns_are_no_figures(text):
    assert found(text, kind="figure")["text"].tolist() == []


@pytest.mark.parametrize(
    ("text", "units", "things"),
    [
        ("Support fell from 40 percent to 32.", ["percent", "percent"], ["Support", "Support"]),
        ("Growth slowed to 3.5 percent, down from 6.", ["percent", "percent"], ["", ""]),
        ("They work thirty-five hours instead of thirty-eight.", ["hour", "hour"], ["hours", "hours"]),
        ("Support fell by 8 points to 32 percent.", ["percentage point", "percent"], ["", "Support"]),
        ("The house has 110 seats, and the party won 61 of them.", ["", ""], ["seats", "seats"]),
        ("They fired 12 missiles at 4 cities.", ["", ""], ["missiles", "cities"]),
    ],
)
def test_a_bare_figure_has_the_unit_of_what_it_is_set_against(text, units, things):
    table = found(text, kind="figure")
    assert (table["unit"].tolist(), table["counted"].tolist()) == (units, things)


def test_a_figure_without_a_noun_takes_that_of_the_figure_before_it():
    table = found("They spoke of 30,000 Russian troops. Others say that 10,000 is closer.", kind="figure")
    assert table["counted"].tolist() == ["Russian troops", "Russian troops"]
    assert table["same_as"].tolist() == [-1, table["start"].iloc[0]]


def test_a_share_of_this_is_reckoned_from_the_figure_before_it():
    table = found("The alliance expected thirty thousand; others suggest a third of this.", kind="figure")
    assert table["value"].tolist() == pytest.approx([30000, 10000])


DATES = [
    ("The drills run from February 10–20.", "2022-02-10/2022-02-20", "interval"),
    ("The drills run between 10 and 20 February.", "2022-02-10/2022-02-20", "interval"),
    ("The drills ran from Feb. 10 to March 2, 2021.", "2021-02-10/2021-03-02", "interval"),
    ("He ruled from 2014 to 2018.", "2014/2018", "interval"),
    ("Prices fell last August.", "2021-08", "month"),
    ("They will vote next August.", "2022-08", "month"),
    ("He spoke on 3 February.", "2022-02-03", "day"),
    ("He spoke on Aug. 9, 2020.", "2020-08-09", "day"),
    ("They will vote on 27 February.", "2022-02-27", "day"),
    ("He announced it in December.", "2021-12", "month"),
    ("The war began in 2014.", "2014", "year"),
    ("Talks resume next week.", "2022-W08", "week"),
    ("It ended two years ago.", "2020", "year"),
    ("It ended three weeks ago.", "2022-W04", "week"),
    ("It ended ten days ago.", "2022-02-04", "day"),
    ("They came yesterday.", "2022-02-13", "day"),
    ("They met on Thursday.", "2022-02-10", "day"),
    ("They will meet on Friday.", "2022-02-18", "day"),
    ("It rained last autumn.", "2021-09/2021-11", "season"),
    ("It snows this winter.", "2021-12/2022-02", "season"),
    ("It was so in the 1990s.", "1990/1999", "decade"),
    ("It was so in the 19th century.", "1801/1900", "century"),
    ("Growth slowed in the first quarter of 2021.", "2021-01/2021-03", "quarter"),
    ("Revenue fell in fiscal 2021.", "FY2021", "fiscal year"),
    ("Revenue fell in the 2020/21 financial year.", "FY2020/2021", "fiscal year"),
    ("They fought over the past two years.", "2020-02-14/2022-02-14", "interval"),
    ("They spoke over the weekend.", "2022-02-12/2022-02-13", "interval"),
    ("They ruled there [2009-2013] alone.", "2009/2013", "interval"),
    ("They fought in recent months.", "", "month"),
    ("A year ago this week the dam broke.", "2021-W07", "week"),
    ("Two years ago today the dam broke.", "2020-02-14", "day"),
    ("It will be over before the week is out.", "2022-W07", "week"),
    ("They will come back in the autumn.", "2022-09/2022-11", "season"),
    ("The dam may break in spring.", "", "season"),
    ("The strike is to last until Friday evening.", "2022-02-18", "day"),
    ("They should be named before Friday.", "2022-02-18", "day"),
    ("Since October I have slept badly.", "2021-10", "month"),
    ("The bus leaves at seven.", "T07:00", "time"),
    ("The bus leaves at 7.30 p.m.", "T19:30", "time"),
    ("It was signed on 03/04/2021.", "", "day"),
    ("It was signed on 25/12/2021.", "2021-12-25", "day"),
]


@pytest.mark.parametrize(("text", "value", "unit"), DATES, ids=[text for text, _, _ in DATES])
def test_a_date_is_resolved_against_the_date_of_the_article(text, value, unit):
    table = found(text, kind="date")
    assert list(zip(table["value"], table["unit"])) == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He spoke on 3 February.", "XXXX-02-03"),
        ("He announced it in December.", "XXXX-12"),
        ("Talks resume next week.", ""),
        ("It ended two years ago.", ""),
        ("The war began in 2014.", "2014"),
    ],
)
def test_without_the_article_s_date_what_hangs_on_it_is_left_open(text, value):
    assert found(text, kind="date", date=None)["value"].tolist() == [value]


def test_that_autumn_and_two_days_later_are_reckoned_from_the_date_before():
    table = found("They fled in August 2020 and came that autumn.", kind="date")
    assert table["value"].tolist() == ["2020-08", "2020-09/2020-11"]
    table = found("They voted on Aug. 9, 2020. Two days later they fled.", kind="date")
    assert table["value"].tolist() == ["2020-08-09", "2020-08-11"]


@pytest.mark.parametrize(
    "text", ["It may rain.", "They march on.", "Theresa May left.", "On Feb. 30 nothing.", "A second man came third."]
)
def test_modals_names_and_impossible_days_are_no_dates(text):
    assert found(text, kind="date")["text"].tolist() == []


SCENARIOS = [
    ("If war breaks out, Minsk will pay.", "If war breaks out", "Minsk will pay", "certain", "positive"),
    ("Minsk will pay if war breaks out.", "if war breaks out", "Minsk will pay", "certain", "positive"),
    ("Minsk, if attacked, would fight.", "if attacked", "Minsk, if attacked, would fight", "probable", "positive"),
    ("They will not stop unless we shout.", "unless we shout", "They will not stop", "certain", "negative"),
    ("Should it rain, he may yet stay.", "Should it rain", "he may yet stay", "possible", "positive"),
    ("In the event of war, prices would rise.", "In the event of war", "prices would rise", "probable", "positive"),
    ("In a state of strain, and in case of a row, he could win.", "in case of a row", "he could win", "possible",
     "positive"),
    ("In a situation of strain, he could win.", "In a situation of strain", "he could win", "possible", "positive"),
    ("A truce would end the siege.", "A truce", "would end the siege", "probable", "positive"),
    ("Closing the port would cost them dear.", "Closing the port", "would cost them dear", "probable", "positive"),
    ("To send conscripts would be folly.", "To send conscripts", "would be folly", "probable", "positive"),
    ("If it came to war, it’s highly unlikely the army would fight.", "If it came to war",
     "it’s highly unlikely the army would fight", "probable", "negative"),
    ("There’s no way he would send his troops.", "", "There’s no way he would send his troops", "certain", "negative"),
    ("They will leave in March.", "", "They will leave in March", "certain", "positive"),
    ("Perhaps they will leave in March.", "", "Perhaps they will leave in March", "possible", "positive"),
    ("The drills are due to end in March.", "", "The drills are due to end in March", "probable", "positive"),
    ("Will they leave?", "", "Will they leave", "unknown", "positive"),
    ("She promised to leave if he won.", "if he won", "She promised to leave", "certain", "positive"),
    ("He said that if they stopped, we would too.", "if they stopped", "we would too", "certain", "positive"),
    ("She asked me if he would stay.", "", "he would stay", "unknown", "positive"),
    ("Provided that the rain stops, they will leave.", "Provided that the rain stops", "they will leave", "certain",
     "positive"),
    ("The talks are to end in March.", "", "The talks are to end in March", "certain", "positive"),
    ("They might begin with the roof.", "", "They might begin with the roof", "possible", "positive"),
    ("She paid for a roof that will leak.", "", "that will leak", "certain", "positive"),
    ("They will drill provided the insurers stay calm.", "provided the insurers stay calm", "They will drill", "certain",
     "positive"),
    ("Without imports, homes are bound to go dark.", "Without imports", "homes are bound to go dark", "certain", "positive"),
    ("It could not hold the forest without outside help.", "without outside help", "It could not hold the forest",
     "certain", "negative"),
    ("Barring a miracle, the mine will close.", "Barring a miracle", "the mine will close", "certain", "positive"),
    ("In the absence of rain, the harvest will fail.", "In the absence of rain", "the harvest will fail", "certain",
     "positive"),
    ("If not, the harvest will fail.", "If not", "the harvest will fail", "certain", "positive"),
    ("Had they built in 2019, when the lake was low, we might have power.", "Had they built in 2019, when the lake was low",
     "we might have power", "possible", "positive"),
    ("Close the school and the village will die.", "Close the school", "the village will die", "certain", "positive"),
    ("It would be absurd to pretend that we won.", "to pretend that we won", "It would be absurd", "probable", "positive"),
    ("Malawi stands to suffer.", "", "Malawi stands to suffer", "probable", "positive"),
    ("The price looks set to rise.", "", "The price looks set to rise", "certain", "positive"),
    ("War is highly unlikely.", "", "War is highly unlikely", "probable", "negative"),
    ("A compromise is still possible.", "", "A compromise is still possible", "possible", "positive"),
    ("Europe may have to decide.", "", "Europe may have to decide", "possible", "positive"),
    ("The lake may be empty by November.", "", "The lake may be empty by November", "possible", "positive"),
    ("There is a danger that the bank fails.", "", "There is a danger that the bank fails", "possible", "positive"),
    ("They are going to leave, as long as the rain stops.", "as long as the rain stops", "They are going to leave",
     "certain", "positive"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "condition", "consequence", "degree", "polarity"), SCENARIOS, ids=[row[0] for row in SCENARIOS]
)
def test_a_scenario_has_its_condition_its_consequence_and_how_certain_it_is(
    text, condition, consequence, degree, polarity
):
    table = found(text, kind="scenario")
    assert len(table) == 1, table["text"].tolist()
    row = table.iloc[0]
    assert text[max(row["condition_start"], 0) : max(row["condition_end"], 0)] == condition
    assert text[row["consequence_start"] : row["consequence_end"]] == consequence
    assert (row["certainty"], row["polarity"]) == (degree, polarity)


@pytest.mark.parametrize(
    "text",
    [
        "If he was tired, he did not show it.",
        "If you want to help, do not write to the council.",
        "No troops should be sent as long as the text is respected.",
        "The bridge may have been mined.",
        "He left without a word.",
        "The army had provided tanks for the march.",
        "They asked if the road was open.",
        "It looks as if nobody came.",
        "He left a will, free of debt.",
        "We could see the hills.",
        "It was more than you would think.",
        "He would have liked it.",
        "As long as three years passed.",
        "The aim is to win.",
        "Nobody is to blame.",
        "He may know the road.",
        "He stormed the hill but could not hold it.",
    ],
)
def test_what_is_past_or_asked_or_able_is_no_scenario(text):
    assert found(text, kind="scenario")["text"].tolist() == []


def test_two_alternatives_are_two_scenarios():
    table = found("Either this is a bluff or it is not a bluff.", kind="scenario")
    assert table["unit"].tolist() == ["alternative"] * 2
    assert list(zip(table["certainty"], table["polarity"])) == [("possible", "positive"), ("possible", "negative")]


def test_what_is_supposed_has_its_consequence_in_the_next_sentence():
    text = "Suppose that they stepped back. Who would see it?"
    row = found(text, kind="scenario").iloc[0]
    assert text[row["condition_start"] : row["condition_end"]] == "Suppose that they stepped back"
    assert text[row["consequence_start"] : row["consequence_end"]] == "Who would see it"


def test_certainty_is_that_of_the_source_by_its_verb():
    text = "Kyiv denied that 300 tanks had crossed."
    row = spoken(text, ("Kyiv", "denied", "300 tanks had crossed")).iloc[0]
    assert (row["voice"], row["source"], row["certainty"], row["polarity"]) == (
        "kyiv",
        "Kyiv",
        "certain",
        "negative",
    )


def test_a_hedge_of_the_author_does_not_weaken_what_the_source_says():
    text = "Perhaps Kyiv said that 300 tanks had crossed, and 20 ships."
    table = spoken(text, ("Kyiv", "said", "300 tanks had crossed"))
    assert dict(zip(table["text"], table["certainty"])) == {"300 tanks": "certain", "20 ships": "possible"}


def test_each_claim_has_the_voice_of_the_innermost_statement():
    text = "Kyiv said that Minsk counted 40 tanks and will fight, but 50 came."
    table = spoken(text, ("Kyiv", "said", "Minsk counted 40 tanks and will fight"), ("Minsk", "counted", "40 tanks"))
    voices = dict(zip(table["text"], table["voice"]))
    assert voices["40 tanks"] == "minsk" and voices["50"] == "author"
    assert table.loc[table["kind"] == "scenario", "voice"].tolist() == ["kyiv"]


DISPUTES = [
    ("Kyiv counts 30,000 Russian troops, while Minsk speaks of 10,000 soldiers.", True),
    ("Kyiv counts 30,000 Russian troops, while Minsk speaks of 10,000.", True),
    ("Kyiv counts 30,000 Russian troops, while Minsk speaks of 30,000 soldiers.", False),
    ("Kyiv counts at least 10,000 troops, while Minsk speaks of 30,000 soldiers.", False),
    ("Kyiv counts about 30,000 troops, while Minsk speaks of 32,000 soldiers.", False),
    ("Kyiv counts 30,000 Russian troops, while Minsk speaks of 10,000 Ukrainian soldiers.", False),
    ("Kyiv counts 30,000 troops, while Minsk speaks of 1,700 more soldiers.", False),
    ("Kyiv counts 30,000 troops, while Minsk speaks of 500 dead soldiers.", False),
    ("Kyiv counts 30 tanks, while Minsk speaks of 10 ships.", False),
    ("Kyiv counts 30 days, while Minsk speaks of 10 days.", False),
    ("Kyiv counts 90,000 troops near Ukraine, while Minsk speaks of 10,000 troops in Belarus.", False),
    ("Kyiv counts 30,000 troops in Belarus, while Minsk speaks of 10,000 troops.", True),
    ("Kyiv counts 5 percent of voters, while Minsk speaks of 3,000 voters.", False),
    ("Kyiv counts a rise of 5 percent, while Minsk speaks of 3 percentage points.", False),
    ("Kyiv counts 700 inspectors, while Minsk speaks of 1,600 inspectors in 2010.", False),
    ("Kyiv counts 700 inspectors now, while Minsk speaks of 1,600 inspectors in 2010.", False),
    ("Kyiv counts 700 nurses in 2010, while Minsk speaks of 1,600 nurses in 2010.", True),
    ("Kyiv counts 700 nurses last week, while Minsk speaks of 1,600 nurses.", True),
    ("Kyiv counts 20 shillings, while Minsk speaks of 5,000,000,000 shillings.", False),
    ("Kyiv counts 20 shillings of school fees, while Minsk speaks of 30 shillings of debt.", False),
    ("Kyiv counts 20 tanks, while Minsk speaks of 90,000 tanks.", False),
    ("Kyiv counts 400 children in Brod, while Minsk speaks of 90 children in Medyka.", False),
    ("Kyiv counts 400 street children, while Minsk speaks of 90 school children.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DISPUTES, ids=[row[0] for row in DISPUTES])
def test_figures_are_contested_where_voices_differ_on_the_same_thing(text, expected):
    first, second = text.split(", while ")
    given = spoken(
        text,
        ("Kyiv", "counts", first[len("Kyiv counts ") :]),
        ("Minsk", "speaks of", second[len("Minsk speaks of ") : -1]),
    )
    table = claims.contested(given, language.read(article(text)))
    assert (set(table["voice"]) == {"kyiv", "minsk"}) is expected
    assert set(table["group"]) == ({0} if expected else set())


def test_one_voice_alone_contests_nothing():
    text = "They counted 30 tanks. Later they counted 20 tanks."
    assert claims.contested(found(text, kind="figure"), language.read(article(text))).empty


VOICED = [
    (("The army says that 200 tanks are new.", "The union says that 50 tanks are broken."), False),
    (("The army says that the enemy lost 200 tanks.", "The union says that the army lost 50 tanks."), False),
    (("The army says that the enemy lost 200 tanks.", "The union says that the enemy lost 50 tanks."), True),
    (("The army says that 200 guards resigned.", "The union says that there are 900 guards."), False),
    (("The army says that 200 guards will come.", "The union says that 900 guards came."), False),
    (("The army says that 200 guards came.", "Will 900 guards come?"), False),
    (("The army says that 200 guards came.", "It rained.", "It snowed.", "The union says that there are 900 guards."), False),
    (("The army says that 200 guards came in Riga.", "It rained.", "The union says that in Riga 900 guards came."), True),
]  # fmt: skip


@pytest.mark.parametrize(("sentences", "expected"), VOICED, ids=[row[0][-1] for row in VOICED])
def test_figures_of_another_doing_time_or_place_are_no_dispute(sentences, expected):
    text = " ".join(sentences)
    voices = [
        (name, "says", next(one for one in sentences if one.startswith(f"The {name}")).split(" says that ")[1][:-1])
        for name in ("army", "union")
        if f"The {name} says" in text
    ]
    assert claims.contested(spoken(text, *voices), language.read(article(text))).empty is not expected


def test_a_share_of_a_number_is_worth_what_it_comes_to():
    table = found("The station runs at a quarter of its 1,080 megawatts.", kind="figure")
    assert table[["value", "unit"]].values.tolist() == [[270.0, "megawatt"], [1080.0, "megawatt"]]


def test_further_figures_for_a_contested_thing_stand_beside_the_dispute():
    text = (
        "The alliance said 30,000 troops were in Belarus. Minsk said 10,000 troops were in Belarus. "
        "Last year 2,000 troops were in Ukraine. The road is 12 miles long."
    )
    voices = [("alliance", "said", "30,000 troops were in Belarus"), ("Minsk", "said", "10,000 troops were in Belarus")]
    reading = language.read(article(text))
    table = claims.claims(reading, statements(text, *voices))
    disputes = claims.contested(table, reading)
    assert sorted(disputes["value"]) == [10000.0, 30000.0]
    assert claims.further(table, disputes)["value"].tolist() == [2000.0]
    shown = further.figures(table, disputes, reading.sentences)._repr_html_()
    assert "2,000" in shown and "<strong>" in shown and "were in Ukraine" in shown
    assert "Nothing is contested" in further.figures(table, disputes.iloc[:0], reading.sentences)._repr_html_()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Not 30,000 families but 10,000 families have moved.", [30000, 10000]),
        ("They sent 10,000 soldiers, not 30,000 soldiers.", [10000, 30000]),
        ("They sent 10,000 soldiers rather than 30,000 soldiers.", [10000, 30000]),
        ("They sent 10,000 soldiers but they had promised 30,000 soldiers.", []),
        ("They sent 10,000 soldiers and 30,000 soldiers.", []),
    ],
)
def test_one_voice_may_set_two_figures_against_each_other(text, expected):
    table = claims.contested(found(text, kind="figure"), language.read(article(text)))
    assert table["value"].tolist() == expected


def test_of_one_voice_what_it_denies_and_what_it_affirms_stand_apart():
    text = "Not 30,000 families but 10,000 families have moved."
    disputes = claims.contested(found(text, kind="figure"), language.read(article(text)))
    assert contested.dispute_finding(disputes) == "families: not 30,000 by the author, 10,000 by the author"
    assert contested.side_by_side(disputes)["label"].tolist() == ["the author denies", "the author"]
    assert len(contested.given(disputes[disputes["group"] == 0])) == 2


def test_what_agrees_with_every_other_figure_stands_outside_the_dispute():
    text = "Kyiv counts 30 tanks, Minsk 10 tanks, and Riga at least 5 tanks."
    table = spoken(text, ("Kyiv", "counts", "30 tanks"), ("Minsk", "", "10 tanks"), ("Riga", "", "at least 5 tanks"))
    assert claims.contested(table, language.read(article(text)))["voice"].tolist() == ["kyiv", "minsk"]


def test_the_grid_counts_every_claim_once():
    reading = language.read(article("They sent 30 tanks. Perhaps 20 ships came. They did not send 10 planes."))
    table = claims.claims(reading, markers=stance.markers(reading))
    grid = claims.grid(table)
    assert grid["count"].sum() == len(table)
    assert set(zip(grid["certainty"], grid["polarity"])) == {
        ("certain", "positive"), ("possible", "positive"), ("certain", "negative")
    }  # fmt: skip


WORDS = st.sampled_from(
    "if unless either or would will could not never 30,000 thirty thousand $1.5bn 5 % a third of troops Kyiv in 2014 "
    "Feb. 10 – 20 , . ; : — “ ” ( ) ? said that he they war last week two years ago should were had to suppose without "
    "between and more than at least up to hundreds S-400 31 February FY22 0000 9999 next the event of".split()
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from([TODAY, None, datetime.date(1, 1, 1), datetime.date(9999, 12, 31)]))
def test_the_invariants_hold_on_any_text(text, date):
    reading = language.read(article(text, date=date))
    table = claims.claims(reading, markers=stance.markers(reading))
    assert list(table.columns) == list(claims.COLUMNS)
    assert table["start"].is_monotonic_increasing
    assert all(text[row.start : row.end] == row.text and row.text for row in table.itertuples())
    assert set(table["certainty"]) <= set(claims.DEGREES) and set(table["polarity"]) <= set(claims.POLARITIES)
    assert (table["voice"] == claims.AUTHOR).all()
    inside = table.merge(reading.sentences[["sentence", "start", "end"]], on="sentence", suffixes=("", "_of_sentence"))
    assert ((inside["start"] >= inside["start_of_sentence"]) & (inside["start"] < inside["end_of_sentence"])).all()
    for name in ("condition", "consequence"):
        spans = table[table[f"{name}_start"] >= 0]
        assert ((spans[f"{name}_start"] >= spans["start"]) & (spans[f"{name}_end"] <= spans["end"])).all()
        assert (spans[f"{name}_start"] < spans[f"{name}_end"]).all()
    figures = table[table["kind"] == "figure"]
    assert all(math.isfinite(value) and value >= 0 for value in figures["value"])
    assert (figures["value_high"].isna() | (figures["value_high"] > figures["value"].astype(float))).all()
    assert claims.contested(table, reading).empty
    assert claims.grid(table)["count"].sum() == len(table)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_numerals_do_not_overlap_and_lie_within_the_text(text):
    end = 0
    for numeral in numerals(text):
        assert end <= numeral.start < numeral.end <= len(text)
        assert numeral.span_start <= numeral.start and numeral.end <= numeral.span_end
        end = numeral.end


def test_a_figure_is_shown_with_its_approximation_its_range_and_its_unit():
    table = found(
        "Some 10,000 to 12,000 men came. Prices rose by 5 percent. At least 30 tanks stood there for two centuries. "
        "A third of the crowd lent $1.5bn.",
        kind="figure",
    )
    shown = [contested.amount(row) for row in table.itertuples()]
    assert shown == ["about 10,000–12,000", "5%", "at least 30", "2 centuries", "0.333", "1,500,000,000 dollars"]


def test_the_answers_state_what_the_tables_hold():
    text = "Kyiv counts 30,000 Russian troops, while Minsk speaks of 10,000 soldiers. If they stay in May, we will go."
    table = spoken(text, ("Kyiv", "counts", "30,000 Russian troops"), ("Minsk", "speaks of", "10,000 soldiers"))
    reading = language.read(article(text))
    sentences, disputes = reading.sentences, claims.contested(table, reading)
    assert contested.dispute_finding(disputes) == "Russian troops: 30,000 by Kyiv, 10,000 by Minsk"
    assert contested.side_by_side(disputes).values.tolist() == [["Kyiv", 30000.0], ["Minsk", 10000.0]]
    groups, places = contested.disputes(disputes)
    evidence.check(groups, places, key="key", count="count")
    cells, places = contested.grid(table, top=8)
    evidence.check(cells, places, key="key", count="count")
    assert cells["count"].sum() == len(table)
    scenarios = contested.of_kind(table, "scenario")
    page = contested.scenarios_table(scenarios, text)
    assert "If they stay in May" in page and "we will go" in page
    assert "2022‑05" in contested.timeline(contested.of_kind(table, "date"), sentences, TODAY)


@pytest.mark.parametrize("name", ["staging-ground.txt", "the-right-to-guests.md", "wire-drills-open.md"])
def test_the_invariants_hold_on_the_sample_articles_with_their_voices(name):
    reading = opening.reading(f"data/articles/{name}")
    said = voices.statements(reading, entities.mentions(reading, knowledge.load()))
    table = claims.claims(reading, said, stance.markers(reading))
    text = reading.article.text
    assert set(table["kind"]) == set(claims.KINDS) and table["start"].is_monotonic_increasing
    assert all(text[row.start : row.end] == row.text for row in table.itertuples())
    assert table["voice"].tolist() != [claims.AUTHOR] * len(table)
    assert claims.grid(table)["count"].sum() == len(table)


def test_the_sample_analysis_sets_thirty_thousand_against_a_third_of_it():
    reading = opening.reading("data/articles/staging-ground.txt")
    said = voices.statements(reading, entities.mentions(reading, knowledge.load()))
    disputes = claims.contested(claims.claims(reading, said, stance.markers(reading)), reading)
    assert disputes["value"].tolist() == pytest.approx([30000, 10000])
    assert disputes["voice"].nunique() == 2 and claims.AUTHOR not in set(disputes["voice"])


def test_an_article_without_claims_has_answers_all_the_same():
    text = "The harbour lay still. Nobody spoke."
    table, reading = spoken(text), language.read(article(text))
    sentences, disputes = reading.sentences, claims.contested(table, reading)
    assert table.empty
    figures, dates, scenarios = (contested.of_kind(table, kind) for kind in claims.KINDS)
    voices = contested.by_voice(figures, top=3)
    for shown in (
        contested.vouching(figures, voices), contested.in_dispute(disputes),
        contested.what_if(scenarios), contested.figures_table(figures), contested.timeline(dates, sentences, TODAY),
        contested.scenarios_table(scenarios, text), contested.span_of_time(dates, None),
    ):  # fmt: skip
        assert shown
    assert contested.grid(table, top=3)[0].empty and contested.disputes(disputes)[0].empty
    assert contested.grid_finding(contested.grid(table, top=3)[0]) == "Nothing is said"


def test_markup_in_an_article_is_escaped_wherever_it_is_shown():
    text = "In <script>alert(1)</script> March 30 <b>tanks</b> came, and if <i>we</i> stay we will go."
    table, reading = spoken(text), language.read(article(text))
    sentences, disputes = reading.sentences, claims.contested(table, reading)
    figures, dates, scenarios = (contested.of_kind(table, kind) for kind in claims.KINDS)
    for page in (
        contested.figures_table(figures), contested.timeline(dates, sentences, TODAY),
        contested.scenarios_table(scenarios, text), contested.in_dispute(disputes),
    ):  # fmt: skip
        assert not any(tag in page for tag in ("<script>", "<b>", "<i>"))


def test_a_figure_is_written_out_and_its_unit_is_no_thing_that_it_counts():
    table = spoken("The plan costs 25 trillion pesos over thirty years. About 40 soldiers and 2.125 million tonnes went.")
    figures = contested.of_kind(table, "figure")
    page = contested.figures_table(figures)
    assert "25,000,000,000,000 pesos" in page and "2,125,000 tonnes" in page and "e+" not in page
    assert page.count("years") == 2, "in the text and in the value"
    assert contested.vouching(figures, contested.by_voice(figures, top=5)).striptags() == "4 figures, vouched for by the author (4)."


def test_without_a_date_of_the_article_no_date_is_past_or_to_come():
    sentences = pd.DataFrame({"sentence": [0], "start": [0], "end": [20], "text": ["It began in 1999 here."]})
    dates = contested.of_kind(spoken("It began in 1999 here."), "date")
    assert "Seen from" in contested.timeline(dates, sentences, TODAY) and "Seen from" not in contested.timeline(dates, sentences, None)
