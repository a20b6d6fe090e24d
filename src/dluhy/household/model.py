"""What a household is computed from and what comes out: plain values, frozen, money in haléře a month, None unknown."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - attrs and msgspec read the annotations
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from dluhy.dates import Span  # noqa: TC001 - attrs and msgspec read the annotations

if TYPE_CHECKING:
    from dluhy.engine.steps import Flag, Step
    from dluhy.law.models import Evidence

Seems = Literal["seems_entitled", "seems_not", "cannot_say"]


@frozen(kw_only=True)
class Member:
    """One person of the household on the day asked.

    `role` is a code of the document's list `case_roles`, `activity` of the vocabulary `activities`, `pension` of
    `pensions`, `card` of `disability_cards`. `dependent_child` is what is known beside the age (study, illness),
    `care_degree` the degree (0 none to 4) of dependence of the person, `named_carer` whether the person is the named
    carer of a dependent person, `child_carer` whether a parent cares for a child personally, `work_hours` hours worked
    a month, `plan_kept` whether the support plan is fulfilled. `born` may be known in part.
    """

    id: str
    role: str | None = None
    born: Span | None = None
    dependent_child: bool | None = None
    activity: str | None = None
    work_hours: int | None = None
    jobseeker_since: Span | None = None
    pension: str | None = None
    card: str | None = None
    care_degree: int | None = None
    named_carer: bool | None = None
    child_carer: bool | None = None
    widowed_on: date | None = None
    plan_kept: bool | None = None
    maternity: bool | None = None


@frozen(kw_only=True)
class IncomeEntry:
    """One entry of a document behind an income, as it stands there; money in haléře, None unknown.

    `frequency` is a code of `frequencies`; without it the entry is of `period`, without both of every month. `proof` is
    a code of `proofs`, `certainty` of `certainties`, `text` what the client calls it, `comment` the counsellor's note.
    """

    net: int | None = None
    gross: int | None = None
    frequency: str | None = None
    period: Span | None = None
    paid_on: date | None = None
    text: str | None = None
    proof: str | None = None
    certainty: str | None = None
    comment: str | None = None


@frozen(kw_only=True)
class IncomeLine:
    """One income of a household as it comes in a month.

    `kind` is a code of `income_kinds`, `net` the net amount of the month before deductions without the tax bonus,
    `least` and `most` bound it where it is not known, `months` are the last three months before the month asked, oldest
    first, where they are known. `childs` says that it is the own income of a dependent child. `entries` are what
    it is made of, as the document has them.
    """

    person: str | None
    kind: str | None
    net: int | None
    least: int | None = None
    most: int | None = None
    months: tuple[int | None, int | None, int | None] | None = None
    payer: str | None = None
    after_maternity: bool | None = None
    childs: bool | None = None
    entries: tuple[IncomeEntry, ...] = ()


@frozen(kw_only=True)
class Lapsed:
    """An income that ended before the others and is not counted; `last` is a day of the last month it came for."""

    person: str | None
    kind: str | None
    last: date


@frozen(kw_only=True)
class Housing:
    """Where and how the household lives; sums a month.

    `tenure` is a code of `tenures`, `dwelling` of `dwellings`, `municipality` the six digits of the register,
    `district` a code of `districts` where the municipality is not given. `rent` without services, `services` what is
    paid with the rent or for the home (water, lift, waste of the house), `energy` electricity, gas, heat, fuel.
    """

    tenure: str | None = None
    dwelling: str | None = None
    municipality: str | None = None
    district: str | None = None
    rent: int | None = None
    services: int | None = None
    energy: int | None = None
    solid_fuel: bool | None = None


@frozen(kw_only=True)
class Possessions:
    """What counts in a property test: liquid `savings` in haléře, numbers of cars and of homes.

    `savings` are at most so much where some may be of a kind that does not count; `savings_least` surely counts.
    """

    savings: int | None = None
    savings_least: int | None = None
    cars: int | None = None
    homes: int | None = None


@frozen(kw_only=True)
class Circle:
    """A household on a day, as benefits look at it. `members` None: nobody says who lives there.

    `incomes` None: nobody says what comes in; an empty tuple: nothing does. `incomes_once` come only once and are none
    of a month, their `net` is the whole amount. `lapsed` are those that came earlier. `undeclared` are ids of children
    in the care of both parents of whom it is not known with which one they are assessed.
    """

    on: date
    members: tuple[Member, ...] | None = None
    incomes: tuple[IncomeLine, ...] | None = None
    housing: Housing = field(factory=Housing)
    possessions: Possessions = field(factory=Possessions)
    lapsed: tuple[Lapsed, ...] = ()
    incomes_once: tuple[IncomeLine, ...] = ()
    undeclared: tuple[str, ...] = ()


@frozen(kw_only=True)
class Estimate:
    """What a household seems to be entitled to, never a promise.

    `benefit` is a code of the vocabulary `benefits`. `least` and `most` are haléře a month (equal where all is known),
    None where no estimate is supported. `reasons` say why it seems so, `assumed` what was not tested, `missing` which
    facts are not known (codes of `household_facts`); reports put the codes into words. `parts` are the components.
    """

    benefit: str
    seems: Seems
    month: date
    least: int | None = None
    most: int | None = None
    reasons: tuple[Flag, ...] = ()
    assumed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    parts: tuple[Estimate, ...] = ()
    evidence: Evidence = "S2"
