"""PDF, Word and text of one note are one note."""

from __future__ import annotations

from builders import document_of, note_of

from grantcheck.model.document import Document
from grantcheck.register.forms import filed


def file(path: str, *codes: str | None) -> Document:
    document = document_of(*(note_of(code=code) for code in codes))
    source = document.source.model_copy(update={"path": path})
    notes = tuple(note.model_copy(update={"source": source}) for note in document.notes)
    return document.model_copy(update={"source": source, "notes": notes})


def found(*documents: Document) -> list[tuple[str, list[str]]]:
    """The judged form of every note, and its other forms."""
    return [
        (one.document.source.path, [other.source.path for other in one.other_forms])
        for one in filed(documents)
    ]


def test_files_of_one_stem_and_code_are_forms_of_one_note():
    assert found(file("a/KF031.pdf", "KF031"), file("b/KF031.txt", "KF031")) == [
        ("a/KF031.pdf", ["b/KF031.txt"])
    ]


def test_word_comes_before_pdf_and_pdf_before_text():
    assert found(file("n.txt", "KF031"), file("n.pdf", "KF031"), file("n.DOCX", "KF031")) == [
        ("n.DOCX", ["n.txt", "n.pdf"])
    ]


def test_another_stem_or_another_code_is_another_note():
    assert len(found(file("a.pdf", "KF031"), file("b.txt", "KF031"))) == 2
    assert len(found(file("a.pdf", "KF031"), file("a.txt", "KF032"))) == 2


def test_notes_without_a_code_are_never_taken_together():
    assert len(found(file("a.pdf", None), file("a.txt", None))) == 2


def test_two_notes_of_one_code_in_one_file_stay_two():
    assert found(file("a.txt", "KF031", "KF031")) == [("a.txt", []), ("a.txt", [])]


def test_the_second_note_of_a_code_meets_the_second_of_the_other_form():
    assert found(file("a.pdf", "KF031", "KF031"), file("a.txt", "KF031", "KF031")) == [
        ("a.pdf", ["a.txt"]),
        ("a.pdf", ["a.txt"]),
    ]


def test_copies_with_one_ending_are_judged_each():
    copies = [file("draft/KF031.txt", "KF031"), file("final/KF031.TXT", "KF031")]
    assert found(*copies) == [("draft/KF031.txt", []), ("final/KF031.TXT", [])]


def test_a_file_without_a_note_stands_alone():
    assert found(file("empty.txt"), file("KF031.txt", "KF031")) == [("empty.txt", []), ("KF031.txt", [])]


def test_where_endings_repeat_forms_belong_to_their_folder():
    copies = [file(path, "KF031") for path in ("a/KF031.txt", "b/KF031.txt", "b/KF031.pdf")]
    assert found(*copies) == [("a/KF031.txt", []), ("b/KF031.pdf", ["b/KF031.txt"])]
