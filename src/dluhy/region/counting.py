"""The debts of a checked list as they are counted: whose group, which municipality, which creditor; and the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy import places
from dluhy.intake.grids import ROW
from dluhy.intake.years import PART
from dluhy.negotiating import BANDS, with_creditors
from dluhy.plan import steps
from dluhy.problems import InputError, Problem
from dluhy.region.bodies import body_of
from dluhy.region.overview import UNKNOWN

if TYPE_CHECKING:
    from dluhy.checking import ListResult
    from dluhy.law.pack import Pack

CALM: Final = "calm"
LATER: Final = "later"
OVER: Final = "over"
_ENDED: Final = ("stopped", "ended")
_GROUP_OF: Final = {"now_child": "children", "now_adult": "adults"}
_OTHERS: Final = "others"
_NOT_STATED: Final = "?"
_UNDECIDED: Final = "undecided"

COLUMNS_OF: Final = {
    "regimes": "outcome", "verdicts": "verdict", "tones": "tone", "who_owes": "child_owes", "debt_kinds": "debt_kind",
    "creditor_kinds": "creditor_kind", "creditors": "creditor_code", "enforcement_kinds": "enforced_by",
    "enforcement_statuses": "enforcement_status",
}  # fmt: skip
"""The tables in which every debt stands once, and the column that each goes by."""

SUMS: Final = (
    pl.len().cast(pl.Int64).alias("debts"),
    pl.col("person_id").n_unique().cast(pl.Int64).alias("people"),
    pl.col("balance").sum().alias("halere"),
    pl.col("balance").null_count().cast(pl.Int64).alias("amounts_unknown"),
)


def require_codes(result: ListResult, municipality: str | None) -> None:
    """Raise InputError where it is not known of which municipality a debt is, or where what is said is none.

    `municipality` is the code that is said to be that of the whole list.
    """
    problems = []
    if municipality is not None and places.municipality(municipality) is None:
        problems.append(Problem("municipality", "--municipality", "obec s tímto kódem není",
                                "there is no municipality with this code"))  # fmt: skip
    stated = _stated(result)
    missing = int(stated.null_count())
    if municipality is None and (missing or not result.judged.height):
        problems.append(_asked(missing if result.judged.height else None))
    others = sorted({code for code in stated.drop_nulls().unique().to_list() if code != municipality})
    if municipality is not None and others:
        cs = f"seznam sám uvádí jiné obce ({_told(others)}); opravte kód, nebo jej neuvádějte"
        en = f"the list itself names other municipalities ({_told(others)}); correct the code, or do not give it"
        problems.append(Problem("municipality_differs", "--municipality", cs, en))
    wrong = [code for code in others if places.municipality(code) is None]
    if municipality is None and wrong:
        problems.append(Problem("municipality", "municipality_code", f"takové obce nejsou: {_told(wrong)}",
                                f"there are no such municipalities: {_told(wrong)}"))  # fmt: skip
    if problems:
        raise InputError(problems)


def _asked(rows: int | None) -> Problem:
    cs = "seznam neříká, které obce je" if rows is None else f"u {rows} dluhů seznam neříká, které obce jsou"
    en = "the list does not say of which municipality it is" if rows is None else (
        f"of {rows} debts the list does not say of which municipality they are")  # fmt: skip
    return Problem(
        "municipality_missing",
        "--municipality",
        f"{cs}; napište kód obce: --municipality KÓD, u více seznamů --codes TABULKA",
        f"{en}; give the code: --municipality CODE, of several lists --codes TABLE",
    )


_MOST_TOLD: Final = 5


def _told(codes: list[str]) -> str:
    """Return codes as they may be printed, a few of many; what is no code may be anything and is not repeated."""
    shown = [code if code.isdigit() else "…" for code in codes[:_MOST_TOLD]]
    return ", ".join(shown) + (" …" if len(codes) > _MOST_TOLD else "")


def _stated(result: ListResult) -> pl.Series:
    judged = result.judged
    if "municipality_code" in judged.columns:
        code = pl.col("municipality_code")
        own = ~code.str.starts_with(_NOT_STATED)  # so does the engine mark the rows that do not say it
        return judged.select(pl.when(own).then(code).alias("municipality_code")).to_series()
    return pl.Series("municipality_code", [None] * judged.height, dtype=pl.String)


def counted(result: ListResult, municipality: str | None) -> pl.DataFrame:
    """Return the judged debts with what they are counted by.

    Adds `place` (code of the municipality), `tone`, `group` (of the person; "others" for debts that are none of
    childhood, or of people who have none or died), `creditor_kind`, `creditor_code` and `creditor_body` (its name),
    `enforced_by` (kind of enforcement, "over" once it was stopped or ended). Codes that a table needs are texts,
    "unknown" where the list does not say.
    """
    pack = result.checker.pack
    whose = _stated(result) if municipality is None else _stated(result).fill_null(municipality)
    frame = with_creditors(result.judged).with_columns(whose.alias("place"), _tone(pack), _group(pack).alias("group"))
    calm = pl.col("tone") == CALM
    frame = frame.with_columns(pl.when(calm).then(pl.lit(_OTHERS)).otherwise("group").alias("group"))
    over = pl.col("enforcement_status").cast(pl.String).is_in(_ENDED)
    kind = pl.col("enforcement_kind").cast(pl.String)
    frame = frame.with_columns(pl.when(over).then(pl.lit(OVER)).otherwise(kind).alias("enforced_by"))
    return _with_bodies(frame, pack).with_columns(
        pl.col(column).cast(pl.String).fill_null(UNKNOWN) for column in COLUMNS_OF.values()
    )


def _tone(pack: Pack) -> pl.Expr:
    tones = {code: str(term.more.get("tone", "ask")) for code, term in pack.vocabularies["verdicts"].items()}
    verdict = pl.col("verdict").cast(pl.String)
    return verdict.replace_strict(list(tones), list(tones.values()), return_dtype=pl.String).alias("tone")


def _group(pack: Pack) -> pl.Expr:
    """Return the group of a person by the list the person is on; undecided where none holds."""
    groups = {rule.id: _GROUP_OF.get(rule.verdict, _OTHERS) for rule in pack.partitions["list"]}
    on = pl.col("list").cast(pl.String)
    return on.replace_strict(list(groups), list(groups.values()), return_dtype=pl.String).fill_null(_UNDECIDED)


def _with_bodies(frame: pl.DataFrame, pack: Pack) -> pl.DataFrame:
    keys = ["creditor_shown", "creditor_number", "place"]
    distinct = frame.select(keys).unique(maintain_order=True)
    bodies = [body_of(name, number, place or "", pack) for name, number, place in distinct.rows()]
    told = distinct.with_columns(
        pl.Series("creditor_kind", [body.kind for body in bodies], dtype=pl.String),
        pl.Series("creditor_code", [body.code for body in bodies], dtype=pl.String),
        pl.Series("creditor_body", [body.name for body in bodies], dtype=pl.String),
    )
    return frame.join(told, on=keys, how="left", nulls_equal=True, maintain_order="left")


def of_childhood(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the counted debts that are or may be from childhood."""
    return frame.filter(pl.col("group") != _OTHERS)


