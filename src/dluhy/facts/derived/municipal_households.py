"""Facts of households and places that a municipality's interventions compare: thresholds of the day, what rules say.

What a rule about households says is read from that rule, so that nobody is told two things of one household.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.facts.derived.ruled import as_ruled
from dluhy.law.amounts import known_on

if TYPE_CHECKING:
    from dluhy.engine.expressions import Computed
    from dluhy.law.pack import Pack

LOSS: Final = "housing_loss_risk"
"""The verdict of every rule by which a household may lose its home."""


def exclusion_increased_from(pack: Pack) -> Computed:
    """From which value of the index of social exclusion the level is increased."""
    return _threshold(pack, "exclusion_increased_from")


def enforced_share_programme_from(pack: Pack) -> Computed:
    """From which share of people in enforcement a programme with employers is worth considering; basis points."""
    return _threshold(pack, "enforced_share_programme_from")


def rent_warning_months(pack: Pack) -> Computed:
    """After how many months of arrears of the home the municipality should get in touch."""
    return _threshold(pack, "rent_warning_months")


def energy_warning_months(pack: Pack) -> Computed:
    """After how many months of energy arrears to advise on advance payments."""
    return _threshold(pack, "energy_warning_months")


def several_enforcements(pack: Pack) -> Computed:
    """From how many enforcements several specialists and advice on debt relief are needed."""
    return _threshold(pack, "several_enforcements")


def in_housing_need(pack: Pack) -> Computed:
    """Whether the rule of housing need holds."""
    return as_ruled(pack, "HOUSING_NEED")


def home_may_be_lost(pack: Pack) -> Computed:
    """Whether any rule holds by which a household may lose its home: rented, pledged or ending."""
    rules = [rule.id for rule in pack.of("households").rules.values() if rule.verdict == LOSS]
    return reduce(or_, (as_ruled(pack, rule) for rule in rules), pl.lit(value=False))


def team_needed(pack: Pack) -> Computed:
    """Whether the rule holds by which several specialists are needed together."""
    return as_ruled(pack, "TEAM_CASE")


def burdened_by_energy(pack: Pack) -> Computed:
    """Whether the rule of energy costs holds."""
    return as_ruled(pack, "ENERGY_BURDEN")


def lives_below_minimum(pack: Pack) -> Computed:
    """Whether the rule holds by which less than the living minimum is left to live on."""
    return as_ruled(pack, "BELOW_LIVING_MINIMUM")


def _threshold(pack: Pack, series: str) -> pl.Expr:
    if series not in pack.series:
        return pl.lit(None, dtype=pl.Int32)
    return known_on(pack.series[series], pl.col("as_of")).cast(pl.Int32)
