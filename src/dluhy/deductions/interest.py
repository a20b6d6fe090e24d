"""Statutory default interest of private law: the rule by the first day of default, the rate, the days; exact.

Days count by the length of their year (365 or 366). The sum is rounded once, to haléře.
"""

from __future__ import annotations

from calendar import isleap
from datetime import MAXYEAR, date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen
from dateutil.relativedelta import relativedelta

from dluhy.dates import oz605
from dluhy.deductions.sources import Sources, round_half_up
from dluhy.law.amounts import period_on
from dluhy.law.pack import default_pack
from dluhy.money import LARGEST_HALERE
from dluhy.problems import HorizonError, InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.law.models import Bilingual, Citation, Evidence
    from dluhy.law.pack import Pack

__all__ = [
    "CheckedInterest",
    "Interest",
    "Segment",
    "Sources",
    "checked_interest",
    "default_interest",
    "round_half_up",
]

_WHOLE: Final = 10_000  # basis points
_ONE_DAY: Final = timedelta(days=1)
_SECOND_HALF: Final = 7  # the month in which the second half of a year begins
_SATURDAY: Final = 5
_YEAR, _LEAP_YEAR = 365, 366
_DAILY: Final = "child_maintenance_daily_interest"


@frozen(kw_only=True)
class Segment:
    """Days with one principal, one rate and one length of the year; both ends included, money in haléře.

    `base_rate` is the rate of the Czech National Bank in basis points and `rate_day` the day it is of; both are None
    where the regulation sets the interest itself. `annual_rate` and `interest` are exact.
    """

    first: date
    last: date
    days: int
    year_days: int
    principal: int
    base_rate: int | None
    rate_day: date | None
    annual_rate: Fraction
    interest: Fraction


@frozen(kw_only=True)
class Interest:
    """Default interest and what it rests on; money in haléře.

    `first_day` is the first day of default, `regime` a code of the vocabulary `interest_regimes` (None if there was no
    default yet), `flags` codes of `interest_flags`. `if_moved` is the same with the due day moved to a working day:
    None where that makes no difference or is already so.
    """

    principal: int
    due_on: date
    first_day: date
    regime: str | None
    segments: tuple[Segment, ...]
    evidence: Evidence
    cites: tuple[Citation, ...] = field(eq=False)
    notes: tuple[Bilingual, ...] = field(eq=False)
    flags: tuple[str, ...]
    if_moved: Interest | None = None

    @property
    def total(self) -> Fraction:
        """The interest in haléře, exact."""
        return sum((segment.interest for segment in self.segments), Fraction(0))

    @property
    def halere(self) -> int:
        """The interest in whole haléře, rounded once."""
        return round_half_up(self.total)


@frozen
class CheckedInterest:
    """Claimed interest beside the computed one, haléře: the difference, and whether the claim is certainly above."""

    claimed: int
    computed: Interest

    @property
    def difference(self) -> int:
        """The claimed interest less the computed one: positive where more is claimed."""
        return self.claimed - self.computed.halere

    @property
    def above(self) -> bool:
        """Whether more is claimed than the regulation can give, whichever day the debt was due."""
        return self.difference > 0


@frozen(kw_only=True)
class _Asked:
    principal: int
    due_on: date
    until: date
    since: date | None
    payments: tuple[tuple[date, int], ...]
    child_maintenance: bool | None

    def owed_on(self, day: date) -> int:
        return self.principal - sum(amount for paid_on, amount in self.payments if paid_on <= day)


@frozen(kw_only=True)
class _Rule:
    """What the first day of default decides; `daily` is the rate a day up to `daily_to` where there is one."""

    first_day: date
    regime: str
    base: str
    multiple: int
    points: int
    moves: bool
    of_half_year: bool
    days_before: int
    daily: Fraction | None = None
    daily_to: date | None = None


