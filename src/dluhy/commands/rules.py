"""The commands over the law pack: check, list, show, table, differences, mutants."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from dluhy.commands.common import DONE, SOME_REJECTED, UNUSABLE, chosen_pack, tell, write_page
from dluhy.law.pack import load
from dluhy.problems import DluhyError, InputError, Problem
from dluhy.report.texts import Texts, texts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from dluhy.law.pack import Pack
    from dluhy.problems import Language


def check_rules_command(today: date | None, language: Language, folder: Path | None) -> int:
    """Check a pack with its examples; with a day also whether its horizons have passed."""
    from dluhy.engine.examples import check_examples
    from dluhy.facts.derived import functions

    say = texts(language)
    try:
        pack = chosen_pack(folder)
        problems = check_examples(pack, functions())
        if problems:
            raise InputError(problems)
    except InputError as error:
        return tell(error, language)
    examples = sum(len(rule.example) for rule in pack.rules.values())
    print(say("rules-ok", version=pack.info.version, rules=len(pack.rules), examples=examples, hash=pack.hash))
    return DONE if today is None else _horizons(pack, today, say)


def _horizons(pack: Pack, today: date, say: Texts) -> int:
    status = DONE
    for topic, horizon in pack.info.horizon.items():
        if today > horizon.to:
            print(
                say("rules-horizon-passed", topic=topic, last=say.day(horizon.to), today=say.day(today)),
                file=sys.stderr,
            )
            status = SOME_REJECTED
        else:
            print(say("rules-horizon-ok", topic=topic, first=say.day(horizon.from_), last=say.day(horizon.to)))
    return status


def list_rules_command(topic: str | None, language: Language, folder: Path | None) -> int:
    """Print a line per rule, optionally of one topic."""
    try:
        pack = chosen_pack(folder)
        if topic is not None and topic not in pack.info.horizon:
            known = ", ".join(pack.info.horizon)
            raise InputError(
                [
                    Problem(
                        "unknown_topic",
                        topic,
                        f"téma není v sadě; jsou v ní: {known}",
                        f"the topic is not in the pack; there are: {known}",
                    )
                ]
            )
    except InputError as error:
        return tell(error, language)
    width = max(len(rule_id) for rule_id in pack.rules)
    for rule in pack.rules.values():
        if topic in {None, rule.topic}:
            print(f"{rule.id:<{width}}  [{rule.evidence}]  {rule.title.text(language)}")
    return DONE


def show_rule_command(rule_id: str, language: Language, folder: Path | None) -> int:
    """Print everything the pack says of one rule."""
    from dluhy.report.rules import describe_rule

    try:
        pack = chosen_pack(folder)
        _require_rule(pack, rule_id)
    except InputError as error:
        return tell(error, language)
    print(describe_rule(pack, pack.rules[rule_id], texts(language)))
    return DONE


def _require_rule(pack: Pack, rule_id: str) -> None:
    if rule_id not in pack.rules:
        known = ", ".join(pack.rules)
        cs, en = f"pravidlo v sadě není; jsou v ní: {known}", f"the rule is not in the pack; there are: {known}"
        raise InputError([Problem("unknown_rule", rule_id, cs, en)])


def mutate_rules_command(rule_ids: Sequence[str], language: Language, folder: Path | None) -> int:
    """Print every small change of a rule that its examples do not notice; exit status 1 if there is any."""
    from dluhy.engine.mutants import mutants
    from dluhy.engine.mutation import survivors
    from dluhy.facts.derived import functions
    from dluhy.report.mutants import describe_survivor

    say = texts(language)
    try:
        pack = chosen_pack(folder)
        for rule_id in rule_ids:
            _require_rule(pack, rule_id)
    except InputError as error:
        return tell(error, language)
    chosen = [pack.rules[rule_id] for rule_id in rule_ids or pack.rules]
    found = survivors(pack, functions(), {rule.id for rule in chosen})
    for survivor in found:
        print(describe_survivor(pack, survivor, say))
    made = sum(len(mutants(rule, pack)) for rule in chosen)
    if found:
        print(say("rules-mutants-some", survivors=len(found), mutants=made), file=sys.stderr)
        return SOME_REJECTED
    print(say("rules-mutants-none", mutants=made, rules=len(chosen)))
    return DONE


def rules_table_command(out: Path | None, folder: Path | None, language: Language) -> int:
    """Write the whole pack as one Markdown page, to a file or to standard output."""
    from dluhy.report.rules_table import rules_table

    try:
        page = rules_table(chosen_pack(folder))
        write_page(page, out)
    except InputError as error:
        return tell(error, language)
    return DONE


def diff_rules_command(pack_a: Path, pack_b: Path, language: Language) -> int:
    """Print what differs between two packs; exit status 1 if anything does."""
    from dluhy.report.rules import differences

    try:
        old, new = load(pack_a), load(pack_b)
    except DluhyError as error:
        return tell(error, language) if isinstance(error, InputError) else UNUSABLE
    lines = differences(old, new)
    for line in lines or [texts(language)("rules-diff-same")]:
        print(line)
    return SOME_REJECTED if lines else DONE
