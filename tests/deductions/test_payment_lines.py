"""A list of payments that comes in pieces: the same lines and receipt as of the whole, whatever the pieces."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dluhy.cli import main
from dluhy.law.pack import default_pack
from dluhy.report.payment_lines import PaymentLines

if TYPE_CHECKING:
    from pathlib import Path

PACK = default_pack()
GOOD = [
    {"ref": f"P-{number}", "paid_on": f"2026-0{1 + number % 9}-12", "net": f"{20_000 + number}.50", "dependants": "1",
     "balance": "5000"}
    for number in range(50)
]  # fmt: skip
LINES = [json.dumps(each).encode() for each in GOOD]
LINES[7] = b"{"
LINES[9] = b""
LINES[11] = b'{"ref": "P-11", "paid_on": "2035-01-01", "net": "1"}'
LINES[13] = b'{"ref": "P-13", "net": 5, "nic": "x"}'
LINES[15] = b'{"ref": "P-15", "paid_on": "12. 5. 2026", "net": "20 000,50", "spouse_married": "ano"}'
CONTENT = b"\n".join(LINES) + b"\n"


def streamed(content: bytes, *cuts: int, **more: int) -> list[dict[str, Any]]:
    lines = PaymentLines(PACK, **more)
    places = [0, *sorted(cuts), len(content)]
    told = [part for start, end in pairwise(places) for part in lines.feed(content[start:end])]
    return [json.loads(line) for line in b"".join([*told, *lines.finish()]).splitlines()]


def test_lines_and_receipt_are_those_of_the_command(tmp_path: Path) -> None:
    source, target = tmp_path / "x.ndjson", tmp_path / "y.ndjson"
    source.write_bytes(CONTENT)
    with pytest.raises(SystemExit):
        main(["deduct", str(source), "--out", str(target)])
    stream = PaymentLines(PACK, part_lines=7)
    parts = [*stream.feed(CONTENT), *stream.finish()]
    lines = b"".join(parts).splitlines()
    computed = [line for line in lines if line.startswith(b'{"row":')]
    assert computed == target.read_bytes().splitlines()
    summary = json.loads(lines[-1])["summary"]
    assert summary["receipt"] == json.loads((tmp_path / "y.ndjson.doklad.json").read_bytes())
    assert (summary["receipt"]["rows_judged"], summary["receipt"]["rows_rejected"]) == (46, 3)
    rejected = [json.loads(line)["rejected"] for line in lines if line.startswith(b'{"rejected":')]
    assert [(each["row"], each["column"], each["code"]) for each in rejected] == [
        (8, "", "bad_json"), (12, "paid_on", "past_horizon"), (14, "paid_on", "missing"),
        (14, "net", "money_in_quotes"),
    ]  # fmt: skip


@pytest.mark.thorough
@settings(max_examples=30, deadline=None)
@given(cuts=st.lists(st.integers(0, len(CONTENT)), max_size=8), part=st.integers(1, 60))
def test_the_pieces_do_not_matter(cuts: list[int], part: int) -> None:
    def row_of(line: dict[str, Any]) -> int:
        number: int = line.get("rejected", line)["row"]
        return number

    whole, cut = streamed(CONTENT), streamed(CONTENT, *cuts, part_lines=part)
    assert cut[-1] == whole[-1]
    assert sorted(cut[:-1], key=row_of) == sorted(whole[:-1], key=row_of)


def test_a_line_too_long_is_told_and_not_kept() -> None:
    content = b'{"paid_on": "2026-05-12", "net": "1' + b"0" * 500 + b'"}\n' + LINES[0]
    told = streamed(content, 100, 300, line_bytes=200)
    assert [each.get("row") or each.get("rejected", {}).get("code") for each in told[:-1]] == [2, "line_too_long"]


def test_a_list_without_references_has_none_in_its_lines() -> None:
    told = streamed(b'{"paid_on": "2026-05-12", "net": "20000"}\n{"nic": 1}\n[]')
    assert "ref" not in told[0]
    assert told[-1]["summary"]["receipt"]["rows_rejected"] == 2


def test_nothing_is_a_result_too() -> None:
    told = streamed(b"")
    assert told[0]["summary"]["receipt"]["rows_in"] == 0
