"""What a brief of a municipality is made of: its numbers without persons, and everything else that it was made from.

Money is in haléře. Null is unknown, or hidden where `hidden` says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dluhy.law.models import Term
    from dluhy.law.pack import Pack
    from dluhy.law.practice import Practice
    from dluhy.municipal.directory.services import Gap, ServiceAdvice
    from dluhy.municipal.index.computing import Indexed
    from dluhy.municipal.places import LocalFacts
    from dluhy.municipal.self_check.checking import Change, Contradiction
    from dluhy.municipal.suggesting.values import Asked, ChecklistItem, Suggestion
    from dluhy.places import Place

Group = Literal["children", "adults", "undecided"]
Kind = Literal["list", "aggregate", "place", "index", "directory"]

SOON: Final = 90
"""Days to the 18th birthday within which a child is told as coming of age soon: a working step of the program."""


@frozen(kw_only=True)
class GroupCount:
    """One group of people with debts that are or may be from childhood.

    `amounts_unknown` counts debts without a known balance (null where it is not published), `halere` is null where no
    balance is known, and `at_least` says that some balance is missing in it. A `hidden` group is too small to publish.
    """

    group: Group
    people: int | None
    debts: int | None
    halere: int | None
    amounts_unknown: int | None
    at_least: bool = False
    hidden: bool = False


@frozen(kw_only=True)
class Counted:
    """The debts of one code of a table over all groups; `name` is that of a creditor, `halere` null where unknown."""

    code: str
    debts: int
    people: int
    children: int
    halere: int | None
    name: str | None = None


@frozen(kw_only=True)
class Numbers:
    """What one checked list says of a municipality on a day, without persons.

    `tables` are those of `dluhy.region.overview.TABLES` by name, each code once, the most debts first; there are none
    where the numbers are to be published but "interventions" that concern enough people. `changes_since` is the day of
    the older list that `changes` compare with. `suggested` tells whether interventions were counted at all.
    """

    as_of: date
    groups: tuple[GroupCount, ...]
    tables: Mapping[str, tuple[Counted, ...]]
    rows_judged: int | None
    rows_rejected: int | None
    others_debts: int | None
    changes_since: date | None
    suggested: bool = False
    public: bool = False

    def table(self, name: str) -> tuple[Counted, ...]:
        """Return the lines of a table; empty where nobody counted it."""
        return self.tables.get(name, ())

    def of(self, table: str, *codes: str) -> Counted | None:
        """Return some codes of a table in which every debt stands once added up; None where none of them occurs."""
        found = [line for line in self.table(table) if line.code in codes]
        known = [line.halere for line in found if line.halere is not None]
        return Counted(
            code=codes[0],
            debts=sum(line.debts for line in found),
            people=sum(line.people for line in found),
            children=sum(line.children for line in found),
            halere=sum(known) if known else None,
        ) if found else None  # fmt: skip

    @property
    def whole(self) -> GroupCount | None:
        """All groups together; None where any of them is hidden."""
        people = [group.people for group in self.groups if group.people is not None]
        debts = [group.debts for group in self.groups if group.debts is not None]
        if len(people) < len(self.groups) or len(debts) < len(self.groups):
            return None
        known = [group.halere for group in self.groups if group.debts and group.halere is not None]
        unknown = [group.amounts_unknown for group in self.groups]
        return GroupCount(
            group="undecided",
            people=sum(people),
            debts=sum(debts),
            halere=sum(known) if known or not any(debts) else None,
            amounts_unknown=None if None in unknown else sum(count or 0 for count in unknown),
            at_least=any(group.at_least for group in self.groups),
        )


@frozen(kw_only=True)
class IndexAt:
    """The index of the municipality: the row `position` of an index computed for a year."""

    indexed: Indexed
    position: int


@frozen(kw_only=True)
class AsCreditor:
    """What the municipality should change as a creditor, in order; what is fine; what it has not answered.

    `from_list` tells whether its own claims were looked at, `from_place` whether its answers were; `contradicted` are
    good answers that its list speaks against.
    """

    changes: tuple[Change, ...]
    fine: tuple[Practice, ...]
    open: tuple[Practice, ...]
    from_list: bool
    from_place: bool
    contradicted: tuple[Contradiction, ...] = ()


@frozen(kw_only=True)
class Services:
    """Who helps with what in the municipality: advice by problem, kinds of service that its district (ORP) lacks."""

    as_of: date
    advice: tuple[ServiceAdvice, ...]
    gaps: tuple[Gap, ...]


@frozen(kw_only=True)
class Source:
    """Something that the brief was made from, with the SHA-256 (hex) of its bytes."""

    kind: Kind
    sha256: str
    as_of: date | None = None


@frozen(kw_only=True)
class Brief:
    """A municipality's brief ("Jak na dluhy" for this place) as data, in no language.

    `numbers`, `local`, `index`, `creditor` and `services` are None where nothing of it is known. `suggestions` hold, in
    the order to take them, `undecided` wait for the facts that `questions` ask for. In a `public` brief counts, days
    and references of people are gone from the suggestions.
    """

    place: Place
    as_of: date
    pack: Pack
    public: bool
    numbers: Numbers | None
    local: LocalFacts | None
    index: IndexAt | None
    suggestions: tuple[Suggestion, ...]
    undecided: tuple[Suggestion, ...]
    questions: tuple[Asked, ...]
    checklist: tuple[ChecklistItem, ...]
    creditor: AsCreditor | None
    services: Services | None
    measures: tuple[str, ...]
    decides: tuple[Term, ...]
    practice: tuple[Term, ...]
    sources: tuple[Source, ...]
