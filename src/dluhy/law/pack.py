"""The law pack: every file below `rules/`, gathered, checked as a whole, and asked by id and by day."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dluhy.law import checks
from dluhy.law.contents import Pack
from dluhy.law.documents import content_hash, read_documents, validate
from dluhy.problems import PackError, Problem

__all__ = ["Pack", "default_pack", "default_path", "load", "load_texts"]

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dluhy.law.models import Ladder, PackInfo, Step, Term
    from dluhy.law.rule_file import RuleFile
    from dluhy.law.strategy import Measure


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
    if not folder.is_dir():
        raise PackError(
            [Problem("folder", str(folder), "složka s pravidly neexistuje", "there is no such folder of rules")]
        )
    texts = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.toml"))}
    return load_texts(texts)


def load_texts(texts: Mapping[str, bytes]) -> Pack:
    """Read and check a pack given as file names and contents."""
    problems: list[Problem] = []
    documents = read_documents(texts, problems)
    files = validate({name: texts[name] for name in documents}, problems)
    if problems:
        raise PackError(problems)
    pack = _assemble(files, content_hash(documents), problems)
    if pack is not None and not problems:
        problems += checks.check_pack(pack)
    if pack is None or problems:
        raise PackError(problems)
    return pack


class _Assembly:
    """Gathers the items of all files under their ids."""

    def __init__(self, files: Mapping[str, RuleFile], problems: list[Problem]) -> None:
        self.files, self.problems = files, problems
        self.places: dict[str, str] = {}

    def items(self, kind: str, key: str = "id") -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, file in self.files.items():
            for item in getattr(file, kind):
                self._add(found, getattr(item, key), item, f"{name} {kind}")
                self.places[f"{kind} {getattr(item, key)}"] = name
        return found

    def vocabularies(self) -> dict[str, dict[str, Term]]:
        found: dict[str, dict[str, Term]] = {}
        for name, file in self.files.items():
            for vocabulary, terms in file.vocabulary.items():
                for term in terms:
                    self._add(found.setdefault(vocabulary, {}), term.code, term, f"{name} {vocabulary}")
        return found

    def head(self) -> PackInfo | None:
        heads = [file.pack for file in self.files.values() if file.pack]
        if len(heads) != 1:
            cs, en = "sada musí mít právě jednu hlavičku [pack]", "the pack needs exactly one [pack]"
            self.problems.append(Problem("pack_head", "rules", cs, en))
            return None
        return heads[0]

    def check_steps(self, ladders: Mapping[str, Ladder]) -> None:
        steps: dict[str, Step] = {}
        for ladder in ladders.values():
            for step in ladder.step:
                self._add(steps, step.id, step, f"ladder {ladder.id} step")

    def _add(self, found: dict[str, Any], identity: str, item: object, place: str) -> None:
        if identity in found:
            cs, en = "toto označení už je použito", "this id is already used"
            self.problems.append(Problem("duplicate", f"{place} {identity}", cs, en))
        found[identity] = item


def _in_order(measures: dict[str, Measure]) -> dict[str, Measure]:
    """Return measures in the order of the documents: by letter and first number, within them as the files have it."""

    def place(name: str) -> tuple[str, int]:
        return name[0], int(name[1:].partition(".")[0])

    return {name: measures[name] for name in sorted(measures, key=place)}


def _assemble(files: Mapping[str, RuleFile], digest: str, problems: list[Problem]) -> Pack | None:
    assembly = _Assembly(files, problems)
    head = assembly.head()
    ladders = assembly.items("ladder")
    assembly.check_steps(ladders)
    parts: dict[str, Any] = {
        "acts": assembly.items("act"),
        "fact_texts": assembly.items("fact", "name"),
        "series": assembly.items("series"),
        "tables": assembly.items("table"),
        "days": assembly.items("days"),
        "presumptions": assembly.items("presumption"),
        "rules": assembly.items("rule"),
        "interventions": assembly.items("intervention"),
        "practices": assembly.items("practice"),
        "service_matches": assembly.items("service_match"),
        "sources": assembly.items("source"),
        "measures": _in_order(assembly.items("measure")),
        "vocabularies": assembly.vocabularies(),
    }
    if head is None or problems:
        return None
    return Pack(info=head, hash=digest, ladders=ladders, places=assembly.places, **parts)
