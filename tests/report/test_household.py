"""A household in words: sections in order, sums that add up, nothing unknown told as known, numbers with sources."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec
import pytest

from dluhy.case import parse_case, read_case
from dluhy.dates import Span
from dluhy.engine.steps import Flag
from dluhy.household.model import Estimate
from dluhy.household.upcoming import Change
from dluhy.law.models import Citation
from dluhy.law.pack import default_pack
from dluhy.money import to_halere
from dluhy.report.household import HouseholdReport, household_report
from dluhy.report.household_flow import flow_amounts
from dluhy.report.household_support import benefit_report, change_reports
from dluhy.report.household_teller import Amount, HouseholdTeller
from dluhy.report.household_text import household_lines
from dluhy.report.household_words import grounds_lines, sum_of
from dluhy.report.screening import screening_report
from dluhy.report.screening_text import screening_text
from dluhy.report.texts import texts
from dluhy.screening import household_of, screen_case

if TYPE_CHECKING:
    from dluhy.law.models import Evidence
    from dluhy.problems import Language

FILES: Final = sorted(Path("fixtures/domacnosti").glob("*.*"))
SECTIONS: Final = ("people", "money", "needs", "indicators", "first", "benefits", "changes", "questions")
NBSP: Final = "\u00a0"
HEAD: Final = {"ref": "R-1", "as_of": "2026-11-21"}
LONGEST: Final = 100
FAMILY: Final[dict[str, Any]] = {
    **HEAD,
    "people": [
        {"id": "matka", "role": "debtor", "birth_date": "1988-05-02", "activity": "employed", "child_carer": True},
        {"id": "syn", "role": "child", "birth_date": "2018-02-03"},
    ],
    "home": {"tenure": "rented", "dwelling": "flat_or_house", "municipality_code": "554481"},
    "incomes": [
        {"person": "matka", "kind": "wage", "payer": "Zaměstnavatel A", "net": "19000", "period": "2026-10"},
    ],
    "budget": [
        {"line": "nájem", "kind": "expense", "category": "rent", "amount": "9000", "frequency": "monthly",
         "arrears": "27000", "months_in_arrears": 3},
        {"line": "jídlo", "kind": "expense", "category": "food", "amount": "6000", "frequency": "monthly"},
        {"line": "půjčka", "kind": "expense", "category": "consumer_loan", "amount": "1500", "frequency": "monthly",
         "debt": "půjčka"},
    ],
    "debts": [
        {"id": "půjčka", "debtor": "matka", "creditor": {"name": "Banka A", "kind": "lender"}, "kind": "loan",
         "due_on": "2027-05-01", "balance": "36000", "secured": False},
    ],
    "enforcements": [],
}  # fmt: skip


def case(**parts: Any) -> str:  # noqa: ANN401 - any JSON
    """Return the family's case as JSON, with other parts; None leaves a part out."""
    return json.dumps({name: part for name, part in (FAMILY | parts).items() if part is not None})


@cache
def report(text: str, language: Language = "cs") -> HouseholdReport:
    pack = default_pack()
    return household_report(household_of(parse_case(text), pack), pack, language)


def lines(text: str, language: Language = "cs") -> list[str]:
    return list(household_lines(report(text, language), texts(language)))


def section(text: str, name: str) -> str:
    """Return one section of the Czech text as one line."""
    say, whole = texts("cs"), lines(text)
    places = [whole.index(say(f"house-heading-{each}")) for each in SECTIONS] + [len(whole)]
    at = SECTIONS.index(name)
    return " ".join(line.strip() for line in whole[places[at] + 2 : places[at + 1]]).replace(NBSP, " ")


def tell() -> HouseholdTeller:
    return HouseholdTeller(default_pack(), "cs")


