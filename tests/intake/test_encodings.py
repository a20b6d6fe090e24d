"""A text list in any usual encoding reads the same; what is lost or damaged is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dluhy.intake.encodings import decode
from dluhy.problems import InputError

SENTENCE = "Příjmení;Jméno;Datum narození;Žižková;Řehoř;Šťastný;Ďábel;Ůlehla;kůň;popelářský vůz; ňouma; Ťupa"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250", "cp852", "iso8859_2", "utf-16"])
def test_czech_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    decoded = decode(SENTENCE.encode(encoding))
    assert decoded.text == SENTENCE
    assert decoded.encoding == encoding
    assert decoded.notes == ()


CZECH = st.text(alphabet="áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽabcdefg ;,0123456789", min_size=1, max_size=200)


@given(CZECH)
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(text.encode()).text == text


@given(CZECH)
def test_cp1250_comes_first_where_czech_letters_are_alike(text: str) -> None:
    """Each of the three encodings is tried; a text of Czech letters in the first one always comes back."""
    try:
        text.encode("cp1250").decode("utf-8")
    except UnicodeDecodeError:
        assert decode(text.encode("cp1250")).text == text


@pytest.mark.parametrize("wrong", ["cp1250", "cp1252", "latin-1"])
def test_utf8_saved_twice_is_put_right_and_told(wrong: str) -> None:
    words = "šťastný žák má áéíóúýě ř ů"
    decoded = decode(words.encode().decode(wrong).encode())
    assert decoded.text == words
    assert len(decoded.notes) == 1
    assert all(decoded.notes[0])


def test_letters_lost_for_good_are_counted() -> None:
    decoded = decode("P\ufffdíjmení;Nov\ufffdk".encode())
    assert "(2)" in decoded.notes[0][0]
    assert "(2)" in decoded.notes[0][1]


def test_an_encoding_that_is_asked_for_is_taken() -> None:
    assert decode("ĽŚ".encode("iso8859_2"), "iso8859_2").text == "ĽŚ"


def test_bytes_that_are_not_of_the_encoding_asked_for_are_refused_with_their_line() -> None:
    with pytest.raises(InputError) as caught:
        decode("a\nžluť".encode("cp1250"), "utf-8")
    assert (caught.value.problems[0].code, caught.value.problems[0].place) == ("encoding", "řádek 2")


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        decode(b"abc\x00def")
    assert caught.value.problems[0].code == "not_text"
