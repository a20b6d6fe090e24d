"""What the codes of a region's tables are called, in Czech and English, by the pack at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.children.outcome import NEEDS_DATA
from dluhy.region.overview import TABLES

if TYPE_CHECKING:
    from dluhy.law.pack import Pack

_VOCABULARIES: Final = {
    "verdicts": "verdicts", "tones": "region_tones", "who_owes": "region_owing", "debt_kinds": "debt_kinds",
    "creditor_kinds": "region_creditors", "creditors": "region_creditors", "enforcement_kinds": "enforcement_kinds",
    "enforcement_statuses": "enforcement_statuses", "birthdays": "region_birthdays", "changes": "region_changes",
}  # fmt: skip
GROUP_LABELS: Final = "region_groups"
_REST: Final = "region_rest"

Label = tuple[str, str]


def labels(pack: Pack) -> dict[str, dict[str, Label]]:
    """Return table -> code -> (Czech, English); a code of another pack may be missing."""
    return {table: _rest(pack) | _labels(table, pack) for table in TABLES}


def _labels(table: str, pack: Pack) -> dict[str, Label]:
    if table in _VOCABULARIES:
        return _terms(_VOCABULARIES[table], pack)
    if table == "regimes":
        undecided = pack.term("verdicts", "needs_data")
        titles = {rule.id: (rule.title.cs, rule.title.en) for rule in pack.rules.values()}
        return titles | {NEEDS_DATA: (undecided.cs, undecided.en)}
    if table == "steps":
        return {code: (step.title.cs, step.title.en) for code, (_, step) in pack.steps.items()}
    whole = pack.whole or pack
    if table == "measures":
        return {
            item.id: (f"{item.id} {item.title.cs}", f"{item.id} {item.title.en}") for item in whole.measures.values()
        }
    return {code: _intervention(code, whole) for code in whole.interventions} if table == "interventions" else {}


def _intervention(code: str, pack: Pack) -> Label:
    """Return what an intervention is called: by itself, else by the rule that triggers it."""
    title = pack.interventions[code].title or pack.rules[code].title
    return f"{code} {title.cs}", f"{code} {title.en}"


def _rest(pack: Pack) -> dict[str, Label]:
    return _terms(_REST, pack)


def _terms(vocabulary: str, pack: Pack) -> dict[str, Label]:
    return {code: (term.cs, term.en) for code, term in pack.vocabularies[vocabulary].items()}
