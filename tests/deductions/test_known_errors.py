"""Errors of public tools and tables: what each error gives, and that the law's figure differs from it, and which way.

The rule of a tool is written out here from its description; the law's figures are worked out by hand.
"""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Any, Final

import polars as pl
import pytest

from dluhy.deductions import Claim, Spouse, deduct, deduct_frame
from dluhy.deductions.accounts import account_payout, cash_limit, protected_account
from dluhy.deductions.answering import answer
from dluhy.deductions.document import DeductionDocument
from dluhy.deductions.incomes import treatment
from dluhy.deductions.reading import parse
from dluhy.law.pack import default_pack
from dluhy.money import to_halere
from dluhy.problems import HorizonError

if TYPE_CHECKING:
    from dluhy.deductions import Deduction

LOAN: Final = (Claim(id="loan", kind="loan", delivered_on=date(2018, 1, 2), issued_on=date(2018, 1, 2)),)
ALONE: Final = Spouse(married=False)
NO_PENSION: Final = Spouse(married=True, pension="none")


def month(wage: str, net: str, *, paid: str | None = None, **more: Any) -> Deduction:  # noqa: ANN401 - words of deduct
    """Return the deduction for one loan from a wage of a month, paid on the 10th of the next one unless said."""
    of = date.fromisoformat(f"{wage}-01")
    next_month = date(of.year + of.month // 12, of.month % 12 + 1, 10)
    known: dict[str, Any] = {"dependants": 0, "spouse": ALONE, "claims": LOAN} | more
    return deduct(paid_on=date.fromisoformat(paid) if paid else next_month, wage_period=of, net=net, **known)


def incomes(wage: str, paid: str, *parts: tuple[str, str]) -> Deduction:
    """Return the deduction for one loan from several incomes of one payer."""
    document = {
        "paid_on": paid, "wage_period": wage, "dependants": 0, "spouse": {"married": False},
        "claims": [{"kind": "loan", "delivered_on": "2014-01-02", "issued_on": "2014-01-02"}],
        "incomes": [{"kind": kind, "net": net} for kind, net in parts],
    }  # fmt: skip
    return answer(parse(DeductionDocument, json.dumps(document)), default_pack())


def minas(net: int, *, housing: int = 15_597) -> int | str:
    """Return a debt-relief deduction by the program MINAS (github.com/jgritzbach/MINAS, March 2024), no dependants.

    It takes the housing of 2023 and twice the sum for the threshold; what is above is a text, which `+` then appends.
    """
    total = 4_860 + housing
    rest, threshold = net - ceil(Fraction(2, 3) * total), total * 2
    two_thirds = min(rest, threshold) // 3 * 2
    return two_thirds if rest <= threshold else f"{two_thirds}{rest - threshold}.00"


def pecina(net: int, total: int, people: int = 0) -> tuple[int, int]:
    """Return the protected amount and the deduction of debt relief by github.com/tompecina/legal (kos, to 2019).

    Above the sum of living minimum and housing, once, everything is taken; a spouse is one of the people.
    """
    base = ceil(Fraction(2, 3) * total * (1 + Fraction(people, 4)))
    rest = max(net - base, 0)
    return base, max(rest - total, 0) + min(rest, total) // 3 * 2


def rozhlas(net: int, people: int = 0) -> Fraction:
    """Return a deduction for debts without priority by github.com/DataRozhlas/simulator-davek (2018): not rounded."""
    base = 6_225 + people * 1_556
    return net - base - Fraction(2, 3) * min(net - base, 9_338)


def one_third(net: str, base: int) -> int:
    """Return one third of what is above a protected amount, in whole crowns."""
    return (int(net) - base) // 3


def test_minas_takes_too_little_with_the_housing_of_2023() -> None:
    found = month("2024-03", "20000", debt_relief=True, claims=None)

    assert minas(20_000) == 4_240
    assert found.deducted == to_halere("4862") > to_halere("4240")


@pytest.mark.parametrize(("housing", "tool"), [(14_197, 24_862), (15_597, 24_240)])
def test_minas_takes_too_little_with_twice_the_sum_for_the_threshold(housing: int, tool: int) -> None:
    """With the right housing too: the threshold alone is wrong by a half of the sum."""
    found = month("2024-03", "50000", debt_relief=True, claims=None)

    assert minas(50_000, housing=housing) == tool
    assert found.unlimited == to_halere("8709.50")
    assert found.deducted == to_halere("27765.50") > to_halere(str(tool))


def test_minas_appends_what_is_above_the_threshold_as_text() -> None:
    found = month("2024-03", "60000", debt_relief=True, claims=None)

    tool = minas(60_000)
    assert tool == "272765448.00"
    assert found.deducted == to_halere("37765.50") < found.net < to_halere(str(tool))


def test_pecina_takes_too_much_from_june_2019_when_the_threshold_doubled() -> None:
    before = month("2019-05", "30000", debt_relief=True, claims=None)
    after = month("2019-06", "30000", debt_relief=True, claims=None)

    assert pecina(30_000, 9_643) == (6_429, 20_356)
    assert before.deducted == to_halere("20356")
    assert after.deducted == to_halere("17141") < before.deducted


def test_pecina_protects_too_much_from_2025_when_a_spouse_no_longer_counts() -> None:
    before = month("2024-11", "30000", spouse=NO_PENSION, own_pension="none")
    after = month("2025-03", "30000", spouse=NO_PENSION, own_pension="none")

    assert pecina(30_000, 19_057, 1)[0] == 15_881
    assert before.base == to_halere("15881")
    assert pecina(30_000, 19_540, 1)[0] == 16_284
    assert after.base == to_halere("13027") < to_halere("16284")


@pytest.mark.parametrize(
    ("people", "tool", "law"), [(0, "7549.67", "7548"), (2, "4437.67", "4436"), (3, "3035.67", "3035")]
)
def test_rozhlas_takes_too_much_by_never_rounding(people: int, tool: str, law: str) -> None:
    found = month("2018-05", "20000", dependants=people)

    assert round(float(rozhlas(20_000, people)), 2) == float(tool)
    assert found.deducted == to_halere(law) < to_halere(tool)


def test_rozhlas_takes_the_tax_bonus_which_is_exempt_since_24_april_2020() -> None:
    wage_alone, bonus = to_halere("4364"), to_halere("1500")
    found = incomes("2020-04", "2020-05-12", ("wage", "20000"), ("tax_bonus", "1500"))

    assert found.deducted == wage_alone < wage_alone + bonus
    assert found.left == to_halere("20000") + bonus - wage_alone
    days = [date(2020, 4, 23), date(2020, 4, 24)]
    assert [treatment("tax_bonus", day).code for day in days] == ["not_wage", "exempt"]


def test_penize_2019_cuts_the_protected_amount_down_where_it_is_rounded_up() -> None:
    exact = Fraction(2, 3) * 9_643 * (1 + Fraction(3, 4))
    before = month("2019-03", "25000", dependants=2, spouse=Spouse(married=True))

    assert (floor(exact), ceil(exact)) == (11_250, 11_251)
    assert before.base == to_halere("11251") > to_halere("11250")
    assert before.unlimited == to_halere("4106") < to_halere("4107")


def test_harmonik_2016_leaves_out_the_agreement_to_perform_a_job() -> None:
    tool = to_halere(str(one_third("12000", 6_179)))
    both = incomes("2016-01", "2016-02-10", ("wage", "12000"), ("agreement_perform_job", "4000"))

    assert tool == to_halere("1940") == incomes("2016-01", "2016-02-10", ("wage", "12000")).deducted
    assert both.deducted == to_halere("3642") > tool
    days = [date(2015, 8, 31), date(2015, 9, 1)]
    assert [treatment("agreement_perform_job", day).code for day in days] == ["not_wage", "like_wage"]


@pytest.mark.parametrize("day", [date(2021, 7, 1), date(2022, 1, 1), date(2022, 6, 30)])
def test_the_protected_account_is_a_year_older_than_evidence_exekuci_and_finance_cz_say(day: date) -> None:
    said_since = date(2022, 7, 1)

    assert day < said_since
    assert protected_account(day) is not None
    assert protected_account(date(2021, 6, 30)) is None


def test_eleven_twentieths_of_the_draft_of_2022_never_became_law() -> None:
    draft = ceil(Fraction(11, 20) * (4_860 + 15_597))

    assert draft == 11_252
    assert month("2023-01", "20000").base == to_halere("13638") > to_halere(str(draft))


@pytest.mark.parametrize("wage", ["2022-01", "2022-02", "2022-03"])
def test_the_table_of_january_2022_with_6815_takes_too_much(wage: str) -> None:
    table = ceil(Fraction(3, 4) * (3_860 + 6_815))
    found = month(wage, "20000")

    assert (table, one_third("20000", table)) == (8_007, 3_997)
    assert found.base == to_halere("8847") > to_halere("8007")
    assert found.deducted == to_halere("3717") < to_halere("3997")


@pytest.mark.parametrize("wage", ["2022-10", "2022-11", "2022-12"])
def test_the_table_with_9416_takes_too_much_from_october_to_december_2022(wage: str) -> None:
    table = ceil(Fraction(3, 4) * (4_620 + 7_935))
    found = month(wage, "20000")

    assert (table, one_third("20000", table)) == (9_417, 3_527)
    assert month("2022-09", "20000").base == to_halere("9417")
    assert found.base == to_halere("11104") > to_halere("9417")
    assert found.deducted == to_halere("2965") < to_halere("3527")


@pytest.mark.parametrize("paid", ["2026-09-30", "2026-10-01", "2026-10-15", "2026-12-31"])
def test_the_living_minimum_of_october_2026_does_not_move_wages(paid: str) -> None:
    moved = ceil(Fraction(85, 100) * (5_500 + 9_430 + 2_300))
    frame = deduct_frame(pl.DataFrame({"paid_on": [date.fromisoformat(paid)], "net": [to_halere("20000")]}))

    assert moved == 14_646
    for of in ("2026-08", "2026-09"):
        assert month(of, "20000", paid=paid).base == to_halere("14102") < to_halere(str(moved))
    assert frame["base"].to_list() == [to_halere("14102")]


@pytest.mark.parametrize(
    ("day", "account", "cash"), [("2026-09-30", "14580", "9720"), ("2026-10-01", "16500", "11000")]
)
def test_the_living_minimum_of_october_2026_moves_accounts_and_cash(day: str, account: str, cash: str) -> None:
    on = date.fromisoformat(day)
    paid_out = account_payout(order_delivered_on=on, asked_on=on, balance=to_halere("99999"), already_paid_out=False)

    assert paid_out.amount == to_halere(account)
    assert cash_limit(on) == to_halere(cash)


def test_texts_that_still_say_twice_the_living_minimum_leave_too_little_on_an_account() -> None:
    on = date(2026, 11, 2)
    found = account_payout(order_delivered_on=on, asked_on=on, balance=to_halere("99999"), already_paid_out=False)

    assert found.amount == to_halere("16500") > to_halere(str(2 * 5_500))


@pytest.mark.parametrize("paid", [date(2027, 1, 1), date(2027, 1, 11), date(2028, 6, 10)])
def test_payments_from_2027_are_refused_with_the_reason_not_computed_by_2026(paid: date) -> None:
    """The last payments of 2026 are computed, for whatever month."""
    frame = pl.DataFrame({"paid_on": [date(2026, 12, 31), paid], "net": [to_halere("20000")] * 2})
    assert month("2026-12", "20000", paid="2026-12-31").base == to_halere("14102")
    assert deduct_frame(frame.head(1)).height == 1

    for ask in (lambda: month("2026-12", "20000", paid=paid.isoformat()), lambda: deduct_frame(frame)):
        with pytest.raises(HorizonError) as refused:
            ask()
        (problem,) = refused.value.problems
        cs, en = problem.cs.replace("\u00a0", " "), problem.en
        assert problem.code == "past_horizon"
        for words in ("2026-12-31", "normativní nájemné", "na nařízení pro rok 2027 se čeká"):
            assert words in cs
        for words in ("2026-12-31", "rent norm", "the regulation for 2027 is awaited"):
            assert words in en


@pytest.mark.parametrize(
    ("rest", "rounded", "law"),
    [
        ("2.99", 1, "0"),
        ("8999.50", 3000, "2999"),
        ("8999.99", 3000, "2999"),
        ("9000", 3000, "3000"),
        ("9002.99", 3001, "3000"),
    ],
)
def test_a_remainder_a_haler_short_of_a_multiple_of_three_is_rounded_down(rest: str, rounded: int, law: str) -> None:
    """A tool that first rounds the remainder to whole crowns takes a crown more."""
    net = to_halere("14102") + to_halere(rest)
    found = deduct(paid_on=date(2026, 5, 12), net=net, dependants=0, spouse=ALONE, claims=LOAN)
    frame = deduct_frame(pl.DataFrame({"paid_on": [date(2026, 5, 12)], "net": [net]}))

    assert floor(Fraction(rest) + Fraction(1, 2)) // 3 == rounded
    assert found.third == found.deducted == to_halere(law) <= to_halere(str(rounded))
    assert frame["third"].to_list() == [to_halere(law)]


@pytest.mark.parametrize(
    ("wage", "net", "times_sum", "unlimited", "law", "tool"),
    [
        ("2024-10", "45000", "28585.50", "3709.50", "13237.50", 9_528 + 45_000 - 12_705 - 28_586),
        ("2023-05", "50000", "30685.50", "5676.50", "15904.50", 10_228 + 50_000 - 13_638 - 30_686),
    ],
)
def test_a_threshold_rounded_up_to_crowns_takes_half_a_crown_too_little(  # noqa: PLR0913, PLR0917 - a table
    wage: str, net: str, times_sum: str, unlimited: str, law: str, tool: int
) -> None:
    found = month(wage, net)

    assert ceil(Fraction(times_sum)) - Fraction(times_sum) == Fraction(1, 2)
    assert found.unlimited == to_halere(unlimited)
    assert found.deducted == to_halere(law) == to_halere(str(tool)) + 50


@pytest.mark.parametrize(
    ("paid", "people", "debtor", "person", "law"),
    [("2025-05-12", 2, "13026.67", "3256.67", 19_540), ("2026-05-12", 4, "14101.50", "3525.38", 28_203)],
)
def test_amounts_rounded_to_haler_before_they_are_added_protect_a_crown_too_much(
    paid: str, people: int, debtor: str, person: str, law: int
) -> None:
    """Some payroll programs do; asked for it, the program does the same."""
    tool = ceil(Fraction(debtor) + people * Fraction(person))
    found, as_payers = (month("2025-04", "30000", paid=paid, dependants=people, component_rounding=rounding)
                        for rounding in ("exact", "2dp"))  # fmt: skip

    assert tool == law + 1
    assert found.base == to_halere(str(law)) < as_payers.base == to_halere(str(tool))


def test_tables_of_2024_protect_too_little_of_the_december_wage_paid_in_january_2025() -> None:
    table = ceil(Fraction(2, 3) * (4_860 + 14_197))

    assert table == 12_705
    assert month("2024-12", "20000", paid="2024-12-31").base == to_halere("12705")
    assert month("2024-12", "20000", paid="2025-01-01").base == to_halere("13027") > to_halere(str(table))
