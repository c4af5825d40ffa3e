"""Readers in processes of their own: a file that kills or hangs one costs only itself."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from grantcheck.data.profile import load_profile
from grantcheck.data.shipped import shipped_rules
from grantcheck.model.reading_limits import USUAL, ReadingLimits
from grantcheck.read import child, pool, reader
from grantcheck.read.pool import ReaderProcess, read_in_parallel
from grantcheck.read.reader import read_document
from grantcheck.read.reading import Reading, ReadingOptions

from .pdf.files import pdf, text

PROFILE = load_profile(shipped_rules())
NOTES = sorted((Path(__file__).parents[2] / "fixtures" / "notes").glob("*.txt"))[:4]
ENTRY = "tests.read.test_pool:{}"


def serve_with_accidents() -> None:
    """A reader that meets an accident over files named after it."""
    real = child.read_document

    def read(path: Path, *args: object, **kwargs: object) -> object:
        match path.stem:
            case "crash":
                os.kill(os.getpid(), signal.SIGSEGV)
            case "hang":
                time.sleep(60)
            case "memory":
                bytearray(USUAL.memory_bytes * 2)
            case "endless":
                while True:
                    pass
            case "nonsense":
                sys.stdout.write("nonsense\n")
        return real(path, *args, **kwargs)

    child.read_document = read
    child.serve()


@pytest.fixture
def files(tmp_path: Path):
    def made(*names: str) -> list[Path]:
        paths = [tmp_path / f"{name}.txt" for name in names]
        for path in paths:
            path.write_bytes(NOTES[0].read_bytes())
        return paths

    return made


def _reader(seconds: int = 20) -> ReaderProcess:
    limits = ReadingLimits(seconds=seconds, processor_seconds=1)
    return ReaderProcess(PROFILE, limits, ENTRY.format("serve_with_accidents"))


def test_a_reader_elsewhere_reads_the_same():
    expected = [read_document(path, str(path), PROFILE) for path in NOTES]
    assert list(read_in_parallel(NOTES, lambda: ReaderProcess(PROFILE), jobs=2)) == expected


@pytest.mark.parametrize(
    ("accident", "said"),
    [
        ("crash", "died of SIGSEGV"),
        ("memory", "needed more memory than it may have"),
        ("endless", "computed longer than it may"),
        ("nonsense", "answered nonsense"),
    ],
)
def test_an_accident_costs_only_the_file_it_happens_over(files, accident, said):
    before, lost, after = read_in_parallel(files("before", accident, "after"), _reader, jobs=1)
    assert [bool(document.notes) for document in (before, lost, after)] == [True, False, True]
    assert lost.measure.problem == "reader-ended"
    assert said in lost.measure.detail.en
    assert len(lost.source.sha256) == 64


def test_a_file_that_hangs_its_reader_is_given_up(files):
    started = time.monotonic()
    lost, after = read_in_parallel(files("hang", "after"), lambda: _reader(seconds=5), jobs=1)
    assert "gave no answer within 5 seconds" in lost.measure.detail.en
    assert after.notes
    assert time.monotonic() - started < 40


def test_a_reader_is_replaced_before_anything_piles_up_in_it(files, monkeypatch):
    monkeypatch.setattr(pool, "_FILES_EACH", 2)
    reader = _reader()
    children = []
    for path in files("a", "b", "c"):
        assert reader.read(path).notes
        children.append(reader._child)
    reader.close()
    assert children[0] is children[1] is not children[2]


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are the system's")
def test_a_pdf_that_unpacks_beyond_measure_costs_only_itself(tmp_path):
    bomb, good = tmp_path / "bomb.pdf", tmp_path / "good.pdf"
    bomb.write_bytes(pdf(" " * 900_000_000))
    good.write_bytes(pdf(text(50, 700, "BU017 Lektiehjælp") + text(50, 680, "Resume")))
    lost, after = Reading(PROFILE).documents([bomb, good])
    assert lost.notes == ()
    assert lost.measure.problem
    assert after.notes[0].code == "BU017"


def test_a_pdf_alone_is_read_elsewhere(tmp_path, monkeypatch):
    file = tmp_path / "note.pdf"
    file.write_bytes(pdf(text(50, 700, "BU017 Lektiehjælp") + text(50, 680, "Resume")))
    monkeypatch.delattr(reader, "read_document")
    (document,) = Reading(PROFILE, ReadingOptions(jobs=1)).documents([file])
    assert document.notes[0].code == "BU017"


def test_how_a_reader_ended_is_said_in_both_languages(files):
    (lost,) = read_in_parallel(files("crash"), _reader, jobs=1)
    assert "(læserens proces døde af SIGSEGV)" in lost.measure.detail.da


def test_many_readers_keep_the_order_of_the_files(files):
    paths = files("c", "a", "crash", "b")
    assert [d.source.path for d in read_in_parallel(paths, _reader, jobs=3)] == [str(path) for path in paths]


def test_no_files_need_no_answer():
    assert list(read_in_parallel([], lambda: ReaderProcess(PROFILE), jobs=2)) == []
