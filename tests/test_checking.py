"""What is drawn to be checked by hand, and what the marks say of the rates, in a report and on the command line."""

from __future__ import annotations

import math
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from bs4 import BeautifulSoup
from sheets_to_check import damage, rewrite, sheet, tables

from stancebook import checking
from stancebook.checking.__main__ import main
from stancebook.checking.sampling import hit_id
from stancebook.errors import DataError
from stancebook.statistics import rate_interval, wilson

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = "data/articles/staging-ground.txt"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "checks" / "staging-ground.csv"


class TestSample:
    def test_every_kind_and_category_gets_its_share(self):
        found, drawn = checking.hits(tables(40)), checking.sample(tables(40), 40)
        assert len(drawn) == 40
        there, taken = (table.groupby(["kind", "category"]).size() for table in (found, drawn))
        # As even as can be: who has fewer than the largest share by more than one has given all that there is.
        assert all(taken[stratum] in (there[stratum], taken.max(), taken.max() - 1) for stratum in there.index)

    def test_a_larger_sample_holds_the_smaller(self):
        sizes = [set(checking.sample(tables(), size, seed=3)["id"]) for size in range(0, 80, 7)]
        assert all(small <= large for small, large in pairwise(sizes))
        assert len(sizes[-1]) == len(checking.hits(tables())) == 72

    def test_the_seed_decides(self):
        first, again, other = (checking.sample(tables(), 20, seed)["id"].tolist() for seed in (0, 0, 1))
        assert first == again != other

    def test_within_a_stratum_no_place_is_favoured(self):
        found = checking.hits(tables())
        hedges = found[(found["kind"] == "marker kept") & (found["category"] == "hedge")]["id"]
        drawn = pd.concat([checking.sample(tables(), 21, seed) for seed in range(300)])["id"].value_counts()
        times = drawn.reindex(hedges, fill_value=0)
        expected = times.sum() / len(hedges)
        assert times.sum() >= 300 * 3
        assert ((times - expected).abs() < 5 * math.sqrt(expected)).all()

    def test_a_hit_keeps_its_id_and_turn_when_others_go(self):
        less = tables()
        less["mentions"] = less["mentions"][less["mentions"]["naming"] == "name"]
        assert set(checking.hits(less)["id"]) < set(checking.hits(tables())["id"])
        before, after = checking.sample(tables(), 30), checking.sample(less, 30)
        assert set(before[before["category"] != "metonym"]["id"]) <= set(after["id"])

    def test_the_hit_stands_in_guillemets_and_the_decision_in_words(self):
        found = checking.hits(tables(1)).set_index("start")
        assert found.at[0, "sentence"] == "«may» surely =may sadly perhaps Narva"
        assert found.at[0, "decided"] == "“may” is not counted as hedge: the month"
        assert found.at[4, "decided"] == "“surely” is counted: booster"
        assert found.at[30, "decided"] == "Narva (LOC), named by metonym"

    def test_statements_evaluations_and_claims_are_hits_too(self):
        text = "“It may rain. Nobody knows,” said Berg, who blames Bonn for 3,000 floods."
        row = {"article": "a", "paragraph": 0, "sentence": 0}
        sentences = [{**row, "start": 0, "end": 13, "text": text[:13]}, {**row, "sentence": 1, "start": 14, "end": len(text), "text": text[14:]}]
        said = {"start": 0, "end": 37, "content_start": 1, "content_end": 26, "kind": "direct", "source_name": "Anna Berg", "source": "Berg", "cue": "said", "alignment": "acknowledge"}
        judged = {"sentence": 1, "start": 43, "end": 49, "name": "Bonn", "polarity": "negative", "source": "Anna Berg", "confidence": 0.9, "given": True, "reason": ""}
        claimed = {"sentence": 1, "start": 59, "end": 64, "kind": "figure", "value": 3000.0, "unit": "", "counted": "floods", "certainty": "certain", "polarity": "positive", "source": ""}
        found = checking.hits(
            {
                "sentences": pd.DataFrame(sentences),
                "statements": pd.DataFrame([row | said]),
                "evaluations": pd.DataFrame([
                    row | judged,
                    row | judged | {"start": 50, "end": 54, "given": False, "reason": "below the threshold"},
                    row | judged | {"start": 40, "end": 42, "given": False, "polarity": "neutral"},
                ]),
                "claims": pd.DataFrame([row | claimed]),
            }
        ).set_index("kind")  # fmt: skip
        assert found.index.tolist() == ["statement", "evaluation", "evaluation withheld", "claim"]
        assert found["category"].tolist() == ["direct", "negative", "negative", "figure"]
        assert found.at["statement", "sentence"].startswith("“«It may rain. Nobody knows»,” said Berg")
        assert found.at["statement", "decided"] == "direct speech or thought of Anna Berg (Berg), by “said”: reported neutrally"
        assert found.at["evaluation", "decided"] == "Bonn is judged: negative, by Anna Berg (90% sure)"
        assert found.at["evaluation withheld", "decided"].endswith("is not said: below the threshold")
        assert found.at["claim", "decided"] == "figure 3,000 (floods), certain, by the author"

    def test_an_id_tells_article_kind_place_and_category_apart(self):
        one = ("a", "mention", 1, 2, "name")
        others = [("b", *one[1:]), ("a", "marker kept", 1, 2, "name"), ("a", "mention", 1, 3, "name")]
        others += [("a", "mention", 12, 2, "name"), ("a", "mention", 1, 2, "alias")]
        assert len({hit_id(*parts) for parts in [one, *others]}) == 6

    def test_an_article_without_hits_has_an_empty_sample(self):
        empty = {name: table if name == "sentences" else table.iloc[:0] for name, table in tables().items()}
        assert checking.sample(empty, 10).empty