@pytest.mark.sweep(12)
@pytest.mark.parametrize("language", ["cs", "en"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_shipped_household_is_told_whole_in_both_languages(path: Path, language: Language) -> None:
    pack, say = default_pack(), texts(language)
    found = household_report(household_of(read_case(path, pack).case, pack), pack, language)
    told = list(household_lines(found, say))
    assert [line for line in told if len(line) > LONGEST or "{" in line or ".." in line] == []
    headings = [say(f"house-heading-{name}") for name in SECTIONS]
    assert [line for line in told if line in headings] == headings
    assert msgspec.json.decode(msgspec.json.encode(found))["questions"] is not None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_picture_of_every_shipped_household_holds_together(path: Path) -> None:
    pack = default_pack()
    budget = household_of(read_case(path, pack).case, pack).sheet.budget
    amounts = flow_amounts(budget)
    assert amounts.left == budget.left.exact
    assert (amounts.left is None) == (
        not budget.income.complete or not budget.deducted.complete or bool(budget.unknown)
    )


def keys(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return a JSON value with its keys, codes and sums, without its words."""
    if isinstance(value, dict):
        return {name: keys(each) for name, each in value.items()}
    return [keys(each) for each in value] if isinstance(value, list) else type(value).__name__


def test_both_languages_have_the_same_shape() -> None:
    shapes = [keys(msgspec.json.decode(msgspec.json.encode(report(case(), language)))) for language in ("cs", "en")]
    del shapes[0]["questions"], shapes[1]["questions"]
    assert shapes[0] == shapes[1]


def test_the_month_adds_up_to_what_is_left() -> None:
    money = report(case()).money
    parts = [to_halere(part.amount.least or "") for part in money.parts]
    income, deducted, left = (to_halere(each.least or "") for each in (money.income, money.deducted, money.left))
    assert income - deducted - sum(parts) == left == 2_500_00
    assert [line.amount.least for line in money.incomes] == ["19000.00"]


def test_amounts_of_the_month_end_in_one_column() -> None:
    told = lines(case())
    first = next(at for at, line in enumerate(told) if "Zaměstnavatel A" in line)
    last = next(at for at, line in enumerate(told) if line.startswith("Zbývá"))
    assert {len(line) for line in told[first : last + 1]} == {len(told[last])}
    assert told[last].endswith(f"2{NBSP}500,00{NBSP}Kč")


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({}, "Po zaplacení všeho zbývá 2 500 Kč za měsíc."),
        ({"enforcements": None}, "Po zaplacení všeho zbývá nejvýše 2 500 Kč za měsíc"),
        ({"incomes": None}, "Kolik po zaplacení všeho zbývá, nelze říci"),
        ({"incomes": []}, "Po zaplacení všeho chybí 16 500 Kč za měsíc."),
        ({"incomes": [{"kind": "wage", "net": "9000"}], "enforcements": None}, "chybí nejméně 7 500 Kč za měsíc."),
    ],
)
def test_what_is_left_is_said_as_far_as_it_is_known(parts: dict[str, Any], sentence: str) -> None:
    assert sentence in section(case(**parts), "money")


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        (Amount("5.00", "5.00"), "5 Kč"),
        (Amount("5.00", None), "nejméně 5 Kč"),
        (Amount(None, "-5.00"), "nejvýše −5 Kč"),
        (Amount("5.00", "7.00"), "od 5 Kč do 7 Kč"),
        (Amount(None, None), "neznámo"),
        (Amount("18250000000000000.00", "18250000000000000.00"), "18 250 000 000 000 000 Kč"),
        (Amount(None, "-18250000000000000.50"), "nejvýše −18 250 000 000 000 000,50 Kč"),
    ],
)
def test_a_sum_says_what_is_known_of_it(amount: Amount, told: str) -> None:
    assert sum_of(amount, texts("cs")).replace(NBSP, " ") == told


def test_of_a_household_nobody_tells_of_nothing_is_told_as_zero() -> None:
    empty = json.dumps({**HEAD, "situation": {"account_attached": False}})
    month = section(empty, "money")
    assert "0,00" not in month
    assert month.count("neznámo") >= 7
    assert "není uvedeno" in section(empty, "people")
    assert "nelze spočítat" in section(empty, "needs")
    assert report(empty).first is None


def test_expenses_of_an_unknown_amount_are_told_as_at_least_what_is_known() -> None:
    budget = [*FAMILY["budget"], {"line": "školka", "kind": "expense", "category": "childcare", "certainty": "unknown"}]
    money = report(case(budget=budget)).money
    part = next(part for part in money.parts if part.amount.most is None)
    assert part.amount.least is not None
    assert money.left == Amount(None, "2500.00")
    assert "nejméně" in section(case(budget=budget), "money")


def test_a_wage_computed_from_gross_is_shown_with_the_law_and_what_was_assumed() -> None:
    income = {"person": "matka", "kind": "wage", "gross": "22400", "period": "2026-10", "declaration": True,
              "relief_children": 1}  # fmt: skip
    told = section(case(incomes=[income]), "money")
    assert "hrubá 22 400 Kč, čistá" in told
    assert "daňový bonus" in told
    assert "586/1992" in told
    assert "Předpokládáme" in told


def test_a_wage_that_cannot_be_computed_says_why() -> None:
    income = {"person": "matka", "kind": "wage", "gross": "22400"}
    found = report(case(incomes=[income])).money.wages[0]
    assert found.net is None
    assert found.why_not
    assert "není známo období" in section(case(incomes=[income]), "money")


def test_people_are_told_with_age_and_what_they_do() -> None:
    told = section(case(), "people")
    assert "matka: dlužník, 38 let, v pracovním poměru nebo na dohodu, osobně pečuje o dítě" in told
    assert "syn: vyživované dítě, 8 let" in told
    assert "Cheb" in told


@pytest.mark.parametrize(
    ("born", "told"),
    [("2018", "7 až 8 let"), (None, "věk není znám"), ("2025-10-03", "1 rok"), ("2023-01-01", "3 roky")],
)
def test_an_age_is_told_as_far_as_it_is_known(born: str | None, told: str) -> None:
    people = [FAMILY["people"][0], {"id": "syn", "role": "child"} | ({"birth_date": born} if born else {})]
    assert f"syn: vyživované dítě, {told}" in section(case(people=people), "people")


def test_the_living_minimum_is_told_by_persons_with_the_law() -> None:
    minimum = report(case()).minimum
    sums = [to_halere(person.amount or "") for person in minimum.persons]
    assert to_halere(minimum.amount.least or "") == sum(sums)
    assert all(person.grounds and person.grounds.provisions for person in minimum.persons)
    assert "zákon č. 110/2006 Sb.: § 2; § 3" in section(case(), "needs")


def test_the_guideline_is_told_as_an_expert_estimate() -> None:
    told = section(case(), "needs")
    assert "odborného vodítka" in told
    assert "Není to zákonná hranice" in told
    assert "(jeden zdroj)" in told


def test_indicators_that_hold_are_told_with_value_threshold_and_origin() -> None:
    told = section(case(), "indicators")
    holding = [each for each in report(case()).indicators if each.holds]
    assert "HOUSING_BURDEN" in {each.rule for each in holding}
    assert "47,37 %; hranice: více než 40 %." in told
    for each in holding:
        assert each.title.replace(NBSP, " ") in told
        assert each.basis_label.replace(NBSP, " ") in told
        assert each.grounds.provisions
    assert [each.level for each in holding] == sorted((each.level for each in holding), reverse=True)


def test_indicators_that_do_not_hold_stand_in_one_sentence_and_unknown_ones_say_what_is_missing() -> None:
    found, told = report(case()).indicators, section(case(), "indicators")
    failing = [each.name for each in found if each.holds is False]
    assert failing
    assert f"Prověřeno a neplatí: {'; '.join(failing)}.".replace(NBSP, " ") in told
    unknown = [each for each in found if each.holds is None]
    assert all(each.missing and each.missing[0].replace(NBSP, " ") in told for each in unknown)


def test_what_must_be_verified_of_a_step_at_hand_is_told() -> None:
    text, pack = section(case(), "first"), default_pack()
    notes = [note.replace(NBSP, " ") for group in report(case()).first or () for step in group.steps
             for note in step.to_verify]  # fmt: skip
    steps = {step.id: step for ladder in pack.ladders.values() for step in ladder.step}

    assert notes
    assert all(note in text for note in notes)
    for group in report(case()).first or ():
        for step in group.steps:
            assert len(step.to_verify) >= sum(note.if_ is None for note in steps[step.step].verify), step.step


def test_rent_in_arrears_comes_first_with_a_step_at_hand() -> None:
    first = report(case()).first or ()
    assert [group.rule for group in first] == ["TRIAGE_HOME", "TRIAGE_ORDINARY"]
    told = section(case(), "first")
    assert told.index("nájem (27 000 Kč)") < told.index("Banka A, 36 000 Kč")
    assert f"Hned: {first[0].steps[0].title}.".replace(NBSP, " ") in told
    assert all(group.grounds.provisions for group in first)


@pytest.mark.parametrize(("months", "warned"), [(3, True), (2, False), (None, False)])
def test_a_note_with_a_condition_is_told_only_where_the_condition_holds(months: int | None, *, warned: bool) -> None:
    rent = {name: value for name, value in FAMILY["budget"][0].items() if name != "months_in_arrears"}
    budget = [rent | ({} if months is None else {"months_in_arrears": months}), *FAMILY["budget"][1:]]
    assert ("Dluží se nejméně za tři měsíce" in section(case(budget=budget), "first")) == warned


def test_an_obligation_of_an_unsure_class_says_what_is_missing() -> None:
    debt = {name: value for name, value in FAMILY["debts"][0].items() if name != "secured"}
    found = [each for group in report(case(debts=[debt])).first or () for each in group.obligations]
    unsure = next(each for each in found if each.id == "půjčka")
    assert not unsure.certain
    assert "Zatím sem" in section(case(debts=[debt]), "first")
    assert any("Ručí se" in ask.ask for ask in report(case(debts=[debt])).questions)


def without_arrears(**parts: Any) -> str:  # noqa: ANN401 - any JSON
    """Return the family's case with nothing overdue but the loan, for which offers are made."""
    rent = {name: value for name, value in FAMILY["budget"][0].items() if "arrears" not in name}
    loan = FAMILY["debts"][0] | {"due_on": "2026-05-01"}
    return case(**({"budget": [rent, *FAMILY["budget"][1:]], "debts": [loan]} | parts))


def test_offers_add_up_to_what_is_offered() -> None:
    offers = report(without_arrears()).offers
    assert offers is not None
    assert [(line.id, line.monthly, line.months) for line in offers.lines] == [("půjčka", "4000.00", 9)]
    told = section(without_arrears(), "first")
    assert "je za měsíc k dispozici 4 000 Kč." in told
    assert "4 000 Kč měsíčně z dluhu 36 000 Kč, 9 měsíců" in told


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (without_arrears(incomes=[{"person": "matka", "kind": "wage", "net": "9000", "period": "2026-10"}]),
         "Na nabídky ostatním věřitelům není k dispozici nic, na měsíc chybí 6 000 Kč. Nezbývá nic"),
        (without_arrears(incomes=None), "Nabídky ostatním věřitelům: Není známo, kolik zbývá"),
    ],
)  # fmt: skip
def test_where_nothing_can_be_offered_no_sum_is_told(text: str, reason: str) -> None:
    told = section(text, "first")
    assert reason in told
    assert "je za měsíc k dispozici" not in told


@pytest.mark.parametrize("language", ["cs", "en"])
def test_benefits_are_no_promise(language: Language) -> None:
    assert texts(language)("house-no-promise") in " ".join(lines(case(), language))


def test_a_benefit_that_seems_due_says_how_much_why_where_and_by_what_law() -> None:
    due = [each for each in report(case()).benefits if each.seems == "seems_entitled"]
    told = section(case(), "benefits")
    assert due
    for each in due:
        assert f"{each.label[1:]}: zdá se, že má nárok".replace(NBSP, " ") in told
        assert each.where
        assert each.where.replace(NBSP, " ") in told
        assert each.grounds.provisions
        assert all(step.grounds.provisions for step in each.steps)


def estimate(seems: str, **parts: Any) -> Estimate:  # noqa: ANN401 - fields of an estimate
    return Estimate(benefit="parental_allowance", seems=seems, month=date(2026, 11, 1), **parts)  # type: ignore[arg-type]  # one of three words


def test_an_estimate_without_a_sum_has_none() -> None:
    assert benefit_report(estimate("seems_entitled"), tell()).amount is None
    assert benefit_report(estimate("cannot_say", least=0, most=500), tell()).amount is None
    assert benefit_report(estimate("seems_entitled", least=100, most=500), tell()).amount == Amount("1.00", "5.00")


def test_reasons_hold_their_sums_as_people_read_them() -> None:
    flag = Flag(code="income_within_limit", values={"income": 12_345_00, "limit": 20_000_50})
    (reason,) = benefit_report(estimate("seems_entitled", reasons=(flag,)), tell()).reasons
    assert reason.text.replace(NBSP, " ") == "Příjem 12 345 Kč nepřevyšuje hranici 20 000,50 Kč."


@pytest.mark.parametrize(
    ("evidence", "remark"),
    [("S2", None), ("S", "jeden zdroj"), ("D", "odvozeno"), ("M", f"k{NBSP}ověření"), ("?", f"k{NBSP}ověření")],
)
def test_evidence_that_is_not_settled_is_told(evidence: Evidence, remark: str | None) -> None:
    grounds = tell().grounds([Citation(at="110/2006 § 2"), Citation(at="110/2006 § 3")], evidence)
    told = " ".join(grounds_lines(grounds, texts("cs"))).replace(NBSP, " ").strip()
    cited = "Podle: zákon č. 110/2006 Sb.: § 2; § 3"
    assert grounds.remark == remark
    assert told == (f"{cited}." if remark is None else f"{cited} ({remark}).").replace(NBSP, " ")


def test_that_something_is_unknown_is_no_claim_to_be_verified() -> None:
    assert tell().noted("budget_flags", Flag(code="deducted_unknown", evidence="?")).remark is None
    assert tell().noted("budget_flags", Flag(code="comment_required", evidence="M")).remark == f"k{NBSP}ověření"


def test_an_older_wording_is_cited_with_its_end() -> None:
    cite = Citation.model_validate({"at": "117/1995 § 17", "wording": {"to": date(2025, 9, 30)}})
    (told,) = tell().grounds([cite], "S2").cited
    assert told.replace(NBSP, " ") == "zákon č. 117/1995 Sb.: § 17, ve znění do 30. 9. 2025"


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (Span(date(2027, 2, 1), date(2027, 2, 1)), "1. 2. 2027 – "),
        (Span(date(2027, 2, 1), date(2027, 3, 1)), "Mezi 1. 2. 2027 a 1. 3. 2027 – "),
        (Span(None, date(2027, 3, 1)), "Nejpozději 1. 3. 2027 – "),
        (Span(None, None), "Den není znám – "),
    ],
)
def test_a_change_is_told_with_its_day_or_days(when: Span, told: str) -> None:
    from attrs import evolve

    change = Change(code="schoolchild_minimum", when=when, person="syn", values={"age": 6}, law_known=False)
    found = evolve(report(case()), upcoming=change_reports([change], tell()))
    text = "\n".join(household_lines(found, texts("cs"))).replace(NBSP, " ")
    assert f"• {told}syn: Dítě dosáhne 6 let" in text


