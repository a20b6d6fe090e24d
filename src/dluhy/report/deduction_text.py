"""A deduction as plain text that a person can follow on paper: in short, step by step, for whom, what is not known."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from dluhy.deductions.division import CURRENT
from dluhy.report.deduction_steps import IN_PART, capital, crowns, inputs, month_name, told_steps
from dluhy.report.lines import WIDTH, Line, Paragraph, cut
from dluhy.report.texts import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dluhy.problems import Language
    from dluhy.report.deduction import AllocationReport, DeductionReport, FlagReport, PartReport, PossibilityReport
    from dluhy.report.texts import Texts

_STEP: Final = "   "
_UNKNOWN: Final = "_unknown"
_JOINT, _RELIEF, _BALANCE = "split_unknown", "to_trustee", "balance_unknown"
_ELSEWHERE: Final = "orders_elsewhere"
_OF_CLAIMS: Final = frozenset({
    "priority_unknown", "balance_unknown", "share_unknown", "class_to_verify", "binds_by_reading",
    "maintained_not_counted", "maintenance_without_weight", "binds_if_tax",
})  # fmt: skip
"""Flags that say the same of every claim they stand for."""
_OF_ACT: Final = re.compile(r"((?:§|čl\.).*?) (zákona č\.|Act No\.)(.*?(?:Sb\.|Coll\.))(, .*)?")
_OF_OTHER: Final = re.compile(r"(.*?), ((?:§|čl\.|písm\.|bod).*)")


def deduction_text(report: DeductionReport, language: Language, *, trace: bool = False) -> str:
    """Return a deduction as text, lines of at most 100 signs; with `trace` every step with inputs and provisions."""
    return "\n".join(_lines(report, texts_of(language), trace=trace)) + "\n"


def inside_lines(report: DeductionReport, say: Texts) -> Iterator[str]:
    """Yield a deduction as a part of a longer text: in short, step by step, for whom, what is not known or settled."""
    yield from wrapped(say("deduct-short", told=" ".join(in_short(report, say))))
    if report.parts:
        yield from _parts(report, say, trace=False)
    else:
        yield from _steps(report, say, trace=False)
    yield from _who(report, say)
    yield from _listed(_unknowns(report, say))
    for note in _unsettled(report, say):
        yield from wrapped(say("screen-deduction-verify", note=note), "  ", "• ")


def provisions(report: DeductionReport, say: Texts) -> Iterator[str]:
    """Yield the provisions on which a deduction rests, under their heading."""
    yield from _cites(report, say)


def wrapped(text: str, indent: str = "", first: str | None = None) -> Iterator[str]:
    """Break a paragraph at ordinary spaces; what a no-break space holds together stays together."""
    begin = indent if first is None else first
    paragraph = Paragraph(text=text, level=len(indent), mark=begin.strip())
    yield from cut(paragraph, text, indent, begin)


def heading(text: str) -> Iterator[str]:
    """Return a heading with an empty line before it and a rule under it."""
    yield ""
    yield from cut(Paragraph(kind="heading", text=text), text, "", "")
    yield Line("─" * min(len(text), WIDTH))


def _lines(report: DeductionReport, say: Texts, *, trace: bool) -> Iterator[str]:
    key = "deduct-title" if report.ref is None else "deduct-title-ref"
    month = month_name(date.fromisoformat(f"{report.wage_period}-01"), say.language)
    yield from wrapped(say(key, month=month, day=say.day(report.paid_on), ref=report.ref or ""))
    yield ""
    yield from wrapped(say("deduct-short", told=" ".join(in_short(report, say))))
    if report.parts:
        yield from _parts(report, say, trace=trace)
    else:
        yield from heading(say("deduct-heading-how"))
        yield from _steps(report, say, trace=trace)
    yield from heading(say("deduct-heading-who"))
    yield from _who(report, say)
    yield from _unknown(report, say)
    yield from _to_verify(report, say)
    others = _texts((flag for flag in report.flags if not flag.verify and not flag.code.endswith(_UNKNOWN)), say)
    if others:
        yield from heading(say("deduct-heading-notes"))
        yield from _listed(others)
    if not trace:
        yield from _cites(report, say)
    yield from _closing(report, say)


def in_short(report: DeductionReport, say: Texts) -> Iterator[str]:
    """Yield a deduction in a few sentences: what is taken, what is left, what could change it."""
    codes = {flag.code for flag in report.flags}
    net, left = crowns(report.net, say), crowns(report.left, say)
    if Fraction(report.deducted):
        key = "deduct-short-some-joint" if _JOINT in codes else "deduct-short-some"
        yield say(key, net=net, deducted=crowns(report.deducted, say), left=left)
    else:
        yield say("deduct-short-elsewhere" if _ELSEWHERE in codes else "deduct-short-none", net=net)
    if _JOINT in codes:
        yield say("deduct-short-joint")
    if _RELIEF in codes and Fraction(report.deducted):
        yield say("deduct-short-trustee")
    weightiest = max(report.possibilities, key=lambda each: abs(Fraction(each.difference)), default=None)
    if weightiest is not None and Fraction(weightiest.difference):
        yield say("deduct-short-if", supposed=weightiest.text, left=crowns(weightiest.left, say))
    elif _BALANCE in codes or any(Fraction(each.difference) for part in report.parts for each in part.possibilities):
        yield say("deduct-short-open")
    if any(flag.verify for flag in report.flags):
        yield say("deduct-short-verify")


def _parts(report: DeductionReport, say: Texts, *, trace: bool) -> Iterator[str]:
    """Yield each part under its own heading, one that is computed like the part before in short, then the sums."""
    before: tuple[str, list[str]] = ("", [])
    for part in report.parts:
        title, lines = part.part_label or "", list(_steps(part, say, trace=trace))
        yield from heading(title)
        yield from wrapped(say("deduct-part-net", net=crowns(part.net, say)))
        yield from wrapped(say("deduct-part-same", before=before[0])) if lines == before[1] else lines
        if Fraction(part.deducted):
            yield ""
            yield from _who(part, say)
        before = title, lines
    yield from heading(say("deduct-heading-total"))
    for key in ("net", "deducted", "left"):
        amounts = [getattr(part, key) for part in report.parts]
        total = crowns(getattr(report, key), say)
        added = say("deduct-sum", parts=" + ".join(crowns(amount, say) for amount in amounts), total=total)
        yield from wrapped(say(f"deduct-total-{key}", sum=added))


def _steps(part: PartReport, say: Texts, *, trace: bool) -> Iterator[str]:
    for number, (step, sentence) in enumerate(told_steps(part, say, trace=trace), start=1):
        yield from wrapped(sentence, " " * 4, f"{number}.".ljust(4))
        if trace and (given := inputs(step, say)):
            yield from wrapped(say("deduct-step-inputs", inputs=given), " " * 7)
        if trace and step.cites:
            key = "deduct-step-cites-verify" if step.verify else "deduct-step-cites"
            yield from wrapped(say(key, cites="; ".join(step.cites)), " " * 7)


def _who(report: PartReport, say: Texts) -> Iterator[str]:
    if not Fraction(report.deducted):
        yield from wrapped(say("deduct-who-nobody"))
        return
    if Fraction(report.fee):
        yield from wrapped(say("deduct-who-fee", sum=crowns(report.fee, say)))
    if any(flag.code == _RELIEF for flag in report.flags):
        yield from wrapped(say("deduct-who-trustee", sum=crowns(report.deducted, say)))
    elif not report.allocations:
        yield from wrapped(say("deduct-who-unknown"))
    in_part = any(step.code == IN_PART for step in report.steps)
    for each in report.allocations:
        key = "deduct-who" if each.order is None else "deduct-who-order"
        told = _gets(each, say, "in-part-" if in_part else "")
        yield from wrapped(say(key, claim=each.claim, order=each.order or "", kind=_named(each), told=told), _STEP, "")


def _named(each: AllocationReport) -> str:
    """Return what a claim is, and its class where the kind does not say the same."""
    if each.kind_label is None or each.kind_label == each.class_label:
        return each.class_label
    return f"{each.kind_label} ({each.class_label})"


def _gets(each: AllocationReport, say: Texts, kind: str) -> str:
    if each.amount is None:
        return say("deduct-who-unclear")
    pools = {"second_third": each.second_third, "unlimited": each.unlimited, "first_third": each.first_third}
    given = {name: amount for name, amount in pools.items() if amount is not None and Fraction(amount)}
    if not given:
        return say("deduct-who-nothing")
    names = [say(f"deduct-pool-{kind}{name}") for name in given]
    if len(given) > 1:
        sums = (crowns(amount, say) for amount in given.values())
        names = [say("deduct-pool-with-sum", pool=name, sum=part) for name, part in zip(names, sums, strict=True)]
    told = say("deduct-who-amount", sum=crowns(each.amount, say), pools=", ".join(names))
    if each.rest is None:
        return told
    month = "month-" if each.claim_class == CURRENT else ""
    if not Fraction(each.rest):
        return say(f"deduct-who-{month}paid", told=told)
    return say(f"deduct-who-{month}rest", told=told, rest=crowns(each.rest, say))


def _unknown(report: DeductionReport, say: Texts) -> Iterator[str]:
    found = _unknowns(report, say)
    if found:
        yield from heading(say("deduct-heading-unknown"))
        yield from _listed(found)


def _unknowns(report: DeductionReport, say: Texts) -> list[str]:
    """Return what is not known and what the answers would change."""
    flags = _texts((flag for flag in report.flags if flag.code.endswith(_UNKNOWN) and not flag.verify), say)
    changes = [_change(each, say) for each in report.possibilities if Fraction(each.difference)]
    for part in report.parts:
        changing = (each for each in part.possibilities if Fraction(each.difference))
        changes += [_change(each, say, part.part_label) for each in changing]
    return [*flags, *map(capital, dict.fromkeys(changes))]


def _change(each: PossibilityReport, say: Texts, part: str | None = None) -> str:
    size = Fraction(each.difference)
    which = "more" if size > 0 else "less"
    key = "deduct-possibility" if part is None else "deduct-possibility-part"
    return say(
        key if size else "deduct-possibility-same", supposed=each.text, deducted=crowns(each.deducted, say),
        left=crowns(each.left, say), difference=say(f"deduct-difference-{which}", sum=crowns(size, say)),
        part=part or "",
    )  # fmt: skip


def _unsettled(report: DeductionReport, say: Texts) -> list[str]:
    """Return what of the result must be verified."""
    found = _texts((flag for flag in report.flags if flag.verify), say)
    return found or ([say("deduct-result-verify")] if report.evidence in {"M", "?"} else [])


def _to_verify(report: DeductionReport, say: Texts) -> Iterator[str]:
    found = _unsettled(report, say)
    if found:
        yield from heading(say("deduct-heading-verify"))
        yield from _listed(found)


def _texts(flags: Iterable[FlagReport], say: Texts) -> list[str]:
    """Return what flags say; one that stands for several claims says it once for all of them."""
    texts: dict[str, str] = {}
    claims: dict[str, list[str]] = {}
    for flag in flags:
        if flag.claim is None or flag.code not in _OF_CLAIMS:
            texts[flag.text] = flag.text
            continue
        named = claims.setdefault(flag.code, [])
        named.append(flag.claim)
        texts[flag.code] = say(f"deduct-flag-{flag.code}", claim=", ".join(named), count=len(named))
    return list(texts.values())


def _listed(items: Iterable[str]) -> Iterator[str]:
    for item in items:
        yield from wrapped(item, "  ", "• ")


def _cites(report: DeductionReport, say: Texts) -> Iterator[str]:
    """Yield every provision once, those of one act or decree together."""
    acts: dict[str, dict[str, None]] = {}
    for cite in (cite for part in [report, *report.parts] for step in part.steps for cite in step.cites):
        act, place = _apart(cite)
        acts.setdefault(act, {})[place] = None
    if acts:
        yield from heading(say("deduct-heading-cites"))
        yield from _listed(f"{act}: {'; '.join(places)}" if any(places) else act for act, places in acts.items())


def _apart(cite: str) -> tuple[str, str]:
    """Return the act of a readable citation and the place in it, empty where it names the act alone."""
    if found := _OF_ACT.fullmatch(cite):
        return f"{found[2].replace('zákona', 'zákon')}{found[3]}", f"{found[1]}{found[4] or ''}"
    other = _OF_OTHER.fullmatch(cite)
    return (other[1], other[2]) if other else (cite, "")


def _closing(report: DeductionReport, say: Texts) -> Iterator[str]:
    yield ""
    yield from wrapped(say("deduct-evidence", evidence=report.evidence_label))
    if report.receipt is not None:
        pack = f"{report.receipt.pack} {report.receipt.pack_version}"
        yield from wrapped(say("deduct-receipt", pack=pack, hash=report.receipt.pack_hash[:12]))
