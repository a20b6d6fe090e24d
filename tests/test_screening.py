"""One case goes the same path as a list, and its screening says who owes what, why, what to do and what to ask."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from dluhy.case import Case, case_facts, parse_case, read_case
from dluhy.children.check import COMPACT, checker
from dluhy.cli import main
from dluhy.problems import HorizonError
from dluhy.report.screening import ScreeningReport, screening_report
from dluhy.report.screening_text import screening_text
from dluhy.screening import Screening, screen_case

CASES = sorted(Path("fixtures/pripady").glob("*.*"))
YOUNG = """
ref = "A-1"
as_of = 2026-11-21

[[people]]
id = "klient"
role = "debtor"
birth_date = 2009-03-01

[[debts]]
id = "odpad"
debtor = "klient"
creditor = { name = "Obec Vzorová", ico = "00000001" }
kind = "local_fee_waste"
fee_year = 2018
due_on = 2018-05-31
balance = "500"

[[debts]]
id = "jízda"
debtor = "klient"
creditor = { name = "Dopravní podnik" }
kind = "transport_fare"
arose_on = 2024-03-10
principal = "1516"
balance = "9000"
title = { kind = "payment_order", issued_on = 2025-01-10, representation = { parent_passive = true } }

[[debts]]
id = "náklady"
debtor = "klient"
creditor = { name = "Dopravní podnik" }
kind = "court_costs"
follows = "jízda"
balance = "3000"

[[enforcements]]
id = "e1"
debts = ["odpad"]
ref = "901 EX 11/20"
kind = "court_executor"
status = "running"

