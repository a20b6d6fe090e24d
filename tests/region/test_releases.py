"""Several public releases of the same region: no count of one to four follows from what differs between them."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.region.building import AS, CHEB, DAY, LUBY, PREBUZ, SOKOLOV, block, report

from dluhy.negotiating import SMALL
from dluhy.region.data import CELLS, LINES, NUMBERS
from dluhy.region.joining import overview
from dluhy.region.publishing import LEAST, STEP, contributions
from dluhy.report.region_json import overview_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dluhy.region.files import Report
    from dluhy.region.overview import Group, Overview

PLACES = (CHEB, AS, LUBY, SOKOLOV, PREBUZ)
RULES = ("W0", "W1", "W2", "T0")
Cell = tuple[int, int, int]
Key = tuple[str, str, str]


@st.composite
def parts(draw: st.DrawFn) -> dict[str, Cell]:
    """Draw the debts of a group by rule, few or many of each."""
    found = {}
    for rule in RULES:
        people = draw(st.sampled_from((0, 0, 1, 2, 3, 4, 5, 6, 7, 11, 23)))
        debts = people + draw(st.integers(0, people))
        found[rule] = (people, debts, debts * 100_000)
    return found


def reported(place: str, own: Mapping[Group, Mapping[str, Cell]], *, changes: bool = True) -> Report:
    whole: dict[Group, Cell] = {}
    for group, by_rule in own.items():
        people, debts, halere = (sum(part[at] for part in by_rule.values()) for at in range(3))
        whole[group] = (people, debts, halere)
    changed: dict[Group, dict[str, Cell]] = {
        group: {name: part for name, part in zip(("stopped", "paid"), by_rule.values(), strict=False) if part[0]}
        for group, by_rule in own.items()
    }
    return report(block(place, whole, regimes=own, changes=changed if changes else None, since=DAY))


@st.composite
def regions(draw: st.DrawFn) -> list[Report]:
    found = []
    for place in PLACES:
        own: dict[Group, dict[str, Cell]] = {"children": draw(parts()), "adults": draw(parts())}
        found.append(reported(place, own))
    return found


def released(reports: Sequence[Report]) -> Overview:
    return overview(reports, region="CZ041", public=True)


def table_of(made: Overview) -> dict[Key, dict[str, int]]:
    """Return every number of the tables; one that is not there is nought."""
    return {
        (row["table"], row["group"], row["code"]): {name: row[name] or 0 for name in NUMBERS}
        for row in made.tables.iter_rows(named=True)
    }


def differences(one: Overview, other: Overview) -> Iterator[tuple[Key, str, int]]:
    mine, theirs, nothing = table_of(one), table_of(other), dict.fromkeys(NUMBERS, 0)
    for key in mine.keys() | theirs.keys():
        for name in NUMBERS:
            yield key, name, mine.get(key, nothing)[name] - theirs.get(key, nothing)[name]


@pytest.mark.thorough
@settings(max_examples=30, deadline=None)
@given(regions(), st.permutations(range(len(PLACES))))
def test_releases_that_differ_by_a_late_report_tell_no_count_of_one_to_four(
    reports: list[Report], order: list[int]
) -> None:
    every = [released([reports[number] for number in order[:most]]) for most in range(1, len(order) + 1)]
    for before, after in pairwise(every):
        told = [each for each in differences(after, before) if 0 < abs(each[2]) < SMALL]
        assert not told


@pytest.mark.thorough
@settings(max_examples=30, deadline=None)
@given(regions())
def test_any_releases_tell_of_a_municipality_only_what_a_release_of_it_alone_tells(reports: list[Report]) -> None:
    # so nothing is won by many releases, however they are chosen: what joins is the same wherever it joins
    alone = {key: numbers for key, numbers in table_of(released(reports[:1])).items() if key[2] != "rest"}
    for some in (reports, reports[:2], [reports[0], *reports[3:]]):
        without = [each for each in some if each is not reports[0]]
        told: dict[Key, dict[str, int]] = defaultdict(dict)
        for key, name, difference in differences(released(some), released(without)):
            if key[2] != "rest":
                told[key][name] = difference
        assert {key: numbers for key, numbers in told.items() if any(numbers.values())} == alone


@settings(max_examples=20, deadline=None)
@given(regions())
def test_every_number_of_a_table_is_a_multiple_of_five_and_no_sum_stands_there(reports: list[Report]) -> None:
    made = released(reports)
    for name in ("debts", "people"):
        assert all(number % STEP == 0 and number > 0 for number in made.tables[name].drop_nulls().to_list())
    assert made.tables["halere"].null_count() == made.tables.height
    both = made.tables.filter(pl.col("debts").is_not_null() & pl.col("people").is_not_null())
    assert both.is_empty()


def test_a_small_category_of_a_municipality_is_like_none() -> None:
    large: dict[str, Cell] = {"W0": (20, 20, 2_000_000), "W1": (21, 21, 2_100_000)}
    for small in range(1, SMALL):
        one = {**large, "W2": (small, small, small * 100_000)}
        other = {**large, "T0": (small, small, small * 100_000)}
        assert overview_json(released([reported(CHEB, {"adults": one}, changes=False)])) == overview_json(
            released([reported(CHEB, {"adults": other}, changes=False)])
        )


# What one municipality's own table tells an attacker, who knows the program, how many people and debts the group has,
# and of which few categories the table may be. All tables there are, in one pass.

Vector = tuple[tuple[int, int], ...]
"""People and debts of each category."""


def lines_of(table: str, vectors: Sequence[Vector]) -> tuple[pl.DataFrame, pl.DataFrame]:
    cells: list[dict[str, object]] = []
    lines: list[dict[str, object]] = []
    for number, vector in enumerate(vectors):
        whose: dict[str, object] = {"report": number, "place": CHEB, "as_of": DAY, "round": "", "group": "children"}
        whole = {"people": sum(people for people, _ in vector), "debts": sum(debts for _, debts in vector)}
        cells.append(whose | whole | {"halere": 0, "amounts_unknown": 0, "at_least": False, "hidden": False})
        lines += [
            {**whose, "table": table, "code": code, "name": None, "people": people, "debts": debts, "halere": 0,
             "amounts_unknown": 0}
            for code, (people, debts) in zip((*RULES, "K1"), vector, strict=False) if people
        ]  # fmt: skip
    return pl.DataFrame(cells, schema_overrides=CELLS), pl.DataFrame(lines, schema_overrides=LINES)


def unit(people: int) -> tuple[int, int]:
    return people, people


def every_vector(categories: int, most: int, more: int) -> list[Vector]:
    """Return all tables of groups of up to `most` people, with up to so many debts more."""
    found: list[tuple[Vector, int, int]] = [((), most, more)]
    for _ in range(categories):
        found = [
            ((*vector, (people, people + extra)), left - people, spare - extra)
            for vector, left, spare in found
            for people in range(left + 1)
            for extra in range(spare + 1 if people else 1)
        ]
    return [vector for vector, left, _ in found if most - left >= SMALL]


@pytest.mark.sweep(6)
@pytest.mark.parametrize("table", ["regimes", "birthdays"])
@pytest.mark.parametrize(
    ("categories", "most", "more"), [(2, 40, 0), (3, 26, 0), (4, 18, 0), (5, 20, 0), (2, 20, 8), (3, 15, 3)]
)
def test_no_small_category_follows_from_the_table_of_one_municipality(
    table: str, categories: int, most: int, more: int
) -> None:
    vectors = every_vector(categories, most, more)
    cells, lines = lines_of(table, vectors)
    shown: dict[int, dict[str, tuple[int | None, int | None]]] = defaultdict(dict)
    for number, code, people, debts in contributions(lines, cells).select("report", "code", "people", "debts").rows():
        shown[number][code] = (people, debts)
    # by what is known and shown, the sizes that each category may have
    alike: dict[object, list[set[int]]] = defaultdict(lambda: [set() for _ in range(categories)])
    for number, vector in enumerate(vectors):
        known = (sum(people for people, _ in vector), sum(debts for _, debts in vector))
        for sizes, (people, _) in zip(alike[known, tuple(sorted(shown[number].items()))], vector, strict=True):
            sizes.add(people)
    assert len(alike) > 1
    for told, possible in alike.items():
        assert all(len(sizes) > 1 or not 0 < min(sizes) < SMALL for sizes in possible), told


def test_tables_of_few_people_are_not_counted() -> None:
    cells, lines = lines_of("regimes", [(unit(LEAST - 1), unit(0)), (unit(LEAST), unit(0))])
    assert contributions(lines, cells)["report"].to_list() == [1]


def test_debts_of_few_people_are_in_no_line_however_many_they_are() -> None:
    cells, lines = lines_of("regimes", [(unit(30), (4, 40)), (unit(60), (5, 40))])
    told = contributions(lines, cells).select("report", "code", "debts").rows()
    assert told == [(1, "W0", 60), (1, "W1", 40)]
