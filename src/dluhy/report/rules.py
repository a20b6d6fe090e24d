"""Rules for people: one rule in full, and what differs between two packs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.law.citations import readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.law.models import Example, Rule
    from dluhy.law.pack import Pack
    from dluhy.report.texts import Texts

_KINDS = ("rules", "ladders", "presumptions", "series", "days", "acts", "interventions", "sources", "measures")


def describe_rule(pack: Pack, rule: Rule, texts: Texts) -> str:
    """Return a rule as plain text: title, sentence, reasoning, conditions, citations with links, evidence, examples."""
    return "\n".join(_lines(pack, rule, texts))


def _lines(pack: Pack, rule: Rule, texts: Texts) -> Iterator[str]:
    language = texts.language
    yield f"{rule.id} – {rule.title.text(language)}"
    yield ""
    yield rule.sentence.text(language)
    yield f"\n{texts('rules-reasoning')}:\n  {rule.reasoning.text(language)}"
    if rule.applies:
        yield f"\n{texts('rules-applies')}:"
        for name, codes in rule.applies.items():
            vocabulary = pack.facts[name].vocabulary or ""
            labels = ", ".join(pack.term(vocabulary, code).text(language) for code in codes)
            yield f"  {pack.fact_texts[name].label.text(language)}: {labels}"
    yield f"\n{texts('rules-conditions')}:"
    for condition in rule.all:
        yield f"  • {condition.cs if language == 'cs' else condition.en}\n      {condition.if_}"
    yield f"\n{texts('col-verdict')}: {pack.term('verdicts', rule.verdict).text(language)}"
    yield f"\n{texts('rules-citations')}:"
    for cite in rule.citations:
        shown = readable(cite, pack.acts, language)
        yield f"  • {shown.text}\n      {shown.link}"
    yield f"\n{texts('rules-evidence')}: {rule.evidence} – {pack.term('evidence', rule.evidence).text(language)}"
    if rule.verify:
        yield f"\n{texts('rules-verify')}:"
        yield from (f"  • {verify.cs if language == 'cs' else verify.en}" for verify in rule.verify)
    if rule.remedies:
        yield f"\n{texts('rules-remedies')}:"
        for ladder in rule.remedies:
            yield f"  {ladder} – {pack.ladders[ladder].title.text(language)}"
            yield from (f"    {n}. {s.title.text(language)}" for n, s in enumerate(pack.ladders[ladder].step, start=1))
    yield f"\n{texts('rules-examples')}:"
    yield from (f"  • {texts('expect-' + example.expect)}: {_facts(example)}" for example in rule.example)


def _facts(example: Example) -> str:
    shown = ", ".join(f"{name} = {value}" for name, value in example.facts.items())
    return f"{shown} ({example.note})" if example.note else shown


def differences(old: Pack, new: Pack) -> list[str]:
    """Return what differs between two packs, a line each: `+` only in the new, `-` only in the old, `~` changed."""
    lines = []
    for kind in _KINDS:
        before, after = getattr(old, kind), getattr(new, kind)
        lines += [f"- {kind} {name}" for name in before if name not in after]
        lines += [f"+ {kind} {name}" for name in after if name not in before]
        for name in before:
            if name in after and before[name] != after[name]:
                lines += [f"~ {kind} {name}: {change}" for change in _changes(before[name], after[name])]
    for vocabulary in dict.fromkeys([*old.vocabularies, *new.vocabularies]):
        before, after = old.vocabularies.get(vocabulary, {}), new.vocabularies.get(vocabulary, {})
        lines += [
            f"~ {vocabulary} {code}" for code in dict.fromkeys([*before, *after]) if before.get(code) != after.get(code)
        ]
    if old.info != new.info:
        lines += [f"~ pack: {change}" for change in _changes(old.info, new.info)]
    return lines


def _changes(before: object, after: object) -> list[str]:
    fields = type(before).model_fields  # type: ignore[attr-defined]  # every item of a pack is a pydantic model
    return [
        f"{name}: {getattr(before, name)!s} → {getattr(after, name)!s}"
        for name in fields
        if getattr(before, name) != getattr(after, name)
    ]
