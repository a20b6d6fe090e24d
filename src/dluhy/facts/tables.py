"""All declared facts by what their rows are: debts, households, obligations, claims, petitions and more."""

from __future__ import annotations

from typing import Final

from dluhy.facts.claims import CLAIM_FACTS
from dluhy.facts.households import HOUSEHOLD_FACTS, OBLIGATION_FACTS
from dluhy.facts.municipal import MUNICIPAL_DEBT_FACTS, MUNICIPAL_HOUSEHOLD_FACTS, PLACE_FACTS
from dluhy.facts.petitions import PETITION_FACTS
from dluhy.facts.schema import FACTS, FactSpec, Rows

FACTS_OF: Final[dict[Rows, dict[str, FactSpec]]] = {
    "debts": FACTS,
    "households": HOUSEHOLD_FACTS,
    "obligations": OBLIGATION_FACTS,
    "claims": CLAIM_FACTS,
    "petitions": PETITION_FACTS,
    "municipal_debts": MUNICIPAL_DEBT_FACTS,
    "municipal_households": MUNICIPAL_HOUSEHOLD_FACTS,
    "places": PLACE_FACTS,
}
"""The facts of each kind of rows by name."""

ALL_FACTS: Final[dict[str, FactSpec]] = {name: spec for facts in FACTS_OF.values() for name, spec in facts.items()}
"""Every fact by name; a name stands for one fact, whatever the rows."""
