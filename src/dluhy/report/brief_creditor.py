"""What the municipality should change as a creditor, in a brief: reasons and steps, numbers or its own answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.report.brief_parts import Part, Said
from dluhy.report.self_check_answers import answer_told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.municipal.brief.values import AsCreditor, Brief
    from dluhy.municipal.self_check.checking import Change, Contradiction
    from dluhy.municipal.self_check.ledger import Found
    from dluhy.report.brief_parts import BriefTeller

_MOST: Final = 3


def creditor_part(brief: Brief, tell: BriefTeller) -> Part:
    """Return what to change as a creditor, or how to find it out."""
    found = brief.creditor
    items = (Said(text=tell.say("brief-creditor-unknown")),) if found is None else tuple(_known(found, tell))
    return Part(code="creditor", heading=tell.say("brief-creditor"), items=items)


def _known(found: AsCreditor, tell: BriefTeller) -> Iterator[Said]:
    say = tell.say
    if not found.changes:
        yield Said(text=say("brief-creditor-nothing"))
    for change in found.changes[:_MOST]:
        yield from _change(change, tell)
    rest = found.changes[_MOST:]
    if rest:
        told = "; ".join(tell.text(change.item.title) for change in rest)
        yield Said(lead=say("brief-creditor-more"), text=f"{told}.")
    if found.fine:
        told = "; ".join(tell.text(item.title) for item in found.fine)
        yield Said(lead=say("brief-creditor-fine"), text=f"{told}.")
    for each in found.contradicted:
        yield _contradiction(each, tell)
    if not found.from_place:
        yield Said(text=say("brief-creditor-no-place"), small=True)
    elif found.open:
        yield Said(text=say("brief-creditor-open", count=len(found.open)), small=True)
    if found.from_list:
        yield Said(text=say("brief-creditor-own-claims"), small=True)
    else:
        yield Said(text=say("brief-creditor-no-list"), small=True)


def _contradiction(each: Contradiction, tell: BriefTeller) -> Said:
    against = [
        tell.say("self-check-against", title=tell.text(item.title), told=_tally(found, tell))
        for item, found in each.found
    ]
    answer = answer_told(each.item, each.answer, tell.pack, tell.language)
    return Said(lead=f"{tell.say('self-check-contradicted')}:", text=" ".join([f"{answer}.", *against]))


def _tally(found: Found, tell: BriefTeller) -> str:
    people = tell.say("suggest-count-people", count=found.tally.people)
    debts, owed = tell.debts(found.tally.debts), tell.sum_of(found.tally.balance, found.tally.without_balance)
    return tell.say("brief-tally", debts=debts, people=people, sum=owed)


def _change(change: Change, tell: BriefTeller) -> Iterator[Said]:
    item, say = change.item, tell.say
    parts = [tell.text(item.reason)]
    if change.found is not None:
        parts.append(say("self-check-concerns", told=_tally(change.found, tell)))
    if change.answer is not None:
        parts.append(say("self-check-answer", answer=answer_told(item, change.answer, tell.pack, tell.language)))
    yield Said(lead=f"{tell.text(item.title)}.", text=" ".join(parts), mark="•", level=1,
               cited=tell.cites(item.citations), remark=tell.weak(item.evidence))  # fmt: skip
    yield Said(text=" ".join(tell.text(step) for step in item.how), level=1)
    if item.verify is not None:
        yield Said(text=say("screen-verify", note=tell.text(item.verify)), level=1, small=True)
