"""The command line: thin commands over the library. Heavy modules are imported only by the command that needs them."""

from __future__ import annotations

import gc
import os
import sys
from io import TextIOWrapper
from pathlib import Path  # noqa: TC003 - cyclopts reads the annotations
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import App, CycloptsError, Group, Parameter

from dluhy.cli_costs import COMMANDS as ABOUT_COSTS
from dluhy.cli_deduct import deduct
from dluhy.cli_directory import directory
from dluhy.cli_index import index
from dluhy.cli_municipal import municipal
from dluhy.cli_region import region
from dluhy.cli_shared import DONE, UNUSABLE, Lang, RulesFolder, chosen_day
from dluhy.cli_shared import today as todays
from dluhy.cli_strategy import strategy
from dluhy.commands import STANDARD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.commands.lists import Order
    from dluhy.problems import Language

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
minors = App(name="minors", help="Exekuce pro dluhy, které vznikly v dětství.")
rules = App(name="rules", help="Sada pravidel: kontrola, výpis, rozdíly.")
app.command(minors)
app.command(rules)
app.command(municipal)
app.command(directory)
for command in (deduct, *ABOUT_COSTS, index):
    app.command(command)
case = App(name="case", help="Dokument případu jednoho klienta: založit, zkontrolovat, popsat.")
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


def _order(as_of: str | None, lang: Language, **rest: Any) -> Order | int:  # noqa: ANN401 - the options of a command
    """Return how lists are to be checked, or the exit status if the day is none."""
    from dluhy.commands.lists import Order

    day = chosen_day(as_of)
    return UNUSABLE if day is None else Order(as_of=day, language=lang, **rest)


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
    aggregate: Path | None = None,
    aggregate_dir: Path | None = None,
    municipality: str | None = None,
    codes: Path | None = None,
    since: Path | None = None,
    since_as_of: str | None = None,
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
    aggregate
        Kam navíc zapsat souhrn pro kraj (.json): jen počty a součty bez osob, přesné, a proto neveřejné.
    aggregate_dir
        Složka pro souhrny více seznamů.
    municipality
        Kód obce, které je seznam; jinak jej seznam musí uvádět u každého dluhu.
    codes
        Tabulka (CSV, XLSX), čí je který z více seznamů: sloupce soubor a kód obce; popis je v docs/souhrn.md.
    since
        Starší seznam téže obce, nebo složka se staršími seznamy stejných jmen: souhrn řekne, co se od něj změnilo.
    since_as_of
        Den, ke kterému se posuzuje starší seznam.
    """
    from dluhy.commands.aggregating import Aggregating
    from dluhy.commands.lists import check_lists_command

    if not seznamy:
        print("dluhy: chybí seznam / a list is missing", file=sys.stderr)
        return UNUSABLE
    since_day = None if since_as_of is None else chosen_day(since_as_of)
    if since_as_of is not None and since_day is None:
        return UNUSABLE
    summary = Aggregating(out=aggregate, out_dir=aggregate_dir, municipality=municipality, codes=codes,
                          since=since, since_as_of=since_day)  # fmt: skip
    order = _order(as_of, lang, out=out, out_dir=out_dir, form=form, profile=profile, sheet=sheet, only=only,
                   pseudonymise=pseudonymise, key=key, rules=rules_folder, aggregating=summary)  # fmt: skip
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


@minors.command(name="compare")
def minors_compare(  # noqa: PLR0913 - the options of the command
    starsi: Path,
    novejsi: Path,
    *,
    as_of: str | None = None,
    old_as_of: str | None = None,
    out: Path | None = None,
    profile: Path | None = None,
    key: Path | None = None,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Porovná dva seznamy: co přibylo, zmizelo, skončilo, zhoršilo se a kdo mezi nimi dospěl.

    Nic nepáruje odhadem; co nejde spárovat, vypíše s důvodem.

    Parameters
    ----------
    starsi
        Starší seznam.
    novejsi
        Novější seznam.
    as_of
        Den, ke kterému se posuzuje novější seznam; jinak dnešek.
    old_as_of
        Den, ke kterému se posuzuje starší seznam; jinak týž den.
    out
        Kam zapsat výsledek: .xlsx, .csv, .ndjson, „-“ je standardní výstup (NDJSON); jinak vedle novějšího seznamu.
    profile
        Profil, podle kterého se čtou oba seznamy.
    key
        Soubor s tajným klíčem: výsledek pak místo jmen, kódů a spisových značek nese jen odkazy.
    """
    from dluhy.commands.comparing import Comparing, compare_command

    day = chosen_day(as_of)
    old_day = day if old_as_of is None else chosen_day(old_as_of)
    if day is None or old_day is None:
        return UNUSABLE
    return compare_command(Comparing(old=starsi, new=novejsi, as_of=day, old_as_of=old_day, language=lang, out=out,
                                     profile=profile, key=key, rules=rules_folder))  # fmt: skip


@minors.command(name="negotiate")
def minors_negotiate(  # noqa: PLR0913 - the options of the command
    seznam: Path,
    *,
    creditor: str | None = None,
    as_of: str | None = None,
    out: Path | None = None,
    form: Annotated[Literal["xlsx", "text"] | None, Parameter(name="--format")] = None,
    profile: Path | None = None,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Připraví podklad k jednání s každým věřitelem: počty, součty, právní důvody, kroky a náklady, bez jmen.

    Parameters
    ----------
    seznam
        Soubor se seznamem.
    creditor
        Jen jeden věřitel: IČO, nebo jméno či jeho část.
    as_of
        Den, ke kterému se posuzuje; jinak dnešek.
    out
        Kam zapsat sešit (.xlsx); jinak vedle seznamu.
    form
        text vypíše podklad na obrazovku místo do sešitu.
    profile
        Profil, podle kterého se seznam čte.
    """
    from dluhy.commands.negotiating import Negotiating, negotiate_command

    day = chosen_day(as_of)
    if day is None:
        return UNUSABLE
    return negotiate_command(Negotiating(source=seznam, creditor=creditor, as_of=day, language=lang, out=out,
                                         as_text=form == "text", profile=profile, rules=rules_folder))  # fmt: skip


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
    from dluhy.commands.lists import replay_command

    order = _order(None, lang, profile=profile, sheet=sheet, rules=rules_folder)
    return order if isinstance(order, int) else replay_command(doklad, seznam, order)


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


@rules.command(name="check")
def rules_check(*, today: bool = False, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Zkontroluje sadu pravidel: schéma, podmínky, citace, částky, příklady; s --today i horizont."""
    from dluhy.commands.rules import check_rules_command

    return check_rules_command(todays() if today else None, lang, rules_folder)


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


@rules.command(name="mutate")
def rules_mutate(*rule_ids: str, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Zkusí, zda příklady poznají drobné změny pravidel; kde ne, napíše, jaký příklad chybí.

    Parameters
    ----------
    rule_ids
        Která pravidla; jinak všechna.
    """
    from dluhy.commands.rules import mutate_rules_command

    return mutate_rules_command(rule_ids, lang, rules_folder)


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


@rules.command(name="table")
def rules_table(*, out: Path | None = None, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Napíše všechna pravidla a postupy jako jednu stránku v Markdownu.

    Parameters
    ----------
    out
        Kam stránku zapsat; jinak na standardní výstup.
    """
    from dluhy.commands.rules import rules_table_command

    return rules_table_command(out, rules_folder, lang)
