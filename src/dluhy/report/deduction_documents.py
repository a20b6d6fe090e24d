"""Documents about deductions answered as reports with their receipts: one payment, or past payslips."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from dluhy.deductions.answering import answer
from dluhy.deductions.document import DeductionDocument, PayslipsDocument
from dluhy.deductions.payslips import check_payslips
from dluhy.deductions.reading import parse
from dluhy.report import deduction, payslips

if TYPE_CHECKING:
    from dluhy.documents.files import Content
    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy.report.deduction import DeductionReport
    from dluhy.report.payslips import PayslipReport


def payment_report(content: Content, language: Language, pack: Pack) -> DeductionReport:
    """Return what must be deducted from the payment of a document; InputError with everything wrong in it."""
    document = parse(DeductionDocument, content.data, pack, place=content.place, form=content.form)
    report = deduction.deduction_report(answer(document, pack), language, pack, None, document.ref)
    return deduction.sealed(report, pack, sha256(content.data).hexdigest())


def payslips_report(content: Content, language: Language, pack: Pack) -> PayslipReport:
    """Return what should have been deducted from the payslips of a document; InputError with everything wrong in it."""
    document = parse(PayslipsDocument, content.data, pack, place=content.place, form=content.form)
    report = payslips.payslip_report(check_payslips(document, pack), language, pack, None, document.ref)
    return payslips.sealed(report, pack, sha256(content.data).hexdigest())
