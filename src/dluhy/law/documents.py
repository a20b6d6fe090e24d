"""The files of a pack: TOML read, hashed over canonical bytes, held against their shape with every error at once."""

from __future__ import annotations

import json
import tomllib
import unicodedata
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from dluhy.law.models import RuleFile
from dluhy.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping


def content_hash(documents: Mapping[str, Any]) -> str:
    """Return the SHA-256 over canonical bytes: the same whatever the file order, line ends or platform."""
    canonical = json.dumps(documents, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_day_text)
    return sha256(unicodedata.normalize("NFC", canonical).encode()).hexdigest()


def _day_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(value)


def read_documents(texts: Mapping[str, bytes], problems: list[Problem]) -> dict[str, Any]:
    """Return the files as parsed TOML; what is not readable is added to the problems."""
    documents = {}
    for name, content in sorted(texts.items()):
        try:
            documents[name] = tomllib.loads(content.decode("utf-8-sig").replace("\r\n", "\n"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            problems.append(
                Problem("toml", name, f"soubor není čitelný TOML: {error}", f"the file is not readable TOML: {error}")
            )
    if not documents and not problems:
        problems.append(Problem("empty_pack", "rules", "sada pravidel je prázdná", "the pack is empty"))
    return documents


def validate(documents: Mapping[str, Any], problems: list[Problem]) -> dict[str, RuleFile]:
    """Return the files that have the shape of `RuleFile`; every field that has not is added to the problems."""
    files = {}
    for name, document in documents.items():
        try:
            files[name] = RuleFile.model_validate(document)
        except ValidationError as error:
            problems += [_schema_problem(name, document, item) for item in error.errors(include_url=False)]
    return files


def _schema_problem(name: str, document: Any, item: Any) -> Problem:  # noqa: ANN401 - raw TOML and pydantic's dict
    where = [name]
    node = document
    for part in item["loc"]:
        node = node[part] if isinstance(node, dict | list) and _has(node, part) else None
        label = node.get("id") or node.get("code") if isinstance(node, dict) else None
        where.append(f"{part}({label})" if label else str(part))
    kinds = {
        "missing": ("chybí povinný údaj", "a required field is missing"),
        "extra_forbidden": ("neznámý údaj", "an unknown field"),
    }
    cs, en = kinds.get(item["type"], (f"údaj neodpovídá předpisu: {item['msg']}", item["msg"]))
    code = "missing_label" if item["type"] == "missing" and item["loc"][-1] in {"cs", "en"} else item["type"]
    return Problem(f"schema_{code}", " ".join(where), cs, en)


def _has(node: Any, part: Any) -> bool:  # noqa: ANN401 - raw TOML
    return part in node if isinstance(node, dict) else isinstance(part, int) and part < len(node)
