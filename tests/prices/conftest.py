from __future__ import annotations

from pathlib import Path

import pytest

from .written import Written, series


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Writes a series file and loads it."""
    return lambda text: series(text, tmp_path)
