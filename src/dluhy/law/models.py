"""The shape of the files in `rules/`: what a rule, a ladder, an amount, a term must say.

pydantic reports every error of a file at once; what needs more than one file is checked in `dluhy.law.checks`.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - pydantic reads the annotations
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from dluhy.facts.schema import LARGEST_WHOLE, Subject
from dluhy.typography import czech

if TYPE_CHECKING:
    from collections.abc import Iterable

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_]*$")]
RuleId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_\-]*$")]
MeasureId = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]+(\.([A-Z]|[0-9]+[a-z]?))?$")]
Where = Annotated[
    str,
    StringConstraints(
        pattern=r"^(dluhy( [a-z][a-z0-9\-]*)+( --[a-z][a-z\-]*)?|dluhy(\.[a-z][a-z0-9_]*)+|docs/[a-z0-9_./\-]+)$"
    ),
]
"""A command with or without an option, a module, or a page of the documentation."""
Evidence = Literal["S2", "S", "D", "M", "?"]
Expectation = Literal["holds", "fails", "unknown"]
_REMEMBERED = 8_192  # texts of packs
_MOST_YEARS = 150
EVIDENCE_FROM_STRONGEST: tuple[Evidence, ...] = ("S2", "S", "D", "M", "?")


def weakest(marks: Iterable[Evidence]) -> Evidence:
    """Return the weakest of several marks of evidence; ValueError for none."""
    return max(marks, key=EVIDENCE_FROM_STRONGEST.index)


@lru_cache(maxsize=_REMEMBERED)
def _set_in_type(text: str) -> str:
    """Return a text of the pack with its typography; only the pack's own words are remembered."""
    return czech(text)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Bilingual(_Strict):
    """A label or sentence: Czech first, English second; neither may be missing."""

    cs: Text
    en: Text

    def text(self, language: Literal["cs", "en"]) -> str:
        """Return the text in a language, set with its typography."""
        return _set_in_type(self.cs) if language == "cs" else self.en


class Interval(_Strict):
    """Days, both included; an absent end is open."""

    from_: date | None = Field(default=None, alias="from")
    to: date | None = None

    @model_validator(mode="after")
    def _runs_forward(self) -> Interval:
        if self.from_ is None and self.to is None:
            msg = "an interval has at least one end"
            raise ValueError(msg)
        _require_forward(self.from_, self.to)
        return self


def _require_forward(first: date | None, last: date | None) -> None:
    if first and last and first > last:
        msg = "the interval runs backwards"
        raise ValueError(msg)


class Act(_Strict):
    """A statute, decision, opinion or decree that rules cite."""

    id: Text
    kind: Literal["act", "decision", "opinion", "guidance"]
    title: Bilingual
    link: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]


class Citation(_Strict):
    """A provision: the id of an act, the place in it, and the wording meant where it is not today's."""

    at: Text
    wording: Interval | None = None


class Condition(_Strict):
    """One condition of a rule with its sentence."""

    if_: Text = Field(alias="if")
    cs: Text
    en: Text


class Verify(_Strict):
    """What must print as „k ověření“ although the rest is firm; without `if` always."""

    if_: Text | None = Field(default=None, alias="if")
    cs: Text
    en: Text


class Example(_Strict):
    """Facts and what a rule says of them; facts may be given directly or through the base facts they come from."""

    facts: dict[str, Any]
    expect: Expectation
    missing: list[str] | None = None
    as_of: date | None = None
    note: str | None = None


class Rule(_Strict):
    """A rule of law: when it applies, what must be true, what follows."""

    id: RuleId
    topic: Code
    subject: Subject
    role: Literal[
        "outcome",
        "ground",
        "flag",
        "indicator",
        "condition",
        "list",
        "urgency",
        "duty",
        "prospect",
        "intervention",
    ]
    title: Bilingual
    sentence: Bilingual
    reasoning: Bilingual
    applies: dict[str, list[str]] = Field(default_factory=dict)
    in_force: Interval | None = None
    partition: Code | None = None
    all: list[Condition] = Field(min_length=1)
    verdict: Code
    remedies: list[RuleId] = Field(default_factory=list)
    cites: list[str | Citation]
    evidence: Evidence
    verify: list[Verify] = Field(default_factory=list)
    example: list[Example] = Field(default_factory=list)

    @property
    def citations(self) -> list[Citation]:
        """The citations, each as an object."""
        return [cite if isinstance(cite, Citation) else Citation(at=cite) for cite in self.cites]


