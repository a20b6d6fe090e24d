"""Random cases of debt relief computed by the program and by the slow reading, compared to the heller.

`python -m tests.relief.projection_agreement 100000` compares that many and prints how many agree; a second number is
the first seed.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, Any

from tests.relief.projection_oracle import expected
from tests.relief.projection_oracle_law import KIND_TO_QUEUE

from dluhy.deductions.model import Household, Spouse
from dluhy.law.pack import default_pack
from dluhy.relief.projection import project
from dluhy.relief.projection_model import AssetSale, DebtorIncome, Extraordinary, ReliefClaim, ReliefInput

if TYPE_CHECKING:
    from dluhy.law.pack import Pack
    from dluhy.relief.projection_values import Month, Projection

Case = dict[str, Any]
REGIMES = {
    "r2008": (date(2016, 1, 1), date(2017, 5, 31)),
    "r2017": (date(2017, 7, 1), date(2019, 4, 30)),
    "r2019": (date(2019, 6, 1), date(2024, 9, 30)),
    "r2024": (date(2024, 10, 1), date(2026, 12, 31)),
}
RANKS = {
    "trustee_current": "trustee_now",
    "trustee_before": "trustee_then",
    "trustee_advance": "court_advance",
    "maintenance_new": "maintenance_current",
    "petition_fee": "petition",
}
OTHER_KINDS = [kind for kind in KIND_TO_QUEUE if kind != "unsecured"]
MANY_MONTHS = 70


def draw(random: Random) -> Case:
    """Draw a case: mostly of the law in force, with few claims or many, with and without each further thing."""
    regime = random.choices(list(REGIMES), weights=[1, 1, 3, 7])[0]
    first, last = REGIMES[regime]
    petition = first + timedelta(days=random.randint(0, (last - first).days))
    found = petition + timedelta(days=random.randint(0, 30)) if regime != "r2024" or random.random() < 0.5 else None
    if regime in ("r2008", "r2017") and found is not None:
        found = min(found, date(2017, 6, 30) if regime == "r2008" else date(2019, 5, 31))
    approved = found + timedelta(days=random.randint(20, 240)) if found and random.random() < 0.5 else None
    spouses = random.random() < 0.25
    claims = [_claim(random, number) for number in range(random.choice([1, 2, 3, 5, 8, 15]))]
    claims[0] |= {"kind": "unsecured", "filed": True, "collateral_value": 0, "amount": claims[0]["amount"] + 100}
    claims[0] |= {"accrued_after": 0, "accessories": 0, "penalty": 0}
    return {
        "regime": regime,
        "petition_on": petition,
        "found_on": found,
        "approved_on": approved,
        "months_before": random.choice([None, 0, 2, 4, 6]),
        "spouses": spouses,
        "vat": random.choice([True, True, False, None]),
        "track": random.choice(["standard", "standard", "standard", "short", "long"]),
        "debtors": [_debtor(random) for _ in range(2 if spouses else 1)],
        "claims": claims,
        "claims_count": random.choice([None, None, random.randint(0, 1200)]),
        "gift": random.choice([0, 0, 0, 50_000, random.randint(1, 500_000)]),
        "voluntary": random.choice([0, 0, 0, 20_000, random.randint(1, 800_000)]),
        "sales": _sales(random, regime),
        "extraordinary": [{"amount": random.randint(1, 9_000_000), "month": random.randint(1, 40)}]
        if random.random() < 0.15
        else [],
        "petition_fee": random.choice([0, 400_000, 484_000, 726_000]),
        "advance": random.choice([0, 0, 0, random.randint(1, 2_000_000)]),
        "court_rate": random.choice([None, Fraction(random.randint(0, 100), 100)]),
        "court_instalment": random.choice([None, None, None, random.randint(0, 1_500_000)]),
    }


def _sales(random: Random, regime: str) -> list[dict[str, Any]]:
    if random.random() < 0.7:
        return []
    gross = regime in ("r2019", "r2024") and random.random() < 0.6
    amount = random.choice([random.randint(0, 3_000_000), random.randint(0, 30_000_000), random.randint(0, 6 * 10**9)])
    return [{"amount": amount, "month": random.randint(1, 40), "gross": gross}]


def _debtor(random: Random) -> dict[str, Any]:
    count = random.choice([1, 1, 1, 5, MANY_MONTHS])
    middle = random.choice([1_500_000, 2_400_000, 3_500_000, 7_000_000])
    return {
        "nets": [max(0, middle + random.randint(-1_500_000, 1_500_000)) for _ in range(count)],
        "people": random.choice([0, 0, 1, 2, 3]),
    }


def _claim(random: Random, number: int) -> dict[str, Any]:
    kind = "unsecured" if random.random() < 0.65 else random.choice(OTHER_KINDS)
    if kind == "maintenance_current":
        return _made(number, kind, random.randint(0, 600_000))
    amount = random.choice([random.randint(1, 900), random.randint(1, 3_000_000), random.randint(1, 60_000_000)])
    rest, parts = amount, []
    for _ in range(3):
        parts.append(random.choice([0, 0, random.randint(0, rest)]))
        rest -= parts[-1]
    claim = _made(number, kind, amount)
    claim |= {"accessories": parts[0], "penalty": parts[1], "accrued_after": parts[2]}
    claim |= {
        "principal": random.choice([None, random.randint(0, amount)]),
        "business": random.choice([None, True, False]),
    }
    claim["filed"] = random.choice([True, True, True, True, None, False])
    if random.random() < 0.15 and KIND_TO_QUEUE[kind] is not None:
        claim |= {
            "collateral_value": random.randint(0, 2 * amount),
            "collateral_month": random.choice([None, random.randint(1, 40)]),
        }
    return claim


def _made(number: int, kind: str, amount: int) -> dict[str, Any]:
    return {
        "id": f"c{number}", "kind": kind, "amount": amount, "principal": None, "accessories": 0, "penalty": 0,
        "business": None, "accrued_after": 0, "collateral_value": 0, "collateral_month": None, "filed": True,
    }  # fmt: skip


def to_input(case: Case) -> ReliefInput:
    """Return a case as the program's input."""
    debtors = tuple(
        DebtorIncome(
            net=tuple(each["nets"]) if len(each["nets"]) > 1 else each["nets"][0],
            household=Household(dependants=each["people"], spouse=Spouse(married=False)),
            id=str(number),
        )
        for number, each in enumerate(case["debtors"])
    )
    return ReliefInput(
        regime=case["regime"], petition_on=case["petition_on"], found_on=case["found_on"],
        approved_on=case["approved_on"], months_before_approval=case["months_before"], spouses=case["spouses"],
        track=case["track"], trustee_vat=case["vat"], debtors=debtors,
        claims=tuple(ReliefClaim(**claim) for claim in case["claims"]), claims_count=case["claims_count"],
        third_party_monthly=case["gift"], voluntary=case["voluntary"],
        asset_sales=tuple(AssetSale(**sale) for sale in case["sales"]),
        extraordinary=tuple(Extraordinary(**each) for each in case["extraordinary"]),
        petition_fee=case["petition_fee"], advance=case["advance"], court_rate=case["court_rate"],
        court_instalment=case["court_instalment"], after_horizon="last_known",
    )  # fmt: skip


