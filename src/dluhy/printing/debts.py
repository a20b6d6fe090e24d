"""People and debts on paper: the debts in one table, then what can be said of each, the same said once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.money import to_decimal_string, to_halere
from dluhy.printing.blocks import Heading, Table, Text
from dluhy.printing.words import money, statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dluhy.printing.blocks import Block
    from dluhy.printing.paragraphs import Provisions
    from dluhy.report.screening import DebtReport, PersonReport
    from dluhy.report.texts import Texts


_FEW: Final = 4


def debts_blocks(
    debts: Sequence[DebtReport], dropping: Mapping[str, str | None], say: Texts, provisions: Provisions
) -> Iterator[Block]:
    """Yield the table of debts and what can be said of each; `dropping` is how much of a debt may drop out at most."""
    if not debts:
        return
    yield Heading(text=say("screen-debts"))
    yield _table(debts, dropping, say)
    yield Heading(text=say("print-each-debt"), level=2)
    for group in _alike(debts):
        yield Heading(text=_named(group, len(debts), say), level=3)
        yield from _told(group[0], say, provisions)


def known_sum(debts: Sequence[DebtReport]) -> str | None:
    """Return the sum of the balances that are known, as a decimal string; None where none is."""
    known = [to_halere(each.balance) for each in debts if each.balance is not None]
    return to_decimal_string(sum(known)) if known else None


def _table(debts: Sequence[DebtReport], dropping: Mapping[str, str | None], say: Texts) -> Table:
    columns = {"debt": "1.5fr", "creditor": "1.2fr"}
    if any(each.enforcement for each in debts):
        columns["enforcement"] = "0.9fr"
    columns["balance"] = "auto"
    if any(amount is None or to_halere(amount) for amount in dropping.values()):
        columns["dropping"] = "auto"
    columns["verdict"] = "1.2fr"
    names = tuple(columns)
    unknown = any(each.balance is None for each in debts)
    total = say("print-debts-sum-known" if unknown else "print-debts-sum")
    sums = {"debt": total, "balance": money(known_sum(debts), say)}
    told = (_row(each, dropping, say) for each in debts)
    return Table(
        columns=tuple(columns.values()),
        head=tuple(say(f"print-debts-{name}") for name in names),
        rows=tuple(tuple(row.get(name, "") for name in names) for row in (*told, sums)),
        right=tuple(place for place, name in enumerate(names) if name in {"balance", "dropping"}),
        sums=(len(debts),),
        ruled=(len(debts),),
    )


def _row(debt: DebtReport, dropping: Mapping[str, str | None], say: Texts) -> dict[str, str]:
    return {
        "debt": f"{debt.id}\n{debt.kind_label or say('screen-kind-unknown')}",
        "creditor": debt.creditor or say("flow-unknown"),
        "enforcement": debt.enforcement or "–",
        "balance": money(debt.balance, say),
        "dropping": money(dropping[debt.id], say) if debt.id in dropping else "–",
        "verdict": debt.verdict_label,
    }


def _named(group: Sequence[DebtReport], count: int, say: Texts) -> str:
    """Return the names of debts, with their kinds where they are few."""
    if len(group) == count > _FEW:
        return say("print-all-debts")
    if len(group) > _FEW:
        return ", ".join(each.id for each in group)
    kinds = ((each.id, each.kind_label or say("screen-kind-unknown")) for each in group)
    return ", ".join(say("print-debt-named", id=name, kind=kind) for name, kind in kinds)


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
    found = tuple(_people(people, say, provisions))
    if found:
        yield Heading(text=say("print-people"))
        yield from found


def _people(people: Sequence[PersonReport], say: Texts, provisions: Provisions) -> Iterator[Block]:
    for person in people:
        told = tuple(_of_person(person, say, provisions))
        if told:
            stated = not person.id.startswith("?")
            title = say("screen-person", id=person.id) if stated else say("screen-person-unknown")
            yield Heading(text=title, level=2)
            yield from told


def _of_person(person: PersonReport, say: Texts, provisions: Provisions) -> Iterator[Text]:
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
