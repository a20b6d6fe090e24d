"""Cases screened: those of a batch are judged in one frame, each result is sent as soon as there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.screening_many import Source, outcomes_of
from dluhy_service.channel import ITEM

if TYPE_CHECKING:
    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy_service.channel import Channel

Case = tuple[bytes, "Language", bool]


def run(channel: Channel, request: list[Case], pack: Pack) -> None:
    """Send the number of each case with its JSON, or with the problems for which it was refused."""
    for strict in (False, True):
        chosen = [(number, content, language) for number, (content, language, wanted) in enumerate(request)
                  if wanted is strict]  # fmt: skip
        sources = [Source("", content, line=True) for _, content, _ in chosen]
        outcomes = outcomes_of(sources, pack, strict_law=strict, together=len(sources), unrelated=True)
        for (number, _, language), outcome in zip(chosen, outcomes, strict=True):
            found = None if outcome.screening is None else outcome.screening.json(language).encode()
            channel.send(ITEM, (number, found, [(p.code, p.place, p.cs, p.en) for p in outcome.problems]))
