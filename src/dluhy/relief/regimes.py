"""Which wording of the Insolvency Act governs a debt relief: by the day proceedings began, else by that of the finding.

Sources are in `rules/amounts/relief.toml`. A day that is not known leaves every wording possible that it does not rule
out; proceedings begun after the last day the pack knows are refused with the reason.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NoReturn

from attrs import field, frozen

from dluhy.dates import Span
from dluhy.law.amounts import known_ratio, known_value
from dluhy.law.models import weakest
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from dluhy.law.models import Amount, Citation, Evidence
    from dluhy.law.pack import Pack

TOPIC: Final = "relief"
BY_FINDING: Final = "by_finding"
_BEGAN_ON: Final = "began_on"
_ANY: Final = Span(None, None)


@frozen(kw_only=True)
class Regime:
    """The wordings that may govern a debt relief, oldest first; one where the days known decide it.

    `beyond` says that the proceedings may have begun after the last day the pack knows.
    """

    possible: tuple[str, ...]
    beyond: bool = False
    cites: tuple[Citation, ...] = field(default=(), eq=False)
    evidence: Evidence = "S2"

    @property
    def code(self) -> str | None:
        """The wording, a code of `relief_regimes`; None where several are possible."""
        return self.possible[0] if len(self.possible) == 1 and not self.beyond else None

    def value(self, series: str, pack: Pack | None = None) -> int | None:
        """Return what a series selected by `regime_began_on` says; None where possible wordings differ.

        KeyError for an unknown series, HorizonError where the pack does not know the value.
        """
        law = pack or default_pack()
        found = {known_value(law.series[series], first_day(code, law)) for code in self.possible}
        return found.pop() if len(found) == 1 and not self.beyond else None

    def ratio(self, series: str, pack: Pack | None = None) -> Fraction | None:
        """Return the fraction of such a series; as `value`."""
        law = pack or default_pack()
        found = {known_ratio(law.series[series], first_day(code, law)) for code in self.possible}
        return found.pop() if len(found) == 1 and not self.beyond else None


def first_day(code: str, pack: Pack) -> date:
    """Return the day that selects the amounts of a wording; KeyError if there is no such wording."""
    day = pack.term("relief_regimes", code).more[_BEGAN_ON]
    if not isinstance(day, date):  # pragma: no cover - a test holds every wording to it
        raise TypeError(day)
    return day


def regime(
    petition_on: date | Span | None,
    found_on: date | Span | None = None,
    approved_on: date | Span | None = None,
    *,
    pack: Pack | None = None,
) -> Regime:
    """Return the wordings that may govern a debt relief.

    `petition_on` is the day the insolvency petition was filed, `found_on` that of the finding of insolvency,
    `approved_on` that of the approval; None is unknown, a `Span` known within limits. Raises InputError for days in
    a wrong order, HorizonError with the reason for proceedings begun after the last day the pack knows, or before the
    act. Source: čl. II of 31/2019 Sb., čl. II bod 1 of 252/2024 Sb.
    """
    law = pack or default_pack()
    petition, found = _in_order(_span(petition_on), _span(found_on), _span(approved_on))
    if petition.first is not None and petition.first > law.info.horizon[TOPIC].to:
        law.require_known(TOPIC, petition.first)
    used = list(_governing(law, petition, found))
    if not used:
        _refuse_before(law)
    codes = [period.code for period in used if period.code is not None]
    return Regime(
        possible=tuple(code for code in law.vocabularies["relief_regimes"] if code in codes),
        beyond=any(period.unknown for period in used),
        cites=tuple({cite.at: cite for period in used for cite in period.citations}.values()),
        evidence=weakest(period.evidence for period in used if not period.unknown),
    )


def _governing(law: Pack, petition: Span, found: Span) -> Iterator[Amount]:
    for period in law.series["relief_law_by_petition"].period:
        if not _overlap(period, petition):
            continue
        if period.code == BY_FINDING:
            yield from (other for other in law.series["relief_law_by_finding"].period if _overlap(other, found))
        else:
            yield period


def _overlap(period: Amount, span: Span) -> bool:
    late = span.first is not None and period.to is not None and span.first > period.to
    early = span.last is not None and period.from_ is not None and span.last < period.from_
    return not (late or early)


def _span(day: date | Span | None) -> Span:
    if day is None:
        return _ANY
    return day if isinstance(day, Span) else Span(day, day)


def _in_order(petition: Span, found: Span, approved: Span) -> tuple[Span, Span]:
    """Return the day of the petition and of the finding within what each says of the others."""
    found = Span(_latest(found.first, petition.first), _earliest(found.last, approved.last))
    petition = Span(petition.first, _earliest(petition.last, found.last))
    for span in (petition, found, Span(_latest(approved.first, found.first), approved.last)):
        if span.first is not None and span.last is not None and span.first > span.last:
            cs = "návrh, zjištění úpadku a schválení oddlužení nejdou po sobě"
            en = "the petition, the finding of insolvency and the approval are not in this order"
            raise InputError([Problem("days_out_of_order", "/petition_on", cs, en)])
    return petition, found


def _latest(*days: date | None) -> date | None:
    return max((day for day in days if day is not None), default=None)


def _earliest(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)


def _refuse_before(law: Pack) -> NoReturn:
    first = law.series["relief_law_by_petition"].period[0].from_
    cs, en = f"oddlužení je v zákoně až od {first}", f"debt relief is in the act only from {first}"
    raise HorizonError([Problem("before_horizon", "/petition_on", cs, en)])
