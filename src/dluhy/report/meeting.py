"""The paper for a meeting with a creditor, as sections of sentences and small tables, for sheet and text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from dluhy.law.citations import readable
from dluhy.law.models import Citation
from dluhy.money import HALERE_PER_KORUNA
from dluhy.municipal.strategy import REPORTED, measures_of
from dluhy.negotiating import BANDS, SMALL
from dluhy.report.layout import Sum
from dluhy.report.measures import measure_name
from dluhy.typography import czech

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dluhy.law.models import Step, Verify
    from dluhy.law.pack import Pack
    from dluhy.negotiating import Meeting, Negotiation, Regime, StepSum, Sums
    from dluhy.report.layout import Cell
    from dluhy.report.texts import Texts

_WEAK: Final = frozenset({"M", "?"})
_SIDE_OF_DEBTOR: Final = frozenset({"child", "debtor", "guardian", "heir"})
_KINDS: Final = {"local_fee": "fee", "private": "private"}


@frozen
class Line:
    """A row of a table with what is said below it, and the creditor whose sheet its first cell leads to."""

    cells: list[Cell]
    note: str = ""
    leads_to: int | None = None


@frozen
class Section:
    """A heading with sentences and a table of at most five columns."""

    heading: str
    sentences: list[str] = field(factory=list)
    columns: list[str] = field(factory=list)
    lines: list[Line] = field(factory=list)


@frozen
class Paper:
    """Writes the sections about one list in one language."""

    negotiation: Negotiation
    texts: Texts

    @property
    def pack(self) -> Pack:
        """The law the list was judged by."""
        return self.negotiation.result.checker.pack

    def name(self, meeting: Meeting) -> str:
        """Return what a creditor is called."""
        if meeting.name is not None:
            return meeting.name
        return self.texts("meeting-unnamed") if meeting.ico is None else self.texts("meeting-ico", ico=meeting.ico)

    def index(self) -> list[Section]:
        """Return the overview of all creditors."""
        say, result = self.texts, self.negotiation.result
        meetings = self.negotiation.meetings
        lines = [say("as-of", day=say.day(result.as_of))]
        if not result.complete:
            lines.append(say("meeting-rejected", count=result.intake.rows_rejected))
        lines += [say("meeting-no-people"), say("meeting-proposal")]
        if any(meeting.small for meeting in meetings):
            lines.append(say("meeting-small", least=SMALL))
        if not meetings:
            return [Section(say("meeting-title"), [*lines, say("meeting-none")])]
        lines += [say("meeting-count", count=len(meetings)), say("meeting-index-note")]
        rows = [
            Line([self.name(m), m.children, m.debts.debts, self.money(m.debts.balance), self.money(m.not_owed.balance)],
                 leads_to=number)
            for number, m in enumerate(meetings)
        ]  # fmt: skip
        columns = self._columns("creditor", "children", "debts", "balance", "not-owed")
        return [Section(say("meeting-title"), lines, columns, rows)]

    def sections(self, meeting: Meeting) -> list[Section]:
        """Return the whole paper for one creditor."""
        return [
            self._title(meeting),
            self._numbers(meeting),
            self._not_owed(meeting),
            self._tones(meeting),
            self._regimes(meeting),
            self._stop(meeting),
            self._go_on(meeting),
            *self._steps(meeting),
            self._decides(meeting),
            self._steward(),
            self._ospod(meeting),
            self._questions(meeting),
            *self._measures(meeting),
        ]  # fmt: skip

    def money(self, halere: int | None) -> Cell:
        """Return a sum for a cell; in words where it is not known."""
        return self.texts("not-stated") if halere is None else Sum(halere)

    def _said(self, halere: int | None) -> str:
        return self.texts("not-stated") if halere is None else self.texts.money(halere)

    def _columns(self, *names: str) -> list[str]:
        return [self.texts(f"meeting-col-{name}") for name in names]

    def _title(self, meeting: Meeting) -> Section:
        say = self.texts
        who = [say("meeting-ico", ico=meeting.ico)] if meeting.ico is not None and meeting.name is not None else []
        lines = [". ".join([*who, say("as-of", day=say.day(self.negotiation.result.as_of))]) + "."]
        lines += [say("meeting-no-people"), say("meeting-proposal")]
        if meeting.small:
            lines.append(say("meeting-small", least=SMALL))
        return Section(say("meeting-of", creditor=self.name(meeting)), lines)

    def _numbers(self, meeting: Meeting) -> Section:
        say, enforcements = self.texts, meeting.enforcements
        cells: list[tuple[str, Cell]] = [("debts", meeting.debts.debts), ("people", meeting.debts.people)]
        cells += [("children", meeting.children)]
        if meeting.nearest is not None:
            cells.append(("nearest", say("meeting-within", days=meeting.nearest)))
        cells.append(("adults", meeting.adults))
        optional = [("unknown-age", meeting.unknown_age)]
        cells += [(name, count) for name, count in optional if count]
        cells.append(("enforcements", enforcements.all))
        optional = [("by-executor", enforcements.by_executor), ("by-office", enforcements.by_office)]
        optional.append(("by-unknown", enforcements.by_unknown))
        cells += [(name, count) for name, count in optional if count]
        sums = meeting.debts
        cells += [("balance", self.money(sums.balance)), ("principal", self.money(sums.principal))]
        cells.append(("costs", self.money(sums.costs)))
        cells += [(name, count) for name, count in (("finished", meeting.finished), ("others", meeting.others.debts))
                  if count]  # fmt: skip
        lines = [Line([say(f"meeting-{name}"), value]) for name, value in cells]
        return Section(say("meeting-heading-numbers"), [], self._columns("what", "number"), lines)

    def _not_owed(self, meeting: Meeting) -> Section:
        say, part, whole = self.texts, meeting.not_owed, meeting.debts
        heading = say("meeting-heading-not-owed")
        if not part.debts:
            return Section(heading, [say("meeting-not-owed-none")])
        share = _percent(part.debts, whole.debts)
        said = say("meeting-not-owed", count=part.debts, all=whole.debts, share=share, sum=self._said(part.balance))
        lines = [said, say("meeting-not-owed-law")]
        if whole.balance is not None and whole.balance > 0 and part.balance is not None:
            in_money = _percent(max(part.balance, 0), whole.balance)
            if in_money <= 100:  # noqa: PLR2004 - overpayments among the rest can make the part larger than the whole
                lines.insert(1, say("meeting-not-owed-share", share=in_money))
        return Section(heading, [" ".join(lines)])

    def _tones(self, meeting: Meeting) -> Section:
        say = self.texts
        lines = [
            Line([say(f"meeting-tone-{tone}"), *self._sums(sums)]) for tone, sums in meeting.tones.items() if sums.debts
        ]
        columns = self._columns("tone", "people", "debts", "balance")
        return Section(say("meeting-heading-tones"), [], columns, lines)

    def _sums(self, sums: Sums) -> list[Cell]:
        return [sums.people, sums.debts, self.money(sums.balance)]

    def _regimes(self, meeting: Meeting) -> Section:
        lines = [
            Line([self._regime(regime), regime.sums.debts, self.money(regime.sums.balance),
                  self.money(regime.sums.principal), self.money(regime.sums.costs)], self._law(regime))
            for regime in meeting.regimes
        ]  # fmt: skip
        columns = self._columns("regime", "debts", "balance", "principal", "costs")
        return Section(self.texts("meeting-heading-regimes"), [], columns, lines)

    def _regime(self, regime: Regime) -> str:
        rule = self.pack.rules.get(regime.outcome)
        return self.texts("no-rule-yet") if rule is None else rule.title.text(self.texts.language)

    def _law(self, regime: Regime) -> str:
        """Return a regime in plain words: what it says, by which provisions, how sure that is, what to verify."""
        say, rule = self.texts, self.pack.rules.get(regime.outcome)
        if rule is None:
            return say("meeting-undecided")
        evidence = self.pack.term("evidence", rule.evidence).text(say.language)
        parts = [rule.sentence.text(say.language), self._provisions(rule.citations)]
        parts.append(say("meeting-evidence", evidence=evidence) + ".")
        return " ".join([*parts, *self._verify(regime.verify)])

    def _provisions(self, citations: Iterable[Citation]) -> str:
        shown = "; ".join(readable(cite, self.pack.acts, self.texts.language).text for cite in citations)
        return self.texts("meeting-by-law", provisions=shown).rstrip(".") + "."

    def _verify(self, notes: Sequence[Verify]) -> Iterator[str]:
        for note in notes:
            text = czech(note.cs) if self.texts.language == "cs" else note.en
            yield self.texts("meeting-verify", what=text)

    def _steps(self, meeting: Meeting) -> Iterator[Section]:
        """Yield the creditor's steps, for children first, each explained once; then what the debtor's side can do."""
        say, explained = self.texts, set[str]()
        columns = self._columns("step", "people", "balance")
        for group, steps in (("children", meeting.steps_of_children), ("others", meeting.steps_of_others)):
            own = [step for step in steps if step.by_creditor]
            if not own and not (group == "children" and meeting.children):
                continue
            lines = []
            for number, step in enumerate(own, start=1):
                note = say("meeting-step-above") if step.step in explained else self._how(step)
                explained.add(step.step)
                lines.append(self._line(step, f"{number}. ", note))
            said = self._nearest(meeting) if group == "children" else []
            said += [] if own else [say("meeting-steps-none")]
            yield Section(say(f"meeting-heading-steps-{group}"), said, columns if lines else [], lines)
        debtors = {s.step: s for s in (*meeting.steps_of_others, *meeting.steps_of_children) if self._is_told(s)}
        if debtors:
            lines = [Line([self._title_of(step)], self._short(step)) for step in debtors.values()]
            yield Section(say("meeting-heading-debtors"), [], self._columns("step"), lines)

    def _is_told(self, step: StepSum) -> bool:
        """Return whether a step of somebody else belongs to the paper: what the debtor may do is not the creditor's."""
        return not step.by_creditor and self.pack.steps[step.step][1].actor not in _SIDE_OF_DEBTOR

    def _nearest(self, meeting: Meeting) -> list[str]:
        say = self.texts
        if meeting.nearest is None:
            return [say("meeting-steps-later", days=BANDS[-1])]
        return [say("meeting-steps-nearest", within=say("meeting-within", days=meeting.nearest))]

    def _line(self, step: StepSum, number: str, note: str) -> Line:
        title = self._title_of(step)
        shown = self.texts("step-conditional", step=title, condition=self.texts("meeting-conditional"))
        return Line([number + (shown if step.conditional else title), step.people, self.money(step.balance)], note)

    def _of(self, step: StepSum) -> Step:
        return self.pack.steps[step.step][1]

    def _title_of(self, step: StepSum) -> str:
        return self._of(step).title.text(self.texts.language)

    def _how(self, summed: StepSum) -> str:
        """Return who does a step towards whom, how, by when, on what basis, and what to verify."""
        say, step = self.texts, self._of(summed)
        who = say("meeting-step-who", actor=self.role(step.actor), addressee=self.role(step.addressee))
        done = self.role(step.actor) if step.actor == step.addressee else who
        parts = [f"{done[:1].upper()}{done[1:]}."]
        parts += [step.detail.text(say.language), self._limit(step), self._provisions(step.citations)]
        if step.evidence in _WEAK:
            evidence = self.pack.term("evidence", step.evidence).text(say.language)
            parts.append(say("meeting-evidence", evidence=evidence) + ".")
        return " ".join([*parts, *self._verify(summed.verify)])

    def _short(self, summed: StepSum) -> str:
        step = self._of(summed)
        return " ".join([self._limit(step), self._provisions(step.citations), *self._verify(summed.verify)])

    def _limit(self, step: Step) -> str:
        return self.texts("meeting-step-limit", limit=step.limit.text.text(self.texts.language)) + "."

    def role(self, code: str) -> str:
        """Return who it is, without the explanation in brackets."""
        return self.pack.term("roles", code).text(self.texts.language).split(" (", maxsplit=1)[0]

    def _stop(self, meeting: Meeting) -> Section:
        say, found, plan = self.texts, meeting.enforcements, self.negotiation
        lines = []
        if found.by_executor:
            lines.append(say("meeting-stop-executors", count=found.by_executor, stop=found.by_executor_to_stop))
            if plan.stop_costs is not None and found.by_executor_to_stop:
                least, each = plan.stop_costs
                total = say.money(each * found.by_executor_to_stop)
                lines.append(say("meeting-stop-most", least=least, most=total, each=say.money(each)))
        else:
            lines.append(say("meeting-stop-none"))
        if found.by_office:
            lines.append(say("meeting-stop-office", count=found.by_office))
        routes = [self._route(step) for step in plan.routes] if found.by_executor else []
        columns = [*self._columns("route"), say("meeting-route-most")] if routes else []
        return Section(say("meeting-heading-stop"), [" ".join(lines)], columns, routes)

    def _route(self, step: Step) -> Line:
        """Return a way out of an enforcement: what is done, who bears the cost, how much at most, on what basis."""
        say = self.texts
        most: Cell = say("not-stated") if step.cost_most is None else Sum(step.cost_most * HALERE_PER_KORUNA)
        cost = say("meeting-cost", cost=step.cost.text(say.language))
        weak = self.pack.term("evidence", step.cost_evidence).text(say.language)
        sure = f"{cost} ({weak})" if step.cost_evidence in _WEAK and weak not in cost else cost
        bears = say("meeting-route-bears", who=self.role(step.bears))
        note = [step.detail.text(say.language), f"{bears}.", f"{sure}.", self._provisions(step.citations)]
        return Line([step.title.text(say.language), most], " ".join([*note, *self._verify(step.verify)]))

    def _go_on(self, meeting: Meeting) -> Section:
        say, found, plan = self.texts, meeting.enforcements, self.negotiation
        lines = []
        if found.costs:
            lines.append(say("meeting-go-on-costs", sum=say.money(found.costs)))
        if found.by_executor and plan.advance is not None and plan.fruitless_years is not None:
            total = say.money(plan.advance * found.by_executor)
            said = say("meeting-go-on-advance", years=plan.fruitless_years, each=say.money(plan.advance),
                       count=found.by_executor, sum=total)  # fmt: skip
            lines.append(f"{said} {self._of_series('fruitless_years', 'fruitless_advance')}")
        if meeting.children and meeting.not_owed.debts:
            lines.append(say("meeting-go-on-adult"))
        return Section(say("meeting-heading-go-on"), lines or [say("meeting-go-on-none")])

    def _of_series(self, *names: str) -> str:
        """Return the provisions of amounts as they hold on the day."""
        cites = [cite for name in names for cite in self.pack.series[name].period[-1].cites]
        return self._provisions(cite if isinstance(cite, Citation) else Citation(at=cite) for cite in cites)

    def _decides(self, meeting: Meeting) -> Section:
        groups = dict.fromkeys(_KINDS.get(kind, "other") for kind in sorted(meeting.kinds))
        said = [f"DECIDES-{group.upper()}" for group in ("fee", "private", "other") if group in groups]
        said += ["DECIDES-EXECUTOR"] if meeting.enforcements.by_executor else []
        lines = [line for step in said or ["DECIDES-OTHER"] for line in self._told(step)]
        return Section(self.texts("meeting-heading-decides"), lines)

    def _steward(self) -> Section:
        said = (self._told(step_id) for step_id in ("STEWARD-BEFORE", "STEWARD-LATER"))
        return Section(self.texts("meeting-heading-steward"), [line for lines in said for line in lines])

    def _told(self, step_id: str) -> list[str]:
        """Return what a step of the pack says, by what provisions, and what is to be verified."""
        _, step = self.pack.steps[step_id]
        said = " ".join([step.detail.text(self.texts.language), self._provisions(step.citations)])
        return [said, *self._verify(step.verify)]

    def _ospod(self, meeting: Meeting) -> Section:
        say = self.texts
        lines = []
        for duty in meeting.duties:
            rule = self.pack.rules[duty.rule]
            lines.append(say("meeting-ospod-count", children=duty.children, undecided=duty.undecided))
            lines.append(" ".join([rule.sentence.text(say.language), self._provisions(rule.citations)]))
            lines += self._verify(rule.verify)
        return Section(say("meeting-heading-ospod"), lines or [say("meeting-ospod-none")])

    def _questions(self, meeting: Meeting) -> Section:
        say, facts = self.texts, self.pack.fact_texts
        if not meeting.questions:
            return Section(say("meeting-heading-questions"), [say("meeting-questions-none")])
        lines = []
        for question in meeting.questions:
            text = (facts[question.fact].ask or facts[question.fact].label).text(say.language)
            effect = say(f"meeting-question-{question.effect}")
            lines.append(Line([f"{text} ({effect})", question.people, question.debts]))
        return Section(say("meeting-heading-questions"), [], self._columns("question", "people", "debts"), lines)

    def _measures(self, meeting: Meeting) -> Iterator[Section]:
        """Yield the measures that the debts of a creditor and the duties towards its children serve, if any."""
        rules = [*(regime.outcome for regime in meeting.regimes), *(duty.rule for duty in meeting.duties)]
        lines = [measure_name(measure, self.texts.language)
                 for measure in measures_of(rules=rules, pack=self.pack) if measure.kind in REPORTED]  # fmt: skip
        if lines:
            yield Section(self.texts("measures-heading-meeting"), lines)


def _percent(part: int, whole: int) -> int:
    """Return a share in whole per cent, halves up."""
    return (200 * part + whole) // (2 * whole)
