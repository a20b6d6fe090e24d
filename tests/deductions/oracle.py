"""Deductions from wages by a second, slow reading of the law: one person, one month, exact fractions of a crown.

Nothing here is shared with the program: the amounts of every period are typed in once more, and what the program
computes for many rows at once stands here as plain steps for one. Where the law is silent, the convention is named.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import Any, NamedTuple

Case = dict[str, Any]
Claim = dict[str, Any]
Parts = dict[str, dict[str, Fraction]]

HELLER, ZERO = Fraction(1, 100), Fraction(0)
BY_RUNNING = (
    "current_maintenance",
    "maintenance_arrears",
    "assignment_fee",
    "assigned_maintenance",
    "substitute_maintenance",
)
"""Classes that divide too little money by running maintenance (§ 280 odst. 3, 4 of act 99/1963)."""
PRIORITY = (*BY_RUNNING, "other_priority")
"""Priority claims in the order of § 280 odst. 2."""
FOR_PRIORITY, FOR_ALL = "priority", "all"
"""What is paid from: the second third with the unlimited part, or the first third with what is left of them."""
QUALIFYING = ("old_age", "early_old_age", "invalidity_2", "invalidity_3", "orphan")
FEE, FEE_FROM = 50, date(2022, 1, 1)
PAY_DATE_KEY_FROM, END = date(2025, 1, 1), date(2026, 12, 31)
FOUR_ORDERS_FROM, ORDERS, TRUSTEE = date(2024, 10, 1), 4, 1089
NEXT_MONTH_FROM = date(2024, 10, 1)
"""From deliveries of this day a payer begins with the next calendar month (§ 282a), before that at once."""


class Row(NamedTuple):
    """Amounts of one period in crowns: `start` is its first day, by wage period, from 2025 by pay day."""

    key: str
    start: date
    living: int
    housing: int
    energy: int
    debtor: Fraction
    person: Fraction
    times: Fraction


def _row(key: str, start: date, money: tuple[int, int, int], fractions: str) -> Row:
    debtor, person, times = (Fraction(text) for text in fractions.split())
    return Row(key, start, *money, debtor, person, times)


ROWS = (
    _row("2015", date(2015, 1, 1), (3410, 5767, 0), "2/3 1/4 1"),
    _row("2016", date(2016, 1, 1), (3410, 5858, 0), "2/3 1/4 1"),
    _row("2017", date(2017, 1, 1), (3410, 5822, 0), "2/3 1/4 1"),
    _row("2018", date(2018, 1, 1), (3410, 5928, 0), "2/3 1/4 1"),
    _row("2019a", date(2019, 1, 1), (3410, 6233, 0), "2/3 1/4 1"),
    _row("2019b", date(2019, 6, 1), (3410, 6233, 0), "2/3 1/4 2"),
    _row("2020a", date(2020, 1, 1), (3410, 6502, 0), "2/3 1/4 2"),
    _row("2020b", date(2020, 4, 1), (3860, 6502, 0), "2/3 1/4 2"),
    _row("2020c", date(2020, 7, 1), (3860, 6502, 0), "3/4 1/3 2"),
    _row("2021", date(2021, 1, 1), (3860, 6637, 0), "3/4 1/3 2"),
    _row("2022a", date(2022, 1, 1), (3860, 6815 + 1120, 0), "3/4 1/3 2"),
    _row("2022b", date(2022, 4, 1), (4250, 6815 + 1120, 0), "3/4 1/3 2"),
    _row("2022c", date(2022, 7, 1), (4620, 6815 + 1120, 0), "3/4 1/3 2"),
    _row("2022d", date(2022, 10, 1), (4620, 6815 + 1120 + 2250, 0), "3/4 1/3 2"),
    _row("2023", date(2023, 1, 1), (4860, 14197 + 1400, 0), "2/3 1/4 3/2"),
    _row("2024", date(2024, 1, 1), (4860, 14197, 0), "2/3 1/4 3/2"),
    _row("2025", date(2025, 1, 1), (4860, 14680, 0), "2/3 1/4 3/2"),
    _row("2026", date(2026, 1, 1), (4860, 9430, 2300), "85/100 1/4 19/10"),
)


def row_of(paid_on: date, wage_period: date) -> Row:
    """Return the amounts: by wage period until the pay days of 2024, then by the year of the pay day (ValueError)."""
    by_pay_day = paid_on >= PAY_DATE_KEY_FROM
    day = paid_on if by_pay_day else wage_period
    last = END if by_pay_day else date(2024, 12, 31)
    if not ROWS[0].start <= day <= last:
        raise ValueError(f"no amounts: paid on {paid_on}, wage of {wage_period}")
    return [row for row in ROWS if row.start <= day][-1]


def total(row: Row) -> int:
    """Return the sum that all fractions are taken of."""
    return row.living + row.housing + row.energy


def debtor_amount(row: Row) -> Fraction:
    """Return the exact part of the base for the debtor."""
    return row.debtor * total(row)


def person_amount(row: Row) -> Fraction:
    """Return the exact part of the base for one person the debtor maintains."""
    return row.person * debtor_amount(row)


def threshold(row: Row) -> Fraction:
    """Return the part of the remainder above which everything is taken; it may end in 50 hellers."""
    return row.times * total(row)


def half_up(amount: Fraction) -> Fraction:
    """Round to hellers, a half upwards."""
    return floor(amount / HELLER + Fraction(1, 2)) * HELLER


def base_of(row: Row, people: int, component_rounding: str) -> Fraction:
    """Return the base: the sum alone is rounded up to crowns; "2dp" first rounds both parts, as some payers do."""
    debtor, person = debtor_amount(row), person_amount(row)
    if component_rounding == "2dp":
        debtor, person = half_up(debtor), half_up(person)
    return Fraction(ceil(debtor + people * person))


def next_month(day: date) -> date:
    """Return the first day of the next month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def acting(case: Case) -> list[Claim]:
    """Return the claims whose orders bind the payer on the pay day."""
    begins = {
        claim["id"]: next_month(claim["delivered_on"])
        if claim["delivered_on"] >= NEXT_MONTH_FROM
        else claim["delivered_on"]
        for claim in case["claims"]
    }
    return [claim for claim in case["claims"] if begins[claim["id"]] <= case["paid_on"]]


