"""File marks, company numbers and creditors."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cz import dic
from tests.intake.reading import TEXT, answers, one, say
from tests.strategies import examples

from dluhy.intake import cells

MARK = cells.file_mark("0", TEXT, "enforcement_ref")
ICO = cells.company_number("0", TEXT, "creditor_ico")
NAME = cells.creditor("0", TEXT, "creditor_name")


@pytest.mark.parametrize(
    ("written", "usual", "of_executor"),
    [
        *((text, "013 EX 1/22", True) for text in ("013EX1/22", "013 ex 1/2022", "13 EX 1/22", "sp. zn. 013 EX 1/22")),
        *((text, "013 EX 1/22", True) for text in ("013-EX-1/22", "013 EX 0001 / 22", "Sp.zn.: 013EX1/22")),
        ("013 EX 1/22 - 01", "013 EX 1/22-1", True),
        ("Ex. 13/05", "EX 13/05", False),
        ("013EZ1/22", "013 EZ 1/22", False),
        ("12C34/2015", "12 C 34/2015", False),
        ("12 nc 34/2003 - 5", "12 Nc 34/2003-5", False),
        ("epr1234/2012", "EPR 1234/2012", False),
        ("12 exe 123/2012", "12 EXE 123/2012", False),
        ("ksph60ins1234/2015", "KSPH 60 INS 1234/2015", False),
    ],
)
def test_a_file_mark_is_put_into_its_usual_form(written: str, usual: str, *, of_executor: bool) -> None:
    assert one(MARK, written) == ((usual, of_executor), {"file_mark"})
    assert one(MARK, f" {usual.replace(' ', chr(160))} ") == ((usual, of_executor), set())


@pytest.mark.parametrize(
    "written", ["013 EX 1/22, 014 EX 2/22", "12 XX 1/2012", "12 C 34/15", "C 34/2015", "něco", "013 EXE 1/22"]
)
def test_other_marks_stay_as_they_are(written: str) -> None:
    assert one(MARK, f" {written} ") == ((written, False), {"unusual_file_mark"})


@pytest.mark.parametrize(
    ("written", "value", "codes"),
    [
        ("00253979", "00253979", ""),
        ("IČ 002 53 979", "00253979", ""),
        *((text, "00253979", "lost_zero") for text in ("253979", "IČO: 253979", "253 979", "253979.0")),
        ("00253978", "00253978", "ico_checksum"),
        ("253978", "00253978", "lost_zero ico_checksum"),
        *((text, text, "ico_checksum") for text in ("abc", "123456789", "CZ00253979")),
    ],
)
def test_company_numbers(written: str, value: str, codes: str) -> None:
    assert one(ICO, written) == (value, set(codes.split()))


def test_a_typed_company_number_has_lost_its_zeros() -> None:
    frame = pl.DataFrame({"0": [253979, None]})
    assert answers(cells.company_number("0", frame.schema["0"], "ico"), frame) == [
        (("00253979",), {"lost_zero"}), ((None,), set()),
    ]  # fmt: skip


@examples(20)
@given(st.lists(st.integers(0, 89_999_999), min_size=200, max_size=400))
def test_the_checksum_of_a_company_number_is_that_of_python_stdnum(numbers: list[int]) -> None:
    """Numbers from 90000000 it refuses whatever their checksum: no legal body's VAT number begins with nine."""
    written = [f"{number:08d}" for number in numbers] + [
        f"{number // 10:07d}{digit}" for number in numbers[:20] for digit in range(10)
    ]
    assert [codes == set() for _, codes in say(ICO, written)] == [dic.is_valid(text) for text in written]


@pytest.mark.parametrize(
    ("written", "name", "ico", "codes"),
    [
        ("Město  Kladno", "Město Kladno", None, ""),
        ("Město Kladno, IČO 00253979", "Město Kladno", "00253979", "ico_in_name"),
        ("Město Kladno (IČ: 253 979)", "Město Kladno", "00253979", "ico_in_name lost_zero"),
        ("Město Kladno (00253979)", "Město Kladno", "00253979", "ico_in_name"),
        ("Město Kladno IČO: 00253979, Náměstí 1", "Město Kladno, Náměstí 1", "00253979", "ico_in_name"),
        ("Obec Lhota, IČO 00253978", "Obec Lhota", "00253978", "ico_in_name ico_checksum"),
        ("IČO 00253979", None, "00253979", "ico_in_name"),
        *((text, text, None, "") for text in ("Obec (12345678)", "KOMIC 253979", "Kladno, IČO 253 979 110 00 Praha")),
    ],
)
def test_a_company_number_is_taken_out_of_a_name(written: str, name: str | None, ico: str | None, codes: str) -> None:
    assert one(NAME, written) == ((name, ico), set(codes.split()))
