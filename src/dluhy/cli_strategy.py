"""`dluhy strategy` for the command line; registered in `dluhy.cli`, heavy modules are imported by the commands."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - cyclopts reads the annotations
from typing import Annotated, Literal

from cyclopts import Parameter

from dluhy.cli_shared import Lang, RulesFolder, command_group

Json = Annotated[bool, Parameter(name="--json", negative=(), help="Výsledek jako JSON pro jiné programy.")]

strategy = command_group(
    "strategy", "Opatření strategie sociálního začleňování: co jmenují dokumenty a co z toho program dělá."
)


@strategy.command(name="list")
def strategy_list(
    *,
    pillar: str | None = None,
    does: Literal["done", "partly", "not_done"] | None = None,
    json: Json = False,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Vypíše opatření podle pilířů a u každého, zda je program dělá, dělá zčásti, nebo nedělá.

    Parameters
    ----------
    pillar
        Jen jeden pilíř: 0 výchozí stav, 1 bydlení, 2 vzdělávání, 3 dluhy, 4 instituce, nebo programme.
    does
        Jen to, co program dělá (done), dělá zčásti (partly), nebo nedělá (not_done).
    """
    from dluhy.commands.strategy import list_measures_command

    return list_measures_command(pillar, does, lang, rules_folder, as_json=json)


@strategy.command(name="show")
def strategy_show(oznaceni: str, *, json: Json = False, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Ukáže jedno opatření: kam patří, kdo a kdy, co pro ně program dělá a kde, která zjištění mu slouží, dokumenty.

    Parameters
    ----------
    oznaceni
        Označení opatření, třeba 3.8b, A3.8b nebo C1.
    """
    from dluhy.commands.strategy import show_measure_command

    return show_measure_command(oznaceni, lang, rules_folder, as_json=json)


@strategy.command(name="table")
def strategy_table(*, out: Path | None = None, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Napíše všechna opatření jako jednu stránku v Markdownu.

    Parameters
    ----------
    out
        Kam stránku zapsat; jinak na standardní výstup.
    """
    from dluhy.commands.strategy import strategy_table_command

    return strategy_table_command(out, rules_folder, lang)