class Limit(_Strict):
    """By when a step must be done: a period in days, months or years from an event, counted by an act's own rule."""

    days: int | None = Field(default=None, ge=1)
    months: int | None = Field(default=None, ge=1)
    years: int | None = Field(default=None, ge=1)
    runs_from: str | None = None
    counting: Code | None = None
    text: Bilingual
    cites: list[str | Citation] = Field(default_factory=list)
    evidence: Evidence

    @model_validator(mode="after")
    def _one_period_counted_from_an_event(self) -> Limit:
        periods = [period for period in (self.days, self.months, self.years) if period is not None]
        complete = bool(periods) == (self.runs_from is not None) == (self.counting is not None)
        if len(periods) > 1 or not complete:
            msg = "a period has one length, the fact it runs from and a way of counting; without it none of them"
            raise ValueError(msg)
        return self


class Step(_Strict):
    """One step of a ladder: who does what towards whom, on what basis, by when, at what cost.

    `joins` names the one letter into which such steps of several debts go. `before_18` marks what must be done before
    the 18th birthday, `after_end` what is done also for a debt that is paid and no longer enforced. `bears` is who
    bears the cost, `cost_most` the most it can be in CZK where that is known. `needs` says what must be in hand first,
    `excludes` names steps that this one replaces or bars.
    """

    id: RuleId
    actor: Code
    addressee: Code
    title: Bilingual
    detail: Bilingual
    if_: Text | None = Field(default=None, alias="if")
    preparatory: bool = False
    effect: Code
    joins: Code | None = None
    before_18: bool = False
    after_end: bool = False
    needs: Bilingual | None = None
    excludes: list[RuleId] = Field(default_factory=list)
    limit: Limit
    cost: Bilingual
    cost_most: int | None = Field(default=None, ge=0)
    cost_evidence: Evidence
    bears: Code
    cites: list[str | Citation]
    evidence: Evidence
    verify: list[Verify] = Field(default_factory=list)

    @property
    def citations(self) -> list[Citation]:
        """The citations, each as an object."""
        return [cite if isinstance(cite, Citation) else Citation(at=cite) for cite in self.cites]


class Ladder(_Strict):
    """An ordered list of steps that answers one or more rules."""

    id: RuleId
    topic: Code
    title: Bilingual
    step: list[Step] = Field(min_length=1)


class Intervention(_Strict):
    """What a municipality may do about a debt, a household or itself, and how it goes together with others.

    One that a rule triggers has the rule's id, title, provisions and ladders; a checklist item is not triggered by
    facts and says itself what it is, when it belongs (`when`) and how it goes (`ladders`). `requires` names
    interventions to be settled before or with it, `conflicts` those that cannot stand beside it, `sharing` the grounds
    (`sharing_bases`) on which data of people may be passed on for it; `effect` is what it brings. `uses` names steps of
    other ladders that belong to it and are not told twice, `window` the dated codes that say when a checklist item is
    open (`more.open` of the code); without it always.
    """

    id: RuleId
    kind: Literal["rule", "checklist"]
    level: Literal["debt", "household", "place"]
    for_child: bool = False
    effect: Bilingual
    requires: list[RuleId] = Field(default_factory=list)
    conflicts: list[RuleId] = Field(default_factory=list)
    sharing: list[Code] = Field(default_factory=list)
    uses: list[RuleId] = Field(default_factory=list)
    window: Code | None = None
    title: Bilingual | None = None
    when: Bilingual | None = None
    ladders: list[RuleId] = Field(default_factory=list)
    cites: list[str | Citation] = Field(default_factory=list)
    evidence: Evidence

    @property
    def citations(self) -> list[Citation]:
        """The citations of a checklist item, each as an object."""
        return [cite if isinstance(cite, Citation) else Citation(at=cite) for cite in self.cites]

    @model_validator(mode="after")
    def _a_checklist_item_speaks_for_itself(self) -> Intervention:
        own = (self.title is not None, self.when is not None, bool(self.ladders))
        if own != (self.kind == "checklist",) * len(own):
            msg = "a checklist item, and only it, has a title, when it belongs, and ladders"
            raise ValueError(msg)
        return self


class Source(_Strict):
    """A public document that measures come from; `link` where one is known, `published` its day or last change."""

    id: Code
    title: Bilingual
    published: date | None = None
    link: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None


