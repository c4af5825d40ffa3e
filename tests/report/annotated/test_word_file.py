from __future__ import annotations

from io import BytesIO
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from read.docx.word import word
from read.generated.word_xml import paragraph, text_box

from grantcheck.model.location import CellLocation, ParagraphLocation
from grantcheck.report.annotated.marks import Mark
from grantcheck.report.annotated.word_file import annotated_word_file

from ..conftest import ABOVE, NOTED
from .notes import DAY, audited, copied, said, word_note


def note_in(folder: Path) -> Path:
    path = folder / "KUL21.docx"
    path.write_bytes(word_note())
    return path


def test_the_copy_is_read_and_judged_as_the_note_is(tmp_path: Path) -> None:
    path = note_in(tmp_path)
    report, marks = copied(path, tmp_path / "copy.docx")
    assert len(marks) > 3
    assert said(audited(tmp_path / "copy.docx")) == said(report)


def test_every_finding_is_in_a_comment_at_its_paragraph_or_cell(tmp_path: Path) -> None:
    _, marks = copied(note_in(tmp_path), tmp_path / "copy.docx", "da")
    document = Document(str(tmp_path / "copy.docx"))
    texts = [comment.text for comment in document.comments]
    for mark in marks:
        (told,) = [text for text in texts if f"{mark.number}. {mark.finding.rule} " in text]
        assert mark.finding.message in told
    assert {comment.author for comment in document.comments} == {"grantcheck"}
    starts = document.element.findall(f".//{qn('w:commentRangeStart')}")
    ends = document.element.findall(f".//{qn('w:commentRangeEnd')}")
    references = document.element.findall(f".//{qn('w:commentReference')}")
    assert len(starts) == len(ends) == len(references) == len(texts)
    assert any(list(start.iterancestors(qn("w:tc"))) for start in starts), "the prior table has a comment"


def test_the_text_of_the_note_is_not_touched(tmp_path: Path) -> None:
    path = note_in(tmp_path)
    copied(path, tmp_path / "copy.docx")
    before, after = (
        [node.text for node in Document(str(one)).element.iter(qn("w:t"))]
        for one in (path, tmp_path / "copy.docx")
    )
    assert before == after


def test_two_copies_are_the_same_bytes(tmp_path: Path) -> None:
    path = note_in(tmp_path)
    for name in ("one.docx", "two.docx"):
        copied(path, tmp_path / name)
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_what_has_no_place_is_told_at_the_first_paragraph() -> None:
    raw = word(paragraph("<w:r><w:t>Først</w:t></w:r>") + paragraph("<w:r><w:t>Sidst</w:t></w:r>"))
    lost = CellLocation(table=9, row=9, column=9)
    marks = [Mark(1, ABOVE, (ParagraphLocation(paragraph=2),)), Mark(2, NOTED), Mark(3, NOTED, (lost,))]
    document = Document(BytesIO(annotated_word_file(raw, marks, DAY, "en")))
    first, last = document.paragraphs
    told = {comment.comment_id: comment.text for comment in document.comments}
    (at_first,) = first._p.iter(qn("w:commentReference"))
    (at_last,) = last._p.iter(qn("w:commentReference"))
    assert told[int(at_first.get(qn("w:id")))].startswith("2. GC101")
    assert "3. GC101" in told[int(at_first.get(qn("w:id")))]
    assert told[int(at_last.get(qn("w:id")))].startswith("1. GC202")


def test_a_text_box_is_commented_where_it_hangs() -> None:
    box = text_box(paragraph("<w:r><w:t>I boksen</w:t></w:r>"), 0, 0, kind="drawing")
    raw = word(paragraph("<w:r><w:t>Uden for</w:t></w:r>" + box))
    marks = [Mark(1, ABOVE, (ParagraphLocation(paragraph=2),))]
    document = Document(BytesIO(annotated_word_file(raw, marks, DAY, "en")))
    (reference,) = document.element.iter(qn("w:commentReference"))
    assert not list(reference.iterancestors(qn("w:txbxContent")))
