"""What a rule says of one debt or person, in one language: the sentence, why, by what provision, how sure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from attrs import frozen

from dluhy.engine.expressions import condition_column
from dluhy.law.citations import readable
from dluhy.law.models import Evidence  # noqa: TC001 - msgspec reads the annotations
from dluhy.typography import czech

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dluhy.law.models import Citation, Condition, Rule, Step, Verify
    from dluhy.law.pack import Pack
    from dluhy.problems import Language

_T = TypeVar("_T")
_WEAK = frozenset({"M", "?"})


@frozen
class Provision:
    """A provision as people read it, with the public address of its act."""

    text: str
    link: str


@frozen
class Reason:
    """A condition of a rule: its sentence, and whether it is met; null if that cannot be told."""

    text: str
    met: bool | None


@frozen
class Statement:
    """One rule that holds, told about one debt or person; `to_verify` says what must be verified first."""

    rule: str
    title: str
    sentence: str
    verdict: str
    verdict_label: str
    reasons: tuple[Reason, ...]
    provisions: tuple[Provision, ...]
    evidence: Evidence
    to_verify: tuple[str, ...]


@frozen
class Act:
    """One step of a plan: who does what towards whom, by when, at whose cost, on what basis, for which debts."""

    steps: tuple[str, ...]
    title: str
    details: tuple[str, ...]
    actor: str
    addressee: str
    creditor: str | None
    executor_office: str | None
    enforcements: tuple[str, ...]
    debts: tuple[str, ...]
    due_on: str | None
    limit: str
    needs: tuple[str, ...]
    cost: str
    cost_borne_by: str
    effect: str
    replaces: tuple[str, ...]
    provisions: tuple[Provision, ...]
    to_verify: tuple[str, ...]
    conditional: bool


class Speaker:
    """Says what a pack holds in one language."""

    def __init__(self, pack: Pack, language: Language) -> None:
        """Keep the pack and the language."""
        self.pack, self.language = pack, language

    def statement(self, rule: Rule, row: Mapping[str, Any]) -> Statement:
        """Return what a rule says of a judged row on which it holds."""
        verify = [self.note(note) for note in rule.verify if _stands(note, row)]
        weak = [self.term("evidence", rule.evidence)] if rule.evidence in _WEAK and not verify else []
        return Statement(
            rule=rule.id,
            title=rule.title.text(self.language),
            sentence=rule.sentence.text(self.language),
            verdict=rule.verdict,
            verdict_label=self.term("verdicts", rule.verdict),
            reasons=tuple(Reason(self.condition(c), row.get(condition_column(c.if_))) for c in rule.all),
            provisions=self.provisions(rule.citations),
            evidence=rule.evidence,
            to_verify=(*verify, *weak),
        )

    def act(self, line: Mapping[str, Any], names: Mapping[int, str], due_on: str | None) -> Act:
        """Return a row of `dluhy.plan.steps` as a person reads it; `names` are the debts by row."""
        steps = [self.pack.steps[step_id][1] for step_id in line["joined"]]
        first = steps[0]
        joins = len(steps) > 1 or len(line["enforcement_refs"] or ()) > 1
        title = self.term("letters", first.joins) if joins and first.joins else first.title.text(self.language)
        notes = [
            self.note(verify)
            for step, bits in zip(steps, line["verify"], strict=True)
            for place, verify in enumerate(step.verify)
            if bits & (1 << place)
        ]
        weak = [text for step in steps if step.evidence in _WEAK for text in [self.term("evidence", step.evidence)]]
        return Act(
            steps=tuple(line["joined"]),
            title=title,
            details=_once(step.detail.text(self.language) for step in steps),
            actor=self.role(first.actor, line),
            addressee=self.role(first.addressee, line),
            creditor=line["creditor"],
            executor_office=line["office"],
            enforcements=tuple(line["enforcement_refs"] or ()),
            debts=_once(names[row] for row in line["rows"]),
            due_on=due_on,
            limit="; ".join(_once(self._limit(step) for step in steps)),
            needs=_once(step.needs.text(self.language) for step in steps if step.needs),
            cost="; ".join(_once(self._cost(step) for step in steps)),
            cost_borne_by=self.role(first.bears, line),
            effect=self.term("effects", first.effect),
            replaces=_once(
                self.pack.steps[other][1].title.text(self.language) for step in steps for other in step.excludes
            ),
            provisions=self.provisions(_once(cite for step in steps for cite in step.citations)),
            to_verify=_once([*notes, *(weak if not notes else [])]),
            conditional=bool(line["conditional"]),
        )

    def provisions(self, citations: Iterable[Citation]) -> tuple[Provision, ...]:
        """Return citations with their links, each once."""
        shown = [readable(cite, self.pack.acts, self.language) for cite in citations]
        return _once(Provision(text=item.text, link=item.link) for item in shown)

    def term(self, vocabulary: str, code: str) -> str:
        """Return the label of a code."""
        return self._set(self.pack.term(vocabulary, code).text(self.language))

    def role(self, code: str, line: Mapping[str, Any]) -> str:
        """Return who acts or is addressed; the child, for whom somebody may act, is the debtor from 18 on."""
        grown = code == "child" and not (line["days_to_18"] is not None and line["days_to_18"] > 0)
        label = self.term("roles", "debtor" if grown else code)
        return label if code == "child" else label.split(" (", maxsplit=1)[0]

    def condition(self, condition: Condition) -> str:
        """Return the sentence of a condition."""
        return self._set(condition.cs if self.language == "cs" else condition.en)

    def note(self, verify: Verify) -> str:
        """Return what is to be verified."""
        return self._set(verify.cs if self.language == "cs" else verify.en)

    def _limit(self, step: Step) -> str:
        return self.marked(step.limit.text.text(self.language), step.limit.evidence)

    def _cost(self, step: Step) -> str:
        return self.marked(step.cost.text(self.language), step.cost_evidence)

    def marked(self, text: str, evidence: Evidence) -> str:
        """Return a text with what must be said of how sure it is, where it must be verified first."""
        weak = self.term("evidence", evidence)
        return f"{text} ({weak})" if evidence in _WEAK and weak not in text else text

    def _set(self, text: str) -> str:
        return czech(text) if self.language == "cs" else text


def _stands(verify: Verify, row: Mapping[str, Any]) -> bool:
    """Return whether a note stands: its condition holds or cannot be decided."""
    return verify.if_ is None or row.get(condition_column(verify.if_)) is not False


def _once(items: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(items))
