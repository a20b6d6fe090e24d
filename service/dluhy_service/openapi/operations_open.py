"""Operations about the service itself: most need no key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy import program_version
from dluhy_service.openapi.hoisting import reference
from dluhy_service.openapi.page import ASSETS
from dluhy_service.openapi.values import JSON, Both, Media, Operation

if TYPE_CHECKING:
    from dluhy.law.pack import Pack

_HTML: Final = {"type": "string", "contentMediaType": "text/html"}
_TEXT: Final = {"type": "string"}


def operations(pack: Pack) -> tuple[Operation, ...]:
    """Return them."""
    return (*_health(), _version(pack), _metrics(), *_descriptions())


def _health() -> tuple[Operation, ...]:
    return (
        Operation(
            method="get", path="/health/live", id="live", tag="service", key="none",
            summary=Both("Proces odpovídá", "The process answers"),
            description=Both("Pro dohled: odpoví, dokud proces běží.", "For monitoring: answers while it runs."),
            answers={JSON: Media(reference("Live"), {"live": {"status": "ok"}})},
        ),
        Operation(
            method="get", path="/health/ready", id="ready", tag="service", key="none",
            summary=Both("Služba přijímá požadavky", "Requests are taken"),
            description=Both("503 při startu a při vypínání.", "503 at start and while the service stops."),
            answers={JSON: Media(reference("Ready"), {"ready": {"status": "ready"}})},
        ),
    )  # fmt: skip


def _version(pack: Pack) -> Operation:
    said = {"program": program_version(), "pack": pack.info.id, "pack_version": pack.info.version,
            "pack_hash": pack.hash}  # fmt: skip
    return Operation(
        method="get", path="/version", id="version", tag="service", key="none",
        summary=Both("Verze programu a sady pravidel", "Versions of the program and of the pack of rules"),
        description=Both("Otisk sady je v dokladu každého výpočtu.", "The pack's hash stands in every receipt."),
        answers={JSON: Media(reference("Version"), {"version": said})},
    )  # fmt: skip


def _metrics() -> Operation:
    return Operation(
        method="get", path="/metrics", id="metrics", tag="service", key="metrics",
        summary=Both("Čísla o provozu", "Figures of the service"),
        description=Both(
            "Počty a časy v textovém formátu Promethea; nic o lidech.",
            "Counts and times in the text format of Prometheus; nothing about people.",
        ),
        answers={"text/plain": Media(_TEXT)},
    )  # fmt: skip


def _descriptions() -> tuple[Operation, ...]:
    return (
        Operation(
            method="get", path="/openapi.json", id="openapi", tag="service", key="none",
            summary=Both("Tento popis (OpenAPI 3.1)", "This description (OpenAPI 3.1)"),
            description=Both("Celé rozhraní s příklady.", "The whole interface with examples."),
            answers={JSON: Media(reference("OpenApi"))}, parameters=("If-None-Match",), headers=("ETag",),
            not_modified=True,
        ),
        Operation(
            method="get", path="/docs", id="docs", tag="service", key="none",
            summary=Both("Stránka s popisem", "The page of the interface"),
            description=Both("Vše na stránce je odtud, nic z jiných serverů.", "Everything on it comes from here."),
            answers={"text/html": Media(_HTML)},
        ),
        Operation(
            method="get", path="/docs/{name}", id="docs_asset", tag="service", key="none",
            summary=Both("Soubor stránky s popisem", "A file of the page"),
            description=Both("Skripty, styly a ikona stránky.", "Scripts, styles and the icon of the page."),
            answers={form: Media(_TEXT) for form in ASSETS.values()},
            parameters=("asset", "If-None-Match"), headers=("ETag",), refusals=("not-found",), not_modified=True,
        ),
    )  # fmt: skip