def test_what_changes_beyond_the_known_law_says_so() -> None:
    assert "Pravidla pro tento den ještě nejsou známa" in section(case(), "changes")


def test_each_question_stands_once_and_says_what_it_decides() -> None:
    found = report(case(people=None, incomes=None, debts=None)).questions
    asks = [each.ask for each in found]
    assert len(asks) == len(set(asks))
    assert all(each.decides for each in found)
    assert [len(each.decides) for each in found] == sorted((len(each.decides) for each in found), reverse=True)
    assert all(ask.endswith("?") for ask in asks)


@pytest.mark.parametrize("language", ["cs", "en"])
def test_the_screening_holds_the_household_in_json_and_in_text(language: Language) -> None:
    found = screening_report(screen_case(parse_case(case())), language)
    assert found.household == report(case(), language)
    text = screening_text(found)
    assert all(line in text.splitlines() for line in lines(case(), language))
    assert re.search(r"\n{3,}", text) is None


def test_a_case_without_a_word_of_a_household_has_none() -> None:
    bare = screening_report(screen_case(parse_case(case(incomes=None, budget=None, home=None))), "cs")
    assert bare.household is None
    assert texts("cs")("house-heading-people") not in screening_text(bare)


def of_file(number: str, language: Language = "cs") -> HouseholdReport:
    """Return the picture of the shipped household of a number."""
    pack = default_pack()
    path = next(each for each in FILES if each.name.startswith(number))
    return household_report(household_of(read_case(path, pack).case, pack), pack, language)


