"""An NDJSON list judged while it comes, in flat memory, by parts that hold whole people.

What is said of a row depends on the person's other rows: years of a fee owed, the list and the urgency, debts from
childhood among all, birth dates that disagree. So the rows of a person must follow one another. A person's group ends
with the first row of another person; a row of a person whose group has ended is not judged but rejected
(`person_returns`), never silently judged apart from the others. Rows without a code of a person stand alone, as in
every list. Under this contract a row is judged exactly as in the whole list.

Names and birth numbers are compared over a whole list, to see whose a number is: a list with them does not come in
parts. What a list must have besides (a birth date, a kind, a year or a due day) must stand in its first rows
(`StreamLimits.part_rows`), since nothing that was given out is taken back.
"""

from __future__ import annotations

from hashlib import sha256
from secrets import token_bytes
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy import receipt as receipts
from dluhy.bulk.groups import Group, Groups
from dluhy.bulk.headings import Headings
from dluhy.bulk.lines import Lines
from dluhy.checking import JOB, judged_rows
from dluhy.children.check import COMPACT, TOPIC, checker
from dluhy.intake.codes import CodesSeen
from dluhy.intake.grids import BrokenLine
from dluhy.intake.json_lines import cells_of, no_ndjson, no_row, row_of
from dluhy.intake.lists import CheckedList, ReconciliationError, clean
from dluhy.intake.private import without_identities
from dluhy.intake.readers import RawList
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from dluhy.bulk.lines import Line
    from dluhy.checking import JudgedRows
    from dluhy.intake.json_lines import Row
    from dluhy.law.pack import Pack
    from dluhy.receipt import Receipt

_SECRET_BYTES: Final = 32


@frozen(kw_only=True)
class StreamLimits:
    """How much a stream may be and hold at once."""

    rows: int = 10_000_000
    line_bytes: int = 100_000
    part_rows: int = 4_000
    """Rows after which a part ends with the person at hand."""
    part_bytes: int = 8_000_000
    person_rows: int = 10_000
    person_bytes: int = 16_000_000
    people: int = 1_000_000


