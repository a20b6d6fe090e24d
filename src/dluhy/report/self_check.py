"""A municipality as a creditor, told in one language: numbers, what to change and why, what is fine, what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from attrs import frozen

from dluhy.__about__ import program_version
from dluhy.documents.decoding import pointer
from dluhy.documents.fields import label
from dluhy.money import to_decimal_string
from dluhy.municipal.self_check.ledger import WHOLE
from dluhy.places import municipality
from dluhy.report.self_check_answers import FEE, answer_told, field_of, question_of
from dluhy.report.self_check_steps import Doing, doings
from dluhy.report.statements import Provision, Speaker
from dluhy.report.texts import texts
from dluhy.typography import czech

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.law.contents import Pack
    from dluhy.municipal.place.document import Place
    from dluhy.municipal.self_check.checking import Change, Contradiction, SelfCheck
    from dluhy.municipal.self_check.ledger import Regime, Tally
    from dluhy.problems import Language

_WEAK: Final = frozenset({"M", "?"})


@frozen(kw_only=True)
class Numbers:
    """Debts, people and CZK (a decimal string, null where no debt states a balance)."""

    debts: int
    people: int
    balance: str | None
    without_balance: int


@frozen(kw_only=True)
class UndecidedNumbers:
    """The undecided debts of one verdict, named as the results of the children's check name it."""

    verdict: str
    label: str
    numbers: Numbers


@frozen(kw_only=True)
class RegimeNumbers:
    """The childhood debts that one rule decided; `share` is in per cent of all debts, as a decimal string."""

    rule: str
    title: str
    verdict: str
    numbers: Numbers
    share: str


@frozen(kw_only=True)
class ChangeTold:
    """One thing to change: its numbers or the answer given, why, by what provisions, how, where to, by whom."""

    id: str
    title: str
    numbers: Numbers | None
    undecided: int
    of: int
    answer: str | None
    reason: str
    how: tuple[str, ...]
    label: str
    provisions: tuple[Provision, ...]
    evidence: str
    to_verify: tuple[str, ...]
    interventions: tuple[str, ...]
    steps: tuple[Doing, ...]


@frozen(kw_only=True)
class Against:
    """What the list says against a good answer: the title of what it shows, and of how much."""

    id: str
    title: str
    numbers: Numbers


@frozen(kw_only=True)
class ContradictionTold:
    """A good answer that the municipality's own list speaks against."""

    id: str
    title: str
    answer: str
    against: tuple[Against, ...]


@frozen(kw_only=True)
class Open:
    """What cannot be said: where to supply it, what is asked, of how many debts, and what to change it would tell.

    `kind` is a `fact` of the list that a check lacks, one that decides `who_owes`, or an `answer` of the document.
    """

    kind: Literal["fact", "who_owes", "answer"]
    where: str
    ask: str
    debts: int | None
    of: int | None
    tells: tuple[str, ...]


@frozen(kw_only=True)
class SelfCheckReport:
    """The whole told result; sums are decimal strings in CZK."""

    place: str | None
    as_of: str
    rows: int
    rejected: int
    creditors: int
    whole: Numbers
    childhood: Numbers
    others: Numbers
    undecided: Numbers
    undecided_by: tuple[UndecidedNumbers, ...]
    childhood_share: str
    regimes: tuple[RegimeNumbers, ...]
    enforced: int
    costs_and_recovered_known: int
    no_costs: int
    no_recovered: int
    costs: str | None
    recovered: str | None
    changes: tuple[ChangeTold, ...]
    fine: tuple[str, ...]
    contradicted: tuple[ContradictionTold, ...]
    open: tuple[Open, ...]
    list_sha256: str
    pack: str
    program: str


def self_check_report(found: SelfCheck, pack: Pack, language: Language) -> SelfCheckReport:
    """Return the result of a self-check told in a language."""
    return _Telling(found, pack.whole or pack, language).report()


