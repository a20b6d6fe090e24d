"""The shape of the strategy's catalogue: public documents, what they name, and what the program does for it."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - pydantic reads the annotations
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from dluhy.law.models import Bilingual, Code, RuleId, Strict, Text

MeasureId = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]+(\.([A-Z]|[0-9]+[a-z]?))?$")]
Where = Annotated[
    str,
    StringConstraints(
        pattern=r"^(dluhy( [a-z][a-z0-9\-]*)+( --[a-z][a-z\-]*)?|dluhy(\.[a-z][a-z0-9_]*)+|docs/[a-z0-9_./\-]+)$"
    ),
]
"""A command with or without an option, a module, or a page of the documentation."""


class Source(Strict):
    """A public document that measures come from; `link` where one is known, `published` its day or last change."""

    id: Code
    title: Bilingual
    published: date | None = None
    link: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None


class Support(Bilingual):
    """What the program does for a measure, in a sentence, and where: commands, modules, pages.

    `done` and `partly` name at least one place; what is not done by software names none.
    """

    extent: Literal["done", "partly", "not_done_by_software"]
    where: list[Where] = Field(default_factory=list)

    @model_validator(mode="after")
    def _what_is_done_is_somewhere(self) -> Support:
        if bool(self.where) == (self.extent == "not_done_by_software"):
            msg = "what is done or partly done names where; what is not done names nothing"
            raise ValueError(msg)
        return self


class Findings(Strict):
    """The findings of the program that a measure answers: rules that hold, what follows from them, interventions."""

    rules: list[RuleId] = Field(default_factory=list)
    verdicts: list[Code] = Field(default_factory=list)
    interventions: list[RuleId] = Field(default_factory=list)


class Measure(Strict):
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
