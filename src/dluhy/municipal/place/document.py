"""The place document (`obec.toml`): what a municipality says of itself. Absent is unknown, an empty list is none.

Only `code` and `as_of` are required. Money is in haléře once read, shares in basis points.
"""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.documents.decoding import decode, require_limits
from dluhy.documents.fields import Part, told
from dluhy.documents.files import as_bytes, limited, read_content
from dluhy.documents.schema import as_text, document_schema
from dluhy.documents.shape import shaped
from dluhy.documents.template import annotated
from dluhy.documents.values import Day, Municipality  # noqa: TC001 - pydantic reads the annotations
from dluhy.law.pack import default_pack
from dluhy.municipal.place.collection import Collection  # noqa: TC001 - pydantic reads the annotations
from dluhy.municipal.place.crossing import crossed
from dluhy.municipal.place.parts import (  # noqa: TC001 - pydantic reads the annotations
    Employment,
    FeeYear,
    HousingRules,
    Indicators,
    Services,
)
from dluhy.problems import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.documents.decoding import Form
    from dluhy.law.pack import Pack
    from dluhy.problems import Language

_REQUIRED: Final = ("code", "as_of")
_PLACEHOLDERS: Final[dict[str, object]] = {"code": "000000", "as_of": date(2000, 1, 1)}
_HEAD: Final = {
    "cs": (
        "Co obec ví o sobě. Povinné jsou jen code a as_of; z ostatního odkryjte (smažte „# “), co víte.",
        "Co není uvedeno, je neznámé: program se na to zeptá a nic si nedomyslí.",
        'Data: "2026-05-31". Částky: "1500.50". Podíly v procentech: "9.40".',
        "Úseky [[indicators]] a [[fees]] se opakují pro každý další rok.",
        "Jména lidí, adresy a rodná čísla sem nepatří.",
    ),
    "en": (
        "What the municipality knows of itself. Only code and as_of are required; delete “# ” before what you know.",
        "What is absent is unknown: the program asks for it and makes nothing up.",
        'Dates: "2026-05-31". Amounts: "1500.50". Shares in per cent: "9.40".',
        "The sections [[indicators]] and [[fees]] are repeated for each further year.",
        "Names of people, addresses and birth numbers do not belong here.",
    ),
}


class Place(Part):
    """What a municipality knows of itself on a day."""

    code: Municipality = told(
        "kód obce", "code of the municipality", required=True,
        more_cs="Šest číslic podle číselníku obcí.", more_en="Six digits of the register.",
    )  # fmt: skip
    as_of: Day = told("den, ke kterému údaje platí", "day on which the data hold", required=True,
                     example="2026-11-21")  # fmt: skip
    indicators: list[Indicators] | None = told("ukazatele podle let", "indicators by year")
    fees: list[FeeYear] | None = told("platby za odpad podle let", "payments for waste by year")
    collection: Collection | None = told("jak obec vymáhá", "how the municipality collects")
    housing: HousingRules | None = told("bydlení", "housing")
    services: Services | None = told("co v obci je", "what there is")
    employment: Employment | None = told("práce pro dlužníky", "work for debtors")

    def latest_indicators(self) -> Indicators | None:
        """Return the indicators of the latest year; None where there are none, or none says its year."""
        return max((each for each in self.indicators or [] if each.year is not None), key=_year, default=None)

    def fee_of(self, year: int) -> FeeYear | None:
        """Return how waste was paid for in a year; None where the document does not say."""
        return next((each for each in self.fees or [] if each.year == year), None)

    def latest_fee(self) -> FeeYear | None:
        """Return the latest fee year up to the day of the document; None where there is none."""
        known = [each for each in self.fees or [] if each.year is not None and each.year <= self.as_of.year]
        return max(known, key=_year, default=None)


def _year(part: Indicators | FeeYear) -> int:
    return part.year or 0


@frozen
class ReadPlace:
    """A place document and the SHA-256 (hex) of the bytes it was read from."""

    place: Place
    sha256: str


def read_place(path: Path | str, pack: Pack | None = None) -> ReadPlace:
    """Read a place document from a TOML or JSON file; `-` is standard input. Codes are those of `pack`.

    Raises InputError with everything that is wrong: code, place (a JSON Pointer, or the file), Czech and English.
    """
    content = read_content(path)
    place = parse_place(content.data, pack, place=content.place, form=content.form)
    return ReadPlace(place, sha256(content.data).hexdigest())


def parse_place(
    content: bytes | str, pack: Pack | None = None, *, place: str = "place", form: Form | None = None
) -> Place:
    """Read a place document from its content; `place` names it in problems. Raises InputError as `read_place`."""
    return place_of(decode(as_bytes(content), place, form), pack)


def place_of(document: dict[str, Any], pack: Pack | None = None) -> Place:
    """Return the place of a document as it was read from JSON or TOML; raises InputError as `read_place`."""
    pack = pack or default_pack()
    require_limits(document)
    found = shaped(Place, document, pack, _PLACEHOLDERS)
    problems = list(found.problems)
    if found.document is not None:
        problems += crossed(found.document, pack, found.left_out)
    if problems or found.document is None:
        raise InputError(limited(problems))
    return found.document


def place_template(pack: Pack, language: Language = "cs") -> str:
    """Return an empty annotated place document in TOML; valid as soon as `code` and `as_of` are filled in."""
    return annotated(Place, pack, language, head=_HEAD[language], required=_REQUIRED)


def place_schema_text(pack: Pack) -> str:
    """Return the JSON Schema of the place document as the text that is published."""
    return as_text(
        document_schema(
            Place,
            pack,
            identity="urn:dluhy:place:1",
            title="Obec o sobě / A municipality about itself",
            description="Povinné jsou code a as_of; neuvedené je neznámé."
            " / Only code and as_of are required; absent is unknown.",
        )
    )
