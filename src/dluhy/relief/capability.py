"""Whether a debtor can pay the least that entry asks for: the amount, the income that reaches it, the help it takes.

§ 395 odst. 1 písm. b) IZ. The formulas stand in `dluhy.facts.derived.petitions`; deductions are those of the priority
extent (`dluhy.deductions`). Money in haléře.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from dluhy.deductions import deduct
from dluhy.deductions.amounts import wage_sets
from dluhy.deductions.formulas import THIRDS, base
from dluhy.deductions.model import WAGE, Spouse
from dluhy.deductions.one import wage_month
from dluhy.engine.arithmetic import INTEGERS
from dluhy.engine.steps import Flag, Step
from dluhy.facts.derived.petitions import PERCENT, least_monthly, trustee_month
from dluhy.law.amounts import known_ratio, known_value, period_on
from dluhy.law.models import weakest
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA as KORUNA
from dluhy.problems import InputError, Problem
from dluhy.relief.regimes import first_day, regime

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dluhy.law.models import Citation, Evidence
    from dluhy.law.pack import Pack

_BOTH_THIRDS: Final = 2
_PLAN: Final = "relief_plan_months"


@frozen(kw_only=True)
class Minimum:
    """The least a debtor must be able to pay, haléře a month; `one_off` is due once and spread over `months`.

    `trustee` is the trustee's month in the plan, tax included; the other creditors together get at least `others`.
    `over_plan` is all of it over the whole plan.
    """

    trustee: int
    others: int
    maintenance: int
    one_off: int
    months: int
    monthly: int
    over_plan: int
    steps: tuple[Step, ...]
    cites: tuple[Citation, ...] = field(eq=False)
    evidence: Evidence = "S2"


@frozen(kw_only=True)
class Earner:
    """One person's monthly income from which is deducted: net in haléře, who is counted; None is unknown."""

    net: int
    dependants: int | None = None
    spouse: Spouse = field(factory=Spouse)
    own_pension: str | None = None
    income: str = WAGE


@frozen(kw_only=True)
class Capability:
    """What incomes bring each month, what is short of the least, and the lowest net income that would reach it.

    `lowest_net` is of one person with the first earner's household, the other incomes as they are; None where no
    earner is given or who is counted is not known. `contribution` is what a third person would have to add.
    """

    needed: int
    own: int
    contribution: int
    lowest_net: int | None
    reached: bool
    flags: tuple[Flag, ...] = ()
    evidence: Evidence = "S2"


def trustee_cost(  # noqa: PLR0913 - one keyword a fact
    *,
    petition_on: date,
    month: date,
    spouses: bool,
    vat_payer: bool,
    approved: bool = True,
    interrupted: bool = False,
    prolonged_by_court: bool = False,
    pack: Pack | None = None,
) -> int:
    """Return what the trustee costs in one started month, haléře.

    `petition_on` is the day the proceedings began, `month` any day of the month paid for (it selects the tax),
    `approved` whether the month comes after the approval. Raises HorizonError where the pack does not know the decree
    of the day. Source: § 3 odst. 2, 3, § 7 odst. 4 of decree 313/2007 Sb.
    """
    law = pack or default_pack()
    fee = "trustee_fee_in_plan" if approved else "trustee_fee_before_approval"
    share = Fraction(1)
    if interrupted:
        share *= known_ratio(law.series["trustee_interruption_share"], petition_on)
    if prolonged_by_court:
        share *= known_ratio(law.series["trustee_prolongation_share"], petition_on)
    return trustee_month(
        INTEGERS,
        fee=known_value(law.series[fee], petition_on) * KORUNA,
        expenses=known_value(law.series["trustee_expenses"], petition_on) * KORUNA,
        multiple=known_ratio(law.series["trustee_spouses_multiple"], petition_on) if spouses else Fraction(1),
        vat=known_value(law.series["relief_vat_percent"], month) if vat_payer else 0,
        share=share,
    )


def minimum_monthly(  # noqa: PLR0913 - one keyword a fact
    *,
    petition_on: date,
    spouses: bool,
    vat_payer: bool,
    maintenance: int = 0,
    arrears: int = 0,
    drafter_fee: int = 0,
    months: int | None = None,
    pack: Pack | None = None,
) -> Minimum:
    """Return the least that entry asks for, with its steps.

    `vat_payer` is said of the trustee, `maintenance` is the running statutory maintenance a month, `arrears` what is
    owed on it, `drafter_fee` the fee for the petition with tax. `months` is the length of the plan; left out, the
    general one of the wording. Raises InputError for sums below zero and for proceedings of a wording that asks for
    a percentage instead, HorizonError as `regime`. Source: § 395 odst. 1 písm. b) IZ.
    """
    law = pack or default_pack()
    length = _length(petition_on, months, law)
    _check({"maintenance": maintenance, "arrears": arrears, "drafter_fee": drafter_fee})
    trustee = trustee_cost(petition_on=petition_on, month=petition_on, spouses=spouses, vat_payer=vat_payer, pack=law)
    one_off = arrears + drafter_fee
    monthly = least_monthly(INTEGERS, trustee=trustee, maintenance=maintenance, one_off=one_off, months=length)
    used = [period_on(law.series[name], petition_on) for name in ("trustee_fee_in_plan", "trustee_expenses")]
    cites = {cite.at: cite for period in used for cite in period.citations}
    rule = {cite.at: cite for cite in law.rules["DR-09"].citations}
    return Minimum(
        trustee=trustee,
        others=trustee,
        maintenance=maintenance,
        one_off=one_off,
        months=length,
        monthly=monthly,
        over_plan=length * (trustee + trustee + maintenance) + one_off,
        steps=(
            Step(code="relief_trustee", value=trustee, cites=tuple(cites.values())),
            Step(code="relief_others", value=trustee, cites=tuple(rule.values())),
            Step(code="relief_maintenance", value=maintenance, cites=tuple(rule.values())),
            Step(
                code="relief_one_off",
                value=monthly - trustee - trustee - maintenance,
                inputs={"months": length, "once": one_off},
                evidence="D",
            ),
            Step(code="relief_least", value=monthly, cites=tuple(rule.values())),
        ),
        cites=tuple((rule | cites).values()),
        evidence=weakest([law.rules["DR-09"].evidence, *(period.evidence for period in used)]),
    )


