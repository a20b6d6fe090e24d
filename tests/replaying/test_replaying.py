"""A result is computed again from content: every job, the same, altered, or refused with the reason."""

from __future__ import annotations

import json
import tempfile
from functools import cache
from typing import Any

import msgspec
import pytest
from attrs import evolve, fields
from tests.law.support import changed
from tests.replaying.results import CASE, COMPACT, LIST, MAKE, Result

from dluhy.documents import in_memory
from dluhy.intake.readers import Reading
from dluhy.law.pack import load_texts
from dluhy.problems import InputError, ReplayError
from dluhy.receipt import Receipt, read_content, to_json
from dluhy.replaying import Replayed, replay_content, replay_files
from dluhy.report.texts import texts

WHOLE = {"screen", "relief", "suggest", "deduct", "payslips"}
"""The first words of results that are compared as a whole."""


@cache
def made(name: str) -> Result:
    return MAKE[name]()


def refusals(result: bytes, source: bytes | None, **options: Any) -> list[str]:  # noqa: ANN401 - options of a replay
    with pytest.raises(ReplayError) as caught:
        replay_content(result, source, **options)
    assert all(each.cs != each.en for each in caught.value.problems)
    return [each.code for each in caught.value.problems]


def altered(result: Result, **parts: Any) -> bytes:  # noqa: ANN401 - parts of a receipt
    """Return the receipt of a result with other parts."""
    return to_json(evolve(read_content(result.content), **parts))


@pytest.mark.sweep(5)
@pytest.mark.parametrize("name", MAKE)
def test_every_job_is_told_by_its_receipt_and_comes_out_the_same(name: str) -> None:
    result = made(name)
    for content in {result.content, result.receipt}:
        done = replay_content(content, result.source)
        assert (done.same, done.differences) == (True, ()), done.differences
        assert done.given == done.now
        assert done.given.job == result.job


@pytest.mark.sweep(3)
@pytest.mark.parametrize("name", MAKE)
def test_another_result_of_the_same_input_is_told_with_its_hash(name: str) -> None:
    result = made(name)
    done = replay_content(altered(result, result_sha256="0" * 64), result.source)
    assert not done.same
    (told,) = done.differences
    assert (told.field, told.given, told.now) == ("result_sha256", "0" * 64, done.now.result_sha256)
    if result.language_told:
        assert told.now == read_content(result.content).result_sha256


@pytest.mark.sweep(10)
@pytest.mark.parametrize("name", [name for name in MAKE if name not in {"suggest code", "index shipped"}])
def test_another_input_is_refused(name: str) -> None:
    result = made(name)
    assert refusals(altered(result, input_sha256="0" * 64), result.source) == ["other_input"]


@pytest.mark.sweep(8)
@pytest.mark.parametrize("name", [name for name in MAKE if name not in {"suggest code", "index shipped"}])
def test_a_missing_input_is_refused(name: str) -> None:
    assert refusals(made(name).content, None) == ["no_input"]


@pytest.mark.parametrize("name", ["screen", "relief", "deduct", "deduct compact", "check", "suggest code", "index"])
def test_another_program_is_refused(name: str) -> None:
    result = made(name)
    assert refusals(altered(result, program_version="0"), result.source) == ["other_program"]


def test_another_pack_is_refused() -> None:
    pack = load_texts(changed(("pack.toml", 'version = "2026.11"', 'version = "2026.12"')))
    assert refusals(made("screen").content, CASE, pack=pack) == ["other_pack"]
    assert refusals(made("deduct compact").content, COMPACT, pack=pack) == ["other_pack"]


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    "name", [name for name in MAKE if name.split()[0] in {"screen", "relief", "suggest", "deduct"}]
)
def test_a_result_whose_content_was_changed_is_told_though_its_receipt_agrees(name: str) -> None:
    result = made(name)
    held: dict[str, Any] = json.loads(result.content)
    held[next(key for key in sorted(held) if key != "receipt")] = "something else"
    done = replay_content(json.dumps(held).encode(), result.source)
    assert done.given == done.now
    assert not done.same
    assert [(each.field, each.given, each.now) for each in done.differences] == [("content", None, None)]


