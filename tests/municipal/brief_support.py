"""A list of one municipality and what a brief is made from it, for the tests of briefs."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

import polars as pl
from attrs import frozen
from tests.conftest import AS_OF, ROOT

from dluhy import ListResult, check_list
from dluhy.law.pack import default_pack
from dluhy.municipal.brief.making import brief_of
from dluhy.municipal.directory.files import read_directory
from dluhy.municipal.index.computing import computed
from dluhy.municipal.place.document import place_of
from dluhy.municipal.place.local_facts import local_facts
from dluhy.municipal.self_check.checking import self_check
from dluhy.municipal.suggesting.making import suggest
from dluhy.places import exclusion
from dluhy.region.briefing import exchange_of, numbers_of, own_claims, report_of

if TYPE_CHECKING:
    from dluhy.municipal.brief.values import Brief
    from dluhy.municipal.suggesting.values import Suggestions
    from dluhy.region.files import Report

CODE, NAME = "560286", "Sokolov"
DIRECTORY = ROOT / "fixtures" / "adresar_ukazka.toml"
PLACE: dict[str, Any] = {
    "code": CODE,
    "as_of": "2026-11-01",
    "collection": {"guideline": False, "enforcing": "executor", "age_check": False, "instalments": True},
    "services": {"has_school": True},
}


@frozen(kw_only=True)
class Made:
    """A checked list of the municipality, what it suggests and what it reports."""

    result: ListResult
    found: Suggestions
    report: Report


@cache
def own_list() -> Path:
    """Return the sample list as if all of it were of one municipality, which is the creditor of its fees."""
    whole = pl.read_csv(ROOT / "fixtures" / "seznam_ukazka.csv", separator=";", infer_schema_length=0)
    fee = pl.col("Druh pohledávky").str.contains("oplatek")
    own = whole.with_columns(
        pl.lit(CODE).alias("Kód obce"),
        pl.when(fee).then(pl.lit(f"Město {NAME}")).otherwise("Oprávněný").alias("Oprávněný"),
    )
    path = Path(mkdtemp()) / "sokolov.csv"
    own.write_csv(path, separator=";")
    return path


@cache
def made() -> Made:
    """Return the list checked."""
    result = check_list(own_list(), AS_OF)
    found = suggest(result, place=local_facts(CODE))
    return Made(result=result, found=found, report=report_of(exchange_of(result, CODE, found), CODE, "souhrn"))


@cache
def whole_brief(*, public: bool = False) -> Brief:
    """Return a brief of everything: list, place document, index and directory."""
    pack, of = default_pack(), made()
    document = place_of(PLACE, pack)
    return brief_of(
        CODE,
        as_of=AS_OF,
        pack=pack,
        numbers=numbers_of(of.report, public=public),
        found=of.found,
        check=self_check(own_claims(of.result, CODE), document, pack),
        local=local_facts(CODE, document),
        document=document,
        indexed=computed(exclusion.frame().drop("published"), exclusion.YEAR, pack),
        directory=read_directory(DIRECTORY, AS_OF, pack).directory,
        public=public,
    )


@cache
def bare_brief() -> Brief:
    """Return a brief of a municipality of which nothing is known but its name."""
    return brief_of("582786", as_of=AS_OF)
