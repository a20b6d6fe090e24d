"""What the commands do once their arguments are known: run the library, tell people, return an exit status."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from dluhy.law.pack import Pack, default_pack, load
from dluhy.problems import DluhyError, InputError, Problem
from dluhy.report.texts import Texts, texts

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from dluhy.problems import Language

DONE, SOME_REJECTED, UNUSABLE = 0, 1, 2
_OUTPUTS = (".xlsx", ".csv", ".ndjson", ".parquet")


def tell(error: InputError, language: Language, heading: str = "") -> int:
    """Print every problem of an unusable input to standard error and return the exit status for it."""
    if heading:
        print(heading, file=sys.stderr)
    for problem in error.problems:
        print(f"  {problem.text(language)}", file=sys.stderr)
    return UNUSABLE


def chosen_pack(folder: Path | None) -> Pack:
    """Return the pack of a folder, or the shipped one."""
    return default_pack() if folder is None else load(folder)


def check_list_command(path: Path, as_of: date, out: Path | None, language: Language, rules: Path | None) -> int:
    """Check a list, write the result, print a short summary."""
    say = texts(language)
    try:
        if not path.name or path.is_dir():
            cs, en = "to je složka, ne soubor se seznamem", "that is a folder, not a list file"
            raise InputError([Problem("file", str(path), cs, en)])
        target = out or path.with_name(f"{path.stem}_vysledek.xlsx")
        _require_output(target, path)
        pack = chosen_pack(rules)
        if path.suffix.lower() == ".parquet" == target.suffix.lower():
            return _check_in_bulk(path, target, as_of, pack, say)
        return _check_in_memory(path, target, as_of, pack, say)
    except InputError as error:
        return tell(error, language, say("error-heading"))
    except OSError:
        cs, en = (
            "výsledek nejde zapsat; není soubor otevřený jinde?",
            "the result cannot be written; is it open elsewhere?",
        )
        return tell(InputError([Problem("output", str(out or path), cs, en)]), language, say("error-heading"))


def _require_output(target: Path, source: Path) -> None:
    if target.suffix.lower() not in _OUTPUTS:
        known = ", ".join(_OUTPUTS)
        raise InputError(
            [
                Problem(
                    "output_format",
                    target.name,
                    f"výsledek umím zapsat jako {known}",
                    f"the result can be written as {known}",
                )
            ]
        )
    if target.exists() and source.exists() and target.samefile(source):
        raise InputError(
            [Problem("output_same", target.name, "výsledek by přepsal seznam", "the result would overwrite the list")]
        )
    if not target.resolve().parent.is_dir():
        raise InputError(
            [
                Problem(
                    "output_folder",
                    str(target.parent),
                    "složka pro výsledek neexistuje",
                    "the folder for the result does not exist",
                )
            ]
        )


def _check_in_memory(path: Path, target: Path, as_of: date, pack: Pack, say: Texts) -> int:
    from dluhy.checking import check_list
    from dluhy.report.blocks import sentences
    from dluhy.report.export import write_result
    from dluhy.report.progress import progress
    from dluhy.report.tables import Tables

    with progress(say("progress-judging")):
        result = check_list(path, as_of, pack)
    with progress(say("progress-writing")):
        written = write_result(result, target, say.language)
    for sentence in sentences(Tables(result, say)):
        print(sentence)
    if result.intake.columns.unused:
        print(say("summary-unused", columns=", ".join(result.intake.columns.unused)))
    _closing(target, written.receipt, written.rejected, say)
    return DONE if result.complete else SOME_REJECTED


def _check_in_bulk(path: Path, target: Path, as_of: date, pack: Pack, say: Texts) -> int:
    from dluhy.bulk.runner import check_parquet
    from dluhy.report.export import write_rejected
    from dluhy.report.progress import progress

    with progress(say("progress-judging")):
        done = check_parquet(path, target, as_of, pack)
    print(
        say(
            "summary-rows",
            count=done.receipt.rows_in,
            judged=done.receipt.rows_judged,
            rejected=done.receipt.rows_rejected,
        )
    )
    _closing(target, done.receipt_path, write_rejected(done.rejected, target), say)
    return DONE if done.receipt.rows_rejected == 0 else SOME_REJECTED


def _closing(target: Path, receipt: Path, rejected: Path | None, say: Texts) -> None:
    print(say("summary-written", path=str(target)))
    if rejected is not None:
        print(say("summary-rejected-file", path=str(rejected)))
    print(say("summary-receipt", path=str(receipt)))
    if target.suffix.lower() == ".xlsx":
        print(say("summary-next"))


def replay_command(receipt: Path, path: Path, language: Language, rules: Path | None) -> int:
    """Compute a result again and say whether it is the same; status 1 if it differs."""
    from dluhy.checking import replay

    say = texts(language)
    try:
        old, new = replay(receipt, path, chosen_pack(rules))
    except InputError as error:
        return tell(error, language)
    if old == new:
        print(say("replay-same", hash=new.result_sha256))
        return DONE
    print(say("replay-different", old=old.result_sha256, new=new.result_sha256), file=sys.stderr)
    return SOME_REJECTED


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
        if rule_id not in pack.rules:
            known = ", ".join(pack.rules)
            raise InputError(
                [
                    Problem(
                        "unknown_rule",
                        rule_id,
                        f"pravidlo v sadě není; jsou v ní: {known}",
                        f"the rule is not in the pack; there are: {known}",
                    )
                ]
            )
    except InputError as error:
        return tell(error, language)
    print(describe_rule(pack, pack.rules[rule_id], texts(language)))
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