def four_orders(case: Case, third: int) -> bool:
    """Say whether four orders open the second third for every claim (§ 279 odst. 4, 5)."""
    orders = {claim["order"] for claim in acting(case)}
    spared = case["own_pension"] in QUALIFYING and third < TRUSTEE
    return len(orders) >= ORDERS and case["wage_period"] >= FOUR_ORDERS_FROM and not spared


def to_hellers(exact: dict[str, Fraction], pool: Fraction) -> dict[str, Fraction]:
    """Round shares of a pool down to hellers; the hellers left go to the largest rests, then to the lower id."""
    shares = {who: floor(share / HELLER) * HELLER for who, share in exact.items()}
    spare = (pool - sum(shares.values())) / HELLER
    assert spare.denominator == 1, "a pool holds whole hellers"
    for who in sorted(exact, key=lambda who: (shares[who] - exact[who], who))[: int(spare)]:
        shares[who] += HELLER
    return shares


def ratio_shares(
    pool: Fraction, wants: dict[str, Fraction | None], weights: dict[str, Fraction]
) -> dict[str, Fraction]:
    """Divide a pool by weights; who would get more than he wants gets that, and the others divide the rest again."""
    given: dict[str, Fraction] = {}
    waiting = [who for who, want in wants.items() if want != 0]
    while waiting:
        whole = sum(weights[who] for who in waiting)
        exact = {who: pool * weights[who] / whole for who in waiting}
        full = {who: want for who in waiting if (want := wants[who]) is not None and want <= exact[who]}
        if not full:
            return given | to_hellers(exact, pool)
        given |= full
        pool -= sum(full.values())
        waiting = [who for who in waiting if who not in full]
    return given


