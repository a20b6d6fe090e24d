"""The deductions of a frame as polars expressions, stage after stage, built once for each shape that frames have.

A shape says what is the same for all rows of a frame: which columns are known, which numbers of the law hold on all of
its days. Building expressions costs more than a small frame itself, so they are kept.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import frozen

from dluhy.deductions import formulas
from dluhy.deductions.amounts import wage_sets
from dluhy.deductions.counted import ALWAYS
from dluhy.deductions.figures import ONE, TWO
from dluhy.deductions.frame_columns import COLUMNS
from dluhy.deductions.frame_days import sets_table, values_table
from dluhy.engine.arithmetic import EXPRESSIONS
from dluhy.money import HALERE_PER_KORUNA as KORUNA

if TYPE_CHECKING:
    from fractions import Fraction

    from dluhy.deductions.frame_days import Held
    from dluhy.law.pack import Pack

ABOUT_SPOUSE: Final = frozenset({"spouse_married", "spouse_pension", "own_pension"})
COSTS: Final = ("trustee_month_fee", "trustee_month_expenses", "vat_percent")
"""The series of a trustee's monthly costs and the tax on them."""
BY_MONTH: Final = "by_month"
"""The column with the number of the set of amounts, where the month that a wage is for decides it."""
WAGE_MONTH: Final = "wage_month"
"""A day in the month that a wage is for; where nobody says, the last of the month before the pay day."""
ISSUED_ON: Final = "issued_on"
"""The day an order was issued; where nobody says, the pay day."""
_PERCENT: Final = 100
_KEPT: Final = 512
Stage = tuple[pl.Expr, ...]


@frozen(kw_only=True)
class Shape:
    """What is the same for all rows of a frame.

    `known` are the columns with any value. `amounts` is the set of amounts by the pay day, None where the frame has the
    column `by_month`. `rounded` says that some payer rounds each part. `many` is the number of orders from which two
    thirds are taken, None where no row has so many, and `costs` a trustee's, where a pension may stand against it.
    `fee` and `share` are the payer's fee and its limit.
    """

    known: frozenset[str]
    amounts: Held | None
    rounded: bool
    many: Held | None
    costs: tuple[Held, ...]
    fee: Held
    share: Fraction


@lru_cache(_KEPT)
def stages_of(pack: Pack, shape: Shape) -> tuple[Stage, ...]:
    """Return the expressions of every result of a frame of a shape; each stage builds on those before."""
    return tuple(stage for stage in _Plan(pack, shape).stages() if stage)


@lru_cache(_KEPT)
def contradiction_of(pack: Pack, shape: Shape) -> pl.Expr:
    """Return whether a spouse is counted who does not exist, or without a pension that suffices."""
    plan = _Plan(pack, shape)
    without = ~plan.of("spouse_married") | (~plan.gathered("always") & ~plan.suffices())
    return (plan.of("spouse_counts") & without).fill_null(value=False)


@lru_cache(maxsize=8)
def tables_of_sets(pack: Pack) -> dict[str, pl.Series]:
    """Return what a set of amounts fixes, by the number of the set."""
    sets = wage_sets(pack)
    return {
        "debtor": pl.Series(sets.debtor_parts, dtype=pl.Int64),
        "person": pl.Series(sets.person_parts, dtype=pl.Int64),
        "threshold": pl.Series([each.threshold for each in sets.sets], dtype=pl.Int64),
        "always": pl.Series([each.spouse_rule == ALWAYS for each in sets.sets], dtype=pl.Boolean),
        "amounts": pl.Series([each.key for each in sets.sets], dtype=pl.Enum([each.key for each in sets.sets])),
    }


