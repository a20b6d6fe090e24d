"""The value of a change, written as people write it in Czech or as JSON, read by the type of its field."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final, NoReturn, get_args

from pydantic import AfterValidator, WithJsonSchema

from dluhy.documents.decoding import shown
from dluhy.documents.fields import inner, part_of
from dluhy.documents.lists import codes, labels
from dluhy.documents.values import Listed
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from dluhy.law.pack import Pack


class _Removed:
    """Stands for nothing behind `=`."""

    def __repr__(self) -> str:
        return "REMOVED"


REMOVED: Final = _Removed()
_WORDS: Final = {"ano": True, "yes": True, "true": True, "ne": False, "no": False, "false": False}
_NOTHING: Final = frozenset({"", "null"})
_AMOUNT: Final = re.compile(r"[+-]?\d{1,3}([ \u00a0\u202f]\d{3})+([.,]\d{1,2})?|[+-]?\d+([.,]\d{1,2})?")
_CURRENCY: Final = re.compile(r"[ \u00a0]*(Kč|CZK|,-)$")
_CZECH_DAY: Final = re.compile(r"([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*([0-9]{4})")
_CZECH_MONTH: Final = re.compile(r"([0-9]{1,2})\s*[./]\s*([0-9]{4})")
_NEAR: Final = 0.5
_MONEY: Final = frozenset({"money", "balance"})
_DATES: Final = frozenset({"when", "day", "month"})


def value_of(text: str, field: FieldInfo, pack: Pack, *, key: str, member: bool) -> Any:  # noqa: ANN401 - of any field
    """Return the value as a document holds it; `REMOVED` for nothing. `member` asks for one of the field's list.

    Yes and no are ano/ne, sums `12 500,50`, days `21. 11. 2026`, codes of lists also by their label; a table or a list
    is JSON, a list of texts also `a, b`. Raises InputError naming `key`, with the nearest code where there is one.
    """
    text = text.strip()
    if text.lower() in _NOTHING:
        return REMOVED
    kind, is_list = inner(field)
    if text[:1] in {"{", "[", '"'}:
        return _json(text, key)
    if is_list and not member and part_of(field) is None:
        return [_one(each.strip(), kind, pack, key) for each in text.split(",")]
    if part_of(field) is not None:
        cs = 'sem patří celá položka jako JSON, třeba {"kind": "…"}; jeden údaj v ní mění klíč o kus delší'
        en = 'a whole member belongs here as JSON, such as {"kind": "…"}; a longer key changes one value in it'
        raise _wrong(key, cs, en)
    return _one(text, kind, pack, key)


def _json(text: str, key: str) -> Any:  # noqa: ANN401 - JSON
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise _wrong(
            key, "hodnota začíná jako JSON, ale platný JSON to není", "the value begins as JSON but is none"
        ) from None


def _no_number(_: str) -> NoReturn:
    raise ValueError


def _one(text: str, kind: Any, pack: Pack, key: str) -> Any:  # noqa: ANN401 - a type, a value
    listed = next((each.func.name for each in _marks(kind, AfterValidator) if isinstance(each.func, Listed)), None)
    if listed is not None:
        return _code(text, listed, pack, key)
    if _is(kind, bool):
        if text.lower() not in _WORDS:
            raise _wrong(key, "čeká se ano, nebo ne", "yes or no is expected")
        return _WORDS[text.lower()]
    name = next((each.json_schema["x-kind"] for each in _marks(kind, WithJsonSchema) if each.json_schema), None)
    if name in _MONEY:
        return _amount(text, key)
    if name in _DATES:
        return _day(text, key)
    if _is(kind, int):
        if not re.fullmatch(r"-?[0-9]{1,9}", text):
            raise _wrong(key, "čeká se celé číslo", "a whole number is expected")
        return int(text)
    return text


def _marks(kind: Any, of: type) -> Iterator[Any]:  # noqa: ANN401 - an annotation
    yield from (each for each in get_args(kind)[1:] if isinstance(each, of))


def _is(kind: Any, plain: type) -> bool:  # noqa: ANN401 - an annotation
    of = get_args(kind) or (kind,)
    return of[0] is plain and not any(_marks(kind, WithJsonSchema))


def _code(text: str, listed: str, pack: Pack, key: str) -> str:
    """Return a code of a closed list, written as it is or as people call it."""
    known = list(codes(pack)[listed])
    if text in known:
        return text
    called = labels(pack, listed)
    named = {word.lower(): code for code, words in called.items() for word in words}
    if text.lower() in named:
        return named[text.lower()]
    near = get_close_matches(text.lower(), [*known, *named], n=3, cutoff=_NEAR)
    names = ", ".join(dict.fromkeys(named.get(each, each) for each in near)) or ", ".join(known)
    cs, en = ("nemá to být", "is it") if near else ("možné jsou:", "there are:")
    mark = "?" if near else ""
    raise _wrong(key, f"takový kód tu není; {cs} {names}{mark}", f"there is no such code; {en} {names}{mark}")


def _amount(text: str, key: str) -> str:
    """Return a sum as a decimal text: `12 500,50 Kč` is 12500.50."""
    bare = _CURRENCY.sub("", text).replace("−", "-")
    if not _AMOUNT.fullmatch(bare):
        raise _wrong(key, "má být částka v Kč, třeba 12 500,50", "should be an amount in CZK, such as 12500.50")
    return re.sub(r"[ \u00a0\u202f+]", "", bare).replace(",", ".")


def _day(text: str, key: str) -> str:
    """Return a day or a month as the document writes it; what is neither is left for the document's own checks."""
    day, month = _CZECH_DAY.fullmatch(text), _CZECH_MONTH.fullmatch(text)
    if day is None and month is None:
        return text
    found = (int(day[3]), int(day[2]), int(day[1])) if day is not None else (int(month[2]), int(month[1]), 1)  # type: ignore[index]
    try:
        exact = date(*found)
    except ValueError:
        raise _wrong(key, "takový den v kalendáři není", "there is no such day in the calendar") from None
    return exact.isoformat() if day is not None else f"{exact:%Y-%m}"


def _wrong(key: str, cs: str, en: str) -> InputError:
    return InputError([Problem("what_if_value", shown(key), cs, en)])
