"""What a counsellor missed on the ten clients: which steps come first, what the page names, what is asked first."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from tests.agenda.support import CASES, document, screened, sources

from dluhy.agenda import agenda_of
from dluhy.agenda.making import CLIENTS
from dluhy.agenda.page import client_page
from dluhy.asking import questions_of
from dluhy.case import Case
from dluhy.law.pack import default_pack
from dluhy.report.client_page import client_page_report
from dluhy.screening import screen_case

if TYPE_CHECKING:
    from dluhy.agenda import Agenda, Task
    from dluhy.agenda.page import ClientPage
    from dluhy.screening import Screening

PACK = default_pack()
NAMES = {name.split("/")[1][:2]: name for name in CASES if name.startswith("klienti/")}


@cache
def agenda(number: str) -> Agenda:
    return agenda_of(sources(screened(NAMES[number])), PACK)


def page(number: str) -> ClientPage:
    return client_page(agenda(number), sources(screened(NAMES[number])), PACK)


def avoids(number: str) -> str:
    report = client_page_report(page(number), sources(screened(NAMES[number])), PACK, "cs")
    return " ".join(report.avoids)


def steps(found: Agenda) -> list[str]:
    return [name for task in found.tasks for name in task.joined]


def tasks(found: Agenda, step: str) -> list[Task]:
    return [task for task in found.tasks if step in task.joined]


def changed(number: str, part: str, **values: object) -> Screening:
    raw = document(NAMES[number])
    raw[part] = {**raw.get(part, {}), **values}
    return screen_case(Case.model_validate(raw))


def test_a_debt_of_unknown_kind_calls_for_a_question_and_no_step() -> None:
    found = screened(NAMES["10"])
    assert found.household is not None
    assert found.household.sheet.triage is not None
    assert not found.household.sheet.triage["certain"].any()
    assert not {"RENT-TALK", "NOTICE-CHECK", "PLEDGE-ARREARS"}.intersection(steps(agenda("10")))
    asked = questions_of(sources(found), found.rows, found.checker)
    assert any(each.fact == "debt_kind" and "exekutor" in each.about for each in asked)


@pytest.mark.parametrize(("given", "checked"), [(False, False), (True, True), (None, True)])
def test_a_notice_is_checked_only_where_it_was_given_or_may_have_been(given: object, checked: bool) -> None:  # noqa: FBT001
    found = changed("02", "home", notice_given=given)
    listed = agenda_of(sources(found), PACK)
    assert ("NOTICE-CHECK" in steps(listed)) is checked
    assert "RENT-TALK" in steps(listed)


def test_maintenance_and_the_criminal_fine_are_of_this_week_and_on_the_page_once() -> None:
    for step in ("MAINT-PAY", "PENALTY-COURT"):
        (task,) = tasks(agenda("07"), step)
        assert task.this_week
        assert task in [todo.task for todo in page("07").steps]
    (running,) = tasks(agenda("07"), "MAINT-PAY")
    assert {"vyzivne", "výživné na dceru a syna"} <= {*running.debts} | {running.addressee_name} | names_of("07")
    assert running.addressee_name == "Matka dětí"
    assert len(running.debts) == 2


def names_of(number: str) -> set[str]:
    found = screened(NAMES[number]).household
    assert found is not None
    assert found.sheet.triage is not None
    return set(found.sheet.triage["name"])


def test_a_hostel_that_goes_on_calls_for_no_bed_tonight_and_no_roof_does() -> None:
    assert not tasks(agenda("07"), "NEED-SAFE")
    roofless = agenda_of(sources(changed("07", "home", tenure="none", dwelling=None)), PACK)
    (first,) = tasks(roofless, "NEED-SAFE")
    assert first == roofless.tasks[0]


def test_the_motion_with_a_running_limit_goes_before_the_constitutional_complaint() -> None:
    order = steps(agenda("01"))
    motion = agenda("01").tasks.index(next(t for t in agenda("01").tasks if t.effect == "stops_enforcement"))
    (complaint,) = tasks(agenda("01"), "REP-CONSTITUTIONAL")
    assert "REP-CONSTITUTIONAL" in order
    assert agenda("01").tasks.index(complaint) > motion
    own = [t for t in agenda("01").tasks if t.actor in CLIENTS and t.due not in {"waits", "change"}]
    assert own[-1] is complaint
    unseen = [
        t.due == "unseen" for t in own if t.due in {"unseen", "no_limit"} and t.group == "other" and t is not complaint
    ]
    assert unseen == sorted(unseen, reverse=True)


def test_what_is_not_to_be_paid_is_named_debt_by_debt() -> None:
    assert "Město Příklad (500 Kč + 600 Kč + 800 Kč)".replace(" Kč", "\u00a0Kč") in avoids("01")
    assert "900" not in avoids("01")
    assert set(page("01").untouched) == {"odpad-2018", "odpad-2021", "odpad-2023", "jizda-2022"}


def test_the_award_that_is_attacked_is_not_to_be_paid_either() -> None:
    assert {"nalez", "telefon"} == set(page("08").untouched) == set(page("08").situation.disputed)
    assert not [
        task for task in agenda("08").tasks if "offers" in task.topics and {"nalez", "telefon"} & set(task.debts)
    ]


def test_a_day_on_which_a_stop_will_come_sets_no_advice_aside() -> None:
    """The phone of client 02 may be stopped in 2032 at the earliest: nothing gives way to that today."""
    found = sources(screened(NAMES["02"]))
    (phone,) = (each for each in found.defects if each.debt == "telefon")
    assert not any(each.remedies for each in phone.found if each.status == "holds")
    assert "telefon" not in page("02").untouched


def test_a_benefit_that_must_be_applied_for_by_the_end_of_the_month_is_of_this_week() -> None:
    (benefit,) = (task for task in agenda("02").tasks if "benefits" in task.topics)
    assert benefit.due_on == date(2026, 11, 30)
    assert benefit.this_week
    assert benefit in [todo.task for todo in page("02").steps]


def test_a_benefit_of_little_worth_waits_for_its_day() -> None:
    found = sources(screened(NAMES["02"]))
    household = found.household
    assert household is not None
    small = tuple(evolve(each, least=100) if each.least else each for each in household.sheet.benefits)
    less = evolve(found, household=evolve(household, sheet=evolve(household.sheet, benefits=small)))
    (benefit,) = (task for task in agenda_of(less, PACK).tasks if "benefits" in task.topics)
    assert not benefit.this_week


def first_asked(number: str, count: int) -> list[str]:
    found = screened(NAMES[number])
    return [each.fact for each in questions_of(sources(found), found.rows, found.checker)[:count]]


def test_with_nothing_known_income_and_the_kinds_of_debt_are_asked_first() -> None:
    assert first_asked("10", 4) == ["incomes", "debt_kind", "enforced", "balance"]


@pytest.mark.parametrize("number", sorted(NAMES))
def test_what_presupposes_something_rare_is_asked_last(number: str) -> None:
    rare = set(PACK.term("question_ranks", "rare").more["facts"])
    found = screened(NAMES[number])
    asked = [each.fact in rare for each in questions_of(sources(found), found.rows, found.checker) if not each.limits]
    assert asked == sorted(asked)
    assert not rare.intersection(first_asked(number, 3))


def test_a_question_can_be_read_aloud() -> None:
    asked = [text.ask.cs for text in PACK.fact_texts.values() if text.ask is not None]
    assert not [text for text in asked if "setin procenta" in text.split("?")[0]]
