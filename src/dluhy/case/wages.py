"""Gross wages of a case turned into net ones, so that its budget and its deductions can start from what people know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.case.assumed import TAX_BONUS, with_incomes
from dluhy.case.payments import CHILD, UNKNOWN
from dluhy.household.net_wage import ChildRelief, Earner, Wage, net_wage
from dluhy.household.sums import Bounds
from dluhy.law.codes import codes_by, codes_with
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from dluhy.case.model import Case, Income, Person
    from dluhy.household.net_wage import NetWage
    from dluhy.law.pack import Pack

OWN_INSURANCE: Final = "health_insurance_own"
_KINDS, _PENSIONS = "income_kinds", "pensions"
_ZTP_P: Final = "ztp_p"
_SELF_EMPLOYED: Final = "self_employed"


@frozen(kw_only=True)
class CaseWage:
    """The net wage of one person and month computed from gross ones, or why it cannot be; `places` in the list."""

    person: str
    month: date | None
    places: tuple[int, ...]
    wage: NetWage | None
    problems: tuple[Problem, ...] = ()


def employments(pack: Pack) -> Mapping[str, str | int]:
    """Return the kinds of income that are paid for employment, with the kind of employment that each comes from."""
    return codes_by(pack, _KINDS, "employment")


def with_net_wages(case: Case, pack: Pack) -> tuple[Case, tuple[CaseWage, ...]]:
    """Return the case with the net wage beside each gross one that has none, and how each was computed.

    What is computed exactly is filled in, with the tax bonus as an income of its own (kind `tax_bonus`) unless the case
    states one for the person; what hangs on an unknown fact stays unknown. A net wage that is stated is left as it is.
    Incomes are completed as `dluhy.case.assumed.with_incomes` does.
    """
    case = with_incomes(case, pack)
    computed = [_of_month(case, key, places, pack) for key, places in _months(case, pack).items()]
    incomes = list(case.incomes or ())
    added: list[Income] = []
    for found in computed:
        if found.wage is not None:
            added += _filled(incomes, found, found.wage)
    added += _bonuses_beside_net(case, pack)
    if not computed and not added:
        return case, ()
    return case.model_copy(update={"incomes": incomes + added}), tuple(computed)


def _bonuses_beside_net(case: Case, pack: Pack) -> Iterator[Income]:
    """Yield the tax bonus beside each stated net wage with which relief for children is claimed and no bonus told.

    A net wage does not contain the bonus; without the gross one the bonus stays unknown, it is never none by silence.
    """
    told = {each.person for each in case.incomes or () if each.kind == TAX_BONUS}
    by_month = _gross_months(case, pack)
    for place, income in enumerate(case.incomes or ()):
        claimed = income.kind in employments(pack) and income.net is not None and (income.relief_children or 0) > 0
        if not claimed or told & {income.person, None}:
            continue
        same = next((places for places in by_month.values() if place in places), [])
        if any((case.incomes or [])[each].net is None for each in same):
            continue  # computed with the net wage of the month
        key = (income.person or UNKNOWN, _first_month(income))
        wage = _of_month(case, key, same, pack).wage if same and place == same[0] else None
        bonus = None if wage is None else _bonus_by_net(wage, income)
        if bonus != 0:
            yield _bonus_with(income, bonus)


def _bonus_by_net(wage: NetWage, income: Income) -> int | None:
    """Return the bonus that comes with a stated net wage; None where it hangs on an unknown fact.

    A net wage that is the least possible and not the most has had tax withheld, with the fewest reliefs: what is not
    known about reliefs then raised nothing, and the bonus is the least as well.
    """
    if wage.bonus is None and wage.least < wage.most and income.net == wage.least:
        return wage.bonus_least
    return wage.bonus


def _first_month(income: Income) -> date | None:
    first = None if income.period is None else income.period.first
    return None if first is None else first.replace(day=1)


def _bonus_with(wage: Income, bonus: int | None) -> Income:
    fields = {"kind": TAX_BONUS, "net": bonus, "gross": None, "declaration": None, "relief_children": None}
    return wage.model_copy(update=fields)


def bounds_of_wages(case: Case, pack: Pack) -> dict[int, Bounds]:
    """Return the bounds of net wages and tax bonuses that hang on an unknown fact, by the place of the income, haléře.

    `case` is one whose net wages are filled in as far as they are known.
    """
    found: dict[int, Bounds] = {}
    for key, places in _gross_months(case, pack).items():
        unknown = any((case.incomes or [])[place].net is None for place in places) or _bonus_places(case, places)
        wage = _of_month(case, key, places, pack).wage if unknown else None
        if wage is not None:
            found |= _bounds_of_lines(case, places, wage)
            bonus = Bounds(wage.bonus_least, wage.bonus_most)
            found |= dict.fromkeys(_bonus_places(case, places), bonus) if wage.bonus is None else {}
    return found


def _bounds_of_lines(case: Case, places: Iterable[int], wage: NetWage) -> dict[int, Bounds]:
    """Return the bounds by employer at the first income from it; nothing more comes with its others."""
    lines = {line.employer: line for line in wage.lines}
    found: dict[int, Bounds] = {}
    told: set[str] = set()
    for place in places:
        income = (case.incomes or [])[place]
        employer = income.payer or UNKNOWN
        if income.net is None:
            line = lines[employer]
            found[place] = Bounds(0, 0) if employer in told else Bounds(line.least, line.most)
        told.add(employer)
    return found


def _bonus_places(case: Case, places: Sequence[int]) -> list[int]:
    """Return the place of the tax bonus that was computed with the wages of some places."""
    of = (case.incomes or [])[places[0]]
    return [
        place
        for place, income in enumerate(case.incomes or [])
        if income.kind == TAX_BONUS and income.net is None and income.person == of.person and income.period == of.period
    ]


@frozen(kw_only=True)
class UnpaidInsurance:
    """A person for whom nobody seems to pay health insurance, and what it costs a month, in haléře."""

    person: str
    monthly: int


def unpaid_insurance(case: Case, pack: Pack) -> tuple[UnpaidInsurance, ...]:
    """Return adults who are stated not to be insured by the state and of whom nothing shows that anybody pays for them.

    An agreement to perform a job does not insure by itself; an employment, a business or a line of the budget does.
    """
    if any(line.category == OWN_INSURANCE for line in case.budget or ()) or case.incomes is None:
        return ()
    found = []
    for person in case.people or ():
        own = {income.kind for income in case.incomes if income.person in {person.id, None}}
        if (
            person.state_insured is False
            and person.id is not None
            and not (own & codes_with(pack, _KINDS, "insures") or None in own)
        ):
            earner = Earner(
                month=case.as_of,
                wages=(),
                invalidity=0,  # the state would pay for an invalid or retired person
                state_insured=False,
                working_pensioner=False,
                self_employed=False,
            )
            amount = net_wage(earner, pack).self_paid_health
            found += [] if not amount else [UnpaidInsurance(person=person.id, monthly=amount)]
    return tuple(found)


def _months(case: Case, pack: Pack) -> dict[tuple[str, date | None], list[int]]:
    """Return the places of wages of each person and month of which some net wage is missing and a gross one given."""
    incomes = case.incomes or ()
    months = _gross_months(case, pack)
    return {key: places for key, places in months.items() if any(incomes[place].net is None for place in places)}


def _gross_months(case: Case, pack: Pack) -> dict[tuple[str, date | None], list[int]]:
    found: dict[tuple[str, date | None], list[int]] = {}
    for place, income in enumerate(case.incomes or ()):
        if income.kind in employments(pack) and income.gross is not None:
            found.setdefault((income.person or UNKNOWN, _first_month(income)), []).append(place)
    return found


def _of_month(case: Case, key: tuple[str, date | None], places: Sequence[int], pack: Pack) -> CaseWage:
    name, month = key
    periods = ((case.incomes or [])[place].period for place in places)
    several = any(period is not None and period.several_months for period in periods)
    if several or _net_of_some(case, places):
        cs = "mzda je uvedena za více měsíců najednou, nebo je u téhož plátce znám čistý příjem jen z části"
        en = "a wage is stated for several months at once, or of one payer only a part of the net income is known"
        return CaseWage(
            person=name, month=month, places=tuple(places), wage=None,
            problems=(Problem("wage_of_one_month_needed", "incomes", cs, en),),
        )  # fmt: skip
    if month is None:
        cs, en = "není známo období, za které mzda náleží", "the period the wage is for is not known"
        problem = Problem("period_needed", "incomes", cs, en)
        return CaseWage(person=name, month=None, places=tuple(places), wage=None, problems=(problem,))
    person = next((each for each in case.people or () if each.id == name), None)
    try:
        wage = net_wage(_earner(case, person, name, month, places, pack), pack)
    except InputError as error:
        return CaseWage(person=name, month=month, places=tuple(places), wage=None, problems=tuple(error.problems))
    return CaseWage(person=name, month=month, places=tuple(places), wage=wage)


def _net_of_some(case: Case, places: Iterable[int]) -> bool:
    """Return whether one payer's incomes are partly net and partly gross only: nobody can tell the net of the rest."""
    told: dict[str, set[bool]] = {}
    for place in places:
        income = (case.incomes or [])[place]
        told.setdefault(income.payer or UNKNOWN, set()).add(income.net is None)
    return any(len(kinds) > 1 for kinds in told.values())


