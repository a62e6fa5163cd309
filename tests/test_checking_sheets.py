"""Sheets as people leave them: half filled, sorted, saved by another program, cut off; no mark is ever lost."""

from __future__ import annotations

import codecs
import csv
import io
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sheets_to_check import damage, refusal, rewrite, sheet, tables

from stancebook import checking
from stancebook.checking.sheets import COLUMNS, FORMULA
from stancebook.errors import DataError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "checks" / "staging-ground.csv"


class TestReading:
    def test_half_filled(self, path):
        sheet(path, "yes", "No", "", "Y", "n", "1", "0", "RIGHT", " wrong ")
        right = checking.read_sheet(path)["right"]
        assert right[:9].tolist() == [True, False, pd.NA, True, False, True, False, True, False]
        assert right[9:].isna().all()

    def test_reordered_lines_and_columns(self, path):
        sheet(path, "yes", "no", "yes")
        before = checking.read_sheet(path).drop(columns="line")
        columns = ["remark", "right", "decided", "id", "sentence", "category", "kind"]
        rewrite(path, lambda rows: rows[::-1], columns=columns)
        after = checking.read_sheet(path).drop(columns="line")
        pd.testing.assert_frame_equal(after.iloc[::-1].reset_index(drop=True), before)

    @pytest.mark.parametrize(
        ("delimiter", "encoding"),
        [(";", "utf-8-sig"), (";", "cp1252"), (",", "cp1252"), ("\t", "utf-16"), (",", "utf-8"), (";", "utf-8")],
    )
    def test_saved_by_another_program(self, path, delimiter, encoding):
        sheet(path, "yes", "no")
        rewrite(path, lambda rows: [{**row, "remark": "“é”; so, so"} for row in rows])
        before = checking.read_sheet(path)
        rewrite(path, list, delimiter=delimiter, encoding=encoding)
        pd.testing.assert_frame_equal(checking.read_sheet(path), before)

    def test_excel_says_the_delimiter_and_pads_with_empty_lines(self, path):
        sheet(path, "yes")
        before = checking.read_sheet(path).drop(columns="line")
        rewrite(path, list, delimiter=";")
        text = path.read_bytes().decode("utf-8-sig")
        path.write_bytes(("sep=;\r\n" + text + ";;;;;;\r\n\r\n").encode("utf-8-sig"))
        pd.testing.assert_frame_equal(checking.read_sheet(path).drop(columns="line"), before)

    def test_a_remark_of_several_lines(self, path):
        sheet(path)
        damage(path, 3, remark='he said:\n"surely"\r\n; no, not', right="no")
        read = checking.read_sheet(path)
        assert read.at[1, "remark"] == 'he said:\n"surely"\r\n; no, not' and not read.at[1, "right"]
        damage(path, 5, right="perhaps")
        assert "line 5" in refusal(path)  # as the spreadsheet counts, not as the file does

    def test_the_columns_that_a_person_need_not_keep(self, path):
        sheet(path, "yes")
        rewrite(path, list, columns=["right", "id", "kind", "category"])
        read = checking.read_sheet(path)
        assert read["right"].tolist()[:2] == [True, pd.NA] and (read["remark"] == "").all()

    def test_lines_that_are_there_twice_and_agree(self, path):
        sheet(path, "yes")
        rewrite(path, lambda rows: rows + [{**rows[0], "right": "", "remark": "sure"}, {**rows[1], "right": "no"}])
        read = checking.read_sheet(path)
        assert len(read) == 12 and read["right"].tolist()[:3] == [True, False, pd.NA]
        assert read.at[0, "remark"] == "sure"


class TestDamage:
    @pytest.mark.parametrize("value", ["maybe", "yes?", "2", "=1", "ja", "–"])
    def test_neither_yes_nor_no(self, path, value):
        sheet(path)
        damage(path, 4, right=value)
        assert f"line 4: “{value}”" in refusal(path)

    @pytest.mark.parametrize("value", ["", "7", "staging-ground/1-2/00000000", "staging-ground/0-3", "1.2E+49"])
    def test_an_unknown_id(self, path, value):
        sheet(path)
        damage(path, 6, id=value)
        assert "line 6" in refusal(path)

    @pytest.mark.parametrize("column", ["id", "kind", "category"])
    def test_a_column_sorted_apart_from_the_others(self, path, column):
        sheet(path)
        rewrite(path, lambda rows: [{**row, column: other[column]} for row, other in zip(rows, rows[::-1])])
        assert "line 2" in refusal(path)

    @pytest.mark.parametrize("column", ["id", "kind", "category", "right"])
    def test_a_missing_column(self, path, column):
        sheet(path)
        rewrite(path, list, columns=[name for name in COLUMNS if name != column])
        said = refusal(path)
        assert f"“{column}”" in said and "line 1" in said

    def test_two_columns_of_one_name(self, path):
        sheet(path)
        path.write_bytes(path.read_bytes().replace(b"remark", b"right", 1))
        assert "line 1: two columns" in refusal(path)

    def test_lines_that_disagree(self, path):
        sheet(path, "yes")
        rewrite(path, lambda rows: [*rows, {**rows[0], "right": "no"}])
        said = refusal(path)
        assert "line 14" in said and "line 2" in said

    def test_a_line_of_another_article(self, path):
        sheet(path)
        assert len(checking.read_sheet(path, "staging-ground")) == 12
        assert "line 2" in refusal(path, "situation-note")

    def test_cut_off_at_any_byte(self, path):
        """A file of which a part is missing is refused, or is all there but whole lines at its end."""
        sheet(path, *["yes"] * 12)
        whole, data = checking.read_sheet(path), path.read_bytes()
        for length in range(0, len(data), 7):
            path.write_bytes(data[:length])
            try:
                read = checking.read_sheet(path)
            except DataError:
                continue
            # All that the last cell, an empty remark, leaves to chance is its line end.
            pd.testing.assert_frame_equal(read, whole.iloc[: len(read)])

    def test_a_quotation_that_nobody_closes(self, path):
        """It would swallow the lines that follow into one remark, and with them their marks."""
        sheet(path, *["yes"] * 12)
        lines = path.read_bytes().split(b"\r\n")
        lines[4] += b'"not sure'
        path.write_bytes(b"\r\n".join(lines))
        assert "line 5" in refusal(path)

    def test_a_cell_too_many(self, path):
        sheet(path)
        path.write_bytes(path.read_bytes().rstrip() + b",yes\r\n")
        assert "line 13" in refusal(path)

    @pytest.mark.parametrize(
        "data",
        [b"", b"\xef\xbb\xbf", b"\r\n,,\r\n", b"PK\x03\x04workbook", b"\xff\xfe\x00", b"\x81\x8d", b"<html>", b'"'],
    )
    def test_no_sheet_at_all(self, path, data):
        path.parent.mkdir()
        path.write_bytes(data)
        refusal(path)

    def test_no_file(self, path):
        refusal(path)

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(st.data())
    def test_no_damage_but_a_clear_error(self, path, data):
        """Whatever is overwritten anywhere in the file, it is read or refused in one sentence, and nothing else."""
        sheet(path, "yes", "no")
        content = bytearray(path.read_bytes())
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=30))
        path.write_bytes(bytes(content))
        try:
            checking.read_sheet(path)
        except DataError as error:
            assert path.name in str(error)


