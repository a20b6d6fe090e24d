"""`dluhy directory`: check a directory of services, find services for a municipality, tell where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import asdict, frozen

from dluhy.commands.common import DONE, SOME_REJECTED, UNUSABLE, as_values, chosen_pack, print_json, tell
from dluhy.municipal.directory.checks import warnings
from dluhy.municipal.directory.entries import directory_schema_text
from dluhy.municipal.directory.files import read_directory
from dluhy.municipal.directory.services import find, gaps, services_for
from dluhy.places import municipality
from dluhy.problems import InputError, Problem
from dluhy.report.directory import DirectoryTeller
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from dluhy.municipal.directory.entries import Listed
    from dluhy.problems import Language


@frozen(kw_only=True)
class Asking:
    """What every command about a directory is told: the file, the day, the language, text or JSON, the pack."""

    path: Path
    as_of: date
    language: Language
    as_json: bool = False
    rules: Path | None = None


def check_directory_command(order: Asking) -> int:
    """Say everything that is wrong with a directory (status 2), or should be mended in it (status 1)."""
    say = texts(order.language)
    try:
        pack = chosen_pack(order.rules)
        listed = read_directory(order.path, order.as_of, pack)
        found = warnings(listed, order.as_of, pack)
    except InputError as error:
        if not order.as_json:
            return tell(error, order.language, say("directory-errors", count=len(error.problems)))
        print_json({"errors": as_values(error.problems), "warnings": []})
        return UNUSABLE
    if order.as_json:
        entries = listed.directory.entries or []
        print_json({"entries": len(entries), "sha256": listed.sha256, "errors": [], "warnings": as_values(found)})
    else:
        _print_lines(DirectoryTeller(pack, order.language).checked(listed, found))
    return SOME_REJECTED if found else DONE


def find_command(order: Asking, code: str, kinds: Sequence[str], problems: Sequence[str]) -> int:
    """Print the services for a municipality: of some kinds, for some problems, or all."""
    say = texts(order.language)
    try:
        pack = chosen_pack(order.rules)
        _require_one(kinds, problems)
        listed = read_directory(order.path, order.as_of, pack)
        offers = find(listed.directory, code, pack, order.as_of, kinds=kinds or None)
        advice = services_for(problems, code, listed.directory, pack, order.as_of)
    except InputError as error:
        return tell(error, order.language, say("error-heading-command"), as_json=order.as_json)
    teller, place = DirectoryTeller(pack, order.language), municipality(code)
    name = code if place is None else place.name
    if order.as_json:
        found = {"offers": [teller.offer_values(offer) for offer in offers]}
        told = {"problems": [teller.advice_values(each) for each in advice]}
        print_json(_head(order, listed, code) | (told if problems else found))
    else:
        _print_lines(teller.advised(name, advice) if problems else teller.found(name, offers))
    return DONE


def _require_one(kinds: Sequence[str], problems: Sequence[str]) -> None:
    """Refuse kinds beside problems: a problem names its kinds itself, those given would be left out unsaid."""
    if kinds and problems:
        cs, en = "použijte jen jedno z toho; druhy služeb určuje problém", "use one of them; a problem tells the kinds"
        raise InputError([Problem("kind_or_problem", "--kind, --problem", cs, en)])


def gaps_command(order: Asking, region: str | None) -> int:
    """Print by authority (ORP) which kinds of service are missing, full, or of unknown capacity."""
    say = texts(order.language)
    try:
        pack = chosen_pack(order.rules)
        listed = read_directory(order.path, order.as_of, pack)
        found = gaps(listed.directory, pack, order.as_of, region=region)
    except InputError as error:
        return tell(error, order.language, say("error-heading-command"), as_json=order.as_json)
    if order.as_json:
        print_json(_head(order, listed, None) | {"gaps": [asdict(gap) for gap in found]})
    else:
        _print_lines(DirectoryTeller(pack, order.language).gaps(found))
    return DONE


def directory_schema_command(language: Language, rules: Path | None) -> int:
    """Print the JSON Schema of the directory."""
    try:
        print(directory_schema_text(chosen_pack(rules)), end="")
    except InputError as error:
        return tell(error, language)
    return DONE


def _head(order: Asking, listed: Listed, code: str | None) -> dict[str, Any]:
    return {"as_of": order.as_of, "directory_sha256": listed.sha256} | ({} if code is None else {"municipality": code})


def _print_lines(lines: Iterable[str]) -> None:
    print("\n".join(lines))
