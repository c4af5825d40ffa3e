"""Readers in processes of their own, several at a time: a file that crashes or hangs one costs only itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from hashlib import file_digest
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from grantcheck.data.fault import DataFault
from grantcheck.data.profile import Profile
from grantcheck.isolation.process import ChildProcess, ProcessEnded
from grantcheck.model.document import Document, Measure
from grantcheck.model.note import Source
from grantcheck.model.reading_limits import USUAL, ReadingLimits
from grantcheck.model.text import Text
from grantcheck.read.ahead import READER
from grantcheck.read.media import media_type
from grantcheck.read.moved import under_path

_FILES_EACH = 500
"""A process is replaced after so many files, so that nothing piles up in it."""
_PATIENCE_AT_START = 60.0
"""Seconds until a reader is ready, which a busy machine delays; no file is to blame for them."""
_NO_MEMORY = Text(
    en="the reader needed more memory than it may have", da="læseren brugte mere hukommelse, end den må"
)


class ReaderProcess:
    """A reader in a child process, replaced whenever it ends.

    Args:
        profile: the municipality's words.
        limits: how much is read, how long and with how much memory.
        entry: the `module:function` that the child runs.
        ocr: whether pages of PDF files that are images are recognised; that is given more time.
        ahead: the first child, where one was started before.
    """

    def __init__(
        self,
        profile: Profile,
        limits: ReadingLimits = USUAL,
        entry: str = "grantcheck.read.child:serve",
        *,
        ocr: bool = False,
        ahead: ChildProcess | None = None,
    ) -> None:
        self._entry, self._ocr, self._ahead = entry, ocr, ahead
        self._first = {"profile": profile.model_dump_json(), "limits": asdict(limits)}
        self._patience = limits.patience(ocr=ocr)
        self._child: ChildProcess | None = None
        self._files = 0
        self._given_up = False

    def read(self, path: Path, mapping: Path | None = None) -> Document:
        """The document at `path`; without notes, and with the reason, where the reader ended over it.

        Raises:
            DataFault: the mapping has a mistake.
            ProcessEnded: nobody waits for it any more.
        """
        try:
            answer = self._asked(
                {"path": str(path), "mapping": str(mapping) if mapping else None, "ocr": self._ocr}
            )
        except ProcessEnded as ended:
            self.close()
            if self._given_up:
                raise
            return not_read(path, ended.how)
        if "exhausted" in answer:
            self.close()
            return not_read(path, _NO_MEMORY)
        if "mistake" in answer:
            file, line, problem, remedy = answer["mistake"]
            raise DataFault(Path(file), line, problem, remedy)
        return under_path(Document.model_validate_json(answer["document"]), str(path))

    def give_up(self) -> None:
        """End the child in the middle of its work; called from another thread than the one that reads."""
        self._given_up = True
        if self._child is not None:
            self._child.kill()

    def close(self) -> None:
        """End the child."""
        if self._child is not None:
            self._child.close()
            self._child = None
            self._files = 0

    def _asked(self, question: dict[str, str | bool | None]) -> dict[str, Any]:
        if self._files >= _FILES_EACH:
            self.close()
        if self._child is None:
            self._child = self._started()
            self._child.asked(self._first, _PATIENCE_AT_START)
        self._files += 1
        return self._child.asked(question)

    def _started(self) -> ChildProcess:
        ahead, self._ahead = self._ahead, None
        if ahead is not None and ahead.exit_code is None:
            return ahead
        return ChildProcess(self._entry, READER, self._patience)


def read_in_parallel(
    paths: Sequence[Path],
    start: Callable[[], ReaderProcess],
    jobs: int,
    mapping: Path | None = None,
) -> Iterator[Document]:
    """The documents at `paths`, in their order, read by up to `jobs` processes at a time.

    Raises:
        DataFault: the mapping has a mistake.
    """
    idle: SimpleQueue[ReaderProcess] = SimpleQueue()
    readers = [start() for _ in range(max(1, min(jobs, len(paths))))]
    for reader in readers:
        idle.put(reader)

    def read(path: Path) -> Document:
        reader = idle.get()
        try:
            return reader.read(path, mapping)
        finally:
            idle.put(reader)

    try:
        with ThreadPoolExecutor(len(readers)) as threads:
            try:
                yield from threads.map(read, paths)
            except BaseException:  # whoever waits for no more is not to wait for the files in hand
                for reader in readers:
                    reader.give_up()
                raise
    finally:
        for reader in readers:
            reader.close()


def not_read(path: Path, how: Text) -> Document:
    """A document that says that its reader ended over it."""
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    size = path.stat().st_size
    detail = Text(
        en=f"Reading it was ended ({how.en}). The file is damaged, or made to be hard to read; save it again.",
        da=f"Læsningen blev afbrudt ({how.da}). Filen er beskadiget eller lavet til at være svær at læse; gem den igen.",
    )
    return Document(
        source=Source(path=str(path), sha256=digest, media_type=media_type(path)),
        measure=Measure(
            bytes=size,
            byte_limit=size,
            characters=0,
            undecodable_bytes=0,
            control_characters=0,
            problem="reader-ended",
            detail=detail,
        ),
        notes=(),
    )
