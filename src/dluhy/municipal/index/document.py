"""What is asked about the index as a document: rows of inputs or the shipped ones, the year, which municipalities.

Rows are read strictly: whatever is wrong with any of them is told at once, with its pointer.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Any, Final

import polars as pl
from attrs import evolve, frozen
from pydantic import Field

from dluhy.documents.decoding import decode
from dluhy.documents.fields import Part, told
from dluhy.documents.files import limited
from dluhy.documents.schema import as_text, document_schema
from dluhy.documents.shape import shaped
from dluhy.documents.values import Municipality, Whole, YesNo
from dluhy.municipal.index.checks import SENTENCES, faults_of
from dluhy.municipal.index.columns import COLUMNS, LARGEST
from dluhy.municipal.index.computing import computed
from dluhy.municipal.index.method import method_of
from dluhy.municipal.index.shipped import shipped_inputs
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.documents.files import Content
    from dluhy.law.pack import Pack
    from dluhy.municipal.index.computing import Indexed

_YEAR: Final = "/year"
_CODES: Final = "/municipalities"
Count = Annotated[Whole, Field(ge=0, le=LARGEST)]
Year = Annotated[Whole, Field(ge=1000, le=9999)]


class IndexRow(Part):
    """The inputs of one municipality; absent is unknown, where there is nobody, 0 belongs."""

    code: Municipality = told("kód obce", "code of the municipality", required=True, example="554961")
    inhabitants_15plus: Count | None = told("obyvatelé od 15 let", "inhabitants of 15 and over", example=12_500)
    inhabitants_15_64: Count | None = told("obyvatelé od 15 do 64 let", "inhabitants of 15 to 64", example=9_600)
    exe: Count | None = told("osoby v exekuci", "persons under enforcement", example=1_100)
    pnb_payments: Count | None = told(
        "výplaty příspěvku na bydlení za rok", "payments of the housing allowance in the year", example=2_400,
        more_cs="Dvanáctkrát průměrný měsíc.", more_en="Twelve times the mean month.",
    )  # fmt: skip
    pnz_payments: Count | None = told(
        "výplaty příspěvku na živobytí za rok", "payments of the living allowance in the year", example=900,
        more_cs="Dvanáctkrát průměrný měsíc.", more_en="Twelve times the mean month.",
    )  # fmt: skip
    uoz6: Count | None = told("uchazeči o zaměstnání déle než 6 měsíců", "job seekers for more than 6 months",
                              example=150)  # fmt: skip
    po_zs: Count | None = told("žáci, kteří předčasně odešli ze základní školy", "pupils who left school early",
                               example=4)  # fmt: skip
    po_zs_base: Count | None = told("žáci, kteří tam ukončili docházku", "pupils who ended school there", example=130)
    own_school: YesNo | None = told("má obec vlastní školu (ano/ne)", "has the municipality its own school (yes/no)")
    school: Municipality | None = told("kód obce, od jejíž školy se přebírá",
                                       "code of the municipality whose school counts", example="560286")  # fmt: skip


class IndexDocument(Part):
    """What the index is to be computed from."""

    year: Year | None = told("rok, za který se index počítá", "year of the index", example=2023)
    partial: YesNo | None = told("neoficiální částečný index (ano/ne)", "the unofficial partial index (yes/no)")
    municipalities: Annotated[list[Municipality], Field(min_length=1)] | None = told(
        "obce, které ukázat; jinak všechny", "municipalities to show; else all"
    )
    rows: Annotated[list[IndexRow], Field(min_length=1)] | None = told(
        "vstupy obcí; jinak dodané", "inputs of municipalities; else those shipped"
    )


@frozen(kw_only=True)
class IndexAsked:
    """An index computed by a document, and the codes of the municipalities to show; None for all.

    `sha256` is that of the document, or of the shipped rows where it only names some of them.
    """

    indexed: Indexed
    codes: tuple[str, ...] | None
    sha256: str


def asked_index(content: Content, pack: Pack) -> IndexAsked:
    """Return the index that a document asks for; InputError with everything that does not fit, with its pointer."""
    values = decode(content.data, content.place, content.form)
    found = shaped(IndexDocument, values, pack, {})
    if found.problems or found.document is None:
        raise InputError(limited(list(found.problems)))
    document = found.document
    codes = None if document.municipalities is None else tuple(dict.fromkeys(document.municipalities))
    indexed = _computed(document, pack)
    known = set(indexed.rows["code"])
    missing = [Problem("not_found", f"{_CODES}/{number}", "tato obec ve vstupech není", "it is not among the inputs")
               for number, code in enumerate(document.municipalities or ()) if code not in known]  # fmt: skip
    if missing:
        raise InputError(limited(missing))
    digest = (
        shipped_inputs(None, pack, partial=False).sha256 if document.rows is None else sha256(content.data).hexdigest()
    )
    return IndexAsked(indexed=indexed, codes=codes, sha256=digest)


def _computed(document: IndexDocument, pack: Pack) -> Indexed:
    partial = bool(document.partial)
    try:
        if document.rows is None:
            listed = shipped_inputs(document.year, pack, partial=partial)
            return computed(listed.frame, listed.year, pack, partial=partial)
        if document.year is None:
            raise InputError([Problem("year_needed", _YEAR, "k vlastním vstupům patří rok", "own inputs need a year")])
        method = method_of(pack, document.year, partial=partial)
        frame = frame_of(document.rows)
        faults = faults_of(frame, method).rows()
        if faults:
            raise InputError(limited(list(_told(faults))))
        return computed(frame, document.year, pack, partial=partial)
    except InputError as error:
        raise type(error)([_placed(problem) for problem in error.problems]) from None


def frame_of(rows: Sequence[IndexRow]) -> pl.DataFrame:
    """Return rows as the frame the index is computed from."""
    return pl.DataFrame({name: [getattr(row, name) for row in rows] for name in COLUMNS}, schema=COLUMNS)


def _told(faults: Sequence[tuple[Any, ...]]) -> Iterator[Problem]:
    for position, column, code in faults:
        yield Problem(code, f"/rows/{position}/{column}", *SENTENCES[code])


def _placed(problem: Problem) -> Problem:
    """Return a problem of the year with its place in the document."""
    return evolve(problem, place=_YEAR) if problem.place in {"year", "--year"} else problem


def index_schema(pack: Pack) -> dict[str, Any]:
    """Return the JSON Schema of the document."""
    return document_schema(
        IndexDocument,
        pack,
        identity="urn:dluhy:index:1",
        title="Index sociálního vyloučení / Index of social exclusion",
        description="Vlastní vstupy obcí (rows) a rok, nebo nic: pak jde o dodané obce. Neuvedené je neznámé."
        " / Own inputs of municipalities (rows) and a year, or nothing: then the shipped ones. Absent is unknown.",
    )


def schema_text(pack: Pack) -> str:
    """Return the schema as the text that is published."""
    return as_text(index_schema(pack))
