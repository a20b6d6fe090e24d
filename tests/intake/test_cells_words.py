"""Words of a vocabulary: listed ones exactly, others by a stem, and rather unknown than wrong."""

from __future__ import annotations

import polars as pl
import pytest
from tests.intake.reading import one, say

from dluhy.intake import cells
from dluhy.law.pack import default_pack

WORDS = default_pack().vocabularies
FACTS = {
    "debt_kinds": "debt_kind",
    "enforcement_statuses": "enforcement_status",
    "institution_kinds": "institution_kind",
}

WHOLE_NAME = (
    "Poplatek za provoz systému shromažďování, sběru, přepravy, třídění, využívání a odstraňování komunálních odpadů"
)
EXACT = [
    ("debt_kinds", "výživné", "maintenance"),
    ("debt_kinds", "dlužné výživné", "maintenance"),
    ("debt_kinds", "školka", "school_care"),
    ("debt_kinds", "školní družina", "school_care"),
    ("debt_kinds", "školní stravování", "school_meals"),
    ("debt_kinds", "sociální pojištění", "other_public"),
    ("debt_kinds", "elektřina", "energy"),
    ("debt_kinds", "účet za ošetření", "health_bill"),
    ("debt_kinds", "ošetřovné", "institutional_care"),
    ("title_kinds", "elektronický platební rozkaz", "payment_order"),
    ("title_kinds", "rozsudek pro zmeškání", "default_judgment"),
    ("title_kinds", "rozsudek pro uznání", "recognition_judgment"),
    ("title_kinds", "rozsudek", "judgment"),
    ("title_kinds", "rozhodčí nález", "arbitration_award"),
]
READ = [
    ("debt_kinds", "školné MŠ", "school_care"),
    *(
        ("debt_kinds", text, "local_fee_waste")
        for text in (
            "popl. za KO",
            "MP za KO",
            "komunální odpad – poplatek",
            WHOLE_NAME,
            "poplatek za provoz systému shromažďování",
            "KO 2021",
            "KO2021",
            "Popl.KO",
            "svoz TDO",
            "nedoplatek KO 2015",
            "popl. za TKO r. 2014",
            "poplatek za likvidaci odpadu",
            "místní popl. za komunální odpad",
            "Poplatek za obecní systém odpadového hospodářství 2023",
        )
    ),
    *(
        ("debt_kinds", text, "local_fee_other")
        for text in (
            "poplatek za psa",
            "MP ze psů",
            "místní poplatek – psi",
            "pes 2015",
            "Poplatek za lázeňský nebo rekreační pobyt",
            "rekreační poplatek",
            "poplatek z pobytu 2022",
            "zábor veřejného prostranství",
        )
    ),
    *(
        ("debt_kinds", text, "transport_fare")
        for text in (
            "jízdné MHD",
            "nezaplacené jízdné",
            "jízdenka MHD",
            "přirážka 2015",
            "černá jízda",
        )
    ),
    *(
        ("debt_kinds", text, "health_insurance_premium")
        for text in (
            "zdrav. pojištění – dlužné pojistné",
            "pojistné VZP 2015",
        )
    ),
    *(
        ("debt_kinds", text, "library")
        for text in (
            "knihovna – upomínky",
            "výpůjčka – knihovna",
        )
    ),
    *(
        ("debt_kinds", text, "loan")
        for text in (
            "smlouva o úvěru",
            "půjčka č. 12",
            "úvěr na auto",
        )
    ),
    *(
        ("debt_kinds", text, "rent")
        for text in (
            "nájem bytu 3/2019",
            "nájemní smlouva č. 12",
            "dlužné nájemné",
        )
    ),
    *(
        ("debt_kinds", text, "other_contract")
        for text in (
            "vodné 2018",
            "kupní smlouva",
        )
    ),
    *(
        ("debt_kinds", text, "fine")
        for text in (
            "pokuta za dopravní přestupek",
            "pokuta MP",
            "pokuta v blokovém řízení",
            "pokuta za znečištění veřejného prostranství",
        )
    ),
    *(("debt_kinds", text, "regulatory_fee_health") for text in ("regulační poplatek – pohotovost",)),
    *(
        ("enforcement_statuses", text, "stopped")
        for text in (
            "zastavena z moci úřední",
            "zastaveno usnesením",
        )
    ),
    *(
        ("enforcement_statuses", text, "ended")
        for text in (
            "uhrazeno 12. 3. 2020",
            "ukončena dne 5. 6. 2018",
            "plně uhrazeno",
            "skončeno vymožením",
        )
    ),
    *(
        ("enforcement_statuses", text, "running")
        for text in (
            "exekuce běží",
            "aktivní exekuce",
        )
    ),
    *(("institution_kinds", text, "children_home") for text in ("Dětský domov se školou Kostelec",)),
    *(("institution_kinds", text, "infant_home") for text in ("Dětský domov pro děti do 3 let Karlovy Vary",)),
    *(
        ("institution_kinds", text, "detention")
        for text in (
            "výkon trestu Ostrov",
            "ve vazbě",
        )
    ),
]
UNKNOWN = [
    *(
        ("debt_kinds", text)
        for text in (
            "odpad. vody",
            "odpad.voda",
            "odpad voda",
            "odpad kanalizace",
            "odpadlý závazek",
            "odpadkový koš poškození",
            "poškozená popelnice",
            "kontejner odpad",
            "stavební odpad smlouva",
            "stavební odpad",
            "pronájem popelnice",
            "nájem popelnice",
            "nákup popelnic",
            "čištění odpadů",
            "odpad – prominuto",
            "odpad – odpuštěno",
            "odpad – vymazáno",
            "odpad?",
            "přeplatek odpad",
            "odpad + daň z nemovitosti",
            "odpad a pes",
            "odpad a hřbitov",
            "poplatek za odpad po zemřelé matce",
            "škoda MHD",
            "ztráta průkazky MHD",
            "stavba načerno",
            "přirážka k ceně",
            "půjčka knih",
            "uveřejnění",
            "půjčovna lyží",
            "rekreační pobyt dětí",
            "poplatek za rekreační pobyt dětí",
            "lázeňský pobyt",
            "psí útulek",
            "psí známka",
            "poplatek za psí známku",
            "znečištění veřejného prostranství",
            "nájemní smlouva telefon",
            "pojistné",
            "dlužné pojistné",
            "smlouva",
            "předpis",
            "pojištění auta",
            "VZP – regres úraz",
            "nájem hrobového místa",
            "hřbitovní poplatek",
            "stravné ZŠ",
            "obědy ve školní jídelně",
            "parkovné",
            "poplatek za parkování",
            "pokuta MP – parkování",
            "přestup na jinou školu",
            "pokuta dle smlouvy",
            "pronájem bytu",
            "daň z nemovitosti",
            "správní poplatek",
            "poškození autobusu",
            "ztráta knihy (knihovna)",
            "neoprávněný odběr elektřiny",
            "azylový dům – pobyt",
            "KO – kurátor",
            "k. o. Cheb",
            "odtah vozidla",
        )
    ),
    *(
        ("enforcement_statuses", text)
        for text in (
            "obnovena po zastavení",
            "podán podnět k zastavení",
            "souhlas se zastavením",
            "k zastavení",
            "zastavení",
            "zastavena?",
            "zastavená nemovitost",
            "zastavena ohledně úroků",
            "zastaveno trestní stíhání",
            "uhrazeno 1 200 Kč z 5 000 Kč",
            "uhrazeno 1200",
            "uhrazeno 50 %",
            "vymoženo 500,-",
            "uhrazena jen jistina",
            "připravit k ukončení",
            "ukončeno šetření",
            "ukončen pobyt",
            "nařízeno jednání",
            "nařízena ústavní výchova",
            "aktivní dlužník",
            "běží splátkový kalendář",
            "odložena do 2019",
        )
    ),
    *(
        ("institution_kinds", text)
        for text in (
            "bývalý dětský domov",
            "rodina (dříve dětský domov)",
            "vazba na rodinu",
            "výkon trestu v domácím vězení",
            "výkon trestu odložen",
            "propuštěn z výkonu trestu",
            "výkon trestu zákazu činnosti",
        )
    ),
    *(
        ("enforcement_kinds", text)
        for text in (
            "předat exekutorovi",
            "vráceno exekutorem",
        )
    ),
]
SEVERAL = [
    "pokuta knihovna",
    "pokuta za černou jízdu",
    "stočné – odpad",
    "náklady exekuce – odpad",
    "soudní poplatek za odpad",
    "popl. za odpad a popl. ze psů",
]


