"""The command line: thin commands over the library. Heavy modules are imported only by the command that needs them."""

from __future__ import annotations

import gc
import os
import sys
from io import TextIOWrapper
from pathlib import Path  # noqa: TC003 - cyclopts reads the annotations
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, CycloptsError, Group, Parameter

from dluhy.cli_case import case
from dluhy.cli_costs import COMMANDS as ABOUT_COSTS
from dluhy.cli_deduct import deduct
from dluhy.cli_directory import directory
from dluhy.cli_index import index
from dluhy.cli_minors import minors
from dluhy.cli_municipal import municipal
from dluhy.cli_region import region
from dluhy.cli_relief import relief
from dluhy.cli_rules import rules
from dluhy.cli_shared import DONE, UNUSABLE, Lang, RulesFolder, today
from dluhy.cli_strategy import strategy
from dluhy.commands import STANDARD

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130
_SELDOM = (100_000, 50, 100)
"""After how many objects to look for garbage: imports and the pack make many that stay, so looking early is in vain."""

app = App(
    name="dluhy",
    help="Dluhy z dětství a dluhové poradenství: co dítě nedluží, co s tím a podle čeho.",
    help_flags=["--help", "-h"],
    help_format="plaintext",
    version_flags=[],
    result_action="return_value",
    group_commands=Group("Příkazy"),
    group_arguments=Group("Argumenty"),
    group_parameters=Group("Volby"),
)
app.command(minors)
app.command(rules)
app.command(municipal)
app.command(directory)
for command in (relief, deduct, *ABOUT_COSTS, index):
    app.command(command)
app.command(case)
app.command(strategy)
app.command(region)


def main(tokens: Sequence[str] | None = None) -> None:
    """Run the program and exit with its status: 0 all judged, 1 some rows rejected, 2 nothing usable."""
    gc.set_threshold(*_SELDOM)
    given = sys.argv[1:] if tokens is None else tokens
    arguments = [STANDARD if word == "-" else word for word in given]
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if arguments[:1] == ["--version"]:
        sys.exit(_version())
    try:
        status = app(arguments, exit_on_error=False, print_error=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except CycloptsError as error:
        print(f"dluhy: neplatný příkaz, zkuste --help / wrong command line, try --help\n  {error}", file=sys.stderr)
        status = UNUSABLE
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing more to flush
        status = DONE
    except (OSError, AttributeError) as error:
        if isinstance(error, AttributeError) and sys.stdout is not None:
            raise
        print("dluhy: výsledek nejde zapsat na standardní výstup / the output cannot be written", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # nothing more to flush
        status = UNUSABLE
    sys.exit(status if isinstance(status, int) else DONE)


def _version() -> int:
    from dluhy import default_pack, program_version

    pack = default_pack()
    print(f"dluhy {program_version()}\nsada pravidel {pack.info.id} {pack.info.version} {pack.hash}")
    return DONE


@app.command
def replay(  # noqa: PLR0913 - the options of the command
    doklad: Path,
    seznam: Path | None = None,
    *,
    profile: Path | None = None,
    sheet: str | None = None,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Spočítá výsledek znovu podle dokladu o výpočtu a porovná jej; jiná sada, program nebo vstup se odmítnou.

    Parameters
    ----------
    doklad
        Doklad o výpočtu, nebo výsledek, který jej má v sobě.
    seznam
        Soubor, ze kterého výsledek vznikl: seznam, případ nebo dokument obce. Vynechte, vznikl-li jen z kódu obce.
    profile
        Profil, s nímž se seznam četl.
    sheet
        List sešitu, který se četl.
    """
    from dluhy.commands.lists import Order, replay_command

    order = Order(as_of=today(), language=lang, profile=profile, sheet=sheet, rules=rules_folder)
    return replay_command(doklad, seznam, order)


@app.command
def screen(  # noqa: PLR0913 - a command's options
    pripad: Path,
    *,
    json: bool = False,
    out: Path | None = None,
    chart: Path | None = None,
    pdf: Path | None = None,
    strict_law: bool = False,
    full: Annotated[bool, Parameter(negative=())] = False,
    what_if: Annotated[list[str] | None, Parameter(negative=())] = None,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Posoudí jeden případ: dluhy, tituly, exekuce, srážky, domácnost, oddlužení, plán kroků a co zjistit.

    Parameters
    ----------
    pripad
        Dokument případu (TOML nebo JSON); „-“ je standardní vstup. Prázdný založí „dluhy case new“. Mnoho případů:
        složka, nebo soubor .ndjson s případem na každém řádku; vypíše tabulku a co nejde přečíst, nezastaví ostatní.
    json
        Výsledek jako JSON pro jiné programy.
    out
        Kam výsledek zapsat; jinak standardní výstup. Existující soubor se nepřepisuje. Mnoho případů: .ndjson, .parquet
    chart
        Kam nakreslit měsíční peníze domácnosti (přípona .svg nebo .png).
    pdf
        Kam zapsat posouzení k tisku jako PDF/A na listy A4. Existující soubor se nepřepisuje.
    strict_law
        Oddlužení nepočítat do měsíců, jejichž právo sada nezná; jinak se v nich počítá s posledními známými částkami.
    full
        Celý text: všechny důvody, předpisy, výpočty a otázky. Jinak první obrazovka a dál jen to, co rozhoduje.
    what_if
        Co kdyby: změna údaje, „klíč=hodnota“ (debts.dluh-1.balance=5000); lze opakovat. Vypíše jen, co se změní.
    """
    from dluhy.commands.screening import screen_command, what_if_command
    from dluhy.commands.screening_many import holds_many, one_only, screen_many_command

    if holds_many(pripad):
        refused = one_only(lang, chart=chart, pdf=pdf, what_if=what_if)
        return refused or screen_many_command(
            pripad, lang, as_json=json, out=out, rules=rules_folder, strict_law=strict_law
        )
    if what_if:
        return what_if_command(pripad, what_if, lang, as_json=json, out=out, rules=rules_folder, strict_law=strict_law,
                               chart=chart, pdf=pdf)  # fmt: skip
    return screen_command(
        pripad, lang, as_json=json, out=out, chart=chart, rules=rules_folder, strict_law=strict_law, pdf=pdf,
        full=full,
    )  # fmt: skip


@app.command
def household(  # noqa: PLR0913 - a command's options
    pripad: Path,
    *,
    json: bool = False,
    out: Path | None = None,
    chart: Path | None = None,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Rozpočet domácnosti případu: co přichází a odchází, z čeho žít, dávky, co řešit nejdřív; i pro starší měsíce.

    Parameters
    ----------
    pripad
        Dokument případu (TOML nebo JSON); „-“ je standardní vstup. Prázdný založí „dluhy case new“.
    json
        Výsledek jako JSON pro jiné programy.
    out
        Kam výsledek zapsat; jinak standardní výstup. Existující soubor se nepřepisuje.
    chart
        Kam nakreslit měsíční peníze domácnosti (přípona .svg nebo .png).
    """
    from dluhy.commands.household import household_command

    return household_command(pripad, lang, as_json=json, out=out, chart=chart, rules=rules_folder)
