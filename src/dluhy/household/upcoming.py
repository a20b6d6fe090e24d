"""What changes next for a household: birthdays that change an amount, the new year, days the household itself tells.

What happens at which age, and from which day the law says so, stands in the vocabulary `upcoming_changes`. A birth
known in part makes a span of days instead of a day.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve
from dateutil.relativedelta import relativedelta

from dluhy.dates import Span, birthday, full_years
from dluhy.household.upcoming_model import Change, GivenDay
from dluhy.law.amounts import known_value
from dluhy.law.models import Bilingual, Citation, weakest
from dluhy.law.pack import default_pack
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from dluhy.household.model import Circle, Member
    from dluhy.law.models import Amount, Evidence, Term
    from dluhy.law.pack import Pack

    _Source = tuple[tuple[Citation, ...], Evidence]

__all__ = ["Change", "GivenDay", "upcoming"]

CHANGES: Final = "upcoming_changes"
TOPIC: Final = "household"
_PARENTAL: Final = "parental"
_CHILD, _SPOUSE = "child", "spouse"
_DEGREE: Final = 1
_DAY: Final = timedelta(days=1)


def upcoming(
    circle: Circle, pack: Pack | None = None, *, until: date | None = None, given: Sequence[GivenDay] = ()
) -> tuple[Change, ...]:
    """Return what changes after the day of a circle and not later than `until`, in order of days.

    `until` None: as far as the series `upcoming_window` says. A change whose span overlaps those days is among them; a
    member whose birth nobody tells has one of its own, last. Raises InputError for an `until` before the day or a given
    day of a wrong code, HorizonError for a day the pack does not know.
    """
    pack = pack or default_pack()
    pack.require_known(TOPIC, circle.on)
    last = until or circle.on + relativedelta(months=known_value(pack.series["upcoming_window"], circle.on))
    _check(circle.on, last, given, pack)
    ahead = _Ahead(circle, pack, last)
    found = [*ahead.of_members(), *ahead.of_household(), *ahead.of_given(given)]
    return tuple(sorted(found, key=lambda change: _order(change, circle.on)))


def _order(change: Change, on: date) -> tuple[bool, date, date, str, str]:
    first, last = change.when.first or on, change.when.last or date.max
    return change.when == Span(None, None), first, last, change.code, change.person or ""


class _Ahead:
    """What may change for a circle in the days to come."""

    def __init__(self, circle: Circle, pack: Pack, until: date) -> None:
        self.circle, self.pack, self.until = circle, pack, until
        self.members = circle.members or ()
        self.terms = pack.vocabularies[CHANGES].values()
        self.majority = known_value(pack.series["age_of_majority"], circle.on)

    def of_members(self) -> Iterator[Change]:
        """Yield what depends on one member."""
        for member in self.members:
            if member.born is None:
                yield from (self._change(t, Span(None, None), member.id) for t in self.terms if t.more.get("unknown"))
            for term in self.terms:
                if "who" in term.more and member.born is not None:
                    yield from self._birthday(term, member, member.born)
                if "widowed_series" in term.more and member.widowed_on is not None:
                    yield from self._widowhood(term, member.id, member.widowed_on)

    def of_household(self) -> Iterator[Change]:
        """Yield what concerns everybody."""
        for term in self.terms:
            more = term.more
            if more.get("new_year"):
                for year in range(self.circle.on.year + 1, self.until.year + 1):
                    yield from self._within(term, Span(date(year, 1, 1), date(year, 1, 1)))
            if "raised_series" in more and self._needed(more, None):
                yield from self._raised(term)
            if "series" in more:
                yield from self._new_amounts(term)
            if "tables" in more:
                yield from self._new_rows(term)

    def of_given(self, given: Sequence[GivenDay]) -> Iterator[Change]:
        """Yield the days the household tells."""
        for each in given:
            yield from self._within(self.pack.term(CHANGES, each.code), each.when, each.person)

    def _birthday(self, term: Term, member: Member, born: Span) -> Iterator[Change]:
        more = term.more
        if not self._is(more["who"], member) or not self._needed(more, member):
            return
        day = _DAYS[more.get("day", "birthday")]
        for age, days, source in self._ages(more):
            by_birth = more.get("by_birth")
            span = _common(born, days) if by_birth else born
            ends = (None, None) if span is None else (span.first, span.last)
            when = Span(*(None if end is None else day(birthday(end, age)) for end in ends))
            valid = when if by_birth else _common(when, days)
            if span is not None and valid is not None:
                yield from self._within(term, valid, member.id, values={"age": age}, source=source)

    def _ages(self, more: Mapping[str, Any]) -> Iterator[tuple[int, Span, _Source | None]]:
        """Yield every age of a term with the days it is for and its source, the last known one carried on."""
        if "age" in more:
            yield more["age"], Span(more.get("from"), None), None
            return
        periods = self.pack.series[more["age_series"]].period
        for period in periods:
            if period.value is not None:
                last = None if period is periods[-1] else period.to
                yield period.value, Span(period.from_, last), _source(period)

    def _raised(self, term: Term) -> Iterator[Change]:
        """Yield the days on which an age rises, where a member may be between the old one and the new one."""
        for earlier, later in pairwise(self.pack.series[term.more["raised_series"]].period):
            day, old, new = later.from_, earlier.value, later.value
            if day is not None and old is not None and new is not None and self._child_between(day, old, new):
                yield from self._within(term, Span(day, day), values={"age": new}, source=_source(later))

    def _widowhood(self, term: Term, person: str, widowed_on: date) -> Iterator[Change]:
        """Yield the end of a number of calendar months that begin after the month of widowhood."""
        for period in self.pack.series[term.more["widowed_series"]].period:
            if period.value is not None:
                day = widowed_on.replace(day=1) + relativedelta(months=1 + period.value)
                if period.from_ is None or day >= period.from_:
                    months, source = {"months": period.value}, _source(period)
                    yield from self._within(term, Span(day, day), person, values=months, source=source)

    def _is(self, who: str, member: Member) -> bool:
        if who == "dependent":
            return member.dependent_child is not False and self._may_be_child(member)
        return self._may_be_child(member) if who == _CHILD else True

    def _may_be_child(self, member: Member) -> bool:
        """Tell whether a member is somebody's child here: said so, or possibly not of age."""
        latest = member.born.last if member.born else None
        minor = latest is None or latest > self.circle.on or full_years(latest, self.circle.on) < self.majority
        return member.role == _CHILD or member.dependent_child is True or (minor and member.role != _SPOUSE)

    def _needed(self, more: Mapping[str, Any], member: Member | None) -> bool:
        if more.get("needs") == "lone_parent":
            return all(each.role != _SPOUSE for each in self.members)
        if member is None or "needs" not in more:
            return True
        if more["needs"] == "degree_1":
            return member.care_degree == _DEGREE
        if more["needs"] == "child_carer":
            return any(each.child_carer is not False for each in self.members if each.role != _CHILD and each != member)
        return self._draws_parental() and not self._has_younger(member)

    def _draws_parental(self) -> bool:
        """Tell whether the parental allowance comes in, or may."""
        return self.circle.incomes is None or any(line.kind in (_PARENTAL, None) for line in self.circle.incomes)

    def _has_younger(self, member: Member) -> bool:
        """Tell whether another member is surely born later: the allowance is drawn for the youngest child."""
        latest = member.born.last if member.born else None
        firsts = [each.born.first for each in self.members if each.born and each is not member]
        return latest is not None and any(first is not None and first > latest for first in firsts)

    def _child_between(self, day: date, oldest_before: int, under: int) -> bool:
        """Tell whether some child is, or may be, of one age but under another on a day."""
        for member in self.members:
            first = member.born.first if member.born else None
            last = member.born.last if member.born else None
            old_enough = first is None or birthday(first, oldest_before) <= day
            young_enough = last is None or birthday(last, under) > day
            if old_enough and young_enough and self._may_be_child(member):
                return True
        return False

    def _new_amounts(self, term: Term) -> Iterator[Change]:
        """Yield the days on which a series gets another value."""
        days: dict[date, list[_Source]] = {}
        for name in term.more["series"]:
            periods = self.pack.series[name].period
            for earlier, later in pairwise(periods):
                if later.from_ is not None and (later.unknown or later.value != earlier.value):
                    days.setdefault(later.from_, []).append(_source(later))
        yield from self._on_days(term, days)

    def _new_rows(self, term: Term) -> Iterator[Change]:
        """Yield the days on which tables get other rows; after the last known period new ones are expected."""
        days: dict[date, list[_Source]] = {}
        for name in term.more["tables"]:
            first, *later = self.pack.tables[name].period
            for period in later:
                if period.from_ is not None:
                    days.setdefault(period.from_, []).append((tuple(period.citations), period.evidence))
            end = (first, *later)[-1].to
            if end is not None:
                days.setdefault(end + _DAY, [])
        yield from self._on_days(term, days)

    def _on_days(self, term: Term, days: Mapping[date, list[_Source]]) -> Iterator[Change]:
        """Yield a change on each day with all its sources; without any with those of the term."""
        for day, sources in days.items():
            cites = {cite.at: cite for each, _ in sources for cite in each}
            source = (tuple(cites.values()), weakest(mark for _, mark in sources)) if sources else None
            yield from self._within(term, Span(day, day), source=source)

    def _within(
        self,
        term: Term,
        when: Span,
        person: str | None = None,
        *,
        values: Mapping[str, int] | None = None,
        source: _Source | None = None,
    ) -> Iterator[Change]:
        """Yield the change if it may fall into the days asked."""
        over = when.last is not None and when.last <= self.circle.on
        later = when.first is not None and when.first > self.until
        if not over and not later:
            yield evolve(self._change(term, when, person, source), values=values or {})

    def _change(self, term: Term, when: Span, person: str | None, source: _Source | None = None) -> Change:
        more = term.more
        own: _Source = tuple(map(_citation, more.get("cites", ()))), more.get("evidence", "S2")
        settled = "cites" in more and "tables" not in more
        cites, evidence = own if source is None or settled else source
        last = self.pack.info.horizon[TOPIC].to
        return Change(
            code=term.code,
            when=when,
            person=person,
            cites=cites,
            evidence=evidence,
            note=Bilingual(**more["note"]) if "note" in more else None,
            law_known="given" in more or (when.last is not None and when.last <= last),
        )


