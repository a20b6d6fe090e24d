"""Past payslips as payments by pay day: what each says, what it lacks, what was paid before for its month."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from dluhy.deductions.answering import claims_of, household_of
from dluhy.deductions.figures import Payment
from dluhy.deductions.incomes import treatment
from dluhy.deductions.model import WAGE
from dluhy.deductions.one import wage_month
from dluhy.deductions.several import SEVERANCE
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dluhy.deductions.document import PayslipPart, PayslipsDocument
    from dluhy.law.pack import Pack


@frozen(kw_only=True)
class Slip:
    """One payslip: its number in the document from 1, its payment (None if it cannot be made), what it lacks."""

    number: int
    part: PayslipPart
    payment: Payment | None = None
    reasons: tuple[Problem, ...] = ()

    @property
    def wage_period(self) -> date | None:
        """The month the wage is for, as stated or as it follows from the pay day; None if not known."""
        return self.part.wage_period if self.payment is None else self.payment.wage_period

    def without_payment(self, problems: Iterable[Problem]) -> Slip:
        """Return the slip as one that cannot be computed, for further reasons."""
        reasons = (evolve(problem, place=f"{place_of(self.number)}{_below(problem)}") for problem in problems)
        return evolve(self, payment=None, reasons=(*self.reasons, *reasons))


def place_of(number: int) -> str:
    """Return where a payslip stands in its document."""
    return f"/payslips/{number - 1}"


def _below(problem: Problem) -> str:
    return problem.place if problem.place.startswith("/") else ""


def slips_of(document: PayslipsDocument, pack: Pack) -> list[Slip]:
    """Return the payslips of a document by pay day; InputError for what is wrong with the document as a whole.

    Later payments for one month are computed as what they add to the earlier ones (§ 278, 285 OSŘ: the protected
    amount counts once a month).
    """
    problems = list(_problems(document))
    if problems:
        raise InputError(problems)
    slips = [_slip(document, number, part, pack) for number, part in enumerate(document.payslips, start=1)]
    slips.sort(key=lambda slip: (slip.part.paid_on or slip.wage_period or date.max, slip.number))
    return list(_after_earlier(_with_clear_month(slips)))


def _problems(document: PayslipsDocument) -> Iterator[Problem]:
    if not document.payslips:
        cs, en = "není uvedena žádná výplata ke kontrole", "no payment to check is stated"
        yield Problem("payslips_needed", "/payslips", cs, en)
    payers = {claim.payer for claim in document.claims or () if claim.payer is not None}
    if len(payers) > 1:
        cs = "kontrolují se výplaty jednoho plátce, pohledávky jich však jmenují víc"
        en = "payments of one payer are checked, but the claims name several"
        yield Problem("several_payers", "/claims", cs, en)
    seen: list[PayslipPart] = []
    for number, part in enumerate(document.payslips, start=1):
        if part.paid_on is not None and part.net is not None and part in seen:
            cs, en = "tatáž výplata je uvedena dvakrát", "the same payment is stated twice"
            yield Problem("payslip_twice", place_of(number), cs, en)
        seen.append(part)


def _slip(document: PayslipsDocument, number: int, part: PayslipPart, pack: Pack) -> Slip:
    reasons = list(_missing(part, document.income or WAGE, pack))
    slip = Slip(number=number, part=part)
    if part.paid_on is None or part.net is None or any(reason.code in _BLOCKING for reason in reasons):
        return slip.without_payment(reasons)
    try:
        month = wage_month(part.paid_on, part.wage_period, pack)
    except InputError as error:
        return slip.without_payment([*reasons, *error.problems])
    household = household_of(document)
    payment = Payment(
        paid_on=part.paid_on, wage_period=month, net=part.net, claims=claims_of(document.claims),
        household=household if part.dependants is None else evolve(household, dependants=part.dependants),
        rounding="2dp" if document.component_rounding == "2dp" else "exact",
        debt_relief=bool(document.debt_relief), income=document.income or WAGE, base_share=document.base_share,
    )  # fmt: skip
    return evolve(slip.without_payment(reasons), payment=payment)


_BLOCKING = frozenset({"multiples_needed", "income_to_find_out"})


def _missing(part: PayslipPart, income: str, pack: Pack) -> Iterator[Problem]:
    """Yield everything for which a payslip cannot be checked."""
    if part.paid_on is None:
        yield Problem("paid_on_missing", "/paid_on", "chybí den výplaty", "the day of payment is missing")
    if part.net is None:
        yield Problem("net_needed", "/net", "chybí čistý příjem", "the net income is missing")
    if part.deducted is None:
        cs, en = "chybí, kolik se opravdu srazilo", "it is missing how much was really deducted"
        yield Problem("deducted_missing", "/deducted", cs, en)
    elif part.net is not None and part.deducted > part.net:
        cs, en = "sraženo je víc, než kolik je čistý příjem", "more is deducted than the net income"
        yield Problem("more_than_net", "/deducted", cs, en)
    if income == SEVERANCE:
        cs = "odstupné se počítá z každého násobku výdělku zvlášť; spočítejte je samostatným výpočtem"
        en = "severance pay is computed from each multiple of earnings separately; compute it on its own"
        yield Problem("multiples_needed", "", cs, en)
    elif part.paid_on is not None and not _decided(income, part.paid_on, pack):
        cs = "z druhu příjmu se nepozná, zda a kolik se z něj smí srazit"
        en = "the kind of income does not tell whether and how much may be deducted from it"
        yield Problem("income_to_find_out", "", cs, en)


def _decided(income: str, paid_on: date, pack: Pack) -> bool:
    try:
        return treatment(income, paid_on, pack).decided
    except InputError:
        return True  # the day is outside what the pack knows; that is told where the payment is computed


def _with_clear_month(slips: Sequence[Slip]) -> list[Slip]:
    """Refuse to guess the month of a payment where another one is for the month that would be guessed."""
    months = [slip.wage_period for slip in slips]
    cs = "za týž měsíc by vycházely dvě výplaty; uveďte měsíc, za který mzda náleží"
    en = "two payments would be for one month; state the month the wage is for"
    unclear = Problem("wage_period_needed", "/wage_period", cs, en)
    return [
        slip.without_payment([unclear])
        if slip.payment is not None and slip.part.wage_period is None and months.count(slip.wage_period) > 1
        else slip
        for slip in slips
    ]


def _after_earlier(slips: Iterable[Slip]) -> Iterator[Slip]:
    """Yield slips with what was paid before for the same month; unknown where an earlier one lacks its net income."""
    paid: dict[date, int | None] = {}
    fees: set[tuple[int, int]] = set()
    for slip in slips:
        month, payment = slip.wage_period, slip.payment
        if month is None:
            yield slip
            continue
        earlier = paid.get(month, 0)
        if payment is None or earlier is None:
            paid[month] = None
            yield slip if payment is None else slip.without_payment([_EARLIER_UNKNOWN])
            continue
        paid[month] = earlier + payment.net
        calendar = payment.paid_on.year, payment.paid_on.month
        yield evolve(slip, payment=evolve(payment, earlier_net=earlier, fee_due=calendar not in fees))
        fees.add(calendar)


_EARLIER_UNKNOWN = Problem(
    "earlier_unknown",
    "",
    "není známo, kolik se za týž měsíc vyplatilo dřív",
    "it is not known how much was paid before for the same month",
)
