"""A municipality as a creditor: its own list of claims and its place document -> an ordered list of what to change.

It is no score. Each change carries its numbers or its answer, the item of practice with reason, provisions and steps,
and the interventions it leads to; what cannot be said stands beside it with what to supply.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.law.pack import default_pack
from dluhy.municipal.self_check.answers import answers_of, standing
from dluhy.municipal.self_check.ledger import ledger_of
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from dluhy.checking import ListResult
    from dluhy.law.pack import Pack
    from dluhy.law.practice import Practice
    from dluhy.municipal.place.document import Place
    from dluhy.municipal.self_check.answers import Answer
    from dluhy.municipal.self_check.ledger import Found, Ledger


_FIRST: Final = "children"
"""The topic that comes before all others."""


@frozen(kw_only=True)
class Change:
    """One thing to change: the item of practice, and what was found in the list or answered (never both)."""

    item: Practice
    found: Found | None = None
    answer: Answer | None = None


@frozen(kw_only=True)
class Contradiction:
    """A good answer that the municipality's own list speaks against: what was found by the checks that say so."""

    item: Practice
    answer: Answer
    found: tuple[tuple[Practice, Found], ...]


@frozen(kw_only=True)
class SelfCheck:
    """What the municipality should change, in order; what is fine already; what it was not asked or did not answer.

    `contradicted` are good answers that the list speaks against; they are not among `fine`.
    `open` are items of practice whose answer the place document does not give; what the list does not state is in
    `ledger.absent` and `ledger.questions`. `place` is None where no document was given.
    """

    as_of: date
    list_sha256: str
    place: Place | None
    ledger: Ledger
    changes: tuple[Change, ...]
    fine: tuple[Practice, ...]
    contradicted: tuple[Contradiction, ...]
    open: tuple[Practice, ...]


def self_check(
    result: ListResult, place: Place | None = None, pack: Pack | None = None, *, creditor: str | None = None
) -> SelfCheck:
    """Return what a municipality as a creditor should change, by its checked list and its place document.

    `creditor` takes only the claims of one creditor of the list (company number, name or a part of it). Raises
    HorizonError if the pack does not know the day, InputError if the document is of a later day than the list is
    judged on, or the list has no such creditor.
    """
    pack = (pack or default_pack()).whole or pack or default_pack()
    pack.require_known("municipal", result.as_of)
    if place is not None and place.as_of > result.as_of:
        cs = "dokument obce platí až po dni, ke kterému se seznam posuzuje"
        raise InputError([
            Problem("after_as_of", "/as_of", cs, "the place document is of a later day than the list is judged on")
        ])  # fmt: skip
    ledger, answers = ledger_of(result, creditor), answers_of(place)
    items = sorted(pack.practices.values(), key=lambda item: (item.topic != _FIRST, item.order, item.id))
    stands = {item.id: standing(item, answers) for item in items if item.key is not None}
    against = tuple(_contradicted([item for item in items if stands.get(item.id) == "fine"], items, ledger, answers))
    denied = {each.item.id for each in against}
    return SelfCheck(
        as_of=result.as_of,
        list_sha256=result.intake.raw.sha256,
        place=place,
        ledger=ledger,
        changes=tuple(_changes(items, ledger, answers, stands)),
        fine=tuple(item for item in items if stands.get(item.id) == "fine" and item.id not in denied),
        contradicted=against,
        open=tuple(item for item in items if stands.get(item.id) == "unknown"),
    )


def _changes(
    items: list[Practice], ledger: Ledger, answers: dict[str, Answer], stands: Mapping[str, str]
) -> Iterator[Change]:
    for item in items:
        if item.check is not None and ledger.found[item.check].tally.debts:
            yield Change(item=item, found=ledger.found[item.check])
        elif item.key is not None and stands[item.id] == "change":
            yield Change(item=item, answer=answers[item.key])


def _contradicted(
    fine: list[Practice], items: list[Practice], ledger: Ledger, answers: dict[str, Answer]
) -> Iterator[Contradiction]:
    by_check = {item.check: item for item in items if item.check is not None}
    for item in fine:
        against = [(by_check[name], ledger.found[name]) for name in item.contradicted_by]
        found = tuple((check, each) for check, each in against if each.tally.debts)
        if found:
            yield Contradiction(item=item, answer=answers[item.key or ""], found=found)
