"""Each reader takes the usual ways of writing a value and refuses the rest."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest

from dluhy.intake import cells
from dluhy.law.pack import default_pack

if TYPE_CHECKING:
    from dluhy.intake.cells import Read


def _say(read: Read, values: list[str | None]) -> list[tuple[object, ...] | str]:
    """Return per cell its values, or its code where it is refused."""
    frame = pl.DataFrame({"0": values}, schema={"0": pl.String})
    out = frame.select(*(e.alias(name) for name, e in read.values.items()), read.bad.alias("bad"))
    return [read.code if row[-1] else row[:-1] for row in out.rows()]


@pytest.mark.parametrize(
    ("written", "halere"),
    [
        ("1 234,50", 123450),
        ("1\u00a0234,50", 123450),
        ("1\u202f234,50 Kč", 123450),
        ("1234.5", 123450),
        ("1.234,50", 123450),
        ("1.234.567", 123456700),
        ("1 500,-", 150000),
        ("1500,–", 150000),
        ("0", 0),
        ("-12,05", -1205),
        ("500 KČ", 50000),
        (" 7 ", 700),
    ],
)
def test_money_as_offices_write_it(written: str, halere: int) -> None:
    assert _say(cells.money("0", pl.String(), "principal"), [written]) == [(halere,)]


@pytest.mark.parametrize(
    "written", ["asi 500", "1.234", "1,234", "12,345", "1e3", "--5", "5-", "=1+1", "99999999999999"]
)
def test_money_that_could_mean_two_things_or_none_is_refused(written: str) -> None:
    assert _say(cells.money("0", pl.String(), "principal"), [written]) == ["bad_money"]


def test_empty_cells_are_unknown_not_zero() -> None:
    assert _say(cells.money("0", pl.String(), "principal"), [None, "", "  "]) == [(None,)] * 3


def test_typed_money_is_exact_to_the_haler() -> None:
    frame = pl.DataFrame({"0": ["12.34", None]}).select(pl.col("0").cast(pl.Decimal(12, 2)))
    read = cells.money("0", frame.schema["0"], "principal")
    assert frame.select(read.values["principal"]).to_series().to_list() == [1234, None]
    whole = pl.DataFrame({"0": [12]})
    assert whole.select(cells.money("0", whole.schema["0"], "principal").values["principal"]).item() == 1200


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("1.7.2012", date(2012, 7, 1), date(2012, 7, 1)),
        ("01. 07. 2012", date(2012, 7, 1), date(2012, 7, 1)),
        ("1.\u00a07.\u00a02012", date(2012, 7, 1), date(2012, 7, 1)),
        ("2012-07-01", date(2012, 7, 1), date(2012, 7, 1)),
        ("2012-07-01 00:00:00", date(2012, 7, 1), date(2012, 7, 1)),
        ("7/2012", date(2012, 7, 1), date(2012, 7, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2012", date(2012, 1, 1), date(2012, 12, 31)),
    ],
)
def test_days_months_and_years_become_every_day_they_may_be(written: str, first: date, last: date) -> None:
    assert _say(cells.day("0", pl.String(), "due_on", ranged=True), [written]) == [(first, last)]


@pytest.mark.parametrize(
    "written", ["31.2.2010", "2012-7-1", "13/2012", "1.7.12", "včera", "41000", "29. 2. 2011", "0.1.2012"]
)
def test_a_day_that_does_not_exist_is_refused(written: str) -> None:
    assert _say(cells.day("0", pl.String(), "due_on", ranged=True), [written]) == ["bad_date"]


def test_a_day_that_must_be_exact_takes_no_month() -> None:
    read = cells.day("0", pl.String(), "call_served_on", ranged=False)
    assert _say(read, ["1. 7. 2012", "7/2012", "2012"]) == [(date(2012, 7, 1),), "bad_date", "bad_date"]


def test_years_and_spans_of_years() -> None:
    read = cells.years("0", pl.String(), "fee_year")
    assert _say(read, ["2014", "2009–2012", "2009/2012", "2009 - 2012", "2014.0"]) == [
        (2014, 2014), (2009, 2012), (2009, 2012), (2009, 2012), (2014, 2014),
    ]  # fmt: skip
    assert _say(read, ["MMXII", "12", "2012/13", "2012-2009", "1814", "1899", "2100", "2018-05"]) == ["bad_year"] * 8
    assert _say(read, ["1900", "2099"]) == [(1900, 1900), (2099, 2099)]
    whole = pl.DataFrame({"0": [1899, 1900, 2099, 2100]})
    numbers = cells.years("0", whole.schema["0"], "fee_year")
    assert whole.select(numbers.values["fee_year_from"]).to_series().to_list() == [None, 1900, 2099, None]
    assert whole.select(numbers.bad).to_series().to_list() == [True, False, False, True]


def test_yes_and_no_in_their_usual_forms() -> None:
    read = cells.yes_no("0", pl.String(), "in_institution")
    assert _say(read, ["ano", "Ano", "A", "x", "1", "NE", "n", "0"]) == [(True,)] * 5 + [(False,)] * 3
    assert _say(read, ["možná", "2"]) == ["bad_yes_no"] * 2


def test_words_of_a_vocabulary_without_regard_to_diacritics_and_case() -> None:
    terms = default_pack().vocabularies["debt_kinds"]
    written = ["Komunální odpad", "POPLATEK ZE PSŮ", "popelnice", "local_fee_waste", "Bůhvíco", None]
    read = cells.member("0", pl.Series("0", written), "debt_kind", terms)
    assert _say(read, written) == [
        ("local_fee_waste",), ("local_fee_other",), ("local_fee_waste",), ("local_fee_waste",), "unknown_word", (None,),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("vocabulary", "word", "longer", "code"),
    [
        ("debt_kinds", "místní poplatek", "místní poplatek ze psů", "local_fee_other"),
        ("enforcement_kinds", "exekuce", "daňová exekuce", "tax"),
    ],
)
def test_a_word_that_may_mean_two_members_is_unknown(vocabulary: str, word: str, longer: str, code: str) -> None:
    written: list[str | None] = [word, word.upper(), longer]
    read = cells.member("0", pl.Series("0", written), "fact", default_pack().vocabularies[vocabulary])
    assert _say(read, written) == ["unknown_word", "unknown_word", (code,)]


def test_an_unknown_word_is_answered_with_known_ones() -> None:
    read = cells.member("0", pl.Series("0", ["?"]), "fee_type", default_pack().vocabularies["fee_types"])
    assert "dosavadní poplatek" in read.cs
    assert "system" in read.en


def test_a_column_of_only_unknown_words_is_refused_word_by_word() -> None:
    read = cells.member("0", pl.Series("0", ["a", "b"]), "fee_type", default_pack().vocabularies["fee_types"])
    assert _say(read, ["a", "b"]) == ["unknown_word"] * 2
