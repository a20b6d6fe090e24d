"""The files of a pack: TOML read, hashed over canonical bytes, held against their shape with every error at once."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import msgspec
import rtoml
from pydantic import ValidationError

from dluhy.law.rule_file import RuleFile
from dluhy.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping


_REMEMBERED = 512  # files; a pack has fewer than 100

_CZECH = (
    ("missing", "chybí povinný údaj"),
    ("extra_forbidden", "neznámý údaj"),
    ("string_pattern", "označení nemá předepsaný tvar"),
    ("string_too_short", "text nesmí být prázdný"),
    ("string", "má být text"),
    ("int", "má být celé číslo"),
    ("bool", "má být true nebo false"),
    ("date", "má být den"),
    ("list", "má být seznam"),
    ("dict", "má být tabulka"),
    ("model", "má být tabulka"),
    ("literal_error", "hodnota není ve výčtu"),
    ("too_short", "seznam nesmí být prázdný"),
    ("value_error", "údaje si odporují"),
)
_ENGLISH = {"missing": "a required field is missing", "extra_forbidden": "an unknown field"}


def content_hash(documents: Mapping[str, Any]) -> str:
    """Return the SHA-256 over canonical bytes: the same whatever the file order, line ends or platform."""
    canonical = msgspec.json.encode(documents, order="sorted").decode()
    return sha256(unicodedata.normalize("NFC", canonical).encode()).hexdigest()


def read_documents(texts: Mapping[str, bytes], problems: list[Problem]) -> dict[str, Any]:
    """Return the files as parsed TOML; what is not readable is added to the problems."""
    documents = {}
    for name, content in sorted(texts.items()):
        try:
            documents[name] = _parsed(content)
        except (UnicodeDecodeError, rtoml.TomlParsingError) as error:
            problems.append(
                Problem("toml", name, f"soubor není čitelný TOML: {error}", f"the file is not readable TOML: {error}")
            )
    if not documents and not problems:
        problems.append(Problem("empty_pack", "rules", "sada pravidel je prázdná", "the pack is empty"))
    return documents


@lru_cache(maxsize=_REMEMBERED)
def _parsed(content: bytes) -> dict[str, Any]:
    """Return a file as TOML; one that was read before is not read again, and nobody changes what is returned."""
    return rtoml.loads(content.decode("utf-8-sig").replace("\r\n", "\n"))


@lru_cache(maxsize=_REMEMBERED)
def _shaped(content: bytes) -> RuleFile:
    return RuleFile.model_validate(_parsed(content))


def forget() -> None:
    """Forget the files read before: for whoever measures what reading costs."""
    _parsed.cache_clear()
    _shaped.cache_clear()


def validate(texts: Mapping[str, bytes], problems: list[Problem]) -> dict[str, RuleFile]:
    """Return the files that have the shape of `RuleFile`; every field that has not is added to the problems.

    `texts` are the contents of files that are readable TOML.
    """
    files = {}
    for name, content in texts.items():
        try:
            files[name] = _shaped(content)
        except ValidationError as error:
            document = _parsed(content)
            problems += [_schema_problem(name, document, item) for item in error.errors(include_url=False)]
    return files


def _schema_problem(name: str, document: Any, item: Any) -> Problem:  # noqa: ANN401 - raw TOML and pydantic's dict
    where = [name]
    node = document
    for part in item["loc"]:
        node = node[part] if isinstance(node, dict | list) and _has(node, part) else None
        label = node.get("id") or node.get("code") if isinstance(node, dict) else None
        where.append(f"{part}({label})" if label else str(part))
    kind = item["type"]
    cs = next((text for prefix, text in _CZECH if kind.startswith(prefix)), "hodnota není přípustná")
    code = "missing_label" if kind == "missing" and item["loc"][-1] in {"cs", "en"} else kind
    return Problem(f"schema_{code}", " ".join(where), cs, _ENGLISH.get(kind, item["msg"]))


def _has(node: Any, part: Any) -> bool:  # noqa: ANN401 - raw TOML
    return part in node if isinstance(node, dict) else isinstance(part, int) and part < len(node)