def differences(case: Case, pack: Pack) -> list[str]:
    """Return what differs between the program and the slow reading; nothing if they agree."""
    found, wanted = project(to_input(case), pack), expected(case)
    said: dict[str, tuple[object, object]] = {
        "months": (len(found.months), len(wanted["months"])),
        "ended": (found.ended_after, wanted["ended"]),
        "share": (found.percent, wanted["share"]),
        "share_all": (found.percent_all, wanted["share_all"]),
        "targets": ({target.code: target.plan_month for target in found.targets}, wanted["targets"]),
        "survivors": ({claim.id for claim in found.surviving}, wanted["survivors"]),
        "trustee": (
            {name: Fraction(getattr(found.trustee, name), 100) for name in wanted["trustee"]},
            wanted["trustee"],
        ),
    }
    for month, other in zip(found.months, wanted["months"], strict=False):
        said |= {f"{month.number} {name}": pair for name, pair in _month(found, month, other).items()}
    return [f"{name}: {one} != {other}" for name, (one, other) in said.items() if one != other]


def _month(found: Projection, month: Month, other: dict[str, Any]) -> dict[str, tuple[object, object]]:
    incoming = other["incoming"]
    ranks: Counter[str] = Counter()
    for rank, amount in month.ranks:
        ranks[RANKS.get(rank, rank)] += amount
    pairs = zip(found.claims, month.payments, strict=True)
    return {
        "plan": (month.plan_month, other["plan"]),
        "first": (month.first, other["first"]),
        "assumed": (month.assumed, other["assumed"]),
        "income": (Fraction(month.income, 100), other["income"]),
        "deduction": (Fraction(month.deduction, 100), incoming["deduction"]),
        "own": (Fraction(month.voluntary, 100), incoming.get("own", 0)),
        "gifts": (Fraction(month.gifts, 100), incoming.get("gifts", 0)),
        "sold": (Fraction(month.sale, 100), incoming.get("sold", 0)),
        "by_queue": ({name: Fraction(amount, 100) for name, amount in ranks.items()}, other["by_queue"]),
        "by_claim": ({claim.id: Fraction(amount, 100) for claim, amount in pairs}, other["by_claim"]),
        "spare": (Fraction(month.returned, 100), other["spare"]),
        "left": (Fraction(month.left, 100), other["left"]),
    }


def main(count: int, first: int = 0) -> int:
    """Compare a number of cases from a first seed; print the figures and return how many differ."""
    pack, wrong, seen = default_pack(), 0, Counter[str]()
    for seed in range(first, first + count):
        case = draw(Random(seed))  # noqa: S311 - seeded cases, not secrets
        seen[case["regime"]] += 1
        found = differences(case, pack)
        if found:
            wrong += 1
            sys.stdout.write(f"seed {seed}: {found[:3]}\n")
    sys.stdout.write(f"{count} cases {dict(seen)}: {count - wrong} agree, {wrong} differ\n")
    return wrong


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])) > 0)