[[enforcements]]
id = "e2"
debts = ["jízda"]
ref = "901 EX 12/25"
kind = "court_executor"
status = "running"
reason_learned_on = 2026-11-16
"""


def screened(text: str = YOUNG) -> Screening:
    """Return the screening of a case written as TOML."""
    return screen_case(parse_case(text))


@pytest.fixture(scope="module")
def report() -> ScreeningReport:
    """Return the screening of the young client in Czech."""
    return screening_report(screened(), "cs")


def test_each_debt_has_its_outcome_and_costs_follow_their_claim(report: ScreeningReport) -> None:
    assert {debt.id: debt.outcome for debt in report.debts} == {"odpad": "W2", "jízda": "T0", "náklady": "T0"}
    grounds = {debt.id: {ground.rule for ground in debt.grounds} for debt in report.debts}
    assert {"P899", "T2", "REP"} <= grounds["jízda"]
    assert {"P899", "REP"} <= grounds["náklady"]


def test_a_statement_tells_its_reasons_and_its_provisions(report: ScreeningReport) -> None:
    fee = report.debts[0].statement
    assert fee is not None
    assert all(reason.met for reason in fee.reasons)
    assert any("§ 12 odst. 1" in provision.text.replace("\xa0", " ") for provision in fee.provisions)
    assert all(provision.link.startswith("http") for provision in fee.provisions)


def test_one_motion_goes_to_the_executor_about_both_enforcements_by_its_last_day(report: ScreeningReport) -> None:
    motions = [act for plan in report.plan for act in plan.steps if "W0-MOTION" in act.steps]
    assert len(motions) == 1
    assert motions[0].enforcements == ("901 EX 11/20", "901 EX 12/25")
    assert motions[0].executor_office == "901"
    assert motions[0].due_on == "2026-12-01"
    assert set(motions[0].debts) == {"odpad", "jízda", "náklady"}


def test_the_step_with_the_nearest_day_stands_first(report: ScreeningReport) -> None:
    due = [act.due_on for act in report.plan[0].steps if act.due_on is not None]
    assert due == sorted(due)
    assert [act.due_on is None for act in report.plan[0].steps] == [False] * len(due) + [True] * (
        len(report.plan[0].steps) - len(due)
    )


def test_every_step_of_every_shipped_case_has_an_actor_an_addressee_and_a_provision() -> None:
    for path in CASES:
        shown = screening_report(screen_case(read_case(path).case), "cs")
        for plan in (*shown.plan, *shown.creditor_plan):
            for act in plan.steps:
                assert act.actor
                assert act.addressee
                assert act.provisions
                assert act.limit
                assert act.cost


def test_each_creditor_has_a_plan_of_its_own_steps(report: ScreeningReport) -> None:
    assert [plan.whose for plan in report.creditor_plan] == ["Obec Vzorová", "Dopravní podnik"]
    assert {debt for act in report.creditor_plan[0].steps for debt in act.debts} == {"odpad"}


def test_the_day_from_which_a_limit_may_run_is_asked_for_first() -> None:
    unseen = screening_report(screened(YOUNG.replace("reason_learned_on = 2026-11-16\n", "")), "cs")
    assert running(unseen).keys() >= {"call_served_on", "reason_learned_on"}
    assert running(unseen)["call_served_on"] == {"odpad", "jízda", "náklady"}
    assert unseen.questions[0].limits
    assert running(screening_report(screened(), "cs"))["call_served_on"] == {"odpad"}


def running(report: ScreeningReport) -> dict[str, set[str]]:
    """Return the facts from which a limit may run unseen, with the debts of it."""
    found: dict[str, set[str]] = {}
    for question in report.questions:
        if question.limits:
            found.setdefault(question.fact, set()).update(question.debts)
    return found


def test_questions_are_asked_by_what_they_decide() -> None:
    shown = screening_report(
        screened(YOUNG.replace("arose_on = 2024-03-10", 'arose_on = "2022"').replace("2009-03-01", "2004-03-01")), "cs"
    )
    who_owes = next(question for question in shown.questions if "missing" in question.effects)
    assert who_owes.fact == "arose_on"
    assert "náklady" in who_owes.debts
    assert any(answer.changes for answer in who_owes.answers)
    limits = [question.limits for question in shown.questions]
    assert limits == sorted(limits, reverse=True)


def test_a_case_is_judged_as_the_same_rows_of_a_list_are() -> None:
    """Pages of one book: the judged case equals the frame of facts judged without the case."""
    for path in CASES:
        case = read_case(path).case
        judge = checker()
        facts = case_facts(case, judge.pack).frame
        alone = [
            judge.judge(facts.filter(pl.col("person_id") == person), case.as_of).select(COMPACT)
            for person in facts["person_id"].unique(maintain_order=True)
        ]
        together = judge.judge(facts, case.as_of).select(COMPACT).sort("row")
        if alone:
            assert pl.concat(alone).sort("row").equals(together)


def test_the_text_says_each_conclusion_and_marks_what_is_to_be_verified(report: ScreeningReport) -> None:
    text = screening_text(report)
    plain = text.replace("\xa0", " ")
    assert "Závěr: dluží zákonný zástupce, ne dítě" in plain
    assert "kroků podle naléhavosti" in plain
    assert "K ověření:" in plain
    assert max(len(line) for line in text.splitlines()) <= 100


def test_english_text_holds_no_czech_heading() -> None:
    text = screening_text(screening_report(screened(), "en"))
    assert "Conclusion:" in text
    assert "Závěr" not in text
    assert "K ověření" not in text


def test_no_debts_and_unknown_debts_are_told_apart() -> None:
    head = 'ref = "A"\nas_of = 2026-11-21\n'
    none = screening_text(screening_report(screened(head + "debts = []\n"), "cs"))
    unknown = screening_text(screening_report(screened(head), "cs"))
    assert "není co posuzovat" in none.replace("\xa0", " ")
    assert "debts = []" in unknown


def test_a_day_outside_the_horizon_is_refused() -> None:
    case = parse_case('ref = "A"\nas_of = 2031-01-01\ndebts = []\n')
    assert isinstance(case, Case)
    with pytest.raises(HorizonError):
        screen_case(case)


def _run(*words: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(words))
    return int(ended.value.code or 0)


def test_json_says_the_same_as_the_report_and_can_be_computed_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "klient.toml", tmp_path / "vysledek.json"
    source.write_text(YOUNG, encoding="utf-8")
    assert _run("screen", str(source), "--json", "--out", str(target)) == 0
    said: dict[str, Any] = json.loads(target.read_text("utf-8"))
    assert [debt["outcome"] for debt in said["debts"]] == ["W2", "T0", "T0"]
    assert said["as_of"] == date(2026, 11, 21).isoformat()
    assert _run("replay", str(target), str(source)) == 0
    assert _run("screen", str(source), "--out", str(target)) == 2
    assert "nepřepisuje" in capsys.readouterr().err
    source.write_text(YOUNG.replace("500", "501"), encoding="utf-8")
    assert _run("replay", str(target), str(source)) == 2


def test_a_bad_case_is_told_without_a_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "klient.toml"
    source.write_text(YOUNG.replace('kind = "court_costs"', 'kind = "nesmysl"'), encoding="utf-8")
    assert _run("screen", str(source)) == 2
    told = capsys.readouterr()
    assert "/debts/2/kind" in told.err
    assert "nesmysl" not in told.err
    assert told.out == ""
