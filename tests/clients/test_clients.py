"""Ten clients as a counsellor meets them: the figures of `fixtures/klienti/README.md`, worked out by hand from the law.

Money in the tables is in crowns. What a text may never say is looked for in every text of every client.
"""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dluhy.case import read_case
from dluhy.screening import screen_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.case.payments import CaseDeduction
    from dluhy.case.relief import CaseRelief
    from dluhy.deductions.model import Allocation
    from dluhy.household.model import Estimate
    from dluhy.problems import Language
    from dluhy.screening import Screening

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "klienti"
FILES = sorted(FOLDER.glob("*.json"))
BOTH: tuple[Language, Language] = ("cs", "en")
BIRTH_NUMBER = re.compile(r"(?<!\d)\d{6}\s?/?\s?\d{3,4}(?!\d)")


def halere(crowns: str | int) -> int:
    return int(Decimal(crowns) * 100)


@cache
def found(number: str) -> Screening:
    """Return the screening of the client whose file begins with a number."""
    (path,) = (each for each in FILES if each.name.startswith(number))
    return screen_case(read_case(path).case)


@cache
def text(number: str, language: Language) -> str:
    return found(number).text(language)


def relief(number: str) -> CaseRelief:
    (only,) = found(number).relief
    return only


def month(number: str, person: str) -> CaseDeduction:
    (only,) = (each for each in found(number).deductions if each.person == person)
    return only


def numbers() -> list[str]:
    return [path.name[:2] for path in FILES]


def test_there_are_ten_and_the_readme_has_a_section_of_each() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert numbers() == [f"{number:02}" for number in range(1, 11)]
    assert re.findall(r"^## (\d\d) ", readme, re.MULTILINE) == numbers()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_in_a_client_is_personal(path: Path) -> None:
    content = path.read_text(encoding="utf-8")
    assert not BIRTH_NUMBER.search(content)
    assert "@" not in content
    assert json.loads(content)["ref"] == f"klient-{path.name[:2]}"


@pytest.mark.sweep(3)
@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("number", numbers())
def test_a_client_is_screened_in_both_languages_as_text_and_json(number: str, language: Language) -> None:
    written = json.loads(found(number).json(language))
    told = text(number, language)
    assert written["ref"] == f"klient-{number}"
    assert all(debt["id"] in told for debt in written["debts"])
    assert max(len(line) for line in told.splitlines()) <= 100
    assert not re.search(r"\bNone\b(?! of)", told)
    assert not re.search(r"\{ ?\$?[a-z_-]+ ?\}", told)  # a message with a hole


@pytest.mark.parametrize("number", [number for number in numbers() if number != "10"])
def test_of_who_is_known_everything_is_computed(number: str) -> None:
    screening = found(number)
    assert all(not each.problems for each in screening.deductions)
    assert not relief(number).problems
    assert relief(number).projection is not None
    assert screening.household is not None


# --- deductions ---

DEDUCTIONS = [
    # (client, person, base, what may be deducted at most, deducted, left of all incomes)
    ("01", "klientka", 14102, 3798, 3798, 16002),  # 5 698: thirds of 1 899; fees have priority
    ("02", "matka", 21153, 610, 610, 22374 + 1797),  # 1 831: a third of 610; the bonus is not touched
    ("03", "klient", 14102, 1032, 1032, 16168),  # 3 098: a third of 1 032, four orders, but a pension and below 1 089
    ("04", "klient", 14102, 932, 932, 15968 + 4900),  # 2 798: a third of 932; the care allowance is not touched
    ("05", "klient", 17627, 8914, 8914, 22086),  # 13 373: two thirds of 4 457; tax and insurance
    ("06", "manzel", 21153, 5115, 5115, 31385),  # 15 347: a third of 5 115
    ("06", "manzelka", 21153, 2015, 0, 27200),  # 6 047: a third of 2 015, nobody enforces
    ("07", "klient", 14102, 9532, 9532, 18868),  # 14 298: two thirds of 4 766; the children are not counted
    ("08", "klient", 0, 0, 0, 11900),  # social assistance only
    ("09", "klientka", 14102, 6998, 6998, 17602),  # 10 498: two thirds of 3 499 for four orders
]


