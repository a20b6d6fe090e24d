"""A household as plain text for the counsellor: who lives there, the month in sums, what it must live on, the rest."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from dluhy.report.deduction_steps import capital, crowns, month_name
from dluhy.report.deduction_text import heading, wrapped
from dluhy.report.household_teller import Amount
from dluhy.report.household_text_next import benefits_lines, changes_lines, first_lines, questions_lines
from dluhy.report.household_text_rows import rows_lines
from dluhy.report.household_words import STEP, grounds_lines, halere_of, listed, noted, sum_of
from dluhy.report.lines import WIDTH, Line, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dluhy.report.household import HouseholdReport
    from dluhy.report.household_first import IndicatorReport
    from dluhy.report.household_money import LineReport, MoneyReport, WageReport
    from dluhy.report.household_notes import LapsedReport
    from dluhy.report.household_people import GuidelineReport, MemberReport, MinimumReport
    from dluhy.report.texts import Texts

_GAP: Final = "  "
_WIDEST: Final = 62
"""The widest column of names; longer ones take several lines."""
_INSIDE: Final = "  "
_SAID: Final = frozenset({"deficit", "deficit_before_instalments"})
"""Notes of a budget that say what a sentence about the rest says already."""


def household_lines(report: HouseholdReport, say: Texts) -> Iterator[str]:
    """Yield the picture of a household, section by section, lines of at most 100 signs."""
    yield from _people(report, say)
    yield from _money(report, say)
    yield from _needs(report, say)
    yield from _indicators(report.indicators, say)
    yield from first_lines(report, say)
    yield from benefits_lines(report.benefits, say)
    yield from changes_lines(report.upcoming, say)
    yield from questions_lines(report.questions, say)


def month_lines(money: MoneyReport, say: Texts) -> Iterator[str]:
    """Yield the month of a household in sums, and in one sentence what is left or missing."""
    yield from _table(_rows(money, say))
    yield from wrapped(left_told(money, say))


def _people(report: HouseholdReport, say: Texts) -> Iterator[str]:
    yield from heading(say("house-heading-people"))
    if report.members is None:
        yield from wrapped(say("house-members-unknown"))
    for member in report.members or ():
        yield from wrapped(_member(member, say), _INSIDE, "– ")
    if report.unsure:
        yield from wrapped(say("house-unsure", people=", ".join(report.unsure), count=len(report.unsure)))
    if report.elsewhere:
        yield from wrapped(say("house-elsewhere", people=", ".join(report.elsewhere)))
    home = "; ".join(report.home)
    yield from wrapped(say("house-home", home=home) if home else say("house-home-unknown"))


def _member(member: MemberReport, say: Texts) -> str:
    parts = [member.role_label, _age(member, say), *member.about]
    return f"{member.id}: {', '.join(part for part in parts if part)}"


def _age(member: MemberReport, say: Texts) -> str:
    if member.youngest is None or member.oldest is None:
        return say("house-age-unknown")
    if member.youngest == member.oldest:
        return say("house-age", age=member.youngest)
    return say("house-age-between", youngest=member.youngest, oldest=member.oldest)


def _money(report: HouseholdReport, say: Texts) -> Iterator[str]:
    month = None if report.month is None else month_name(date.fromisoformat(f"{report.month}-01"), say.language)
    yield from heading(say("house-heading-money"))
    if month is not None:
        yield from wrapped(say("house-month", month=month))
    yield ""
    yield from _table(_rows(report.money, say))
    yield ""
    left = _rest(report.money)
    yield from wrapped(_left(left, "house-left", say))
    if left == report.money.left != report.money.before_instalments:
        yield from wrapped(_left(report.money.before_instalments, "house-before", say))
    yield from _groups(report.money.groups, say)
    if report.lapsed:
        told = "; ".join(_lapsed(each, say) for each in report.lapsed)
        yield from wrapped(say("house-lapsed", count=len(report.lapsed), incomes=told))
    yield from listed(noted(note, say) for note in report.money.notes if note.code not in _SAID)
    yield from rows_lines(report.money.rows, say)
    for wage in report.money.wages:
        yield from _wage(wage, say)
    for person in report.uninsured:
        yield ""
        yield from wrapped(person.text, STEP, "! ")
        yield from grounds_lines(person.grounds, say)


def _lapsed(each: LapsedReport, say: Texts) -> str:
    month = month_name(date.fromisoformat(f"{each.last}-01"), say.language)
    return say("house-lapsed-income", label=each.label, person=each.person or "none", month=month)


def _rows(money: MoneyReport, say: Texts) -> Iterator[tuple[str, str]]:
    """Yield the lines of the month: incomes, their sum, what is taken from it, what is left."""
    for line in money.incomes:
        yield f"{_INSIDE}{_line(line, say)}", sum_of(line.amount, say, cents=True)
    yield say("house-row-income"), sum_of(money.income, say, cents=True)
    yield say("house-row-deducted"), _minus(money.deducted, say)
    for part in money.parts:
        yield capital(part.label), _minus(part.amount, say)
    yield from [("", "")]
    yield say("house-row-left"), sum_of(_rest(money), say, cents=True)


def left_told(money: MoneyReport, say: Texts) -> str:
    """Return in one sentence what is left of a month or missing, as far as it is known."""
    return _left(_rest(money), "house-left", say)


def _rest(money: MoneyReport) -> Amount:
    """Return what is left; that it is no less than what the expenses need says nothing where no income is known."""
    return Amount(None, None) if money.income.least is None else money.left


def _line(line: LineReport, say: Texts) -> str:
    who = ", ".join(part for part in (line.person, line.payer) if part)
    return say("house-row-of", label=line.label, who=who) if who else line.label


def _minus(amount: Amount, say: Texts) -> str:
    told = sum_of(amount, say, cents=True)
    exact = amount.least is not None and amount.least == amount.most
    return f"−{told}" if exact and halere_of(amount.least or "0") else told


def _table(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield rows with their amounts on the right; an empty row is a line; a long name is cut into several lines."""
    rows = list(rows)
    right = max((len(amount) for _, amount in rows), default=0)
    left = min(max((len(name) for name, _ in rows), default=0), _WIDEST, WIDTH - right - len(_GAP))
    for name, amount in rows:
        if not name:
            yield Line("─" * (left + len(_GAP) + right), Paragraph(kind="rule"))
            continue
        indent = len(name) - len(name.lstrip())
        row = Paragraph(kind="row", text=name.strip(), level=indent, cells=(name.strip(), amount))
        *first, last = _cut(name, left)
        lines = [*first, f"{last.ljust(left)}{_GAP}{amount.rjust(right)}"]
        yield from (Line(line, None if place else row) for place, line in enumerate(lines))


