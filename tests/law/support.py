"""Packs for the tests of the law: the shipped texts with changes, or with a test's own rules."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.law.pack import default_path, load_texts
from dluhy.problems import PackError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dluhy.law.pack import Pack
    from dluhy.problems import Problem

Change = tuple[str, str, str]
"""File, text that stands there exactly once, text that takes its place."""


@frozen
class Fault:
    """A change to the shipped pack, and a problem that it makes, with a part of its reasons."""

    change: Change
    code: str
    place: str
    cs: str
    en: str

    def is_named_in(self, problems: list[Problem]) -> bool:
        """Return whether the problem is among others."""
        return any(
            (problem.code, problem.place) == (self.code, self.place) and self.cs in problem.cs and self.en in problem.en
            for problem in problems
        )


@cache
def _read() -> dict[str, bytes]:
    root = default_path()
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.toml")}


def shipped() -> dict[str, bytes]:
    """Return the texts of the shipped pack by file name."""
    return dict(_read())


@cache
def shipped_pack() -> Pack:
    """Return the shipped pack."""
    return load_texts(shipped())


def changed(*changes: Change) -> dict[str, bytes]:
    """Return the shipped texts with each change made; fails the test if a text is not there just once."""
    texts = shipped()
    for file, old, new in changes:
        text = texts[file].decode()
        assert text.count(old) == 1, f"{file} holds {text.count(old)} × {old!r}"
        texts[file] = text.replace(old, new).encode()
    return texts


RULES = ("children/", "household/", "municipal/", "relief/", "strategy/")
"""The folders of rules and their remedies."""


def with_own_rules(text: str) -> dict[str, bytes]:
    """Return the shipped acts, words, facts and amounts with the rules of a test and no others."""
    texts = {name: content for name, content in shipped().items() if not name.startswith(RULES)}
    return texts | {"own.toml": text.encode()}


def rule(name: str, *conditions: str, more: str = "") -> str:
    """Return the text of a rule about a debt; `more` holds further fields and examples."""
    tests = ", ".join(f'{{ if = "{condition}", cs = "podmínka", en = "condition" }}' for condition in conditions)
    return f"""
[[rule]]
id = "{name}"
topic = "children"
subject = "debt"
role = "flag"
title = {{ cs = "pravidlo", en = "rule" }}
sentence = {{ cs = "věta", en = "sentence" }}
reasoning = {{ cs = "důvod", en = "reason" }}
all = [{tests}]
verdict = "attention"
cites = ["89/2012 § 30"]
evidence = "S"
{more}
"""


def presumption(fact: str, value: str, when: str) -> str:
    """Return the text of a presumption; `value` as TOML writes it."""
    return f"""
[[presumption]]
id = "P-OWN"
topic = "children"
fact = "{fact}"
value = {value}
when = "{when}"
sentence = {{ cs = "věta", en = "sentence" }}
cites = ["89/2012 § 30"]
evidence = "D"
"""


def refusals(texts: Mapping[str, bytes]) -> list[Problem]:
    """Return what the loader says against a pack; fails the test if the pack is accepted."""
    try:
        load_texts(texts)
    except PackError as error:
        return error.problems
    msg = "the pack was accepted"
    raise AssertionError(msg)


def the_one(problems: list[Problem], code: str) -> Problem:
    """Return the only problem with a code."""
    found = [problem for problem in problems if problem.code == code]
    assert len(found) == 1, [problem.text("en") for problem in problems]
    return found[0]
