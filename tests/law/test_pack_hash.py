"""The hash of a pack: one for all ways to write the same law, another for every other law."""

from __future__ import annotations

import tomllib
from copy import deepcopy
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from tests.law.support import Change, changed, shipped, shipped_pack

from dluhy.law.documents import content_hash
from dluhy.law.pack import default_path, load, load_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

FEES = "children/local_fees.toml"


def hash_of(*changes: Change) -> str:
    return load_texts(changed(*changes)).hash


def test_the_hash_is_a_sha_256_and_the_same_from_folder_and_texts() -> None:
    assert len(shipped_pack().hash) == 64
    assert load(default_path()).hash == shipped_pack().hash


def test_the_hash_is_the_same_with_windows_line_ends() -> None:
    texts = {name: content.replace(b"\n", b"\r\n") for name, content in shipped().items()}

    assert texts != shipped()
    assert load_texts(texts).hash == shipped_pack().hash


def test_the_hash_is_the_same_with_the_byte_order_mark_some_editors_write() -> None:
    texts = {name: b"\xef\xbb\xbf" + content for name, content in shipped().items()}

    assert load_texts(texts).hash == shipped_pack().hash


def test_the_hash_is_the_same_when_the_files_come_in_another_order() -> None:
    texts = dict(sorted(shipped().items(), reverse=True))

    pack = load_texts(texts)

    assert pack.hash == shipped_pack().hash
    assert list(pack.rules) == list(shipped_pack().rules)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "W0"\n', 'id = "W0"  # to 2012\n'),
        ('id = "W0"\n', '\n\n  id   =\t"W0"\n'),
        ('id = "W0"\ntopic = "children"', 'topic = "children"\nid = "W0"'),
        ('id = "W0"\n', "id = 'W0'\n"),
        ('remedies = ["RM-OWNER"]', 'remedies = [\n  "RM-OWNER",\n]'),
    ],
    ids=["comment", "whitespace", "order of fields", "other quotes", "other layout"],
)
def test_the_hash_does_not_change_with_what_is_no_content(old: str, new: str) -> None:
    assert hash_of((FEES, old, new)) == shipped_pack().hash


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("amounts/fees.toml", "value = 500,", "value = 501,"),
        ("amounts/fees.toml", "{ to = 2003-12-31, unknown = true,", "{ to = 2003-12-31, value = 3,"),
        ("pack.toml", "in 2026\nto = 2026-12-31", "in 2026\nto = 2026-12-30"),
        ("amounts/limits.toml", "2030-12-25, 2030-12-26", "2030-12-25"),
        (FEES, "wording = { to = 2012-06-30 }", "wording = { to = 2012-07-01 }"),
        (FEES, 'if = "fee_year <= 2012"', 'if = "fee_year < 2012"'),
        (FEES, 'verdict = "exempt"', 'verdict = "child"'),
        (FEES, 'remedies = ["RM-OWNER"]', "remedies = []"),
        ("children/presumptions.toml", 'id = "P-OLD-FEE"\n', 'id = "P-OLD-FEE"\nconclusive = true\n'),
        (FEES, '"Pl. ÚS 9/15",\n', '"Pl. ÚS 9/15 bod 1",\n'),
        ("kinds/verdicts.toml", 'cs = "dluží dítě"', 'cs = "dlužníkem je dítě"'),
    ],
)
def test_the_hash_changes_with_a_change_of_the_law(file: str, old: str, new: str) -> None:
    assert hash_of((file, old, new)) != shipped_pack().hash


def test_the_hash_changes_with_the_order_of_a_list() -> None:
    """What stands first is said first."""
    assert hash_of((FEES, "IN ('system', 'deposit')", "IN ('deposit', 'system')")) != shipped_pack().hash
    assert hash_of(
        (FEES, '"565/1990 § 10i", "565/1990 § 10n odst. 1"', '"565/1990 § 10n odst. 1", "565/1990 § 10i"')
    ) != (shipped_pack().hash)


Place = tuple[Any, Any]
"""A table or array and the key or number under which a value stands in it."""


def values_in(node: Any) -> Iterator[Place]:  # noqa: ANN401 - raw TOML
    for key, value in node.items() if isinstance(node, dict) else enumerate(node):
        if isinstance(value, dict | list):
            yield from values_in(value)
        else:
            yield node, key


def another(value: Any) -> Any:  # noqa: ANN401 - raw TOML
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    return value + timedelta(days=1) if isinstance(value, date) else value + "x"


@pytest.mark.sweep(12)
@pytest.mark.parametrize("file", sorted(shipped()))
def test_the_hash_changes_with_every_single_value_of_every_file(file: str) -> None:
    document = tomllib.loads(shipped()[file].decode())
    before = content_hash({file: document})
    original = deepcopy(document)

    seen = [before]
    for holder, key in list(values_in(document)):
        kept = holder[key]
        holder[key] = another(kept)
        seen.append(content_hash({file: document}))
        holder[key] = kept

    assert document == original
    assert len(seen) > 1
    assert len(set(seen)) == len(seen)


def test_a_number_and_the_text_of_a_number_are_two_contents() -> None:
    assert content_hash({"a.toml": {"value": 18}}) != content_hash({"a.toml": {"value": "18"}})
    assert content_hash({"a.toml": {"value": True}}) != content_hash({"a.toml": {"value": 1}})


def test_letters_with_accents_are_one_content_however_they_are_encoded() -> None:
    composed, decomposed = "d\u00edt\u011b", "di\u0301te\u030c"

    assert content_hash({"a.toml": {"cs": composed}}) == content_hash({"a.toml": {"cs": decomposed}})
