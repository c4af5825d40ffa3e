"""Which files there are to read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from grantcheck.read.media import SUFFIXES
from grantcheck.read.structured.likeness import DATA_SUFFIXES, holds_notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BESIDE_NOTES = (
    ".truth.json",
    ".expected.yaml",
    ".readings.yaml",
    "mapping.yaml",
    "waivers.yaml",
    "waivers.xlsx",
)
"""How files end that lie beside notes and are none."""
_LOCK = "~$"
"""What Excel and Word put before the name of a file that is open."""


class NothingThereError(FileNotFoundError):
    """A path was given that does not exist."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is no file or folder '{path}'.")
        self.path = path
        self.remedy = "Check the spelling, or give the folder that holds the notes."


def discover(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files to read, sorted and each once.

    A file that is named is always among them, so that one that cannot be read is reported; of a folder only
    files that a reader exists for.

    Raises:
        NothingThereError: a path does not exist.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise NothingThereError(path)
        for file in _walk(path) if path.is_dir() else (path,):
            found.setdefault(file.resolve(), file)
    return tuple(sorted(found.values()))


def _walk(folder: Path) -> Iterator[Path]:
    """Readable files below a folder; links to folders are not followed, so there are no loops."""
    for parent, folders, files in os.walk(folder, followlinks=False):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            file = Path(parent, name)
            if _wanted(file) and file.is_file():
                yield file


def _wanted(file: Path) -> bool:
    if file.name.startswith((".", _LOCK)) or file.name.lower().endswith(_BESIDE_NOTES):
        return False
    suffix = file.suffix.lower()
    return suffix in SUFFIXES and (suffix not in DATA_SUFFIXES or holds_notes(file))
