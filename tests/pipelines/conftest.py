from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from git_repository import ENVIRONMENT, committed

from .running import BROKEN, CLEAN, REPOSITORY


@pytest.fixture(autouse=True)
def bare_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`grantcheck` on the path, as its installation would leave it, and nothing of the machine's own build server."""
    programs = tmp_path / "programs"
    programs.mkdir()
    program = programs / "grantcheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m grantcheck "$@"\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(programs), prepend=":")
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY), prepend=":")
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with a clean and a broken note, committed."""
    notes = tmp_path / "project" / "notes"
    notes.mkdir(parents=True)
    shutil.copyfile(REPOSITORY / "fixtures" / "clean" / "TM083.txt", notes / CLEAN.name)
    shutil.copyfile(REPOSITORY / "fixtures" / "notes" / "KF031.txt", notes / BROKEN.name)
    committed(notes.parent)
    return notes.parent
