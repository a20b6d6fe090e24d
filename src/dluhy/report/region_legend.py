"""What the colours, hatching and sizes of a map mean, set below it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.report.region_bands import BANDS, COLOURS, decimal, whole, whole_rate
from dluhy.report.svg import FAINT, INK, PAPER, element, text

if TYPE_CHECKING:
    from dluhy.region.overview import Overview
    from dluhy.report.region_bands import Measure
    from dluhy.report.texts import Texts

_LINE, _SWATCH, _TOP, _LEFT = 21.0, 14.0, 26.0, 34.0
_ROUND: Final = (1, 2, 5)


def legend_height() -> float:
    """Return how much of a map the legend takes."""
    return _TOP + _LINE * (len(BANDS) + 2)


@frozen(kw_only=True)
class Drawn:
    """How a map was drawn: who is counted, what circles stand for (None: there are none), the largest, the hatching."""

    measure: Measure
    size: str | None
    largest: int
    radius: float
    hatch: str


def legend(overview: Overview, texts: Texts, drawn: Drawn, top: float, width: float) -> str:
    """Return the legend of a map, set from `top` down."""
    whole, measure = whole_rate(overview, drawn.measure), drawn.measure
    shown = texts("region-map-unknown-rate") if whole is None else decimal(whole.per_thousand(), texts)
    parts = [text(texts(f"region-legend-{measure}", rate=shown), _LEFT, top + 12, font_weight="bold")]
    for band in BANDS:
        y = top + _TOP + band * _LINE
        parts.append(_swatch(_LEFT, y, fill=COLOURS[band], stroke=INK))
        parts.append(text(texts(f"region-legend-band-{band}"), _LEFT + 24, y + 11))
    parts += _others(texts, width / 2, top + _TOP, drawn.hatch)
    if drawn.size is not None and drawn.largest:
        parts += _sizes(texts, drawn, width / 2, top + _TOP + 2 * _LINE + 6)
    return element("g", *parts)


def _swatch(x: float, y: float, **look: str) -> str:
    return element("rect", x=x, y=y, width=_SWATCH, height=_SWATCH, stroke_width=0.8, **look)


def _others(texts: Texts, left: float, top: float, hatch: str) -> list[str]:
    return [
        _swatch(left, top, fill=f"url(#{hatch})", stroke=FAINT),
        text(texts("region-legend-hidden"), left + 24, top + 11),
        _swatch(left, top + _LINE, fill=PAPER, stroke=FAINT, stroke_dasharray="3 2"),
        text(texts("region-legend-missing"), left + 24, top + _LINE + 11),
    ]


def _sizes(texts: Texts, drawn: Drawn, left: float, top: float) -> list[str]:
    """Return three circles with what they stand for, round numbers under the largest."""
    parts = [text(texts(f"region-legend-size-{drawn.size}"), left, top + 12, fill=INK)]
    x = left
    for amount in _rounds(drawn.largest):
        around = drawn.radius * math.sqrt(amount / drawn.largest)
        middle = x + around
        parts.append(element("circle", cx=middle, cy=top + 56, r=around, fill="none", stroke=INK, stroke_width=0.9))
        shown = whole(amount, texts)
        parts.append(text(shown, middle + around + 5, top + 60))
        x = middle + around + 5 + 9 * len(shown) + 18
    return parts


def _rounds(largest: int) -> list[int]:
    """Return up to three round numbers not over the largest, the largest of them first."""
    found: list[int] = []
    power = 10 ** (len(str(largest)) - 1)
    while power >= 1 and len(found) < len(_ROUND):
        found += [step * power for step in reversed(_ROUND) if step * power <= largest]
        power //= 10
    return found[: 2 * len(_ROUND) - 1 : 2]
