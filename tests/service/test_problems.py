"""A problem says everything that is wrong, in both languages, and nothing that the sender wrote."""

from __future__ import annotations

import msgspec
import pytest

from dluhy.problems import Problem
from dluhy_service.problems import KINDS, PREFIX, Refusal, encoded, error_item, of_status

PERSONAL = "Jana Nováková 805512/1234"


def test_types_are_stable_names_with_both_languages() -> None:
    assert {kind.uri for kind in KINDS.values()} == {f"{PREFIX}{name}" for name in KINDS}
    assert all(kind.cs and kind.en and kind.detail_cs and kind.detail_en for kind in KINDS.values())
    assert {400, 401, 403, 404, 405, 406, 408, 413, 415, 422, 429, 500, 503} == {k.status for k in KINDS.values()}


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 406, 413, 415, 422, 429, 500, 503])
def test_a_status_has_a_type_of_its_own(status: int) -> None:
    assert KINDS[of_status(status)].status == status


def test_a_status_nobody_foresaw_stays_on_its_side() -> None:
    assert (KINDS[of_status(418)].status, KINDS[of_status(507)].status) == (400, 500)


def test_all_errors_are_told_in_the_language_asked_for_and_in_both() -> None:
    refusal = Refusal("invalid", [Problem("a", "/debts/0/kind", "česky", "English"), Problem("b", "#", "vše", "all")])
    told = msgspec.json.decode(encoded(refusal, "en", "abc"))
    assert told["type"] == "urn:dluhy:problem:invalid"
    assert (told["status"], told["instance"]) == (422, "urn:dluhy:request:abc")
    assert [(e["pointer"], e["detail"], e["cs"], e["en"]) for e in told["errors"]] == [
        ("/debts/0/kind", "English", "česky", "English"),
        ("", "all", "vše", "all"),
    ]


@pytest.mark.parametrize(
    ("place", "pointer"),
    [
        (f"/debts/0/{PERSONAL}", "/debts/0"),
        (f"/{PERSONAL}/kind", ""),
        ("/debts/0/8055121234/kind", "/debts/0"),
        ("/debts/0/Kind", "/debts/0"),
        ("/people/12/birth_date", "/people/12/birth_date"),
    ],
)
def test_a_pointer_ends_before_a_key_that_somebody_made_up(place: str, pointer: str) -> None:
    assert error_item(Problem("some", place, "x", "x"), "cs").pointer == pointer


@pytest.mark.parametrize("code", ["too_deep", "too_many"])
@pytest.mark.parametrize(
    ("place", "pointer"),
    [("/rows", "/rows"), ("/case/debts/3", "/case/debts/3"), ("/novakova/debts", ""), ("/805512/a", ""),
     ("/debts/0/novakova", "/debts/0"), ("#", "")],
)  # fmt: skip
def test_what_was_told_before_keys_were_known_names_only_lists(code: str, place: str, pointer: str) -> None:
    assert error_item(Problem(code, place, "x", "x"), "cs").pointer == pointer


@pytest.mark.parametrize("code", ["unknown_key", "duplicate_key"])
def test_an_unknown_key_is_not_named(code: str) -> None:
    item = error_item(Problem(code, "/people/0/novakova", f"klíč {PERSONAL}", f"the key {PERSONAL}"), "cs")
    assert item.pointer == "/people/0"
    assert PERSONAL not in repr(item)
    assert "novakova" not in repr(item)


def test_a_place_in_words_is_no_pointer() -> None:
    item = error_item(Problem("some", "řádek 5", "x", "x"), "en")
    assert (item.pointer, item.place) == (None, "row 5")


@pytest.mark.parametrize(
    ("code", "place", "told"),
    [
        ("several_sheets", f"„{PERSONAL}“, „List2“", "soubor"),
        ("no_sheet", "novakova", "soubor"),
        ("column_twice", f"„{PERSONAL}“, „kód“", "soubor"),
        ("column_twice", "person_id", "person_id"),
    ],
)
def test_sheets_and_columns_are_not_called_as_the_file_calls_them(code: str, place: str, told: str) -> None:
    item = error_item(Problem(code, place, PERSONAL, PERSONAL), "cs")
    assert (item.place, "Nov" in repr(item)) == (told, False)