def _earner(  # noqa: PLR0913, PLR0917 - of whom, of which month
    case: Case, person: Person | None, name: str, month: date, places: Iterable[int], pack: Pack
) -> Earner:
    incomes = [(case.incomes or [])[place] for place in places]
    pension = _pension(case, person, name, pack)
    activity = None if person is None else person.activity
    may_be_old = pension is None or pension in codes_with(pack, _PENSIONS, "old_age")
    return Earner(
        month=month,
        wages=tuple(
            Wage(
                employer=income.payer or UNKNOWN,
                gross=income.gross or 0,
                kind=str(employments(pack)[income.kind or "wage"]),
                declaration=income.declaration,
            )
            for income in incomes
        ),
        relief_children=_relief(case, incomes),
        invalidity=None if pension is None else int(codes_by(pack, _PENSIONS, "degree").get(pension, 0)),
        ztp_p=None if person is None or person.disability_card is None else person.disability_card == _ZTP_P,
        state_insured=None if person is None else person.state_insured,
        working_pensioner=None if may_be_old else False,
        self_employed=None if activity is None else activity == _SELF_EMPLOYED,
    )


def _pension(case: Case, person: Person | None, name: str, pack: Pack) -> str | None:
    """Return the pension of a person: as stated, or none where the list of incomes holds none."""
    if person is not None and person.pension is not None:
        return person.pension
    drawn = any(
        each.kind in codes_with(pack, _KINDS, "pension") and each.person in {name, None} for each in case.incomes or ()
    )
    return None if drawn else "none"


