"""People, debts and questions on paper: the debts in one table, then what can be said of each, the same said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.money import to_decimal_string, to_halere
from dluhy.printing.blocks import Heading, Table, Text
from dluhy.printing.words import money, statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.printing.blocks import Block
    from dluhy.printing.paragraphs import Provisions
    from dluhy.report.screening import DebtReport, PersonReport, Question
    from dluhy.report.texts import Texts


def debts_blocks(debts: Sequence[DebtReport], say: Texts, provisions: Provisions) -> Iterator[Block]:
    """Yield the table of debts and what can be said of each."""
    if not debts:
        return
    yield Heading(text=say("screen-debts"))
    yield _table(debts, say)
    yield Heading(text=say("print-each-debt"), level=2)
    for group in _alike(debts):
        yield Heading(text=", ".join(_named(each, say) for each in group), level=3)
        yield from _told(group[0], say, provisions)


def known_sum(debts: Sequence[DebtReport]) -> str:
    """Return the sum of the balances that are known, as a decimal string."""
    return to_decimal_string(sum(to_halere(each.balance) for each in debts if each.balance is not None))


def _table(debts: Sequence[DebtReport], say: Texts) -> Table:
    names = ("debt", "creditor", "enforcement", "balance", "verdict")
    rows = [
        (
            f"{each.id}\n{each.kind_label or say('screen-kind-unknown')}",
            each.creditor or say("flow-unknown"),
            each.enforcement or "–",
            money(each.balance, say),
            each.verdict_label,
        )
        for each in debts
    ]
    unknown = sum(each.balance is None for each in debts)
    told = say("print-debts-sum-known" if unknown else "print-debts-sum")
    return Table(
        columns=("1.5fr", "1.2fr", "1fr", "auto", "1.3fr"),
        head=tuple(say(f"print-debts-{name}") for name in names),
        rows=(*rows, (told, "", "", money(known_sum(debts), say), "")),
        right=(3,),
        sums=(len(rows),),
        ruled=(len(rows),),
    )


def _named(debt: DebtReport, say: Texts) -> str:
    return say("print-debt-named", id=debt.id, kind=debt.kind_label or say("screen-kind-unknown"))


def _alike(debts: Sequence[DebtReport]) -> list[list[DebtReport]]:
    """Return debts of which the very same is said, together, in the order of the first."""
    groups: dict[object, list[DebtReport]] = {}
    for each in debts:
        key = (each.verdict, each.statement, each.grounds, each.flags, each.presumed, each.missing, each.next_step)
        groups.setdefault(key, []).append(each)
    return list(groups.values())


def _told(debt: DebtReport, say: Texts, provisions: Provisions) -> Iterator[Block]:
    yield Text(text=say("screen-verdict", verdict=debt.verdict_label), level=3)
    if debt.statement is not None:
        yield from statement(debt.statement, say, provisions, why=True)
    if debt.missing:
        yield Text(text=say("screen-missing", facts=", ".join(debt.missing)), level=3)
    for key, found in (("screen-ground", debt.grounds), ("screen-flag", debt.flags)):
        for each in found:
            yield from statement(each, say, provisions, mark=say(key))
    for sentence in debt.presumed:
        yield Text(text=say("screen-presumed", sentence=sentence), level=3, small=True)


def people_blocks(people: Sequence[PersonReport], say: Texts, provisions: Provisions) -> Iterator[Block]:
    """Yield the debtors: age, urgency, debts that a child does not owe, and duties towards the person."""
    if people:
        yield Heading(text=say("print-people"))
    for person in people:
        stated = not person.id.startswith("?")
        title = say("screen-person", id=person.id) if stated else say("screen-person-unknown")
        yield Heading(text=title, level=2)
        facts = "; ".join(person_facts(person, say))
        if facts:
            yield Text(text=f"{facts}.", level=3)
        if person.debts_to_stop:
            yield Text(text=to_stop(person, say), level=3)
        for each in person.statements:
            yield from statement(each, say, provisions)


def person_facts(person: PersonReport, say: Texts) -> Iterator[str]:
    """Yield the age of a debtor, when 18 comes, and how urgent it is."""
    if person.age is not None:
        yield say("screen-age", age=person.age)
    if person.turns_18_on is not None and person.days_to_18 is not None and person.days_to_18 > 0:
        yield say("screen-turns-18", day=say.day(person.turns_18_on), days=person.days_to_18)
    if person.urgency_label is not None:
        yield say("screen-urgency", urgency=person.urgency_label)


def to_stop(person: PersonReport, say: Texts) -> str:
    """Return how many debts a child does not owe, and how much that is."""
    amount = say("screen-sum-unknown") if person.balance_to_stop is None else money(person.balance_to_stop, say)
    return say("screen-to-stop", count=person.debts_to_stop, sum=amount)


def questions_blocks(questions: Sequence[Question], say: Texts) -> Iterator[Block]:
    """Yield what to find out with what it decides, and room for the answer."""
    if not questions:
        return
    yield Heading(text=say("screen-questions"))
    rows = [
        (f"{number}.", each.ask, say(f"screen-effect-{each.effect}", debts=", ".join(each.debts)), "")
        for number, each in enumerate(questions, start=1)
    ]
    head = ("", say("print-question"), say("print-effect"), say("print-answer"))
    yield Table(columns=("auto", "1.6fr", "1.4fr", "1fr"), head=head, rows=tuple(rows))
