"""The form and the language of an answer follow the headers as their standards mean them."""

from __future__ import annotations

import pytest

from dluhy_service.negotiation import CSV, JSON, NDJSON, XLSX, form_of, kind_of, language_of
from dluhy_service.problems import Refusal

ALL = (JSON, NDJSON, CSV, XLSX)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "cs"),
        ("cs", "cs"),
        ("en", "en"),
        ("EN-gb", "en"),
        ("en;q=0.4, cs;q=0.5", "cs"),
        ("en;q=0.6, cs;q=0.5", "en"),
        ("en;q=0", "cs"),
        ("*", "cs"),
        ("en, *;q=0.5", "en"),
        ("de, sk;q=0.8", "cs"),
        ("en;q=zzz", "cs"),
        ("en;q=nan", "cs"),
        ("\x00;;;,,,", "cs"),
    ],
)
def test_the_language_is_the_one_wanted_most_else_czech(header: str, language: str) -> None:
    assert language_of(header) == language


@pytest.mark.parametrize(
    ("header", "form"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (NDJSON, NDJSON),
        ("text/csv;q=0.9, application/json;q=0.5", CSV),
        ("text/html, */*;q=0.1", JSON),
        (f"{XLSX}, application/json;q=0.5", XLSX),
        ("*/*, application/json;q=0", NDJSON),
        ("text/*;q=0.5, application/*;q=0.4", CSV),
        ("text/csv; header=present; Q=0.9, */*;q=0.5", CSV),
    ],
)
def test_the_form_is_the_one_liked_best(header: str, form: str) -> None:
    assert form_of(header, ALL) == form


@pytest.mark.parametrize("header", ["text/html", "application/json;q=0", "image/*", "nonsense", ",,,",
                                    "application/json;q=inf", "*/*;q=1e400", "*/*;q=nan", "*/*;q=-1"])  # fmt: skip
def test_no_form_that_can_be_given_is_406(header: str) -> None:
    with pytest.raises(Refusal) as refused:
        form_of(header, ALL)
    assert refused.value.kind.status == 406
    assert all(form in detail for form in ALL for detail in refused.value.detail)


@pytest.mark.parametrize("header", [JSON, "Application/JSON", 'application/json; charset="UTF-8"', "application/json;"])
def test_a_body_of_the_kind_taken_is_taken(header: str) -> None:
    assert kind_of(header, (JSON,)) == JSON


@pytest.mark.parametrize("header", ["", "text/plain", "application/json; charset=windows-1250", "application/jsonx"])
def test_a_body_of_another_kind_is_415_and_says_what_is_taken(header: str) -> None:
    with pytest.raises(Refusal) as refused:
        kind_of(header, (JSON,))
    assert (refused.value.kind.status, refused.value.headers) == (415, {"Accept": JSON})
    assert all(JSON in detail for detail in refused.value.detail)


def test_a_file_may_be_in_the_encoding_of_an_office() -> None:
    assert kind_of("text/csv; charset=windows-1250", (CSV,)) == CSV