class Support(_Strict):
    """What the program does for a measure, in a sentence, and where: commands, modules, pages.

    `done` and `partly` name at least one place; what is not done by software names none.
    """

    extent: Literal["done", "partly", "not_done_by_software"]
    cs: Text
    en: Text
    where: list[Where] = Field(default_factory=list)

    @model_validator(mode="after")
    def _what_is_done_is_somewhere(self) -> Support:
        if bool(self.where) == (self.extent == "not_done_by_software"):
            msg = "what is done or partly done names where; what is not done names nothing"
            raise ValueError(msg)
        return self

    def text(self, language: Literal["cs", "en"]) -> str:
        """Return the sentence in a language, set with its typography."""
        return _set_in_type(self.cs) if language == "cs" else self.en


class Findings(_Strict):
    """The findings of the program that a measure answers: rules that hold, what follows from them, interventions."""

    rules: list[RuleId] = Field(default_factory=list)
    verdicts: list[Code] = Field(default_factory=list)
    interventions: list[RuleId] = Field(default_factory=list)


class Measure(_Strict):
    """What a public document of the programme names: a vision, a goal, a measure, an activity, a project, a fact.

    `number` is printed in the document, `parent` what it belongs to. `owners` are roles (`strategy_roles`), `targets`
    groups of people (`strategy_targets`). `trigger` says in words when it is due; None: always, whatever was found.
    `triggered_by` are the findings that it answers.
    """

    id: MeasureId
    number: Text | None = None
    kind: Code
    pillar: Code
    parent: MeasureId | None = None
    title: Bilingual
    detail: Bilingual | None = None
    owners: list[Code] = Field(min_length=1)
    targets: list[Code] = Field(default_factory=list)
    trigger: Bilingual | None = None
    triggered_by: Findings = Field(default_factory=Findings)
    does: Support
    sources: list[Code] = Field(min_length=1)


class Presumption(_Strict):
    """A value taken for an unknown fact, openly: `conclusive` where the law leaves no other possibility."""

    id: RuleId
    topic: Code
    fact: Text
    value: bool | str | int
    when: Text
    applies: dict[str, list[str]] = Field(default_factory=dict)
    conclusive: bool = False
    sentence: Bilingual
    cites: list[str | Citation]
    evidence: Evidence

    @property
    def citations(self) -> list[Citation]:
        """The citations, each as an object."""
        return [cite if isinstance(cite, Citation) else Citation(at=cite) for cite in self.cites]


class Dated(_Strict):
    """Something that holds for an interval of days, both included; an absent end is open."""

    from_: date | None = Field(default=None, alias="from")
    to: date | None = None
    cites: list[str | Citation] = Field(default_factory=list)
    evidence: Evidence
    unknown: bool = False
    note: Bilingual | None = None

    @property
    def citations(self) -> list[Citation]:
        """The citations, each as an object."""
        return [cite if isinstance(cite, Citation) else Citation(at=cite) for cite in self.cites]


class Amount(Dated):
    """What the law fixes for an interval of days: a number, a fraction or a code of a closed list.

    `unknown` declares that the pack does not know it for the interval; `note` is what a reader of a result should know
    of it.
    """

    value: int | None = Field(default=None, ge=-LARGEST_WHOLE, le=LARGEST_WHOLE)
    ratio: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,7}/[1-9][0-9]{0,6}$")] | None = None
    code: Code | None = None

    @model_validator(mode="after")
    def _one_content_or_unknown(self) -> Amount:
        given = [content for content in (self.value, self.ratio, self.code) if content is not None]
        if len(given) != (0 if self.unknown else 1):
            msg = "an amount has one of value, ratio, code, or unknown = true"
            raise ValueError(msg)
        _require_forward(self.from_, self.to)
        return self


