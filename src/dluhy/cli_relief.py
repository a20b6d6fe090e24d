"""`dluhy relief` for the command line; registered in `dluhy.cli`, heavy modules are imported by the command."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - cyclopts reads the annotations
from typing import Annotated

from cyclopts import Parameter

from dluhy.cli_shared import Lang, RulesFolder  # noqa: TC001 - as above

Flag = Annotated[bool, Parameter(negative=())]


def relief(  # noqa: PLR0913 - the options of the command
    pripad: Path,
    *,
    json: Flag = False,
    out: Path | None = None,
    strict_law: Flag = False,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Řekne o klientovi jen to, co se týká oddlužení: zda může vstoupit, kolik by platil a co by to přineslo.

    Je to totéž, co o oddlužení říká `dluhy screen`, ale rychleji: nepočítá se domácnost, cesty z dluhů ani kroky.

    Parameters
    ----------
    pripad
        Dokument případu (TOML nebo JSON); „-“ je standardní vstup. Prázdný založí „dluhy case new“.
    json
        Výsledek jako JSON pro jiné programy.
    out
        Kam výsledek zapsat; jinak standardní výstup. Existující soubor se nepřepisuje.
    strict_law
        Nepočítat do měsíců, jejichž právo sada nezná; jinak se v nich počítá s posledními známými částkami.
    """
    from dluhy.commands.relief import relief_command

    return relief_command(pripad, lang, as_json=json, out=out, rules=rules_folder, strict_law=strict_law)
