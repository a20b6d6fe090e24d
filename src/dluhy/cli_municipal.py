"""The commands for municipalities; `municipal` is registered in `dluhy.cli`. Heavy modules are imported by commands."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - cyclopts reads the annotations
from typing import Annotated, Final

from cyclopts import App, Parameter

from dluhy.cli_shared import UNUSABLE, Lang, RulesFolder, chosen_day, today

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


@municipal.command(name="self-check")
def self_check(  # noqa: PLR0913 - the options of the command
    seznam: Path,
    *,
    place: Annotated[Path | None, Parameter(name="--place")] = None,
    creditor: str | None = None,
    as_of: str | None = None,
    json: Json = False,
    out: Path | None = None,
    profile: Path | None = None,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Obec jako věřitel: co podle vlastního seznamu pohledávek a vlastní praxe změnit, proč a jak. Není to známka.

    Parameters
    ----------
    seznam
        Vlastní seznam pohledávek obce (jako pro „dluhy minors check“).
    place
        Dokument obce s vyhláškou a praxí vymáhání; založí jej „dluhy municipal place new“.
    creditor
        Jen pohledávky jednoho věřitele ze seznamu: IČO, nebo jméno či jeho část.
    as_of
        Den, ke kterému se posuzuje (RRRR-MM-DD nebo D. M. RRRR); jinak dnešek.
    out
        Kam výsledek zapsat: .txt, .md, .json; jinak standardní výstup. Existující soubor se nepřepisuje.
    profile
        Profil, podle kterého se seznam čte.
    """
    from dluhy.commands.self_check import SelfChecking, self_check_command

    day = chosen_day(as_of)
    if day is None:
        return UNUSABLE
    return self_check_command(SelfChecking(
        ledger=seznam, place=place, creditor=creditor, as_of=day, language=lang, as_json=json, out=out,
        profile=profile, rules=rules_folder,
    ))  # fmt: skip


@municipal.command(name="suggest")
def municipal_suggest(  # noqa: PLR0913 - the options of the command
    podklad: Path | None = None,
    *,
    place: Path | None = None,
    municipality: str | None = None,
    creditor: str | None = None,
    as_of: str | None = None,
    profile: Path | None = None,
    json: Json = False,
    full: Annotated[bool, Parameter(negative=())] = False,
    out: Path | None = None,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Navrhne, co má obec udělat o dluzích, domácnostech a vlastních pravidlech: komu, dokdy, jak a podle čeho.

    Parameters
    ----------
    podklad
        Dokument případu (.toml, .json) nebo seznam exekucí (XLSX, CSV a další); bez něj se posoudí jen obec.
        Složka se souhrny obcí („dluhy minors check --aggregate“): co mají udělat obce v kraji, bez lidí.
    place
        Dokument obce (obec.toml); založí jej „dluhy municipal place new“.
    municipality
        Šestimístný kód obce; co o ní není v dokumentu, doplní se z dodaných údajů.
    creditor
        Čí jsou v seznamu jiné pohledávky než místní poplatky: municipality, municipal_company,
        municipal_organisation, region, regional_body, state, health_insurer, private. Jinak se na to program zeptá.
    as_of
        Den, ke kterému se posuzuje seznam nebo obec; jinak dnešek. U případu jej určuje dokument.
    profile
        Profil, podle kterého se čte seznam.
    full
        Celý text: podmínky, podrobnosti kroků, předávání údajů, kontrolní seznam a všechny otázky.
    out
        Kam výsledek zapsat: .txt, .json, k seznamu i .xlsx; jinak standardní výstup. Existující soubor se nepřepisuje.
    """
    from dluhy.commands.municipal import Suggesting, suggest_command

    day = None if as_of is None else chosen_day(as_of)
    if as_of is not None and day is None:
        return UNUSABLE
    return suggest_command(Suggesting(source=podklad, place=place, municipality=municipality, creditor=creditor,
                                      as_of=day, today=today(), language=lang, profile=profile, as_json=json,
                                      full=full, out=out, rules=rules_folder))  # fmt: skip


@municipal.command(name="brief")
def municipal_brief(  # noqa: PLR0913 - the options of the command
    *,
    municipality: str | None = None,
    place: Path | None = None,
    list_: Annotated[Path | None, Parameter(name="--list")] = None,
    aggregate: Path | None = None,
    index: Path | None = None,
    directory: Path | None = None,
    as_of: str | None = None,
    creditor: str | None = None,
    profile: Path | None = None,
    out: Annotated[tuple[Path, ...], Parameter(negative=())] = (),
    template: Path | None = None,
    public: Annotated[bool, Parameter(negative=())] = False,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Jak na dluhy v této obci: podklad pro starostu a zastupitele jako dokument Wordu a PDF.

    Parameters
    ----------
    municipality
        Šestimístný kód obce.
    place
        Dokument obce (obec.toml) s vyhláškou, praxí a službami; založí jej „dluhy municipal place new“.
    list_
        Seznam pohledávek nebo exekucí (jako pro „dluhy minors check“); bez něj i souhrnu čísla zůstanou neznámá.
    aggregate
        Místo seznamu souhrn obce, který píše „dluhy minors check --aggregate“.
    index
        Soubor pro výpočet indexu sociálního vyloučení (viz docs/index.md); jinak dodaná data.
    directory
        Adresář služeb; založí a zkontroluje ho „dluhy directory“.
    as_of
        Den, ke kterému podklad platí; jinak den souhrnu, den dokumentu obce, nebo dnešek.
    creditor
        Čí jsou v seznamu jiné pohledávky než místní poplatky (jako u „dluhy municipal suggest“).
    profile
        Profil, podle kterého se čte seznam.
    out
        Kam podklad zapsat: .docx, .pdf nebo .json, i vícekrát; bez přípony oboje. Existující soubor se nepřepisuje.
    template
        Vlastní šablona Wordu; dodanou zapíše „dluhy municipal brief-template“.
    public
        Verze ke zveřejnění: malé počty se skryjí a u návrhů počty nestojí.
    """
    from dluhy.commands.brief import Briefing, brief_command

    day = None if as_of is None else chosen_day(as_of)
    if as_of is not None and day is None:
        return UNUSABLE
    return brief_command(Briefing(municipality=municipality, place=place, ledger=list_, aggregate=aggregate,
                                  index=index, directory=directory, as_of=day, today=today(), creditor=creditor,
                                  profile=profile, out=out, template=template, public=public, language=lang,
                                  rules=rules_folder))  # fmt: skip


@municipal.command(name="brief-template")
def municipal_brief_template(soubor: Path, *, lang: Lang = "cs") -> int:
    """Zapíše šablonu podkladu pro obec (.docx), kterou si úřad upraví: písmo, záhlaví, zápatí.

    Parameters
    ----------
    soubor
        Kam ji zapsat; existující soubor se nepřepisuje.
    """
    from dluhy.commands.brief import template_command

    return template_command(soubor, lang)
