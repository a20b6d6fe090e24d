"""The declared facts and the functions that compute them belong together."""

from __future__ import annotations

import pytest

from dluhy.facts.derived import functions
from dluhy.facts.derived.registry import computes
from dluhy.facts.schema import FACTS, base_schema
from dluhy.law.pack import default_pack


def test_every_derived_fact_has_its_function_and_every_function_its_fact() -> None:
    assert set(functions()) == {name for name, spec in FACTS.items() if spec.inputs}


def test_every_function_gives_two_bounds_exactly_for_a_fact_known_within_limits() -> None:
    pack = default_pack()
    assert {name for name, function in functions().items() if isinstance(function(pack), tuple)} == {
        name for name, spec in FACTS.items() if spec.inputs and spec.ranged
    }


def test_what_a_fact_is_computed_from_is_declared() -> None:
    assert {item for spec in FACTS.values() for item in spec.inputs} <= set(FACTS)


def test_a_function_for_no_declared_derived_fact_is_refused() -> None:
    for name in ("birth_date", "shoe_size"):
        with pytest.raises(ValueError, match=name):
            computes(name)


def test_facts_known_within_limits_have_two_columns_and_others_one() -> None:
    assert FACTS["due_on"].columns == ("due_on_from", "due_on_to")
    assert FACTS["debt_kind"].columns == ("debt_kind",)
    columns = [column for spec in FACTS.values() for column in spec.columns]
    assert len(columns) == len(set(columns))


def test_a_list_may_give_every_fact_people_can_supply_and_no_other() -> None:
    given = base_schema(default_pack().members)
    assert {"due_on_from", "unpaid_fee_years_to", "in_institution"} <= set(given)
    assert not {"as_of", "minority_day_from", "triple_limit"} & set(given)
