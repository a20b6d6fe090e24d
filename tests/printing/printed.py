"""Printed screenings that the tests share, and what can be read from them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from pypdf import PdfReader

from dluhy.case import read_case
from dluhy.law.pack import default_pack
from dluhy.report.screening import screening_report
from dluhy.screening import screen_case

if TYPE_CHECKING:
    from dluhy.problems import Language
    from dluhy.report.screening import ScreeningReport
    from dluhy.screening import Screening

FIXTURES = Path(__file__).parents[2] / "fixtures"
FAMILY = FIXTURES / "domacnosti" / "06_rodina_dva_dluznici_dluh_ditete.toml"
PENSIONER = FIXTURES / "domacnosti" / "02_duchodce_najem_exekuce.toml"
NOTHING = FIXTURES / "pripady" / "minimalni.toml"


def screened(path: Path) -> Screening:
    """Return the screening of a fixture."""
    pack = default_pack()
    read = read_case(path, pack)
    return screen_case(read.case, pack, input_sha256=read.sha256)


def reported(path: Path, language: Language = "cs") -> ScreeningReport:
    """Return the report of a fixture."""
    return screening_report(screened(path), language)


def pages(pdf: bytes) -> list[str]:
    """Return the text of every page with ordinary spaces, lines joined."""
    return [plain(page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]


def told(pdf: bytes) -> str:
    """Return the text of all pages."""
    return " ".join(pages(pdf))


def plain(text: str) -> str:
    """Return a text with ordinary spaces and hyphens and without places to break a word."""
    # one glyph serves the hyphen and the soft one, and the reader used here takes the latter
    return " ".join(text.replace("\u200b", "").replace("\xad", "-").split())
