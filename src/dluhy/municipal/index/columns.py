"""The columns from which the index of social exclusion is computed: their names, types, units and meaning of null.

Null is unknown everywhere but in `school` (no school is borrowed, or it is not known whose) and in the two figures of a
school that a municipality does not have.
"""

from __future__ import annotations

from typing import Final

import polars as pl

AREAS: Final = "CZ"
"""The code of the state among the sums of areas; regions have theirs (NUTS 3)."""
BASES: Final = ("inhabitants_15plus", "inhabitants_15_64")
SUMS: Final = (*BASES, "exe", "pnb_payments", "pnz_payments", "uoz6", "po_zs", "po_zs_base")
"""Whole numbers: inhabitants, persons, payments of the year (twelve times the mean month), persons, pupils, pupils."""
COLUMNS: Final = {
    "code": pl.String(),
    **dict.fromkeys(SUMS, pl.Int64()),
    "own_school": pl.Boolean(),
    "school": pl.String(),
}
"""What a frame of municipalities holds; `own_school` and `school` may be left out."""
OPTIONAL: Final = frozenset({"own_school", "school"})
COUNT_OF: Final = {"exe": "exe", "pnb": "pnb_payments", "pnz": "pnz_payments", "uoz6": "uoz6", "po_zs": "po_zs"}
"""Dimension -> the column of its count."""
SCHOOL: Final = "po_zs"
"""The dimension that is borrowed."""
LARGEST: Final = 1_000_000_000
"""More than any count or sum of the state can be; products of three stay within 128 bits."""
