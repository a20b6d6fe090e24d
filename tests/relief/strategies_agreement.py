"""Random cases of strategies computed by the program and by the slow reading, compared to the heller.

`python -m tests.relief.strategies_agreement 100000` compares that many and prints how many agree; a second number is
the first seed.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, Any

from tests.relief.projection_agreement import to_input as relief_input
from tests.relief.strategies_oracle import course, month_after, relief

from dluhy.deductions.model import Household, Spouse
from dluhy.law.pack import default_pack
from dluhy.relief.projection_model import DebtorIncome
from dluhy.relief.strategies import strategies
from dluhy.relief.strategies_model import Drop, Offering, StrategyClaim, StrategyInput

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.law.pack import Pack
    from dluhy.relief.strategies_values import Strategies, Strategy

Case = dict[str, Any]
WAYS = {"carry_on": (False, False), "stop": (True, False), "instalments": (False, True),
        "stop_instalments": (True, True)}  # fmt: skip


def draw(random: Random) -> Case:
    """Draw a case: a few debts, enforced or not, of equal and different ranks, few months or many."""
    first = month_after(date(2025, 1, 1), random.randint(0, 23))
    people = random.choice([1, 1, 1, 2])
    debts = [_debt(random, number, first, people) for number in range(random.choice([1, 2, 2, 3, 4, 6, 9]))]
    case = {
        "from_month": first,
        "horizon": random.choice([2, 4, 5, 7, 7, 12, 20, 40]),
        "debtors": [_debtor(random, str(number)) for number in range(people)],
        "debts": debts,
        "other": random.choice([0, 0, 500_000, random.randint(0, 1_200_000)]),
        "expenses": random.choice([900_000, 1_800_000, random.randint(0, 3_000_000)]),
        "minimum": random.choice([0, 486_000, random.randint(0, 2_000_000)]),
        "step": random.choice([1_000, 1_000, 1, 10_000]),
        "least": random.choice([10_000, 10_000, 0, 3_333, 50_000]),
        "relief": None,
    }
    if random.random() < 0.5:
        case["relief"] = _relief(random, case)
    return case


def _debtor(random: Random, name: str) -> Case:
    count = random.choice([1, 1, 1, 4])
    middle = random.choice([1_500_000, 2_200_000, 3_000_000, 6_000_000])
    nets = [max(0, middle + random.randint(-900_000, 900_000)) for _ in range(count)]
    return {"id": name, "nets": nets, "people": random.choice([0, 0, 1, 3])}


def _debt(random: Random, number: int, first: date, people: int) -> Case:
    balance = random.choice([random.randint(0, 90_000), random.randint(1, 3_000_000), random.randint(1, 30_000_000)])
    costs = random.choice([0, random.randint(0, balance)])
    principal = random.randint(0, balance - costs)
    rate = random.choice([Fraction(2999, 7), *map(Fraction, (0, 0, 875, 1475, random.randint(0, 9_000)))])
    enforced = random.random() < 0.55
    kind, monthly = None, None
    if random.random() < 0.12:
        kind, monthly = random.choice(["maintenance_current", "maintenance_arrears"]), random.randint(1, 400_000)
        rate = Fraction(0) if random.random() < 0.8 else rate
    least = random.choice([None, None, None, 0, random.randint(0, balance), balance])
    return {
        "id": f"d{number}", "balance": balance, "costs": costs,
        "principal": None if rate == 0 and random.random() < 0.4 else principal,
        "rate": int(rate) if rate.denominator == 1 else rate,
        "penalty": random.choice([0, 0, 0, random.randint(0, 20_000)]),
        "penalty_left": random.choice([None, random.randint(0, 100_000)]),
        "allocation": random.choice([None, "general", "consumer", "enforced"]), "kind": kind, "monthly": monthly,
        "priority": kind is not None or random.random() < 0.2, "enforced": enforced,
        "executor_costs": random.choice([0, 422_300, random.randint(0, 1_000_000)]),
        "delivered_on": first - timedelta(days=random.choice([1, 15, 40, 40, 100, random.randint(1, 900)])),
        "order": random.choice([None, None, "shared"]),
        "debtor": random.choice([None, None, *(str(each) for each in range(people))]),
        "now": random.choice([0, 0, 0, random.randint(0, 300_000)]), "least": least,
        "most": None if least is None else random.choice([None, balance + 1]), "no_interest": random.random() < 0.2,
        "urgency": random.choice([None, None, None, 0, 1, 2]),
    }  # fmt: skip


def _relief(random: Random, case: Case) -> Case:
    claims = [
        {
            "id": debt["id"], "kind": "unsecured", "amount": debt["balance"] + random.choice([debt["balance"] == 0, 1]),
            "principal": None, "accessories": 0,
            "penalty": 0, "business": None, "accrued_after": 0, "collateral_value": 0, "collateral_month": None,
            "filed": True,
        }
        for debt in case["debts"]
    ]  # fmt: skip
    if random.random() < 0.3:
        claims.append(claims[0] | {"id": "m", "kind": "damage_intentional", "amount": random.randint(1, 9_000_000)})
    spouses = len(case["debtors"]) == 2
    return {
        "regime": "r2024", "petition_on": case["from_month"] + timedelta(days=random.randint(0, 20)), "found_on": None,
        "approved_on": None, "months_before": random.choice([None, 2]), "spouses": spouses, "vat": True,
        "track": "standard", "debtors": case["debtors"], "claims": claims, "claims_count": None,
        "gift": random.choice([0, 0, random.randint(1, 300_000)]), "voluntary": 0, "sales": [], "extraordinary": [],
        "petition_fee": random.choice([0, 484_000]), "advance": 0, "court_rate": None, "court_instalment": None,
    }  # fmt: skip


def to_input(case: Case) -> StrategyInput:
    """Return a case as the program's input."""
    return StrategyInput(
        from_month=case["from_month"], claims=tuple(_claim(debt) for debt in case["debts"]),
        debtors=tuple(_income(debtor) for debtor in case["debtors"]), other_income=case["other"],
        expenses=case["expenses"], living_minimum=case["minimum"],
        offering=Offering(step=case["step"], minimum=case["least"]),
        relief=None if case["relief"] is None else relief_input(case["relief"]), horizon_months=case["horizon"],
        after_horizon="last_known",
    )  # fmt: skip


