"""Which files are read, by their ending; known without the libraries that read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LAID_OUT_TYPES: Final = {".docx": WORD, ".pdf": "application/pdf"}
STRUCTURED_TYPES: Final = {
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
    ".json": "application/json",
    ".csv": "text/csv",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
MEDIA_TYPES: Final = {".txt": "text/plain", **LAID_OUT_TYPES, **STRUCTURED_TYPES}
SUFFIXES: Final = tuple(MEDIA_TYPES)
"""What is read of a folder."""

_UNKNOWN_MEDIA = "application/octet-stream"


def media_type(path: Path) -> str:
    """What kind of file a path names, by its ending."""
    return MEDIA_TYPES.get(path.suffix.lower(), _UNKNOWN_MEDIA)
