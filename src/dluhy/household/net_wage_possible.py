"""Every way the unknown facts of a wage may stand, each worked out in plain integers."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final, Literal

from attrs import evolve, field, frozen

from dluhy.engine.arithmetic import INTEGERS as AR
from dluhy.household import payroll_formulas as formulas
from dluhy.household.net_wage_checks import DEGREES
from dluhy.household.net_wage_model import WageLine
from dluhy.household.payroll_formulas import Grosses, plainly

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dluhy.household.net_wage_model import Earner, Wage
    from dluhy.household.payroll_figures import Figures
    from dluhy.household.payroll_formulas import Insured, Taxed

Lost = Literal["bonus_income_low", "bonus_too_small"]
FACTS: Final = (
    "wage_declaration", "wage_relief_children", "wage_child_ztp_p", "wage_invalidity", "wage_ztp_p",
    "wage_state_insured", "wage_pensioner_relief", "wage_self_employed",
)  # fmt: skip
"""The facts of a case, in the order of the fields of `Case`; codes of `household_facts`."""
UNBOUNDED: Final = 10**15
"""A relief above every advance: what nobody can exclude while the children are not known."""
_THIRD: Final = DEGREES[-1]
_BOTH: Final = (False, True)


@frozen
class Case:
    """One way the facts may stand; `declared` is the employer with the declaration, `any_children` no bound on them."""

    declared: str | None
    any_children: bool
    child_ztp_p: bool
    invalidity: int
    ztp_p: bool
    state_insured: bool
    pensioner: bool
    self_employed: bool

    @property
    def paid_by_state(self) -> bool:
        """Whether the state pays health insurance, always so for pensioners and the invalid (48/1997 § 7)."""
        return self.state_insured or self.pensioner or self.invalidity > 0

    @property
    def exempt(self) -> bool:
        """Whether the minimum base does not hold (592/1992 § 3 odst. 8)."""
        return self.paid_by_state or self.ztp_p or self.self_employed


@frozen(kw_only=True)
class Outcome:
    """What comes out of one case; `bonus` None: no bound.

    `lost` says why a bonus that is due is not paid; outcomes that differ in it alone are the same.
    """

    lines: tuple[WageLine, ...]
    net: int
    bonus: int | None
    self_paid: int
    lost: Lost | None = field(eq=False)


@frozen(kw_only=True)
class Employer:
    """The contracts with one employer: added up by kind, and the base for social insurance of each."""

    name: str
    total: int
    gross: Grosses[int]
    insured: Insured[int]
    social_bases: tuple[int, ...]


def possibilities(earner: Earner, law: Figures[int]) -> Mapping[Case, Outcome]:
    """Return the outcome of every case that what is known leaves open; facts that cannot matter have one value."""
    employers = employers_of(earner.wages, law)
    return {case: _outcome(case, earner, employers, law) for case in _cases(earner, employers, law)}


def questions(found: Mapping[Case, Outcome]) -> tuple[str, ...]:
    """Return the facts that decide: some two cases differ in that fact alone and come out differently."""
    keys = {_values(case): outcome for case, outcome in found.items()}
    return tuple(code for at, code in enumerate(FACTS) if _decides(at, keys))


def _decides(at: int, keys: Mapping[tuple[object, ...], Outcome]) -> bool:
    seen: dict[tuple[object, ...], Outcome] = {}
    return any(seen.setdefault(key[:at] + key[at + 1 :], outcome) != outcome for key, outcome in keys.items())


def _values(case: Case) -> tuple[object, ...]:
    return (
        case.declared, case.any_children, case.child_ztp_p, case.invalidity, case.ztp_p,
        case.state_insured, case.pensioner, case.self_employed,
    )  # fmt: skip


def employers_of(wages: Sequence[Wage], law: Figures[int]) -> tuple[Employer, ...]:
    """Return the employers in the order in which they first appear."""
    return tuple(_employer(name, wages, law) for name in dict.fromkeys(wage.employer for wage in wages))


def _employer(name: str, wages: Sequence[Wage], law: Figures[int]) -> Employer:
    sums = dict.fromkeys(("employment", "agreement_perform_job", "agreement_work_activity", "small_scale"), 0)
    own = [wage for wage in wages if wage.employer == name]
    for wage in own:
        sums[wage.kind] += wage.gross
    gross = Grosses(
        employment=sums["employment"],
        perform_job=sums["agreement_perform_job"],
        work_activity=sums["agreement_work_activity"],
        small_scale=sums["small_scale"],
        employed=int(any(wage.kind in {"employment", "small_scale"} for wage in own)),
    )
    insured = formulas.insured(AR, law, gross, plainly)
    counts = {
        "employment": 1,
        "agreement_perform_job": insured.job_counts,
        "agreement_work_activity": insured.small_counts,
        "small_scale": insured.small_counts,
    }
    return Employer(
        name=name,
        total=sum(sums.values()),
        gross=gross,
        insured=insured,
        social_bases=tuple(wage.gross * counts[wage.kind] for wage in own),
    )


def _cases(earner: Earner, employers: Sequence[Employer], law: Figures[int]) -> list[Case]:
    declared = _declared(earner)
    may_declare = declared != [None]
    base = sum(each.insured.health_base for each in employers)
    covered = any(each.insured.covered for each in employers)
    minimum = not covered or base < law.minimum_wage
    relieved = law.social_relief > 0 and any(any(each.social_bases) for each in employers)
    children = earner.relief_children
    options = (
        declared,
        _BOTH if children is None and may_declare else (False,),
        _BOTH if may_declare and any(child.ztp_p is None for child in children or ()) else (False,),
        _open(earner.invalidity, (0, 1, _THIRD), matters=may_declare or minimum, otherwise=0),
        _open(earner.ztp_p, _BOTH, matters=may_declare or (minimum and covered), otherwise=False),
        _open(earner.state_insured, _BOTH, matters=minimum, otherwise=False),
        _open(earner.working_pensioner, _BOTH, matters=minimum or relieved, otherwise=False),
        _open(earner.self_employed, _BOTH, matters=minimum, otherwise=False),
    )
    return [Case(*values) for values in product(*options)]  # type: ignore[arg-type]  # in the order of the fields


def _open(value: object, every: Sequence[object], *, matters: bool, otherwise: object) -> Sequence[object]:
    if value is not None:
        return (value,)
    return every if matters else (otherwise,)


def _declared(earner: Earner) -> list[str | None]:
    """Return with whom the declaration may be signed: the one known, else nobody and each of whom it is not known."""
    said: dict[str, bool | None] = {}
    for wage in earner.wages:
        said[wage.employer] = wage.declaration if wage.declaration is not None else said.get(wage.employer)
    signed = [employer for employer, value in said.items() if value]
    return [*signed] or [None, *(employer for employer, value in said.items() if value is None)]


def _outcome(case: Case, earner: Earner, employers: Sequence[Employer], law: Figures[int]) -> Outcome:
    relief = _relief(case, earner, law)
    through = _through(employers)
    base = sum(each.insured.health_base for each in employers)
    missing = formulas.top_up(AR, law, base, int(through is not None and not case.exempt))
    credits_ = formulas.credits_of(
        law, int(0 < case.invalidity < _THIRD), int(case.invalidity == _THIRD), int(case.ztp_p)
    )
    lines, lost = [], None
    for each in employers:
        own = int(each.name == case.declared)
        tax = formulas.taxed(AR, law, each.gross, plainly, declared=own, credits_=credits_, relief=relief)
        social = sum(formulas.social(AR, law, base, int(case.pensioner)) for base in each.social_bases)
        line = _line(each, social, tax, missing if each is through else 0, declared=bool(own))
        lost = _lost(tax, law) or lost
        lines.append(evolve(line, bonus=None) if case.any_children and tax.bonus else line)
    due = through is None and not (case.paid_by_state or case.self_employed)
    return Outcome(
        lines=tuple(lines),
        net=sum(line.net or 0 for line in lines),
        bonus=None if any(line.bonus is None for line in lines) else sum(line.bonus or 0 for line in lines),
        self_paid=formulas.self_paid(AR, law) if due else 0,
        lost=lost,
    )


def _relief(case: Case, earner: Earner, law: Figures[int]) -> int:
    """Return the monthly relief for all children, those with the ZTP/P card a multiple (586/1992 § 35c odst. 7)."""
    if case.any_children:
        return UNBOUNDED
    total = 0
    for child in earner.relief_children or ():
        upto, before = (formulas.relief_of_first(AR, law, number) for number in (child.order, child.order - 1))
        card = case.child_ztp_p if child.ztp_p is None else child.ztp_p
        total += (upto - before) * (law.child_ztp_p_times if card else 1)
    return total


def _through(employers: Sequence[Employer]) -> Employer | None:
    """Return the employer who deducts the top-up: the one with the largest wage of those who insure; None for none."""
    covering = [each for each in employers if each.insured.covered]
    return max(covering, key=lambda each: each.total, default=None)


def _line(each: Employer, social: int, tax: Taxed[int], missing: int, *, declared: bool) -> WageLine:
    return WageLine(
        employer=each.name,
        gross=each.total,
        declaration=declared,
        social=social,
        health=each.insured.health,
        health_top_up=missing,
        base=tax.base,
        advance_before=tax.before,
        credits_used=tax.credits_used,
        relief_used=tax.relief_used,
        advance=tax.advance,
        withholding=tax.withholding,
        bonus=tax.bonus,
        net=each.total - social - each.insured.health - missing - tax.advance - tax.withholding,
    )


def _lost(tax: Taxed[int], law: Figures[int]) -> Lost | None:
    if tax.bonus or not tax.bonus_before:
        return None
    return "bonus_too_small" if tax.bonus_before < law.bonus_least else "bonus_income_low"