def _income(debtor: Case) -> DebtorIncome:
    household = Household(dependants=debtor["people"], spouse=Spouse(married=False))
    return DebtorIncome(net=tuple(debtor["nets"]), household=household, id=debtor["id"])


def _claim(debt: Case) -> StrategyClaim:
    drop = None
    if debt["least"] is not None:
        drop = Drop(condition="tried", least=debt["least"], most=debt["most"], stops_interest=debt["no_interest"])
    return StrategyClaim(
        id=debt["id"], balance=debt["balance"], principal=debt["principal"], costs=debt["costs"],
        yearly_rate=debt["rate"], penalty_monthly=debt["penalty"], penalty_left=debt["penalty_left"],
        allocation=debt["allocation"], kind=debt["kind"], priority=debt["priority"], enforced=debt["enforced"],
        executor_costs=debt["executor_costs"], delivered_on=debt["delivered_on"], order=debt["order"],
        entitled=debt["id"] if debt["kind"] else None, monthly=debt["monthly"], debtor=debt["debtor"],
        instalment_now=debt["now"], drop=drop, urgency=debt["urgency"],
    )  # fmt: skip


def differences(case: Case, pack: Pack) -> list[str]:
    """Return what differs between the program and the slow reading; nothing if they agree."""
    found = strategies(to_input(case), pack)
    said = [pair for code, way in WAYS.items() for pair in _of_course(case, found[code], way)]
    if case["relief"] is not None:
        said += [pair for code in ("relief", "stop_relief") for pair in _of_relief(case, found, code)]
    return [f"{name}: {one} != {other}" for name, one, other in said if one != other]


def _of_course(case: Case, found: Strategy, way: tuple[bool, bool]) -> Iterator[tuple[str, object, object]]:
    stops, pays = way
    if stops and all(debt["least"] is None for debt in case["debts"]):
        yield f"{found.code} applies", found.status, "not_applicable"
        return
    months = course(case, stops=stops, pays=pays)
    yield f"{found.code} months", len(found.month), len(months)
    ended = not months[-1]["remaining"]
    yield f"{found.code} freed", (found.freed_on, found.months), (months[-1]["first"], len(months)) if ended else (
        None, None)  # fmt: skip
    total = sum(month["deduction"] + month["instalments"] for month in months)
    yield f"{found.code} total", found.total_paid, total
    for number, (month, other) in enumerate(zip(found.month, months, strict=False), 1):
        for name in ("first", "accrued", "dropped", "remaining", "left", "assumed"):
            yield f"{found.code} {number} {name}", getattr(month, name), other[name]
        for source in ("deduction", "instalments"):
            yield f"{found.code} {number} {source}", month.of(source), other[source]
        yield f"{found.code} {number} uses", dict(month.uses), other["uses"]


