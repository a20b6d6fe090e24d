"""Debt relief without what may drop out of debts: less to pay, or no way in any more; nothing is counted twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.case.defect_cases import MODERN, UNASSESSED
from tests.case.relief_cases import RELIEF, debt, screened

from dluhy.case.defects import defects_of_case
from dluhy.case.relief_without import ReliefWithout, reliefs_without

if TYPE_CHECKING:
    from dluhy.screening import Screening

CREDIT: dict[str, Any] = {
    **debt("uver", "-", "300000", principal="80000", contract=MODERN, credit=UNASSESSED, title={"kind": "no_title"}),
    "creditor": {"name": "Úvěry Vzor", "kind": "lender"},
}  # fmt: skip
PHONE: dict[str, Any] = {**debt("telefon", "Operátor Vzor", "20000", kind="telecom"), "title": {"kind": "judgment"}}
LIMITED: dict[str, Any] = {
    **PHONE, "due_on": "2019-01-10", "arose_on": "2018-12-10", "title": {"kind": "no_title"},
    "limitation": {"sued": False, "acknowledged": False},
}  # fmt: skip
RENT: dict[str, Any] = debt("najem", "Bytové družstvo Vzor", "60000", kind="rent")


def without(screening: Screening) -> tuple[ReliefWithout, ...]:
    """Return debt relief of a screened case without what may drop out."""
    defects = defects_of_case(screening.case, screening.judged, screening.pack, rows=screening.rows)
    circle = None if screening.household is None else screening.household.sheet.circle
    return reliefs_without(screening.case, screening.relief, defects, screening.judged, screening.pack, circle=circle)


def test_nothing_drops_out_where_nothing_holds() -> None:
    (found,) = without(screened(debts=[RENT, PHONE], enforcements=[]))
    assert (found.debts, found.dropped_least, found.dropped_most, found.least, found.most) == ((), 0, 0, None, None)
    assert found.now.claims == 2


def test_what_surely_drops_out_makes_debt_relief_shorter() -> None:
    (found,) = without(screened(debts=[CREDIT, RENT], enforcements=[]))
    assert (found.dropped_least, found.dropped_most) == (25_000_000, 25_000_000)
    assert found.least == found.most
    assert found.least is not None
    assert found.least.owed == found.now.owed - 25_000_000
    assert found.least.months is not None
    assert found.now.months is not None
    assert found.least.months < found.now.months
    assert found.least.basis_points == 10_000
    assert found.now.basis_points is not None
    assert found.now.basis_points < 10_000
    assert found.least.minimum == found.now.minimum
    assert found.changes_least == ()


def test_an_objection_takes_away_at_the_least_nothing_and_at_the_most_the_creditor() -> None:
    (found,) = without(screened(debts=[RENT, LIMITED], enforcements=[]))
    assert (found.dropped_least, found.dropped_most) == (0, 2_000_000)
    assert found.least is None
    assert found.most is not None
    assert (found.now.kind, found.most.kind, found.most.claims) == ("likely_admissible", "inadmissible_now", 1)
    assert found.changes_most == ("one_creditor_left", "inability_not_shown")


def test_two_creditors_left_of_whom_one_is_owed_in_time_show_no_inability() -> None:
    in_time = {**RENT, "id": "v-terminu", "creditor": {"name": "Sousedé Vzor"}, "due_on": "2027-01-10"}
    (found,) = without(screened(debts=[RENT, in_time, LIMITED], enforcements=[]))
    assert found.changes_most == ("inability_not_shown",)


def test_nothing_left_leaves_no_projection_and_says_why() -> None:
    (found,) = without(screened(debts=[LIMITED], enforcements=[]))
    assert found.most is not None
    assert (found.most.claims, found.most.months, found.most.basis_points) == (0, None, None)
    assert found.most.problems


def test_debts_from_childhood_that_drop_out_take_the_shorter_way_away() -> None:
    """Of a petition of September 2024: 40 000 of 60 000 from childhood make two thirds, without 20 000 they do not."""
    relief = {**RELIEF, "petition_on": "2024-09-20", "insolvency_finding_on": "2024-10-10"}
    young = {**LIMITED, "id": "z-detstvi", "arose_on": "2001-05-10", "due_on": "2019-01-10", "balance": "40000"}
    (found,) = without(screened(debts=[young, {**PHONE, "balance": "20000"}], enforcements=[], relief=relief))
    assert "childhood_track_lost" in found.changes_most
    other = {**LIMITED, "balance": "60000", "creditor": {"name": "Síť Vzor"}}
    kept = {**young, "limitation": None, "title": {"kind": "judgment"}}
    (found,) = without(screened(debts=[kept, {**PHONE, "id": "t2"}, other], enforcements=[], relief=relief))
    assert "childhood_track_won" in found.changes_most


def test_only_debts_of_the_one_who_files_count() -> None:
    people = [
        {"id": "klient", "role": "debtor", "birth_date": "1985-03-01", "municipality_code": "554961"},
        {"id": "druh", "role": "debtor", "birth_date": "1984-03-01"},
    ]
    his = [{**RENT, "id": "h1", "debtor": "druh"}, {**PHONE, "id": "h2", "debtor": "druh"}]
    found = without(screened(people=people, debts=[CREDIT, RENT, *his], enforcements=[]))
    assert [(each.people, each.debts) for each in found] == [(("klient",), ("uver",)), (("druh",), ())]


def test_accessories_drop_out_before_the_rest() -> None:
    parted = {**CREDIT, "interest": "100000", "penalty": "50000", "contractual_penalty": "70000"}
    screening = screened(debts=[parted, RENT], enforcements=[])
    (found,) = without(screening)
    assert found.most is not None
    assert not any(problem.code == "parts_exceed_whole" for problem in found.most.problems)
    assert found.most.months is not None
