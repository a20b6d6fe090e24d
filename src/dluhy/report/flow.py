"""The money of a household in a month as a picture: income, what goes out step by step, and what is left or missing.

The picture is drawn by Altair and vl-convert, the extra `report`; without them the error says what to install. The
letters are Liberation Sans, which vl-convert carries; a viewer without it shows Arial, whose letters are as wide.
"""

from __future__ import annotations

import re
from hashlib import sha256
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.problems import InputError, Problem
from dluhy.report.household_flow import Column, FlowAmounts, columns_of, flow_amounts, notes_of
from dluhy.report.texts import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import ModuleType

    from dluhy.household.sheet import HouseholdSheet
    from dluhy.problems import Language

__all__ = [
    "FAINT",
    "FONT",
    "INK",
    "Chart",
    "FlowAmounts",
    "altair",
    "flow_amounts",
    "flow_chart",
    "write_chart",
    "write_flow",
]

FONT: Final = "Liberation Sans, Arial, Helvetica, sans-serif"
_COLUMN, _HEIGHT, _LETTERS, _NAMES, _TITLE, _LINE, _GAP = 112, 360, 13, 14, 18, 16, 5
INK, FAINT = "#1a1a1a", "#5a5a5a"
_HATCH: Final = "url(#hatch)"
_OPENING: Final = re.compile(r"<svg\b[^>]*>")
_COLOURS: Final = {
    "income": "#2f6f9f", "deducted": "#4a1e33", "fixed": "#9a7fb0", "instalments": "#8f3a1a", "flexible": "#e3b34c",
    "savings": "#5f9c85", "unsorted": "#c4c4c4", "left": "#14532d", "missing": "#8c0d16",
}  # fmt: skip
"""The neighbours differ in lightness, so that they differ in grey print too."""


@frozen
class Chart:
    """A picture made: its Vega-Lite specification, and what it says to those who do not see it."""

    spec: dict[str, Any]
    title: str
    description: str

    def svg(self) -> str:
        """Return the picture as SVG, the same text every time; InputError where the extra `report` is not installed."""
        drawn: str = _vl_convert().vegalite_to_svg(self.spec)
        opening = _OPENING.search(drawn)
        if opening is None:  # pragma: no cover - every drawing begins so
            raise ValueError("no drawing")
        # the ids tell the pictures of one page apart
        mark = sha256(f"{self.title}{self.description}".encode()).hexdigest()[:8]
        named = f'{opening[0][:-1]} role="img" aria-labelledby="t{mark} d{mark}">'
        told = f'<title id="t{mark}">{escape(self.title)}</title><desc id="d{mark}">{escape(self.description)}</desc>'
        inside = drawn[opening.end() :].replace(_HATCH, f"url(#h{mark})")
        return f"{named}{told}<defs>{_hatch(mark)}</defs>{inside}"

    def png(self, scale: float = 2) -> bytes:
        """Return the picture as PNG, `scale` times as large as the SVG; InputError as `svg`."""
        drawn: bytes = _vl_convert().svg_to_png(self.svg(), scale=scale)
        return drawn


def flow_chart(amounts: FlowAmounts, language: Language) -> Chart:
    """Return the picture of a month; InputError where the extra `report` is not installed."""
    say = texts_of(language)
    columns, notes = columns_of(amounts, say), notes_of(amounts, say)
    told = say("flow-described", parts="; ".join(f"{each.label} {each.told}" for each in columns))
    return Chart(_spec(columns, notes, say("flow-title")), say("flow-title"), " ".join([told, *notes]))


def write_flow(of: FlowAmounts | HouseholdSheet, path: Path, language: Language) -> None:
    """Write the picture of a household's month into a new file; as `write_chart`."""
    write_chart(lambda: flow_chart(of if isinstance(of, FlowAmounts) else flow_amounts(of.budget), language), path)


def write_chart(draw: Callable[[], Chart], path: Path) -> None:
    """Write a picture into a new file, SVG or PNG by its suffix; it is drawn only where it can be written.

    Raises InputError for another suffix, for a file that exists or cannot be written, and where the extra `report` is
    not installed.
    """
    suffix = path.suffix.lower()
    if suffix not in {".svg", ".png"}:
        cs, en = "obrázek se zapisuje jako .svg nebo .png", "the picture is written as .svg or .png"
        raise InputError([Problem("output", path.name, cs, en)])
    if path.exists():
        raise InputError([_exists(path)])
    chart = draw()
    content = chart.svg().encode() if suffix == ".svg" else chart.png()
    try:
        with path.open("xb") as stream:
            stream.write(content)
    except FileExistsError:
        raise InputError([_exists(path)]) from None
    except (OSError, ValueError):  # ValueError: a path that no system can have
        cs, en = "soubor sem nejde zapsat", "the file cannot be written here"
        raise InputError([Problem("output", path.name, cs, en)]) from None


def _exists(path: Path) -> Problem:
    cs, en = "soubor už existuje a nepřepisuje se", "the file exists and is not written over"
    return Problem("output", path.name, cs, en)


def _hatch(mark: str) -> str:
    lines = '<path d="M-2,2L2,-2M0,8L8,0M6,10L10,6" stroke="#555555" stroke-width="1.4"/>'
    paper = '<rect width="8" height="8" fill="#ffffff"/>'
    return f'<pattern id="h{mark}" width="8" height="8" patternUnits="userSpaceOnUse">{paper}{lines}</pattern>'


