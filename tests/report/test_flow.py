"""The picture of a household's month: every amount in its place, nothing unknown drawn as a number, readable by all."""

from __future__ import annotations

import re
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from dluhy.problems import InputError
from dluhy.report.flow import _COLOURS, FlowAmounts, flow_chart, write_flow
from dluhy.report.household_flow import OUTGOINGS, columns_of, notes_of
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.problems import Language

SVG: Final = "{http://www.w3.org/2000/svg}"
PNG: Final = b"\x89PNG\r\n\x1a\n"
NAMES: Final[dict[Language, list[str]]] = {
    "cs": ["Příjmy", "Srážky", "Pevné výdaje", "Splátky dluhů", "Proměnlivé výdaje", "Rezerva a\u00a0spoření", "Zbývá"],
    "en": ["Income", "Deductions", "Fixed expenses", "Debt instalments", "Variable expenses",
           "Reserve and\u00a0savings", "Left\u00a0over"],
}  # fmt: skip
SMALLEST_DIFFERENCE_IN_GREY: Final = 10


def amounts(  # noqa: PLR0913 - a month has that many parts
    income: int | None = 28_500_00, deducted: int | None = 4_312_00, fixed: int | None = 11_200_00, *,
    flexible: int | None = 8_000_00, left: int | None = 1_988_00, unsorted: int | None = 0, opened: str = "",
) -> FlowAmounts:  # fmt: skip
    return FlowAmounts(
        income=income, deducted=deducted, fixed=fixed, instalments=2_500_00, flexible=flexible, savings=500_00,
        unsorted=unsorted, left=left, open_parts=frozenset(opened.split()),
    )  # fmt: skip


DEFICIT: Final = amounts(20_000_00, left=-6_512_00)
UNKNOWN: Final = amounts(deducted=None, left=None)
NO_INCOME: Final = amounts(None, left=None)


def parsed(of: FlowAmounts, language: Language = "cs") -> ET.Element:
    return ET.fromstring(flow_chart(of, language).svg())  # noqa: S314 - our own drawing


def bars(of: FlowAmounts) -> list[tuple[str, str, float, float, float]]:
    """Return label, fill, x, lowest and highest point of every column drawn, from the left."""
    found = []
    for path in parsed(of).iter(f"{SVG}path"):
        label = path.get("aria-label") or ""
        box = re.fullmatch(r"M([-\d.]+),([-\d.]+)h[-\d.]+v([-\d.]+)h[-\d.]+Z", path.get("d") or "")
        if ": " in label and box:
            x, top, height = map(float, box.groups())
            found.append((label.split(": ")[0], path.get("fill") or "", x, top + height, top))
    return found


def written(of: FlowAmounts, language: Language) -> list[str]:
    """Return what stands in the drawing, lines of one text joined."""
    return [" ".join(text.itertext()).strip() for text in parsed(of, language).iter(f"{SVG}text")]


@pytest.mark.parametrize("language", ["cs", "en"])
def test_every_column_has_its_name_and_the_drawing_says_where_the_amounts_come_from(language: Language) -> None:
    shown = written(amounts(), language)
    assert set(NAMES[language]) <= set(shown)
    assert texts(language)("flow-title") in shown
    assert texts(language)("flow-source") in shown


def test_amounts_stand_in_crowns_with_spaces_that_do_not_break() -> None:
    shown = written(amounts(), "cs")
    wanted = ["28_500_Kč", "−4_312_Kč", "−11_200_Kč", "−2_500_Kč", "−8_000_Kč", "−500_Kč", "1_988_Kč"]
    assert [text for text in shown if text.endswith("Kč")] == [text.replace("_", "\u00a0") for text in wanted]


def test_heights_stand_to_each_other_as_the_amounts() -> None:
    heights = {label: low - high for label, _, _, low, high in bars(amounts())}
    wanted = dict(zip(NAMES["cs"], [28_500, 4_312, 11_200, 2_500, 8_000, 500, 1_988], strict=True))
    unit = heights["Příjmy"] / wanted["Příjmy"]
    assert {label: round(height / unit) for label, height in heights.items()} == wanted


