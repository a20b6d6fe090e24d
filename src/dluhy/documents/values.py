"""Values as people write them in a case: days and spans of days, money, years, codes, short texts, yes and no.

Each reader takes what JSON and TOML can hold and returns the value the program counts with, or raises an error whose
type is the code of a problem; the value itself is never repeated in it.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Final, NoReturn

import polars as pl
from pydantic import (
    AfterValidator,
    PlainSerializer,
    PlainValidator,
    StrictBool,
    StrictInt,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from dluhy import ids
from dluhy.dates import DateError, Span, parse_span
from dluhy.money import MoneyError, to_decimal_string, to_halere
from dluhy.typography import is_printable

FIRST_YEAR, LAST_YEAR = 1900, 2099  # as in lists
LONGEST_TEXT, LONGEST_ID = 500, 100
_MOST_DIGITS: Final = 40
_HIGHEST_RATE: Final = 100_000  # hundredths of a per cent: a thousand per cent a year
_MOST_EXPONENT: Final = 40
_IDENTITY = re.compile(r"[^\W_][\w.\-]*")
_BIRTH_NUMBER = re.compile(r"(?<!\d)([0-9]{2}(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])[0-3][0-9])/?([0-9]{4})(?!\d)")
"""Ten digits as most people have them; months of the spare series would take case numbers that begin with a year."""
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[.\-_/\s](?=\d)")
_THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:[.,][0-9]{3})+")
"""Three signs behind a dot or comma: Czech people write thousands so, programs decimals."""
_CZECH_MONEY = re.compile(r"-?[0-9][0-9 \u00a0\u202f.]*(?:,(?:[0-9]{1,2}|-+))?\s*(?:Kč|CZK|,-+)?")
_CZECH_DATE = re.compile(r"[0-9]{1,2}\s*[./]\s*(?:[0-9]{1,2}\s*[./]\s*)?[0-9]{4}$")
_ICO = re.compile(r"[0-9]{8}")
_MUNICIPALITY = re.compile(r"[0-9]{6}")
_YEARS = re.compile(r"([0-9]{4})(?:\s*/\s*([0-9]{4}))?")
_ENDS: Final = {"from", "to"}


def _refuse(code: str) -> NoReturn:
    raise PydanticCustomError(code, "the value does not fit")


def read_span(value: object) -> Span:
    """Return the days a date may be: a day, a month, a year, two of them with a slash, or `{from, to}`."""
    if isinstance(value, Span):
        return value
    if isinstance(value, dict):
        return _interval(value)
    span = _written_span(value)
    _require_years(span)
    return span


def _interval(value: dict[Any, Any]) -> Span:
    if not value or not set(value) <= _ENDS or any(isinstance(end, dict) for end in value.values()):
        _refuse("date_form")
    ends = {name: None if end is None else read_span(end) for name, end in value.items()}
    low, high = ends.get("from"), ends.get("to")
    if low is None and high is None:
        _refuse("date_form")
    return _forward(low.first if low else None, high.last if high else None)


def _written_span(value: object) -> Span:
    if isinstance(value, date) and not isinstance(value, datetime):
        return Span(value, value)
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str):
        _refuse("date_form")
    try:
        return parse_span(text)
    except DateError:
        _refuse("date_czech" if is_czech_date(text) else "backwards" if _runs_backwards(text) else "date_form")


def is_czech_date(text: str) -> bool:
    """Return whether a text is a day or a month as people in Czechia write it.

    >>> is_czech_date("1. 7. 2012"), is_czech_date("7/2012"), is_czech_date("2012-07-01")
    (True, True, False)
    """
    return _CZECH_DATE.match(text.strip()) is not None


def _runs_backwards(text: str) -> bool:
    first, _, last = text.partition("/")
    try:
        low, high = parse_span(first).first, parse_span(last).last
    except DateError:
        return False
    return low is not None and high is not None and low > high


def _require_years(span: Span) -> None:
    if not all(FIRST_YEAR <= day.year <= LAST_YEAR for day in (span.first, span.last) if day is not None):
        _refuse("date_range")


_OF_A_DAY: Final = {"date_form": "day_unread", "backwards": "day_unread", "date_czech": "day_czech"}
"""What is said of a date -> what is said where one day is needed: a month or an interval would not do."""


def read_day(value: object) -> date:
    """Return one exact day."""
    try:
        span = read_span(value)
    except PydanticCustomError as error:
        _refuse(_OF_A_DAY.get(error.type, error.type))
    if span.first is None or span.first != span.last:
        _refuse("day_form")
    return span.first


def read_month(value: object) -> date:
    """Return the first day of one month, written as a month or as any day of it."""
    span = read_span(value)
    if (
        span.first is None
        or span.last is None
        or (span.first.year, span.first.month) != (span.last.year, span.last.month)
    ):
        _refuse("month_form")
    return span.first.replace(day=1)


def read_years(value: object) -> Span:
    """Return the years as a span of days: a year, "2012/2014" or `{from, to}`."""
    if isinstance(value, Span):
        return value
    if isinstance(value, dict) and any(isinstance(end, dict) for end in value.values()):
        _refuse("year_form")
    if isinstance(value, dict) and set(value) <= _ENDS and any(value.values()):
        ends = {name: None if end is None else read_years(end) for name, end in value.items() if name in _ENDS}
        low, high = ends.get("from"), ends.get("to")
        return _forward(low.first if low else None, high.last if high else None)
    found = _YEARS.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is not None:
        first, last = int(found[1]), int(found[2] or found[1])
    elif isinstance(value, int) and not isinstance(value, bool):
        first = last = value
    else:
        _refuse("year_form")
    if not (FIRST_YEAR <= first <= LAST_YEAR and FIRST_YEAR <= last <= LAST_YEAR):
        _refuse("date_range")
    return _forward(date(first, 1, 1), date(last, 12, 31))


def _forward(first: date | None, last: date | None) -> Span:
    if first and last and first > last:
        _refuse("backwards")
    return Span(first, last)


def read_money(value: object) -> int:
    """Return money in haléře, not negative; a number is taken only where it is exact to the haléř."""
    halere = read_signed_money(value)
    if halere < 0:
        _refuse("money_negative")
    return halere


def read_rate(value: object) -> int:
    """Return a yearly rate in per cent, at most two decimals, as hundredths of a per cent; not negative."""
    try:
        hundredths = read_money(value)
    except PydanticCustomError:
        _refuse("rate_form")
    if hundredths > _HIGHEST_RATE:
        _refuse("rate_form")
    return hundredths


def read_signed_money(value: object) -> int:
    """Return money in haléře, also less than zero: a balance may be overpaid."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        _refuse("money_form")
    if _THOUSANDS.fullmatch(str(value).strip()):
        _refuse("money_thousands")
    try:
        return to_halere(_plain(value) if isinstance(value, Decimal) else value)
    except (MoneyError, ArithmeticError, ValueError):
        _refuse("money_czech" if _CZECH_MONEY.fullmatch(str(value).strip()) else "money_form")