class Series(_Strict):
    """The dated values of one amount, one after another without gap or overlap; codes are of a `vocabulary`."""

    id: Code
    topic: Code
    unit: Literal["czk", "years", "days", "months", "times", "count", "basis_points", "ratio", "code"]
    vocabulary: Code | None = None
    selected_by: Text
    title: Bilingual
    period: list[Amount] = Field(min_length=1)

    @model_validator(mode="after")
    def _contents_fit_the_unit(self) -> Series:
        wanted = self.unit if self.unit in {"ratio", "code"} else "value"
        if any(not period.unknown and getattr(period, wanted) is None for period in self.period):
            msg = f"every period of this unit has a {wanted}"
            raise ValueError(msg)
        if (self.unit == "code") != (self.vocabulary is not None):
            msg = "codes, and only they, have a vocabulary"
            raise ValueError(msg)
        return self

    @model_validator(mode="after")
    def _years_stay_in_the_calendar(self) -> Series:
        if self.unit == "years" and any(abs(p.value or 0) > _MOST_YEARS for p in self.period):
            msg = f"a number of years is at most {_MOST_YEARS}"
            raise ValueError(msg)
        return self


class TablePeriod(Dated):
    """What a table of amounts says for an interval of days: rows by key, a value for each column of the table."""

    row: dict[Code, list[Annotated[int, Field(ge=-LARGEST_WHOLE, le=LARGEST_WHOLE)]]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _rows_or_unknown(self) -> TablePeriod:
        if bool(self.row) == self.unknown:
            msg = "a period of a table has rows, or unknown = true"
            raise ValueError(msg)
        _require_forward(self.from_, self.to)
        return self


class Table(_Strict):
    """Dated amounts in rows and columns, such as a norm by place and size of household; no gap, no overlap.

    `columns` are codes, the same in every period; the keys of rows may change from period to period.
    """

    id: Code
    topic: Code
    unit: Literal["czk", "years", "days", "months", "times", "count", "basis_points"]
    selected_by: Text
    title: Bilingual
    columns: list[Code] = Field(min_length=1)
    period: list[TablePeriod] = Field(min_length=1)

    @model_validator(mode="after")
    def _every_row_has_every_column(self) -> Table:
        width = len(self.columns)
        if any(len(values) != width for period in self.period for values in period.row.values()):
            msg = "every row has one value for each column"
            raise ValueError(msg)
        return self


class DayTable(_Strict):
    """A dated list of days, such as the public holidays of the years the pack knows."""

    id: Code
    topic: Code
    title: Bilingual
    from_: date = Field(alias="from")
    to: date
    days: list[date]
    cites: list[str | Citation]
    evidence: Evidence

    @model_validator(mode="after")
    def _each_day_once(self) -> DayTable:
        _require_forward(self.from_, self.to)
        if len(set(self.days)) != len(self.days):
            msg = "a day is listed twice"
            raise ValueError(msg)
        return self


class Term(_Strict):
    """A member of a closed vocabulary, with the words under which people write it."""

    code: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9?][A-Za-z0-9_]*$")]
    cs: Text
    en: Text
    words: list[Text] = Field(default_factory=list)
    more: dict[str, Any] = Field(default_factory=dict)

    def text(self, language: Literal["cs", "en"]) -> str:
        """Return the label in a language."""
        return self.cs if language == "cs" else self.en


class FactText(_Strict):
    """How a fact is called, asked for and found by people."""

    name: Text
    label: Bilingual
    ask: Bilingual | None = None
    relevant: dict[str, list[str]] = Field(default_factory=dict)


class Horizon(_Strict):
    """The days for which a topic of the pack may be asked, and why no longer; what the topic is called."""

    from_: date = Field(alias="from")
    to: date
    title: Bilingual | None = None
    reason: Bilingual | None = None

    @model_validator(mode="after")
    def _runs_forward(self) -> Horizon:
        _require_forward(self.from_, self.to)
        return self


class PackInfo(_Strict):
    """The head of the pack."""

    id: Code
    version: Text
    languages: list[Literal["cs", "en"]]
    example_as_of: date
    horizon: dict[Code, Horizon]


class RuleFile(_Strict):
    """What one file below `rules/` may hold; most hold one or two of these."""

    pack: PackInfo | None = None
    act: list[Act] = Field(default_factory=list)
    vocabulary: dict[Code, list[Term]] = Field(default_factory=dict)
    fact: list[FactText] = Field(default_factory=list)
    series: list[Series] = Field(default_factory=list)
    table: list[Table] = Field(default_factory=list)
    days: list[DayTable] = Field(default_factory=list)
    presumption: list[Presumption] = Field(default_factory=list)
    rule: list[Rule] = Field(default_factory=list)
    ladder: list[Ladder] = Field(default_factory=list)
    intervention: list[Intervention] = Field(default_factory=list)
    source: list[Source] = Field(default_factory=list)
    measure: list[Measure] = Field(default_factory=list)