def default_interest(  # noqa: PLR0913 - a debt has so many days, and each may be unknown
    principal: int,
    *,
    due_on: date,
    until: date,
    since: date | None = None,
    payments: Sequence[tuple[date, int]] = (),
    due_by_period: bool | None = None,
    child_maintenance: bool | None = None,
    pack: Pack | None = None,
) -> Interest:
    """Return statutory default interest on a principal in haléře, § 1970 OZ and § 517 zákona č. 40/1964 Sb.

    Default begins on the day after `due_on`; counted are the days from it, or from `since`, to `until` included. A
    payment (day, haléře) lowers the principal from its day on. `due_by_period`: whether `due_on` is the end of a
    period, which moves from a free day to a working day; a due day fixed by date does not move (None is unknown: not
    moved, the other possibility in `if_moved`). `child_maintenance`: whether the debt is maintenance of a minor child.
    Raises InputError for contradicting input, HorizonError for a rule or rate the pack does not know.
    """
    pack = pack or default_pack()
    asked = _Asked(principal=principal, due_on=due_on, until=until, since=since, payments=tuple(sorted(payments)),
                   child_maintenance=child_maintenance)  # fmt: skip
    _require_sound(asked)
    moved, known = _next_working_day(due_on, pack)
    unknown = () if known or due_by_period is False else ("holidays_unknown",)
    if due_by_period and moved != due_on:
        return _computed(asked, moved, (*unknown, "due_day_moved"), pack)
    if due_by_period is False or moved == due_on:
        return _computed(asked, due_on, unknown, pack)
    fixed = _computed(asked, due_on, (*unknown, "due_day_free"), pack)
    return evolve(fixed, if_moved=_computed(asked, moved, (*unknown, "due_day_moved"), pack))


def checked_interest(claimed: int, computed: Interest) -> CheckedInterest:
    """Return claimed interest (haléře) beside the computed one; InputError if the claim is negative."""
    if claimed < 0:
        raise InputError([_negative("claimed")])
    return CheckedInterest(claimed, computed)


def _require_sound(asked: _Asked) -> None:
    problems = [] if asked.principal >= 0 else [_negative("principal")]
    if asked.principal > LARGEST_HALERE:
        problems.append(Problem("too_large", "principal", "částka je příliš velká", "the amount is too large"))
    if any(amount <= 0 for _, amount in asked.payments):
        cs, en = "splátka musí být větší než nula", "a payment must be more than zero"
        problems.append(Problem("payment_not_positive", "payments", cs, en))
    elif asked.owed_on(date.max) < 0:
        cs, en = "splátky dohromady převyšují jistinu", "the payments together exceed the principal"
        problems.append(Problem("payments_exceed", "payments", cs, en))
    far = [place for place, day in (("due_on", asked.due_on), ("until", asked.until)) if day.year == MAXYEAR]
    problems += [Problem("day_outside", at, "takový den nelze počítat", "such a day cannot be counted") for at in far]
    if asked.since is not None and asked.since <= asked.due_on:
        cs, en = "úrok nemůže běžet dřív než den po splatnosti", "interest cannot run before the day after the due day"
        problems.append(Problem("before_default", "since", cs, en))
    if asked.since is not None and asked.since > asked.until:
        cs, en = "výpočet končí dřív, než začíná", "the computation ends before it begins"
        problems.append(Problem("days_reversed", "until", cs, en))
    if problems:
        raise InputError(problems)


def _negative(place: str) -> Problem:
    return Problem("negative_amount", place, "částka nesmí být záporná", "the amount must not be negative")


def _next_working_day(day: date, pack: Pack) -> tuple[date, bool]:
    """Return the day itself or the next working day, and whether the table of holidays reaches so far."""
    table = pack.days["public_holidays"]
    moved = day
    while moved.weekday() >= _SATURDAY or moved in table.days:
        moved += _ONE_DAY
    return moved, table.from_ <= day and moved <= table.to


def _computed(asked: _Asked, due_on: date, flags: tuple[str, ...], pack: Pack) -> Interest:
    sources, first_day = Sources(pack), due_on + _ONE_DAY
    in_default = asked.until >= first_day
    rule = _rule(first_day, asked, sources) if in_default else None
    segments = () if rule is None else tuple(_segments(asked, rule, sources))
    more = ("not_in_default",) if rule is None else tuple(_more_flags(asked, rule, pack))
    return Interest(
        principal=asked.principal, due_on=asked.due_on, first_day=first_day, segments=segments,
        regime=None if rule is None else rule.regime, evidence=sources.evidence, cites=sources.cites,
        notes=sources.notes, flags=("civil_only", "title_decides", *flags, *more),
    )  # fmt: skip


