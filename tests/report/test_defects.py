"""What can be said against debts, in words: both languages, the same figures in text and for programs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from tests.case.defect_cases import CREDIT, DEBT, FUTILE, HOLDING, LED, PACK, PERSON, case_of, judged_of
from tests.case.relief_cases import debt, screened
from tests.case.test_relief_without import LIMITED, RENT, without

from dluhy.money import to_halere
from dluhy.relief.defect_judging import WORTH
from dluhy.relief.defect_values import UNSETTLED
from dluhy.report.defects import DebtDefectsReport, defects_report
from dluhy.report.defects_relief import relief_without_report
from dluhy.report.defects_text import MOST_QUESTIONS, defects_lines, without_lines
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from dluhy.problems import Language

LANGUAGES: tuple[Language, ...] = ("cs", "en")
WIDTH = 100


def reported(language: Language = "cs", **parts: Any) -> list[DebtDefectsReport]:  # noqa: ANN401 - any JSON
    """Return the reports on the debts of a case."""
    return [defects_report(found, PACK, language) for found in judged_of(**parts)]


def text_of(reports: list[DebtDefectsReport], language: Language = "cs") -> str:
    """Return reports as text with ordinary spaces, lines joined."""
    return " ".join("\n".join(defects_lines(reports, texts(language))).replace("\xa0", " ").split())


@pytest.mark.sweep(30)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", HOLDING)
def test_every_rule_is_said_with_its_provisions_and_steps(rule: str, language: Language) -> None:
    report = reported(language, **HOLDING[rule])[0]
    text = text_of([report], language)
    told = next(each for each in (*report.found, *report.past) if each.statement.rule == rule)
    assert told.statement.sentence.replace("\xa0", " ") in text
    assert told.cited
    assert told.statement.reasons
    for remedy in told.remedies:
        assert f"{remedy.actor} → {remedy.addressee}: {remedy.title}".replace("\xa0", " ") in text
        assert remedy.limit
        assert remedy.cost
    if told.statement.evidence in UNSETTLED:
        assert told.statement.to_verify
    assert json.loads(msgspec.json.encode(report))["debt"] == "d"


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_fit_the_page_and_sums_are_those_of_the_values(language: Language) -> None:
    say = texts(language)
    for rule in ("AL-11", "AL-12S", "AL-01", "AL-18", "AL-09"):
        reports = reported(language, **HOLDING[rule])
        lines = list(defects_lines(reports, say))
        assert all(len(line) <= WIDTH for line in lines)
        text = " ".join("\n".join(lines).split())
        for report in reports:
            for amount in (report.balance, report.most):
                assert amount is not None
                if to_halere(amount):
                    assert " ".join(say.money(to_halere(amount)).split()) in text.replace("\xa0", " ")


@pytest.mark.parametrize(("language", "part"), [("cs", "náklady řízení a exekuce"), ("en", "costs of proceedings")])
def test_a_part_that_is_not_known_is_named_and_nothing_is_counted(language: Language, part: str) -> None:
    parts = HOLDING["AL-01"]
    untold = {**parts, "debts": [{**each, "costs": None} for each in parts["debts"]]}
    reports = reported(language, **untold)
    assert {each.most for each in reports} == {"0.00"}
    assert part in " ".join(text_of(reports, language).split())


def test_every_day_to_which_a_rule_leads_has_its_words() -> None:
    for language in LANGUAGES:
        for term in PACK.vocabularies[WORTH].values():
            for name in ("ends", "otherwise"):
                if name in term.more:
                    assert "1. 2. 2030" in texts(language)(
                        f"defects-day-{term.more[name].replace('_', '-')}", day="1. 2. 2030"
                    ).replace("\xa0", " ")


def test_limitation_is_never_said_to_have_come_of_itself() -> None:
    for rule in ("AL-09", "AL-09T", "AL-09I"):
        text = text_of(reported(**HOLDING[rule]))
        assert "Působí jen na námitku." in text
        assert not re.search(r"je promlčen|promlčel[ao]? se|zaniklo promlčením", text)
        english = text_of(reported("en", **HOLDING[rule]), "en")
        assert "It works only on objection." in english
        assert not re.search(r"has lapsed|is time-barred|is barred", english)


def test_days_known_in_part_are_told_as_limits() -> None:
    text = text_of(reported(**HOLDING["AL-01"]))
    assert "Doba bez vymoženého plnění podle známých údajů končí: 1. 5. 2024." in text
    assert "Zaplatí-li věřitel další zálohu, končí: 1. 5. 2027." in text
    unknown = text_of(reported(**case_of(DEBT, led=[FUTILE])))
    assert "končí: 1. 5. 2024 až 1. 5. 2030." in unknown
    assert "K ověření: Zjistěte u exekutora, zda věřitel zaplatil zálohu" in unknown


def test_a_step_tells_the_last_day_where_it_is_known() -> None:
    title = {"kind": "judgment", "cancelled": True}
    led = {**LED, "reason_learned_on": "2026-11-20"}
    assert "Kdy: do 7. 12. 2026 (do 15 dnů" in text_of(reported(**case_of({**DEBT, "title": title}, led=[led])))
    untold = text_of(reported(**case_of({**DEBT, "title": title}, led=[LED])))
    assert "Kdy: do 15 dnů ode dne" in untold


def test_what_is_not_settled_is_marked() -> None:
    (report,) = reported(**HOLDING["AL-13U"])
    told = next(each for each in report.found if each.statement.rule == "AL-13U")
    assert told.statement.to_verify
    assert "! K ověření:" in text_of([report])


def test_an_enforcement_that_must_end_is_not_said_to_wait_for_the_creditor() -> None:
    led = {**FUTILE, "began_on": "2010-03-01", "order_final_on": "2010-05-01"}
    (report,) = reported(**case_of(DEBT, led=[led]))
    rules = {each.statement.rule for each in report.found}
    assert "AL-01X" in rules
    assert "AL-01" not in rules
    assert "RM-FUTILE" in PACK.rules["AL-01X"].remedies


def test_a_step_is_told_once_for_a_debt() -> None:
    title = {"kind": "judgment", "cancelled": True}
    (report,) = reported(**case_of({**DEBT, "principal": "1500", "title": title}, led=[FUTILE]))
    steps = [step.title for each in report.found for step in each.remedies]
    twice = next(title for title in steps if steps.count(title) > 1)
    text = text_of([report])
    assert text.count(twice.replace("\xa0", " ")) == 1
    assert "Další kroky jsou uvedeny výše u tohoto dluhu." in text


def test_ended_actions_stand_apart_without_steps() -> None:
    (report,) = reported(**HOLDING["AL-04"])
    assert [each.statement.rule for each in report.past] == ["AL-04", "AL-05"]
    assert not any(each.remedies for each in report.past)
    assert "Akce, které už skončily (pro přehled):" in text_of([report])


def test_questions_stand_by_what_they_decide_and_only_those_that_matter() -> None:
    (report,) = reported(**case_of({**CREDIT, "contract": {"concluded_on": "2018-08-01"}}))
    asked = [each.fact for each in report.questions]
    assert len(asked) == len(set(asked))
    single = [min(len(o.missing) for o in report.open if each.fact in o.missing) for each in report.questions]
    assert single == sorted(single)
    assert all(each.decides for each in report.questions)
    text = text_of([report])
    shown = report.questions[:MOST_QUESTIONS]
    assert all(each.ask.replace("\xa0", " ") in text for each in shown)
    assert report.questions[MOST_QUESTIONS].ask.replace("\xa0", " ") not in text
    (phone,) = reported(**case_of({**DEBT, "title": {"kind": "no_title"}}))
    assert "credit_lent" not in {each.fact for each in phone.questions}


def test_what_a_debt_is_comes_before_all_other_questions() -> None:
    (report,) = reported(people=[PERSON], debts=[{"id": "d"}])
    assert [each.fact for each in report.questions[:2]] == ["debt_kind", "title_kind"]
    assert "(kolik se dluží, není známo)" in text_of([report])
    assert report.most is None


@pytest.mark.parametrize(
    ("standing", "parts", "words"),
    [
        ("finished", case_of({**DEBT, "balance": "0"}), "není co namítat"),
        ("debtor_died", case_of(DEBT, people=[{**PERSON, "died_on": "2026-01-01"}]), "Dlužník zemřel"),
        ("unsure", case_of(DEBT, people=[{"id": "klient", "role": "debtor"}]), "Zda dlužník tento dluh vůbec dluží"),
    ],
)
def test_why_little_is_told_is_said(standing: str, parts: dict[str, Any], words: str) -> None:
    (report,) = reported(**parts)
    assert report.standing == standing
    assert words in text_of([report])


def test_a_debt_against_which_nothing_is_known_says_so() -> None:
    assert "Zatím není známo nic, co by šlo namítnout" in text_of(reported(**case_of(DEBT, led=[LED | {"kind": None}])))


def test_no_debts_no_section() -> None:
    assert list(defects_lines([], texts("cs"))) == []
    assert list(without_lines([], texts("cs"))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_debt_relief_without_what_drops_out_is_told_with_its_figures(language: Language) -> None:
    screening = screened(debts=[RENT, LIMITED], enforcements=[])
    (found,) = without(screening)
    report = relief_without_report(found, screening.pack, language)
    say = texts(language)
    text = " ".join("\n".join(without_lines([report], say)).replace("\xa0", " ").split())
    assert report.most is not None
    for amount in (report.dropped_most, report.now.owed, report.most.owed, report.now.minimum, report.now.paid):
        assert amount is not None
        assert say.money(to_halere(amount)).replace("\xa0", " ") in text
    for change in report.most.changes:
        assert change.replace("\xa0", " ") in text
    assert len(report.most.changes) == 2
    assert json.loads(msgspec.json.encode(report))["most"]["kind"] == "inadmissible_now"


def test_debt_relief_that_stays_as_it_is_is_not_told_again() -> None:
    screening = screened(debts=[RENT, debt("telefon", "Operátor Vzor", "20000")], enforcements=[])
    reports = [relief_without_report(each, screening.pack, "cs") for each in without(screening)]
    assert list(without_lines(reports, texts("cs"))) == []
