"""Charts of a region's page as SVG text: bars, rates with their intervals, and columns of several rounds.

They stand by themselves and need no package. Whatever they show stands in a table beside them too.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.report.svg import FAINT, INK, element, number, picture, text, title, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["GROUP_COLOURS", "Bar", "Columns", "Interval", "bar_chart", "interval_chart", "trend_chart"]

GROUP_COLOURS: Final = {"children": "#b3400c", "adults": "#2f6f9f", "undecided": "#9a9a9a"}
"""Of children, adults and the undecided; their lightness differs, so that they differ in grey print too."""

_WIDTH, _LABELS, _PAD, _SIZE = 900.0, 330.0, 12.0, 13.0
_BAR, _LINE = 18.0, 16.0
_VALUES = 150.0
_PANEL_HEIGHT, _PANEL_GAP, _MOST_WIDE = 170.0, 40.0, 76.0
_LABEL_SIGNS = 44
_STEPS: Final = (1.0, 2.0, 5.0)


@frozen
class Bar:
    """A bar of one or more parts: its name, the parts (amount, colour, what it tells), and what stands at its end."""

    label: str
    parts: tuple[tuple[float, str, str], ...]
    shown: str


@frozen
class Interval:
    """A rate with the ends of its interval, and what stands beside it."""

    label: str
    value: float
    low: float
    high: float
    shown: str


@frozen
class Columns:
    """A panel of columns: its heading, its colour, and each column's name, amount (None: not known) and number."""

    heading: str
    colour: str
    columns: tuple[tuple[str, int | None, str], ...]


def bar_chart(bars: Sequence[Bar], *, ident: str, said: tuple[str, str]) -> str:
    """Return horizontal bars, the first on top; a bar's parts stand one after another."""
    largest = max((sum(amount for amount, _, _ in bar.parts) for bar in bars), default=0)
    room = _WIDTH - _LABELS - _PAD - max((width_of(bar.shown, _SIZE) for bar in bars), default=0) - 14
    scale = room / largest if largest else 0.0
    drawn, top = [], 4.0
    for bar in bars:
        lines = _lines(bar.label)
        high = max(_BAR, _LINE * len(lines))
        drawn += [*_label(lines, top, high), *_parts(bar, top + (high - _BAR) / 2, scale)]
        top += high + 9
    return picture(*drawn, width=_WIDTH, height=top + 4, ident=ident, said=said)


def _parts(bar: Bar, top: float, scale: float) -> list[str]:
    left, drawn = _LABELS, []
    for amount, colour, told in bar.parts:
        if amount:
            wide = max(amount * scale, 1.0)
            drawn.append(element("rect", title(told), x=left, y=top, width=wide, height=_BAR, fill=colour))
            left += wide
    drawn.append(text(bar.shown, left + 7, top + 13.5))
    return drawn


def _lines(label: str) -> list[str]:
    return wrap(label, _LABEL_SIGNS, break_long_words=True) or [""]


def _label(lines: Sequence[str], top: float, high: float) -> list[str]:
    first = top + (high - _LINE * len(lines)) / 2 + 12.5
    return [text(line, _LABELS - 10, first + _LINE * step, text_anchor="end") for step, line in enumerate(lines)]


def interval_chart(
    items: Sequence[Interval], *, reference: tuple[float, str] | None, comma: str, ident: str, said: tuple[str, str]
) -> str:
    """Return a dot with its interval for each item, and a line at a reference value that all are compared with.

    `comma` is what divides the places of a number in the language.
    """
    values = [each.high for each in items] + ([reference[0]] if reference else [])
    step = _step(max(values, default=0.0))
    most = step * (int(max(values, default=0.0) / step) + 1)
    scale = (_WIDTH - _LABELS - _VALUES) / most
    top, high = 30.0, 26.0
    bottom = top + high * len(items)
    drawn = _ticks(step, round(most / step), scale, (top, bottom), comma)
    if reference is not None:
        x = _LABELS + reference[0] * scale
        drawn.append(
            element("line", x1=x, x2=x, y1=top - 6, y2=bottom, stroke=INK, stroke_width=1.4, stroke_dasharray="5 3")
        )
        drawn.append(text(reference[1], x, top - 11, text_anchor="middle"))
    for place, each in enumerate(items):
        drawn += _interval(each, top + high * (place + 0.5), scale)
    return picture(*drawn, width=_WIDTH, height=bottom + 24, ident=ident, said=said)


