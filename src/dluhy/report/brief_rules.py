"""What stands around the suggestions of a brief: who decides, data of people, measures served, practice elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.law.models import Citation, weakest
from dluhy.municipal.sharing import sharing_basis
from dluhy.report.brief_actions import MOST_FIRST
from dluhy.report.brief_parts import Part, Said
from dluhy.report.deduction_steps import capital

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.law.models import Term
    from dluhy.municipal.brief.values import Brief
    from dluhy.municipal.sharing import SharingBasis
    from dluhy.report.brief_parts import BriefTeller

CARE: Final = "M-30"
"""The checklist item of due care: the reasoned resolution."""
_ALWAYS: Final = ("no_personal_data", "public_task", "tax_secrecy_stays", "special_category")
"""The bases that every brief tells."""


def decides_part(brief: Brief, tell: BriefTeller) -> Part:
    """Return who decides about what, and how to give reasons so that nobody breaches the care of property."""
    items = [_term(term, tell) for term in brief.decides]
    care = next((each for each in brief.checklist if each.intervention.id == CARE), None)
    if care is not None:
        item = care.intervention
        items.append(Said(lead=f"{tell.title(item.id)}.", text=tell.text(item.effect), cited=tell.cites(item.citations),
                          remark=tell.weak(item.evidence)))  # fmt: skip
        items += [
            Said(lead=f"{tell.text(step.title)}.", text=tell.text(step.detail), mark="☐", level=2,
                 cited=tell.cites(step.citations), remark=tell.weak(step.evidence))
            for step in care.steps
        ]  # fmt: skip
    return Part(code="decides", heading=tell.say("brief-who-decides"), items=tuple(items))


def privacy_part(brief: Brief, tell: BriefTeller) -> Part:
    """Return on what basis data may pass for the suggestions told in full, bars last; and what this paper is."""
    shown = brief.suggestions[:MOST_FIRST]
    named = dict.fromkeys([*_ALWAYS, *(code for item in shown for code in item.intervention.sharing)])
    kinds: dict[str, list[SharingBasis]] = {}
    for basis in sorted((sharing_basis(code, brief.pack) for code in named), key=lambda basis: basis.bars):
        kinds.setdefault(basis.kind.code, []).append(basis)
    items = [Said(text=tell.say("brief-privacy-public" if brief.public else "brief-privacy-not-public"))]
    items += [_bases(bases, tell) for bases in kinds.values()]
    return Part(code="privacy", heading=tell.say("brief-privacy"), items=tuple(items))


def _bases(bases: Sequence[SharingBasis], tell: BriefTeller) -> Said:
    """Return the bases of one kind as one paragraph, as sure as the weakest of them."""
    return Said(
        lead=f"{capital(tell.set(bases[0].kind.text(tell.language)))}:",
        text=" ".join(tell.text(basis.label) for basis in bases),
        mark="•",
        level=1,
        cited=tuple(dict.fromkeys(cite for basis in bases for cite in tell.cites(basis.citations))),
        remark=tell.weak(weakest([basis.evidence for basis in bases])),
    )


def measures_part(brief: Brief, tell: BriefTeller) -> Part | None:
    """Return the measures of the strategy that the suggestions serve; None where there are none."""
    if not brief.measures:
        return None
    titles = tell.measures
    told = "; ".join(tell.say("suggest-measure", id=name, title=titles[name]) for name in brief.measures)
    return Part(code="measures", heading=tell.say("brief-measures"), items=(Said(text=f"{told}."),))


def practice_part(brief: Brief, tell: BriefTeller) -> Part | None:
    """Return where somebody has done it; None where nothing fits."""
    if not brief.practice:
        return None
    items = tuple(_term(term, tell, "•") for term in brief.practice)
    return Part(code="practice", heading=tell.say("brief-practice"), items=items)


def _term(term: Term, tell: BriefTeller, mark: str = "") -> Said:
    return Said(
        text=tell.set(term.text(tell.language)),
        mark=mark,
        level=1 if mark else 0,
        cited=tell.cites(_cited(term)),
        remark=tell.weak(term.more["evidence"]),
    )


def _cited(term: Term) -> Iterator[Citation]:
    yield from (Citation(at=at) for at in term.more["cites"])