def capability(
    minimum: Minimum,
    earners: Sequence[Earner],
    *,
    paid_on: date,
    promised: int = 0,
    pack: Pack | None = None,
) -> Capability:
    """Return what incomes bring towards a least payment, and what is short of it.

    `earners` are the debtor, or both spouses; what is deducted from each is that of the priority extent. `promised` is
    what the debtor bindingly promises beside it (§ 391 odst. 3 IZ). `paid_on` selects the protected amounts. Raises
    InputError and HorizonError as `dluhy.deductions.deduct`.
    """
    law = pack or default_pack()
    _check({"promised": promised})
    deductions = [
        deduct(
            paid_on=paid_on,
            wage_period=wage_month(paid_on, None, law),
            net=earner.net,
            dependants=earner.dependants,
            spouse=earner.spouse,
            own_pension=earner.own_pension,
            claims=(),
            debt_relief=True,
            income=earner.income,
            pack=law,
        )
        for earner in earners
    ]
    own = sum(found.capacity for found in deductions) + promised
    flags = [Flag(code="promise_binds")] if promised else []
    unsure = [
        f for found in deductions for f in found.flags if f.code in {"dependants_unknown", "spouse_pension_unknown"}
    ]
    lowest = None
    if earners and not unsure:
        rest = minimum.monthly - own + deductions[0].capacity
        lowest = lowest_net(max(rest, 0), paid_on=paid_on, counted=deductions[0].counted, pack=law)
    return Capability(
        needed=minimum.monthly,
        own=own,
        contribution=max(minimum.monthly - own, 0),
        lowest_net=lowest,
        reached=own >= minimum.monthly,
        flags=(*flags, *{flag.code: flag for flag in unsure}.values()),
        evidence=weakest([minimum.evidence, *(found.evidence for found in deductions)]),
    )


def lowest_net(needed: int, *, paid_on: date, counted: int, pack: Pack | None = None) -> int:
    """Return the lowest monthly net wage from which deductions of the priority extent reach a sum, haléře.

    `counted` is how many people are counted beside the debtor. Raises InputError for a sum or count below zero,
    HorizonError where the amounts of the day are not known. Source: § 279 odst. 1 OSŘ, NNČ, § 398 odst. 3 IZ.
    """
    law = pack or default_pack()
    _check({"needed": needed, "counted": counted})
    if needed == 0:
        return 0
    sets = wage_sets(law)
    index = sets.index_for(paid_on, wage_month(paid_on, None, law))
    protected = base(INTEGERS, sets.debtor_parts[index], sets.person_parts[index], counted, sets.parts_of_koruna)
    threshold = sets.sets[index].threshold
    third = INTEGERS.ceil_div(needed, _BOTH_THIRDS * KORUNA) * KORUNA
    largest = INTEGERS.floor_div(threshold, THIRDS * KORUNA) * KORUNA
    if third <= largest:
        return protected + THIRDS * third
    return protected + threshold + needed - _BOTH_THIRDS * largest


def _length(petition_on: date, months: int | None, law: Pack) -> int:
    governing = regime(petition_on, pack=law)
    asks = {known_value(law.series["relief_entry_percent"], first_day(code, law)) for code in governing.possible}
    if asks != {0}:
        cs = "v tomto řízení rozhoduje podíl, který věřitelé dostanou, ne nejnižší splátka"
        en = "in these proceedings the share that creditors get decides, not a least payment"
        raise InputError([Problem("asks_for_percent", "/petition_on", cs, en)])
    if months is not None:
        if months <= 0:
            cs, en = "splátkový kalendář má aspoň jeden měsíc", "a plan has at least one month"
            raise InputError([Problem("months", "/months", cs, en)])
        return months
    lengths = {known_value(law.series[_PLAN], first_day(code, law)) for code in governing.possible}
    return min(lengths)


def _check(numbers: dict[str, int]) -> None:
    problems = [
        Problem("negative", f"/{name}", "má být nejméně nula", "should be at least zero")
        for name, number in numbers.items()
        if number < 0
    ]
    if problems:
        raise InputError(problems)


def tax_of(net: int, *, month: date, pack: Pack | None = None) -> int:
    """Return a sum with value-added tax of a month, haléře, what is below a haléř left out; HorizonError as usual."""
    law = pack or default_pack()
    rate = known_value(law.series["relief_vat_percent"], month)
    return INTEGERS.floor_div(net * (PERCENT + rate), PERCENT)
