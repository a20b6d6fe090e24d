"""What suggestions for a municipality are made of: an intervention with what called for it, what was set aside and why.

Money is in haléře, null where nothing of it is known; counts are of debts, people, households and places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from attrs import field, frozen

if TYPE_CHECKING:
    from datetime import date

    import polars as pl

    from dluhy.engine.findings import Status, TracedCondition
    from dluhy.law.interventions import Intervention
    from dluhy.law.models import Citation, Condition, Evidence, Rule, Step, Verify
    from dluhy.law.pack import Pack

Level = Literal["debt", "household", "place"]
Scope = Literal["case", "list", "municipality"]
Origin = Literal["debt", "person", "household", "place"]


@frozen(kw_only=True)
class Counts:
    """Of how much something is: debts, people who owe them, children under 18 among these, households, places, the sum.

    `household_children` are the children who live in the households, whether they owe anything or not;
    `amounts_unknown` the debts of which the sum leaves the amount out, because it is not known.
    """

    debts: int = 0
    people: int = 0
    children: int = 0
    households: int = 0
    household_children: int = 0
    places: int = 0
    balance: int | None = None
    amounts_unknown: int = 0

    @property
    def subjects(self) -> int:
        """Rows of any kind."""
        return self.debts + self.households + self.places


@frozen(kw_only=True)
class HeldFact:
    """A fact that a rule reads, as it came out over the rows: each value with its number of rows, most frequent first.

    Sums, days and numbers are told by `least` and `most`, the rest by `values`; `unknown` rows have no value.
    """

    fact: str
    origin: Origin
    values: tuple[tuple[Any, int], ...] = ()
    least: Any = None
    most: Any = None
    unknown: int = 0


@frozen(kw_only=True)
class Occurrence:
    """One debt, household or place that calls for an intervention: its facts and how each condition came out.

    `ref` is the id of the debt of a case, the number of the row of a list, the household or the code of the place.
    `child` tells whether the debtor is under 18 today, None unknown.
    """

    ref: str
    row: int | None
    person: str | None
    child: bool | None
    due_on: date | None
    balance: int | None
    facts: tuple[HeldFact, ...]
    conditions: tuple[TracedCondition, ...]
    missing: tuple[str, ...]


@frozen(kw_only=True)
class SuggestedStep:
    """A step of the ladder as it stands: for how many rows, its next last day, whether a condition is undecided."""

    step: Step
    rows: int
    due_on: date | None = None
    conditional: bool = False


@frozen(kw_only=True)
class Suggestion:
    """One intervention that a municipality should take, or may have to once something is known.

    `level` is what called for it: debts, a household, or the place, of which also every household may call for it.
    `counts` is what it is for; of an unknown one what it may be for. `undecided` is what it may be for besides. `child`
    tells that a child under 18 is among them. `due_on` is the next last day: a running limit, a birthday, a day of the
    year; `urgency` a code of `municipal_urgency`, `effect` of `municipal_effects`. `requires` is what goes before.
    `missing` are the facts that would decide what is undecided. `measures` are ids of the strategy that it serves.
    """

    intervention: Intervention
    rule: Rule
    level: Level
    status: Status
    counts: Counts
    undecided: Counts
    child: bool
    refs: tuple[str, ...]
    people: tuple[str, ...]
    birthday: date | None
    due_on: date | None
    urgency: str
    effect: str
    facts: tuple[HeldFact, ...]
    steps: tuple[SuggestedStep, ...]
    missing: tuple[str, ...]
    requires: tuple[str, ...] = ()
    verify: tuple[Verify, ...] = ()
    evidence: Evidence
    measures: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the intervention, such as M-01."""
        return self.intervention.id

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions under which it is called for, with their sentences."""
        return tuple(self.rule.all)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """On what it rests."""
        return tuple(self.rule.citations)

    @property
    def cost_most(self) -> int | None:
        """The most its dearest step can cost, CZK; None where not known of every step."""
        costs = [each.step.cost_most for each in self.steps]
        known = [cost for cost in costs if cost is not None]
        return max(known, default=None) if len(known) == len(costs) else None


@frozen(kw_only=True)
class SetAside:
    """What is not suggested though its rule holds: which better one stands in its way, and for how much.

    `code` is of `municipal_precedence`; `by` the intervention that stands, or that must be decided first.
    """

    intervention: str
    code: str
    by: str | None
    counts: Counts
    refs: tuple[str, ...]


@frozen(kw_only=True)
class ChecklistItem:
    """A standing duty or procedure that no fact triggers; `needed_for` are suggestions that wait for it now."""

    intervention: Intervention
    steps: tuple[Step, ...]
    needed_for: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()


@frozen(kw_only=True)
class Asked:
    """A fact to find out: which interventions it would decide and for how much."""

    fact: str
    origin: Origin
    decides: tuple[str, ...]
    counts: Counts


@frozen(kw_only=True)
class Suggestions:
    """What a municipality should do, in the order to do it.

    `counts` is what was looked at, `concerned` what of it some suggestion holds for, each once. `rows` has a row for
    each debt, household or place and suggestion that holds for it: `order` (the place of the suggestion),
    `intervention`, `level`, `ref`, `row`, `person_id`, `child`, `birthday`, `due_on`, `balance`. `parts` are the judged
    rows by level with what stands for them, for traces.
    """

    scope: Scope
    as_of: date
    pack: Pack
    counts: Counts
    concerned: Counts
    items: tuple[Suggestion, ...]
    set_aside: tuple[SetAside, ...]
    checklist: tuple[ChecklistItem, ...]
    questions: tuple[Asked, ...]
    rows: pl.DataFrame
    place: str | None = None
    parts: tuple[Any, ...] = field(default=(), eq=False, repr=False)

    @property
    def standing(self) -> tuple[Suggestion, ...]:
        """The suggestions that hold."""
        return tuple(item for item in self.items if item.status == "holds")

    @property
    def undecided(self) -> tuple[Suggestion, ...]:
        """The suggestions that a missing fact leaves open."""
        return tuple(item for item in self.items if item.status == "unknown")
