"""Suggestions of a region: what municipalities counted adds up, in an order that does not depend on theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest
from tests.conftest import AS_OF, ROOT

from dluhy import check_list
from dluhy.municipal.place.local_facts import local_facts
from dluhy.municipal.suggesting.making import suggest
from dluhy.municipal.suggesting.region import COUNTED, counted, region_suggestions

if TYPE_CHECKING:
    from dluhy.municipal.suggesting.values import Suggestions

CODES = ("554961", "554481", "555428")


@pytest.fixture(scope="module")
def whole() -> Suggestions:
    return suggest(check_list(ROOT / "fixtures" / "seznam_ukazka.csv", AS_OF))


@pytest.fixture(scope="module")
def frames(whole: Suggestions) -> list[pl.DataFrame]:
    places = [suggest(place=local_facts(code), as_of=AS_OF) for code in CODES]
    told = [counted(found, code) for found, code in zip(places, CODES, strict=True)]
    return [*told, counted(whole, CODES[0]), counted(whole, CODES[1])]


def test_a_municipality_hands_on_counts_and_nobody(whole: Suggestions) -> None:
    frame = counted(whole, CODES[0])
    assert frame.columns == list(COUNTED)
    assert frame.height == len(whole.items)
    people = set(whole.rows["person_id"].drop_nulls())
    assert not people & set(frame.select(pl.col(pl.String)).unpivot()["value"].drop_nulls())


def test_counts_and_sums_of_the_region_are_those_of_its_municipalities(
    whole: Suggestions, frames: list[pl.DataFrame]
) -> None:
    region = region_suggestions(frames, AS_OF)
    told = {item.id: item for item in region.items}
    for item in whole.standing:
        assert told[item.id].counts.debts == 2 * item.counts.debts
        assert told[item.id].counts.children == 2 * item.counts.children
        assert told[item.id].counts.balance == (None if item.counts.balance is None else 2 * item.counts.balance)
        assert told[item.id].due_on == item.due_on
        assert set(told[item.id].municipalities) >= set(CODES[:2])
    assert region.municipalities == tuple(sorted(CODES))


def test_the_order_of_the_region_is_that_of_suggestions_whatever_the_order_of_frames(
    frames: list[pl.DataFrame],
) -> None:
    one, other = (region_suggestions(some, AS_OF).items for some in (frames, frames[::-1]))
    assert one == other
    children = [item.child for item in one if item.status == "holds"]
    assert children == sorted(children, reverse=True)


def test_a_region_without_municipalities_has_no_suggestions() -> None:
    assert region_suggestions([], AS_OF).items == ()


def test_an_intervention_that_the_pack_does_not_know_is_left_out(frames: list[pl.DataFrame]) -> None:
    strange = frames[-1].with_columns(pl.lit("M-99").alias("intervention"))
    assert region_suggestions([strange], AS_OF).items == ()
