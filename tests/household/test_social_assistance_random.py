"""What must hold of the state social assistance benefit for every household, one at a time and many at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.household.test_social_assistance import COUPLE, LONE_PARENT, NOV, SENIOR, SINGLE, household

from dluhy.household.social_assistance import social_assistance, social_assistance_frame
from dluhy.household.social_assistance_cases import shown
from dluhy.household.social_assistance_formulas import INTEGERS, PREFIX, Household, components_of, rates_on
from dluhy.household.social_assistance_frame import ANSWER, HOMES, MOST, QUESTION
from dluhy.household.social_assistance_people import last_day
from dluhy.household.social_assistance_property import by_persons
from dluhy.law.amounts import rows_on
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError

if TYPE_CHECKING:
    from dluhy.household.model import Circle

PACK = default_pack()
MONTHS = [
    date(2025, 10, 1),
    date(2025, 12, 31),
    date(2026, 1, 1),
    date(2026, 9, 30),
    date(2026, 10, 1),
    date(2026, 12, 5),
]
WHOLE = {"housing", "living", "child", "work"}


@st.composite
def rows(draw: st.DrawFn) -> dict[str, Any]:
    month = draw(st.sampled_from(MONTHS))
    places = list(rows_on(PACK.tables[PREFIX + "norm_rent"], month).row)
    members = draw(st.integers(1, 9))
    counted = draw(st.integers(0, members))
    minimum = draw(st.integers(1, 4_000_000))
    near = [int(minimum * 3 * times / 100) for times in (143, 160, 200, 300, 400)]
    income = draw(
        st.one_of(
            st.integers(0, 30_000_000), st.sampled_from(near).flatmap(lambda n: st.integers(max(n - 3, 0), n + 3))
        )
    )
    return {
        "month": month,
        "minimum": minimum,
        "income_sum": income,
        "work_income_sum": draw(st.integers(0, income)),
        "members": members,
        "counted": counted,
        "all_vulnerable": counted == members and draw(st.booleans()),
        "children": draw(st.integers(0, counted)),
        "needs": draw(st.integers(0, 4_000_000)),
        "home": draw(st.sampled_from(sorted(HOMES))),
        "rent": draw(st.integers(0, 3_000_000)),
        "services": draw(st.integers(0, 500_000)),
        "energy": draw(st.integers(0, 900_000)),
        "solid_fuel": draw(st.booleans()),
        "norm_place": draw(st.sampled_from(places)),
    }


def alone(row: dict[str, Any]) -> dict[str, int]:
    """The benefit of one row by plain integers."""
    if row["counted"] == 0:
        return dict.fromkeys(ANSWER, 0)
    on, vulnerable = last_day(row["month"]), row["all_vulnerable"]
    rates, tables = rates_on(PACK, on), PACK.tables
    title, owner, other = HOMES[row["home"]]

    def amount(table: str, key: str) -> int:
        return by_persons(tables[PREFIX + table], on, key, row["counted"])

    found = components_of(
        INTEGERS,
        rates,
        Household(
            minimum=row["minimum"],
            income=row["income_sum"],
            work_income=row["work_income_sum"],
            vulnerable=int(vulnerable),
            housing_vulnerable=int(vulnerable),
            active=int(row["counted"] == row["members"]),
            children=row["children"],
            needs=row["needs"],
            title=title,
            owner=owner,
            other=other,
            rent=row["rent"],
            services=row["services"],
            energy=row["energy"],
            burns_fuel=int(row["solid_fuel"]),
            norm=amount("norm_rent_vulnerable" if vulnerable else "norm_rent", row["norm_place"]),
            services_part=amount("services", "vulnerable" if vulnerable else "any"),
            flat_rate=amount("energy_flat_rate", "amount"),
            fuel=amount("solid_fuel", "amount"),
        ),
    )
    return {
        name: getattr(found, name) if name == "total" else shown(rates.parts, getattr(found, name)) for name in ANSWER
    }


def framed(data: list[dict[str, Any]]) -> pl.DataFrame:
    return pl.DataFrame(data, schema=QUESTION)


@pytest.mark.thorough
@given(st.lists(rows(), min_size=1, max_size=40))
@settings(max_examples=40, deadline=None)
def test_many_households_at_once_have_what_each_has_alone(data: list[dict[str, Any]]) -> None:
    assert social_assistance_frame(framed(data), PACK).to_dicts() == [alone(row) for row in data]


@given(rows(), st.integers(1, 1_000_000))
@settings(max_examples=200, deadline=None)
def test_a_higher_rent_never_lowers_any_component(row: dict[str, Any], more: int) -> None:
    before, after = alone(row), alone({**row, "rent": row["rent"] + more})
    assert after["housing"] >= before["housing"]
    assert after["total"] >= before["total"]


@given(rows())
@settings(max_examples=200, deadline=None)
def test_the_total_is_the_components_rounded_up_to_whole_crowns(row: dict[str, Any]) -> None:
    found = alone(row)
    assert found["total"] % 100 == 0
    assert all(amount >= 0 for amount in found.values())
    shown_sum = sum(found[name] for name in WHOLE)
    assert shown_sum - 2 <= found["total"] < shown_sum + 102


@given(rows(), st.sets(st.sampled_from(sorted(QUESTION)), min_size=1, max_size=3))
@settings(max_examples=120, deadline=None)
def test_an_unknown_input_gives_null_or_what_every_value_of_it_gives(row: dict[str, Any], unknown: set[str]) -> None:
    found = social_assistance_frame(framed([{**row, **dict.fromkeys(unknown)}]), PACK).row(0, named=True)
    whole = alone(row)
    assert all(found[name] in (None, whole[name]) for name in ANSWER)


@pytest.mark.parametrize(
    "unknown", ["month", "minimum", "income_sum", "members", "counted", "all_vulnerable", "norm_place", "home"]
)
def test_what_always_matters_gives_no_total_when_unknown(unknown: str) -> None:
    row = {
        "month": NOV, "minimum": 1_000_000, "income_sum": 3_000_000, "work_income_sum": 0, "members": 2, "counted": 2,
        "all_vulnerable": False, "children": 1, "needs": 1_000_000, "home": "tenant_flat", "rent": 900_000,
        "services": 0, "energy": 200_000, "solid_fuel": False, "norm_place": "cz0411",
    }  # fmt: skip
    assert social_assistance_frame(framed([{**row, unknown: None}]))["total"].to_list() == [None]
    for column in ("rent", "services", "energy", "solid_fuel"):
        nothing = social_assistance_frame(framed([{**row, column: None}])).row(0, named=True)
        assert (nothing["housing"], nothing["total"]) == (None, None)
        owner = social_assistance_frame(framed([{**row, column: None, "home": "owner_flat"}]))["total"].to_list()
        assert (owner == [None]) == (column in ("energy", "solid_fuel"))


def test_an_empty_frame_has_an_empty_answer() -> None:
    assert social_assistance_frame(framed([])).schema == dict.fromkeys(ANSWER, pl.Int64)


@pytest.mark.parametrize(
    ("change", "places"),
    [
        ({"minimum": 0}, ["minimum"]),
        ({"rent": -1, "energy": MOST + 1}, ["rent", "energy"]),
        ({"counted": 3}, ["counted"]),
        ({"children": 3}, ["children"]),
        ({"work_income_sum": 4_000_000}, ["work_income_sum"]),
        ({"all_vulnerable": True, "counted": 1, "children": 0}, ["all_vulnerable"]),
        ({"home": "castle"}, ["home castle"]),
    ],
)
def test_rows_that_cannot_be_are_refused_all_at_once(change: dict[str, Any], places: list[str]) -> None:
    row = {**dict.fromkeys(QUESTION), "month": NOV, "minimum": 1_000_000, "income_sum": 3_000_000, "members": 2,
           "counted": 2, "children": 1, **change}  # fmt: skip
    with pytest.raises(InputError) as refused:
        social_assistance_frame(framed([row]))
    assert sorted(problem.place for problem in refused.value.problems) == sorted(places)


def test_a_missing_column_is_named_and_a_month_past_the_law_refused() -> None:
    with pytest.raises(InputError) as refused:
        social_assistance_frame(pl.DataFrame({"month": [NOV]}))
    assert {problem.place for problem in refused.value.problems} == set(QUESTION) - {"month"}
    late = framed([{**dict.fromkeys(QUESTION), "month": date(2027, 1, 1)}])
    with pytest.raises(HorizonError):
        social_assistance_frame(late)


FORGOTTEN = ("role", "born", "activity", "work_hours", "pension", "care_degree", "named_carer")
HOUSEHOLDS = {"couple": COUPLE, "senior": SENIOR, "parent": LONE_PARENT, "single": SINGLE}


@pytest.mark.thorough
@given(st.sampled_from(sorted(HOUSEHOLDS)), st.sampled_from(MONTHS), st.data())
@settings(max_examples=60, deadline=None)
def test_forgetting_facts_only_widens_what_is_said(name: str, month: date, data: st.DataObject) -> None:
    known = HOUSEHOLDS[name]
    whole = social_assistance(known, PACK, month=month)
    found = social_assistance(forgetful(known, data), PACK, month=month)
    if found.least is not None and found.most is not None:
        assert whole.least is not None
        assert found.least <= whole.least <= found.most
    assert found.seems in {whole.seems, "cannot_say"}


def forgetful(circle: Circle, data: st.DataObject) -> Circle:
    """The same household of which some things are no longer known."""
    members = []
    for member in circle.members or ():
        lost = data.draw(st.sets(st.sampled_from(FORGOTTEN), max_size=1))
        nothing: dict[str, Any] = dict.fromkeys(lost)
        members.append(evolve(member, **nothing))
    lost = data.draw(
        st.sets(
            st.sampled_from(("tenure", "dwelling", "municipality", "rent", "services", "energy", "solid_fuel")),
            max_size=2,
        )
    )
    housing = evolve(circle.housing, **dict.fromkeys(lost))
    lines = tuple(
        evolve(line, net=None) if data.draw(st.integers(0, 9)) == 0 else line for line in circle.incomes or ()
    )
    return evolve(circle, members=tuple(members), housing=housing, incomes=lines)


def test_the_order_of_members_and_incomes_changes_nothing() -> None:
    turned = evolve(
        COUPLE, members=tuple(reversed(COUPLE.members or ())), incomes=tuple(reversed(COUPLE.incomes or ()))
    )
    assert social_assistance(turned, month=NOV).least == social_assistance(COUPLE, month=NOV).least
    assert social_assistance(household(), month=NOV).seems == "cannot_say"
