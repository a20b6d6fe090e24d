"""What a household must live on: the living minimum of those assessed together, the subsistence minimum of an adult.

§ 2 to 5 of Act 110/2006. The age of a person is the one reached in the calendar month asked (§ 3 odst. 1). Who is a
dependent child says Act 117/1995; where that is not known, every possibility is counted and the result is a range.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.dates import birthday
from dluhy.engine.arithmetic import INTEGERS
from dluhy.engine.steps import Step
from dluhy.household.people_codes import codes_of
from dluhy.law.amounts import known_value, period_on
from dluhy.law.models import weakest
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from dluhy.engine.arithmetic import Arithmetic, Number
    from dluhy.household.model import Circle, Member
    from dluhy.household.people_codes import Codes
    from dluhy.law.models import Evidence
    from dluhy.law.pack import Pack

SINGLE: Final = "single"
FIRST: Final = "first"
ADULT: Final = "adult"
CHILDREN: Final = ("child_15", "child_6", "child_0")
COUNTED: Final = (ADULT, *CHILDREN)
"""The bands persons of a household are counted by; the first person's amount replaces that of the band."""

SERIES: Final[dict[str, str]] = {band: f"living_minimum_{band}" for band in (SINGLE, FIRST, *COUNTED)}
"""The series of the amount of each band."""

STUDENT, PRISONER = "student", "prisoner"
GROWN_UP_ROLES: Final = ("guardian", "spouse")


@frozen(kw_only=True)
class Minimum:
    """The living minimum of a household for the month of a day, in haléře.

    `total` is None where what is unknown changes it; then `least` and `most` hold it (None where nobody says who lives
    there). `persons` are (id, band, amount) in the order of § 3, band and amount None where they depend on something
    unknown; `missing` codes of `household_facts`, `assumed` of `benefit_assumptions`. `evidence` is "D" for a household
    of children only: that the oldest child is the first person follows from the order of § 3, nobody says it outright.
    """

    on: date
    total: int | None
    least: int | None
    most: int | None
    persons: tuple[tuple[str, str | None, int | None], ...] = ()
    missing: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    evidence: Evidence = "S2"


@frozen
class Bounds:
    """The ages (full years) at which bands begin and dependence ends, and the codes that say something of both."""

    school: int
    youth: int
    end: int
    codes: Codes


def living_minimum(circle: Circle, pack: Pack | None = None) -> Minimum:
    """Return the living minimum of a circle for the month of its day, § 2 to 4 of Act 110/2006.

    A member in custody or prison is left out unless he is the only one or cares for a child there (§ 4 odst. 8).
    Raises HorizonError for a day whose amounts the pack does not know.
    """
    pack = pack or default_pack()
    if not circle.members:
        return Minimum(on=circle.on, total=None, least=None, most=None, missing=("household_members",))
    members = assessed_together(circle.members)
    bounds, amounts = bounds_on(pack, circle.on), amounts_on(pack, circle.on)
    bands = [bands_of(member, circle.on, bounds) for member in members]
    totals = _possible_totals(bands, amounts)
    persons = _persons(members, bands, circle.on, amounts)
    return Minimum(
        on=circle.on,
        total=min(totals) if len(totals) == 1 else None,
        least=min(totals),
        most=max(totals),
        persons=persons,
        missing=_missing(members, bands, circle.on, bounds) if len(totals) > 1 else (),
        assumed=("prison_since_last_month",) if len(members) < len(circle.members) else (),
        steps=_steps(pack, circle.on, persons, totals),
        evidence=_evidence(pack, circle.on, bands),
    )


def existence_minimum(on: date, pack: Pack | None = None) -> int:
    """Return the subsistence minimum of a person on a day in haléře (§ 5 odst. 1); HorizonError if not known."""
    return known_value((pack or default_pack()).series["existence_minimum"], on) * HALERE_PER_KORUNA


def existence_minimum_usable(member: Member, on: date, pack: Pack | None = None) -> bool | None:
    """Tell whether the subsistence minimum may be used for a person on a day (§ 5 odst. 2); None where not known.

    It may not for a dependent child, an old-age pensioner, a person of the third degree of invalidity and one older
    than the age of the series `existence_minimum_oldest_age`.
    """
    pack = pack or default_pack()
    bounds = bounds_on(pack, on)
    bands = bands_of(member, on, bounds)
    old = _older_than(member, known_value(pack.series["existence_minimum_oldest_age"], on), on)
    if ADULT not in bands or old or member.pension in bounds.codes.no_child | bounds.codes.old_age:
        return False
    return None if len(bands) > 1 or old is None or member.pension is None else True


