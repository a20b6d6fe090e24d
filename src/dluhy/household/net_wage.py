"""The net wage from the gross, to the crown: contributions, tax, credits, child relief, the tax bonus beside it.

Of what is not known every possibility is worked out; what they agree on is said, of the rest the least and the most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import asdict, evolve

from dluhy.household.net_wage_checks import require_valid
from dluhy.household.net_wage_frame import net_wage_frame
from dluhy.household.net_wage_model import ChildRelief, Earner, NetWage, Wage, WageLine
from dluhy.household.net_wage_possible import employers_of, possibilities, questions
from dluhy.household.net_wage_telling import assumed_of, flags_of, steps_of
from dluhy.household.payroll_figures import evidence_on, figures_on
from dluhy.law.pack import default_pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dluhy.law.pack import Pack

__all__ = ["ChildRelief", "Earner", "NetWage", "Wage", "WageLine", "net_wage", "net_wage_frame"]


def net_wage(earner: Earner, pack: Pack | None = None) -> NetWage:
    """Return the net wage of a person for a month, one line for each employer (586/1992, 589/1992, 592/1992).

    Unknown facts (None) are tried every way: see `NetWage`. Contracts with one employer are taxed together; lines stand
    in the order in which the employers first appear. Raises InputError for impossible input, HorizonError for a month
    that the pack does not know.
    """
    law = pack or default_pack()
    require_valid(earner, law)
    month = earner.month.replace(day=1)
    figures = figures_on(law, month)
    found = possibilities(earner, figures)
    outcomes = list(found.values())
    lines = tuple(_agreed(options) for options in zip(*(outcome.lines for outcome in outcomes), strict=True))
    nets, bonuses = [each.net for each in outcomes], [each.bonus for each in outcomes]
    bounded = [bonus for bonus in bonuses if bonus is not None]
    result = NetWage(
        month=month,
        gross=sum(wage.gross for wage in earner.wages),
        net=_same(nets),
        least=min(nets),
        most=max(nets),
        bonus=_same(bonuses),
        bonus_least=min(bounded),
        bonus_most=max(bounded) if len(bounded) == len(bonuses) else None,
        self_paid_health=_same([each.self_paid for each in outcomes]),
        lines=lines,
        questions=questions(found),
        assumed=tuple(assumed_of(earner, lines, employers_of(earner.wages, figures), figures, law)),
        evidence=evidence_on(law, month),
    )
    flags = tuple(flags_of(result, earner, outcomes, figures))
    return evolve(result, flags=flags, steps=tuple(steps_of(result, law)))


def _agreed(options: Iterable[WageLine]) -> WageLine:
    """Return one line of several possible ones: each figure where they agree, else None; the net wage with bounds."""
    first, *rest = options
    values = asdict(first)
    for other in rest:
        values = {name: value if getattr(other, name) == value else None for name, value in values.items()}
    nets = [each.net for each in (first, *rest) if each.net is not None]
    return WageLine(**values | {"least": min(nets), "most": max(nets)})


def _same(values: Sequence[int | None]) -> int | None:
    return values[0] if all(value == values[0] for value in values) else None
