"""What should be mended in a directory of services: nothing here makes it unusable, so nothing is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateutil.relativedelta import relativedelta

from dluhy.intake.columns import plain
from dluhy.law.amounts import known_value
from dluhy.municipal.directory.entries import Territory
from dluhy.places import frame
from dluhy.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from dluhy.law.pack import Pack
    from dluhy.municipal.directory.entries import Entry, Listed

_EMAIL: Final = re.compile(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")
_PHONE: Final = re.compile(r"(?:(?:\+|00)[0-9]{1,3})?[0-9]{9}")
_WEB: Final = re.compile(r"https?://[^\s/]+\.[^\s]+")
_BETWEEN: Final = re.compile(r"[\s\u00a0().\-/]")
_LEVELS: Final = {"municipalities": "code", "authorities": "authority", "districts": "district", "regions": "region"}
_SERIES: Final = "directory_check_months"
_SHOWN: Final = 60
"""Signs of a header that are shown."""


def warnings(listed: Listed, as_of: date, pack: Pack) -> list[Problem]:
    """Return everything that should be looked at, in the order of the entries.

    Columns that were not read, entries not checked for the months of the pack or never, ended ones, duplicates, codes
    of no place, no territory, and contacts of an odd form or none.
    """
    entries = listed.directory.entries or []
    known = _known_codes()
    months = known_value(pack.series[_SERIES], as_of)
    found = [
        problem
        for entry, place in zip(entries, listed.places, strict=True)
        for problem in (*_of_time(entry, place, as_of, months), *_of_territory(entry, place, known),
                        *_of_contact(entry, place))
    ]  # fmt: skip
    return [*_unused(listed), *found, *_twice(entries, listed.places)]


def _unused(listed: Listed) -> Iterator[Problem]:
    """Yield each column of a table that no value was read from: a misspelt header would lose what is below it."""
    for header in listed.unused:
        cs, en = "takový sloupec adresář nezná; nepřečetl se", "the directory knows no such column; it was not read"
        yield Problem("unused_column", f"„{header[:_SHOWN]}“", cs, en)


def _known_codes() -> dict[str, frozenset[str]]:
    places = frame()
    found = {name: frozenset(places[column].drop_nulls()) for name, column in _LEVELS.items()}
    alone = places.filter(places["authority"].is_null())["code"]  # Praha is its own authority
    return found | {"authorities": found["authorities"] | frozenset(alone)}


def _of_time(entry: Entry, place: str, as_of: date, months: int) -> Iterator[Problem]:
    if entry.valid_to is not None and entry.valid_to < as_of:
        yield Problem("ended", place, "služba už neplatí; záznam se nenabízí", "no longer valid; it is not offered")
    if entry.checked_on is None:
        yield Problem("never_checked", place, "není napsáno, kdy byl záznam ověřen", "no day of the last check")
    elif entry.checked_on < as_of - relativedelta(months=months):
        cs, en = f"záznam nikdo neověřil déle než {months} měsíců", f"not checked for over {months} months"
        yield Problem("not_checked", place, cs, en)
    elif entry.checked_on > as_of:
        yield Problem(
            "checked_later", place, "ověřeno až po dni, ke kterému se ptáte", "checked after the day asked for"
        )
    if entry.valid_from is not None and entry.valid_to is not None and entry.valid_from > entry.valid_to:
        yield Problem("backwards", place, "platnost končí dřív, než začíná", "the validity ends before it begins")


def _of_territory(entry: Entry, place: str, known: dict[str, frozenset[str]]) -> Iterator[Problem]:
    territory = entry.territory or Territory()
    named = [(name, code) for name in _LEVELS for code in getattr(territory, name) or ()]
    if not named and not territory.whole_country:
        cs = "není napsáno, kde působí; nikomu se nenabídne"
        yield Problem("no_territory", place, cs, "it does not say where it works; it is offered to nobody")
    for name, code in named:
        if code not in known[name]:
            cs = f"kód {code} číselník nezná; takové území se nepočítá"
            yield Problem("unknown_place", place, cs, f"the register has no {code}; it covers nothing")
    if entry.seat is not None and entry.seat not in known["municipalities"]:
        cs, en = f"kód obce sídla {entry.seat} číselník nezná", f"the register has no municipality {entry.seat}"
        yield Problem("unknown_place", place, cs, en)


def _of_contact(entry: Entry, place: str) -> Iterator[Problem]:
    contact = entry.contact
    if contact is None or not any((contact.phone, contact.email, contact.web, contact.address)):
        yield Problem("no_contact", place, "chybí jakýkoli kontakt", "there is no contact at all")
        return
    if contact.email is not None and not _EMAIL.fullmatch(contact.email):
        yield Problem("email_form", place, "e-mail nemá tvar e-mailu", "the e-mail is no e-mail")
    if contact.phone is not None and not _PHONE.fullmatch(_BETWEEN.sub("", contact.phone)):
        cs = "telefon má mít devět číslic, případně předvolbu (+420 …); je jen jeden"
        yield Problem("phone_form", place, cs, "a phone has nine digits, with a prefix if need be (+420 …); only one")
    if contact.web is not None and not _WEB.fullmatch(contact.web):
        yield Problem(
            "web_form", place, "web má začínat https:// nebo http://", "the web begins with https:// or http://"
        )


def _twice(entries: list[Entry], places: tuple[str, ...]) -> Iterator[Problem]:
    """Yield entries of one reference, and of one name and kind with the same territory."""
    seen: dict[object, str] = {}
    for entry, place in zip(entries, places, strict=True):
        territory = None if entry.territory is None else entry.territory.model_dump_json(exclude_none=True)
        for key in ({entry.id} if entry.id is not None else set()) | {
            (plain(entry.name), *sorted(entry.kinds), territory)
        }:
            if key in seen:
                first = Problem("duplicate", seen[key], "", "").where("en")
                cs, en = f"záznam je zřejmě týž jako {seen[key]}", f"apparently the same entry as {first}"
                yield Problem("duplicate", place, cs, en)
                break
            seen[key] = place
