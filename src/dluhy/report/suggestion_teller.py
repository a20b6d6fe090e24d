"""The one who says suggestions in one language: facts with their values, steps, grounds for sharing, counts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.law.models import Bilingual
from dluhy.money import to_decimal_string
from dluhy.places import municipality
from dluhy.report.household_teller import Grounds, HouseholdTeller

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dluhy.engine.findings import TracedCondition
    from dluhy.law.models import Condition, Step, Verify
    from dluhy.municipal.suggesting.values import Counts, HeldFact, SuggestedStep

FACTS: Final = "municipal_facts"
"""The vocabulary of facts that nobody is asked for: how they are called, and `unit` of their numbers."""
_SHARE: Final = "basis_points"
_WHOLE: Final = 100
_OWN_NAMES: Final = ("municipality", "child")
"""Roles called otherwise here: elsewhere only a creditor; and a letter goes to a child's guardian, or to an adult."""


@frozen(kw_only=True)
class CountsReport:
    """Of how much something is; `balance` is a decimal string, null where nothing of it is known.

    `amounts_unknown` are the debts that the balance leaves out.
    """

    debts: int
    people: int
    children: int
    households: int
    household_children: int
    places: int
    balance: str | None
    amounts_unknown: int


@frozen(kw_only=True)
class FactReport:
    """A fact that called for something: what it is, its value as people read it, where it is known from.

    `guard` tells that it only stands in nothing's way: a question answered no wherever it is answered, or nowhere.
    """

    fact: str
    label: str
    value: str
    origin: str
    origin_label: str
    unknown: int
    guard: bool


@frozen(kw_only=True)
class ConditionReport:
    """A condition of a rule and whether it is met; null if that cannot be told."""

    text: str
    met: bool | None


@frozen(kw_only=True)
class StepReport:
    """One step: what, who, to whom, how, by when, at whose cost, on what basis; `rows` is for how many it stands."""

    step: str
    title: str
    detail: str
    actor: str
    addressee: str
    rows: int | None
    due_on: date | None
    limit: str
    conditional: bool
    needs: str | None
    cost: str
    cost_most: int | None
    cost_remark: str | None
    bears: str
    effect: str
    grounds: Grounds
    to_verify: tuple[str, ...]


@frozen(kw_only=True)
class BasisReport:
    """On what basis data of people may pass on: what it is, what to watch, by which provisions."""

    code: str
    kind: str
    text: str
    detail: str
    grounds: Grounds
    to_verify: tuple[str, ...]


