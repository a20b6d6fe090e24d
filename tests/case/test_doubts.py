"""Days of what happened never stand after the day judged; what is only odd is told and not refused."""

from __future__ import annotations

from typing import Any

import pytest
from tests.case.support import codes, read, written

from dluhy.case import case_facts
from dluhy.case.doubts import doubts
from dluhy.law.pack import default_pack

LATER = "2027-05-01"


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"enforcements": [{"began_on": LATER}]}, "/enforcements/0/began_on"),
        ({"enforcements": [{"orders": [{}, {"delivered_on": LATER}]}]}, "/enforcements/0/orders/1/delivered_on"),
        ({"debts": [{"arose_on": "2027"}]}, "/debts/0/arose_on"),
        ({"debts": [{"fee_year": 2027}]}, "/debts/0/fee_year"),
        ({"debts": [{"title": {"issued_on": {"from": LATER}}}]}, "/debts/0/title/issued_on"),
        ({"people": [{"in_care": [{"from": LATER}]}]}, "/people/0/in_care/0/from"),
        ({"people": [{"died_on": LATER}]}, "/people/0/died_on"),
        ({"history": {"insolvencies": [{"began_on": LATER}]}}, "/history/insolvencies/0/began_on"),
    ],
)
def test_what_happened_never_stands_after_the_day_judged(parts: dict[str, Any], place: str) -> None:
    assert codes(written(**parts)) == [("after_as_of", place)]


def test_what_may_come_yet_or_may_have_happened_is_taken() -> None:
    read(
        debts=[{"arose_on": "2026", "due_on": LATER, "title": {"due_on": LATER, "final_on": LATER}}],
        enforcements=[{"began_on": "2026-11"}, {"began_on": {"from": "2026-11-21"}}, {"began_on": {"to": LATER}}],
        home={"contract_until": LATER},
        relief={"petition_on": LATER},
        incomes=[{"paid_on": LATER}],
    )


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"debts": [{"balance": "-500"}]}, [("overpaid", "/debts/0/balance")]),
        ({"debts": [{"due_on": "2031-01-01"}, {"due_on": LATER}]}, [("due_far_ahead", "/debts/0/due_on")]),
        ({"debts": [{"title": {"final_on": LATER}}]}, [("final_ahead", "/debts/0/title/final_on")]),
        ({"people": [{"id": "Jana-Nováková"}, {"id": "Nováková"}, {"id": "klient"}, {"id": "Klient-A"}]},
         [("name_in_reference", "/people/0/id"), ("name_in_reference", "/people/1/id")]),
    ],
)  # fmt: skip
def test_what_is_only_odd_is_told(parts: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    case = read(**parts)
    assert [(each.code, each.place) for each in doubts(case)] == expected
    told = case_facts(case, default_pack()).warnings
    assert [each for each in expected if each not in [(one.code, one.place) for one in told]] == []


@pytest.mark.parametrize(
    ("ref", "name"),
    [("Jana Nováková", True), ("Novák, Jan", True), ("JanaNováková", True), ("2026/001", False), ("Praha 7", False),
     ("domacnost-01", False), ("Rodina-A", False)],
)  # fmt: skip
def test_a_reference_that_looks_like_a_name_is_told_without_it(ref: str, *, name: bool) -> None:
    found = list(doubts(read(ref=ref)))
    assert [each.code for each in found] == (["name_in_reference"] if name else [])
    assert ref not in "".join(each.cs + each.en + each.place for each in found)
