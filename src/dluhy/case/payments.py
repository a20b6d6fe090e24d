"""The incomes of a case as payments: for every debtor and month what each payer must deduct, for which debts.

Source of who is counted: the people of the case; of the claims: the orders of its enforcements.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from dluhy.case.assumed import orders_assumed, with_orders
from dluhy.case.owing import DEBTOR, OVER, owed_by
from dluhy.case.payment_months import NOBODY, months_of, payer_of
from dluhy.deductions.answering import Income as OneIncome
from dluhy.deductions.answering import Source, of_sources
from dluhy.deductions.figures import Payment
from dluhy.deductions.incomes import treatment
from dluhy.deductions.model import Claim, Deduction, Household, Spouse
from dluhy.deductions.one import wage_month
from dluhy.engine.steps import Flag
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.case.model import Case, Debt, Enforcement, Income, Order, Person
    from dluhy.case.payment_months import MonthOfIncomes
    from dluhy.law.models import Term
    from dluhy.law.pack import Pack

SPOUSE, CHILD = "spouse", "child"
_CLAIMS_OF_DEBTS: Final = "deducted_claims_of_debts"
_SPARED: Final = frozenset({"exempt", "childs", "not_wage"})
"""Treatments of incomes that are not deducted from."""
_MAINTENANCE: Final = "maintenance"
_RUNNING: Final = "maintenance_current"
_RUNNING_PART: Final = 1
"""What the id of running maintenance ends with, beside that of the arrears enforced with it."""
UNKNOWN: Final = NOBODY
"""A person or payer that the case does not name."""


@frozen
class CaseDeduction:
    """The deductions of one person in one month, or why they cannot be computed; `payers` as the case names them."""

    person: str
    month: date | None
    paid_on: date | None
    payers: tuple[str, ...]
    deduction: Deduction | None
    problems: tuple[Problem, ...] = ()


def deductions_of_case(case: Case, pack: Pack) -> tuple[CaseDeduction, ...]:
    """Return the deductions of every debtor and month of a case for which an income is stated; empty if none is.

    An enforcement that was stopped or has ended takes nothing; balances are those of the case in every month. Orders of
    which the case does not tell are taken for granted as `dluhy.case.assumed.with_orders` does, and flagged.
    """
    debtors, told = _debtors(case), with_orders(case, pack)
    flags = tuple(_assumed(case, pack))
    return tuple(
        _flagged(_of_month(told, each, pack), flags)
        for each in _months(told, pack)
        if not debtors or each.person in debtors
    )


def _months(case: Case, pack: Pack) -> Iterator[MonthOfIncomes]:
    """Yield the months of incomes; what nothing is deducted from is left out where its amount or day is not known."""
    spared = [_is_spared(each, case.as_of, pack) for each in case.incomes or ()]
    pairs = list(zip(case.incomes or (), spared, strict=True))
    kept = [each for each, free in pairs if not free or each.net is not None]
    for month in months_of(case.model_copy(update={"incomes": kept})):
        if month.paid_on is not None or not all(_is_spared(each, case.as_of, pack) for each in month.incomes):
            yield month


def _assumed(case: Case, pack: Pack) -> Iterator[Flag]:
    names = [(case.enforcements or [])[place].id or str(place + 1) for place in orders_assumed(case, pack)]
    if names:
        yield Flag(code="orders_assumed", evidence="?", values={"enforcements": ", ".join(names)})


def _flagged(found: CaseDeduction, flags: tuple[Flag, ...]) -> CaseDeduction:
    if found.deduction is None:
        return found
    return evolve(found, deduction=evolve(found.deduction, flags=(*flags, *found.deduction.flags)))


def orders_told(case: Case, pack: Pack) -> bool:
    """Return whether it is told, or taken for granted, to whom orders of all running enforcements were delivered."""
    case = with_orders(case, pack)
    if case.enforcements is None:
        return False
    return all(each.orders is not None or each.status in OVER for each in case.enforcements)


def _debtors(case: Case) -> set[str]:
    """Return who owes anything; empty where nobody is named."""
    named = {each.id for each in case.people or () if each.role == DEBTOR}
    named |= {debt.debtor for debt in case.debts or ()}
    return {name for name in named if name is not None} | ({UNKNOWN} if named else set())


def _is_spared(income: Income, as_of: date, pack: Pack) -> bool:
    """Return whether nothing is deducted from an income, so that neither its amount nor its day can matter."""
    if income.kind is None:
        return False
    try:
        return treatment(income.kind, income.paid_on or as_of, pack).code in _SPARED
    except InputError:
        return False


def _of_month(case: Case, month: MonthOfIncomes, pack: Pack) -> CaseDeduction:
    person, paid_on, payers, incomes = month.person, month.paid_on, month.payers, month.incomes
    problems = _missing(month)
    if problems or paid_on is None:
        return CaseDeduction(person, month.month, paid_on, payers, None, tuple(problems))
    try:
        payment = Payment(
            paid_on=paid_on,
            wage_period=wage_month(paid_on, month.month, pack),
            net=0,
            household=counted_with(case, person),
            claims=_claims(case, person, payers, pack),
            debt_relief=_in_relief(case, person),
        )
        deduction = of_sources(payment, [_source(case, payer, incomes) for payer in payers], pack)
        elsewhere = _orders_elsewhere(case, payers)
        if elsewhere:
            flag = Flag(code="orders_elsewhere", evidence="?", values={"payers": ", ".join(elsewhere)})
            deduction = evolve(deduction, flags=(flag, *deduction.flags))
    except InputError as error:
        return CaseDeduction(person, month.month, paid_on, payers, None, tuple(error.problems))
    return CaseDeduction(person, payment.wage_period, paid_on, payers, deduction)


def _missing(month: MonthOfIncomes) -> list[Problem]:
    """Return what is missing of a month's incomes for a deduction."""
    incomes, problems = month.incomes, []
    if month.perhaps:
        names = ", ".join(dict.fromkeys(month.perhaps))
        cs = f"není známo, za který měsíc je příjem (plátce {names}); nezabavitelná částka je za měsíc jen jednou"
        en = f"for which month an income is, is not known (payer {names}); the protected amount is left once a month"
        problems.append(Problem("month_needed", "incomes", cs, en))
    if any(income.net is None for income in incomes):
        cs, en = "není znám čistý příjem", "the net income is not known"
        problems.append(Problem("net_needed", "incomes", cs, en))
    if any(income.period is not None and income.period.several_months for income in incomes):
        cs = "příjem je uveden za více měsíců najednou; srážky se počítají za každý měsíc zvlášť"
        en = "an income is stated for several months at once; deductions are computed month by month"
        problems.append(Problem("one_month_needed", "incomes", cs, en))
    if any(income.kind is None for income in incomes):
        cs, en = "není znám druh příjmu", "the kind of income is not known"
        problems.append(Problem("kind_needed", "incomes", cs, en))
    if month.paid_on is None:
        cs, en = "není znám den výplaty", "the pay day is not known"
        problems.append(Problem("paid_on_needed", "incomes", cs, en))
    return problems


