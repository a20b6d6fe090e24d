"""Debt relief by a second, slow reading of the law: one case, month after month, exact fractions of a crown.

Nothing here is shared with the program that is tested. A case is a dict; sums in it are whole hellers.
"""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import Any

from tests.relief.projection_oracle_law import (
    FAST_MONTH,
    FAST_SHARE,
    KIND_TO_QUEUE,
    LAST_KNOWN,
    LENGTHS,
    LONG,
    NEVER_DISCHARGED,
    NEW_ORDER,
    OLD_ORDER,
    PRESUMED,
    SHORT,
    SUCCESS,
    UNCLEAR,
    VAT,
    ZERO,
    Case,
    Debt,
    crowns,
    debts_of,
    deductible,
    months_after,
    sale_net,
    same_day_later,
    split,
)


class Run:
    """One case on its way through the months."""

    def __init__(self, case: Case) -> None:
        """Work out the days, the trustee's money and the queues."""
        self.case, self.new = case, case["regime"] == "r2024"
        self.tax = Fraction(1) if case["vat"] is False else VAT
        self.times = Fraction(3, 2) if case["spouses"] else Fraction(1)
        found = case["found_on"] or case["petition_on"] + timedelta(days=15)
        months = 4 if case["months_before"] is None else case["months_before"]
        approved = case["approved_on"] or same_day_later(found, months)
        self.first = found.replace(day=1)
        self.before = 1
        while months_after(self.first, self.before - 1) != approved.replace(day=1):
            self.before += 1
        self.length = {"short": SHORT, "long": LONG}.get(case["track"], {}).get(case["regime"], LENGTHS[case["regime"]])
        self.order = NEW_ORDER if self.new else OLD_ORDER
        self.debts = debts_of(case)
        self.secured: dict[str, Fraction] = {}
        self.months: list[dict[str, Any]] = []
        self.fees = self.expenses = self.review = ZERO

    def named(self, queue: str) -> Debt:
        """Return the one debt of a queue of the trustee or the petition."""
        return next(debt for debt in self.debts if debt["queue"] == queue and debt["of"] is None)

    def due(self, *queues: str) -> Fraction:
        """Return what is due in some queues."""
        return sum((debt["due"] for debt in self.debts if debt["queue"] in queues and debt["due"]), ZERO)

    def got(self, *queues: str) -> Fraction:
        """Return what some queues got."""
        return sum((debt["got"] for debt in self.debts if debt["queue"] in queues and debt["got"]), ZERO)

    def result(self) -> dict[str, Any]:
        """Go through the months and return what came out."""
        self.start()
        for number in range(1, self.before + 1):
            self.month_before(number)
        moved = min(crowns(self.case["advance"]), self.named("trustee_then")["due"])
        self.named("trustee_then")["due"] -= moved
        self.named("court_advance")["due"] += moved
        ended = self.length
        for number in range(1, self.length + 1):
            self.month_of_plan(number)
            if self.over(number):
                ended = number
                break
        if self.new:
            self.months_after_plan(self.before + ended)
        return self.told(ended)

    def start(self) -> None:
        """Put down the fee for reviewing claims and what is secured."""
        if self.new:
            filed = [c for c in self.case["claims"] if KIND_TO_QUEUE[c["kind"]] in ("unsecured", "subordinated")]
            count = sum(1 for claim in filed if claim["filed"] is not False)
            count = count if self.case["claims_count"] is None else self.case["claims_count"]
            self.review = min(Fraction(1000) * count, Fraction(1_000_000)) * self.tax
            self.named("trustee_then")["due"] += self.review
        for claim in self.case["claims"]:
            taking_part = [d for d in self.debts if d["of"] == claim["id"]] or crowns(claim["collateral_value"])
            queue = KIND_TO_QUEUE[claim["kind"]]
            out = queue is None or (queue in ("unsecured", "subordinated") and claim["filed"] is False)
            if taking_part and not out and claim["kind"] != "maintenance_current":
                rest = crowns(claim["amount"]) - crowns(claim["accrued_after"])
                self.secured[claim["id"]] = min(rest, crowns(claim["collateral_value"]))

    def earn(self, number: int) -> tuple[Fraction, Fraction]:
        """Return the incomes of a month and what may be deducted from each, together."""
        month, income, extent = months_after(self.first, number - 1), ZERO, ZERO
        for debtor in self.case["debtors"]:
            nets = debtor["nets"]
            net = crowns(nets[min(number, len(nets)) - 1])
            income += net
            extent += deductible(net, debtor["people"], month)
        return income, extent

    def charge(self, queue: str, fee: int) -> None:
        """Charge a month of the trustee: a fee and 150 of expenses, half more for spouses, with the tax."""
        self.fees += fee * self.times * self.tax
        self.expenses += 150 * self.times * self.tax
        self.named(queue)["due"] += (fee + 150) * self.times * self.tax

    def month_before(self, number: int) -> None:
        """Take a month from permission to approval."""
        self.charge("trustee_then", 1650 if self.new else 750)
        income, extent = self.earn(number)
        taken = gifts = own = ZERO
        if self.new:
            most = 1800 * self.times * self.tax
            taken = min(extent, most)
            gifts = min(crowns(self.case["gift"]), most - taken)
            own = min(crowns(self.case["voluntary"]), most - taken - gifts, income - taken)
        paid, spare = self.trustee_only(taken + gifts + own)
        self.write(number, None, income, {"deduction": taken, "gifts": gifts, "own": own}, paid, spare)

    def trustee_only(self, money: Fraction) -> tuple[list[tuple[Debt, Fraction]], Fraction]:
        """Pay the trustee: first for running months, then for those before approval."""
        paid = []
        for queue in ("trustee_now", "trustee_then"):
            debt = self.named(queue)
            amount = min(money, debt["due"])
            debt["due"] -= amount
            debt["got"] += amount
            money -= amount
            paid.append((debt, amount))
        return paid, money

    def month_of_plan(self, plan: int) -> None:
        """Take an instalment."""
        self.charge("trustee_now", 750)
        for debt in self.debts:
            if debt["monthly"]:
                debt["due"] += debt["monthly"]
        case, number = self.case, self.before + plan
        income, extent = self.earn(number)
        taken = extent if case["court_instalment"] is None else min(crowns(case["court_instalment"]), income)
        own = min(crowns(case["voluntary"]), income - taken)
        more = sum((crowns(each["amount"]) for each in case["extraordinary"] if each["month"] == plan), ZERO)
        sold = ZERO
        for sale in case["sales"]:
            if sale["month"] == plan:
                amount = crowns(sale["amount"])
                sold += sale_net(amount, self.tax) if sale["gross"] else amount
        incoming = {"deduction": taken, "own": own, "gifts": crowns(case["gift"]), "more": more, "sold": sold}
        money, paid = sum(incoming.values(), ZERO), []
        for queues in self.order:
            here = [debt for debt in self.debts if debt["queue"] in queues]
            if not money:
                break
            for debt, share in zip(here, split(money, [debt["due"] for debt in here]), strict=True):
                if not share:
                    continue
                debt["due"] -= share
                debt["got"] += share
                money -= share
                paid.append((debt, share))
        self.write(number, plan, income, incoming, paid, money)

    def over(self, plan: int) -> bool:
        """Say whether debt relief is over after an instalment."""
        if self.due("unsecured", "subordinated") == 0:
            return True
        whole = self.got("unsecured") + self.due("unsecured")
        return FAST_MONTH.get(self.case["regime"]) == plan and self.got("unsecured") >= FAST_SHARE * whole

    def months_after_plan(self, last: int) -> None:
        """Take the two months after the report, for the trustee's unpaid costs."""
        for number in (last + 1, last + 2):
            owed = self.due("trustee_now", "trustee_then")
            if owed == 0:
                return
            income, extent = self.earn(number)
            taken = min(extent, 10_000 * self.times * self.tax, owed)
            paid, spare = self.trustee_only(taken)
            self.write(number, None, income, {"deduction": taken}, paid, spare)

    def write(  # noqa: PLR0913, PLR0917 - one month has so much to tell
        self, number: int, plan: int | None, income: Fraction, incoming: dict[str, Fraction],
        paid: list[tuple[Debt, Fraction]], spare: Fraction,
    ) -> None:  # fmt: skip
        """Write a month down."""
        by_claim = {claim["id"]: ZERO for claim in self.case["claims"]}
        by_queue: dict[str, Fraction] = {}
        for debt, amount in paid:
            by_queue[debt["queue"]] = by_queue.get(debt["queue"], ZERO) + amount
            if debt["of"] is not None:
                by_claim[debt["of"]] += amount
        for claim in self.case["claims"]:
            if plan is not None and claim["collateral_month"] == plan and self.secured.get(claim["id"]):
                by_claim[claim["id"]] += self.secured[claim["id"]]
                by_queue["secured"] = by_queue.get("secured", ZERO) + self.secured.pop(claim["id"])
        first = months_after(self.first, number - 1)
        left = income - incoming["deduction"] - incoming.get("own", ZERO)
        self.months.append({
            "number": number, "plan": plan, "first": first, "assumed": first > LAST_KNOWN, "income": income,
            "incoming": incoming, "by_queue": {queue: amount for queue, amount in by_queue.items() if amount},
            "by_claim": by_claim, "spare": spare, "left": left, "creditors": self.got("unsecured"),
            "subordinated": self.got("subordinated"),
        })  # fmt: skip

    def reached(self, share: Fraction, *, lower: bool = False, until: int = 999) -> int | None:
        """Return the first instalment after which a share of the claims is paid."""
        queues = ("unsecured", "subordinated") if lower else ("unsecured",)
        whole = self.got(*queues) + self.due(*queues)
        for month in self.months:
            paid = month["creditors"] + (month["subordinated"] if lower else ZERO)
            if month["plan"] is not None and month["plan"] <= until and paid >= share * whole:
                return int(month["plan"])
        return None

    def told(self, ended: int) -> dict[str, Any]:
        """Return the result: months, satisfaction, targets, the trustee's account, what outlives the discharge."""
        regime, rate = self.case["regime"], self.case["court_rate"]
        targets = {"full": self.reached(Fraction(1), lower=True)}
        if regime in SUCCESS:
            targets["success_share"] = self.reached(SUCCESS[regime])
        if regime in PRESUMED:
            targets["presumed_effort"] = self.reached(PRESUMED[regime])
        if regime in FAST_MONTH:
            targets["early_share"] = self.reached(FAST_SHARE, until=FAST_MONTH[regime])
        if self.new and rate is not None:
            targets["court_rate"] = self.reached(rate)
        alone = self.got("unsecured") / (self.got("unsecured") + self.due("unsecured"))
        both = ("unsecured", "subordinated")
        return {
            "before": self.before, "ended": ended, "months": self.months, "share": alone, "targets": targets,
            "share_all": self.got(*both) / (self.got(*both) + self.due(*both)), "trustee": self.trustee(),
            "survivors": self.survivors(),
        }  # fmt: skip

    def trustee(self) -> dict[str, Fraction]:
        """Settle the trustee: the fee is capped by what was paid on it, but is 20 000 at least (§ 3 (4), § 8)."""
        paid = self.got("trustee_now", "trustee_then", "court_advance")
        fee, unpaid = self.fees + self.review, self.fees + self.review + self.expenses - paid
        to_fee = max(ZERO, paid - self.expenses)
        to_expenses = paid - to_fee
        state, owed, gone = ZERO, unpaid, ZERO
        if self.new and unpaid:
            floor_fee = min(fee, 20_000 * self.times)
            final = max(to_fee, floor_fee)
            state, gone, owed = final - to_fee + self.expenses - to_expenses, fee - final, ZERO
        return {"fees": self.fees, "review": self.review, "expenses": self.expenses, "paid": paid, "unpaid": unpaid,
                "by_state": state, "owed": owed, "lapsed": gone}  # fmt: skip

    def survivors(self) -> set[str]:
        """Return the claims of which something is left that the discharge does not, or may not, cover (§ 416)."""
        found = set()
        for claim in self.case["claims"]:
            queue = KIND_TO_QUEUE[claim["kind"]]
            rest = sum((debt["due"] for debt in self.debts if debt["of"] == claim["id"]), ZERO)
            if queue != "maintenance_current":
                rest += crowns(claim["amount"] if queue is None else claim["accrued_after"])
            if queue == "unsecured" and claim["filed"] is False:
                rest = crowns(claim["amount"])
            if rest and claim["kind"] in (*NEVER_DISCHARGED, *UNCLEAR):
                found.add(claim["id"])
        return found


def expected(case: Case) -> dict[str, Any]:
    """Return what a case comes to."""
    return Run(case).result()
