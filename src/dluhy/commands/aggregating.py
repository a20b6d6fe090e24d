"""The exchange file beside a checked list: what may be asked for, the older list, where it is written."""

from __future__ import annotations

from pathlib import Path
from secrets import token_bytes
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from dluhy.commands import STANDARD
from dluhy.commands.common import write_new
from dluhy.commands.results import free
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import polars as pl

    from dluhy.checking import ListResult
    from dluhy.comparing import Comparison
    from dluhy.intake.readers import Reading
    from dluhy.law.pack import Pack
    from dluhy.region.exchange import Exchange
    from dluhy.report.texts import Texts

_SECRET_BYTES: Final = 32


@frozen(kw_only=True)
class Aggregating:
    """What exchange files are asked for: one file or a folder, of which municipality, since which older list and day.

    `since` is a list, or a folder with older lists of the same names. `codes` is a table that says of each list of
    which municipality it is; `whose` holds that once the lists are known, `unsound` what is wrong with the table.
    """

    out: Path | None = None
    out_dir: Path | None = None
    municipality: str | None = None
    codes: Path | None = None
    since: Path | None = None
    since_as_of: date | None = None
    whose: Mapping[Path, str] = field(factory=dict)
    unsound: tuple[Problem, ...] = ()

    @property
    def wanted(self) -> bool:
        """Whether an exchange file is asked for at all."""
        return self.out is not None or self.out_dir is not None

    def lists(self, paths: Sequence[Path]) -> list[Path]:
        """Return the files that are lists: all but the table of codes, which a pattern such as `*.csv` also names."""
        if self.codes is None:
            return list(paths)
        table = self.codes.resolve()
        return [path for path in paths if path.resolve() != table]

    def of_lists(self, paths: Sequence[Path]) -> Aggregating:
        """Return the same order with what the table of codes says of the lists, or what is wrong with it."""
        if self.codes is None or not self.wanted:
            return self
        from dluhy.region.contents import codes_of_lists

        try:
            return evolve(self, whose=codes_of_lists(self.codes, paths))
        except InputError as error:
            return evolve(self, unsound=tuple(error.problems))

    def municipality_of(self, path: Path) -> str | None:
        """Return the code of the municipality whose list it is; None where the list itself has to say so."""
        return self.whose.get(path, self.municipality)

    def problems(self, paths: Sequence[Path], as_of: date) -> list[Problem]:
        """Return what stands against the order before any list is read."""
        found = [*self._alone(), *self._places(len(paths)), *self.unsound]
        if self.since_as_of is not None and self.since_as_of > as_of:
            found.append(Problem("days", "--since-as-of", "den staršího seznamu je po dni novějšího",
                                 "the older list's day is after the newer one's"))  # fmt: skip
        if self.municipality is not None and len(paths) > 1:
            cs = "kód obce patří k jednomu seznamu; čí jsou různé seznamy, řekne --codes TABULKA"
            en = "a municipality belongs to one list; of several lists --codes TABLE says whose they are"
            found.append(Problem("municipality", "--municipality", cs, en))
        if self.municipality is not None and self.codes is not None:
            found.append(Problem("municipality", "--municipality", "kód obce už říká --codes; nechte jen jedno",
                                 "--codes says the municipality already; keep one of them"))  # fmt: skip
        if self.since is not None and len(paths) > 1 and not self.since.is_dir():
            found.append(Problem("since", "--since", "k více seznamům patří složka se staršími seznamy stejných jmen",
                                 "several lists need a folder of older lists of the same names"))  # fmt: skip
        return found

    def _alone(self) -> list[Problem]:
        """Return the options that say nothing without another."""
        found = []
        if not self.wanted:
            options = {"--municipality": self.municipality, "--codes": self.codes, "--since": self.since,
                       "--since-as-of": self.since_as_of}  # fmt: skip
            found += [Problem("aggregate", option, "patří k --aggregate nebo --aggregate-dir",
                              "goes with --aggregate or --aggregate-dir")
                      for option, given in options.items() if given is not None]  # fmt: skip
        elif (self.since is None) != (self.since_as_of is None):
            cs = "starší seznam a jeho den patří k sobě: --since SEZNAM --since-as-of DEN"
            en = "an older list and its day go together: --since LIST --since-as-of DAY"
            found.append(Problem("since", "--since", cs, en))
        return found

    def _places(self, lists: int) -> list[Problem]:
        found = []
        if self.out is not None and (lists > 1 or self.out_dir is not None):
            found.append(Problem("aggregate", "--aggregate", "pro více seznamů použijte --aggregate-dir",
                                 "use --aggregate-dir for several lists"))  # fmt: skip
        if self.out is not None and self.out.suffix.lower() != ".json":
            found.append(Problem("output_format", self.out.name, "souhrn je JSON; zvolte příponu .json",
                                 "a summary is JSON; choose the suffix .json"))  # fmt: skip
        if self.out is not None and self.out.exists():
            found.append(Problem("output", self.out.name, "soubor už existuje a nepřepisuje se",
                                 "the file exists and is not written over"))  # fmt: skip
        if self.out is not None and not self.out.resolve().parent.is_dir():
            found.append(_no_folder(self.out.parent))
        if self.out_dir is not None and self.out_dir.exists() and not self.out_dir.is_dir():
            found.append(_no_folder(self.out_dir))
        return found

    def older(self, path: Path) -> Path | None:
        """Return the older list of a list; None where none is asked for or a folder of them has none of its name."""
        if self.since is None or not self.since.is_dir():
            return self.since
        older = self.since / path.name
        return older if older.exists() else None