def _source(case: Case, payer: str, incomes: Sequence[Income]) -> Source:
    own = tuple(
        OneIncome(income.kind, income.net)
        for income in incomes
        if income.kind is not None and income.net is not None and payer_of(income) == payer
    )
    shares = [
        order.base_share
        for enforcement in case.enforcements or ()
        for order in enforcement.orders or ()
        if order.payer == payer and order.base_share is not None
    ]
    return Source(own, payer, shares[-1] if shares else None)


def counted_with(case: Case, person: str) -> Household:
    """Return who is counted beside a debtor: the children of the case, the spouse, the pensions.

    Of people who are told the spouse is one of them, or there is none; the spouse of who is told as a spouse is the
    only debtor there is.

    In whose favour maintenance is enforced is not counted while that lasts (§ 1 odst. 2 NNČ). Which children these are
    a case does not say: those who live with the debtor are others, of those who live elsewhere none is counted.
    """
    people = case.people
    if people is None:
        return Household()
    own = next((each for each in people if each.id == person), None)
    children = [each for each in people if each.role == CHILD and each.id != person]
    enforced = _maintenance_enforced(case, person)
    return Household(
        dependants=sum(not (enforced and each.in_household is False) for each in children),
        spouse=_spouse_of(own, people),
        own_pension=None if own is None else own.pension,
    )


def _spouse_of(own: Person | None, people: Sequence[Person]) -> Spouse:
    if own is None and any(each.id is None for each in people):
        return Spouse()
    role = DEBTOR if own is not None and own.role == SPOUSE else SPOUSE
    found = [each for each in people if each is not own and each.role == role and each.died_on is None]
    if role == DEBTOR and len(found) != 1:
        return Spouse(married=True)
    return Spouse(married=True, pension=found[0].pension) if found else Spouse(married=False)


