"""Rows of payments as JSON: read strictly, every error at once with its pointer, typed before they join others.

A row whose values all fit is read by the readers of its columns alone; as soon as one does not, the whole document is
held against its model, which says everything that is wrong. A property test holds both to the same values.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from attrs import frozen
from pydantic_core import PydanticCustomError

from dluhy.deductions.cells import MONEY, MOST_DEPENDANTS, MOST_ORDERS, REFERENCE
from dluhy.deductions.document import RowsDocument
from dluhy.deductions.frame_columns import COLUMNS, REQUIRED, lists_of
from dluhy.documents.decoding import decode
from dluhy.documents.files import limited
from dluhy.documents.shape import shaped
from dluhy.documents.values import read_day, read_identity, read_money, read_month
from dluhy.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dluhy.law.pack import Pack

ROWS: Final = "rows"
"""The key of the document that holds the rows."""
FIELDS: Final = (REFERENCE, *COLUMNS)
"""The values of a typed row, in this order."""
TypedRow = tuple[Any, ...]
_at = itemgetter(*map(FIELDS.index, REQUIRED))
_KEPT: Final = 4096


class _UnfitError(ValueError):
    """A value that its column does not take."""


@frozen
class PaymentRows:
    """The rows of one document with the types that are computed with; `with_ref` where any says how it is called."""

    rows: tuple[TypedRow, ...]
    with_ref: bool
    sha256: str


def read_rows(content: bytes, pack: Pack, place: str = "") -> PaymentRows:
    """Return the rows of a JSON document; InputError with everything that does not fit, each with its pointer."""
    return rows_of(decode(content, place, "json"), content, pack)


def rows_of(document: Mapping[str, Any], content: bytes, pack: Pack) -> PaymentRows:
    """Return the rows of a document that is decoded already; InputError as in `read_rows`."""
    rows = document.get(ROWS)
    typed = None
    if len(document) == 1 and isinstance(rows, list) and rows:
        typed = _fitting(rows, _readers(pack))
    if typed is None:
        typed = _checked(document, pack)
    given: Sequence[Mapping[str, Any]] = document[ROWS]
    return PaymentRows(typed, any(REFERENCE in row for row in given), sha256(content).hexdigest())


def frame_of(rows: Sequence[TypedRow], pack: Pack) -> pl.DataFrame:
    """Return typed rows as a frame of those columns that any row has, sound for `frames.deducted_of`."""
    dtypes = _dtypes(pack)
    columns = zip(FIELDS, zip(*rows, strict=True), strict=True)
    given = [(name, values) for name, values in columns
             if name != REFERENCE and (name in REQUIRED or values.count(None) < len(values))]  # fmt: skip
    return pl.DataFrame([pl.Series(name, values, dtype=dtypes[name]) for name, values in given])


def _fitting(rows: Sequence[object], readers: Mapping[str, Callable[[Any], Any]]) -> tuple[TypedRow, ...] | None:
    """Return the rows typed; None as soon as anything does not fit."""
    try:
        return tuple(_typed(row, readers) for row in rows)
    except (PydanticCustomError, _UnfitError, TypeError):
        return None


def _typed(row: object, readers: Mapping[str, Callable[[Any], Any]]) -> TypedRow:
    if not isinstance(row, dict):
        raise _UnfitError
    values = dict.fromkeys(FIELDS)
    for name, value in row.items():
        reader = readers.get(name)
        if reader is None:
            raise _UnfitError
        if value is not None:
            values[name] = reader(value)
    typed = tuple(values.values())
    if None in _at(typed):
        raise _UnfitError
    return typed


@lru_cache(maxsize=8)
def _readers(pack: Pack) -> dict[str, Callable[[Any], Any]]:
    """Return what reads the values of each column; what may be personal (sums, references) is not remembered."""
    lists = {name: _code(frozenset(codes)) for name, codes in lists_of(pack).items()}
    own: dict[str, Callable[[Any], Any]] = {
        REFERENCE: read_identity,
        "wage_period": _dated(read_month),
        "dependants": _whole(MOST_DEPENDANTS),
        "orders": _whole(MOST_ORDERS),
        **dict.fromkeys(MONEY, read_money),
        **dict.fromkeys(("paid_on", "order_issued_on"), _dated(read_day)),
        **lists,
    }
    return {name: own.get(name, _yes_no) for name in FIELDS}


def _yes_no(value: object) -> bool:
    if value is True or value is False:
        return value
    raise _UnfitError


def _whole(most: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if type(value) is int and 0 <= value <= most:
            return value
        raise _UnfitError

    return read


def _dated(reader: Callable[[object], Any]) -> Callable[[object], Any]:
    remembered = lru_cache(_KEPT)(reader)

    def read(value: object) -> Any:  # noqa: ANN401 - what the reader returns
        if isinstance(value, str):
            return remembered(value)
        raise _UnfitError

    return read


def _code(codes: frozenset[str]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if isinstance(value, str) and value in codes:
            return value
        raise _UnfitError

    return read


def _checked(document: Mapping[str, Any], pack: Pack) -> tuple[TypedRow, ...]:
    """Return the rows by the model of the document; InputError with every problem."""
    found = shaped(RowsDocument, document, pack, {ROWS: []})
    if found.problems or found.document is None:
        raise InputError(limited(list(found.problems)))
    return tuple(tuple(getattr(row, name) for name in FIELDS) for row in found.document.rows)


@lru_cache(maxsize=8)
def _dtypes(pack: Pack) -> dict[str, pl.DataType]:
    return {**COLUMNS, **{name: pl.Enum(codes) for name, codes in lists_of(pack).items()}}