class ListStream:
    """Takes the bytes of an NDJSON list and yields judged parts; every person is whole in one part.

    `feed` and `finish` raise InputError where the list as a whole cannot be used (what was yielded before is then no
    whole result), HorizonError is raised at once if the pack does not know the day. After `finish`, `receipt` and
    `sums` are those of the whole list, as `check_list` gives them.
    """

    def __init__(
        self, as_of: date, pack: Pack | None = None, *, limits: StreamLimits | None = None, pseudonymise: bool = False
    ) -> None:
        """Judge by a day and a pack; with `pseudonymise` nothing but references of this one run tells people."""
        self._judge, self._as_of = checker(pack), as_of
        self._judge.pack.require_known(TOPIC, as_of)
        self._limits = limits or StreamLimits()
        self._secret = token_bytes(_SECRET_BYTES) if pseudonymise else None
        self._lines = Lines(self._limits.line_bytes)
        self._headings = Headings()
        self._groups = Groups(self._limits.people)
        self._group, self._codes = Group(), CodesSeen()
        self._rows: list[Row] = []
        self._numbers: list[int] = []
        self._bytes = 0
        self._broken: list[BrokenLine] = []
        self._taken, self._judged, self._rejected = 0, 0, 0
        self._digest, self._decisions = sha256(), receipts.ResultHash()
        self.sums: dict[str, tuple[int, int, int]] = {}

    def feed(self, piece: bytes) -> Iterator[JudgedRows]:
        """Take the next bytes of the list; yield the parts that they complete."""
        self._digest.update(piece)
        for line in self._lines.feed(piece):
            yield from self._take(line)

    def finish(self) -> Iterator[JudgedRows]:
        """Take the end of the list; yield what is left. Raises ReconciliationError where a row is lost."""
        for line in self._lines.finish():
            yield from self._take(line)
        if not self._taken:
            raise InputError([Problem("empty", "soubor", "soubor je prázdný, chybí řádky",
                                      "the file is empty, it has no rows")])  # fmt: skip
        if not self._headings.names:
            raise no_ndjson()
        if self._rows or self._broken or not self._judged + self._rejected:
            yield self._part()
        if self._taken != self._judged + self._rejected:
            msg = f"{self._taken} rows in, {self._judged} judged, {self._rejected} rejected"
            raise ReconciliationError(msg)

    @property
    def unused(self) -> tuple[str, ...]:
        """The columns so far that mean nothing here, in the order in which they came."""
        return self._headings.unused

    @property
    def receipt(self) -> Receipt:
        """The receipt of the rows so far; after `finish` that of the list."""
        return receipts.make(
            self._judge.pack,
            job=JOB,
            as_of=self._as_of,
            input_sha256=self._digest.hexdigest(),
            rows_judged=self._judged,
            rows_rejected=self._rejected,
            result_sha256=self._decisions.hexdigest(),
        )

    def _take(self, line: Line) -> Iterator[JudgedRows]:
        number, content = line
        self._taken += 1
        if self._taken > self._limits.rows:
            raise _too_many(self._limits.rows)
        row = None if content is None else _row(content)
        if content is None or row is None:
            self._broken.append(no_row(number, "") if content else _too_long(number, self._limits.line_bytes))
        else:
            self._headings.add(row)
            yield from self._place(number, row, len(content))
        if len(self._broken) >= self._limits.part_rows:
            if not self._headings.names:
                raise no_ndjson()
            yield self._part(whole=False)

    def _place(self, number: int, row: Row, size: int) -> Iterator[JudgedRows]:
        """Put a row to its person's others; yield the rows before it where a part is full and a person ends."""
        person = self._headings.person_of(row)
        if person is not None and self._groups.is_over(person):
            self._broken.append(_returns(number))
            return
        if person is None or person != self._group.person:
            self._groups.end(self._group.person)
            self._group = Group(person)
            if len(self._rows) >= self._limits.part_rows or self._bytes >= self._limits.part_bytes:
                yield self._part()
        self._group.grow(size)
        if self._group.rows > self._limits.person_rows or self._group.bytes > self._limits.person_bytes:
            raise _person_too_large(number)
        self._rows.append(row)
        self._numbers.append(number)
        self._bytes += size

    def _part(self, *, whole: bool = True) -> JudgedRows:
        """Judge the rows at hand; with `whole` false only the lines that are none are told, a person goes on."""
        rows, numbers = (self._rows, self._numbers) if whole else ([], [])
        intake = self._clean(rows, numbers)
        part = judged_rows(self._judge, intake, self._as_of)
        self._decisions.add(part.judged.select(COMPACT))
        self._judged += intake.rows_usable
        self._rejected += intake.rows_rejected
        for name, values in intake.sums.items():
            before = self.sums.get(name, (0, 0, 0))
            self.sums[name] = (before[0] + values[0], before[1] + values[1], before[2] + values[2])
        self._broken = []
        if whole:
            self._rows, self._numbers, self._bytes = [], [], 0
        return part

    def _clean(self, rows: list[Row], numbers: list[int]) -> CheckedList:
        columns = self._headings.settled()
        cells = cells_of(rows, numbers, columns.headers, columns.positions.values())
        raw = RawList(cells, columns, "ndjson", "", broken=tuple(self._broken))
        intake = clean(raw, self._judge.pack, self._as_of, secret=self._secret, codes=self._codes)
        return intake if self._secret is None else without_identities(intake, self._secret)


def _row(content: bytes) -> Row | None:
    try:
        return row_of(content)
    except (ValueError, RecursionError):
        return None


def _too_long(number: int, most: int) -> BrokenLine:
    return BrokenLine(number, "", "line_too_long", f"řádek je delší než {most} bajtů",
                      f"the line is longer than {most} bytes")  # fmt: skip


def _returns(number: int) -> BrokenLine:
    return BrokenLine(
        number, "", "person_returns",
        "řádky této osoby už skončily; řádky jedné osoby mají jít za sebou, jinak pošlete seznam jako soubor",
        "the rows of this person have ended; rows of one person must follow one another, or send the list as a file",
    )  # fmt: skip


def _too_many(most: int) -> InputError:
    return InputError([Problem("too_many", "soubor", f"řádků je přes {most}; seznam rozdělte",
                               f"there are more than {most} rows; divide the list")])  # fmt: skip


def _person_too_large(number: int) -> InputError:
    return InputError([Problem("person_too_large", f"řádek {number}", "jedna osoba má příliš mnoho řádků",
                               "one person has too many rows")])  # fmt: skip