class TestWriting:
    def test_excel_knows_the_encoding_and_runs_no_formula(self, path):
        rows = tables(1)
        rows["sentences"]["text"] = '=HYPERLINK("x");=1+1 surely'
        drawn = checking.hits(rows)
        checking.write_sheet(checking.merged(drawn, drawn, None), path)
        assert path.read_bytes().startswith(codecs.BOM_UTF8)
        text = path.read_bytes().decode("utf-8-sig")
        for delimiter in ",;":  # as it is meant, and as a computer set to semicolons opens it
            cells = [cell for row in csv.reader(io.StringIO(text), delimiter=delimiter) for cell in row]
            assert not any(FORMULA.match(cell) and not cell.startswith("'") for cell in cells)
        assert "'=HYPERLINK" in text

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(st.lists(st.tuples(st.sampled_from([True, False, pd.NA]), st.text(), st.text(max_size=8)), max_size=12))
    def test_what_is_written_is_read(self, path, marks):
        drawn = checking.hits(tables()).head(len(marks)).reset_index(drop=True)
        drawn = drawn.assign(
            right=pd.array([mark for mark, *_ in marks], dtype="boolean"),
            remark=[remark for _, remark, _ in marks],
            others=[{"=who": who} for *_, who in marks],
        )
        checking.write_sheet(drawn, path)
        read = checking.read_sheet(path)
        columns = [
            "id",
            "article",
            "kind",
            "category",
            "start",
            "end",
            "sentence",
            "decided",
            "right",
            "remark",
            "others",
        ]
        pd.testing.assert_frame_equal(read[columns], drawn[columns], check_dtype=False)

    @pytest.mark.parametrize("remark", ["=1+1", "'=1+1", "''=", "-5", "'-5", " @x", "\t=", "'", "＝1", "'plain"])
    def test_an_apostrophe_of_ones_own_stays(self, path, remark):
        drawn = checking.sample(tables(), 1).assign(right=pd.NA, remark=remark, others=[{}])
        checking.write_sheet(drawn, path)
        assert checking.read_sheet(path).at[0, "remark"] == remark

    def test_a_new_sheet_keeps_every_mark(self, path):
        sheet(path, "yes", "no", "", "yes")
        rewrite(path, lambda rows: [{**row, "checked by": "A. B." if not n else ""} for n, row in enumerate(rows)])
        damage(path, 4, remark="not sure")
        old = checking.read_sheet(path)
        found = checking.hits(tables())
        for size, seed in ((30, 0), (2, 5), (72, 1)):
            checking.write_sheet(
                checking.merged(checking.sample(tables(), size, seed), found, checking.read_sheet(path)), path
            )
            new = checking.read_sheet(path).set_index("id")
            assert new.loc[old["id"][[0, 1, 3]], "right"].tolist() == [True, False, True]
            assert new.at[old["id"][2], "remark"] == "not sure"
            assert new.at[old["id"][0], "others"] == {"checked by": "A. B."}
            assert set(checking.sample(tables(), size, seed)["id"]) <= set(new.index)

    def test_what_is_found_no_more_stays_marked(self, path):
        sheet(path, *["no"] * 12)
        old = checking.read_sheet(path)
        fewer = {**tables(), "mentions": tables()["mentions"].iloc[:0]}
        for _ in range(2):
            rows = checking.merged(checking.sample(fewer, 5), checking.hits(fewer), checking.read_sheet(path))
            checking.write_sheet(rows, path)
        new = checking.read_sheet(path).set_index("id").loc[old["id"]]
        assert (~new["right"]).all()
        assert new["sentence"].tolist() == old["sentence"].tolist()

    def test_a_sheet_that_cannot_be_written_stays(self, path, monkeypatch):
        sheet(path, "yes")
        before = path.read_bytes()

        def full(*_):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.replace", full)
        with pytest.raises(DataError, match="No space left"):
            checking.write_sheet(checking.sample(tables(), 3), path)
        assert path.read_bytes() == before and list(path.parent.iterdir()) == [path]