def told_of(number: str) -> str:
    joined = " ".join(line.strip() for line in household_lines(of_file(number), texts("cs")))
    return joined.replace(NBSP, " ")


GROSS: Final[dict[str, Any]] = {
    "people": [
        FAMILY["people"][0] | {"pension": "none", "disability_card": "none", "state_insured": False},
        FAMILY["people"][1],
    ],
    "incomes": [
        {"person": "matka", "kind": "wage", "payer": "Zaměstnavatel A", "gross": "22400", "period": "2026-10",
         "declaration": True, "relief_children": 1},
    ],
}  # fmt: skip


def test_a_bonus_that_hangs_on_an_unknown_fact_makes_the_month_a_range_that_adds_up() -> None:
    found = report(case(**GROSS)).money
    ends = [(line.amount.least, line.amount.most) for line in found.incomes]
    assert any(least != most for least, most in ends)
    least, most = (sum(to_halere(end[at] or "0") for end in ends) for at in (0, 1))
    assert (found.income.least, found.income.most) != (None, None)
    assert (to_halere(found.income.least or "0"), to_halere(found.income.most or "0")) == (least, most)
    spent = sum(to_halere(part.amount.least or "0") for part in found.parts)
    assert to_halere(found.left.least or "0") == least - spent
    assert to_halere(found.left.most or "0") == most - spent
    told = section(case(**GROSS), "money")
    assert "Přesně půjde částka říct, až bude známo: Má některé z dětí" in told
    assert "U některých příjmů je známo jen rozpětí (1)" in told


