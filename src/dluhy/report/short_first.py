"""The first screen of the short text: who, what presses, the way out, the numbers, what to find out first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.money import to_decimal_string, to_halere
from dluhy.report.asking_text import together
from dluhy.report.deduction_steps import crowns
from dluhy.report.deduction_text import heading, wrapped
from dluhy.report.household_text import left_told
from dluhy.report.household_words import listed, sum_of
from dluhy.report.strategies_text import shared_notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dluhy.report.agenda import TaskReport
    from dluhy.report.relief import ReliefReport
    from dluhy.report.screening import PersonReport, ScreeningReport
    from dluhy.report.strategies import StrategiesReport
    from dluhy.report.texts import Texts

MOST_URGENT: Final = 6
"""How many steps of this week the first screen names; the plan has all of them."""
_MOST_ASKED: Final = 3
_MOST_CONDITIONS: Final = 3


def first_lines(report: ScreeningReport, say: Texts) -> Iterator[str]:
    """Yield the first screen: at most forty lines."""
    yield from heading(say("screen-title", ref=report.ref, day=say.day(report.as_of)))
    yield from _who(report, say)
    yield from _week(report.agenda.this_week, say)
    yield from _way_out(report, say)
    yield ""
    yield from wrapped(say("short-numbers"))
    yield from listed(_numbers(report, say))
    if report.questions:
        yield ""
        yield from wrapped(say("short-first-ask"))
        yield from listed(some[0].ask for some in together(report.questions)[:_MOST_ASKED])
    yield ""
    yield from wrapped(say("short-next"))


def _who(report: ScreeningReport, say: Texts) -> Iterator[str]:
    for note in report.notes:
        yield from wrapped(say("screen-note", note=note))
    if report.guardians > 1:
        yield from wrapped(say("screen-guardians", count=report.guardians))
    people = "; ".join(_person(each, say) for each in report.people)
    if people:
        yield from wrapped(say("short-who", people=people))
    members = None if report.household is None else report.household.members
    if members:
        yield from wrapped(
            say("short-household", members="; ".join(f"{each.id} ({each.role_label})" for each in members))
        )


def _person(person: PersonReport, say: Texts) -> str:
    """Return a debtor with what presses for a child: the 18th birthday, and what the child does not owe."""
    name = say("relief-nobody") if person.id.startswith("?") else person.id
    facts = [] if person.age is None else [say("screen-age", age=person.age)]
    if person.turns_18_on is not None and person.days_to_18 is not None and person.days_to_18 > 0:
        facts.append(say("screen-turns-18", day=say.day(person.turns_18_on), days=person.days_to_18))
    if person.debts_to_stop:
        known = person.balance_to_stop
        amount = say("screen-sum-unknown") if known is None else crowns(known, say)
        facts.append(say("screen-to-stop", count=person.debts_to_stop, sum=amount).rstrip("."))
    return f"{name} ({'; '.join(facts)})" if facts else name


def _week(steps: Sequence[TaskReport], say: Texts) -> Iterator[str]:
    yield ""
    yield from wrapped(say("short-week" if steps else "short-week-none"))
    for number, step in enumerate(steps[:MOST_URGENT], start=1):
        day = "" if step.due_on is None else f" – {say('short-until', day=say.day(step.due_on))}"
        yield from wrapped(f"{step.title}{day}", "   ", f"{number}. ")
    if len(steps) > MOST_URGENT:
        yield from wrapped(say("short-week-more", count=len(steps) - MOST_URGENT))


def _way_out(report: ScreeningReport, say: Texts) -> Iterator[str]:
    """Yield the way out that comes out of comparing with what it rests on, and what can be said of debt relief."""
    told = [line for each in report.strategies for line in _way(each, say)]
    told += [line for each in report.relief for line in _entry(each, say)]
    if told:
        yield ""
    for line in told:
        yield from wrapped(line)


def _way(found: StrategiesReport, say: Texts) -> Iterator[str]:
    who, advice = people_told(found.people, say), found.advice
    if advice is None:
        return
    yield say("short-way", who=who, said=advice.said)
    common = shared_notes(found.strategies)
    chosen = [note for each in found.strategies if each.code == advice.strategy for note in each.conditions]
    rests = [note.text for note in chosen if note not in common]
    if rests:
        yield say("short-way-if", conditions="; ".join(rests[:_MOST_CONDITIONS]))


def _entry(found: ReliefReport, say: Texts) -> Iterator[str]:
    said = say("relief-running") if found.running else None if found.entry is None else found.entry.said
    if said is not None:
        yield say("short-entry", who=people_told(found.people, say), said=said)


def people_told(people: Iterable[str], say: Texts) -> str:
    """Return whose something is; nobody named is said as such."""
    return ", ".join(people) or say("relief-nobody")


def _numbers(report: ScreeningReport, say: Texts) -> Iterator[str]:
    yield _debts(report, say)
    least = sum(to_halere(each.least) for each in report.defects if each.least is not None)
    most = sum(to_halere(each.most) for each in report.defects if each.most is not None)
    if most:
        key = "short-drops-exact" if least == most else "short-drops" if least else "short-drops-most"
        yield say(key, least=crowns(to_decimal_string(least), say), most=crowns(to_decimal_string(most), say))
    if report.household is not None:
        budget = report.household.money
        yield say("short-income", income=sum_of(budget.income, say), deducted=sum_of(budget.deducted, say))
        yield left_told(budget, say)
    for each in report.relief:
        pay = each.pay
        if pay is not None:
            own = say("flow-unknown") if pay.own is None else crowns(pay.own, say)
            yield say("short-least", who=people_told(each.people, say), sum=crowns(pay.least, say), own=own)


def _debts(report: ScreeningReport, say: Texts) -> str:
    if not report.debts:
        return say("screen-no-debts" if report.debts_stated else "screen-debts-unknown")
    known = [each.balance for each in report.debts if each.balance is not None]
    total = crowns(to_decimal_string(sum(map(to_halere, known))), say) if known else "none"
    told = say("short-debts", count=len(report.debts), known=total)
    unknown = len(report.debts) - len(known)
    return f"{told}; {say('short-debts-some', unknown=unknown)}." if known and unknown else f"{told}."
