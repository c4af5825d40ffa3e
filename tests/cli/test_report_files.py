"""Files of a run appear whole and together."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from grantcheck.cli.report_files import check_targets, write_all


def test_all_files_are_written(tmp_path: Path) -> None:
    write_all({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert [(path.name, path.read_bytes()) for path in sorted(tmp_path.iterdir())] == [
        ("a", b"1"),
        ("b", b"2"),
    ]


def test_one_that_cannot_be_written_leaves_all_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(OSError, match=r"No such file or directory.*gone/b") as caught:
        write_all({tmp_path / "a": b"new", tmp_path / "gone" / "b": b"2"})
    assert caught.value.filename == str(tmp_path / "gone" / "b")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr("grantcheck.cli.report_files.shutil.copymode", full)
    with pytest.raises(OSError, match="No space left") as caught:
        write_all({tmp_path / "a": b"new"})
    assert caught.value.filename == str(tmp_path / "a")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_all({pipe: b"1"})
    reader.join(timeout=10)
    assert read == [b"1"]
    assert pipe.is_fifo()


def test_what_cannot_be_written_is_known_beforehand(tmp_path: Path) -> None:
    check_targets([tmp_path / "a"])
    with pytest.raises(OSError, match="its folder does not exist"):
        check_targets([tmp_path / "a", tmp_path / "gone" / "b"])
    with pytest.raises(IsADirectoryError):
        check_targets([tmp_path])
