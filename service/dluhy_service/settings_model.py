"""What an operator may set: one checked, frozen value; every field says in Czech and English what it is.

Nothing here is secret: keys stand in a file of their own, and only its path is a setting.
"""

from __future__ import annotations

import os
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    Strict,
    field_validator,
)
from pydantic_core import PydanticCustomError

from dluhy.documents.decoding import LIMITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import ValidationInfo

Network = IPv4Network | IPv6Network
_MB: Final = 1_000_000
_HOUR: Final = 3_600


def default_keys_file(environ: Mapping[str, str]) -> Path:
    """Return where keys are kept if nothing else is set: the state of a systemd unit, else the user's settings."""
    state = environ.get("STATE_DIRECTORY", "").split(":")[0]
    if state:
        return Path(state) / "keys.json"
    home = environ.get("XDG_CONFIG_HOME", "")
    return (Path(home) if os.path.isabs(home) else Path.home() / ".config") / "dluhy" / "keys.json"  # noqa: PTH117


def refusal(code: str, cs: str, en: str) -> PydanticCustomError:
    """Return an error of a value that carries both languages."""
    return PydanticCustomError("refused", "{en}", {"code": code, "cs": cs, "en": en})


def _told(default: Any, cs: str, en: str, **limits: Any) -> Any:  # noqa: ANN401 - a field's default
    return Field(default, json_schema_extra={"cs": cs, "en": en}, **limits)


def _address(text: Any) -> str:  # noqa: ANN401 - what people wrote
    try:
        return str(ip_address(text))
    except ValueError:
        raise refusal("not_an_address", "čeká se IP adresa, například 127.0.0.1 nebo ::1",
                      "an IP address is expected, such as 127.0.0.1 or ::1") from None  # fmt: skip


def _network(text: Any) -> Network:  # noqa: ANN401 - what people wrote
    if isinstance(text, IPv4Network | IPv6Network):
        return text
    try:
        return ip_network(text)
    except ValueError:
        raise refusal("not_a_network", "čeká se IP adresa nebo síť, například 10.0.0.5 nebo 10.0.0.0/24",
                      "an IP address or network is expected, such as 10.0.0.5 or 10.0.0.0/24") from None  # fmt: skip


def _host_name(text: str) -> str:
    name = text.lower().rstrip(".")
    if not name or "*" in name or "/" in name or any(sign.isspace() or not sign.isascii() for sign in name):
        raise refusal("not_a_host", "čeká se jméno hostitele bez schématu a cesty, hvězdička nestačí",
                      "the name of a host is expected, without scheme and path; a star will not do")  # fmt: skip
    return name


def _some(names: tuple[str, ...]) -> tuple[str, ...]:
    if not names:
        raise refusal("no_host", "čeká se aspoň jedno jméno hostitele", "at least one name of a host is expected")
    return names


_Address = Annotated[str, Strict(strict=False), BeforeValidator(_address)]
_Networks = Annotated[
    tuple[Annotated[Network, PlainValidator(_network)], ...],
    Strict(strict=False),
]
_Hosts = Annotated[
    tuple[Annotated[str, Strict(), AfterValidator(_host_name)], ...], Strict(strict=False), AfterValidator(_some)
]
_File = Annotated[Path, Strict(strict=False)]


