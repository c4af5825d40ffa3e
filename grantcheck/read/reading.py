"""All documents of a run: read once, remembered by content, with the doubts that a person settled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from grantcheck.data.profile import Profile
from grantcheck.model.document import Document
from grantcheck.read.cache import ReadingCache
from grantcheck.read.reader import read_document
from grantcheck.read.settled.readings import readings_beside
from grantcheck.read.settled.settling import settled

REMEMBERED = (".pdf", ".docx", ".txt")
"""The formats whose reading depends on the file and the profile alone; the others read a mapping too."""


@dataclass(frozen=True)
class ReadingOptions:
    """What a user may say about reading."""

    mapping: Path | None = None
    """Names the columns of CSV and Excel files; None to look for one beside the file."""
    cache: Path | None = None
    """The file with what was read before; None to read everything anew."""


@dataclass(frozen=True)
class Reading:
    """How the documents of a run are read."""

    profile: Profile
    options: ReadingOptions = ReadingOptions()

    def documents(self, paths: Sequence[Path]) -> list[Document]:
        """The documents at `paths`, in their order.

        Raises:
            DataFault: a mapping or a file with settled readings has a mistake.
        """
        file = self.options.cache
        cache = ReadingCache(file, self.profile) if file else None
        try:
            return list(self._read(paths, cache))
        finally:
            if cache:
                cache.close()

    def _read(self, paths: Sequence[Path], cache: ReadingCache | None) -> Iterator[Document]:
        for path in paths:
            document = self._remembered(path, cache) if cache else self._anew(path)
            readings = readings_beside(path)
            yield settled(document, readings) if readings else document

    def _remembered(self, path: Path, cache: ReadingCache) -> Document:
        suffix = path.suffix.lower()
        if suffix not in REMEMBERED:
            return self._anew(path)
        with path.open("rb") as file:
            key = cache.key(file_digest(file, "sha256").hexdigest(), suffix)
        found = cache.found(key, str(path))
        if found is not None:
            return found
        document = self._anew(path)
        cache.keep(key, document)
        return document

    def _anew(self, path: Path) -> Document:
        return read_document(path, str(path), self.profile, mapping=self.options.mapping)
