"""The steps of a deduction with their arithmetic written out, so that a person can follow them on paper."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.money import HALERE_PER_KORUNA, to_halere
from dluhy.report.texts import NBSP

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        return f"{head}{NBSP}{rest.numerator}/{rest.denominator}{tail}" if whole else f"{rest}{tail or NBSP}"
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
        told_elsewhere = step.code in {"fee", "second_third", "from_unlimited", "first_third", "counted"}
        return told_elsewhere or (step.code == "unlimited" and not self._of(step)) or self._is_left_out(step)

    def _is_left_out(self, step: StepReport) -> bool:
        nothing = step.code in {"third", *_EXTENTS, "capacity"} and not Fraction(self.part.remainder)
        return nothing and not Fraction(self.part.capacity)

    def sentence(self, step: StepReport) -> str:
        if step.code in _TREATMENTS:
            return self._treated(step)
        if step.code in _EXTENTS:
            return self._extent(step)
        tell = getattr(self, f"_{step.code}", None)
        how = tell(step) if tell else self._sum_of(step)
        return self.say("deduct-step", label=capital(step.label), how=how)

    def _kc(self, amount: Fraction | str) -> str:
        return crowns(amount, self.say)

    def _of(self, step: StepReport) -> Fraction:
        return Fraction(step.value or 0)

    def _sum_of(self, step: StepReport) -> str:
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
        if "no_claims" in flags:
            return self.say("deduct-extent-no-claims")
        if "claims_unknown" in flags:
            return self.say("deduct-extent-assumed")
        return self.say("deduct-extent", label=capital(step.label))

    def _amounts(self, step: StepReport) -> str:
        parts = " + ".join(
            self.say(f"deduct-amounts-{name}", sum=self._kc(str(step.inputs[name])))
            for name in _ADDENDS
            if Fraction(step.inputs[name] or 0)
        )
        return self.say("deduct-sum", parts=parts, total=self._kc(step.value or "0"))

    def _counted(self, step: StepReport) -> str:
        told = self.say("deduct-counted", count=self.part.dependants_counted)
        unknown = step.inputs["dependants"] is None
        return self.say("deduct-counted-unknown", count=told) if unknown else told

    def _base(self, step: StepReport) -> str:
        exact = [Fraction(str(step.inputs[name])) for name in ("debtor", "person")]
        sentences = [self._shares(*exact)]
        if step.inputs["rounding"] == "2dp":
            exact = [_to_halere(amount) for amount in exact]
            debtor, person = map(self._kc, exact)
            sentences.append(self.say("deduct-base-2dp", debtor=debtor, person=person))
        count = self.part.dependants_counted
        total = exact[0] + count * exact[1]
        added = f"{self._kc(exact[0])} + {count} × {self._kc(exact[1])} = {self._kc(total)}" if count else ""
        whole = self._of(step)
        told = added or self._kc(total)
        up = self.say("deduct-base-up", sum=told, base=self._kc(whole))
        return "; ".join([*sentences, told if total == whole else up])

    def _shares(self, debtor: Fraction, person: Fraction) -> str:
        total = self._of(self.steps["amounts"])
        told = self.say("deduct-base-debtor", share=share(debtor / total, self.say), total=self._kc(total),
                        debtor=self._kc(debtor))  # fmt: skip
        if not self.part.dependants_counted:
            return told
        more = self.say("deduct-base-person", share=share(person / debtor, self.say), person=self._kc(person))
        return f"{told}; {more}"

    @property
    def _grown(self) -> bool:
        """Whether the figures are what this payment adds to an earlier one of the same month."""
        plain = max(Fraction(self.part.net) - Fraction(self.part.base), Fraction(0))
        return plain != Fraction(self.part.remainder)

    def _remainder(self, step: StepReport) -> str:
        if self._grown:
            return self.say("deduct-grown-remainder", sum=self._kc(self.part.remainder))
        if not self._of(step):
            return self.say("deduct-remainder-none", net=self._kc(self.part.net), base=self._kc(self.part.base))
        return self._difference(self.part.net, self.part.base, self.part.remainder)

    def _third(self, step: StepReport) -> str:
        if self._grown:
            return self.say("deduct-grown-third", sum=self._kc(self.part.third))
        rest, threshold = Fraction(self.part.remainder), Fraction(str(step.inputs["threshold"]))
        divided = min(rest, threshold)
        third = self._of(step)
        told = self.say("deduct-third", rest=self._kc(divided), third=self._kc(third))
        odd = divided - _THIRDS * third
        if odd:
            told = self.say("deduct-third-odd", division=told, odd=self._kc(odd))
        if rest <= threshold:
            return told
        total = self._of(self.steps["amounts"])
        times = "" if threshold == total else self.say(
            "deduct-third-multiple", multiple=number(threshold / total, self.say), total=self._kc(total)
        )  # fmt: skip
        return self.say("deduct-third-most", threshold=self._kc(threshold), multiple=times, division=told)

    def _unlimited(self, step: StepReport) -> str:
        if self._grown:
            return self.say("deduct-grown-unlimited", sum=self._kc(self.part.unlimited))
        threshold = str(step.inputs["threshold"])
        if not self._of(step):
            return self.say("deduct-unlimited-none", threshold=self._kc(threshold))
        return self._difference(self.part.remainder, threshold, self.part.unlimited)

    def _capacity(self, step: StepReport) -> str:
        values = {"thirds": self.part.thirds, "third": self._kc(self.part.third), "capacity": self._kc(step.value or 0)}
        if not Fraction(self.part.unlimited):
            return self.say("deduct-capacity", **values)
        return self.say("deduct-capacity-over", unlimited=self._kc(self.part.unlimited), **values)

    def _deducted(self, step: StepReport) -> str:
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

    def _left(self, _: StepReport) -> str:
        return self._difference(self.part.net, self.part.deducted, self.part.left)


def _to_halere(amount: Fraction) -> Fraction:
    """Return an amount in CZK rounded half up to haléře, as some payers round each part."""
    halves = amount * HALERE_PER_KORUNA * 2 + 1
    return Fraction(halves.numerator // (halves.denominator * 2), HALERE_PER_KORUNA)
