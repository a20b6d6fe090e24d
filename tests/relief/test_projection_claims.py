from __future__ import annotations

from typing import Any

import pytest

from dluhy.law.pack import default_pack
from dluhy.relief.claims import parted, subordinated_part
from dluhy.relief.projection_division import pro_rata
from dluhy.relief.projection_model import ReliefClaim

PACK = default_pack()


@pytest.mark.parametrize(
    ("facts", "parts"),
    [
        ({"amount": 100}, (100, 0, 0, 0)),
        ({"amount": 100, "accrued_after": 30}, (70, 0, 0, 30)),
        ({"amount": 100, "collateral_value": 60}, (40, 0, 60, 0)),
        ({"amount": 100, "collateral_value": 100}, (0, 0, 100, 0)),
        ({"amount": 100, "collateral_value": 150}, (0, 0, 100, 0)),
        ({"amount": 100, "collateral_value": 80, "accrued_after": 30}, (0, 0, 70, 30)),
        ({"amount": 100, "principal": 40, "accessories": 60}, (80, 20, 0, 0)),
        ({"amount": 100, "principal": 60, "accessories": 40}, (100, 0, 0, 0)),
        ({"amount": 100, "principal": 40, "accessories": 41}, (99, 1, 0, 0)),
        ({"amount": 100, "principal": 40, "accessories": 30, "penalty": 30}, (80, 20, 0, 0)),
        ({"amount": 100, "principal": 40, "accessories": 30, "penalty": 30, "business": True}, (100, 0, 0, 0)),
        ({"amount": 100, "principal": 10, "accessories": 60, "collateral_value": 70}, (0, 30, 70, 0)),
        ({"amount": 100, "filed": False}, (0, 0, 0, 100)),
        ({"amount": 100, "filed": False, "kind": "damage_health"}, (100, 0, 0, 0)),
        ({"amount": 100, "kind": "criminal_sanction"}, (0, 0, 0, 100)),
        ({"amount": 100, "kind": "gift_promise"}, (0, 0, 0, 100)),
        ({"amount": 100, "kind": "accrued_after"}, (0, 0, 0, 100)),
        ({"amount": 100, "kind": "subordinated"}, (100, 0, 0, 0)),
        ({"amount": 100, "kind": "maintenance_current"}, (0, 0, 0, 0)),
    ],
)
def test_a_claim_is_taken_apart_as_the_law_says(facts: dict[str, Any], parts: tuple[int, int, int, int]) -> None:
    found = parted(ReliefClaim(id="a", **facts), PACK)
    assert (found.ranked, found.subordinated, found.secured, found.excluded) == parts


def test_without_the_principal_at_its_origin_nothing_is_subordinated_and_that_is_said() -> None:
    claim = ReliefClaim(id="a", amount=100, accessories=90, penalty=5)
    assert subordinated_part(claim) is None
    found = parted(claim, PACK)
    assert found.subordinated == 0
    assert {flag.code for flag in found.flags} == {"subordination_unknown", "penalty_business_unknown"}


@pytest.mark.parametrize(
    ("pool", "owed", "parts"),
    [
        (0, [5, 5], [0, 0]),
        (10, [5, 5], [5, 5]),
        (11, [5, 5], [5, 5]),
        (1, [5, 5], [1, 0]),
        (1, [5, 6], [0, 1]),
        (5, [3, 3, 3], [2, 2, 1]),
        (7, [10, 20, 30], [1, 2, 4]),
        (100, [1, 1, 1], [1, 1, 1]),
        (3, [], []),
    ],
)
def test_a_pool_is_divided_pro_rata_to_the_last_haler(pool: int, owed: list[int], parts: list[int]) -> None:
    assert pro_rata(pool, owed) == parts


def test_every_kind_has_a_rank_with_a_place_in_both_orders() -> None:
    ranks = PACK.vocabularies["projection_ranks"]
    for term in PACK.vocabularies["relief_claim_kinds"].values():
        assert term.more["rank"] == "excluded" or term.more["rank"] in ranks, term.code
        assert term.more["survives"] in {"yes", "no", "unclear"}
        assert (term.more["survives"] == "unclear") == (term.more["evidence"] == "?"), term.code
    places = [term.more["order_r2024"] for term in ranks.values()]
    assert places == sorted(set(places)), "the order in force has no two ranks of one place"
    assert all("order_older" in term.more for term in ranks.values())
