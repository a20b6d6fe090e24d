"""Requests made from the description: every check, every phase; a sample of them, or all (`thorough`).

What the description calls valid is answered, or refused for its meaning; what it calls invalid is refused; every answer
is as it is declared.
"""

from __future__ import annotations

import json
from collections import Counter
from itertools import islice
from time import sleep
from typing import TYPE_CHECKING, Any, Final

import pytest
import schemathesis

from dluhy import default_pack
from dluhy_service.app import create_app
from dluhy_service.keys import SCOPES, KeyStore
from dluhy_service.negotiation import NDJSON, XLSX
from dluhy_service.openapi.document import description
from dluhy_service.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dluhy_service.guard import Guard

schemathesis.serializer.alias(NDJSON, "text/plain")  # lines and files are sent as they are drawn
schemathesis.serializer.alias(XLSX, "application/octet-stream")

HOST = "testserver"
"""Whom the client of the tests asks for."""
FEW, SEVERAL, MANY = 3, 15, 60
"""Requests drawn at random for each operation: at the edges, in the heavy run, and where everything is tried."""
EACH: Final = 397
"""The heavy run sends one of so many requests at the edges of the description; a prime, so that it meets every kind."""
OF_FILES: Final = ("/v1/minors/checks", "/v1/index")
"""Paths that take parameters with some forms of the body and none with others."""
CONFIG = """
seed = 20261121
headers = {{ Authorization = "{key}" }}
request-timeout = 300

[generation]
max-examples = {most}

# A document that has the right shape may still make no sense (a person that is not there, a day whose law nobody
# knows): 422 is the answer to it. 304 says that the client has the same version.
[checks.positive_data_acceptance]
expected-statuses = ["200", "304", "422"]

# More than the limits allow is 413, also where the description says how many there may be; 401 is for a missing key.
[checks.negative_data_rejection]
expected-statuses = ["400", "401", "404", "405", "406", "413", "415", "422"]

# Which parameters go with a body depends on its form, which a description cannot say: with others it is 400. A stream
# and a file may be any text: one without a readable line is malformed, 400 too.
[[operations]]
include-path = ["/v1/minors/checks", "/v1/index"]
checks.positive_data_acceptance.expected-statuses = ["200", "400", "422"]
"""


@pytest.fixture(scope="module")
def keys_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of keys."""
    return tmp_path_factory.mktemp("keys") / "keys.json"


@pytest.fixture(scope="module")
def key(keys_file: Path) -> str:
    """What a request with a key of every scope sends."""
    return f"Bearer {KeyStore(keys_file).new('test', SCOPES)[1]}"


@pytest.fixture(scope="module", autouse=True)
def one_defect_at_a_time() -> Iterator[None]:
    """Let a body be wrong while the parameters are right."""
    from schemathesis.hooks import unregister

    schemathesis.hook("before_call")(without_other_defects)
    yield
    unregister(without_other_defects)


@pytest.fixture(scope="module")
def app(keys_file: Path) -> Guard:
    """The service; the tool starts it with the first request of a test and stops it after the test."""
    return create_app(Settings(keys_file=keys_file, children=1, allowed_hosts=(HOST,), seconds=300,
                               requests_per_minute=10**7, failed_auth_per_minute=10**6))  # fmt: skip


@pytest.fixture
def service(app: Guard) -> Guard:
    """The service when it is ready."""
    from schemathesis.python import asgi

    for _ in range(600):
        with asgi.get_client(app) as client:  # type: ignore[arg-type]  # a scope is a mapping there
            if client.get("/health/ready").ok:
                return app
        sleep(0.1)
    return pytest.fail("the service does not become ready")


def described(service: Guard, key: str, most: int) -> Any:  # noqa: ANN401 - a schema of the tool
    """Return the description as the service gives it; so many random requests of each operation are asked for."""
    config = schemathesis.Config.from_str(CONFIG.format(key=key, most=most))
    return schemathesis.openapi.from_asgi("/openapi.json", service, config=config)


def without_other_defects(context: Any, case: Any, kwargs: Any) -> None:  # noqa: ANN401, ARG001 - as the tool calls it
    """Leave out parameters that would be found wrong before what a request is about.

    A request whose body is to be found wrong has no wrong parameters beside it; a document has its options in itself.
    """
    if case.meta is None:
        return
    if case.meta.generation.mode.is_negative:
        place = getattr(case.meta.phase.data, "parameter_location", None)
        apart = case.meta.phase.name.value == "coverage" and place is not None and place.value == "body"
    else:
        apart = case.path in OF_FILES and case.media_type in {"application/json", "multipart/form-data"}
    if apart:
        case.query = {}


def failures(schema: Any) -> Iterator[str]:  # noqa: ANN401 - a schema of the tool
    """Yield what is wrong after all phases."""
    from schemathesis.engine import events, from_schema

    for event in from_schema(schema).execute():
        if isinstance(event, events.NonFatalError | events.FatalError):
            yield str(getattr(event, "info", event))
        if isinstance(event, events.ScenarioFinished):
            for checks in event.recorder.checks.values():
                for check in checks:
                    if check.failure_info is not None:
                        told = check.failure_info
                        yield f"{event.phase.value} {check.name}: {told.failure}\n{told.code_sample[:2_000]}"


@pytest.mark.heavy
def test_requests_at_the_edges(service: Guard, key: str) -> None:
    schema, headers, tried = described(service, key, FEW), {"Authorization": key}, Counter[str]()
    operations = [_sound(each) for each in schema.get_all_operations()]
    for operation in operations:
        generation = schema.config.generation_for(operation=operation)
        cases = schema.iter_coverage_cases(operation, generation_modes=list(schemathesis.GenerationMode),
                                           generation_config=generation)  # fmt: skip
        for case in islice(cases, 0, None, 1 if operation.label.startswith("GET") else EACH):
            case.validate_response(case.call(headers=headers), headers=headers)
            tried[operation.label] += 1
    assert set(tried) == {operation.label for operation in operations}


def _sound(found: Any) -> Any:  # noqa: ANN401 - what the tool made of an operation
    return found.ok()


@pytest.mark.heavy
def test_examples_and_random_requests(service: Guard, key: str) -> None:
    schema = described(service, key, SEVERAL)
    schema.config.phases.coverage.enabled = False
    assert list(failures(schema)) == []


@pytest.mark.thorough
def test_everything(service: Guard, key: str) -> None:
    assert list(failures(described(service, key, MANY))) == []


def test_the_document_is_valid_openapi() -> None:
    document = json.loads(description(default_pack()).content)
    schemathesis.openapi.from_dict(document).validate()
    del document["paths"]["/version"]["get"]["responses"]["200"]["description"]
    with pytest.raises(Exception, match="description"):
        schemathesis.openapi.from_dict(document).validate()
