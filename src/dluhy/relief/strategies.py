"""Strategies side by side on the same months: carry on, stop what can be stopped, instalments, debt relief, both.

Debt relief that a bar of time keeps out is compared as it would be from the day on which the bar ends.

Source: § 1932 OZ, § 265a OSŘ and § 46 odst. 4 EŘ for how payments count; § 276 to 280 OSŘ for deductions; § 395 to
416 IZ for debt relief. What is practice and not law (the horizon, the time a stop takes) is marked so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from dluhy.dates import months_between
from dluhy.engine.steps import Flag
from dluhy.law.amounts import known_value
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError
from dluhy.relief.projection_law import DEDUCTIONS
from dluhy.relief.strategies_calendar import horizon_months, slots
from dluhy.relief.strategies_checks import input_problems, unknown
from dluhy.relief.strategies_course import Way, asks_of, course
from dluhy.relief.strategies_deductions import Deductions
from dluhy.relief.strategies_later import LATER, later_possible, relief_then, until
from dluhy.relief.strategies_relief import relieved, satisfiable, without_dropped
from dluhy.relief.strategies_told import told_course, told_relief
from dluhy.relief.strategies_values import Strategies, Strategy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from dluhy.law.models import Term
    from dluhy.law.pack import Pack
    from dluhy.relief.projection_model import ReliefInput
    from dluhy.relief.strategies_calendar import Slot
    from dluhy.relief.strategies_model import StrategyInput
    from dluhy.relief.strategies_relief import Relieved
    from dluhy.relief.strategies_values import Ask, StrategyMonth

VOCABULARY: Final = "relief_strategies"
CARRY_ON: Final = "carry_on"
_NOT_NOW: Final = ("inadmissible_now", "blocked_until")


@frozen
class Comparison:
    """What the strategies of one comparison share; `most` takes the largest effect of objections for the least."""

    state: StrategyInput
    pack: Pack
    slots: Sequence[Slot]
    deductions: Deductions
    most: bool = False

    def strategy(self, term: Term, carried: Sequence[StrategyMonth] | None) -> Strategy:
        """Return one strategy; `carried` are the months of carrying on, None where they are not known."""
        more = term.more
        if more["stops"] and not self._droppable():
            return self._not(term, Flag(code="nothing_to_stop"))
        if term.code == LATER:
            return self._later(term, carried)
        if more["relieves"]:
            return self._relief(term, carried)
        asks = unknown(self.state, self.pack, stops=more["stops"], pays=more["pays"])
        if asks:
            return self._cannot(term, asks)
        found = course(self.state, self._way(more), self.slots, self.deductions, self.pack)
        return self._cannot(term, asks_of(found)) if found.uncertain else told_course(term, found, self.pack)

    def _droppable(self) -> bool:
        return any(claim.drop is not None for claim in self.state.claims or ())

    def _way(self, more: Mapping[str, bool]) -> Way:
        after = known_value(self.pack.series["strategy_stop_months"], self.state.from_month) if more["stops"] else None
        return Way(after, pays=more["pays"], most=self.most)

    def _relief(self, term: Term, carried: Sequence[StrategyMonth] | None) -> Strategy:
        state, stops = self.state, term.more["stops"]
        if state.relief is None:
            return self._not(term, Flag(code="relief_not_given"))
        if state.relief_class in _NOT_NOW:
            return self._not(term, Flag(code="relief_not_now", values={"class": state.relief_class}))
        asks = unknown(state, self.pack, stops=True, pays=False) if stops else ()
        asks = tuple(ask for ask in asks if ask.code == "drop")
        if asks:
            return self._cannot(term, asks)
        relief: ReliefInput | None = without_dropped(state, self.pack, most=self.most) if stops else state.relief
        if relief is None or (stops and not satisfiable(relief, self.pack)):
            return self._not(term, Flag(code="too_few_creditors"))
        return told_relief(term, relieved(state, relief, carried, self.slots, self.pack), state, self.pack)

    def _later(self, term: Term, carried: Sequence[StrategyMonth] | None) -> Strategy:
        """Return debt relief from the day on which the bar ends, carrying on as now until then."""
        state, day = self.state, self.state.relief_from
        asks = unknown(state, self.pack, stops=False, pays=False)
        if asks or day is None:
            return self._cannot(term, asks)
        found = course(state, Way(None, pays=False), until(state, self.slots), self.deductions, self.pack)
        if found.uncertain:
            return self._cannot(term, asks_of(found))
        relief = relief_then(state, found, self.pack)
        if relief is None:
            return self._not(term, Flag(code="too_few_creditors_then"))
        then, as_now = self._then(relief, day, carried)
        if then is None:
            return self._not(term, Flag(code="relief_then_unknown", values={"day": day.isoformat()}))
        told = told_relief(term, then, state, self.pack)
        waiting = Flag(code="bar_ends", evidence="S2", values={"day": day.isoformat()})
        notes = (Flag(code="relief_then_as_now", evidence="D", values={"day": day.isoformat()}),) if as_now else ()
        flags = tuple(flag for flag in told.flags if flag.code != "before_permission")  # the debts are those of the day
        return evolve(told, conditions=(*told.conditions, waiting), flags=(*flags, *notes))

    def _then(
        self, relief: ReliefInput, day: date, carried: Sequence[StrategyMonth] | None
    ) -> tuple[Relieved | None, bool]:
        """Return debt relief from a day, and whether the law of now stands in for that of the day."""
        state = self.state
        try:
            return relieved(state, relief, carried, self.slots, self.pack), False
        except HorizonError:
            if state.relief is None or state.after_horizon == "refuse":
                return None, False
        now = evolve(relief, petition_on=state.relief.petition_on)
        later = months_between(now.petition_on, day)
        return relieved(state, now, carried, self.slots, self.pack, later=later), True

    def _not(self, term: Term, why: Flag) -> Strategy:
        return Strategy(code=term.code, status="not_applicable", why_not=why, first_step=term.more["first_step"],
                        evidence="S2")  # fmt: skip

    def _cannot(self, term: Term, asks: Sequence[Ask]) -> Strategy:
        return Strategy(
            code=term.code, status="cannot_say", asks=tuple(dict.fromkeys(asks)), first_step=term.more["first_step"]
        )


def strategies(state: StrategyInput, pack: Pack | None = None, *, most: bool = False) -> Strategies:
    """Return all strategies on the same months; haléře.

    Objections take off the least they surely do, or the most they may with `most`. What is not known stops only the
    strategies that need it and is asked. Raises InputError with everything that is wrong with the input, HorizonError
    for a first month or, while `after_horizon` is "refuse", any month whose law is not known.
    """
    law = pack or default_pack()
    problems = input_problems(state, law)
    if problems:
        raise InputError(problems)
    law.require_known(DEDUCTIONS, state.from_month)
    count = horizon_months(state, law)
    compared = Comparison(state, law, slots(state, count, law), Deductions(law), most=most)
    terms = law.vocabularies[VOCABULARY]
    carried = compared.strategy(terms[CARRY_ON], None)
    months = carried.month if carried.computed else None
    told = [code for code in terms if code != LATER or later_possible(state)]
    every = [carried if code == CARRY_ON else compared.strategy(terms[code], months) for code in told]
    return Strategies(
        from_month=state.from_month.replace(day=1), horizon_months=count, owed=_owed(state), strategies=tuple(every)
    )


def _owed(state: StrategyInput) -> int | None:
    """Return what is owed at the beginning, costs of enforcement still to come left out; None where not known."""
    balances = [None if each.balance is None else each.balance - each.costs_to_come for each in state.claims or ()]
    return None if state.claims is None or None in balances else sum(balance or 0 for balance in balances)
