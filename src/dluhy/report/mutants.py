"""Surviving mutants for people: the rule, what was changed, and the example that is missing, ready to be pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.law.contents import place_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.engine.mutation import Survivor
    from dluhy.law.pack import Pack
    from dluhy.report.texts import Texts

_KEPT_WORDS = 4


def describe_survivor(pack: Pack, survivor: Survivor, texts: Texts) -> str:
    """Return a survivor as a few lines of plain text."""
    before, after = _shortened(survivor.before, survivor.after)
    lines = [place_of(pack, "rule", survivor.rule), f"  {before}", f"→ {after or texts('rules-mutant-dropped')}"]
    if survivor.facts is None:
        return "\n".join([*lines, f"  {texts('rules-mutant-unfound')}", ""])
    facts = ", ".join(f"{name} = {_toml(value)}" for name, value in survivor.facts.items())
    example = ["[[rule.example]]", f"facts = {{ {facts} }}", f'expect = "{survivor.expect}"']
    example += [f"as_of = {survivor.as_of}"] if survivor.as_of else []
    return "\n".join([*lines, f"  {texts('rules-mutant-example')}", *example, ""])


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {_toml(inner)}" for name, inner in value.items()) + " }"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _shortened(before: str, after: str) -> tuple[str, str]:
    """Return two texts without the words they share at both ends, but for a few around the change."""
    old, new = before.split(), after.split()
    shared = range(min(len(old), len(new)))
    start = next((at for at in shared if old[at] != new[at]), len(shared))
    end = next((at for at in shared if old[-1 - at] != new[-1 - at]), len(shared))
    end = min(end, len(shared) - start)
    return _cut(old, start, end), _cut(new, start, end)


def _cut(words: Sequence[str], start: int, end: int) -> str:
    first, last = max(0, start - _KEPT_WORDS), min(len(words), len(words) - end + _KEPT_WORDS)
    return "… " * (first > 0) + " ".join(words[first:last]) + " …" * (last < len(words))