_DAYS: Final[Mapping[str, Callable[[date], date]]] = {
    "birthday": lambda day: day,
    "month": lambda day: day.replace(day=1),
    "after": lambda day: day + _DAY,
}
"""The day on which something changes, from the birthday, by the attribute `day` of a member of `upcoming_changes`."""


def _common(span: Span, days: Span) -> Span | None:
    """Return the days that belong to both; None if there are none."""
    start = max((day for day in (span.first, days.first) if day is not None), default=None)
    end = min((day for day in (span.last, days.last) if day is not None), default=None)
    return None if start is not None and end is not None and start > end else Span(start, end)


def _source(period: Amount) -> _Source:
    return tuple(period.citations), period.evidence


def _citation(cite: str | Mapping[str, Any]) -> Citation:
    return Citation(at=cite) if isinstance(cite, str) else Citation.model_validate(cite)


def _check(on: date, until: date, given: Sequence[GivenDay], pack: Pack) -> None:
    problems = []
    if until < on:
        problems.append(Problem("order", "until", "končí dřív, než začíná", "it ends before it begins"))
    for place, each in enumerate(given, 1):
        term = pack.vocabularies[CHANGES].get(each.code)
        if term is None or not term.more.get("given"):
            cs, en = "hodnota není v seznamu dnů, které sděluje domácnost", "the value is no day that a household tells"
            problems.append(Problem("unknown_member", f"given {place} code", cs, en))
    if problems:
        raise InputError(problems)
