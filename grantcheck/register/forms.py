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


Form = tuple[Document, Note | None]


def filed(documents: Sequence[Document]) -> Iterator[Filed]:
    """Every note once, in the order of the documents; a file without a note stands alone.

    Files are forms of one note where they share stem and code and differ in their ending. Two notes of one
    code and ending are two notes, in one file or in two; forms then belong together where they lie in one folder.
    """
    groups: dict[tuple[str, ...], list[Form]] = {}
    for document in documents:
        for number, note in enumerate(document.notes or (None,)):
            groups.setdefault(_key(document, note, number), []).append((document, note))
    for alike in groups.values():
        for forms in _notes_among(alike):
            document, note = min(forms, key=lambda form: _rank(form[0]))
            yield Filed(
                document, note, tuple(other for _, other in forms if other is not None and other is not note)
            )


def _key(document: Document, note: Note | None, number: int) -> tuple[str, ...]:
    path = PurePath(document.source.path)
    if note is None or note.code is None:
        return ("alone", document.source.path, str(number))
    return ("note", path.stem, note.code)


def _notes_among(alike: Sequence[Form]) -> list[list[Form]]:
    """Files of one stem and code, parted into notes: by folder where endings repeat, and by order within one."""
    endings = [_ending(document) for document, _ in alike]
    if len(set(endings)) == len(endings):
        return [list(alike)]
    parted: dict[tuple[str, int], list[Form]] = {}
    for document, note in alike:
        folder, number = str(PurePath(document.source.path).parent), 0
        while any(_ending(other) == _ending(document) for other, _ in parted.get((folder, number), ())):
            number += 1
        parted.setdefault((folder, number), []).append((document, note))
    return list(parted.values())


def _ending(document: Document) -> str:
    return PurePath(document.source.path).suffix.lower()


def _rank(document: Document) -> tuple[int, str]:
    ending = _ending(document)
    return (BEST_FIRST.index(ending) if ending in BEST_FIRST else len(BEST_FIRST), document.source.path)
