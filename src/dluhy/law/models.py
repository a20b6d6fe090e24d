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


class Strict(BaseModel):
    """What has exactly the fields it declares, of exactly their types, and never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Bilingual(Strict):
    """A label or sentence: Czech first, English second; neither may be missing."""

    cs: Text
    en: Text

    def text(self, language: Literal["cs", "en"]) -> str:
        """Return the text in a language, set with its typography."""
        return _set_in_type(self.cs) if language == "cs" else self.en


class Interval(Strict):
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


class Act(Strict):
    """A statute, decision, opinion or decree that rules cite."""

    id: Text
    kind: Literal["act", "decision", "opinion", "guidance"]
    title: Bilingual
    link: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]


class Citation(Strict):
    """A provision: the id of an act, the place in it, and the wording meant where it is not today's."""

    at: Text
    wording: Interval | None = None


class Citing(Strict):
    """What rests on provisions: each by the id of its act and the place in it, or with the wording meant."""

    cites: list[str | Citation]

    @property
    def citations(self) -> list[Citation]:
        """The citations, each as an object."""
        return [cite if isinstance(cite, Citation) else Citation(at=cite) for cite in self.cites]


class Condition(Strict):
    """One condition of a rule with its sentence."""

    if_: Text = Field(alias="if")
    cs: Text
    en: Text


class Verify(Strict):
    """What must print as „k ověření“ although the rest is firm; without `if` always."""

    if_: Text | None = Field(default=None, alias="if")
    cs: Text
    en: Text


class Example(Strict):
    """Facts and what a rule says of them; facts may be given directly or through the base facts they come from."""

    facts: dict[str, Any]
    expect: Expectation
    missing: list[str] | None = None
    as_of: date | None = None
    note: str | None = None


class Rule(Citing):
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


class Limit(Citing):
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


class Step(Citing):
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


class Ladder(Strict):
    """An ordered list of steps that answers one or more rules."""

    id: RuleId
    topic: Code
    title: Bilingual
    step: list[Step] = Field(min_length=1)


class Presumption(Citing):
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


class Dated(Citing):
    """Something that holds for an interval of days, both included; an absent end is open."""

    from_: date | None = Field(default=None, alias="from")
    to: date | None = None
    cites: list[str | Citation] = Field(default_factory=list)
    evidence: Evidence
    unknown: bool = False
    note: Bilingual | None = None


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


class Series(Strict):
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


class Table(Strict):
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


class DayTable(Citing):
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


class Term(Strict):
    """A member of a closed vocabulary, with the words under which people write it."""

    code: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9?][A-Za-z0-9_]*$")]
    cs: Text
    en: Text
    words: list[Text] = Field(default_factory=list)
    more: dict[str, Any] = Field(default_factory=dict)

    def text(self, language: Literal["cs", "en"]) -> str:
        """Return the label in a language."""
        return self.cs if language == "cs" else self.en


class FactText(Strict):
    """How a fact is called, asked for and found by people."""

    name: Text
    label: Bilingual
    ask: Bilingual | None = None
    relevant: dict[str, list[str]] = Field(default_factory=dict)


class Horizon(Strict):
    """The days for which a topic of the pack may be asked, and why no longer; what the topic is called."""

    from_: date = Field(alias="from")
    to: date
    title: Bilingual | None = None
    reason: Bilingual | None = None

    @model_validator(mode="after")
    def _runs_forward(self) -> Horizon:
        _require_forward(self.from_, self.to)
        return self


class PackInfo(Strict):
    """The head of the pack."""

    id: Code
    version: Text
    languages: list[Literal["cs", "en"]]
    example_as_of: date
    horizon: dict[Code, Horizon]
