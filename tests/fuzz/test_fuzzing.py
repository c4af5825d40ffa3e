"""A minute of fuzzing for each target; longer runs are started by hand."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .targets import TARGETS

_ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_a_minute_of_fuzzing_finds_nothing(name: str, tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason="fuzzing needs atheris: pip install 'grantcheck[fuzz]'")
    ended = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", name, "--seconds", "60", "--found", str(tmp_path)],
        cwd=_ROOT,
        env=os.environ | {"PYTHONPATH": str(_ROOT)},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    assert ended.returncode == 0, (
        f"{[path.read_bytes() for path in tmp_path.iterdir()]}\n{ended.stderr[-3000:]}"
    )
    assert "DONE" in ended.stderr
