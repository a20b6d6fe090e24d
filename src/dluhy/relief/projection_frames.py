"""A projection as tables: months and claims as frames of haléře, and a month-by-month table to be checked on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.money import to_decimal_string
from dluhy.relief.claims import SECURED, SUBORDINATED, UNSECURED
from dluhy.relief.projection_course import TRUSTEE
from dluhy.relief.projection_totals import ESTATE, MAINTENANCE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy.relief.projection_values import Month, Projection

COLUMNS: Final = "projection_columns"
PHASES: Final = "projection_phases"
_MONEY: Final[Mapping[str, Callable[[Month], int]]] = {
    "income": lambda month: month.income,
    "extent": lambda month: month.extent,
    "deduction": lambda month: month.deduction,
    "voluntary": lambda month: month.voluntary,
    "gifts": lambda month: month.gifts,
    "extraordinary": lambda month: month.extraordinary,
    "sale": lambda month: month.sale + month.collateral,
    "trustee": lambda month: month.of_ranks(*TRUSTEE),
    "maintenance": lambda month: month.of_ranks(*MAINTENANCE),
    "estate": lambda month: month.of_ranks(*ESTATE),
    "unsecured": lambda month: month.of_ranks(UNSECURED),
    "subordinated": lambda month: month.of_ranks(SUBORDINATED),
    "secured": lambda month: month.of_ranks(SECURED),
    "returned": lambda month: month.returned,
    "left": lambda month: month.left,
    "creditors": lambda month: month.creditors,
}


def months_frame(projection: Projection) -> pl.DataFrame:
    """Return one row for each month: its number and phase, sums in haléře (Int64), whether it is assumed.

    Every row adds up: deduction, voluntary, gifts, extraordinary and sale are trustee, maintenance, estate, unsecured,
    subordinated, secured and returned. `plan_month` is null outside the plan.
    """
    months = projection.months
    return pl.DataFrame(
        {
            "number": [month.number for month in months],
            "plan_month": [month.plan_month for month in months],
            "first": [month.first for month in months],
            "phase": [month.phase for month in months],
            **{name: [value(month) for month in months] for name, value in _MONEY.items()},
            "assumed": [month.assumed for month in months],
        },
        schema={
            "number": pl.Int64, "plan_month": pl.Int64, "first": pl.Date, "phase": pl.String,
            **dict.fromkeys(_MONEY, pl.Int64), "assumed": pl.Boolean,
        },
    )  # fmt: skip


def payments_frame(projection: Projection) -> pl.DataFrame:
    """Return what each claim got in each month in which it got anything; haléře (Int64)."""
    rows = [
        (month.number, month.first, claim.id, amount)
        for month in projection.months
        for claim, amount in zip(projection.claims, month.payments, strict=True)
        if amount
    ]
    schema = {"number": pl.Int64, "first": pl.Date, "claim": pl.String, "amount": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def claims_frame(projection: Projection) -> pl.DataFrame:
    """Return one row for each claim: its parts, what it got, what is left; haléře (Int64)."""
    texts = ("id", "kind", "rank", "survives", "evidence")
    sums = ("ranked", "subordinated", "secured", "excluded", "paid", "paid_subordinated", "paid_secured", "rest",
            "secured_rest")  # fmt: skip
    return pl.DataFrame(
        {name: [getattr(claim, name) for claim in projection.claims] for name in (*texts[:3], *sums, *texts[3:])},
        schema=dict.fromkeys(texts[:3], pl.String)
        | dict.fromkeys(sums, pl.Int64)
        | dict.fromkeys(texts[3:], pl.String),
    )


def table(projection: Projection, pack: Pack, language: Language = "cs") -> list[list[str]]:
    """Return the months as rows of text under a row of headings; money as decimal strings, assumed months marked.

    Columns in which nothing happens are left out.
    """
    names = [
        "number",
        "first",
        "phase",
        *(name for name, value in _MONEY.items() if any(map(value, projection.months))),
    ]
    term = pack.term(COLUMNS, "assumed").text(language)
    heads = [pack.term(COLUMNS, name).text(language) for name in names]
    return [[*heads, term], *(_row(month, names, term, pack, language) for month in projection.months)]


def _row(month: Month, names: list[str], mark: str, pack: Pack, language: Language) -> list[str]:
    texts = {
        "number": str(month.number),
        "first": month.first.isoformat(),
        "phase": pack.term(PHASES, month.phase).text(language),
    }
    cells = [texts[name] if name in texts else to_decimal_string(_MONEY[name](month)) for name in names]
    return [*cells, mark.lower() if month.assumed else ""]
