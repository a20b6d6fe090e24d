"""Deductions of many payments at once: one row a payment, the formulas of one person as polars expressions.

The claims of a row are not divided; whoever needs that has their parts one by one (`dluhy.deductions.deduct`).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.deductions import formulas
from dluhy.deductions.amounts import TOPIC, end_of_month, pay_day_decides, wage_sets
from dluhy.deductions.counted import ALWAYS
from dluhy.deductions.figures import ONE, TWO
from dluhy.deductions.frame_columns import checked
from dluhy.engine.arithmetic import EXPRESSIONS
from dluhy.law.amounts import first_day_with, known_on, known_ratio
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA as KORUNA
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from dluhy.deductions.amounts import WageSets
    from dluhy.law.pack import Pack

RESULTS: Final = (
    "amounts", "counted", "base", "remainder", "third", "unlimited", "thirds", "capacity", "deducted", "left", "fee",
    "unknown_dependants", "unknown_spouse", "unknown_priority",
)  # fmt: skip
_ABOUT_SPOUSE: Final = frozenset({"spouse_married", "spouse_pension", "own_pension"})
_PERCENT: Final = 100
_EPOCH: Final = date(1970, 1, 1)


def deduct_frame(frame: pl.DataFrame, pack: Pack | None = None) -> pl.DataFrame:
    """Return the deduction of each row, in its order; money in haléře (Int64), null where `net` is null.

    Reads the columns of `dluhy.deductions.frame_columns.COLUMNS`: `paid_on`, `wage_period` (any day of the month; null
    where the pay day decides alone), `net`, `dependants` (without the spouse), what is known of the spouse and of
    pensions (codes of the vocabulary `pensions`), `priority` (whether a priority claim is among the claims), `orders`
    (how many, 0 for no claims), `debt_relief`, `component_rounding` ("exact" or "2dp"), `base_share`, `balance` (what
    all claims still owe; only where all have priority or none has), `order_issued_on`, `fee_due` (false for payers who
    have no fee). Null is unknown and read as in `deduct`: people nobody has proven are not counted, a claim has no
    priority, a balance does not limit, an order was issued from 2022 on, a fee is due.

    Returns `amounts` (key of the set), `counted`, `base`, `remainder`, `third`, `unlimited`, `thirds`, `capacity`,
    `deducted` (the payer's `fee` included), `left`, and `unknown_dependants`, `unknown_spouse`, `unknown_priority`.
    Raises InputError for missing or wrong columns and values, HorizonError for a day that the pack does not know.
    """
    law = pack or default_pack()
    return _Rows(checked(frame, law), law).deducted().select(RESULTS)


class _Rows:
    """The rows of one frame on their way from the net income to what is left, stage after stage."""

    def __init__(self, asked: pl.DataFrame, pack: Pack) -> None:
        self.pack, self.sets = pack, wage_sets(pack)
        self.known = {name for name in asked.columns if asked[name].null_count() < asked.height}
        numbers = _set_numbers(asked, self.sets)
        low, high = numbers.min(), numbers.max()
        tables = _tables(self.sets)
        if isinstance(low, int) and low == high:
            self.amounts = {name: pl.lit(table[low], dtype=table.dtype) for name, table in tables.items()}
            self.frame = asked
        else:
            self.amounts = {name: pl.col(name) for name in tables}
            self.frame = asked.with_columns(table.gather(numbers).alias(name) for name, table in tables.items())

    def deducted(self) -> pl.DataFrame:
        """Return the rows with every result."""
        self._add(spouse=self._spouse())
        self._add(
            counted=pl.col("dependants").fill_null(0) + pl.col("spouse").fill_null(value=False).cast(pl.Int64),
            unknown_dependants=pl.col("dependants").is_null(),
            unknown_spouse=pl.col("spouse").is_null(),
            unknown_priority=pl.col("priority").is_null(),
        )
        self._add(base=self._base())
        self._add(remainder=formulas.remainder(EXPRESSIONS, pl.col("net"), pl.col("base")))
        rest, threshold = pl.col("remainder"), self.amounts["threshold"]
        self._add(
            third=formulas.third(EXPRESSIONS, rest, threshold),
            unlimited=formulas.unlimited(EXPRESSIONS, rest, threshold),
        )
        self._add(thirds=pl.when(self._two_thirds()).then(TWO).otherwise(ONE).cast(pl.Int64))
        self._add(capacity=formulas.capacity(pl.col("third"), pl.col("unlimited"), pl.col("thirds")))
        self._add(taken=self._taken())
        self._add(fee=self._fee())
        self._add(deducted=self._deducted())
        self._add(left=pl.col("net") - pl.col("deducted"), amounts=self.amounts["amounts"])
        return self.frame

    def _add(self, **columns: pl.Expr) -> None:
        self.frame = self.frame.with_columns(**columns)

    def _spouse(self) -> pl.Expr:
        """Return whether the spouse is counted, null where nobody knows: as `dluhy.deductions.counted` has it."""
        counts = pl.col("spouse_counts")
        if not self.known & _ABOUT_SPOUSE:
            return counts
        self._add(suffices=self._has("own_pension", "counts_spouse") | self._has("spouse_pension", "counts_spouse"))
        married = pl.col("spouse_married")
        self._refuse_contradictions()
        derived = pl.when(self.amounts["always"]).then(married).otherwise(married & pl.col("suffices"))
        return pl.coalesce(counts, derived)

    def _has(self, column: str, attribute: str) -> pl.Expr:
        """Return whether a pension has an attribute of its vocabulary; null where the pension is not known."""
        terms = self.pack.vocabularies["pensions"].values()
        table = pl.Series([bool(term.more[attribute]) for term in terms], dtype=pl.Boolean)
        return pl.lit(table).gather(pl.col(column).to_physical())

    def _refuse_contradictions(self) -> None:
        """Raise InputError where a spouse is counted who does not exist, or without a pension that suffices."""
        if "spouse_counts" not in self.known:
            return
        without = ~pl.col("spouse_married") | (~self.amounts["always"] & ~pl.col("suffices"))
        wrong = self.frame.select((pl.col("spouse_counts") & without).fill_null(value=False)).to_series()
        if wrong.any():
            cs = "manžel se má počítat, ale není, nebo nikdo z manželů nemá důchod, který k tomu stačí"
            en = "a spouse is counted, but there is none, or neither has a pension that suffices"
            raise InputError([Problem("spouse_contradiction", f"column spouse_counts row {wrong.arg_max()}", cs, en)])

    def _base(self) -> pl.Expr:
        parts = self.sets.parts_of_koruna
        base = formulas.base(EXPRESSIONS, self.amounts["debtor"], self.amounts["person"], pl.col("counted"), parts)
        if (self.frame["component_rounding"] == "2dp").any():
            rounded = [formulas.to_halere(EXPRESSIONS, self.amounts[name], parts) for name in ("debtor", "person")]
            other = formulas.base(EXPRESSIONS, rounded[0], rounded[1], pl.col("counted"), KORUNA)
            base = pl.when(pl.col("component_rounding") == "2dp").then(other).otherwise(base)
        return pl.coalesce("base_share", base) if "base_share" in self.known else base

    def _two_thirds(self) -> pl.Expr:
        two = pl.col("priority").fill_null(value=False)
        if "debt_relief" in self.known:
            two |= pl.col("debt_relief").fill_null(value=False)
        most = self.frame["orders"].max()
        limits = [period.value for period in self.pack.series["many_orders"].period if period.value]
        if isinstance(most, int) and limits and most >= min(limits):
            two |= self._many_orders()
        return two

    def _many_orders(self) -> pl.Expr:
        """Return whether the second third serves every claim (§ 279 odst. 4, 5 OSŘ)."""
        limit = self._held("many_orders", self._months())
        many = (limit > 0) & (pl.col("orders") >= limit)
        paid = self.frame["paid_on"]
        costs = [self._held(f"trustee_month_{part}", paid) for part in ("fee", "expenses")]
        low = (
            pl.col("third") < (costs[0] + costs[1]) * KORUNA * (self._held("vat_percent", paid) + _PERCENT) // _PERCENT
        )
        if "own_pension" not in self.known:
            return many.fill_null(value=False)
        pension = self._has("own_pension", "many_orders_exception")
        return (many & ~(low & pension).fill_null(value=False)).fill_null(value=False)

    def _months(self) -> pl.Series:
        """Return a day in the month each wage is for; where nobody says, one of the month before the pay day."""
        wage, paid = self.frame["wage_period"], self.frame["paid_on"]
        if not wage.null_count():
            return wage
        before = pl.col("paid_on").dt.month_start() - pl.duration(days=1)
        return self.frame.select(pl.coalesce("wage_period", before.cast(pl.Date))).to_series().alias(paid.name)

    def _held(self, series: str, days: pl.Series) -> pl.Expr:
        """Return what held on each day: one number if it is the same for all, null where the pack does not know."""
        found = self.pack.series[series]
        first, last = days.min(), days.max()
        if not isinstance(first, date) or not isinstance(last, date):
            return pl.lit(None, dtype=pl.Int64)
        every = pl.date_range(first, last, eager=True)
        table = pl.DataFrame({"day": every}).select(known_on(found, pl.col("day"))).to_series()
        if table.n_unique() == 1:
            return pl.lit(table[0], dtype=pl.Int64)
        return pl.lit(table.gather(_numbered(days, first)))

    def _taken(self) -> pl.Expr:
        """Return what the claims take without the payer's fee."""
        none = (pl.col("orders") == 0) & ~pl.col("priority").fill_null(value=False)
        taken = pl.col("capacity")
        nothing = taken * 0  # null where the net income is
        if "balance" in self.known:
            taken = EXPRESSIONS.least(taken, pl.coalesce("balance", "capacity"))
        if "debt_relief" in self.known:
            relief = pl.col("debt_relief").fill_null(value=False)
            return pl.when(relief).then("capacity").when(none).then(nothing).otherwise(taken)
        return pl.when(none).then(nothing).otherwise(taken)

    def _fee(self) -> pl.Expr:
        """Return the payer's fee; none in debt relief, and none where nothing is taken."""
        issued = self.frame.select(pl.coalesce("order_issued_on", "paid_on")).to_series()
        full = self._held("payer_month_fee", issued) * KORUNA
        shares, last = self.pack.series["payer_fee_share"], self.frame["paid_on"].max()
        first = first_day_with(shares, lambda period: period.ratio is not None)  # before it no fee is due
        share = known_ratio(shares, max(last, first) if isinstance(last, date) else first)
        taken = pl.col("taken")
        fee = formulas.fee(EXPRESSIONS, full, taken, share)
        if "balance" in self.known:
            fee = formulas.fee_on_top(EXPRESSIONS, full, taken, pl.col("capacity") - taken, share)
        exceptions = []
        if "balance" in self.known:
            exceptions.append(taken == 0)
        if "debt_relief" in self.known:
            exceptions.append(pl.col("debt_relief").fill_null(value=False))
        if "fee_due" in self.known:
            exceptions.append(~pl.col("fee_due").fill_null(value=True))
        return pl.when(pl.any_horizontal(exceptions)).then(taken * 0).otherwise(fee) if exceptions else fee

    def _deducted(self) -> pl.Expr:
        if "balance" not in self.known:
            return pl.col("taken")
        return pl.col("taken") + EXPRESSIONS.least(pl.col("fee"), pl.col("capacity") - pl.col("taken"))


def _numbered(days: pl.Series, first: date) -> pl.Series:
    """Return how many days after the first each is."""
    return (days.to_physical() - (first - _EPOCH).days).cast(pl.UInt32)


def _tables(sets: WageSets) -> dict[str, pl.Series]:
    """Return what a set of amounts fixes, by the number of the set."""
    return {
        "debtor": pl.Series(sets.debtor_parts, dtype=pl.Int64),
        "person": pl.Series(sets.person_parts, dtype=pl.Int64),
        "threshold": pl.Series([each.threshold for each in sets.sets], dtype=pl.Int64),
        "always": pl.Series([each.spouse_rule == ALWAYS for each in sets.sets], dtype=pl.Boolean),
        "amounts": pl.Series([each.key for each in sets.sets], dtype=pl.Enum([each.key for each in sets.sets])),
    }


def _set_numbers(asked: pl.DataFrame, sets: WageSets) -> pl.Series:
    """Return which set of amounts applies to each row; HorizonError names a day that has none."""
    first, last = asked["paid_on"].min(), asked["paid_on"].max()
    if not isinstance(first, date) or not isinstance(last, date):
        return pl.Series([], dtype=pl.UInt32)
    for day in (first, last):
        sets.pack.require_known(TOPIC, day)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    by_pay_day = pl.Series([_by_pay_day(day, sets) for day in days], dtype=pl.UInt32)
    numbers = by_pay_day.gather(_numbered(asked["paid_on"], first))
    return numbers if not by_pay_day.null_count() else _by_wage_period(asked, numbers, sets)


def _by_pay_day(day: date, sets: WageSets) -> int | None:
    """Return the set that a pay day decides alone; None where the month the wage is for decides."""
    return sets.index_for(day, day) if pay_day_decides(sets.pack, day) else None


def _by_wage_period(asked: pl.DataFrame, numbers: pl.Series, sets: WageSets) -> pl.Series:
    """Return the numbers with those filled in that the month of the wage decides."""
    wage, waiting = asked["wage_period"], numbers.is_null()
    missing = waiting & wage.is_null()
    if missing.any():
        cs = "tady rozhoduje měsíc, za který mzda náleží; uveďte jej"
        en = "the month the wage is for decides here; state it"
        raise InputError([Problem("wage_period_needed", f"column wage_period row {missing.arg_max()}", cs, en)])
    waited = wage.filter(waiting)
    first, last = waited.min(), waited.max()
    if not isinstance(first, date) or not isinstance(last, date):
        return numbers
    ends = [end_of_month(first + timedelta(days=number)) for number in range((last - first).days + 1)]
    known = {end: sets.index_on(end) for end in dict.fromkeys(ends)}
    table = pl.Series([known[end] for end in ends], dtype=pl.UInt32)
    by_month = table.gather(_numbered(wage.clip(first, last), first))
    return numbers.zip_with(~waiting, by_month)
