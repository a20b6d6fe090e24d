"""The incomes of debtors of a case as debt relief looks at them: what is deducted from like a wage, what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.case.payments import counted_with
from dluhy.case.unknowns import total_of
from dluhy.deductions.business import LIKE_WAGE
from dluhy.deductions.incomes import treatment
from dluhy.deductions.model import WAGE
from dluhy.problems import Problem
from dluhy.relief.capability import Earner
from dluhy.relief.projection_income import BUSINESS
from dluhy.relief.projection_model import DebtorIncome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.case.model import Case
    from dluhy.household.model import Circle, IncomeLine
    from dluhy.law.pack import Pack


@frozen(kw_only=True)
class CaseEarner:
    """One debtor's month, haléře: `net` is deducted from like a wage, `other` is not; None is unknown, `why` says why.

    `unclear` are kinds of incomes of which it cannot be told whether anything is deducted; they are among `other`.
    """

    person: str | None
    net: int | None
    other: int | None
    kind: str = WAGE
    unclear: tuple[str, ...] = ()
    why: tuple[Problem, ...] = ()

    def earner(self, case: Case) -> Earner | None:
        """Return the person with who is counted, for the capability; None where the income is not known."""
        if self.net is None:
            return None
        found = counted_with(case, self.person or "")
        return Earner(net=self.net, dependants=found.dependants, spouse=found.spouse, own_pension=found.own_pension)

    def debtor(self, case: Case) -> DebtorIncome | None:
        """Return the person with who is counted, for the projection; None where the income is not known."""
        if self.net is None:
            return None
        return DebtorIncome(
            net=self.net, kind=self.kind, household=counted_with(case, self.person or ""), id=self.person or "1"
        )


def earner_of(case: Case, circle: Circle | None, person: str | None, pack: Pack, *, alone: bool) -> CaseEarner:
    """Return a debtor's incomes of the latest month, as the household of the case has them.

    `alone` is whether an income of which nobody says whose it is can only be this person's.
    """
    lines = None if circle is None else circle.incomes
    if lines is None:
        return CaseEarner(person=person, net=None, other=None, why=(_unknown_incomes(),))
    own = [line for line in lines if line.person == person or (line.person is None and alone)]
    taken, spared, unclear = _divided(own, case, pack)
    why = _problems(lines, own, taken, alone=alone)
    nets = [line.net for line in taken]
    only_business = bool(taken) and all(line.kind == BUSINESS for line in taken)
    return CaseEarner(
        person=person,
        net=None if why else sum(net for net in nets if net is not None),
        other=total_of([line.net for line in spared]),
        kind=BUSINESS if only_business else WAGE,
        unclear=unclear,
        why=tuple(why),
    )


def _problems(
    lines: Sequence[IncomeLine], own: Sequence[IncomeLine], taken: Sequence[IncomeLine], *, alone: bool
) -> list[Problem]:
    problems = []
    if not alone and any(line.person is None for line in lines):
        problems.append(Problem("person_needed", "incomes", "není známo, čí některé příjmy jsou",
                                "it is not known whose some incomes are"))  # fmt: skip
    if any(line.kind is None for line in own):
        cs, en = "není znám druh příjmu", "the kind of an income is not known"
        problems.append(Problem("kind_needed", "incomes", cs, en))
    if any(line.net is None for line in taken):
        cs, en = "není znám čistý příjem", "the net income is not known"
        problems.append(Problem("net_needed", "incomes", cs, en))
    return problems


def _divided(
    own: Sequence[IncomeLine], case: Case, pack: Pack
) -> tuple[list[IncomeLine], list[IncomeLine], tuple[str, ...]]:
    """Return what is deducted from like a wage, what is not, and kinds of which that cannot be told."""
    taken, spared, unclear = [], [], []
    for line in own:
        found = None if line.kind is None else treatment(line.kind, case.as_of, pack)
        if line.kind == BUSINESS or (found is not None and found.code == LIKE_WAGE):
            taken.append(line)
            continue
        spared.append(line)
        if line.kind is not None and found is not None and not found.decided:
            unclear.append(line.kind)
    return taken, spared, tuple(dict.fromkeys(unclear))


def _unknown_incomes() -> Problem:
    return Problem("incomes_needed", "incomes", "příjmy nejsou známy", "the incomes are not known")
