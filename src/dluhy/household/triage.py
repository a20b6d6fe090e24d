"""Which obligation of a household to calm first: the one class of each, and the order inside the classes.

The order is advice: it says where delay hurts most. What is not known is asked for, and meanwhile an obligation
stands in the most urgent class that it can still belong to.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from dluhy.engine.evaluate import Engine, condition_column, mask_column
from dluhy.facts.derived import functions
from dluhy.household.frame_columns import fact_frame

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import date

    from dluhy.law.models import Ladder, Rule, Step
    from dluhy.law.pack import Pack

TOPIC, PARTITION = "household", "triage"
ANNOUNCED: Final = ("cut_off_announced", "notice_of_landlord")
"""Facts that tell of a loss already announced; such an obligation comes first in its class."""
NOT_PAID: Final = ("contested", "settled_in_insolvency")
"""Classes of debts that are not to be paid for now: they neither get an offer nor come before one."""
GROWTH: Final = "monthly_growth"
UNSURE: Final = "?"
_PLACE: Final = "place"
COLUMNS: Final = ("order", "class", "rank", "rule", "evidence", "certain", "offered", "missing")
"""What the triage adds to the columns of the obligations."""
OWN: Final = ("id", "name", "creditor", "creditor_kind", "balance", "debt", "debtor", "days_late")
"""What a row may hold beside its facts: it is kept and decides nothing."""


def triage(obligations: pl.DataFrame, pack: Pack, as_of: date) -> pl.DataFrame:
    """Return obligations in the order to calm them: a row each, columns of `OWN` and facts, money in haléře.

    Added columns: `order` from 1, `class` (code of `verdicts`), `rank` (0 first), `rule`, `evidence` (“?” where the
    class is not certain), `certain`, `offered` (whether its creditor gets a share of what is left), `missing` (names of
    facts that would decide; empty where certain). Inside a class what was announced (a cut-off, a notice) comes first,
    then what grows most a month, then the order given. Raises HorizonError for a day the pack does not know, InputError
    with everything wrong in the columns.
    """
    pack.require_known(TOPIC, as_of)
    engine = _engine(pack)
    rules = ordered_rules(engine.pack)
    given = fact_frame(obligations.drop(COLUMNS, strict=False), engine.pack.facts, engine.pack.members, OWN)
    judged = engine.evaluate(given, as_of, steps=False)
    announced = pl.any_horizontal(pl.col(name).fill_null(value=False) for name in ANNOUNCED)
    placed = (
        judged.with_columns(_place(rules).alias(_PLACE), announced.alias(" announced"))
        .with_columns(*_told(rules, engine), pl.int_range(1, pl.len() + 1, dtype=pl.UInt32).alias("order"))
        .sort(_PLACE, " announced", GROWTH, descending=[False, True, True], nulls_last=True, maintain_order=True)
        .with_columns(pl.int_range(1, pl.len() + 1, dtype=pl.UInt32).alias("order"))
    )
    own = [name for name in obligations.columns if name not in COLUMNS]
    return placed.select(*own, *COLUMNS)


def ordered_rules(pack: Pack) -> list[Rule]:
    """Return the rules of the classes in their order: by rank, those of one rank as the pack has them."""
    return sorted(pack.of("obligations").partitions[PARTITION], key=lambda rule: _more(rule, pack, "rank"))


def with_steps(obligations: pl.DataFrame, pack: Pack, as_of: date) -> pl.DataFrame:
    """Return ordered obligations, as `triage` returns them, with the conditions of the steps of their ladders."""
    return _engine(pack).evaluate(obligations.drop(COLUMNS, strict=False), as_of, masks=False)


def step_at_hand(ladder: Ladder, judged: Collection[Mapping[str, Any]]) -> Step | None:
    """Return the first step of a ladder that is for one of the obligations, or may be while something is unknown.

    `judged` are rows as `Engine.evaluate` returns them with steps. None where no step is for any of them.
    """
    return next((step for step in ladder.step if _is_for(step, judged)), None)


def _is_for(step: Step, judged: Collection[Mapping[str, Any]]) -> bool:
    return step.if_ is None or any(row[condition_column(step.if_)] is not False for row in judged)


@lru_cache(maxsize=4)
def _engine(pack: Pack) -> Engine:
    return Engine(pack, functions(), "obligations")


def _place(rules: Sequence[Rule]) -> pl.Expr:
    """Return the place of the class that holds, else of the first that is open; one holds where all is known."""
    holds = (pl.when(pl.col(rule.id)).then(pl.lit(at, dtype=pl.UInt32)) for at, rule in enumerate(rules))
    is_open = (pl.when(pl.col(rule.id).is_null()).then(pl.lit(at, dtype=pl.UInt32)) for at, rule in enumerate(rules))
    return pl.coalesce(*holds, *is_open)


def _told(rules: Sequence[Rule], engine: Engine) -> list[pl.Expr]:
    pack = engine.pack
    certain = pl.any_horizontal(pl.col(rule.id).fill_null(value=False) for rule in rules)
    evidence = _of_place(rules, pl.String(), lambda rule: rule.evidence)
    return [
        _of_place(rules, pl.String(), lambda rule: rule.verdict).alias("class"),
        _of_place(rules, pl.Int32(), lambda rule: _more(rule, pack, "rank")).alias("rank"),
        _of_place(rules, pl.String(), lambda rule: rule.id).alias("rule"),
        pl.when(certain).then(evidence).otherwise(pl.lit(UNSURE)).alias("evidence"),
        certain.alias("certain"),
        _of_place(rules, pl.Boolean(), lambda rule: _more(rule, pack, "offered")).alias("offered"),
        _missing(rules, engine).alias("missing"),
    ]


def _of_place(rules: Sequence[Rule], dtype: pl.DataType, told: Callable[[Rule], Any]) -> pl.Expr:
    return pl.lit(pl.Series([told(rule) for rule in rules], dtype=dtype)).gather(pl.col(_PLACE))


def _missing(rules: Sequence[Rule], engine: Engine) -> pl.Expr:
    """Return the names of the facts that would decide the class an obligation stands in; none where it is certain."""
    mask = pl.coalesce(
        pl.when(pl.col(_PLACE) == at).then(pl.col(mask_column(rule.id))) for at, rule in enumerate(rules)
    )
    names = [pl.when(mask & engine.bit_of(name) > 0).then(pl.lit(name)) for name in engine.asked]
    return pl.concat_list(names).list.drop_nulls()


def _more(rule: Rule, pack: Pack, attribute: str) -> Any:  # noqa: ANN401 - an attribute of a vocabulary
    return pack.term("verdicts", rule.verdict).more[attribute]
