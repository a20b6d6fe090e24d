"""The map of a region: a circle or a boundary for each municipality, coloured by how many owe from childhood per 1,000.

Drawn as SVG text without any package. Degrees become a plane by an equidistant projection true along the middle
parallel: across a Czech region distances are off by less than one per cent, across the country by some two.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from dluhy.report.region_bands import BANDS, COLOURS, Banded, banded
from dluhy.report.region_labels import labels
from dluhy.report.region_legend import Drawn, legend, legend_height
from dluhy.report.svg import FAINT, INK, PAPER, element, hatching, picture, title

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dluhy.places.outlines import Outlines, Ring
    from dluhy.region.overview import Overview
    from dluhy.report.region_bands import Measure
    from dluhy.report.texts import Texts

__all__ = ["BANDS", "Size", "region_map"]

Size = Literal["inhabitants", "count"]
"""What the area of a circle says: how many people live there, or how many of them are counted."""

_WIDTH, _MARGIN = 900.0, 34.0
_LARGEST, _SMALLEST = 34.0, 3.6
_NEAREST = 0.4  # of a unit: positions of a boundary nearer than this are one
_TRIANGLE = 3


@frozen
class _Plane:
    """From degrees to units of the picture."""

    west: float
    north: float
    east_scale: float
    north_scale: float
    height: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a place lies in the picture."""
        return _MARGIN + (lon - self.west) * self.east_scale, _MARGIN + (self.north - lat) * self.north_scale


def region_map(  # noqa: PLR0913 - what there is to choose, by name
    overview: Overview,
    texts: Texts,
    *,
    measure: Measure = "people",
    size: Size = "inhabitants",
    outlines: Outlines | None = None,
    ident: str = "map",
) -> str:
    """Return the map of an overview as one SVG element.

    Colour is the rate per 1,000 in comparison with the region's, hatching what is hidden, a dashed empty outline who
    did not report; a municipality tells its figures when pointed at. With `outlines` municipalities are their
    boundaries, those that have none stay circles. `ident` tells the pictures of one page apart.
    """
    found = banded(overview, measure, texts)
    plane = _plane(found, outlines)
    largest = max((_amount(each, size) for each in found), default=0)
    radii = {each.code: _radius(_amount(each, size), largest) for each in found}
    hatch = f"{ident}-h"
    drawn = [_place(each, plane, outlines, radii[each.code], hatch) for each in _largest_first(found, radii)]
    shaped = outlines.shapes if outlines is not None else {}
    towns = [
        (each.name, (*plane.at(each.lon, each.lat), 0.0 if each.code in shaped else radii[each.code]))
        for each in found
        if _is_seat(each)
    ]
    drawing = Drawn(measure=measure, size=None if outlines else size, largest=largest, radius=_LARGEST, hatch=hatch)
    counts = {state: sum(each.state == state for each in found) for state in ("shown", "hidden", "missing")}
    return picture(
        element("defs", hatching(hatch)), *drawn, labels(towns, _WIDTH),
        legend(overview, texts, drawing, plane.height, _WIDTH),
        width=_WIDTH, height=plane.height + legend_height(), ident=ident,
        said=(texts(f"region-map-title-{measure}"), texts("region-map-described", **counts)),
    )  # fmt: skip


def _is_seat(each: Banded) -> bool:
    """Return whether a municipality is the one its authority (ORP) is called by."""
    return each.name == each.authority_name


def _amount(each: Banded, size: Size) -> int:
    return (each.inhabitants if size == "inhabitants" else each.count) or 0


def _radius(amount: int, largest: int) -> float:
    """Return the radius of a circle whose area is in proportion, never too small to be seen."""
    return max(_SMALLEST, _LARGEST * math.sqrt(amount / largest)) if largest else _SMALLEST


def _largest_first(found: Sequence[Banded], radii: dict[str, float]) -> list[Banded]:
    return sorted(found, key=lambda each: (-radii[each.code], each.code))


def _plane(found: Sequence[Banded], outlines: Outlines | None) -> _Plane:
    positions = [(each.lon, each.lat) for each in found]
    if outlines is not None:
        positions += [at for each in found for shape in outlines.shapes.get(each.code, ()) for at in shape[0]]
    west, east = min(lon for lon, _ in positions), max(lon for lon, _ in positions)
    south, north = min(lat for _, lat in positions), max(lat for _, lat in positions)
    flat = math.cos(math.radians((south + north) / 2))
    scale = (_WIDTH - 2 * _MARGIN) / max((east - west) * flat, (north - south) / 2, 0.01)
    return _Plane(west, north, scale * flat, scale, 2 * _MARGIN + (north - south) * scale)


def _place(each: Banded, plane: _Plane, outlines: Outlines | None, radius: float, hatch: str) -> str:
    look = _look(each, hatch)
    shape = outlines.shapes.get(each.code) if outlines is not None else None
    outline = _path(shape, plane) if shape is not None else ""
    if outline:
        return element("path", title(each.told), d=outline, fill_rule="evenodd", stroke_linejoin="round", **look)
    x, y = plane.at(each.lon, each.lat)
    return element("circle", title(each.told), cx=x, cy=y, r=radius, **look)


def _look(each: Banded, hatch: str) -> dict[str, str | float | None]:
    if each.state == "missing":
        return {"fill": PAPER, "fill_opacity": "0.6", "stroke": FAINT, "stroke_width": 1.1, "stroke_dasharray": "3 2"}
    if each.band is None:
        return {"fill": f"url(#{hatch})", "stroke": FAINT, "stroke_width": 0.8}
    return {"fill": COLOURS[each.band], "stroke": INK, "stroke_width": 0.8}


def _path(shape: Iterable[tuple[Ring, ...]], plane: _Plane) -> str:
    """Return the boundary as a path, without steps too small to be seen."""
    rings = [_thinned([plane.at(*at) for at in ring]) for polygon in shape for ring in polygon]
    return "".join(
        "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in ring[:-1]) + "Z" for ring in rings if len(ring) > _TRIANGLE
    )


def _thinned(ring: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    kept = [ring[0]]
    for at in ring[1:-1]:
        if math.dist(at, kept[-1]) >= _NEAREST:
            kept.append(at)
    return [*kept, ring[-1]]
