"""The description says what the service does: routes, bodies, answers and refusals, with examples that are true."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from litestar.routes import HTTPRoute

from dluhy import default_pack
from dluhy_service.app import create_app
from dluhy_service.negotiation import JSON
from dluhy_service.openapi.document import description
from dluhy_service.openapi.hoisting import references
from dluhy_service.problems import KINDS, MEDIA_TYPE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.service.conftest import Client

    from dluhy_service.settings import Settings

METHODS = ("get", "post", "put", "delete", "patch")
Operation = tuple[str, str, dict[str, Any]]


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """The document as it is built from the shipped law."""
    found: dict[str, Any] = json.loads(description(default_pack()).content)
    return found


def operations(document: dict[str, Any]) -> Iterator[Operation]:
    """Yield (method, path, operation)."""
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield method, path, operation


def holds(document: dict[str, Any], schema: dict[str, Any], value: object) -> list[str]:
    """Return what is wrong with a value by a schema of the document."""
    whole = {**schema, "components": document["components"]}
    return [f"{e.json_path}: {e.message[:200]}" for e in Draft202012Validator(whole).iter_errors(value)]


def test_every_route_is_declared_and_nothing_else(document: dict[str, Any], settings: Settings) -> None:
    routes = create_app(settings).inner.routes  # type: ignore[attr-defined]
    served = {
        (method.lower(), route.path_format)
        for route in routes
        if isinstance(route, HTTPRoute)
        for method in route.methods
        if method.lower() in METHODS
    }
    assert served == {(method, path) for method, path, _ in operations(document)}


def test_every_component_is_used_and_every_reference_leads_to_one(document: dict[str, Any]) -> None:
    used = set(references(document))
    components = document["components"]
    known = {f"#/components/{kind}/{name}" for kind in components for name in components[kind]}
    assert used == known - {"#/components/securitySchemes/key"}


def test_every_operation_is_told_in_both_languages_and_has_a_unique_name(document: dict[str, Any]) -> None:
    names = [operation["operationId"] for _, _, operation in operations(document)]
    assert len(set(names)) == len(names)
    for _, path, operation in operations(document):
        assert " / " in operation["summary"], path
        assert "\n\n" in operation["description"], path


def test_examples_are_what_their_schemas_say(document: dict[str, Any]) -> None:
    found = 0
    for _, path, operation in operations(document):
        media = [*operation.get("requestBody", {}).get("content", {}).items()]
        media += [each for answer in operation["responses"].values() for each in answer.get("content", {}).items()]
        for form, each in media:
            for name, example in each.get("examples", {}).items():
                found += 1
                assert holds(document, each["schema"], example["value"]) == [], (path, form, name)
    assert found >= 9


def test_examples_are_what_the_service_answers(document: dict[str, Any], client: Client) -> None:
    for method, path, operation in operations(document):
        answers = operation["responses"]["200"]["content"]
        for form, name, sent in _sent(operation):
            content = sent.encode() if isinstance(sent, str) else json.dumps(sent).encode()
            query = {} if form == JSON else {"as_of": "2026-11-21"}
            answered = client.request(method, path, content=content, params=query,
                                      headers={"Content-Type": form, "Accept": form})  # fmt: skip
            assert answered.status_code == 200, (path, name, answered.text)
            told = answers[form]["examples"][name]["value"]
            if form == JSON:
                assert without_hashes(answered.json()) == without_hashes(told), (path, name)
            else:
                assert without_digests(answered.text) == without_digests(told), (path, name)


def _sent(operation: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    for form, media in operation.get("requestBody", {}).get("content", {}).items():
        for name, example in media.get("examples", {}).items():
            yield form, name, example["value"]


def without_digests(text: str) -> str:
    """Return lines without hashes of the input: a file of the same rows has another than they."""
    return re.sub(r'"(input|reading)_sha256":"[0-9a-f]*"', "", text)


def without_hashes(answer: dict[str, Any]) -> dict[str, Any]:
    """Return an answer without the hash of the bytes sent: the same document may be spaced in other ways."""
    receipt = {key: value for key, value in answer.get("receipt", {}).items() if key != "input_sha256"}
    return {**answer, "receipt": receipt}


def test_every_operation_declares_what_it_may_be_refused_for(document: dict[str, Any]) -> None:
    for method, path, operation in operations(document):
        statuses = {int(status) for status in operation["responses"]}
        assert {200, 400, 405, 406, 500, 503} <= statuses, path
        assert ({401, 403, 429} <= statuses) == (operation.get("security") != []), path
        assert ({408, 413, 415, 422} <= statuses) == (method == "post"), path
        assert ("{" in path) == (404 in statuses), path


def test_every_type_of_problem_has_an_example_that_fits(document: dict[str, Any]) -> None:
    shown = set()
    for response in document["components"]["responses"].values():
        media = response["content"][MEDIA_TYPE]
        for name, example in media["examples"].items():
            assert holds(document, media["schema"], example["value"]) == []
            shown.add(name)
    assert shown == set(KINDS)


def test_the_document_is_served_with_its_tag_and_not_twice(client: Client) -> None:
    first = client.get("/openapi.json")
    assert first.json()["openapi"] == "3.1.0"
    again = client.get("/openapi.json", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/openapi.json", headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_problem_answers_as_declared(document: dict[str, Any], client: Client) -> None:
    answer = client.post("/v1/screenings", json={"ref": 1})
    assert answer.status_code == 422
    assert holds(document, {"$ref": "#/components/schemas/Problem"}, answer.json()) == []
