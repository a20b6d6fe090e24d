"""Interventions invented for tests, in a pack of their own: what excludes what, what comes first, who is spared."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve
from tests.conftest import ROOT

from dluhy.law.pack import load_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.law.pack import Pack

_SUBJECTS = {"debt": "municipal_debt", "household": "municipal_household", "place": "place"}
_RULE = """
[[rule]]
id = "{id}"
topic = "municipal"
subject = "{subject}"
role = "intervention"
title = {{ cs = "Opatření {id}", en = "Intervention {id}" }}
sentence = {{ cs = "Vymyšleno pro zkoušku.", en = "Invented for a test." }}
reasoning = {{ cs = "Vymyšleno pro zkoušku.", en = "Invented for a test." }}
all = [{conditions}]
verdict = "none_of_child"
remedies = ["RM-{id}"]
cites = ["565/1990 § 16a"]
evidence = "{evidence}"
[[rule.example]]
facts = {{}}
expect = "unknown"

[[ladder]]
id = "RM-{id}"
topic = "municipal"
title = {{ cs = "Postup {id}", en = "Ladder {id}" }}
[[ladder.step]]
id = "{id}-DO"
actor = "office"
addressee = "debtor"
title = {{ cs = "Krok {id}", en = "Step {id}" }}
detail = {{ cs = "Vymyšleno.", en = "Invented." }}
effect = "ends_debt"
bears = "municipality"
before_18 = {before_18}
{cost_most}
limit = {{ text = {{ cs = "bez lhůty", en = "no limit" }}, evidence = "S" }}
cost = {{ cs = "nic", en = "nothing" }}
cost_evidence = "S"
cites = ["565/1990 § 16a"]
evidence = "S"
"""
_INTERVENTION = """
[[intervention]]
id = "{id}"
kind = "{kind}"
level = "{level}"
for_child = {for_child}
effect = {{ cs = "Vymyšleno.", en = "Invented." }}
requires = {requires}
conflicts = {conflicts}
evidence = "S2"
{more}
"""
_OF_CHECKLIST = """
title = { cs = "Postup bez pravidla", en = "Procedure without a rule" }
when = { cs = "vždy", en = "always" }
ladders = ["RM-W0"]
cites = ["128/2000 § 38"]
"""


def intervention(  # noqa: PLR0913 - the parts of an invented intervention
    name: str,
    *conditions: str,
    level: str = "debt",
    for_child: bool = False,
    requires: Sequence[str] = (),
    conflicts: Sequence[str] = (),
    before_18: bool = False,
    cost: int | None = 0,
    evidence: str = "S2",
) -> str:
    """Return an invented intervention that a rule triggers, as TOML."""
    told = ", ".join(f'{{ if = "{text}", cs = "platí {text}", en = "{text} holds" }}' for text in conditions)
    rule = _RULE.format(
        id=name, subject=_SUBJECTS[level], conditions=told, evidence=evidence, before_18=str(before_18).lower(),
        cost_most="" if cost is None else f"cost_most = {cost}",
    )  # fmt: skip
    return rule + _intervention(name, "rule", level, requires, conflicts, for_child=for_child)


def checklist(name: str) -> str:
    """Return an invented checklist item as TOML."""
    return _intervention(name, "checklist", "place", (), (), for_child=False, more=_OF_CHECKLIST)


def _intervention(  # noqa: PLR0913 - the parts of it
    name: str,
    kind: str,
    level: str,
    requires: Sequence[str],
    conflicts: Sequence[str],
    *,
    for_child: bool,
    more: str = "",
) -> str:
    return _INTERVENTION.format(
        id=name, kind=kind, level=level, for_child=str(for_child).lower(), requires=list(requires),
        conflicts=list(conflicts), more=more,
    )  # fmt: skip


@lru_cache(maxsize=64)
def pack_with(*texts: str) -> Pack:
    """Return the shipped law with invented interventions in place of its own."""
    folder = ROOT / "rules"
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.toml")}
    whole = load_texts(files | {"municipal/invented.toml": "\n".join(texts).encode()})
    invented = {name: each for name, each in whole.interventions.items() if name.startswith("T-")}
    rules = {name: rule for name, rule in whole.rules.items() if rule.role != "intervention" or name in invented}
    return evolve(whole, interventions=invented, rules=rules)
