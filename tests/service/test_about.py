"""The service says whether it lives, is ready, and by which versions it judges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy import default_pack, program_version

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.service.conftest import Client


def test_it_lives_and_is_ready_without_a_key(anonymous: Client) -> None:
    assert anonymous.get("/health/live").json() == {"status": "ok"}
    assert anonymous.get("/health/ready").json() == {"status": "ready"}


def test_it_names_its_versions(anonymous: Client) -> None:
    said, pack = anonymous.get("/version").json(), default_pack()
    assert said == {"program": program_version(), "pack": pack.info.id, "pack_version": pack.info.version,
                    "pack_hash": pack.hash}  # fmt: skip


def test_head_is_get_without_its_body(anonymous: Client) -> None:
    whole, head = anonymous.get("/version"), anonymous.head("/version")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == whole.headers["content-length"]


def test_an_unknown_parameter_is_refused_and_not_repeated(anonymous: Client) -> None:
    told = anonymous.get("/version", params={"novakova": "805512"})
    assert told.status_code == 400
    assert not {"novakova", "805512"} & set(told.text.replace('"', " ").split())


def test_an_unknown_parameter_is_told_which_there_are(client: Client) -> None:
    error, missing = client.get("/v1/amounts", params={"date": "2026-11-21"}).json()["errors"]
    assert (missing["code"], missing["place"]) == ("missing", "?as_of")
    assert error["detail"].endswith("jsou tu: as_of")
    assert error["en"].endswith("there are: as_of")


def test_figures_are_counted_by_route_and_need_their_scope(
    client: Client, new_key: Callable[..., dict[str, str]]
) -> None:
    client.get("/v1/rules/W2")
    told = client.get("/metrics")
    assert told.status_code == 200
    assert told.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert 'route="/v1/rules/{rule_id}"' in told.text
    assert "W2" not in told.text
    assert client.get("/metrics", headers=new_key("case", "list")).status_code == 403
