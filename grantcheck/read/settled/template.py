"""The doubts of a file as a template that a person fills in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

import yaml

from grantcheck.model.document import Document
from grantcheck.model.note import TOTAL, Note, Row
from grantcheck.read.settled.readings import OPEN

_HEAD = """\
# What a person read where grantcheck could not. Look at the file, replace each "open" by the figure in whole
# kroner (null for a blank cell) or by true or false, write who looked and when, and save this beside the file
# as {name}. It holds for the file as it is now; a changed file voids it.
"""


def readings_template(document: Document, name: str) -> str | None:
    """YAML text with every open doubt about figures and marks; None where there is none."""
    several = len(document.notes) > 1
    figures = [entry for note in document.notes for entry in _figures(note, several=several)]
    marks = [entry for note in document.notes for entry in _marks(note, several=several)]
    if not figures and not marks:
        return None
    content = {
        "file": PurePath(document.source.path).name,
        "sha256": document.source.sha256,
        "by": OPEN,
        "when": OPEN,
        "figures": figures,
        "marks": marks,
    }
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=110)
    return _HEAD.format(name=name) + text


def _figures(note: Note, *, several: bool) -> Iterator[dict[str, object]]:
    for table in note.tables:
        columns = [*map(str, table.years), TOTAL]
        for number, row in enumerate(table.rows, 1):
            for column in (each for each in columns if each in row.doubt):
                yield {
                    **_of(note, several=several),
                    "table": table.kind.value,
                    "row": number,
                    "column": column,
                    "value": OPEN,
                    "printed": _seen(note, row) or " | ".join((row.label, *_printed(row.printed, columns))),
                }


def _seen(note: Note, row: Row) -> str:
    """The row as it stands in the file, where the reader kept it with its doubt."""
    return next((unread.excerpt for unread in note.unread if unread.location == row.location), "")


def _printed(printed: dict[str, str], columns: Sequence[str]) -> Iterator[str]:
    return (f"{column}: {printed[column]}" for column in columns if column in printed)


def _marks(note: Note, *, several: bool) -> Iterator[dict[str, object]]:
    for label, mark in (*note.categories.items(), *note.districts.items()):
        if mark is None:
            yield {**_of(note, several=several), "mark": label, "value": OPEN}


def _of(note: Note, *, several: bool) -> dict[str, object]:
    return {"note": note.code} if several else {}
