"""The rebuilt notes, which lie beside the repository where there are any."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[4] / "shared" / "corpus" / "notes"


def notes() -> list[Path]:
    """The PDF files."""
    return sorted(_FOLDER.glob("*.pdf")) if _FOLDER.is_dir() else []
