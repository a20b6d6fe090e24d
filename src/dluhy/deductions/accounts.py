"""Money on an attached account: the one-off payout, the protected account, the freeze; and cash at an inventory.

Amounts and dates are data (`rules/amounts/accounts.toml`). What is not known is not guessed: every possible result is
returned with the questions that would decide. Source: § 304b to 306, 322 odst. 2 písm. f) OSŘ.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from attrs import field, frozen
from dateutil.relativedelta import relativedelta

from dluhy.dates import COUNTINGS, Span
from dluhy.deductions.incomes import TOPIC, treatments_on, whole_halere_down
from dluhy.law.amounts import known_code, known_ratio, known_value, period_on
from dluhy.law.models import Citation, weakest
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from dluhy.deductions.incomes import Treatment
    from dluhy.law.models import Amount, Bilingual, Evidence, Series, Step, Term
    from dluhy.law.pack import Pack

MINIMUM: Final = "living_minimum_single"
MULTIPLE: Final = "account_multiple"
RAISED: Final = "account_multiple_epidemic"
SPOUSE_SHARE: Final = "spouse_account_share"
WORDING: Final = "account_wording"
PROTECTED: Final = "RM-PROTECTED-ACCOUNT"
"""The ladder of opening a protected account."""
EXEMPT_INCOME: Final = "RM-EXEMPT-INCOME"
"""The ladder of an income that must not be taken."""


@frozen
class Payout:
    """One possible payout: of which days of delivery and of asking it is true, and how much it is.

    `living_minimum` is in CZK, that of the day `minimum_on` (the first such day of `delivered`). `most` is the multiple
    of it, in haléře: the most the bank pays, of a spouse's account the least it leaves. `amount` is what it pays, in
    haléře; None where the balance is not known.
    """

    delivered: Span
    asked: tuple[Span, ...]
    multiple: int
    living_minimum: int
    minimum_on: date
    most: int
    share: Fraction | None
    amount: int | None


@frozen
class AccountPayout:
    """What the bank pays out of an attached account: every possibility, what would decide, and what holds besides.

    `delivered_from` is the first day of delivery of which anything is said, where the day is not known. Otherwise None.
    """

    possible: tuple[Payout, ...]
    delivered_from: date | None
    already_paid_out: bool | None
    questions: tuple[Term, ...]
    rules: tuple[Term, ...]
    notes: tuple[Bilingual, ...] = field(eq=False)
    cites: tuple[Citation, ...] = field(eq=False)
    evidence: Evidence

    @property
    def known(self) -> Payout | None:
        """The payout, if only one is possible; whether it was already used says `already_paid_out`."""
        return self.possible[0] if len(self.possible) == 1 else None

    @property
    def amount(self) -> int | None:
        """What the bank still pays, in haléře; None while it cannot be told."""
        if self.already_paid_out:
            return 0
        amounts = {each.amount for each in self.possible}
        return amounts.pop() if len(amounts) == 1 and self.already_paid_out is not None else None


@frozen
class ProtectedAccount:
    """The protected account on a day: how soon it is opened, which incomes it takes, how it is got."""

    working_days: int
    incomes: tuple[Treatment, ...]
    steps: tuple[Step, ...] = field(eq=False)
    cites: tuple[Citation, ...] = field(eq=False)
    evidence: Evidence


def account_payout(  # noqa: PLR0913 - facts of the case, by name
    *,
    order_delivered_on: date | None,
    balance: int | None,
    already_paid_out: bool | None,
    spouses_account: bool = False,
    asked_on: date | None = None,
    pack: Pack | None = None,
) -> AccountPayout:
    """Return what the bank pays from an attached account once, on request.

    `order_delivered_on` is the day the first of overlapping orders reached the bank, `asked_on` the day of the request,
    `balance` what is on the account (of a spouse's account what was there at delivery), haléře; `already_paid_out` in
    this proceeding or one that overlaps. None is unknown: then every possible result is returned, with questions.
    Raises InputError for a negative balance or a request before the delivery, HorizonError for days whose living
    minimum the pack does not know. Source: § 304b OSŘ, § 27, 28 zákona č. 191/2020 Sb., čl. II zákona č. 38/2021 Sb.
    """
    law = pack or default_pack()
    _require_sound(law, order_delivered_on, balance, asked_on)
    found = _Possible(law, balance, spouses_account)
    for delivered in _delivery_spans(law, order_delivered_on, asked_on, spouses_account=spouses_account):
        found.add(delivered, _asked_spans(law, asked_on, delivered))
    facts = {"order_delivered_on": order_delivered_on, "balance": balance, "already_paid_out": already_paid_out}
    open_ = [name for name, value in facts.items() if value is None] + (["asked_on"] if found.by_asking else [])
    rules = tuple(_rules(law, found.payouts, spouses_account=spouses_account))
    return AccountPayout(
        tuple(found.payouts),
        found.payouts[0].delivered.first if order_delivered_on is None else None,
        already_paid_out,
        () if already_paid_out else tuple(_questions(law, open_, spouses_account=spouses_account)),
        rules,
        tuple(dict.fromkeys(period.note for period in found.periods if period.note is not None)),
        cited(found.periods, rules),
        weakest(period.evidence for period in found.periods),
    )


def protected_account(on: date, pack: Pack | None = None) -> ProtectedAccount | None:
    """Return the protected account that can be asked for on a day; None on days when there was none.

    `working_days` is the time the bank has from the request. HorizonError outside the topic. Source: § 304c, 304d OSŘ.
    """
    law = pack or default_pack()
    law.require_known(TOPIC, on)
    series = law.series["protected_account_days"]
    days, period = known_value(series, on), period_on(series, on)
    if not days:
        return None
    fit = tuple(each for each in treatments_on(on, law) if each.protected_account)
    return ProtectedAccount(days, fit, tuple(law.ladders[PROTECTED].step), tuple(period.citations), period.evidence)


def exempt_income_steps(pack: Pack | None = None) -> tuple[Step, ...]:
    """Return the steps by which an income that must not be taken is stopped from being taken and given back."""
    return tuple((pack or default_pack()).ladders[EXEMPT_INCOME].step)


def freeze_ends_on(notice_delivered_on: date, pack: Pack | None = None) -> date:
    """Return the last day on which money that arrives on the debtor's account is still attached.

    The day is counted from the delivery to the bank of the notice that the order is final, by number; it is not moved
    from a weekend or holiday. An unclaimed payout goes to the creditor the day after (orders served since July 2021).
    A spouse's account is attached as it stood at delivery. HorizonError outside the topic. Source: § 306, 307 OSŘ.
    """
    law = pack or default_pack()
    months = known_value(law.series["account_freeze_months"], notice_delivered_on)
    law.require_known(TOPIC, notice_delivered_on)
    return COUNTINGS["osr57"](notice_delivered_on, relativedelta(months=months))


def cash_limit(on: date, pack: Pack | None = None) -> int:
    """Return the cash (haléře) left at an inventory on a day, § 322 odst. 2 písm. f) OSŘ; HorizonError if unknown."""
    law = pack or default_pack()
    return known_value(law.series["cash_multiple"], on) * known_value(law.series[MINIMUM], on) * HALERE_PER_KORUNA


def cited(periods: Sequence[Amount], terms: Sequence[Term] = ()) -> tuple[Citation, ...]:
    """Return the provisions of periods and terms, each once."""
    of_terms = [Citation(at=at) for term in terms for at in term.more.get("cites", [])]
    every = [*(cite for period in periods for cite in period.citations), *of_terms]
    return tuple({cite.at: cite for cite in every}.values())


class _Possible:
    """Gathers the payouts that are possible, and the periods of the law from which they come."""

    def __init__(self, pack: Pack, balance: int | None, spouses: bool) -> None:  # noqa: FBT001 - as the caller has it
        self.pack, self.balance, self.spouses = pack, balance, spouses
        self.payouts: list[Payout] = []
        self.periods: list[Amount] = []
        self.by_asking = False  # whether the day of the request makes a difference for some day of delivery

    def add(self, delivered: Span, asked: Iterable[Span]) -> None:
        """Add what is paid for days of delivery with the same values, once for all days of asking that give it."""
        grouped: dict[tuple[int, date], list[Span]] = {}
        for span in asked:
            grouped.setdefault(self._multiple(delivered, span), []).append(span)
        self.by_asking |= len(grouped) > 1
        for (multiple, minimum_on), spans in grouped.items():
            self.payouts.append(self._payout(delivered, tuple(spans), multiple, minimum_on))

    def _multiple(self, delivered: Span, asked: Span) -> tuple[int, date]:
        """Return the multiple and the day whose living minimum it multiplies."""
        first, day = delivered.first or date.min, asked.first or date.min
        raised = period_on(self.pack.series[RAISED], day)
        if raised.value:
            self.periods.append(raised)
            return raised.value, max(first, raised.from_ or first)
        self.periods.append(period_on(self.pack.series[MULTIPLE], first))
        return known_value(self.pack.series[MULTIPLE], first), first

    def _payout(self, delivered: Span, asked: tuple[Span, ...], multiple: int, minimum_on: date) -> Payout:
        minimum = known_value(self.pack.series[MINIMUM], minimum_on)
        self.periods.append(period_on(self.pack.series[MINIMUM], minimum_on))
        most, share = multiple * minimum * HALERE_PER_KORUNA, self._share(delivered)
        amount = None if self.balance is None else _amount(self.balance, most, share)
        return Payout(delivered, asked, multiple, minimum, minimum_on, most, share, amount)

    def _share(self, delivered: Span) -> Fraction | None:
        if not self.spouses:
            return None
        series, day = self.pack.series[SPOUSE_SHARE], delivered.first or date.min
        self.periods.append(period_on(series, day))
        return known_ratio(series, day)


def _amount(balance: int, most: int, share: Fraction | None) -> int:
    left = most if share is None else max(most, whole_halere_down(balance * share))
    return min(balance, left)


def _delivery_spans(
    pack: Pack, delivered: date | None, asked_on: date | None, *, spouses_account: bool
) -> Iterator[Span]:
    """Yield spans of possible days of delivery within which nothing changes."""
    if delivered is not None:
        yield Span(delivered, delivered)
        return
    names = [MINIMUM, MULTIPLE, RAISED, WORDING, *([SPOUSE_SHARE] if spouses_account else [])]
    known = [period for period in pack.series[MINIMUM].period if not period.unknown]
    first, last = known[0].from_ or date.min, min(known[-1].to or date.max, asked_on or date.max)
    if spouses_account:
        shares = pack.series[SPOUSE_SHARE]
        known_ratio(shares, last)  # a request before the first known share is past what the pack knows
        first = min(period.from_ for period in shares.period if period.from_ and not period.unknown)
    yield from _cut(first, last, [pack.series[name] for name in names])


def _cut(first: date, last: date, series: Iterable[Series]) -> Iterator[Span]:
    starts = {period.from_ for each in series for period in each.period if period.from_ is not None}
    days = [first, *sorted(day for day in starts if first < day <= last)]
    for place, day in enumerate(days):
        yield Span(day, days[place + 1] - timedelta(days=1) if place + 1 < len(days) else last)


def _asked_spans(pack: Pack, asked_on: date | None, delivered: Span) -> Iterator[Span]:
    """Yield the spans of days on which the payout may be asked for: never before the delivery, never past the topic."""
    if asked_on is not None:
        yield Span(asked_on, asked_on)
        return
    horizon = pack.info.horizon[TOPIC]
    begin = max(delivered.first or date.min, horizon.from_)
    for period in pack.series[RAISED].period:
        first, last = max(begin, period.from_ or begin), min(horizon.to, period.to or horizon.to)
        if first <= last:
            yield Span(first, last)


def _rules(pack: Pack, payouts: Iterable[Payout], *, spouses_account: bool) -> Iterator[Term]:
    """Yield what holds besides, under the wordings that the possible days of delivery leave."""
    of = {"spouse" if spouses_account else "debtor", "both"}
    wordings = {known_code(pack.series[WORDING], each.delivered.first or date.min) for each in payouts}
    terms = pack.vocabularies["account_rules"].values()
    yield from (term for term in terms if term.more["of"] in of and not wordings.isdisjoint(term.more["wordings"]))


def _questions(pack: Pack, names: Iterable[str], *, spouses_account: bool) -> Iterator[Term]:
    renamed = {"balance": "balance_at_delivery"} if spouses_account else {}
    yield from (pack.term("account_questions", renamed.get(name, name)) for name in names)


def _require_sound(pack: Pack, delivered: date | None, balance: int | None, asked_on: date | None) -> None:
    problems = []
    if balance is not None and balance < 0:
        cs, en = "zůstatek nemůže být záporný", "a balance cannot be negative"
        problems.append(Problem("negative_amount", "balance", cs, en))
    if delivered is not None and asked_on is not None and asked_on < delivered:
        cs, en = "žádost nemůže předcházet doručení příkazu", "the request cannot precede the delivery of the order"
        problems.append(Problem("days_reversed", "asked_on", cs, en))
    if problems:
        raise InputError(problems)
    latest = asked_on or max(delivered or date.min, pack.info.horizon[TOPIC].from_)
    pack.require_known(TOPIC, latest)
