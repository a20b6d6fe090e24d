"""The assessed income of the state social assistance benefit, § 4 to 6 and § 40 odst. 2 of Act 151/2025.

What counts and what does not is data: the vocabulary `assessed_incomes`. Sums are those of the months averaged (§ 3
odst. 2), so that an average is exact. Where something unknown decides whether an income counts, both ways are kept.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.engine.steps import Flag
from dluhy.household.minimum import ADULT
from dluhy.household.social_assistance_formulas import PREFIX
from dluhy.household.social_assistance_people import last_day, standings
from dluhy.law.amounts import cell_on, known_value, period_on
from dluhy.law.models import weakest
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from dluhy.household.model import Circle, IncomeLine
    from dluhy.law.models import Evidence, Term
    from dluhy.law.pack import Pack

Pair = tuple[int, int]
"""What counts in the assessed income, and what of it for the work bonus: sums over the months averaged, haléře."""

UNKNOWN_KIND: Final = "other"
BUSINESS: Final = "business"
MAINTENANCE: Final = ("maintenance", "own_maintenance", "child_maintenance")
WHOLE: Final = 10_000  # basis points
PER_CENT: Final = 100
MOST_WAYS: Final = 64


@frozen(kw_only=True)
class DecisiveIncome:
    """The assessed income of a household.

    `ways` are all (income, work income) that are possible, sums over `months` in haléře, in rising order; empty where
    an amount that counts is unknown or nobody says what comes in. `least` is what comes in for sure, None if nobody
    says what does. `missing` are codes of `household_facts`, `assumed` of `benefit_assumptions`.
    """

    months: int
    ways: tuple[Pair, ...]
    least: int | None
    missing: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    reasons: tuple[Flag, ...] = ()
    replaced: bool = False
    evidence: Evidence = "S2"

    @property
    def average(self) -> Fraction | None:
        """The assessed income of a month in haléře, exact; None where it is not known for sure."""
        incomes = {income for income, _ in self.ways}
        return Fraction(incomes.pop(), self.months) if len(incomes) == 1 else None


@frozen(kw_only=True)
class _Counted:
    ways: tuple[Pair, ...] | None
    missing: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()


def decisive_income(
    circle: Circle, pack: Pack | None = None, *, children: Iterable[str] | None = None
) -> DecisiveIncome:
    """Return the assessed income of the members of a circle for its month, § 4 to 6.

    `children` are the ids of dependent children, whose earnings do not count; without it, of whoever is one for sure.
    An income of somebody who is not a member does not count; one of nobody stated does. Deductions lower nothing, the
    tax bonus is not part of it. Raises HorizonError outside what the pack knows.
    """
    pack, on = pack or default_pack(), last_day(circle.on)
    months = known_value(pack.series[PREFIX + "income_months"], on)
    if circle.incomes is None:
        return DecisiveIncome(months=months, ways=(), least=None, missing=("incomes",))
    if children is None:
        children = [each.member.id for each in standings(circle, pack) if ADULT not in each.bands]
    lines = [line for line in circle.incomes if _of_household(line, circle)]
    kinds = [(line, pack.term("assessed_incomes", line.kind or UNKNOWN_KIND)) for line in lines]
    ours = frozenset(children)
    found = [_line(line, term, ours, months) for line, term in kinds if not _is_business(term)]
    found += _businesses([line for line, term in kinds if _is_business(term)], circle, ours, months, pack)
    return DecisiveIncome(
        months=months,
        ways=_summed(found),
        least=sum(min(income for income, _ in each.ways) for each in found if each.ways),
        missing=_once(code for each in found for code in each.missing),
        assumed=_once(code for each in found for code in each.assumed),
        reasons=_reasons(kinds, circle, on, pack),
        replaced=any(term.more.get("replaced", False) and line.net != 0 for line, term in kinds),
        evidence=weakest(["S2", *_marks(kinds)]),
    )


def assessed_in_household(line: IncomeLine, circle: Circle, pack: Pack) -> bool | None:
    """Return whether an income counts in the assessed income of a circle; None where that is not known."""
    if line.kind is None or line.kind not in pack.vocabularies["assessed_incomes"]:
        return None
    if not _of_household(line, circle):
        return False
    term = pack.term("assessed_incomes", line.kind)
    children = frozenset(each.member.id for each in standings(circle, pack) if ADULT not in each.bands)
    if _is_business(term):
        return not _childs(line, children)
    counts, _ = _answers(line, term, children)
    return counts[0] if len(counts) == 1 else None


def business_least(on: date, pack: Pack) -> int:
    """Return what a main self-employment counts at least a month on a day, § 5 odst. 1 and § 6, in haléře."""
    share = _business_share(on, pack)
    return known_value(pack.series[PREFIX + "average_wage"], on) * HALERE_PER_KORUNA * share // WHOLE


def _of_household(line: IncomeLine, circle: Circle) -> bool:
    return line.person is None or any(each.id == line.person for each in circle.members or ())


def _is_business(term: Term) -> bool:
    return bool(term.more["counts"] == BUSINESS)


def _sum_of(line: IncomeLine, months: int) -> tuple[int | None, tuple[str, ...]]:
    """Return the sum over the months averaged, nothing below zero (§ 4 odst. 3), and what was assumed for it."""
    each = line.months
    if each is not None and len(each) == months and None not in each:
        return sum(max(amount or 0, 0) for amount in each), ()
    return (None, ()) if line.net is None else (max(line.net, 0) * months, ("assistance_income_same",))


def _line(line: IncomeLine, term: Term, children: frozenset[str], months: int) -> _Counted:
    counts, work = _answers(line, term, children)
    if counts == (False,):
        return _Counted(ways=((0, 0),))
    total, assumed = _sum_of(line, months)
    if total is None:
        return _Counted(ways=None, missing=("income_amount",))
    ways = {(total if yes else 0, total if yes and bonus else 0) for yes in counts for bonus in work}
    missing = _doubts(line, term, counts, work) if len(ways) > 1 else ()
    if term.code in MAINTENANCE:
        assumed += ("assistance_maintenance_as_given",)
    return _Counted(ways=tuple(sorted(ways)), missing=missing, assumed=assumed)


def _answers(line: IncomeLine, term: Term, children: frozenset[str]) -> tuple[tuple[bool, ...], tuple[bool, ...]]:
    """Return whether an income counts and whether for the work bonus: one answer, or both where it is not known."""
    both = {"yes": (True,), "no": (False,), "ask": (False, True)}
    counts = both[term.more["counts"]]
    if _childs(line, children):
        return both[term.more["childs"]], (False,)
    if term.more["work"] != "after_maternity":
        return counts, both[term.more["work"]]
    return counts, (False, True) if line.after_maternity is None else (line.after_maternity,)


def _doubts(line: IncomeLine, term: Term, counts: Sequence[bool], work: Sequence[bool]) -> tuple[str, ...]:
    doubts = ["income_kind"] if len(counts) > 1 else []
    if len(work) > 1:
        parental = term.more["work"] == "after_maternity"
        other = "income_kind" if line.kind is None else str(term.more.get("asks", "income_months"))
        doubts.append("after_maternity" if parental else other)
    return tuple(doubts)


def _childs(line: IncomeLine, children: frozenset[str]) -> bool:
    return line.person in children if line.childs is None else line.childs


def _businesses(
    lines: Sequence[IncomeLine], circle: Circle, children: frozenset[str], months: int, pack: Pack
) -> list[_Counted]:
    """Return what counts of self-employment, all of a person together, § 5 odst. 1.

    Of a main activity at least a share of the average wage, for the work bonus only the profit itself (§ 40 odst. 2
    písm. b). Who says to be self-employed has a main activity; of others both ways are kept.
    """
    found = []
    for person in dict.fromkeys(line.person for line in lines):
        own = [line for line in lines if line.person == person]
        if all(_childs(line, children) for line in own):
            continue
        sums = [_sum_of(line, months) for line in own]
        if any(total is None for total, _ in sums):
            found.append(_Counted(ways=None, missing=("income_amount",)))
            continue
        profit = sum(total or 0 for total, _ in sums)
        least = max(profit, months * business_least(last_day(circle.on), pack))
        main = any(each.id == person and each.activity == "self_employed" for each in circle.members or ())
        ways = {(least, profit)} if main else {(profit, profit), (least, profit)}
        found.append(
            _Counted(
                ways=tuple(sorted(ways)),
                missing=("business_kind",) if len(ways) > 1 else (),
                assumed=("assistance_business_main",),
            )
        )
    return found


def _summed(found: Sequence[_Counted]) -> tuple[Pair, ...]:
    if any(each.ways is None for each in found):
        return ()
    sums: set[Pair] = {(0, 0)}
    for each in found:
        pairs = product(sums, each.ways or ())
        sums = {(income + more, work + bonus) for (income, work), (more, bonus) in pairs}
        if len(sums) > MOST_WAYS:
            return ()
    return tuple(sorted(sums))


def _business_share(on: date, pack: Pack) -> int:
    return cell_on(pack.tables[PREFIX + "assessed_business"], on, "main_at_least", "share")


def _of_business(lines: Sequence[IncomeLine], circle: Circle, on: date, pack: Pack) -> list[Flag]:
    """Return what counts of self-employment, and that the budget says less where a main activity earns less."""
    wage = period_on(pack.series[PREFIX + "average_wage"], on)
    least, share = business_least(on, pack), _business_share(on, pack) * PER_CENT // WHOLE
    found = [Flag(code="assistance_business_least", evidence=wage.evidence, values={"amount": least, "share": share})]
    main = {each.id for each in circle.members or () if each.activity == "self_employed"}
    profit = [line.net for line in lines if line.person in main]
    known = [net for net in profit if net is not None]
    if known and len(known) == len(profit) and sum(known) < least:
        values = {"income": sum(known), "amount": least}
        found.append(Flag(code="assistance_business_differs", evidence=wage.evidence, values=values))
    return found


def _reasons(kinds: Sequence[tuple[IncomeLine, Term]], circle: Circle, on: date, pack: Pack) -> tuple[Flag, ...]:
    business = [line for line, term in kinds if _is_business(term)]
    reasons = _of_business(business, circle, on, pack) if business else []
    if any(term.code in MAINTENANCE for _, term in kinds):
        first, further = (
            known_value(pack.series[f"{PREFIX}agreed_maintenance_{which}"], on) * HALERE_PER_KORUNA
            for which in ("first", "further")
        )
        reasons.append(Flag(code="assistance_maintenance_least", values={"amount": first, "limit": further}))
    return tuple(reasons)


def _marks(kinds: Sequence[tuple[IncomeLine, Term]]) -> list[Evidence]:
    """Return the evidence of what was decided; where both ways are kept nothing was."""
    return [term.more["evidence"] for _, term in kinds if term.more["counts"] != "ask"]


def _once(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))