@frozen
class _Plan:
    """The expressions of a shape."""

    pack: Pack
    shape: Shape

    def stages(self) -> list[Stage]:
        rest, threshold = pl.col("remainder"), self.amount("threshold")
        spouse = pl.col("spouse")
        return [
            self._days(),
            self._amounts(),
            (self._spouse().alias("spouse"),),
            (
                (self.of("dependants").fill_null(0) + spouse.fill_null(value=False).cast(pl.Int64)).alias("counted"),
                self.of("dependants").is_null().alias("unknown_dependants"),
                spouse.is_null().alias("unknown_spouse"),
                self.of("priority").is_null().alias("unknown_priority"),
            ),
            (self._base().alias("base"),),
            (formulas.remainder(EXPRESSIONS, self.of("net"), pl.col("base")).alias("remainder"),),
            (
                formulas.third(EXPRESSIONS, rest, threshold).alias("third"),
                formulas.unlimited(EXPRESSIONS, rest, threshold).alias("unlimited"),
            ),
            (pl.when(self._two_thirds()).then(TWO).otherwise(ONE).cast(pl.Int64).alias("thirds"),),
            (formulas.capacity(pl.col("third"), pl.col("unlimited"), pl.col("thirds")).alias("capacity"),),
            (self._taken().alias("taken"),),
            (self._fee().alias("fee"),),
            (self._deducted().alias("deducted"),),
            ((self.of("net") - pl.col("deducted")).alias("left"), self.amount("amounts").alias("amounts")),
        ]

    def of(self, column: str) -> pl.Expr:
        """Return a column; nothing where no row has it."""
        return pl.col(column) if column in self.shape.known else pl.lit(None, dtype=COLUMNS[column])

    def amount(self, name: str) -> pl.Expr:
        """Return what the set of amounts of a row fixes."""
        return pl.col(name) if self._several else self.gathered(name)

    def gathered(self, name: str) -> pl.Expr:
        """Return the same where it is no column yet."""
        table, amounts = tables_of_sets(self.pack)[name], self.shape.amounts
        if amounts is not None and amounts.value is not None:
            return pl.lit(table[amounts.value], dtype=table.dtype)
        number = pl.col(BY_MONTH) if amounts is None else sets_table(self.pack).on(pl.col(amounts.days))
        return pl.lit(table).gather(number)

    @property
    def _several(self) -> bool:
        """Whether the rows have more than one set of amounts."""
        return self.shape.amounts is None or self.shape.amounts.value is None

    def _days(self) -> Stage:
        """Return the days by which something is looked up, row by row."""
        of_law = [held for held in (self.shape.many, self.shape.fee) if held is not None and held.span is not None]
        before = pl.col("paid_on").dt.month_start() - pl.duration(days=1)
        derived = {
            WAGE_MONTH: pl.coalesce(self.of("wage_period"), before.cast(pl.Date)),
            ISSUED_ON: pl.coalesce(self.of("order_issued_on"), "paid_on"),
        }
        return tuple(derived[held.days].alias(held.days) for held in of_law)

    def _amounts(self) -> Stage:
        names = tables_of_sets(self.pack) if self._several else ()
        return tuple(self.gathered(name).alias(name) for name in names)

    def _held(self, series: str, found: Held) -> pl.Expr:
        if found.span is None:
            return pl.lit(found.value, dtype=pl.Int64)
        return values_table(self.pack, series, found.span).on(pl.col(found.days))

    def _spouse(self) -> pl.Expr:
        """Return whether the spouse is counted, null where nobody knows: as `dluhy.deductions.counted` has it."""
        counts, married = self.of("spouse_counts"), self.of("spouse_married")
        if not self.shape.known & ABOUT_SPOUSE:
            return counts
        derived = pl.when(self.amount("always")).then(married).otherwise(married & self.suffices())
        return pl.coalesce(counts, derived)

    def suffices(self) -> pl.Expr:
        """Return whether either of a couple has a pension for which a spouse is counted."""
        return self._has("own_pension", "counts_spouse") | self._has("spouse_pension", "counts_spouse")

    def _has(self, column: str, attribute: str) -> pl.Expr:
        """Return whether a pension has an attribute of its vocabulary; null where the pension is not known."""
        if column not in self.shape.known:
            return pl.lit(None, dtype=pl.Boolean)
        terms = self.pack.vocabularies["pensions"].values()
        table = pl.Series([bool(term.more[attribute]) for term in terms], dtype=pl.Boolean)
        return pl.lit(table).gather(pl.col(column).to_physical())

    def _base(self) -> pl.Expr:
        parts = wage_sets(self.pack).parts_of_koruna
        base = formulas.base(EXPRESSIONS, self.amount("debtor"), self.amount("person"), pl.col("counted"), parts)
        if self.shape.rounded:
            rounded = [formulas.to_halere(EXPRESSIONS, self.amount(name), parts) for name in ("debtor", "person")]
            other = formulas.base(EXPRESSIONS, rounded[0], rounded[1], pl.col("counted"), KORUNA)
            base = pl.when(pl.col("component_rounding") == "2dp").then(other).otherwise(base)
        return pl.coalesce("base_share", base) if "base_share" in self.shape.known else base

    def _two_thirds(self) -> pl.Expr:
        two = self.of("priority").fill_null(value=False)
        if "debt_relief" in self.shape.known:
            two |= pl.col("debt_relief").fill_null(value=False)
        return two if self.shape.many is None else two | self._many_orders(self.shape.many)

    def _many_orders(self, least: Held) -> pl.Expr:
        """Return whether the second third serves every claim (§ 279 odst. 4, 5 OSŘ)."""
        limit = self._held("many_orders", least)
        many = (limit > 0) & (pl.col("orders") >= limit)
        if not self.shape.costs:
            return many.fill_null(value=False)
        fee, expenses, tax = (self._held(*each) for each in zip(COSTS, self.shape.costs, strict=True))
        low = pl.col("third") < (fee + expenses) * KORUNA * (tax + _PERCENT) // _PERCENT
        pension = self._has("own_pension", "many_orders_exception")
        return (many & ~(low & pension).fill_null(value=False)).fill_null(value=False)

    def _taken(self) -> pl.Expr:
        """Return what the claims take without the payer's fee."""
        known, taken = self.shape.known, pl.col("capacity")
        nothing = taken * 0  # null where the net income is
        if "balance" in known:
            taken = EXPRESSIONS.least(taken, pl.coalesce("balance", "capacity"))
        if "orders" in known:
            none = (pl.col("orders") == 0) & ~self.of("priority").fill_null(value=False)
            taken = pl.when(none).then(nothing).otherwise(taken)
        if "debt_relief" in known:
            taken = pl.when(pl.col("debt_relief").fill_null(value=False)).then("capacity").otherwise(taken)
        return taken

    def _fee(self) -> pl.Expr:
        """Return the payer's fee; none in debt relief, and none where nothing is taken."""
        known, taken, share = self.shape.known, pl.col("taken"), self.shape.share
        full = self._held("payer_month_fee", self.shape.fee) * KORUNA
        fee = formulas.fee(EXPRESSIONS, full, taken, share)
        exceptions = []
        if "balance" in known:
            fee = formulas.fee_on_top(EXPRESSIONS, full, taken, pl.col("capacity") - taken, share)
            exceptions.append(taken == 0)
        if "debt_relief" in known:
            exceptions.append(pl.col("debt_relief").fill_null(value=False))
        if "fee_due" in known:
            exceptions.append(~pl.col("fee_due").fill_null(value=True))
        return pl.when(pl.any_horizontal(exceptions)).then(taken * 0).otherwise(fee) if exceptions else fee

    def _deducted(self) -> pl.Expr:
        """Return what is deducted: what the claims take, and so much of the fee as comes on top."""
        if "balance" not in self.shape.known:
            return pl.col("taken")
        return pl.col("taken") + EXPRESSIONS.least(pl.col("fee"), pl.col("capacity") - pl.col("taken"))
