from __future__ import annotations

import json
from io import StringIO

import pytest
from rich.console import Console

from grantcheck.model.document import Document, Measure
from grantcheck.model.note import Note, Source
from grantcheck.report.documents import notes_of, wholly_read
from grantcheck.report.note_json import NotesJson
from grantcheck.report.note_text import NotesText
from grantcheck.report.page import Page


def printed(note: Note, width: int = 80) -> str:
    console = Console(file=StringIO(), width=width, color_system=None, _environ={})
    return NotesText(Page(console), "en").rendered([note])


def document(**measured: int) -> Document:
    fields = {
        "bytes": 10,
        "byte_limit": 100,
        "characters": 5,
        "undecodable_bytes": 0,
        "control_characters": 0,
    }
    return Document(
        source=Source(path="x.txt", sha256="00", media_type="text/plain"),
        measure=Measure(**(fields | measured)),
        notes=(),
    )


@pytest.mark.parametrize(
    ("measured", "said"),
    [
        ({"bytes": 0, "characters": 0}, "empty"),
        ({"bytes": 101}, "larger than 100 bytes"),
        ({"undecodable_bytes": 3}, "not UTF-8 text"),
        ({"control_characters": 3}, "not UTF-8 text"),
        ({}, "No budget note"),
    ],
)
def test_a_file_without_a_note_says_why(measured: dict[str, int], said: str) -> None:
    (note,) = notes_of([document(**measured)])
    (entry,) = note.unread
    assert (entry.code, entry.about) == ("GC901", "page")
    assert said in entry.message.en
    assert not wholly_read([note])
    value = json.loads(NotesJson("en").rendered([note]))["notes"][0]
    assert (value["code"], value["tables"], value["categories"]) == (None, [], {})
    assert said in value["unread"][0]["message"]
    assert "x.txt" in printed(note)


def test_a_doubtful_figure_is_marked_and_listed(note: Note) -> None:
    text = printed(note)
    assert "? row 1 “Vagt i aftentimerne” (line 90), could not be decided: 2027, committee" in text
    assert "Kultur- og Fritidsudvalget?" in text


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140])
def test_no_figure_is_ever_cut(note: Note, width: int) -> None:
    text = printed(note, width)
    assert text.count("−12 345 000") == 13
    assert text.count("1 450 000") == 8
    assert max(map(len, text.splitlines())) <= width


def test_hostile_labels_do_nothing(note: Note) -> None:
    table = note.tables[0]
    row = table.rows[0].model_copy(update={"label": "[red]\x1b[31m\u202e" + "w" * 4_000})
    hostile = note.model_copy(
        update={
            "title": "[link=http://x]\x1b",
            "categories": {"[blink]\x1b": True},
            "tables": (table.model_copy(update={"rows": (row,), "caption": "\x1b]8;;x"}),),
        }
    )
    text = printed(hostile)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[red]␛[31m" in text.replace("\n", "")
    assert max(map(len, text.splitlines())) <= 80
