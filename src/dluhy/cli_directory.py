"""The commands about the directory of services; `directory` is registered in `dluhy.cli`."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - cyclopts reads the annotations
from typing import Annotated, Final

from cyclopts import Parameter

from dluhy.cli_shared import UNUSABLE, Lang, RulesFolder, chosen_day, command_group

directory: Final = command_group("directory", "Adresář služeb: zkontrolovat, najít službu pro obec, najít mezery.")
Json = Annotated[bool, Parameter(name="--json", negative=(), help="Výsledek jako JSON pro jiné programy.")]
AsOf = Annotated[str | None, Parameter(help="Den, ke kterému se ptáte (RRRR-MM-DD nebo D. M. RRRR); jinak dnešek.")]


@directory.command(name="check")
def directory_check(
    soubor: Path, *, as_of: AsOf = None, json: Json = False, lang: Lang = "cs", rules_folder: RulesFolder = None
) -> int:
    """Zkontroluje adresář: chyby, neověřené a skončené záznamy, dvojníky, neznámé kódy, podivné kontakty.

    Parameters
    ----------
    soubor
        Adresář (TOML, JSON, CSV, XLSX); popis je v docs/adresar.md.
    """
    from dluhy.commands.directory import Asking, check_directory_command

    day = chosen_day(as_of)
    if day is None:
        return UNUSABLE
    return check_directory_command(Asking(path=soubor, as_of=day, language=lang, as_json=json, rules=rules_folder))


@directory.command(name="find")
def directory_find(  # noqa: PLR0913 - the options of the command
    soubor: Path,
    *,
    municipality: str,
    kind: Annotated[list[str] | None, Parameter(negative=())] = None,
    problem: Annotated[list[str] | None, Parameter(negative=())] = None,
    as_of: AsOf = None,
    json: Json = False,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Najde služby pro obec: všechny, jednoho druhu, nebo podle problému člověka.

    Parameters
    ----------
    soubor
        Adresář (TOML, JSON, CSV, XLSX).
    municipality
        Kód obce (šest číslic).
    kind
        Jen tento druh služby (kód); lze opakovat.
    problem
        Problém, nález nebo opatření (child_enforced, M-14, …); vypíše, na koho se obrátit nejdřív a na koho potom.
    """
    from dluhy.commands.directory import Asking, find_command

    day = chosen_day(as_of)
    if day is None:
        return UNUSABLE
    order = Asking(path=soubor, as_of=day, language=lang, as_json=json, rules=rules_folder)
    return find_command(order, municipality, kind or [], problem or [])


@directory.command(name="gaps")
def directory_gaps(  # noqa: PLR0913 - the options of the command
    soubor: Path,
    *,
    region: str | None = None,
    as_of: AsOf = None,
    json: Json = False,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Ukáže po správních obvodech ORP, které služby chybějí, jsou plné nebo mají neznámou kapacitu.

    Parameters
    ----------
    soubor
        Adresář (TOML, JSON, CSV, XLSX).
    region
        Jen jeden kraj (kód, třeba CZ041).
    """
    from dluhy.commands.directory import Asking, gaps_command

    day = chosen_day(as_of)
    if day is None:
        return UNUSABLE
    return gaps_command(Asking(path=soubor, as_of=day, language=lang, as_json=json, rules=rules_folder), region)


@directory.command(name="schema")
def directory_schema(*, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Vypíše JSON Schema adresáře."""
    from dluhy.commands.directory import directory_schema_command

    return directory_schema_command(lang, rules_folder)
