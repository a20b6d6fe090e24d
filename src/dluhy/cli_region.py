"""The commands of a region for the command line; `region` is registered in `dluhy.cli`."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - cyclopts reads the annotations
from typing import Annotated, Literal

from cyclopts import Parameter

from dluhy.cli_shared import UNUSABLE, Lang, RulesFolder, chosen_day, command_group

region = command_group("region", "Kraj: přehled ze souhrnů obcí.")


@region.command(name="overview")
def region_overview(  # noqa: PLR0913 - the options of the command
    *souhrny: Path,
    out: Path | None = None,
    html: Path | None = None,
    json: Path | None = None,
    region: str | None = None,
    public: Annotated[bool, Parameter(negative=())] = False,
    geojson: Path | None = None,
    period: Literal["day", "month", "quarter", "year"] = "month",
    note: str | None = None,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Spojí souhrny obcí do přehledu kraje: obce, ORP, okresy, vývoj, pořadí spravedlivé k velikosti, mapa.

    Parameters
    ----------
    souhrny
        Souhrny, které píše „dluhy minors check --aggregate“, nebo složka s nimi; více dnů jedné obce je vývoj.
    out
        Kam zapsat přehled: .xlsx (sešit) nebo .json. Existující soubor se nepřepisuje.
    html
        Kam zapsat stránku s mapou a grafy, která funguje bez internetu.
    json
        Kam navíc zapsat data přehledu pro jiné programy.
    region
        Kód kraje (NUTS 3, třeba CZ041): ukáže i obce bez souhrnu. Jinak kraj, ve kterém leží všechny obce.
    public
        Verze ke zveřejnění: počty pod pět se skryjí a součty sčítají jen to, co je zveřejněno.
    geojson
        Hranice obcí (GeoJSON s kódem obce) pro mapu; bez nich jsou obce body.
    period
        Jak dlouhé je jedno období vývoje; z více souhrnů obce v jednom období platí nejnovější.
    note
        Věta nad přehled, třeba „Vymyšlená data“; stojí na stránce, v sešitu i v datech.
    """
    from dluhy.commands.region import Joining, overview_command

    return overview_command(Joining(files=souhrny, language=lang, out=out, html=html, as_json=json, geojson=geojson,
                                    region=region, public=public, period=period, note=note or None,
                                    rules=rules_folder))  # fmt: skip


@region.command(name="briefs")
def region_briefs(  # noqa: PLR0913 - the options of the command
    *souhrny: Path,
    out_dir: Path,
    directory: Path | None = None,
    index: Path | None = None,
    as_of: str | None = None,
    form: Literal["both", "docx", "pdf"] = "both",
    template: Path | None = None,
    public: Annotated[bool, Parameter(negative=())] = False,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Jak na dluhy obec po obci: podklad pro každou obec, která poslala souhrn.

    Parameters
    ----------
    souhrny
        Souhrny, které píše „dluhy minors check --aggregate“, nebo složka s nimi; z více dnů obce platí nejnovější.
    out_dir
        Složka, do které se podklady zapíšou. Existující soubory se nepřepisují.
    directory
        Adresář služeb.
    index
        Soubor pro výpočet indexu sociálního vyloučení; jinak dodaná data.
    as_of
        Den, ke kterému podklady platí; jinak den nejnovějšího souhrnu. Čísla obce mají vždy den jejího souhrnu.
    form
        V jaké podobě: both (Word i PDF), docx, pdf.
    template
        Vlastní šablona Wordu.
    public
        Verze ke zveřejnění: malé počty se skryjí a u návrhů počty nestojí.
    """
    from dluhy.commands.brief import FORMS
    from dluhy.commands.briefs import BriefingAll, briefs_command

    day = None if as_of is None else chosen_day(as_of)
    if as_of is not None and day is None:
        return UNUSABLE
    return briefs_command(BriefingAll(files=souhrny, out_dir=out_dir, directory=directory, index=index, as_of=day,
                                      forms=FORMS if form == "both" else (form,), template=template, public=public,
                                      language=lang, rules=rules_folder))  # fmt: skip
