"""Files that are refused, each with its reason."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from grantcheck.read.docx.layout import read_layout
from grantcheck.read.reader import read_document
from grantcheck.read.refused import Problem, RefusedError
from read.generated.mutation import zipped
from read.reading import profile

from .word import p, run, tbl, tc, tr, word, word_parts

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def problem(raw: bytes) -> Problem:
    with pytest.raises(RefusedError) as refused:
        read_layout(raw)
    return refused.value.problem


def with_document(content: str) -> bytes:
    return zipped(word_parts("") | {"word/document.xml": content.encode()})


def test_other_kinds_of_file() -> None:
    assert problem(b"%PDF-1.7") is Problem.NOT_WORD
    assert problem(zipped({"xl/workbook.xml": b"<x/>"})) is Problem.NOT_WORD
    assert problem(OLE + b"WordDocument") is Problem.NOT_WORD


def test_encrypted() -> None:
    assert problem(OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")) is Problem.ENCRYPTED


def test_damaged() -> None:
    raw = word(p(run("x")))
    assert problem(raw[: len(raw) // 2]) is Problem.DAMAGED
    assert problem(with_document("<w:document")) is Problem.DAMAGED
    assert problem(with_document("<document/>")) is Problem.DAMAGED


def test_a_document_type_is_refused() -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert problem(with_document(laughs)) is Problem.DAMAGED
    assert problem(zipped(word_parts("") | {"word/document.xml": laughs.encode("utf-16")})) is Problem.DAMAGED


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    assert problem(with_document("<x>" + " " * 30_000_000 + "</x>")) is Problem.TOO_LARGE


def test_sizes_in_headers_are_not_believed() -> None:
    raw = bytearray(with_document("<x>" + " " * 30_000_000 + "</x>"))
    size = (30_000_007).to_bytes(4, "little")
    lying = bytes(raw).replace(size, (1_000).to_bytes(4, "little"))
    assert lying != bytes(raw)
    assert problem(lying) in {Problem.TOO_LARGE, Problem.DAMAGED}


def test_too_many_entries() -> None:
    assert problem(zipped(word_parts("") | {f"x/{n}": b"" for n in range(2_001)})) is Problem.TOO_LARGE


def test_two_entries_of_one_name() -> None:
    stream = io.BytesIO(word(p(run("205"))))
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "<x/>")
    assert problem(stream.getvalue()) is Problem.DAMAGED


def test_deep_nesting_ends_in_text_or_refusal() -> None:
    def nested(depth: int) -> bytes:
        return word("<w:tbl><w:tr><w:tc>" * depth + p(run("x")) + "</w:tc></w:tr></w:tbl>" * depth)

    assert read_layout(nested(50)).blocks
    assert problem(nested(200)) is Problem.DAMAGED


def test_the_strict_form_of_the_standard() -> None:
    parts = word_parts(p(run("205")))
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert read_layout(zipped(parts)).blocks


def test_a_refused_file_is_a_document_with_a_reason(tmp_path: Path) -> None:
    file = tmp_path / "note.docx"
    file.write_bytes(b"PK\x03\x04 and nothing more")
    document = read_document(file, "note.docx", profile())
    assert document.notes == ()
    assert document.measure.problem == "damaged"
    assert document.measure.detail is not None
    assert document.source.media_type.endswith("wordprocessingml.document")


def test_tables_and_texts_beyond_all_measure() -> None:
    wide = tc("a", '<w:gridSpan w:val="200"/>')
    assert problem(word(tbl(*[tr(*[wide] * 50)] * 50))) is Problem.TOO_LARGE
    assert problem(stored(word_parts("<w:p/>" * 100_001))) is Problem.TOO_LARGE
    fields = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 3_000
    assert read_layout(word(p(fields, run("x")))).blocks


def stored(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()
