"""Simple readers: unknown words, text, whole numbers, yes and no; and what all readers promise."""

from __future__ import annotations

import polars as pl
import pytest
from tests.intake.reading import TEXT, answers, nothing_said, one, say

from dluhy.intake import cells
from dluhy.intake.notices import notices

READERS = {
    "money": cells.money("0", TEXT, "fact"),
    "day": cells.day("0", TEXT, "fact", ranged=False),
    "period": cells.day("0", TEXT, "fact", ranged=True),
    "years": cells.years("0", TEXT, "fact"),
    "whole": cells.whole("0", TEXT, "fact", ranged=True),
    "yes_no": cells.yes_no("0", TEXT, "fact"),
    "birth_number": cells.birth_number("0", TEXT, "fact"),
    "file_mark": cells.file_mark("0", TEXT, "fact"),
    "company_number": cells.company_number("0", TEXT, "fact"),
    "creditor": cells.creditor("0", TEXT, "fact"),
}
MIXED = [
    *(None, "", "-", "ano", "12", "2012", "1.7.2012", "I/2012", "1,05201E+09", "604050018", "500+500", "(5,00)", "x y"),
    *("013EX1/22", "Obec, IČO 00253979", "1.500", "5/6/2012", "2010, 2012", "530101001", "neuvedeno", "=1+1", "41000"),
]


def test_what_is_not_known_is_null_for_every_reader() -> None:
    for reader in (cells.money, cells.years, cells.yes_no, cells.birth_number, cells.file_mark, cells.company_number):
        nothing_said(reader)
    nothing_said(cells.creditor)
    nothing_said(cells.day, ranged=True)
    nothing_said(cells.day, ranged=False)
    nothing_said(cells.whole, ranged=True)


@pytest.mark.sweep(5)
@pytest.mark.parametrize("name", READERS)
def test_a_cell_is_read_the_same_alone_among_others_and_field_by_field(name: str) -> None:
    read = READERS[name]
    together = say(read, MIXED)
    assert together == [say(read, [cell])[0] for cell in MIXED]
    frame = pl.DataFrame({"0": MIXED}, schema={"0": pl.String})
    values = frame.select(value.alias(target) for target, value in read.values.items()).rows()
    assert values == [value for value, _ in together]


@pytest.mark.parametrize("name", READERS)
def test_notices_are_of_the_closed_lists_and_no_cell_is_refused_twice_or_with_a_value(name: str) -> None:
    read = READERS[name]
    assert set(read.bad) <= set(notices("rejects"))
    assert set(read.repairs) <= set(notices("repairs"))
    assert set(read.warnings) <= set(notices("warnings"))
    for values, codes in say(read, MIXED):
        refused = codes & set(read.bad)
        assert len(refused) <= 1
        assert not refused or (values[0] is None and not codes & set(read.repairs))


def test_text_is_taken_as_it_is() -> None:
    assert say(cells.text("0", TEXT, "name"), [" a  b ", " ", None]) == [
        (("a  b",), set()), ((None,), set()), ((None,), set()),
    ]  # fmt: skip


def test_yes_and_no_in_their_usual_forms() -> None:
    read = cells.yes_no("0", TEXT, "in_institution")
    said = say(read, ["ano", "Ano", "A", "x", "1", "1.0", "NE", "n", "0"])
    assert said == [((True,), set())] * 6 + [((False,), set())] * 3
    assert say(read, ["možná", "2"]) == [((None,), {"bad_yes_no"})] * 2


def test_whole_numbers_up_to_the_most() -> None:
    read = cells.whole("0", TEXT, "months", ranged=True, most=12)
    assert one(read, "12") == ((12, 12), set())
    assert one(read, "5.0") == ((5, 5), set())
    assert say(read, ["13", "-1", "1.5", "x"]) == [((None, None), {"bad_number"})] * 4
    assert read.filling == {"most": ("12", "12")}


def test_typed_cells_are_read_as_their_text() -> None:
    numbers = pl.DataFrame({"0": [12, 13, None]})
    read = cells.whole("0", numbers.schema["0"], "months", ranged=False, most=12)
    assert answers(read, numbers) == [((12,), set()), ((None,), {"bad_number"}), ((None,), set())]
    flags = pl.DataFrame({"0": [True, None]})
    assert [v for v, _ in answers(cells.yes_no("0", flags.schema["0"], "fact"), flags)] == [(True,), (None,)]
