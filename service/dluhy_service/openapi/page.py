"""The page of the interface: swagger-ui from files of this package; nothing is loaded from elsewhere."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from attrs import frozen

from dluhy_service.etags import tag_of

ASSETS: Final = {
    "init.js": "text/javascript",
    "style.css": "text/css",
    "swagger-ui-bundle.js": "text/javascript",
    "swagger-ui.css": "text/css",
    "favicon-32x32.png": "image/png",
}
"""The files of the page and their media types; nothing else of the folder is served."""
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {"Content-Security-Policy": _POLICY, "Cross-Origin-Opener-Policy": "same-origin"}
_FOLDER: Final = files("dluhy_service.openapi").joinpath("static")
PAGE: Final = _FOLDER.joinpath("page.html").read_bytes()


@frozen
class Asset:
    """A file of the page and the tag of its version."""

    content: bytes
    etag: str


@cache
def asset(name: str) -> Asset:
    """Return a file of the page, one of `ASSETS`."""
    content = _FOLDER.joinpath(name).read_bytes()
    return Asset(content, tag_of(content))
