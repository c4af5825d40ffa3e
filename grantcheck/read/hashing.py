"""The hash of a file that a reading depends on."""

from __future__ import annotations

from hashlib import file_digest
from typing import TYPE_CHECKING

from grantcheck.model.hashed import Hashed

if TYPE_CHECKING:
    from pathlib import Path


def hashed(path: Path) -> Hashed:
    """A file by its path as given, and its content."""
    with path.open("rb") as file:
        return Hashed(path=path.as_posix(), sha256=file_digest(file, "sha256").hexdigest())
