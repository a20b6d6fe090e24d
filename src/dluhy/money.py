"""Money: integer haléře inside, decimal strings at the edges.

Source of the unit: a haléř is one hundredth of a koruna. No function here touches a float except to refuse
one that is not exact to the haléř.
"""

from __future__ import annotations

import re
from decimal import Decimal

HALERE_PER_KORUNA = 100
LARGEST_HALERE = 10**15  # ten billion crowns: sums of ten million rows stay far below the Int64 limit

_PLAIN = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,2})?")


class MoneyError(ValueError):
    """The value is not money with at most two decimal places."""


def to_halere(value: str | float | Decimal) -> int:
    """Return a money value in haléře, exactly.

    Takes a decimal string ("1234.50"), an integer number of crowns, or a number that is exact to the
    haléř. Raises MoneyError for anything else; never rounds.
    """
    if isinstance(value, bool):
        raise MoneyError(value)
    text = value.strip() if isinstance(value, str) else repr(value) if isinstance(value, float) else str(value)
    if not _PLAIN.fullmatch(text):
        raise MoneyError(value)
    halere = int(Decimal(text) * HALERE_PER_KORUNA)
    if abs(halere) > LARGEST_HALERE:
        raise MoneyError(value)
    return halere


def to_decimal_string(halere: int) -> str:
    """Return haléře as a decimal string with two places: 123450 → "1234.50"."""
    sign = "-" if halere < 0 else ""
    crowns, rest = divmod(abs(halere), HALERE_PER_KORUNA)
    return f"{sign}{crowns}.{rest:02d}"
