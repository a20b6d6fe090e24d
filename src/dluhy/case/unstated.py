"""Whole parts that a case does not state, and what cannot be told for it: not errors, only left undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.documents.decoding import pointer
from dluhy.documents.fields import fields
from dluhy.documents.fields import label as label_of
from dluhy.law.models import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.case.model import Case
    from dluhy.law.pack import Pack

_RUNNING: Final = "running"
_NEEDED_FOR: Final = {
    "incomes": Bilingual(cs="srážky, rozpočet, dávky a oddlužení", en="deductions, the budget, benefits, debt relief"),
    "enforcements": Bilingual(cs="které dluhy se vymáhají a co se sráží; není-li žádná, napište enforcements = []",
                              en="which debts are enforced and what is deducted; if none, write enforcements = []"),
    "budget": Bilingual(cs="co domácnosti zbývá a co jde věřitelům nabídnout",
                        en="what the household has left and what can be offered to creditors"),
    "home": Bilingual(cs="dávky na bydlení a zda bydlení hrozí ztráta", en="housing benefits and threats to the home"),
    "situation": Bilingual(cs="dávky a podpora podle okolností domácnosti", en="benefits and support"),
    "assets": Bilingual(cs="oddlužení; není-li žádný, napište assets = []", en="debt relief; if none, assets = []"),
    "history": Bilingual(cs="zda už bylo oddlužení nebo insolvence", en="whether there was debt relief or insolvency"),
    "relief": Bilingual(cs="kdo návrh na oddlužení sepíše a za kolik", en="who draws up the petition and for how much"),
}  # fmt: skip
_ORDERS: Final = Bilingual(
    cs="kolik a komu plátce sráží (komu byl příkaz doručen a kdy); není-li žádný, napište orders = []",
    en="what the payer deducts and for whom (on whom the order was served and when); if none, orders = []",
)


@frozen
class Unstated:
    """One part that is absent: its place, what it is called, what it is needed for."""

    pointer: str
    label: Bilingual
    needed_for: Bilingual


def unstated(case: Case, pack: Pack) -> list[Unstated]:
    """Return the parts that a case does not state at all, in the order of the document, then orders of enforcements."""
    known = fields(type(case))
    parts = [
        Unstated(pointer((key,)), label_of(known[key], pack), _NEEDED_FOR[key])
        for key in known
        if key in _NEEDED_FOR and getattr(case, key) is None
    ]
    return [*parts, *_orders(case, pack)]


def _orders(case: Case, pack: Pack) -> Iterator[Unstated]:
    for place, each in enumerate(case.enforcements or []):
        if each.orders is None and each.status in {None, _RUNNING}:
            called = label_of(fields(type(each))["orders"], pack)
            yield Unstated(pointer(("enforcements", place, "orders")), called, _ORDERS)
