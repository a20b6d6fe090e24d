"""The beginning of a region's page: its headline figures, and what to do first with where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl

from dluhy.region.overview import GROUPS
from dluhy.report.html import paragraph, table, tag
from dluhy.report.region_cells import PARTLY, hides
from dluhy.report.region_tables import code_table
from dluhy.report.svg import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.report.region_cells import Told

_MOST_PLACES: Final = 6


def figures(told: Told) -> list[str]:
    """Return the headline figures of the region, each with what stands behind it."""
    row = told.overview.total.row(0, named=True)
    cards = [_group(told, row, group) for group in GROUPS if row[group] is not None]
    cards += [_card(*each) for each in _further(told, row)]
    starred = any(hides(row, group) for group in GROUPS)
    note = paragraph(told("figures-partly"), "off") if starred else ""
    return [tag("ul", *cards, class_="figures"), note]


def _group(told: Told, row: dict[str, Any], group: str) -> str:
    debts, halere, unknown = row[f"{group}_debts"], row[f"{group}_halere"], row[f"{group}_amounts_unknown"]
    star = PARTLY if hides(row, group) else ""
    more = told("card-debts", debts=debts, shown=told.count(debts)) if debts is not None else ""
    if halere is not None:
        at_least = bool(row[f"{group}_at_least"])
        more = told("card-with-sum", debts=more, sum=told.sum(halere, at_least=at_least))
    elif debts:
        more = told("card-sum-unknown", debts=more)
    if unknown:
        more = f"{more} {told('card-amounts-unknown', count=unknown)}"
    return _card(f"{told.count(row[group])}{star}", told(f"card-{group}", count=row[group]), more)


def _card(big: str, what: str, more: str) -> str:
    return tag(
        "li", tag("span", safe(big), class_="big"), tag("span", safe(what), class_="what"),
        tag("span", safe(more), class_="more"),
    )  # fmt: skip


def _further(told: Told, row: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    stop = _to_stop(row)
    if stop is not None:
        debts, people, halere, at_least = stop
        sums = told("sum-unknown") if halere is None else told.sum(halere, at_least=at_least)
        more = told("card-stop-more", people=people, sum=sums)
        yield told.count(debts), told("card-stop", count=debts), more
    if row["birthdays_90"] is not None:
        yield (
            told.count(row["birthdays_90"]),
            told("card-birthdays", count=row["birthdays_90"]),
            told("card-birthdays-more"),
        )
    if row["stopped_debts"] is not None:
        more = told("card-stopped-more", compared=row["since_reported"])
        yield told.count(row["stopped_debts"]), told("card-stopped", count=row["stopped_debts"]), more
    reported = told("card-of", part=told.count(row["reported"]), whole=told.count(row["municipalities"]))
    yield reported, told("card-reported"), told("card-reported-more", day=told.texts.day(told.overview.as_of))


def _to_stop(row: dict[str, Any]) -> tuple[int, int, int | None, bool] | None:
    """Return debts, people and the sum that the child does not owe, and whether amounts are missing in the sum."""
    if row["to_stop_debts"] is None:
        return None
    return row["to_stop_debts"], row["to_stop_people"], row["to_stop_halere"], bool(row["to_stop_at_least"])


def first(told: Told) -> list[str]:
    """Return what to do first: the most urgent, where there is most of it, and the steps the program suggests."""
    items = list(_first(told))
    inside = tag(
        "ol", *(tag("li", tag("strong", safe(what)), " ", safe(where)) for what, where in items), class_="first"
    )
    suggested = code_table(told, "interventions", most=10)
    return [tag("p", safe(told("first-intro"))), inside, "" if suggested is None else table(suggested)]


def _first(told: Told) -> Iterator[tuple[str, str]]:
    row = told.overview.total.row(0, named=True)
    if row["birthdays_90"]:
        where = _most(told, "birthdays_90")
        yield told("first-birthdays", count=row["birthdays_90"]), where
    stop = _to_stop(row)
    if stop is not None and stop[0]:
        where = _most(told, "to_stop_debts")
        yield told("first-stop", count=stop[0]), where
    above = _above(told)
    if above:
        yield told("first-above", count=len(above)), told("first-above-where", places=few(told, above))
    if row["undecided_debts"]:
        yield told("first-undecided", count=row["undecided_debts"]), told("first-undecided-how")
    missing = told.overview.not_reported.filter(pl.col("inhabitants_15plus").fill_null(0) > 0)
    if missing.height:
        largest = missing.sort("inhabitants_15plus", "code", descending=[True, False])["name"].to_list()
        yield told("first-missing", count=missing.height), told("first-missing-where", places=few(told, largest))


def _most(told: Told, column: str) -> str:
    """Return the municipalities that have most of something, with how much."""
    rows = told.overview.municipalities.filter(pl.col(column).fill_null(0) > 0)
    few = rows.sort(column, "code", descending=[True, False]).head(_MOST_PLACES)
    shown = ", ".join(f"{name} ({told.count(count)})" for name, count in few.select("name", column).iter_rows())
    key = "first-where" if rows.height <= _MOST_PLACES else "first-where-most"
    return told(key, places=shown) if shown else ""


def _above(told: Told) -> list[str]:
    measure = "adults" if told.overview.public else "people"
    rows = told.overview.ranking.filter(pl.col("measure") == measure, pl.col("standing") == "above")
    return rows.sort("rank", "code")["name"].to_list()


def few(told: Told, names: Sequence[str]) -> str:
    """Return the first of some names, and how many more there are."""
    shown = ", ".join(names[:_MOST_PLACES])
    rest = len(names) - _MOST_PLACES
    return told("list-more", items=shown, count=rest) if rest > 0 else shown
