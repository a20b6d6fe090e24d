"""`dluhy interest`, `dluhy costs`, `dluhy account`: figures of the law, both languages, every error at once."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dluhy import cli
from dluhy.deductions.executor_costs import executor_costs
from dluhy.law.pack import default_pack
from dluhy.report.costs_page import Page
from dluhy.report.statements import Provision
from dluhy.report.texts import texts

ROOT = Path(__file__).resolve().parents[2]
NBSP = "\u00a0"
AS_OF = ("--as-of", "2026-11-21")


class Run:
    """One run of the program in this process: its status, what it printed, and that nothing broke out of it."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *words: str) -> None:
        """Run the program with the words of a command line."""
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main(words)
        self.status, (self.out, self.err) = ended.value.code, capsys.readouterr()

    @property
    def plain(self) -> str:
        """The text with ordinary spaces, lines joined as a reader joins them."""
        return " ".join(self.out.replace(NBSP, " ").split())

    @property
    def told(self) -> str:
        """What was told of problems, with ordinary spaces."""
        return self.err.replace(NBSP, " ")

    def json(self) -> dict[str, Any]:
        """What was printed, read as JSON."""
        found: dict[str, Any] = json.loads(self.out)
        return found


def started(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", "-m", "dluhy", *words]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, check=False)
    assert b"Traceback" not in done.stderr
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


# Real runs of the program


def test_the_three_commands_run_as_a_program_in_both_languages() -> None:
    interest = started("interest", "10 000", "--due-on", "31. 5. 2008", "--until", "3. 8. 2009", "--due-by-day")
    assert (interest.returncode, interest.stderr) == (0, "")
    assert interest.stdout.replace(NBSP, " ").startswith(
        "Zákonný úrok z prodlení od 1. 6. 2008 do 3. 8. 2009 je 1 164,38 Kč.\n"
    )
    costs = started("costs", "5000", "--began-on", "2018-05-02", "--vat", "--lang", "en")
    assert costs.stdout.replace(NBSP, " ").startswith("Under the tariff the executor is due CZK 6,655.00 including VAT")
    account = started("account", "--delivered-on", "2026-10-01", *AS_OF, "--json")
    assert json.loads(account.stdout)["payout"]["possible"][0]["most"] == "16500.00"


def test_help_is_czech_and_does_not_load_polars() -> None:
    code = """
import sys
from dluhy.cli import main
try:
    main(sys.argv[1:])
finally:
    print("polars" in sys.modules)
"""
    for command, said in (("interest", "úrok"), ("costs", "exekutor"), ("account", "účtu")):
        run = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", code, command, "--help"], capture_output=True, check=True
        )
        text = run.stdout.decode()
        assert said in text
        assert text.splitlines()[-1] == "False"


# Default interest

INTEREST = [
    # due on, until, further words, total, days, rates of the year in per cent, rate of the central bank and its day
    ("2008-05-31", "2009-08-03", (), "1164.38", [30, 184, 181, 34], ["10.50", "10.75", "9.25", "8.50"], "2008-01-01"),
    ("2023-11-30", "2024-01-31", (), "254.45", [31, 31], ["15.00", "15.00"], "2023-07-01"),
    ("2013-06-30", "2013-07-30", (), "66.16", [30], ["8.05"], "2013-06-30"),
    ("2026-03-01", "2026-03-11", ("--child-maintenance",), "250.00", [10], ["91.25"], None),
    ("2026-03-01", "2026-03-11", ("--no-child-maintenance",), "31.51", [10], ["11.50"], "2026-01-01"),
]


