"""Boundaries of municipalities from a GeoJSON that the user has: checked whole, every error at once.

None are shipped. A file from the Czech Office for Surveying (RÚIAN), turned into longitude and latitude, fits as it is.
"""

from __future__ import annotations

import json
import math
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, NoReturn

from attrs import frozen

from dluhy import places
from dluhy.documents.files import limited
from dluhy.problems import InputError, Problem, not_opened
from dluhy.typography import printable

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

CODE_KEYS: Final = ("kod_obce", "kod", "KOD", "KOD_OBCE", "code")
"""Under which of these properties a feature names its municipality, the first that is there."""
LARGEST_FILE: Final = 100_000_000  # bytes
_MOST_FEATURES, _MOST_POSITIONS = 20_000, 5_000_000
_SHAPES: Final = frozenset({"Polygon", "MultiPolygon"})
_WEST, _EAST, _SOUTH, _NORTH = 11.5, 19.5, 48.0, 51.5  # Czechia with a margin
_SHORTEST_RING = 4
_LONGEST_SHOWN = 20

Position = tuple[float, float]
Ring = tuple[Position, ...]
Polygon = tuple[Ring, ...]


@frozen(kw_only=True)
class Outlines:
    """Boundaries by the code of the municipality: polygons of rings of longitude and latitude in degrees (WGS 84).

    The first ring of a polygon is its edge, the others are holes. `unknown` are codes of the file that no municipality
    has; their shapes are left out.
    """

    shapes: Mapping[str, tuple[Polygon, ...]]
    unknown: tuple[str, ...]

    def missing(self, codes: Collection[str]) -> tuple[str, ...]:
        """Return those of the codes, in order, that have no boundary here."""
        return tuple(sorted(code for code in codes if code not in self.shapes))


class _NoShapeError(ValueError):
    """A geometry that cannot be drawn; says why in Czech and English."""

    def __init__(self, code: str, cs: str, en: str) -> None:
        super().__init__(en)
        self.code, self.cs, self.en = code, cs, en


def read_outlines(path: Path) -> Outlines:
    """Return the boundaries of a GeoJSON file.

    A FeatureCollection whose features are Polygon or MultiPolygon in degrees (WGS 84, longitude first), each with the
    six digits of its municipality under one of `CODE_KEYS`. Raises InputError with everything that is wrong.
    """
    features = _features(_document(path), path.name)
    shapes: dict[str, tuple[Polygon, ...]] = {}
    problems: list[Problem] = []
    places_of: dict[str, str] = {}
    left = _MOST_POSITIONS
    for number, feature in enumerate(features):
        place = f"{path.name} features[{number}]"
        try:
            code = _code(feature)
            if code in places_of:
                _no_shape("duplicate_code", f"obec {code} už je v {places_of[code]}",
                          f"municipality {code} stands at {places_of[code]} already")  # fmt: skip
            places_of[code] = f"features[{number}]"
            shapes[code] = _polygons(feature.get("geometry"))
        except _NoShapeError as error:
            problems.append(Problem(error.code, place, error.cs, error.en))
            continue
        left -= sum(len(ring) for ring in chain.from_iterable(shapes[code]))
        if left < 0:
            problems.append(_too_many_positions(path.name))
            break
    if problems:
        raise InputError(limited(problems))
    unknown = tuple(sorted(code for code in shapes if places.municipality(code) is None))
    return Outlines(shapes={code: shape for code, shape in shapes.items() if code not in unknown}, unknown=unknown)


def _document(path: Path) -> Any:  # noqa: ANN401 - JSON
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise InputError([not_opened(path, error)]) from None
    except ValueError:  # a path that no system can have
        _refuse("file", "?", "soubor neexistuje", "there is no such file")
    if len(content) > LARGEST_FILE:
        most = LARGEST_FILE // 1_000_000
        _refuse("too_large", path.name, f"soubor je větší než {most} MB; vezměte zjednodušené hranice",
                f"the file is larger than {most} MB; take simplified boundaries")  # fmt: skip
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        _refuse("json_syntax", path.name, "to není platný JSON v UTF-8", "this is no valid JSON in UTF-8")


def _no_number(_: str) -> NoReturn:
    raise ValueError


