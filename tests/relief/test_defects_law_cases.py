"""What courts decided and sources print about defects of debts comes out as decided and printed."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from tests.facts.test_claim_rows import computed

from dluhy.law.pack import default_pack
from dluhy.money import to_decimal_string
from dluhy.relief.defects import defects_of

Case = dict[str, Any]
_DOCUMENT: Final = tomllib.loads(Path("fixtures/law_cases_defects.toml").read_text(encoding="utf-8"))
RULES: Final = default_pack().of("claims").rules


def facts(case: Case) -> dict[str, Any]:
    """Return what the source states with what is assumed beside it; an assumption never replaces a stated fact."""
    found = dict(case["facts"])
    for assumed in case.get("assumed", []):
        for name, value in assumed.items():
            assert name not in case["facts"]
            found |= {} if name == "because" else {name: value}
    return found


def named(kind: str) -> pytest.MarkDecorator:
    """Return the cases of a kind under their names."""
    return pytest.mark.parametrize("case", _DOCUMENT[kind], ids=lambda case: case["id"])


def test_no_case_is_named_twice_and_each_has_its_source() -> None:
    cases = [case for cases in _DOCUMENT.values() for case in cases]
    assert len({case["id"] for case in cases}) == len(cases)
    assert all(case["source"].startswith("http") and case["why"] for case in cases)


@named("decision")
def test_a_decision_comes_out_as_decided(case: Case) -> None:
    found = {one.rule.id: one for one in defects_of(facts(case), as_of=case["as_of"])}
    assert {name: found[name].status for name in case.get("holds", [])} == dict.fromkeys(case.get("holds", []), "holds")
    assert set(case.get("fails", [])) <= RULES.keys() - found.keys()
    for name, amount in case.get("least", {}).items():
        assert to_decimal_string(found[name].least) == amount


@named("end")
def test_an_enforcement_without_recovery_ends_when_published(case: Case) -> None:
    names = {"six": "futile_ends_on", "advanced": "futile_if_advanced_on", "last": "futile_absolute_on"}
    for printed, name in names.items():
        assert computed(name, case["facts"], date(2026, 11, 22)) == (case[printed], case[printed])
