"""The command about the index of social exclusion for the command line; registered in `dluhy.cli`."""

from __future__ import annotations

import sys
from pathlib import Path  # noqa: TC003 - cyclopts reads the annotations
from typing import Annotated

from cyclopts import Parameter

from dluhy.cli_shared import UNUSABLE, Lang, RulesFolder

Flag = Annotated[bool, Parameter(negative=())]


def index(  # noqa: PLR0913 - the options of the command
    soubor: Path | None = None,
    *,
    year: int | None = None,
    municipality: Annotated[list[str] | None, Parameter(negative=(), consume_multiple=True)] = None,
    sums: Path | None = None,
    partial: Flag = False,
    history: Flag = False,
    out: Path | None = None,
    json: Flag = False,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Spočítá index sociálního vyloučení obcí po ukazatelích a řekne, co by obec posunulo o pásmo.

    Bez souboru ukáže dodané obce Karlovarského a Plzeňského kraje za rok 2023. Jaký má být soubor, je v docs/index.md.

    Parameters
    ----------
    soubor
        Vstupy obcí: CSV, XLSX a jiné tabulky, NDJSON, Parquet.
    year
        Rok, za který se index počítá; jinak ten, který má soubor ve sloupci „Rok“.
    municipality
        Kódy obcí, které se ukážou podrobně.
    sums
        Soubor se součty za stát a kraje, nemá-li soubor všechny jejich obce a sada je nezná.
    partial
        Neoficiální částečný index ze tří ukazatelů, které zbyly po sloučení dávek.
    history
        Kolik obcí bylo v kterém pásmu v minulých letech.
    out
        Kam výsledek zapsat: .xlsx, .csv, .ndjson, .parquet, „-“ je standardní výstup (NDJSON).
    json
        Výsledek jako JSON pro jiné programy.
    """
    from dluhy.commands.index import Indexing, history_command, index_command

    if history:
        if soubor is not None or municipality or partial or any(x is not None for x in (out, year, sums)):
            print("dluhy: --history stojí samo / --history goes alone", file=sys.stderr)
            return UNUSABLE
        return history_command(lang, rules_folder, as_values=json)
    return index_command(
        Indexing(
            source=soubor, year=year, codes=tuple(municipality or ()), language=lang, sums=sums, partial=partial,
            as_json=json, out=out, rules=rules_folder,
        )
    )  # fmt: skip