def member(vocabulary: str, written: str) -> tuple[object, set[str]]:
    """Return what one word is read as."""
    fact = FACTS.get(vocabulary, "fact")
    return one(cells.member("0", pl.Series("0", [written]), fact, WORDS[vocabulary]), written)


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
        *(("debt_kinds", text) for text in ("poplatek", "místní poplatek", "jízdní kolo", "?")),
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


@pytest.mark.parametrize(("vocabulary", "written", "code"), EXACT)
def test_words_of_the_vocabulary_are_read_as_they_stand(vocabulary: str, written: str, code: str) -> None:
    assert member(vocabulary, written) == (code, set())


@pytest.mark.parametrize(("vocabulary", "written", "code"), READ)
def test_usual_wordings_are_read(vocabulary: str, written: str, code: str) -> None:
    assert member(vocabulary, written) == (code, {"keyword"})


@pytest.mark.parametrize(("vocabulary", "written"), UNKNOWN)
def test_wordings_that_only_look_like_a_member_are_unknown(vocabulary: str, written: str) -> None:
    assert member(vocabulary, written) == (None, {"unknown_word"})


@pytest.mark.parametrize("written", SEVERAL)
def test_debts_of_two_kinds_are_neither(written: str) -> None:
    assert member("debt_kinds", written) == (None, {"several_words"})


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *((text, "local_fee_waste") for text in ("KO", "TKO", "TDO", "odpad", "popelnice", "poplatek za KO")),
        ("internet", "telecom"),
        ("jízda bez jízdenky", "transport_fare"),
        ("přestupek", "fine"),
    ],
)
def test_listed_words_are_read_alone(written: str, code: str) -> None:
    assert member("debt_kinds", written) == (code, set())


def test_a_cell_longer_than_any_wording_is_unknown() -> None:
    """Reading every wording of such a cell would take hours."""
    assert member("debt_kinds", "odpad " * 50) == ("local_fee_waste", {"keyword"})
    for written in ("odpad " * 100_000, "ne " * 300_000, "odpad " * 50 + "x"):
        assert member("debt_kinds", written) == (None, {"unknown_word"})


def test_many_different_wordings_are_read() -> None:
    written = [f"odpad {number} popl. za svoz {number}x" for number in range(20_000)]
    read = cells.member("0", pl.Series("0", written), "debt_kind", WORDS["debt_kinds"])
    kinds = pl.DataFrame({"0": written}).select(read.values["debt_kind"]).to_series()
    assert kinds.unique().to_list() == ["local_fee_waste"]


@pytest.mark.sweep(60)
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
