"""The brief in Word and on paper: the same words, a template to edit, hostile text harmless, one file for one brief."""

from __future__ import annotations

import re
import sys
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
import pytest
from attrs import evolve
from pypdf import PdfReader
from tests.municipal.brief_support import bare_brief, whole_brief
from tests.printing.printed import told
from tests.printing.test_hostile import HOSTILE

from dluhy.printing.blocks import Annex, Box, Document, Heading, Table, Text
from dluhy.printing.brief import brief_document, print_brief, word_brief
from dluhy.printing.word import template, written
from dluhy.problems import InputError
from dluhy.report.brief import BriefReport, brief_report
from dluhy.report.brief_parts import Part, Said

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.problems import Language

ODD = [*HOSTILE, "{{ 7*7 }}", "{% for a in b %}", "<w:p>&amp;</w:p>", "\x00\x07\x1b", "a\u202eb"]


def _report(*, public: bool = False) -> BriefReport:
    return brief_report(whole_brief(public=public))


def _bare(text: str) -> str:
    """Return a text without what setting may put into it: spaces, hyphens, places to break."""
    return re.sub(r"[\s\u200b\u2060\xad\u202f-]", "", text)


def _words(document: Document) -> list[str]:
    found: list[str] = []
    for block in document.blocks:
        inside = block.blocks if isinstance(block, Box) else (block,)
        found += [block.title] if isinstance(block, Box) else []
        for each in inside:
            if isinstance(each, Heading):
                found.append(each.text)
            elif isinstance(each, Text):
                found += [each.lead, each.text, each.remark]
            elif isinstance(each, Table):
                found += [cell for row in (each.head, *each.rows) for cell in row]
            elif isinstance(each, Annex):
                found += [entry.text for entry in each.entries]
    return [text for text in found if text]


def _in_word(content: bytes) -> str:
    whole = docx.Document(BytesIO(content))
    parts = [element.text or "" for element in whole.element.body.iter() if element.tag.endswith("}t")]
    return _bare("".join(parts))


@pytest.mark.parametrize("public", [False, True])
def test_word_and_paper_hold_the_same_words(*, public: bool) -> None:
    report = _report(public=public)
    document = brief_document(report)
    word = _in_word(word_brief(report))
    pages = [page.extract_text() for page in PdfReader(BytesIO(print_brief(report))).pages]
    paper = _bare("".join("\n".join(page.split("\n")) for page in pages))
    words = [document.title, document.subtitle, *_words(document)]
    assert len(words) > 150
    for text in words:
        assert _bare(text) in word
    # a page ends inside some texts; those are looked for in pieces
    missing = [text for text in words if _bare(text) not in paper]
    assert len(missing) <= 2 * len(pages)
    for text in missing:
        assert all(_bare(piece) in paper for piece in text.split())


def test_a_brief_of_everything_has_three_to_six_pages_and_one_of_nothing_fewer() -> None:
    assert 3 <= len(PdfReader(BytesIO(print_brief(_report()))).pages) <= 6
    assert len(PdfReader(BytesIO(print_brief(brief_report(bare_brief())))).pages) <= 3


def test_the_same_brief_is_the_same_file() -> None:
    assert word_brief(_report()) == word_brief(_report())
    assert print_brief(_report()) == print_brief(_report())


@pytest.mark.parametrize(("language", "mark"), [("cs", "cs-CZ"), ("en", "en-GB")])
def test_word_knows_its_language_has_headings_page_numbers_and_no_macros(language: Language, mark: str) -> None:
    report = brief_report(whole_brief(), language)
    content = word_brief(report)
    whole = docx.Document(BytesIO(content))
    headings = [each.text for each in whole.paragraphs if each.style is not None and each.style.name == "Heading 1"]
    assert headings[0] == report.parts[0].heading
    assert len(headings) == len(report.parts) + 2
    with ZipFile(BytesIO(content)) as package:
        names = package.namelist()
        styles, footer = (package.read(f"word/{name}.xml").decode() for name in ("styles", "footer1"))
        header = package.read("word/header1.xml").decode()
    assert f'w:val="{mark}"' in styles
    assert "PAGE" in footer
    assert "NUMPAGES" in footer
    assert report.running.split(" · ")[0] in header
    assert not any("vba" in name.lower() or name.endswith(".bin") for name in names)
    assert whole.core_properties.title == report.title
    assert whole.core_properties.author == ""


def test_the_rows_of_a_heading_repeat_on_every_page_and_no_row_breaks() -> None:
    with ZipFile(BytesIO(word_brief(_report()))) as package:
        body = package.read("word/document.xml").decode()
    assert body.count("<w:tblHeader/>") >= 5
    assert body.count("<w:cantSplit/>") > body.count("<w:tblHeader/>")


@pytest.mark.sweep(6)
@pytest.mark.parametrize("text", ODD)
def test_hostile_text_is_shown_as_it_stands(text: str) -> None:
    said = Part(code="first", heading=f"N {text}", items=(Said(text=text, lead=text, mark="•", cited=(text,)),))
    report = evolve(_report(), title=f"T {text}", running=text, parts=(said,))
    word = _in_word(word_brief(report))
    visible = _bare(re.sub(r"[\x00-\x1f\u202e]", "", text))
    assert word.count(visible) >= 3
    if "\x00" not in text:
        assert visible in _bare(told(print_brief(report)))


def test_an_office_may_set_it_into_its_own_template(tmp_path: Path) -> None:
    own = docx.Document(BytesIO(template()))
    own.sections[0].header.paragraphs[0].insert_paragraph_before("Městský úřad Smyšlenov")
    own.add_paragraph("Vyřizuje sociální odbor.")
    path = tmp_path / "sablona.docx"
    own.save(str(path))
    made = docx.Document(BytesIO(word_brief(_report(), path)))
    assert made.sections[0].header.paragraphs[0].text == "Městský úřad Smyšlenov"
    assert made.paragraphs[-1].text == "Vyřizuje sociální odbor."
    assert not any("content" in each.text for each in made.paragraphs)


@pytest.mark.parametrize("wrong", ["missing", "text", "no place", "twice", "broken", "command"])
def test_a_template_that_cannot_be_used_is_refused(wrong: str, tmp_path: Path) -> None:
    path = tmp_path / "sablona.docx"
    own = docx.Document(BytesIO(template()))
    place = next(each for each in own.paragraphs if "content" in each.text)
    if wrong == "text":
        path.write_text("to není Word", encoding="utf-8")
    elif wrong != "missing":
        place.text = {
            "no place": "", "twice": "{{ content }}", "broken": "{{ content", "command": "{{ ''.__class__.__mro__ }}",
        }[wrong]  # fmt: skip
        if wrong == "twice":
            own.add_paragraph("{{ content }}")
        own.save(str(path))
    with pytest.raises(InputError) as refused:
        word_brief(_report(), path)
    assert refused.value.problems[0].code == "template"


@pytest.mark.parametrize("package", ["docxtpl", "docx"])
def test_without_the_extra_word_is_refused_with_what_to_install(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(InputError) as refused:
        word_brief(_report())
    assert refused.value.problems[0].code == "extra"
    assert "docxtpl" in refused.value.problems[0].cs


def test_a_block_that_word_does_not_know_is_never_left_out_silently() -> None:
    document = brief_document(_report())
    from dluhy.printing.blocks import Picture

    with pytest.raises(TypeError):
        written(Document(**{name: getattr(document, name) for name in document.__struct_fields__ if name != "blocks"},
                         blocks=(Picture(name="a", alt="b"),)))  # fmt: skip