class _Telling:
    """Tells one self-check in one language."""

    def __init__(self, found: SelfCheck, pack: Pack, language: Language) -> None:
        self.found, self.pack, self.language = found, pack, language
        self.speaker, self.say = Speaker(pack, language), texts(language)

    def report(self) -> SelfCheckReport:
        ledger = self.found.ledger
        enforcing = ledger.enforcing
        return SelfCheckReport(
            place=None if self.found.place is None else _place_name(self.found.place),
            as_of=self.found.as_of.isoformat(),
            rows=ledger.rows,
            rejected=ledger.rejected,
            creditors=ledger.creditors,
            whole=_numbers(ledger.whole),
            childhood=_numbers(ledger.childhood),
            others=_numbers(ledger.others),
            undecided=_numbers(ledger.undecided),
            undecided_by=tuple(
                UndecidedNumbers(
                    verdict=each.verdict,
                    label=self.speaker.term("verdicts", each.verdict),
                    numbers=_numbers(each.tally),
                )
                for each in ledger.undecided_by
            ),
            childhood_share=_percent(ledger.childhood.debts, ledger.whole.debts),
            regimes=tuple(self._regime(regime) for regime in ledger.regimes),
            enforced=enforcing.enforced,
            costs_and_recovered_known=enforcing.both,
            no_costs=enforcing.no_costs,
            no_recovered=enforcing.no_recovered,
            costs=None if enforcing.costs is None else to_decimal_string(enforcing.costs),
            recovered=None if enforcing.recovered is None else to_decimal_string(enforcing.recovered),
            changes=tuple(self._change(change) for change in self.found.changes),
            fine=tuple(item.title.text(self.language) for item in self.found.fine),
            contradicted=tuple(self._contradiction(each) for each in self.found.contradicted),
            open=tuple(self._open()),
            list_sha256=self.found.list_sha256,
            pack=self.pack.hash,
            program=program_version(),
        )

    def _regime(self, regime: Regime) -> RegimeNumbers:
        return RegimeNumbers(
            rule=regime.outcome,
            title=self.pack.rules[regime.outcome].title.text(self.language),
            verdict=self.speaker.term("verdicts", regime.verdict),
            numbers=_numbers(regime.tally),
            share=to_decimal_string(regime.share),
        )

    def _change(self, change: Change) -> ChangeTold:
        item, found = change.item, change.found
        weak = [self.speaker.term("evidence", item.evidence)] if item.evidence in _WEAK else []
        verify = [] if item.verify is None else [item.verify.text(self.language)]
        return ChangeTold(
            id=item.id,
            title=item.title.text(self.language),
            numbers=None if found is None else _numbers(found.tally),
            undecided=0 if found is None else found.undecided,
            of=0 if found is None else found.of,
            answer=None if change.answer is None else answer_told(item, change.answer, self.pack, self.language),
            reason=item.reason.text(self.language),
            how=tuple(step.text(self.language) for step in item.how),
            label=self.say(f"self-check-label-{item.label}"),
            provisions=self.speaker.provisions(item.citations),
            evidence=item.evidence,
            to_verify=(*verify, *weak),
            interventions=tuple(self._intervention(name) for name in item.interventions),
            steps=tuple(doings(item.interventions, self.pack, self.language)),
        )

    def _contradiction(self, each: Contradiction) -> ContradictionTold:
        return ContradictionTold(
            id=each.item.id,
            title=each.item.title.text(self.language),
            answer=answer_told(each.item, each.answer, self.pack, self.language),
            against=tuple(
                Against(id=item.id, title=item.title.text(self.language), numbers=_numbers(found.tally))
                for item, found in each.found
            ),
        )

    def _intervention(self, name: str) -> str:
        """Return the id of an intervention with its title, where the pack has one."""
        known, rule = self.pack.interventions.get(name), self.pack.rules.get(name)
        title = known.title if known is not None and known.title is not None else rule.title if rule else None
        return name if title is None else f"{name} – {title.text(self.language)}"

    def _open(self) -> Iterator[Open]:
        yield from (self._absent(each.fact, each.debts, each.of, each.checks) for each in self.found.ledger.absent)
        undecided = self.found.ledger.undecided.debts
        for question in self.found.ledger.questions:
            text = self.pack.fact_texts[question.fact]
            yield Open(
                kind="who_owes",
                where=self.say("self-check-column", name=text.label.text(self.language)),
                ask=(text.ask or text.label).text(self.language),
                debts=question.debts,
                of=undecided,
                tells=(),
            )
        for item in self.found.open:
            name = question_of(label(field_of(item.key or ""), self.pack).text(self.language))
            where = self._pointer(item.key or "")
            tells = (item.title.text(self.language),)
            yield Open(kind="answer", where=where, ask=self._set(name), debts=None, of=None, tells=tells)

    def _absent(self, fact: str, debts: int, of: int, checks: tuple[str, ...]) -> Open:
        text = self.pack.fact_texts.get(fact)  # a file mark is a column of lists, no fact
        name = self.say("self-check-file-mark") if text is None else text.label.text(self.language)
        titles = {item.check: item.title.text(self.language) for item in self.pack.practices.values() if item.check}
        return Open(
            kind="fact",
            where=self.say("self-check-column", name=name),
            ask=name if text is None else (text.ask or text.label).text(self.language),
            debts=debts,
            of=of,
            tells=tuple(titles[check] for check in checks),
        )

    def _pointer(self, key: str) -> str:
        part, _, name = key.partition(".")
        return pointer(("fees", "-", name)) if part == FEE else pointer((part, name))

    def _set(self, text: str) -> str:
        return czech(text) if self.language == "cs" else text


def _numbers(tally: Tally) -> Numbers:
    balance = None if tally.balance is None else to_decimal_string(tally.balance)
    return Numbers(debts=tally.debts, people=tally.people, balance=balance, without_balance=tally.without_balance)


def _percent(part: int, whole: int) -> str:
    return to_decimal_string(part * WHOLE // whole) if whole else "0"


def _place_name(place: Place) -> str:
    known = municipality(place.code)
    return place.code if known is None else known.name