def _maintenance_enforced(case: Case, person: str) -> bool:
    owed = {debt.id for debt in case.debts or () if debt.kind == _MAINTENANCE and owed_by(debt, person, case)}
    running = [each for each in case.enforcements or () if each.status not in OVER]
    return any(name in owed for each in running for name in each.debts or () if name is not None)


def _claims(case: Case, person: str, payers: Sequence[str], pack: Pack) -> tuple[Claim, ...] | None:
    """Return the claims for which orders were delivered to the payers; None where nobody says to whom they were."""
    if case.enforcements is None:
        return None
    claims: dict[str, Claim] = {}
    for claim in _ordered(case, person, payers, pack):
        before = claims.get(claim.id)
        if before is None or (claim.delivered_on or date.max) < (before.delivered_on or date.max):
            claims[claim.id] = claim
    told = all(enforcement.orders is not None for enforcement in case.enforcements)
    return tuple(claims.values()) if claims or told else None


def _orders_elsewhere(case: Case, payers: Sequence[str]) -> list[str]:
    """Return to whom else orders of running enforcements were delivered: perhaps the same payer under another name."""
    known = {income.payer for income in case.incomes or ()} | set(payers)
    running = [each for each in case.enforcements or () if each.status not in OVER]
    named = [order.payer for enforcement in running for order in enforcement.orders or () if order.payer is not None]
    return [name for name in dict.fromkeys(named) if name not in known]


def _ordered(case: Case, person: str, payers: Sequence[str], pack: Pack) -> Iterator[Claim]:
    debts = {debt.id: debt for debt in case.debts or () if debt.id is not None}
    several = len(payers) > 1
    for number, enforcement in enumerate(case.enforcements or (), start=1):
        for order in () if enforcement.status in OVER else enforcement.orders or ():
            if order.payer is not None and order.payer not in payers:
                continue
            own = [debt for name in enforcement.debts or () if (debt := debts.get(name)) is not None]
            for claim in _claims_of(
                [debt for debt in own if owed_by(debt, person, case)], enforcement, number, order, pack
            ):
                payer = order.payer if several else None
                yield claim if payer is None else evolve(claim, id=f"{claim.id} / {payer}", payer=payer)


def _claims_of(
    debts: Sequence[Debt], enforcement: Enforcement, number: int, order: Order, pack: Pack
) -> Iterator[Claim]:
    """Yield what an order is for: the debts, and maintenance that runs, which is due anew each month (§ 280 OSŘ)."""
    monthly = order.maintenance_monthly
    for debt in debts:
        claim = _claim(debt, enforcement, number, order.delivered_on, pack)
        if monthly and debt.kind == _MAINTENANCE:
            claim = evolve(claim, entitled=debt.id, monthly=monthly)
            yield evolve(claim, id=f"{claim.id} / {_RUNNING_PART}", kind=_RUNNING, balance=monthly)
            monthly = None
        yield claim


def _claim(debt: Debt, enforcement: Enforcement, number: int, delivered_on: date | None, pack: Pack) -> Claim:
    began = enforcement.began_on
    exact = None if began is None or began.first != began.last else began.first
    name = enforcement.id or str(number)
    return Claim(
        id=f"{debt.id} / {name}",
        kind=_kind(debt, pack),
        priority=debt.priority,
        delivered_on=delivered_on,
        began_on=exact,
        order=name,
        balance=None if debt.balance is None else max(debt.balance, 0),
    )


def _kind(debt: Debt, pack: Pack) -> str | None:
    """Return as what a debt is deducted: told closer by the nature of a wrong, else its own kind."""
    terms = pack.vocabularies[_CLAIMS_OF_DEBTS].values()
    return next((str(term.more["claim"]) for term in terms if _fits(term, debt)), debt.kind)


def _fits(term: Term, debt: Debt) -> bool:
    more = term.more
    if debt.kind not in more["debts"]:
        return False
    told_closer = "tort_natures" in more
    return (
        not told_closer
        or debt.tort_nature in more["tort_natures"]
        or (bool(more.get("intentional")) and bool(debt.intentional_tort))
    )


def _in_relief(case: Case, person: str) -> bool:
    history = case.history
    return any(
        found.running and found.relief_by_instalments and found.person in (None, person)
        for found in (history.insolvencies or () if history is not None else ())
    )