def _step(most: float) -> float:
    """Return a round step that gives three to eight lines."""
    power = 10.0 ** (len(f"{most:.0f}") - 2) if most >= 1 else 0.01
    while most / power > 8:  # noqa: PLR2004
        power = next((power * step for step in _STEPS[1:] if most / (power * step) <= 8), power * 10)  # noqa: PLR2004
    return power


def _ticks(step: float, steps: int, scale: float, span: tuple[float, float], comma: str) -> list[str]:
    drawn = []
    for place in range(steps + 1):
        x = _LABELS + place * step * scale
        drawn.append(element("line", x1=x, x2=x, y1=span[0], y2=span[1], stroke="#d8d8d8", stroke_width=1))
        shown = f"{place * step:.2f}".rstrip("0").rstrip(".") or "0"
        drawn.append(text(shown.replace(".", comma), x, span[1] + 16, text_anchor="middle", fill=FAINT, font_size=12))
    return drawn


def _interval(each: Interval, y: float, scale: float) -> list[str]:
    low, middle, high = (_LABELS + value * scale for value in (each.low, each.value, each.high))
    blue = GROUP_COLOURS["adults"]
    ends = "".join(f"M{number(x)},{number(y - 5)}v10" for x in (low, high))
    line = f"M{number(low)},{number(y)}H{number(high)}{ends}"
    whisker = element("path", d=line, fill="none", stroke=blue, stroke_width=2.2)
    return [
        *_label(_lines(each.label)[:1], y - _LINE / 2, _LINE), whisker,
        element("circle", title(f"{each.label}: {each.shown}"), cx=middle, cy=y, r=5.5, fill=blue),
        text(each.shown, _WIDTH - _VALUES + 14, y + 4.5),
    ]  # fmt: skip


def trend_chart(panels: Sequence[Columns], *, ident: str, said: tuple[str, str]) -> str:
    """Return panels of columns side by side, each with a scale of its own that begins at zero."""
    wide = (_WIDTH - _PANEL_GAP * (len(panels) - 1)) / max(len(panels), 1)
    drawn = [part for place, panel in enumerate(panels) for part in _panel(panel, place * (wide + _PANEL_GAP), wide)]
    return picture(*drawn, width=_WIDTH, height=_PANEL_HEIGHT + 76, ident=ident, said=said)


def _panel(panel: Columns, left: float, wide: float) -> list[str]:
    most = max((amount or 0 for _, amount, _ in panel.columns), default=0)
    each = wide / max(len(panel.columns), 1)
    bar = min(_MOST_WIDE, each * 0.7)
    bottom = _PANEL_HEIGHT + 46
    drawn = [text(panel.heading, left, 14, font_weight="bold")]
    for place, (name, amount, shown) in enumerate(panel.columns):
        middle = left + each * (place + 0.5)
        high = _PANEL_HEIGHT * (amount or 0) / most if most else 0.0
        drawn.append(element("rect", title(f"{panel.heading}, {name}: {shown}"), x=middle - bar / 2, y=bottom - high,
                             width=bar, height=high, fill=panel.colour))  # fmt: skip
        drawn.append(text(shown, middle, bottom - high - 6, text_anchor="middle", font_weight="bold"))
        drawn.append(text(name, middle, bottom + 18, text_anchor="middle", fill=FAINT))
    drawn.append(element("line", x1=left, x2=left + wide, y1=bottom, y2=bottom, stroke=INK, stroke_width=1.2))
    return drawn
