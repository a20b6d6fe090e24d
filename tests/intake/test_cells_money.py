"""Money as offices write it reads back to the haléř, or is refused with the reason."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.reading import TEXT, answers, one, say
from tests.strategies import examples

from dluhy.intake import cells
from dluhy.money import LARGEST_HALERE

READ = cells.money("0", TEXT, "principal")


@pytest.mark.parametrize(
    ("written", "halere", "repairs"),
    [
        *((text, 123450, "") for text in ("1 234,50", "1\u00a0234,50", "1\u202f234,50 Kč", "1\u2009234,50", "1234.5")),
        *(
            (text, 123450, "")
            for text in ("1.234,50", "1'234.50", "1’234,50", "Kč 1 234,50", "1 234,50 CZK", "1234.5000")
        ),
        *(
            (text, 150000, "")
            for text in ("1 500,-", "1500,--", "1500.-", "1500,–", "1 500,- Kč", "1 500 ,- Kc", "CZK1500")
        ),
        *(
            (text, 150000, "thousands")
            for text in ("1.500,-", "1,500.-", "1.500 Kč", "Kč 1.500", "1,500.00", "1.500,--")
        ),
        ("1.500,00", 150000, ""),
        ("1.234.567", 123456700, "thousands"),
        ("1,234,567.5", 123456750, "thousands"),
        ("0", 0, ""),
        ("-12,05", -1205, ""),
        ("−500", -50000, ""),
        ("-1 500,-", -150000, ""),
        ("(500,00)", -50000, "brackets"),
        ("(1 500 Kč)", -150000, "brackets"),
        ("500,00-", -50000, "trailing_minus"),
        ("1.500,00- Kč", -150000, "trailing_minus"),
        ("512.4999999999999", 51250, "float_noise"),
        ("0.30000000000000004", 30, "float_noise"),
        ("-1234,5699999999999", -123457, "float_noise"),
        ("5,68434E-14", 0, "float_noise scientific"),
        ("1.5E+03", 150000, "scientific"),
        ("1,5E+03", 150000, "scientific"),
        ("1e3", 100000, "scientific"),
        ("1.2345E+02", 12345, "scientific"),
        ("-1.50E+00", -150, "scientific"),
        ("500+500+600", 160000, "added_up"),
        ("500 + 500 + 600 Kč", 160000, "added_up"),
    ],
)
def test_money_as_offices_write_it(written: str, halere: int, repairs: str) -> None:
    assert one(READ, written) == (halere, set(repairs.split()))


@pytest.mark.parametrize("written", ["1.500", "1,234", "12,345", "999.000", "-1.500", "(1.500)", "1,500 Kč"])
def test_one_mark_before_three_digits_may_part_thousands_or_decimals(written: str) -> None:
    assert one(READ, written) == (None, {"ambiguous_money"})


@pytest.mark.parametrize(
    "written",
    [
        *(
            "asi 500",
            "12,345,",
            "--5",
            "=1+1",
            "5-",
            "(5",
            "5)",
            "(-5)",
            "-5,00-",
            "1.234.50",
            "1,234,50",
            "0.500",
            "12 34",
        ),
        *(
            "2012 500",
            "1 500 50",
            "1.2345E+01",
            "1E-3",
            "1E+99",
            "1,5,-",
            "99999999999999",
            "10000000000000,01",
            "1+",
            "+5",
        ),
        *("500+-200", "500+1.500", "500;x", "500 600 1", "1,1E+14", "12.3456", "512.499999"),
    ],
)
def test_money_that_is_none_is_refused(written: str) -> None:
    assert one(READ, written) == (None, {"bad_money"})


def test_amounts_listed_in_a_cell_are_given_one_by_one() -> None:
    written = ["500+500+600", "500 + 500,50 + 600 Kč", "500;600", "500", "1.5E+03", "500+1.500", "500;", "a+b", None]
    frame = pl.DataFrame({"0": written}, schema={"0": pl.String})
    assert frame.select(cells.listed_amounts("0", TEXT)).to_series().to_list() == [
        [50000, 50000, 60000], [50000, 50050, 60000], *[None] * 7,
    ]  # fmt: skip


def test_typed_money_is_exact_to_the_haler() -> None:
    def read(frame: pl.DataFrame) -> list[tuple[tuple[object, ...], set[str]]]:
        return answers(cells.money("0", frame.schema["0"], "principal"), frame)

    decimals = pl.DataFrame({"0": ["12.34", None]}).select(pl.col("0").cast(pl.Decimal(12, 2)))
    assert read(decimals) == [((1234,), set()), ((None,), set())]
    assert read(pl.DataFrame({"0": [12, LARGEST_HALERE]})) == [((1200,), set()), ((None,), {"bad_money"})]
    assert read(pl.DataFrame({"0": [12.5, 0.1 + 0.2, 1.234, 1e10, None]})) == [
        ((1250,), set()), ((30,), {"float_noise"}), ((None,), {"bad_money"}), ((10**12,), set()), ((None,), set()),
    ]  # fmt: skip


def forms(halere: int) -> list[str]:
    """Return the ordinary Czech forms of an amount."""
    sign, crowns, rest = "-" if halere < 0 else "", abs(halere) // 100, abs(halere) % 100
    grouped = f"{crowns:,}"
    plain = [f"{sign}{crowns},{rest:02d}", f"{sign}{crowns}.{rest:02d} Kč", f"Kč {sign}{crowns},{rest:02d}"]
    spaced = [f"{sign}{grouped.replace(',', space)},{rest:02d}" for space in (" ", "\u00a0", "\u202f", ".", "'")]
    whole = [f"{sign}{grouped.replace(',', ' ')},-", f"{sign}{crowns},-- Kč"] if rest == 0 else []
    return plain + spaced + whole


@examples(30)
@given(st.lists(st.integers(-LARGEST_HALERE, LARGEST_HALERE) | st.integers(-(10**7), 10**7), min_size=20))
def test_any_amount_in_each_czech_form_reads_back_exactly(amounts: list[int]) -> None:
    expected = [(halere, text) for halere in amounts for text in forms(halere)]
    assert say(READ, [text for _, text in expected]) == [((halere,), set()) for halere, _ in expected]


@examples(20)
@given(st.lists(st.integers(0, 10**9), min_size=20))
def test_what_a_spreadsheet_computed_in_floats_comes_back_to_the_haler(amounts: list[int]) -> None:
    said = say(READ, [repr(halere / 300 * 3) for halere in amounts])
    assert [value for value, _ in said] == [(halere,) for halere in amounts]
