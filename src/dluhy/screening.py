"""The screening of one case: judged debts, people, the plan and the questions, ready to be written as JSON or text.

A screening is the same path as a list: the case becomes a frame with a row per debt, judged by the same rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from dluhy import receipt as receipts
from dluhy.agenda import Sources, agenda_of
from dluhy.asking import questions_of
from dluhy.case import case_facts, read_case
from dluhy.case.defects import defects_of_case
from dluhy.case.given import case_given
from dluhy.case.household import household_of_case, says_nothing
from dluhy.case.payments import deductions_of_case
from dluhy.case.relief import reliefs_of_case
from dluhy.case.relief_without import reliefs_without
from dluhy.case.strategies import drops_of, strategies_of_case
from dluhy.case.wages import with_net_wages
from dluhy.children.check import COMPACT, TOPIC, Checker, checker
from dluhy.law.pack import default_pack
from dluhy.screening_judged import judged_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    import polars as pl

    from dluhy.agenda import Agenda
    from dluhy.asking import Question
    from dluhy.case import Case, CaseRows
    from dluhy.case.defects import CaseDefects
    from dluhy.case.given import CaseLike
    from dluhy.case.household import CaseHousehold
    from dluhy.case.payments import CaseDeduction
    from dluhy.case.relief import CaseRelief
    from dluhy.case.relief_without import ReliefWithout
    from dluhy.case.strategies import CaseStrategies
    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy.receipt import Receipt
    from dluhy.report.screening import ScreeningReport
    from dluhy.screening_judged import Judged

JOB = "screen"
STRICT_LAW = "strict_law"
"""How a receipt says that months whose law is not known were refused."""


@frozen
class Screening:
    """What is known of a case on its day; frames as `Checker` and `dluhy.plan.steps` return them, money in haléře.

    `judged` one row per debt in the order of the document (`debt_id` tells which), `people` one per debtor, `plan` each
    person's steps against debts from childhood, `creditor_plan` those of creditors, `deductions` what must be deducted
    from each debtor's incomes, month by month, `household` the picture of the household; None where the case says
    nothing of it; `relief` debt relief of each debtor, empty without debts; `defects` what can be said against each
    debt, `relief_without` what debt relief would be without what drops out, `strategies` the ways out side by side.
    `agenda` is the one list of steps over all topics, `questions` what to find out, the weightiest first.
    """

    case: Case
    checker: Checker
    rows: CaseRows
    judged: pl.DataFrame
    people: pl.DataFrame
    plan: pl.DataFrame
    creditor_plan: pl.DataFrame
    receipt: Receipt
    deductions: tuple[CaseDeduction, ...]
    household: CaseHousehold | None
    relief: tuple[CaseRelief, ...]
    defects: tuple[CaseDefects, ...]
    relief_without: tuple[ReliefWithout, ...]
    strategies: tuple[CaseStrategies, ...]
    agenda: Agenda
    questions: tuple[Question, ...]

    @property
    def pack(self) -> Pack:
        """The law it was judged by."""
        return self.checker.pack

    @property
    def as_of(self) -> date:
        """The day it was judged for."""
        return self.case.as_of

    @property
    def sources(self) -> Sources:
        """What steps and questions are drawn from."""
        return Sources(
            case=self.case, judged=self.judged, plan=self.plan, creditor_plan=self.creditor_plan,
            deductions=self.deductions, household=self.household, relief=self.relief, defects=self.defects,
            strategies=self.strategies,
        )  # fmt: skip

    def debts(self) -> list[dict[str, Any]]:
        """Return the judged rows as mappings, in the order of the document."""
        return self.judged.rows(named=True)

    def report(self, language: Language = "cs") -> ScreeningReport:
        """Return it as values to read: texts in a language, money as decimal strings."""
        from dluhy.report.screening import screening_report  # noqa: PLC0415 - reports know screenings, not the reverse

        return screening_report(self, language)

    def text(self, language: Language = "cs") -> str:
        """Return it as plain text for the counsellor, lines of at most 100 signs."""
        from dluhy.report.screening_text import screening_text  # noqa: PLC0415 - as above

        return screening_text(self.report(language))

    def json(self, language: Language = "cs") -> str:
        """Return it as JSON, the same that `dluhy screen --json` writes."""
        from dluhy.report.screening_json import screening_json  # noqa: PLC0415 - as above

        return screening_json(self.report(language))


def screen(case: CaseLike, *, pack: Pack | None = None, strict_law: bool = False) -> Screening:
    """Screen a case in whatever form it is given, on its day, by `pack` (by default the shipped law).

    `case` is a `Case`, a mapping as read from JSON or TOML, a path, or the content of a document (bytes, or a text that
    begins with `{` or has several lines). `strict_law` refuses debt relief in months whose law is not known.

    Raises InputError with everything that is wrong with the document, HorizonError for a day the pack does not know.

    >>> found = screen({
    ...     "ref": "2026/001",
    ...     "as_of": "2026-11-21",
    ...     "people": [{"id": "klient", "role": "debtor", "birth_date": "2009-03-01"}],
    ...     "debts": [{"id": "odpad", "debtor": "klient", "kind": "local_fee_waste", "due_on": "2018-05-31",
    ...                "fee_year": 2018, "principal": "500"}],
    ... })
    >>> [(debt.id, debt.verdict, debt.child_owes) for debt in found.report("en").debts]
    [('odpad', 'guardian_only', 'no')]
    >>> found.text("en").splitlines()[2]
    'Person klient'
    """
    law = pack or default_pack()
    given = case_given(case, law)
    return screen_case(given.case, law, input_sha256=given.sha256, strict_law=strict_law)


def screen_case(case: Case, pack: Pack | None = None, *, input_sha256: str = "", strict_law: bool = False) -> Screening:
    """Screen a case on its day.

    `input_sha256` is the hash of the document it was read from, for the receipt; `strict_law` refuses a projection of
    debt relief with months whose law is not known. Raises HorizonError if the pack does not know the law of the day.
    """
    judge = checker(pack)
    judge.pack.require_known("children", case.as_of)
    told = judged_of(case_facts(case, judge.pack), judge, case.as_of)
    return screen_judged(case, told, judge, input_sha256=input_sha256, strict_law=strict_law)


def screen_judged(
    case: Case, told: Judged, judge: Checker, *, input_sha256: str = "", strict_law: bool = False
) -> Screening:
    """Screen a case as `screen_case` does, its debts judged already by `judge`."""
    judged = told.frame
    receipt = receipts.make(
        judge.pack,
        job=JOB,
        as_of=case.as_of,
        input_sha256=input_sha256,
        rows_judged=judged.height,
        rows_rejected=0,
        result_sha256=receipts.result_hash([judged.select(COMPACT)]),
        options=(STRICT_LAW,) if strict_law else (),
    )
    sources, without = _of_topics(case, told, judge, strict_law=strict_law)
    return Screening(
        case=case,
        checker=judge,
        rows=told.rows,
        judged=judged,
        people=told.people,
        plan=told.plan,
        creditor_plan=told.creditor_plan,
        receipt=receipt,
        deductions=sources.deductions,
        household=sources.household,
        relief=sources.relief,
        defects=sources.defects,
        relief_without=without,
        strategies=sources.strategies,
        agenda=agenda_of(sources, judge.pack),
        questions=questions_of(sources, told.rows, judge),
    )


def _of_topics(
    case: Case, told: Judged, judge: Checker, *, strict_law: bool
) -> tuple[Sources, tuple[ReliefWithout, ...]]:
    """Return what each topic says of a case, and debt relief without what drops out."""
    pack, judged = judge.pack, told.frame
    with_nets, wages = with_net_wages(case, pack)
    deductions = deductions_of_case(with_nets, pack)
    silent = says_nothing(case)
    household = None if silent else household_of_case(with_nets, wages, deductions, pack, judged)
    circle = None if household is None else household.sheet.circle
    relief = reliefs_of_case(with_nets, circle, judged, pack, strict_law=strict_law)
    defects = defects_of_case(case, judged, pack, rows=told.rows)
    ways = strategies_of_case(with_nets, household, relief, drops_of(defects), pack, strict_law=strict_law)
    sources = Sources(
        case=case, judged=judged, plan=told.plan, creditor_plan=told.creditor_plan, deductions=deductions,
        household=household, relief=relief, defects=defects, strategies=ways,
    )  # fmt: skip
    without = reliefs_without(with_nets, relief, defects, judged, pack, circle=circle, strict_law=strict_law)
    return sources, without


def household_of(case: Case, pack: Pack | None = None) -> CaseHousehold:
    """Return the picture of the household of a case on its day; its debts are judged where the law of the day is known.

    Raises HorizonError if the pack does not know the law of households or of deductions on the day, InputError with
    everything wrong in the budget.
    """
    law = pack or default_pack()
    with_nets, wages = with_net_wages(case, law)
    return household_of_case(with_nets, wages, deductions_of_case(with_nets, law), law, _judged(case, law))


def _judged(case: Case, pack: Pack) -> pl.DataFrame | None:
    """Return the debts of a case judged as debts from childhood; None without debts or on a day without known law."""
    known = pack.info.horizon[TOPIC]
    if not case.debts or not known.from_ <= case.as_of <= known.to:
        return None
    return checker(pack).judge(case_facts(case, pack).frame, case.as_of)


def replay_case(receipt_path: Path, case_path: Path, pack: Pack | None = None) -> tuple[Receipt, Screening]:
    """Screen a case again and return the receipt given and the screening of now.

    Raises ReplayError if the pack, the program or the document differ from the receipt's; the two receipts differ only
    if the result does.
    """
    old = receipts.read(receipt_path)
    judge = checker(pack)
    read = read_case(case_path, judge.pack)
    receipts.require_same_origin(old, judge.pack, read.sha256)
    strict_law = STRICT_LAW in old.options
    return old, screen_case(read.case, judge.pack, input_sha256=read.sha256, strict_law=strict_law)
