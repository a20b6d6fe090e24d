"""Frames of cases in, frames of results out: what analysts and other systems hold in tables, keyed by `ref`."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.case.model import (  # fmt: skip
    Asset,
    BudgetLine,
    Care,
    Debt,
    Enforcement,
    History,
    Income,
    Insolvency,
    Order,
    Person,
    Petition,
    Relief,
)
from dluhy.case.model_home import Home, Situation
from dluhy.documents.fields import fields, inner, part_of
from dluhy.problems import InputError, Problem
from dluhy.screening_frames_out import ScreeningFrames, frames_of
from dluhy.screening_many import TOGETHER, Source, outcomes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    import polars as pl

    from dluhy.documents.fields import Part
    from dluhy.law.pack import Pack

REF: Final = "ref"
CASES: Final = "cases"
NONE: Final = "none"
Row = dict[str, Any]


@frozen
class _Table:
    """What a frame holds: parts of a kind, where they stand in the document, inside which others by what column."""

    part: type[Part]
    path: tuple[str, ...]
    many: bool = True
    inside: str | None = None
    by: str | None = None


TABLES: Final = {
    "people": _Table(Person, ("people",)),
    "debts": _Table(Debt, ("debts",)),
    "enforcements": _Table(Enforcement, ("enforcements",)),
    "incomes": _Table(Income, ("incomes",)),
    "budget": _Table(BudgetLine, ("budget",)),
    "assets": _Table(Asset, ("assets",)),
    "home": _Table(Home, ("home",), many=False),
    "situation": _Table(Situation, ("situation",), many=False),
    "relief": _Table(Relief, ("relief",), many=False),
    "history": _Table(History, ("history",), many=False),
    "insolvencies": _Table(Insolvency, ("history", "insolvencies")),
    "petitions": _Table(Petition, ("history", "petitions")),
    "in_care": _Table(Care, ("in_care",), inside="people", by="person"),
    "orders": _Table(Order, ("orders",), inside="enforcements", by="enforcement"),
}
"""The frames that make a case, by name; those inside others name their owner by its id in the column `by`."""


def screen_frames(
    frames: Mapping[str, pl.DataFrame],
    *,
    as_of: date | None = None,
    pack: Pack | None = None,
    strict_law: bool = False,
    together: int = TOGETHER,
) -> ScreeningFrames:
    """Screen all cases of a set of frames; the frames of the result are described in `dluhy.screening_frames_out`.

    Every frame has a column `ref` (text) that says whose each row is. Names of frames are those of `TABLES`: `people`,
    `debts`, `enforcements`, `incomes`, `budget`, `assets`, `insolvencies`, `petitions` with any number of rows a case,
    `home`, `situation`, `relief`, `history` with one, `in_care` (column `person`) and `orders` (column `enforcement`)
    inside others by id. Columns are the fields of the case document, those of a part inside with a dot
    (`creditor.name`, `title.issued_on`) or as a struct; sums are in Kč as in the document. Null is unknown.

    The frame `cases` (`ref`, `as_of`, and `none`, a list of names of frames of which the case is known to have none)
    says which cases there are; without it every `ref` of any frame is one, all judged on `as_of`. A case without rows
    in a frame is one of which nothing is known there, unless `none` names it.

    Bad cases stop no other: they stand in the frame `problems`, and so do rows that belong to no case. Raises
    InputError for frames and columns that there are not, with the nearest, or where no day is given.
    """
    _require_columns(frames, as_of)
    cases, lost = _cases(frames, as_of)
    return frames_of(outcomes_of(cases, pack, strict_law=strict_law, together=together), lost)


def _require_columns(frames: Mapping[str, pl.DataFrame], as_of: date | None) -> None:
    problems: list[Problem] = []
    if as_of is None and (CASES not in frames or "as_of" not in frames[CASES].columns):
        cs, en = "není uveden den (as_of)", "no day (as_of) is given"
        problems.append(Problem("missing", "as_of", cs, en))
    for name, frame in frames.items():
        if name != CASES and name not in TABLES:
            problems.append(_unknown(name, name, (CASES, *TABLES)))
            continue
        if REF not in frame.columns:
            problems.append(Problem("missing", f"{name}.{REF}", "chybí sloupec ref", "the column ref is missing"))
        known = [REF, "as_of", NONE] if name == CASES else [REF, *_columns(TABLES[name])]
        problems += [_unknown(f"{name}.{each}", each, known) for each in frame.columns if each not in known]
    if problems:
        raise InputError(problems)


def _columns(table: _Table) -> Iterator[str]:
    """Yield the columns of a frame: fields, those of single parts inside with a dot, the column of the owner."""
    if table.by is not None:
        yield table.by
    yield from _fields(table.part, "")


def _fields(part: type[Part], prefix: str) -> Iterator[str]:
    for key, field in fields(part).items():
        yield f"{prefix}{key}"
        inside = part_of(field)
        if inside is not None and not inner(field)[1]:
            yield from _fields(inside, f"{prefix}{key}.")


def _unknown(place: str, name: str, known: Sequence[str]) -> Problem:
    near = get_close_matches(name, known, n=1)
    names = f"{near[0]}?" if near else ", ".join(known)
    cs = f"nic takového tu není; {'nemá to být' if near else 'možné jsou:'} {names}"
    en = f"there is no such thing here; {'is it' if near else 'there are:'} {names}"
    return Problem("unknown_key", place, cs, en)


def _cases(frames: Mapping[str, pl.DataFrame], as_of: date | None) -> tuple[list[Source], list[Problem]]:
    """Return the documents of the cases in their order, and the problems of rows that are nobody's."""
    rows = {name: frame.to_dicts() for name, frame in frames.items()}
    lost = [
        Problem("ref_needed", f"{name}, {number}", "řádek nemá označení případu (ref)", "the row has no ref")
        for name, of in rows.items() for number, row in enumerate(of, start=1) if not isinstance(row[REF], str)
    ]  # fmt: skip
    mine: dict[str, dict[str, list[Row]]] = {}
    for name, of in rows.items():
        for row in of:
            if isinstance(row[REF], str):
                mine.setdefault(row[REF], {}).setdefault(name, []).append(row)
    listed = CASES in frames
    first = {row[REF]: None for row in rows.get(CASES, ())}
    refs = [ref for ref in dict.fromkeys([*first, *mine]) if ref in mine]
    return [_source(ref, mine[ref], as_of, listed=listed) for ref in refs], lost


