"""The course of a projection: month after month, what comes in and what each rank and claim gets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field

from dluhy.relief.claims import BY_FILING, RUNNING, SECURED, SUBORDINATED, UNSECURED, ClaimParts
from dluhy.relief.projection_division import WHOLE, Ledger
from dluhy.relief.projection_law import sale_fee, with_vat
from dluhy.relief.projection_values import Month

if TYPE_CHECKING:
    from dluhy.law.pack import Pack
    from dluhy.relief.projection_calendar import Calendar, Slot
    from dluhy.relief.projection_income import Extents
    from dluhy.relief.projection_law import CaseLaw
    from dluhy.relief.projection_model import ReliefInput

CURRENT: Final = "trustee_current"
BEFORE: Final = "trustee_before"
ADVANCE: Final = "trustee_advance"
PETITION: Final = "petition_fee"
TRUSTEE: Final = (CURRENT, BEFORE, ADVANCE)


@define
class Inflow:
    """What comes in in a month, haléře; the pool is all of it but what the collateral brings."""

    income: int
    extent: int
    deduction: int = 0
    voluntary: int = 0
    gifts: int = 0
    extraordinary: int = 0
    sale: int = 0

    @property
    def pool(self) -> int:
        """The money that is paid out by rank."""
        return self.deduction + self.voluntary + self.gifts + self.extraordinary + self.sale


@define(kw_only=True)
class Course:
    """One projection under way: its accounts, what accrued for the trustee, the months so far. Haléře."""

    state: ReliefInput
    law: CaseLaw
    pack: Pack
    calendar: Calendar
    extents: Extents
    parts: tuple[ClaimParts, ...]
    ledger: Ledger = field(factory=Ledger)
    months: list[Month] = field(factory=list)
    fees: int = 0
    expenses: int = 0
    review: int = 0
    secured_left: list[int] = field(factory=list)
    advance_short: int = 0
    voluntary_cut: bool = False
    short_months: int = 0

    @property
    def vat(self) -> bool:
        """Whether tax is added to the trustee's costs: unless it is known that the trustee does not pay it."""
        return self.state.trustee_vat is not False

    def run(self) -> int:
        """Go through all months; return after how many instalments debt relief ended."""
        self._open()
        for number in range(1, self.calendar.before + 1):
            self._month_before(self.calendar.slot(number, "before_approval"))
        self._order_advance()
        ended = self._plan()
        self._after(self.calendar.before + ended)
        return ended

    def _open(self) -> None:
        """Open the accounts: the trustee's, the fee of the petition, one for each claim and each part of it."""
        ledger = self.ledger
        for rank, owed in ((CURRENT, 0), (PETITION, self.state.petition_fee), (ADVANCE, 0), (BEFORE, 0)):
            ledger.open(rank, owed)
        for number, part in enumerate(self.parts):
            if part.ranked or part.monthly:
                ledger.open(part.rank, part.ranked, number)
            if part.subordinated:
                ledger.open(SUBORDINATED, part.subordinated, number)
        ledger.order(self.law.places)
        self.secured_left = [part.secured for part in self.parts]
        self.review = self._review()
        ledger.owed[ledger.ranks.index(BEFORE)] += self.review

    def _review(self) -> int:
        """Return the fee for the review of claims with tax, § 2a of the decree; the number of claims unless stated."""
        count = self.state.claims_count
        if count is None:
            pairs = zip(self.state.claims, self.parts, strict=True)
            count = sum(claim.filed is not False and part.rank in BY_FILING for claim, part in pairs)
        fee = min(count * self.law.trustee.review, self.law.trustee.review_most)
        return with_vat(fee, self.calendar.approved_on, self.pack, vat=self.vat)

    def _accrue(self, slot: Slot, fee: int, rank: str) -> None:
        fee = with_vat(fee, slot.first, self.pack, vat=self.vat)
        expenses = with_vat(self.law.trustee.expenses, slot.first, self.pack, vat=self.vat)
        self.fees += fee
        self.expenses += expenses
        self.ledger.owed[self.ledger.ranks.index(rank)] += fee + expenses

    def _month_before(self, slot: Slot) -> None:
        """Take the month between permission and approval: only the trustee's advance is deducted (§ 136 IZ)."""
        self._accrue(slot, self.law.trustee.fee_before, BEFORE)
        income, extent = self.extents.of_month(slot)
        flow = Inflow(income, extent)
        if self.law.trustee.advance is not None:
            most = with_vat(self.law.trustee.advance, slot.first, self.pack, vat=self.vat)
            flow.deduction = min(extent, most)
            flow.gifts = min(self.state.third_party_monthly, most - flow.deduction)
            missing = most - flow.deduction - flow.gifts
            flow.voluntary = min(self.state.voluntary, missing, income - flow.deduction)
            self.advance_short += missing - flow.voluntary
        self._book(slot, flow, *self._to_trustee(flow.pool))

    def _to_trustee(self, pool: int) -> tuple[dict[int, int], int]:
        """Pay the trustee alone: the current account, then that of the time before approval."""
        got: dict[int, int] = {}
        for rank in (CURRENT, BEFORE):
            number = self.ledger.ranks.index(rank)
            amount = min(pool, self.ledger.owed[number])
            if amount:
                self.ledger.settle(number, amount, got)
            pool -= amount
        return got, pool

    def _order_advance(self) -> None:
        """Let the court's advance stand before other claims; what it covers is not owed a second time."""
        owed, ranks = self.ledger.owed, self.ledger.ranks
        moved = min(self.state.advance, owed[ranks.index(BEFORE)])
        owed[ranks.index(ADVANCE)] += moved
        owed[ranks.index(BEFORE)] -= moved

    def _plan(self) -> int:
        for number in range(1, self.calendar.plan + 1):
            self._month_of_plan(self.calendar.slot(self.calendar.before + number, "plan"), number)
            if self._ends(number):
                return number
        return self.calendar.plan

    def _month_of_plan(self, slot: Slot, number: int) -> None:
        self._accrue(slot, self.law.trustee.fee_plan, CURRENT)
        for account in self.ledger.numbers(RUNNING):
            claim = self.ledger.claims[account]
            if claim != WHOLE:
                self.ledger.owed[account] += self.parts[claim].monthly
        flow = self._inflow(slot, number)
        got, rest = self.ledger.pay(flow.pool)
        self.short_months += self.ledger.rest(CURRENT, RUNNING) > 0
        self._book(slot, flow, got, rest, self._collateral(number))

    def _inflow(self, slot: Slot, number: int) -> Inflow:
        income, extent = self.extents.of_month(slot)
        fixed = self.state.court_instalment
        deduction = extent if fixed is None else min(fixed, income)
        voluntary = min(self.state.voluntary, income - deduction)
        self.voluntary_cut |= voluntary < self.state.voluntary
        extra = sum(each.amount for each in self.state.extraordinary if each.month == number)
        return Inflow(income, extent, deduction, voluntary, self.state.third_party_monthly, extra,
                      self._sales(slot, number))  # fmt: skip

    def _sales(self, slot: Slot, number: int) -> int:
        """Return what sales bring for distribution, the trustee's fee taken off where it is still in."""
        sales = [(each.amount, each.gross) for each in self.state.asset_sales if each.month == number]
        home = self.state.home
        if home is not None and home.sold and home.month == number:
            sales.append((home.proceeds, True))
        return sum(amount - self._fee_of(amount, slot) if gross else amount for amount, gross in sales)

    def _fee_of(self, amount: int, slot: Slot) -> int:
        fee = sale_fee(amount, self.state.petition_on, self.pack)
        return min(amount, with_vat(fee, slot.first, self.pack, vat=self.vat))

    def _collateral(self, number: int) -> dict[int, int]:
        """Return what secured claims get from collateral sold in a month, by claim."""
        found = {}
        for at, claim in enumerate(self.state.claims):
            if claim.collateral_month == number and self.secured_left[at]:
                found[at], self.secured_left[at] = self.secured_left[at], 0
        return found

    def _ends(self, number: int) -> bool:
        """Return whether debt relief ends after an instalment: all is paid, or enough at the end of the fast track."""
        if not self.ledger.rest(UNSECURED, SUBORDINATED):
            return True
        law = self.law
        if law.fast != number or law.fast_share is None:
            return False
        paid, rest = self.ledger.got(UNSECURED), self.ledger.rest(UNSECURED)
        return paid * law.fast_share.denominator >= (paid + rest) * law.fast_share.numerator

    def _after(self, last: int) -> None:
        """Take the months after the report: deductions for the trustee's unpaid costs (§ 406 odst. 3 písm. g) IZ)."""
        most = self.law.trustee.after_plan
        if most is None:
            return
        for number in range(last + 1, last + 1 + self.law.trustee.after_plan_months):
            owed = self.ledger.rest(CURRENT, BEFORE)
            if not owed:
                return
            slot = self.calendar.slot(number, "after_plan")
            income, extent = self.extents.of_month(slot)
            flow = Inflow(income, extent, min(extent, owed, with_vat(most, slot.first, self.pack, vat=self.vat)))
            self._book(slot, flow, *self._to_trustee(flow.pool))

    def _book(
        self, slot: Slot, flow: Inflow, got: dict[int, int], rest: int, secured: dict[int, int] | None = None
    ) -> None:
        """Add a month to the months so far."""
        ledger = self.ledger
        ranks: dict[str, int] = {}
        payments = [0] * len(self.parts)
        for account, amount in got.items():
            ranks[ledger.ranks[account]] = ranks.get(ledger.ranks[account], 0) + amount
            if ledger.claims[account] != WHOLE:
                payments[ledger.claims[account]] += amount
        for claim, amount in (secured or {}).items():
            ranks[SECURED] = ranks.get(SECURED, 0) + amount
            payments[claim] += amount
        self.months.append(Month(
            number=slot.number, plan_month=slot.plan_month, first=slot.first, phase=slot.phase, assumed=slot.assumed,
            income=flow.income, extent=flow.extent, deduction=flow.deduction, voluntary=flow.voluntary,
            gifts=flow.gifts, extraordinary=flow.extraordinary, sale=flow.sale, collateral=ranks.get(SECURED, 0),
            ranks=tuple(ranks.items()), payments=tuple(payments), returned=rest,
            left=flow.income - flow.deduction - flow.voluntary,
            creditors=ledger.got(UNSECURED), subordinated=ledger.got(SUBORDINATED),
        ))  # fmt: skip