def test_of_many_questions_the_text_tells_ten_and_how_many_more_there_are() -> None:
    found = of_file("14").questions
    told = told_of("14")
    assert len(found) > 10
    assert [len(each.decides) for each in found] == sorted((len(each.decides) for each in found), reverse=True)
    assert f" 10. {found[9].ask}" in told
    assert f" 11. {found[10].ask}" not in told
    assert f"Dalších {len(found) - 10} otázek je v úplném výpisu" in told


def test_an_income_that_ended_is_named_with_its_last_month() -> None:
    assert [(each.kind, each.person, each.last) for each in of_file("05").lapsed] == [
        ("unemployment", "matka", "2026-06")
    ]
    assert "podpora v nezaměstnanosti (matka), naposledy červen 2026." in told_of("05")


def test_insurance_that_nobody_pays_is_told_with_what_to_do() -> None:
    (person,) = of_file("08").uninsured
    assert (person.person, person.monthly) == ("klient", "3024.00")
    assert "592/1992" in " ".join(each for each in person.grounds.cited)
    assert "Za klient zřejmě nikdo neplatí zdravotní pojištění: 3 024 Kč měsíčně" in told_of("08")
    assert of_file("01").uninsured == ()


def test_an_attached_account_says_what_the_bank_pays_out_and_of_the_protected_account() -> None:
    told = told_of("06")
    assert "banka z účtu jednou vyplatí 16 500 Kč, tedy 3násobek životního minima jednotlivce" in told
    assert "do 5 pracovních dnů chráněný účet" in told
    assert "chráněný účet" not in told_of("03")


