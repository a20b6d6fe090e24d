"""The one list of steps: what becomes one task, what gives way to what, days and order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from tests.agenda.support import CASES, document, screened, sources

from dluhy.agenda import Sources, Task, agenda_of
from dluhy.agenda.making import CLIENTS
from dluhy.case import Case
from dluhy.case.defects import CaseDefects
from dluhy.case.strategies import CaseStrategies
from dluhy.household.offers import Offer
from dluhy.law.amounts import constant
from dluhy.law.pack import default_pack
from dluhy.relief.defect_values import Defect, Remedy
from dluhy.relief.defects import defects_of
from dluhy.relief.strategies_values import Recommendation
from dluhy.screening import screen_case

if TYPE_CHECKING:
    from dluhy.agenda import Agenda

PACK = default_pack()
AS_OF = date(2026, 11, 21)
FAMILY = "domacnosti/06_rodina_dva_dluznici_dluh_ditete.toml"
ADULT = "pripady/dospely_operator.json"
LIMITED = {"debt_kind": "loan", "creditor_kind": "collector", "consumer": True, "due_on": "2019-03-01",
           "title_kind": "no_title", "acknowledged": False, "sued": False, "balance": "9000"}  # fmt: skip


def agenda(name: str, **more: object) -> Agenda:
    return agenda_of(sources(screened(name), **more), PACK)


def task(found: Agenda, code: str) -> Task:
    """Return the only task that holds a step."""
    (one,) = (each for each in found.tasks if code in each.joined)
    return one


def limited(debt: str) -> CaseDefects:
    """Return a debt with a limitation that holds and nothing else."""
    found = tuple(each for each in defects_of(LIMITED, PACK, as_of=AS_OF) if each.verdict == "likely_limited")
    held = tuple(each for each in found if each.status == "holds")
    assert held, [(each.rule.id, each.status, each.missing) for each in found]
    return CaseDefects(standing="owed", debt=debt, facts=LIMITED, found=held)


def with_remedy(debt: str, until: date | None, step: str = "FUTILE-MOTION") -> CaseDefects:
    """Return a debt with one defect whose only remedy is a step with a last day."""
    defect = limited(debt).found[0]
    rule = PACK.rules["AL-01"]
    remedy = Remedy(step=PACK.steps[step][1], until=until)
    return CaseDefects(
        standing="owed", debt=debt, found=(evolve(defect, rule=rule, verdict=rule.verdict, remedies=(remedy,)),)
    )


def offering(name: str, *debts: str) -> Sources:
    """Return the sources of a case whose household offers instalments on debts."""
    found = sources(screened(name))
    household = found.household
    assert household is not None
    assert household.sheet.offers is not None
    lines = tuple(Offer(id=debt, balance=100_000, monthly=10_000, months=10) for debt in debts)
    offers = evolve(household.sheet.offers, offered=10_000 * len(debts), offers=lines)
    return evolve(found, household=evolve(household, sheet=evolve(household.sheet, offers=offers)))


def test_motions_about_one_debt_to_one_executor_are_one_letter_with_reasons_of_both_topics() -> None:
    alone = task(agenda(ADULT), "REP-STOP")
    both = task(agenda(ADULT, defects=(with_remedy("telefon", None),)), "FUTILE-MOTION")
    assert both.addressee_name == alone.addressee_name == "903"
    assert {"REP-STOP", "FUTILE-MOTION"} <= set(both.joined)
    assert both.topics == ("children", "defects")
    assert {"children", "defects"} == {reason.topic for reason in both.reasons}
    assert both.title.text.cs == PACK.term("letters", "motion_to_stop").cs


def test_the_same_advice_of_several_topics_stands_once_with_all_its_reasons() -> None:
    found = agenda("domacnosti/02_duchodce_najem_exekuce.toml")
    one = task(found, "slip_compare")
    assert {"household", "deductions"} == set(one.topics)
    assert "LIVING-DEDUCTIONS" in one.joined


@pytest.mark.sweep(4)
@pytest.mark.parametrize("name", CASES)
def test_no_step_stands_twice_for_the_same_people_debts_and_addressee(name: str) -> None:
    found = agenda(name)
    told = [(step, each.addressee_name, each.whose, each.debts) for each in found.tasks for step in each.joined]
    assert len(told) == len(set(told))
    assert len({each.key for each in found.tasks}) == len(found.tasks)


def test_nothing_is_offered_on_a_debt_with_a_limitation_objection() -> None:
    base = offering(ADULT, "telefon", "pujcka")
    offered = task(agenda_of(base, PACK), "offers_send")
    assert {"pujcka", "telefon"} <= set(offered.debts)
    found = agenda_of(evolve(base, defects=(limited("pujcka"),)), PACK)
    assert "pujcka" not in task(found, "offers_send").debts
    aside = [each for each in found.set_aside if each.code == "limitation" and each.task.code == "offers_send"]
    assert aside[0].debts == ("pujcka",)
    assert not [each for each in found.tasks if "ORD-LIST" in each.joined and "pujcka" in each.debts]


def test_with_the_last_debt_the_whole_offer_gives_way_to_the_motion_to_stop() -> None:
    base = offering(ADULT, "telefon")
    found = agenda_of(evolve(base, defects=(with_remedy("telefon", None), limited("pujcka"))), PACK)
    assert not [each for each in found.tasks if "offers_send" in each.joined]
    assert task(found, "FUTILE-MOTION").debts == ("telefon",)


@pytest.mark.parametrize("name", CASES)
def test_a_debt_the_child_does_not_owe_is_neither_offered_nor_paid(name: str) -> None:
    found, screening = agenda(name), screened(name)
    lost = {row["debt_id"] for row in screening.debts() if row["child_owes"] == "no"}
    for code in PACK.term("agenda_precedence", "not_owed").more["sets_aside"]:
        steps = (
            PACK.vocabularies["agenda_same"][code].more["steps"] if code in PACK.vocabularies["agenda_same"] else [code]
        )
        assert not [each for each in found.tasks if set(steps) & set(each.joined) and lost & set(each.debts)]


def test_no_petition_while_a_bar_runs() -> None:
    raw = document(ADULT)
    raw["history"] = {"petitions": [{"discharged": True, "discharge_final_on": "2020-05-01",
                                     "discharge_decided_on": "2020-05-01"}], "insolvencies": []}  # fmt: skip
    screening = screen_case(Case.model_validate(raw))
    (relief,) = screening.relief
    assert relief.entry is not None
    assert relief.entry.kind == "blocked_until"
    recommended = CaseStrategies(people=relief.people, recommendation=_recommends("relief"))
    found = agenda_of(sources(screening, strategies=(recommended,)), PACK)
    steps = {step for each in found.tasks for step in each.joined}
    assert not steps & {"relief_drafter", "find_petitioner", "RELIEF-PETITION", "K-RELIEF", "relief_papers"}
    assert "relief_wait" in steps
    assert "barred" in {each.code for each in found.set_aside}
    waiting = task(found, "relief_wait")
    assert (waiting.due, waiting.due_on, waiting.this_week) == ("waits", None, False)
    assert waiting.title.values["day"] == relief.entry.barred_until


def _recommends(strategy: str) -> Recommendation:
    return Recommendation(
        strategy=strategy, refused=None, reasons=(), rivals=(), tried=(), overturns=(), asks=(), evidence="M"
    )


def test_the_first_step_of_the_strategy_is_on_the_list_once() -> None:
    (relief,) = screened(ADULT).relief
    found = agenda(ADULT, strategies=(CaseStrategies(people=relief.people, recommendation=_recommends("carry_on")),))
    assert "strategies" in task(found, "check_balances").topics


def test_a_last_day_this_week_goes_first_and_one_that_has_passed_is_no_day() -> None:
    soon = agenda(FAMILY, defects=(with_remedy("uver-otec", AS_OF + timedelta(days=3)),))
    first = soon.tasks[0]
    assert ("FUTILE-MOTION" in first.joined, first.due, first.this_week) == (True, "law", True)
    gone = task(agenda(FAMILY, defects=(with_remedy("uver-otec", AS_OF - timedelta(days=1)),)), "FUTILE-MOTION")
    assert (gone.due, gone.due_on, gone.this_week) == ("past", None, False)
    unseen = task(agenda(FAMILY, defects=(with_remedy("uver-otec", None),)), "FUTILE-MOTION")
    assert (unseen.due, unseen.due_on) == ("unseen", None)


@pytest.mark.parametrize(("days", "week"), [(0, True), (7, True), (8, False)])
def test_this_week_ends_after_as_many_days_as_the_pack_says(days: int, week: bool) -> None:  # noqa: FBT001
    assert constant(PACK.series["agenda_week_days"]) == 7
    found = agenda(FAMILY, defects=(with_remedy("uver-otec", AS_OF + timedelta(days=days)),))
    assert task(found, "FUTILE-MOTION").this_week is week


@pytest.mark.parametrize("name", CASES)
def test_every_task_has_a_day_or_a_reason_why_there_is_none(name: str) -> None:
    for each in agenda(name).tasks:
        dated = PACK.term("agenda_due", each.due).more["dated"]
        assert dated == (each.due_on is not None), each.code
        assert each.due_on is None or each.due == "change" or each.due_on >= screened(name).as_of


@pytest.mark.parametrize("name", CASES)
def test_this_week_is_the_beginning_of_the_list_and_calms_home_and_supply_before_the_rest(name: str) -> None:
    found = agenda(name)
    marks = [each.this_week for each in found.tasks]
    assert marks == sorted(marks, reverse=True)
    groups = {term.code: term.more["order"] for term in PACK.vocabularies["agenda_groups"].values()}
    undated = [groups[each.group] for each in found.this_week if each.due_on is None]
    assert undated == sorted(undated)


@pytest.mark.sweep(2)
@pytest.mark.parametrize("name", CASES[::4])
def test_the_list_does_not_depend_on_the_order_of_the_document(name: str) -> None:
    raw = document(name)
    if any("id" not in debt for debt in raw.get("debts", ())):
        raw["debts"] = [dict(debt, id=debt.get("id", f"d{at}")) for at, debt in enumerate(raw["debts"])]
    straight = agenda_of(sources(screen_case(Case.model_validate(raw))), PACK)
    for part in ("debts", "enforcements", "people", "incomes"):
        if part in raw:
            raw[part] = raw[part][::-1]
    turned = agenda_of(sources(screen_case(Case.model_validate(raw))), PACK)
    assert [_told(each) for each in straight.tasks] == [_told(each) for each in turned.tasks]
    assert {(each.code, each.task.key, each.debts) for each in straight.set_aside} == {
        (each.code, each.task.key, each.debts) for each in turned.set_aside
    }


def _told(each: Task) -> tuple[object, ...]:
    return (
        each.key,
        each.joined,
        each.debts,
        each.due,
        each.due_on,
        each.this_week,
        each.group,
        each.topics,
        each.whose,
    )


def test_every_step_that_the_client_takes_has_a_plain_sentence() -> None:
    said = [step for term in PACK.vocabularies["plain_steps"].values() for step in term.more["steps"]]
    assert len(said) == len(set(said))
    own = {step.id for _, step in PACK.steps.values() if step.actor in CLIENTS}
    own |= {code for code, term in PACK.vocabularies["agenda_steps"].items() if term.more["actor"] in CLIENTS}
    told = {code for code, term in PACK.vocabularies["agenda_steps"].items() if "plain_cs" in term.more}
    assert own <= set(said) | told


@pytest.mark.parametrize(("vocabulary", "field"), [
    ("plain_steps", "steps"), ("agenda_same", "steps"), ("agenda_precedence", "sets_aside"), ("agenda_groups", "rules"),
])  # fmt: skip
def test_the_vocabularies_name_steps_and_rules_that_exist(vocabulary: str, field: str) -> None:
    known = {*PACK.steps, *PACK.rules, *PACK.vocabularies["agenda_steps"], *PACK.vocabularies["agenda_same"]}
    known |= {f"benefit_{code}" for code in PACK.vocabularies["benefits"]}
    for term in PACK.vocabularies[vocabulary].values():
        assert set(term.more[field]) <= known, term.code


def test_a_defect_that_is_not_decided_brings_no_step() -> None:
    open_: tuple[Defect, ...] = tuple(each for each in defects_of({}, PACK, as_of=AS_OF) if each.status == "unknown")
    assert open_
    found = agenda(ADULT, defects=(CaseDefects(standing="owed", debt="pujcka", found=open_),))
    assert not [each for each in found.tasks if "defects" in each.topics]


@pytest.mark.parametrize("name", CASES)
def test_instalments_are_proposed_of_named_debts_only(name: str) -> None:
    sent = [each for each in agenda(name).tasks if {"send_offers", "offers_send"} & set(each.joined)]
    assert all(each.debts for each in sent)


def test_who_died_has_no_debts_to_calm_and_no_payslip_to_compare() -> None:
    told = document("klienti/03_duchodce_pet_exekuci.json")
    told["people"][0]["died_on"] = "2026-10-20"
    found = agenda_of(sources(screen_case(Case.model_validate(told))), PACK)
    assert all(each.topics == ("children",) for each in found.tasks if each.whose)
    assert "slip_compare" not in {each.code for each in found.tasks}
