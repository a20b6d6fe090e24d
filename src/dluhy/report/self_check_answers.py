"""Answers of the place document to items of practice, told in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.documents.fields import fields, label, part_of, said
from dluhy.documents.lists import labels
from dluhy.municipal.place.document import Place
from dluhy.report.texts import texts
from dluhy.typography import czech

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from dluhy.law.contents import Pack
    from dluhy.law.practice import Practice
    from dluhy.municipal.self_check.answers import Answer
    from dluhy.problems import Language

FEE: Final = "fee"
"""The part of a key of practice that stands for the latest fee year."""


def answer_told(item: Practice, answer: Answer, pack: Pack, language: Language) -> str:
    """Return an answer of the place document to an item of practice, with its question."""
    say, field = texts(language), field_of(item.key or "")
    question, listed = label(field, pack).text(language), said(field, "list")
    if isinstance(answer, bool):
        told = say("self-check-yes" if answer else "self-check-no")
    elif listed is not None:
        told = labels(pack, listed)[str(answer)][language == "en"]
    else:
        told = str(answer)
    whole = f"{question_of(question)}: {told}"
    return czech(whole) if language == "cs" else whole


def field_of(key: str) -> FieldInfo:
    """Return the field of the place document that a key of practice names; KeyError for none."""
    part, _, name = key.partition(".")
    inside = part_of(fields(Place)["fees" if part == FEE else part])
    if inside is None:
        raise KeyError(key)
    return fields(inside)[name]


def question_of(label_text: str) -> str:
    """Return a label without the hint at the form of its answer."""
    return label_text.removesuffix(" (ano/ne)").removesuffix(" (yes/no)")