def _no_folder(folder: Path) -> Problem:
    return Problem("output_folder", str(folder), "složka neexistuje nebo to není složka", "there is no such folder")


@frozen
class Checking:
    """How a list is checked: day, pack, reading, and how people are known."""

    as_of: date
    pack: Pack
    reading: Reading
    secret: bytes | None
    pseudonymise: bool


def checked(source: Path, named: Path, how: Checking, wanted: Aggregating) -> tuple[ListResult, Exchange | None]:
    """Return the result of a list, and its exchange file if one is asked for; `named` is the list as it was given."""
    result, comparison = _result(source, named, how, wanted)
    if not wanted.wanted:
        return result, None
    from dluhy.region.aggregating import aggregated

    whose, further = wanted.municipality_of(named), _suggested(result)
    return result, aggregated(result, municipality=whose, comparison=comparison, further=further)


def _suggested(result: ListResult) -> dict[str, pl.DataFrame]:
    """Return which interventions hold for which debts; nothing on a day of which the pack does not know them."""
    from dluhy.municipal.debts import TOPIC
    from dluhy.municipal.suggesting.making import suggest
    from dluhy.municipal.suggesting.region import suggested_debts

    known = result.checker.pack.info.horizon[TOPIC]
    if not known.from_ <= result.as_of <= known.to:
        return {}
    return {"interventions": suggested_debts(suggest(result))}


def _result(source: Path, named: Path, how: Checking, wanted: Aggregating) -> tuple[ListResult, Comparison | None]:
    older = wanted.older(named)
    if older is None or wanted.since_as_of is None:
        from dluhy.checking import check_list

        return check_list(source, how.as_of, how.pack, reading=how.reading, secret=how.secret,
                          pseudonymise=how.pseudonymise), None  # fmt: skip
    from dluhy.comparing import compare_files

    secret = how.secret or (token_bytes(_SECRET_BYTES) if how.pseudonymise else None)
    comparison = compare_files(older, source, how.as_of, wanted.since_as_of, how.pack, reading=how.reading,
                               secret=secret)  # fmt: skip
    return comparison.new, comparison


def write_exchange(exchange: Exchange, named: Path, wanted: Aggregating, say: Texts) -> list[str]:
    """Write an exchange file and return what is to be told of it."""
    from dluhy.region.files import as_text, file_name

    target = wanted.out
    if target is None:
        folder = wanted.out_dir or Path()
        folder.mkdir(parents=True, exist_ok=True)
        target = free(folder / file_name(exchange, "stdin" if str(named) == STANDARD else named.stem))
    write_new(target, as_text(exchange))
    told = [say("aggregate-written", path=str(target), count=len(exchange.municipalities))]
    if wanted.since is not None and wanted.older(named) is None:
        told.append(say("aggregate-no-older"))
    marked = "neverejn" in target.name.lower()
    return [*told, say("aggregate-not-public" if marked else "aggregate-not-public-rename")]