@pytest.mark.parametrize(("number", "person", "base", "most", "deducted", "left"), DEDUCTIONS)
def test_the_deduction_of_the_month(  # noqa: PLR0913, PLR0917 - the columns of the table
    number: str, person: str, base: int, most: int, deducted: int, left: int
) -> None:
    deduction = month(number, person).deduction
    assert deduction is not None
    assert (deduction.base, deduction.capacity) == (halere(base), halere(most))
    assert (deduction.deducted, deduction.left) == (halere(deducted), halere(left))


GOT = [
    # (client, debt, crowns it gets this month)
    ("01", "jizda-2022", 1849),  # first rank: the first third less 50 to the payer
    ("02", "telefon", 560),
    ("03", "uver", 1032),  # rank of 2018; the payer of a pension takes nothing
    ("03", "knihovna", 0),
    ("05", "dph", 8864),  # both thirds by rank, less 50
    ("05", "socialni", 0),
    ("07", "pujcka", 4716),  # rank of May 2025 before maintenance of June; less 50
    ("07", "vyzivne", 4766),  # the second third
    ("07", "skoda", 0),
    ("09", "uver-a", 6948),
]


@pytest.mark.parametrize(("number", "debt", "crowns"), GOT)
def test_who_gets_the_deduction(number: str, debt: str, crowns: int) -> None:
    paid = [
        each.amount for each in _allocated(number) if each.claim.startswith(f"{debt} /") and each.amount is not None
    ]
    assert sum(paid) == halere(crowns)


def test_running_maintenance_takes_the_second_third_before_its_arrears() -> None:
    got = {each.kind: (each.amount, each.rest) for each in _allocated("07") if each.claim.startswith("vyzivne /")}
    assert got == {
        "maintenance_current": (halere(4766), halere(5500 - 4766)),  # 734 stay uncovered (§ 280 odst. 2 OSŘ)
        "maintenance_arrears": (0, halere(84000)),
    }


def test_damages_from_an_intentional_crime_have_priority() -> None:
    (claim,) = (each for each in _allocated("07") if each.claim.startswith("skoda"))
    assert claim.claim_class == "other_priority"  # § 279 odst. 2 písm. c) OSŘ


def test_a_tax_that_the_order_calls_a_priority_claim_has_priority() -> None:
    classes = {each.claim.split(" /")[0]: each.claim_class for each in _allocated("05")}
    assert classes == {"dph": "other_priority", "socialni": "other_priority", "faktury": "non_priority"}


def _allocated(number: str) -> Iterator[Allocation]:
    for each in found(number).deductions:
        assert each.deduction is not None
        yield from each.deduction.allocations


# --- household ---

MINIMUM = [
    ("01", 5500), ("02", 5000 + 3050 + 2480), ("03", 5500), ("04", 5500), ("05", 5500),
    ("06", 5000 + 3750 + 2 * 3050), ("07", 5500), ("08", 5500), ("09", 5500),
]  # fmt: skip


@pytest.mark.parametrize(("number", "crowns"), MINIMUM)
def test_the_living_minimum(number: str, crowns: int) -> None:
    household = found(number).household
    assert household is not None
    assert household.sheet.minimum.total == halere(crowns)


ASSISTANCE = [
    ("02", 15231),  # 8 332.40 housing + 2 000 children + 4 898.40 work, up to whole crowns
    ("03", 6140),  # 8 700 + 3 220 - 5 160 - 620
    ("04", 5660),  # 8 100 + 3 220 - 5 070 - 590
]


@pytest.mark.parametrize(("number", "crowns"), ASSISTANCE)
def test_the_social_assistance_that_is_not_drawn(number: str, crowns: int) -> None:
    benefit = _benefit(number, "social_assistance")
    assert (benefit.least, benefit.most) == (halere(crowns), halere(crowns))


def _benefit(number: str, code: str) -> Estimate:
    household = found(number).household
    assert household is not None
    return next(each for each in household.sheet.benefits if each.benefit == code)


# --- debts from childhood ---


