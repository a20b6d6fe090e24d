"""The petition itself: the highest fee, the attachments, the court."""

from __future__ import annotations

from datetime import date

import pytest

from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError
from dluhy.relief.petition import attachments, court_of, fee_cap

PACK = default_pack()
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("drafter", "spouses", "vat_payer", "least", "most"),
    [
        ("attorney", False, True, 484000, 484000),
        ("attorney", False, False, 400000, 400000),
        ("notary", False, None, 400000, 484000),
        ("trustee", True, True, 726000, 726000),
        ("executor", True, False, 600000, 600000),
        ("accredited", False, True, 0, 0),
        ("debtor", True, None, 0, 0),
        ("other", False, True, 0, 0),
    ],
)
def test_the_fee_has_a_highest_amount(
    *, drafter: str, spouses: bool, vat_payer: bool | None, least: int, most: int
) -> None:
    found = fee_cap(drafter, day=TODAY, spouses=spouses, vat_payer=vat_payer)
    assert (found.least, found.most) == (least, most)
    assert found.cites


def test_the_fee_is_not_known_before_it_was_laid_down_nor_for_strangers() -> None:
    with pytest.raises(HorizonError):
        fee_cap("attorney", day=date(2017, 6, 30), spouses=False)
    with pytest.raises(InputError, match="petition_drafters"):
        fee_cap("friend", day=TODAY, spouses=False)


def test_what_the_act_orders_and_the_case_lacks_is_missing() -> None:
    found = attachments({"asset_list"}, cases={"drafted_by_other"})
    status = {each.code: each.status for each in found.attachments}
    assert found.missing == 5
    assert status["asset_list"] == "held"
    assert status["power_of_attorney"] == status["employees_list"] == "missing"
    assert status["spouses_declaration"] == status["gift_contract"] == "not_needed"


def test_a_document_that_practice_asks_for_is_listed_but_does_not_count() -> None:
    ordered = {each.code for each in attachments((), cases=()).attachments if each.ordered}
    found = attachments(ordered, cases=("contribution", "maintenance"))
    assert found.missing == 0
    assert {each.code for each in found.attachments if each.status == "missing"} == {
        "criminal_record", "gift_contract", "maintenance_documents",
    }  # fmt: skip


def test_a_case_that_is_not_known_leaves_the_count_open() -> None:
    held = {"asset_list", "income_documents", "honest_declaration", "employees_list", "insolvency_documents"}
    unsure = attachments(held, cases=(), unknown_cases=("spouses", "drafted_by_other"))
    assert unsure.missing is None
    assert {each.code for each in unsure.attachments if each.status == "cannot_say"} == {
        "spouses_declaration", "power_of_attorney",
    }  # fmt: skip
    assert attachments(held, cases=()).missing == 0


def test_a_list_of_liabilities_is_no_attachment_of_a_joined_petition() -> None:
    assert "liabilities_list" not in PACK.vocabularies["petition_attachments"]


def test_unknown_attachments_and_cases_are_all_refused_at_once() -> None:
    with pytest.raises(InputError) as caught:
        attachments({"photo"}, cases={"moon"}, unknown_cases={"sun"})
    assert [problem.place for problem in caught.value.problems] == ["/held/photo", "/cases/moon", "/cases/sun"]


@pytest.mark.parametrize(
    ("district", "code", "address"),
    [
        ("CZ0100", "MSPH", "MSPH"), ("CZ020A", "KSPH", "KSPH"), ("CZ0412", "KSPL", "KSPL"), ("CZ0427", "KSUL", "KSUL"),
        ("CZ0513", "KSUL", "KSLB"), ("CZ0514", "KSHK", "KSHK"), ("CZ0532", "KSHK", "KSPA"), ("CZ0631", "KSHK", "KSHK"),
        ("CZ0633", "KSCB", "KSCB"), ("CZ0632", "KSBR", "KSBR"), ("CZ0712", "KSOS", "KSOL"), ("CZ0713", "KSBR", "KSBR"),
        ("CZ0723", "KSOS", "KSOS"), ("CZ0724", "KSBR", "KSBR"), ("CZ0806", "KSOS", "KSOS"),
    ],
)  # fmt: skip
def test_the_court_is_that_of_the_district(district: str, code: str, address: str) -> None:
    found = court_of(district=district)
    assert (found.code, found.address) == (code, address)


def test_a_region_does_not_always_lie_under_one_court() -> None:
    assert court_of(region="CZ041").code == "KSPL"
    assert court_of(region="CZ063").possible == ("KSHK", "KSBR", "KSCB")
    assert court_of(region="CZ051").code is None
    assert court_of(region="CZ051").address is None
    assert len(court_of().possible) == 8


@pytest.mark.parametrize(("district", "region"), [("CZ9999", None), (None, "CZ999")])
def test_a_place_that_is_none_is_refused(district: str | None, region: str | None) -> None:
    with pytest.raises(InputError, match="relief_districts"):
        court_of(district=district, region=region)


def test_a_district_and_a_region_that_disagree_are_refused() -> None:
    with pytest.raises(InputError):
        court_of(district="CZ0412", region="CZ042")


def test_every_district_has_a_court_of_the_list_and_every_court_a_district() -> None:
    districts, courts = PACK.vocabularies["relief_districts"], PACK.vocabularies["insolvency_courts"]
    assert len(districts) == 77
    used = {term.more["court"] for term in districts.values()} | {
        term.more["branch"] for term in districts.values() if "branch" in term.more
    }
    assert used == set(courts)
    for term in districts.values():
        if "branch" in term.more:
            assert courts[term.more["branch"]].more["branch_of"] == term.more["court"]
