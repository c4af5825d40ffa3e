"""PDF, Word and text of one note are one note in several forms: the best is judged, the others compared with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from grantcheck.model.document import Document
from grantcheck.model.note import Note

BEST_FIRST = (".docx", ".yaml", ".yml", ".json", ".xlsx", ".csv", ".pdf", ".txt")
"""Word has real cells; a PDF knows positions only, a text not even those."""


@dataclass(frozen=True)
class Filed:
    """A note in its best form, with its other forms; or a file without a note."""

    document: Document
    note: Note | None
    other_forms: tuple[Note, ...] = ()


def filed(documents: Sequence[Document]) -> Iterator[Filed]:
    """Every note once, in the order of the documents; a file without a note stands alone.

    Files are forms of one note where they share stem and code and differ in their ending. Two notes of one
    code and ending are two notes, in one file or in two.
    """
    groups: dict[tuple[str, ...], list[tuple[Document, Note | None]]] = {}
    for document in documents:
        for number, note in enumerate(document.notes or (None,)):
            key = _key(document, note, number)
            while any(_ending(other) == _ending(document) for other, _ in groups.get(key, ())):
                key = (*key, "another")
            groups.setdefault(key, []).append((document, note))
    for forms in groups.values():
        document, note = min(forms, key=lambda form: _rank(form[0]))
        others = tuple(other for _, other in forms if other is not None and other is not note)
        yield Filed(document, note, others)


def _key(document: Document, note: Note | None, number: int) -> tuple[str, ...]:
    path = PurePath(document.source.path)
    if note is None or note.code is None:
        return ("alone", document.source.path, str(number))
    return ("note", path.stem, note.code)


def _ending(document: Document) -> str:
    return PurePath(document.source.path).suffix.lower()


def _rank(document: Document) -> tuple[int, str]:
    ending = _ending(document)
    return (BEST_FIRST.index(ending) if ending in BEST_FIRST else len(BEST_FIRST), document.source.path)