def test_every_column_begins_where_the_one_before_ended() -> None:
    _, *going, last = sorted(bars(amounts()), key=lambda bar: bar[2])
    top = bars(amounts())[0][4]
    for _, _, _, low, high in going:
        assert high == pytest.approx(top, abs=0.01)
        top = low
    assert last[4] == pytest.approx(top, abs=0.01)


def test_what_is_missing_lies_below_zero_under_its_own_name() -> None:
    drawn = {label: (low, high) for label, _, _, low, high in bars(DEFICIT)}
    zero = drawn["Příjmy"][0]
    assert drawn["Chybí"][1] == pytest.approx(zero)
    assert drawn["Chybí"][0] > zero
    assert "6\u00a0512\u00a0Kč" in written(DEFICIT, "cs")
    assert "Missing" in written(DEFICIT, "en")


@pytest.mark.parametrize("language", ["cs", "en"])
def test_an_unknown_amount_is_hatched_named_and_never_zero(language: Language) -> None:
    say = texts(language)
    columns = columns_of(UNKNOWN, say)
    assert columns[1].amount == say("flow-unknown")
    assert say("flow-unknown") in written(UNKNOWN, language)
    assert say("flow-note-unknown") in notes_of(UNKNOWN, say)
    fills = {label: fill for label, fill, *_ in bars(UNKNOWN)}
    assert fills["Srážky"].startswith("url(#")
    assert fills["Pevné výdaje"] == _COLOURS["fixed"]


def test_the_hatching_the_drawing_names_is_in_it() -> None:
    root = parsed(UNKNOWN)
    patterns = {f"url(#{pattern.get('id')})" for pattern in root.iter(f"{SVG}pattern")}
    used = {path.get("fill") or "" for path in root.iter(f"{SVG}path")}
    assert {fill for fill in used if fill.startswith("url")} == patterns


@pytest.mark.parametrize(
    ("of", "name", "told", "solid"),
    [
        (UNKNOWN, "Zbývá", "nejvýše 6\u00a0300\u00a0Kč", False),
        (amounts(20_000_00, None, left=None), "Chybí", "nejméně 2\u00a0200\u00a0Kč", True),
        (amounts(left=None, opened="income"), "Zbývá", "nejméně 1\u00a0988\u00a0Kč", True),
        (amounts(20_000_00, left=None, opened="income"), "Chybí", "nejvýše 6\u00a0512\u00a0Kč", False),
        (amounts(left=None, opened="income fixed"), "Zbývá", "neznámo", False),
        (amounts(left=None), "Zbývá", "neznámo", False),
        (NO_INCOME, "Zbývá", "neznámo", False),
    ],
)
def test_what_is_left_is_a_bound_where_something_is_unknown(
    of: FlowAmounts, name: str, told: str, *, solid: bool
) -> None:
    last = columns_of(of, texts("cs"))[-1]
    assert (last.label, last.told, last.known is not None) == (name, told, solid)


def test_a_part_of_which_more_may_be_unknown_says_at_least() -> None:
    column = columns_of(amounts(left=None, opened="fixed"), texts("cs"))[2]
    assert column.told == "nejméně 11\u00a0200\u00a0Kč"
    assert column.known
    assert column.unknown
    assert column.unknown[1] == column.known[0]


def test_without_an_income_the_picture_says_what_is_needed() -> None:
    say = texts("cs")
    assert say("flow-note-income", sum="26\u00a0512\u00a0Kč") in notes_of(NO_INCOME, say)
    assert [column.level for column in columns_of(NO_INCOME, say)][-2] == 0


def test_unsorted_expenses_stand_in_the_picture_where_there_are_any() -> None:
    with_unsorted = columns_of(amounts(unsorted=1_000_00, left=988_00), texts("cs"))
    assert "Nezařazené výdaje" in [column.label for column in with_unsorted]
    assert "Nezařazené výdaje" not in [column.label for column in columns_of(amounts(), texts("cs"))]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("language", ["cs", "en"])
