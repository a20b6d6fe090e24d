"""`dluhy region briefs`: the brief of every municipality that reported, from the exchange files of a region."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy import receipt as receipts
from dluhy.commands.brief import write_brief
from dluhy.commands.brief_sources import index_of_file
from dluhy.commands.common import DONE, chosen_pack, tell
from dluhy.documents.files import limited
from dluhy.municipal.brief.making import brief_of
from dluhy.municipal.brief.values import Source
from dluhy.municipal.place.local_facts import local_facts
from dluhy.municipal.places import TOPIC
from dluhy.places import municipality
from dluhy.problems import InputError, Problem
from dluhy.region.bodies import words
from dluhy.region.briefing import newest, numbers_of
from dluhy.region.files import exchange_files, read_exchanges
from dluhy.report.progress import progress
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from dluhy.law.pack import Pack
    from dluhy.municipal.brief.values import Brief
    from dluhy.municipal.directory.entries import Listed
    from dluhy.municipal.directory.services import Gap
    from dluhy.municipal.index.computing import Indexed
    from dluhy.problems import Language
    from dluhy.region.files import Report

_NOT_PUBLIC: Final = "NEVEREJNE"
_PUBLIC: Final = "verejny"


@frozen(kw_only=True)
class BriefingAll:
    """What briefs are asked for: of which summaries, with which directory, into which folder, in which forms."""

    files: tuple[Path, ...]
    out_dir: Path
    language: Language
    forms: tuple[str, ...]
    directory: Path | None = None
    index: Path | None = None
    as_of: date | None = None
    template: Path | None = None
    public: bool = False
    rules: Path | None = None


def briefs_command(order: BriefingAll) -> int:
    """Write the brief of each municipality by its newest summary; nothing is written where something is unusable."""
    say = texts(order.language)
    try:
        pack = chosen_pack(order.rules)
        paths = exchange_files(order.files)
        reports = newest(read_exchanges(paths, pack))
        day = order.as_of or max(report.as_of for report in reports.values())
        pack.require_known(TOPIC, day)
        targets = {code: _targets(report, day, order) for code, report in reports.items()}
        _require_free(targets.values(), order.out_dir)
        with progress(say("briefs-progress")):
            made = _Making.of(order, reports, day, pack, paths)
            order.out_dir.mkdir(parents=True, exist_ok=True)
            for code, report in reports.items():
                write_brief(made.brief(report), targets[code], order.language, order.template)
    except InputError as error:
        return tell(error, order.language, say("brief-errors"))
    print(say("briefs-written", count=len(reports), path=str(order.out_dir)))
    if not order.public:
        print(say("brief-keep"))
    return DONE


def _targets(report: Report, day: date, order: BriefingAll) -> tuple[Path, ...]:
    """Return the files of one municipality: everybody who sees a name knows whether it is for the public."""
    place = municipality(report.code)
    slug = "_".join(words("" if place is None else place.name))
    mark = _PUBLIC if order.public else _NOT_PUBLIC
    return tuple(order.out_dir / f"brif_{report.code}_{slug}_{day.isoformat()}_{mark}.{form}" for form in order.forms)


def _require_free(targets: Iterable[Sequence[Path]], folder: Path) -> None:
    """Raise InputError for every file that exists already, before anything is written."""
    problems = []
    if folder.exists() and not folder.is_dir():
        problems.append(Problem("output_folder", str(folder), "to není složka", "that is no folder"))
    cs, en = "soubor už existuje a nepřepisuje se", "the file exists and is not written over"
    taken = (path for files in targets for one in files for path in (one, receipts.path_beside(one)) if path.exists())
    problems += [Problem("output", path.name, cs, en) for path in taken]
    if problems:
        raise InputError(limited(problems))


@frozen(kw_only=True)
class _Making:
    """What the briefs of a region share."""

    order: BriefingAll
    day: date
    pack: Pack
    indexed: Indexed
    index_source: Source
    directory: Listed | None
    gaps: dict[str, tuple[Gap, ...]]
    files: dict[str, str]

    @classmethod
    def of(
        cls, order: BriefingAll, reports: dict[str, Report], day: date, pack: Pack, paths: Sequence[Path]
    ) -> _Making:
        """Read and compute what is the same for all of them."""
        from dluhy.municipal.directory.files import read_directory
        from dluhy.municipal.directory.services import gaps

        directory = None if order.directory is None else read_directory(order.directory, day, pack)
        regions = {place.region for code in reports if (place := municipality(code)) is not None}
        found = {} if directory is None else {
            region: gaps(directory.directory, pack, day, region=region) for region in sorted(regions)
        }  # fmt: skip
        indexed, source, _ = index_of_file(order.index, pack)
        hashes = {path.name: sha256(path.read_bytes()).hexdigest() for path in paths}
        return cls(order=order, day=day, pack=pack, indexed=indexed, index_source=source, directory=directory,
                   gaps=found, files=hashes)  # fmt: skip

    def brief(self, report: Report) -> Brief:
        """Return the brief of one municipality."""
        place, directory = municipality(report.code), self.directory
        return brief_of(
            report.code,
            as_of=self.day,
            pack=self.pack,
            numbers=numbers_of(report, public=self.order.public),
            local=local_facts(report.code),
            indexed=self.indexed,
            directory=None if directory is None else directory.directory,
            region_gaps=None if directory is None or place is None else self.gaps[place.region],
            public=self.order.public,
            sources=self._sources(report),
        )

    def _sources(self, report: Report) -> list[Source]:
        found = [Source(kind="aggregate", sha256=self.files[report.file], as_of=report.as_of)]
        if report.code in self.indexed.rows["code"]:
            found.append(self.index_source)
        if self.directory is not None:
            found.append(Source(kind="directory", sha256=self.directory.sha256, as_of=self.directory.directory.as_of))
        return found
