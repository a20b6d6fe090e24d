"""Rows of households that a municipality may help: from a screened case and what is known of the place.

What the case does not say is unknown and stays so; what the social worker knows beside it fills in only that. Money is
in haléře.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from dluhy.engine.evaluate import Engine
from dluhy.facts.derived import functions
from dluhy.facts.frame import frame_from_facts
from dluhy.facts.households import HOUSEHOLD_FACTS
from dluhy.municipal.household_facts import facts_of_case
from dluhy.municipal.places import place_facts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dluhy.case.household import CaseHousehold
    from dluhy.case.model import Case
    from dluhy.law.pack import Pack
    from dluhy.municipal.places import LocalFacts

TOPIC: Final = "municipal"
REF: Final = "ref"


@cache
def engine_of(law: Pack) -> Engine:
    """Return what judges households by the interventions of a pack."""
    return Engine(law, functions(), "municipal_households")


def household_facts(
    case: Case,
    household: CaseHousehold | None,
    law: Pack,
    *,
    local: LocalFacts | None = None,
    beside: Mapping[str, Any] | None = None,
) -> pl.DataFrame:
    """Return one row of facts of the household of a case, with the case's `ref`.

    `household` is the picture the screening made of it, None where the case says nothing of a household; `local` is
    what is known of its municipality. `beside` are facts that the social worker knows, by name and as people write
    them; they count where nothing else says it. Raises InputError for one that does not exist or does not fit.
    """
    part = law.of("municipal_households")
    told = [_picture(household), _written(facts_of_case(case, household, law), law)]
    if local is not None:
        told.append(place_facts([local], law).drop("municipality_code"))
    row = pl.concat([frame for frame in told if frame.width], how="horizontal")
    filled = frame_from_facts([dict(beside or {})], part.members, part.facts).drop("row", strict=False)
    return _filled(row, filled).with_columns(pl.lit(case.ref).alias(REF))


def judged_households(facts: pl.DataFrame, law: Pack, as_of: date) -> pl.DataFrame:
    """Judge households: the facts with every intervention's status (`M-20`), mask (`M-20?`) and conditions of steps.

    A null status is undecided; the mask is in the bits of `engine_of(law)`. Rows of several households are put together
    with `polars.concat(how="diagonal")`. Raises HorizonError for a day the pack does not know.
    """
    law.require_known(TOPIC, as_of)
    return engine_of(law).evaluate(facts, as_of)


def rule_ids(law: Pack) -> list[str]:
    """Return the ids of the interventions that facts of a household trigger, in the order of the pack."""
    return list(law.of("municipal_households").rules)


def of_every_household(local: LocalFacts, law: Pack, as_of: date) -> tuple[str, ...]:
    """Return the interventions that hold for whatever household of a municipality, by what is known of the place alone.

    So a field programme is called for where the index is increased, before any household is known.
    """
    facts = place_facts([local], law).drop("municipality_code")
    row = facts if facts.width else pl.DataFrame({REF: [None]}, schema={REF: pl.String})
    judged = judged_households(row, law, as_of).row(0, named=True)
    return tuple(rule for rule in rule_ids(law) if judged[rule])


def _picture(household: CaseHousehold | None) -> pl.DataFrame:
    """Return what the picture of the household says, without what is computed from it."""
    if household is None:
        return pl.DataFrame()
    facts = household.sheet.facts
    base = {column for spec in HOUSEHOLD_FACTS.values() if not spec.inputs for column in spec.columns} - {"as_of"}
    return facts.select(column for column in facts.columns if column in base)


def _written(values: Mapping[str, Any], law: Pack) -> pl.DataFrame:
    return frame_from_facts([values], law.members, law.of("municipal_households").facts).drop("row", strict=False)


def _filled(row: pl.DataFrame, beside: pl.DataFrame) -> pl.DataFrame:
    """Return a row with what is not known filled in from beside it."""
    shared = [name for name in beside.columns if name in row.columns]
    filled = row.with_columns(pl.coalesce(name, pl.lit(beside[name][0], dtype=beside[name].dtype)) for name in shared)
    return filled.hstack(beside.drop(shared).get_columns())
