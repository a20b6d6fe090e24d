"""Uploads made to bring a service down bring down nothing but themselves."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from tests.service.wire import canary
from tests.service.wire.exchanges_lists import CHECKS, FORM, XLSX_FILE, form
from tests.service.wire.running import resident

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx
    from tests.service.wire.running import Server

SHEET = "xl/worksheets/sheet1.xml"
ROW = b'<row r="1"><c r="A1" t="inlineStr"><is><t>' + canary.SLUG.encode() + b"</t></is></c></row>"
INFLATED = 120_000_000
MOST_GROWTH = 64 << 20
_CENTRAL = b"PK\x01\x02"
_SIZE_AT = 24


def _bomb() -> bytes:
    """Return a workbook of which a sheet inflates to a hundred times its size."""
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(XLSX_FILE)) as whole, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name in whole.namelist():
            if name != SHEET:
                made.writestr(name, whole.read(name))
        with made.open(SHEET, "w", force_zip64=False) as sheet:
            sheet.write(b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>')
            piece = ROW * 10_000
            for _ in range(INFLATED // len(piece)):
                sheet.write(piece)
    return held.getvalue()


def _lying(bomb: bytes) -> bytes:
    """Return the same workbook, which says that its sheet is small."""
    content, at = bytearray(bomb), -1
    while (at := content.find(_CENTRAL, at + 1)) >= 0:
        if content[at + 46 :].startswith(SHEET.encode()):
            struct.pack_into("<I", content, at + _SIZE_AT, 100_000)
    return bytes(content)


@pytest.fixture(scope="module")
def bomb() -> bytes:
    """The workbook, made once."""
    made = _bomb()
    assert len(made) < INFLATED // 100
    return made


@pytest.mark.heavy
@pytest.mark.parametrize("how", [bytes, _lying], ids=["honest", "lying"])
def test_a_workbook_that_inflates_is_refused(
    server: Server, http: httpx.Client, bomb: bytes, how: Callable[[bytes], bytes]
) -> None:
    (worker,) = server.workers()
    before, children = resident(worker), server.jobs()
    told = http.post(CHECKS, content=form(how(bomb), as_of="2026-11-21"), headers={"Content-Type": FORM})
    assert told.status_code in {413, 422}, told.text
    assert not canary.traces(told.content)
    assert resident(worker) - before < MOST_GROWTH
    assert server.jobs() == children
    assert http.get("/health/ready").status_code == 200
    assert not canary.written_by(server)
