"""The shape of an intervention: what a municipality may do, and how it goes together with others."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from dluhy.law.models import Bilingual, Citation, Citing, Code, Evidence, RuleId


class Intervention(Citing):
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

    @model_validator(mode="after")
    def _a_checklist_item_speaks_for_itself(self) -> Intervention:
        own = (self.title is not None, self.when is not None, bool(self.ladders))
        if own != (self.kind == "checklist",) * len(own):
            msg = "a checklist item, and only it, has a title, when it belongs, and ladders"
            raise ValueError(msg)
        return self
