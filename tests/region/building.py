"""Reports of municipalities made from plain numbers, as tests of a region need them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from dluhy import places
from dluhy.region.exchange import Block, CreditorLine, GroupLine, Line, Origin, Since, Sums, Tables
from dluhy.region.files import Report
from dluhy.region.overview import GROUPS, Group

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DAY = date(2026, 11, 21)
CHEB, AS, LUBY, SOKOLOV, PREBUZ = "554481", "554499", "554634", "560286", "560596"
ONE_CODE = {
    "verdicts": "guardian_only", "tones": "stop", "who_owes": "no", "debt_kinds": "local_fee_waste",
    "creditor_kinds": "municipality", "creditors": "municipality", "enforcement_kinds": "court_executor",
    "enforcement_statuses": "running",
}  # fmt: skip

Numbers = tuple[int, int, int]
"""People, debts, haléře."""


def line(group: Group, code: str, numbers: Numbers) -> dict[str, Any]:
    people, debts, halere = numbers
    return {"group": group, "code": code, "people": people, "debts": debts, "halere": halere, "amounts_unknown": 0}


def split(numbers: Numbers, parts: Sequence[Numbers]) -> None:
    """Hold what is said of the parts of a group against the whole."""
    assert sum(part[1] for part in parts) == numbers[1]
    assert sum(part[2] for part in parts) == numbers[2]


def block(
    code: str,
    groups: Mapping[Group, Numbers],
    *,
    regimes: Mapping[Group, Mapping[str, Numbers]] | None = None,
    changes: Mapping[Group, Mapping[str, Numbers]] | None = None,
    since: date | None = None,
) -> Block:
    """Return a municipality whose groups owe what is said; of every table but the regimes one code has it all."""
    place = places.municipality(code)
    assert place is not None
    ruled = regimes or {}
    tables: dict[str, list[Any]] = {name: [] for name in ("regimes", *ONE_CODE, "steps", "birthdays")}
    for group, numbers in groups.items():
        if not numbers[0]:
            continue
        parts = ruled.get(group, {"W2": numbers})
        split(numbers, list(parts.values()))
        tables["regimes"] += [Line(**line(group, each, of)) for each, of in parts.items() if of[0]]
        for name, only in ONE_CODE.items():
            made = line(group, only, numbers)
            tables[name].append(CreditorLine(kind="municipality", **made) if name == "creditors" else Line(**made))
        if group == "children":
            tables["birthdays"].append(Line(**line(group, "later", numbers)))
    since_block = None if since is None else Since(
        as_of=since, input_sha256="b" * 64, unmatched_old=0, unmatched_new=0,
        changes=[Line(**line(group, each, of)) for group, told in (changes or {}).items() for each, of in told.items()],
    )  # fmt: skip
    return Block(
        municipality=code, name=place.name, rows_judged=sum(of[1] for of in groups.values()),
        groups=[_group(group, groups.get(group, (0, 0, 0))) for group in GROUPS],
        others=Sums(debts=0, people=0, halere=0, amounts_unknown=0), tables=Tables(**tables), since=since_block,
    )  # fmt: skip


def _group(group: Group, numbers: Numbers) -> GroupLine:
    made = line(group, "", numbers)
    del made["code"]
    return GroupLine(
        **made, principal_halere=0, principals_unknown=numbers[1], costs_halere=0, costs_unknown=numbers[1]
    )


def report(made: Block, day: date = DAY, *, pack: str = "a", file: str = "souhrn.json") -> Report:
    origin = Origin(
        program_version="1", pack="cz", pack_version="2026.11", pack_hash=pack * 64, input_sha256="c" * 64
    )  # fmt: skip
    return Report(file=file, as_of=day, origin=origin, block=made, rows_rejected=0)


def people(code: str, children: int, adults: int = 0, undecided: int = 0, day: date = DAY) -> Report:
    """Return a report of people who owe two debts of 600 CZK each."""
    counts: dict[Group, int] = {"children": children, "adults": adults, "undecided": undecided}
    return report(block(code, {group: (count, 2 * count, count * 120_000) for group, count in counts.items()}), day)