@pytest.mark.parametrize(("due_on", "until", "more", "total", "days", "rates", "rate_day"), INTEREST)
def test_interest_is_told_by_segments_with_the_rate_of_its_day(  # noqa: PLR0913, PLR0917 - the columns of the table
    capsys: pytest.CaptureFixture[str],
    due_on: str,
    until: str,
    more: tuple[str, ...],
    total: str,
    days: list[int],
    rates: list[str],
    rate_day: str | None,
) -> None:
    words = ("interest", "10000", "--due-on", due_on, "--until", until, "--due-by-day", *more)
    found = Run(capsys, *words, "--json").json()
    assert found["total"] == total
    assert [segment["days"] for segment in found["segments"]] == days
    assert [segment["annual_rate"] for segment in found["segments"]] == rates
    assert found["segments"][0]["rate_day"] == rate_day
    text = Run(capsys, *words).plain
    assert all(rate.replace(".", ",") + " %" in text for rate in rates)


def test_payments_lower_the_principal_and_may_come_in_any_order(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("interest", "10000", "--due-on", "2024-12-31", "--until", "2025-01-20", "--due-by-day")
    payments = ("--payment", "16. 1. 2025:3 000,00", "--payment", "2025-01-11:2000")
    found = Run(capsys, *words, *payments, "--json").json()
    assert [segment["principal"] for segment in found["segments"]] == ["10000.00", "8000.00", "5000.00"]
    assert found["payments"] == [["2025-01-11", "2000.00"], ["2025-01-16", "3000.00"]]
    assert (
        "Splátky odečtené od jistiny: 11. 1. 2025 2 000,00 Kč; 16. 1. 2025 3 000,00 Kč."
        in Run(capsys, *words, *payments).plain
    )


@pytest.mark.parametrize(
    ("claimed", "said"),
    [
        ("300", "Věřitel žádá 300,00 Kč, to je o 45,55 Kč víc, než kolik dává předpis."),
        ("254,45", "to je přesně tolik, kolik dává předpis."),
        ("200", "Věřitel žádá 200,00 Kč, to je o 54,45 Kč méně, než kolik dává předpis."),
    ],
)
def test_claimed_interest_is_compared_to_the_haler(capsys: pytest.CaptureFixture[str], claimed: str, said: str) -> None:
    words = ("interest", "10000", "--due-on", "2023-11-30", "--until", "2024-01-31", "--claimed", claimed)
    assert said in Run(capsys, *words).plain


def test_a_due_day_that_was_free_has_two_possibilities_until_it_is_said_how_it_was_set(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ("interest", "10000", "--due-on", "2026-08-01", "--until", "2026-08-31")
    both = Run(capsys, *words)
    assert "Byl-li den splatnosti koncem lhůty, posunul se na 3. 8. 2026 a úrok je 90,14 Kč." in both.plain
    fixed, moved = (Run(capsys, *words, how, "--json").json() for how in ("--due-by-day", "--due-by-period"))
    assert (fixed["total"], moved["total"]) == ("96.58", "90.14")
    assert fixed["if_moved"] is moved["if_moved"] is None


def test_a_rate_nobody_knows_yet_is_an_error_that_names_it(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("interest", "100", "--due-on", "2010-01-01", "--until", "2027-03-01")
    run = Run(capsys, *words)
    assert (run.status, run.out) == (2, "")
    assert "Dvoutýdenní repo sazba České národní banky: hodnota pro den 2027-01-01 není známa" in run.told
    assert "Two-week repo rate of the Czech National Bank" in Run(capsys, *words, "--lang", "en").told
    assert "2027-01-01" in Run(capsys, "interest", "100", "--due-on", "2026-12-31", "--until", "2027-03-01").told


def test_without_default_there_is_no_interest_and_nothing_to_move(capsys: pytest.CaptureFixture[str]) -> None:
    run = Run(capsys, "interest", "100", "--due-on", "2026-08-01", "--until", "2026-08-01")
    assert run.plain.startswith("Do 1. 8. 2026 prodlení nenastalo, zákonný úrok z prodlení je 0,00 Kč. Jistina")


# The executor's and the lawyer's costs

COSTS = [
    # claim, words, without VAT, with VAT
    ("1500", ("--began-on", "2016-05-02"), "6500.00", "7865.00"),
    ("5000", ("--began-on", "2018-05-02"), "5500.00", "6655.00"),
    ("13333", ("--began-on", "2026-05-04"), "6510.00", "7877.10"),
    ("20 000,00 Kč", ("--began-on", "4. 5. 2026", "--within-30-days"), "3750.00", "4537.50"),
    ("6000", ("--began-on", "2018-05-02", "--authorised-on", "2025-12-31"), "5500.00", "6655.00"),
    ("6000", ("--began-on", "2018-05-02", "--authorised-on", "2026-01-01"), "6500.00", "7865.00"),
    ("6000", ("--began-on", "2026-05-04", "--creditors", "2"), "7850.00", "9498.50"),
    ("6000", ("--began-on", "2026-05-04", "--joined-on", "2026-06-01"), "7400.00", "8954.00"),
    ("6000", ("--began-on", "2026-05-04", "--recovered", "0"), "4500.00", "5445.00"),
    ("1000", ("--began-on", "2026-05-04", "--stopped"), "5500.00", "6655.00"),
]


@pytest.mark.parametrize(("claim", "more", "without_vat", "with_vat"), COSTS)
def test_the_executor_s_costs_are_those_of_the_tariff(
    capsys: pytest.CaptureFixture[str], claim: str, more: tuple[str, ...], without_vat: str, with_vat: str
) -> None:
    unknown = Run(capsys, "costs", claim, *more, "--json").json()
    assert (unknown["least"], unknown["most"]) == (without_vat, with_vat)
    assert [question["code"] for question in unknown["questions"]] == ["vat_payer"]
    paid, unpaid = (Run(capsys, "costs", claim, *more, vat, "--json").json() for vat in ("--vat", "--no-vat"))
    assert paid["least"] == paid["most"] == with_vat
    assert unpaid["least"] == unpaid["most"] == without_vat


def test_what_is_not_known_gives_every_possibility_and_the_question_that_decides(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run = Run(capsys, "costs", "10000", "--within-30-days", "--no-vat")
    assert "od 2 750,00 Kč do 3 250,00 Kč, podle toho, která možnost platí; DPH neplatí." in run.plain
    assert "Možnost 1: exekuce začala v době od 1. 1. 2013 do 31. 3. 2017" in run.plain
    assert "1. Kdy exekuce začala" in run.plain
    assert "2. Kdy soud exekutora pověřil?" in run.plain
    known = Run(capsys, "costs", "10000", "--began-on", "2018-05-02", "--no-vat", "--joined-on", "2020-01-01", "--json")
    spans = [variant["authorised_on"]["first"] for variant in known.json()["variants"]]
    assert spans == ["2018-05-02", "2026-01-01"]


def test_days_that_change_nothing_are_neither_told_apart_nor_asked_for() -> None:
    for claim, days in ((0, [(2006, None)]), (264_000, [(2006, 2017), (2017, None)])):
        found = executor_costs(claim=claim, recovered=None, began_on=None, authorised_on=None, vat_payer=False)
        spans = [variant.began_on for variant in found.variants]
        assert [(span.first and span.first.year, span.last and span.last.year) for span in spans] == days
        assert ("began_on" in found.questions) == (len(days) > 1)
        assert "authorised_on" not in found.questions


def test_nobody_is_authorised_before_the_enforcement_begins(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("costs", "6000", "--began-on", "2018-05-02", "--creditors", "2", "--json")
    spans = [variant["authorised_on"] for variant in Run(capsys, *words).json()["variants"]]
    assert spans == [{"first": "2018-05-02", "last": "2025-12-31"}, {"first": "2026-01-01", "last": None}]


def test_an_old_rate_of_vat_rests_on_memory_and_says_so_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("costs", "5000", "--began-on", "2018-05-02", "--authorised-on", "2018-05-09")
    czech, english = Run(capsys, *words).plain, Run(capsys, *words, "--lang", "en").plain
    assert "Sazba DPH je k ověření." in czech
    assert "DPH (k ověření) 1 155,00 Kč" in czech
    assert "VAT (to be verified) CZK 1,155.00" in english
    assert "ověření" not in Run(capsys, *words, "--no-vat").plain.split("Podle:", maxsplit=1)[0]


SIGNALS = [
    # filed, claim, awarded, what is said; the tariff gives 1 089 with VAT and a court fee of 1 000 till 2024
    ("2020-05-05", "1500", "2089", "within", "Přiznané náklady nepřevyšují"),
    ("2020-05-05", "1500", "2089,01", "above", "Je to signál k prověření, ne důkaz."),
    ("2020-05-05", "1500", "4178,01", "far_above", "signál k prověření titulu, ne důkaz vady"),
    ("2012-05-05", "1500", "9000", "not_compared", "Platilo: paušální sazby zrušené Ústavním soudem."),
    ("2020-05-05", "50000.01", "9000", "not_compared", "platí jen pro spory do 50 000,00 Kč"),
]


@pytest.mark.parametrize(("filed_on", "claim", "awarded", "code", "said"), SIGNALS)
def test_awarded_costs_are_a_signal_and_no_proof(  # noqa: PLR0913, PLR0917 - the columns of the table
    capsys: pytest.CaptureFixture[str], filed_on: str, claim: str, awarded: str, code: str, said: str
) -> None:
    words = ("costs", claim, "--began-on", "2021-01-04", "--lawyer-filed-on", filed_on, "--awarded", awarded)
    assert said in Run(capsys, *words).plain
    lawyer = Run(capsys, *words, "--json").json()["lawyer"]
    assert lawyer["signal"]["code"] == code
    assert (lawyer["tariff"] is None) == (code == "not_compared")


def test_the_lawyer_s_costs_stand_alone_too_and_take_the_acts_the_vat_and_the_claim(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ("costs", "60000", "--began-on", "2026-01-05", "--lawyer-filed-on", "2025-02-03", "--lawyer-claim", "40000")
    lawyer = Run(capsys, *words, "--acts", "1", "--no-lawyer-vat", "--json").json()["lawyer"]
    assert lawyer["signal"] is None
    assert (lawyer["tariff"]["without_vat"], lawyer["tariff"]["most"]) == ("800.00", "2800.00")
    enforcement = Run(capsys, *words, "--lawyer-enforcement", "--json").json()["lawyer"]
    assert (enforcement["tariff"]["with_vat"], enforcement["tariff"]["court_fees"]) == ("605.00", [])
    assert "Žaloba podána 3. 2. 2025, spor o 40 000,00 Kč." in Run(capsys, *words).plain
    assert "--lawyer-claim" not in Run(capsys, *words).plain


# The account and what else is left

PAID = [
    ("2019-05-05", "2020-04-23", "6820.00"),
    ("2019-05-05", "2020-04-24", "15440.00"),
    ("2021-07-01", "2021-07-01", "11580.00"),
    ("2026-09-30", "2026-11-21", "14580.00"),
    ("2026-10-01", "2026-11-21", "16500.00"),
]


@pytest.mark.parametrize(("delivered_on", "as_of", "most"), PAID)
def test_the_payout_is_that_of_the_day_of_delivery(
    capsys: pytest.CaptureFixture[str], delivered_on: str, as_of: str, most: str
) -> None:
    words = ("account", "--delivered-on", delivered_on, "--as-of", as_of, "--balance", "100 000", "--not-paid-out")
    assert Run(capsys, *words, "--json").json()["payout"]["amount"] == most


def test_an_account_with_less_is_worth_waiting_for_and_nothing_is_paid_twice(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ("account", "--delivered-on", "2024-03-01", "--balance", "8000", *AS_OF)
    waiting = Run(capsys, *words, "--not-paid-out").plain
    assert waiting.startswith("Banka z postiženého účtu na žádost jednou vyplatí 8 000,00 Kč.")
    assert "Čekat, až tam bude víc, lze jen do dne, do kterého je třeba o výplatu požádat" in waiting
    assert Run(capsys, *words).plain.split(". ")[1].startswith("Platí to, jen pokud v tomto řízení ještě nic")
    assert Run(capsys, *words, "--paid-out").plain.startswith("Banka už v tomto řízení částku vyplatila")


def test_an_unknown_day_of_delivery_gives_every_payout_and_asks(capsys: pytest.CaptureFixture[str]) -> None:
    run = Run(capsys, "account", *AS_OF)
    assert "nejvýš 6 252,00 Kč až 16 500,00 Kč, podle toho, kdy jí byl doručen příkaz" in run.plain
    assert "O příkazech doručených před 1. 1. 2007 se tu nic neříká." in run.plain
    assert "od 1. 1. 2023 do 30. 9. 2026 3 × 4 860,00 Kč 14 580,00 Kč" in run.plain
    assert "1. Kdy byl bance doručen exekuční příkaz" in run.plain


def test_a_spouse_keeps_at_least_half_and_has_no_protected_account_here(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("account", "--spouses", "--delivered-on", "2024-03-01", "--balance", "40000", "--not-paid-out", *AS_OF)
    found = Run(capsys, *words, "--json").json()
    assert found["payout"]["amount"] == "20000.00"
    assert found["protected"] is found["cash"] is None
    assert Run(capsys, *words).plain.startswith(
        "Banka z účtu manžela vyplatí manželovi na jeho žádost jednou 20 000,00"
    )


def test_the_steps_and_incomes_of_the_protected_account_the_cash_and_the_freeze_are_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ("account", "--delivered-on", "2024-03-01", "--notice-on", "2026-05-31", *AS_OF)
    text, found = Run(capsys, *words).plain, Run(capsys, *words, "--json").json()
    ladder = default_pack().ladders["RM-PROTECTED-ACCOUNT"].step
    assert [step["id"] for step in found["protected"]["steps"]] == [step.id for step in ladder]
    assert all(" ".join(step.title.cs.split()) in text for step in ladder)
    assert all(" ".join(income["label"].replace(NBSP, " ").split()) in text for income in found["protected"]["incomes"])
    assert "Při soupisu 21. 11. 2026 zůstane dlužníkovi v hotovosti 11 000,00 Kč." in text
    assert "které na účet dojdou do 30. 11. 2026 včetně" in text
    assert "Náklady: nic (k ověření)." in text


HOMES = [
    (("--claims", "100000", "--kind", "loan", "--residence"), "holds", "prodat nesmí"),
    (("--claims", "100000,01", "--kind", "loan", "--residence"), "fails", "hranici přesahují"),
    (("--claims", "100000", "--kind", "maintenance", "--residence"), "fails", "ochrana nevztahuje"),
    (("--claims", "100000", "--kind", "loan", "--not-residence"), "fails", "nemá trvalý pobyt"),
    (("--claims", "100000", "--kind", "loan"), "unknown", "1. Má dlužník v nemovitosti trvalý pobyt?"),
    (("--kind", "tort", "--residence"), "unknown", "2. Je mezi pohledávkami výživné"),
]


@pytest.mark.parametrize(("more", "verdict", "said"), HOMES)
def test_the_home_is_protected_up_to_the_limit_and_what_is_not_known_is_asked(
    capsys: pytest.CaptureFixture[str], more: tuple[str, ...], verdict: str, said: str
) -> None:
    found = Run(capsys, "account", "--home", *more, *AS_OF, "--json").json()
    assert (found["home"]["decision"]["verdict"], found["home"]["limit"]) == (verdict, "100000.00")
    assert found["payout"] is found["protected"] is None
    assert said in Run(capsys, "account", "--home", *more, *AS_OF).plain


def test_the_home_rule_of_another_day_has_another_limit(capsys: pytest.CaptureFixture[str]) -> None:
    for day, limit, marked in (("2020-04-23", "30000.00", False), ("2015-08-31", None, True)):
        words = ("account", "--home", "--claims", "30000", "--kind", "loan", "--residence", "--as-of", day)
        found = Run(capsys, *words, "--json").json()["home"]
        assert (found["limit"], found["decision"]["verify"]) == (limit, marked)
        text = Run(capsys, *words).plain
        assert ("tato ochrana bydlení neplatí (k ověření)." in text) == ("ověřte" in text) == marked


def test_movables_methods_and_the_way_back_of_an_income_are_told_when_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ("--began-on", "2024-01-01", "--ground", "claim_before_18", "--kind", "local_fee_waste")
    movables = Run(capsys, "account", "--movables", *words, *AS_OF).plain
    assert "hotové peníze do dvojnásobku životního minima jednotlivce, teď 11 000,00 Kč" in movables
    assert "Platí: prodat se smějí jen věci nad obvyklé majetkové poměry." in movables
    assert "aspoň 1 500,00 Kč měsíčně, nemají-li sepsané věci zjevně vyšší cenu než 54 000,00 Kč" in movables
    assert "zatím nelze říct" in Run(capsys, "account", "--movables", *AS_OF).plain
    assert (
        Run(capsys, "account", "--movables", "--as-of", "2020-01-01", "--json").json()["movables"]["instalments"]
        is None
    )
    methods = Run(capsys, "account", "--methods", *AS_OF).plain
    assert re.search(r"a\) účet dlužníka, potom účet manžela.*b\).*c\) prodej movitých věcí.*d\) prodej nemov", methods)
    steps = Run(capsys, "account", "--exempt-income", *AS_OF, "--json").json()["exempt_income"]
    assert [step["id"] for step in steps] == [step.id for step in default_pack().ladders["RM-EXEMPT-INCOME"].step]


# How it is written

SHOWN = [
    ("interest", "1 234 567,89", "--due-on", "2006-01-01", "--until", "2026-07-01", "--claimed", "5", "--payment",
     "2010-01-01:1000"),
    ("interest", "9999999999999", "--due-on", "2024-01-01", "--until", "2024-12-31"),
    ("costs", "60000", "--within-30-days", "--lawyer-filed-on", "2025-02-02", "--lawyer-claim", "9000",
     "--awarded", "9000"),
    ("costs", "3000", "--stopped", "--creditors", "3", "--joined-on", "2026-02-02", "--lawyer-filed-on", "2012-02-02"),
    ("account", *AS_OF, "--exempt-income", "--home", "--movables", "--methods", "--delivered-on", "2020-05-05"),
    ("account", *AS_OF, "--spouses", "--balance", "5000"),
]  # fmt: skip


@pytest.mark.parametrize("words", SHOWN)
@pytest.mark.parametrize("language", ["cs", "en"])
def test_every_line_fits_a_page_and_is_set_with_real_signs(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], language: str
) -> None:
    run = Run(capsys, *words, "--lang", language)
    assert (run.status, run.err) == (0, "")
    assert max(map(len, run.out.splitlines())) <= 100
    assert not re.search(r"\{\$|None|\bTrue\b|\bFalse\b|\"|\.\.|\S  \(|\( ", run.out)
    if language == "cs":
        assert not re.search(r"[0-9] (?:Kč|%)|[0-9]\. [0-9]{1,2}\. |§ |-[0-9]+,[0-9]{2}", run.out)
        assert not re.search(r"\b(?:the|and|of)\b", run.out)
    else:
        assert not re.search("Kč|ověření|exekut", run.out)


def test_amounts_and_days_may_be_written_the_czech_way_or_plainly(capsys: pytest.CaptureFixture[str]) -> None:
    ways = [("26400.50", "2024-03-01"), ("26 400,50", "1. 3. 2024"), ("26.400,50 CZK", "01.03.2024"),
            (f"26{NBSP}400,50{NBSP}Kč", f"1.{NBSP}3.{NBSP}2024"), ("26400,5", " 2024-03-01 ")]  # fmt: skip
    results = {Run(capsys, "interest", amount, "--due-on", day, "--until", "2024-12-31").out for amount, day in ways}
    assert len(results) == 1
    assert Run(capsys, "costs", "1 500,-").status == Run(capsys, "costs", "1500,--Kč").status == 0


def test_provisions_of_one_act_are_told_together() -> None:
    law, decree = "zákona č.\u00a099/1963\u00a0Sb.", "vyhláška č.\u00a01/2000\u00a0Sb., o něčem"
    listed = [f"§\u00a01 {law}", f"{decree}, §\u00a02", f"§\u00a03 {law}, ve znění do 1.\u00a01.\u00a02020", "nález X",
              f"{decree}, čl.\u00a0I", f"§\u00a01 {law}"]  # fmt: skip
    cited = Page(texts("cs")).cited(Provision(text, text.split(" ", maxsplit=1)[0][0]) for text in listed)
    assert cited.replace(NBSP, " ") == (
        "§ 1, § 3 (ve znění do 1. 1. 2020) zákona č. 99/1963 Sb.; vyhláška č. 1/2000 Sb., o něčem, § 2, čl. I; nález X"
    )


def test_both_languages_have_the_same_messages_and_each_is_used() -> None:
    folder = files("dluhy.report").joinpath("messages")
    sources = {language: folder.joinpath(f"{language}.costs.ftl").read_text("utf-8") for language in ("cs", "en")}
    keys = {name: re.findall(r"^([a-z][\w-]*) =", source, flags=re.MULTILINE) for name, source in sources.items()}
    assert keys["cs"] == keys["en"]
    code = "".join(path.read_text("utf-8") for path in Path(str(files("dluhy"))).glob("report/costs*.py"))
    stems = {re.sub(r"\{.*", "", stem) for stem in re.findall(r"[\"']((?:page|interest|costs|account)-[\w{}-]+)", code)}
    assert [key for key in keys["cs"] if not any(key.startswith(stem) for stem in stems)] == []


# What cannot be used

BAD = [
    # words, what is told of each problem
    (("interest", "abc", "--due-on", "2019-13-19", "--until", "1800-01-01", "--since", "x", "--claimed", "-5"),
     ["JISTINA: ", "--due-on: ", "--until: rok musí být od 1900 do 2099", "--since: ", "--claimed: částka nesmí být"]),
    (("interest", "100", "--due-on", "2020-01-01", "--until", "2021-01-01", "--payment", "5", "--payment", "x:y"),
     ["--payment (1): platba se píše DEN:ČÁSTKA", "--payment (2): den se píše", "--payment (2): částka se píše"]),
    (("interest", "100", "--due-on", "2020-01-01", "--until", "2020-06-01", "--since", "2021-01-01", "--payment",
      "2020-02-02:200"), ["--until: výpočet končí dřív, než začíná", "--payment: splátky dohromady převyšují jistinu"]),
    (("interest", "1.500", "--due-on", "2020-01-01", "--until", "2020-06-01"), ["JISTINA: částka se píše"]),
    (("interest", "99999999999999", "--due-on", "2020-01-01", "--until", "2020-06-01"), ["JISTINA: částka se píše"]),
    (("costs", "x", "--creditors", "0", "--debtors", "1e3", "--awarded", "5", "--acts", "1"),
     ["POHLEDAVKA: ", "--creditors: ", "--debtors: ", "--awarded: tato volba patří k --lawyer-filed-on", "--acts: "]),
    (("costs", "5", "--began-on", "2020-01-01", "--authorised-on", "2019-01-01", "--stopped", "--within-30-days",
      "--lawyer-filed-on", "1999-01-01"),
     ["--authorised-on: pověření předchází začátku", "--stopped, --within-30-days: ", "Podle čeho soud přiznává"]),
    (("costs", "0", "--lawyer-filed-on", "2020-01-01"), ["POHLEDAVKA: žalovaná částka musí být větší než nula"]),
    (("costs", "9", "--lawyer-filed-on", "2020-01-01", "--lawyer-claim", "0"), ["--lawyer-claim: žalovaná částka"]),
    (("costs", "9", "--began-on", "2012-01-05", "--within-30-days"), ["2012-01-05: hodnota není známa: Podíl odměny"]),
    (("account", "--claims", "5", "--kind", "x", "--ground", "y", "--not-residence", "--as-of", "dnes"),
     ["--claims: ", "--kind: neznámý kód; možné jsou: maint", "--ground: ", "--residence: ", "--as-of: den"]),
    (("account", "--delivered-on", "2027-01-01", *AS_OF, "--notice-on", "2014-01-01", "--home", "--kind", "úvěr"),
     ["--kind: neznámý kód"]),
    (("account", "--delivered-on", "2027-01-01", *AS_OF, "--notice-on", "2014-01-01"),
     ["--as-of: žádost nemůže předcházet doručení příkazu", "Kolik měsíců po vyrozumění"]),
    (("account", "--as-of", "2027-01-01"), ["--as-of: právo tématu"]),
    (("account", "--spouses", "--notice-on", "2026-01-01", *AS_OF), ["--notice-on: z účtu manžela"]),
    (("account", "--rules", "neni"), ["složka s pravidly neexistuje"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "said"), BAD)
def test_everything_that_is_wrong_is_told_at_once(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: list[str]
) -> None:
    run = Run(capsys, *words)
    assert (run.status, run.out) == (2, "")
    assert [problem for problem in said if problem not in run.told] == []
    assert len(run.told.splitlines()) == len(set(run.told.splitlines()))
    errors = Run(capsys, *words, "--json")
    assert (errors.status, errors.err) == (2, "")
    assert len(errors.json()["errors"]) == len(run.told.splitlines()) - 1


@pytest.mark.parametrize("words", [("interest",), ("interest", "1"), ("costs", "1", "2"), ("account", "--nic"),
                                   ("costs", "1", "--lang", "de"), ("account", "slovo")])  # fmt: skip
def test_a_wrong_command_line_has_status_2(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    run = Run(capsys, *words)
    assert (run.status, run.out) == (2, "")
    assert "neplatný příkaz" in run.err


DAYS = st.dates().map(str) | st.sampled_from(["31. 12. 2099", "1.1.1900", "2020-02-30"]) | st.text(max_size=12)
SUMS = (
    st.integers(-1, 10**16).map(str) | st.text(alphabet="0123456789 .,-Kč\u00a0eE+", max_size=12) | st.text(max_size=9)
)


@pytest.mark.thorough
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(amount=SUMS, first=DAYS, second=DAYS, third=DAYS, flag=st.booleans())
@example(amount="1", first="9999-12-31", second="9999-12-31", third="9999-12-31", flag=False)
@example(amount="1", first="2099-12-31", second="2099-12-31", third="2099-12-31", flag=True)
@example(amount="1", first="2020-01-01", second="2099-12-31", third="2098-12-31", flag=True)
def test_no_words_end_in_anything_but_a_status(  # noqa: PLR0913 - drawn
    capsys: pytest.CaptureFixture[str], *, amount: str, first: str, second: str, third: str, flag: bool
) -> None:
    flags = [["--stopped", "--vat", "--json"], ["--within-30-days"]][flag]
    kinds = [["--home", "--movables"], ["--spouses", "--paid-out", "--json"]][flag]
    for words in (
        ["interest", f"--jistina={amount}", f"--due-on={first}", f"--until={second}", f"--since={third}",
         f"--payment={third}:{amount}", f"--claimed={amount}"],
        ["costs", f"--pohledavka={amount}", f"--began-on={first}", f"--authorised-on={second}", f"--joined-on={third}",
         f"--recovered={amount}", f"--lawyer-filed-on={third}", f"--awarded={amount}", *flags],
        ["account", f"--delivered-on={first}", f"--as-of={second}", f"--notice-on={third}", f"--balance={amount}",
         *kinds],
    ):  # fmt: skip
        assert Run(capsys, *words).status in {0, 2}
