"""A region's overview as JSON for other programs: the frames as lists of records, sums in haléře; and read back."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import msgspec
import polars as pl

from dluhy.region.overview import AREAS, RANKING, STEPS_OF_TREND, TABLE_ROWS, TREND, Finding, Overview

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dluhy.receipt import Receipt

FORM: Final = "dluhy-prehled-1"
"""The version of the form."""

_FRAMES: Final[dict[str, Mapping[str, pl.DataType]]] = {
    "municipalities": AREAS, "authorities": AREAS, "districts": AREAS, "total": AREAS, "tables": TABLE_ROWS,
    "ranking": RANKING, "trend": TREND, "trend_steps": STEPS_OF_TREND,
}  # fmt: skip
_PLAIN: Final = ("region", "region_name", "public", "reports")


def overview_json(overview: Overview, note: str | None = None, receipt: Receipt | None = None) -> str:
    """Return the overview as JSON, a line for each record; the same overview gives the same text.

    `note` is a sentence of the user's own („vymyšlená data“); `receipt` says by what it was computed.
    """
    head: dict[str, Any] = {"form": FORM, "as_of": overview.as_of.isoformat()}
    head |= {} if note is None else {"note": note}
    head |= {} if receipt is None else {"receipt": msgspec.to_builtins(receipt)}
    head |= {name: getattr(overview, name) for name in _PLAIN}
    head |= {"base_day": overview.base_day.isoformat(), "rounds": overview.rounds, "packs": overview.packs}
    head["findings"] = [{"code": each.code, "cs": each.cs, "en": each.en} for each in overview.findings]
    parts = [f" {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in head.items()]
    for name in _FRAMES:
        records = ",\n".join(f"  {_record(row)}" for row in getattr(overview, name).iter_rows(named=True))
        parts.append(f" {json.dumps(name)}: [\n{records}\n ]" if records else f" {json.dumps(name)}: []")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _record(row: dict[str, Any]) -> str:
    plain = {key: value.isoformat() if isinstance(value, date) else value for key, value in row.items()}
    return json.dumps(plain, ensure_ascii=False)


def overview_of(text: str) -> Overview:
    """Return the overview of such a JSON; raises ValueError for another form."""
    held = json.loads(text)
    if held.get("form") != FORM:
        raise ValueError(held.get("form"))
    parts: dict[str, Any] = {name: _frame(held[name], schema) for name, schema in _FRAMES.items()}
    parts |= {name: held[name] for name in _PLAIN}
    return Overview(
        as_of=date.fromisoformat(held["as_of"]),
        base_day=date.fromisoformat(held["base_day"]),
        rounds=tuple(held["rounds"]),
        packs=tuple(held["packs"]),
        findings=tuple(Finding(each["code"], each["cs"], each["en"]) for each in held["findings"]),
        **parts,
    )


def _frame(records: list[dict[str, Any]], schema: Mapping[str, pl.DataType]) -> pl.DataFrame:
    days = [name for name, dtype in schema.items() if dtype == pl.Date()]
    read = [{**row, **{name: _day(row[name]) for name in days}} for row in records]
    return pl.DataFrame(read, schema=dict(schema), orient="row")


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
