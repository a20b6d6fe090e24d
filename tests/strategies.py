"""Invented debts for property tests: the whole truth about a debt, and views of it that know less.

A *truth* gives every fact exactly. A *view* is what a list might say of it: each fact exact, known within
limits, or not at all. A pair of views has one that knows less and one that knows more, of the same truth.
Days and years crowd around the boundaries of the law, births around the deciding day.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from attrs import frozen
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from dluhy.children.check import checker
from dluhy.facts.frame import frame_from_facts

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl
    from hypothesis.vendor.pretty import RepresentationPrinter

Facts = dict[str, object]
"""Facts of one row as people write them."""

AS_OF = date(2026, 11, 21)
FEES = ("local_fee_waste", "local_fee_other")
OTHER_KINDS = tuple(kind for kind in checker().pack.members["debt_kinds"] if kind not in FEES)
MONEY = ("principal", "increase", "interest", "penalty", "costs", "balance")
SERVICE = ("served_only_on_conflicted_guardian", "never_properly_served")
LIMITS = ("reason_learned_on", "call_served_on")
TAKEN_AS_NOT_SO = {
    "D1": "tort_nature",
    "I1": "inheritance_inventory",
    "HGUAR": "insured_status",
    "TINY": "insolvency_running",
    "REP": "parent_passive",
    "NOT_CHILD_DEBT": "debt_kind",
    "CONFLICTING_DATA": "debt_kind",
}
"""Rules whose own condition takes an unknown fact as not so: no crime, no inventory, no costs, nobody who acted."""

_TURNING_DAYS = [
    date.fromisoformat(day)
    for line in (
        "2003-12-31 2012-06-30 2012-07-01 2012-12-31 2013-01-01 2013-01-31 2015-12-31 2016-01-01 2016-01-31",
        "2016-02-01 2016-02-29 2018-02-27 2018-02-28 2020-12-31 2021-01-01 2021-12-31 2022-01-01 2022-01-31",
        "2022-12-31 2023-05-31 2024-02-29 2026-01-31 2007-12-31 2008-01-01 2013-04-30 2013-05-01 2013-12-31",
        "2014-01-01 2017-06-30 2017-07-01 2020-06-30 2020-07-01 2021-06-30 2021-07-01 2023-12-31 2024-01-01",
        "2025-09-09 2025-09-10 2025-11-30 2025-12-01 2026-01-01",
    )
    for day in line.split()
]
_BIRTHS = (*(date(year, 2, 29) for year in (1992, 1996, 2000, 2004, 2008)), date(2000, 6, 30), date(2000, 7, 1))


def examples(count: int) -> settings:
    """Ask for so many examples, the same in every run.

    One example is a whole list of debts: a failing test names the row, so examples are not made smaller.
    """
    return settings(
        max_examples=count,
        deadline=None,
        derandomize=True,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )


_AROUND_18 = (-6000, -4000, -2000, -1000, -400, -31, -2, -1, 0, 1, 2, 31, 400, 3000)
_AROUND_AGES = (*((18, days) for days in _AROUND_18), *((age, days) for age in (13, 15) for days in (-1, 0, 1)))
_AROUND_CAPACITY = (None, None, None, None, -40, -1, 0, 1, 40)
_DAYS_AGO = (None, None, None, 1, 15, 16, 30, 31, 400)
_DAYS = st.one_of(st.sampled_from(_TURNING_DAYS), st.dates(date(2004, 1, 1), date(2026, 10, 31)))
_INSTITUTIONS = ("children_home", "immediate_help", "disabled_home", "detention", "foster_care")
_TITLES = ("payment_assessment", "arrears_statement", "judgment", "payment_order", "no_title")
_MEMBERS = checker().pack.members
_YES_NO = (True, False)
_DAYS_SAID = {
    "title_issued_on": ("2021-06-30", "2021-07-01", "2018"),
    "proceedings_began_on": ("2012-03-03", "2017-05-05", "2018"),
    "enforcement_began_on": ("2021-10-27", "2021-12-31", "2022-01-01"),
    "order_final_on": ("2018-12-31", "2019-01-01", "2018/2019"),
    "last_recovered_on": ("2018-12-31", "2020-05-05"),
    "insolvency_began_on": ("2019-05-31", "2024-09-30", "2024-10-01"),
    "insolvency_found_on": ("2019-06-01", "2024-11-05"),
    "died_on": (date(2026, 11, 20), date(2026, 11, 21)),
}
_VALUES_SAID: dict[str, Sequence[object]] = {
    **dict.fromkeys(("earning_activity", "inherited_rent", "creditor_changed", "child_heard"), _YES_NO),
    **dict.fromkeys(("parent_passive", "parent_in_conflict", "registered_at_town_hall"), _YES_NO),
    **dict.fromkeys(("in_care_at_service", "service_by_fiction", "nothing_recovered"), _YES_NO),
    **dict.fromkeys(("real_estate_attached", "movables_inventory", "insolvency_running"), _YES_NO),
    **dict.fromkeys(("relief_by_instalments", "refinances_childhood", "secured"), _YES_NO),
    "acted_by": _MEMBERS["acting_people"],
    "court_approval": _MEMBERS["approvals"],
    "guardian_ad_litem": _MEMBERS["guardians_ad_litem"],
    "health_fee_kind": _MEMBERS["health_fee_kinds"],
    **dict.fromkeys(("fare", "surcharge", "contractual_penalty"), ("0", "20", "1500", "1500.01", "2500.01")),
    **_DAYS_SAID,
}
_RUNNING: dict[str, Any] = {"enforcement_kind": "court_executor", "enforcement_status": "running"}
# facts that make a ground together, which chance alone would seldom bring into one row
_TOGETHER: tuple[dict[str, Any], ...] = (
    *({},) * 8,
    {**_RUNNING, "principal": "1500", "order_final_on": "2018-12-31", "nothing_recovered": True},
    {**_RUNNING, "enforcement_began_on": "2015", "order_final_on": "2015-03", "real_estate_attached": False}
    | {"nothing_recovered": True},
    {**_RUNNING, "enforcement_began_on": "2022-01-01"},
    {"title_kind": "judgment", "proceedings_began_on": "2017-05-05", "parent_passive": True},
    {"title_kind": "judgment", "proceedings_began_on": "2017-05-05", "registered_at_town_hall": True},
    {"title_kind": "payment_order", "title_issued_on": "2021-07-01"},
    {"insolvency_began_on": "2024-09-30", "insolvency_found_on": "2024-11-05", "relief_by_instalments": True},
)
_SAID = st.lists(
    st.sampled_from([(name, value) for name, values in _VALUES_SAID.items() for value in values]), max_size=5
)
_DRAWN = st.fixed_dictionaries(
    {
        "debt_kind": st.sampled_from((*FEES[:1] * 12, *FEES[1:] * 4, *OTHER_KINDS)),
        "fee_type": st.sampled_from(("old", "system", "deposit")),
        "institution_months": st.sampled_from((0, 0, 1, 6, 12)),
        "institution_kind": st.sampled_from(_INSTITUTIONS),
        **dict.fromkeys(("child_owns_property", "owners_association", "property_occupied"), st.booleans()),
        **dict.fromkeys(MONEY, st.sampled_from((None, "0", "0.01", "500", "1000", "1500.01", "3000"))),
        **dict.fromkeys(SERVICE, st.sampled_from((None, True, False))),
        "insured_status": st.sampled_from(_MEMBERS["insured_statuses"]),
        "tort_nature": st.sampled_from(_MEMBERS["tort_natures"]),
        "inheritance_inventory": st.booleans(),
        "title_kind": st.sampled_from((None, *_TITLES)),
        "enforcement_kind": st.sampled_from((None, "tax", "court_executor")),
        "enforcement_status": st.sampled_from((None, "running", "suspended", "stopped", "ended")),
        **dict.fromkeys(LIMITS, st.sampled_from(_DAYS_AGO).map(lambda ago: _moved(AS_OF, ago, -1))),
    }
)
_BORN = st.tuples(st.sampled_from((False, False, True)), st.sampled_from(_BIRTHS), st.sampled_from(_AROUND_AGES))
_CAPACITY = st.sampled_from(_AROUND_CAPACITY)
_YES_OR_NO = st.booleans()


@st.composite
def truths(draw: st.DrawFn, kinds: Sequence[str] = ()) -> Facts:
    """Draw all there is to know of a debt, of one of some kinds; it arose and fell due on the same day."""
    day = draw(_DAYS)
    of_note, birth, (age, after) = draw(_BORN)
    of_kind = {"debt_kind": draw(st.sampled_from(kinds))} if kinds else {}
    said = dict(draw(_SAID)) | draw(st.sampled_from(_TOGETHER))
    facts: Facts = dict.fromkeys(_VALUES_SAID) | draw(_DRAWN) | of_kind | said
    if facts["surcharge"] is not None:
        facts["principal"] = None  # a surcharge is a part of it
    return {
        **facts,
        "birth_date": birth if of_note else _years_earlier(day, age) - timedelta(days=after),
        "full_capacity_on": _moved(day, draw(_CAPACITY)),
        "fee_year": day.year - (day.month == 1 and draw(_YES_OR_NO)),
        "due_on": day,
        "arose_on": day,
        "in_institution": facts["institution_months"] != 0,
    }


_BLURRED = ("birth_date", "due_on", "arose_on", "fee_year")
_ERASABLE = (
    *(
        "debt_kind",
        "full_capacity_on",
        "fee_type",
        "in_institution",
        "institution_months",
        "institution_kind",
    ),
    *("child_owns_property", "owners_association", "property_occupied"),
    *("insured_status", "tort_nature", "inheritance_inventory"),
)
_LEVELS = st.tuples(st.sampled_from((*(0,) * 12, 1, 2, 3)), st.integers(0, 3))
_ALL_LEVELS = st.fixed_dictionaries(dict.fromkeys((*_BLURRED, *_ERASABLE), _LEVELS))
_WAY = st.sampled_from(("calendar", "from", "to"))
_WAYS = st.tuples(_WAY, _WAY, _WAY, st.sampled_from(("year before", "year after", None)))
_SPREAD = st.sampled_from((0, 1, 20, 400))
_SPREADS = st.tuples(_SPREAD, _SPREAD)


@frozen
class Case:
    """A truth and two views of it; what `less` says of a fact always contains what `more` says of it."""

    truth: Facts
    less: Facts
    more: Facts

    def _repr_pretty_(self, printer: RepresentationPrinter, _: bool) -> None:  # noqa: FBT001 - as hypothesis calls it
        """Show the facts that decide and what the views make of those they do not know exactly."""
        unsure = [name for name in self.truth if self.less[name] != self.truth[name]]
        facts = {name: self.truth[name] for name in (*_BLURRED, *_ERASABLE)}
        printer.text(f"{facts} known as { {name: (self.less[name], self.more[name]) for name in unsure} }")


@st.composite
def cases(draw: st.DrawFn, kinds: Sequence[str] = ()) -> Case:
    """Draw a truth, of one of some kinds, with two views. No view estimates a day or a year wrongly.

    A fee due in the January after its year never loses the due day wholly, because without one the program
    takes the days of the fee year; and a due day or fee year once lost is only ever given back exactly, because
    limits that are wider than what the program infers from the other would tell less, not more.
    """
    truth = draw(truths(kinds))
    day, year, born = truth["due_on"], truth["fee_year"], truth["birth_date"]
    assert isinstance(day, date)
    assert isinstance(year, int)
    assert isinstance(born, date)
    due_way, arose_way, born_way, year_way = draw(_WAYS)
    spread = draw(_SPREADS)
    spans = {"year before": f"{year - 1}/{year}", "year after": f"{year}/{year + 1}", None: None}
    chains: dict[str, list[object]] = {
        "birth_date": _wider(born, born_way, spread),
        "due_on": _wider(day, due_way, spread)[: None if day.year == year else -1],
        "arose_on": _wider(day, arose_way, spread),
        "fee_year": [year, spans[year_way]],
        **{name: [truth[name], None] for name in _ERASABLE},
    }
    said = [name for name in _VALUES_SAID if truth[name] is not None]
    known, known_better = sorted(draw(st.tuples(*[st.integers(0, len(said))] * 2)))
    less: Facts = truth | dict.fromkeys(said[known:])
    more: Facts = truth | dict.fromkeys(said[known_better:])
    for name, (most, least) in draw(_ALL_LEVELS).items():
        chain = chains[name]
        at = min(most, len(chain) - 1)
        less[name], more[name] = chain[at], chain[min(at, least)]
    if less["due_on"] is None and more["due_on"] is not None:
        more["due_on"] = day
    return Case(truth, less, more)


def lists(rows: st.SearchStrategy[Facts], people: Sequence[str] = "ABC") -> st.SearchStrategy[list[Facts]]:
    """Draw lists of rows, each row of one of a few people."""
    owned = st.builds(lambda row, person: {**row, "person_id": person}, rows, st.sampled_from(people))
    return st.lists(owned, min_size=2, max_size=16)


def views(kinds: Sequence[str] = ()) -> st.SearchStrategy[Facts]:
    """Draw what a list might say of a debt, of one of some kinds."""
    return cases(kinds).map(lambda case: case.less)


def frame_of(rows: Sequence[Facts]) -> pl.DataFrame:
    """Return the rows as a frame of facts, numbered from 1."""
    return frame_from_facts(rows, checker().pack.members).with_row_index("row", offset=1)


def judge(rows: Sequence[Facts], as_of: date = AS_OF) -> pl.DataFrame:
    """Return the rows, judged by the shipped pack."""
    return checker().judge(frame_of(rows), as_of)


def taken_otherwise(less: pl.DataFrame, more: pl.DataFrame) -> list[bool]:
    """Return for each row whether its outcome takes as not so a fact that has become known."""
    facts = [TAKEN_AS_NOT_SO.get(outcome) for outcome in outcomes(less)]
    return [fact is not None and less[fact][at] is None and more[fact][at] is not None for at, fact in enumerate(facts)]


def outcomes(judged: pl.DataFrame) -> list[str]:
    """Return the outcome of each row."""
    return [str(outcome) for outcome in judged["outcome"].to_list()]


def days_of_month(day: date) -> list[date]:
    """Return every day of the month in which a day lies."""
    return [day.replace(day=number) for number in range(1, monthrange(day.year, day.month)[1] + 1)]


def _years_earlier(day: date, years: int) -> date:
    last = monthrange(day.year - years, day.month)[1]
    return day.replace(year=day.year - years, day=min(day.day, last))


def _moved(day: date, by: int | None, direction: int = 1) -> date | None:
    return None if by is None else day + timedelta(days=direction * by)


def _wider(day: date, way: str, spread: tuple[int, int]) -> list[object]:
    """Return a day, then ever wider limits around it, then nothing."""
    if way == "calendar":
        return [day, day.strftime("%Y-%m"), day.strftime("%Y"), None]
    first, last = day - timedelta(days=spread[0]), day + timedelta(days=spread[1])
    return [day, f"{first}/{last}", {"from": first} if way == "from" else {"to": last}, None]
