"""Debt relief of a case: may each debtor enter, what must and can be paid, what would it bring.

What cannot be computed is told with its reason and stops nothing else. Money in haléře.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, field, frozen

from dluhy.case.obligations import obligations_of_case
from dluhy.case.owing import DEBTOR
from dluhy.case.relief_claims import CaseClaims, claims_of, maintenance_claim
from dluhy.case.relief_facts import Told, facts_told, insolvencies_of
from dluhy.case.relief_given import Given, given_of, minimum_of
from dluhy.case.relief_incomes import CaseEarner, earner_of
from dluhy.case.relief_judged import childhood_facts, judged_entry
from dluhy.case.relief_papers import Papers, papers_of
from dluhy.case.unknowns import any_of
from dluhy.problems import InputError, Problem
from dluhy.relief.capability import capability
from dluhy.relief.projection import project
from dluhy.relief.projection_model import ReliefInput
from dluhy.relief.projection_sensitivity import sensitivity
from dluhy.relief.regimes import TOPIC

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    import polars as pl

    from dluhy.case.model import Case
    from dluhy.household.model import Circle
    from dluhy.law.pack import Pack
    from dluhy.relief.capability import Capability, Minimum
    from dluhy.relief.entry import Entry
    from dluhy.relief.projection_model import Track
    from dluhy.relief.projection_values import Projection, Variant

    _T = TypeVar("_T")

_SPOUSE: Final = "spouse"
_TRACKS: Final[dict[str, Track]] = {
    "TRACK-LONG": "long", "TRACK-PENSION": "short", "TRACK-DISABLED": "short", "TRACK-CHILD": "short",
}  # fmt: skip


@frozen(kw_only=True)
class CaseRelief:
    """Debt relief of one debtor of a case, or of spouses together; `people` are None where nobody is named.

    `running` is True where debt relief runs already and entry is not asked, None where that is not known. `facts` are
    the facts of the petition as they were judged. `entry`, `minimum`, `capability` and `projection` are None where they
    cannot be told, `problems` say why; `assumed` is what was taken for granted, `state` what was projected.
    """

    people: tuple[str | None, ...]
    running: bool | None = False
    given: Given = field(factory=Given)
    facts: dict[str, Any] = field(factory=dict)
    earners: tuple[CaseEarner, ...] = ()
    claims: CaseClaims = field(factory=CaseClaims)
    entry: Entry | None = None
    minimum: Minimum | None = None
    capability: Capability | None = None
    state: ReliefInput | None = None
    projection: Projection | None = None
    sensitivity: tuple[Variant, ...] = ()
    papers: Papers | None = None
    assumed: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()


def reliefs_of_case(
    case: Case,
    circle: Circle | None,
    judged: pl.DataFrame | None,
    pack: Pack,
    *,
    strict_law: bool = False,
) -> tuple[CaseRelief, ...]:
    """Return debt relief of every debtor of a case; empty where no debt and no petition is stated.

    `circle` is the household's people and incomes (None: nothing is said of them), `judged` the debts as the screening
    judged them. With `strict_law` a month past what the pack knows refuses the projection, otherwise the last known
    amounts stand in for it. Never raises for a day that the pack does not know: the reason is among `problems`.
    """
    if not case.debts and case.relief is None:
        return ()
    return tuple(relief_of_case(case, who, circle, judged, pack, strict_law=strict_law) for who in _petitioners(case))


def relief_of_case(  # noqa: PLR0913 - what a case is judged by
    case: Case,
    who: tuple[str | None, ...],
    circle: Circle | None,
    judged: pl.DataFrame | None,
    pack: Pack,
    *,
    strict_law: bool = False,
    variants: bool = True,
) -> CaseRelief:
    """Return debt relief of one debtor, or of two spouses who file together; as `reliefs_of_case`.

    `variants` says whether to project also with one thing changed at a time.
    """
    law, found = pack.whole or pack, list[Problem]()
    _tried(lambda: law.require_known(TOPIC, case.as_of), found)
    if found:
        return CaseRelief(people=who, problems=tuple(found))
    running = _running(case, who, alone=_alone(case, who))
    if running:
        return CaseRelief(people=who, running=True)
    data = _gathered(case, who, circle, judged, law)
    return evolve(_computed(data, case, judged, law, strict_law=strict_law, variants=variants), running=running)


def _petitioners(case: Case) -> list[tuple[str | None, ...]]:
    """Return who would file: every living debtor alone, or the spouses together where the case says so."""
    people = [each for each in case.people or () if each.died_on is None]
    dead = {each.id for each in case.people or () if each.died_on is not None}
    named = [each.id for each in people if each.role == DEBTOR]
    named += [debt.debtor for debt in case.debts or () if debt.debtor is not None and debt.debtor not in dead]
    debtors = list(dict.fromkeys(name for name in named if name is not None))
    relief = case.relief
    spouse = next((each.id for each in people if each.role == _SPOUSE), None)
    asks = None if relief is None or relief.person in dead else relief.person
    first = asks or (debtors[0] if debtors else None)
    if relief is not None and relief.spouses_together and spouse is not None and first is not None:
        return [(first, spouse), *((name,) for name in debtors if name not in {first, spouse})]
    if not debtors:
        return [] if dead else [(people[0].id if len(people) == 1 else None,)]
    return [(name,) for name in debtors]


def _alone(case: Case, who: tuple[str | None, ...]) -> bool:
    return all(other == who or set(other) <= set(who) for other in _petitioners(case))


def _running(case: Case, who: tuple[str | None, ...], *, alone: bool) -> bool | None:
    own = insolvencies_of(case, who, alone=alone)
    return None if own is None else any_of(bool(each.running) and each.relief_by_instalments for each in own)


@frozen(kw_only=True)
class _Gathered:
    """What the case says, before anything is computed."""

    who: tuple[str | None, ...]
    alone: bool
    told: Told
    given: Given
    claims: CaseClaims
    earners: tuple[CaseEarner, ...]


def _gathered(
    case: Case, who: tuple[str | None, ...], circle: Circle | None, judged: pl.DataFrame | None, pack: Pack
) -> _Gathered:
    alone = _alone(case, who)
    rows = obligations_of_case(case, pack, judged).to_dicts()
    told = facts_told(case, rows, who, pack, alone=alone)
    claims = claims_of(case, rows, who, pack, alone=alone)
    only = len(case.people or ()) <= 1
    return _Gathered(
        who=who,
        alone=alone,
        told=told,
        given=given_of(case, who, told.sure, claims, pack, alone=alone),
        claims=claims,
        earners=tuple(earner_of(case, circle, person, pack, alone=only) for person in who),
    )


def _computed(  # noqa: PLR0913 - what a case is judged by
    data: _Gathered, case: Case, judged: pl.DataFrame | None, pack: Pack, *, strict_law: bool, variants: bool
) -> CaseRelief:
    """Return everything that can be computed, each part on its own: what fails is told and left out."""
    found: list[Problem] = [problem for earner in data.earners for problem in earner.why]
    minimum = _tried(lambda: minimum_of(data.given, pack), found)
    found += _unknown_figures(data.given)
    able = None if minimum is None else _tried(lambda: _capability(data, minimum, case, pack), found)
    papers = _tried(lambda: papers_of(case, data.who, data.given, pack), found)
    more = {"own_monthly": None if able is None else able.own} | childhood_facts(
        case, judged, data.who, data.claims, pack
    )
    told = data.given.told(data.told, {**more, "attachments_missing": None if papers is None else papers.missing})
    judged_now = _tried(lambda: judged_entry(told, case.as_of, pack), found)
    facts, entry = ({}, None) if judged_now is None else judged_now
    state = None if entry is None else _state(data, entry, case, found, strict_law=strict_law)
    projection = None if state is None else _tried(lambda: project(state, pack), found)
    varied = None
    if variants and state is not None and projection is not None:
        varied = _tried(lambda: sensitivity(state, pack), found)
    return CaseRelief(
        people=data.who, given=data.given, facts=facts, earners=data.earners, claims=data.claims, entry=entry,
        minimum=minimum, capability=able, state=state, projection=projection, sensitivity=varied or (), papers=papers,
        assumed=(*data.given.assumed, *data.claims.assumed), problems=tuple(dict.fromkeys(found)),
    )  # fmt: skip


def _tried(compute: Callable[[], _T], found: list[Problem]) -> _T | None:
    """Return what a computation gives; where it refuses, keep its reasons and return None."""
    try:
        return compute()
    except InputError as error:
        found += error.problems
        return None


def _capability(data: _Gathered, minimum: Minimum, case: Case, pack: Pack) -> Capability | None:
    earners = [each.earner(case) for each in data.earners]
    known = [each for each in earners if each is not None]
    if len(known) < len(earners):
        return None
    return capability(minimum, known, paid_on=case.as_of, promised=data.given.promised, pack=pack)


def _state(data: _Gathered, entry: Entry, case: Case, found: list[Problem], *, strict_law: bool) -> ReliefInput | None:
    """Return what a projection is made from; None where something of it is not known, with the reason."""
    debtors = [each.debtor(case) for each in data.earners]
    known = tuple(each for each in debtors if each is not None)
    given = data.given
    reasons = [*_unknown_claims(data.claims), *_unknown_regime(entry)]
    if reasons or len(known) < len(debtors) or entry.regime.code is None or given.maintenance is None:
        found += reasons
        return None
    state = ReliefInput(
        regime=entry.regime.code, petition_on=given.on or case.as_of, found_on=given.found_on,
        spouses=len(data.who) > 1, track=_track(entry), trustee_vat=given.trustee_vat, debtors=known,
        claims=data.claims.claims, asset_sales=data.claims.sales, voluntary=given.promised,
        third_party_monthly=given.contributed or 0,
        petition_fee=given.fee, home=given.home, after_horizon="refuse" if strict_law else "last_known",
    )  # fmt: skip
    return evolve(state, claims=(*state.claims, *_of_maintenance(given.maintenance)))


def _of_maintenance(monthly: int) -> tuple[Any, ...]:
    return (maintenance_claim(monthly),) if monthly else ()


def _unknown_claims(claims: CaseClaims) -> list[Problem]:
    if not claims.unpriced:
        return []
    names = ", ".join(claims.unpriced)
    cs = f"není známo, kolik se dluží: {names}; bez toho nejde říct, kolik věřitelé dostanou"
    en = f"how much is owed is not known: {names}; without it nobody can say how much creditors get"
    return [Problem("balance_needed", "/debts", cs, en)]


def _unknown_figures(given: Given) -> list[Problem]:
    problems = []
    if given.maintenance is None:
        cs, en = "není známo běžné výživné, které dlužník platí", "the running maintenance is not known"
        problems.append(Problem("maintenance_needed", "/relief/maintenance_monthly", cs, en))
    if given.on is None:
        cs, en = "den podání návrhu není znám přesně", "the day of the petition is not known exactly"
        problems.append(Problem("petition_on_needed", "/relief/petition_on", cs, en))
    return problems


def _unknown_regime(entry: Entry) -> list[Problem]:
    if entry.regime.code is not None:
        return []
    cs = "není známo, kterým zněním zákona se řízení řídí"
    en = "it is not known which wording of the act governs the proceedings"
    return [Problem("regime_needed", "/relief/petition_on", cs, en)]


def _track(entry: Entry) -> Track:
    return next((_TRACKS[rule.id] for rule in entry.tracks if rule.id in _TRACKS), "standard")