def _source(ref: str, rows: Mapping[str, list[Row]], as_of: date | None, *, listed: bool) -> Source:
    heads = rows.get(CASES, [])
    if listed and not heads:
        return _refused(ref, "unknown_ref", "případ s tímto označením není v tabulce cases",
                        "no case of the frame cases has this reference")  # fmt: skip
    if len(heads) > 1:
        return _refused(ref, "duplicate_ref", "označení má v tabulce cases víc řádků",
                        "the reference has several rows in the frame cases")  # fmt: skip
    head = heads[0] if heads else {}
    document: Row = {REF: ref, "as_of": as_of if head.get("as_of") is None else head["as_of"]}
    for name in head.get(NONE) or ():
        table = TABLES.get(name)
        if table is None or not table.many or table.inside is not None:
            return _refused(ref, "unknown_key", "sloupec none jmenuje tabulku, která tu být nemůže",
                            "the column none names a frame that cannot be there")  # fmt: skip
        _place(document, table.path, [])
    for name, table in TABLES.items():
        problem = _filled(document, name, table, rows.get(name, []))
        if problem is not None:
            return _refused(ref, *problem)
    return Source(ref, document)


def _refused(ref: str, code: str, cs: str, en: str) -> Source:
    return Source(ref, None, problem=Problem(code, ref, cs, en), ref=ref)


def _filled(document: Row, name: str, table: _Table, rows: Sequence[Row]) -> tuple[str, str, str] | None:
    """Put the rows of a frame into a document; returns the problem if they do not fit."""
    if not rows:
        return None
    if table.inside is not None and table.by is not None:
        return _owned(document, name, table, rows)
    if not table.many:
        if len(rows) > 1:
            return "duplicate_ref", f"v tabulce {name} má případ víc řádků", f"the case has several rows in {name}"
        document.setdefault(table.path[0], {}).update(_part(rows[0], {REF}))
        return None
    if _at(document, table.path) == []:
        return "contradiction", f"případ má v tabulce {name} řádky, a přece ji jmenuje none", (
            f"the case has rows in {name}, yet none names it"
        )  # fmt: skip
    _place(document, table.path, [_part(row, {REF}) for row in rows])
    return None


def _owned(document: Row, name: str, table: _Table, rows: Iterable[Row]) -> tuple[str, str, str] | None:
    owners = {each["id"]: each for each in document.get(str(table.inside), ()) if "id" in each}
    for row in rows:
        owner = owners.get(row.get(str(table.by)))
        if owner is None:
            return "unknown_reference", f"řádek tabulky {name} nemá v {table.inside} svého vlastníka", (
                f"a row of {name} has no owner in {table.inside}"
            )  # fmt: skip
        owner.setdefault(table.path[0], []).append(_part(row, {REF, str(table.by)}))
    return None


def _at(document: Row, path: Sequence[str]) -> Any:  # noqa: ANN401 - of a document
    node: Any = document
    for key in path:
        node = node.get(key) if isinstance(node, dict) else None
    return node


def _place(document: Row, path: Sequence[str], value: Any) -> None:  # noqa: ANN401 - of a document
    for key in path[:-1]:
        document = document.setdefault(key, {})
    document[path[-1]] = value


def _part(row: Row, without: set[str]) -> Row:
    """Return what a row says, without what is unknown, columns with a dot as parts inside."""
    found: Row = {}
    for name, value in row.items():
        known = _known(value)
        if name not in without and known is not None:
            _place(found, name.split("."), known)
    return found


def _known(value: Any) -> Any:  # noqa: ANN401 - of a frame
    """Return a value without unknown ones inside structs; None for a struct that says nothing."""
    if isinstance(value, dict):
        inside = {key: known for key, each in value.items() if (known := _known(each)) is not None}
        return inside or None
    return [_known(each) for each in value] if isinstance(value, list) else value
