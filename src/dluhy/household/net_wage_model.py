"""What a net wage is computed from and what comes out: plain values, frozen, money in haléře, None unknown."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - attrs and msgspec read the annotations

from attrs import field, frozen

from dluhy.engine.steps import Flag, Step  # noqa: TC001 - attrs and msgspec read the annotations
from dluhy.law.models import Evidence  # noqa: TC001 - attrs and msgspec read the annotations


@frozen(kw_only=True)
class Wage:
    """What one contract with an employer pays for a month.

    `employer` is any name that tells employers apart; contracts of one name are with one employer. `gross` is the
    gross wage in haléře, `kind` a code of `employment_kinds`, `declaration` whether the tax declaration is signed with
    this employer for the month (None unknown).
    """

    employer: str
    gross: int
    kind: str
    declaration: bool | None = None


@frozen(kw_only=True)
class ChildRelief:
    """A child for whom the person claims tax relief with the declaration.

    `order` counts the children of the household from 1, also those whose relief another person claims; `ztp_p` whether
    the child has the ZTP/P card.
    """

    order: int
    ztp_p: bool | None = None


@frozen(kw_only=True)
class Earner:
    """One person and all wages of a month; everything that is None is unknown and tried every way.

    `month` is any day of the wage month. `wages` empty: the person has none. `relief_children` empty: no relief is
    claimed. `invalidity` is the degree for which an invalidity pension is granted, 0 none. `state_insured` says that
    the state pays health insurance too, also beside an employment (48/1997 § 7 odst. 1, 2), or that another exemption
    from the minimum base holds (592/1992 § 3 odst. 8); False leaves those that the other facts give.
    `working_pensioner` says that the relief on contributions is due and asked for (589/1992 § 7d, § 7e).
    `self_employed` says that health insurance advances of at least the minimum are paid from self-employment.
    """

    month: date
    wages: tuple[Wage, ...]
    relief_children: tuple[ChildRelief, ...] | None = None
    invalidity: int | None = None
    ztp_p: bool | None = None
    state_insured: bool | None = None
    working_pensioner: bool | None = None
    self_employed: bool | None = None


@frozen(kw_only=True)
class WageLine:
    """One employer's pay of a month, haléře; None where it hangs on an unknown fact.

    `social` and `health` are the employee's contributions, `health_top_up` what is added to the minimum base,
    `base` the base of the tax advance, `advance_before` the advance before credits, `credits_used` and `relief_used`
    what was taken off it, `advance` what is deducted, `withholding` the tax taken without a declaration from low
    incomes, `bonus` the tax bonus paid beside the wage, `net` the wage after deductions without the bonus, `least` and
    `most` its bounds.
    """

    employer: str
    gross: int
    declaration: bool | None
    social: int | None
    health: int | None
    health_top_up: int | None
    base: int | None
    advance_before: int | None
    credits_used: int | None
    relief_used: int | None
    advance: int | None
    withholding: int | None
    bonus: int | None
    net: int | None
    least: int | None = None
    most: int | None = None


@frozen(kw_only=True)
class NetWage:
    """The net wage of a person and a month, all employers together; haléře.

    `net` is without `bonus`, the monthly tax bonus, which is no wage and is exempt from enforcement. They are None
    where an unknown fact would change them; `least` to `most` and `bonus_least` to `bonus_most` are then what is
    possible (`bonus_most` None: no bound), and `questions` (codes of `household_facts`) the facts that decide.
    `self_paid_health` is what a person without taxable income pays for health insurance out of pocket; it is not taken
    off `net`. `flags` and `assumed` are codes of `payroll_flags` and `payroll_assumptions`.
    """

    month: date
    gross: int
    net: int | None
    least: int
    most: int
    bonus: int | None
    bonus_least: int
    bonus_most: int | None
    self_paid_health: int | None
    lines: tuple[WageLine, ...]
    questions: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    assumed: tuple[str, ...] = ()
    steps: tuple[Step, ...] = field(default=(), repr=False)
    evidence: Evidence = "S2"