def marks(**counts: tuple[int, int]) -> pd.DataFrame:
    """Marked rows: ``hedge=(9, 10)`` for nine right of ten kept; a name with ``not_`` before it is suppressed."""
    rows = []
    for name, (right, n) in counts.items():
        kind = "marker suppressed" if name.startswith("not_") else "marker kept"
        category = name.removeprefix("not_")
        rows += [{"kind": kind, "category": category, "right": number < right} for number in range(n)]
    return pd.DataFrame(rows, columns=["kind", "category", "right"]).astype({"right": "boolean"})


def rates(words: int = 1000, **counts: int) -> pd.DataFrame:
    """Rates as ``stance.rates`` gives them."""
    intervals = [rate_interval(count, words) for count in counts.values()]
    return pd.DataFrame(
        {
            "category": list(counts),
            "count": list(counts.values()),
            "words": words,
            "per_thousand": [interval.estimate for interval in intervals],
            "low": [interval.low for interval in intervals],
            "high": [interval.high for interval in intervals],
        }
    )


class TestPrecision:
    def test_right_of_those_marked(self):
        table = pd.concat([marks(hedge=(9, 10), not_hedge=(3, 4)), marks(hedge=(1, 5)).assign(right=pd.NA)])
        found = checking.precision(table)
        assert found["kind"].tolist() == ["marker kept", "marker suppressed"]
        assert found["n"].tolist() == [10, 4] and found["right"].tolist() == [9, 3]
        assert tuple(found.loc[0, ["precision", "low", "high"]]) == tuple(wilson(9, 10))[:3]
        # Newcombe (1998), table I, has the Wilson interval of 81 in 263 as 0.2553 to 0.3662.
        newcombe = checking.precision(marks(hedge=(81, 263))).loc[0]
        assert (newcombe["low"], newcombe["high"]) == pytest.approx((0.2553, 0.3662), abs=5e-5)
        assert pd.isna(found.at[0, "wrongly_suppressed"]) and found.at[1, "wrongly_suppressed"] == 0.25

    def test_nothing_marked(self):
        assert checking.precision(marks(hedge=(1, 5)).assign(right=pd.NA)).empty
        assert checking.precision(marks()).empty

    def test_rates_at_the_precision_found(self):
        found = checking.precision(marks(hedge=(8, 10), booster=(0, 3), engagement=(5, 5), not_other=(1, 1)))
        table = checking.corrected(rates(hedge=20, booster=6, engagement=0, other=4), found).set_index("category")
        assert table["corrected"].tolist()[:3] == pytest.approx([16, 0, 0]) and pd.isna(table.at["other", "corrected"])
        assert table["n"].tolist() == [10, 3, 5, 0]
        known = table.iloc[:3]
        assert (known["corrected_low"] <= known["corrected"]).all()
        assert (known["corrected"] < known["corrected_high"]).all()
        # No narrower than what either uncertainty alone would leave, and no higher than both ends together.
        hedge = table.loc["hedge"]
        assert hedge["corrected_low"] < min(0.8 * hedge["low"], 20 * wilson(8, 10).low)
        assert max(0.8 * hedge["high"], 20 * wilson(8, 10).high) < hedge["corrected_high"]
        assert hedge["corrected_high"] < hedge["high"] * wilson(8, 10).high

    @pytest.mark.parametrize(
        ("expected", "share", "drawn"), [(30, 0.9, 15), (12, 0.7, 10), (60, 0.95, 20), (8, 0.5, 8)]
    )
    def test_the_interval_holds_the_truth_as_often_as_it_says(self, expected, share, drawn):
        rng = np.random.default_rng(17)
        inside = 0
        for _ in range(400):
            count = int(rng.poisson(expected))
            right = int(rng.binomial(count, share))
            n = min(drawn, count)
            if not n:
                inside += 1
                continue
            found = checking.precision(marks(hedge=(int(rng.hypergeometric(right, count - right, n)), n)))
            row = checking.corrected(rates(hedge=count), found).iloc[0]
            inside += row["corrected_low"] <= expected * share <= row["corrected_high"]
        assert inside / 400 >= 0.93


