"""Documents about deductions -> what is answered to each: the report of `dluhy deduct --json`, or that about rows."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.deductions.answering import answer
from dluhy.deductions.document import DeductionDocument, PayslipsDocument
from dluhy.deductions.payslips import check_payslips
from dluhy.deductions.reading import asks_about_payslips, asks_about_rows, parse
from dluhy.deductions.rows import rows_of
from dluhy.documents.decoding import decode
from dluhy.report import payslips
from dluhy.report.deduction import deduction_report, sealed
from dluhy.report.payment_rows import row_answers
from dluhy.report.written import as_json

if TYPE_CHECKING:
    from dluhy.documents.files import Content
    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy.receipt import Receipt
    from dluhy.report.deduction import DeductionReport
    from dluhy.report.payslips import PayslipReport


@frozen
class Answer:
    """What is answered to a document: its JSON and its receipt, which stands in it too."""

    content: bytes
    receipt: Receipt


def deduction_answer(content: Content, language: Language, pack: Pack) -> Answer:
    """Return the answer to a document of any of the three shapes: one payment, payslips, rows of payments.

    Raises InputError with everything that is wrong with the document, places as JSON Pointers.
    """
    if asks_about_rows(content):
        return rows_answer(content, pack)
    if asks_about_payslips(content):
        return _answer(payslips_report(content, language, pack))
    return _answer(payment_report(content, language, pack))


def _answer(report: DeductionReport | PayslipReport) -> Answer:
    if report.receipt is None:
        msg = "a report without a receipt"
        raise ValueError(msg)
    return Answer(as_json(report).encode(), report.receipt)


def rows_answer(content: Content, pack: Pack) -> Answer:
    """Return the answer to a document with rows, the same in every language."""
    document = decode(content.data, content.place, content.form)
    told = row_answers([rows_of(document, content.data, pack)], pack)[0]
    return Answer(told.content, told.receipt)


def payment_report(content: Content, language: Language, pack: Pack) -> DeductionReport:
    """Return the sealed report about one payment; InputError with everything that is wrong with the document."""
    document = parse(DeductionDocument, content.data, pack, place=content.place, form=content.form)
    report = deduction_report(answer(document, pack), language, pack, None, document.ref)
    return sealed(report, pack, digest(content))


def payslips_report(content: Content, language: Language, pack: Pack) -> PayslipReport:
    """Return the sealed report about past payslips; InputError with everything that is wrong with the document."""
    document = parse(PayslipsDocument, content.data, pack, place=content.place, form=content.form)
    report = payslips.payslip_report(check_payslips(document, pack), language, pack, None, document.ref)
    return payslips.sealed(report, pack, digest(content))


def digest(content: Content) -> str:
    """Return the SHA-256 (hex) of what was read."""
    return sha256(content.data).hexdigest()
