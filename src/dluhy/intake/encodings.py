"""Bytes of a text list -> text: the encodings Czech offices use, in one order, told apart by their letters."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
EIGHT_BIT = ("cp1250", "cp852", "iso8859_2")
"""Encodings of one byte a sign, in the order in which the first of equals is taken."""
_LETTERS = frozenset("áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ")
_FOREIGN_LETTERS = frozenset("äëöüôľĺŕąćęłńśźżőűßÄËÖÜÔĽĹŔĄĆĘŁŃŚŹŻŐŰ")
_SIGNS = frozenset("\u00a0„“”‚‘’–—…§°€×·•")
_ONCE_WRONG = ("cp1250", "cp1252", "latin-1")
_MOJIBAKE = frozenset("ÃÄÅĂĹ")  # how the first byte of a Czech letter in UTF-8 looks in an eight-bit encoding
_SAMPLE = 1 << 20


@frozen
class Decoded:
    """A text, the encoding it was in, and remarks for its reader (Czech, English)."""

    text: str
    encoding: str
    notes: tuple[tuple[str, str], ...] = ()


def decode(content: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of a list; raises InputError for what is no text at all.

    An encoding given is taken as it is. Else a byte order mark decides; then UTF-8, if the bytes are that; else the one
    of `EIGHT_BIT` in which most signs are Czech letters. UTF-8 that was once read wrongly and saved again (mojibake) is
    put right, and told.
    """
    if encoding is not None:
        return _decoded(content, encoding)
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _put_right(_decoded(content, name))
    if b"\x00" in content[:_SAMPLE]:
        raise InputError(
            [
                Problem("not_text", "soubor", "soubor není textový seznam", "the file is no list of text"),
            ]
        )
    try:
        return _put_right(Decoded(content.decode("utf-8"), "utf-8"))
    except UnicodeDecodeError:
        return _of_two(content) or _decoded(content, likeliest(content))


def _of_two(content: bytes) -> Decoded | None:
    """Return a UTF-8 text into which somebody pasted a few lines of another encoding; None for any other text."""
    lines = content.split(b"\n")
    strange = [line for line in lines if not _is_utf8(line)]
    letters = sum(not line.isascii() for line in lines)
    if letters == 0 or len(strange) * 2 > letters:
        return None
    name = likeliest(b"".join(strange))
    texts = (line.decode("utf-8") if _is_utf8(line) else line.decode(name, errors="replace") for line in lines)
    note = (
        f"Část řádků ({len(strange)}) je v jiném kódování než zbytek souboru; přečteny jako {name}.",
        f"Some lines ({len(strange)}) are in another encoding than the rest of the file; read as {name}.",
    )
    return Decoded("\n".join(texts), "utf-8", (note,))


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def likeliest(content: bytes) -> str:
    """Return the eight-bit encoding in which the bytes make most sense as Czech."""
    high = bytes(byte for byte in content[:_SAMPLE] if byte >= 0x80)  # noqa: PLR2004 - ASCII ends there
    return max(EIGHT_BIT, key=lambda name: _sense(high.decode(name, errors="replace")))


def _sense(signs: Iterable[str]) -> int:
    return sum(
        3 if sign in _LETTERS else 1 if sign in _SIGNS else -1 if sign in _FOREIGN_LETTERS else -3 for sign in signs
    )


def _decoded(content: bytes, name: str) -> Decoded:
    try:
        return Decoded(content.decode(name), name)
    except UnicodeDecodeError as error:
        place = content.count(b"\n", 0, error.start) + 1
        raise InputError([
            Problem("encoding", f"řádek {place}", "soubor není čitelný v žádném známém kódování; uložte jej jako UTF-8",
                    "the file is not readable in any known encoding; save it as UTF-8")
        ]) from None  # fmt: skip


def _put_right(decoded: Decoded) -> Decoded:
    """Undo UTF-8 that was taken for an eight-bit text and saved as UTF-8 again; tell of letters lost for good."""
    notes = list(decoded.notes)
    text = decoded.text
    sample = text[:_SAMPLE]
    if sum(sign in _MOJIBAKE for sign in sample) > sum(sign in _LETTERS for sign in sample):
        mended = next(filter(None, (_undone(text, name) for name in _ONCE_WRONG)), None)
        if mended is not None:
            text = mended
            notes.append((
                "Diakritika byla poškozená dvojím uložením (např. „Å™“ místo „ř“) a je opravena v celém souboru.",
                "Diacritics were damaged by saving twice (e.g. “Å™” for “ř”) and are mended in the whole file.",
            ))  # fmt: skip
    lost = text.count("\ufffd")
    if lost:
        notes.append((
            f"V souboru chybí znaky ({lost}): diakritika se ztratila už při jeho uložení.",
            f"Signs are missing in the file ({lost}): diacritics were lost when it was saved.",
        ))  # fmt: skip
    return Decoded(text, decoded.encoding, tuple(notes))


def _undone(text: str, name: str) -> str | None:
    try:
        return text.encode(name).decode("utf-8")
    except UnicodeError:
        return None
