"""The page of a region: whole without anything else, safe with hostile names, readable aloud, marked if not public."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import polars as pl
import pytest
from attrs import evolve
from tests.report.region_sample import BEFORE, HOSTILE, TEPLICKA, TURNED, luminance, sample

from dluhy.places.outlines import Outlines
from dluhy.region.overview import GROUPS, Finding
from dluhy.report.region_html import region_html

if TYPE_CHECKING:
    from dluhy.problems import Language

VOID = {"meta", "br", "img", "link", "input"}
HEADINGS = re.compile(r"<h([1-6])\b")


class _Reader(HTMLParser):
    """Reads a page strictly: every element closed, attributes once, ids once."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.problems: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len({name for name, _ in attrs}) < len(attrs):
            self.problems.append(f"twice in {tag}: {attrs}")
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> closes nothing")


@pytest.fixture(scope="module")
def own() -> str:
    return region_html(sample())


@pytest.fixture(scope="module")
def public() -> str:
    return region_html(sample(public=True))


def read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    assert not reader.problems
    assert not reader.open
    return reader


@pytest.mark.parametrize("language", ["cs", "en"])
@pytest.mark.parametrize("is_public", [False, True])
def test_the_page_is_well_formed_in_its_language_and_its_ids_are_one_each(
    language: Language, *, is_public: bool
) -> None:
    found = read(region_html(sample(public=is_public), language)).found
    ids = [said["id"] for _, said in found if "id" in said]
    assert len(ids) == len(set(ids))
    assert next(said["lang"] for tag, said in found if tag == "html") == language
    named = [said[key] for _, said in found for key in ("aria-labelledby", "aria-describedby") if key in said]
    assert {part for value in named for part in (value or "").split()} <= set(ids)
    links = [said["href"] for tag, said in found if tag == "a"]
    assert {link[1:] for link in links if link} <= set(ids)


def test_the_page_loads_nothing_and_allows_nothing(own: str) -> None:
    found = read(own).found
    assert not {tag for tag, _ in found} & {"link", "img", "iframe", "object", "embed", "form", "base", "image", "use"}
    assert not [said for _, said in found if "src" in said or "style" in said or "srcset" in said]
    assert not [name for _, said in found for name in said if name.startswith("on")]
    assert all((said["href"] or "").startswith("#") for tag, said in found if "href" in said)
    assert set(re.findall(r"https?://[^\"'<> )]+", own)) <= {
        "http://www.w3.org/2000/svg",
        "http://zly.example&quot;;&quot;klikni&quot;",
    }
    style = re.search(r"<style>(.*?)</style>", own, re.DOTALL)
    assert style
    assert not re.search(r"@import|url\(|expression", style[1])
    assert all(reference.startswith("url(#") for reference in re.findall(r"url\([^)]*\)", own))


