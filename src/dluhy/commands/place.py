"""The commands over a place document: write an empty one, check one, print its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.commands import STANDARD
from dluhy.commands.common import DONE, chosen_pack, print_json, tell, write_new
from dluhy.municipal.place.document import place_schema_text, place_template, read_place
from dluhy.municipal.place.gaps import place_gaps
from dluhy.places import municipality
from dluhy.problems import InputError, Problem
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from dluhy.municipal.place.document import Place
    from dluhy.municipal.place.gaps import PlaceGap
    from dluhy.problems import Language
    from dluhy.report.texts import Texts


def new_place_command(path: Path | None, language: Language, rules: Path | None) -> int:
    """Write an empty place document to a new file, or to standard output; an existing file is never written over."""
    try:
        content = place_template(chosen_pack(rules), language)
        if path is None or str(path) == STANDARD:
            print(content, end="")
            return DONE
        if path.suffix.lower() != ".toml":
            cs, en = "prázdný dokument je TOML; zvolte příponu .toml", "the empty document is TOML; choose .toml"
            raise InputError([Problem("output_format", path.name, cs, en)])
        write_new(path, content)
    except InputError as error:
        return tell(error, language)
    print(texts(language)("place-written", path=str(path)))
    return DONE


def place_schema_command(language: Language, rules: Path | None) -> int:
    """Print the JSON Schema of the place document."""
    try:
        print(place_schema_text(chosen_pack(rules)), end="")
    except InputError as error:
        return tell(error, language)
    return DONE


def check_place_command(path: Path, language: Language, *, as_json: bool, rules: Path | None) -> int:
    """Say everything that is wrong with a place document (status 2), or everything that it does not say."""
    say = texts(language)
    try:
        pack = chosen_pack(rules)
        place = read_place(path, pack).place
    except InputError as error:
        return tell(error, language, say("place-errors", count=len(error.problems)), as_json=as_json)
    gaps = place_gaps(place, pack)
    if as_json:
        print_json(_findings(place, gaps))
    else:
        print("\n".join(_lines(place, gaps, say)))
    return DONE


def _findings(place: Place, gaps: Sequence[PlaceGap]) -> dict[str, object]:
    told = [
        {
            "pointer": gap.pointer,
            "cs": gap.label.cs,
            "en": gap.label.en,
            "needed_for_cs": gap.needed_for.cs,
            "needed_for_en": gap.needed_for.en,
        }
        for gap in gaps
    ]
    return {"code": place.code, "as_of": place.as_of, "errors": [], "gaps": told}


def _lines(place: Place, gaps: Sequence[PlaceGap], say: Texts) -> Iterator[str]:
    known = municipality(place.code)
    yield say("place-ok", name=known.name if known is not None else place.code, day=say.day(place.as_of))
    if not gaps:
        yield say("place-no-gaps")
    heading = None
    for gap in gaps:
        if gap.needed_for != heading:
            heading = gap.needed_for
            yield "\n" + say("place-gaps", what=heading.text(say.language))
        yield f"  {gap.pointer} – {gap.label.text(say.language)}"