@pytest.mark.parametrize("of", [amounts(), DEFICIT, UNKNOWN, NO_INCOME])
def test_the_same_amounts_give_the_same_bytes(of: FlowAmounts, language: Language) -> None:
    assert flow_chart(of, language).svg() == flow_chart(of, language).svg()
    assert flow_chart(of, language).png(1) == flow_chart(of, language).png(1)


def test_a_screen_reader_hears_the_title_and_every_amount() -> None:
    root = parsed(DEFICIT)
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    told = description.text or ""
    assert all(f"{each.label} {each.told}" in told for each in columns_of(DEFICIT, texts("cs")))


def test_two_pictures_in_one_page_do_not_share_ids() -> None:
    ids = [{found.get("id") for found in parsed(of).iter() if found.get("id")} for of in (UNKNOWN, NO_INCOME)]
    assert not ids[0] & ids[1]


def test_neighbouring_columns_differ_in_grey_print() -> None:
    def grey(code: str) -> float:
        red, green, blue = (int(_COLOURS[code][at : at + 2], 16) for at in (1, 3, 5))
        return 100 * (0.299 * red + 0.587 * green + 0.114 * blue) / 255

    order = ["income", *OUTGOINGS]
    pairs = [*pairwise(order)]
    pairs += [(one, other) for one in ("savings", "unsorted") for other in ("left", "missing")]
    assert [pair for pair in pairs if abs(grey(pair[0]) - grey(pair[1])) < SMALLEST_DIFFERENCE_IN_GREY] == []


def test_the_letters_of_the_picture_come_with_the_drawing_program() -> None:
    families = {text.get("font-family") for text in parsed(amounts()).iter(f"{SVG}text")}
    assert families == {"Liberation Sans, Arial, Helvetica, sans-serif"}


money = st.none() | st.integers(0, 10**8)


@given(st.tuples(*[money] * 6), st.booleans())
def test_levels_add_up_for_any_amounts(values: tuple[int | None, ...], told: bool) -> None:  # noqa: FBT001
    income, *outgoing = values
    known = None not in values
    rest = (income or 0) - sum(value or 0 for value in outgoing)
    of = FlowAmounts(
        income=income, deducted=outgoing[0], fixed=outgoing[1], instalments=outgoing[2], flexible=outgoing[3],
        savings=outgoing[4], left=rest if known and told else None,
    )  # fmt: skip
    columns = columns_of(of, texts("cs"))
    assert columns[-2].level == (rest if income is not None else 0)
    for column, value in zip(columns, values, strict=False):
        assert (column.known is None) == (value is None)
        assert column.known is None or column.known[1] - column.known[0] == value
        assert (column.told == "neznámo") == (value is None)


@pytest.mark.parametrize("wrong", [{"left": 1}, {"fixed": -1}, {"deducted": None}])
def test_amounts_that_do_not_hold_together_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"left is not|must not be negative"):
        evolve(amounts(), **wrong)


@pytest.mark.parametrize(("name", "begins"), [("tok.svg", b"<svg"), ("tok.PNG", PNG)])
def test_the_suffix_says_what_is_written(tmp_path: Path, name: str, begins: bytes) -> None:
    write_flow(amounts(), tmp_path / name, "cs")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_an_existing_file_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "tok.svg"
    path.write_text("moje", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        write_flow(amounts(), path, "cs")
    assert "nepřepisuje" in caught.value.problems[0].cs
    assert path.read_text(encoding="utf-8") == "moje"


@pytest.mark.parametrize("name", ["tok.pdf", "tok", "neni/tok.svg"])
def test_a_picture_that_cannot_be_written_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError) as caught:
        write_flow(amounts(), tmp_path / name, "cs")
    assert caught.value.problems[0].code == "output"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("package", ["altair", "vl_convert"])
def test_without_the_extra_the_error_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(InputError) as caught:
        write_flow(amounts(), tmp_path / "tok.svg", "cs")
    (problem,) = caught.value.problems
    assert "nainstalujte" in problem.cs
    assert "dluhy[report]" in problem.text("en")
    assert list(tmp_path.iterdir()) == []


def test_pictures_are_not_loaded_before_they_are_asked_for() -> None:
    import subprocess

    code = "import sys, dluhy.report.flow; print({'altair', 'vl_convert'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
