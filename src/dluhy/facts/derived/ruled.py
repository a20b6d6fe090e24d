"""What a rule about households says, as an expression over facts, so that facts can be read from rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from dluhy.engine.compile import Compiler
from dluhy.law.conditions import And, Compare, IsNull, Member, Node, Not, Or, RuleResult, Truth, parse

if TYPE_CHECKING:
    from dluhy.law.pack import Pack


def as_ruled(pack: Pack, rule_id: str) -> pl.Expr:
    """Return whether the conditions of a rule hold, with the rules it reads written out; unknown without the rule.

    Rules about households say it in every part of the pack whose rows have facts of households.
    """
    rules = pack if pack.rows in {None, "households"} else pack.of("households")
    if rule_id not in rules.rules:
        return pl.lit(None, dtype=pl.Boolean)
    return Compiler(pack.facts, pack.members).expression(_written_out(rules, rule_id))


def _written_out(pack: Pack, rule_id: str) -> Node:
    return And(tuple(_without_rules(pack, parse(condition.if_)) for condition in pack.rules[rule_id].all))


def _without_rules(pack: Pack, node: Node) -> Node:
    match node:
        case And(items):
            return And(tuple(_without_rules(pack, item) for item in items))
        case Or(items):
            return Or(tuple(_without_rules(pack, item) for item in items))
        case Not(item):
            return Not(_without_rules(pack, item))
        case Truth(RuleResult(rule_id)):
            return _written_out(pack, rule_id)
        case Compare() | Member() | IsNull() | Truth():
            return node
