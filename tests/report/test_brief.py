"""The words of a brief: numbers as they are, provisions that exist, unknown said as unknown, in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
import pytest
from tests.conftest import AS_OF
from tests.municipal.brief_support import CODE, bare_brief, made, whole_brief
from tests.region.building import CHEB, people

from dluhy.law.citations import readable
from dluhy.law.models import Citation
from dluhy.law.pack import default_pack
from dluhy.municipal.brief.making import brief_of
from dluhy.region.briefing import numbers_of
from dluhy.report.brief import BriefReport, brief_report
from dluhy.report.brief_actions import MOST_FIRST
from dluhy.report.brief_parts import Grid, Part, Said, Title
from dluhy.report.texts import sources, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.problems import Language

SAY = texts("cs")
PARTS = ("numbers", "first", "decides", "creditor", "services", "index", "privacy")


def _part(report: BriefReport, code: str) -> Part:
    return next(part for part in (report.short, *report.parts, *report.annex) if part.code == code)


def _grids(part: Part) -> list[Grid]:
    return [item for item in part.items if isinstance(item, Grid)]


def _said(part: Part) -> str:
    told = [f"{item.lead} {item.text}" for item in part.items if isinstance(item, Said)]
    told += [item.text for item in part.items if isinstance(item, Title)]
    told += [" ".join(cell for row in (grid.head, *grid.rows) for cell in row) for grid in _grids(part)]
    return " ".join(told)


def _whole(report: BriefReport) -> str:
    return " ".join(_said(part) for part in (report.short, *report.parts, *report.annex))


def _cited(report: BriefReport) -> Iterator[str]:
    for part in (report.short, *report.parts):
        for item in part.items:
            if isinstance(item, Said):
                yield from item.cited


def test_the_table_of_groups_holds_the_numbers_of_the_data() -> None:
    numbers = whole_brief().numbers
    assert numbers is not None
    grid = _grids(_part(brief_report(whole_brief()), "numbers"))[0]
    for group, row in zip(numbers.groups, grid.rows, strict=False):
        assert row[1:3] == (str(group.people), str(group.debts))
        told = (SAY.money(group.halere) if group.halere is not None else SAY("brief-cell-unknown")).replace(",00", "")
        assert row[3] == (SAY("brief-sum-least", sum=told) if group.amounts_unknown else told)
    whole = numbers.whole
    assert whole is not None
    assert grid.rows[-1][1:3] == (str(whole.people), str(whole.debts))


def test_every_table_adds_up_to_all_debts() -> None:
    numbers = whole_brief().numbers
    assert numbers is not None
    assert numbers.whole is not None
    grids = _grids(_part(brief_report(whole_brief()), "numbers"))[1:]
    assert len(grids) == 4
    for grid in grids:
        assert sum(int(row[2]) for row in grid.rows) == numbers.whole.debts


def test_the_first_suggestions_are_told_with_who_steps_limit_cost_effect_and_basis() -> None:
    brief = whole_brief()
    part = _part(brief_report(brief), "first")
    titles = [item.text for item in part.items if isinstance(item, Title)]
    assert len(titles) == MOST_FIRST
    told = _said(part)
    pack = default_pack()
    for number, item in enumerate(brief.suggestions[:MOST_FIRST]):
        assert item.id in titles[number]
        assert item.steps[0].step.title.cs.replace(" ", "") in told.replace("\xa0", "").replace(" ", "")
        assert item.intervention.effect.cs.replace(" ", "") in told.replace("\xa0", "").replace(" ", "")
        for code in item.intervention.sharing:
            assert pack.term("sharing_bases", code).cs.replace(" ", "") in told.replace("\xa0", "").replace(" ", "")
    assert told.count("Náklady:") >= MOST_FIRST


@pytest.mark.parametrize("language", ["cs", "en"])
@pytest.mark.parametrize("public", [False, True])
def test_every_provision_is_one_of_the_pack(language: Language, *, public: bool) -> None:
    pack = default_pack()
    known = {readable(cite, pack.acts, language).text for cite in _cites(pack)}
    report = brief_report(whole_brief(public=public), language)
    cited = set(_cited(report))
    assert len(cited) > 20
    assert {text.replace("\xa0", " ") for text in cited} <= {text.replace("\xa0", " ") for text in known}


def _cites(pack: object) -> Iterator[Citation]:
    """Yield everything that the pack cites, wherever it stands."""
    law = default_pack()
    for rule in law.rules.values():
        yield from rule.citations
    for _, step in law.steps.values():
        yield from step.citations
    for item in law.interventions.values():
        yield from item.citations
    for practice in law.practices.values():
        yield from practice.citations
    for match in law.service_matches.values():
        yield from match.citations
    for terms in law.vocabularies.values():
        for term in terms.values():
            yield from (Citation(at=at) if isinstance(at, str) else Citation(**at) for at in term.more.get("cites", ()))
    yield from (Citation(at=act) for act in law.acts)
    assert pack is not None


def test_what_is_to_be_verified_is_marked() -> None:
    report = brief_report(whole_brief())
    marked = {item.remark for part in report.parts for item in part.items if isinstance(item, Said)}
    assert marked == {"", "k\xa0ověření"}
    pack = default_pack()
    basis = pack.term("sharing_bases", "special_category")
    assert basis.more["evidence"] == "S2"


def test_nothing_known_says_so_and_how_to_find_out() -> None:
    report = brief_report(bare_brief())
    assert "není známo" in _said(_part(report, "short"))
    assert "minors check" in _said(_part(report, "numbers"))
    assert not _grids(_part(report, "numbers"))
    for code, word in (("index", "dluhy index"), ("creditor", "place new"), ("services", "registr")):
        assert word in _said(_part(report, code)).replace("\xa0", " ")
    assert " 0 " not in f" {_said(report.short)} "


@pytest.mark.parametrize("public", [False, True])
def test_the_brief_says_whom_it_may_be_shown_to(*, public: bool) -> None:
    report = brief_report(whole_brief(public=public))
    assert ("neveřejné" in report.running) is not public
    assert ("Neveřejné" in report.notice) is not public


def test_the_public_brief_hides_small_groups_and_every_count_of_suggestions() -> None:
    report = brief_report(
        brief_of(CHEB, as_of=AS_OF, numbers=numbers_of(people(CHEB, 3, 40), public=True), public=True)
    )
    rows = _grids(_part(report, "numbers"))[0].rows
    assert rows[0][1:] == (SAY("brief-under-five"), SAY("brief-hidden"), SAY("brief-hidden"))
    assert rows[1][1] == "40"
    assert len(_grids(_part(report, "numbers"))) == 1
    assert "43" not in _whole(report).split("Otisk")[0]
    shown = brief_report(whole_brief(public=True))
    assert not re.search(r"[0-9]+\s(dět|dítě|dluh)", _said(_part(shown, "first")))
    assert SAY("suggest-for", counts="").split(":")[0] not in _said(_part(shown, "first"))


def test_a_summary_without_interventions_says_so_and_tells_the_steps() -> None:
    report = brief_report(brief_of(CHEB, as_of=AS_OF, numbers=numbers_of(people(CHEB, 3, 40))))
    assert "Souhrn nepočítá" in _said(_part(report, "first"))


def test_the_receipt_names_pack_program_and_every_source() -> None:
    from attrs import evolve

    from dluhy.municipal.brief.values import Source

    brief = evolve(whole_brief(), sources=(Source(kind="list", sha256="a" * 64), Source(kind="index", sha256="b" * 64)))
    report = brief_report(brief)
    told = _said(_part(report, "receipt"))
    receipt = report.receipt
    for digest in (receipt.pack_hash, "a" * 64, "b" * 64, receipt.result_sha256):
        assert digest[:16] in told
    assert receipt.program_version in told
    assert {f"list={'a' * 64}", f"index={'b' * 64}"} <= set(receipt.options)
    assert report.receipt.job == "municipal brief"
    assert f"municipality={CODE}" in report.receipt.options


def test_the_result_hash_follows_the_words() -> None:
    one, two = brief_report(whole_brief()), brief_report(bare_brief())
    assert one.receipt.result_sha256 == brief_report(whole_brief()).receipt.result_sha256
    assert one.receipt.result_sha256 != two.receipt.result_sha256


@pytest.mark.parametrize("public", [False, True])
def test_both_languages_have_the_same_parts_and_numbers(*, public: bool) -> None:
    cs, en = (brief_report(whole_brief(public=public), language) for language in ("cs", "en"))
    assert [part.code for part in cs.parts] == [part.code for part in en.parts]
    assert set(PARTS) <= {part.code for part in cs.parts}
    for one, other in zip(cs.parts, en.parts, strict=True):
        assert [type(item) for item in one.items] == [type(item) for item in other.items]
        for left, right in zip(_grids(one), _grids(other), strict=True):
            told = [[row[place] for place in left.right[:2]] for row in left.rows]
            other_way = str.maketrans(",.", "\xa0,") if one.code == "index" else {}
            hidden = {texts("en")(key): SAY(key) for key in ("brief-under-five", "brief-hidden")}
            cells = [[row[place] for place in right.right[:2]] for row in right.rows]
            assert told == [[hidden.get(cell, cell.translate(other_way)) for cell in row] for row in cells]


def test_the_report_is_json_without_a_person() -> None:
    content = msgspec.json.encode(brief_report(whole_brief())).decode()
    judged = made().result.judged
    assert all(person not in content for person in judged["person_id"].drop_nulls().unique())


def test_the_messages_of_both_languages_are_the_same_and_all_used() -> None:
    own = {language: {key for key in sources(language) if key.startswith("brief")} for language in ("cs", "en")}
    assert own["cs"] == own["en"]