def sums_by(frame: pl.DataFrame, *keys: str) -> pl.DataFrame:
    """Return counts and sums of debts by keys, in the order of the keys."""
    return frame.group_by(*keys).agg(*SUMS).sort(*keys)


def by_step(frame: pl.DataFrame, pack: Pack) -> pl.DataFrame:
    """Return counts and sums by `place`, `group` and step (`code`) that stands or may stand; a debt has several."""
    lines = steps(frame, pack).select(
        "person_id", pl.col("joined").alias("code"), pl.col("rows").list.unique().alias(ROW)
    )
    of_debts = lines.explode("code").explode(ROW).drop_nulls().unique(maintain_order=True)
    debts = frame.select("person_id", "place", "group", "balance", pl.col(ROW).cast(pl.UInt32), PART)
    return sums_by(of_debts.join(debts, on=["person_id", ROW], how="inner"), "place", "group", "code")


def by_birthday(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the children of each `place` by the band of days to the 18th birthday, with their debts."""
    days = pl.col("person_days_to_18_from")
    band = pl.lit(LATER)
    for most in reversed(BANDS):
        band = pl.when(days <= most).then(pl.lit(str(most))).otherwise(band)
    children = frame.filter(pl.col("group") == "children").with_columns(
        pl.when(days.is_not_null()).then(band).otherwise(pl.lit(UNKNOWN)).alias("code")
    )
    return sums_by(children, "place", "group", "code")