def _of_relief(case: Case, found: Strategies, code: str) -> Iterator[tuple[str, object, object]]:
    strategy, stops = found[code], code == "stop_relief"
    if stops and all(debt["least"] is None for debt in case["debts"]):
        yield f"{code} applies", strategy.status, "not_applicable"
        return
    wanted = relief(case, course(case, stops=False, pays=False), stops=stops)
    if wanted is None:
        yield f"{code} applies", strategy.status, "not_applicable"
        return
    before, months = wanted["before"], wanted["found"]["months"]
    whole = len(before) + len(months)
    plan = [month for month in months if month["plan"] is not None]
    yield f"{code} last instalment", strategy.plan_ends, plan[-1]["first"]
    never = None if strategy.why_never is None else strategy.why_never.code
    if never == "relief_minimum":
        yield f"{code} freed", (strategy.freed_on, len(strategy.month)), (None, whole)
    elif not strategy.stays:
        yield f"{code} freed", (strategy.freed_on, len(strategy.month)), (plan[-1]["first"], whole)
    else:
        yield from _afterwards(case, strategy, whole, months[-1]["first"])
    shown = strategy.month[len(before) : whole]
    for number, (month, other) in enumerate(zip(shown, months, strict=False), 1):
        yield f"{code} {number} first", month.first, other["first"]
        yield f"{code} {number} paid", Fraction(month.paid, 100), sum(other["incoming"].values())
        yield f"{code} {number} left", Fraction(month.left - case["other"], 100), other["left"]
        yield f"{code} {number} to claims", Fraction(month.to("claims"), 100), sum(other["by_claim"].values())
    lasting = {claim["id"] for claim in wanted["state"]["claims"] if claim["kind"] == "damage_intentional"}
    paid = sum(month["by_claim"].get(who, Fraction(0)) for month in months for who in lasting)
    owed = sum(claim["amount"] for claim in wanted["state"]["claims"] if claim["id"] in lasting)
    trustee = wanted["found"]["trustee"]
    yield f"{code} stays", Fraction(strategy.stays, 100), Fraction(owed, 100) - paid + trustee["owed"] + trustee[
        "by_state"]  # fmt: skip
    yield f"{code} remaining", shown[-1].remaining, strategy.stays


def _afterwards(case: Case, strategy: Strategy, whole: int, last: date) -> Iterator[tuple[str, object, object]]:
    """Yield the months in which what outlives debt relief is paid, as instalments on one debt without interest."""
    horizon = (last.year - case["from_month"].year) * 12 + last.month - case["from_month"].month + 1
    rest = {
        "from_month": month_after(last, 1), "horizon": max(0, case["horizon"] - horizon),
        "debtors": [each | {"nets": each["nets"][min(horizon, len(each["nets"]) - 1) :]} for each in case["debtors"]],
        "debts": _lasting(strategy.stays),
    }  # fmt: skip
    months = course(case | rest, stops=False, pays=True) if rest["horizon"] else []
    after = strategy.month[whole:]
    yield f"{strategy.code} after", [m.remaining for m in after], [m["remaining"] for m in months]
    yield f"{strategy.code} left after", [m.left for m in after], [m["left"] for m in months]
    ended = bool(months) and not months[-1]["remaining"]
    yield f"{strategy.code} freed", strategy.freed_on, months[-1]["first"] if ended else None


def _lasting(amount: int) -> list[Case]:
    facts: Case = {
        "id": "m", "balance": amount, "costs": 0, "principal": None, "rate": 0, "penalty": 0, "penalty_left": None,
        "allocation": None, "kind": None, "monthly": None, "priority": False, "enforced": False, "executor_costs": 0,
        "delivered_on": None, "order": None, "debtor": None, "now": 0, "least": None, "most": None,
        "no_interest": False, "urgency": None,
    }  # fmt: skip
    return [facts]


def main(count: int, first: int = 0) -> int:
    """Compare a number of cases from a first seed; print the figures and return how many differ."""
    pack, wrong, seen = default_pack(), 0, Counter[str]()
    for seed in range(first, first + count):
        case = draw(Random(seed))  # noqa: S311 - seeded cases, not secrets
        seen["with debt relief" if case["relief"] else "without debt relief"] += 1
        found = differences(case, pack)
        if found:
            wrong += 1
            sys.stdout.write(f"seed {seed}: {found[:3]}\n")
    sys.stdout.write(f"{count} cases {dict(seen)}: {count - wrong} agree, {wrong} differ\n")
    return wrong


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])) > 0)