class SuggestionTeller(HouseholdTeller):
    """Says what suggestions hold in one language."""

    def text(self, text: Bilingual) -> str:
        """Return a text of the pack with its typography."""
        return self.set(text.text(self.language))

    @staticmethod
    def bilingual(note: Verify) -> Bilingual:
        """Return what is to be verified, in both languages."""
        return Bilingual(cs=note.cs, en=note.en)

    def condition(self, condition: Condition) -> str:
        """Return the sentence of a condition."""
        return self.set(condition.cs if self.language == "cs" else condition.en)

    def traced(self, condition: TracedCondition) -> ConditionReport:
        """Return a condition as it came out."""
        text = self.set(condition.cs if self.language == "cs" else condition.en)
        met = {"holds": True, "fails": False, "unknown": None}[condition.status]
        return ConditionReport(text=text, met=met)

    def title(self, intervention: str) -> str:
        """Return the title of an intervention, of its rule or its own."""
        own = self.pack.interventions[intervention].title
        return self.text(self.pack.rules[intervention].title if own is None else own)

    def who(self, code: str) -> str:
        """Return who it is, without the explanation in brackets."""
        if code in _OWN_NAMES:
            return self.say(f"suggest-role-{code}")
        return self.term("roles", code).split(" (", maxsplit=1)[0]

    def _bearer(self, code: str) -> str:
        return self.term("roles", code).split(" (", maxsplit=1)[0] if code == "child" else self.who(code)

    def roles(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return who they are, each once."""
        return tuple(dict.fromkeys(self.who(code) for code in codes))

    def place(self, code: str | None) -> str | None:
        """Return the name of a municipality by its code; None where the register has none."""
        found = None if code is None else municipality(code)
        return None if found is None else found.name

    def money(self, halere: int | None) -> str | None:
        """Return a sum as a decimal string."""
        return None if halere is None else to_decimal_string(halere)

    def counts(self, counts: Counts) -> CountsReport:
        """Return counts with the sum as a decimal string."""
        return CountsReport(
            debts=counts.debts,
            people=counts.people,
            children=counts.children,
            households=counts.households,
            household_children=counts.household_children,
            places=counts.places,
            balance=self.money(counts.balance),
            amounts_unknown=counts.amounts_unknown,
        )

    def is_told(self, fact: str) -> bool:
        """Return whether a fact is worth telling: what only the day decides, such as a threshold, is not."""
        return self.pack.facts[fact].inputs != ("as_of",)

    def named(self, fact: str) -> str:
        """Return how a fact is called, without how it is written."""
        term = self.pack.vocabularies[FACTS].get(fact)
        label = self.pack.fact_texts[fact].label if term is None else Bilingual(cs=term.cs, en=term.en)
        return self.set(label.text(self.language).split(" (", maxsplit=1)[0])

    def question(self, fact: str) -> str:
        """Return the question about a fact; of one that nobody is asked for how it is called."""
        text = self.pack.fact_texts.get(fact)
        return self.named(fact) if text is None else self.text(text.ask or text.label)

    def fact_told(self, fact: HeldFact) -> FactReport:
        """Return a fact with its value as people read it."""
        return FactReport(
            fact=fact.fact,
            label=self.named(fact.fact),
            value=self._values(fact),
            origin=fact.origin,
            origin_label=self.term("municipal_origins", fact.origin),
            unknown=fact.unknown,
            guard=fact.least is None and all(value is False for value, _ in fact.values),
        )

    def _values(self, fact: HeldFact) -> str:
        told = []
        if fact.least is not None or fact.most is not None:
            least, most = (self.value(fact.fact, end) for end in (fact.least, fact.most))
            told.append(least if least == most else self.say("suggest-between", least=least, most=most))
        alone = len(fact.values) == 1 and not fact.unknown
        for value, count in fact.values:
            text = self.value(fact.fact, value)
            told.append(text if alone else self.say("suggest-value-count", value=text, count=count))
        if fact.unknown:
            told.append(self.say("suggest-unknown-count", count=fact.unknown) if told else self.say("suggest-unknown"))
        return "; ".join(told)

    def value(self, fact: str, value: Any) -> str:  # noqa: ANN401 - of a fact of any type
        """Return a value of a fact as people read it."""
        spec = self.pack.facts[fact]
        if isinstance(value, bool):
            return self.say("suggest-yes" if value else "suggest-no")
        if isinstance(value, date):
            return self.say.day(value)
        if spec.type == "money":
            return self.crowns(value)
        if spec.type == "enum":
            return self.term(spec.vocabulary or "", str(value))
        return self.share(value) if self._unit(fact) == _SHARE else str(value)

    def _unit(self, fact: str) -> str | None:
        term = self.pack.vocabularies[FACTS].get(fact)
        unit: str | None = None if term is None else term.more.get("unit")
        return unit

    def share(self, basis_points: int) -> str:
        """Return hundredths of a per cent as people read them."""
        whole, rest = divmod(basis_points, _WHOLE)
        told = f"{whole}.{rest:02}".rstrip("0").rstrip(".")
        return self.set(f"{told.replace('.', ',') if self.language == 'cs' else told} %")

    def step(self, each: SuggestedStep) -> StepReport:
        """Return a step as it stands."""
        return self._step(each.step, rows=each.rows, due_on=each.due_on, conditional=each.conditional)

    def plain_step(self, step: Step) -> StepReport:
        """Return a step of the checklist, which no row calls for."""
        return self._step(step, rows=None, due_on=None, conditional=False)

    def _step(self, step: Step, *, rows: int | None, due_on: date | None, conditional: bool) -> StepReport:
        return StepReport(
            step=step.id,
            title=self.text(step.title),
            detail=self.text(step.detail),
            actor=self.who(step.actor),
            addressee=self.who(step.addressee),
            rows=rows,
            due_on=due_on,
            limit=self.text(step.limit.text),
            conditional=conditional,
            needs=None if step.needs is None else self.text(step.needs),
            cost=self.text(step.cost),
            cost_most=step.cost_most,
            cost_remark=self.remark(step.cost_evidence),
            bears=self._bearer(step.bears),
            effect=self.term("effects", step.effect),
            grounds=self.grounds(step.citations, step.evidence),
            to_verify=self.notes(self.bilingual(note) for note in step.verify),
        )

    def basis(self, code: str) -> BasisReport:
        """Return a basis on which data of people may pass on."""
        term = self.pack.term("sharing_bases", code)
        notes = [Bilingual.model_validate(term.more[name]) for name in ("verify",) if name in term.more]
        return BasisReport(
            code=code,
            kind=self.term("sharing_kinds", term.more["kind"]),
            text=self.set(term.text(self.language)),
            detail=self.text(Bilingual.model_validate(term.more["detail"])),
            grounds=self.grounds(self.cited_by(term), term.more["evidence"]),
            to_verify=self.notes(notes),
        )

    @property
    def measures(self) -> dict[str, str]:
        """The titles of the measures of the strategy by id."""
        return {name: self.text(measure.title) for name, measure in self.pack.measures.items()}
