"""What is answered to a document or a file about the index: the report that `dluhy index --json` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.documents.files import limited
from dluhy.documents.in_memory import file_of
from dluhy.municipal.index.computing import computed
from dluhy.municipal.index.document import asked_index
from dluhy.municipal.index.files import read_inputs, rejected_problems
from dluhy.problems import InputError
from dluhy.report.index import index_report
from dluhy.report.index_receipt import index_receipt
from dluhy.report.written import as_json

if TYPE_CHECKING:
    from dluhy.documents.files import Content
    from dluhy.law.pack import Pack
    from dluhy.problems import Language


def index_answer(content: Content, language: Language, pack: Pack) -> bytes:
    """Return the answer to a document; InputError with everything that does not fit, with its pointer."""
    asked = asked_index(content, pack)
    receipt = index_receipt(asked.indexed, pack, asked.sha256)
    return as_json(index_report(asked.indexed, pack, language, asked.codes, receipt)).encode()


def index_file_answer(data: bytes, year: int | None, language: Language, pack: Pack, *, partial: bool = False) -> bytes:
    """Return the answer to the content of a file (CSV, XLSX and others); InputError with every cell it cannot use.

    A report names no rejected rows: a file is taken whole, or refused with every reason.
    """
    with file_of(data) as path:
        listed = read_inputs(path, year, pack, partial=partial)
    if listed.rows_rejected or not listed.frame.height:
        raise InputError(limited(rejected_problems(listed)))
    indexed = computed(listed.frame, listed.year, pack, partial=partial)
    codes = indexed.rows["code"].to_list()
    receipt = index_receipt(indexed, pack, listed.sha256)
    return as_json(index_report(indexed, pack, language, codes, receipt)).encode()
