"""All documents of a run: read once, remembered by content, with the doubts that a person settled."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from grantcheck.data.profile import Profile
from grantcheck.isolation.process import ChildProcess
from grantcheck.model.document import Document
from grantcheck.model.reading_limits import USUAL, ReadingLimits
from grantcheck.read.cache import ReadingCache
from grantcheck.read.hashing import hashed
from grantcheck.read.ocr.tesseract import require_tesseract
from grantcheck.read.pool import ReaderProcess, read_in_parallel
from grantcheck.read.settled.readings import readings_beside, readings_path
from grantcheck.read.settled.settling import settled

REMEMBERED = (".pdf", ".docx", ".txt")
"""The formats whose reading depends on the file and the profile alone; the others read a mapping too."""
HOSTILE = (".pdf", ".docx", ".xlsx")
"""Formats whose files can be made to crash or hang a reader, or to fill the memory."""
_SMALL = 500_000
"""Bytes up to which a text is read at once, in this process."""


ReadsElsewhere = Callable[[Sequence[Path], Profile, ReadingLimits], Sequence[Document]]
"""Gives the documents at paths, in their order."""


@dataclass(frozen=True)
class ReadingOptions:
    """What a user may say about reading."""

    mapping: Path | None = None
    """Names the columns of CSV and Excel files; None to look for one beside the file."""
    cache: Path | None = None
    """The file with what was read before; None to read everything anew."""
    jobs: int = 1
    """How many files are read at a time."""
    told: Callable[[int, int], None] = lambda _done, _total: None
    """Hears how many files are done, and of how many."""
    ocr: bool = False
    """Whether pages of PDF files that are images are read by OCR, for the eye only."""
    limits: ReadingLimits = USUAL
    """How much is read, how long and with how much memory."""
    ahead: ChildProcess | None = None
    """A reader's process that was started before."""
    elsewhere: ReadsElsewhere | None = None
    """What reads in place of this machine, where a file's content and ending decide what is read."""


@dataclass(frozen=True)
class Reading:
    """How the documents of a run are read."""

    profile: Profile
    options: ReadingOptions = ReadingOptions()

    def documents(self, paths: Sequence[Path]) -> list[Document]:
        """The documents at `paths`, in their order.

        Raises:
            DataFault: a mapping or a file with settled readings has a mistake.
            OcrMissingError: OCR is asked for, and the program for it is not installed.
        """
        if self.options.ocr:
            require_tesseract()
        file = self.options.cache
        cache = ReadingCache(file, self.profile) if file else None
        try:
            found = self._found(paths, cache)
        finally:
            if cache:
                cache.close()
        return [self._settled(path, found[path]) for path in paths]

    def _found(self, paths: Sequence[Path], cache: ReadingCache | None) -> dict[Path, Document]:
        keys = (
            {path: _key(path, cache, self.options) for path in paths if path.suffix.lower() in REMEMBERED}
            if cache
            else {}
        )
        found = {
            path: document
            for path, key in keys.items()
            if cache and (document := cache.found(key, str(path))) is not None
        }
        missing = [path for path in paths if path not in found]
        for path, document in zip(missing, self._read(missing), strict=True):
            found[path] = document
            if cache and path in keys and document.notes:  # a reader that ended once may not end again
                cache.keep(keys[path], document)
            self.options.told(len(found), len(paths))
        return found

    def _read(self, paths: Sequence[Path]) -> Iterator[Document]:
        """Elsewhere what can be; text recognition cannot, as it depends on a program beside Python too."""
        elsewhere = self.options.elsewhere
        if elsewhere is None or self.options.ocr:
            yield from self._read_here(paths)
            return
        sent = [path for path in paths if self._goes_elsewhere(path)]
        found = dict(zip(sent, elsewhere(sent, self.profile, self.options.limits), strict=True))
        here = self._read_here([path for path in paths if path not in found])
        for path in paths:
            yield found[path] if path in found else next(here)

    def _goes_elsewhere(self, path: Path) -> bool:
        """A file that is too large to be read is measured here."""
        suffix = path.suffix.lower()
        return suffix in REMEMBERED and path.stat().st_size <= self.options.limits.bytes_of(suffix)

    def _read_here(self, paths: Sequence[Path]) -> Iterator[Document]:
        """Small texts in this process; what may crash or hang a reader in processes of their own."""
        if not any(path.suffix.lower() in HOSTILE or path.stat().st_size > _SMALL for path in paths):
            from grantcheck.read.reader import read_document  # noqa: PLC0415 - unused where a process reads

            for path in paths:
                yield read_document(
                    path, str(path), self.profile, self.options.limits, mapping=self.options.mapping
                )
            return
        ahead = iter([self.options.ahead])

        def started() -> ReaderProcess:
            taken = next(ahead, None)
            return ReaderProcess(self.profile, self.options.limits, ocr=self.options.ocr, ahead=taken)

        yield from read_in_parallel(paths, started, self.options.jobs, self.options.mapping)

    def _settled(self, path: Path, document: Document) -> Document:
        readings = readings_beside(path)
        if readings is None:
            return document
        after = settled(document, readings)
        if after == document:
            return document
        return after.model_copy(update={"read_with": (*after.read_with, hashed(readings_path(path)))})


def _key(path: Path, cache: ReadingCache, options: ReadingOptions) -> str:
    said = f"{options.limits} ocr={options.ocr}"
    with path.open("rb") as file:
        return cache.key(file_digest(file, "sha256").hexdigest(), path.suffix.lower(), said)
