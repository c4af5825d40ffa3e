"""Files read on a cluster give the documents they give here, whatever becomes of its workers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from isolation.local_cluster import local_cluster

from grantcheck.data.profile import load_profile
from grantcheck.data.shipped import shipped_rules
from grantcheck.isolation.cluster import Cluster
from grantcheck.isolation.connecting import connected
from grantcheck.model.reading_limits import USUAL, ReadingLimits
from grantcheck.read import cluster as on_cluster
from grantcheck.read import reading
from grantcheck.read.cluster import ReadsOnCluster
from grantcheck.read.pool import ReaderProcess
from grantcheck.read.reading import Reading, ReadingOptions
from read import deadly

from .pdf.files import pdf, text

PROFILE = load_profile(shipped_rules())
FIXTURES = Path(__file__).parents[2] / "fixtures" / "notes"
NOTES = sorted(FIXTURES.glob("*.txt"))[:6]


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with (
        local_cluster(tmp_path_factory.mktemp("cluster")) as started,
        connected(started.address, patience=30) as reached,
    ):
        yield reached


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Texts, PDF files, one of them damaged, and a table with notes."""
    for note in NOTES:
        shutil.copy(note, tmp_path)
    (tmp_path / "sheet.PDF").write_bytes(pdf(text(60, 700, "A sheet that is no note")))
    (tmp_path / "damaged.pdf").write_bytes(b"%PDF-1.7\nno more than this")
    (tmp_path / "table.csv").write_text("code;title\nBU001;Et ønske\n", "utf-8")
    return tmp_path


def read(folder: Path, cluster: Cluster | None, limits: ReadingLimits = USUAL) -> list[object]:
    elsewhere = None if cluster is None else ReadsOnCluster(cluster)
    options = ReadingOptions(limits=limits, elsewhere=elsewhere)
    return list(Reading(PROFILE, options).documents(sorted(folder.iterdir())))


def not_here(*_args: object, **_options: object) -> ReaderProcess:
    pytest.fail("read on this machine")


def test_documents_are_those_of_this_machine(there: Cluster, folder: Path) -> None:
    assert read(folder, there) == read(folder, None)


def test_texts_and_pages_are_read_on_the_cluster_alone(
    there: Cluster, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "table.csv").unlink()
    monkeypatch.setattr(reading, "ReaderProcess", not_here)
    monkeypatch.setattr("grantcheck.read.reader.read_document", not_here)
    assert len(read(folder, there)) == len(NOTES) + 2


def test_what_is_too_large_is_measured_here_and_not_sent(there: Cluster, tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    file.write_bytes(b"x" * 50)
    limits = ReadingLimits(text_bytes=40)
    assert not Reading(PROFILE, ReadingOptions(limits=limits))._goes_elsewhere(file)
    assert read(tmp_path, there, limits) == read(tmp_path, None, limits)


def test_with_text_recognition_files_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_args: object) -> list[object]:
        pytest.fail("sent")

    monkeypatch.setattr(reading, "require_tesseract", lambda: None)
    options = ReadingOptions(ocr=True, elsewhere=refused)  # type: ignore[arg-type]
    assert len(Reading(PROFILE, options).documents(NOTES[:1])) == 1


def test_a_worker_that_is_killed_while_it_reads_costs_nothing(
    there: Cluster, folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path_factory.mktemp("mark") / "killed"
    monkeypatch.setattr(on_cluster, "read_there", partial(deadly.read_after_a_death, str(mark)))
    assert read(folder, there) == read(folder, None)
    assert mark.exists()


def test_a_file_that_kills_workers_is_told_and_the_others_are_read(
    there: Cluster, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = read(folder, None)
    deadly_file = folder / "zz.txt"
    deadly_file.write_bytes(deadly.HIT)
    monkeypatch.setattr(on_cluster, "read_there", deadly.read_unless_hit)
    *others, lost = ReadsOnCluster(there)([*sorted(folder.glob("*.txt"))], PROFILE, USUAL)
    assert [one for one in usual if one.source.path.endswith(".txt")] == others  # type: ignore[attr-defined]
    assert (lost.source.path, lost.measure.problem, lost.notes) == (str(deadly_file), "reader-ended", ())
    assert lost.measure.detail is not None
    assert "the worker of the cluster that read it died each time" in lost.measure.detail.en
    assert "den arbejder i klyngen, der læste den, døde hver gang" in lost.measure.detail.da


def test_a_file_that_is_gone_is_told_by_its_name(there: Cluster, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"gone\.pdf"):
        ReadsOnCluster(there)([tmp_path / "gone.pdf"], PROFILE, USUAL)


def test_a_worker_keeps_its_reader_as_long_as_the_limits_are_the_same() -> None:
    kept = on_cluster._Kept()
    profile = PROFILE.model_dump_json()
    first = kept.reader(profile, USUAL)
    assert kept.reader(profile, USUAL) is first
    assert kept.reader(profile, ReadingLimits(text_bytes=40)) is not first
