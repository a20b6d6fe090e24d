"""Two checked lists of one office -> what changed between them: which debts are new, gone, stopped, worse, decided.

Debts are matched by the file mark with the person, the kind and the fee year or day, then by person, kind, fee year or
day and principal. Nothing is matched by guess: a debt that could be one of two, or that cannot be told apart, is
`unmatched`, with the reason. Rows and balances of both lists add up, or ReconciliationError is raised.
"""

from __future__ import annotations

from pathlib import Path
from secrets import token_bytes
from typing import TYPE_CHECKING, Final, Literal

import polars as pl
from attrs import evolve, frozen

from dluhy.checking import ListResult, check_list
from dluhy.children.check import TOPIC
from dluhy.children.outcome import NEEDS_DATA
from dluhy.intake.columns import NAMES
from dluhy.intake.grids import ROW
from dluhy.intake.lists import ReconciliationError, take_in
from dluhy.intake.years import PART
from dluhy.law.pack import default_pack
from dluhy.matching import matched
from dluhy.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dluhy.intake.columns import Columns
    from dluhy.intake.readers import Reading
    from dluhy.law.pack import Pack
    from dluhy.problems import Problem

Keyed = Literal["code", "birth_number", "name", "nothing"]
"""How a list tells people apart: by its own code, else by birth number, else by name with birth date."""

CHANGES: Final = (
    "new", "gone", "stopped", "worsened", "eased", "came_of_age", "decided", "undecided", "paid", "verdict_changed",
)  # fmt: skip
"""What may have happened to a debt, in the order it is told; several may hold of one."""

REASONS: Final = ("keyed_differently", "no_person", "no_debt", "ambiguous", "principal_differs")
"""Why a debt could not be matched, the first that holds.

The lists tell people apart in different ways; the row names nobody; it has neither a file mark nor kind and day; two
debts could be the same one; the only debt it could be has another principal.
"""

STATUSES: Final = ("matched", "new", "gone", "unmatched_new", "unmatched_old")

_COMPARED: Final = {
    "person_id": pl.String(), "enforcement_ref": pl.String(), "debt_kind": pl.String(), "when": pl.String(),
    "principal": pl.Int64(), "balance": pl.Int64(), "costs": pl.Int64(), "outcome": pl.String(),
    "verdict": pl.String(), "child_owes": pl.String(), "enforcement_kind": pl.String(),
    "enforcement_status": pl.String(), "days_to_18_from": pl.Int32(), "days_to_18_to": pl.Int32(),
}  # fmt: skip
_OWN_MARK: Final = r"^\((?:O[0-9]{5,12}|řádek\s.*)\)$"  # how the program calls people within one list only
_SECRET_BYTES: Final = 32


@frozen
class Comparison:
    """What changed between two lists.

    `debts` has one row per debt of either list: `status` (one of STATUSES), `matched_by` ("file_mark", "debt",
    "only_candidate", null if not matched), `reason` (one of REASONS, null unless unmatched), `person` (the key under
    which both lists know the person; null if none), a Boolean for each of CHANGES, and what the lists say of the debt,
    each under `old_` and `new_` (null where it is not in that list): `row`, `part`, `person_id`, `enforcement_ref`,
    `debt_kind`, `when` (fee year, or day), amounts in haléře, outcome, verdict and enforcement. Debts of the new list
    stand first, in its order, then what is only in the old one.
    """

    old: ListResult
    new: ListResult
    keyed: tuple[Keyed, Keyed]
    debts: pl.DataFrame
    old_as_of: date

    @property
    def keyed_differently(self) -> bool:
        """Whether the lists tell people apart in different ways, so that no debt can be matched."""
        return self.keyed[0] != self.keyed[1]

    @property
    def complete(self) -> bool:
        """Whether every row of both lists was judged."""
        return self.old.complete and self.new.complete

    @property
    def changes(self) -> pl.DataFrame:
        """One row per debt and change, in the order of CHANGES, with `change` and `amount` in haléře (null: unknown).

        The amount is the balance now; of what is gone the balance before; of a worse debt what balance and costs grew
        by; of a paid or an eased one what the balance fell by.
        """
        parts = [
            self.debts.filter(pl.col(change)).with_columns(
                pl.lit(change).alias("change"), _amount(change).alias("amount")
            )
            for change in CHANGES
        ]
        return pl.concat(parts)

    def totals(self, side: Literal["old", "new"]) -> pl.DataFrame:
        """Return, for each status a debt of a list has, the number of debts and their balance in haléře."""
        mine = self.debts.filter(pl.col(f"{side}_row").is_not_null())
        return mine.group_by("status", maintain_order=True).agg(
            pl.len().alias("debts"), pl.col(f"{side}_balance").sum().alias("balance")
        )


