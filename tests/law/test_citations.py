from __future__ import annotations

import re
from datetime import date

import pytest
from tests.law.support import changed, refusals, shipped_pack, the_one

from dluhy.law.citations import act_of, readable
from dluhy.law.models import Act, Citation, Interval

NBSP = "\u00a0"


def act(name: str, kind: str = "act", cs: str = "o poplatcích", en: str = "on fees") -> Act:
    link = "https://example.org/act"
    return Act.model_validate({"id": name, "kind": kind, "title": {"cs": cs, "en": en}, "link": link})


FEES = act("565/1990")
RULING = act("Pl. ÚS 9/15", "decision", "nález Ústavního soudu Pl. ÚS 9/15", "Constitutional Court, Pl. ÚS 9/15")
OPINION = act("ochránce 2129/2015/VOP", "opinion", "zpráva ochránce 2129/2015/VOP", "Ombudsman, 2129/2015/VOP")
ACTS = {known.id: known for known in (FEES, RULING, OPINION)}


def cited(at: str, first: date | None = None, last: date | None = None) -> Citation:
    wording = Interval.model_validate({"from": first, "to": last}) if first or last else None
    return Citation(at=at, wording=wording)


@pytest.mark.parametrize(
    ("citation", "cs", "en"),
    [
        (cited("565/1990"), "zákon č.~565/1990~Sb.", "Act No.~565/1990~Coll."),
        (cited("565/1990 § 12"), "§~12 zákona č.~565/1990~Sb.", "§~12 Act No.~565/1990~Coll."),
        (
            cited("565/1990 § 10b odst. 1 písm. a)", None, date(2012, 6, 30)),
            "§~10b odst.~1 písm.~a) zákona č.~565/1990~Sb., ve znění do 30.~6.~2012",
            "§~10b (1) (a) Act No.~565/1990~Coll., as in force to 2012-06-30",
        ),
        (
            cited("565/1990 § 12", date(2012, 7, 1), date(2015, 12, 31)),
            "§~12 zákona č.~565/1990~Sb., ve znění od 1.~7.~2012 do 31.~12.~2015",
            "§~12 Act No.~565/1990~Coll., as in force from 2012-07-01 to 2015-12-31",
        ),
        (
            cited("565/1990 § 12 odst. 1 až 3", date(2016, 1, 1)),
            "§~12 odst.~1 až 3 zákona č.~565/1990~Sb., ve znění od 1.~1.~2016",
            "§~12 (1) to (3) Act No.~565/1990~Coll., as in force from 2016-01-01",
        ),
        (
            cited("565/1990 čl. II body 1, 2"),
            "čl.~II body~1, 2 zákona č.~565/1990~Sb.",
            "Art.~II points~1, 2 Act No.~565/1990~Coll.",
        ),
        (
            cited("565/1990 čl. I bod 4 věta druhá"),
            "čl.~I bod~4 věta~druhá zákona č.~565/1990~Sb.",
            "Art.~I point~4 second sentence Act No.~565/1990~Coll.",
        ),
        (
            cited("565/1990 § 12 odst. 1, 2 písm. d), i)"),
            "§~12 odst.~1, 2 písm.~d), i) zákona č.~565/1990~Sb.",
            "§~12 (1), (2) (d), (i) Act No.~565/1990~Coll.",
        ),
        (cited("Pl. ÚS 9/15"), "nález Ústavního soudu Pl. ÚS 9/15", "Constitutional Court, Pl. ÚS 9/15"),
        (
            cited("Pl. ÚS 9/15 bod 3"),
            "nález Ústavního soudu Pl. ÚS 9/15, bod~3",
            "Constitutional Court, Pl. ÚS 9/15, point~3",
        ),
        (cited("ochránce 2129/2015/VOP"), "zpráva ochránce 2129/2015/VOP", "Ombudsman, 2129/2015/VOP"),
    ],
    ids=lambda case: case.at if isinstance(case, Citation) else None,
)
def test_a_citation_is_a_fragment_of_a_sentence_that_does_not_break_before_a_number(
    citation: Citation, cs: str, en: str
) -> None:
    """The tilde stands for a no-break space."""
    assert readable(citation, ACTS).text == cs.replace("~", NBSP)
    assert readable(citation, ACTS, "cs").text == cs.replace("~", NBSP)
    assert readable(citation, ACTS, "en").text == en.replace("~", NBSP)


