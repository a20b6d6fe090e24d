"""Collateral and planned sales of a case in debt relief: what is known counts, what is not known is told."""

from __future__ import annotations

from typing import Any

import pytest
from tests.case.relief_cases import debt, screened

from dluhy.relief.projection_model import AssetSale, ReliefClaim

CAR: dict[str, Any] = {"owner": "klient", "kind": "vehicle", "description": "osobní auto", "value": "80000",
                       "pledged": True, "secures": ["uver"]}  # fmt: skip


def claims(*, assets: list[dict[str, Any]] | None = None, **more: Any) -> dict[str, ReliefClaim]:  # noqa: ANN401 - any JSON
    """Return the claims of debt relief by id, the first debt being secured."""
    debts = [debt("uver", "Banka Vzor", "300000", secured=True, **more), debt("telefon", "Operátor Vzor", "20000")]
    found = screened(debts=debts, assets=assets).relief[0]
    return {claim.id: claim for claim in found.claims.claims}


def notes(assets: list[dict[str, Any]] | None, **more: Any) -> set[str]:  # noqa: ANN401 - any JSON
    """Return the codes of what was taken for granted."""
    debts = [debt("uver", "Banka Vzor", "300000", secured=True, **more), debt("telefon", "Operátor Vzor", "20000")]
    return {problem.code for problem in screened(debts=debts, assets=assets).relief[0].claims.assumed}


def test_collateral_of_unknown_value_counts_as_none_and_is_told() -> None:
    assert claims()["uver"].collateral_value == 0
    assert "collateral_unknown" in notes(None)
    assert "collateral_unknown" in notes([{**CAR, "value": None}])


def test_a_told_value_wins_over_the_asset_and_needs_no_note() -> None:
    found = claims(assets=[CAR], collateral_value="50000")["uver"]
    assert found.collateral_value == 5_000_000
    assert not {"collateral_unknown", "collateral_estimated"} & notes([CAR], collateral_value="50000")


def test_the_asset_that_secures_a_debt_gives_its_value_as_an_estimate() -> None:
    assert claims(assets=[CAR])["uver"].collateral_value == 8_000_000
    assert claims(assets=[CAR])["telefon"].collateral_value == 0
    assert "collateral_estimated" in notes([CAR])


def test_no_more_than_the_debt_is_secured() -> None:
    assert claims(assets=[{**CAR, "value": "900000"}])["uver"].collateral_value == 30_000_000


@pytest.mark.parametrize(("order", "left"), [(["telefon", "uver"], 6_000_000), (["uver", "telefon"], 8_000_000)])
def test_earlier_pledges_are_paid_first(order: list[str], left: int) -> None:
    assert claims(assets=[{**CAR, "secures": order}])["uver"].collateral_value == left


def test_a_planned_sale_pays_the_secured_debt_in_its_month_and_the_rest_to_others() -> None:
    sold = [{**CAR, "value": "500000", "sale_month": 4}]
    assert claims(assets=sold)["uver"].collateral_month == 4
    assert claims(assets=[CAR])["uver"].collateral_month is None
    debts = [debt("uver", "Banka Vzor", "300000", secured=True), debt("telefon", "Operátor Vzor", "400000")]
    found = screened(debts=debts, assets=sold).relief[0]
    assert found.claims.sales == (AssetSale(amount=20_000_000, month=4, gross=True),)
    assert found.state is not None
    assert found.state.asset_sales == found.claims.sales
    assert found.projection is not None
    assert found.projection.totals.secured == 30_000_000
    assert found.projection.totals.sale > 0


def test_an_asset_without_a_pledge_is_sold_for_all_and_the_home_is_not() -> None:
    free = {"owner": "klient", "kind": "movable", "value": "30000", "sale_month": 2}
    home = {"owner": "klient", "kind": "real_estate", "is_home": True, "value": "900000", "sale_month": 2}
    found = screened(assets=[free, home]).relief[0]
    assert found.claims.sales == (AssetSale(amount=3_000_000, month=2, gross=True),)


def test_a_sale_of_which_the_rest_is_not_known_is_told() -> None:
    pledged = {"owner": "klient", "kind": "movable", "value": "30000", "sale_month": 2, "pledged": True}
    found = screened(assets=[pledged]).relief[0]
    assert found.claims.sales == ()
    assert "sale_unknown" in {problem.code for problem in found.claims.assumed}


def test_what_others_pledged_is_not_in_the_estate() -> None:
    people = [
        {"id": "klient", "role": "debtor", "birth_date": "1985-03-01", "municipality_code": "554961"},
        {"id": "matka", "role": "other", "birth_date": "1955-03-01"},
    ]
    debts = [debt("uver", "Banka Vzor", "300000"), debt("telefon", "Operátor Vzor", "20000")]
    found = screened(people=people, debts=debts, assets=[{**CAR, "owner": "matka"}]).relief[0]
    assert {claim.id: claim.collateral_value for claim in found.claims.claims} == {"uver": 0, "telefon": 0}


def test_what_an_asset_secures_is_no_unsecured_claim_from_childhood() -> None:
    debts = [debt("uver", "Banka Vzor", "300000"), debt("telefon", "Operátor Vzor", "20000")]
    found = [screened(debts=debts, assets=assets).relief[0].facts for assets in ([], [CAR])]
    assert [each["unsecured_claims"] for each in found] == ["320000.00", "20000.00"]
