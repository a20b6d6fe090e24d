"""Every dated amount of the pack on one day, for other programs, in both languages; nothing is carried past its end.

Money comes as decimal strings in CZK, fractions as numerator and denominator, all else as whole numbers or codes.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - msgspec reads the annotations
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from attrs import frozen

from dluhy.law.known import Status, days_known, series_known, table_known
from dluhy.money import HALERE_PER_KORUNA, to_decimal_string
from dluhy.problems import HorizonError
from dluhy.report.both import Both, CitedProvision, Labelled, both, cited, labelled, said, term
from dluhy.report.deduction_amounts import amounts_values as deduction_sets
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from dluhy.law.known import Known
    from dluhy.law.models import Amount, DayTable, Series, Table, TablePeriod
    from dluhy.law.pack import Pack
    from dluhy.problems import Language

_SELECTED: Final = frozenset({"as_of", "minority_day"})
"""Computed days without a label in the pack."""
Content = TypeVar("Content")


@frozen
class Fraction:
    """An exact fraction, as the pack writes it."""

    numerator: int
    denominator: int


@frozen
class Row:
    """A row of a table: a value for each column, in the order of the table's columns."""

    key: str
    values: tuple[int | str, ...]


@frozen(kw_only=True)
class InForce(Generic[Content]):
    """What holds on the day: from `first` to `last`, both included, null where the pack states no end.

    An open end says that no change is known, not that there is none: ask with a later day.
    """

    first: date | None
    last: date | None
    content: Content
    note: Both | None
    citations: tuple[CitedProvision, ...]
    evidence: str
    evidence_label: Both


@frozen(kw_only=True)
class AmountValue(Generic[Content]):
    """An amount, table or list of days on the day asked; `in_force` is null unless `status` is `known`.

    `last_known` and `next_known` are the nearest days with a value, null where the day itself has one or there is none.
    `selected_by` names the day of a case that selects the value; null for lists of days. `columns` are a table's.
    """

    id: str
    topic: str
    title: Both
    unit: Labelled | None
    selected_by: str | None
    selected_by_label: Both | None
    columns: tuple[str, ...] = ()
    status: Status
    status_label: Both
    in_force: InForce[Content] | None
    last_known: date | None
    next_known: date | None


@frozen
class DeductionSets:
    """The set of protected amounts for a wage paid on the day, the same that `dluhy deduct --amounts --json` writes.

    Empty where the pack does not know it, `why_not` says why.
    """

    cs: tuple[dict[str, Any], ...]
    en: tuple[dict[str, Any], ...]
    why_not: Both | None


@frozen(kw_only=True)
class AmountsReport:
    """Every dated amount of a pack on a day, in the order of its files."""

    as_of: date
    pack: str
    pack_version: str
    pack_hash: str
    amounts: tuple[AmountValue[int | str | Fraction | Labelled], ...]
    tables: tuple[AmountValue[tuple[Row, ...]], ...]
    days: tuple[AmountValue[tuple[date, ...]], ...]
    deductions: DeductionSets


def amounts_values(pack: Pack, as_of: date) -> AmountsReport:
    """Return every dated amount as it holds on a day; what is not known on it is told so and has no value."""
    return AmountsReport(
        as_of=as_of,
        pack=pack.info.id,
        pack_version=pack.info.version,
        pack_hash=pack.hash,
        amounts=tuple(_amount(each, pack, as_of) for each in pack.series.values()),
        tables=tuple(_table(each, pack, as_of) for each in pack.tables.values()),
        days=tuple(_days(each, pack, as_of) for each in pack.days.values()),
        deductions=_deductions(pack, as_of),
    )


def _amount(series: Series, pack: Pack, day: date) -> AmountValue[int | str | Fraction | Labelled]:
    known = series_known(series, pack, day)
    period = known.period
    held = None if period is None else _in_force(period, _content(period, series, pack), pack)
    return _told(series, known, held, pack)


def _content(period: Amount, series: Series, pack: Pack) -> int | str | Fraction | Labelled:
    if period.ratio is not None:
        numerator, _, denominator = period.ratio.partition("/")
        return Fraction(int(numerator), int(denominator))
    if period.code is not None:
        return labelled(pack, series.vocabulary or "", period.code)
    return _number(period.value or 0, series.unit)


def _table(table: Table, pack: Pack, day: date) -> AmountValue[tuple[Row, ...]]:
    known = table_known(table, pack, day)
    period = known.period
    rows = () if period is None else tuple(
        Row(key, tuple(_number(value, table.unit) for value in values)) for key, values in period.row.items()
    )  # fmt: skip
    return _told(table, known, None if period is None else _in_force(period, rows, pack), pack)


def _days(table: DayTable, pack: Pack, day: date) -> AmountValue[tuple[date, ...]]:
    known = days_known(table, pack, day)
    held = None if known.period is None else InForce(
        first=table.from_, last=table.to, content=tuple(table.days), note=None,
        citations=cited(table.citations, pack), evidence=table.evidence,
        evidence_label=term(pack, "evidence", table.evidence),
    )  # fmt: skip
    return _told(table, known, held, pack)


def _number(value: int, unit: str) -> int | str:
    return to_decimal_string(value * HALERE_PER_KORUNA) if unit == "czk" else value


def _in_force(period: Amount | TablePeriod, content: Content, pack: Pack) -> InForce[Content]:
    return InForce(
        first=period.from_,
        last=period.to,
        content=content,
        note=None if period.note is None else both(period.note),
        citations=cited(period.citations, pack),
        evidence=period.evidence,
        evidence_label=term(pack, "evidence", period.evidence),
    )


def _told(
    item: Series | Table | DayTable, known: Known[Any], held: InForce[Content] | None, pack: Pack
) -> AmountValue[Content]:
    unit: str | None = getattr(item, "unit", None)
    selected_by: str | None = getattr(item, "selected_by", None)
    return AmountValue(
        id=item.id,
        topic=item.topic,
        title=both(item.title),
        unit=None if unit is None else Labelled(unit, _message(f"amounts-unit-{unit}")),
        selected_by=selected_by,
        selected_by_label=None if selected_by is None else _selecting(selected_by, pack),
        columns=tuple(getattr(item, "columns", ())),
        status=known.status,
        status_label=_message(f"amounts-status-{known.status}"),
        in_force=held,
        last_known=known.last_known,
        next_known=known.next_known,
    )


def _selecting(name: str, pack: Pack) -> Both | None:
    """Return how the day that selects an amount is called; None where it is computed and has no name for people."""
    if name in pack.vocabularies.get("selecting_days", {}):
        return term(pack, "selecting_days", name)
    if name in pack.fact_texts:
        return both(pack.fact_texts[name].label)
    return _message(f"amounts-selected-{name}") if name in _SELECTED else None


def _message(key: str) -> Both:
    name = key.replace("_", "-")
    return said(lambda language: texts(language)(name))


def _deductions(pack: Pack, day: date) -> DeductionSets:
    languages: tuple[Language, ...] = ("cs", "en")
    try:
        cs, en = (tuple(deduction_sets(pack, language, day)) for language in languages)
    except HorizonError as error:
        return DeductionSets((), (), Both(error.problems[0].cs, error.problems[0].en))
    return DeductionSets(cs, en, None)