def compare_files(  # noqa: PLR0913 - how lists are read, by name
    old: Path | str,
    new: Path | str,
    as_of: date,
    old_as_of: date,
    pack: Pack | None = None,
    *,
    reading: Reading | None = None,
    secret: bytes | None = None,
) -> Comparison:
    """Check two list files and compare them; each is judged as of its own day.

    A day before the pack knows the law is judged as of the first one it knows; who came of age goes by the day itself.
    With a `secret` the result knows people and file marks by keyed references only. Without one people are known as
    the lists know them; those without a code are matched under a key made for this run. Raises InputError with the
    problems of both files at once.
    """
    problems: list[Problem] = []
    results = []
    known_from = (pack or default_pack()).info.horizon[TOPIC].from_
    for path, day in ((Path(old), max(old_as_of, known_from)), (Path(new), as_of)):
        try:
            results.append(check_list(path, day, pack, reading=reading, secret=secret, pseudonymise=secret is not None))
        except InputError as error:
            problems += _placed(error, path)
    if problems:
        raise InputError(problems)
    first, second = results
    by_code = not any(_known_by_row(result) for result in results)
    if secret is not None or by_code or keyed_by(first.intake.columns) != keyed_by(second.intake.columns):
        return compare_lists(first, second, old_as_of=old_as_of)
    own = token_bytes(_SECRET_BYTES)
    return compare_lists(
        first,
        second,
        old_as_of=old_as_of,
        people=(_people(first, Path(old), reading, own), _people(second, Path(new), reading, own)),
    )


def compare_lists(
    old: ListResult,
    new: ListResult,
    *,
    old_as_of: date | None = None,
    people: tuple[pl.DataFrame, pl.DataFrame] | None = None,
) -> Comparison:
    """Say what changed between two checked lists.

    `old_as_of` is the day of the older list, by default the one it was judged for. `people` gives for each list the
    keys under which both know a person (`row`, `part`, `person`); by default it is `person_id`, but for the marks the
    program gives to people without a code, which hold within one list only. Raises ReconciliationError if rows or
    balances do not add up.
    """
    keyed = (keyed_by(old.intake.columns), keyed_by(new.intake.columns))
    sides = [
        _side(result, None if people is None else people[place], name)
        for place, (name, result) in enumerate((("old", old), ("new", new)))
    ]
    debts = matched(*sides) if keyed[0] == keyed[1] else _told_apart(*sides)
    day = old_as_of or old.as_of
    comparison = Comparison(old, new, keyed, _with_changes(debts, old, (new.as_of - day).days), day)
    reconcile(comparison)
    return comparison


def reconcile(comparison: Comparison) -> None:
    """Raise ReconciliationError unless every debt of either list stands in the comparison once, with its balance."""
    for side, result in (("old", comparison.old), ("new", comparison.new)):
        own = comparison.debts.filter(pl.col(f"{side}_row").is_not_null())
        have = own.select(f"{side}_row", f"{side}_part").n_unique(), own.height, int(own[f"{side}_balance"].sum())
        want = result.judged.height, result.judged.height, int(result.judged["balance"].sum())
        if have != want:
            msg = f"{side} list: (different debts, debts, haléře) {have} compared, {want} judged"
            raise ReconciliationError(msg)


def keyed_by(columns: Columns) -> Keyed:
    """Return by what a list tells people apart, the surest column it has."""
    for name in ("code", "birth_number"):
        meaning = "person_id" if name == "code" else name
        if meaning in columns.positions:
            return "code" if name == "code" else "birth_number"
    return "name" if any(name in columns.positions for name in NAMES) else "nothing"


def _known_by_row(result: ListResult) -> bool:
    return bool(result.judged["person_id"].str.contains(_OWN_MARK).any())


def _people(result: ListResult, path: Path, reading: Reading | None, secret: bytes) -> pl.DataFrame:
    facts = take_in(path, result.checker.pack, result.as_of, reading, secret=secret).facts
    return facts.select(ROW, PART, pl.col("person_id").alias("person"))


def _placed(error: InputError, path: Path) -> list[Problem]:
    """Return the problems of a file with its name before their places."""
    return [
        problem if problem.place.startswith(path.name) else evolve(problem, place=f"{path.name}, {problem.place}")
        for problem in error.problems
    ]


def _side(result: ListResult, people: pl.DataFrame | None, name: str) -> pl.DataFrame:
    """Return the debts of a list as they are compared: keys, and what is told of them under the side's name."""
    judged = result.judged
    if people is None:
        keyed = judged.with_columns(pl.col("person_id").alias("person"))
    else:
        keyed = judged.join(people, on=[ROW, PART], how="left", maintain_order="left")
    given = keyed.with_columns(
        pl.col("person_days_to_18_from").alias("days_to_18_from"),
        pl.col("person_days_to_18_to").alias("days_to_18_to"),
        _when(result.checker.pack).alias("when"),
        pl.when(~pl.col("person").str.contains(_OWN_MARK)).then("person").alias("person"),
    )
    absent = [column for column in _COMPARED if column not in given.columns]
    whole = given.with_columns(pl.lit(None).alias(column) for column in absent)
    typed = whole.with_columns(pl.col(column).cast(dtype) for column, dtype in _COMPARED.items())
    return typed.select(
        "person",
        *(pl.col(column).alias(f"{name}_{column}") for column in (ROW, PART, *_COMPARED)),
    )