def test_the_fee_due_seventeen_days_after_the_birthday_is_her_own() -> None:
    verdicts = {row["debt_id"]: row["verdict"] for row in found("01").debts()}
    assert {verdicts[f"odpad-{year}"] for year in (2018, 2021, 2023)} == {"guardian_only"}
    assert verdicts["odpad-2025"] == verdicts["jizda-2025"] == "not_child_debt"
    assert found("01").relief[0].claims.left_out == ("odpad-2018", "odpad-2021", "odpad-2023", "jizda-2022")


def test_a_debt_that_is_contested_is_owed_in_no_topic() -> None:
    standings = {each.debt: each.standing for each in found("01").defects}
    assert standings == {
        "odpad-2018": "not_owed", "odpad-2021": "not_owed", "odpad-2023": "not_owed", "odpad-2025": "owed",
        "jizda-2022": "unsure", "jizda-2025": "owed",
    }  # fmt: skip


# --- debt relief ---

LEAST = [
    # (client, least payment a month, what incomes bring, lowest net income that reaches it)
    ("01", "2178", 3798, 17369),
    ("02", "2178", 1220, 24420),  # 21 153 + 3 x 1 089
    ("03", "2178", 2064, 17369),
    ("04", "2178", 1864, 17369),
    ("05", "6178", 8914, 26894),  # 17 627 + 3 x 3 089
    ("08", "2178", 0, 17369),
    ("09", "2178", 6998, 17369),
]


@pytest.mark.parametrize(("number", "least", "own", "lowest"), LEAST)
def test_the_least_payment_and_what_reaches_it(number: str, least: str, own: int, lowest: int) -> None:
    case = relief(number)
    assert case.minimum is not None
    assert case.capability is not None
    assert case.minimum.monthly == halere(least)
    assert case.capability.own == halere(own)
    assert case.capability.contribution == max(halere(least) - halere(own), 0)
    assert case.capability.lowest_net == halere(lowest)


def test_spouses_together_pay_one_and_a_half_times_the_trustee() -> None:
    case = relief("06")
    assert case.people == ("manzel", "manzelka")
    assert case.minimum is not None
    assert case.capability is not None
    assert case.minimum.monthly == halere(3267)
    assert case.capability.own == halere(10230 + 4030)


def test_maintenance_and_its_arrears_make_entry_impossible() -> None:
    case = relief("07")
    assert case.minimum is not None
    assert case.capability is not None
    exact = Fraction(2178 + 5500) + Fraction(84000, 36)
    assert 0 <= Fraction(case.minimum.monthly, 100) - exact < Fraction(1, 100)
    assert case.capability.own == halere(9532)  # as now: nobody whose maintenance is enforced is counted
    assert not case.capability.reached
    assert case.capability.lowest_net == halere(14102 + 3 * 5006)


SATISFIED = [
    # (client, what unsecured creditors get in 36 months, what is owed to them without what is subordinated)
    ("02", 36 * (1220 - 1089), 147000 - 800),  # interest and penalty of the payday loan exceed its principal by 800
    ("03", 36 * (2064 - 1089), 10208 + 8520 + 15700 + 13100 + 169000),  # costs of enforcement are not subordinated
    ("04", 36 * (1864 - 1089), 185000),
    ("05", 36 * (8914 - 1089 - 4000), 462000),
    ("06", Fraction(36 * (2 * 14260 - 3267), 2), 342000 + 95000 + 60000 + 79000),  # without the mortgage
    ("07", 36 * (9532 - 1089 - 5500) - 84000, 46000 + 145000),  # the fine is not satisfied (§ 170 d) IZ)
    ("09", 36 * (6998 - 1089), 193000 + 114000 + 49000 + 17300),
]


@pytest.mark.parametrize(("number", "got", "owed"), SATISFIED)
def test_what_unsecured_creditors_would_get(number: str, got: int | Fraction, owed: int) -> None:
    projection = relief(number).projection
    assert projection is not None
    assert projection.percent == Fraction(got) / owed


CLASSES = [
    ("01", "inadmissible_now"),  # who can pay is not insolvent
    ("02", "admissible_with_help"),
    ("03", "admissible_with_help"),  # 114 at most; whether the trustee charges tax is not known
    ("04", "inadmissible_now"),  # one creditor
    ("05", "needs_lawyer"),  # a creditor of a business debt may still object
    ("06", "likely_admissible"),
    ("07", "needs_lawyer"),  # mostly debts that survive
    ("08", "admissible_with_help"),
    ("09", "blocked_until"),
    ("10", "cannot_say"),
]


