"""The part of the case document about the maintenance that a parent owes a child of the household."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dluhy.documents.fields import Part, told
from dluhy.documents.values import Money, Whole, YesNo

Payouts = Annotated[Whole, Field(ge=0, le=1000)]


class MaintenanceDue(Part):
    """Maintenance of one child by the parent who lives elsewhere, for substitute maintenance."""

    title: YesNo | None = told(
        "výživné určil soud nebo schválená dohoda (ano/ne)",
        "a court or an approved agreement set the maintenance (yes/no)",
    )
    monthly: Money | None = told(
        "kolik činí výživné měsíčně podle rozhodnutí", "how much it is a month by the decision"
    )
    paid: Money | None = told(
        "kolik z něj za poslední 4 měsíce přišlo průměrně měsíčně", "how much of it came a month in the last 4 months",
        more_cs="Nepřišlo-li nic, nula.", more_en="If nothing came, zero.",
    )  # fmt: skip
    enforced: YesNo | None = told(
        "výživné se vymáhá, nebo bylo vymáhání v posledních 4 měsících zastaveno pro nemajetnost (ano/ne)",
        "it is being enforced, or enforcement was stopped for lack of means in the last 4 months (yes/no)",
    )
    payouts: Payouts | None = told(
        "kolikrát se dítěti náhradní výživné už vyplatilo", "how many times substitute maintenance has been paid"
    )
