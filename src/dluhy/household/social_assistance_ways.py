"""Every way the state social assistance benefit may come out where something is unknown: each possibility is computed.

A question is one thing not known, with its possible answers; what is known is a question with one answer. Sums of money
that are not known are tried at nothing and at more than any limit: if both give the same, the sum does not matter. As
every cost counts up to a limit only, and more of it never lowers the benefit, both give the ends of a range too; for
the rent itself that range would say nothing.
"""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.household.minimum import ADULT, existence_minimum_usable
from dluhy.household.social_assistance_cases import ACTIVE, HIGHEST, LOWEST, NEITHER, VULNERABLE, way_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dluhy.household.social_assistance_cases import Facts, Stand, Way
    from dluhy.household.social_assistance_people import Standing

MOST_WAYS: Final = 4096
MOST_UNSURE: Final = 12
TOO_MUCH: Final = 10**9  # haléře: more than any limit on a cost of housing


@frozen(kw_only=True)
class Question:
    """One thing that may be unknown: its possible answers, the facts to ask; `money` where a range says nothing."""

    name: str
    answers: tuple[Any, ...]
    asks: tuple[str, ...] = ()
    money: bool = False


@frozen(kw_only=True)
class Ways:
    """Every possibility by its answers; `too_many` where they were not computed because there are too many."""

    questions: tuple[Question, ...]
    by_answers: Mapping[tuple[int, ...], Way]
    too_many: bool = False

    def values(self, of: Callable[[Way], int]) -> tuple[int, int]:
        """Return the least and the most of a value over all possibilities."""
        found = [of(way) for way in self.by_answers.values()]
        return min(found), max(found)

    def that_matter(self, of: Callable[[Way], int]) -> tuple[Question, ...]:
        """Return the questions whose answer changes a value, the others being equal."""
        found = []
        for at, question in enumerate(self.questions):
            if len(question.answers) == 1:
                continue
            groups: dict[tuple[int, ...], set[int]] = {}
            for answers, way in self.by_answers.items():
                groups.setdefault(answers[:at] + answers[at + 1 :], set()).add(of(way))
            if any(len(values) > 1 for values in groups.values()):
                found.append(question)
        return tuple(found)


def every_way(facts: Facts) -> Ways:
    """Compute every possibility of a household whose incomes are known in every way they may count."""
    questions = tuple(_questions(facts))
    if prod(len(question.answers) for question in questions) > MOST_WAYS:
        return Ways(questions=questions, by_answers={}, too_many=True)
    done = {}
    for chosen in product(*(range(len(question.answers)) for question in questions)):
        answers = {q.name: q.answers[at] for q, at in zip(questions, chosen, strict=True)}
        done[chosen] = way_of(facts, answers)
    return Ways(questions=questions, by_answers=done)


def _questions(facts: Facts) -> Iterable[Question]:
    for at, standing in enumerate(facts.standings):
        yield Question(name=f"member {at}", answers=_stands(standing, facts), asks=standing.asked)
    yield Question(name="first", answers=_orders(facts.standings), asks=("birth_date",))
    yield Question(name="income", answers=tuple(range(_most_incomes(facts))), asks=facts.income.missing)
    idle = any(ADULT in each.bands and not each.vulnerable and not each.active for each in facts.standings)
    yield Question(name="reading", answers=(False, True) if idle else (False,))
    yield from _questions_of_home(facts)


def _questions_of_home(facts: Facts) -> Iterable[Question]:
    housing = facts.circle.housing
    ways = facts.home.ways or ((0, 0, 0), (1, 0, 0), (1, 1, 0), (1, 0, 1), (1, 1, 1))
    yield Question(name="home", answers=ways, asks=facts.home.missing, money=not facts.home.ways)
    paid, held = any(title and not owner for title, owner, _ in ways), any(title for title, _, _ in ways)
    yield _sum("rent", "rent", housing.rent, matters=paid, money=True)
    yield _sum("services", "services", housing.services, matters=paid)
    yield _sum("energy", "energy_costs", housing.energy, matters=held)
    fuel = housing.solid_fuel
    yield Question(
        name="fuel", answers=(0, 1) if fuel is None and held else (int(fuel or False),), asks=("solid_fuel",)
    )
    key = facts.place.key
    norm = (LOWEST, HIGHEST) if key is None and held else (key or LOWEST,)
    yield Question(name="norm", answers=norm, asks=("home_place",), money=True)


def _sum(name: str, asks: str, amount: int | None, *, matters: bool, money: bool = False) -> Question:
    answers = (0, TOO_MUCH) if amount is None and matters else (amount or 0,)
    return Question(name=name, answers=answers, asks=(asks,), money=money)


def _stands(standing: Standing, facts: Facts) -> tuple[Stand, ...]:
    """Return the ways a member may stand: band, state, whether he has the subsistence minimum only (§ 36 odst. 3)."""
    found = [(band, VULNERABLE, False) for band in standing.bands if band != ADULT]
    if ADULT not in standing.bands:
        return tuple(found)
    unknown = [code for code in standing.asked if code not in ("dependent_child", "activity", "work_hours")]
    states = []
    if standing.vulnerable or (standing.vulnerable is None and unknown):
        states.append(VULNERABLE)
    if not standing.vulnerable:
        states += [ACTIVE] if standing.active is not False else []
        states += [NEITHER] if standing.active is not True else []
    for state in states:
        found += [(ADULT, state, reduced) for reduced in _reduced(standing, facts)]
    return tuple(found)


def _reduced(standing: Standing, facts: Facts) -> tuple[bool, ...]:
    """Return whether an adult gets the subsistence minimum only; it may not be used for all (110/2006 § 5 odst. 2)."""
    if standing.member.plan_kept is not False:
        return (False,)
    usable = existence_minimum_usable(standing.member, facts.on, facts.pack)
    return (False, True) if usable is None else (usable,)


def _orders(standings: Sequence[Standing]) -> tuple[tuple[int, ...], ...]:
    """Return the possible orders of members by age, oldest first, as far as the first person depends on them."""
    places = range(len(standings))
    born = [standing.member.born for standing in standings]
    if all(each is not None and each.first is not None and each.first == each.last for each in born):
        return (tuple(sorted(places, key=lambda at: (born[at].first, at))),)  # type: ignore[union-attr]  # known
    if sum(ADULT in standing.bands for standing in standings) == 1:
        adult = next(at for at in places if ADULT in standings[at].bands)
        return ((adult, *(at for at in places if at != adult)),)
    return tuple((first, *(at for at in places if at != first)) for first in places)


def _most_incomes(facts: Facts) -> int:
    """Return how many ways the incomes may count, whoever the dependent children are."""
    unsure = [each.member.id for each in facts.standings if len(each.bands) > 1 and ADULT in each.bands]
    if len(unsure) > MOST_UNSURE:
        return 1  # their bands alone are more possibilities than are computed
    sure = frozenset(each.member.id for each in facts.standings if ADULT not in each.bands)
    sets = [sure | frozenset(chosen) for chosen in _subsets(unsure)]
    return max(len(facts.income_with(children).ways) for children in sets)


def _subsets(items: Sequence[str]) -> Iterable[tuple[str, ...]]:
    for flags in product((False, True), repeat=len(items)):
        yield tuple(item for item, taken in zip(items, flags, strict=True) if taken)
