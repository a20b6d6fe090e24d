"""Suggestions are computed again from their receipt: of a case, a list, a place by its document or its code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import pytest
from attrs import fields
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import AS_OF, ROOT

from dluhy.cli import main
from dluhy.municipal.place.local_facts import local_facts
from dluhy.municipal.places import LocalFacts
from dluhy.municipal.suggesting.making import suggest
from dluhy.municipal.suggesting.receipt import alone, place_of, suggestions_receipt
from dluhy.problems import ReplayError

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.municipal.suggesting.values import Suggestions

LIST = str(ROOT / "fixtures" / "seznam_ukazka.csv")
CASE = str(ROOT / "fixtures" / "klienti" / "02_matka_dve_deti_najem_mikropujcka.json")
PLACE = str(ROOT / "fixtures" / "obec_ukazka.toml")
AT = ("--as-of", AS_OF.isoformat())
VALUES: dict[Any, st.SearchStrategy[Any]] = {
    int: st.integers(0, 10_000),
    bool: st.booleans(),
    str: st.text(min_size=1) | st.sampled_from(["system", "true", "14", "null", "a=b", '"']),
}


def _values(kind: object) -> st.SearchStrategy[Any]:
    found = [VALUES.get(each, st.dictionaries(st.text(), st.integers(0, 5))) for each in get_args(kind)
             if each is not type(None)]  # fmt: skip
    return st.none() | st.one_of(found)


PLACES = st.builds(
    LocalFacts, **{name: _values(kind) for name, kind in get_type_hints(LocalFacts).items()} | {"code": st.just("1")}
)


def _status(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    ("arguments", "sources"),
    [
        ((CASE,), (CASE,)),
        ((CASE, "--place", PLACE), (CASE,)),
        ((LIST, *AT, "--creditor", "region"), (LIST,)),
        (("--place", PLACE, *AT), (PLACE,)),
        (("--municipality", "554961", *AT), ()),
    ],
)
def test_a_result_can_be_computed_again_from_its_receipt(
    arguments: tuple[str, ...], sources: tuple[str, ...], tmp_path: Path
) -> None:
    out = tmp_path / "navrhy.json"
    assert _status("municipal", "suggest", *arguments, "--out", str(out)) == 0
    assert _status("replay", f"{out}.doklad.json", *sources) == 0


@pytest.mark.parametrize("place", [("--municipality", "554961"), ("--place", PLACE, "--creditor", "region")])
def test_a_list_with_what_is_known_of_the_place_can_be_computed_again(place: tuple[str, ...], tmp_path: Path) -> None:
    source, out = tmp_path / "s.csv", tmp_path / "navrhy.json"
    head = "Kód osoby;Datum narození;Druh;Rok;Způsob vymáhání;Stav exekuce;Zůstatek"
    source.write_text(f"{head}\na;1.6.2010;odpad;2022;exekutor;běží;600\n", encoding="utf-8")
    assert _status("municipal", "suggest", str(source), *AT, *place, "--out", str(out)) == 0
    assert _status("replay", f"{out}.doklad.json", str(source)) == 0


@pytest.mark.parametrize(
    ("arguments", "sources", "code"),
    [
        (("--municipality", "554961", *AT), (PLACE,), "other_input"),
        (("--place", PLACE, *AT), (), "no_input"),
        ((LIST, *AT), (), "no_input"),
    ],
)
def test_a_replay_with_another_number_of_files_is_refused_in_words(
    arguments: tuple[str, ...], sources: tuple[str, ...], code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "navrhy.json"
    assert _status("municipal", "suggest", *arguments, "--out", str(out)) == 0
    capsys.readouterr()
    assert _status("replay", f"{out}.doklad.json", *sources) == 2
    assert f"[{code}]" in capsys.readouterr().err


def test_a_changed_place_document_is_another_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document, out = tmp_path / "obec.toml", tmp_path / "navrhy.txt"
    document.write_text('code = "554961"\nas_of = 2026-11-01\n', encoding="utf-8")
    assert _status("municipal", "suggest", "--place", str(document), "--out", str(out)) == 0
    document.write_text('code = "554961"\nas_of = 2026-11-02\n', encoding="utf-8")
    assert _status("replay", f"{out}.doklad.json", str(document)) == 2
    assert "[other_input]" in capsys.readouterr().err


@pytest.fixture(scope="module")
def of_a_place() -> Suggestions:
    return suggest(place=local_facts("554961"), as_of=AS_OF)


@given(place=PLACES)
def test_everything_known_of_a_place_comes_back_from_the_options_of_a_receipt(
    of_a_place: Suggestions, place: LocalFacts
) -> None:
    receipt = suggestions_receipt(of_a_place, input_sha256="", place=place, alone=True)
    assert place_of(receipt.options) == place
    assert alone(receipt.options)


def test_every_field_of_a_place_has_a_type_that_is_tried() -> None:
    assert {each.name for each in fields(LocalFacts)} == set(get_type_hints(LocalFacts))


def test_no_place_is_read_from_options_without_one() -> None:
    assert place_of(("creditor_body=region",)) is None


@pytest.mark.parametrize("option", ["place.unheard=1", "place.has_nzdm=maybe", "place.exclusion_index"])
def test_what_no_receipt_tells_of_a_place_is_refused(option: str) -> None:
    with pytest.raises(ReplayError):
        place_of((option,))


def test_any_other_job_needs_the_file_it_was_made_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    receipt = {
        "job": "check", "as_of": "2026-11-21", "pack": "p", "pack_version": "1", "pack_hash": "0", "input_sha256": "",
        "program_version": "0", "rows_in": 0, "rows_judged": 0, "rows_rejected": 0, "result_sha256": "",
    }  # fmt: skip
    path = tmp_path / "d.json"
    path.write_text(json.dumps(receipt), encoding="utf-8")
    assert _status("replay", str(path)) == 2
    assert "[no_input]" in capsys.readouterr().err
