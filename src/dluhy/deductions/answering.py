"""A deduction document -> its deduction: payers, several incomes, severance and back pay put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from dluhy.deductions.business import LIKE_WAGE
from dluhy.deductions.figures import Payment, figures
from dluhy.deductions.incomes import treatment
from dluhy.deductions.model import WAGE, Claim, Household, Spouse
from dluhy.deductions.one import wage_month
from dluhy.deductions.several import SEVERANCE, multiples, one_after_another, severance_flags, total
from dluhy.engine.steps import Flag
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dluhy.deductions.document import ClaimPart, DeductionDocument, PayslipsDocument
    from dluhy.deductions.model import Deduction
    from dluhy.law.pack import Pack

_SOURCES: Final = ("net", "incomes", "payers", "back_pay")
BACK_PAY: Final = "back_pay"


@frozen
class Source:
    """One payer's payment: its incomes, and the part of the protected amount that was laid on it, in haléře."""

    incomes: tuple[Income, ...]
    payer: str | None = None
    base_share: int | None = None


@frozen
class Income:
    """One income of a payment: a code of `income_kinds`, net haléře, of severance the multiples of earnings."""

    kind: str
    net: int
    multiples: int | None = None


def answer(document: DeductionDocument, pack: Pack) -> Deduction:
    """Return the deduction that a document asks for; InputError with everything that contradicts itself."""
    problems = document_problems(document)
    if problems:
        raise InputError(problems)
    payment = Payment(
        paid_on=document.paid_on,
        wage_period=wage_month(document.paid_on, document.wage_period, pack),
        net=0,
        household=household_of(document),
        claims=claims_of(document.claims),
        rounding="2dp" if document.component_rounding == "2dp" else "exact",
        debt_relief=bool(document.debt_relief),
    )
    try:
        return of_sources(payment, list(_sources(document)), pack, back_pay=list(_back_pay(document, payment)))
    except InputError as error:
        raise type(error)([_placed(problem, document) for problem in error.problems]) from None


def _placed(problem: Problem, document: DeductionDocument) -> Problem:
    """Return a problem of a claim with its place in the document instead of its reference."""
    for number, part in enumerate(document.claims or ()):
        start = f"/claims/{part.id or number + 1}"
        if problem.place == start or problem.place.startswith(f"{start}/"):
            return evolve(problem, place=f"/claims/{number}{problem.place[len(start) :]}")
    return problem


def _sources(document: DeductionDocument) -> Iterator[Source]:
    if document.net is not None:
        yield Source((Income(document.income or WAGE, document.net),), None, document.base_share)
    if document.incomes:
        incomes = (Income(each.kind or WAGE, each.net or 0, each.multiples) for each in document.incomes)
        yield Source(tuple(incomes), None, document.base_share)
    for number, payer in enumerate(document.payers or (), start=1):
        yield Source((Income(payer.income or WAGE, payer.net or 0),), payer.id or str(number), payer.base_share)


def _back_pay(document: DeductionDocument, payment: Payment) -> Iterator[Payment]:
    for late in document.back_pay or ():
        month = late.wage_period or payment.wage_period
        yield evolve(
            payment, net=late.net or 0, earlier_net=late.net_before or 0, wage_period=month, part=BACK_PAY,
            base_share=document.base_share, income=document.income or WAGE,
        )  # fmt: skip


def of_sources(
    payment: Payment, sources: Sequence[Source], pack: Pack, *, back_pay: Sequence[Payment] = ()
) -> Deduction:
    """Return the deduction of one day's payments from one payer or several; `payment` holds what they share.

    Without the executor's split several payers have no exact result: then it is a joint orientation, and says so.
    """
    if len(sources) > 1 and any(source.base_share is None for source in sources) and not _one_served(payment, sources):
        return _orientation(payment, sources, pack)
    parts = [part for source in sources for part in _parts(source, payment, pack)]
    parts += back_pay
    found = one_after_another(parts, pack)
    flags = [*_flags_of_split(payment, sources, pack), *severance_flags(parts, pack)]
    if len(found) == 1:
        return evolve(found[0], flags=(*flags, *found[0].flags))
    return total(found, flags)


