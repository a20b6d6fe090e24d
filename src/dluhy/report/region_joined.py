"""The exchange files of municipalities joined into the overview of a region, with its receipt; also again by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from dluhy import receipt as receipts
from dluhy.region.files import exchange_files, read_exchanges
from dluhy.region.joining import overview
from dluhy.report.region_receipt import options_of, overview_receipt

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dluhy.law.pack import Pack
    from dluhy.receipt import Receipt
    from dluhy.region.overview import Overview
    from dluhy.report.region_receipt import Options


@frozen
class JoinedOverview:
    """An overview and its receipt."""

    overview: Overview
    receipt: Receipt


def joined_files(given: Sequence[Path], options: Options, pack: Pack) -> JoinedOverview:
    """Return the overview of the exchange files of folders, patterns and files; InputError with all that is wrong."""
    reports = read_exchanges(exchange_files(given), pack)
    made = overview(reports, region=options.region, public=options.public, period=options.period, pack=pack)
    return JoinedOverview(made, overview_receipt(made, reports, options, pack))


def overview_again(old: Receipt, source: Path, pack: Pack) -> Receipt:
    """Return the receipt of an overview made again; ReplayError where pack, program or files are not the receipt's."""
    new = joined_files([source], options_of(old), pack).receipt
    receipts.require_same_origin(old, pack, new.input_sha256)
    return new
