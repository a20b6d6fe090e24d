"""The names of towns beside their circles on a map, where they cover neither each other nor another town."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.report.svg import PAPER, element, text, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SIZE, _GAP, _EDGE = 14.0, 4.0, 3.0
_ANCHORS: Final = ("start", "end", "middle", "middle")

Circle = tuple[float, float, float]
Box = tuple[float, float, float, float]
Look = dict[str, str | float | None]


def labels(towns: Sequence[tuple[str, Circle]], width: float) -> str:
    """Return the names of towns; each circle is x, y and radius. The largest town chooses its place first."""
    taken: list[Box] = [_around(circle) for _, circle in towns]
    drawn = []
    for name, circle in sorted(towns, key=lambda town: (-town[1][2], town[0])):
        box, anchor = min(_candidates(name, circle), key=lambda each: _cost(each[0], taken, width))
        taken.append(box)
        drawn.append(_label(name, box, anchor))
    return element("g", *drawn, pointer_events="none") if drawn else ""


def _around(circle: Circle) -> Box:
    x, y, radius = circle
    return x - radius, y - radius, x + radius, y + radius


def _candidates(name: str, circle: Circle) -> Iterator[tuple[Box, str]]:
    """Yield the boxes a name may stand in, the best first: right, left, above, below."""
    x, y, radius = circle
    wide, away = width_of(name, _SIZE) + 2, radius + _GAP
    yield (x + away, y - _SIZE / 2, x + away + wide, y + _SIZE / 2), _ANCHORS[0]
    yield (x - away - wide, y - _SIZE / 2, x - away, y + _SIZE / 2), _ANCHORS[1]
    yield (x - wide / 2, y - away - _SIZE, x + wide / 2, y - away), _ANCHORS[2]
    yield (x - wide / 2, y + away, x + wide / 2, y + away + _SIZE), _ANCHORS[3]


def _cost(box: Box, taken: Sequence[Box], width: float) -> float:
    outside = max(0.0, _EDGE - box[0]) + max(0.0, box[2] - width + _EDGE) + max(0.0, _EDGE - box[1])
    return sum(_overlap(box, each) for each in taken) + outside * 1_000


def _overlap(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def _label(name: str, box: Box, anchor: str) -> str:
    """Return a name over a white edge of its own; two lines of writing, as not every viewer paints the edge first."""
    x = {"start": box[0], "end": box[2], "middle": (box[0] + box[2]) / 2}[anchor]
    at: Look = {"font_size": _SIZE, "font_weight": "bold", "text_anchor": anchor}
    y = box[3] - _SIZE * 0.2
    edge: Look = {
        "fill": PAPER,
        "stroke": PAPER,
        "stroke_width": 3.5,
        "stroke_linejoin": "round",
        "aria_hidden": "true",
    }
    return text(name, x, y, **{**at, **edge}) + text(name, x, y, **at)
