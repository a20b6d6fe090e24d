"""What one file below `rules/` may hold in all."""

from __future__ import annotations

from pydantic import Field

from dluhy.law.interventions import Intervention  # noqa: TC001 - pydantic reads the annotations
from dluhy.law.models import (
    Act,
    Code,
    DayTable,
    FactText,
    Ladder,
    PackInfo,
    Presumption,
    Rule,
    Series,
    Strict,
    Table,
    Term,
)
from dluhy.law.practice import Practice, ServiceMatch  # noqa: TC001 - as above
from dluhy.law.strategy import Measure, Source  # noqa: TC001 - as above


class RuleFile(Strict):
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
    practice: list[Practice] = Field(default_factory=list)
    service_match: list[ServiceMatch] = Field(default_factory=list)
