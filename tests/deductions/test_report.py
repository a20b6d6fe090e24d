"""How a deduction is told: the same keys in both languages, arithmetic that holds on paper, nothing left unsaid."""

from __future__ import annotations

import ast
import json
import re
from fractions import Fraction
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from dluhy.deductions.answering import answer
from dluhy.deductions.document import DeductionDocument
from dluhy.deductions.reading import parse
from dluhy.engine.steps import Flag
from dluhy.law.pack import default_pack
from dluhy.problems import InputError, Language
from dluhy.report.deduction import DeductionReport, deduction_report, result_hash, sealed
from dluhy.report.deduction_amounts import amounts_text, amounts_values
from dluhy.report.deduction_steps import crowns, number, share
from dluhy.report.deduction_text import deduction_text
from dluhy.report.lines import WIDTH
from dluhy.report.texts import texts
from dluhy.report.written import as_json

if TYPE_CHECKING:
    from dluhy.deductions.model import Deduction

PACK = default_pack()
LANGUAGES: tuple[Language, ...] = ("cs", "en")
SOURCES = Path(__file__).resolve().parents[2] / "src" / "dluhy" / "deductions"
LOAN: dict[str, Any] = {"id": "p1", "kind": "loan", "delivered_on": "2025-03-01", "balance": "20000"}
FEE: dict[str, Any] = {"id": "p2", "kind": "tax_or_fee", "delivered_on": "2025-04-01", "balance": "9000"}
ALONE: dict[str, Any] = {"dependants": 0, "spouse": {"married": False}}
WHOLE_KEYS = {
    "ref", "payer", "part", "part_label", "paid_on", "wage_period", "net", "dependants_counted", "amounts", "base",
    "remainder", "third", "unlimited", "thirds", "capacity", "deducted", "left", "fee", "evidence", "evidence_label",
    "allocations", "flags", "steps", "possibilities", "parts",
}  # fmt: skip


def deduction(**parts: Any) -> Deduction:  # noqa: ANN401 - any JSON
    content = json.dumps({"paid_on": "2026-05-12", "net": "26400", **parts})
    document = {key: value for key, value in json.loads(content).items() if value is not None}
    return answer(parse(DeductionDocument, json.dumps(document), PACK), PACK)


def told(found: Deduction, language: Language = "cs") -> DeductionReport:
    return deduction_report(found, language, PACK, None, "r-1")


def text(language: Language = "cs", *, trace: bool = False, **parts: Any) -> str:  # noqa: ANN401 - any JSON
    """Return the text as one line, no-break spaces as spaces."""
    report = told(deduction(**parts), language)
    return plain(deduction_text(report, language, trace=trace))


