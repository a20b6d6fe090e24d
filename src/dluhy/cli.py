"""The command line: thin commands over the library. Heavy modules are imported only by the command that needs them."""

from __future__ import annotations

import os
import re
import sys
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import App, CycloptsError, Group, Parameter

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, UNUSABLE, INTERRUPTED = 0, 2, 130

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
minors = App(name="minors", help="Exekuce pro dluhy, které vznikly v dětství.")
rules = App(name="rules", help="Sada pravidel: kontrola, výpis, rozdíly.")
app.command(minors)
app.command(rules)

Lang = Annotated[Literal["cs", "en"], Parameter(help="Jazyk výstupu: cs nebo en.")]
RulesFolder = Annotated[
    Path | None, Parameter(name="--rules", help="Složka se sadou pravidel; jinak ta dodaná s programem.")
]


def main(tokens: Sequence[str] | None = None) -> None:
    """Run the program and exit with its status: 0 all judged, 1 some rows rejected, 2 nothing usable."""
    arguments = list(sys.argv[1:] if tokens is None else tokens)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if arguments[:1] == ["--version"]:
        sys.exit(_version())
    try:
        status = app(arguments, exit_on_error=False, print_error=False)
    except CycloptsError as error:
        print(f"dluhy: příkazu nerozumím, zkuste --help / wrong command line, try --help\n  {error}", file=sys.stderr)
        status = UNUSABLE
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing more to flush
        status = DONE
    sys.exit(status if isinstance(status, int) else DONE)


def _version() -> int:
    from dluhy import default_pack, program_version

    pack = default_pack()
    print(f"dluhy {program_version()}\nsada pravidel {pack.info.id} {pack.info.version} {pack.hash}")
    return DONE


def _day(text: str) -> date | None:
    iso = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text.strip())
    czech = re.fullmatch(r"([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*([0-9]{4})", text.strip())
    parts = iso.groups() if iso else czech.groups()[::-1] if czech else None
    try:
        return None if parts is None else date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return None


def _today() -> date:
    return datetime.now().astimezone().date()


@minors.command(name="check")
def minors_check(
    seznam: Path,
    *,
    as_of: str | None = None,
    out: Path | None = None,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Zkontroluje seznam exekucí (XLSX, CSV, NDJSON, Parquet) a napíše, které dluhy vznikly v dětství a co s nimi.

    Parameters
    ----------
    seznam
        Soubor se seznamem.
    as_of
        Den, ke kterému se posuzuje (RRRR-MM-DD nebo D. M. RRRR); jinak dnešek.
    out
        Kam zapsat výsledek: .xlsx, .csv, .ndjson nebo .parquet; jinak sešit vedle seznamu.
    """
    from dluhy.commands import check_list_command

    day = _today() if as_of is None else _day(as_of)
    if day is None:
        print(f"dluhy: „{as_of}“ není den (RRRR-MM-DD) / is no day (YYYY-MM-DD)", file=sys.stderr)
        return UNUSABLE
    return check_list_command(seznam, day, out, lang, rules_folder)


@app.command
def replay(doklad: Path, seznam: Path, *, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Spočítá výsledek znovu podle dokladu o výpočtu a porovná jej; jiná sada, program nebo vstup se odmítnou."""
    from dluhy.commands import replay_command

    return replay_command(doklad, seznam, lang, rules_folder)


@rules.command(name="check")
def rules_check(*, today: bool = False, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Zkontroluje sadu pravidel: schéma, podmínky, citace, částky, příklady; s --today i horizont."""
    from dluhy.commands import check_rules_command

    return check_rules_command(_today() if today else None, lang, rules_folder)


@rules.command(name="list")
def rules_list(*, topic: str | None = None, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Vypíše pravidla sady."""
    from dluhy.commands import list_rules_command

    return list_rules_command(topic, lang, rules_folder)


@rules.command(name="show")
def rules_show(rule_id: str, *, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Ukáže jedno pravidlo: odůvodnění, podmínky, citace s odkazy, doklad, příklady."""
    from dluhy.commands import show_rule_command

    return show_rule_command(rule_id, lang, rules_folder)


@rules.command(name="diff")
def rules_diff(pack_a: Path, pack_b: Path, *, lang: Lang = "cs") -> int:
    """Porovná dvě sady pravidel: co přibylo, zmizelo, změnilo se."""
    from dluhy.commands import diff_rules_command

    return diff_rules_command(pack_a, pack_b, lang)
