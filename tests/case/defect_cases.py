"""Invented debts against which something can be said: for every rule a case in which it holds."""

from __future__ import annotations

from typing import Any, Final

from tests.case.support import read

from dluhy.case.defects import CaseDefects, defects_of_case
from dluhy.case.frames import case_facts
from dluhy.children.check import checker
from dluhy.law.pack import default_pack

Parts = dict[str, Any]
PACK: Final = default_pack()
PERSON: Final[Parts] = {"id": "klient", "role": "debtor", "birth_date": "1985-03-01"}
DEBT: Final[Parts] = {
    "id": "d", "debtor": "klient", "kind": "telecom", "principal": "5000", "interest": "1000", "costs": "6000",
    "balance": "12000", "arose_on": "2016-01-10", "due_on": "2016-02-10", "business": False,
    "creditor": {"name": "Operátor Vzor", "kind": "operator", "previous": []},
}  # fmt: skip
LED: Final[Parts] = {
    "id": "ex", "debts": ["d"], "ref": "101 EX 1/18", "kind": "court_executor", "status": "running",
    "began_on": "2018-03-01", "order_final_on": "2018-05-01",
}  # fmt: skip
FUTILE: Final[Parts] = {**LED, "nothing_recovered": True, "real_estate_attached": False}
CREDIT: Final[Parts] = {
    **DEBT, "kind": "loan", "balance": "100000", "principal": "80000", "contractual_penalty": "60000",
    "arose_on": "2018-08-01", "due_on": "2019-03-01", "creditor": {"name": "Úvěry Vzor", "kind": "lender"},
    "title": {"kind": "no_title"},
}  # fmt: skip
MODERN, OLDER = {"concluded_on": "2018-08-01"}, {"concluded_on": "2014-08-01"}
AWARD: Final[Parts] = {**CREDIT, "title": {"kind": "arbitration_award", "issued_on": "2019-06-01"}}
JUDGED: Final[Parts] = {"kind": "judgment", "issued_on": "2010-05-01", "due_on": "2010-06-01", "final_on": "2010-05-20"}
TOWN: Final[Parts] = {**DEBT, "kind": "other_public", "creditor": {"name": "Město Vzor", "kind": "municipality"}}
UNASSESSED: Final[Parts] = {"lent": "80000", "paid": "30000", "creditworthiness_assessed": False}


def case_of(*debts: Parts, led: list[Parts] | None = None, **more: Any) -> Parts:  # noqa: ANN401 - any JSON
    """Return the parts of a case with these debts and enforcements."""
    return {"people": [PERSON], "debts": list(debts), "enforcements": led or [], **more}


def _credit(contract: Parts, **credit: Any) -> Parts:  # noqa: ANN401 - any JSON
    return case_of({**CREDIT, "contract": contract, "credit": credit})


def _course(**course: Any) -> Parts:  # noqa: ANN401 - any JSON
    return case_of(DEBT, led=[{**LED, "course": course}])


def _titled(**title: Any) -> Parts:  # noqa: ANN401 - any JSON
    return case_of({**DEBT, "title": {"kind": "judgment", **title}}, led=[LED])