def plain(lines: str) -> str:
    return re.sub(r"\s+", " ", lines)


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"dependants": 1, "claims": [LOAN]},
         "14 101,50 Kč + 1 × 3 525,375 Kč = 17 626,875 Kč, zaokrouhleno nahoru 17 627 Kč."),
        ({"dependants": 1, "claims": [LOAN]}, "26 400 Kč − 17 627 Kč = 8 773 Kč."),
        ({"dependants": 1, "claims": [LOAN]}, "8 773 Kč : 3 = 2 924 Kč (zbude 1 Kč dlužníkovi)."),
        ({"dependants": 1, "claims": [LOAN]}, "[p1] půjčka nebo úvěr (nepřednostní pohledávky): 2 874 Kč"),
        ({"dependants": 1, "claims": [LOAN]}, "Z toho si plátce na své náklady nechá 50 Kč (paušální náhrada)."),
        ({"dependants": 1, "claims": [LOAN]}, "Na dlužníka z toho připadá 85 %, tedy 14 101,50 Kč"),
        ({"dependants": 1, "claims": [LOAN]}, "z příjmu za duben 2026, výplata 12. 5. 2026 (r-1)"),
        ({"dependants": 1, "claims": [LOAN]}, "Krátce: Z čistého příjmu 26 400 Kč se srazí 2 924 Kč. K výplatě"),
        ({"dependants": 4, "component_rounding": "2dp"}, "14 101,50 Kč + 4 × 3 525,38 Kč = 28 203,02 Kč"),
        ({"paid_on": "2017-01-12", "wage_period": "2016-12", "dependants": 2},
         "6 178 2/3 Kč + 2 × 1 544 2/3 Kč = 9 268 Kč."),
        ({"paid_on": "2023-06-12", "wage_period": "2023-05", "net": "60000", **ALONE},
         "dělí se nejvýš 30 685,50 Kč, 1,5násobek součtu 20 457 Kč; 30 685,50 Kč : 3 = 10 228 Kč"),
        ({"net": "52000", **ALONE}, "37 898 Kč − 31 521 Kč = 6 377 Kč."),
        ({"net": "52000", **ALONE}, "1 × 10 507 Kč + 6 377 Kč = 16 884 Kč."),
        ({"net": "9000", **ALONE}, "9 000 Kč nepřesahuje 14 102 Kč, není z čeho srážet."),
        ({"net": "9000", **ALONE}, "Z čistého příjmu 9 000 Kč se nesráží nic, k výplatě zůstane celý."),
        ({"spouse": {"married": True, "pension": "old_age"}}, "z toho 1 manžel nebo partner"),
        ({"dependants": None}, "Započtené osoby: nikdo; kolik osob dlužník vyživuje, nevíme."),
        ({"claims": []}, "Není pohledávka, pro kterou by se sráželo."),
        ({"debt_relief": True, **ALONE}, "Insolvenční správce: 8 198 Kč."),
        ({"claims": [LOAN | {"balance": "900"}], **ALONE}, "víc pohledávky vzít nemohou"),
        ({"claims": [LOAN | {"balance": "900"}], **ALONE}, "tím je dluh splacen"),
        ({"claims": [{"kind": "maintenance_current", "balance": "3000"}], **ALONE}, "výživné za tento měsíc je tím"),
        ({"claims": [{"kind": "maintenance_current", "balance": "9000"}], **ALONE}, "výživného za tento měsíc chybí"),
        ({"net": None, "incomes": [{"kind": "housing_benefit", "net": "5000"}]}, "Nesmí se postihnout vůbec: 5 000 Kč"),
        ({"income": "business", "claims": [LOAN | {"balance": "90000"}]}, "z částky 26 400 Kč nejvýš 10 560 Kč."),
        ({"income": "business", "claims": [LOAN | {"balance": "90000"}]}, "(z části pro všechny pohledávky)"),
        ({"dependants": None, "spouse": {"married": False}, "claims": [LOAN]},
         "Kdyby byla započtena 1 vyživovaná osoba: srazilo by se 2 924 Kč, zůstalo by 23 476 Kč (o 1 175 Kč víc)."),
        ({"claims": None, **ALONE}, "Pohledávky neznáme; kdo srážku dostane, nelze říci."),
        ({"claims": None, **ALONE}, "Něco zatím nevíme: kdyby mezi pohledávkami byla přednostní, zůstalo by"),
    ],
    ids=str,
)  # fmt: skip
def test_the_text_writes_out_each_step_in_czech(parts: dict[str, Any], sentence: str) -> None:
    assert sentence in text(**parts)


def test_the_english_text_says_the_same() -> None:
    said = text("en", dependants=1, claims=[LOAN])
    assert "CZK 14,101.50 + 1 × CZK 3,525.375 = CZK 17,626.875, rounded up to CZK 17,627." in said
    assert "CZK 8,773 : 3 = CZK 2,924 (CZK 1 is left over and stays with the debtor)." in said
    assert "Kč" not in said


def test_several_payers_have_a_heading_each_their_own_receivers_and_sums() -> None:
    payers = [
        {"id": "sklad", "net": "20000", "base_share": "10000"},
        {"id": "ocko", "net": "12000", "base_share": "4102"},
    ]
    said = text(net=None, payers=payers, claims=[LOAN, FEE], **ALONE)
    assert said.index("Plátce sklad") < said.index("Plátce ocko") < said.index("Dohromady")
    assert "Sráží se celkem: 6 666 Kč + 5 264 Kč = 11 930 Kč." in said
    assert said.count("[p1]") == 3  # at each payer and together


