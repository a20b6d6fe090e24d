"""Examples of requests, about invented people, and what the library answers to them."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

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
