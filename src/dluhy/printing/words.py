"""What the parts of a printed report share: sums, and statements with the numbers of their provisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.money import to_halere
from dluhy.printing.blocks import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dluhy.printing.paragraphs import Provisions
    from dluhy.report.statements import Provision, Statement
    from dluhy.report.texts import Texts


def money(decimal: str | None, say: Texts) -> str:
    """Return a decimal string as people read it; unknown stays said."""
    return say("flow-unknown") if decimal is None else say.money(to_halere(decimal))


def numbers(found: Iterable[Provision], provisions: Provisions) -> tuple[int, ...]:
    """Return the numbers of provisions in the annex."""
    return tuple(dict.fromkeys(provisions.number(each.text) for each in found))


def statement(
    found: Statement, say: Texts, provisions: Provisions, *, mark: str = "", why: bool = False
) -> Iterator[Text]:
    """Yield what a rule says, why if asked, and what of it must be verified."""
    lead = f"{mark} {found.title}." if mark else f"{found.title}."
    yield Text(text=found.sentence, lead=lead, level=3, notes=numbers(found.provisions, provisions))
    met = [reason.text for reason in found.reasons if reason.met]
    if why and met:
        yield Text(text=say("screen-because", reasons="; ".join(met)), level=3)
    for note in found.to_verify:
        yield Text(text=say("screen-verify", note=note), level=3)