def test_without_the_split_the_text_says_at_once_that_it_is_an_estimate() -> None:
    said = text(net=None, payers=[{"id": "a", "net": "20000"}, {"id": "b", "net": "12000"}], claims=[LOAN], **ALONE)
    assert "jen společně" in said.replace("\n", " ")[:400]
    assert "Je to jen odhad" in said[:600]
    assert "o rozdělení požádejte exekutora nebo soud" in said


def test_parts_of_severance_that_are_alike_are_told_once() -> None:
    incomes = [{"kind": "severance", "net": "60000", "multiples": 3}]
    said = text(net=None, incomes=incomes, claims=[LOAN], **ALONE)
    assert "Odstupné, 3. násobek výdělku ze 3" in said
    assert said.count("není z čeho srážet") + said.count("20 000 Kč − 14 102 Kč = 5 898 Kč") < 3


def test_back_pay_says_by_how_much_it_raised_the_figures() -> None:
    late = [{"wage_period": "2026-01", "net": "5000", "net_before": "26400"}]
    said = text(net="26400", back_pay=late, claims=[LOAN], **ALONE)
    assert "Doplatek za leden 2026" in said
    assert "26 400 Kč + 5 000 Kč − 14 102 Kč = 17 298 Kč, bez této platby 12 298 Kč; přibylo 5 000 Kč." in said
    assert "17 298 Kč : 3 = 5 766 Kč, bez této platby 4 099 Kč; přibylo 1 667 Kč." in said


def test_what_is_not_settled_stands_under_its_heading_and_nowhere_else() -> None:
    head, mark, rest = text(debt_relief=True, **ALONE).partition("K ověření ─")
    assert mark
    assert "paušální náhrada" not in head
    assert "Zda plátci i v oddlužení náleží paušální náhrada" in rest
    assert "Něco je třeba ověřit" in head


def test_provisions_stand_once_in_the_short_text_and_at_each_step_in_the_long_one() -> None:
    short, long = text(claims=[LOAN], **ALONE), text(trace=True, claims=[LOAN], **ALONE)
    assert short.count("• zákon č. 99/1963 Sb.: ") == 1
    assert "Vstupy:" not in short
    assert long.count("§ 279 odst. 1 zákona č. 99/1963 Sb.") >= 3
    assert "Vstupy: zbytek 12 298 Kč; hranice plně zabavitelné části 31 521 Kč." in long
    assert "Část zbytku, která se sráží bez omezení: žádná" in long


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_flag_about_several_claims_is_told_once_for_all(language: Language) -> None:
    said = text(language, claims=[{"id": f"p{number}"} for number in range(3)], **ALONE)
    assert said.count("p0, p1, p2") == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_has_exactly_these_keys_in_both_languages(language: Language) -> None:
    payers = [{"id": "a", "net": "30000", "base_share": "10000"}, {"id": "b", "net": "12000", "base_share": "4102"}]
    found = deduction(net=None, payers=payers, claims=[LOAN, {"id": "p3"}], **ALONE)
    report = json.loads(as_json(sealed(told(found, language), PACK, "0" * 64)))
    assert set(report) == WHOLE_KEYS | {"receipt"}
    assert all(set(part) == WHOLE_KEYS for part in report["parts"])
    part = report["parts"][0]
    keys = {name: set(part[name][0]) for name in ("allocations", "flags", "steps", "possibilities")}
    assert keys == {
        "allocations": {"claim", "order", "kind", "kind_label", "class", "class_label", "priority", "second_third",
                        "unlimited", "first_third", "amount", "rest"},
        "flags": {"code", "text", "evidence", "verify", "claim"},
        "steps": {"code", "label", "value", "inputs", "cites", "evidence", "verify"},
        "possibilities": {"fact", "answer", "text", "base", "capacity", "deducted", "left", "difference"},
    }  # fmt: skip


