"""Values of a case: every form of a date, a year, money and a reference, and what is none."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case.support import HEAD, codes, read, written
from tests.strategies import examples

from dluhy.case import Case, parse_case
from dluhy.dates import Span
from dluhy.money import to_decimal_string
from dluhy.problems import InputError


def due(value: object) -> Span | None:
    case = read(debts=[{"due_on": value}])
    assert case.debts is not None
    return case.debts[0].due_on


def toml(line: str) -> Case:
    return parse_case(f'ref = "2026/001"\nas_of = 2026-11-21\n[[debts]]\n{line}\n', form="toml")


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2018-03-31", date(2018, 3, 31), date(2018, 3, 31)),
        ("2018-03", date(2018, 3, 1), date(2018, 3, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        (2018, date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-01/2018-03", date(2018, 1, 1), date(2018, 3, 31)),
        ({"from": "2018-03"}, date(2018, 3, 1), None),
        ({"to": "2018-03"}, None, date(2018, 3, 31)),
        ({"from": None, "to": 2018}, None, date(2018, 12, 31)),
        ({"from": "2018-03-05", "to": "2018-04"}, date(2018, 3, 5), date(2018, 4, 30)),
        ("1900", date(1900, 1, 1), date(1900, 12, 31)),
        ("2099", date(2099, 1, 1), date(2099, 12, 31)),
    ],
)
def test_a_date_may_be_a_day_a_month_a_year_or_an_interval(
    value: object, first: date | None, last: date | None
) -> None:
    assert due(value) == Span(first, last)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("31. 3. 2018", "date_form"),
        ("2018-02-30", "date_form"),
        ("2018-13", "date_form"),
        ("", "date_form"),
        (True, "date_form"),
        (2018.5, "date_form"),
        ([], "date_form"),
        ({}, "date_form"),
        ({"from": None}, "date_form"),
        ({"od": "2018"}, "date_form"),
        ({"from": {"from": "2018"}}, "date_form"),
        ("2018-03-31T10:00:00", "date_form"),
        ({"from": "2019", "to": "2018"}, "backwards"),
        ("2019/2018", "backwards"),
        ("1899-12-31", "date_range"),
        ("2100", "date_range"),
        (218, "date_form"),
    ],
)
def test_what_is_no_date_is_refused_at_its_place(value: object, code: str) -> None:
    assert codes(written(debts=[{"due_on": value}])) == [(code, "/debts/0/due_on")]


def test_a_day_that_the_law_counts_from_must_be_exact() -> None:
    assert read(people=[{"died_on": "2020-05-04"}]).people[0].died_on == date(2020, 5, 4)  # type: ignore[index]
    assert codes(written(people=[{"died_on": "2020-05"}])) == [("day_form", "/people/0/died_on")]


@pytest.mark.parametrize(
    "line", ["due_on = 2018-03-31", 'due_on = "2018-03-31"', 'due_on = { from = 2018-03-31, to = "2018-03-31" }']
)
def test_days_of_toml_and_strings_are_alike(line: str) -> None:
    assert toml(line) == read(debts=[{"due_on": "2018-03-31"}])


def test_a_toml_time_is_no_date() -> None:
    for line in ("due_on = 2018-03-31T10:00:00", "due_on = 10:00:00", "due_on = 2018-03-31T10:00:00Z"):
        with pytest.raises(InputError, match="date_form"):
            toml(line)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [(2018, 2018, 2018), ("2018", 2018, 2018), ("2017/2019", 2017, 2019), ({"from": 2017, "to": 2019}, 2017, 2019)],
)
def test_fee_years_may_be_one_or_a_range(value: object, first: int, last: int) -> None:
    case = read(debts=[{"fee_year": value}])
    assert case.debts is not None
    assert case.debts[0].fee_year == Span(date(first, 1, 1), date(last, 12, 31))


@pytest.mark.parametrize(
    ("value", "code"),
    [("2018-03", "year_form"), (True, "year_form"), ({}, "year_form"), (1899, "date_range"), (2100, "date_range"),
     ("2019/2018", "backwards"), ({"from": 2019, "to": 2018}, "backwards")],
)  # fmt: skip
def test_what_is_no_year_is_refused(value: object, code: str) -> None:
    assert codes(written(debts=[{"fee_year": value}])) == [(code, "/debts/0/fee_year")]


@pytest.mark.parametrize(
    ("number", "halere"),
    [('"1234.50"', 123450), ('"1234.5"', 123450), ('"1234"', 123400), ("1234", 123400), ("1234.5", 123450),
     ("1234.50", 123450), ("1234.500", 123450), ("0.1", 10), ("1e3", 100000), ('"0"', 0), ("12.30e1", 12300)],
)  # fmt: skip
def test_money_is_a_decimal_string_or_a_number_exact_to_the_haler(number: str, halere: int) -> None:
    head = '{"ref": "a", "as_of": "2026-11-21", "debts": [{"principal": %s}]}'
    case = parse_case(head % number)
    assert case.debts is not None
    assert case.debts[0].principal == halere
    in_toml = toml(f"principal = {number}")
    assert in_toml.debts == case.debts


@pytest.mark.parametrize(
    ("number", "code"),
    [("0.30000000000000004", "money_form"), ("1234.505", "money_form"), ('"1234.505"', "money_form"),
     ('"1234,50"', "money_form"), ('"1 234.50"', "money_form"), ('"1234.50 Kč"', "money_form"), ("true", "money_form"),
     ('"1e3"', "money_form"), ('""', "money_form"), ("[]", "money_form"), ("1e400", "money_form"),
     ("1e999999999999999999999", "money_form"), ("9" * 5000, "money_form"), ("99999999999999999", "money_form"),
     ("-1", "money_negative"), ('"-0.01"', "money_negative"), ("8.000", "money_thousands"),
     ('"14.800"', "money_thousands"), ('"14,800"', "money_thousands"), ('"1.234.500"', "money_thousands")],
)  # fmt: skip
def test_what_is_no_exact_money_is_refused(number: str, code: str) -> None:
    content = f'{{"ref": "a", "as_of": "2026-11-21", "debts": [{{"principal": {number}}}]}}'
    assert codes(content) == [(code, "/debts/0/principal")]


def test_only_a_balance_may_be_overpaid() -> None:
    case = read(debts=[{"balance": "-12.50"}])
    assert case.debts is not None
    assert case.debts[0].balance == -1250


@examples(200)
@given(st.integers(min_value=0, max_value=10**14))
def test_every_amount_survives_as_string_and_as_number(halere: int) -> None:
    text = to_decimal_string(halere)
    content = '{"ref": "a", "as_of": "2026-11-21", "debts": [{"principal": "%s"}, {"principal": %s}]}'
    case = parse_case(content % (text, Decimal(text)))
    assert case.debts is not None
    assert [debt.principal for debt in case.debts] == [halere, halere]


@pytest.mark.parametrize("value", ["true", "ano", 1, 0, "", []])
def test_yes_and_no_are_only_true_and_false(value: object) -> None:
    assert codes(written(debts=[{"secured": value}])) == [("bool_type", "/debts/0/secured")]


@pytest.mark.parametrize("value", ["Jan Novák", "a/b", "-a", "", " ", "x" * 101, 5, "a\u0000b", "_a"])
def test_a_reference_is_letters_digits_dot_dash_underscore(value: object) -> None:
    [(_, place)] = codes(written(people=[{"id": value}]))
    assert place == "/people/0/id"
    assert read(people=[{"id": "dlužník-1.a_b"}]).people is not None


def test_texts_that_cannot_be_printed_are_refused() -> None:
    assert codes('{"ref": "a\\ud800", "as_of": "2026-11-21"}') == [("text_signs", "/ref")]
    assert codes('{"ref": "a\\u0007", "as_of": "2026-11-21"}') == [("text_signs", "/ref")]
    assert codes(written(ref="x" * 501)) == [("text_long", "/ref")]
    assert codes(written(ref="  ")) == [("text_empty", "/ref")]


def test_ico_and_municipality_have_their_digits() -> None:
    assert codes(written(debts=[{"creditor": {"ico": "123"}}])) == [("ico_form", "/debts/0/creditor/ico")]
    assert codes(written(debts=[{"creditor": {"ico": 99999994}}])) == [("ico_form", "/debts/0/creditor/ico")]
    assert codes(written(people=[{"municipality_code": "5549"}])) == [
        ("municipality_form", "/people/0/municipality_code")
    ]
    assert read(people=[{"municipality_code": 554961}]) == read(people=[{"municipality_code": "554961"}])


def test_months_of_an_institution_are_none_to_twelve() -> None:
    for value, code in ((13, "less_than_equal"), (-1, "greater_than_equal"), ("3", "int_type"), (1.5, "int_type")):
        assert codes(written(debts=[{"institution_months": value}])) == [(code, "/debts/0/institution_months")]
    assert read(debts=[{"institution_months": 12}]).debts[0].institution_months == 12  # type: ignore[index]


def test_a_case_written_out_reads_as_the_same_case() -> None:
    case = read(debts=[{"due_on": {"to": "2018"}, "fee_year": "2017/2018", "principal": 5.5, "balance": -1}],
                people=[{"birth_date": "2008-05", "in_care": [{"from": "2010"}]}])  # fmt: skip
    again = Case.model_validate(case.model_dump(mode="json", by_alias=True, exclude_unset=True))
    assert again == case
    assert case.model_dump(mode="json", include={"ref", "as_of"}) == HEAD


@pytest.mark.parametrize("number", ["9001011239", "900101/1239", "Kučera 905101/1233, spis 3"])
def test_a_birth_number_is_no_reference(number: str) -> None:
    said = codes(json.dumps({**HEAD, "ref": number}))
    assert said == [("birth_number_in_reference", "/ref")]


def test_a_birth_number_names_neither_person_nor_debt_nor_enforcement() -> None:
    number = "9001011239"
    parts = {"people": [{"id": number}], "debts": [{"id": f"a-{number}"}], "enforcements": [{"id": number}]}
    assert codes(written(**parts)) == [("birth_number_in_reference", f"/{part}/0/id") for part in parts]


@pytest.mark.parametrize(
    "number",
    ["9001011238", "9013011238", "2026110009", "90010112390", "2026/001", "900231/1230"],
    ids=["checksum", "month", "year first", "eleven digits", "office", "no such day"],
)
def test_other_numbers_may_be_references(number: str) -> None:
    assert parse_case(json.dumps({**HEAD, "ref": number})).ref == number
