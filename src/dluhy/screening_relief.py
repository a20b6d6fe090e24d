"""Debt relief of a case alone: what a screening says of it, without what only other parts of a screening need."""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy import receipt as receipts
from dluhy.case import case_facts
from dluhy.case.circle import circle_of
from dluhy.case.defects import defects_of_case
from dluhy.case.given import case_given
from dluhy.case.household import says_nothing
from dluhy.case.relief import reliefs_of_case
from dluhy.case.relief_without import reliefs_without
from dluhy.case.wages import with_net_wages
from dluhy.children.check import TOPIC, checker
from dluhy.law.pack import default_pack
from dluhy.screening import STRICT_LAW

if TYPE_CHECKING:
    from datetime import date

    from dluhy.case import Case, CaseRows
    from dluhy.case.given import CaseLike
    from dluhy.case.relief import CaseRelief
    from dluhy.case.relief_without import ReliefWithout
    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy.receipt import Receipt
    from dluhy.report.relief_case import ReliefOfCaseReport

JOB: Final = "relief"


@frozen(slots=False)
class Relief:
    """Debt relief of a case on its day; `relief` of each debtor (empty without debts), `relief_without` as screened.

    Money in haléře; `input_sha256` is the hash of the document, empty where there was none.
    """

    case: Case
    pack: Pack
    rows: CaseRows
    relief: tuple[CaseRelief, ...]
    relief_without: tuple[ReliefWithout, ...]
    input_sha256: str = ""
    strict_law: bool = False

    @property
    def as_of(self) -> date:
        """The day it was judged for."""
        return self.case.as_of

    @cached_property
    def receipt(self) -> Receipt:
        """What it was computed from; the hash of the result is that of everything it says, in Czech."""
        from dluhy.report.relief_case import content_of  # noqa: PLC0415 - reports know results, not the reverse

        return receipts.make(
            self.pack, job=JOB, as_of=self.as_of, input_sha256=self.input_sha256, rows_judged=self.rows.frame.height,
            rows_rejected=0, result_sha256=sha256(content_of(self)).hexdigest(),
            options=(STRICT_LAW,) if self.strict_law else (),
        )  # fmt: skip

    def report(self, language: Language = "cs") -> ReliefOfCaseReport:
        """Return it as values to read: texts in a language, money as decimal strings."""
        from dluhy.report.relief_case import relief_of_case_report  # noqa: PLC0415 - as above

        return relief_of_case_report(self, language)

    def text(self, language: Language = "cs") -> str:
        """Return it as plain text for the counsellor, lines of at most 100 signs."""
        from dluhy.report.relief_case import relief_of_case_text  # noqa: PLC0415 - as above

        return relief_of_case_text(self.report(language))

    def json(self, language: Language = "cs") -> str:
        """Return it as JSON, the same that `dluhy relief --json` writes."""
        from dluhy.report.relief_case import relief_of_case_json  # noqa: PLC0415 - as above

        return relief_of_case_json(self.report(language))


def relieve(case: CaseLike, *, pack: Pack | None = None, strict_law: bool = False) -> Relief:
    """Return debt relief of a case: may each debtor enter, the least payment, the projection, what dropping debts does.

    `case` is what `dluhy.screen` takes. Every part is the same as in the screening of the case, without the household,
    the ways out, the plan and the questions that a screening computes too. `strict_law` refuses a projection with
    months whose law is not known.

    Raises InputError with everything that is wrong with the document, HorizonError for a day the pack does not know.

    >>> found = relieve({"ref": "2026/001", "as_of": "2026-11-21", "people": [], "debts": []})
    >>> (found.report("en").ref, found.report("en").relief)
    ('2026/001', ())
    """
    law = pack or default_pack()
    given = case_given(case, law)
    return relieve_case(given.case, law, input_sha256=given.sha256, strict_law=strict_law)


def relieve_case(case: Case, pack: Pack | None = None, *, input_sha256: str = "", strict_law: bool = False) -> Relief:
    """Return debt relief of a case as `relieve`; `input_sha256` is the hash of its document, for the receipt."""
    judge = checker(pack)
    law = judge.pack
    law.require_known(TOPIC, case.as_of)
    rows = case_facts(case, law)
    judged = judge.judge(rows.frame, case.as_of)
    with_nets, _ = with_net_wages(case, law)
    circle = None if says_nothing(case) else circle_of(with_nets, law).circle
    relief = reliefs_of_case(with_nets, circle, judged, law, strict_law=strict_law)
    defects = defects_of_case(case, judged, law, rows=rows) if relief else ()
    without = reliefs_without(with_nets, relief, defects, judged, law, circle=circle, strict_law=strict_law)
    return Relief(case, law, rows, relief, without, input_sha256, strict_law)
