"""What is known of a municipality for its interventions: from its document, else from the shipped rows of the index."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from attrs import evolve, fields

from dluhy.municipal.places import LocalFacts
from dluhy.places import exclusion, municipality
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from dluhy.municipal.place.document import Place
    from dluhy.municipal.place.parts import Indicators

_WHOLE: Final = 10_000  # basis points
_OWN: Final = ("code", "dimensions")


def local_facts(code: str | None = None, document: Place | None = None) -> LocalFacts:
    """Return what is known of a municipality by its document, and of what that leaves open by the shipped rows.

    Without a document `code` (six digits) names the municipality; with both they must agree. Raises InputError for a
    code that the register does not know, or two that differ.
    """
    chosen = code if document is None else document.code
    if chosen is None or municipality(chosen) is None:
        cs = "takovou obec číselník nezná; kód najdete v registru obcí (šest číslic, ne PSČ ani IČO)"
        en = "the register has no such municipality; six digits, neither postal code nor IČO"
        raise InputError([Problem("unknown_municipality", chosen or "?", cs, en)])
    if code is not None and code != chosen:
        cs, en = f"dokument obce je o obci {chosen}", f"the place document is about {chosen}"
        raise InputError([Problem("other_municipality", code, cs, en)])
    shipped = _shipped().get(chosen, LocalFacts(code=chosen))
    if document is None:
        return shipped
    told = {name: value for name, value in _told(document).items() if value is not None}
    return evolve(shipped, **told)


def _told(document: Place) -> dict[str, Any]:
    """Return what a document says of what interventions read; None where it says nothing."""
    latest, fee = document.latest_indicators(), document.latest_fee()
    parts = (latest, document.housing, document.services, document.employment)
    names = [each.name for each in fields(LocalFacts) if each.name not in _OWN]
    found = {name: getattr(part, name, None) for name in names for part in parts if hasattr(part, name)}
    return found | {
        "collection_guideline": None if document.collection is None else document.collection.guideline,
        "waste_fee_regime": None if fee is None else fee.kind,
        "child_exempt": None if fee is None else _either(fee.exempts_children, fee.relieves_children),
        "dimensions": None if latest is None else _points(latest),
    }


def _either(one: bool | None, other: bool | None) -> bool | None:  # noqa: FBT001 - two answers of one kind
    """Return whether one of two answers is yes; None where neither is and one is not known."""
    if one or other:
        return True
    return None if one is None or other is None else False


def _points(latest: Indicators) -> dict[str, int] | None:
    """Return the points of the dimensions that a document states; None for none."""
    parts = {} if latest.points is None else latest.points.model_dump(exclude_none=True)
    return parts or None


@cache
def _shipped() -> dict[str, LocalFacts]:
    """Return the shipped rows of the index: the published index, people in enforcement and their share."""
    people = pl.col("inhabitants_15plus")
    share = _WHOLE * pl.col("exe") // people  # rounded down: a threshold is reached only in full
    rows = exclusion.frame().select("code", "published", "exe", share.alias("share"))
    return {
        code: LocalFacts(code=code, exclusion_index=index, enforced_people=people, enforced_share=part)
        for code, index, people, part in rows.iter_rows()
    }
