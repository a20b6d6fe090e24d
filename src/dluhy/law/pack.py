"""The law pack: every file below `rules/`, read once, hashed, checked, and asked by id and by day."""

from __future__ import annotations

import json
import tomllib
import unicodedata
from datetime import date
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen
from pydantic import ValidationError

from dluhy.facts.schema import FACTS, FactSpec
from dluhy.law import checks
from dluhy.law.conditions import Node, parse
from dluhy.law.models import (
    Act,
    DayTable,
    FactText,
    Ladder,
    PackInfo,
    Presumption,
    Rule,
    RuleFile,
    Series,
    Step,
    Term,
)
from dluhy.problems import HorizonError, PackError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping


@frozen
class Pack:
    """The law as loaded: immutable, hashed, and free of contradictions that a loader can see."""

    info: PackInfo
    hash: str
    acts: dict[str, Act]
    vocabularies: dict[str, dict[str, Term]]
    fact_texts: dict[str, FactText]
    series: dict[str, Series]
    days: dict[str, DayTable]
    presumptions: dict[str, Presumption]
    rules: dict[str, Rule]
    ladders: dict[str, Ladder]
    places: dict[str, str]
    facts: Mapping[str, FactSpec] = field(factory=lambda: FACTS)

    @cached_property
    def members(self) -> dict[str, list[str]]:
        """The codes of each vocabulary, in the order of the file."""
        return {name: list(terms) for name, terms in self.vocabularies.items()}

    @cached_property
    def steps(self) -> dict[str, tuple[Ladder, Step]]:
        """Every step of every ladder by its id."""
        return {step.id: (ladder, step) for ladder in self.ladders.values() for step in ladder.step}

    @cached_property
    def partitions(self) -> dict[str, list[Rule]]:
        """The rules of each partition, in the order of the files."""
        found: dict[str, list[Rule]] = {}
        for rule in self.rules.values():
            if rule.partition:
                found.setdefault(rule.partition, []).append(rule)
        return found

    @cached_property
    def conditions(self) -> dict[str, Node]:
        """Every condition text of the pack, parsed."""
        return {text: parse(text) for _, _, text in checks.condition_texts(self)}

    def term(self, vocabulary: str, code: str) -> Term:
        """Return a member of a vocabulary; KeyError if there is none."""
        return self.vocabularies[vocabulary][code]

    def require_known(self, topic: str, as_of: date) -> None:
        """Raise HorizonError unless the topic is known on the day; the message names the nearest known day."""
        horizon = self.info.horizon[topic]
        if horizon.from_ <= as_of <= horizon.to:
            return
        late = as_of > horizon.to
        limit = horizon.to if late else horizon.from_
        raise HorizonError([
            Problem(
                "past_horizon" if late else "before_horizon",
                f"as_of {as_of.isoformat()}",
                f"právo tématu „{topic}“ zná sada pravidel {self.info.version} "
                f"{'do' if late else 'od'} {limit.isoformat()}; pro jiný den se neodvozuje",
                f"the pack {self.info.version} knows the law of “{topic}” "
                f"{'until' if late else 'from'} {limit.isoformat()}; no other day is inferred",
            )
        ])


def default_path() -> Path:
    """Return the folder of the rules shipped with the program: inside the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parents[1] / "rules"


@cache
def default_pack() -> Pack:
    """Return the shipped pack, loaded and checked once per process."""
    return load(default_path())


def load(folder: Path) -> Pack:
    """Read and check a pack; raises PackError with everything that is wrong with it, at once."""
    texts = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.toml"))}
    return load_texts(texts)


def load_texts(texts: Mapping[str, bytes]) -> Pack:
    """Read and check a pack given as file names and contents."""
    problems: list[Problem] = []
    documents = _documents(texts, problems)
    files = _files(documents, problems)
    if problems:
        raise PackError(problems)
    pack = _assemble(files, content_hash(documents), problems)
    if pack is not None and not problems:
        problems += checks.check_pack(pack)
    if pack is None or problems:
        raise PackError(problems)
    return pack


def content_hash(documents: Mapping[str, Any]) -> str:
    """Return the SHA-256 over canonical bytes: the same whatever the file order, line ends or platform."""
    canonical = json.dumps(
        documents, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_day_text
    )
    return sha256(unicodedata.normalize("NFC", canonical).encode()).hexdigest()


def _day_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(value)


def _documents(texts: Mapping[str, bytes], problems: list[Problem]) -> dict[str, Any]:
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


def _files(documents: Mapping[str, Any], problems: list[Problem]) -> dict[str, RuleFile]:
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


def _assemble(files: Mapping[str, RuleFile], digest: str, problems: list[Problem]) -> Pack | None:
    places: dict[str, str] = {}

    def collect(kind: str, key: str = "id") -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, file in files.items():
            for item in getattr(file, kind):
                identity = getattr(item, key)
                if identity in found:
                    problems.append(
                        Problem("duplicate", f"{name} {kind} {identity}", "toto označení už je použito",
                                "this id is already used")
                    )
                found[identity] = item
                places[f"{kind} {identity}"] = name
        return found

    heads = [file.pack for file in files.values() if file.pack]
    if len(heads) != 1:
        problems.append(
            Problem("pack_head", "rules", "sada musí mít právě jednu hlavičku [pack]", "the pack needs exactly one [pack]")
        )
    vocabularies: dict[str, dict[str, Term]] = {}
    for name, file in files.items():
        for vocabulary, terms in file.vocabulary.items():
            known = vocabularies.setdefault(vocabulary, {})
            for term in terms:
                if term.code in known:
                    problems.append(
                        Problem("duplicate", f"{name} {vocabulary} {term.code}", "kód už je použit", "the code is already used")
                    )
                known[term.code] = term
    ladders = collect("ladder")
    _unique_steps(ladders, problems)
    parts = {
        "acts": collect("act"), "fact_texts": collect("fact", "name"), "series": collect("series"),
        "days": collect("days"), "presumptions": collect("presumption"), "rules": collect("rule"),
    }
    if problems:
        return None
    return Pack(info=heads[0], hash=digest, vocabularies=vocabularies, ladders=ladders, places=places, **parts)


def _unique_steps(ladders: Mapping[str, Ladder], problems: list[Problem]) -> None:
    seen: set[str] = set()
    for ladder in ladders.values():
        for step in ladder.step:
            if step.id in seen:
                problems.append(
                    Problem("duplicate", f"ladder {ladder.id} step {step.id}", "toto označení už je použito",
                            "this id is already used")
                )
            seen.add(step.id)
