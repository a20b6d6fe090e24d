"""What a household may own and where it lives, for the state social assistance benefit.

§ 17, § 19 to 25, § 28 and § 29 of Act 151/2025.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import frozen

from dluhy import places
from dluhy.engine.steps import Flag
from dluhy.household.minimum import ages_in_month, bounds_on
from dluhy.household.social_assistance_formulas import PREFIX
from dluhy.law.amounts import cell_on, constant, known_value, rows_on
from dluhy.money import HALERE_PER_KORUNA

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dluhy.household.model import Circle, Housing, Member, Possessions
    from dluhy.law.models import Table, Term
    from dluhy.law.pack import Pack

MOST_PERSONS: Final = 5
"""The last column of tables by persons holds for this number and for more."""
ASSUMED_PERIOD: Final = "assistance_inhabitants"
HALF: Final = 2  # nowhere is half of the inhabitants under 15


@frozen(kw_only=True)
class PropertyTest:
    """What § 17 says of a household: `against` are reasons why it has no benefit, `notes` what else to know."""

    against: tuple[Flag, ...] = ()
    notes: tuple[Flag, ...] = ()
    assumed: tuple[str, ...] = ()


@frozen(kw_only=True)
class Home:
    """How a home is counted: possible (title, owner, other) as 0 or 1; empty where the tenure is not known."""

    ways: tuple[tuple[int, int, int], ...]
    missing: tuple[str, ...] = ()
    reasons: tuple[Flag, ...] = ()
    terms: tuple[Term, ...] = ()


@frozen(kw_only=True)
class NormPlace:
    """The row of the norm rents for a home: a size of municipality or a district; None where it is not known."""

    key: str | None
    assumed: tuple[str, ...] = ()


def property_test(circle: Circle, on: date, pack: Pack) -> PropertyTest:
    """Return what § 17 says of the possessions of a household of known members; what is unknown is not tested.

    The day chooses the law. Raises HorizonError outside what the pack knows.
    """
    members = circle.members or ()
    parts = (
        _savings(circle.possessions, len(members), on, pack),
        _cars(circle.possessions, members, on, pack),
        _homes(circle, on, pack),
    )
    return PropertyTest(
        against=tuple(flag for part in parts for flag in part.against),
        notes=tuple(flag for part in parts for flag in part.notes),
        assumed=tuple(code for part in parts for code in part.assumed),
    )


def home_of(housing: Housing, pack: Pack) -> Home:
    """Return how a home counts, § 19 odst. 1 písm. a), § 20, § 22 to 25; an unknown kind of home is tried both ways."""
    tenure = None if housing.tenure is None else pack.term("assessed_tenures", housing.tenure)
    dwelling = None if housing.dwelling is None else pack.term("assessed_dwellings", housing.dwelling)
    terms = tuple(term for term in (tenure, dwelling) if term is not None)
    if tenure is not None and tenure.more["counted_as"] == "none":
        return Home(ways=((0, 0, 0),), reasons=(_flag("no_title", tenure),), terms=terms)
    if dwelling is not None and dwelling.more["counted_as"] == "none":
        return Home(ways=((0, 0, 0),), reasons=(_flag("no_home", dwelling),), terms=terms)
    if tenure is None:
        return Home(ways=(), missing=("tenure",), terms=terms)
    owner = int(tenure.more["counted_as"] == "owner")
    if dwelling is None:
        return Home(ways=((1, owner, 0), (1, owner, 1)), missing=("dwelling",), terms=terms)
    if dwelling.more["counted_as"] == "inspected":
        reasons = (_flag("home_inspected", dwelling),)
        return Home(ways=((0, 0, 0), (1, owner, 1)), missing=("dwelling",), reasons=reasons, terms=terms)
    return Home(ways=((1, owner, int(dwelling.more["counted_as"] == "other")),), terms=terms)


def norm_place(housing: Housing, on: date, pack: Pack) -> NormPlace:
    """Return the row of the norm rents of a day for a home: until September 2026 by size, then by district.

    A size of municipality comes from its inhabitants; of a district alone it is known where all of it has one size.
    """
    rows = rows_on(pack.tables[f"{PREFIX}norm_rent"], on).row
    place = None if housing.municipality is None else places.municipality(housing.municipality)
    district = place.district if place is not None else housing.district
    if district is not None and district.lower() in rows:
        return NormPlace(key=district.lower())
    size = _size_of_district(district, pack) if place is None else size_class(place, pack)
    if size not in rows:
        return NormPlace(key=None)
    return NormPlace(key=size, assumed=(ASSUMED_PERIOD,))


def size_class(place: places.Place, pack: Pack) -> str | None:
    """Return the code of `norm_classes` of a municipality, § 28 odst. 1 in the wording to September 2026.

    None where its inhabitants are not known well enough.
    """
    terms = pack.vocabularies["norm_classes"].values()
    named = next((term.code for term in terms if place.code in term.more.get("municipalities", ())), None)
    if named is not None:
        return named
    sizes = sorted((term.more["from_inhabitants"], term.code) for term in terms if "from_inhabitants" in term.more)
    least, most = place.inhabitants, place.inhabitants
    if least is None and place.inhabitants_15plus is not None:
        least, most = place.inhabitants_15plus, place.inhabitants_15plus * HALF
    if least is None or most is None:
        return None
    found = {max((limit, code) for limit, code in sizes if limit <= count)[1] for count in (least, most)}
    return found.pop() if len(found) == 1 else None


@cache
def _size_of_district(district: str | None, pack: Pack) -> str | None:
    codes = places.frame().filter(pl.col("district").str.to_lowercase() == (district or "").lower())["code"]
    found = {size_class(place, pack) for code in codes if (place := places.municipality(code)) is not None}
    return found.pop() if len(found) == 1 else None


def by_persons(table: Table, on: date, key: str, persons: int) -> int:
    """Return a cell of a table by persons in haléře; 0 for nobody."""
    if persons == 0:
        return 0
    column = f"persons_{min(persons, MOST_PERSONS)}"
    return cell_on(table, on, key, column) * HALERE_PER_KORUNA


def _flag(code: str, term: Term) -> Flag:
    return Flag(code=f"assistance_{code}", evidence=term.more["evidence"])


def _savings(possessions: Possessions, members: int, on: date, pack: Pack) -> PropertyTest:
    limit = by_persons(pack.tables[f"{PREFIX}savings_limit"], on, "limit", members)
    sure = possessions.savings if possessions.savings_least is None else possessions.savings_least
    if sure is not None and sure > limit:
        return PropertyTest(against=(Flag(code="assistance_savings_over", values={"limit": limit}),))
    if possessions.savings is None or possessions.savings > limit:
        return PropertyTest(assumed=("assistance_savings_not_tested",))
    return PropertyTest()


def _cars(possessions: Possessions, members: Sequence[Member], on: date, pack: Pack) -> PropertyTest:
    if possessions.cars is None:
        return PropertyTest(assumed=("assistance_cars_not_tested",))
    each, of_age = known_value(pack.series[f"{PREFIX}cars_per_adult"], on), constant(pack.series["age_of_majority"])
    ages = [ages_in_month(member, on, bounds_on(pack, on)) for member in members]
    sure, possible = (sum(pair[at] >= of_age for pair in ages) * each for at in (0, 1))
    if possessions.cars > possible:
        return PropertyTest(against=(Flag(code="assistance_cars_over"),))
    return PropertyTest(assumed=("assistance_cars_not_tested",) if possessions.cars > sure else ())


def _homes(circle: Circle, on: date, pack: Pack) -> PropertyTest:
    """Return what § 17 odst. 1, 2 says: the home lived in and, for a time, one more are disregarded."""
    homes, tenure = circle.possessions.homes, circle.housing.tenure
    if homes is None:
        return PropertyTest(assumed=("assistance_homes_not_tested",))
    spare = known_value(pack.series[f"{PREFIX}spare_homes"], on)
    lived_in = (0, 1) if tenure is None else (int(tenure == "owned"),) * 2
    if homes > spare + lived_in[1]:
        return PropertyTest(against=(Flag(code="assistance_homes_over"),))
    if homes > spare + lived_in[0]:
        return PropertyTest(assumed=("assistance_homes_not_tested",))
    notes = (Flag(code="assistance_second_home"),) if homes > lived_in[1] else ()
    return PropertyTest(notes=notes, assumed=("assistance_no_home_sold",))
