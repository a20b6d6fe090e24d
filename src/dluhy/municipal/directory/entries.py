"""The directory of services (`adresar.toml`, CSV, XLSX): who helps with what, where, with which capacity, reached how.

It holds services and offices, never clients. Absent is unknown; nothing is invented. Basis: municipalities and regions
make information on services available (§ 94 odst. 1 písm. b), § 95 odst. 1 písm. b) zák. 108/2006 Sb.).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Final

from attrs import frozen
from pydantic import Field

from dluhy.documents.decoding import decode, require_limits
from dluhy.documents.fields import Part, told
from dluhy.documents.files import as_bytes, limited
from dluhy.documents.schema import as_text, document_schema
from dluhy.documents.shape import shaped
from dluhy.documents.values import Day, Identity, Municipality, Text, Whole, YesNo, code_of
from dluhy.law.pack import default_pack
from dluhy.places import municipality
from dluhy.problems import InputError

if TYPE_CHECKING:
    from dluhy.documents.decoding import Form
    from dluhy.law.pack import Pack

ServiceKind = Annotated[Text, code_of("service_kinds")]
Target = Annotated[Text, code_of("service_targets")]
Tag = Annotated[Text, code_of("service_tags")]
_PLACEHOLDERS: Final[dict[str, object]] = {"as_of": date(2000, 1, 1)}


class Territory(Part):
    """Where a service works: municipalities, authorities (ORP), districts, regions, or the whole country; together."""

    municipalities: list[Municipality] | None = told("kódy obcí", "codes of municipalities")
    authorities: list[Text] | None = told("kódy ORP", "codes of authorities (ORP)", example="4102",
                                          more_cs="Čtyři číslice.", more_en="Four digits.")  # fmt: skip
    districts: list[Text] | None = told("kódy okresů", "codes of districts", example="CZ0412")
    regions: list[Text] | None = told("kódy krajů", "codes of regions", example="CZ041")
    whole_country: YesNo | None = told("působí v celé republice (ano/ne)", "works in the whole country (yes/no)")


class Contact(Part):
    """How to reach a service; of offices and services, not of private people."""

    phone: Text | None = told("telefon", "phone", example="+420 000 000 000")
    email: Text | None = told("e-mail", "e-mail", example="poradna@example.org")
    web: Text | None = told("web", "web", example="https://example.org")
    address: Text | None = told("adresa", "address", example="Smyšlená 1, Nikde")
    hours: Text | None = told("kdy je otevřeno", "opening hours", example="po a st 9–17")


class Entry(Part):
    """One service, office or other actor."""

    id: Identity | None = told("označení záznamu", "reference of the entry", example="poradna-1")
    name: Text = told("název", "name", required=True, example="Smyšlená dluhová poradna")
    kinds: Annotated[list[ServiceKind], Field(min_length=1)] = told(
        "druhy služby", "kinds of service", listed="service_kinds", required=True
    )
    territory: Territory | None = told("kde působí", "where it works",
                                       more_cs="Bez území se záznam nenabídne nikomu.",
                                       more_en="Without a territory the entry is offered to nobody.")  # fmt: skip
    seat: Municipality | None = told("kód obce, kde sídlí", "code of the municipality of its seat")
    targets: list[Target] | None = told("pro koho je", "whom it is for", listed="service_targets")
    tags: list[Tag] | None = told("štítky", "tags", listed="service_tags")
    languages: list[Text] | None = told("jazyky", "languages", example="cs")
    capacity: Annotated[Whole, Field(ge=0)] | None = told(
        "kolik lidí může letos ještě přijmout", "how many people it can still take this year", example=10,
        more_cs="0 je plno; neznámé vynechte.", more_en="0 is full; leave out what is unknown.",
    )  # fmt: skip
    contact: Contact | None = told("kontakt", "contact")
    registered: YesNo | None = told("registrovaná sociální služba (ano/ne)", "registered social service (yes/no)")
    valid_from: Day | None = told("od kdy působí", "works from", example="2026-01-01")
    valid_to: Day | None = told("do kdy působí nebo je zaplacená", "works or is funded until", example="2027-12-31")
    checked_on: Day | None = told("kdy byl záznam naposledy ověřen", "last checked on", example="2026-11-01")
    note: Text | None = told("poznámka", "note")

    def stands(self, as_of: date) -> bool:
        """Return whether the entry is valid on a day, as far as it says."""
        late = self.valid_to is not None and self.valid_to < as_of
        return not late and (self.valid_from is None or self.valid_from <= as_of)


class Directory(Part):
    """All entries of a directory, and the day on which it was put together."""

    as_of: Day = told("den, ke kterému adresář platí", "day of the directory", required=True)
    source: Text | None = told("kdo adresář vede", "who keeps the directory", example="sociální odbor")
    entries: list[Entry] | None = told("záznamy", "entries")


@frozen(kw_only=True)
class Listed:
    """A directory as read, what its entries are called in their file, and the SHA-256 (hex) of its bytes.

    `unused` are the headers of a table's columns that were not read.
    """

    directory: Directory
    places: tuple[str, ...]
    sha256: str
    unused: tuple[str, ...] = ()


def parse_directory(
    content: bytes | str, pack: Pack | None = None, *, place: str = "directory", form: Form | None = None
) -> Directory:
    """Read a directory from TOML or JSON; raises InputError with everything that is wrong at once."""
    return directory_of(decode(as_bytes(content), place, form), pack)


def directory_of(document: dict[str, Any], pack: Pack | None = None) -> Directory:
    """Return the directory of a document as plain values; raises InputError with everything that is wrong at once."""
    require_limits(document)
    found = shaped(Directory, document, pack or default_pack(), _PLACEHOLDERS)
    if found.problems or found.document is None:
        raise InputError(limited(list(found.problems)))
    return found.document


def covers(territory: Territory | None, code: str) -> str | None:
    """Return by what a territory covers a municipality: municipality, authority, district, region, country; or None.

    The narrowest is told. A territory that is not stated covers nothing: it is not known.
    """
    place = municipality(code)
    if territory is None or place is None:
        return None
    named = (
        ("municipality", place.code, territory.municipalities),
        ("authority", place.authority or place.code, territory.authorities),
        ("district", place.district, territory.districts),
        ("region", place.region, territory.regions),
    )
    found = next((level for level, own, codes in named if own in (codes or ())), None)
    return found or ("country" if territory.whole_country else None)


def kinds_served(entry: Entry, pack: Pack) -> frozenset[str]:
    """Return the kinds of service of an entry, with those that its kinds serve too."""
    terms = pack.vocabularies["service_kinds"]
    return frozenset(entry.kinds).union(*(terms[kind].more.get("covers", ()) for kind in entry.kinds))


def directory_schema_text(pack: Pack) -> str:
    """Return the JSON Schema of the directory as the text that is published."""
    return as_text(
        document_schema(
            Directory,
            pack,
            identity="urn:dluhy:directory:1",
            title="Adresář služeb / Directory of services",
            description="Povinné jsou as_of a u záznamu name a kinds; neuvedené je neznámé."
            " / Only as_of, and name and kinds of an entry, are required; absent is unknown.",
        )
    )