def test_json_holds_money_as_decimal_strings_and_the_unknown_as_null() -> None:
    report = json.loads(as_json(told(deduction(dependants=1, claims=[LOAN, LOAN | {"id": "x", "balance": None}]))))
    assert (report["net"], report["base"], report["deducted"]) == ("26400.00", "17627.00", "2924.00")
    assert report["wage_period"] == "2026-04"
    base = next(step for step in report["steps"] if step["code"] == "base")
    assert base["inputs"] == {"debtor": "28203/2", "person": "28203/8", "persons": 1, "rounding": "exact"}
    assert report["allocations"][1]["amount"] is None
    assert report["allocations"][1]["rest"] is None
    assert [each["difference"] for each in report["possibilities"] if each["fact"] == "spouse"] == ["1175.00"]


def test_figures_and_codes_do_not_depend_on_the_language() -> None:
    found = deduction(claims=[LOAN, {"id": "p3", "kind": "fine"}])
    czech, english = (json.loads(as_json(told(found, language))) for language in LANGUAGES)

    def bare(node: Any) -> Any:  # noqa: ANN401 - JSON
        if isinstance(node, dict):
            words = {"text", "label", "kind_label", "class_label", "evidence_label", "cites", "part_label"}
            return {key: bare(value) for key, value in node.items() if key not in words}
        return [bare(item) for item in node] if isinstance(node, list) else node

    assert bare(czech) == bare(english)
    assert czech != english


def test_the_receipt_covers_the_whole_json_but_itself() -> None:
    from hashlib import sha256

    report = sealed(told(deduction(claims=[LOAN])), PACK, "ab" * 32)
    values = json.loads(as_json(report))
    receipt = values.pop("receipt")
    compact = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
    assert receipt["result_sha256"] == sha256(compact).hexdigest() == result_hash(report)
    assert (receipt["job"], receipt["as_of"], receipt["rows_judged"]) == ("deduct", "2026-05-12", 1)
    assert receipt["input_sha256"] == "ab" * 32
    other = sealed(told(deduction(claims=[LOAN], net="26400.01")), PACK, "ab" * 32)
    assert other.receipt is not None
    assert other.receipt.result_sha256 != receipt["result_sha256"]


SAMPLES: dict[str, int | str] = {
    "set": "2022d", "year": 2026, "day": "2026-05-01", "shares": 1, "base": 2, "amount": 3, "income": "pension",
    "treatment": "exempt", "orders": 4, "payers": 2, "claim": "p1", "used": 4, "now": 5,
    "pensions": "old_age orphan", "enforcements": "exekuce-1",
}  # fmt: skip


