"""Random months for comparing two readings of the law of wage deductions; the same seed gives the same month.

Days crowd around the changes of the law and wages around the edges of the computation. Every claim states all its
facts. A claim of unknown size stands alone in its rank and in its class, because no share of it can be told.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from tests.deductions.oracle import (
    BY_RUNNING,
    HELLER,
    PRIORITY,
    TRUSTEE,
    acting,
    base_of,
    four_orders,
    next_month,
    row_of,
    threshold,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from tests.deductions.oracle import Case, Claim, Row

FIRST, LAST = date(2015, 1, 1), date(2026, 12, 31)
CLASSES = (*PRIORITY, "non_priority", "non_priority", "non_priority")
"""Other claims are the most common ones."""
PENSIONS = ("none", "old_age", "early_old_age", "invalidity_1", "invalidity_2", "invalidity_3", "orphan", "widow")
BEYOND = Fraction(10**6)
"""More than any wage drawn."""
PEOPLE = ("Anna", "Běla", "Cyril", "Dana", "Emil", "Fany")
PAID_FROM = {
    "substitute_maintenance": date(2021, 7, 1),
    "assignment_fee": date(2026, 1, 1),
    "assigned_maintenance": date(2026, 1, 1),
}
"""The first pay days for which the law knows a class."""
TURNS = tuple(
    date.fromisoformat(month)
    for month in (
        "2019-05-01 2019-06-01 2020-03-01 2020-04-01 2020-06-01 2020-07-01 2021-12-01 2022-01-01 2022-03-01",
        "2022-04-01 2022-06-01 2022-07-01 2022-09-01 2022-10-01 2022-12-01 2023-01-01 2023-12-01 2024-01-01",
        "2024-09-01 2024-10-01 2024-11-01 2024-12-01 2025-01-01 2025-11-01 2025-12-01 2026-01-01 2026-11-01",
    )
    for month in month.split()
)
"""Months of wages next to a change of amounts or rules."""


def some_month(random: Random) -> date:
    """Draw the month a wage is for."""
    if random.random() < 0.1:
        return random.choice([date(2024, 12, 1), date(2025, 12, 1)])
    if random.random() < 0.5:
        return random.choice(TURNS)
    return date(random.randint(FIRST.year, LAST.year), random.randint(1, 12), 1)


def pay_day(random: Random, month: date) -> date:
    """Draw a pay day: the last day of the month, the first or the usual ones of the next, seldom months late."""
    after = next_month(month)
    late = timedelta(days=random.randint(15, 400))
    common = [after - timedelta(days=1), after, after + timedelta(days=random.randint(4, 14))]
    return min(LAST, random.choice([*common, common[-1], common[-1], after + late]))


def hellers(random: Random, low: Fraction, high: Fraction) -> Fraction:
    """Draw an amount between two others, often whole crowns."""
    amount = random.randint(int(low / HELLER), int(high / HELLER)) * HELLER
    return Fraction(int(amount)) if random.random() < 0.4 else amount


def net_wage(random: Random, base: Fraction, row: Row) -> Fraction:
    """Draw a net wage, mostly within three crowns of an edge of the computation."""
    limit = threshold(row)
    edges = [base, base + limit, base + 3 * limit, base + 3 * TRUSTEE, base + 3 * random.randint(1, 200)]
    near = random.choice(edges) + random.randint(-300, 300) * HELLER
    usual = hellers(random, base / 2, base + limit * Fraction(3, 2))
    return max(Fraction(0), random.choice([near, near, usual, usual, random.choice(edges), Fraction(0)]))


def late_day(random: Random, month: date, paid_on: date) -> date:
    """Draw a day of delivery so late that the order may not bind yet on the pay day."""
    edges = [month, next_month(month), paid_on.replace(day=1), paid_on, next_month(paid_on)]
    return random.choice(edges) + timedelta(days=random.choice([-1, 0, 1, random.randint(0, 20)]))


def some_orders(random: Random, month: date, paid_on: date, count: int) -> list[Claim]:
    """Draw orders with days of issue and delivery, mostly before the month; some come on the same day."""
    days = [month - timedelta(days=random.randint(1, 500)) for _ in range(max(1, count - random.randint(0, 3)))]
    days += [day for day in (date(2021, 12, 31), date(2022, 1, 1), date(2022, 1, 2)) if day < month][: count - 1]
    days += [late_day(random, month, paid_on) for _ in range(random.choice([0, 0, 0, 0, 0, 0, 1, 2]))]
    orders = []
    for number in range(count):
        delivered = random.choice(days)
        issued = delivered - timedelta(days=random.choice([0, 1, 3, 10]))
        orders.append({"order": f"{number + 1} EX", "delivered_on": delivered, "issued_on": issued})
    return orders


def balance(random: Random, third: Fraction) -> Fraction | None:
    """Draw what a claim still wants: nothing, crumbs, parts of a third, more than any wage, or unknown."""
    ends = [Fraction(0), hellers(random, Fraction(0), Fraction(200)), Fraction(random.randint(1, 120)), third]
    parts = [hellers(random, Fraction(0), third + 5) for _ in range(5)]
    return random.choice([*ends, *parts, hellers(random, third, 3 * third + 9), BEYOND, BEYOND, None])


def some_classes(random: Random) -> tuple[str, ...]:
    """Draw the classes that the claims of one case may have: all, none with priority, maintenance alone, or a few."""
    few = tuple(random.choice(CLASSES) for _ in range(2))
    return random.choice([CLASSES, CLASSES, CLASSES, CLASSES, CLASSES[-1:], CLASSES[-1:], BY_RUNNING[:2], few])


def some_claim(random: Random, name: str, paid_on: date, third: Fraction, running: dict[str, Fraction]) -> Claim:
    """Draw a claim without its order; claims by maintenance know the person and his running maintenance."""
    if paid_on < PAID_FROM.get(name, paid_on):
        name = "other_priority"
    person = random.choice(PEOPLE) if name in BY_RUNNING else None
    monthly = None if person is None else running[person]
    wanted = monthly if name == "current_maintenance" and random.random() < 0.7 else balance(random, third)
    return {"class": name, "balance": wanted, "entitled": person, "monthly": monthly}


def same_person_twice(claim: Claim, others: list[Claim]) -> bool:
    """Say whether the class already holds a claim of that person."""
    who = (claim["class"], claim["entitled"])
    return claim["entitled"] is not None and who in [(other["class"], other["entitled"]) for other in others]


def some_claims(random: Random, month: date, paid_on: date, third: Fraction) -> list[Claim]:
    """Draw up to six claims of up to six orders."""
    running = {person: Fraction(random.choice(["500", "1000", "1234.56", "1700", "2000", "3333"])) for person in PEOPLE}
    count = random.randint(0, 6)
    orders = some_orders(random, month, paid_on, random.randint(1, 6) if random.random() < 0.3 else max(1, count))
    random.shuffle(orders)
    claims: list[Claim] = []
    classes = some_classes(random)
    for number in range(count):
        claim = some_claim(random, random.choice(classes), paid_on, third, running) | {"id": f"c{number}"}
        claim |= orders[number % len(orders)]
        if not same_person_twice(claim, claims):
            claims.append(claim)
    random.shuffle(claims)
    return [known(claim, claims) for claim in claims]


def known(claim: Claim, claims: list[Claim]) -> Claim:
    """Give a claim of unknown size a large one where it shares its rank or a class that is divided by a ratio."""
    others = [other for other in claims if other is not claim]
    ranks = {other["delivered_on"] for other in others}
    classes = {other["class"] for other in others if other["class"] in BY_RUNNING}
    shares = claim["delivered_on"] in ranks or claim["class"] in classes
    return claim | {"balance": Fraction(10**7)} if claim["balance"] is None and shares else claim


def draw(random: Random) -> Case:
    """Draw one person's month.

    Input: a seeded generator. Output: a case as `expected` takes it, amounts in crowns with whole hellers at most.
    """
    month = some_month(random)
    case: Case = {
        "paid_on": pay_day(random, month),
        "wage_period": random.choice([month, month, month.replace(day=random.randint(1, 28))]),
        "dependants": random.choice([0, 0, 1, 2, 2, 3, 4, 4, 5, 6, 7, 8]),
        "spouse_counts": random.random() < 0.3,
        "own_pension": random.choice(PENSIONS) if random.random() < 0.5 else None,
        "component_rounding": "2dp" if random.random() < 0.25 else "exact",
        "debt_relief": random.random() < 0.1,
    }
    row = row_of(case["paid_on"], month)
    base = base_of(row, case["dependants"] + case["spouse_counts"], case["component_rounding"])
    part = Fraction(random.randint(0, int(base))) if random.random() < 0.15 else None
    net = net_wage(random, base if part is None else part, row)
    rest = min(max(Fraction(0), net - (base if part is None else part)), threshold(row))
    claims = some_claims(random, month, case["paid_on"], Fraction(int(rest / 3)))
    return case | {"net": net, "base_share": part, "claims": claims}


def own_ranks(claims: list[Claim]) -> list[Claim]:
    """Move delivery and issue back by days so that no two claims share a rank."""
    moved: list[Claim] = []
    for claim in sorted(claims, key=lambda claim: (claim["delivered_on"], claim["id"]), reverse=True):
        latest = moved[-1]["delivered_on"] - timedelta(days=1) if moved else claim["delivered_on"]
        back = max(timedelta(0), claim["delivered_on"] - latest)
        days = {"delivered_on": claim["delivered_on"] - back, "issued_on": claim["issued_on"] - back}
        moved.append(claim | days)
    return moved


def without_division(case: Case) -> Case:
    """Return the case with nothing to divide: base, extent and capacity stay, and the claims take all of it.

    Orders that do not bind yet are left out. Each other order keeps one claim, larger than anything and with a rank of
    its own. Of priority claims only the first stays one, so that no class holds two. Wherever there is a claim the
    deduction is the whole capacity.
    """
    claims = sorted(acting(case), key=lambda claim: claim["class"] not in PRIORITY)
    one_each = {claim["order"]: claim for claim in reversed(claims)}
    first = claims[0]["id"] if claims else None
    plain = {"class": "non_priority", "entitled": None, "monthly": None}
    kept = [claim | {"balance": None} | (plain if claim["id"] != first else {}) for claim in one_each.values()]
    return case | {"claims": own_ranks(kept)}


def hide(random: Random, case: Case) -> Case:
    """Hide facts of claims so that no total changes: sizes beyond any wage, days of delivery, running maintenance.

    Running maintenance is hidden only where nothing else would tell a different one.
    """
    bound = [claim["id"] for claim in acting(case)]
    misleading = {
        claim["entitled"]
        for claim in case["claims"]
        if claim["class"] == "current_maintenance" and claim["balance"] != claim["monthly"]
    }
    return case | {"claims": [hidden(random, claim, bound, misleading) for claim in case["claims"]]}


def hidden(random: Random, claim: Claim, bound: list[str], misleading: set[str]) -> Claim:
    """Hide some facts of one claim."""
    claim = dict(claim)
    if random.random() < 0.4 and (claim["balance"] or 0) >= BEYOND:
        claim["balance"] = None
    if random.random() < 0.2 and claim["id"] in bound:
        claim["delivered_on"] = None
    if random.random() < 0.4 and claim["entitled"] not in misleading:
        claim["monthly"] = None
    return claim


def kind_of(case: Case, third: int) -> str:
    """Return why a case allows one third or two."""
    claims = acting(case)
    if case["debt_relief"]:
        return "debt relief"
    if not claims:
        return "no claims"
    priority = any(one["class"] in PRIORITY for one in claims)
    if four_orders(case, third):
        return "four orders, one with priority" if priority else "four orders"
    spared = four_orders(case | {"own_pension": None}, third)
    return ("priority" if priority else "one third") + (", a pension spares from four orders" if spared else "")


def edges(case: Case, result: Case) -> Iterator[str]:
    """Yield the edges that a case stands on."""
    row, claims = row_of(case["paid_on"], case["wage_period"]), acting(case)
    people = case["dependants"] + case["spouse_counts"]
    wanted = {one["id"]: one["balance"] for one in claims}
    hungry = {who for who, share in result["allocations"].items() if wanted[who] is None or share < wanted[who]}
    asking = [one["class"] for one in claims if one["id"] in hungry]
    days = [one["delivered_on"] for one in claims]
    reached = {
        f"third {int(result['third'])} Kč": result["third"] in (0, 1, TRUSTEE - 1, TRUSTEE),
        "net equals base": case["net"] == result["base"],
        "net below base": case["net"] < result["base"],
        "remainder within 3 Kč of the threshold": abs(result["remainder"] - threshold(row)) <= 3,
        "unlimited part": result["unlimited"] > 0,
        "threshold with half a crown, exceeded": threshold(row).denominator > 1 and result["unlimited"] > 0,
        "rounding of parts changes the base": base_of(row, people, "2dp") != base_of(row, people, "exact"),
        "part of the protected amount": case["base_share"] is not None,
        "fee of 50": result["fee"] == 50,
        "fee below 50": 0 < result["fee"] < 50,
        "paid in a later year": case["paid_on"].year > case["wage_period"].year,
        "order that does not bind yet": len(claims) < len(case["claims"]),
        "several claims of one day, not all paid": len(set(days)) < len(days) and bool(hungry),
        "class short of money, by running maintenance": any(asking.count(name) > 1 for name in BY_RUNNING),
        "unknown balance": any(one["balance"] is None for one in claims),
        "everything paid": bool(claims) and not hungry and not case["debt_relief"],
    }  # fmt: skip
    yield from (name for name, holds in reached.items() if holds)
