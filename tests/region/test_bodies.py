"""Who a creditor is by its name: a body's name is written, a person's never."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dluhy.law.pack import default_pack
from dluhy.region.bodies import UNRECOGNISED, body_of

CHEB, KARLOVY_VARY = "554481", "554961"
FIRST = ("Jan", "Marie", "Petr", "Anna", "Thi Ha", "Škola", "JIŘÍ")
LAST = ("Novák", "Krajčík", "Kraj", "Školák", "Banka", "Obec", "Nguyen", "Spolek", "VESELÝ", "Dvořáková", "Soudný")
TITLES = ("", "Mgr. ", "JUDr. ", "MUDr. ")
AFTER = ("", " A. S.", " K. S.", ", narozen 1990", " (obec)", ", soudní exekutor", " 850101/1234", " P O")


@pytest.mark.parametrize(
    ("name", "kind", "written"),
    [
        ("Město Cheb", "municipality", True),
        ("OBEC KRAJKOVÁ", "municipality", True),
        ("Cheb", "municipality", True),
        ("Statutární město Karlovy Vary", "municipality", True),
        ("Magistrát města Karlových Varů", "municipality", False),
        ("Obec Novák Jan", "municipality", False),
        ("Městská knihovna Loket", "library", True),
        ("Obecní knihovna v Karlových Varech", "library", False),
        ("Nemocnice", "health_provider", True),
        ("Krajská knihovna Karlovy Vary", "library", True),
        ("Lékárna Jan Novák", "health_provider", False),
        ("Lékárna Jan Novák, s.r.o.", "health_provider", True),
        ("Nemocnice MUDr. Jana Nováková", "health_provider", False),
        ("Knihovna Jan", "library", False),
        ("Petr Nemocnice", "health_provider", False),
        ("Jan Dopravní podnik", "carrier", False),
        ("České dráhy, a.s.", "carrier", True),
        ("Základní škola Aš", "school", True),
        ("Všeobecná zdravotní pojišťovna České republiky", "health_insurer", True),
        ("Dopravní podnik Karlovy Vary, a.s.", "carrier", True),
        ("ČEZ Prodej, a.s.", "supplier", True),
        ("Karlovarský kraj", "state", True),
        ("Inkaso Nikde, s.r.o.", "collector", True),
        ("Něco smyšleného, spol. s r.o.", "other_body", True),
        ("novák a. s.", "other_body", True),
        ("Jan Novák", UNRECOGNISED, False),
        ("Mgr. Jan Novák, soudní exekutor", UNRECOGNISED, False),
        ("Město Cheb 850101/1234", UNRECOGNISED, False),
        ("...", UNRECOGNISED, False),
        (None, "unknown", False),
    ],
)
def test_a_creditor_is_known_by_its_name(name: str | None, kind: str, written: bool) -> None:  # noqa: FBT001
    body = body_of(name, None, CHEB, default_pack())
    assert (body.kind, body.name is not None) == (kind, written)


def test_what_stands_in_brackets_after_a_name_is_not_written() -> None:
    body = body_of("Město Cheb (dlužník Jan Novák)", None, CHEB, default_pack())
    assert body.name == "Město Cheb"


def test_a_municipality_is_known_by_its_code_however_it_is_written() -> None:
    codes = {body_of(name, None, KARLOVY_VARY, default_pack()).code for name in ("Město Cheb", "MĚSTO CHEB", "Cheb")}
    assert codes == {CHEB}
    with_number = body_of("Město Cheb", "00253979", CHEB, default_pack())
    assert with_number.code == CHEB


def test_of_several_places_of_one_name_that_of_the_list_or_of_its_region_is_meant() -> None:
    pack = default_pack()
    own = body_of("Obec Březová", None, "560294", pack)
    assert own.place == "560294"
    open_ = body_of("Obec Březina", None, KARLOVY_VARY, pack)
    assert open_.place is None
    assert open_.code == "obec brezina"


@given(
    title=st.sampled_from(TITLES), first=st.sampled_from(FIRST), last=st.sampled_from(LAST),
    after=st.sampled_from(AFTER), turned=st.booleans(), number=st.sampled_from((None, "12345678")),
)  # fmt: skip
def test_a_persons_name_is_never_written(  # noqa: PLR0913, PLR0917 - the parts of a name
    title: str, first: str, last: str, after: str, turned: bool, number: str | None  # noqa: FBT001
) -> None:  # fmt: skip
    name = f"{title}{last} {first}{after}" if turned else f"{title}{first} {last}{after}"
    if number is not None and after.strip() in {"A. S.", "K. S.", "P O"}:
        return  # with a company number these words are a legal form
    assert body_of(name, number, CHEB, default_pack()).name is None
