"""What changes next is told on its day, in a span where a birth is known in part, never as settled past the pack."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dluhy.dates import Span, parse_span
from dluhy.household.model import Circle, IncomeLine, Member
from dluhy.household.upcoming import Change, GivenDay, upcoming
from dluhy.law.citations import act_of
from dluhy.law.models import EVIDENCE_FROM_STRONGEST
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError

PACK = default_pack()
TERMS = PACK.vocabularies["upcoming_changes"]
ON = date(2026, 11, 22)
PARENT = Member(id="p", role="debtor", born=parse_span("1990-05-05"), child_carer=True)
PARENTAL = (IncomeLine(person="p", kind="parental", net=1000000),)


def child(born: str, **known: object) -> Member:
    return Member(id="c", role="child", born=parse_span(born), **known)  # type: ignore[arg-type]  # facts of a member


def changes(
    *members: Member,
    on: date = ON,
    until: date | None = None,
    incomes: tuple[IncomeLine, ...] | None = (),
    given: tuple[GivenDay, ...] = (),
) -> list[Change]:
    return list(upcoming(Circle(on=on, members=members, incomes=incomes), until=until, given=given))


def days(found: list[Change], person: str | None = "c") -> dict[str, date | None]:
    return {change.code: change.day for change in found if change.person == person}


BIRTHDAYS: list[tuple[str, date, dict[str, date]]] = [
    ("2023-12-31", date(2026, 11, 22), {"parental_ends": date(2027, 12, 31)}),
    ("2024-01-01", date(2026, 11, 22), {"parental_ends": date(2027, 1, 1)}),
    ("2022-12-15", date(2026, 11, 22), {
        "parental_ends": date(2026, 12, 15), "carer_no_longer_vulnerable": date(2026, 12, 15)}),
    ("2020-12-15", date(2026, 11, 22), {"schoolchild_minimum": date(2026, 12, 1)}),
    ("2019-09-30", date(2026, 5, 1), {"lone_parent_no_longer_vulnerable": date(2026, 9, 30)}),
    ("2019-10-01", date(2026, 5, 1), {}),
    ("2011-12-15", date(2026, 11, 22), {
        "youth_minimum": date(2026, 12, 1), "lone_parent_no_longer_vulnerable": date(2026, 12, 15)}),
    ("2011-09-30", date(2026, 9, 1), {}),
    ("2008-12-01", date(2026, 11, 22), {"majority": date(2026, 12, 1)}),
    ("2000-12-24", date(2026, 11, 22), {"no_dependent_child": date(2026, 12, 24)}),
]  # fmt: skip


@pytest.mark.parametrize(("born", "on", "expected"), BIRTHDAYS)
def test_birthdays_of_a_child_change_amounts_on_their_day(born: str, on: date, expected: dict[str, date]) -> None:
    until = date(2027, 12, 31) if born[:4] in {"2023", "2024"} else date(2026, 12, 31)
    came = days(changes(PARENT, child(born), on=on, until=until, incomes=PARENTAL))
    if born[:4] == "2023":
        came.pop("carer_no_longer_vulnerable")
    assert came == expected


@pytest.mark.parametrize(("until", "told"), [(date(2026, 12, 23), False), (date(2026, 12, 24), True)])
def test_the_last_day_asked_belongs_to_the_window(until: date, told: bool) -> None:  # noqa: FBT001
    assert ("no_dependent_child" in days(changes(child("2000-12-24"), until=until))) is told


@pytest.mark.parametrize(("on", "told"), [(date(2026, 12, 23), True), (date(2026, 12, 24), False)])
def test_what_happened_by_the_day_asked_is_no_change_to_come(on: date, told: bool) -> None:  # noqa: FBT001
    assert ("no_dependent_child" in days(changes(child("2000-12-24"), on=on))) is told


def test_born_on_29_february_reaches_an_age_on_the_last_day_of_february() -> None:
    came = days(changes(child("2024-02-29"), until=date(2027, 3, 1), incomes=PARENTAL))
    assert came["parental_ends"] == date(2027, 2, 28)


def test_a_month_of_birth_makes_a_span() -> None:
    came = next(change for change in changes(child("2008-12")) if change.code == "majority")
    assert (came.day, came.when) == (None, Span(date(2026, 12, 1), date(2026, 12, 31)))


def test_a_birth_known_in_part_on_both_sides_of_a_change_of_the_law_has_both() -> None:
    came = changes(child("2019"), on=date(2026, 1, 1))
    seven = next(change for change in came if change.code == "lone_parent_no_longer_vulnerable")
    assert seven.when == Span(date(2026, 1, 1), date(2026, 9, 30))


def test_an_unknown_birth_is_told_last() -> None:
    came = changes(Member(id="x"), child("2008-12-01"))
    assert (came[-1].code, came[-1].person, came[-1].evidence) == ("born_unknown", "x", "?")


@pytest.mark.parametrize(
    ("incomes", "told"),
    [(None, True), (PARENTAL, True), ((), False), ((IncomeLine(person="p", kind=None, net=1),), True)],
)
def test_the_end_of_the_parental_allowance_needs_one_that_may_be_drawn(
    incomes: tuple[IncomeLine, ...] | None,
    told: bool,  # noqa: FBT001
) -> None:
    came = days(changes(PARENT, child("2024-01-10"), incomes=incomes))
    assert ("parental_ends" in came) is told


def test_the_parental_allowance_is_drawn_for_the_youngest_child() -> None:
    younger = Member(id="y", role="child", born=parse_span("2026-01-01"))
    assert "parental_ends" not in days(changes(PARENT, child("2024-01-10"), younger, incomes=PARENTAL))


def test_twins_are_both_the_youngest() -> None:
    twin = Member(id="t", role="child", born=parse_span("2024-01-10"))
    assert "parental_ends" in days(changes(PARENT, child("2024-01-10"), twin, incomes=PARENTAL))


def test_a_spouse_makes_no_lone_parent() -> None:
    spouse = Member(id="s", role="spouse", born=parse_span("1990-01-01"))
    assert "lone_parent_no_longer_vulnerable" in days(changes(PARENT, child("2011-12-15")))
    assert "lone_parent_no_longer_vulnerable" not in days(changes(PARENT, spouse, child("2011-12-15")))


@pytest.mark.parametrize(
    ("born", "told"),
    [("2019-10-01", True), ("2019-10-02", False), ("2011-10-02", True), ("2011-10-01", False), ("2012", True)],
)
def test_the_raised_age_of_lone_parents_concerns_children_between(born: str, told: bool) -> None:  # noqa: FBT001
    came = days(changes(PARENT, child(born), on=date(2026, 9, 1), until=date(2026, 12, 1)), None)
    assert ("lone_parents_age_raised" in came) is told


@pytest.mark.parametrize(("degree", "told"), [(1, True), (2, False), (0, False), (None, False)])
def test_the_carer_of_a_child_in_degree_1(degree: int | None, told: bool) -> None:  # noqa: FBT001
    came = days(changes(PARENT, child("2016-12-15", care_degree=degree)))
    assert came.get("carer_of_degree_1_at_10") == (date(2026, 12, 15) if told else None)


def test_older_person_is_the_day_after_the_birthday() -> None:
    old = Member(id="o", role="other", born=parse_span("1958-12-15"))
    came = next(change for change in changes(old) if change.code == "older_person")
    assert came.day == date(2026, 12, 16)
    assert came.note is not None


@pytest.mark.parametrize(
    ("widowed_on", "end"), [(date(2025, 11, 1), date(2026, 12, 1)), (date(2025, 11, 30), date(2026, 12, 1))]
)
def test_widowhood_counts_whole_months_after_the_month_of_death(widowed_on: date, end: date) -> None:
    widow = Member(id="w", role="debtor", born=parse_span("1970-01-01"), widowed_on=widowed_on)
    assert days(changes(widow), "w")["widowhood_ends"] == end


def test_every_first_of_january_resets_deductions() -> None:
    came = [change for change in changes(until=date(2028, 1, 1)) if change.code == "deductions_reset"]
    assert [change.day for change in came] == [date(2027, 1, 1), date(2028, 1, 1)]
    assert not any(change.law_known for change in came)
    assert "deductions_reset" not in days(changes(until=date(2026, 12, 31)), None)


def test_new_amounts_of_the_living_minimum_are_told_with_their_source() -> None:
    came = changes(on=date(2026, 5, 1))
    change = next(change for change in came if change.code == "living_minimum_changes")
    assert change.day == date(2026, 10, 1)
    assert change.law_known
    assert any(cite.at.startswith("110/2006") for cite in change.cites)
    assert "living_minimum_changes" not in days(changes(on=date(2026, 10, 1), until=date(2026, 12, 31)), None)


def test_days_the_household_tells_stand_among_the_others_in_order() -> None:
    tenancy = GivenDay(code="tenancy_ends", when=parse_span("2026-12-31"))
    past = GivenDay(code="employment_ends", when=parse_span("2026-11-22"), person="p")
    came = changes(PARENT, child("2008-12-01"), given=(tenancy, past))
    assert [change.code for change in came[:3]] == ["majority", "tenancy_ends", "deductions_reset"]
    assert "employment_ends" not in [change.code for change in came]


@pytest.mark.parametrize("code", ["majority", "výročí"])
def test_only_days_a_household_tells_may_be_given(code: str) -> None:
    with pytest.raises(InputError) as caught:
        changes(given=(GivenDay(code=code, when=parse_span("2026-12-31")),), until=date(2026, 1, 1))
    assert [problem.code for problem in caught.value.problems] == ["order", "unknown_member"]


def test_a_day_past_the_pack_is_refused() -> None:
    with pytest.raises(HorizonError):
        changes(on=date(2027, 1, 1))


def test_without_an_end_the_window_is_a_year() -> None:
    assert "majority" in days(changes(child("2009-11-22")))
    assert "majority" not in days(changes(child("2009-11-23")))


BORN = st.dates(date(1940, 1, 1), date(2026, 11, 1))


@given(BORN, st.sampled_from(["child", "debtor", "spouse", "other", None]), st.integers(0, 400))
def test_less_known_of_a_birth_never_loses_a_change(born: date, role: str | None, days_before: int) -> None:
    exact = changes(PARENT, Member(id="c", role=role, born=Span(born, born)), incomes=None)
    wide = Span(date.fromordinal(born.toordinal() - days_before), born)
    vague = changes(PARENT, Member(id="c", role=role, born=wide), incomes=None)
    for change in exact:
        spans = [each.when for each in vague if each.code == change.code]
        assert change.day is not None
        assert any(_holds(span, change.day) for span in spans)


def _holds(span: Span, day: date) -> bool:
    return (span.first is None or span.first <= day) and (span.last is None or day <= span.last)


def test_new_norm_rents_are_told_and_expected_after_the_last_known_ones() -> None:
    found = [change for change in changes(PARENT, on=date(2026, 9, 30)) if change.code == "norm_rent_changes"]
    assert [(change.day, change.law_known) for change in found] == [
        (date(2026, 10, 1), True),
        (date(2027, 1, 1), False),
    ]
    assert "169/2026" in {cite.at for cite in found[0].cites}
    assert [cite.at for cite in found[1].cites] == ["151/2025 § 28"]


@given(BORN)
def test_changes_come_in_order_within_the_window(born: date) -> None:
    came = changes(child(born.isoformat()), incomes=None)
    assert [change.when.first for change in came] == sorted(change.when.first for change in came if change.when.first)
    assert all(change.day and ON < change.day <= date(2027, 11, 22) for change in came)


@pytest.mark.parametrize("code", TERMS)
def test_every_change_has_texts_sources_and_evidence(code: str) -> None:
    term = TERMS[code]
    assert term.cs.format(age=1, months=1)
    assert term.en.format(age=1, months=1)
    more = term.more
    kinds = {
        "who",
        "raised_series",
        "new_year",
        "series",
        "tables",
        "widowed_series",
        "given",
        "unknown",
    } & set(more)
    assert len(kinds) == 1
    assert all(name in PACK.tables for name in more.get("tables", ()))
    if kinds & {"given", "unknown"}:
        return
    named = [more[name] for name in ("age_series", "raised_series", "widowed_series") if name in more]
    assert all(name in PACK.series for name in [*named, *more.get("series", ())])
    if (named or "series" in more) and "cites" not in more:
        return
    assert more["evidence"] in EVIDENCE_FROM_STRONGEST
    assert more["cites"]


def test_every_cited_act_is_known() -> None:
    found = changes(
        PARENT, *(Member(id=str(year), role="child", born=parse_span(str(year))) for year in range(1957, 2026)),
        on=date(2026, 5, 1), until=date(2030, 1, 1), incomes=None,
    )  # fmt: skip
    assert {change.code for change in found} >= {"majority", "schoolchild_minimum", "older_person", "deductions_reset"}
    assert all(change.cites for change in found)
    assert all(act_of(cite, PACK.acts) for change in found for cite in change.cites)
