"""A plan puts everything after what it needs, and holds nothing that nobody asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest
from tests.law.support import presumption, rule, with_own_rules
from tests.strategies import FEES

from dluhy.engine.plan import Level, asked_to_be_known, plan_for
from dluhy.facts.schema import STEP_FACTS
from dluhy.law.conditions import facts_of, rules_of
from dluhy.law.pack import default_pack, load_texts

if TYPE_CHECKING:
    from dluhy.engine.plan import Plan

PACK = default_pack()
WAYS = [
    ((FEES[0],), True), ((FEES[0],), False), (("library",), True), ((), False),
    (tuple(PACK.members["debt_kinds"]), True),
]  # fmt: skip


def places(plan: Plan) -> dict[tuple[str, str], int]:
    """Return the level of everything that a plan holds; fails the test if something stands in two."""
    found: dict[tuple[str, str], int] = {}
    for at, level in enumerate((*plan.fact_levels, *plan.levels)):
        for kind, names in (("fact", level.facts), ("condition", level.conditions), ("rule", level.rules)):
            for name in names:
                assert (kind, name) not in found, name
                found[kind, name] = at
    return found


@pytest.mark.parametrize(("kinds", "steps"), WAYS)
def test_everything_stands_after_what_it_needs_and_facts_that_wait_for_no_rule_come_first(
    kinds: tuple[str, ...], *, steps: bool
) -> None:
    plan = plan_for(PACK, kinds, steps=steps)
    at = places(plan)
    for rule_ in plan.rules:
        needs = [("condition", c.if_) for c in rule_.all] + [("fact", name) for name in rule_.applies]
        assert all(at.get(need, -1) < at["rule", rule_.id] for need in needs), rule_.id
    for text in plan.conditions:
        node = PACK.conditions[text]
        needs = [("fact", n) for n in facts_of(node)] + [("rule", n) for n in rules_of(node)]
        assert all(at.get(need, -1) < at["condition", text] for need in needs), text
    for kind, name in at:
        if kind == "fact":
            spec = PACK.facts[name]
            members = [("rule", r.id) for r in PACK.partitions.get(spec.partition or "", [])]
            needs = [("rule", i[1:-1]) if i.startswith("[") else ("fact", i) for i in spec.inputs] + members
            presumed = [p for p in PACK.presumptions.values() if p.fact == name]
            needs += [("fact", n) for p in presumed for n in (*facts_of(PACK.conditions[p.when]), *p.applies)]
            assert all(at.get(need, -1) < at[kind, name] for need in needs if need[1] != name), name
    assert all(level.facts and not level.conditions and not level.rules for level in plan.fact_levels)
    late = {name for level in plan.levels for name in level.facts}
    assert late <= {name for name in late if PACK.facts[name].partition or late & set(PACK.facts[name].inputs)}


@pytest.mark.parametrize(("kinds", "steps"), WAYS)
def test_a_plan_holds_the_rules_of_the_kinds_and_the_conditions_of_what_answers_them(
    kinds: tuple[str, ...], *, steps: bool
) -> None:
    plan = plan_for(PACK, kinds, steps=steps)
    at = places(plan)
    able = [r for r in PACK.rules.values() if "debt_kind" not in r.applies or set(r.applies["debt_kind"]) & set(kinds)]
    assert list(plan.rules) == able
    assert {name for kind, name in at if kind == "rule"} == {r.id for r in able}
    texts = {c.if_ for r in able for c in r.all} | {v.if_ for r in able for v in r.verify if v.if_ is not None}
    ladders = {name for r in able for name in r.remedies} if steps else set()
    of_outcomes = {name for r in able if r.partition is not None for name in r.remedies} if steps else set()
    for step in (step for name in ladders for step in PACK.ladders[name].step):
        texts |= {text for text in (step.if_, *(v.if_ for v in step.verify)) if text is not None}
    assert set(plan.conditions) == texts == {name for kind, name in at if kind == "condition"}
    of_steps = [step.if_ for name in of_outcomes for step in PACK.ladders[name].step if step.if_ is not None]
    assert set(plan.step_conditions) == set(of_steps)


def test_a_plan_leaves_out_the_facts_that_nothing_waits_for() -> None:
    books = {name for kind, name in places(plan_for(PACK, ["library"], steps=False)) if kind == "fact"}
    fees = {name for kind, name in places(plan_for(PACK, [FEES[0]], steps=False)) if kind == "fact"}
    assert "triple_limit" in fees - books
    assert "birth_date" not in fees
    with_steps = {name for kind, name in places(plan_for(PACK, ["library"], steps=True)) if kind == "fact"}
    assert set(STEP_FACTS) <= with_steps


def test_what_needs_nothing_computed_stands_in_the_first_level() -> None:
    text = rule("FIRST", "owners_association = true") + rule("SECOND", "[FIRST]", "secured = true")
    plan = plan_for(load_texts(with_own_rules(text)), [], steps=False)
    assert [(level.conditions, level.rules) for level in plan.levels] == [
        (("owners_association = true", "secured = true"), ()),
        ((), ("FIRST",)),
        (("[FIRST]",), ()),
        ((), ("SECOND",)),
    ]
    assert plan.step_conditions == ()
    assert all(isinstance(level, Level) for level in plan.levels)


def test_a_rule_that_asks_for_a_fact_to_be_known_is_left_out_where_nobody_knows_it() -> None:
    text = rule("ASKS", "secured IS NOT NULL") + rule("READS", "secured = true") + rule("MAYBE", "secured IS NULL")
    pack = load_texts(with_own_rules(text))
    assert [asked_to_be_known(pack, rule_) for rule_ in pack.rules.values()] == [{"secured"}, set(), set()]
    plan = plan_for(pack, [], steps=False, known_of_nobody=["secured"])
    assert [rule_.id for rule_ in plan.rules] == ["READS", "MAYBE"]
    assert [rule_.id for rule_ in plan_for(pack, [], steps=False).rules] == ["ASKS", "READS", "MAYBE"]
    computed = load_texts(with_own_rules(rule("AGED", "minority_day IS NOT NULL")))
    assert asked_to_be_known(computed, computed.rules["AGED"]) == set()


def test_a_fact_that_reads_a_rule_waits_for_it_and_so_does_every_fact_after_it() -> None:
    pack = load_texts(with_own_rules(rule("FIRST", "secured = true") + rule("LAST", "several_fee_years = true")))
    covered = pack.facts["fee_years_covered"]
    reading = attrs.evolve(covered, inputs=(*covered.inputs, "[FIRST]"))
    plan = plan_for(attrs.evolve(pack, facts={**pack.facts, covered.name: reading}), [], steps=False)
    at = places(plan)
    assert at["rule", "FIRST"] < at["fact", "fee_years_covered"] < at["fact", "several_fee_years"] < at["rule", "LAST"]
    early = {name for level in plan.fact_levels for name in level.facts}
    assert "fee_year" in early
    assert not {"fee_years_covered", "several_fee_years"} & early


def test_a_rule_waits_for_what_is_presumed_of_the_facts_it_is_kept_to() -> None:
    text = presumption("fee_type", '"old"', "fee_type IS NULL")
    text += rule("OLD", "secured = true", more='applies = { fee_type = ["old"] }')
    at = places(plan_for(load_texts(with_own_rules(text)), [], steps=False))
    assert at["fact", "fee_type"] < at["rule", "OLD"]


def test_what_steps_read_is_worked_out_whatever_the_rules_read() -> None:
    pack = load_texts(with_own_rules(rule("FIRST", "secured = true")))
    asked, unasked = (places(plan_for(pack, [], steps=steps)) for steps in (True, False))
    assert {("fact", name) for name in STEP_FACTS} <= set(asked)
    assert not {("fact", name) for name in STEP_FACTS} & set(unasked)
