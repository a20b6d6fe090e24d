"""A list judged while it comes: as the whole list, by whole people, every line counted, nothing unbounded."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import AS_OF

from dluhy import InputError, check_list
from dluhy.bulk.lines import Lines
from dluhy.bulk.stream import ListStream, StreamLimits
from dluhy.report.list_lines import lines
from dluhy.report.stream import StreamWriter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

KINDS = ["local_fee_waste", "library", "transport_fare", None]
Rows = list[dict[str, Any]]


def _row(person: str | None, year: int = 2018, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {"person_id": person, "birth_date": "2008-05-01", "debt_kind": "local_fee_waste", "fee_year": year,
            "balance": "100.50", **more}  # fmt: skip


def _bytes(rows: Sequence[object]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def _streamed(content: bytes, *, size: int = 1_000, only: Any = None, **limits: int) -> list[dict[str, Any]]:  # noqa: ANN401
    writer = StreamWriter(ListStream(AS_OF, limits=StreamLimits(**limits)), "cs", only)
    out = [piece for start in range(0, len(content), size) for piece in writer.feed(content[start : start + size])]
    return [json.loads(line) for line in b"".join([*out, *writer.finish()]).splitlines()]


def _whole(content: bytes, folder: Path, only: Any = None) -> list[dict[str, Any]]:  # noqa: ANN401 - a selection
    path = folder / "s.ndjson"
    path.write_bytes(content)
    return [json.loads(line) for line in b"".join(lines(check_list(path, AS_OF), "cs", only)).splitlines()]


def _by_row(found: list[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps(line, sort_keys=True) for line in found)


def _problems(content: bytes, **limits: int) -> list[str]:
    with pytest.raises(InputError) as caught:
        _streamed(content, **limits)
    return [problem.code for problem in caught.value.problems]


ADJACENT = st.lists(
    st.lists(
        st.fixed_dictionaries(
            {"birth_date": st.sampled_from(["2008-05-01", "2008-06-01", "2001", "asi", None]),
             "debt_kind": st.sampled_from(KINDS), "fee_year": st.sampled_from([2016, 2018, "2017-2018", None])},
            optional={"due_on": st.sampled_from(["2018-05-31", "2019"]), "enforcement_ref": st.just("013 EX 1/22"),
                      "call_served_on": st.sampled_from(["2026-11-10", "2020-01-01"]), "costs": st.just("10"),
                      "balance": st.sampled_from(["100", "-3,50", "nic", 5, None]), "jiné": st.just(1)},
        ),
        min_size=1, max_size=4,
    ),
    min_size=1, max_size=6,
)  # fmt: skip


@pytest.mark.heavy
@given(groups=ADJACENT, part=st.integers(1, 6), size=st.integers(1, 300))
@settings(max_examples=6, deadline=None)
def test_rows_are_judged_as_in_the_whole_list(
    tmp_path_factory: pytest.TempPathFactory, groups: list[Rows], part: int, size: int
) -> None:
    """Rows that differ by what their person's other rows say come out alike; only the order of rejects may differ."""
    codes = [None if number % 3 == 2 else f" P{number} " for number in range(len(groups))]
    rows = [{**row, "person_id": code} for code, group in zip(codes, groups, strict=True) for row in group]
    content = _bytes(rows)
    streamed = _streamed(content, size=size, part_rows=part)
    whole = _whole(content, tmp_path_factory.mktemp("s"))
    assert streamed[-1] == whole[-1]
    assert _by_row(streamed) == _by_row(whole)


@pytest.mark.thorough
def test_a_selection_is_that_of_the_whole_list(tmp_path: Path) -> None:
    content = _bytes([_row(f"P{n}", birth_date=f"{1998 + n}-05-01") for n in range(20)])
    for only in ("children", "adults", "undecided"):
        assert _streamed(content, only=only, part_rows=3) == _whole(content, tmp_path, only)


def test_a_person_that_returns_is_rejected_row_by_row_wherever_parts_end() -> None:
    content = _bytes([_row("A"), _row("B"), _row("A", 2019), _row("B", 2019), _row(None), _row("B", 2020)])
    for part in (1, 2, 100):
        found = _streamed(content, part_rows=part)
        rejected = [line["rejected"] for line in found if "rejected" in line]
        assert [(cell["row"], cell["code"]) for cell in rejected] == [(3, "person_returns"), (6, "person_returns")]
        assert sorted(line["row"] for line in found if "row" in line) == [1, 2, 4, 5]
        assert found[-1]["summary"]["receipt"]["rows_rejected"] == 2