def _cut(name: str, width: int) -> list[str]:
    from textwrap import wrap  # noqa: PLC0415 - beside its only use

    indent = name[: len(name) - len(name.lstrip())]
    return wrap(name.lstrip(), width, initial_indent=indent, subsequent_indent=f"{indent}{_INSIDE}") or [name]


def _left(amount: Amount, key: str, say: Texts) -> str:
    """Return in one sentence what is left or missing, as far as it is known."""
    least, most = (None if end is None else halere_of(end) for end in (amount.least, amount.most))
    if least is not None and most is not None:
        return _between(least, most, key, say)
    if most is not None:
        return say(f"{key}-missing-least" if most < 0 else f"{key}-over-most", sum=_told(most, say))
    if least is not None:
        return say(f"{key}-over-least" if least >= 0 else f"{key}-missing-most", sum=_told(least, say))
    return say(f"{key}-unknown")


def _between(least: int, most: int, key: str, say: Texts) -> str:
    """Return in one sentence what is left or missing within two bounds, which may be the same."""
    if least == most:
        return say(f"{key}-missing" if least < 0 else f"{key}-over", sum=_told(least, say))
    if least < 0 <= most:
        return say(f"{key}-either", missing=_told(least, say), over=_told(most, say))
    kind, low, high = ("over", least, most) if least >= 0 else ("missing", most, least)
    return say(f"{key}-{kind}", sum=say("house-sum-between", least=_told(low, say), most=_told(high, say)))


def _told(halere: int, say: Texts) -> str:
    from dluhy.money import to_decimal_string  # noqa: PLC0415 - beside its only use

    return crowns(to_decimal_string(abs(halere)), say)


def _groups(groups: Sequence[LineReport], say: Texts) -> Iterator[str]:
    if groups:
        told = "; ".join(f"{group.label} {sum_of(group.amount, say)}" for group in groups)
        yield from wrapped(say("house-groups", groups=told))