def test_its_policy_allows_only_its_own_style_and_its_own_script(own: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', own)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    assert "unsafe" not in policy[1]
    for name, pattern in (("style", r"<style>(.*?)</style>"), ("script", r"<script>(.*?)</script>")):
        inside = re.findall(pattern, own, re.DOTALL)
        assert len(inside) == 1
        digest = b64encode(sha256(inside[0].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy[1]
    assert own.index("Content-Security-Policy") < own.index("<style>")


def test_hostile_names_are_only_text(own: str) -> None:
    assert own.count("<script") == 1
    assert "<img" not in own
    assert HOSTILE in unescape(own)
    assert "\u202e" not in own
    assert TURNED.replace("\u202e", "").replace("\u202c", "").replace("&", "&amp;") in own


def test_a_hostile_name_of_a_region_a_note_or_a_finding_is_only_text() -> None:
    overview = evolve(sample(), region_name=HOSTILE, packs=(HOSTILE,), findings=(Finding("x", HOSTILE, HOSTILE),))
    page = region_html(overview, note=HOSTILE)
    read(page)
    assert page.count("<script") == 1
    assert unescape(page).count(HOSTILE) >= 5


def test_every_table_has_a_caption_and_headers_with_their_scope(own: str) -> None:
    tables = re.findall(r"<table.*?</table>", own, re.DOTALL)
    assert len(tables) > 8
    for each in tables:
        assert re.search(r"<caption>[^<]+</caption>", each)
        assert not re.search(r"<th(?![^>]*scope=)", each.replace("<thead", "<x"))
        body = re.search(r"<tbody>(.*)</tbody>", each, re.DOTALL)
        assert body
        assert all(
            row.startswith('<th scope="row"') or ' scope="row"' in row[:60]
            for row in re.findall(r"<tr>(<t.*?)</tr>", body[1])
        )


def test_headings_go_down_one_level_at_a_time_and_there_is_one_of_the_first(own: str) -> None:
    levels = [int(level) for level in HEADINGS.findall(own)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_what_is_not_public_says_so_over_the_whole_page_and_asks_not_to_be_found(own: str, public: str) -> None:
    assert '<div class="mark" aria-hidden="true"><span>neveřejné</span></div>' in own
    assert "<strong>Neveřejné.</strong>" in own
    assert 'name="robots" content="noindex' in own
    assert 'class="mark"' not in public
    assert "neveřejné" not in public
    assert "noindex" not in public
    assert "<strong>Pro zveřejnění.</strong>" in public


def _row(page: str, name: str) -> str:
    table = page[page.index('id="obce"') :]
    found = re.search(rf"<tr><th[^>]*>{name}</th>.*?</tr>", table)
    assert found
    return found[0]


def test_who_did_not_report_is_never_shown_as_nobody(own: str) -> None:
    row = _row(own, "Nejdek")
    assert "nenahlášeno" in row
    assert ">0<" not in row
    assert 'data-v="0"' not in row
    assert ">0<" in _row(own, "Přebuz")


def test_a_small_count_is_told_as_small_and_stands_nowhere_in_the_public_page(own: str, public: str) -> None:
    assert ">2<" in _row(own, "Teplička")
    row = _row(public, "Teplička")
    assert "méně než 5" in row
    assert ">2<" not in row
    assert 'data-v="2"' not in row
    assert "Teplička (Karlovy Vary): 2" not in unescape(public)


def test_sums_that_leave_out_what_is_hidden_carry_a_star_and_a_note(own: str, public: str) -> None:
    assert "31*" in public
    assert "* Součet zveřejněných údajů" in public
    assert "33*" not in own
    assert "* Součet" not in own


def test_cells_that_nobody_knows_sort_last(own: str) -> None:
    assert 'data-v=""' in _row(own, "Nejdek")
    script = files("dluhy.report").joinpath("region_page.js").read_text(encoding="utf-8")
    assert script.strip() in own


def test_the_page_reads_whole_without_its_script(own: str) -> None:
    without = re.sub(r"<script>.*?</script>", "", own, flags=re.DOTALL)
    assert "<button" not in without
    assert "<noscript" not in without
    for name in ("Karlovy Vary", "Cheb", "Sokolov", "Přebuz", "Teplička", "Nejdek", "Hradiště"):
        assert f">{name}</th>" in without


def test_the_same_overview_gives_the_same_page(own: str) -> None:
    assert region_html(sample()) == own


def test_the_parts_that_were_asked_for_are_there_in_order(own: str) -> None:
    wanted = ("cisla", "nejdriv", "mapa", "vyvoj", "pravidla", "orp", "obce", "poradi", "strategie", "veritele",
              "nehlasily", "metoda")  # fmt: skip
    assert re.findall(r'<section id="([a-z]+)"', own) == list(wanted)
    assert re.findall(r'<li><a href="#([a-z]+)"', own) == list(wanted)


def test_what_to_do_first_names_the_places_with_most_of_it(own: str) -> None:
    first = own[own.index('id="nejdriv"') : own.index('id="mapa"')]
    text = unescape(re.sub(r"<[^>]+>", "", first)).replace("\u00a0", " ")
    assert "7 dětem bude do 90 dnů 18 let. Kde: Karlovy Vary (3), Cheb (2), Sokolov (2)." in text
    assert "696 dluhů podle pravidel dítě nedluží" in text
    assert "Požádejte o něj: Nejdek." in text
    assert "M-01 Zastavit" in text


def test_the_pack_sources_and_licences_are_named(own: str, public: str) -> None:
    for page in (own, public):
        assert "cz 2026.11 0123456789ab" in page
        assert "CC BY 4.0" in page
        assert "ČÚZK" in page
        assert "31.\u00a012.\u00a02023" in page


def test_boundaries_that_are_missing_or_unknown_are_told() -> None:
    square = ((12.8, 50.2), (12.9, 50.2), (12.9, 50.3), (12.8, 50.3), (12.8, 50.2))
    page = region_html(sample(), outlines=Outlines(shapes={"554961": ((square,),)}, unknown=("999999",)))
    assert TEPLICKA in page
    assert "999999" in page
    assert '<path d="M' in page


def test_pictures_are_whole_svg_with_a_title_and_a_description(own: str) -> None:
    drawn = re.findall(r"<svg [^>]*role=\"img\".*?</svg>", own, re.DOTALL)
    assert len(drawn) == 5
    for each in drawn:
        root = ET.fromstring(each)  # noqa: S314 - drawn here
        names = [child.tag.rpartition("}")[2] for child in root[:2]]
        assert names == ["title", "desc"]
        assert root[0].text
        assert root[1].text


def test_letters_stand_out_from_what_is_behind_them() -> None:
    style = files("dluhy.report").joinpath("region_page.css").read_text(encoding="utf-8")
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", style))
    for letters in ("ink", "faint", "strong", "link"):
        for behind in ("paper", "tint"):
            light, dark = sorted((luminance(colours[letters]), luminance(colours[behind])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 7


def test_days_to_a_birthday_stand_in_their_order(own: str) -> None:
    table = own.replace("\u00a0", " ")[own.index("Za jak dlouho bude dětem") :]
    rows = re.findall(r'<th scope="row">([^<]+)</th>', table[: table.index("</table>")])
    assert rows == ["nejvýš 30 dnů", "31 až 90 dnů", "později"]


def test_creditors_stand_by_how_many_debts_they_have_and_only_where_it_is_not_public(own: str, public: str) -> None:
    table = own[own.index('id="veritele"') :]
    debts = [
        int(each) for each in re.findall(r'<td class="n" data-v="(\d+)">\d+</td><td class="n" data-v="110"', table)
    ]
    assert debts == sorted(debts, reverse=True)
    assert len(debts) == 4
    assert 'id="veritele"' not in public


def test_figures_of_another_day_say_so_beside_the_name() -> None:
    overview = sample()
    earlier = pl.when(pl.col("name") == "Cheb").then(pl.lit(BEFORE)).otherwise("as_of").alias("as_of")
    page = region_html(evolve(overview, municipalities=overview.municipalities.with_columns(earlier)))
    assert "Cheb (k\u00a021.\u00a05.\u00a02026)</th>" in page
    assert ">Sokolov</th>" in page


def test_who_joined_between_two_rounds_is_named(own: str) -> None:
    assert "Souhrn poslaly nově: Nejdek." in own.replace("\u00a0", " ")
    assert "podle různých vydání pravidel" in own


def test_an_overview_with_nothing_in_it_is_a_page_too() -> None:
    overview = sample()
    silent = overview.municipalities.filter(pl.col("reported") == 0)
    empty = {name: getattr(overview, name).clear() for name in ("tables", "ranking", "trend", "trend_steps")}
    zero = overview.total.with_columns(pl.lit(0).alias("reported"), *(pl.lit(None).alias(name) for name in GROUPS))
    page = region_html(evolve(
        overview, region=None, region_name=None, municipalities=silent, authorities=overview.authorities.clear(),
        districts=overview.districts.clear(), total=zero, **empty,
    ))  # fmt: skip
    read(page)
    assert "Nejdek" in page
    assert 'id="vyvoj"' not in page
    assert 'id="poradi"' not in page
    assert 'href="#vyvoj"' not in page


def test_the_fingerprint_of_the_figures_changes_with_any_of_them(own: str, public: str) -> None:
    overview = sample()
    other = overview.municipalities.with_columns(
        pl.when(pl.col("name") == "Cheb").then(10).otherwise("children").alias("children")
    )
    pages = (own, public, region_html(evolve(overview, municipalities=other)), region_html(overview, note="X"))
    marks = [re.findall(r"\(SHA-256\)</th><td>([0-9a-f]{64})<", page) for page in pages]
    assert [len(each) for each in marks] == [1, 1, 1, 1]
    assert len({each[0] for each in marks}) == 3
    assert marks[0] == marks[3]