def _one_served(payment: Payment, sources: Sequence[Source]) -> bool:
    """Return whether orders were delivered to one payer at most: it leaves the whole protected amount, others all."""
    return payment.claims is not None and sum(bool(_served_on(each.payer, payment.claims)) for each in sources) <= 1


def household_of(document: DeductionDocument | PayslipsDocument) -> Household:
    """Return who a document says is counted."""
    said = document.spouse
    spouse = Spouse() if said is None else Spouse(married=said.married, counts=said.counts, pension=said.pension)
    return Household(dependants=document.dependants, spouse=spouse, own_pension=document.own_pension)


def claims_of(parts: Sequence[ClaimPart] | None) -> tuple[Claim, ...] | None:
    """Return the claims of a document; those without a reference are called by their number, from 1."""
    if parts is None:
        return None
    return tuple(
        Claim(
            id=part.id or str(number), kind=part.kind, priority=part.priority, delivered_on=part.delivered_on,
            issued_on=part.issued_on, began_on=part.began_on, order=part.order, balance=part.balance,
            entitled=part.entitled, monthly=part.monthly, payer=part.payer, enforcement=part.enforcement,
        )
        for number, part in enumerate(parts, start=1)
    )  # fmt: skip


def _parts(source: Source, payment: Payment, pack: Pack) -> Iterator[Payment]:
    """Yield the incomes of one payer: what is like a wage added together, severance by multiples, the rest apart."""
    own = evolve(
        payment, payer=source.payer, base_share=source.base_share, claims=_served_on(source.payer, payment.claims)
    )
    alike = [income for income in source.incomes if _adds_up(income, payment, pack)]
    if alike:
        yield evolve(own, net=sum(income.net for income in alike), income=_with_fee(alike, pack))
    for income in source.incomes:
        if income not in alike:
            apart = evolve(
                own, net=income.net, income=income.kind, part=income.kind if len(source.incomes) > 1 else None
            )
            yield from multiples(apart, income.multiples, pack) if income.multiples is not None else [apart]


def _with_fee(incomes: Sequence[Income], pack: Pack) -> str:
    """Return the kind of income under which several are told: one for which the payer has a fee, if there is any."""
    kinds = list(dict.fromkeys(income.kind for income in incomes))
    terms = pack.vocabularies["income_kinds"]
    return next((kind for kind in kinds if terms[kind].more.get("fee")), kinds[0])


def _adds_up(income: Income, payment: Payment, pack: Pack) -> bool:
    return income.multiples is None and treatment(income.kind, payment.paid_on, pack).code == LIKE_WAGE


def _served_on(payer: str | None, claims: Iterable[Claim] | None) -> tuple[Claim, ...] | None:
    if claims is None or payer is None:
        return None if claims is None else tuple(claims)
    return tuple(claim for claim in claims if claim.payer in (None, payer))


def _orientation(payment: Payment, sources: Sequence[Source], pack: Pack) -> Deduction:
    """Return what all payers together might deduct."""
    joint = Source(tuple(income for source in sources for income in source.incomes))
    found = of_sources(payment, [joint], pack)
    return evolve(found, flags=(Flag(code="split_unknown", values={"payers": len(sources)}), *found.flags))


def _flags_of_split(payment: Payment, sources: Sequence[Source], pack: Pack) -> Iterator[Flag]:
    """Yield a flag where the parts laid on several payers do not add up to the protected amount."""
    shares = [source.base_share for source in sources if source.base_share is not None]
    if len(shares) < 2:  # noqa: PLR2004 - several
        return
    whole = figures(payment, pack).whole_base
    if sum(shares) != whole:
        yield Flag(code="split_differs", values={"shares": sum(shares), "base": whole})


