"""Suggestions for a municipality made again by their receipt: of a case, a list, or a place alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy import receipt as receipts
from dluhy.commands.municipal import is_case
from dluhy.municipal.place.local_facts import local_facts
from dluhy.municipal.suggesting.making import suggest
from dluhy.municipal.suggesting.receipt import alone, creditor_body_of, place_of, suggestions_receipt
from dluhy.problems import Problem, ReplayError

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.intake.readers import Reading
    from dluhy.law.pack import Pack
    from dluhy.receipt import Receipt


def replayed_suggestions(
    receipt_path: Path, path: Path | None, pack: Pack, reading: Reading
) -> tuple[Receipt, Receipt]:
    """Make suggestions again from what they were made of and return the receipt given and that of now.

    `path` is the case, the list, or the place document of a place alone; None where a place was told by its code. What
    was known of the place beside a case or a list stands in the receipt. Raises ReplayError if pack, program, input or
    its reading differ from the receipt's.
    """
    old = receipts.read(receipt_path)
    if alone(old.options):
        return old, _of_place(old, path, pack)
    if path is None:
        cs, en = "chybí soubor, ze kterého výsledek vznikl", "the file that the result was made from is missing"
        raise ReplayError([Problem("no_input", "SEZNAM", cs, en)])
    return old, _of_case(old, path, pack) if is_case(path) else _of_list(old, path, pack, reading)


def _of_place(old: Receipt, path: Path | None, pack: Pack) -> Receipt:
    from dluhy.municipal.place.document import read_place

    if not old.input_sha256 and path is not None:
        cs = "výsledek vznikl jen z kódu obce, žádný soubor k němu nepatří; zadejte jen doklad"
        en = "the result was made from the code of a municipality only, no file belongs to it; give the receipt alone"
        raise ReplayError([Problem("other_input", path.name, cs, en)])
    if old.input_sha256 and path is None:
        cs, en = "chybí dokument obce, ze kterého výsledek vznikl", "the place document of the result is missing"
        raise ReplayError([Problem("no_input", "SEZNAM", cs, en)])
    if path is None:
        told = place_of(old.options)
        place, sha256 = local_facts(None if told is None else told.code), ""
    else:
        read = read_place(path, pack)
        place, sha256 = local_facts(document=read.place), read.sha256
    receipts.require_same_origin(old, pack, sha256)
    found = suggest(place=place, as_of=old.as_of, pack=pack)
    return suggestions_receipt(found, input_sha256=sha256, place=place, alone=True)


def _of_case(old: Receipt, path: Path, pack: Pack) -> Receipt:
    from dluhy.case import read_case
    from dluhy.screening import screen_case

    place, read = place_of(old.options), read_case(path, pack)
    receipts.require_same_origin(old, pack, read.sha256)
    found = suggest(screen_case(read.case, pack, input_sha256=read.sha256), place=place)
    return suggestions_receipt(found, input_sha256=read.sha256, place=place)


def _of_list(old: Receipt, path: Path, pack: Pack, reading: Reading) -> Receipt:
    from dluhy.checking import check_list

    place, body = place_of(old.options), creditor_body_of(old.options)
    result = check_list(path, old.as_of, pack, reading=reading)
    sha256, rejected = result.intake.raw.sha256, result.intake.rows_rejected
    receipts.require_same_origin(old, pack, sha256, reading.digest)
    return suggestions_receipt(
        suggest(result, place=place, creditor_body=body),
        input_sha256=sha256,
        rejected=rejected,
        reading_sha256=reading.digest,
        place=place,
        creditor_body=body,
    )
