"""Examples of requests, about invented people, and what the library answers to them."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable

_LEVELS: Final = 3
_FIRST: Final = 2
_FOLDER: Final = files("dluhy_service.openapi").joinpath("examples")


def request(name: str) -> Any:  # noqa: ANN401 - JSON
    """Return an example of a request by its name."""
    return json.loads(request_bytes(name))


def request_bytes(name: str) -> bytes:
    """Return an example of a request as it is sent."""
    return _FOLDER.joinpath(f"{name}.json").read_bytes()


def exchanges(names: dict[str, str], answered: Callable[[bytes], str | bytes]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return examples of requests and of their answers; `names` says which file each is in."""
    sent = {name: request(file) for name, file in names.items()}
    return sent, {name: json.loads(answered(request_bytes(file))) for name, file in names.items()}


def as_sent(value: object) -> Any:  # noqa: ANN401 - JSON
    """Return a value of the library as JSON holds it."""
    return msgspec.json.decode(msgspec.json.encode(value))


def shortened(value: object) -> Any:  # noqa: ANN401 - JSON
    """Return the beginning of a long answer: of each list of the first levels the first two members."""
    return _begun(as_sent(value), _LEVELS)


def _begun(node: Any, levels: int) -> Any:  # noqa: ANN401 - JSON
    if not levels:
        return node
    if isinstance(node, list):
        return [_begun(part, levels - 1) for part in node[:_FIRST]]
    if isinstance(node, dict):
        return {key: _begun(part, levels - 1) for key, part in node.items()}
    return node