class Settings(BaseModel):
    """The settings of one running service; unknown names and values out of range are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    host: _Address = _told("127.0.0.1", "adresa, na které služba naslouchá", "the address it listens on")
    port: int = _told(8000, "port", "port", ge=1, le=65_535)
    workers: int = _told(1, "procesů serveru", "server processes", ge=1, le=64)
    trusted_proxies: _Networks = _told(
        (), "reverzní proxy, jejichž X-Forwarded-* platí", "reverse proxies whose X-Forwarded-* counts"
    )
    allowed_hosts: _Hosts = _told(
        ("localhost", "127.0.0.1", "[::1]"), "jména, pod kterými se smí volat", "names it may be called by"
    )
    auth: Literal["keys", "off"] = _told("keys", "ověřování klíčem", "authentication by key")
    keys_file: _File = Field(
        default_factory=lambda: default_keys_file(os.environ),
        json_schema_extra={"cs": "soubor s otisky klíčů", "en": "the file of the keys' digests"},
    )
    rules_folder: _File | None = _told(
        None, "složka se sadou pravidel, jinak ta dodaná", "the folder of the pack of rules, else the one shipped"
    )
    docs: bool = Field(
        default=True,
        json_schema_extra={"cs": "stránka s popisem rozhraní (/docs)", "en": "the page of the interface (/docs)"},
    )

    json_bytes: int = _told(_MB, "bajtů jednoho těla JSON", "bytes of one JSON body", ge=1_000, le=100 * _MB)
    upload_bytes: int = _told(20 * _MB, "bajtů nahraného souboru", "bytes of an upload", ge=1_000, le=1_000 * _MB)
    held_bytes: int = _told(
        256 * _MB, "bajtů těl, která proces drží najednou", "bytes of bodies a process holds at once",
        ge=1_000, le=100_000 * _MB,
    )  # fmt: skip
    stream_bytes: int = _told(
        1_000 * _MB, "bajtů jednoho proudu NDJSON", "bytes of one NDJSON stream", ge=1_000, le=1_000_000 * _MB
    )
    rows: int = _told(100_000, "řádků v těle JSON nebo v souboru", "rows of a JSON body or a file", ge=1, le=1_000_000)
    row_bytes: int = _told(100_000, "bajtů jednoho řádku NDJSON", "bytes of one NDJSON line", ge=100, le=10 * _MB)
    depth: int = _told(LIMITS.depth, "hloubka vnoření", "depth of nesting", ge=2, le=LIMITS.depth)

    seconds: int = _told(60, "sekund na jeden požadavek", "seconds for one request", ge=1, le=_HOUR)
    stream_seconds: int = _told(_HOUR, "sekund na jeden proud", "seconds for one stream", ge=1, le=24 * _HOUR)
    idle_seconds: int = _told(
        30, "sekund, po které smí klient mlčet", "seconds for which a client may be silent", ge=1, le=600
    )
    drain_seconds: int = _told(
        1, "sekund mezi „nejsem připravena“ a ukončením", "seconds between “not ready” and the shutdown", ge=0, le=300
    )
    shutdown_seconds: int = _told(
        20, "sekund na dokončení při ukončení", "seconds to finish what runs at shutdown", ge=1, le=600
    )

    requests_per_minute: int = _told(6_000, "požadavků klíče za minutu", "requests of a key a minute", ge=1, le=10**7)
    failed_auth_per_minute: int = _told(
        20, "neúspěšných ověření z adresy za minutu", "failed authentications of an address a minute", ge=1, le=10**6
    )
    connections: int = _told(
        1_024,
        "současných spojení na proces, i mlčících",
        "connections at once a process, silent ones too",
        ge=1,
        le=10**5,
    )
    queue: int = _told(
        1_024, "jednotlivých požadavků ve frontě na dávku", "requests waiting for a batch", ge=1, le=10**5
    )
    batch_size: int = _told(512, "požadavků v dávce", "requests of a batch", ge=1, le=10_000)
    batch_wait_ms: int = _told(2, "milisekund čekání na dávku", "milliseconds to wait for a batch", ge=0, le=1_000)

    children: int = _told(2, "podřízených procesů na proces", "child processes a process", ge=1, le=64)
    child_queue: int = _told(16, "prací čekajících na podřízený proces", "jobs waiting for a child", ge=0, le=10_000)
    child_memory_mb: int = _told(
        4_096, "MB adresního prostoru podřízeného procesu", "MB of a child's address space", ge=1_536, le=65_536
    )
    child_jobs: int = _told(
        2_000, "prací, po kterých se vymění", "jobs after which a child is replaced", ge=1, le=10**6
    )

    log_level: Literal["debug", "info", "warning", "error"] = _told("info", "podrobnost záznamů", "level of the log")
    log_file: _File | None = _told(
        None, "soubor záznamů, jinak chybový výstup", "the file of the log, else standard error"
    )

    @field_validator("auth")
    @classmethod
    def _require_keys_in_a_network(cls, auth: str, info: ValidationInfo) -> str:
        host, proxies = info.data.get("host"), info.data.get("trusted_proxies")
        if auth == "off" and ((host is not None and not ip_address(host).is_loopback) or proxies):
            raise refusal("auth_off", "bez klíčů smí služba naslouchat jen na 127.0.0.1 nebo ::1 a bez proxy",
                          "without keys it may listen on 127.0.0.1 or ::1 only, and behind no proxy")  # fmt: skip
        return auth

    @field_validator("held_bytes")
    @classmethod
    def _require_room_for_one(cls, held: int, info: ValidationInfo) -> int:
        if held < max(info.data.get("json_bytes", 0), info.data.get("upload_bytes", 0)):
            raise refusal("no_room", "musí se vejít aspoň jedno tělo (json_bytes, upload_bytes)",
                          "there must be room for one body (json_bytes, upload_bytes)")  # fmt: skip
        return held

    @field_validator("stream_seconds")
    @classmethod
    def _require_longer_streams(cls, seconds: int, info: ValidationInfo) -> int:
        if seconds < info.data.get("seconds", 0):
            raise refusal("too_short", "proud smí trvat aspoň tak dlouho jako požadavek (seconds)",
                          "a stream may take at least as long as a request (seconds)")  # fmt: skip
        return seconds

    @field_validator("rules_folder", "log_file", "keys_file", mode="before")
    @classmethod
    def _require_a_path(cls, path: Any) -> Any:  # noqa: ANN401 - what people wrote
        if path is not None and (not isinstance(path, str | Path) or str(path) in {"", "."}):
            raise refusal("not_a_path", "čeká se cesta", "a path is expected")
        return path

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach the service."""
        return ip_address(self.host).is_loopback

    def trusts(self, peer: str) -> bool:
        """Return whether an address is one of the trusted proxies; what is no address is not."""
        try:
            address: IPv4Address | IPv6Address = ip_address(peer)
        except ValueError:
            return False
        address = getattr(address, "ipv4_mapped", None) or address
        return any(address in network for network in self.trusted_proxies)
