"""What the vocabularies say of people by their pension and by what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.law.codes import codes_with

if TYPE_CHECKING:
    from dluhy.law.pack import Pack


@frozen(kw_only=True)
class Codes:
    """Pensions that no dependent child has (§ 11 odst. 2 of Act 117/1995), those of the old, grown-up activities."""

    no_child: frozenset[str]
    old_age: frozenset[str]
    grown_up: frozenset[str]


def codes_of(pack: Pack) -> Codes:
    """Return the pensions and activities that tell whether somebody is a dependent child."""
    return Codes(
        no_child=codes_with(pack, "pensions", "no_child"),
        old_age=codes_with(pack, "pensions", "old_age"),
        grown_up=codes_with(pack, "activities", "grown_up"),
    )
