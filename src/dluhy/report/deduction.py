"""A deduction as a document: figures, who gets what, steps with provisions, flags, what would change it.

Keys and codes are the same in both languages; money is decimal strings in CZK, null where nobody can tell.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - msgspec reads the annotations
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

import msgspec
from attrs import evolve, frozen

from dluhy import receipt as receipts
from dluhy.deductions.amounts import wage_sets
from dluhy.deductions.explained import STEPS
from dluhy.deductions.incomes import KINDS, TREATMENTS
from dluhy.law.citations import readable
from dluhy.law.models import Evidence  # noqa: TC001 - msgspec reads the annotations
from dluhy.money import to_decimal_string
from dluhy.receipt import Receipt  # noqa: TC001 - msgspec reads the annotations
from dluhy.report.deduction_steps import crowns, part_label
from dluhy.report.texts import texts
from dluhy.typography import czech

if TYPE_CHECKING:
    from collections.abc import Callable

    from dluhy.deductions.model import Allocation, Deduction, Possibility
    from dluhy.engine.steps import Flag, Step
    from dluhy.law.pack import Pack
    from dluhy.problems import Language

JOB: Final = "deduct"
_WEAK: Final = frozenset({"M", "?"})
_NUMBERS: Final = frozenset({"persons", "dependants", "orders", "thirds"})
"""The inputs of steps that are plain numbers; every other whole number is haléře."""


class AllocationReport(msgspec.Struct, frozen=True, kw_only=True, rename={"claim_class": "class"}):
    """What one claim gets, by the pool it comes from; `rest` is what is still owed afterwards."""

    claim: str
    order: str | None
    kind: str | None
    kind_label: str | None
    claim_class: str
    class_label: str
    priority: bool
    second_third: str | None
    unlimited: str | None
    first_third: str | None
    amount: str | None
    rest: str | None


@frozen(kw_only=True)
class FlagReport:
    """What a reader must know of the result; `verify` says that it is not settled, `claim` which claim it is about."""

    code: str
    text: str
    evidence: Evidence
    verify: bool
    claim: str | None


@frozen(kw_only=True)
class StepReport:
    """One step: its inputs are decimal strings, numbers, codes, or exact fractions of a koruna as "28203/8"."""

    code: str
    label: str
    value: str | None
    inputs: Mapping[str, int | str | None]
    cites: tuple[str, ...]
    evidence: Evidence
    verify: bool


@frozen(kw_only=True)
class PossibilityReport:
    """The result if an unknown fact had an answer; `difference` is how much more would be left."""

    fact: str
    answer: str
    text: str
    base: str
    capacity: str
    deducted: str
    left: str
    difference: str


@frozen(kw_only=True)
class PartReport:
    """The deduction from one payment of one payer, or the sums of several.

    `payer`, `part` and `part_label` say which of several parts it is; they are null in the whole.
    """

    ref: str | None
    payer: str | None
    part: str | None
    part_label: str | None
    paid_on: date
    wage_period: str
    net: str
    dependants_counted: int
    amounts: str
    base: str
    remainder: str
    third: str
    unlimited: str
    thirds: int
    capacity: str
    deducted: str
    left: str
    fee: str
    evidence: Evidence
    evidence_label: str
    allocations: tuple[AllocationReport, ...]
    flags: tuple[FlagReport, ...]
    steps: tuple[StepReport, ...]
    possibilities: tuple[PossibilityReport, ...]
    parts: tuple[PartReport, ...]


@frozen(kw_only=True)
class DeductionReport(PartReport):
    """A whole deduction in one language, with its receipt once it has one."""

    receipt: Receipt | None


def deduction_report(
    deduction: Deduction, language: Language, pack: Pack, receipt: Receipt | None, ref: str | None = None
) -> DeductionReport:
    """Return a deduction as people and programs read it; `ref` is how its document calls it."""
    body = _Teller(pack, language, ref).part(deduction, label=None)
    fields = {name: getattr(body, name) for name in PartReport.__annotations__}
    return DeductionReport(**fields, receipt=receipt)


def sealed(report: DeductionReport, pack: Pack, input_sha256: str) -> DeductionReport:
    """Return a report with its receipt; `input_sha256` is the hash (hex) of what was read."""
    receipt = receipts.make(
        pack,
        job=JOB,
        as_of=report.paid_on,
        input_sha256=input_sha256,
        rows_judged=1,
        rows_rejected=0,
        result_sha256=result_hash(report),
    )
    return evolve(report, receipt=receipt)


def result_hash(report: object) -> str:
    """Return the SHA-256 (hex) of a report's compact JSON without its receipt: what a reader of the JSON can redo."""
    body: dict[str, Any] = msgspec.to_builtins(report)
    return sha256(msgspec.json.encode({key: value for key, value in body.items() if key != "receipt"})).hexdigest()