@pytest.mark.thorough
def test_changes_asked_for_that_were_altered_are_told() -> None:
    result = made("what if")
    held: dict[str, Any] = json.loads(result.content)
    wrongs: list[Any] = [[], [{}], "no list", [{"written": "people.matka.pension=none"}]]
    for wrong in wrongs:
        done = replay_content(json.dumps(held | {"what_if": wrong}).encode(), CASE)
        assert [each.field for each in done.differences] == ["content"]


def test_how_json_is_set_in_lines_is_no_difference_but_true_is_not_one() -> None:
    result = made("screen")
    held: dict[str, Any] = json.loads(result.content)
    assert replay_content(json.dumps(held, indent=4, sort_keys=True).encode(), CASE).same
    assert held["debts_stated"] is True
    assert not replay_content(json.dumps(held | {"debts_stated": 1}).encode(), CASE).same


def test_what_may_be_a_document_or_a_row_of_a_list_is_what_the_receipt_is_of() -> None:
    document, row = made("deduct compact"), made("one payment")
    assert read_content(document.content).result_sha256 != read_content(row.content).result_sha256
    swapped = altered(document, input_sha256=read_content(row.content).input_sha256)
    assert not replay_content(swapped, row.source).same


def test_how_a_list_was_read_is_part_of_it() -> None:
    assert refusals(made("check").content, LIST, reading=Reading(sheet="1")) == ["other_reading"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b"\xff\xfe", b'{"receipt": {"job": "screen"}}', CASE])
def test_what_is_no_receipt_is_refused(content: bytes) -> None:
    assert refusals(content, CASE) == ["receipt"]


def test_a_job_that_is_not_known_is_refused() -> None:
    assert refusals(altered(made("screen"), job="municipal brief"), CASE) == ["unknown_job"]


def test_an_input_that_cannot_be_read_is_told_without_a_number_of_a_file() -> None:
    for name in ("screen", "deduct", "check", "suggest case", "index"):
        with pytest.raises(InputError) as caught:
            replay_content(made(name).content, b"%PDF-1.7 Jana")
        assert not any(each.place[:1].isdigit() for each in caught.value.problems), name
        assert "Jana" not in str(caught.value)


def test_the_overview_of_one_exchange_file_comes_out_again() -> None:
    result = made("overview")
    assert replay_content(result.content, result.source).same


@pytest.mark.skipif(not in_memory._without_disk(), reason="this system has no files in memory")  # noqa: SLF001
def test_nothing_is_written_to_a_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    results = [made(name) for name in ("screen", "check xlsx", "check parquet", "index", "payments parquet")]

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    for name in ("TemporaryDirectory", "NamedTemporaryFile", "mkstemp", "mkdtemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    assert all(replay_content(each.content, each.source).same for each in results)


def test_every_field_of_a_receipt_has_a_name_in_both_languages() -> None:
    for name in [*(each.name for each in fields(Receipt)), "content"]:
        key = f"replay-field-{name.replace('_', '-')}"
        assert texts("cs")(key) != texts("en")(key)


def test_the_answer_is_plain_json() -> None:
    result = made("relief")
    done = replay_content(altered(result, result_sha256="0", rows_in=99), CASE)
    told = msgspec.json.decode(msgspec.json.encode(done))
    assert set(told) == {"given", "now", "same", "differences"}
    assert {each["field"]: each["given"] for each in told["differences"]} == {"result_sha256": "0", "rows_in": "99"}
    assert all(set(each["label"]) == {"cs", "en"} for each in told["differences"])


@pytest.mark.thorough
def test_files_and_contents_are_replayed_alike(tmp_path: Any) -> None:  # noqa: ANN401 - a path
    for name, ending in (("screen", "json"), ("check", "csv"), ("suggest list", "csv"), ("deduct", "toml")):
        result = made(name)
        receipt, source = tmp_path / "vysledek.json", tmp_path / f"vstup.{ending}"
        receipt.write_bytes(result.content)
        source.write_bytes(result.source or b"")
        by_file = replay_files(receipt, source)
        assert isinstance(by_file, Replayed)
        assert by_file == replay_content(result.content, result.source)
        assert by_file.same