@pytest.mark.parametrize(("number", "kind"), CLASSES)
def test_what_can_be_said_of_entry(number: str, kind: str) -> None:
    entry = relief(number).entry
    assert entry is not None
    assert entry.kind == kind


@pytest.mark.parametrize("number", ["01", "04"])
def test_insolvency_fails(number: str) -> None:
    assert _conditions(number)["DR-02"] == "not_met"


def test_the_later_bar_decides() -> None:
    entry = relief("09").entry
    assert entry is not None
    opens = {each.rule.id: each.opens.last for each in entry.conditions if each.opens is not None}
    assert opens == {"DR-13": date(2028, 8, 14), "DR-14": date(2026, 12, 30)}
    assert entry.barred_until == date(2028, 8, 14)


def test_of_nothing_known_no_condition_fails() -> None:
    assert "not_met" not in _conditions("10").values()
    assert relief("10").projection is None
    assert month("10", "klient").deduction is None


def _conditions(number: str) -> dict[str, str]:
    entry = relief(number).entry
    assert entry is not None
    return {each.rule.id: each.verdict for each in entry.conditions}


def test_maintenance_the_fine_and_the_damages_survive() -> None:
    projection = relief("07").projection
    assert projection is not None
    kept = {each.id for each in projection.claims if each.survives == "yes"}
    assert {"vyzivne", "penezity-trest", "skoda"} <= kept
    assert "pujcka" not in kept


# --- what can be said against each debt ---

HOLDS = [
    # (client, debt, rules that hold, rules that do not)
    ("01", "jizda-2025", set(), {"AL-09"}),  # due in September 2025
    ("02", "mikropujcka", {"AL-11", "AL-12S"}, {"AL-09"}),  # no assessment; 9 000 of penalties above a half of 10 000
    ("02", "uver", set(), {"AL-09", "AL-11"}),  # nobody says whether it was assessed
    ("03", "jizda", {"AL-01X", "AL-02"}, {"AL-01"}),  # 1 008, final in 2011, nothing ever recovered
    ("03", "knihovna", {"AL-01", "AL-02"}, {"AL-01X"}),  # 620, final in 2016
    ("03", "telefon-a", {"AL-01"}, {"AL-01X", "AL-02"}),  # 4 200, final in January 2019
    ("03", "telefon-b", {"AL-01W"}, {"AL-01", "AL-02"}),  # final in April 2021: the six years still run
    ("03", "uver", set(), {"AL-01", "AL-01W", "AL-01X", "AL-11"}),  # recovered each month; made before December 2016
    ("09", "uver-b", set(), {"AL-01", "AL-01W", "AL-01X"}),  # an insolvency of 2020 to 2023 does not count
    ("09", "pujcka", set(), {"AL-01", "AL-01W", "AL-01X"}),
    ("08", "nalez", {"AL-01", "AL-10"}, {"AL-01X", "AL-10A"}),  # last recovered in September 2018
    ("08", "telefon", {"AL-09"}, set()),  # due in June 2019, never sued
]


@pytest.mark.parametrize(("number", "debt", "holding", "failing"), HOLDS)
def test_what_can_be_said_against_a_debt(number: str, debt: str, holding: set[str], failing: set[str]) -> None:
    (found_of_debt,) = (each for each in found(number).defects if each.debt == debt)
    held = {each.rule.id for each in found_of_debt.holding}
    assert holding <= held
    assert not failing & held


def test_without_assessment_everything_above_the_principal_may_fall_away() -> None:
    (loan,) = (each for each in found("02").defects if each.debt == "mikropujcka")
    assert (loan.least, loan.most) == (halere(20800 - 10000),) * 2  # the principal stays, whatever else holds too


def test_the_second_telephone_has_six_years_until_april_2027() -> None:
    (telephone,) = (each for each in found("03").defects if each.debt == "telefon-b")
    (prospect,) = (each for each in telephone.holding if each.rule.id == "AL-01W")
    assert prospect.ends is not None
    assert prospect.ends.first == date(2027, 4, 26)


