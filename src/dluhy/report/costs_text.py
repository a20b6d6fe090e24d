"""Default interest and the costs of an executor and a lawyer as plain text for the counsellor."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from dluhy.dates import Span
from dluhy.report.costs_page import STEP, Page, capital
from dluhy.report.texts import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dluhy.report.costs import CostsReport, InterestReport, SegmentReport, VariantReport
    from dluhy.report.costs_lawyer import LawyerReport, SignalReport, TariffReport
    from dluhy.report.costs_teller import Figure

_ABOVE: Final = "above"
_ANY: Final = Span(None, None)
_OF_RECOVERED: Final = ("fee_base", "fee")
_ONE_DAY: Final = timedelta(days=1)
_VAT: Final = {None: "unknown", True: "with", False: "without"}
_HEADS: Final = ("from", "to", "days", "principal", "base", "day", "annual", "interest")


def interest_text(report: InterestReport) -> str:
    """Return default interest as text in the language of the report, lines of at most 100 signs."""
    return "\n".join(_interest(report, Page(texts_of(report.language)))) + "\n"


def costs_text(report: CostsReport) -> str:
    """Return costs as text in the language of the report, lines of at most 100 signs."""
    return "\n".join(_costs(report, Page(texts_of(report.language)))) + "\n"


def _interest(report: InterestReport, page: Page) -> Iterator[str]:
    say, total = page.say, page.marked(page.money(report.total), verify=report.verify)
    first = max(report.first_day, report.since or report.first_day)
    key = "interest-none" if report.regime is None else "interest-total"
    yield from page.wrapped(say(key, first=say.day(first), until=say.day(report.until), sum=total))
    if report.if_moved is not None and report.segments:
        moved, due = report.if_moved, report.if_moved.first_day - _ONE_DAY
        yield from page.wrapped(say("interest-moved", due=say.day(due), sum=page.money(moved.total)))
    yield from _claimed(report, page)
    yield ""
    yield from page.wrapped(
        say("interest-debt", principal=page.money(report.principal), due=say.day(report.due_on))
        + ("" if report.regime is None else " " + say("interest-default", first=say.day(report.first_day)))
    )
    if report.payments:
        payments = "; ".join(f"{say.day(day)} {page.money(amount)}" for day, amount in report.payments)
        yield from page.wrapped(say("interest-payments", payments=payments))
    yield from _segments(report, page)
    yield from page.by(report.provisions)
    yield from page.heading(say("page-told"))
    yield from page.bullets(report.told, report.notes)
    yield from page.rules(report.rules)


def _claimed(report: InterestReport, page: Page) -> Iterator[str]:
    claimed = report.claimed
    if claimed is None:
        return
    less = claimed.difference.startswith("-")
    way = "above" if claimed.above else "less" if less else "equal"
    difference = page.money(claimed.difference.removeprefix("-"))
    yield from page.wrapped(
        page.say(f"interest-claimed-{way}", claimed=page.money(claimed.claimed), difference=difference)
    )


def _segments(report: InterestReport, page: Page) -> Iterator[str]:
    if report.regime_label is None or report.base_label is None:
        return
    say = page.say
    yield from page.wrapped(say("interest-rule", rule=report.regime_label))
    yield from page.wrapped(say("interest-base", base=report.base_label))
    if not report.segments:
        return
    yield ""
    rows = [_segment(segment, page) for segment in report.segments]
    yield from page.table([[say(f"interest-col-{head}") for head in _HEADS], *rows], texts=0, indent="")
    if len(rows) > 1:
        yield from page.wrapped(say("interest-rounded"))
    yield ""


def _segment(segment: SegmentReport, page: Page) -> list[str]:
    return [
        page.short(segment.first),
        page.short(segment.last),
        f"{segment.days}/{segment.year_days}",
        page.money(segment.principal),
        "–" if segment.base_rate is None else page.percent(segment.base_rate),
        "–" if segment.rate_day is None else page.short(segment.rate_day),
        page.percent(segment.annual_rate),
        page.money(segment.interest),
    ]


def _costs(report: CostsReport, page: Page) -> Iterator[str]:
    say = page.say
    yield from page.wrapped(_total(report, page))
    for number, variant in enumerate(report.variants, start=1):
        yield ""
        when = _when(variant, page)
        several = len(report.variants) > 1
        yield from page.wrapped(say("costs-possibility", number=number, when=when) if several else capital(when))
        yield from _variant(variant, report.vat_payer, page)
    yield ""
    yield from page.by(
        provision for variant in report.variants for step in variant.steps for provision in step.provisions
    )
    yield from page.questions(report.questions, say("page-questions"))
    yield from page.heading(say("page-told"))
    yield from page.bullets(report.told, dict.fromkeys(note for variant in report.variants for note in variant.notes))
    if report.lawyer is not None:
        yield from _lawyer(report.lawyer, page)
    yield from page.rules(report.rules)


def _total(report: CostsReport, page: Page) -> str:
    vat, many = _VAT[report.vat_payer], len(report.variants) > 1
    weak = any(variant.verify for variant in report.variants)
    least, most = page.money(report.least), page.marked(page.money(report.most), verify=weak)
    total = page.say(f"costs-total-{'many' if many else 'one'}-{vat}", least=least, most=most)
    vat_weak = report.vat_payer is not False and any(variant.vat_verify for variant in report.variants)
    return f"{total} {page.say('costs-vat-verify')}" if vat_weak else total


def _when(variant: VariantReport, page: Page) -> str:
    parts = []
    for key, span in (("costs-began", variant.began_on), ("costs-authorised", variant.authorised_on)):
        if span != _ANY:
            parts.append(page.say(key, days=page.span(span)))
    if variant.recovered is not None:
        parts.append(page.say("costs-recovered", sum=page.money(variant.recovered)))
    return ", ".join(parts) + "." if parts else page.say("costs-always")


def _variant(variant: VariantReport, vat_payer: bool | None, page: Page) -> Iterator[str]:  # noqa: FBT001 - three values
    say = page.say
    sums = [("remuneration", variant.remuneration), ("lump", variant.lump), ("without-vat", variant.without_vat)]
    rows = [[page.marked(say(f"costs-{name}"), verify=variant.verify), page.money(sum_)] for name, sum_ in sums]
    if vat_payer is not False:
        taxed = [("vat", variant.vat), ("with-vat", variant.with_vat)]
        rows += [
            [page.marked(say(f"costs-{name}"), verify=variant.vat_verify), page.money(sum_)] for name, sum_ in taxed
        ]
    yield from page.table(rows)
    unused = _OF_RECOVERED if variant.recovered is None else ()  # what was recovered makes no difference
    for part in ("fee", "lump"):
        steps = [step for step in variant.steps if step.code.startswith(part) and step.code not in unused]
        if len(steps) > 1 or unused:
            yield from page.wrapped(say(f"costs-steps-{part}", steps=_steps(steps, page)), STEP)


def _steps(steps: Iterable[Figure], page: Page) -> str:
    return " → ".join(f"{step.label} {page.money(step.amount)}" for step in steps)


def _lawyer(report: LawyerReport, page: Page) -> Iterator[str]:
    say, where = page.say, "enforcement" if report.enforcement else "court"
    yield from page.heading(say(f"costs-lawyer-{where}"))
    filed = say(f"costs-lawyer-filed-{where}", day=say.day(report.filed_on), claim=page.money(report.claim))
    yield from page.wrapped(filed)
    if report.claim_assumed:
        yield from page.wrapped(say("costs-lawyer-assumed"))
    if report.tariff is None:
        low = report.regime == "form_claims"
        limit = "" if report.limit is None else page.money(report.limit)
        yield from page.wrapped(
            say(f"costs-lawyer-{'large' if low else 'other'}", regime=report.regime_label, limit=limit)
        )
    else:
        yield from _tariff(report.tariff, page)
    if report.signal is not None and report.tariff is not None:
        yield ""
        yield from _signal(report.signal, page.marked(page.money(report.tariff.most), verify=report.verify), page)
    yield from page.by(report.provisions)
    yield from page.bullets(() if report.tariff is None else report.tariff.told, report.notes)


def _tariff(tariff: TariffReport, page: Page) -> Iterator[str]:
    say = page.say
    yield from page.wrapped(say("costs-lawyer-acts", count=tariff.acts))
    vat = [line for line in tariff.lines if line.code == "vat"]
    rows = [_row(line, page) for line in tariff.lines if line.code != "vat"]
    rows.append([say("costs-without-vat"), page.money(tariff.without_vat)])
    if tariff.vat_payer is not False:
        rows += [_row(line, page) for line in vat]
        weak = any(line.verify for line in vat)
        rows.append([page.marked(say("costs-with-vat"), verify=weak), page.money(tariff.with_vat)])
    yield from page.table([*rows, *(_row(fee, page) for fee in tariff.court_fees)])


def _row(figure: Figure, page: Page) -> list[str]:
    return [page.marked(figure.label, verify=figure.verify), page.money(figure.amount)]


def _signal(signal: SignalReport, most: str, page: Page) -> Iterator[str]:
    say = page.say
    yield from page.wrapped(f"{capital(signal.label)}.")
    if signal.far_above is not None:
        awarded, far = page.money(signal.awarded), page.money(signal.far_above)
        yield from page.wrapped(say("costs-signal-sums", awarded=awarded, most=most, far=far))
    if signal.code == _ABOVE:
        yield from page.wrapped(say("costs-signal-only"))
