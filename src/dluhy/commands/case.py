"""The commands over a case document: write an empty one, check one, print its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.case import Case, CaseRows, Gap, case_facts, gaps, read_case, schema_text, template
from dluhy.case.template import short_template
from dluhy.case.unstated import unstated
from dluhy.commands import STANDARD
from dluhy.commands.common import DONE, as_values, chosen_pack, print_json, tell, write_new
from dluhy.documents.decoding import form_by_name
from dluhy.money import to_decimal_string
from dluhy.problems import InputError, Problem
from dluhy.report.texts import Texts, texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from dluhy.case.unstated import Unstated
    from dluhy.documents.decoding import Form
    from dluhy.problems import Language


def new_case_command(
    path: Path | None, form: Form | None, language: Language, rules: Path | None, *, short: bool = False
) -> int:
    """Write an empty case to a new file, or to standard output; an existing file is never written over.

    `short` is a form in TOML with what most cases need.
    """
    if path is not None and str(path) == STANDARD:
        path = None
    try:
        form = form or (form_by_name(path) if path is not None else None) or "toml"
        if short and form == "json":
            cs, en = "krátká osnova je jen jako TOML", "the short form is in TOML only"
            raise InputError([Problem("output_format", "--short", cs, en)])
        pack = chosen_pack(rules)
        content = short_template(pack, language) if short else template(pack, form, language)
        if path is None:
            print(content, end="")
            return DONE
        write_new(path, content)
    except InputError as error:
        return tell(error, language)
    print(texts(language)("case-written", path=str(path)))
    return DONE


def case_schema_command(language: Language, rules: Path | None) -> int:
    """Print the JSON Schema of the case document."""
    try:
        print(schema_text(chosen_pack(rules)), end="")
    except InputError as error:
        return tell(error, language)
    return DONE


def check_case_command(path: Path, language: Language, *, as_json: bool, rules: Path | None) -> int:
    """Say everything that is wrong with a case (status 2), or everything that it does not say and that matters."""
    say = texts(language)
    try:
        pack = chosen_pack(rules)
        case = read_case(path, pack).case
        rows, found, absent = case_facts(case, pack), gaps(case, pack), unstated(case, pack)
    except InputError as error:
        return tell(error, language, say("case-errors", count=len(error.problems)), as_json=as_json)
    if as_json:
        print_json(_findings(case, rows, found, absent))
    else:
        print("\n".join([*_lines(case, rows, found, say), *_absent(absent, say)]))
    return DONE


def _findings(case: Case, rows: CaseRows, found: Sequence[Gap], absent: Sequence[Unstated]) -> dict[str, object]:
    return {
        "ref": case.ref,
        "as_of": case.as_of,
        "errors": [],
        "warnings": as_values(rows.warnings),
        "gaps": [
            {
                "effect": gap.effect,
                "pointer": gap.pointer,
                "fact": gap.fact,
                "cs": gap.question.cs,
                "en": gap.question.en,
                "debts": gap.debts,
                "balance": None if gap.balance is None else to_decimal_string(gap.balance),
                "partly": gap.partly,
            }
            for gap in found
        ],
        "unstated": [{"pointer": part.pointer, "cs": part.needed_for.cs, "en": part.needed_for.en} for part in absent],
    }


def _lines(case: Case, rows: CaseRows, found: Sequence[Gap], say: Texts) -> Iterator[str]:
    yield say("case-ok", ref=case.ref, day=say.day(case.as_of), debts=rows.frame.height)
    yield from (say("case-warning", place=problem.place, text=_said(problem, say)) for problem in rows.warnings)
    if not found:
        yield say("case-no-gaps")
    heading = None
    for same in _together(found):
        if same[0].effect != heading:
            heading = same[0].effect
            yield "\n" + say(f"case-gaps-{heading}")
        yield f"  {same[0].question.text(say.language)}"
        for gap in same:
            partly = f" ({say('case-gap-partly')})" if gap.partly else ""
            yield f"    {gap.pointer}{partly}" + (f" – {_about(gap, say)}" if gap.debts else "")


def _together(found: Sequence[Gap]) -> list[list[Gap]]:
    """Return gaps of one effect and one question together, where the weightiest of them stands."""
    same: dict[tuple[str, str], list[Gap]] = {}
    for gap in found:
        same.setdefault((gap.effect, gap.fact), []).append(gap)
    return list(same.values())


def _absent(absent: Sequence[Unstated], say: Texts) -> Iterator[str]:
    if absent:
        yield "\n" + say("case-unstated")
    for part in absent:
        yield f"  {part.pointer} – {part.label.text(say.language)}: {part.needed_for.text(say.language)}"


def _said(problem: Problem, say: Texts) -> str:
    return problem.cs if say.language == "cs" else problem.en


def _about(gap: Gap, say: Texts) -> str:
    about = say("case-gap-about", count=len(gap.debts), debts=", ".join(gap.debts))
    return about if gap.balance is None else about + say("case-gap-balance", sum=say.money(gap.balance))
