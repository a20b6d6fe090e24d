"""The page for the client in plain words: short sentences, at most one sheet of paper."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - msgspec reads the annotations
from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.agenda.page import AVOIDS, BRINGS, HELPS
from dluhy.problems import Language  # noqa: TC001 - msgspec reads the annotations
from dluhy.report.agenda import creditor_names, filled
from dluhy.report.household_teller import HouseholdTeller

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from dluhy.agenda.page import ClientPage, Situation, ToDo
    from dluhy.agenda.values import Sources
    from dluhy.law.pack import Pack

MOST_NAMED = 4
"""How many debts the page names; the counsellor has all of them."""


@frozen
class ClientStep:
    """One thing to do: the sentence, to whom it goes (null where nobody is named), until when."""

    sentence: str
    towards: str | None
    due_on: date | None


@frozen
class ClientPageReport:
    """The page: what is going on, what to do this week, what to bring, what not to do, where to get help."""

    ref: str
    as_of: date
    language: Language
    situation: tuple[str, ...]
    steps: tuple[ClientStep, ...]
    more: str | None
    brings: tuple[str, ...]
    avoids: tuple[str, ...]
    helps: tuple[str, ...]


def client_page_report(page: ClientPage, sources: Sources, pack: Pack, language: Language) -> ClientPageReport:
    """Return the page for the client in a language; the Czech one is the one to give away."""
    tell = HouseholdTeller(pack, language)
    names = creditor_names(sources)
    named = list(_named(page.untouched, sources, tell))
    told = _some_of(named, tell)
    return ClientPageReport(
        ref=page.ref,
        as_of=page.as_of,
        language=language,
        situation=tuple(_situation(page.situation, tell)),
        steps=tuple(_step(todo, names, tell) for todo in page.steps),
        more=tell.say("client-more", count=page.more) if page.more else None,
        brings=tuple(tell.term(BRINGS, code) for code in page.brings),
        avoids=tuple(tell.term(AVOIDS, code).replace("{debts}", told) for code in page.avoids),
        helps=tuple(tell.term(HELPS, code) for code in page.helps),
    )


def _named(debts: Collection[str], sources: Sources, tell: HouseholdTeller) -> Iterator[str]:
    """Yield debts as the client knows them: by the creditor, with the sums where the creditor has others too."""
    claims: dict[str, dict[str, int | None]] = {}
    for row in sources.judged.iter_rows(named=True):
        claims.setdefault(row["creditor_name"] or row["debt_id"], {})[row["debt_id"]] = row["balance"]
    for creditor, owed in claims.items():
        meant = [balance for debt, balance in owed.items() if debt in debts]
        if not meant:
            continue
        told = [tell.say("client-sum-unknown") if sum_ is None else tell.crowns(sum_) for sum_ in meant]
        yield creditor if len(meant) == len(owed) else f"{creditor} ({' + '.join(told)})"


def _some_of(named: Sequence[str], tell: HouseholdTeller) -> str:
    """Return names in one line; of many only the first, and that there are others."""
    told = ", ".join(named[:MOST_NAMED])
    return told if len(named) <= MOST_NAMED else f"{told} {tell.say('client-others')}"


def _situation(found: Situation, tell: HouseholdTeller) -> Iterator[str]:
    """Yield two or three sentences: what is owed, what is disputed, what is left."""
    say = tell.say
    if not found.debts:
        yield say("client-no-debts")
    elif found.owed is None:
        yield say("client-debts", count=found.debts)
    else:
        yield say("client-debts-sum", count=found.debts, sum=tell.crowns(found.owed))
    if found.disputed:
        yield say("client-disputed", count=len(found.disputed))
    elif found.enforced:
        yield say("client-enforced", count=found.enforced)
    if found.next_limit is not None:
        yield say("client-limit", day=say.day(found.next_limit))
    elif found.left is not None:
        key = "client-short" if found.left < 0 else "client-left"
        yield say(key, sum=tell.crowns(abs(found.left)))


def _step(todo: ToDo, names: Mapping[str, str], tell: HouseholdTeller) -> ClientStep:
    task = todo.task
    towards = _some_of([names.get(name, name) for name in todo.towards], tell)
    sentence = "" if task.plain is None else filled(task.plain, tell)
    return ClientStep(sentence=sentence, towards=towards or None, due_on=task.due_on)