def assessed_together(members: Sequence[Member]) -> tuple[Member, ...]:
    """Return the members who are assessed together: without those in custody or prison, § 4 odst. 8."""
    if len(members) == 1:
        return tuple(members)
    return tuple(each for each in members if each.activity != PRISONER or each.child_carer)


def bounds_on(pack: Pack, on: date) -> Bounds:
    """Return the ages at which bands begin and dependence ends, as of a day; HorizonError if not known."""
    names = ("living_minimum_school_age", "living_minimum_youth_age", "dependent_child_end_age")
    school, youth, end = (known_value(pack.series[name], on) for name in names)
    return Bounds(school, youth, end, codes_of(pack))


def amounts_on(pack: Pack, on: date) -> dict[str, int]:
    """Return the amount of each band on a day in haléře a month; HorizonError if not known."""
    return {band: known_value(pack.series[name], on) * HALERE_PER_KORUNA for band, name in SERIES.items()}


def minimum_of(arithmetic: Arithmetic[Number], counts: Mapping[str, Number], amounts: Mapping[str, Number]) -> Number:
    """Return the minimum of a household counted by bands (keys `COUNTED`), § 2 and § 3; nothing for nobody.

    The first person is an adult if there is one, otherwise the oldest child; a person alone has the amount of an
    individual.
    """
    one = arithmetic.number(1)
    some = {band: arithmetic.least(counts[band], one) for band in COUNTED}
    persons = counts[ADULT] + counts["child_15"] + counts["child_6"] + counts["child_0"]
    several = arithmetic.least(arithmetic.greatest(persons - 1, arithmetic.number(0)), one)
    own = some["child_6"] * amounts["child_6"] + (one - some["child_6"]) * amounts["child_0"]
    for band in ("child_15", ADULT):
        own = some[band] * amounts[band] + (one - some[band]) * own
    bands = sum((counts[band] * amounts[band] for band in CHILDREN), counts[ADULT] * amounts[ADULT])
    alone = arithmetic.least(persons, one) * amounts[SINGLE]
    return several * (bands - own + amounts[FIRST]) + (one - several) * alone


def bands_of(member: Member, on: date, bounds: Bounds) -> tuple[str, ...]:
    """Return the bands a member may belong to in the month of a day, in the order of `COUNTED`; one where it is sure.

    § 3 odst. 1, 3 of Act 110/2006 and § 11 of Act 117/1995: to the end of compulsory schooling (here: to the age from
    which somebody may be no dependent child at all) a child is dependent, then to the last age while studying or ill.
    """
    youngest, oldest = ages_in_month(member, on, bounds)
    dependent = dependence(member, bounds.codes)
    youth = youngest < bounds.end and oldest >= bounds.youth
    grown = oldest >= bounds.end and (not member.dependent_child or youngest >= bounds.end)
    small = member.dependent_child is not False or oldest < bounds.youth
    holds = {
        ADULT: grown or (youth and dependent is not True),
        "child_15": youth and dependent is not False,
        "child_6": small and youngest < bounds.youth and oldest >= bounds.school,
        "child_0": small and youngest < bounds.school,
    }
    return tuple(band for band in COUNTED if holds[band])


def dependence(member: Member, codes: Codes) -> bool | None:
    """Tell whether one past compulsory schooling and under the last age is a dependent child, § 11 odst. 1, 2."""
    if member.pension in codes.no_child:
        return False
    if member.dependent_child is not None:
        return member.dependent_child
    if member.activity == STUDENT:
        return True
    return False if member.pension in codes.old_age else None


def ages_in_month(member: Member, on: date, bounds: Bounds) -> tuple[int, int]:
    """Return the lowest and the highest age a member may reach in the month of a day (§ 3 odst. 1)."""
    born = member.born
    grown_up = member.role in GROWN_UP_ROLES or member.activity in bounds.codes.grown_up
    youngest = age_in_month(born.last, on) if born and born.last else bounds.youth if grown_up else 0
    oldest = age_in_month(born.first, on) if born and born.first else bounds.end
    return youngest, max(oldest, youngest)


def age_in_month(born: date, on: date) -> int:
    """Return the age a person reaches in the calendar month of a day; 0 for one not born yet."""
    return max(on.year - born.year - (born.month > on.month), 0)


def _older_than(member: Member, age: int, on: date) -> bool | None:
    born = member.born
    latest = birthday(born.last, age) < on if born and born.last else False
    earliest = birthday(born.first, age) < on if born and born.first else True
    return latest if latest == earliest else None


