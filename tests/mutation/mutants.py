"""Mutants of one module, made by mutmut: every function beside its mutants, switched while the program runs.

mutmut leaves out code outside functions and decorated functions (properties, cached tables).
"""

from __future__ import annotations

from difflib import ndiff
from typing import TYPE_CHECKING

import msgspec
from mutmut.mutation.file_mutation import mutate_file_contents

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_SEPARATOR = "ǁ"  # mutmut's, between a class and its method


class Mutant(msgspec.Struct, frozen=True):
    """One small fault: its name for the switch, and what it changes."""

    name: str
    function: str
    was: str
    becomes: str


def mutate(source: Path, module: str) -> tuple[str, list[Mutant]]:
    """Return the code of a module with all its mutants inside, and the mutants in the order of the code."""
    made = mutate_file_contents(str(source), source.read_text(encoding="utf-8"))
    lines = made.code.splitlines()

    def body(name: str) -> list[str]:
        span = made.line_span_by_function_name[name]
        return [line.replace(name, "") for line in lines[span.start - 1 : span.end]]

    return made.code, [_mutant(f"dluhy.{module.replace('/', '.')}", name, body) for name in made.mutant_names]


def _mutant(module: str, name: str, body: Callable[[str], list[str]]) -> Mutant:
    stem = name.rpartition("_")[0]
    changes = list(ndiff(body(f"{stem}_orig"), body(name)))
    function = stem.removesuffix("__mutmut").removeprefix("x_").removeprefix(f"x{_SEPARATOR}").replace(_SEPARATOR, ".")
    return Mutant(f"{module}.{name}", function, _changed(changes, "- "), _changed(changes, "+ "))


def _changed(changes: Sequence[str], sign: str) -> str:
    return " ".join(line[2:].strip() for line in changes if line.startswith(sign))
