"""The check of payslips as a document: months, causes, totals, steps in one language, for JSON and for text alike.

Keys and codes are the same in both languages; money is decimal strings in CZK, null where nobody can tell. A difference
above zero is too much taken.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - msgspec reads the annotations
from datetime import date  # noqa: TC003 - msgspec reads the annotations
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from dluhy import receipt as receipts
from dluhy.deductions.amounts import wage_sets
from dluhy.deductions.causes import CAUSES
from dluhy.deductions.payslips import FLAGS, UNCHECKED, VERDICTS
from dluhy.law.models import Citation, Evidence
from dluhy.money import to_decimal_string
from dluhy.problems import Language  # noqa: TC001 - msgspec reads the annotations
from dluhy.receipt import Receipt  # noqa: TC001 - msgspec reads the annotations
from dluhy.report.deduction import result_hash
from dluhy.report.statements import Act, Provision, Speaker
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from dluhy.deductions.causes import Cause, CausePart
    from dluhy.deductions.model import Deduction
    from dluhy.deductions.payslips import MonthCheck, PayslipCheck, Totals
    from dluhy.engine.steps import Flag
    from dluhy.law.pack import Pack

JOB: Final = "deduct"
_WEAK: Final = frozenset({"M", "?"})


@frozen(kw_only=True)
class CauseReport:
    """What a difference may come from; `kind` is mistake, fact (not stated) or question (`amount` is then null)."""

    code: str
    label: str
    kind: str
    amount: str | None
    exact: bool
    provisions: tuple[Provision, ...]
    verify: bool


@frozen(kw_only=True)
class ExpectedReport:
    """How the expected deduction comes about; `flags` are codes of what is to be known of it."""

    amounts: str
    persons: int
    base: str
    remainder: str
    third: str
    unlimited: str
    thirds: int
    capacity: str
    deducted: str
    fee: str
    left: str
    flags: tuple[str, ...]
    evidence: Evidence


@frozen(kw_only=True)
class MonthReport:
    """One payment checked; `why_not_checked` is empty if it was."""

    number: int
    paid_on: date | None
    wage_period: str | None
    net: str | None
    deducted: str | None
    expected: str | None
    difference: str | None
    verdict: str
    verdict_label: str
    causes: tuple[CauseReport, ...]
    why_not_checked: tuple[str, ...]
    deduction: ExpectedReport | None


@frozen(kw_only=True)
class TotalsReport:
    """Sums, and how many months have each verdict; `limitation_on` is always to be verified."""

    too_much: str
    too_little: str
    open_much: str
    open_little: str
    months: Mapping[str, int]
    oldest_on: date | None
    limitation_on: date | None
    limitation_to_verify: bool


@frozen(kw_only=True)
class PayslipFlag:
    """What a reader must know of the check; `verify` says that it is not settled."""

    code: str
    text: str
    evidence: Evidence
    verify: bool


@frozen(kw_only=True)
class PayslipReport:
    """A whole check of payslips in one language, with its receipt once it has one."""

    ref: str | None
    language: Language
    months: tuple[MonthReport, ...]
    totals: TotalsReport
    flags: tuple[PayslipFlag, ...]
    plan: tuple[Act, ...]
    receipt: Receipt | None


def payslip_report(
    check: PayslipCheck, language: Language, pack: Pack, receipt: Receipt | None, ref: str | None = None
) -> PayslipReport:
    """Return a check of payslips as people and programs read it; `ref` is how its document calls it."""
    tell = _Teller(pack, language)
    return PayslipReport(
        ref=ref,
        language=language,
        months=tuple(map(tell.month, check.months)),
        totals=_totals(check.totals),
        flags=tuple(map(tell.flag, check.flags)),
        plan=tuple(map(tell.step, check.plan)),
        receipt=receipt,
    )


def sealed(report: PayslipReport, pack: Pack, input_sha256: str) -> PayslipReport:
    """Return a report with its receipt, as of its last pay day; `input_sha256` is the hash (hex) of what was read."""
    unchecked = report.totals.months[UNCHECKED]
    receipt = receipts.make(
        pack,
        job=JOB,
        as_of=max((month.paid_on for month in report.months if month.paid_on), default=pack.info.example_as_of),
        input_sha256=input_sha256,
        rows_judged=len(report.months) - unchecked,
        rows_rejected=unchecked,
        result_sha256=result_hash(report),
    )
    return evolve(report, receipt=receipt)


def _totals(totals: Totals) -> TotalsReport:
    return TotalsReport(
        too_much=to_decimal_string(totals.too_much),
        too_little=to_decimal_string(totals.too_little),
        open_much=to_decimal_string(totals.open_much),
        open_little=to_decimal_string(totals.open_little),
        months=totals.months,
        oldest_on=totals.oldest_on,
        limitation_on=totals.limitation_on,
        limitation_to_verify=totals.limitation_on is not None,
    )


class _Teller:
    """Says what a check holds in one language."""

    def __init__(self, pack: Pack, language: Language) -> None:
        self.pack, self.language, self.say = pack, language, texts(language)
        self.speaker = Speaker(pack, language)

    def month(self, month: MonthCheck) -> MonthReport:
        expected = month.expected
        return MonthReport(
            number=month.number,
            paid_on=month.paid_on,
            wage_period=None if month.wage_period is None else f"{month.wage_period:%Y-%m}",
            net=_money(month.net),
            deducted=_money(month.deducted),
            expected=None if expected is None else to_decimal_string(expected.deducted),
            difference=_money(month.difference),
            verdict=month.verdict,
            verdict_label=self.speaker.term(VERDICTS, month.verdict),
            causes=tuple(map(self.cause, month.causes)),
            why_not_checked=tuple(problem.cs if self.language == "cs" else problem.en for problem in month.reasons),
            deduction=None if expected is None else _expected(expected),
        )

    def cause(self, cause: Cause) -> CauseReport:
        held = [self.pack.term(CAUSES, part.code).more for part in cause.parts]
        cites = [Citation(at=at) for more in held for at in more["cites"]]
        return CauseReport(
            code=cause.code,
            label=self.say("payslip-and").join(map(self._part, cause.parts)),
            kind=cause.kind,
            amount=_money(cause.amount),
            exact=cause.exact,
            provisions=self.speaker.provisions(cites),
            verify=any(more["evidence"] in _WEAK for more in held),
        )

    def _part(self, part: CausePart) -> str:
        label = self.speaker.term(CAUSES, part.code)
        details = [self._detail(name, value) for name, value in part.values.items()]
        return f"{label} ({', '.join(details)})" if details else label

    def _detail(self, name: str, value: int | str) -> str:
        if name == "set":
            return self._span(str(value))
        shown = self.say.money(int(value)) if name == "amount" else value
        return self.say("payslip-count-of" if name == "count" else f"payslip-{name}", **{name: shown})

    def _span(self, key: str) -> str:
        """Return the months or the year for which a set of amounts is meant."""
        held = next(each for each in wage_sets(self.pack).sets if each.key == key)
        if not held.by_wage_period:
            return self.say("payslip-set-paid", year=key)
        if key.isdigit():
            return self.say("payslip-set-year", year=key)
        months = f"{held.first.month}–{held.last.month}/{held.first.year}"
        return self.say("payslip-set-months", months=months)

    def flag(self, flag: Flag) -> PayslipFlag:
        return PayslipFlag(
            code=flag.code,
            text=self.speaker.term(FLAGS, flag.code),
            evidence=flag.evidence,
            verify=flag.evidence in _WEAK,
        )

    def step(self, step_id: str) -> Act:
        """Return a step with everything it notes; it is about no debt of a list and has no day of its own."""
        _, step = self.pack.steps[step_id]
        every_note = (1 << len(step.verify)) - 1
        line = {
            "joined": [step_id], "verify": [every_note], "enforcement_refs": None, "creditor": None, "office": None,
            "rows": [], "days_to_18": None, "conditional": False,
        }  # fmt: skip
        return self.speaker.act(line, {}, None)


def _expected(found: Deduction) -> ExpectedReport:
    return ExpectedReport(
        amounts=found.amounts,
        persons=found.counted,
        base=to_decimal_string(found.base),
        remainder=to_decimal_string(found.remainder),
        third=to_decimal_string(found.third),
        unlimited=to_decimal_string(found.unlimited),
        thirds=found.thirds,
        capacity=to_decimal_string(found.capacity),
        deducted=to_decimal_string(found.deducted),
        fee=to_decimal_string(found.fee),
        left=to_decimal_string(found.left),
        flags=tuple(dict.fromkeys(flag.code for flag in found.flags)),
        evidence=found.evidence,
    )


def _money(halere: int | None) -> str | None:
    return None if halere is None else to_decimal_string(halere)
