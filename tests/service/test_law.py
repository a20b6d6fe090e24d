"""The law over HTTP is the pack's: whole, dated, cited, and asked for again only when it has changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dluhy import default_pack
from dluhy.report.law_amounts import amounts_values
from dluhy.report.law_values import kinds_values, rule_value, rules_values
from dluhy.report.written import as_json

if TYPE_CHECKING:
    from tests.service.conftest import Client


def test_every_rule_is_listed_and_shown(client: Client) -> None:
    pack = default_pack()
    told = client.get("/v1/rules")
    assert told.text == as_json(rules_values(pack))
    assert [rule["id"] for rule in told.json()] == list(pack.rules)
    for rule_id in pack.rules:
        assert client.get(f"/v1/rules/{rule_id}").text == as_json(rule_value(pack, rule_id))


@pytest.mark.parametrize("rule_id", ["W99", "x" * 3_000, "..", "%00", "W2%2F..", "ř"])
def test_an_unknown_rule_is_not_found(client: Client, rule_id: str) -> None:
    told = client.get(f"/v1/rules/{rule_id}")
    assert told.status_code == 404
    assert rule_id not in told.text or rule_id in {"..", "ř"}


@pytest.mark.parametrize("as_of", ["2015-01-01", "2026-11-21", "2035-01-01", "1900-01-01"])
def test_amounts_are_those_of_the_day(client: Client, as_of: str) -> None:
    told = client.get("/v1/amounts", params={"as_of": as_of})
    assert told.status_code == 200
    assert told.text == as_json(amounts_values(default_pack(), date.fromisoformat(as_of)))


@pytest.mark.parametrize("query", ["", "as_of=", "as_of=21.11.2026", "as_of=20261121", "as_of=2026-02-30",
                                   "as_of=2026-11-21&as_of=2026-11-22", "as_of=2026-11-21&x=1"])  # fmt: skip
def test_a_day_that_is_none_is_refused(client: Client, query: str) -> None:
    told = client.get(f"/v1/amounts?{query}")
    assert told.status_code == 400
    assert told.json()["errors"]


def test_kinds_are_the_closed_vocabularies(client: Client) -> None:
    assert client.get("/v1/kinds").text == as_json(kinds_values(default_pack()))


@pytest.mark.parametrize("path", ["/v1/rules", "/v1/rules/W2", "/v1/amounts?as_of=2026-11-21", "/v1/kinds"])
def test_what_somebody_has_is_not_sent_again(client: Client, path: str) -> None:
    tag = client.get(path).headers["etag"]
    again = client.get(path, headers={"If-None-Match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
