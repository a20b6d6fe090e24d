"""The commands about lists of enforcements for debts from childhood; `minors` is registered in `dluhy.cli`."""

from __future__ import annotations

import sys
from pathlib import Path  # noqa: TC003 - cyclopts reads the annotations
from typing import Annotated, Literal

from cyclopts import Parameter

from dluhy.cli_shared import UNUSABLE, Lang, RulesFolder, chosen_day, command_group

minors = command_group("minors", "Exekuce pro dluhy, které vznikly v dětství.")


@minors.command(name="check")
def minors_check(  # noqa: PLR0913 - the options of the command
    *seznamy: Path,
    as_of: str | None = None,
    out: Path | None = None,
    out_dir: Path | None = None,
    form: Annotated[Literal["xlsx", "csv", "ndjson", "json", "parquet"] | None, Parameter(name="--format")] = None,
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
        Kam zapsat výsledek jednoho seznamu: .xlsx, .csv, .ndjson, .json, .parquet, „-“ je standardní
        výstup; jinak vedle.
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
    from dluhy.commands.lists import Order, check_lists_command

    if not seznamy:
        print("dluhy: chybí seznam / a list is missing", file=sys.stderr)
        return UNUSABLE
    since_day = None if since_as_of is None else chosen_day(since_as_of)
    if since_as_of is not None and since_day is None:
        return UNUSABLE
    summary = Aggregating(out=aggregate, out_dir=aggregate_dir, municipality=municipality, codes=codes,
                          since=since, since_as_of=since_day)  # fmt: skip
    day = chosen_day(as_of)
    if day is None:
        return UNUSABLE
    return check_lists_command(seznamy, Order(
        as_of=day, language=lang, out=out, out_dir=out_dir, form=form, profile=profile, sheet=sheet, only=only,
        pseudonymise=pseudonymise, key=key, rules=rules_folder, aggregating=summary,
    ))  # fmt: skip


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


@minors.command(name="schema")
def minors_schema(*, lang: Lang = "cs", rules_folder: RulesFolder = None) -> int:
    """Vypíše JSON Schema seznamu, který přijímá služba a funkce check_rows."""
    from dluhy.commands.columns import list_schema_command

    return list_schema_command(lang, rules_folder)


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