def _refuse(code: str, place: str, cs: str, en: str) -> NoReturn:
    raise InputError([Problem(code, place, cs, en)])


def _no_shape(code: str, cs: str, en: str) -> NoReturn:
    raise _NoShapeError(code, cs, en)


def _features(document: Any, place: str) -> list[Any]:  # noqa: ANN401 - JSON
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list) or document.get("type") != "FeatureCollection":
        _refuse("no_geojson", place, "čeká se GeoJSON typu FeatureCollection se seznamem features",
                "a GeoJSON of the type FeatureCollection with a list of features is expected")  # fmt: skip
    if not features:
        _refuse("empty", place, "v souboru není žádná obec", "there is no municipality in the file")
    if len(features) > _MOST_FEATURES:
        cs, en = f"je tu víc než {_MOST_FEATURES} útvarů", f"there are more than {_MOST_FEATURES} features"
        _refuse("too_many", place, cs, en)
    return features


def _code(feature: Any) -> str:  # noqa: ANN401 - JSON
    properties = feature.get("properties") if isinstance(feature, dict) else None
    found = properties if isinstance(properties, dict) else {}
    value = next((found[key] for key in CODE_KEYS if found.get(key) is not None), None)
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if len(text) != len("554481") or not (text.isascii() and text.isdigit()):
        keys = ", ".join(CODE_KEYS)
        shown = f" ({printable(text)[:_LONGEST_SHOWN]})" if text else ""
        cs = f"chybí kód obce o šesti číslicích{shown}; hledá se ve vlastnostech {keys}"
        en = f"the six digits of the municipality are missing{shown}; looked for in the properties {keys}"
        _no_shape("no_code", cs, en)
    return text


def _polygons(geometry: Any) -> tuple[Polygon, ...]:  # noqa: ANN401 - JSON
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(kind, str) or kind not in _SHAPES:
        _no_shape("no_polygon", "hranice musí být Polygon nebo MultiPolygon",
                  "a boundary must be a Polygon or a MultiPolygon")  # fmt: skip
    coordinates = geometry.get("coordinates")
    parts = [coordinates] if kind == "Polygon" else coordinates
    if not isinstance(parts, list) or not parts:
        _no_rings()
    return tuple(_polygon(part) for part in parts)


def _polygon(part: Any) -> Polygon:  # noqa: ANN401 - JSON
    if not isinstance(part, list) or not part:
        _no_rings()
    return tuple(_ring(ring) for ring in part)


def _ring(ring: Any) -> Ring:  # noqa: ANN401 - JSON
    if not isinstance(ring, list) or len(ring) < _SHORTEST_RING:
        _no_rings()
    if not all(_is_position(each) for each in ring):
        _no_rings()
    if not all(_WEST <= each[0] <= _EAST and _SOUTH <= each[1] <= _NORTH for each in ring):
        cs = "souřadnice leží mimo Česko; mají to být stupně WGS 84, nejdřív délka, pak šířka (ne S-JTSK)"
        en = "positions lie outside Czechia; degrees of WGS 84 are expected, longitude first (not S-JTSK)"
        _no_shape("outside", cs, en)
    if ring[0][:2] != ring[-1][:2]:
        _no_shape("open_ring", "obrys není uzavřený: první a poslední bod se liší",
                  "a ring is open: its first and last position differ")  # fmt: skip
    return tuple((float(each[0]), float(each[1])) for each in ring)


def _is_position(each: Any) -> bool:  # noqa: ANN401 - JSON
    return isinstance(each, list) and len(each) >= len(("lon", "lat")) and all(_is_number(value) for value in each[:2])


def _is_number(value: Any) -> bool:  # noqa: ANN401 - JSON
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and (isinstance(value, int) or math.isfinite(value))
    )


def _no_rings() -> NoReturn:
    _no_shape("coordinates", "souřadnice nejsou uzavřené obrysy z dvojic čísel, každý aspoň o čtyřech bodech",
              "the coordinates are no closed rings of pairs of numbers with at least four positions each")  # fmt: skip


def _too_many_positions(place: str) -> Problem:
    most = _MOST_POSITIONS
    return Problem("too_many", place, f"hranice mají dohromady víc než {most} bodů; vezměte zjednodušené",
                   f"the boundaries have more than {most} positions in all; take simplified ones")  # fmt: skip
