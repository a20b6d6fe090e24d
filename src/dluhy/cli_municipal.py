"""The commands for municipalities; `municipal` is registered in `dluhy.cli`. Heavy modules are imported by commands."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - cyclopts reads the annotations
from typing import Annotated, Final

from cyclopts import App, Parameter

from dluhy.cli_shared import Lang, RulesFolder  # noqa: TC001 - cyclopts reads the annotations

municipal: Final = App(name="municipal", help="Co může obec: návrhy opatření, dokument obce, obec jako věřitel.")
place: Final = App(name="place", help="Dokument obce (obec.toml): založit, zkontrolovat, popsat.")
municipal.command(place)

Json = Annotated[bool, Parameter(name="--json", negative=(), help="Výsledek jako JSON pro jiné programy.")]


@place.command(name="new")
def place_new(soubor: Path | None = None, *, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Založí prázdný dokument obce s vysvětlivkami u každého údaje; existující soubor nepřepíše.

    Parameters
    ----------
    soubor
        Kam jej zapsat (.toml); jinak standardní výstup.
    """
    from dluhy.commands.place import new_place_command

    return new_place_command(soubor, lang, rules_folder)


@place.command(name="check")
def place_check(soubor: Path, *, json: Json = False, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Zkontroluje dokument obce: vypíše všechny chyby, nebo co v něm není a k čemu by to bylo.

    Parameters
    ----------
    soubor
        Dokument obce (TOML nebo JSON); „-“ je standardní vstup.
    """
    from dluhy.commands.place import check_place_command

    return check_place_command(soubor, lang, as_json=json, rules=rules_folder)


@place.command(name="schema")
def place_schema(*, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Vypíše JSON Schema dokumentu obce."""
    from dluhy.commands.place import place_schema_command

    return place_schema_command(lang, rules_folder)
