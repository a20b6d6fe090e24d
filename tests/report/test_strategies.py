"""Ways out of debt as people read them: plain words, both languages, no promise, months that add up, the picture."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import msgspec
import pytest
from tests.case.relief_cases import debt
from tests.case.strategies_cases import enforcing, plain, way, ways

from dluhy.law.pack import default_pack
from dluhy.relief.projection import project
from dluhy.relief.strategies_model import Drop
from dluhy.report.strategies import StrategiesReport, strategies_report
from dluhy.report.strategies_months import months_report, relief_table
from dluhy.report.strategies_text import strategies_lines
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from dluhy.case.strategies import CaseStrategies
    from dluhy.problems import Language

PACK = default_pack()
LANGUAGES: tuple[Language, ...] = ("cs", "en")
DROPS = {"uver": Drop(condition="defects", least=100_000_00, most=200_000_00)}
OWED = [debt("uver", "Banka Vzor", "300000"), plain("telefon", "20000", kind="telecom")]


@cache
def whole() -> CaseStrategies:
    """A case in which every way is computed."""
    return way(DROPS, debts=OWED, enforcements=[enforcing("uver", kind="court_executor")])


def told(found: CaseStrategies, language: Language = "cs") -> StrategiesReport:
    return strategies_report(found, PACK, language)


def text(found: CaseStrategies, language: Language = "cs") -> str:
    return "\n".join(strategies_lines([told(found, language)], texts(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_hold_a_hundred_signs_and_no_gaps_of_texts(language: Language) -> None:
    found = text(whole(), language)
    assert all(len(line) <= 100 for line in found.splitlines())
    assert not re.search(r"[{}]|None(?! of)|strategies-|remaining-", found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_promised(language: Language) -> None:
    found = text(whole(), language).casefold()
    for promise in ("bude povoleno", "bude schválen", "will be permitted", "will be approved", "zaniká", "has lapsed"):
        assert promise not in found


def test_every_way_stands_in_the_table_with_its_sums() -> None:
    report, found = told(whole()), text(whole())
    assert [each.status for each in report.strategies] == ["computed"] * 6
    by_code = {each.code: each for each in report.strategies}
    assert by_code["carry_on"].monthly_now == "3966.00"
    assert "3\u00a0966\u00a0Kč" in found
    assert all(each.first_step and each.risks and each.conditions for each in report.strategies)


def test_the_end_of_debt_relief_is_its_last_instalment_and_no_freedom() -> None:
    found = text(whole())
    assert "o osvobození od zbytku pak rozhoduje soud" in found.replace("\n", " ").replace("\u00a0", " ")


def test_assumptions_are_called_so() -> None:
    report = told(whole())
    assert report.assumed
    assert all(each.startswith("předpoklad:") for each in report.assumed)
    assert any("náklady exekuce" in each.replace("\u00a0", " ") for each in report.assumed)


def test_a_recommendation_says_why_not_the_others_and_what_would_change_it() -> None:
    advice = told(whole()).advice
    assert advice is not None
    assert advice.strategy == "stop_instalments"
    assert len(advice.rivals) == 5
    assert any(each.overturned_by for each in advice.rivals)
    assert any("věřitelé splátky odmítnou" in each.replace("\u00a0", " ") for each in advice.overturns)
    assert advice.holds


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_missing_is_asked(language: Language) -> None:
    found = way(debts=[plain("uver", None), plain("telefon")])
    report = told(found, language)
    assert report.advice is not None
    assert report.advice.strategy is None
    assert any("uver" in ask for ask in report.advice.asks)
    assert "uver" in text(found, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_running_debt_relief_tells_days_duties_and_what_is_not_computed(language: Language) -> None:
    insolvency = {"person": "klient", "began_on": "2025-01-10", "found_on": "2025-02-10", "running": True,
                  "relief_by_instalments": True}  # fmt: skip
    found = way(debts=OWED, history={"insolvencies": [insolvency], "petitions": []})
    report = told(found, language)
    assert report.strategies == ()
    assert report.running is not None
    assert (report.running.plan_months, report.running.left_from, report.running.by_approval) == (36, 15, False)
    assert len(report.running.duties) == 9
    assert all(duty.grounds.cited for duty in report.running.duties)
    assert report.running.not_computed.split()[0] in text(found, language)


def test_each_unit_is_told_by_itself() -> None:
    people = [{"id": name, "role": "debtor", "birth_date": "1985-03-01"} for name in ("klient", "druhy")]
    found = ways(people=people, debts=[plain("uver"), {**plain("telefon"), "debtor": "druhy"}])
    lines = list(strategies_lines([told(each) for each in found], texts("cs")))
    assert [line for line in lines if line.startswith("Kdo: ")] == ["Kdo: klient", "Kdo: druhy"]


def test_nothing_is_told_where_there_is_no_unit() -> None:
    assert list(strategies_lines([], texts("cs"))) == []


def test_why_nothing_is_compared_is_told() -> None:
    found = way(debts=[])
    assert "nic se nedluží" in text(found)


def test_the_report_is_json() -> None:
    made = json.loads(msgspec.json.encode(told(whole())))
    assert made["strategies"][0]["total_paid"]
    assert made["advice"]["strategy"] == "stop_instalments"


@pytest.mark.parametrize("code", ["carry_on", "stop", "instalments", "stop_instalments"])
def test_months_can_be_checked_on_paper(code: str) -> None:
    found = whole().found
    assert found is not None
    table = months_report(found[code], PACK, "cs")
    assert table.check is not None
    before = None
    for row in table.rows:
        cells = dict(zip(table.heads, row, strict=True))
        paid = ("náklady exekuce", "náklady věřitele", "úroky a jiné příslušenství", "jistina")
        owed, added, dropped, remains = (Decimal(cells[name]) for name in ("dlužilo se", "přibylo", "odpadlo",
                                                                           "zbývá dlužit"))  # fmt: skip
        assert owed + added - dropped - sum(Decimal(_cell(cells, name)) for name in paid) == remains
        assert before in {None, owed}
        before = remains


def _cell(cells: dict[str, str], name: str) -> str:
    return next((value for head, value in cells.items() if head.replace("\u00a0", " ") == name), "0")


def test_debt_relief_has_a_table_of_its_own() -> None:
    found = whole().found
    assert found is not None
    table = months_report(found["relief"], PACK, "en")
    assert table.check is None
    assert len(table.rows) == len(found["relief"].month)


def test_the_months_of_debt_relief_alone_begin_with_their_heads() -> None:
    state = whole().state
    assert state is not None
    assert state.relief is not None
    projection = project(state.relief, PACK)
    rows = relief_table(projection, PACK, "cs")
    assert len(rows) == len(projection.months) + 1
    assert len({len(row) for row in rows}) == 1
