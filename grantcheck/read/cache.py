"""What was read before, by the content of the file: a second audit of a budget round reads nothing again."""

from __future__ import annotations

import sqlite3
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from grantcheck.model.document import Document
from grantcheck.read.moved import under_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from grantcheck.data.profile import Profile

_BUSY_SECONDS = 5
_PACKAGE = Path(__file__).resolve().parents[1]
_DECIDES = ("read", "model", "data")
"""The parts of the program that decide what is read; a change in any of them voids what was kept."""


class ReadingCache:
    """Documents in a SQLite file, as JSON. Several runs may use one file at a time; a faulty one is not used.

    Args:
        file: where it lies; made with its folder when it is not there.
        profile: the words that documents are read with.
    """

    def __init__(self, file: Path, profile: Profile) -> None:
        self._basis = sha256(f"{reader_fingerprint()}\n{profile.model_dump_json()}".encode()).hexdigest()
        self._connection = _opened(file)

    def key(self, content: str, suffix: str, options: str = "") -> str:
        """What a reading depends on: the file's hash and kind, the options, the reader and the profile."""
        return sha256("\n".join((self._basis, content, suffix, options)).encode()).hexdigest()

    def found(self, key: str, shown_path: str) -> Document | None:
        """The document read from this content before, under the path it has now."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT document FROM reading WHERE key = ?", (key,)).fetchone()
            return None if row is None else under_path(Document.model_validate_json(row[0]), shown_path)
        except (sqlite3.Error, ValidationError):
            return None

    def keep(self, key: str, document: Document) -> None:
        """Remember a document, without its path; where that fails it is read again next time."""
        if self._connection is None:
            return
        content = under_path(document, "").model_dump_json()
        try:
            with self._connection:
                self._connection.execute("INSERT OR REPLACE INTO reading VALUES (?, ?)", (key, content))
        except sqlite3.Error:
            return

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()


@cache
def reader_fingerprint() -> str:
    """A hash of the program's own reading parts, so that nothing read by an older one is believed."""
    digest = sha256()
    for path in _sources(_DECIDES):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _sources(parts: Iterable[str]) -> Iterator[Path]:
    for part in parts:
        yield from sorted((_PACKAGE / part).rglob("*.py"))


def _opened(file: Path) -> sqlite3.Connection | None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(file, timeout=_BUSY_SECONDS)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS reading (key TEXT PRIMARY KEY, document TEXT NOT NULL)"
        )
        connection.commit()
    except (OSError, sqlite3.Error):
        return None
    return connection
