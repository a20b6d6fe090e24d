"""Debt relief of one case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.screening_relief import relieve
from dluhy_service.channel import PIECE

if TYPE_CHECKING:
    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy_service.channel import Channel


def run(channel: Channel, request: tuple[bytes, Language, bool], pack: Pack) -> None:
    """Send the report as JSON."""
    content, language, strict_law = request
    channel.send(PIECE, relieve(content, pack=pack, strict_law=strict_law).json(language).encode())
