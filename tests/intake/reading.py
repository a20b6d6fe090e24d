"""What the tests of the cell readers share: cells in, values with the notices out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from dluhy.intake import cells

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dluhy.intake.cells import Read

TEXT = pl.String()


def answers(read: Read, frame: pl.DataFrame) -> list[tuple[tuple[object, ...], set[str]]]:
    """Return per cell its values and the codes of its rejects, repairs and warnings."""
    table, reads = cells.settled(frame, {"it": read})
    settled = reads["it"]
    tests = {**settled.bad, **settled.repairs, **settled.warnings}
    values = table.select(value.alias(name) for name, value in settled.values.items()).rows()
    held = table.select(pl.first(), *(test.alias(code) for code, test in tests.items())).drop(table.columns[0])
    assert not any(held.null_count().row(0) if tests else ()), "a test is true or false"
    codes = [{code for code, holds in zip(held.columns, row, strict=True) if holds} for row in held.rows()]
    return list(zip(values, codes if tests else [set()] * len(values), strict=True))


def say(read: Read, written: Sequence[str | None]) -> list[tuple[tuple[object, ...], set[str]]]:
    """Return what a reader makes of text cells, once each and all together: a cell never depends on the others."""
    together = answers(read, pl.DataFrame({"0": written}, schema={"0": pl.String}))
    assert len(together) == len(written)
    return together


def one(read: Read, written: str | None) -> tuple[object, set[str]]:
    """Return what a reader with one value makes of one text cell."""
    ((value, codes),) = say(read, [written])
    return value[0] if len(value) == 1 else value, codes


def nothing_said(reader: Callable[..., Read], **options: object) -> None:
    """Check that empty cells and words for unknown are null and neither refused nor mended."""
    written = [None, "", "  ", "\u00a0", "-", "–", "—", "neuvedeno", "Nezjištěno", "není  známo", "N/A", "nezjisteno"]
    for values, codes in say(reader("0", TEXT, "fact", **options), written):
        assert values == (None,) * len(values)
        assert codes == set()
