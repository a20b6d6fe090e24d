"""What in a payment contradicts itself or cannot be: every problem at once, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.money import LARGEST_HALERE
from dluhy.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.deductions.figures import Payment
    from dluhy.deductions.model import Claim
    from dluhy.law.pack import Pack

_ROUNDINGS = ("exact", "2dp")
MOST_DEPENDANTS = 1_000


def payment_problems(payment: Payment, pack: Pack) -> list[Problem]:
    """Return everything that is impossible about a payment, apart from what its law decides."""
    claims = payment.claims or ()
    return [*_codes(payment, pack), *_amounts(payment), *_duplicates(claims), *_days(claims), *_maintenance(claims)]


def _codes(payment: Payment, pack: Pack) -> Iterator[Problem]:
    household, pensions = payment.household, pack.vocabularies["pensions"]
    listed = {
        "/own_pension": household.own_pension is None or household.own_pension in pensions,
        "/spouse/pension": household.spouse.pension is None or household.spouse.pension in pensions,
        "/income": payment.income in pack.vocabularies["income_kinds"],
        "/component_rounding": payment.rounding in _ROUNDINGS,
    }
    kinds = pack.vocabularies["enforcement_kinds"]
    for claim in payment.claims or ():
        listed[f"/claims/{claim.id}/enforcement"] = claim.enforcement is None or claim.enforcement in kinds
    for place, known in listed.items():
        if not known:
            yield Problem("not_in_list", place, "takový kód tu není", "there is no such code")


def _amounts(payment: Payment) -> Iterator[Problem]:
    numbers: dict[str, object] = {
        "/net": payment.net,
        "/net_before": payment.earlier_net,
        "/base_share": payment.base_share,
        "/dependants": payment.household.dependants,
    }
    for claim in payment.claims or ():
        numbers |= {f"/claims/{claim.id}/balance": claim.balance, f"/claims/{claim.id}/monthly": claim.monthly}
    for place, number in numbers.items():
        if number is not None and (not isinstance(number, int) or isinstance(number, bool)):
            cs, en = "čeká se celé číslo (částky v haléřích)", "a whole number is expected (sums in haléře)"
            yield Problem("not_whole", place, cs, en)
        elif number is not None and number < 0:
            yield Problem("negative", place, "hodnota nemůže být záporná", "the value cannot be negative")
        elif isinstance(number, int) and number > (MOST_DEPENDANTS if place == "/dependants" else LARGEST_HALERE):
            yield Problem("too_large", place, "tak velká hodnota není možná", "so large a value is impossible")


def _duplicates(claims: Sequence[Claim]) -> Iterator[Problem]:
    names = [claim.id for claim in claims]
    for name in sorted({name for name in names if names.count(name) > 1}):
        cs, en = "toto označení má víc pohledávek", "several claims have this reference"
        yield Problem("duplicate_id", f"/claims/{name}/id", cs, en)


def _days(claims: Sequence[Claim]) -> Iterator[Problem]:
    for claim in claims:
        days = [day for day in (claim.began_on, claim.issued_on, claim.delivered_on) if day is not None]
        if days != sorted(days):
            cs = "exekuce začíná, pak se vydá příkaz a pak se doručí; dny jsou v jiném pořadí"
            en = "an enforcement begins, then the order is issued, then delivered; the days are in another order"
            yield Problem("days_contradict", f"/claims/{claim.id}", cs, en)


def _maintenance(claims: Sequence[Claim]) -> Iterator[Problem]:
    stated: dict[str, int] = {}
    for claim in claims:
        if claim.entitled is None or claim.monthly is None:
            continue
        if stated.setdefault(claim.entitled, claim.monthly) != claim.monthly:
            cs, en = "běžné výživné téže osoby je uvedeno dvojí", "two sums of running maintenance for one person"
            yield Problem("maintenance_contradicts", f"/claims/{claim.id}/monthly", cs, en)