class TestReport:
    def test_no_sheet(self, tmp_path):
        assert checking.checked(ARTICLE, folder=tmp_path) is None
        assert checking.checked_corpus(folder=tmp_path) is None
        assert "make check" in checking.hand_checked(ARTICLE, folder=tmp_path)

    def test_nothing_marked_yet(self, path):
        sheet(path)
        said = checking.hand_checked(ARTICLE, rates(hedge=1), folder=path.parent)
        assert "12 hits" in said and "<table" not in said
        path.with_suffix(".xlsx").touch()
        with pytest.raises(DataError, match="xlsx"):
            checking.checked(ARTICLE, folder=path.parent)

    def test_the_tables_and_what_was_wrong(self, path):
        sheet(path, *["yes", "no"] * 30, size=60)
        damage(path, 3, remark="<script>alert(1)</script>")
        page = BeautifulSoup(
            checking.hand_checked(ARTICLE, rates(hedge=20, booster=2), folder=path.parent), "html.parser"
        )
        precisions, corrections, wrong = page.find_all("table")
        read = checking.checked(ARTICLE, folder=path.parent)
        shown = {tuple(cell.text for cell in row.find_all(["th", "td"])[:4]) for row in precisions.tbody.find_all("tr")}
        found = checking.precision(read)
        assert shown == {(row.kind, row.category, str(row.n), str(row.right)) for row in found.itertuples()}
        assert [row.th.text for row in corrections.tbody.find_all("tr")] == ["hedge", "booster"]
        assert len(wrong.tbody.find_all("tr")) == 30 == int((~read["right"]).sum())
        assert page.find("script") is None and "<script>alert(1)</script>" in wrong.text

    def test_marks_of_what_is_found_no_more_do_not_count(self, path):
        sheet(path, *["yes"] * 12)
        markers = {name: table for name, table in tables().items() if name != "mentions"}
        read = checking.checked(ARTICLE, markers, folder=path.parent)
        assert 0 < len(read) < 12 and "mention" not in set(read["kind"])

    def test_the_marks_of_a_corpus_count_together(self, path):
        sheet(path, "yes", "no")
        found = checking.hits(tables(name="situation-note"))
        rows = checking.merged(found, found, None).assign(right=True)
        checking.write_sheet(rows, path.with_name("situation-note.csv"))
        assert checking.checked_corpus(folder=path.parent)["right"].notna().sum() == 74
        assert "2 articles" in checking.hand_checked(ARTICLE, corpus=True, folder=path.parent)


class TestCommandLine:
    def test_write_mark_write_again_and_read(self, path, capsys):
        arguments = ["--checks", str(path.parent)]
        assert main(["write", ARTICLE, "--size", "40", *arguments]) == 0
        assert "40 hits, 0 of them marked" in capsys.readouterr().out
        rewrite(path, lambda rows: [{**row, "right": "yes" if n % 4 else "no"} for n, row in enumerate(rows)])
        assert main(["write", ARTICLE, "--size", "60", *arguments]) == 0
        assert "60 hits, 40 of them marked" in capsys.readouterr().out
        for named in ([ARTICLE], []):
            assert main(["read", *named, *arguments]) == 0
            said = capsys.readouterr().out
            assert (
                "40 of 60 hits marked, in 1 article." in said
                and "precision" in said
                and "The reports will show" in said
            )

    def test_a_sheet_that_cannot_be_read_is_not_written_over(self, path, capsys):
        main(["write", ARTICLE, "--checks", str(path.parent)])
        damage(path, 2, right="perhaps")
        before = path.read_bytes()
        for arguments in (["write", ARTICLE], ["read", ARTICLE], ["read"]):
            assert main([*arguments, "--checks", str(path.parent)]) == 1
            said = capsys.readouterr().err
            assert said.startswith("Error: ") and "line 2" in said and said.count("\n") == 1
        assert path.read_bytes() == before

    def test_one_damaged_sheet_does_not_hide_the_others(self, path, capsys):
        sheet(path, "yes")
        path.with_name("other.csv").write_text("id,right\n")
        assert main(["read", "--checks", str(path.parent)]) == 1
        out, err = capsys.readouterr()
        assert "1 of 12 hits marked" in out and "other.csv" in err

    @pytest.mark.parametrize("arguments", [["read"], ["read", ARTICLE], ["write", "no such article.txt"]])
    def test_what_is_not_there_is_said_without_a_traceback(self, tmp_path, arguments):
        done = subprocess.run(
            [sys.executable, "-m", "stancebook.checking", *arguments, "--checks", str(tmp_path)],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 1 and done.stderr.startswith("Error: ") and "Traceback" not in done.stderr

    def test_a_size_of_nothing_is_refused(self, capsys):
        with pytest.raises(SystemExit):
            main(["write", ARTICLE, "--size", "0"])
        assert "1 or more" in capsys.readouterr().err
