"""What a law pack holds, by id and by day; `dluhy.law.pack` loads it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from dluhy.facts.schema import JUDGED_ROWS, ROWS_OF, FactSpec, Rows
from dluhy.facts.tables import ALL_FACTS, FACTS_OF
from dluhy.law.conditions import Node, facts_of, parse
from dluhy.problems import HorizonError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from dluhy.law.interventions import Intervention
    from dluhy.law.models import Act, DayTable, FactText, Ladder, PackInfo, Presumption, Rule, Series, Step, Table, Term
    from dluhy.law.practice import Practice, ServiceMatch
    from dluhy.law.strategy import Measure, Source


@frozen(unsafe_hash=False)
class Pack:
    """The law as loaded: immutable, hashed, and free of contradictions that a loader can see.

    `whole` is the pack of which this one is the part about rows of one kind (`of`), `rows` that kind; None for the pack
    itself.
    """

    info: PackInfo
    hash: str
    acts: dict[str, Act]
    vocabularies: dict[str, dict[str, Term]]
    fact_texts: dict[str, FactText]
    series: dict[str, Series]
    tables: dict[str, Table]
    days: dict[str, DayTable]
    presumptions: dict[str, Presumption]
    rules: dict[str, Rule]
    ladders: dict[str, Ladder]
    interventions: dict[str, Intervention]
    practices: dict[str, Practice]
    service_matches: dict[str, ServiceMatch]
    sources: dict[str, Source]
    measures: dict[str, Measure]
    places: dict[str, str]
    facts: Mapping[str, FactSpec] = field(factory=lambda: ALL_FACTS)
    whole: Pack | None = field(default=None, eq=False, repr=False)
    rows: Rows | None = None

    def __hash__(self) -> int:
        """Return a number by which packs are found in tables: that of their content and of the part they are."""
        return hash((self.hash, self.rows))

    def of(self, rows: Rows) -> Pack:
        """Return the part of the pack that judges rows of one kind: its facts, rules, presumptions and ladders."""
        return (self.whole or self).parts[rows]

    @cached_property
    def parts(self) -> dict[Rows, Pack]:
        """The parts of the whole pack, by what their rows are."""
        return {rows: _part(self, rows) for rows in FACTS_OF}

    @cached_property
    def members(self) -> dict[str, list[str]]:
        """The codes of each vocabulary, in the order of the file."""
        return {name: list(terms) for name, terms in self.vocabularies.items()}

    @cached_property
    def steps(self) -> dict[str, tuple[Ladder, Step]]:
        """Every step of every ladder by its id."""
        return {step.id: (ladder, step) for ladder in self.ladders.values() for step in ladder.step}

    @cached_property
    def partitions(self) -> dict[str, list[Rule]]:
        """The rules of each partition, in the order of the files."""
        found: dict[str, list[Rule]] = {}
        for rule in self.rules.values():
            if rule.partition:
                found.setdefault(rule.partition, []).append(rule)
        return found

    @cached_property
    def conditions(self) -> dict[str, Node]:
        """Every condition text of the pack, parsed."""
        return {text: parse(text) for _, _, text in condition_texts(self)}

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The facts that people can supply and a rule, a step or its limit reads, also through what is computed."""
        texts = [c.if_ for rule in self.rules.values() for c in rule.all]
        texts += [step.if_ for _, step in self.steps.values() if step.if_ is not None]
        read = {"debt_kind"}
        waiting = [name for text in texts for name in facts_of(self.conditions[text])]
        waiting += [name for rule in self.rules.values() for name in rule.applies]
        waiting += [step.limit.runs_from for _, step in self.steps.values() if step.limit.runs_from is not None]
        while waiting:
            name = waiting.pop()
            if name not in read and name in self.facts:
                read.add(name)
                waiting += [item for item in self.facts[name].inputs if not self.facts[name].asked]
        return tuple(name for name, spec in self.facts.items() if spec.asked and name in read)

    def term(self, vocabulary: str, code: str) -> Term:
        """Return a member of a vocabulary; KeyError if there is none."""
        return self.vocabularies[vocabulary][code]

    def require_known(self, topic: str, as_of: date) -> None:
        """Raise HorizonError unless the topic is known on the day; the message names the nearest known day."""
        horizon = self.info.horizon[topic]
        if horizon.from_ <= as_of <= horizon.to:
            return
        late = as_of > horizon.to
        limit = (horizon.to if late else horizon.from_).isoformat()
        why = horizon.reason if late else None
        name = {language: horizon.title.text(language) if horizon.title else topic for language in ("cs", "en")}
        cs = (
            f"právo tématu „{name['cs']}“ zná sada pravidel {self.info.version} {'do' if late else 'od'} {limit}; "
            f"pro jiný den se neodvozuje{': ' + why.text('cs') if why else ''}"
            f"{' – použijte novější sadu pravidel' if late else ''}"
        )
        en = (
            f"the pack {self.info.version} knows the law of “{name['en']}” {'until' if late else 'from'} {limit}; "
            f"no other day is inferred{': ' + why.text('en') if why else ''}{' – use a newer pack' if late else ''}"
        )
        code = "past_horizon" if late else "before_horizon"
        raise HorizonError([Problem(code, f"as_of {as_of.isoformat()}", cs, en)])


def _part(pack: Pack, rows: Rows) -> Pack:
    facts = {name: spec for name, spec in pack.facts.items() if name in FACTS_OF[rows]}
    rules = {name: rule for name, rule in pack.rules.items() if ROWS_OF.get(rule.subject, "debts") == rows}
    of_others = {name for rule in pack.rules.values() if rule.id not in rules for name in rule.remedies}
    own = {name for rule in rules.values() for name in rule.remedies}
    own |= pack.ladders.keys() - of_others if rows == "debts" else set()
    presumed = {} if rows in JUDGED_ROWS else pack.presumptions
    return evolve(
        pack,
        facts=facts,
        rules=rules,
        ladders={name: ladder for name, ladder in pack.ladders.items() if name in own},
        presumptions={name: item for name, item in presumed.items() if item.fact in facts},
        fact_texts={name: text for name, text in pack.fact_texts.items() if name in facts},
        whole=pack,
        rows=rows,
    )


def condition_texts(pack: Pack) -> Iterator[tuple[str, str, str]]:
    """Yield (place, id of the rule or empty, condition text) for every condition of the pack."""
    for rule in pack.rules.values():
        for text in (*(c.if_ for c in rule.all), *(v.if_ for v in rule.verify)):
            if text is not None:
                yield place_of(pack, "rule", rule.id), rule.id, text
    for presumption in pack.presumptions.values():
        yield place_of(pack, "presumption", presumption.id), "", presumption.when
    for ladder in pack.ladders.values():
        for step in ladder.step:
            for text in (step.if_, *(v.if_ for v in step.verify)):
                if text is not None:
                    yield f"{place_of(pack, 'ladder', ladder.id)} step {step.id}", "", text


def place_of(pack: Pack, kind: str, identity: str) -> str:
    """Return where an item of the pack stands: its file, kind and id."""
    return f"{pack.places[f'{kind} {identity}']} {kind} {identity}"