def test_payments_go_to_the_principal_first_only_for_a_consumer() -> None:
    assert "nejdřív na jistinu" not in text("05", "cs")  # all from business, § 1932 odst. 2 OZ


# --- ways out ---


@pytest.mark.parametrize("number", ["01", "04", "09"])
def test_debt_relief_that_is_closed_is_no_way_out(number: str) -> None:
    (ways,) = found(number).strategies
    assert ways.found is not None
    status = {each.code: each.status for each in ways.found.strategies}
    assert status["relief"] == status["stop_relief"] == "not_applicable"


@pytest.mark.parametrize("number", ["01", "04", "08", "09"])
def test_debt_relief_is_not_recommended_where_it_frees_nobody(number: str) -> None:
    (ways,) = found(number).strategies
    assert ways.recommendation is not None
    assert ways.recommendation.strategy not in {"relief", "stop_relief"}


@pytest.mark.parametrize("number", ["01", "08"])
def test_what_can_be_objected_to_is_objected_to_before_anything_is_paid(number: str) -> None:
    (ways,) = found(number).strategies
    assert ways.recommendation is not None
    assert ways.recommendation.strategy == "stop_instalments"


@pytest.mark.parametrize("number", ["01", "03", "08", "09"])
def test_what_is_owed_is_the_same_in_every_topic(number: str) -> None:
    screening = found(number)
    (ways,) = screening.strategies
    assert ways.found is not None
    assert ways.found.owed == screening.judged["balance"].sum() == sum(each.balance or 0 for each in screening.defects)


@pytest.mark.parametrize("number", ["03", "05"])
def test_debt_relief_is_the_shortest_way(number: str) -> None:
    (ways,) = found(number).strategies
    assert ways.recommendation is not None
    assert ways.recommendation.strategy in {"relief", "stop_relief"}


# --- what a text may never say, and how it is set ---

FORBIDDEN: dict[Language, re.Pattern[str]] = {
    "cs": re.compile(
        r"bude povolen|bude schválen|soud (oddlužení )?(povolí|schválí)|promlčeno je|je promlčen|"
        r"(dluh|nedoplatek) zanikl\b|zaručen[ýáoě]|určitě|má právní nárok",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"will be (approved|granted|permitted)|is time-barred|has lapsed|guaranteed|certainly|the court will",
        re.IGNORECASE,
    ),
}
CONDITIONAL = re.compile(r"\b(neukáže-li|if|unless)\b", re.IGNORECASE)
"""A sentence may say what follows if something nobody knows yet turns out so."""


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("number", numbers())
def test_nothing_is_promised_and_no_claim_is_said_to_have_lapsed(number: str, language: Language) -> None:
    values = [*_strings(json.loads(found(number).json(language))), re.sub(r"\s*\n\s*", " ", text(number, language))]
    sentences = (sentence for value in values for sentence in re.split(r"(?<=[.;:])\s", value))
    wrong = [each for each in sentences if FORBIDDEN[language].search(each) and not CONDITIONAL.search(each)]
    assert not wrong


BROKEN = {
    "thousands": re.compile(r"(?<![\d.,])\d{1,3} \d{3}(?!\d)"),
    "koruna": re.compile(r"\d Kč"),
    "percent": re.compile(r"\d %"),
    "day": re.compile(r"(?<!\d)\d{1,2}\. \d{1,2}\. ?\d{4}|(?<!\d)\d{1,2}\.\s\d{1,2}\. \d{4}"),
    "section": re.compile(r"§ \d"),
    "quotes": re.compile(r"[\"”]"),
    "dots": re.compile(r"\.\.\."),
}


@pytest.mark.sweep(20)
@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("number", numbers())
def test_no_sum_or_date_can_break_in_the_middle(number: str, name: str) -> None:
    for sentence in _sentences(number, "cs"):
        assert not BROKEN[name].search(sentence), sentence


def _sentences(number: str, language: Language) -> Iterator[str]:
    """Yield every line of the text and every text value of the JSON."""
    yield from text(number, language).splitlines()
    yield from _strings(json.loads(found(number).json(language)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
