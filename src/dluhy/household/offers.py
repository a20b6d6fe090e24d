"""Offers to creditors without priority: what is left, divided by what is owed, in round sums that add up exactly.

Every creditor gets at least the smallest instalment, or the whole of a smaller debt; the rest is divided pro rata and
rounded to the step by the largest remainders. The step, the smallest instalment and the longest time that makes sense
are practice, not law (series `offer_step`, `offer_minimum`, `offer_horizon`).
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.engine.steps import Flag
from dluhy.law.amounts import known_value, period_on
from dluhy.law.models import weakest
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dluhy.law.models import Evidence
    from dluhy.law.pack import Pack

_SERIES: Final = ("offer_step", "offer_minimum", "offer_horizon")


@frozen(kw_only=True)
class Owed:
    """A debt to offer instalments on: its id and what is owed in haléře, None unknown."""

    id: str
    balance: int | None


@frozen(kw_only=True)
class Offer:
    """A monthly instalment offered on a debt in haléře, and the months it takes to repay if no interest is added."""

    id: str
    balance: int
    monthly: int
    months: int


@frozen(kw_only=True)
class Offers:
    """What can be offered a month; money in haléře.

    `offers` add up to `offered` exactly, in the order of the debts; they are empty where nothing can be computed or
    instalments make no sense. `makes_no_sense` is None where something is not known. `unknown` names the debts without
    a balance, `notes` are codes of `offer_notes`, `evidence` that of the practice the offers rest on.
    """

    available: int | None
    offered: int
    offers: tuple[Offer, ...]
    makes_no_sense: bool | None
    unknown: tuple[str, ...]
    notes: tuple[Flag, ...]
    evidence: Evidence


@frozen
class _Practice:
    step: int
    minimum: int
    horizon: int
    evidence: Evidence


def pro_rata(available: int | None, debts: Sequence[Owed], on: date, pack: Pack | None = None) -> Offers:
    """Return offers to creditors without priority from what is left a month (haléře, None unknown), largest remainder.

    A debt is never offered more than it is; a debt of zero gets nothing. Raises InputError for negative balances and
    ids that repeat, HorizonError for a day the pack does not know.
    """
    _check(debts)
    practice = _practice(pack or default_pack(), on)
    unknown = tuple(debt.id for debt in debts if debt.balance is None)
    if available is None or unknown:
        notes = [Flag(code="available_unknown", evidence="?")] if available is None else []
        notes += [Flag(code="balance_unknown", evidence="?", values={"count": len(unknown)})] if unknown else []
        return _without_offers(available, practice, notes, makes_no_sense=None, unknown=unknown)
    owed = {debt.id: debt.balance for debt in debts if debt.balance}
    needed = sum(min(practice.minimum, balance) for balance in owed.values())
    if owed and available < max(needed, 1):
        return _without_offers(available, practice, _too_little(available, needed, practice), makes_no_sense=True)
    return _offers(available, owed, practice)


def divided(amount: int, owed: Sequence[int], step: int, minimum: int) -> list[int]:
    """Return an amount divided among debts in their order, all in haléře; what rounding leaves out is not divided.

    Each part is at least `minimum` or the whole debt, and at most the debt; beyond that parts follow the debts, in
    multiples of `step` by the largest remainders, of equal ones the first. The amount must suffice for all smallest
    parts; where it pays everything, each part is the whole debt.
    """
    if amount >= sum(owed):
        return list(owed)
    parts = {at: min(minimum, debt) for at, debt in enumerate(owed)}
    shared = list(parts)
    while True:
        rest = amount - sum(parts[at] for at in parts if at not in shared)
        total = sum(owed[at] for at in shared)
        shares = {at: Fraction(rest * owed[at], total) for at in shared}
        kept = [at for at in shared if shares[at] >= parts[at]]
        if kept == shared:
            break
        shared = kept
    return [value for _, value in sorted((parts | _rounded(rest, shares, owed, step, parts)).items())]


def _rounded(
    rest: int, shares: dict[int, Fraction], owed: Sequence[int], step: int, least: dict[int, int]
) -> dict[int, int]:
    """Return shares in multiples of a step, by the largest remainders; none under its least or over its debt."""
    parts = {at: max(share // step * step, least[at]) for at, share in shares.items()}
    order = sorted(shares, key=lambda at: (-(shares[at] - shares[at] // step * step), at))
    while True:
        spare = rest - sum(parts.values())
        more = [at for at in order if parts[at] + step <= owed[at]][: spare // step]
        if not more:
            return parts
        parts |= {at: parts[at] + step for at in more}


def _offers(available: int, owed: dict[str, int], practice: _Practice) -> Offers:
    parts = divided(available, list(owed.values()), practice.step, practice.minimum)
    offers = tuple(
        Offer(id=name, balance=balance, monthly=part, months=-(-balance // part))
        for (name, balance), part in zip(owed.items(), parts, strict=True)
    )
    offered = sum(parts)
    longest = max((offer.months for offer in offers), default=0)
    if longest > practice.horizon:
        values = {"months": longest, "horizon": practice.horizon}
        notes = [Flag(code="no_end", evidence=practice.evidence, values=values), *_instead(practice)]
        return _without_offers(available, practice, notes, makes_no_sense=True)
    notes = [Flag(code="no_further_interest")] if longest > 1 else []
    notes += [Flag(code="all_at_once")] if offers and longest == 1 else []
    spare = available - offered
    notes += [Flag(code="rest_not_offered", values={"amount": spare})] if longest > 1 and spare else []
    return Offers(
        available=available,
        offered=offered,
        offers=offers,
        makes_no_sense=False,
        unknown=(),
        notes=tuple(notes),
        evidence=practice.evidence,
    )


def _without_offers(
    available: int | None,
    practice: _Practice,
    notes: list[Flag],
    *,
    makes_no_sense: bool | None,
    unknown: tuple[str, ...] = (),
) -> Offers:
    return Offers(
        available=available,
        offered=0,
        offers=(),
        makes_no_sense=makes_no_sense,
        unknown=unknown,
        notes=tuple(notes),
        evidence=practice.evidence,
    )


def _too_little(available: int, needed: int, practice: _Practice) -> list[Flag]:
    if available <= 0:
        return [Flag(code="nothing_left"), *_instead(practice)]
    values = {"amount": available, "minimum": needed}
    return [Flag(code="too_little", evidence=practice.evidence, values=values), *_instead(practice)]


def _instead(practice: _Practice) -> list[Flag]:
    return [Flag(code=code, evidence=practice.evidence) for code in ("token_offer", "compare_debt_relief")]


def _practice(pack: Pack, on: date) -> _Practice:
    pack.require_known("household", on)
    step, minimum, horizon = (known_value(pack.series[name], on) for name in _SERIES)
    evidence = weakest(period_on(pack.series[name], on).evidence for name in _SERIES)
    return _Practice(step * HALERE_PER_KORUNA, minimum * HALERE_PER_KORUNA, horizon, evidence)


def _check(debts: Sequence[Owed]) -> None:
    problems = []
    seen: set[str] = set()
    for debt in debts:
        if debt.id in seen:
            problems.append(Problem("duplicate", f"debt {debt.id}", "dluh je uveden dvakrát", "the debt stands twice"))
        if debt.balance is not None and debt.balance < 0:
            problems.append(Problem("negative", f"debt {debt.id}", "nesmí být záporné", "must not be negative"))
        seen.add(debt.id)
    if problems:
        raise InputError(problems)