def _plain(value: Decimal) -> str:
    """Return a number without its exponent and without zeros that say nothing."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or abs(exponent) > _MOST_EXPONENT or len(value.as_tuple().digits) > _MOST_DIGITS:
        _refuse("money_form")
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def read_text(value: object) -> str:
    """Return a short text of printable signs."""
    if not isinstance(value, str):
        _refuse("text_form")
    text = value.strip()
    if not text:
        _refuse("text_empty")
    if len(text) > LONGEST_TEXT:
        _refuse("text_long")
    if not is_printable(text):
        _refuse("text_signs")
    return text


def read_identity(value: object) -> str:
    """Return a reference that other parts of the case use: letters, digits, dot, dash, underscore."""
    text = read_text(value)
    if len(text) > LONGEST_ID or not _IDENTITY.fullmatch(text):
        _refuse("id_form")
    return read_reference(text)


def read_reference(value: object) -> str:
    """Return a reference that stands in every result: a short text without anything like a birth number."""
    text = read_text(value)
    plain = _BETWEEN_DIGITS.sub("", text)
    found = [*_BIRTH_NUMBER.findall(text), *_BIRTH_NUMBER.findall(plain)]
    if any(_is_birth_number(int(first + last)) for first, last in found):
        _refuse("birth_number_in_reference")
    return text


def _is_birth_number(number: int) -> bool:
    """Return whether ten digits hold a real day and pass their checksum."""
    digits = pl.lit(number, dtype=pl.Int64)
    born = ids.birth_date(digits, digits=ids.DIGITS)
    return pl.select(born.is_not_null() & ids.birth_number_holds(digits, born)).item() is True


def read_ico(value: object) -> str:
    """Return a company number as eight digits."""
    if not isinstance(value, str) or not _ICO.fullmatch(value.strip()):
        _refuse("ico_form")
    return value.strip()


def read_municipality(value: object) -> str:
    """Return the six digits of a municipality, in quotes or as a number."""
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not _MUNICIPALITY.fullmatch(text.strip()):
        _refuse("municipality_form")
    return text.strip()


class Listed:
    """Says that a text is a code of a closed list; vocabularies come from the pack in the validation context."""

    def __init__(self, name: str) -> None:
        """Name the list: a vocabulary of the pack or one of `dluhy.documents.lists`."""
        self.name = name

    def __call__(self, value: str, info: ValidationInfo) -> str:
        """Return the code; refuse what the list does not hold (labels included)."""
        codes = (info.context or {}).get("lists", {}).get(self.name)
        if codes is not None and value not in codes:
            raise PydanticCustomError("not_in_list", "the code is not in the list", {"allowed": ", ".join(codes)})
        return value


def code_of(name: str) -> Any:  # noqa: ANN401 - an annotation for pydantic
    """Return what marks a text field as a code of a closed list."""
    return AfterValidator(Listed(name))


def _written(span: Span) -> str | dict[str, str]:
    if span.first is not None and span.first == span.last:
        return span.first.isoformat()
    ends = {"from": span.first, "to": span.last}
    return {name: end.isoformat() for name, end in ends.items() if end is not None}


def _written_years(span: Span) -> int | dict[str, int]:
    ends = {"from": span.first, "to": span.last}
    years = {name: end.year for name, end in ends.items() if end is not None}
    return years["from"] if len(years) == len(_ENDS) and len(set(years.values())) == 1 else years


def _kind(name: str) -> WithJsonSchema:
    """Return what names a kind of value in the schema, where it stands once in `$defs`."""
    return WithJsonSchema({"x-kind": name})


_AMOUNT = PlainSerializer(to_decimal_string, return_type=str, when_used="json")

When = Annotated[Span, PlainValidator(read_span), PlainSerializer(_written, when_used="json"), _kind("when")]
Day = Annotated[
    date,
    PlainValidator(read_day),
    PlainSerializer(date.isoformat, return_type=str, when_used="json"),
    _kind("day"),
]
Month = Annotated[
    date,
    PlainValidator(read_month),
    PlainSerializer(lambda day: f"{day:%Y-%m}", return_type=str, when_used="json"),
    _kind("month"),
]
Years = Annotated[Span, PlainValidator(read_years), PlainSerializer(_written_years, when_used="json"), _kind("years")]
Money = Annotated[int, PlainValidator(read_money), _AMOUNT, _kind("money")]
Rate = Annotated[int, PlainValidator(read_rate), _AMOUNT, _kind("rate")]
Balance = Annotated[int, PlainValidator(read_signed_money), _AMOUNT, _kind("balance")]
Text = Annotated[str, PlainValidator(read_text), _kind("text")]
Reference = Annotated[str, PlainValidator(read_reference), _kind("text")]
Identity = Annotated[str, PlainValidator(read_identity), _kind("identity")]
Ico = Annotated[str, PlainValidator(read_ico), _kind("ico")]
Municipality = Annotated[str, PlainValidator(read_municipality), _kind("municipality")]
YesNo = StrictBool
Whole = StrictInt
