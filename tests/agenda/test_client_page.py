"""The page for the client: one sheet, short sentences, no jargon, nothing that the list does not say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.agenda.support import CASES, document, screened, sources

from dluhy.agenda import agenda_of
from dluhy.agenda.making import CLIENTS
from dluhy.agenda.page import ClientPage, client_page
from dluhy.asking import questions_of
from dluhy.law.amounts import constant
from dluhy.law.pack import default_pack
from dluhy.report.agenda import agenda_report
from dluhy.report.agenda_text import agenda_lines
from dluhy.report.asking import asking_report
from dluhy.report.asking_text import asking_lines
from dluhy.report.client_page import client_page_report
from dluhy.report.client_page_text import client_page_text
from dluhy.report.texts import texts
from dluhy.screening import screen

if TYPE_CHECKING:
    from dluhy.problems import Language

LANGUAGES: tuple[Language, ...] = ("cs", "en")
PACK = default_pack()
MOST_WORDS = 15
MOST_LINES = 55  # of one A4 sheet
JARGON = (
    "povinný", "povinného", "oprávněný", "oprávněného", "exekuční titul", "titul", "insolvenční řízení", "pohledávk",
    "příslušenství", "nezabaviteln", "zastavení exekuce", "promlčen", "splatnost", "přihlášk", "plnění", "ustanoven",
    "podle §", "§", "OSPOD", "opatrovník", "doručenk", "vykonavatel", "jistin",
)  # fmt: skip


def page(name: str) -> ClientPage:
    found = sources(screened(name))
    return client_page(agenda_of(found, PACK), found, PACK)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a dot of a number or a date ends none."""
    return [part for part in re.split(r"(?<=[.!?:])\s+(?=[A-ZÁČĎÉÍŇÓŘŠŤÚÝŽ])", text.replace("\u00a0", "~")) if part]


def all_plain_words() -> list[str]:
    plain = [term.cs for term in PACK.vocabularies["plain_steps"].values()]
    plain += [term.more["plain_cs"] for term in PACK.vocabularies["agenda_steps"].values() if "plain_cs" in term.more]
    for vocabulary in ("client_avoids", "client_brings", "client_helps"):
        plain += [term.cs for term in PACK.vocabularies[vocabulary].values()]
    return plain


def test_no_plain_sentence_is_long() -> None:
    long = [part for text in all_plain_words() for part in sentences(text) if len(part.split()) > MOST_WORDS]
    assert not long


def test_no_plain_sentence_has_a_word_of_jargon() -> None:
    told = [text for text in all_plain_words() for word in JARGON if word in text.casefold()]
    assert not told


def test_a_trustee_is_explained_wherever_one_is_named() -> None:
    assert all("(" in text for text in all_plain_words() if "insolvenční" in text)


@pytest.mark.sweep(20)
@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_fits_on_one_sheet(name: str, language: Language) -> None:
    found = page(name)
    report = client_page_report(found, sources(screened(name)), PACK, language)
    text = client_page_text(report)
    assert len(text.splitlines()) <= MOST_LINES
    assert max(map(len, text.splitlines())) <= 100
    assert len(report.situation) <= 3
    assert "{" not in text


@pytest.mark.parametrize("name", CASES)
def test_the_page_has_a_few_steps_of_the_client_in_the_order_of_the_list(name: str) -> None:
    found, listed = page(name), agenda_of(sources(screened(name)), PACK).tasks
    assert len(found.steps) <= constant(PACK.series["client_page_steps"])
    told = [step.task for step in found.steps]
    assert all(task.actor in CLIENTS and task.plain is not None for task in told)
    places = [listed.index(task) for task in told]
    assert places == sorted(places)
    week = [each for each in listed if each.this_week and each.actor in CLIENTS and each.plain is not None]
    assert bool(week) <= any(task.this_week for task in told)


@pytest.mark.parametrize("name", CASES)
def test_what_the_page_says_is_short(name: str) -> None:
    report = client_page_report(page(name), sources(screened(name)), PACK, "cs")
    told = [*report.situation, *(step.sentence for step in report.steps), *report.brings, *report.avoids]
    assert not [part for text in told for part in sentences(text) if len(part.split()) > MOST_WORDS]


@pytest.mark.parametrize("name", ["klienti/10_skoro_nic_znameho.json", "domacnosti/14_mnoho_neznameho.json"])
def test_nobody_is_sent_to_a_landlord_or_a_bank_for_a_debt_nobody_knows(name: str) -> None:
    told = {code for step in page(name).steps for code in step.task.joined}
    assert told.isdisjoint({"RENT-TALK", "PLEDGE-ARREARS"})


@pytest.mark.parametrize(
    "name", ["klienti/05_zivnostnik_po_skonceni.json", "klienti/07_dluzne_vyzivne_penezity_trest.json"]
)
def test_nobody_is_told_to_pay_a_penalty_that_may_be_none(name: str) -> None:
    assert all("PENALTY-CONDITION" not in step.task.joined for step in page(name).steps)


def test_every_debt_from_childhood_stands_among_those_not_to_be_paid_yet() -> None:
    name = "klienti/01_z_pestounske_pece_prvni_mzda.json"
    found = page(name)
    (first,) = (task for task in agenda_of(sources(screened(name)), PACK).tasks if "CONTESTED-FIRST" in task.joined)
    assert set(first.debts) == set(found.untouched) == {"odpad-2018", "odpad-2021", "odpad-2023", "jizda-2022"}
    avoids = " ".join(client_page_report(found, sources(screened(name)), PACK, "cs").avoids).replace("\u00a0", " ")
    assert "Město Příklad (500 Kč + 600 Kč + 800 Kč)" in avoids
    assert "Dopravní podnik A (4 760 Kč)" in avoids


def test_what_not_to_do_is_said_only_where_it_applies() -> None:
    calm = page("pripady/minimalni.toml")
    assert calm.avoids == ()
    family = page("domacnosti/06_rodina_dva_dluznici_dluh_ditete.toml")
    assert {"sign", "pay_disputed", "borrow", "ignore"} <= set(family.avoids)
    assert family.untouched == ("odpad-dcera",)
    relief = page("domacnosti/13_oddluzeni_prechod_davek.toml")
    assert "outside_relief" in relief.avoids
    assert "hide" not in relief.avoids


@pytest.mark.sweep(7)
@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("tongue", LANGUAGES)
def test_the_reports_are_told_in_both_languages_within_the_width(name: str, tongue: Language) -> None:
    found = screened(name)
    given = sources(found)
    listed = agenda_report(agenda_of(given, PACK), given, PACK, tongue)
    asked = asking_report(questions_of(given, found.rows, found.checker), given, PACK, tongue)
    lines = [*agenda_lines(listed, texts(tongue)), *asking_lines(asked, texts(tongue))]
    assert all(len(line) <= 100 and "{" not in line for line in lines)
    assert len(listed.this_week) <= len(listed.steps)


def test_nobody_is_sent_anywhere_where_everybody_of_the_case_has_died() -> None:
    raw = document("klienti/03_duchodce_pet_exekuci.json")
    for person in raw["people"]:
        person["died_on"] = "2026-10-20"
    found = screen(raw)
    assert found.report("cs").client_page is None
    assert not [task for task in found.agenda.tasks if task.actor == "household"]
    assert "Co přinést" not in found.text("cs")