def _spec(columns: Sequence[Column], notes: Sequence[str], title: str) -> dict[str, Any]:
    """Return the picture as a Vega-Lite specification; heights are haléře, whole numbers."""
    alt = altair()
    drawn = alt.layer(*_layers(alt, columns)).properties(
        width=_COLUMN * len(columns),
        height=_HEIGHT,
        title=alt.TitleParams(list(notes), orient="bottom", color=FAINT, fontSize=_LETTERS, fontWeight="normal",
                              anchor="start", offset=12),
    )  # fmt: skip
    spec: dict[str, Any] = (
        alt.vconcat(drawn)
        .properties(title=alt.TitleParams(title, fontSize=_TITLE, color=INK, anchor="start", offset=14), padding=16)
        .configure(font=FONT, background="#ffffff")
        .configure_view(stroke=None)
        .to_dict()
    )
    return spec


def _layers(alt: ModuleType, columns: Sequence[Column]) -> list[Any]:
    """Return the layers of the drawing: the steps between columns, columns, the line of zero, amounts."""
    x = alt.X("label:N", sort=None, title=None, scale=alt.Scale(paddingInner=0.28, paddingOuter=0.14), axis=_names(alt))
    y = alt.Y("top:Q", title=None, axis=None, scale=alt.Scale(domain=_domain(columns), nice=False, zero=False))
    bars = [_bar(alt, _extents(columns, "known"), x, y), _bar(alt, _extents(columns, "unknown"), x, y, open_end=True)]
    zero = alt.Chart(alt.Data(values=[{"top": 0}])).mark_rule(color=INK, strokeWidth=1.5, aria=False).encode(y=y)
    return [_steps(alt, columns, x, y), *bars, zero, *_amounts(alt, columns, x, y)]


def _names(alt: ModuleType) -> Any:  # noqa: ANN401 - Altair is imported late
    return alt.Axis(
        labelAngle=0, labelExpr="split(datum.label, ' ')", labelFontSize=_NAMES, labelColor=INK, labelPadding=8,
        labelLimit=_COLUMN, labelLineHeight=17, ticks=False, domain=False, orient="bottom",
    )  # fmt: skip


def _domain(columns: Sequence[Column]) -> list[int]:
    """Return the lowest and the highest height, with room for the amounts."""
    lowest = min(min(each.extent[0], each.level or 0, 0) for each in columns)
    highest = max(max(each.extent[1], each.level or 0, 1) for each in columns)
    room = (highest - lowest) // 8 + 1
    return [lowest - (room if lowest < 0 else 0), highest + room]


def _extents(columns: Sequence[Column], which: str) -> list[dict[str, Any]]:
    return [
        {"label": each.label, "bottom": extent[0], "top": extent[1], "colour": _COLOURS[each.code],
         "told": f"{each.label}: {each.told}"}
        for each in columns
        if (extent := getattr(each, which)) is not None
    ]  # fmt: skip


def _bar(alt: ModuleType, values: list[dict[str, Any]], x: Any, y: Any, *, open_end: bool = False) -> Any:  # noqa: ANN401
    line = {"stroke": INK, "strokeWidth": 1, **({"strokeDash": [4, 3], "color": _HATCH} if open_end else {})}
    marks = alt.Chart(alt.Data(values=values)).mark_bar(**line)
    colour = {} if open_end else {"color": alt.Color("colour:N", scale=None, legend=None)}
    return marks.encode(x=x, y=y, y2="bottom:Q", description="told:N", **colour)


def _steps(alt: ModuleType, columns: Sequence[Column], x: Any, y: Any) -> Any:  # noqa: ANN401
    """Return the thin lines that carry the height of a column to the next."""
    pairs = pairwise(columns)
    values = [{"label": one.label, "next": other.label, "top": one.level} for one, other in pairs]
    line = alt.Chart(alt.Data(values=values)).mark_rule(color=FAINT, strokeDash=[2, 3], aria=False)
    return line.encode(x=x, x2="next:N", y=y)


def _amounts(alt: ModuleType, columns: Sequence[Column], x: Any, y: Any) -> list[Any]:  # noqa: ANN401
    """Return the amounts: above the columns, below those that lie under zero."""
    groups: dict[tuple[bool, int], list[Column]] = {}
    for each in columns:
        under = each.extent[0] < 0 and each.extent[1] <= 0
        groups.setdefault((under, each.amount.count("\n")), []).append(each)
    layers = []
    for (under, further), group in groups.items():
        values = [{"label": each.label, "top": each.extent[not under], "told": each.amount} for each in group]
        marks = alt.Chart(alt.Data(values=values)).mark_text(
            fontSize=_LETTERS, fontWeight="bold", color=INK, lineBreak="\n", lineHeight=_LINE, aria=False,
            baseline="line-top" if under else "line-bottom", dy=_GAP if under else -_GAP - _LINE * further,
        )  # fmt: skip
        layers.append(marks.encode(x=x, y=y, text="told:N"))
    return layers


def altair() -> ModuleType:
    """Return Altair; InputError where the extra `report` is not installed."""
    try:
        import altair as alt  # noqa: PLC0415 - only a picture needs it
    except ImportError:
        raise InputError([_not_installed()]) from None
    return alt


def _vl_convert() -> ModuleType:
    try:
        import vl_convert  # noqa: PLC0415 - only a picture needs it
    except ImportError:
        raise InputError([_not_installed()]) from None
    return vl_convert


def _not_installed() -> Problem:
    how = 'python tasks.py pictures / pip install "dluhy[report]"'
    cs = f"obrázky kreslí balíčky altair a vl-convert-python, které tu nejsou; nainstalujte je: {how}"
    en = f"pictures need the packages altair and vl-convert-python, which are not here; install them: {how}"
    return Problem("extra", "report", cs, en)
