"""A small invented region for the page, the map and the charts: one municipality of each kind."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl

from dluhy import places
from dluhy.region.overview import (
    AREAS,
    GROUPS,
    STEPS_OF_TREND,
    TABLE_ROWS,
    TREND,
    Finding,
    Group,
    Overview,
)
from dluhy.region.ranking import ranked

DAY, BEFORE = date(2026, 11, 21), date(2026, 5, 21)
VARY, CHEB, SOKOLOV, PREBUZ, TEPLICKA, HRADISTE, NEJDEK = (
    "554961", "554481", "560286", "560596", "537845", "555177", "555380",
)  # fmt: skip
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
TURNED = "Inkaso \u202egro.kcah\u202c & syn"
FORMULA = '=HYPERLINK("http://zly.example";"klikni")'

# children, adults, undecided; None: did not report. Teplička's two children are hidden in the public release.
PEOPLE: dict[str, tuple[int, int, int] | None] = {
    VARY: (12, 300, 20), CHEB: (9, 150, 6), SOKOLOV: (10, 240, 8), PREBUZ: (0, 0, 0), TEPLICKA: (2, 6, 0),
    HRADISTE: None, NEJDEK: None,
}  # fmt: skip


def sample(*, public: bool = False) -> Overview:
    """Return the overview of the sample; with `public` what is under five is hidden and left out of sums."""
    areas = [_municipality(code, public=public) for code in sorted(PEOPLE)]
    frame = pl.DataFrame(areas, schema=AREAS, orient="row")
    return Overview(
        region="CZ041", region_name="Karlovarský kraj", as_of=DAY, public=public, municipalities=frame,
        authorities=_above(areas, "authority", public=public), districts=_above(areas, "district", public=public),
        total=pl.DataFrame([_whole(areas, public=public)], schema=AREAS, orient="row"),
        tables=_tables(public=public), ranking=ranked(frame), trend=_trend(), trend_steps=_steps(),
        rounds=("2026-05", "2026-11"), packs=("cz 2026.11 0123456789ab",), reports=9,
        findings=(Finding("days_differ", "Souhrny nejsou z jednoho období.", "The summaries are not of one period."),),
    )  # fmt: skip


def _municipality(code: str, *, public: bool) -> dict[str, Any]:
    place = places.municipality(code)
    assert place is not None
    row: dict[str, Any] = dict.fromkeys(AREAS) | {
        "level": "municipality", "code": code, "name": place.name, "authority": place.authority,
        "authority_name": place.authority_name, "district": place.district, "district_name": place.district_name,
        "inhabitants": place.inhabitants, "inhabitants_15plus": place.inhabitants_15plus, "municipalities": 1,
        "reported": 0,
    }  # fmt: skip
    people = PEOPLE[code]
    if people is None:
        return row
    row |= {"reported": 1, "as_of": DAY, "as_of_first": DAY, "hidden": 0}
    row["inhabitants_15plus_counted"] = place.inhabitants_15plus
    for group, count in zip(GROUPS, people, strict=True):
        row |= _group(group, count, hidden=public and 0 < count < 5, public=public)
    if not row["hidden"]:
        row |= {"people": sum(people), "debts": 2 * sum(people), "halere": 150_000 * sum(people), "amounts_unknown": 0}
    if not public:
        row |= {"to_stop_people": people[1], "to_stop_debts": people[1], "to_stop_halere": people[1] * 90_000,
                "birthdays_90": people[0] // 4, "since_reported": 1, "stopped_debts": people[1] // 10}  # fmt: skip
    row["hidden"] = sum(bool(row[f"{group}_hidden"]) for group in GROUPS)
    if row["hidden"]:
        row |= dict.fromkeys(("people", "debts", "halere", "amounts_unknown"))
    return row


def _group(group: Group, count: int, *, hidden: bool, public: bool) -> dict[str, Any]:
    if hidden:
        return {f"{group}_hidden": True}
    return {group: count, f"{group}_debts": 2 * count, f"{group}_halere": 150_000 * count,
            f"{group}_amounts_unknown": None if public else count // 10, f"{group}_at_least": count >= 10,
            f"{group}_hidden": False}  # fmt: skip


def _above(areas: list[dict[str, Any]], level: str, *, public: bool) -> pl.DataFrame:
    codes = sorted({area[level] for area in areas})
    rows = []
    for code in codes:
        inside = [area for area in areas if area[level] == code]
        rows.append(_sum(inside, level, code, inside[0][f"{level}_name"], public=public))
    return pl.DataFrame(rows, schema=AREAS, orient="row")


def _whole(areas: list[dict[str, Any]], *, public: bool) -> dict[str, Any]:
    return _sum(areas, "region", "CZ041", "Karlovarský kraj", public=public)


def _sum(inside: list[dict[str, Any]], level: str, code: str, name: str, *, public: bool) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(AREAS) | {"level": level, "code": code, "name": name}
    for column in AREAS:
        known = [
            area[column] for area in inside if isinstance(area[column], int) and not isinstance(area[column], bool)
        ]
        if known:
            row[column] = sum(known)
    row["reported"], row["municipalities"] = sum(area["reported"] for area in inside), len(inside)
    for group in GROUPS:
        row[f"{group}_at_least"] = any(area[f"{group}_at_least"] for area in inside) if row["reported"] else None
        row[f"{group}_hidden"] = any(area[f"{group}_hidden"] for area in inside) if row["reported"] else None
    if not public and row["reported"]:
        row["people"] = sum(row[group] for group in GROUPS)
    return row


def _tables(*, public: bool) -> pl.DataFrame:
    said = {
        "regimes": {"W2": ("Poplatek dluží zástupce", "The guardian owes the fee"), "K1": ("Smlouva", "A contract")},
        "birthdays": {
            "later": ("později", "later"),
            "90": ("31 až 90 dnů", "31 to 90 days"),
            "30": ("nejvýš 30 dnů", "at most 30 days"),
        },
    }
    if not public:
        said |= {
            "creditors": {"1": ("Město Nikde", "Město Nikde"), "2": (HOSTILE, HOSTILE), "3": (TURNED, TURNED),
                          "4": (FORMULA, FORMULA)},
            "interventions": {"M-01": ("M-01 Zastavit", "M-01 Stop")},
            "measures": {"A3.8": ("A3.8 Děti", "A3.8 Children")},
        }  # fmt: skip
    rows = []
    for table, terms in said.items():
        for place, (code, labels) in enumerate(terms.items()):
            for group, count in (("children", 10), ("adults", 100), *([] if public else [("all", 110)])):
                debts = count * (len(terms) - place)
                numbers = (debts, count, 100 * debts, 0, 3)
                if public:
                    numbers = (*((None, count) if table == "birthdays" else (debts, None)), None, None, None)
                rows.append(("region", "CZ041", table, group, code, *labels, *numbers))
    return pl.DataFrame(rows, schema=TABLE_ROWS, orient="row")


def _trend() -> pl.DataFrame:
    rows = []
    for day, factor in ((BEFORE, 2), (DAY, 3)):
        groups = [value for _ in GROUPS for value in (10 * factor, 20 * factor, 1_000 * factor, 5)]
        rows.append(("region", "CZ041", f"{day:%Y-%m}", day, 5, *groups, *[False] * len(GROUPS)))
    return pl.DataFrame(rows, schema=TREND, orient="row")


def _steps() -> pl.DataFrame:
    groups = [value for _ in GROUPS for value in (20, 30, 5)]
    row = ("2026-05", "2026-11", 5, [NEJDEK], [], True, *groups)
    return pl.DataFrame([row], schema=STEPS_OF_TREND, orient="row")


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