def _when(pack: Pack) -> pl.Expr:
    """Return the fee year of a fee, else the day a debt arose or fell due; null unless it is known exactly."""
    fees = [code for code, term in pack.vocabularies["debt_kinds"].items() if term.more.get("group") == "local_fee"]
    year, due, arose = (_exactly(name) for name in ("fee_year", "due_on", "arose_on"))
    fee = pl.col("debt_kind").cast(pl.String).is_in(fees).fill_null(value=True)
    return pl.when(fee).then(pl.coalesce(year, due, arose)).otherwise(pl.coalesce(arose, due))


def _exactly(name: str) -> pl.Expr:
    first, last = pl.col(f"{name}_from"), pl.col(f"{name}_to")
    return pl.when(first == last).then(first.cast(pl.String))


def _told_apart(old: pl.DataFrame, new: pl.DataFrame) -> pl.DataFrame:
    """Return all debts as unmatched: the lists do not know people by the same thing."""
    parts = [
        frame.with_columns(pl.lit(f"unmatched_{side}").alias("status"), pl.lit("keyed_differently").alias("reason"))
        for side, frame in (("new", new), ("old", old))
    ]
    return pl.concat(parts, how="diagonal").with_columns(pl.lit(None, dtype=pl.String).alias("matched_by"))


def _could_tell(old: ListResult) -> bool:
    """Return whether an empty cell of the old list says that a debt was not enforced: it has a column for it."""
    return bool({"enforcement_ref", "enforcement_kind"} & set(old.intake.columns.positions))


def _with_changes(debts: pl.DataFrame, old: ListResult, days_between: int) -> pl.DataFrame:
    """Add a Boolean for each change; a birthday is told by the newer list, which may have mended a date of birth."""
    both = pl.col("status") == "matched"
    tests: Mapping[str, pl.Expr] = {
        "new": pl.col("status") == "new",
        "gone": pl.col("status") == "gone",
        "stopped": pl.col("old_enforcement_status").is_in(["running", "suspended"])
        & pl.col("new_enforcement_status").is_in(["stopped", "ended"]),
        "worsened": pl.any_horizontal(
            (_grown("balance") > 0).fill_null(value=False),
            (_grown("costs") > 0).fill_null(value=False),
            _newly_enforced(old_could_tell=_could_tell(old)).fill_null(value=False),
            (_rank("new") > _rank("old")).fill_null(value=False),
        ),
        "eased": pl.any_horizontal(
            ((_grown("balance") < 0) & (pl.col("new_balance") > 0)).fill_null(value=False),
            (
                (pl.col("old_enforcement_status") == "running") & (pl.col("new_enforcement_status") == "suspended")
            ).fill_null(value=False),
        ),
        "came_of_age": (pl.col("new_days_to_18_to") <= 0) & (pl.col("new_days_to_18_from") > -days_between),
        "decided": (pl.col("old_outcome") == NEEDS_DATA) & (pl.col("new_outcome") != NEEDS_DATA),
        "undecided": (pl.col("old_outcome") != NEEDS_DATA) & (pl.col("new_outcome") == NEEDS_DATA),
        "paid": (pl.col("old_balance") > 0) & (pl.col("new_balance") <= 0),
        "verdict_changed": (pl.col("old_verdict") != pl.col("new_verdict"))
        & (pl.col("old_outcome") != NEEDS_DATA)
        & (pl.col("new_outcome") != NEEDS_DATA),
    }
    told = debts.with_columns(
        (test if name in {"new", "gone"} else both & test).fill_null(value=False).alias(name)
        for name, test in tests.items()
    )
    return told.with_columns(pl.col("eased") & ~pl.col("worsened"))


def _rank(side: str) -> pl.Expr:
    """Return how hard a debt is enforced: over, suspended, running."""
    ranks = {"stopped": 0, "ended": 0, "suspended": 1, "running": 2}
    status = pl.col(f"{side}_enforcement_status").cast(pl.String)
    return status.replace_strict(ranks, default=None, return_dtype=pl.Int8)


def _newly_enforced(*, old_could_tell: bool) -> pl.Expr:
    """Return whether a court executor enforces a debt now that none enforced before."""
    before, now = pl.col("old_enforcement_kind"), pl.col("new_enforcement_kind")
    nothing = before.is_null() & pl.col("old_enforcement_ref").is_null() & old_could_tell
    over = pl.col("new_enforcement_status").is_in(["stopped", "ended"]).fill_null(value=False)
    return (now == "court_executor") & ((before != "court_executor").fill_null(value=False) | nothing) & ~over


def _grown(name: str) -> pl.Expr:
    return pl.col(f"new_{name}") - pl.col(f"old_{name}")


def _amount(change: str) -> pl.Expr:
    if change == "gone":
        return pl.col("old_balance")
    if change == "worsened":
        grown = [_grown(name) for name in ("balance", "costs")]
        known = pl.any_horizontal(*(part.is_not_null() for part in grown))
        return pl.when(known).then(pl.sum_horizontal(*(part.clip(0) for part in grown)))
    if change in {"paid", "eased"}:
        return -_grown("balance")
    return pl.col("new_balance")
