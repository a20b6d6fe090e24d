"""Debt relief of a case as a document: may each debtor enter, what must be paid, what it would bring, what to prepare.

Nothing here says that a court will decide so; whether an intent is honest is never decided.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - msgspec reads the annotations
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.relief.entry import UNKNOWN, WEIGHED
from dluhy.report.household_teller import Grounds, HouseholdTeller
from dluhy.report.relief_course import CourseReport, course_report
from dluhy.report.relief_papers import PapersReport, papers_report
from dluhy.report.relief_pay import PayReport, pay_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dluhy.case.relief import CaseRelief
    from dluhy.law.models import Rule
    from dluhy.law.pack import Pack
    from dluhy.problems import Language, Problem
    from dluhy.relief.entry import Condition, Entry

_COMPUTED: Final = frozenset({"own_monthly", "creditor_count", "creditors_overdue", "unpaid_over_3_months"})
"""Facts that are computed here from incomes and debts: what is missing of those is told by itself."""
_NOBODY_KNOWS: Final = frozenset({"trustee_vat_payer"})
"""Facts that nobody knows before a court decides: both possibilities are counted."""


@frozen
class ConditionReport:
    """One condition of entry: how it came out, what it says, what to ask; `opens` is when a bar of time ends.

    `weighed` conditions are for a person to judge: met says only that no circumstance against it is known.
    """

    rule: str
    title: str
    verdict: str
    verdict_label: str
    sentence: str
    weighed: bool
    ask: tuple[str, ...]
    opens_from: date | None
    opens_to: date | None
    grounds: Grounds


@frozen
class Remark:
    """A circumstance to weigh or to know of, or a shorter or longer way that applies."""

    rule: str
    title: str
    sentence: str
    grounds: Grounds


@frozen
class EntryReport:
    """What can be said of a petition as a whole; `kind` is a code of `entry_classes`, `because` names conditions."""

    kind: str
    kind_label: str
    said: str
    because: tuple[str, ...]
    barred_until: date | None
    barred_past_known: bool
    conditions: tuple[ConditionReport, ...]
    indications: tuple[Remark, ...]
    flags: tuple[Remark, ...]
    tracks: tuple[Remark, ...]
    questions: tuple[str, ...]
    regime: str | None
    grounds: Grounds


@frozen
class ReliefReport:
    """Debt relief of one debtor, or of spouses together; parts that cannot be told are null, `why_not` says why.

    `running`: debt relief runs already and entry is not asked (null: not known). `left_out` are debts that the child
    does not owe, `unsure` those of which that is not known; they are counted.
    """

    people: tuple[str, ...]
    running: bool | None
    entry: EntryReport | None
    pay: PayReport | None
    course: CourseReport | None
    papers: PapersReport | None
    left_out: tuple[str, ...]
    unsure: tuple[str, ...]
    assumed: tuple[str, ...]
    why_not: tuple[str, ...]


def relief_report(found: CaseRelief, pack: Pack, language: Language) -> ReliefReport:
    """Return debt relief of a case as people and programs read it."""
    tell = HouseholdTeller(pack, language)
    return ReliefReport(
        people=tuple(name for name in found.people if name is not None),
        running=found.running,
        entry=None if found.entry is None else _entry(found.entry, tell),
        pay=pay_report(found, tell),
        course=course_report(found, tell),
        papers=None if found.papers is None else papers_report(found.papers, tell),
        left_out=found.claims.left_out,
        unsure=found.claims.unsure,
        assumed=sentences(found.assumed, tell),
        why_not=sentences(found.problems, tell),
    )


def sentences(problems: Iterable[Problem], tell: HouseholdTeller) -> tuple[str, ...]:
    """Return what problems say in the language, each once."""
    return tuple(dict.fromkeys(tell.set(each.cs if tell.language == "cs" else each.en) for each in problems))


def _entry(found: Entry, tell: HouseholdTeller) -> EntryReport:
    conditions = tuple(_condition(each, tell) for each in found.conditions)
    titles = {each.rule: each.title for each in conditions}
    return EntryReport(
        kind=found.kind,
        kind_label=tell.term("entry_classes", found.kind),
        said=tell.say(f"relief-class-{found.kind.replace('_', '-')}"),
        because=tuple(titles.get(name) or tell.set(_title(name, tell)) for name in found.because),
        barred_until=found.barred_until,
        barred_past_known=found.barred_past_known,
        conditions=conditions,
        indications=tuple(_remark(rule, tell) for rule in found.indications),
        flags=tuple(_remark(rule, tell) for rule in found.flags),
        tracks=tuple(_remark(rule, tell) for rule in found.tracks),
        questions=tuple(_asks(found.missing, tell)),
        regime=None if found.regime.code is None else tell.term("relief_regimes", found.regime.code),
        grounds=tell.grounds(
            [cite for name in found.because for cite in tell.pack.rules[name].citations], found.evidence
        ),
    )


def _title(rule: str, tell: HouseholdTeller) -> str:
    return tell.pack.rules[rule].title.text(tell.language)


def _condition(found: Condition, tell: HouseholdTeller) -> ConditionReport:
    known = found.verdict != UNKNOWN
    return ConditionReport(
        rule=found.rule.id,
        title=tell.set(found.term.text(tell.language)),
        verdict=found.verdict,
        verdict_label=tell.term("verdicts", found.verdict) if known else tell.say("relief-unknown"),
        sentence=tell.set(found.rule.sentence.text(tell.language)),
        weighed=found.term.more["fails"] == WEIGHED,
        ask=() if known else tuple(_asks(found.missing, tell)),
        opens_from=None if found.opens is None else found.opens.first,
        opens_to=None if found.opens is None else found.opens.last,
        grounds=tell.grounds(found.citations, found.evidence),
    )


def _asks(names: Iterable[str], tell: HouseholdTeller) -> Iterator[str]:
    """Yield the questions about facts that somebody can answer."""
    yield from (tell.ask(name) for name in names if name not in _COMPUTED | _NOBODY_KNOWS)


def _remark(rule: Rule, tell: HouseholdTeller) -> Remark:
    title, sentence = (tell.set(text.text(tell.language)) for text in (rule.title, rule.sentence))
    return Remark(rule.id, title, sentence, tell.grounds(rule.citations, rule.evidence))
