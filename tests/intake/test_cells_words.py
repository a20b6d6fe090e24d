"""Words of a vocabulary: listed ones exactly, others by a stem, and rather unknown than wrong."""

from __future__ import annotations

import polars as pl
import pytest
from tests.intake.reading import one, say

from dluhy.intake import cells
from dluhy.law.pack import default_pack

WORDS = default_pack().vocabularies


def member(vocabulary: str, written: str) -> tuple[object, set[str]]:
    """Return what one word is read as."""
    return one(cells.member("0", pl.Series("0", [written]), "fact", WORDS[vocabulary]), written)


def test_listed_words_without_regard_to_diacritics_and_case() -> None:
    written = ["Komunální odpad", "POPLATEK ZE PSŮ", "popelnice", "local_fee_waste", "Bůhvíco", None, "-"]
    read = cells.member("0", pl.Series("0", written), "debt_kind", WORDS["debt_kinds"])
    assert say(read, written) == [
        (("local_fee_waste",), set()), (("local_fee_other",), set()), (("local_fee_waste",), set()),
        (("local_fee_waste",), set()), ((None,), {"unknown_word"}), ((None,), set()), ((None,), set()),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("vocabulary", "written", "code"),
    [
        *(("debt_kinds", text, "local_fee_waste") for text in ("odpad 2012", "nedoplatek za svoz odpadu", "TKO 2014")),
        *(("debt_kinds", text, "local_fee_other") for text in ("poplatek ze psů 2012", "MP za psa")),
        *(
            ("debt_kinds", text, "transport_fare")
            for text in ("jízda bez platné jízdenky", "MHD Praha", "dlužné jízdné")
        ),
        *(("debt_kinds", text, "other_contract") for text in ("odpadní vody", "vodné a stočné", "smluvní pokuta")),
        ("debt_kinds", "úvěrová smlouva č. 5", "loan"),
        ("debt_kinds", "pokuta za přestupek", "fine"),
        ("debt_kinds", "náhradu škody", "tort"),
        ("debt_kinds", "pojistné na veřejné zdravotní pojištění", "health_insurance_premium"),
        ("enforcement_kinds", "exekutor JUDr. Novák", "court_executor"),
        ("enforcement_statuses", "zastavena dle § 55", "stopped"),
        ("enforcement_statuses", "zastavena na návrh oprávněného", "stopped"),
        ("enforcement_statuses", "ukončena zastavením", "stopped"),
        ("enforcement_statuses", "vymáhání ukončeno", "ended"),
        ("enforcement_statuses", "probíhá dražba", "running"),
        ("title_kinds", "platební výměr č. 12/2013", "payment_assessment"),
        ("institution_kinds", "Dětský domov Kašperské Hory", "children_home"),
    ],
)
def test_a_stem_of_one_member_is_enough(vocabulary: str, written: str, code: str) -> None:
    assert member(vocabulary, written) == (code, {"keyword"})


@pytest.mark.parametrize(
    "written", ["pokuta za jízdu", "pokuta za odpad", "MHD a odpad", "náklady přestupkového řízení"]
)
def test_stems_of_several_members_are_not_chosen_among(written: str) -> None:
    assert member("debt_kinds", written) == (None, {"several_words"})


@pytest.mark.parametrize(
    ("vocabulary", "written"),
    [
        *(("debt_kinds", text) for text in ("poplatek", "místní poplatek", "sociální pojištění", "jízdní kolo", "?")),
        *(
            ("debt_kinds", text)
            for text in ("sociální a zdravotní pojištění", "poplatek za psaní", "pěstoun", "kromě odpadu")
        ),
        *(("enforcement_kinds", text) for text in ("exekuce", "bez exekutora", "nepředáno exekutorovi")),
        *(
            ("enforcement_statuses", text)
            for text in ("částečně zastavena", "není zastavena", "dosud neukončena", "neběží")
        ),
        *(
            ("enforcement_statuses", text)
            for text in ("návrh na zastavení", "žádost o odklad exekuce", "má být zastavena")
        ),
        *(("enforcement_statuses", text) for text in ("zástavní právo", "vymožena část", "nepravomocně zastavena")),
    ],
)
def test_what_may_mean_something_else_is_unknown(vocabulary: str, written: str) -> None:
    assert member(vocabulary, written) == (None, {"unknown_word"})


@pytest.mark.parametrize("vocabulary", WORDS)
def test_every_listed_word_is_read_by_the_list_and_none_of_another_member_s_stems(vocabulary: str) -> None:
    for code, term in WORDS[vocabulary].items():
        for written in (code, *term.words):
            assert member(vocabulary, written)[1] == set()


def test_an_unknown_word_is_answered_with_known_ones() -> None:
    read = cells.member("0", pl.Series("0", ["?"]), "fee_type", WORDS["fee_types"])
    czech, english = read.filling["known"]
    assert "dosavadní poplatek" in czech
    assert "system" in english
