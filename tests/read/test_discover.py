"""Which files are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from grantcheck.read.discover import NothingThereError, discover


def test_a_folder_gives_its_notes_sorted_and_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "a.truth.json", ".hidden.txt", "picture.png"):
        (tmp_path / name).write_text("x")
    below = tmp_path / "round"
    below.mkdir()
    (below / "c.txt").write_text("x")
    (below / "loop").symlink_to(tmp_path)
    found = discover([tmp_path, tmp_path / "a.txt"])
    assert [file.name for file in found] == ["a.txt", "b.txt", "c.txt"]


def test_a_file_that_is_named_is_always_there(tmp_path: Path) -> None:
    odd = tmp_path / "picture.png"
    odd.write_text("x")
    assert discover([odd]) == (odd,)


def test_a_missing_path_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NothingThereError) as raised:
        discover([tmp_path / "nowhere"])
    assert raised.value.remedy
