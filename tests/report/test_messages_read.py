"""Messages are parsed one by one; together they are what the whole files say."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from fluent.syntax import FluentParser, ast

from dluhy.report.texts import sources

if TYPE_CHECKING:
    from dluhy.problems import Language


@pytest.mark.parametrize("language", ["cs", "en"])
def test_every_message_of_the_files_is_found_and_parsed_alone_to_the_same(language: Language) -> None:
    whole: dict[str, ast.Message | ast.Term] = {}
    for file in sorted(files("dluhy.report").joinpath("messages").iterdir(), key=lambda file: file.name):
        if file.name.startswith(f"{language}."):
            whole = _entries(file.read_text(encoding="utf-8")) | whole
    alone = sources(language)
    assert alone.keys() == whole.keys()
    for name, source in alone.items():
        assert _entries(source)[name].equals(whole[name]), name


def _entries(text: str) -> dict[str, ast.Message | ast.Term]:
    found: dict[str, ast.Message | ast.Term] = {}
    for entry in FluentParser(with_spans=False).parse(text).body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message | ast.Term):
            entry.comment = None
            found.setdefault(f"{'-' if isinstance(entry, ast.Term) else ''}{entry.id.name}", entry)
    return found
