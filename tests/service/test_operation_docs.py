"""The page for operators says what the program does: every setting with its default and range, no machine's paths."""

from __future__ import annotations

import re
from pathlib import Path

from dluhy_service.keys import SCOPES
from dluhy_service.metrics import Metrics
from dluhy_service.settings import Settings, said

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "service.md").read_text(encoding="utf-8")


def test_every_setting_stands_in_the_table_as_it_is() -> None:
    rows = {row[0].strip("` "): [cell.strip() for cell in row[1:]] for row in
            (line.strip("|").split("|") for line in PAGE.splitlines() if line.startswith("| `"))}  # fmt: skip
    for name, field in Settings.model_fields.items():
        default, limits, words = rows[name]
        assert words == f"{said(name, 'cs')} / {said(name, 'en')}"
        ends = [str(getattr(sign, end)) for end in ("ge", "le") for sign in field.metadata if hasattr(sign, end)]
        assert limits == "–".join(ends)
        if isinstance(field.default, int | str) and not isinstance(field.default, bool):
            assert default.strip("`") == str(field.default)


def test_every_scope_and_figure_is_named() -> None:
    assert all(f"`{scope}`" in PAGE for scope in SCOPES)
    for name in re.findall(r"^# TYPE (dluhy_\w+)", Metrics("1").render()[0].decode(), re.MULTILINE):
        assert f"`{name}`" in PAGE


def test_the_unit_waits_longer_than_the_service_takes_to_stop() -> None:
    unit = (DOCS / "dluhy.service").read_text(encoding="utf-8")
    found = re.search(r"TimeoutStopSec=(\d+)", unit)
    assert found is not None
    settings = Settings()
    assert int(found[1]) > settings.drain_seconds + settings.shutdown_seconds + 5
    assert "KillMode=mixed" in unit


def test_the_proxy_leaves_nothing_on_disk_and_waits_longer_than_the_service() -> None:
    proxy = (DOCS / "nginx-dluhy.conf").read_text(encoding="utf-8")
    for needed in ("proxy_request_buffering off;", "proxy_buffering off;", "proxy_max_temp_file_size 0;",
                   "Strict-Transport-Security", "X-Forwarded-For $remote_addr;"):  # fmt: skip
        assert needed in proxy
    log_format = proxy[proxy.index("log_format") : proxy.index(";", proxy.index("log_format"))]
    assert not re.search(r"\$(request|request_uri|uri|args|query_string|http_\w+|request_body)\b", log_format)
    waits = [int(found) for found in re.findall(r"proxy_read_timeout (\d+)s", proxy)]
    settings = Settings()
    assert waits[0] > settings.seconds
    assert waits[1] > settings.stream_seconds
