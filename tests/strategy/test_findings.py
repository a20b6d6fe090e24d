"""Which measures a finding serves, and how a checked list is counted by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest
from attrs import evolve
from tests.conftest import AS_OF, ROOT
from tests.law.support import shipped_pack

from dluhy import check_list
from dluhy.municipal.strategy import (
    SERVED_SCHEMA,
    children_of,
    find_measure,
    measures_of,
    parents_of,
    served,
    served_debts,
    triggers,
)
from dluhy.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dluhy import ListResult

HEAD = "Kód osoby;Datum narození;Druh;Typ poplatku za odpad;Rok;Vznik dluhu;Stav exekuce;Jistina;Zůstatek"
COUNTED = ["A1.4c", "A0.2", "A3.A", "A3.D", "A3.8", "A3.8a", "A3.8b"]


def ids(*rules: str, verdicts: Iterable[str] = (), interventions: Iterable[str] = ()) -> list[str]:
    return [measure.id for measure in measures_of(rules=rules, verdicts=verdicts, interventions=interventions)]


@pytest.mark.parametrize("rule", ["W0", "W1", "W2", "W3", "W3-OWNER", "W-INST"])
def test_a_local_fee_from_childhood_serves_talks_with_municipalities_and_the_end_of_enforcements(rule: str) -> None:
    assert ids(rule) == ["A3.D", "A3.8b"]


def test_a_fare_from_childhood_serves_the_goal_but_not_talks_with_municipalities() -> None:
    assert ids("T0") == ["A3.D"]


def test_a_child_serves_the_measure_and_its_birthday_the_activity() -> None:
    assert {"A3.D", "A3.8"} <= set(ids("LIST-1"))
    assert ids("BEFORE-18") == ["A3.8a"]


def test_an_adult_with_a_debt_from_childhood_is_no_child() -> None:
    assert ids("LIST-2") == ["A3.A", "A3.D"]


@pytest.mark.parametrize("rule", ["TRACK-CHILD", "TRACK-PENSION", "INSOLVENT", "AL-01", "R412A"])
def test_debt_relief_and_defects_serve_qualified_solution(rule: str) -> None:
    assert "A3.C" in ids(rule)


def test_accumulated_disadvantages_serve_the_household_and_the_team() -> None:
    assert {"A0.1", "A2.2", "A4.1b", "D2"} <= set(ids("MULTIPLE_DISADVANTAGE"))
    assert {"A2.4", "A2.11", "A3.6", "A4.9"} <= set(ids("TEAM_CASE"))


def test_housing_serves_the_first_pillar() -> None:
    assert {"A1", "A1.A", "C7"} <= set(ids("HOUSING_NEED"))
    assert {"A1", "A1.B", "A1.4"} <= set(ids("HOUSING_LOSS_RISK"))


def test_one_disadvantage_alone_does_not_call_the_team() -> None:
    assert not {"A2.4", "A3.6", "D2"} & set(ids("DIS_DEBTS"))


def test_a_verdict_serves_what_its_rules_serve() -> None:
    assert ids(verdicts=["guardian_only"]) == ["A3.D"]
    assert ids(verdicts=["team_case"]) == ["A0.1", "A2.4", "A3.6"]


def test_what_no_measure_answers_serves_none_and_nothing_serves_none() -> None:
    assert ids("CONFLICTING_DATA", "NEEDS_DATA", verdicts=["attention"], interventions=["M-99"]) == []
    assert ids() == []


def test_every_intervention_of_a_municipality_serves_a_measure() -> None:
    for name in shipped_pack().interventions:
        assert ids(interventions=[name]) == ids(name) != [], name


def test_measures_come_once_in_the_order_of_the_catalogue() -> None:
    order = list(shipped_pack().measures)
    found = ids("W2", "LIST-1", "BEFORE-18", "TEAM_CASE", verdicts=["guardian_only", "now_child"])
    assert len(set(found)) == len(found)
    assert found == sorted(found, key=order.index)


def test_a_part_of_the_pack_answers_as_the_whole() -> None:
    pack = shipped_pack()
    assert measures_of(rules=["W2"], pack=pack.of("households")) == measures_of(rules=["W2"], pack=pack)
    assert triggers(pack.of("debts")) is triggers(pack)


def test_every_rule_that_decides_about_a_child_serves_the_end_of_enforcements() -> None:
    pack = shipped_pack()
    of_others = {"not_child_debt", "conflicting_data"}
    for rule in pack.of("debts").rules.values():
        if rule.partition == "who_owes":
            assert ("A3.D" in ids(rule.id)) == (rule.verdict not in of_others), rule.id


@pytest.mark.parametrize("words", ["A3.8b", "3.8b", " a3.8B ", "3.8B"])
def test_a_measure_is_found_as_people_write_it(words: str) -> None:
    assert find_measure(words).id == "A3.8b"


def test_every_measure_is_found_by_its_id_and_its_number() -> None:
    for measure in shipped_pack().measures.values():
        assert find_measure(measure.id) is measure or find_measure(measure.id) == measure
        assert measure.number is None or find_measure(measure.number) == measure


def test_a_measure_that_is_not_there_names_similar_ones() -> None:
    with pytest.raises(InputError) as raised:
        find_measure("3.8z")
    (problem,) = raised.value.problems
    assert problem.code == "unknown_measure"
    assert "A3.8b" in problem.cs


def test_parents_lead_to_the_vision_and_back() -> None:
    measure = find_measure("3.8b")
    assert [item.id for item in parents_of(measure)] == ["A3.8", "A3.D", "A3"]
    assert [item.id for item in children_of(find_measure("3.8"))] == ["A3.8a", "A3.8b"]


def checked(tmp_path: Path, *rows: str) -> ListResult:
    source = tmp_path / "seznam.csv"
    source.write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    return check_list(source, as_of=AS_OF)


def counted(result: ListResult) -> dict[str, tuple[int, int, int | None, int, int]]:
    return {row[0]: row[1:] for row in served(result).iter_rows()}


CHILD = "101;1.6.2010;odpad;systém;2022;;běží;500;600"
CHILD_AGAIN = "101;1.6.2010;odpad;systém;2023;;běží;500;400"
CHILD_FARE = "101;1.6.2010;jízdné;;;5.5.2022;běží;1000;1500"
GROWN = "102;1.6.2000;odpad;;2014;;běží;500;700"
ADULT = "103;1.6.1980;odpad;systém;2022;;běží;500;800"
NO_BIRTH = "104;;odpad;systém;2022;;běží;500;900"


def test_people_debts_and_money_are_counted_by_hand(tmp_path: Path) -> None:
    found = counted(checked(tmp_path, CHILD, CHILD_AGAIN, CHILD_FARE, GROWN, ADULT))

    assert found["A3.D"] == (2, 4, 320_000, 0, 0)
    assert found["A3.8"] == found["A3.8a"] == (1, 3, 250_000, 0, 0)
    assert found["A3.8b"] == (2, 3, 170_000, 0, 0)
    assert found["A3.A"] == (2, 2, 150_000, 0, 0)


def test_what_cannot_be_decided_is_counted_apart_and_never_as_no(tmp_path: Path) -> None:
    found = counted(checked(tmp_path, CHILD, NO_BIRTH))

    assert found["A3.8"] == found["A3.8b"] == found["A3.D"] == (1, 1, 60_000, 1, 1)


def test_a_person_with_one_sure_debt_is_not_undecided_as_well(tmp_path: Path) -> None:
    nothing_but_year = "101;1.6.2010;;;2022;;běží;500;600"
    people, debts, _, people_open, debts_open = counted(checked(tmp_path, CHILD, nothing_but_year))["A3.8b"]

    assert (people, debts) == (1, 1)
    assert (people_open, debts_open) == (0, 1)


def test_a_debt_that_is_over_serves_nothing(tmp_path: Path) -> None:
    over = CHILD.replace("běží;500;600", "ukončena;500;0")
    found = counted(checked(tmp_path, over))

    assert found["A3.D"] == found["A3.8"] == (0, 0, None, 0, 0)


def test_a_balance_that_nobody_knows_is_not_nought(tmp_path: Path) -> None:
    assert counted(checked(tmp_path, CHILD.replace(";500;600", ";500;")))["A3.8"][:3] == (1, 1, None)


def test_a_list_is_counted_by_the_same_measures_whatever_stands_in_it(tmp_path: Path) -> None:
    frames = [served(checked(tmp_path, ADULT)), served(check_list(ROOT / "fixtures/seznam_ukazka.csv", as_of=AS_OF))]

    assert [frame.schema for frame in frames] == [pl.Schema(SERVED_SCHEMA)] * 2
    assert all(set(frame["measure"]) == set(COUNTED) for frame in frames)


def test_counts_agree_with_the_judged_rows() -> None:
    result = check_list(ROOT / "fixtures/seznam_z_praxe.xlsx", as_of=AS_OF)
    found = counted(result)
    alive = result.judged.filter(~pl.col("debt_finished").fill_null(value=False))
    children = alive.filter(pl.col("LIST-1") & (pl.col("verdict") != "not_child_debt"))
    fees = alive.filter(pl.col("outcome").cast(pl.String).is_in(["W0", "W1", "W2", "W3", "W3-OWNER", "W-INST"]))

    assert found["A3.8"][:3] == (children["person_id"].n_unique(), children.height, children["balance"].sum())
    assert found["A3.8b"][:3] == (fees["person_id"].n_unique(), fees.height, fees["balance"].sum())
    assert all(row[1] + row[4] <= alive.height for row in found.values())


def test_debts_are_named_by_the_measures_they_are_counted_by(tmp_path: Path) -> None:
    result = checked(tmp_path, CHILD, CHILD_AGAIN, CHILD_FARE, GROWN, ADULT, NO_BIRTH)
    debts = served_debts(result)

    assert debts.columns == ["row", "part", "code"]
    assert debts.filter(pl.col("code") == "A3.8b")["row"].to_list() == [2, 3, 5]
    counts = dict(debts.group_by("code").len().iter_rows())
    assert counts == {name: row[1] for name, row in counted(result).items() if row[1]}


def test_the_rows_divided_among_two_lists_count_as_before(tmp_path: Path) -> None:
    rows = (CHILD, CHILD_AGAIN, CHILD_FARE, GROWN, ADULT, NO_BIRTH)
    whole = checked(tmp_path, *rows)
    halves = [
        evolve(whole, judged=whole.judged.filter(pl.col("person_id") == person))
        for person in whole.judged["person_id"].unique(maintain_order=True)
    ]
    sums = pl.concat([served(half) for half in halves]).group_by("measure", maintain_order=True).sum()

    assert sums.drop("balance").equals(served(whole).drop("balance"))
