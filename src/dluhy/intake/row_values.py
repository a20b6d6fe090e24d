"""Values of rows given as JSON: each a type of its own, strict, returned as the text that a list file would hold.

A text is no number, "true" is not true; a value that does not fit is an error whose type is the code of a problem and
which never repeats the value.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from dluhy.dates import DateError, parse_span
from dluhy.documents.values import FIRST_YEAR, LAST_YEAR, LONGEST_TEXT, code_of, is_czech_date, read_signed_money
from dluhy.facts.schema import FACTS, FactSpec
from dluhy.money import to_decimal_string
from dluhy.typography import is_printable

if TYPE_CHECKING:
    from collections.abc import Callable

_DAY: Final = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_PART_OF_DATE: Final = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
_MONEY: Final = "-?[0-9]{1,13}([.][0-9]{1,2})?"
_YEARS: Final = "[0-9]{4}[-/][0-9]{4}"
_MOST: Final = 99

KINDS: Final[dict[str, dict[str, Any]]] = {
    "list_date": {
        "title": "datum, i jen rok nebo měsíc / a date, or only its year or month",
        "type": "string",
        "pattern": f"^{_PART_OF_DATE}$",
    },
    "list_day": {"title": "přesný den / an exact day", "type": "string", "pattern": f"^{_DAY}$"},
    "list_years": {
        "title": "rok, nebo první a poslední rok / a year, or the first and the last year",
        "description": "2018, „2012-2014“",
        "anyOf": [
            {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
            {"type": "string", "pattern": f"^{_YEARS}$"},
        ],
    },
    "list_money": {
        "title": "částka v Kč / an amount in CZK",
        "description": "Text s tečkou, nejvýš dvě místa; číslo jen přesné na haléř."
        " / A text with a dot, at most two decimals; a number only where it is exact to the haléř.",
        "anyOf": [{"type": "string", "pattern": f"^{_MONEY}$"}, {"type": "number"}],
    },
    "list_text": {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT},
}
"""The kinds of values in rows, as the published schema describes them."""


def _refuse(code: str) -> PydanticCustomError:
    return PydanticCustomError(code, "the value does not fit")


def read_text(value: object) -> str:
    """Return a short text of printable signs."""
    if not isinstance(value, str):
        raise _refuse("text_form")
    if not value.strip():
        raise _refuse("text_empty")
    if len(value) > LONGEST_TEXT:
        raise _refuse("text_long")
    if not is_printable(value):
        raise _refuse("text_signs")
    return value


def read_date(value: object) -> str:
    """Return a date known to the day, the month or the year."""
    return _calendar(value, _PART_OF_DATE, "list_date_form", "date_czech")


def read_day(value: object) -> str:
    """Return an exact day."""
    return _calendar(value, _DAY, "list_day_form", "day_czech")


def _calendar(value: object, pattern: str, code: str, czech: str) -> str:
    if not isinstance(value, str):
        raise _refuse(code)
    if not re.fullmatch(pattern, value):
        raise _refuse(czech if is_czech_date(value) else code)
    try:
        parse_span(value)
    except DateError:
        raise _refuse(code) from None
    if not FIRST_YEAR <= int(value[:4]) <= LAST_YEAR:
        raise _refuse("date_range")
    return value


def read_years(value: object) -> str:
    """Return a year, or the first and the last of several."""
    if isinstance(value, int) and not isinstance(value, bool):
        first = last = value
    elif isinstance(value, str) and re.fullmatch(_YEARS, value):
        first, last = int(value[:4]), int(value[-4:])
    else:
        raise _refuse("list_year_form")
    if not (FIRST_YEAR <= first <= LAST_YEAR and FIRST_YEAR <= last <= LAST_YEAR):
        raise _refuse("date_range")
    if first > last:
        raise _refuse("backwards")
    return f"{first}" if first == last else f"{first}-{last}"


def read_money(value: object) -> str:
    """Return an amount with two decimals; a number is taken only where it is exact to the haléř."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        raise _refuse("money_form")
    if isinstance(value, str) and not re.fullmatch(_MONEY, value):
        read_signed_money(value)  # says why, for what people write
        raise _refuse("money_form")
    return to_decimal_string(read_signed_money(value))


def read_yes_no(value: object) -> str:
    """Return yes or no."""
    if not isinstance(value, bool):
        raise _refuse("bool_type")
    return "true" if value else "false"


def _whole(most: int) -> Callable[[object], str]:
    def read(value: object) -> str:
        if isinstance(value, bool) or not isinstance(value, int):
            raise _refuse("int_type")
        if value < 0:
            raise _refuse("greater_than_equal")
        if value > most:
            raise _refuse("less_than_equal")
        return f"{value}"

    return read


def _kind(name: str, read: Callable[[object], str]) -> Any:  # noqa: ANN401 - an annotation for pydantic
    return Annotated[str, PlainValidator(read), WithJsonSchema({"x-kind": name})]


TEXT: Final = _kind("list_text", read_text)


def annotation_of(meaning: str) -> Any:  # noqa: ANN401 - an annotation for pydantic
    """Return how a column's values are read from JSON."""
    spec = FACTS.get(meaning)
    return TEXT if spec is None else _of_fact(spec)


def _of_fact(spec: FactSpec) -> Any:  # noqa: ANN401 - an annotation for pydantic
    match spec.type:
        case "money":
            return _kind("list_money", read_money)
        case "date":
            return _kind("list_date", read_date) if spec.ranged else _kind("list_day", read_day)
        case "year":
            return _kind("list_years", read_years)
        case "int":
            most = spec.most or _MOST
            shape = {"type": "integer", "minimum": 0, "maximum": most}
            return Annotated[str, PlainValidator(_whole(most)), WithJsonSchema(shape)]
        case "bool":
            return Annotated[str, PlainValidator(read_yes_no), WithJsonSchema({"type": "boolean"})]
        case _:
            return Annotated[str, PlainValidator(read_text), code_of(spec.vocabulary or "")]
