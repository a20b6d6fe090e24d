"""A municipality as a place: what is known of it, and which interventions that calls for."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - the types of the fields are read at run time
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from attrs import fields, frozen

from dluhy.engine.evaluate import Engine
from dluhy.facts.derived import functions
from dluhy.facts.frame import frame_from_facts
from dluhy.facts.municipal import PLACE_FACTS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from dluhy.law.pack import Pack

TOPIC: Final = "municipal"
CODE: Final = "municipality_code"


@frozen(kw_only=True)
class LocalFacts:
    """What is known of one municipality; None is unknown. Shares are in basis points (hundredths of a per cent).

    `code` is its six-digit code. `exclusion_index` is 0 to 30, `dimensions` its points by dimension (`exe`, `pnb`,
    `pnz`, `uoz6`, `po_zs`); `enforced_share` is of inhabitants of 15 and over. `flat_rules_exclude_debtors`: whether
    its rules of flats lock out whoever has a debt; `private_landlord_available`: whether landlords there would let with
    a guarantee; `waste_fee_regime`: how waste is paid for (a code of `place_waste_payments`); `child_exempt`: whether
    its ordinance exempts children from the waste fee or relieves them.
    """

    code: str | None = None
    exclusion_index: int | None = None
    dimensions: Mapping[str, int] | None = None
    enforced_share: int | None = None
    enforced_people: int | None = None
    has_school: bool | None = None
    has_nzdm: bool | None = None
    flat_rules_exclude_debtors: bool | None = None
    can_employ: bool | None = None
    employers_willing: bool | None = None
    private_landlord_available: bool | None = None
    collection_guideline: bool | None = None
    waste_fee_regime: str | None = None
    child_exempt: bool | None = None

    @property
    def facts(self) -> Mapping[str, Any]:
        """The facts that are known, by name."""
        values = {each.name: getattr(self, each.name) for each in fields(LocalFacts)}
        return {name: value for name, value in values.items() if value is not None and name in PLACE_FACTS}


@cache
def engine_of(law: Pack) -> Engine:
    """Return what judges places by the rules of a pack."""
    return Engine(law, functions(), "places")


def place_facts(places: Iterable[LocalFacts], law: Pack) -> pl.DataFrame:
    """Return a row of facts per municipality in their order, with its code; raises InputError for a value not fitting.

    A code that is not known is null, and so is every fact that is not.
    """
    known = list(places)
    frame = frame_from_facts([place.facts for place in known], law.members, law.of("places").facts)
    codes = pl.Series(CODE, [place.code for place in known], dtype=pl.String)
    return frame.drop("row", strict=False).with_columns(codes) if known else pl.DataFrame([codes])


def judged_places(facts: pl.DataFrame, law: Pack, as_of: date) -> pl.DataFrame:
    """Judge places: the facts with every intervention's status (`M-29`), mask (`M-29?`) and conditions of steps.

    A null status is undecided; the mask is in the bits of `engine_of(law)`. Raises HorizonError for a day the pack does
    not know.
    """
    law.require_known(TOPIC, as_of)
    return engine_of(law).evaluate(facts, as_of)


def rule_ids(law: Pack) -> list[str]:
    """Return the ids of the interventions that facts of a place trigger, in the order of the pack."""
    return list(law.of("places").rules)
