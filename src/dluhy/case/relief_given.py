"""The figures of a petition that a case gives: maintenance, the drafter's fee, contributions, the days, the home."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from dluhy.case.expenses import is_income
from dluhy.case.relief_facts import Told, written
from dluhy.household.frequency import monthly_halere, times_a_year
from dluhy.problems import Problem
from dluhy.relief.capability import minimum_monthly
from dluhy.relief.petition import fee_cap
from dluhy.relief.projection_model import HomeSale

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dluhy.case.model import BudgetLine, Case
    from dluhy.case.relief_claims import CaseClaims
    from dluhy.case.relief_facts import Who
    from dluhy.dates import Span
    from dluhy.law.pack import Pack
    from dluhy.relief.capability import Minimum

_MAINTENANCE: Final = "maintenance_paid"
_DRAFTERS: Final = "petition_drafters"
_REAL_ESTATE: Final = "real_estate"


@frozen(kw_only=True)
class Given:
    """What a petition is computed from; haléře, None unknown.

    `maintenance` is what runs a month, `arrears` what is owed on it, `fee` the fee for the petition: where it is not
    known none, as an accredited person takes, `fee_known` is False and `fee_most` the highest one. `on` is the day of
    the petition, the day judged where it is not filed yet, None where it is known in part only. `assumed` is what was
    taken for granted.
    """

    spouses: bool = False
    on: date | None = None
    found_on: date | None = None
    drafter: str | None = None
    drafter_vat: bool | None = None
    maintenance: int | None = None
    arrears: int | None = None
    fee: int = 0
    fee_known: bool = True
    fee_most: int = 0
    promised: int = 0
    contributed: int | None = None
    trustee_vat: bool | None = None
    home: HomeSale | None = None
    assumed: tuple[Problem, ...] = field(default=(), eq=False)

    def told(self, facts: Told, more: Mapping[str, Any]) -> Told:
        """Return the facts of the petition with the figures; a fee that is not known leaves what is due once open."""
        sure = {"relief_maintenance": self.maintenance, **more, **facts.sure}
        once: dict[str, tuple[Any, Any]] = {}
        if self.arrears is not None and self.fee_known:
            sure["relief_one_off"] = self.arrears + self.fee
        elif self.arrears is not None:
            once["relief_one_off"] = (self.arrears + self.fee_most, self.arrears)
        known = {name: value for name, value in sure.items() if value is not None}
        return Told(sure=written(known), ranges=(*facts.ranges, {name: _ends(ends) for name, ends in once.items()}))


def _ends(ends: tuple[Any, Any]) -> tuple[Any, Any]:
    worst, best = (written({"relief_one_off": end})["relief_one_off"] for end in ends)
    return worst, best


def given_of(  # noqa: PLR0913 - what a petition is computed from
    case: Case, who: Who, told: Mapping[str, Any], claims: CaseClaims, pack: Pack, *, alone: bool
) -> Given:
    """Return the figures of a petition; `told` are the facts that the case says of it."""
    fee = _fee(told)
    drafter = told.get("drafter")
    most = _highest_fee(drafter, case, len(who) > 1, pack) if fee is None else fee
    monthly = told.get("relief_maintenance")
    return Given(
        spouses=len(who) > 1,
        on=case.as_of if told.get("petition_on") is None else _exact(told["petition_on"]),
        found_on=_exact(told.get("insolvency_finding_on")),
        drafter=drafter,
        drafter_vat=told.get("drafter_vat_payer"),
        maintenance=_maintenance(case, who, pack, alone=alone) if monthly is None else monthly,
        arrears=claims.maintenance_owed,
        fee=fee or 0,
        fee_known=fee is not None or not most,
        fee_most=most,
        promised=_promised(case, who, alone=alone),
        contributed=told.get("contributed_monthly"),
        trustee_vat=told.get("trustee_vat_payer"),
        home=_home(case, who, alone=alone),
        assumed=() if fee is not None or not most else (_fee_assumed(),),
    )


def _promised(case: Case, who: Who, *, alone: bool) -> int:
    relief = case.relief
    if relief is None or not (relief.person in who if relief.person is not None else alone):
        return 0
    return relief.promised_monthly or 0


def _exact(span: Span | None) -> date | None:
    return span.first if span is not None and span.first == span.last else None


def _fee(told: Mapping[str, Any]) -> int | None:
    """Return the fee for the petition as told; None where nobody says it."""
    fee: int | None = told.get("drafter_fee")
    return fee


def _highest_fee(drafter: str | None, case: Case, spouses: bool, pack: Pack) -> int:  # noqa: FBT001 - a fact
    """Return the highest fee for the petition: none of a drafter who may not charge."""
    drafters = pack.vocabularies[_DRAFTERS]
    asked = drafters if drafter is None or drafters[drafter].more["may_charge"] else ()
    return max((fee_cap(code, day=case.as_of, spouses=spouses, pack=pack).most for code in asked), default=0)


def _fee_assumed() -> Problem:
    cs = (
        "není známo, kdo návrh sepíše a za kolik; předpoklad: akreditovaná osoba, zdarma. "
        "Jiný sepisovatel smí žádat odměnu do zákonného stropu a nejnižší platba by kvůli ní vzrostla"
    )
    en = (
        "who drafts the petition and for how much is not known; assumed: an accredited person, free of charge. "
        "Another drafter may ask for a fee up to the legal cap, which would raise the least payment"
    )
    return Problem("fee_assumed", "/relief/drafter_fee", cs, en)


def _maintenance(case: Case, who: Who, pack: Pack, *, alone: bool) -> int | None:
    """Return the maintenance that the budget says the debtor pays a month; None where nobody says it."""
    if case.budget is None:
        return None
    lines = [line for line in case.budget if _is_maintenance(line)]
    own = [line for line in lines if (line.person in who if line.person is not None else alone)]
    if len(own) < len([line for line in lines if line.person is None or line.person in who]):
        return None
    amounts = [_monthly(line, pack) for line in own]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if len(known) == len(amounts) else None


def _is_maintenance(line: BudgetLine) -> bool:
    return line.category == _MAINTENANCE and line.debt is None and not is_income(line)


def _monthly(line: BudgetLine, pack: Pack) -> int | None:
    if line.amount is None or line.frequency is None or line.certainty == "unknown":
        return None
    return monthly_halere(line.amount, line.frequency, pack).halere if times_a_year(line.frequency, pack) else 0


def _home(case: Case, who: Who, *, alone: bool) -> HomeSale | None:
    """Return the debtor's home where its price is known; whether it must be sold is for a person to judge."""
    for asset in case.assets or ():
        owned = asset.owner in who if asset.owner is not None else alone
        if owned and asset.is_home and asset.kind == _REAL_ESTATE and asset.value is not None:
            return HomeSale(proceeds=asset.value, collateral=bool(asset.pledged))
    return None


def minimum_of(given: Given, pack: Pack) -> Minimum | None:
    """Return the least that entry asks for, with a trustee who charges tax where that is not known; None if unknown.

    Raises InputError for proceedings that ask for a percentage instead, HorizonError for a day the pack does not know.
    """
    if given.on is None or given.maintenance is None or given.arrears is None:
        return None
    return minimum_monthly(
        petition_on=given.on, spouses=given.spouses, vat_payer=given.trustee_vat is not False,
        maintenance=given.maintenance, arrears=given.arrears, drafter_fee=given.fee, pack=pack,
    )  # fmt: skip