def test_lines_that_are_no_rows_are_told_by_number_and_the_rest_is_judged() -> None:
    good = [json.dumps(_row(f"P{n}")).encode() for n in range(3)]
    content = b"\n".join([b"\xef\xbb\xbf" + good[0], b"", b"{", b'{"a": [1]}', b'{"a":1,"a":2}', b"\xff", good[1],
                          b'{"x": "' + b"y" * 5_000 + b'"}', b" " * 5_000, good[2]])  # fmt: skip
    found = _streamed(content, line_bytes=2_000, size=7)
    told = {line["rejected"]["row"]: line["rejected"]["code"] for line in found if "rejected" in line}
    long = dict.fromkeys((8, 9), "line_too_long")
    assert told == dict.fromkeys((3, 4, 5, 6), "bad_json") | long
    assert all(line["rejected"]["cs"] and line["rejected"]["en"] for line in found if "rejected" in line)
    assert [line["row"] for line in found if "row" in line] == [1, 7, 10]
    receipt = found[-1]["summary"]["receipt"]
    assert (receipt["rows_in"], receipt["rows_judged"], receipt["rows_rejected"]) == (9, 3, 6)


def test_a_flood_of_broken_lines_inside_one_person_is_told_without_ending_the_person(tmp_path: Path) -> None:
    rows = [json.dumps(_row("P1", year)).encode() for year in (2016, 2017)]
    content = rows[0] + b"\n" + b"nic\n" * 50 + rows[1] + b"\n"
    found = _streamed(content, part_rows=5)
    assert _by_row(found) == _by_row(_whole(content, tmp_path))


def test_what_a_stream_cannot_be() -> None:
    names = [_row("P1", birth_number="0001010009")]
    assert _problems(_bytes(names)) == ["personal_columns"]
    assert _problems(_bytes([{"person_id": "P1", "fee_year": 2018}])) == ["column_missing", "column_missing"]
    assert _problems(_bytes([_row("P1"), {**_row("P2"), "Datum narození": "2008-01-01"}])) == ["column_twice"]
    assert _problems(_bytes([_row("Jana Nováková")])) == ["personal_code"]
    assert _problems(b"") == _problems(b"\n \n") == ["empty"]
    assert _problems(b"<html>\n" * 3) == ["not_ndjson"]
    assert _problems(b"<html>\n" * 30, part_rows=5) == ["not_ndjson"]
    assert _problems(_bytes([{"a": 1}])) == ["column_missing"] * 3


def test_everything_is_bounded() -> None:
    assert _problems(_bytes([_row(f"P{n}") for n in range(5)]), rows=4) == ["too_many"]
    assert _problems(_bytes([_row(f"P{n}") for n in range(5)]), people=3) == ["too_many_people"]
    assert _problems(_bytes([_row("P1")] * 5), person_rows=4) == ["person_too_large"]
    assert _problems(_bytes([_row("P1")] * 5), person_bytes=400) == ["person_too_large"]
    wide = [_row(f"P{n}", **{f"k{n}-{m}": 1 for m in range(500)}) for n in range(5)]
    assert _problems(_bytes(wide)) == ["too_many_columns"]


def test_parts_end_by_bytes_too() -> None:
    stream = ListStream(AS_OF, limits=StreamLimits(part_bytes=200))
    parts = [*stream.feed(_bytes([_row(f"P{n}") for n in range(9)])), *stream.finish()]
    assert len(parts) > 3
    assert sum(part.judged.height for part in parts) == stream.receipt.rows_judged == 9


def test_codes_like_birth_numbers_are_counted_over_the_whole_list() -> None:
    """Numbers of an office that look so stand together in a sorted list; a third of the list is no reason to refuse."""
    office = [_row(f"{n:010d}") for n in (9999999990, 9999999991, 9999999992, 9999999993, 8001010001, 8001010002)]
    assert _streamed(_bytes(office), part_rows=2)[-1]["summary"]["receipt"]["rows_judged"] == 6
    assert _problems(_bytes(office[::-1]), part_rows=2) == ["personal_code"]


def test_references_are_the_same_in_every_part() -> None:
    writer = StreamWriter(ListStream(AS_OF, limits=StreamLimits(part_rows=1), pseudonymise=True), "cs")
    rows = [_row("P1", enforcement_ref="013 EX 1/22"), _row("P1", 2019), _row("P2")]
    out = b"".join([*writer.feed(_bytes(rows)), *writer.finish()])
    people = [json.loads(line)["person_id"] for line in out.splitlines()[:-1]]
    assert people[0] == people[1] != people[2]
    assert b"P1" not in out
    assert b"013 EX" not in out


@given(st.binary(max_size=60).map(lambda raw: raw.replace(b"\xef", b"")), st.integers(1, 9))
def test_lines_do_not_depend_on_pieces(content: bytes, size: int) -> None:
    cutter = Lines(8)
    pieces = [content[start : start + size] for start in range(0, len(content), size)]
    found = [line for piece in pieces for line in cutter.feed(piece)]
    found += cutter.finish()
    assert found == [
        (number, line if len(line) <= 8 else None)
        for number, line in enumerate(content.split(b"\n"), start=1)
        if line.strip() or len(line) > 8
    ]