def test_a_refusal_gives_every_reason() -> None:
    told = told_of("07")
    assert "(80 % průměrné mzdy)" in told
    assert "V rozpočtu je skutečný příjem z podnikání (18 200 Kč za měsíc)" in told
    assert "nepřesahují" in told


def test_where_to_apply_follows_the_month() -> None:
    former = {each.benefit: each.where for each in of_file("11").benefits}
    assert (former["child_benefit"] or "").startswith("Na Úřadu práce")
    now = benefit_report(Estimate(benefit="child_benefit", seems="seems_not", month=date(2026, 1, 1)), tell())
    assert (now.where or "").startswith("Nově nelze")


def test_housing_support_whose_conditions_are_met_does_not_say_that_nothing_can_be_told() -> None:
    labels = {number: next(each.seems_label for each in of_file(number).benefits if each.benefit == "housing_support")
              for number in ("03", "04", "13")}  # fmt: skip
    assert labels == {"03": "zdá se, že podmínky splňuje; rozhodne úřad",
                      "04": "zdá se, že podmínky splňuje; rozhodne úřad", "13": "zatím jen poradenství"}  # fmt: skip


def test_a_screening_tells_what_is_noted_of_a_deduction() -> None:
    pack = default_pack()
    path = next(each for each in FILES if each.name.startswith("06"))
    found = screening_report(screen_case(read_case(path, pack).case, pack=pack), "cs")
    told = " ".join(screening_text(found).replace(NBSP, " ").split())
    flags = [flag for each in found.deductions if each.deduction for flag in each.deduction.flags]
    noted = [flag.text for flag in flags if not flag.verify and not flag.code.endswith("_unknown")]
    assert noted
    assert [text for text in noted if " ".join(text.replace(NBSP, " ").split()) not in told] == []
