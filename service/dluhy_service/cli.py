"""The command line of the service: run it, make and revoke its keys, see what it is set to."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

from cyclopts import App, CycloptsError, Group, Parameter

from dluhy.cli_shared import DONE, UNUSABLE, Lang, command_group
from dluhy.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.problems import Language
    from dluhy_service.keys import Key, KeyStore
    from dluhy_service.settings import Settings

NAME: Final = "dluhy-service"
_INTERRUPTED: Final = 130

Config = Annotated[
    Path | None, Parameter(name="--config", help="Soubor s nastavením (TOML); jinak DLUHY_SERVICE_CONFIG.")
]
Scopes = Annotated[list[Literal["case", "list", "metrics"]], Parameter(negative=())]

app = App(
    name=NAME,
    help="Služba dluhy: výpočty přes HTTP, nic neukládá.",
    help_flags=["--help", "-h"],
    help_format="plaintext",
    version_flags=[],
    result_action="return_value",
    group_commands=Group("Příkazy"),
    group_parameters=Group("Volby"),
)
keys = command_group("keys", "Klíče, kterými se programy službě prokazují.")
app.command(keys)


def main(tokens: Sequence[str] | None = None) -> None:
    """Run a command and exit with its status: 0 done, 2 a mistake, which is told without a traceback."""
    arguments = list(sys.argv[1:] if tokens is None else tokens)
    try:
        status = app(arguments or ["--help"], exit_on_error=False, print_error=False)
    except InputError as error:
        status = _told(error, _language_of(arguments))
    except CycloptsError as error:
        print(f"{NAME}: neplatný příkaz, zkuste --help / wrong command line, try --help\n  {error}", file=sys.stderr)
        status = UNUSABLE
    except KeyboardInterrupt:
        status = _INTERRUPTED
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        status = DONE
    sys.exit(status if isinstance(status, int) else DONE)


@app.command
def run(*, config: Config = None, lang: Lang = "cs") -> int:
    """Spustí službu; při prvním spuštění v terminálu založí klíč a jednou jej ukáže."""
    from dluhy_service.server import serve

    settings = _settings(config)
    store = _store(settings)
    if settings.auth == "keys":
        _first_key(store, lang)
    _show_start(settings, len(_valid(store)), lang)
    serve(settings)
    return DONE


@app.command(name="settings")
def show_settings(*, config: Config = None, lang: Lang = "cs") -> int:
    """Zkontroluje nastavení a vypíše je bez tajemství, nebo vypíše všechny chyby najednou."""
    from dluhy_service.settings import redacted

    settings = _settings(config)
    print("\n".join(redacted(settings, lang, keys=len(_valid(_store(settings))))))
    return DONE


@keys.command(name="new")
def keys_new(*, label: str, scope: Scopes, days: int | None = None, config: Config = None, lang: Lang = "cs") -> int:
    """Založí klíč a vypíše jej; podruhé už ho nikdo nezjistí.

    Parameters
    ----------
    label
        Čí klíč je; jen pro přehled správce, do záznamů se nepíše.
    scope
        Co smí: case (případ klienta), list (seznamy, obce), metrics (provozní čísla); volbu lze opakovat.
    days
        Kolik dnů platí; jinak napořád.
    """
    key, token = _store(_settings(config)).new(label, scope, days)
    _say(lang, f"Klíč {key.id} je založen. Uložte si jej, vypisuje se jen teď:",
         f"Key {key.id} is made. Keep it, it is shown only now:")  # fmt: skip
    print(token)
    return DONE


@keys.command(name="list")
def keys_list(*, config: Config = None, lang: Lang = "cs") -> int:
    """Vypíše klíče: označení, co smějí, odkdy a dokdy platí; klíče samy ne."""
    found = _store(_settings(config)).list()
    if not found:
        _say(lang, "Žádný klíč tu není.", "There is no key.")
    for key in found:
        print(_line(key, lang))
    return DONE


@keys.command(name="revoke")
def keys_revoke(key_id: str, *, config: Config = None, lang: Lang = "cs") -> int:
    """Zruší klíč; běžící služba jej přestane uznávat do vteřiny.

    Parameters
    ----------
    key_id
        Označení klíče, jak je vypisuje „keys list“.
    """
    key = _store(_settings(config)).revoke(key_id)
    _say(lang, f"Klíč {key.id} je zrušen.", f"Key {key.id} is revoked.")
    return DONE


def _settings(config: Path | None) -> Settings:
    from dluhy_service.settings import read_settings

    return read_settings(os.environ, config)


def _store(settings: Settings) -> KeyStore:
    from dluhy_service.keys import KeyStore

    return KeyStore(settings.keys_file)


def _valid(store: KeyStore) -> list[Key]:
    from dluhy_service.keys import utc_today

    day = utc_today()
    return [key for key in store.list() if key.is_valid(day)]


def _first_key(store: KeyStore, lang: Language) -> None:
    """Make the first key where a person sees it; a secret has no place in a journal."""
    from dluhy_service.keys import SCOPES

    if _valid(store):
        return
    if not sys.stderr.isatty():
        _say(lang, f"{NAME}: není tu žádný platný klíč; založte jej příkazem „{NAME} keys new“",
             f"{NAME}: there is no valid key; make one with “{NAME} keys new”")  # fmt: skip
        return
    key, token = store.new("první klíč" if lang == "cs" else "first key", SCOPES)
    _say(lang, f"První klíč {key.id} smí všechno. Uložte si jej, vypisuje se jen teď:",
         f"The first key {key.id} may do everything. Keep it, it is shown only now:")  # fmt: skip
    print(f"\n  {token}\n", file=sys.stderr)


def _show_start(settings: Settings, count: int, lang: Language) -> None:
    from dluhy_service.settings import redacted

    if sys.stderr.isatty():
        print("\n".join(redacted(settings, lang, keys=count)), file=sys.stderr)
        address = f"http://{f'[{settings.host}]' if ':' in settings.host else settings.host}:{settings.port}"
        docs = f" ({address}/docs)" if settings.docs else ""
        _say(lang, f"\nSlužba se spouští na {address}{docs}; ukončí ji Ctrl+C nebo zavření okna.\n",
             f"\nThe service is starting at {address}{docs}; Ctrl+C or closing the window ends it.\n")  # fmt: skip
    if not settings.is_loopback:
        _say(lang, f"{NAME}: naslouchá i mimo tento počítač a sama nešifruje; patří za reverzní proxy s TLS",
             f"{NAME}: it listens beyond this machine without encryption; put it behind a proxy with TLS")  # fmt: skip


def _line(key: Key, lang: Language) -> str:
    from dluhy.typography import printable
    from dluhy_service.keys import utc_today

    until = "–" if key.expires_on is None else key.expires_on.isoformat()
    over = "" if key.is_valid(utc_today()) else "  (prošlý)" if lang == "cs" else "  (expired)"
    return f"{key.id}  {key.made_on.isoformat()}  {until:<10}  {','.join(key.scopes):<17}  {printable(key.label)}{over}"


def _say(lang: Language, cs: str, en: str) -> None:
    print(cs if lang == "cs" else en, file=sys.stderr)


def _language_of(arguments: list[str]) -> Language:
    """Return the language asked for where the command itself could not say it any more."""
    pairs = zip(arguments, [*arguments[1:], ""], strict=True)
    return "en" if ("--lang", "en") in pairs or "--lang=en" in arguments else "cs"


def _told(error: InputError, lang: Language) -> int:
    for problem in error.problems:
        print(f"{NAME}: {problem.text(lang)}", file=sys.stderr)
    return UNUSABLE
