"""The short text of a client: one screen to begin with, every debt, the way out and the week, nothing said twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.clients.test_clients import BOTH, FILES, found, numbers

from dluhy.cli import main
from dluhy.report.screening_text import screening_text
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from dluhy.problems import Language

MOST_LINES = 300
MOST_OF_CLIENT_TWO = 250
SCREEN = 40
NBSP = "\u00a0"


def short(number: str, language: Language = "cs") -> str:
    return screening_text(found(number).report(language), full=False)


def flat(text: str) -> str:
    """Return a text as one line of words: what a line break cut stands together again."""
    return " ".join(text.replace(NBSP, " ").split())


def first_screen(text: str, language: Language) -> list[str]:
    """Return the lines down to the one that tells where to read on."""
    lines = text.splitlines()
    told = texts(language)("short-next").split(".")[0].replace(NBSP, " ")
    last = next(at for at, line in enumerate(lines) if line.replace(NBSP, " ").startswith(told[:40]))
    return lines[: last + 2]


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("number", numbers())
def test_it_is_short_and_within_the_width(number: str, language: Language) -> None:
    lines = short(number, language).splitlines()
    assert len(lines) <= (MOST_OF_CLIENT_TWO if number == "02" else MOST_LINES)
    assert max(map(len, lines)) <= 100
    assert not re.search(r"\{|\bNone\b(?! of)", "\n".join(lines))
    assert len(lines) * 2 < len(screening_text(found(number).report(language)).splitlines()) or number == "10"


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("number", numbers())
def test_it_names_every_debt_the_way_out_and_the_steps_of_this_week(number: str, language: Language) -> None:
    report, told = found(number).report(language), flat(short(number, language))
    for debt in report.debts:
        assert f"• {debt.id}: " in told
    for ways in report.strategies:
        assert ways.advice is None or flat(ways.advice.said) in told
    for step in report.agenda.this_week:
        assert flat(step.title) in told
        assert step.due_on is None or flat(texts(language).day(step.due_on)) in told


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("number", numbers())
def test_the_first_screen_tells_who_the_week_the_way_the_numbers_and_three_questions(
    number: str, language: Language
) -> None:
    report = found(number).report(language)
    lines = first_screen(short(number, language), language)
    told = flat("\n".join(lines))
    assert len(lines) <= SCREEN
    assert all(person.id in told for person in report.people)
    assert all(flat(ways.advice.said) in told for ways in report.strategies if ways.advice is not None)
    assert all(flat(step.title) in told for step in report.agenda.this_week[:6])
    assert flat(report.questions[0].ask) in told
    assert texts(language)("short-first-ask") in "\n".join(lines)


@pytest.mark.parametrize("number", numbers())
def test_every_step_of_the_plan_is_named_but_days_of_change_once(number: str) -> None:
    report, told = found(number).report("cs"), flat(short(number))
    for step in report.agenda.steps:
        if step.due != "change":
            assert flat(step.title) in told
    for debt in (debt for step in report.agenda.steps for debt in step.debts if step.due != "change"):
        assert flat(debt) in told


@pytest.mark.parametrize("number", ["02", "03", "04", "05", "06", "07", "08", "09"])
def test_that_debts_of_adults_are_not_of_childhood_is_said_once_in_a_line(number: str) -> None:
    told = flat(short(number))
    assert told.count("v dětství nevznikl") == 1
    assert "nejde o dluh z dětství" not in told


def test_what_a_child_does_not_owe_is_said_with_its_verdict() -> None:
    told = flat(short("01"))
    assert "odpad-2018, odpad-2021: dluží zákonný zástupce, ne dítě." in told
    assert "záleží na vyspělosti dítěte a okolnostech" in told


@pytest.mark.parametrize("number", numbers())
def test_what_is_for_the_full_text_is_folded(number: str) -> None:
    told, full = flat(short(number)), flat(found(number).text("cs"))
    for key in ("defects-ask", "relief-ask"):
        assert flat(texts("cs")(key)) not in told
    for key in ("house-heading-questions", "house-indicators-order"):
        assert flat(texts("cs")(key, titles="").split(":")[0]) not in told
    assert told.count("§") < full.count("§") / 4


@pytest.mark.parametrize("number", numbers())
def test_questions_stand_in_one_place_and_the_same_is_asked_once(number: str) -> None:
    report, told = found(number).report("cs"), short(number)
    after = flat(told.split(texts("cs")("asking-heading"))[1])
    asked = [flat(ask) for ask in dict.fromkeys(each.ask for each in report.questions)]
    assert all(after.count(f". {ask}") <= 1 for ask in asked)


def test_a_debt_of_unknown_kind_is_put_into_no_class() -> None:
    told = flat(short("10"))
    assert "Zatím nejde zařadit, nejdřív se zeptejte: druh dluhu neuveden" in told
    assert "Dluh na nájmu nebo službách" not in told


@pytest.mark.parametrize("full", [False, True])
def test_the_command_tells_the_short_text_and_everything_on_request(
    full: bool,  # noqa: FBT001
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = next(each for each in FILES if each.name.startswith("02"))
    with pytest.raises(SystemExit) as caught:
        main(("screen", str(path), *(["--full"] if full else [])))
    assert not caught.value.code
    told = capsys.readouterr().out
    assert told == screening_text(found("02").report("cs"), full=full)
    assert ("--full" in told) is not full
