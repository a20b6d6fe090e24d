"""The declared facts and the functions that compute them belong together."""

from __future__ import annotations

from inspect import getmembers, isfunction, signature
from types import ModuleType

import pytest

from dluhy.facts.derived import MODULES, functions, gathered
from dluhy.facts.schema import FACTS, base_schema
from dluhy.facts.tables import ALL_FACTS, FACTS_OF
from dluhy.law.pack import default_pack

HELPERS = {"as_ruled", "kinds_where", "limit_of"}
"""Public functions beside the facts that take a pack."""


def test_every_derived_fact_has_its_function_and_every_function_its_fact() -> None:
    of_a_pack = {
        name
        for module in MODULES
        for name, function in getmembers(module, isfunction)
        if not name.startswith("_") and "Pack" in [one.annotation for one in signature(function).parameters.values()]
    }
    assert of_a_pack == {name for name, spec in ALL_FACTS.items() if spec.inputs} | HELPERS
    assert set(functions()) == of_a_pack - HELPERS


def test_every_function_gives_two_bounds_exactly_for_a_fact_known_within_limits() -> None:
    pack = default_pack()
    assert {name for name, function in functions().items() if isinstance(function(pack), tuple)} == {
        name for name, spec in ALL_FACTS.items() if spec.inputs and spec.ranged
    }


def test_what_a_fact_is_computed_from_is_declared() -> None:
    assert all({item for spec in facts.values() for item in spec.inputs} <= set(facts) for facts in FACTS_OF.values())


def module_with(name: str) -> ModuleType:
    """Return a module that defines one function, `fee_year`."""
    module = ModuleType(name)
    exec("def fee_year(_): ...", vars(module))  # noqa: S102 - so that the function belongs to the module
    return module


def test_a_fact_that_no_function_or_several_compute_is_refused() -> None:
    one, other = module_with("one"), module_with("other")
    assert gathered(["fee_year"], [one]) == {"fee_year": vars(one)["fee_year"]}
    with pytest.raises(ValueError, match="fee_year is computed by 2 functions"):
        gathered(["fee_year"], [one, other])
    with pytest.raises(ValueError, match="minority_day is computed by 0 functions"):
        gathered(["fee_year", "minority_day"], [one])


def test_a_function_that_a_module_only_imports_is_not_its_own() -> None:
    own = module_with("own")
    user = ModuleType("user")
    vars(user)["fee_year"] = vars(own)["fee_year"]
    assert gathered(["fee_year"], [user, own]) == {"fee_year": vars(own)["fee_year"]}


def test_facts_known_within_limits_have_two_columns_and_others_one() -> None:
    assert FACTS["due_on"].columns == ("due_on_from", "due_on_to")
    assert FACTS["debt_kind"].columns == ("debt_kind",)
    columns = [column for spec in FACTS.values() for column in spec.columns]
    assert len(columns) == len(set(columns))


def test_a_list_may_give_every_fact_people_can_supply_and_no_other() -> None:
    given = base_schema(default_pack().members)
    assert {"due_on_from", "unpaid_fee_years_to", "in_institution"} <= set(given)
    assert not {"as_of", "minority_day_from", "triple_limit"} & set(given)


def test_a_name_stands_for_one_fact_whatever_the_rows() -> None:
    """A rule and a column can be told by the name alone."""
    assert len(ALL_FACTS) == len({(name, spec) for facts in FACTS_OF.values() for name, spec in facts.items()})


def test_a_pack_is_asked_for_the_part_that_judges_rows_of_one_kind() -> None:
    """Each part holds its own facts and rules, a part of a part is that of the whole, and nothing is lost."""
    pack = default_pack()
    debts, households = pack.of("debts"), pack.of("households")
    assert debts.facts == FACTS
    assert households.facts.keys().isdisjoint(debts.facts.keys() - {"as_of"})
    assert debts.of("households") is households
    assert sum(len(part.rules) for part in pack.parts.values()) == len(pack.rules)
    assert {name for part in pack.parts.values() for name in part.ladders} == set(pack.ladders)
    assert len({hash(part) for part in (pack, *pack.parts.values())}) == 1 + len(pack.parts)