def _relief(case: Case, incomes: Iterable[Income]) -> tuple[ChildRelief, ...] | None:
    counts = [income.relief_children for income in incomes if income.relief_children is not None]
    if not counts:
        signed = any(income.declaration is not False for income in incomes)
        return None if signed and _may_have_children(case) else ()
    cards = _cards_of_children(case)
    return tuple(ChildRelief(order=order, ztp_p=cards) for order in range(1, max(counts) + 1))


def _may_have_children(case: Case) -> bool:
    return case.people is None or any(each.role == CHILD for each in case.people)


def _cards_of_children(case: Case) -> bool | None:
    """Return False where no child of the case has the card; whose relief it raises cannot be told otherwise."""
    cards = [each.disability_card for each in case.people or () if each.role == CHILD]
    return False if cards and all(card is not None and card != _ZTP_P for card in cards) else None


def _filled(incomes: list[Income], found: CaseWage, wage: NetWage) -> list[Income]:
    """Write the net wages into the list and return the tax bonus as an income of its own, if there is one."""
    by_employer: Mapping[str, int | None] = {line.employer: line.net for line in wage.lines}
    told: set[str] = set()
    for place in found.places:
        income = incomes[place]
        employer = income.payer or UNKNOWN
        if income.net is None and by_employer.get(employer) is not None:
            net = 0 if employer in told else by_employer[employer]
            incomes[place] = income.model_copy(update={"net": net})
        told.add(employer)
    stated = any(each.kind == TAX_BONUS and each.person in {found.person, None} for each in incomes)
    if stated or wage.bonus == 0:
        return []
    return [_bonus_with(incomes[found.places[0]], wage.bonus)]