class Month:
    """What each claim still wants and has got, while one month is divided."""

    def __init__(self, claims: list[Claim]) -> None:
        """Start with nothing paid."""
        self.claims = claims
        self.wants: dict[str, Fraction | None] = {claim["id"]: claim["balance"] for claim in claims}
        self.parts: Parts = {claim["id"]: {FOR_PRIORITY: ZERO, FOR_ALL: ZERO} for claim in claims}

    def pay_group(self, group: list[Claim], pool: Fraction, part: str, *, by_running: bool) -> Fraction:
        """Pay claims that stand side by side, by running maintenance or by what they still want; return the rest."""
        wants = {claim["id"]: self.wants[claim["id"]] for claim in group}
        if by_running:
            weights = {claim["id"]: claim["monthly"] for claim in group}
            if not all(weights.values()) or len({claim["entitled"] for claim in group}) < len(group):
                raise ValueError("each claim of a class needs its own entitled person with running maintenance")
        elif None in wants.values() and len(wants) > 1:
            raise ValueError("a claim of unknown size shares a rank")
        else:
            weights = {who: Fraction(1) if want is None else want for who, want in wants.items()}
        for who, share in ratio_shares(pool, wants, weights).items():
            self.parts[who][part] += share
            want = self.wants[who]
            self.wants[who] = None if want is None else want - share
            pool -= share
        return pool

    def pay_by_rank(self, claims: list[Claim], pool: Fraction, part: str) -> Fraction:
        """Pay strictly by the day of delivery, the same day together; return the rest."""
        for day in sorted({claim["delivered_on"] for claim in claims}):
            group = [claim for claim in claims if claim["delivered_on"] == day]
            pool = self.pay_group(group, pool, part, by_running=False)
        return pool

    def pay_priority(self, pool: Fraction) -> Fraction:
        """Pay priority claims class after class, whatever their rank; return the rest (§ 280 odst. 2-4)."""
        for name in PRIORITY:
            group = [claim for claim in self.claims if claim["class"] == name]
            if name in BY_RUNNING:
                pool = self.pay_group(group, pool, FOR_PRIORITY, by_running=True)
            else:
                pool = self.pay_by_rank(group, pool, FOR_PRIORITY)
        return pool


def divide(case: Case, third: int, over: Fraction, fee: int) -> Parts:
    """Divide one month when the payer keeps a fee.

    The unlimited part is added to the second third, and priority claims take from both together, of the second third
    first. What they leave of the unlimited part is added to the first third, of which the fee comes first; only four
    orders add what is left of the second third too. All claims then take from the whole by rank (§ 279 odst. 3, 6).
    """
    month = Month(acting(case))
    rest = month.pay_priority(third + over)
    rest_of_over = min(over, rest)
    opened = rest - rest_of_over if four_orders(case, third) else ZERO
    assert third >= fee, "the first third always holds the fee"
    month.pay_by_rank(month.claims, third - fee + rest_of_over + opened, FOR_ALL)
    return month.parts


def paid(parts: Parts) -> Fraction:
    """Return the sum of all that claims got."""
    return sum((share for pools in parts.values() for share in pools.values()), ZERO)


def fee_of(case: Case, third: int, over: Fraction) -> int:
    """Return the fee in crowns: 50, at most a third of the month's whole deduction rounded up, the fee included.

    The deduction with a fee n, d(n) = n + what claims get, never falls when n grows, so the steps n -> ceil(d(n) / 3)
    from 50 go down to the greatest fee that fits its own deduction. Where claims get nothing, nothing is deducted and
    no fee is due. The first third always holds the fee: without an unlimited part the deduction is at most two thirds
    and ceil(2 * third / 3) <= third; with one, a third is thousands.
    """
    due = any(claim["issued_on"] >= FEE_FROM for claim in acting(case))
    if not due or paid(divide(case, third, over, 0)) == 0:
        return 0
    most = min(FEE, third)
    fee, step = -1, most
    while fee != step:
        fee, step = step, min(most, ceil((step + paid(divide(case, third, over, step))) / 3))
    return fee


def expected(case: Case) -> Case:
    """Return base, remainder, third, unlimited, capacity, deducted, left, fee, allocations and parts of one month."""
    row = row_of(case["paid_on"], case["wage_period"])
    share = case["base_share"]
    people = case["dependants"] + case["spouse_counts"]
    base = share if share is not None else base_of(row, people, case["component_rounding"])
    remainder = max(ZERO, case["net"] - base)
    third = floor(min(remainder, threshold(row)) / 3)
    over = max(ZERO, remainder - threshold(row))
    amounts: Case = {"base": base, "remainder": remainder, "third": Fraction(third), "unlimited": over}
    if case["debt_relief"]:
        whole = 2 * third + over
        return amounts | settled(case, whole, whole, 0, {})
    opened = four_orders(case, third) or any(claim["class"] in PRIORITY for claim in acting(case))
    fee = fee_of(case, third, over)
    parts = divide(case, third, over, fee)
    return amounts | settled(case, third * (1 + opened) + over, fee + paid(parts), fee, parts)


def settled(case: Case, capacity: Fraction, deducted: Fraction, fee: int, parts: Parts) -> Case:
    """Return the part of the result that says who gets what."""
    return {
        "capacity": capacity,
        "deducted": deducted,
        "left": case["net"] - deducted,
        "fee": Fraction(fee),
        "allocations": {who: sum(pools.values(), ZERO) for who, pools in parts.items()},
        "parts": parts,
    }
