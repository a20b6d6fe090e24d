"""A catalogue whose references lead nowhere is refused, with the file, the measure and the reason in both languages."""

from __future__ import annotations

import pytest
from tests.law.support import Change, Fault, changed, refusals

OWN = "strategy/debts.toml"
WHERE = f"{OWN} measure "
TITLE = '[[measure]]\nid = "A3.9"\nkind = "activity"\npillar = "debts"\nparent = "A3.A"\n'
SOURCES = 'number = "3.2"\nkind = "measure"\npillar = "debts"\nparent = "A3.A"\n'


def of_a39(old: str, new: str) -> Change:
    return (OWN, TITLE, TITLE.replace(old, new))


FAULTS = (
    Fault(of_a39('"activity"', '"wish"'), "unknown_member", f"{WHERE}A3.9", "measure_kinds", "measure_kinds"),
    Fault(of_a39('"debts"', '"sports"'), "unknown_member", f"{WHERE}A3.9", "strategy_pillars", "strategy_pillars"),
    Fault(of_a39('"A3.A"', '"A3.X"'), "unknown_measure", f"{WHERE}A3.9", "A3.X", "A3.X"),
    Fault(of_a39('parent = "A3.A"\n', ""), "no_parent", f"{WHERE}A3.9", "chybí", "missing"),
    Fault(of_a39('"A3.A"', '"A3.8b"'), "wrong_parent", f"{WHERE}A3.9", "A3.8b", "A3.8b"),
    Fault((OWN, '"BEFORE-18"', '"BEFORE-19"'), "unknown_rule", f"{WHERE}A3.8a", "BEFORE-19", "BEFORE-19"),
    Fault((OWN, '"shorter_track"', '"no_track"'), "unknown_member", f"{WHERE}A3.C", "verdicts", "verdicts"),
    Fault((OWN, 'rules = ["BEFORE-18"]', 'interventions = ["M-99"]'), "unknown_intervention", f"{WHERE}A3.8a", "M-99",
          "M-99"),
    Fault((OWN, 'owners = ["team", "social_service"]', 'owners = ["mayor"]'), "unknown_member", f"{WHERE}A3.6b",
          "strategy_roles", "strategy_roles"),
    Fault((OWN, 'targets = ["enforced"]', 'targets = ["martians"]'), "unknown_member", f"{WHERE}A3.6",
          "strategy_targets", "strategy_targets"),
    Fault(("kinds/strategy.toml", 'acts_as = "landlord"', 'acts_as = "lord"'), "unknown_member",
          "strategy_roles landlord", "lord", "lord"),
    Fault(("strategy/sources.toml", 'id = "web"', 'id = "page"'), "unknown_source",
          "strategy/programme.toml measure D1", "web", "web"),
)  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{fault.code} {fault.place}" for fault in FAULTS])
def test_a_reference_that_leads_nowhere_is_refused(fault: Fault) -> None:
    assert fault.is_named_in(refusals(changed(fault.change)))


def test_a_circle_of_parents_is_refused() -> None:
    circle = (
        ("strategy/diagnosis.toml", 'id = "A0.3"\nkind = "fact"\npillar = "diagnosis"\n',
         'id = "A0.3"\nkind = "fact"\npillar = "diagnosis"\nparent = "A0.5"\n'),
    )  # fmt: skip
    problems = refusals(changed(*circle))
    assert {problem.code for problem in problems} == {"cycle"}
    assert any(problem.place == "strategy/diagnosis.toml measure A0.3" for problem in problems)
    assert any("A0.3 → A0.5 → A0.3" in problem.cs for problem in problems)


def test_the_same_id_twice_is_refused() -> None:
    problems = refusals(changed(of_a39('"A3.9"', '"A3.8"')))
    assert [(problem.code, problem.place) for problem in problems if problem.code == "duplicate"] == [
        ("duplicate", f"{OWN} measure A3.8")
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"not_done_by_software", cs = "Sbírku', '"done", cs = "Sbírku'),
        ('extent = "done", cs = "V seznamu', 'extent = "not_done_by_software", cs = "V seznamu'),
        ('where = ["dluhy minors negotiate"]', 'where = ["dluhy minors negotiate now!"]'),
        ('where = ["dluhy minors negotiate"]', 'where = ["https://example.org"]'),
    ],
)
def test_a_claim_without_a_place_and_a_place_without_a_claim_are_refused(old: str, new: str) -> None:
    assert all(problem.code.startswith("schema_") for problem in refusals(changed((OWN, old, new))))