@frozen(slots=False)
class _Teller:
    """Says what a deduction holds in one language."""

    pack: Pack
    language: Language
    ref: str | None

    def part(self, deduction: Deduction, label: str | None) -> PartReport:
        return PartReport(
            ref=self.ref,
            payer=deduction.payer,
            part=deduction.part,
            part_label=label,
            paid_on=deduction.paid_on,
            wage_period=f"{deduction.wage_period:%Y-%m}",
            net=to_decimal_string(deduction.net),
            dependants_counted=deduction.counted,
            amounts=deduction.amounts,
            base=to_decimal_string(deduction.base),
            remainder=to_decimal_string(deduction.remainder),
            third=to_decimal_string(deduction.third),
            unlimited=to_decimal_string(deduction.unlimited),
            thirds=deduction.thirds,
            capacity=to_decimal_string(deduction.capacity),
            deducted=to_decimal_string(deduction.deducted),
            left=to_decimal_string(deduction.left),
            fee=to_decimal_string(deduction.fee),
            evidence=deduction.evidence,
            evidence_label=self._term("evidence", deduction.evidence),
            allocations=tuple(map(self._allocation, deduction.allocations)),
            flags=tuple(map(self._flag, deduction.flags)),
            steps=tuple(map(self._step, deduction.steps)),
            possibilities=tuple(self._possibility(each, deduction.left) for each in deduction.possibilities),
            parts=tuple(self.part(part, part_label(part, self.pack, self.language)) for part in deduction.parts),
        )

    def _allocation(self, each: Allocation) -> AllocationReport:
        return AllocationReport(
            claim=each.claim,
            order=each.order,
            kind=each.kind,
            kind_label=self._kind(each.kind),
            claim_class=each.claim_class,
            class_label=self._term("claim_classes", each.claim_class),
            priority=each.priority,
            second_third=_money(each.second_third),
            unlimited=_money(each.unlimited),
            first_third=_money(each.first_third),
            amount=_money(each.amount),
            rest=_money(each.rest),
        )

    def _kind(self, code: str | None) -> str | None:
        """Return what a kind of claim or of debt is called."""
        known = next((name for name in ("claim_kinds", "debt_kinds") if code in self.pack.vocabularies[name]), None)
        return None if code is None or known is None else self._term(known, code)

    def _flag(self, flag: Flag) -> FlagReport:
        values = {name: self._value(name, value) for name, value in flag.values.items()}
        return FlagReport(
            code=flag.code,
            text=texts(self.language)(f"deduct-flag-{flag.code}", count=1, **values),
            evidence=flag.evidence,
            verify=flag.evidence in _WEAK,
            claim=str(flag.values["claim"]) if "claim" in flag.values else None,
        )

    def _value(self, name: str, value: int | str) -> int | str:
        tell = self._values.get(name)
        return value if tell is None else tell(value)

    @cached_property
    def _values(self) -> Mapping[str, Callable[[Any], str]]:
        """How a value that a flag names is told; others are told as they are."""
        say = texts(self.language)
        return {
            "set": self._notes,
            "year": str,
            "day": lambda day: say.day(date.fromisoformat(day)),
            "shares": self._crowns,
            "base": self._crowns,
            "amount": self._crowns,
            "used": self._crowns,
            "now": self._crowns,
            "pensions": lambda codes: ", ".join(self._term("pensions", code) for code in codes.split()),
            "income": lambda code: self._term(KINDS, code),
            "treatment": lambda code: self._term(TREATMENTS, code),
        }

    def _crowns(self, halere: int) -> str:
        return crowns(to_decimal_string(halere), texts(self.language))

    def _notes(self, key: str) -> str:
        """Return the notes of a set of amounts."""
        notes = next(each.notes for each in wage_sets(self.pack).sets if each.key == key)
        return " ".join(note.text(self.language) for note in notes)

    def _step(self, step: Step) -> StepReport:
        vocabulary = STEPS if step.code in self.pack.vocabularies[STEPS] else TREATMENTS
        return StepReport(
            code=step.code,
            label=self._term(vocabulary, step.code),
            value=_money(step.value),
            inputs={name: _input(name, value) for name, value in step.inputs.items()},
            cites=tuple(readable(cite, self.pack.acts, self.language).text for cite in step.cites),
            evidence=step.evidence,
            verify=step.evidence in _WEAK,
        )

    def _possibility(self, each: Possibility, left: int) -> PossibilityReport:
        return PossibilityReport(
            fact=each.fact,
            answer=each.answer,
            text=self._supposed(each),
            base=to_decimal_string(each.base),
            capacity=to_decimal_string(each.capacity),
            deducted=to_decimal_string(each.deducted),
            left=to_decimal_string(each.left),
            difference=to_decimal_string(each.left - left),
        )

    def _supposed(self, each: Possibility) -> str:
        say = texts(self.language)
        if each.fact == "dependants":
            return say("deduct-if-dependants", count=int(each.answer))
        if each.fact == "own_pension":
            return say("deduct-if-own_pension", pension=self._term("pensions", each.answer))
        return say(f"deduct-if-{each.fact}", answer=each.answer)

    def _term(self, vocabulary: str, code: str) -> str:
        label = self.pack.term(vocabulary, code).text(self.language)
        return czech(label) if self.language == "cs" else label


def _money(halere: int | None) -> str | None:
    return None if halere is None else to_decimal_string(halere)


def _input(name: str, value: int | str | None) -> int | str | None:
    return to_decimal_string(value) if isinstance(value, int) and name not in _NUMBERS else value
