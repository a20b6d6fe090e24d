"""What the pack says, for other programs: its rules with their ladders and its closed vocabularies, in both languages.

Everything comes in the order of the files of the pack, so the same pack gives the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from attrs import frozen

from dluhy.problems import InputError, Problem
from dluhy.report.both import Both, CitedProvision, Days, Labelled, both, cited, labelled, term
from dluhy.report.law_ladders import LadderValue, VerifyValue, ladder_value, verify_values

if TYPE_CHECKING:
    from dluhy.law.models import Rule
    from dluhy.law.pack import Pack


@frozen(kw_only=True)
class RuleLine:
    """A rule in the list of rules."""

    id: str
    topic: str
    subject: str
    role: str
    title: Both
    verdict: str
    verdict_label: Both
    evidence: str
    evidence_label: Both


class ConditionValue(msgspec.Struct, frozen=True):
    """A condition of a rule: its text, a comparison of facts, and its sentence."""

    if_: str = msgspec.field(name="if")
    cs: str
    en: str


@frozen
class AppliesValue:
    """A fact that a rule asks for first, and the codes of which it must have one."""

    fact: str
    label: Both
    codes: tuple[Labelled, ...]


@frozen(kw_only=True)
class RuleValue:
    """Everything the pack says of a rule but its examples; `remedies` are the ids of its `ladders`.

    `in_force` is tested against the day judged, `partition` names rules of which at most one holds.
    """

    id: str
    topic: str
    subject: str
    role: str
    title: Both
    sentence: Both
    reasoning: Both
    applies: tuple[AppliesValue, ...]
    in_force: Days | None
    partition: str | None
    conditions: tuple[ConditionValue, ...]
    verdict: str
    verdict_label: Both
    citations: tuple[CitedProvision, ...]
    evidence: str
    evidence_label: Both
    verify: tuple[VerifyValue, ...]
    remedies: tuple[str, ...]
    ladders: tuple[LadderValue, ...]


@frozen
class KindValue:
    """A code of a closed vocabulary; `more` is what else the pack says of it, as its file has it."""

    code: str
    label: Both
    more: dict[str, Any]


@frozen
class VocabularyValue:
    """A closed vocabulary: its codes in the order of the file, and the facts that take their values from it."""

    id: str
    facts: tuple[str, ...]
    terms: tuple[KindValue, ...]


def rules_values(pack: Pack) -> tuple[RuleLine, ...]:
    """Return a line for each rule."""
    return tuple(
        RuleLine(
            id=rule.id, topic=rule.topic, subject=rule.subject, role=rule.role, title=both(rule.title),
            verdict=rule.verdict, verdict_label=term(pack, "verdicts", rule.verdict), evidence=rule.evidence,
            evidence_label=term(pack, "evidence", rule.evidence),
        )
        for rule in pack.rules.values()
    )  # fmt: skip


def rule_value(pack: Pack, rule_id: str) -> RuleValue:
    """Return everything the pack says of a rule; InputError `unknown_rule` for an id that is not in the pack."""
    if rule_id not in pack.rules:
        cs, en = "takové pravidlo v sadě není", "there is no such rule in the pack"
        raise InputError([Problem("unknown_rule", "id", cs, en)])
    rule = pack.rules[rule_id]
    return RuleValue(
        id=rule.id,
        topic=rule.topic,
        subject=rule.subject,
        role=rule.role,
        title=both(rule.title),
        sentence=both(rule.sentence),
        reasoning=both(rule.reasoning),
        applies=_applies(pack, rule),
        in_force=None if rule.in_force is None else Days(rule.in_force.from_, rule.in_force.to),
        partition=rule.partition,
        conditions=tuple(ConditionValue(each.if_, (text := both(each)).cs, text.en) for each in rule.all),
        verdict=rule.verdict,
        verdict_label=term(pack, "verdicts", rule.verdict),
        citations=cited(rule.citations, pack),
        evidence=rule.evidence,
        evidence_label=term(pack, "evidence", rule.evidence),
        verify=verify_values(rule),
        remedies=tuple(rule.remedies),
        ladders=tuple(ladder_value(pack, pack.ladders[name]) for name in rule.remedies),
    )


def kinds_values(pack: Pack) -> tuple[VocabularyValue, ...]:
    """Return every closed vocabulary; codes are stable, what `more` says may change with the pack."""
    facts: dict[str, list[str]] = {}
    for name, spec in pack.facts.items():
        if spec.vocabulary is not None:
            facts.setdefault(spec.vocabulary, []).append(name)
    return tuple(
        VocabularyValue(
            vocabulary,
            tuple(facts.get(vocabulary, ())),
            tuple(KindValue(each.code, both(each), each.more) for each in terms.values()),
        )
        for vocabulary, terms in pack.vocabularies.items()
    )


def _applies(pack: Pack, rule: Rule) -> tuple[AppliesValue, ...]:
    return tuple(
        AppliesValue(
            name,
            both(pack.fact_texts[name].label),
            tuple(labelled(pack, pack.facts[name].vocabulary or "", code) for code in codes),
        )
        for name, codes in rule.applies.items()
    )
