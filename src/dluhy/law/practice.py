"""The shape of what municipalities are asked about their practice, and of the services that match problems."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from dluhy.law.models import Bilingual, Citation, Citing, Code, Evidence, RuleId
from dluhy.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from dluhy.law.contents import Pack

Key = Annotated[str, StringConstraints(pattern=r"^[a-z]+\.[a-z_]+$")]
"""A value of the place document: its part and its key; `fee.` stands for the latest fee year."""


class Practice(Citing):
    """What a municipality as a creditor should change, and by what it is found that it should.

    One with a `check` is found in the list of its claims (the program's own name of what is counted), one with a `key`
    by an answer of the place document that is not `good`, not `among` some codes, or not at `least` a number. The
    question is asked only where every other answer in `only_if` is one of those named, or not known. `contradicted_by`
    names the checks that speak against a good answer when they find something. `label` says what stands behind the
    item: a statute, an opinion of the ombudsman, published practice, or a proposal of the program. Items are shown in
    the order of `order`.
    """

    id: Code
    order: int
    topic: Literal["children", "fees", "collecting", "housing"]
    check: Code | None = None
    key: Key | None = None
    good: bool | None = None
    among: list[Code] = Field(default_factory=list)
    least: int | None = Field(default=None, ge=1)
    only_if: dict[Key, list[bool | str]] = Field(default_factory=dict)
    contradicted_by: list[Code] = Field(default_factory=list)
    title: Bilingual
    reason: Bilingual
    how: list[Bilingual] = Field(min_length=1)
    label: Literal["law", "opinion", "practice", "proposal"]
    interventions: list[RuleId] = Field(default_factory=list)
    cites: list[str | Citation] = Field(default_factory=list)
    evidence: Evidence
    verify: Bilingual | None = None

    @model_validator(mode="after")
    def _found_in_one_way(self) -> Practice:
        ways = (self.good is not None, bool(self.among), self.least is not None)
        if (self.check is None) == (self.key is None) or sum(ways) != (self.key is not None):
            msg = "a check, or a key with one of good, among, least"
            raise ValueError(msg)
        if self.contradicted_by and self.key is None:
            msg = "only what is found by an answer can be contradicted"
            raise ValueError(msg)
        if not self.cites and self.label != "proposal":
            msg = "only a proposal may cite nothing"
            raise ValueError(msg)
        return self


class ServiceMatch(Citing):
    """Which services help with a problem, in the order in which to turn to them; `services` are of `service_kinds`.

    `interventions` and `rules` are the findings of the program that are this problem.
    """

    id: Code
    order: int
    title: Bilingual
    first: list[Code] = Field(min_length=1)
    second: list[Code] = Field(default_factory=list)
    interventions: list[RuleId] = Field(default_factory=list)
    rules: list[RuleId] = Field(default_factory=list)
    label: Literal["practice", "proposal"]
    cites: list[str | Citation] = Field(default_factory=list)
    evidence: Evidence


def practice_problems(pack: Pack) -> Iterator[Problem]:
    """Yield every intervention, rule and kind of service that an item of practice or a match names and nobody has."""
    checks = {item.check for item in pack.practices.values() if item.check is not None}
    for item in pack.practices.values():
        place = f"{pack.places[f'practice {item.id}']} practice {item.id}"
        yield from _unknown(item.interventions, pack.interventions, "unknown_intervention", place)
        yield from _unknown(item.contradicted_by, checks, "unknown_check", place)
    for match in pack.service_matches.values():
        place = f"{pack.places[f'service_match {match.id}']} service_match {match.id}"
        yield from _unknown(match.interventions, pack.interventions, "unknown_intervention", place)
        yield from _unknown(match.rules, pack.rules, "unknown_rule", place)
        kinds = pack.vocabularies.get("service_kinds", {})
        yield from _unknown([*match.first, *match.second], kinds, "unknown_member", place)


def _unknown(names: Iterable[str], known: Container[str], code: str, place: str) -> Iterator[Problem]:
    for name in names:
        if name not in known:
            yield Problem(code, place, f"„{name}“ sada pravidel nezná", f"the pack does not know “{name}”")
