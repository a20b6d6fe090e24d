"""The commands about the case document; `case` is registered in `dluhy.cli`."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - cyclopts reads the annotations
from typing import Annotated, Literal

from cyclopts import Parameter

from dluhy.cli_shared import Lang, RulesFolder, command_group

case = command_group("case", "Dokument případu jednoho klienta: založit, zkontrolovat, popsat.")


@case.command(name="new")
def case_new(
    soubor: Path | None = None,
    *,
    form: Annotated[Literal["toml", "json"] | None, Parameter(name="--format")] = None,
    short: Annotated[bool, Parameter(name=("--short", "--kratky"), negative=())] = False,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Založí prázdný dokument případu s vysvětlivkami u každého údaje; existující soubor nepřepíše.

    Parameters
    ----------
    soubor
        Kam jej zapsat (.toml nebo .json); jinak standardní výstup.
    form
        Forma dokumentu; jinak podle přípony, bez ní toml.
    short
        Jen krátká osnova toho, co potřebuje většina případů (TOML).
    """
    from dluhy.commands.case import new_case_command

    return new_case_command(soubor, form, lang, rules_folder, short=short)


@case.command(name="check")
def case_check(soubor: Path, *, json: bool = False, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Zkontroluje dokument případu: vypíše všechny chyby, nebo co chybí a čemu to brání.

    Parameters
    ----------
    soubor
        Dokument případu (TOML nebo JSON); „-“ je standardní vstup.
    json
        Výpis jako JSON pro jiné programy.
    """
    from dluhy.commands.case import check_case_command

    return check_case_command(soubor, lang, as_json=json, rules=rules_folder)


@case.command(name="schema")
def case_schema(*, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Vypíše JSON Schema dokumentu případu."""
    from dluhy.commands.case import case_schema_command

    return case_schema_command(lang, rules_folder)
