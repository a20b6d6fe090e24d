"""The directory of services: nothing is invented, what is not known stays unknown, a gap is told as one."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.case.small_schema import accepts
from tests.conftest import AS_OF, ROOT

from dluhy.cli import main
from dluhy.law.citations import act_of
from dluhy.law.models import Citation
from dluhy.law.pack import default_pack
from dluhy.municipal.directory.checks import warnings
from dluhy.municipal.directory.entries import Territory, covers, directory_schema_text, kinds_served, parse_directory
from dluhy.municipal.directory.files import header_names, read_directory
from dluhy.municipal.directory.services import find, gaps, services_for
from dluhy.places import frame, municipality
from dluhy.problems import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.municipal.directory.entries import Directory
    from dluhy.municipal.directory.services import Gap

PACK = default_pack()
EXAMPLE = ROOT / "fixtures" / "adresar_ukazka.toml"
PUBLISHED = ROOT / "docs" / "adresar.schema.json"
VARY = "554961"
HEAD = 'as_of = "2026-11-21"\n'


def directory(*entries: str) -> Directory:
    return parse_directory(HEAD + "".join(f"[[entries]]\n{entry}\n" for entry in entries), PACK)


def entry(name: str = "A", kind: str = "debt_advice", territory: str = 'regions = ["CZ041"]', more: str = "") -> str:
    return f'name = "{name}"\nkinds = ["{kind}"]\nterritory = {{ {territory} }}\n{more}'


def refused(text: str) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as told:
        parse_directory(text, PACK)
    assert all(problem.cs and problem.en for problem in told.value.problems)
    return [(problem.code, problem.place) for problem in told.value.problems]


def warned(tmp_path: Path, *entries: str) -> list[str]:
    path = tmp_path / "a.toml"
    path.write_text(HEAD + "".join(f"[[entries]]\n{each}\n" for each in entries), encoding="utf-8")
    return [problem.code for problem in warnings(read_directory(path, AS_OF, PACK), AS_OF, PACK)]


def test_everything_wrong_is_told_at_once() -> None:
    text = '[[entries]]\nkinds = ["nonsense"]\n[[entries]]\nname = "B"\nkinds = []\ncapacity = -1\nphone = "1"\n'
    assert set(refused(text)) == {
        ("missing", "/as_of"), ("missing", "/entries/0/name"), ("not_in_list", "/entries/0/kinds/0"),
        ("too_short", "/entries/1/kinds"), ("greater_than_equal", "/entries/1/capacity"),
        ("unknown_key", "/entries/1/phone"),
    }  # fmt: skip


SOUND = 'checked_on = "2026-11-01"\ncontact = { email = "a@example.org" }\n'


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (entry(more=SOUND), []),
        (entry(more='contact = { email = "a@example.org" }\n'), ["never_checked"]),
        (entry(more=SOUND.replace("2026-11-01", "2025-11-21")), []),
        (entry(more=SOUND.replace("2026-11-01", "2025-11-20")), ["not_checked"]),
        (entry(more=SOUND.replace("2026-11-01", "2026-11-22")), ["checked_later"]),
        (entry(more=SOUND + 'valid_to = "2026-11-20"\n'), ["ended"]),
        (entry(more=SOUND + 'valid_to = "2026-11-21"\n'), []),
        (entry(more=SOUND + 'valid_from = "2027-02-01"\nvalid_to = "2027-01-01"\n'), ["backwards"]),
        (entry(territory='regions = ["CZ999"]', more=SOUND), ["unknown_place"]),
        (entry(territory='municipalities = ["123456"], authorities = ["4102"]', more=SOUND), ["unknown_place"]),
        (entry(territory='authorities = ["554782"]', more=SOUND), []),
        (entry(territory="whole_country = false", more=SOUND), ["no_territory"]),
        (entry(territory="whole_country = true", more=SOUND + 'seat = "123456"\n'), ["unknown_place"]),
        (entry(more='checked_on = "2026-11-01"\n'), ["no_contact"]),
        (entry(more='checked_on = "2026-11-01"\ncontact = { hours = "po" }\n'), ["no_contact"]),
        (entry(more=SOUND.replace("a@example.org", "a(at)example.org")), ["email_form"]),
        (entry(more=SOUND.replace("a@example.org", "a@example")), ["email_form"]),
    ],
)  # fmt: skip
def test_what_should_be_mended_is_warned_of_and_nothing_else(text: str, codes: list[str], tmp_path: Path) -> None:
    assert warned(tmp_path, text) == codes


@pytest.mark.parametrize(
    ("phone", "sound"),
    [("+420 000 000 001", True), ("000000001", True), ("00420000000001", True), ("353 000 00", False),
     ("353 000 001, 353 000 002", False), ("ústředna", False)],
)  # fmt: skip
def test_a_phone_has_nine_digits_with_a_prefix_if_need_be(phone: str, *, sound: bool, tmp_path: Path) -> None:
    more = f'checked_on = "2026-11-01"\ncontact = {{ phone = "{phone}" }}\n'
    assert warned(tmp_path, entry(more=more)) == ([] if sound else ["phone_form"])


def test_one_entry_twice_is_a_duplicate_and_two_places_of_one_service_are_not(tmp_path: Path) -> None:
    assert warned(tmp_path, entry(more=SOUND), entry("a", more=SOUND)) == ["duplicate"]
    assert warned(tmp_path, entry(more=SOUND), entry(territory='regions = ["CZ032"]', more=SOUND)) == []
    same = [entry(name, more=f'id = "x"\n{SOUND}') for name in ("A", "B")]
    assert warned(tmp_path, *same) == ["duplicate"]


@pytest.mark.parametrize(
    ("territory", "level"),
    [
        (Territory(municipalities=[VARY]), "municipality"),
        (Territory(authorities=["4103"]), "authority"),
        (Territory(districts=["CZ0412"]), "district"),
        (Territory(regions=["CZ041"]), "region"),
        (Territory(whole_country=True), "country"),
        (Territory(whole_country=True, municipalities=[VARY]), "municipality"),
        (Territory(regions=["CZ032"]), None),
        (Territory(), None),
        (None, None),
    ],
)
def test_a_territory_covers_a_municipality_by_its_narrowest_part(
    territory: Territory | None, level: str | None
) -> None:
    assert covers(territory, VARY) == level


def test_nearer_services_with_room_come_first_and_ended_ones_never() -> None:
    found = find(
        directory(
            entry("plno", territory=f'municipalities = ["{VARY}"]', more="capacity = 0\n"),
            entry("neví se", territory='regions = ["CZ041"]'),
            entry("daleko", territory="whole_country = true", more="capacity = 1\n"),
            entry("blízko", territory='authorities = ["4103"]', more="capacity = 1\n"),
            entry("skončila", more='valid_to = "2026-11-20"\n'),
            entry("nezačala", more='valid_from = "2026-11-22"\n'),
            entry("jinde", territory='regions = ["CZ032"]'),
        ),
        VARY, PACK, AS_OF,
    )  # fmt: skip
    assert [offer.entry.name for offer in found] == ["blízko", "daleko", "neví se", "plno"]


def test_an_accredited_debt_advice_advises_too_and_not_the_other_way() -> None:
    both = directory(entry("akreditovaná", "debt_advice_accredited"), entry("poradna"))
    names = {kind: {offer.entry.name for offer in find(both, VARY, PACK, AS_OF, kinds=[kind])}
             for kind in ("debt_advice", "debt_advice_accredited")}  # fmt: skip
    assert names == {"debt_advice": {"akreditovaná", "poradna"}, "debt_advice_accredited": {"akreditovaná"}}


def test_a_place_or_kind_that_is_none_is_refused_with_everything_at_once() -> None:
    with pytest.raises(InputError) as told:
        find(directory(), "123456", PACK, AS_OF, kinds=["nonsense"])
    assert [problem.code for problem in told.value.problems] == ["unknown_municipality", "unknown_kind"]


def gap_of(found: tuple[Gap, ...], authority: str, kind: str = "debt_advice") -> Gap:
    return next(gap for gap in found if (gap.authority, gap.kind) == (authority, kind))


@pytest.mark.parametrize(
    ("entries", "standing"),
    [
        ((), "none"),
        ((entry(territory=f'municipalities = ["{VARY}"]', more="capacity = 3\n"),), "partly"),
        ((entry(more="capacity = 0\n"),), "full"),
        ((entry(),), "unknown_capacity"),
        ((entry(more="capacity = 1\n"),), "covered"),
        ((entry(more="capacity = 0\n"), entry("B", territory=f'municipalities = ["{VARY}"]', more="capacity = 3\n")),
         "full"),
        ((entry(more="capacity = 0\n"), entry("B")), "unknown_capacity"),
        ((entry(kind="debt_advice_accredited", more="capacity = 1\n"),), "covered"),
        ((entry(kind="shelter", more="capacity = 1\n"),), "none"),
        ((entry(more='capacity = 1\nvalid_to = "2026-11-20"\n'),), "none"),
    ],
)  # fmt: skip
def test_a_gap_is_none_partly_full_or_of_unknown_capacity(entries: tuple[str, ...], standing: str) -> None:
    found = gaps(directory(*entries), PACK, AS_OF, region="CZ041")
    assert gap_of(found, "4103").standing == standing


def test_gaps_come_for_every_authority_and_watched_kind_once() -> None:
    found = gaps(directory(), PACK, AS_OF)
    watched = [code for code, term in PACK.vocabularies["service_kinds"].items() if term.more.get("gaps")]
    authorities = frame().with_columns(own=pl.coalesce("authority", "code"))["own"].n_unique()
    assert len({(gap.authority, gap.kind) for gap in found}) == len(found) == authorities * len(watched)
    assert sum(gap.municipalities for gap in found) == frame().height * len(watched)
    with pytest.raises(InputError):
        gaps(directory(), PACK, AS_OF, region="CZ999")


TERRITORIES = st.builds(
    lambda codes, regions, country: {"municipalities": codes, "regions": regions, "whole_country": country},
    st.lists(st.sampled_from(["554961", "554481", "560286", "555398"]), max_size=3),
    st.lists(st.sampled_from(["CZ041", "CZ032"]), max_size=1),
    st.booleans(),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(TERRITORIES, st.sampled_from([None, 0, 2])), max_size=4))
def test_gaps_over_many_agree_with_what_is_found_one_by_one(made: list[tuple[dict[str, object], int | None]]) -> None:
    entries = [
        {"name": f"S{number}", "kinds": ["shelter"], "territory": territory}
        | ({} if room is None else {"capacity": room})
        for number, (territory, room) in enumerate(made)
    ]
    whole = parse_directory(json.dumps({"as_of": "2026-11-21", "entries": entries}), PACK)
    counted = {"none": 0, "full": 0, "unknown": 0, "free": 0}
    for code in frame().filter(pl.col("authority") == "4103")["code"]:
        offers = find(whole, code, PACK, AS_OF, kinds=["shelter"])
        counted[offers[0].standing if offers else "none"] += 1
    gap = gap_of(gaps(whole, PACK, AS_OF, region="CZ041"), "4103", "shelter")
    assert (gap.none, gap.full, gap.unknown) == (counted["none"], counted["full"], counted["unknown"])


def test_every_match_names_first_services_and_known_findings() -> None:
    assert len(PACK.service_matches) >= 8
    for match in PACK.service_matches.values():
        assert match.first
        assert not set(match.first) & set(match.second)
        assert match.interventions


def test_a_problem_is_found_by_its_name_an_intervention_or_a_rule() -> None:
    there = directory(entry(more="capacity = 1\n"))
    for name in ("child_enforced", "M-18", "notify_ospod"):
        (advice,) = [a for a in services_for([name], VARY, there, PACK, AS_OF) if a.match.id == "child_enforced"]
        assert [kind.kind for kind in advice.first] == ["ospod", "debt_advice"]
        assert [len(kind.offers) for kind in advice.first] == [0, 1]
    assert len(services_for(["child_enforced", "M-18"], VARY, there, PACK, AS_OF)) == 1
    with pytest.raises(InputError) as told:
        services_for(["nonsense", "M-99"], VARY, there, PACK, AS_OF)
    assert [problem.place for problem in told.value.problems] == ["nonsense", "M-99"]


def test_people_in_housing_need_are_sent_for_advice_before_the_labour_office() -> None:
    """Who has not had advice within a year cannot apply (§ 13 odst. 1 písm. a) zák. 175/2025 Sb.)."""
    for match in PACK.service_matches.values():
        order = [*match.first, *match.second]
        if "housing_contact_point" in order:
            assert order.index("housing_contact_point") < order.index("labour_office")


def test_every_kind_of_service_cites_known_acts_and_covers_known_kinds() -> None:
    terms = PACK.vocabularies["service_kinds"]
    for term in terms.values():
        assert set(term.more.get("covers", ())) <= set(terms)
        for cite in term.more.get("cites", ()):
            assert act_of(Citation(at=cite), PACK.acts) is not None, cite
        assert term.more.get("cites") or term.more["group"] == "actor"


TABLE = (
    "Název;Druh služby;Obce;ORP;Kraje;Kapacita;Telefon;E-mail;Ověřeno;Registrovaná služba\n"
    "Smyšlená poradna;dluhová poradna, terénní program;;4103|4102;CZ041;12;000 000 001;a@example.org;1. 10. 2026;ano\n"
    "Smyšlený klub;youth_centre;554481;;;;;klub@example.org;2026-11-01;ne\n"
)


def test_a_table_is_read_as_the_document_would_be(tmp_path: Path) -> None:
    path = tmp_path / "adresar.csv"
    path.write_text(TABLE, encoding="cp1250")
    listed = read_directory(path, AS_OF, PACK)
    first, second = listed.directory.entries or []
    assert kinds_served(first, PACK) == {"debt_advice", "field_programme"}
    assert first.territory == Territory(authorities=["4103", "4102"], regions=["CZ041"])
    assert (first.capacity, first.registered, first.checked_on) == (12, True, date(2026, 10, 1))
    assert (second.capacity, second.registered, second.kinds) == (None, False, ["youth_centre"])
    assert listed.places == ("řádek 2", "řádek 3")
    assert warnings(listed, AS_OF, PACK) == []


def test_a_workbook_says_the_same_as_the_csv(tmp_path: Path) -> None:
    csv, xlsx = tmp_path / "a.csv", tmp_path / "a.xlsx"
    csv.write_text(TABLE, encoding="utf-8")
    lines = [line.split(";") for line in TABLE.splitlines()]
    pl.DataFrame(lines[1:], schema=lines[0], orient="row").write_excel(xlsx)
    assert read_directory(csv, AS_OF, PACK).directory == read_directory(xlsx, AS_OF, PACK).directory


def test_what_is_wrong_in_a_table_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "Název;Druh služby;Kapacita;Ověřeno\n;nesmysl;mnoho;včera\nB;shelter;1;1. 1. 2026\n", encoding="utf-8"
    )
    with pytest.raises(InputError) as told:
        read_directory(path, AS_OF, PACK)
    assert {(problem.code, problem.place) for problem in told.value.problems} == {
        ("missing", "řádek 2, název"), ("not_in_list", "řádek 2, druh"), ("int_type", "řádek 2, kapacita"),
        ("date_form", "řádek 2, ověřeno"),
    }  # fmt: skip


def test_two_columns_of_one_meaning_are_a_question(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Název;Služba;Druh\nA;B;shelter\n", encoding="utf-8")
    with pytest.raises(InputError) as told:
        read_directory(path, AS_OF, PACK)
    assert [problem.code for problem in told.value.problems] == ["column_twice"]


def test_every_header_belongs_to_a_value_of_the_document() -> None:
    schema = json.loads(directory_schema_text(PACK))
    known = {key for part in ("Entry", "Territory", "Contact") for key in schema["$defs"][part]["properties"]}
    assert set(header_names()) == known - {"territory", "contact"}


def test_the_published_schema_and_page_are_those_of_the_program() -> None:
    """Renewed by `dluhy directory schema > docs/adresar.schema.json`."""
    assert PUBLISHED.read_text(encoding="utf-8") == directory_schema_text(PACK)
    assert accepts(json.loads(directory_schema_text(PACK)), {"as_of": "2026-11-21", "entries": []})
    page = (ROOT / "docs" / "adresar.md").read_text(encoding="utf-8")
    schema = json.loads(directory_schema_text(PACK))
    assert [key for key in schema["$defs"]["Entry"]["properties"] if f"`{key}`" not in page] == []


def test_the_shipped_example_is_fictitious_and_sound_but_for_one_old_entry() -> None:
    listed = read_directory(EXAMPLE, AS_OF, PACK)
    text = EXAMPLE.read_text(encoding="utf-8")
    assert [problem.code for problem in warnings(listed, AS_OF, PACK)] == ["not_checked"]
    for each in listed.directory.entries or []:
        assert "vymyšleno" in each.name
        assert each.contact is not None
        assert each.contact.email is None or each.contact.email.endswith("@example.org")
        assert each.contact.phone is None or "000 000 00" in each.contact.phone
    assert "example.org" in text
    assert municipality(VARY) is not None


def test_the_commands_check_find_and_tell_gaps(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    day = ("--as-of", "2026-11-21")
    assert run("directory", "check", str(EXAMPLE), *day) == 1
    assert "not_checked" in capsys.readouterr().out
    assert run("directory", "find", str(EXAMPLE), "--municipality", VARY, "--problem", "M-14", *day) == 0
    assert "Nejdřív" in capsys.readouterr().out
    assert run("directory", "find", str(EXAMPLE), "--municipality", VARY, "--kind", "shelter", "--json", *day) == 0
    assert json.loads(capsys.readouterr().out)["offers"][0]["standing"] == "full"
    assert run("directory", "gaps", str(EXAMPLE), "--region", "CZ041", *day) == 0
    assert "jen bez volné kapacity" in capsys.readouterr().out
    assert run("directory", "gaps", str(EXAMPLE), "--region", "CZ999", *day) == 2
    empty = tmp_path / "a.toml"
    empty.write_text("nonsense = 1\n", encoding="utf-8")
    assert run("directory", "check", str(empty), *day) == 2
    assert run("directory", "check", str(tmp_path / "b.toml"), *day) == 2


@pytest.mark.parametrize("language", ["cs", "en"])
def test_everything_told_has_words_in_both_languages(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    day = ("--as-of", "2026-11-21", "--lang", language)
    for words in (("check",), ("gaps",), ("find", "--municipality", VARY)):
        assert run("directory", words[0], str(EXAMPLE), *words[1:], *day) in {0, 1}
    out = capsys.readouterr().out
    assert out
    assert all(len(line) <= 100 for line in out.splitlines())


def run(*words: str) -> int | str | None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    return ended.value.code
