"""Reading the documents of a run: remembered by content, never believed when anything changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from grantcheck.data.profile import load_profile
from grantcheck.data.shipped import shipped_rules
from grantcheck.read import reader
from grantcheck.read.cache import ReadingCache
from grantcheck.read.reading import Reading, ReadingOptions

PROFILE = load_profile(shipped_rules())
NOTE = Path(__file__).parents[2] / "fixtures" / "notes" / "BU017.txt"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "BU017.txt"
    path.write_bytes(NOTE.read_bytes())
    return path


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    return Reading(PROFILE, ReadingOptions(cache=tmp_path / "cache" / "readings.sqlite"))


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were really read."""
    found: list[Path] = []
    real = reader.read_document

    def counted(path: Path, *args: object, **kwargs: object) -> object:
        found.append(path)
        return real(path, *args, **kwargs)

    monkeypatch.setattr(reader, "read_document", counted)
    return found


def test_a_note_is_read_once_and_remembered(copy, reading, reads):
    first = reading.documents([copy])
    assert reading.documents([copy]) == first
    assert reads == [copy]


def test_the_same_content_elsewhere_is_known_under_its_new_path(copy, reading, reads, tmp_path):
    reading.documents([copy])
    moved = tmp_path / "moved.txt"
    moved.write_bytes(copy.read_bytes())
    (document,) = reading.documents([moved])
    assert reads == [copy]
    assert {document.source.path, document.notes[0].source.path} == {str(moved)}


def test_a_changed_note_is_read_again(copy, reading, reads):
    reading.documents([copy])
    copy.write_text(copy.read_text("utf-8").replace("1.240 0 0", "1.300 0 0"), "utf-8")
    (document,) = reading.documents([copy])
    assert len(reads) == 2
    assert document.notes[0].tables[-1].rows[0].amounts[2025] == 1_300_000


def test_another_profile_does_not_believe_what_was_read(copy, tmp_path, reads):
    options = ReadingOptions(cache=tmp_path / "readings.sqlite")
    Reading(PROFILE, options).documents([copy])
    other = PROFILE.model_copy(update={"districts": ()})
    Reading(other, options).documents([copy])
    assert len(reads) == 2


def test_a_damaged_cache_is_passed_over(copy, tmp_path, reads):
    file = tmp_path / "readings.sqlite"
    file.write_bytes(b"no database at all" * 100)
    reading = Reading(PROFILE, ReadingOptions(cache=file))
    assert reading.documents([copy])[0].notes[0].code == "BU017"
    assert reads == [copy]


def test_a_damaged_entry_is_read_anew(copy, tmp_path, reading, reads):
    reading.documents([copy])
    with sqlite3.connect(tmp_path / "cache" / "readings.sqlite") as connection:
        connection.execute("UPDATE reading SET document = '{}'")
    connection.close()
    assert reading.documents([copy])[0].notes
    assert len(reads) == 2


def test_a_cache_that_cannot_be_made_is_no_hindrance(copy, tmp_path):
    (tmp_path / "taken").write_text("a file where a folder should be")
    cache = ReadingCache(tmp_path / "taken" / "readings.sqlite", PROFILE)
    assert cache.found("any", "any") is None
    assert Reading(PROFILE, ReadingOptions(cache=tmp_path / "taken" / "x")).documents([copy])


def test_without_a_cache_nothing_is_remembered(copy, reads):
    for _ in range(2):
        Reading(PROFILE).documents([copy])
    assert len(reads) == 2