def test_a_readable_citation_leads_to_the_act() -> None:
    found = readable(cited("Pl. ÚS 9/15 bod 3"), ACTS)

    assert (found.act, found.link) == ("Pl. ÚS 9/15", "https://example.org/act")


def test_the_longest_id_that_the_citation_begins_with_is_the_act() -> None:
    acts = {known.id: known for known in (act("NSS 1 As"), act("NSS 1 As 116/2014", "decision"), act("NSS 1"))}

    assert act_of(cited("NSS 1 As 116/2014 bod 5"), acts) == acts["NSS 1 As 116/2014"]
    assert act_of(cited("NSS 1 As 116/2014"), acts) == acts["NSS 1 As 116/2014"]
    assert act_of(cited("NSS 1 As 117/2014"), acts) == acts["NSS 1 As"]
    assert act_of(cited("NSS 1 Afs 1/2014"), acts) == acts["NSS 1"]


@pytest.mark.parametrize(
    "at", ["565/1991 § 12", "565/19905 § 12", "65/1990", "565/1990§ 12", "zákon 565/1990", "pl. ús 9/15"]
)
def test_an_act_is_known_by_its_whole_id_only(at: str) -> None:
    assert act_of(cited(at), ACTS) is None
    with pytest.raises(KeyError, match=at):
        readable(cited(at), ACTS)


@pytest.mark.parametrize(
    ("wording", "en"),
    [("{}", "an interval has at least one end"), ("{ from = 2012-07-01, to = 2012-06-30 }", "runs backwards")],
)
def test_a_wording_without_days_or_with_its_ends_turned_round_is_refused(wording: str, en: str) -> None:
    texts = changed(("children/local_fees.toml", "wording = { to = 2012-06-30 }", f"wording = {wording}"))

    problem = the_one(refusals(texts), "schema_value_error")

    assert problem.place == "children/local_fees.toml rule 0(W0) cites 0 Citation wording"
    assert problem.cs == "údaje si odporují"
    assert en in problem.en


def all_citations() -> list[Citation]:
    pack = shipped_pack()
    steps = [step for ladder in pack.ladders.values() for step in ladder.step]
    written: list[str | Citation] = []
    for rule in pack.rules.values():
        written += rule.citations
    for presumption in pack.presumptions.values():
        written += presumption.citations
    for step in steps:
        written += [*step.citations, *step.limit.cites]
    for series in pack.series.values():
        written += [cite for period in series.period for cite in period.cites]
    for table in pack.days.values():
        written += table.cites
    return [cite if isinstance(cite, Citation) else Citation(at=cite) for cite in written]


def test_every_citation_of_the_pack_can_be_read_in_both_languages() -> None:
    acts = shipped_pack().acts

    for citation in all_citations():
        for language, begin in (("cs", "zákon"), ("en", "Act No.")):
            found = readable(citation, acts, "cs" if language == "cs" else "en")
            title = acts[found.act].title.text("cs" if language == "cs" else "en")
            assert (begin if acts[found.act].kind == "act" else title) in found.text
            assert found.text == " ".join(found.text.split(" ")).strip(" ,")
            assert not any(f"{sign} " in found.text for sign in ("§", "odst.", "písm.", "čl."))


def test_every_link_of_the_pack_is_an_address_of_its_own_without_spaces() -> None:
    links = {known.id: known.link for known in shipped_pack().acts.values()}

    assert [name for name, link in links.items() if not link.startswith(("https://", "http://"))] == []
    assert [name for name, link in links.items() if any(sign.isspace() for sign in link)] == []
    assert len(set(links.values())) == len(links)


@pytest.mark.parametrize(
    "link", ["www.e-sbirka.cz/eli/cz/sb/2001/120", "https://www.e-sbirka.cz/eli 2001", "ftp://e-sbirka.cz"]
)
def test_an_address_that_cannot_be_opened_is_refused(link: str) -> None:
    texts = changed(("acts.toml", "https://www.e-sbirka.cz/eli/cz/sb/2001/120/2026-10-01", link))

    assert the_one(refusals(texts), "schema_string_pattern_mismatch").place.endswith("(120/2001) link")


def test_no_citation_of_the_pack_holds_a_czech_word_of_law_in_english() -> None:
    pack = shipped_pack()
    told = {readable(cite, pack.acts, "en").text for rule in pack.rules.values() for cite in rule.citations}
    assert not [text for text in told if re.search(r"odst\.|písm\.|\bčl\.|\bbody?\b|věta| až ", text)]
