"""The steps of a deduction with their arithmetic written out, so that a person can follow them on paper."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import frozen
from babel.dates import format_date

from dluhy.deductions.answering import BACK_PAY
from dluhy.deductions.incomes import KINDS
from dluhy.deductions.several import SEVERANCE
from dluhy.money import HALERE_PER_KORUNA
from dluhy.report.texts import NBSP, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from dluhy.deductions.model import Deduction
    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy.report.deduction import PartReport, StepReport
    from dluhy.report.texts import Texts

IN_PART: Final = "part_two_fifths"
_EXTENTS: Final = frozenset({"one_third", "priority", "many_orders", "many_orders_pension", "debt_relief"})
_TREATMENTS: Final = frozenset({IN_PART, "exempt", "childs", "not_wage", "other"})
_ADDENDS: Final = ("living_minimum", "housing", "energy")
_PLAIN: Final = frozenset({"set", "claim"})
_THIRDS: Final = 3
_PERCENT: Final = 100
_MOST_DECIMALS: Final = 3
_LOCALES: Final = {"cs": "cs_CZ", "en": "en_GB"}
_SIMPLE: Final = 4  # the largest denominator that people say as a fraction


def crowns(amount: Fraction | str, say: Texts) -> str:
    """Return a sum in CZK exactly: whole crowns without decimals, up to three decimals, else a mixed fraction."""
    exact = abs(Fraction(amount))
    whole, rest = divmod(exact, 1)
    mark = "," if say.language == "cs" else "."
    head, _, tail = say.money(whole * HALERE_PER_KORUNA).rpartition(f"{mark}00")
    if not rest:
        return head + tail
    scaled = rest * 10**_MOST_DECIMALS
    if scaled.denominator > 1:
        return f"{head}{NBSP}{rest}{tail}" if whole else f"{head.removesuffix('0')}{rest}{tail}"
    decimals = f"{int(scaled):0{_MOST_DECIMALS}d}".rstrip("0").ljust(2, "0")
    return f"{head}{mark}{decimals}{tail}"


def number(value: Fraction, say: Texts) -> str:
    """Return a number with its decimals if it has few: „1,9“."""
    scaled = value * 10**_MOST_DECIMALS
    if scaled.denominator > 1 or value.denominator == 1:
        return str(value)
    whole, rest = divmod(int(scaled), 10**_MOST_DECIMALS)
    mark = "," if say.language == "cs" else "."
    return f"{whole}{mark}{rest:0{_MOST_DECIMALS}d}".rstrip("0")


def share(value: Fraction, say: Texts) -> str:
    """Return a share as people say it: „2/3“, „85 %“."""
    percent = value * _PERCENT
    if value.denominator <= _SIMPLE or percent.denominator > 1:
        return str(value)
    return say("deduct-percent", number=int(percent))


def capital(text: str) -> str:
    """Return a text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def month_name(day: date, language: Language) -> str:
    """Return a month as people call it: „duben 2026“."""
    return format_date(day, f"LLLL{NBSP}yyyy", locale=_LOCALES[language])


def part_label(part: Deduction, pack: Pack, language: Language) -> str:
    """Return how one of several parts is called: its payer, what it is, or the month it is for."""
    say, month = texts(language), month_name(part.wage_period, language)
    payer = None if part.payer is None else say("deduct-part-payer", payer=part.payer)
    own = None if part.part is None else _what(part.part, month, pack, say)
    if payer is None or own is None:
        return payer or own or say("deduct-part-main", month=month)
    return say("deduct-part-of-payer", payer=payer, part=own)


def _what(part: str, month: str, pack: Pack, say: Texts) -> str:
    if part == BACK_PAY:
        return say("deduct-part-back_pay", month=month)
    if part.startswith(f"{SEVERANCE} "):
        number, _, count = part.removeprefix(f"{SEVERANCE} ").partition("/")
        return say("deduct-part-severance", number=number, count=count)
    return say("deduct-part-income", income=pack.term(KINDS, part).text(say.language))


def told_steps(part: PartReport, say: Texts, *, trace: bool) -> Iterator[tuple[StepReport, str]]:
    """Yield the steps of a part with their sentences; those about each claim and about nothing only with `trace`."""
    paper = _Paper(part, say, {step.code: step for step in part.steps})
    for step in part.steps:
        if trace or not paper.says_little(step):
            yield step, paper.sentence(step)


def inputs(step: StepReport, say: Texts) -> str:
    """Return the inputs of a step as one line, empty for none."""
    return "; ".join(
        say("deduct-input-value", label=say(f"deduct-input-{name}"), value=_input(name, value, say))
        for name, value in step.inputs.items()
    )