def _more_flags(asked: _Asked, rule: _Rule, pack: Pack) -> Iterator[str]:
    if asked.payments:
        yield "payments_on_principal"
    yield pack.term("interest_regimes", rule.regime).more["late_fee"]
    if asked.child_maintenance and rule.daily is None:
        yield "child_maintenance_before"
    if asked.child_maintenance is None and _holds(pack, _DAILY, rule.first_day):
        yield "child_maintenance_not_asked"


def _holds(pack: Pack, series: str, day: date) -> bool:
    try:
        period_on(pack.series[series], day)
    except HorizonError:
        return False
    return True


def _rule(first_day: date, asked: _Asked, sources: Sources) -> _Rule:
    base = sources.pack.term("interest_base_rates", sources.code("default_interest_base", first_day))
    day = sources.pack.term("interest_rate_days", sources.code("default_interest_rate_day", first_day))
    rule = _Rule(
        first_day=first_day, base=base.more["series"], moves=day.more["moves"], days_before=day.more["days_before"],
        of_half_year=day.more["of"] == "half_year", regime=sources.code("default_interest_regime", first_day),
        multiple=sources.value("default_interest_multiple", first_day),
        points=sources.value("default_interest_points", first_day),
    )  # fmt: skip
    if not (asked.child_maintenance and _holds(sources.pack, _DAILY, first_day)):
        return rule
    months = relativedelta(months=sources.value("child_maintenance_interest_months", first_day))
    return evolve(rule, daily=sources.ratio(_DAILY, first_day), daily_to=oz605(first_day - _ONE_DAY, months))


def _segments(asked: _Asked, rule: _Rule, sources: Sources) -> Iterator[Segment]:
    starts = _starts(asked, rule)
    for first, following in zip(starts, [*starts[1:], asked.until + _ONE_DAY], strict=True):
        principal = asked.owed_on(first)
        if not principal:
            continue
        days, year_days = (following - first).days, _LEAP_YEAR if isleap(first.year) else _YEAR
        rate, base_rate, rate_day = _annual_rate(rule, first, year_days, sources)
        yield Segment(
            first=first, last=following - _ONE_DAY, days=days, year_days=year_days, principal=principal,
            base_rate=base_rate, rate_day=rate_day, annual_rate=rate, interest=principal * rate * days / year_days,
        )  # fmt: skip


def _starts(asked: _Asked, rule: _Rule) -> list[date]:
    """Return the days on which something changes, beginning with the first day counted."""
    first = max(rule.first_day, asked.since or rule.first_day)
    cuts = {first, *(paid_on for paid_on, _ in asked.payments)}
    for year in range(first.year, asked.until.year + 1):
        cuts |= {date(year, 1, 1), date(year, _SECOND_HALF, 1)} if rule.moves else {date(year, 1, 1)}
    cuts |= {rule.daily_to + _ONE_DAY} if rule.daily_to is not None else set()
    return sorted(day for day in cuts if first <= day <= asked.until)


def _annual_rate(rule: _Rule, day: date, year_days: int, sources: Sources) -> tuple[Fraction, int | None, date | None]:
    if rule.daily is not None and rule.daily_to is not None and day <= rule.daily_to:
        return rule.daily * year_days, None, None
    anchor = day if rule.moves else rule.first_day
    start = _half_year(anchor) if rule.of_half_year else anchor
    rate_day = start - timedelta(days=rule.days_before)
    base_rate = sources.value(rule.base, rate_day)
    return Fraction(rule.multiple * base_rate + rule.points, _WHOLE), base_rate, rate_day


def _half_year(day: date) -> date:
    return date(day.year, 1 if day.month < _SECOND_HALF else _SECOND_HALF, 1)
