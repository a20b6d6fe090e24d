"""`dluhy deduct`: what a payer must deduct, from a document, a list or a few options; its schema and its amounts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.commands import STANDARD
from dluhy.commands.common import DONE, SOME_REJECTED, UNUSABLE, chosen_pack, tell, write_new
from dluhy.commands.deducting_options import Facts, about_options, document_of
from dluhy.deductions.reading import asks_about_payslips, asks_about_rows
from dluhy.documents.files import read_content
from dluhy.problems import InputError, Problem
from dluhy.report.deduction_answers import payment_report, payslips_report, rows_answer
from dluhy.report.deduction_text import deduction_text
from dluhy.report.texts import texts
from dluhy.report.written import as_json

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from dluhy.documents.files import Content
    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy.report.deduction import DeductionReport


_ENDINGS: Final = frozenset({"", ".txt", ".md", ".json"})


@frozen(kw_only=True)
class Deducting:
    """What is asked: a document or a list, or the facts of one payment, and how the answer is to look."""

    source: Path | None
    facts: Facts
    today: date
    language: Language
    as_json: bool = False
    trace: bool = False
    out: Path | None = None
    rules: Path | None = None


def deduct_command(asked: Deducting) -> int:
    """Compute deductions and print or write them; an existing file is never written over."""
    say = texts(asked.language)
    try:
        _require_one_source(asked)
        pack = chosen_pack(asked.rules)
        if asked.source is not None and _is_a_list(asked):
            from dluhy.commands.deducting_lists import deduct_list

            return deduct_list(asked.source, asked, pack)
        content = _content(asked)
        told, status = _told(content, asked, pack)
    except InputError as error:
        return tell(error, asked.language, say("deduct-errors"))
    return _written(told, asked) or status


def _require_one_source(asked: Deducting) -> None:
    problems = []
    if asked.source is not None and asked.facts.given:
        cs, en = ("zadejte buď soubor, nebo údaje jako volby, ne obojí", "give a file or facts as options, not both")
        problems.append(Problem("file_or_options", "deduct", cs, en))
    if asked.source is None and asked.facts.net is None:
        cs = "chybí čistý příjem: zadejte --net, nebo soubor (viz --help)"
        en = "the net income is missing: give --net, or a file (see --help)"
        problems.append(Problem("net_needed", "--net", cs, en))
    if asked.out is not None and asked.out.suffix.lower() not in _ENDINGS and not _is_a_list(asked):
        cs = f"do souboru {asked.out.suffix} výsledek zapsat neumím; použijte .txt, nebo s --json .json"
        en = f"the result cannot be written into a {asked.out.suffix} file; use .txt, or with --json .json"
        problems.append(Problem("output", "--out", cs, en))
    if asked.trace and asked.as_json:
        cs, en = "JSON nese všechny kroky vždy; --trace patří k textu", "JSON holds every step; --trace goes with text"
        problems.append(Problem("trace", "--trace", cs, en))
    if problems:
        raise InputError(problems)


def _is_a_list(asked: Deducting) -> bool:
    from dluhy.deductions.listed import is_list

    return asked.source is not None and is_list(asked.source)


def _content(asked: Deducting) -> Content:
    return document_of(asked.facts, asked.today) if asked.source is None else read_content(asked.source)


def _told(content: Content, asked: Deducting, pack: Pack) -> tuple[str, int]:
    """Return the answer to a document as text or JSON, and the status: by how many payslips or rows could be judged."""
    if asks_about_rows(content):
        rows = rows_answer(content, pack)
        return rows.content.decode(), DONE if not rows.receipt.rows_rejected else SOME_REJECTED
    if asks_about_payslips(content):
        from dluhy.report.payslips_text import payslip_text

        check = payslips_report(content, asked.language, pack)
        unchecked = sum(bool(month.why_not_checked) for month in check.months)
        status = DONE if not unchecked else UNUSABLE if unchecked == len(check.months) else SOME_REJECTED
        return (as_json(check) if asked.as_json else payslip_text(check)), status
    report = _payment(content, asked.language, pack, from_options=asked.source is None)
    told = as_json(report) if asked.as_json else deduction_text(report, asked.language, trace=asked.trace)
    return told, DONE


def _payment(content: Content, language: Language, pack: Pack, *, from_options: bool = False) -> DeductionReport:
    try:
        return payment_report(content, language, pack)
    except InputError as error:
        raise (about_options(error) if from_options else error) from None


def _written(told: str, asked: Deducting) -> int:
    if asked.out is None or str(asked.out) == STANDARD:
        sys.stdout.write(told)
        return DONE
    try:
        write_new(asked.out, told)
    except InputError as error:
        return tell(error, asked.language)
    print(texts(asked.language)("deduct-written", path=str(asked.out)))
    return DONE


def deduction_schema_command(language: Language, rules: Path | None) -> int:
    """Print the JSON Schema of the documents about deductions."""
    from dluhy.deductions.schema import schema_text

    try:
        print(schema_text(chosen_pack(rules)), end="")
    except InputError as error:
        return tell(error, language)
    return DONE


def deduction_amounts_command(day: date | None, language: Language, rules: Path | None, *, as_values: bool) -> int:
    """Print every set of amounts, or the one for a wage paid on a day."""
    from dluhy.report.deduction_amounts import amounts_text, amounts_values

    try:
        pack = chosen_pack(rules)
        told = as_json(amounts_values(pack, language, day)) if as_values else amounts_text(pack, language, day)
    except InputError as error:
        return tell(error, language, texts(language)("deduct-errors"))
    sys.stdout.write(told)
    return DONE