def _possible_totals(bands: Sequence[tuple[str, ...]], amounts: Mapping[str, int]) -> set[int]:
    return {minimum_of(INTEGERS, counts, amounts) for counts in outermost_counts(bands, amounts)}


def outermost_counts(bands: Sequence[tuple[str, ...]], amounts: Mapping[str, int]) -> list[dict[str, int]]:
    """Return counts by band that members may make, with the least and the greatest `minimum_of` of all among them.

    Of as many people in the same bands the minimum differs only by the sum of their amounts: who has the lowest and the
    highest is enough, so that the work grows with the number of members.
    """
    counted: set[tuple[int, ...]] = {(0,) * len(COUNTED)}
    for options in bands:
        places = [COUNTED.index(band) for band in options]
        alike: dict[tuple[bool, ...], list[tuple[int, tuple[int, ...]]]] = {}
        for counts in counted:
            for at in places:
                more = (*counts[:at], counts[at] + 1, *counts[at + 1 :])
                total = sum(count * amounts[band] for count, band in zip(more, COUNTED, strict=True))
                alike.setdefault(tuple(map(bool, more)), []).append((total, more))
        counted = {extreme(some)[1] for some in alike.values() for extreme in (min, max)}
    return [dict(zip(COUNTED, counts, strict=True)) for counts in counted]


def _persons(
    members: Sequence[Member], bands: Sequence[tuple[str, ...]], on: date, amounts: Mapping[str, int]
) -> tuple[tuple[str, str | None, int | None], ...]:
    """Return the members in the order of § 3 with their bands: adults from the oldest, then children."""
    group, first = _first(members, bands)
    ordered = sorted(
        range(len(members)), key=lambda at: (ADULT not in bands[at], _born(members[at]) or on, at != first)
    )
    found = []
    for at in ordered:
        sure = len(bands[at]) == 1 and (first is not None or at not in group)
        band = SINGLE if len(members) == 1 else FIRST if at == first else bands[at][0] if sure else None
        found.append((members[at].id, band, None if band is None else amounts[band]))
    return tuple(found)


def _first(members: Sequence[Member], bands: Sequence[tuple[str, ...]]) -> tuple[list[int], int | None]:
    """Return the places of those who may be the first person and the one who surely is, None where it is not sure."""
    adults = [at for at, options in enumerate(bands) if ADULT in options]
    group = adults or list(range(len(members)))
    sure = [at for at in group if not adults or bands[at] == (ADULT,)]
    return group, next((at for at in sure if all(_not_after(members[at], members[b]) for b in group if b != at)), None)


def _not_after(a: Member, b: Member) -> bool:
    last = a.born.last if a.born else None
    first = b.born.first if b.born else None
    return last is not None and first is not None and last <= first


def _born(member: Member) -> date | None:
    return member.born.first if member.born else None


def _missing(members: Sequence[Member], bands: Sequence[tuple[str, ...]], on: date, bounds: Bounds) -> tuple[str, ...]:
    unsure = [member for member, options in zip(members, bands, strict=True) if len(options) > 1]
    found = []
    for member in unsure:
        youngest, oldest = ages_in_month(member, on, bounds)
        found += ["birth_date"] if _band_ages(youngest, bounds) != _band_ages(oldest, bounds) else []
        youth = youngest < bounds.end and oldest >= bounds.youth
        found += ["dependent_child"] if youth and dependence(member, bounds.codes) is None else []
    return tuple(dict.fromkeys(found))


def _band_ages(age: int, bounds: Bounds) -> int:
    return sum(age >= limit for limit in (bounds.school, bounds.youth, bounds.end))


def _steps(
    pack: Pack, on: date, persons: Sequence[tuple[str, str | None, int | None]], totals: set[int]
) -> tuple[Step, ...]:
    steps = []
    for person, band, amount in persons:
        if band is not None:
            period = period_on(pack.series[SERIES[band]], on)
            steps.append(
                Step(
                    code="living_minimum_person",
                    value=amount,
                    inputs={"person": person, "band": band},
                    cites=tuple(period.citations),
                    evidence=period.evidence,
                )
            )
    total = min(totals) if len(totals) == 1 else None
    return (*steps, Step(code="living_minimum_total", value=total, inputs={"least": min(totals), "most": max(totals)}))


def _evidence(pack: Pack, on: date, bands: Sequence[tuple[str, ...]]) -> Evidence:
    used = {band for options in bands for band in options} | ({FIRST} if len(bands) > 1 else {SINGLE})
    marks = [period_on(pack.series[SERIES[band]], on).evidence for band in used]
    only_children = len(bands) > 1 and not any(options == (ADULT,) for options in bands)
    return weakest([*marks, "D"] if only_children else marks)
