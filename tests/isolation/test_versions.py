"""Two machines agree where each library that reads or judges has the same version."""

from __future__ import annotations

import sys
from importlib.metadata import version

from grantcheck.isolation import versions
from grantcheck.version import __version__


def test_own_version_python_and_every_library_that_decides_are_told() -> None:
    told = versions.described()
    assert told.startswith(f"{__version__} (Python {sys.version_info[0]}.{sys.version_info[1]}, ")
    assert f"pypdfium2 {version('pypdfium2')}" in told
    assert f"durable-rules {version('durable-rules')}" in told


def test_a_library_that_is_missing_is_told_so() -> None:
    assert versions._version("no-such-library") == "-"
