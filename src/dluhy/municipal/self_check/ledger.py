"""A municipality's own list of claims in numbers: childhood debts by regime, costs against what was recovered, checks.

Money is in haléře, shares in basis points (hundredths of a per cent, rounded down); no number names a person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import frozen

from dluhy.children.outcome import NEEDS_DATA
from dluhy.municipal.self_check.ledger_checks import CHECKS, SUGGESTED, TONE, of_childhood, prepared
from dluhy.municipal.suggesting.making import list_statuses
from dluhy.negotiating import creditor_key, questions_of, with_creditors

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dluhy.checking import ListResult
    from dluhy.law.pack import Pack
    from dluhy.negotiating import Question

WHOLE: Final = 10_000
"""Basis points of the whole."""
_CALM, _ASK = "calm", "ask"


@frozen(kw_only=True)
class Tally:
    """Debts, people and haléře; `balance` is None where no debt states it, `without_balance` counts those without."""

    debts: int
    people: int
    balance: int | None
    without_balance: int = 0


@frozen(kw_only=True)
class Regime:
    """The childhood debts that one rule decided, and their share of all debts (basis points)."""

    outcome: str
    verdict: str
    tone: str
    tally: Tally
    share: int


@frozen(kw_only=True)
class Undecided:
    """Debts of which it is not said who owes them, by the verdict that they were given."""

    verdict: str
    tally: Tally


@frozen(kw_only=True)
class Enforcing:
    """What enforcing cost and brought, of the debts that are or were enforced.

    `costs` and `recovered` are sums over the `both` debts that state both; `enforced` counts all, `no_costs` and
    `no_recovered` those that lack the one or the other. Sums are None where no debt states both.
    """

    enforced: int
    both: int
    no_costs: int
    no_recovered: int
    costs: int | None
    recovered: int | None


@frozen(kw_only=True)
class Found:
    """What one check found: the debts it holds for, how many cannot be decided, and how many were looked at."""

    check: str
    tally: Tally
    undecided: int
    of: int


@frozen(kw_only=True)
class Absent:
    """A fact that the list does not state for some debts: `debts` of `of`, and the checks left open by it."""

    fact: str
    debts: int
    of: int
    checks: tuple[str, ...]


@frozen(kw_only=True)
class Ledger:
    """Everything that the list says of the municipality as a creditor."""

    rows: int
    rejected: int
    creditors: int
    whole: Tally
    childhood: Tally
    others: Tally
    undecided: Tally
    undecided_by: tuple[Undecided, ...]
    """The undecided debts by verdict, in the order of the verdicts."""
    regimes: tuple[Regime, ...]
    enforcing: Enforcing
    found: dict[str, Found]
    absent: tuple[Absent, ...]
    questions: tuple[Question, ...]
    """What to find out of the undecided debts, the most frequent first."""


def ledger_of(result: ListResult, creditor: str | None = None) -> Ledger:
    """Return the numbers of a checked list taken as one municipality's own claims, or of one creditor's in it.

    Raises InputError if the list has no such creditor, or several.
    """
    pack = result.checker.pack
    debts = prepared(with_creditors(result.judged.hstack(list_statuses(result, SUGGESTED))), pack)
    if creditor is not None:
        debts = debts.filter(pl.col("creditor_key") == creditor_key(debts, creditor))
    of_children = debts.filter(of_childhood())
    undecided = debts.filter(pl.col("outcome") == NEEDS_DATA)
    found = {name: _found(debts, name) for name in CHECKS}
    return Ledger(
        rows=result.intake.rows_in,
        rejected=result.intake.rows_rejected,
        creditors=debts["creditor_key"].n_unique(),
        whole=tally(debts),
        childhood=tally(of_children),
        others=tally(debts.filter(pl.col(TONE) == _CALM)),
        undecided=tally(debts.filter(pl.col(TONE) == _ASK)),
        undecided_by=tuple(_undecided(debts.filter(pl.col(TONE) == _ASK), pack)),
        regimes=tuple(_regimes(of_children, debts.height, pack)),
        enforcing=_enforcing(debts),
        found=found,
        absent=tuple(_absent(debts, found)),
        questions=tuple(question for question in questions_of(result, undecided) if question.effect == "missing"),
    )


def tally(debts: pl.DataFrame) -> Tally:
    """Return the numbers of some debts."""
    balance = debts["balance"]
    return Tally(
        debts=debts.height,
        people=debts["person_id"].n_unique() if debts.height else 0,
        balance=int(balance.sum()) if balance.count() else None,
        without_balance=balance.null_count(),
    )


def _regimes(of_children: pl.DataFrame, whole: int, pack: Pack) -> Iterable[Regime]:
    """Yield the regimes that occur: what is to be stopped first, then in the order of the verdicts."""
    order = {code: int(term.more.get("order", 0)) for code, term in pack.vocabularies["verdicts"].items()}
    found = [
        Regime(
            outcome=str(outcome),
            verdict=str(debts["verdict"][0]),
            tone=str(debts[TONE][0]),
            tally=tally(debts),
            share=debts.height * WHOLE // whole,
        )
        for (outcome,), debts in of_children.group_by("outcome", maintain_order=True)
    ]
    return sorted(found, key=lambda regime: (order[regime.verdict], regime.outcome))


def _undecided(debts: pl.DataFrame, pack: Pack) -> Iterable[Undecided]:
    given = debts["verdict"].cast(pl.String)
    for code in pack.vocabularies["verdicts"]:
        if (given == code).any():
            yield Undecided(verdict=code, tally=tally(debts.filter(given == code)))


def _enforcing(debts: pl.DataFrame) -> Enforcing:
    enforced = debts.filter(pl.col("enforcement_kind").is_not_null() & (pl.col("enforcement_kind") != "none"))
    both = enforced.drop_nulls(["costs", "recovered"])
    return Enforcing(
        enforced=enforced.height,
        both=both.height,
        no_costs=enforced["costs"].null_count(),
        no_recovered=enforced["recovered"].null_count(),
        costs=int(both["costs"].sum()) if both.height else None,
        recovered=int(both["recovered"].sum()) if both.height else None,
    )


def _found(debts: pl.DataFrame, name: str) -> Found:
    held = debts.select(CHECKS[name].test().alias("held"))["held"]
    return Found(
        check=name,
        tally=tally(debts.filter(held.fill_null(value=False))),
        undecided=held.null_count(),
        of=debts.height,
    )


def _absent(debts: pl.DataFrame, found: dict[str, Found]) -> Iterable[Absent]:
    """Yield each fact that is missing where a check could not be decided, the most frequent first."""
    waiting: dict[str, list[str]] = {}
    for name, check in CHECKS.items():
        if found[name].undecided:
            for fact in check.reads:
                waiting.setdefault(fact, []).append(name)
    absent = []
    for fact, checks in waiting.items():
        open_ = pl.any_horizontal(CHECKS[name].test().is_null() for name in checks)
        count = debts.filter(open_ & _missing(debts, fact)).height
        if count:
            absent.append(Absent(fact=fact, debts=count, of=debts.height, checks=tuple(checks)))
    return sorted(absent, key=lambda each: (-each.debts, each.fact))


def _missing(debts: pl.DataFrame, fact: str) -> pl.Expr:
    names = [name for name in (fact, f"{fact}_from", f"{fact}_to") if name in debts.columns]
    return pl.any_horizontal(pl.col(name).is_null() for name in names) if names else pl.lit(value=True)
