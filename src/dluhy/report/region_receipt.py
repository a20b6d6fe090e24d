"""The receipt of a region's overview: by which pack and from which exchange files it was made, and what came out."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy import receipt as receipts
from dluhy.report.region_json import overview_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.law.pack import Pack
    from dluhy.receipt import Receipt
    from dluhy.region.files import Report
    from dluhy.region.overview import Overview
    from dluhy.region.trending import Period

JOB: Final = "region overview"
_REGION, _PERIOD, _PUBLIC, _FILE = "region=", "period=", "public", "file="
_PERIODS: Final[tuple[Period, ...]] = ("day", "month", "quarter", "year")


@frozen(kw_only=True)
class Options:
    """What of the command changes an overview."""

    region: str | None
    public: bool
    period: Period


def overview_receipt(overview: Overview, reports: Sequence[Report], options: Options, pack: Pack) -> Receipt:
    """Return the receipt of an overview; its input hash is over the exchange files in whatever order.

    The hash of each file stands in the receipt of an overview that is not public only.
    """
    hashes = sorted({report.sha256 for report in reports})
    told = [f"{_PERIOD}{options.period}", *([_PUBLIC] if options.public else [])]
    told += [] if options.region is None else [f"{_REGION}{options.region}"]
    told += [] if options.public else [f"{_FILE}{each}" for each in hashes]
    return receipts.make(
        pack,
        job=JOB,
        as_of=overview.as_of,
        input_sha256=sha256("\n".join(hashes).encode()).hexdigest(),
        rows_judged=overview.reports,
        rows_rejected=0,
        result_sha256=sha256(overview_json(overview).encode()).hexdigest(),
        options=tuple(told),
    )


def options_of(receipt: Receipt) -> Options:
    """Return the options by which an overview was made."""
    told = dict(each.split("=", maxsplit=1) for each in receipt.options if "=" in each and not each.startswith(_FILE))
    period = told.get(_PERIOD.removesuffix("="))
    return Options(
        region=told.get(_REGION.removesuffix("=")),
        public=_PUBLIC in receipt.options,
        period=next((each for each in _PERIODS if each == period), "month"),
    )
