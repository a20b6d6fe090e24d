"""What is looked for in a municipality's own list of claims: three-valued tests of its judged rows, by name.

Each name is the `check` of an item in `rules/municipal/practice.toml`. A test that cannot be decided is null; a debt
that is known to be finished fails every test. No test asserts what a list cannot show: that a period ended, say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import frozen

from dluhy.ids import EXECUTOR_OFFICE

if TYPE_CHECKING:
    from collections.abc import Callable

    from dluhy.law.pack import Pack

FEE: Final = "local_fee"
"""The group of debts that are local fees."""
_PUBLIC: Final = frozenset({FEE, "fine", "public", "costs", "maintenance"})
"""Groups of debts that are no civil claims of a municipality or its bodies."""
_ALIVE: Final = ("running", "suspended")
_EXECUTOR: Final = "court_executor"
GROUP, TONE = "ledger group", "ledger tone"
"""Columns that `prepared` adds: the group of the kind of debt, and how strongly the verdict calls for action."""
_OFFICES: Final = "ledger offices"


@frozen
class Check:
    """One test of a row and the facts it reads, of which the missing ones are told."""

    test: Callable[[], pl.Expr]
    reads: tuple[str, ...]


def prepared(judged: pl.DataFrame, pack: Pack) -> pl.DataFrame:
    """Return judged rows with what the tests read beside them; the rows and their order stay."""
    kinds = {code: str(term.more.get("group", code)) for code, term in pack.vocabularies["debt_kinds"].items()}
    tones = {code: str(term.more.get("tone", "ask")) for code, term in pack.vocabularies["verdicts"].items()}
    absent = [] if "enforcement_ref" in judged.columns else ["enforcement_ref"]
    frame = judged.with_columns(pl.lit(None, dtype=pl.String).alias(name) for name in absent)
    frame = frame.with_columns(_mapped("debt_kind", kinds).alias(GROUP), _mapped("verdict", tones).alias(TONE))
    office = pl.col("enforcement_ref").str.extract(EXECUTOR_OFFICE, 1)
    return frame.with_columns(
        pl.when(_by_executor()).then(office).drop_nulls().n_unique().over("person_id").alias(_OFFICES)
    )


def _mapped(column: str, values: dict[str, str]) -> pl.Expr:
    return pl.col(column).cast(pl.String).replace_strict(values, default=None, return_dtype=pl.String)


def _alive() -> pl.Expr:
    """Return whether the debt is being enforced; of one not enforced the state may be left out."""
    idle = pl.col("enforcement_kind") == "none"
    return pl.col("enforcement_status").is_in(_ALIVE) & ~idle.fill_null(value=False)


def _by_executor() -> pl.Expr:
    return (pl.col("enforcement_kind") == _EXECUTOR) & _alive()


def _minor() -> pl.Expr:
    first, last = pl.col("person_days_to_18_from"), pl.col("person_days_to_18_to")
    return pl.when(first > 0).then(statement=True).when(last <= 0).then(statement=False)


def _owed() -> pl.Expr:
    """Return whether the debt is not known to be finished."""
    return ~pl.col("debt_finished").fill_null(value=False)


def _fee() -> pl.Expr:
    return pl.col(GROUP) == FEE


def of_childhood() -> pl.Expr:
    """Return whether a debt was decided to be from childhood."""
    return pl.col(TONE).is_in(["stop", "weigh"])


def _verdict(code: str, group: str = FEE) -> Check:
    return Check(lambda: (pl.col("verdict") == code) & (pl.col(GROUP) == group) & _owed(), ())


def _flag(rule: str, *reads: str) -> Check:
    return Check(lambda: pl.col(rule) & _owed(), reads)


def _suggested(rule: str, *reads: str) -> Check:
    """Read how the intervention came out that `suggest` would name for the same debt, so that the two agree."""
    return Check(lambda: pl.col(rule), reads)


def _executor_for_fees() -> pl.Expr:
    return _fee() & _by_executor() & ~_minor() & ~of_childhood() & _owed()


def _costs_over(column: str) -> Callable[[], pl.Expr]:
    return lambda: (pl.col("costs") > pl.col(column)) & _owed() & (pl.col("enforcement_kind") != "none")


def _several_executors() -> pl.Expr:
    known = pl.when(_by_executor()).then(pl.col("enforcement_ref").is_not_null())
    return _by_executor() & pl.when(pl.col(_OFFICES) > 1).then(statement=True).when(known).then(statement=False)


def _fruitless() -> pl.Expr:
    long_ago = pl.when(pl.col("fruitless_ends_on_to") < pl.col("as_of")).then(statement=True)
    return (
        _by_executor()
        & long_ago.when(pl.col("fruitless_ends_on_from") >= pl.col("as_of")).then(statement=False)
        & ~pl.col("real_estate_attached")
        & _owed()
    )


CHECKS: Final[dict[str, Check]] = {
    "minors_enforced": Check(lambda: _minor() & _alive() & _owed(), ("birth_date", "enforcement_status")),
    "owed_by_nobody": _verdict("none_of_child"),
    "owed_by_guardian": _suggested("M-02", "due_on", "birth_date"),
    "exempt_in_care": _verdict("exempt"),
    "shared_with_guardian": _verdict("child_and_guardian"),
    "increases_on_children": Check(lambda: of_childhood() & _fee() & (pl.col("increase") > 0) & _owed(), ("increase",)),
    "fines_of_children": _verdict("none_of_child", "fine"),
    "civil_of_children": Check(lambda: of_childhood() & ~pl.col(GROUP).is_in(_PUBLIC) & _owed(), ()),
    "tax_accessories": _flag("foreign_accessory", "interest", "penalty"),
    "over_triple": _flag("over_triple", "principal", "increase"),
    "past_six_years": _suggested("M-06", "due_on", "enforcement_kind", "enforcement_status", "enforcement_began_on"),
    "executor_for_fees": Check(_executor_for_fees, ("enforcement_kind", "enforcement_status", "birth_date")),
    "costs_over_debt": Check(_costs_over("principal"), ("costs", "principal", "enforcement_kind")),
    "costs_over_recovered": Check(_costs_over("recovered"), ("costs", "recovered", "enforcement_kind")),
    "several_executors": Check(_several_executors, ("enforcement_ref", "enforcement_kind", "enforcement_status")),
    "fruitless": Check(
        _fruitless, ("last_recovered_on", "order_final_on", "enforcement_began_on", "real_estate_attached")
    ),
}
"""Every test by its name."""
SUGGESTED: Final = ("M-02", "M-06")
"""The interventions whose status the tests read; a judged row brings it beside its facts."""
