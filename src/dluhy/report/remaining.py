"""What is left to pay over time on each way out of debt, as a picture: a line for each, lettered where it is alone.

Drawn as `dluhy.report.flow` draws. Lines differ by their strokes and letters, so that they can be told in grey print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.dates import MONTHS_OF_A_YEAR
from dluhy.law.pack import default_pack
from dluhy.money import to_decimal_string
from dluhy.problems import InputError, Problem
from dluhy.report.deduction_steps import crowns, month_name
from dluhy.report.flow import FAINT, FONT, INK, Chart, altair, write_chart
from dluhy.report.strategies_teller import StrategyTeller

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import ModuleType

    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy.relief.strategies_values import Strategies, Strategy, StrategyMonth

_WIDTH, _HEIGHT, _LETTERS, _TITLE = 640, 340, 13, 18
_KINDS: Final = (
    ("#1a1a1a", ()), ("#8f3a1a", (9, 4)), ("#2f6f9f", (2, 3)), ("#4a1e33", (12, 3, 2, 3)), ("#14532d", (5, 2)),
    ("#6b6b6b", (1, 4)),
)  # fmt: skip
"""The colour and the dashes of the lines, by letter."""
_TO_DEBTS: Final = ("executor", "costs", "interest", "principal", "claims", "secured")
_ROOM: Final = (4, 3)
"""How much longer the picture is than the way that ends last, as a fraction."""
_LEAST_SHOWN: Final = 24
"""Months that a picture shows at least."""


@frozen(kw_only=True)
class RemainingLine:
    """One line: its letter, the ways that it is of, haléře owed at the beginning and at the end of each month."""

    letter: str
    codes: tuple[str, ...]
    owed: tuple[int, ...]
    told: str

    def at(self, month: int) -> int:
        """Return what is owed at the end of a month, 0 being the beginning; what has ended stays as it ended."""
        return self.owed[min(month, len(self.owed) - 1)]


def remaining_lines(found: Strategies, language: Language, pack: Pack | None = None) -> tuple[RemainingLine, ...]:
    """Return the lines of the picture, ways with the same course on one line; empty where nothing is computed."""
    tell = StrategyTeller(pack or default_pack(), language)
    courses: dict[tuple[int, ...], list[Strategy]] = {}
    for each in found.strategies:
        if each.computed:
            courses.setdefault(_course(each.month), []).append(each)
    return tuple(
        RemainingLine(
            letter=chr(ord("A") + place), codes=tuple(way.code for way in ways), owed=owed,
            told="; ".join(_told(way, tell) for way in ways),
        )
        for place, (owed, ways) in enumerate(courses.items())
    )  # fmt: skip


def _course(months: Sequence[StrategyMonth]) -> tuple[int, ...]:
    """Return what is owed at the beginning and at the end of each month."""
    first = months[0]
    begin = first.remaining - first.accrued + first.dropped + sum(first.to(use) for use in _TO_DEBTS)
    return (begin, *(month.remaining for month in months))


def _told(way: Strategy, tell: StrategyTeller) -> str:
    term, rest = tell.pack.term("relief_strategies", way.code), way.month[-1].remaining
    told: dict[str, str | int] = {"label": tell.term("relief_strategies", way.code), "sum": _crowns(rest, tell)}
    if way.freed_on is None:
        return tell.say("remaining-left", **told, years=len(way.month) // MONTHS_OF_A_YEAR)
    month = month_name(way.freed_on, tell.language)
    if rest:
        return tell.say("remaining-stays", **told, month=month)
    discharged = term.more["relieves"] and way.freed_on == way.plan_ends
    return tell.say("remaining-relief" if discharged else "remaining-end", **told, month=month)


def _crowns(halere: int, tell: StrategyTeller) -> str:
    return crowns(to_decimal_string(halere), tell.say)


def remaining_chart(found: Strategies, language: Language, pack: Pack | None = None) -> Chart:
    """Return the picture of remaining debt; InputError where nothing is computed or the extra `report` is missing."""
    tell = StrategyTeller(pack or default_pack(), language)
    lines = remaining_lines(found, language, pack)
    if not lines:
        cs, en = "žádná cesta není spočtená, není co kreslit", "no way is computed, there is nothing to draw"
        raise InputError([Problem("nothing_to_draw", "strategies", cs, en)])
    notes = [f"{line.letter} – {line.told}" for line in lines]
    owed = _crowns(max(line.owed[0] for line in lines), tell)
    title = tell.say("remaining-title")
    described = tell.say("remaining-described", owed=owed, lines=". ".join(notes))
    begin = found.from_month.year * MONTHS_OF_A_YEAR + found.from_month.month - 1
    return Chart(_spec(lines, begin, _shown(found), notes, tell), title, described)


def write_remaining(found: Strategies, path: Path, language: Language, pack: Pack | None = None) -> None:
    """Write the picture of remaining debt into a new file, SVG or PNG by its suffix; InputError as `write_chart`."""
    write_chart(lambda: remaining_chart(found, language, pack), path)


def _shown(found: Strategies) -> int:
    """Return how many months are shown: a little more than the way that ends last takes, all where none ends."""
    computed = [each for each in found.strategies if each.computed]
    longest = max(len(each.month) for each in computed)
    ended = [len(each.month) for each in computed if each.leads_out]
    return min(longest, max(_LEAST_SHOWN, max(ended) * _ROOM[0] // _ROOM[1])) if ended else longest


@frozen
class _Paper:
    """What everything is drawn on: the first month, how many are shown, the highest sum, the axes."""

    alt: ModuleType
    begin: int
    shown: int
    highest: int
    x: Any
    y: Any


def _spec(
    lines: Sequence[RemainingLine], begin: int, shown: int, notes: Sequence[str], tell: StrategyTeller
) -> dict[str, Any]:
    """Return the picture as a Vega-Lite specification; heights are haléře, widths months."""
    alt = altair()
    highest = max(max(line.owed[: shown + 1]) for line in lines) or 1
    x = alt.X("month:Q", title=None, axis=_years(alt, begin, shown),
              scale=alt.Scale(domain=[begin, begin + shown], nice=False, zero=False))  # fmt: skip
    y = alt.Y("owed:Q", title=tell.say("remaining-axis"), axis=_sums(alt, tell), scale=alt.Scale(domain=[0, highest]))
    paper = _Paper(alt, begin, shown, highest, x, y)
    layers = [_line(paper, line, place) for place, line in enumerate(lines)]
    drawn = alt.layer(*layers, *_marks(paper, lines)).properties(
        width=_WIDTH, height=_HEIGHT,
        title=alt.TitleParams(list(notes), orient="bottom", color=INK, fontSize=_LETTERS, fontWeight="normal",
                              anchor="start", offset=12),
    )  # fmt: skip
    title = alt.TitleParams(tell.say("remaining-title"), fontSize=_TITLE, color=INK, anchor="start", offset=14)
    spec: dict[str, Any] = (
        alt.vconcat(drawn)
        .properties(title=title, padding=16)
        .configure(font=FONT, background="#ffffff")
        .configure_view(stroke=None)
        .to_dict()
    )
    return spec


def _years(alt: ModuleType, begin: int, shown: int) -> Any:  # noqa: ANN401 - Altair is imported late
    """Return the axis of time, a mark at the beginning of every year, of every fifth where there are many."""
    first = -(-begin // MONTHS_OF_A_YEAR)
    last = (begin + shown) // MONTHS_OF_A_YEAR
    step = 1 + (last - first) // 12
    return alt.Axis(
        values=[year * MONTHS_OF_A_YEAR for year in range(first, last + 1, step)], grid=False, ticks=True, labelAngle=0,
        labelExpr=f"format(datum.value / {MONTHS_OF_A_YEAR}, '.0f')", labelFontSize=_LETTERS, labelColor=INK,
        domainColor=INK, tickColor=INK,
    )  # fmt: skip


def _sums(alt: ModuleType, tell: StrategyTeller) -> Any:  # noqa: ANN401 - Altair is imported late
    """Return the axis of money in crowns, numbers as the language writes them."""
    crown = "format(datum.value / 100, ',.0f')"
    czech = f"replace({crown}, /,/g, '\u00a0') + '\u00a0Kč'"
    return alt.Axis(
        labelExpr=czech if tell.language == "cs" else f"'CZK\u00a0' + {crown}", labelFontSize=_LETTERS, labelColor=INK,
        titleFontSize=_LETTERS, titleColor=INK, titleFontWeight="normal", gridColor="#dddddd", domain=False,
        ticks=False, tickCount=6,
    )  # fmt: skip


def _line(paper: _Paper, line: RemainingLine, place: int) -> Any:  # noqa: ANN401 - Altair is imported late
    colour, dashes = _KINDS[place % len(_KINDS)]
    last = min(len(line.owed) - 1, paper.shown)
    values = [{"month": paper.begin + month, "owed": line.owed[month], "told": line.told} for month in range(last + 1)]
    stroke = {"strokeDash": list(dashes)} if dashes else {}
    marks = paper.alt.Chart(paper.alt.Data(values=values)).mark_line(color=colour, strokeWidth=2.5, **stroke)
    return marks.encode(x=paper.x, y=paper.y, description="told:N")


def _marks(paper: _Paper, lines: Sequence[RemainingLine]) -> list[Any]:
    """Return the letters, each in a circle on its line."""
    values = [
        {"month": paper.begin + month, "owed": line.at(month), "letter": line.letter}
        for line, month in zip(lines, _places(lines, paper.shown, paper.highest), strict=True)
    ]
    base = paper.alt.Chart(paper.alt.Data(values=values))
    circles = base.mark_point(
        shape="circle", size=330, filled=True, fill="#ffffff", stroke=FAINT, strokeWidth=1, opacity=1, aria=False
    )
    letters = base.mark_text(fontSize=_LETTERS, fontWeight="bold", color=INK, aria=False)
    return [circles.encode(x=paper.x, y=paper.y), letters.encode(x=paper.x, y=paper.y, text="letter:N")]


def _places(lines: Sequence[RemainingLine], shown: int, highest: int) -> list[int]:
    """Return the month at which each line is lettered: where it is farthest from other lines and letters."""
    taken: list[tuple[int, int]] = []
    for line in lines:
        last = min(len(line.owed) - 1, shown)
        rooms = [
            _room(line, month, lines, taken, _HEIGHT / highest, _WIDTH / max(shown, 1)) for month in range(last + 1)
        ]
        found = max(range(last // 8, last + 1), key=rooms.__getitem__)
        taken.append((found, line.at(found)))
    return [month for month, _ in taken]


def _room(  # noqa: PLR0913, PLR0917 - a place and everything around it
    line: RemainingLine,
    month: int,
    lines: Sequence[RemainingLine],
    taken: Sequence[tuple[int, int]],
    high: float,
    wide: float,
) -> float:
    """Return how far a point of a line is from other lines, from letters and from the axis, in points."""
    owed = line.at(month)
    others = [abs(owed - each.at(month)) * high for each in lines if each is not line and month < len(each.owed)]
    letters = [abs(month - at) * wide + abs(owed - height) * high for at, height in taken]
    return min([*others, *letters, owed * high])
