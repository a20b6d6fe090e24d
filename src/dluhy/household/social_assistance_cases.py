"""One possibility of the state social assistance benefit of a household: what the formulas take, and what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from dluhy.household.minimum import ADULT, COUNTED, FIRST, SINGLE, amounts_on, existence_minimum, minimum_of
from dluhy.household.social_assistance_formulas import INTEGERS, PREFIX, Household, components_of, rates_on
from dluhy.household.social_assistance_income import decisive_income
from dluhy.household.social_assistance_people import standings
from dluhy.household.social_assistance_property import by_persons, home_of, norm_place
from dluhy.law.amounts import rows_on

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from dluhy.household.model import Circle
    from dluhy.household.social_assistance_formulas import Components, Rates
    from dluhy.household.social_assistance_income import DecisiveIncome, Pair
    from dluhy.household.social_assistance_people import Standing
    from dluhy.household.social_assistance_property import Home, NormPlace
    from dluhy.law.pack import Pack

VULNERABLE, ACTIVE, NEITHER = "vulnerable", "active", "neither"
LOWEST, HIGHEST = "lowest", "highest"
"""Rows of the norm rents where the place is not known: the lowest and the highest of them."""
Stand = tuple[str, str, bool]
"""How a member stands: band of the living minimum, state, whether he has the subsistence minimum only."""


@frozen(kw_only=True)
class Way:
    """One possibility, computed: amounts in haléře, components in parts of a haléř (`parts` of the rates).

    `household` is what the formulas took; None with every component 0 where nobody counts (§ 16, § 34 odst. 2).
    """

    minimum: int
    states: tuple[str, ...]
    pair: Pair
    household: Household[int] | None
    components: Components[int] | None

    def amount(self, name: str) -> int:
        """Return a component or another value of the computation in parts of a haléř, `total` in haléře."""
        return 0 if self.components is None else int(getattr(self.components, name))


@frozen(kw_only=True)
class Facts:
    """All that is known of a household for the month of its circle, gathered once; `on` is the last day of it."""

    circle: Circle
    on: date
    pack: Pack
    rates: Rates
    standings: tuple[Standing, ...]
    home: Home
    place: NormPlace
    income: DecisiveIncome
    only_sure_income: bool = False
    incomes: dict[frozenset[str], DecisiveIncome] = field(factory=dict, eq=False)

    def income_with(self, children: frozenset[str]) -> DecisiveIncome:
        """Return the assessed income where certain members are the dependent children.

        With `only_sure_income` it is what surely comes in, none of it for the work bonus.
        """
        if children not in self.incomes:
            found = decisive_income(self.circle, self.pack, children=children)
            sure = evolve(found, ways=((found.least or 0, 0),))
            self.incomes[children] = sure if self.only_sure_income else found
        return self.incomes[children]


def facts_of(circle: Circle, on: date, pack: Pack) -> Facts:
    """Gather what is known of a circle whose members are known; HorizonError outside what the pack knows."""
    return Facts(
        circle=circle,
        on=on,
        pack=pack,
        rates=rates_on(pack, on),
        standings=standings(circle, pack),
        home=home_of(circle.housing, pack),
        place=norm_place(circle.housing, on, pack),
        income=decisive_income(circle, pack),
    )


def way_of(facts: Facts, answers: Mapping[str, Any]) -> Way:
    """Compute one possibility: `answers` by the names of the questions of `social_assistance_ways`."""
    stands = [answers[f"member {at}"] for at in range(len(facts.standings))]
    states = tuple(state for _, state, _ in stands)
    amounts = amounts_on(facts.pack, facts.on)
    counts = {band: sum(each == band for each, _, _ in stands) for band in COUNTED}
    minimum = minimum_of(INTEGERS, counts, amounts)
    children = frozenset(
        each.member.id for each, (band, _, _) in zip(facts.standings, stands, strict=True) if band != ADULT
    )
    ways = facts.income_with(children).ways
    pair = ways[min(answers["income"], len(ways) - 1)]
    counted = sum(state != NEITHER for state in states)
    if counted == 0:
        return Way(minimum=minimum, states=states, pair=pair, household=None, components=None)
    household = _household(facts, answers, stands, minimum, pair)
    components = components_of(INTEGERS, facts.rates, household)
    return Way(minimum=minimum, states=states, pair=pair, household=household, components=components)


def _household(
    facts: Facts, answers: Mapping[str, Any], stands: Sequence[Stand], minimum: int, pair: Pair
) -> Household[int]:
    states = [state for _, state, _ in stands]
    counted = [state for state in states if state != NEITHER]
    everybody = all(state == VULNERABLE for state in states)
    only_counted = all(state == VULNERABLE for state in counted)
    of_housing = only_counted if answers["reading"] else everybody
    title, owner, other = answers["home"]
    norm, services_part, flat_rate, fuel = _norms(facts, answers["norm"], len(counted), vulnerable=of_housing)
    return Household(
        minimum=minimum,
        income=pair[0],
        work_income=pair[1],
        vulnerable=int(everybody),
        housing_vulnerable=int(of_housing),
        active=int(len(counted) == len(states)),
        children=sum(band != ADULT for band, _, _ in stands),
        needs=_needs(facts, stands, answers["first"]),
        title=title,
        owner=owner,
        other=other,
        rent=answers["rent"],
        services=answers["services"],
        energy=answers["energy"],
        burns_fuel=answers["fuel"],
        norm=norm,
        services_part=services_part,
        flat_rate=flat_rate,
        fuel=fuel,
    )


def _norms(facts: Facts, key: str, persons: int, *, vulnerable: bool) -> tuple[int, int, int, int]:
    """Return the norm rent, its part for services, the energy flat rate and the amount for solid fuel, in haléře."""
    tables, on = facts.pack.tables, facts.on
    norms = tables[f"{PREFIX}norm_rent_vulnerable" if vulnerable else f"{PREFIX}norm_rent"]
    if key in (LOWEST, HIGHEST):
        found = [by_persons(norms, on, row, persons) for row in rows_on(norms, on).row]
        norm = min(found) if key == LOWEST else max(found)
    else:
        norm = by_persons(norms, on, key, persons)
    part = by_persons(tables[f"{PREFIX}services"], on, "vulnerable" if vulnerable else "any", persons)
    flat_rate = by_persons(tables[f"{PREFIX}energy_flat_rate"], on, "amount", persons)
    return norm, part, flat_rate, by_persons(tables[f"{PREFIX}solid_fuel"], on, "amount", persons)


def _needs(facts: Facts, stands: Sequence[Stand], order: Sequence[int]) -> int:
    """Return the sum of the amounts for living, § 36 odst. 2, 3: the living minimum of everybody who counts.

    An adult who breaks the support plan has the subsistence minimum, whoever is neither vulnerable nor work-active
    nothing.
    """
    amounts = amounts_on(facts.pack, facts.on)
    adults = [at for at in order if stands[at][0] == ADULT]
    first = (adults or list(order))[0]
    total = 0
    for at, (band, state, reduced) in enumerate(stands):
        own = SINGLE if len(stands) == 1 else FIRST if at == first else band
        if state != NEITHER:
            total += existence_minimum(facts.on, facts.pack) if reduced else amounts[own]
    return total


def shown(parts: int, amount: int) -> int:
    """Return an amount in parts of a haléř to the nearest haléř, halves up: to be shown, never to be summed."""
    return (2 * amount + parts) // (2 * parts)
