"""The whole pack as one Markdown page: a table of rules per file and of the steps of each ladder, in Czech."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dluhy.law.citations import readable
from dluhy.report.markdown import table
from dluhy.typography import czech

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dluhy.law.models import Citation, Ladder, Rule, Step
    from dluhy.law.pack import Pack

_HEAD = """# Pravidla a postupy

Tuto stránku píše `python tasks.py table` podle složky `rules/`; neupravujte ji ručně. Sada pravidel {version}: {rules}
pravidel s {examples} příklady, {ladders} postupů se {steps} kroky. Celé pravidlo s odůvodněním, podmínkami a příklady
ukáže `dluhy rules show OZNAČENÍ`.

Sloupec *Doklad* říká, čím je pravidlo doloženo; „k ověření“ znamená ověřit v předpisu, než se podle toho jedná. Sloupec
*Příklady* udává, kolik příkladů u pravidla platí / neplatí / nelze rozhodnout.
"""
_RULES = ("Pravidlo", "O čem je", "Co plyne", "Ustanovení a rozhodnutí", "Doklad", "Příklady", "Postupy")
_STEPS = ("Krok", "Kdo", "Komu", "Co", "Dokdy", "Náklady", "Ustanovení", "Doklad")
_VERIFIED_BY_THE_USER = {"M", "?"}


def rules_table(pack: Pack) -> str:
    """Return the page; the same pack gives the same page."""
    return "\n".join(_lines(pack)) + "\n"


def _lines(pack: Pack) -> Iterator[str]:
    yield _HEAD.format(
        version=pack.info.version, rules=len(pack.rules), ladders=len(pack.ladders), steps=len(pack.steps),
        examples=sum(len(rule.example) for rule in pack.rules.values()),
    )  # fmt: skip
    for file in dict.fromkeys(pack.places[f"rule {name}"] for name in pack.rules):
        yield f"## `rules/{file}`\n"
        rules = [rule for rule in pack.rules.values() if pack.places[f"rule {rule.id}"] == file]
        yield from table(_RULES, (_rule_cells(pack, rule) for rule in rules))
    yield "## Postupy\n"
    for ladder in pack.ladders.values():
        yield f'### <a id="{ladder.id}"></a>{ladder.id}: {ladder.title.text("cs")}\n'
        yield from _ladder(pack, ladder)


def _ladder(pack: Pack, ladder: Ladder) -> Iterator[str]:
    answered = [rule.id for rule in pack.rules.values() if ladder.id in rule.remedies]
    if answered:
        yield f"K pravidlům: {', '.join(answered)}.\n"
    yield from table(_STEPS, (_step_cells(pack, step) for step in ladder.step))


def _rule_cells(pack: Pack, rule: Rule) -> list[str]:
    count = Counter(example.expect for example in rule.example)
    return [
        rule.id,
        rule.title.text("cs"),
        pack.term("verdicts", rule.verdict).text("cs"),
        _law(pack, rule.citations),
        _evidence(pack, rule.evidence, len(rule.verify)),
        f"{count['holds']} / {count['fails']} / {count['unknown']}",
        ", ".join(f"[{ladder}](#{ladder})" for ladder in rule.remedies),
    ]


def _step_cells(pack: Pack, step: Step) -> list[str]:
    bears = pack.term("roles", step.bears).text("cs")
    return [
        step.id,
        pack.term("roles", step.actor).text("cs"),
        pack.term("roles", step.addressee).text("cs"),
        step.title.text("cs"),
        step.limit.text.text("cs") + _mark(step.limit.evidence),
        czech(f"{step.cost.cs}; nese {bears}") + _mark(step.cost_evidence),
        _law(pack, step.citations),
        _evidence(pack, step.evidence, len(step.verify)),
    ]


def _law(pack: Pack, citations: Iterable[Citation]) -> str:
    shown = (readable(cite, pack.acts, "cs") for cite in citations)
    return "; ".join(f"[{cite.text}]({cite.link})" for cite in shown)


def _evidence(pack: Pack, mark: str, notes: int) -> str:
    text = pack.term("evidence", mark).text("cs")
    return text if mark in _VERIFIED_BY_THE_USER or not notes else f"{text}; něco k ověření"


def _mark(evidence: str) -> str:
    return " (k ověření)" if evidence in _VERIFIED_BY_THE_USER else ""
