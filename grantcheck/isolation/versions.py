"""What a machine works with, as far as two machines must agree on it to give the same report."""

from __future__ import annotations

import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from grantcheck.version import __version__

_DECIDES = ("durable-rules", "lxml", "pypdf", "pypdfium2", "python-docx")
"""The libraries that judge and read; another version of them may see another line or word."""


@cache
def described() -> str:
    """Our own version, Python's, and those of the libraries, such as `0.1.0 (Python 3.11, lxml 6.0.2)`."""
    python = ".".join(map(str, sys.version_info[:2]))
    told = ", ".join([f"Python {python}", *(f"{name} {_version(name)}" for name in _DECIDES)])
    return f"{__version__} ({told})"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"
