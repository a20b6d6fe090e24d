"""A deduction document -> its deduction: payers, several incomes, severance and back pay put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from dluhy.deductions.business import LIKE_WAGE, of_other_income
from dluhy.deductions.figures import Payment, figures
from dluhy.deductions.incomes import treatment
from dluhy.deductions.model import WAGE, Claim, Flag, Household, Spouse
from dluhy.deductions.one import deduction_of, wage_month
from dluhy.deductions.several import SEVERANCE, multiples, one_after_another, total
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dluhy.deductions.document import ClaimPart, DeductionDocument, IncomePart, PayerPart, PayslipsDocument
    from dluhy.deductions.model import Deduction
    from dluhy.law.pack import Pack

_SOURCES: Final = ("net", "incomes", "payers", "back_pay")


def answer(document: DeductionDocument, pack: Pack) -> Deduction:
    """Return the deduction that a document asks for; InputError with everything that contradicts itself."""
    problems = document_problems(document)
    if problems:
        raise InputError(problems)
    payment = Payment(
        paid_on=document.paid_on,
        wage_period=wage_month(document.paid_on, document.wage_period, pack),
        net=document.net or 0,
        household=household_of(document),
        claims=claims_of(document.claims),
        rounding="2dp" if document.component_rounding == "2dp" else "exact",
        debt_relief=bool(document.debt_relief),
        base_share=document.base_share,
        income=document.income or WAGE,
    )
    if document.payers is not None and len(document.payers) > 1 and not _split(document.payers):
        return _orientation(payment, document.payers, pack)
    parts = list(_parts(document, payment))
    found = _computed(parts, pack)
    if len(found) == 1:
        return found[0]
    return total(found, _flags_of_split(document, payment, pack))


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
            entitled=part.entitled, monthly=part.monthly, payer=part.payer,
        )
        for number, part in enumerate(parts, start=1)
    )  # fmt: skip


def _parts(document: DeductionDocument, payment: Payment) -> Iterator[Payment]:
    """Yield every payment of the document in the order in which balances run through them."""
    if document.net is not None:
        yield payment
    for number, payer in enumerate(document.payers or (), start=1):
        name = payer.id or str(number)
        yield evolve(
            payment, payer=name, net=payer.net or 0, income=payer.income or WAGE, base_share=payer.base_share,
            claims=_served_on(name, payment.claims),
        )  # fmt: skip
    yield from _of_incomes(document.incomes or (), payment)
    paid_with_fee = document.net is not None or bool(document.incomes)
    for late in document.back_pay or ():
        month = late.wage_period or payment.wage_period
        yield evolve(
            payment, net=late.net or 0, earlier_net=late.net_before or 0, wage_period=month,
            fee_due=not paid_with_fee, part="back_pay",
        )  # fmt: skip
        paid_with_fee = True


def _served_on(payer: str, claims: Iterable[Claim] | None) -> tuple[Claim, ...] | None:
    return None if claims is None else tuple(claim for claim in claims if claim.payer in (None, payer))


def _of_incomes(incomes: Sequence[IncomePart], payment: Payment) -> Iterator[Payment]:
    """Yield the incomes of one payer: what is like a wage added together, severance by multiples, the rest apart."""
    alike = [income for income in incomes if _adds_up(income, payment)]
    if alike:
        kind = next((income.kind for income in alike if income.kind is not None), WAGE)
        kinds = {income.kind or WAGE for income in alike}
        yield evolve(payment, net=sum(income.net or 0 for income in alike), income=WAGE if WAGE in kinds else kind)
    for income in incomes:
        if income in alike:
            continue
        apart = evolve(payment, net=income.net or 0, income=income.kind or WAGE, part=income.kind)
        yield from multiples(apart, income.multiples) if income.multiples is not None else [apart]


def _adds_up(income: IncomePart, payment: Payment) -> bool:
    return income.kind != SEVERANCE and treatment(income.kind or WAGE, payment.paid_on).code == LIKE_WAGE


def _computed(parts: Sequence[Payment], pack: Pack) -> list[Deduction]:
    """Return the deduction of each part; those that are no wage by rules of their own."""
    wages = [part for part in parts if treatment(part.income, part.paid_on, pack).code == LIKE_WAGE]
    others = [part for part in parts if part not in wages]
    if len(parts) == 1 and wages:
        return [deduction_of(parts[0], pack)]
    return [*one_after_another(wages, pack), *(of_other_income(part, pack) for part in others)]


def _split(payers: Sequence[PayerPart]) -> bool:
    return all(payer.base_share is not None for payer in payers)


def _orientation(payment: Payment, payers: Sequence[PayerPart], pack: Pack) -> Deduction:
    """Return what all payers together might deduct: without the executor's split there is no exact result."""
    joint = evolve(payment, net=sum(payer.net or 0 for payer in payers))
    found = deduction_of(joint, pack)
    return evolve(found, flags=(Flag(code="split_unknown", values={"payers": len(payers)}), *found.flags))


def _flags_of_split(document: DeductionDocument, payment: Payment, pack: Pack) -> Iterator[Flag]:
    """Yield a flag where the parts laid on several payers do not add up to the protected amount."""
    shares = [payer.base_share for payer in document.payers or () if payer.base_share is not None]
    if not shares:
        return
    whole = figures(evolve(payment, net=0, base_share=None), pack).whole_base
    if sum(shares) != whole:
        yield Flag(code="split_differs", values={"shares": sum(shares), "base": whole})


def document_problems(document: DeductionDocument) -> list[Problem]:
    """Return what in a document contradicts itself or cannot be computed."""
    given = [name for name in _SOURCES if getattr(document, name) is not None]
    problems = [*_source_problems(given), *_twice(document), *_unknown_payers(document)]
    for name in ("incomes", "payers", "back_pay"):
        for number, part in enumerate(getattr(document, name) or ()):
            if part.net is None:
                cs, en = "chybí čistý příjem", "the net income is missing"
                problems.append(Problem("net_needed", f"/{name}/{number}/net", cs, en))
    for number, income in enumerate(document.incomes or ()):
        if income.kind == SEVERANCE and income.multiples is None:
            cs = "u odstupného uveďte, kolikanásobek výdělku to je; sráží se z každého násobku zvlášť"
            en = "state of how many multiples of earnings the severance pay is; each is deducted from separately"
            problems.append(Problem("multiples_needed", f"/incomes/{number}/multiples", cs, en))
    return problems


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
        if claim.payer is not None and document.payers is not None and claim.payer not in known:
            cs, en = "takový plátce v dokumentu není", "there is no such payer in the document"
            yield Problem("unknown_payer", f"/claims/{number}/payer", cs, en)
