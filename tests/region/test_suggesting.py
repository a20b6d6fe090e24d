"""Suggestions of a region from exchange files: counted by group, without persons, in the order of suggestions."""

from __future__ import annotations

import pytest
from tests.conftest import AS_OF, ROOT

from dluhy import check_list
from dluhy.municipal.suggesting.making import suggest
from dluhy.municipal.suggesting.region import suggested_debts
from dluhy.region.aggregating import aggregated
from dluhy.region.files import Report
from dluhy.region.suggesting import reported_suggestions

LIST = ROOT / "fixtures" / "seznam_z_praxe.xlsx"


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    result = check_list(LIST, AS_OF)
    made = aggregated(result, further={"interventions": suggested_debts(suggest(result))})
    return [
        Report(file="s.json", as_of=made.as_of, origin=made.origin, block=block, rows_rejected=None)
        for block in made.municipalities
    ]


def test_interventions_of_exchange_files_add_up_to_those_of_the_list(reports: list[Report]) -> None:
    found = suggest(check_list(LIST, AS_OF))
    told = {item.id: item for item in reported_suggestions(reports, AS_OF, places=False).items}
    for_children = [item for item in found.standing if item.intervention.for_child]
    assert for_children
    for item in for_children:
        assert told[item.id].counts.debts == item.counts.debts
        assert told[item.id].counts.balance == item.counts.balance
        assert told[item.id].counts.children >= item.counts.children
        assert told[item.id].child == item.child


def test_the_newest_report_of_a_municipality_counts_once(reports: list[Report]) -> None:
    once, twice = (reported_suggestions(some, AS_OF, places=False) for some in (reports, [*reports, *reports]))
    assert once.items == twice.items


def test_what_the_index_of_a_place_calls_for_stands_beside_what_lists_call_for(reports: list[Report]) -> None:
    region = reported_suggestions(reports, AS_OF)
    assert {item.id for item in region.items if item.counts.places}
    assert {item.id for item in region.items if item.counts.debts}
    assert region.municipalities == tuple(sorted(report.code for report in reports))