def _input(name: str, value: int | str | None, say: Texts) -> str:
    if value is None:
        return say("deduct-input-unknown")
    if name == "rounding":
        return say(f"deduct-rounding-{value}")
    return str(value) if isinstance(value, int) or name in _PLAIN else crowns(value, say)


@frozen
class _Paper:
    """One part on paper: its sums, and the steps that others refer to."""

    part: PartReport
    say: Texts
    steps: dict[str, StepReport]

    def says_little(self, step: StepReport) -> bool:
        """Return whether a step is told elsewhere, or is nothing."""
        told_elsewhere = step.code in {"fee", "second_third", "from_unlimited", "first_third"}
        return told_elsewhere or (step.code == "unlimited" and not self._now(step)) or self._is_left_out(step)

    def _is_left_out(self, step: StepReport) -> bool:
        nothing = step.code in {"third", *_EXTENTS, "capacity"} and not Fraction(self.part.remainder)
        return nothing and not Fraction(self.part.capacity)

    def sentence(self, step: StepReport) -> str:
        if step.code in _TREATMENTS:
            return self._treated(step)
        if step.code in _EXTENTS:
            return self._extent(step)
        how = _TOLD.get(step.code, _Paper.sum_of)(self, step)
        return self.say("deduct-step", label=capital(step.label), how=how)

    def _kc(self, amount: Fraction | str) -> str:
        return crowns(amount, self.say)

    def _of(self, step: StepReport) -> Fraction:
        return Fraction(step.value or 0)

    def sum_of(self, step: StepReport) -> str:
        claim = step.inputs.get("claim")
        if step.value is None:
            return f"[{claim}] {self.say('deduct-who-unclear')}"
        return self._kc(step.value) if claim is None else f"[{claim}] {self._kc(step.value)}"

    def _difference(self, minuend: str, subtrahend: str, result: str) -> str:
        return f"{self._kc(minuend)} − {self._kc(subtrahend)} = {self._kc(result)}"

    def _treated(self, step: StepReport) -> str:
        label, net = capital(step.label), self._kc(self.part.net)
        if step.code == IN_PART:
            return self.say("deduct-treated-part", label=label, sum=net, capacity=self._kc(self.part.capacity))
        return self.say("deduct-treated", label=label, sum=net)

    def _extent(self, step: StepReport) -> str:
        flags = {flag.code for flag in self.part.flags}
        if "claims_unknown" in flags:
            return self.say("deduct-extent-assumed")
        if not self.part.allocations and not Fraction(self.part.deducted):
            return self.say("deduct-extent-no-claims")
        return self.say("deduct-extent", label=capital(step.label))

    def amounts(self, step: StepReport) -> str:
        parts = " + ".join(
            self.say(f"deduct-amounts-{name}", sum=self._kc(str(step.inputs[name])))
            for name in _ADDENDS
            if Fraction(step.inputs[name] or 0)
        )
        added = self.say("deduct-sum", parts=parts, total=self._kc(step.value or "0"))
        return self.say("deduct-amounts-shared", sum=added, shares=self._shares())

    def counted(self, step: StepReport) -> str:
        count, dependants = self.part.dependants_counted, step.inputs["dependants"]
        told = self.say("deduct-counted", count=count)
        if count > int(dependants or 0):
            told = self.say("deduct-counted-spouse", told=told)
        return self.say("deduct-counted-unknown", told=told) if dependants is None else told

    def base(self, step: StepReport) -> str:
        debtor, person = (Fraction(str(step.inputs[name])) for name in ("debtor", "person"))
        rounded = ""
        if step.inputs["rounding"] == "2dp":
            debtor, person = _to_halere(debtor), _to_halere(person)
            rounded = self.say("deduct-base-2dp", debtor=self._kc(debtor), person=self._kc(person)) + "; "
        count, whole = self.part.dependants_counted, self._of(step)
        total = debtor + count * person
        told = self._kc(total)
        if count:
            told = f"{self._kc(debtor)} + {count} × {self._kc(person)} = {told}"
        if total != whole:
            told = self.say("deduct-base-up", sum=told, base=self._kc(whole))
        return rounded + told

    def _shares(self) -> str:
        """Return what of the sum is the debtor's, and what each person adds."""
        total = self._of(self.steps["amounts"])
        debtor, person = (Fraction(str(self.steps["base"].inputs[name])) for name in ("debtor", "person"))
        return self.say(
            "deduct-amounts-shares", share=share(debtor / total, self.say), debtor=self._kc(debtor),
            part=share(person / debtor, self.say), person=self._kc(person),
        )  # fmt: skip

    def _now(self, step: StepReport) -> Fraction:
        """Return a figure with what was paid for the same month before: the step's value is what this payment adds."""
        return self._of(step) + Fraction(step.inputs.get("before") or 0)

    def _grown(self, step: StepReport, told: str) -> str:
        """Return a figure's arithmetic, and what of it this payment adds to an earlier one of the same month."""
        before = step.inputs.get("before")
        if before is None:
            return told
        return self.say("deduct-grown", sum=told, before=self._kc(str(before)), more=self._kc(self._of(step)))

    def remainder(self, step: StepReport) -> str:
        earlier = Fraction(step.inputs.get("earlier_net") or 0)
        net, base, rest = Fraction(self.part.net), self._kc(self.part.base), self._now(step)
        if not rest:
            return self.say("deduct-remainder-none", net=self._kc(earlier + net), base=base)
        sums = f"{self._kc(earlier)} + {self._kc(net)}" if earlier else self._kc(net)
        return self._grown(step, f"{sums} − {base} = {self._kc(rest)}")

    def third(self, step: StepReport) -> str:
        rest, threshold = self._now(self.steps["remainder"]), Fraction(str(step.inputs["threshold"]))
        divided, third = min(rest, threshold), self._now(step)
        told = self.say("deduct-third", rest=self._kc(divided), third=self._kc(third))
        odd = divided - _THIRDS * third
        if odd:
            told = self.say("deduct-third-odd", division=told, odd=self._kc(odd))
        if rest > threshold:
            told = self.say(
                "deduct-third-most", threshold=self._kc(threshold), multiple=self._times(threshold), division=told
            )
        return self._grown(step, told)

    def _times(self, threshold: Fraction) -> str:
        total = self._of(self.steps["amounts"])
        if threshold == total:
            return ""
        times = number(threshold / total, self.say)
        return self.say("deduct-third-multiple", multiple=times, total=self._kc(total))

    def unlimited(self, step: StepReport) -> str:
        rest, threshold = self._now(self.steps["remainder"]), str(step.inputs["threshold"])
        if not self._now(step):
            return self.say("deduct-unlimited-none", threshold=self._kc(threshold))
        return self._grown(step, f"{self._kc(rest)} − {self._kc(threshold)} = {self._kc(self._now(step))}")

    def capacity(self, step: StepReport) -> str:
        third, total = self._kc(self.part.third), self._kc(step.value or "0")
        values = {"thirds": str(self.part.thirds), "third": third, "capacity": total}
        if not Fraction(self.part.unlimited):
            return self.say("deduct-capacity", **values)
        return self.say("deduct-capacity-over", unlimited=self._kc(self.part.unlimited), **values)

    def deducted(self, step: StepReport) -> str:
        told = self._added_up() or self._kc(step.value or "0")
        less = self._of(step) < Fraction(self.part.capacity) and bool(self.part.allocations)
        return self.say("deduct-less", sum=told) if less else told

    def _added_up(self) -> str:
        """Return the deduction as the sum of what each gets; empty where it is one sum or cannot be told."""
        amounts = [self.part.fee, *(each.amount for each in self.part.allocations)]
        known = [Fraction(amount) for amount in amounts if amount is not None]
        paid = [amount for amount in known if amount]
        total = Fraction(self.part.deducted)
        if len(known) < len(amounts) or len(paid) < 2 or sum(paid) != total:  # noqa: PLR2004 - a sum has two parts
            return ""
        return self.say("deduct-sum", parts=" + ".join(map(self._kc, paid)), total=self._kc(total))

    def left(self, _: StepReport) -> str:
        return self._difference(self.part.net, self.part.deducted, self.part.left)


_TOLD: Final[dict[str, Callable[[_Paper, StepReport], str]]] = {
    "amounts": _Paper.amounts, "counted": _Paper.counted, "base": _Paper.base, "remainder": _Paper.remainder,
    "third": _Paper.third, "unlimited": _Paper.unlimited, "capacity": _Paper.capacity,
    "deducted": _Paper.deducted, "left": _Paper.left,
}  # fmt: skip


def _to_halere(amount: Fraction) -> Fraction:
    """Return an amount in CZK rounded half up to haléře, as some payers round each part."""
    halves = amount * HALERE_PER_KORUNA * 2 + 1
    return Fraction(halves.numerator // (halves.denominator * 2), HALERE_PER_KORUNA)