OTHER: Final[Parts] = {**DEBT, "id": "e", "creditor": {"name": "Dopravce Vzor", "kind": "carrier"}}
HOLDING: Final[dict[str, Parts]] = {
    "AL-01": case_of(DEBT, led=[{**FUTILE, "course": {"advances_paid": 0}}]),
    "AL-01W": case_of(DEBT, led=[{**FUTILE, "began_on": "2022-03-01", "order_final_on": "2022-05-01"}]),
    "AL-01X": case_of(DEBT, led=[{**FUTILE, "began_on": "2010-03-01", "order_final_on": "2010-05-01"}]),
    "AL-01N": _course(no_assets=True),
    "AL-01C": _course(inventory_made=True),
    "AL-02": case_of({**DEBT, "principal": "1500"}, led=[FUTILE]),
    "AL-03": case_of(DEBT, led=[{**FUTILE, "order_final_on": "2020-03-01"}]),
    "AL-04": case_of(TOWN, led=[LED]),
    "AL-05": case_of(TOWN, led=[LED]),
    "AL-05P": case_of(TOWN, led=[{**LED, "course": {"amnesty_paid": True}}]),
    "AL-06": case_of(TOWN),
    "AL-06T": case_of(
        {**TOWN, "principal": "150", "limitation": {"small_arrears_sum": "500", "tax_relief_2023": True}}
    ),
    "AL-07": case_of({**DEBT, "kind": "health_insurance_premium"}),
    "AL-09": case_of({**DEBT, "title": {"kind": "no_title"}, "limitation": {"sued": False, "acknowledged": False}}),
    "AL-09T": case_of({**DEBT, "title": JUDGED, "limitation": {"enforced_before": False}}),
    "AL-09I": case_of({**DEBT, "title": JUDGED, "limitation": {"enforced_before": False}}),
    "AL-09A": case_of(
        {**CREDIT, "contract": MODERN, "credit": UNASSESSED,
         "limitation": {"acknowledged": True, "acknowledgement_kind": "part_paid"}}
    ),
    "AL-10": case_of({**AWARD, "contract": {**OLDER, "arbitrator_choice": "private_list"}}),
    "AL-10A": case_of({**AWARD, "contract": MODERN}),
    "AL-10S": case_of({**AWARD, "contract": {**OLDER, "clause_separate": False}}),
    "AL-11": _credit(MODERN, **UNASSESSED),
    "AL-11T": case_of({**CREDIT, "title": {"kind": "judgment"}, "contract": MODERN, "credit": UNASSESSED}),
    "AL-11O": _credit(OLDER, **UNASSESSED),
    "AL-11B": _credit(MODERN, terms_missing=True),
    "AL-11BO": _credit(OLDER, terms_missing=True),
    "AL-12D": _credit(MODERN, penalty_daily=20, penalties_small=False),
    "AL-12S": _credit(MODERN, lent="80000"),
    "AL-12R": case_of({**CREDIT, "due_on": "2021-03-01", "contract": OLDER, "credit": {"late_rate": 3000}}),
    "AL-12E": case_of({**CREDIT, "due_on": "2021-03-01", "business": True, "contract": {**MODERN, "consumer": False}}),
    "AL-12F": _credit(MODERN, future_costs_claimed=True),
    "AL-12N": _credit(MODERN, acceleration_called=False),
    "AL-12B": _credit(MODERN, bill_of_exchange=True),
    "AL-13": _credit({**MODERN, "penalty_disproportionate": True}),
    "AL-13U": _credit({**MODERN, "grossly_unfair": True}),
    "AL-14": _course(hardship=True),
    "AL-14S": _titled(cancelled=True),
    "AL-14A": _titled(representation={"never_properly_served": True}),
    "AL-14B": _titled(cancelled=True),
    "AL-14G": case_of({**DEBT, "limitation": {"extinguished_after_title": True}}, led=[LED]),
    "AL-15": case_of(DEBT, OTHER, led=[LED, {**LED, "id": "ex2", "debts": ["e"], "ref": "102 EX 2/18"}]),
    "AL-15S": case_of(
        DEBT, {**DEBT, "id": "e"}, led=[LED, {**LED, "id": "ex2", "debts": ["e"], "ref": "101 EX 9/18"}]
    ),
    "AL-16": case_of(DEBT, led=[{**LED, "call_served_on": "2026-11-10"}]),
    "AL-18": case_of(DEBT, led=[{**LED, "costs": {"asked": "50000", "vat_payer": True}}]),
}  # fmt: skip
"""Rule -> the parts of a case whose first debt it holds against."""


def judged_of(**parts: Any) -> tuple[CaseDefects, ...]:  # noqa: ANN401 - any JSON
    """Return what can be said against the debts of a case of these parts."""
    case = read(**parts)
    rows = case_facts(case, PACK)
    return defects_of_case(case, checker(PACK).judge(rows.frame, case.as_of), PACK, rows=rows)


def holding(found: CaseDefects) -> set[str]:
    """Return the rules that hold against a debt."""
    return {each.rule.id for each in found.holding}


def opened(found: CaseDefects) -> set[str]:
    """Return the rules that are open on a debt."""
    return {each.rule.id for each in found.open}