@cache
def codes_in_the_engine() -> frozenset[str]:
    """Return every text given as the code of a flag of deductions, and those the engine makes up of parts."""
    made: set[str] = {"many_orders", "many_orders_pension", "orders_elsewhere"}
    made.add("orders_assumed")  # of a case, where nobody says on whom an order was served
    for name in ("flags", "explained", "answering", "business", "several", "division"):
        for node in ast.walk(ast.parse((SOURCES / f"{name}.py").read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Flag":
                code = next(word.value for word in node.keywords if word.arg == "code")
                made |= {str(part.value) for part in ast.walk(code) if isinstance(part, ast.Constant)} - {"_unknown"}
            if isinstance(node, ast.FunctionDef) and node.name == "_marks":
                made |= {str(key.value) for part in ast.walk(node) if isinstance(part, ast.Dict) for key in part.keys
                         if isinstance(key, ast.Constant)}  # fmt: skip
    return frozenset(made)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(codes_in_the_engine()))
def test_every_flag_of_the_engine_has_a_text(code: str, language: Language) -> None:
    flag = Flag(code=code, values=SAMPLES)
    said = told(evolve(deduction(), flags=(flag,)), language).flags[0].text
    assert len(said) > 20
    assert "{" not in said


def test_no_text_of_a_flag_is_left_without_its_flag() -> None:
    source = (Path(__file__).resolve().parents[2] / "src/dluhy/report/messages/cs.ftl").read_text(encoding="utf-8")
    assert set(re.findall(r"(?m)^deduct-flag-(\w+) =", source)) == codes_in_the_engine()


def test_every_step_of_the_pack_and_its_inputs_have_texts() -> None:
    say = texts("cs")
    seen: dict[str, set[str]] = {}
    many = [{"id": f"p{number}", "kind": "loan"} for number in range(4)]
    rare = [deduction(claims=many, **ALONE, own_pension=pension, net="17000") for pension in ("none", "old_age")]
    for found in [*some_deductions(), *rare]:
        for part in [found, *found.parts]:
            for step in part.steps:
                seen.setdefault(step.code, set()).update(step.inputs)
    assert set(PACK.vocabularies["deduction_steps"]) <= set(seen)
    for name in set().union(*seen.values()):
        assert say(f"deduct-input-{name}")


@cache
def some_deductions() -> tuple[Deduction, ...]:
    """Return the deductions of documents drawn with a fixed seed, every kind of part among them."""
    dice = Random(20_260_512)  # noqa: S311 - a seeded sample
    found: list[Deduction] = []
    while len(found) < 250:
        try:
            found.append(deduction(**drawn(dice)))
        except InputError:
            continue
    return tuple(found)


def drawn(dice: Random) -> dict[str, Any]:
    kinds = ["loan", "tax_or_fee", "maintenance_current", "maintenance_arrears", "fine", "court_costs", None]
    if dice.random() < 0.03:
        kinds = ["insolvency"]
    claims = [
        {"id": f"p{number}", "kind": dice.choice(kinds), "balance": dice.choice([None, "0", "700.40", "8000", "90000"]),
         "delivered_on": dice.choice([None, "2019-02-03", "2025-05-05", "2026-03-30", "2026-04-15", "2026-05-02"]),
         "entitled": dice.choice([None, "a", "b"]), "order": dice.choice([None, "o1"])}
        for number in range(dice.randint(0, 5))
    ]  # fmt: skip
    day, month = dice.choice([("2026-05-12", "2026-04"), ("2026-01-12", "2025-12"), ("2022-11-10", "2022-10"),
                              ("2017-01-10", "2016-12"), ("2019-05-10", "2019-04")])  # fmt: skip
    net = f"{dice.randint(0, 70_000)}.{dice.choice(['00', '50', '33'])}"
    base = {
        "paid_on": day, "wage_period": month, "claims": dice.choice([None, claims, claims, claims]),
        "dependants": dice.choice([None, 0, 1, 2, 5]),
        "spouse": dice.choice([None, {"married": False}, {"married": True, "pension": "old_age"}]),
        "own_pension": dice.choice([None, "none", "early_old_age", "old_age"]),
        "debt_relief": dice.random() < 0.08, "component_rounding": dice.choice(["exact", "2dp"]),
    }  # fmt: skip
    source: dict[str, Any] = dice.choice([
        {"net": net}, {"net": net}, {"net": net, "base_share": "5000"}, {"net": net, "income": "pension"},
        {"net": net, "income": "business"}, {"net": net, "income": "other"}, {"net": net, "income": "housing_benefit"},
        {"net": None, "incomes": [{"net": net}, {"kind": "severance", "net": net, "multiples": 3}]},
        {"net": None, "payers": [{"net": net, "base_share": "99"}, {"net": "9000", "base_share": "7"}]},
        {"net": None, "payers": [{"id": "a", "net": net}, {"id": "b", "net": "9000", "income": "pension"}]},
        {"net": net, "back_pay": [{"wage_period": month, "net": "3000", "net_before": net}]},
    ])  # fmt: skip
    return base | source


@pytest.mark.sweep(1)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_too_long_and_no_value_is_left_out(language: Language) -> None:
    for found in some_deductions():
        said = deduction_text(told(found, language), language, trace=True)
        assert max(map(len, said.splitlines())) <= WIDTH
        assert "None" not in said
        assert "{" not in said
        assert "CZK" not in said if language == "cs" else "Kč" not in said


AMOUNT = r"\d[\d ]*(?:,\d+)?(?: \d+/\d+)?(?= Kč)|\d+(?= ×)|(?<=: )3(?= =)"


def value(figure: str) -> Fraction:
    whole, _, rest = figure.partition("/")
    if rest:
        first, _, numerator = whole.rpartition(" ")
        return Fraction(first.replace(" ", "") or 0) + Fraction(int(numerator), int(rest))
    return Fraction(figure.replace(" ", "").replace(",", "."))


def test_every_sum_difference_and_product_in_the_text_holds() -> None:
    pattern = re.compile(rf"((?:(?:{AMOUNT})(?: Kč)? [+−×] )+(?:{AMOUNT}) Kč) = ({AMOUNT})")
    checked = 0
    for found in some_deductions():
        said = re.sub(r"(?:životní minimum|bydlení|energie) (?=\d)", "", plain(deduction_text(told(found), "cs")))
        for sides in pattern.finditer(said):
            figures, signs = re.split(r" Kč [+−] ", sides[1].removesuffix(" Kč")), re.findall(r"[+−]", sides[1])
            terms = [product(figure) for figure in figures]
            total = terms[0] + sum(term if sign == "+" else -term for sign, term in zip(signs, terms[1:], strict=True))
            assert total == value(sides[2]), sides[0]
            checked += 1
    assert checked > 500


def product(figure: str) -> Fraction:
    times, mark, amount = figure.partition(" × ")
    return value(times) * value(amount) if mark else value(figure)


def test_every_division_by_three_says_what_is_left_over() -> None:
    division = re.compile(rf"({AMOUNT}) Kč : 3 = ({AMOUNT}) Kč(?: \(zbude ({AMOUNT}) Kč)?")
    checked = 0
    for found in some_deductions():
        for sides in division.finditer(plain(deduction_text(told(found), "cs"))):
            assert value(sides[1]) == 3 * value(sides[2]) + (value(sides[3]) if sides[3] else 0)
            checked += 1
    assert checked > 100


@pytest.mark.parametrize(
    ("amount", "czech", "english"),
    [
        ("17627.00", "17 627 Kč", "CZK 17,627"), ("0.00", "0 Kč", "CZK 0"), ("1234.50", "1 234,50 Kč", "CZK 1,234.50"),
        ("0.05", "0,05 Kč", "CZK 0.05"), (Fraction(28203, 8), "3 525,375 Kč", "CZK 3,525.375"),
        (Fraction(18536, 3), "6 178 2/3 Kč", "CZK 6,178 2/3"), (Fraction(2, 3), "2/3 Kč", "CZK 2/3"),
        ("-5.00", "5 Kč", "CZK 5"),
    ],
)  # fmt: skip
def test_sums_are_exact_and_set_as_people_write_them(amount: str | Fraction, czech: str, english: str) -> None:
    assert plain(crowns(amount, texts("cs"))) == czech
    assert plain(crowns(amount, texts("en"))) == english


def test_shares_and_multiples_are_said_as_in_the_law() -> None:
    say = texts("cs")
    assert [plain(share(Fraction(each), say)) for each in ("2/3", "3/4", "85/100", "1/4", "1/7")] == [
        "2/3", "3/4", "85 %", "1/4", "1/7"
    ]  # fmt: skip
    assert [number(Fraction(each), say) for each in ("1", "2", "3/2", "19/10")] == ["1", "2", "1,5", "1,9"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_amounts_of_every_set_are_told(language: Language) -> None:
    from dluhy.deductions.amounts import wage_sets

    said, values = amounts_text(PACK, language, None), amounts_values(PACK, language, None)
    assert [each["key"] for each in values] == [each.key for each in wage_sets(PACK).sets]
    assert all(f"\n{each['key']}: " in said for each in values)
    newest = values[-1]
    assert (newest["sum"], newest["debtor"], newest["person"]) == ("16590.00", "28203/2", "28203/8")
    assert (newest["threshold"], newest["largest_third"]) == ("31521.00", "10507.00")
    assert all(each["cites"] and each["evidence_label"] for each in values)
    assert max(map(len, said.splitlines())) <= WIDTH
