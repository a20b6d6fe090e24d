"""The command line: thin commands over the library. Heavy modules are imported only by the command that needs them."""

from __future__ import annotations

import os
import re
import sys
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import App, CycloptsError, Group, Parameter

from dluhy.commands import STANDARD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.commands.lists import Order
    from dluhy.problems import Language

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
    given = sys.argv[1:] if tokens is None else tokens
    arguments = [STANDARD if word == "-" else word for word in given]
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if arguments[:1] == ["--version"]:
        sys.exit(_version())
    try:
        status = app(arguments, exit_on_error=False, print_error=False)
    except CycloptsError as error:
        print(f"dluhy: neplatný příkaz, zkuste --help / wrong command line, try --help\n  {error}", file=sys.stderr)
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


def _order(as_of: str | None, lang: Language, **rest: Any) -> Order | int:  # noqa: ANN401 - the options of a command
    """Return how lists are to be checked, or the exit status if the day is none."""
    from dluhy.commands.lists import Order

    day = _today() if as_of is None else _day(as_of)
    if day is None:
        print(
            f"dluhy: „{as_of}“ není den (čeká se RRRR-MM-DD nebo D. M. RRRR) / is no day (YYYY-MM-DD)", file=sys.stderr
        )
        return UNUSABLE
    return Order(as_of=day, language=lang, **rest)


@minors.command(name="check")
def minors_check(  # noqa: PLR0913 - the options of the command
    *seznamy: Path,
    as_of: str | None = None,
    out: Path | None = None,
    out_dir: Path | None = None,
    form: Annotated[Literal["xlsx", "csv", "ndjson", "parquet"] | None, Parameter(name="--format")] = None,
    profile: Path | None = None,
    sheet: str | None = None,
    only: Literal["children", "adults", "undecided"] | None = None,
    pseudonymise: bool = False,
    key: Path | None = None,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Zkontroluje seznamy exekucí a napíše, které dluhy vznikly v dětství a co s nimi.

    Čte XLSX, XLS, ODS, CSV v běžných kódováních, dBase, NDJSON a Parquet.

    Parameters
    ----------
    seznamy
        Soubory se seznamy; „-“ je standardní vstup.
    as_of
        Den, ke kterému se posuzuje (RRRR-MM-DD nebo D. M. RRRR); jinak dnešek.
    out
        Kam zapsat výsledek jednoho seznamu: .xlsx, .csv, .ndjson, .parquet, „-“ je standardní výstup; jinak vedle.
    out_dir
        Složka pro výsledky více seznamů.
    form
        Forma výsledku na standardním výstupu (jinak ndjson) nebo ve složce (jinak xlsx).
    profile
        Soubor TOML, který určuje sloupce a slova seznamů jednoho systému; začátek napíše „dluhy minors columns“.
    sheet
        Jméno nebo pořadí listu v sešitu.
    only
        Ukázat jen děti, jen dospělé s dluhem z dětství, nebo jen nerozhodnuté dluhy.
    pseudonymise
        Místo jmen, kódů a spisových značek jen odkazy podle klíče, bez dat narození.
    key
        Soubor s tajným klíčem odkazů; stejný klíč dává v každém seznamu stejné odkazy. Založí jej „dluhy minors key“.
    """
    from dluhy.commands.lists import check_lists_command

    if not seznamy:
        print("dluhy: chybí seznam / a list is missing", file=sys.stderr)
        return UNUSABLE
    order = _order(as_of, lang, out=out, out_dir=out_dir, form=form, profile=profile, sheet=sheet, only=only,
                   pseudonymise=pseudonymise, key=key, rules=rules_folder)  # fmt: skip
    return order if isinstance(order, int) else check_lists_command(seznamy, order)


@minors.command(name="columns")
def minors_columns(  # noqa: PLR0913 - the options of the command
    seznam: Path,
    *,
    profile: Path | None = None,
    sheet: str | None = None,
    write_profile: Path | None = None,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Ukáže, co který sloupec seznamu znamená, jak se to poznalo a co chybí; nic neposuzuje.

    Parameters
    ----------
    seznam
        Soubor se seznamem.
    profile
        Profil, podle kterého se má číst.
    sheet
        Jméno nebo pořadí listu v sešitu.
    write_profile
        Kam zapsat profil s tím, co se poznalo.
    """
    from dluhy.commands.columns import columns_command

    return columns_command(seznam, lang, profile=profile, sheet=sheet, write_profile=write_profile, rules=rules_folder)


@minors.command(name="key")
def minors_key(soubor: Path, *, lang: Lang = "cs") -> int:
    """Založí soubor s novým tajným klíčem pro odkazy na osoby (--key)."""
    from dluhy.commands.lists import new_key_command

    return new_key_command(soubor, lang)


@app.command
def replay(  # noqa: PLR0913 - the options of the command
    doklad: Path,
    seznam: Path,
    *,
    profile: Path | None = None,
    sheet: str | None = None,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Spočítá výsledek znovu podle dokladu o výpočtu a porovná jej; jiná sada, program nebo vstup se odmítnou."""
    from dluhy.commands.lists import replay_command

    order = _order(None, lang, profile=profile, sheet=sheet, rules=rules_folder)
    return order if isinstance(order, int) else replay_command(doklad, seznam, order)


@rules.command(name="check")
def rules_check(*, today: bool = False, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Zkontroluje sadu pravidel: schéma, podmínky, citace, částky, příklady; s --today i horizont."""
    from dluhy.commands.rules import check_rules_command

    return check_rules_command(_today() if today else None, lang, rules_folder)


@rules.command(name="list")
def rules_list(*, topic: str | None = None, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Vypíše pravidla sady."""
    from dluhy.commands.rules import list_rules_command

    return list_rules_command(topic, lang, rules_folder)


@rules.command(name="show")
def rules_show(rule_id: str, *, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Ukáže jedno pravidlo: odůvodnění, podmínky, citace s odkazy, doklad, příklady."""
    from dluhy.commands.rules import show_rule_command

    return show_rule_command(rule_id, lang, rules_folder)


@rules.command(name="diff")
def rules_diff(pack_a: Path, pack_b: Path, *, lang: Lang = "cs") -> int:
    """Porovná dvě sady pravidel: co přibylo, zmizelo, změnilo se."""
    from dluhy.commands.rules import diff_rules_command

    return diff_rules_command(pack_a, pack_b, lang)