def _wage(wage: WageReport, say: Texts) -> Iterator[str]:
    month = say("screen-deduction-month-unknown")
    if wage.month is not None:
        month = month_name(date.fromisoformat(f"{wage.month}-01"), say.language)
    who = wage.person or say("screen-deduction-person-unknown")
    yield ""
    if wage.net is None or wage.gross is None or wage.grounds is None:
        yield from wrapped(say("house-wage-not", person=who, month=month, why="; ".join(wage.why_not)))
        return
    gross, net = crowns(wage.gross, say), sum_of(wage.net, say)
    yield from wrapped(say("house-wage", person=who, month=month, gross=gross, net=net))
    if wage.bonus is not None:
        yield from wrapped(say("house-wage-bonus", sum=sum_of(wage.bonus, say)), STEP)
    if wage.questions:
        yield from wrapped(say("house-wage-asks", asks=" ".join(wage.questions)), STEP)
    yield from listed((noted(note, say) for note in wage.notes), STEP)
    if wage.assumed:
        yield from wrapped(say("house-assumed", what=" ".join(wage.assumed)), STEP)
    yield from grounds_lines(wage.grounds, say)


def _needs(report: HouseholdReport, say: Texts) -> Iterator[str]:
    yield from heading(say("house-heading-needs"))
    yield from _minimum(report.minimum, say)
    if report.guideline is None:
        yield ""
        yield from wrapped(say("house-guideline-none"))
    else:
        yield from _guideline(report.guideline, say)


def _minimum(minimum: MinimumReport, say: Texts) -> Iterator[str]:
    known = minimum.amount.least is not None
    yield from wrapped(say("house-minimum", sum=sum_of(minimum.amount, say)) if known else say("house-minimum-unknown"))
    rows = []
    for person in minimum.persons:
        band = person.band_label or say("house-band-unknown")
        amount = say("flow-unknown") if person.amount is None else say.money(halere_of(person.amount))
        rows.append((f"{_INSIDE}{person.person} ({band})", amount))
    yield from _table(rows)
    if minimum.missing:
        yield from wrapped(say("house-depends", facts="; ".join(minimum.missing)), STEP)
    if minimum.assumed:
        yield from wrapped(say("house-assumed", what=" ".join(minimum.assumed)), STEP)
    yield from grounds_lines(minimum.grounds, say)


def _guideline(guideline: GuidelineReport, say: Texts) -> Iterator[str]:
    yield ""
    yield from wrapped(say("house-guideline", sum=sum_of(guideline.amount, say)))
    if guideline.compared.least is not None or guideline.compared.most is not None:
        yield from wrapped(say("house-guideline-compared", sum=sum_of(guideline.compared, say)), STEP)
    for note in guideline.notes:
        yield from wrapped(note, STEP)
    yield from grounds_lines(guideline.grounds, say)


def _indicators(indicators: Sequence[IndicatorReport], say: Texts) -> Iterator[str]:
    """Yield the indicators that hold, then those that cannot be told, then those in order in one line."""
    yield from heading(say("house-heading-indicators"))
    holding = [each for each in indicators if each.holds]
    order = [each.name for each in indicators if each.holds is False]
    if not holding:
        yield from wrapped(say("house-indicators-none"))
    for each in holding:
        yield from _indicator(each, say)
    yield from _untold([each for each in indicators if each.holds is None], say)
    if order:
        yield ""
        yield from wrapped(say("house-indicators-order", titles="; ".join(order)))


def _indicator(each: IndicatorReport, say: Texts) -> Iterator[str]:
    yield ""
    same = each.title.casefold() == each.level_label.casefold()
    yield from wrapped(
        each.title if same else say("house-indicator", title=each.title, level=each.level_label), STEP, "! "
    )
    yield from wrapped(each.sentence, STEP)
    if each.measured is not None and each.value is not None:
        threshold = each.threshold or say("flow-unknown")
        told = {"measured": each.measured, "value": each.value, "threshold": threshold.removesuffix(".")}
        yield from wrapped(capital(say("house-indicator-value", **told)), STEP)
    key = "house-indicator-source" if each.measured is None else "house-indicator-basis"
    yield from wrapped(say(key, basis=each.basis_label), STEP)
    yield from listed((say("screen-verify", note=note) for note in each.to_verify), STEP)
    yield from grounds_lines(each.grounds, say)
    if each.advice is not None:
        yield from wrapped(each.advice.text, STEP)
        yield from grounds_lines(each.advice.grounds, say)


def _untold(indicators: Sequence[IndicatorReport], say: Texts) -> Iterator[str]:
    """Yield the indicators that cannot be told, those that miss the same facts together."""
    by_facts: dict[tuple[str, ...], list[str]] = {}
    for each in indicators:
        by_facts.setdefault(each.missing, []).append(each.name)
    if by_facts:
        yield ""
        yield from wrapped(say("house-indicators-unknown"))
    for facts, titles in by_facts.items():
        missing = ", ".join(facts) or say("flow-unknown")
        told = say("house-indicator-unknown", titles="; ".join(titles), facts=missing)
        yield from wrapped(told, STEP, "? ")
