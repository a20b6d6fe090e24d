"""Tasks made of steps: of ladders in the pack, and of the steps over all topics that no ladder holds."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from dluhy.agenda.values import Reason, Task, Words
from dluhy.ids import EXECUTOR_OFFICE
from dluhy.law.models import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from dluhy.law.models import Step, Term, Verify
    from dluhy.law.pack import Pack

CLIENTS: Final = frozenset({"child", "debtor", "client", "guardian", "heir"})
"""Who acts on the client's side: to them the page for the client speaks."""
STEPS, SAME, GROUPS, PLAIN, NAMED, OTHER = (
    "agenda_steps", "agenda_same", "agenda_groups", "plain_steps", "agenda_named", "other",
)  # fmt: skip
CREDITOR, EXECUTOR = "creditor", "executor"


class Maker:
    """Makes tasks of one case in the words of one pack."""

    def __init__(self, pack: Pack, debtors: Sequence[str]) -> None:
        """Keep the whole pack, and who owes: with one debtor every task is that debtor's."""
        self.pack = pack.whole or pack
        self.debtors = tuple(debtors)

    def of_step(  # noqa: PLR0913 - the parts of a task, by name
        self,
        steps: Sequence[Step],
        topic: str,
        reasons: Iterable[Reason],
        *,
        whose: Iterable[str] = (),
        name: str | None = None,
        due: tuple[str, date | None] = ("no_limit", None),
        **more: Any,  # noqa: ANN401 - other fields of a task
    ) -> Task:
        """Return the task of steps that go into one letter; the first gives its name."""
        first, people = steps[0], tuple(whose)
        several = len(steps) > 1 and first.joins is not None
        title = self._letter(first.joins) if several and first.joins else first.title
        costs = [step.cost_most for step in steps]
        known = [cost for cost in costs if cost is not None]
        return Task(
            key=self.key(first.id, people, name, first),
            code=first.id,
            joined=tuple(step.id for step in steps),
            topics=(topic,),
            reasons=once(reasons),
            title=Words(text=title),
            details=once(Words(text=step.detail) for step in steps),
            plain=next((found for step in steps if (found := self.plain(step.id)) is not None), None),
            actor=first.actor,
            addressee=first.addressee,
            addressee_name=name,
            whose=people,
            due=due[0],
            due_on=due[1],
            limit=once(step.limit.text for step in steps),
            effect=first.effect,
            cost=once(step.cost for step in steps),
            cost_most=max(known) if len(known) == len(costs) else None,
            citations=once(cite for step in steps for cite in step.citations),
            evidence=first.evidence,
            needs=once(step.needs for step in steps if step.needs is not None),
            **more,
        )

    def of_code(  # noqa: PLR0913 - the parts of a task, by name
        self,
        code: str,
        topic: str,
        reasons: Iterable[Reason],
        *,
        whose: Iterable[str] = (),
        name: str | None = None,
        values: Mapping[str, Any] | None = None,
        known_as: str | None = None,
        due: tuple[str, date | None] = ("no_limit", None),
        **more: Any,  # noqa: ANN401 - other fields of a task
    ) -> Task:
        """Return the task of a step over all topics; `known_as` is the name under which it is the same advice."""
        term, filled, people = self.pack.term(STEPS, code), values or {}, tuple(whose)
        about = term.more
        return Task(
            key=self.key(known_as or code, people, name),
            code=code,
            joined=(known_as or code,),
            topics=(topic,),
            reasons=once(reasons),
            title=Words(text=Bilingual(cs=term.cs, en=term.en), values=filled),
            details=tuple(_worded(about, "detail", filled)),
            plain=self.plain(known_as or code) or next(_worded(about, "plain", filled), None),
            actor=about["actor"],
            addressee=about["addressee"],
            addressee_name=name,
            whose=people,
            due=due[0],
            due_on=due[1],
            effect=about["effect"],
            **more,
        )

    def key(self, code: str, whose: Sequence[str], name: str | None, step: Step | None = None) -> tuple[str, ...]:
        """Return what tells a task from others: the same advice, the same letter, or the step, to whom, of whom."""
        people = "" if len(self.debtors) <= 1 else " ".join(sorted(whose))
        same = same_advice(self.pack).get(code)
        if same is not None:
            return ("same", same.code, name or "" if same.more.get("addressee") else "", people)
        if step is not None and step.joins is not None:
            side = "client" if step.actor in CLIENTS else step.actor
            return ("letter", step.joins, side, step.addressee, name or "", people)
        return ("step", code, name or "", people)

    def plain(self, code: str) -> Words | None:
        """Return the plain sentence of a step for the client, None where it has none."""
        term = plain_terms(self.pack).get(code)
        return None if term is None else Words(text=Bilingual(cs=term.cs, en=term.en))

    def title(self, rule: str) -> Bilingual:
        """Return the title of a rule."""
        return self.pack.rules[rule].title

    def group(self, rules: Iterable[str]) -> tuple[str, bool]:
        """Return the first group that one of the rules puts a task into, and whether it is immediate."""
        named = set(rules)
        for term in ordered(self.pack, GROUPS):
            if named & set(term.more["rules"]):
                return term.code, term.more["immediate"]
        return OTHER, False

    def name_for(self, step: Step, creditor: str | None, mark: str | None) -> str | None:
        """Return who is written to, as far as letters differ by it: a creditor, or the office of an executor."""
        letters = {self.pack.term("roles", role).more.get("letter") for role in (step.actor, step.addressee)}
        if EXECUTOR in letters:
            return office_of(mark)
        return creditor if CREDITOR in letters or step.addressee in self.pack.vocabularies[NAMED] else None

    @staticmethod
    def note(note: Verify | Bilingual) -> Bilingual:
        """Return what is to be verified, in both languages."""
        return Bilingual(cs=note.cs, en=note.en)

    def _letter(self, joins: str) -> Bilingual:
        term = self.pack.term("letters", joins)
        return Bilingual(cs=term.cs, en=term.en)


def _worded(about: Mapping[str, Any], name: str, values: Mapping[str, Any]) -> Iterator[Words]:
    if f"{name}_cs" in about:
        yield Words(text=Bilingual(cs=about[f"{name}_cs"], en=about[f"{name}_en"]), values=values)


@cache
def same_advice(pack: Pack) -> dict[str, Term]:
    """Return for each step that goes by several names the term that gathers them."""
    return {step: term for term in pack.vocabularies[SAME].values() for step in term.more["steps"]}


@cache
def plain_terms(pack: Pack) -> dict[str, Term]:
    """Return for each step the term that says it plainly."""
    return {step: term for term in pack.vocabularies[PLAIN].values() for step in term.more["steps"]}


@cache
def ordered(pack: Pack, vocabulary: str) -> tuple[Term, ...]:
    """Return the terms of a vocabulary by their `order`."""
    return tuple(sorted(pack.vocabularies[vocabulary].values(), key=lambda term: term.more["order"]))


def office_of(mark: str | None) -> str | None:
    """Return the number of the executor in a file mark, else the mark."""
    found = None if mark is None else re.search(EXECUTOR_OFFICE, mark)
    return mark if found is None else found.group(1)


def once(items: Iterable[Any]) -> tuple[Any, ...]:
    """Return each item once, in the order in which they came."""
    every = tuple(items)
    try:
        return tuple(dict.fromkeys(every))
    except TypeError:  # some have values in mappings, and no hash
        return tuple(item for at, item in enumerate(every) if item not in every[:at])
