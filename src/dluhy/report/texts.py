"""Messages, money and dates in Czech and English, with real typography.

The messages of a language stand in `messages/cs.ftl` and, by topic, in `messages/cs.TOPIC.ftl`.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from babel.numbers import format_currency
from fluent.runtime import FluentBundle, FluentResource

from dluhy.typography import czech

if TYPE_CHECKING:
    from datetime import date

    from fluent.runtime.resolver import Message

    from dluhy.problems import Language

NBSP = "\u00a0"
_ENTRY = re.compile(r"^(-?[A-Za-z][A-Za-z0-9_-]*) *=.*(?:\n(?![-A-Za-z#]).*)*", re.MULTILINE)
_REFERENCE = re.compile(r"\{\s*(-?[A-Za-z][A-Za-z0-9_-]*)")
_LONGEST = 1_500  # signs of a value in a message
_LOCALES = {"cs": "cs-CZ", "en": "en-GB"}
_MONEY = {"cs": None, "en": f"¤{NBSP}#,##0.00"}  # the English form of Babel sets the letters CZK close to the number


class Texts:
    """The messages of one language."""

    def __init__(self, language: Language) -> None:
        """Read the files of the language; a message is parsed when it is first asked for."""
        self.language: Language = language
        self._bundle = FluentBundle([_LOCALES[language]], use_isolating=False)
        self._sources = sources(language)

    def _message(self, key: str) -> Message:
        """Return a message, parsed with all that it refers to; KeyError if there is none."""
        waiting = [key]
        while waiting:
            name = waiting.pop()
            if name in self._sources and not self._bundle.has_message(name):
                self._bundle.add_resource(FluentResource(self._sources[name]))
                waiting += _REFERENCE.findall(self._sources[name])
        return self._bundle.get_message(key)

    def __call__(self, key: str, **values: str | int) -> str:
        """Return a message; KeyError if there is none or a value it needs is not given."""
        pattern = self._message(key).value
        if pattern is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(pattern, {name: _shortened(value) for name, value in values.items()})
        if errors:
            raise KeyError(f"{key}: {errors}")
        return czech(str(text)) if self.language == "cs" else str(text)

    def money(self, halere: int) -> str:
        """Return a sum: „1 234,50 Kč“."""
        from decimal import Decimal  # noqa: PLC0415 - exact crowns for the formatter

        locale = _LOCALES[self.language].replace("-", "_")
        text = format_currency(Decimal(halere) / 100, "CZK", _MONEY[self.language], locale=locale)
        return text.replace("-", "−")

    def heading(self, column: str) -> str:
        """Return the header of a column with ordinary spaces: people search for it and type it."""
        return self(f"col-{column}").replace(NBSP, " ")

    def day(self, day: date) -> str:
        """Return a day: „21. 11. 2026“."""
        if self.language == "cs":
            return f"{day.day}.{NBSP}{day.month}.{NBSP}{day.year}"
        return f"{day.day}{NBSP}{day:%B}{NBSP}{day.year}"


def _shortened(value: str | int) -> str | int:
    """Return a value that a message can hold and a person read."""
    return f"{value[:_LONGEST]} …" if isinstance(value, str) and len(value) > _LONGEST else value


def sources(language: Language) -> dict[str, str]:
    """Return the source of every message and term of a language by its name; of two of one name the first."""
    folder = files("dluhy.report").joinpath("messages")
    found: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.startswith(f"{language}."):
            for entry in _ENTRY.finditer(file.read_text(encoding="utf-8")):
                found.setdefault(entry[1], entry[0])
    return found


@cache
def texts(language: Language) -> Texts:
    """Return the messages of a language, loaded once."""
    return Texts(language)