def document_problems(document: DeductionDocument) -> list[Problem]:
    """Return what in a document contradicts itself or cannot be computed."""
    given = [name for name in _SOURCES if getattr(document, name) not in (None, [])]
    problems = [*_source_problems(given), *_twice(document), *_unknown_payers(document)]
    for name in ("incomes", "payers", "back_pay"):
        for number, part in enumerate(getattr(document, name) or ()):
            if part.net is None:
                cs, en = "chybí čistý příjem", "the net income is missing"
                problems.append(Problem("net_needed", f"/{name}/{number}/net", cs, en))
    problems += _back_pay_problems(document)
    for number, income in enumerate(document.incomes or ()):
        if income.kind == SEVERANCE and income.multiples is None:
            cs = "u odstupného uveďte, kolikanásobek výdělku to je; sráží se z každého násobku zvlášť"
            en = "state of how many multiples of earnings the severance pay is; each is deducted from separately"
            problems.append(Problem("multiples_needed", f"/incomes/{number}/multiples", cs, en))
    return problems


def _back_pay_problems(document: DeductionDocument) -> Iterator[Problem]:
    if document.back_pay and document.payers:
        cs = (
            "doplatek je od jednoho plátce; spočítejte jej v samostatném dokumentu s částí, kterou má ten plátce nechat"
        )
        en = "back pay comes from one payer; compute it in a document of its own, with that payer’s part to be left"
        yield Problem("back_pay_of_payers", "/back_pay", cs, en)
    for number, late in enumerate(document.back_pay or ()):
        if late.net_before is None:
            cs, en = (
                "chybí, kolik se za ten měsíc vyplatilo dřív (nic: 0)",
                "what was paid for the month before (0: nothing)",
            )
            yield Problem("net_before_needed", f"/back_pay/{number}/net_before", cs, en)
        if late.wage_period is not None and _told_twice(document, number):
            cs = "za tento měsíc je v dokumentu už jiná výplata; sečtěte je, nebo je spočítejte jako výplatní pásky"
            en = "another payment of the document is for this month; add them, or compute them as payslips"
            yield Problem("month_twice", f"/back_pay/{number}/wage_period", cs, en)
        if late.wage_period is not None and late.wage_period > document.paid_on:
            cs, en = "doplatek je za měsíc, který ještě nezačal", "the back pay is for a month that has not begun"
            yield Problem("period_after_payment", f"/back_pay/{number}/wage_period", cs, en)


def _told_twice(document: DeductionDocument, number: int) -> bool:
    """Return whether the month of a back pay is that of the main payment, or of a back pay before it."""
    late = (document.back_pay or [])[number]
    others = [each.wage_period for each in (document.back_pay or [])[:number]]
    main = [document.wage_period] if document.net is not None or document.incomes else []
    return late.wage_period in [*others, *main]


def _source_problems(given: Sequence[str]) -> list[Problem]:
    if not given:
        cs, en = (
            "chybí čistý příjem: net, incomes, payers, nebo back_pay",
            "a net income is missing: net, incomes, payers or back_pay",
        )
        return [Problem("net_needed", "/net", cs, en)]
    main = [name for name in given if name != "back_pay"]
    if len(main) > 1:
        cs = f"příjem je uveden vícekrát ({', '.join(main)}); ponechte jedno"
        en = f"the income is stated more than once ({', '.join(main)}); keep one"
        return [Problem("income_twice", f"/{main[1]}", cs, en)]
    return []


def _twice(document: DeductionDocument) -> Iterator[Problem]:
    for name in ("claims", "payers"):
        seen: set[str] = set()
        for number, part in enumerate(getattr(document, name) or ()):
            identity = part.id or str(number + 1)
            if identity in seen:
                cs, en = "toto označení už má jiná položka", "another item has this reference already"
                yield Problem("duplicate_id", f"/{name}/{number}/id", cs, en)
            seen.add(identity)


def _unknown_payers(document: DeductionDocument) -> Iterator[Problem]:
    known = {payer.id or str(number) for number, payer in enumerate(document.payers or (), start=1)}
    for number, claim in enumerate(document.claims or ()):
        if claim.payer is not None and claim.payer not in known:
            cs, en = "takový plátce v dokumentu není", "there is no such payer in the document"
            yield Problem("unknown_payer", f"/claims/{number}/payer", cs, en)
