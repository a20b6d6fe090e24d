"""The petition for debt relief on paper: who may file it for how much, to which court, what is still to be attached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.money import to_decimal_string
from dluhy.report.household_teller import Grounds  # noqa: TC001 - msgspec reads the annotations

if TYPE_CHECKING:
    from dluhy.case.relief_papers import Papers
    from dluhy.relief.petition import Attachment, Court
    from dluhy.report.household_teller import HouseholdTeller

_WHO: Final = "DR-08"
_COURTS: Final = "insolvency_courts"


@frozen
class CourtReport:
    """The court of the debtor's residence; `branches` are where it handles it, `verify` that a person must."""

    court: str
    branches: tuple[str, ...]
    verify: bool
    grounds: Grounds


@frozen
class AttachmentReport:
    """One attachment that is not ready: `status` is missing or cannot_say, `ordered` whether the act orders it."""

    code: str
    label: str
    status: str
    ordered: bool
    grounds: Grounds


@frozen
class PapersReport:
    """What a petition needs; the fee cap as decimal strings without and with tax, the same where that is decided.

    `drafter_known` says whether it is the cap of the drafter, `held_told` whether the case says what is ready.
    """

    who_may: str
    who_grounds: Grounds
    drafter_known: bool
    fee_least: str
    fee_most: str
    fee_grounds: Grounds
    court: CourtReport | None
    held_told: bool
    attachments: tuple[AttachmentReport, ...]


def papers_report(found: Papers, tell: HouseholdTeller) -> PapersReport:
    """Return what a petition needs as people read it."""
    rule = tell.pack.rules[_WHO]
    return PapersReport(
        who_may=tell.set(rule.sentence.text(tell.language)),
        who_grounds=tell.grounds(rule.citations, rule.evidence),
        drafter_known=found.drafter_known,
        fee_least=to_decimal_string(found.fee.least),
        fee_most=to_decimal_string(found.fee.most),
        fee_grounds=tell.grounds(found.fee.cites, found.fee.evidence),
        court=None if found.court is None else _court(found.court, tell),
        held_told=found.held_told,
        attachments=tuple(
            _attachment(each, tell)
            for each in found.checklist.attachments
            if each.status == "missing" or (each.status == "cannot_say" and each.ordered)
        ),
    )


def _court(found: Court, tell: HouseholdTeller) -> CourtReport:
    names = {code: tell.term(_COURTS, code) for code in (*found.possible, *found.branches)}
    return CourtReport(
        court=", ".join(names[code] for code in found.possible),
        branches=tuple(names[code] for code in found.branches),
        verify=found.verify,
        grounds=tell.grounds(found.cites, found.evidence),
    )


def _attachment(found: Attachment, tell: HouseholdTeller) -> AttachmentReport:
    label = tell.set(found.term.text(tell.language))
    return AttachmentReport(found.code, label, found.status, found.ordered, tell.grounds(found.cites, found.evidence))
