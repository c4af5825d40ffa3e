"""Reading in a process of its own, so that a hostile file ends that process and not the program."""

from __future__ import annotations

import atexit
import base64
from threading import Lock

from grantcheck.isolation.process import ChildProcess, ProcessEnded
from grantcheck.read.blocks import Layout
from grantcheck.read.layout_json import layout_from_json
from grantcheck.read.ocr.scans import FILE_SECONDS
from grantcheck.read.refused import Problem, RefusedError

PATIENCE = 30.0
"""Seconds after which a file counts as hanging."""
_FILES_EACH = 500
"""A process is replaced after so many files, so that nothing piles up in it."""
_ENTRY = "grantcheck.read.reading_child:serve"


class IsolatedReader:
    """Reads files in a child process that stays warm, and starts another where one died or hung.

    Args:
        entry: the `module:function` that the child runs.
        patience: seconds after which a file counts as hanging.
    """

    def __init__(self, entry: str = _ENTRY, patience: float = PATIENCE) -> None:
        self._entry, self._patience = entry, patience
        self._child: ChildProcess | None = None
        self._files = 0
        self._one_at_a_time = Lock()

    def layout(self, raw: bytes, suffix: str, *, ocr: bool = False) -> Layout:
        """The layout of a file.

        Args:
            raw: the whole file.
            suffix: says the format, as in ".pdf".
            ocr: whether pages that are images are recognised.

        Raises:
            RefusedError: it was not read, or reading it broke the process.
        """
        question = {"suffix": suffix, "content": base64.b64encode(raw).decode("ascii"), "ocr": ocr}
        with self._one_at_a_time:
            try:
                answer = self._ready().asked(question)
            except ProcessEnded as ended:
                self._end()
                raise RefusedError(Problem.FAILED) from ended
        if "problem" in answer:
            raise RefusedError(Problem(answer["problem"]))
        try:
            return layout_from_json(answer["layout"])
        except (KeyError, ValueError) as error:
            self.close()
            raise RefusedError(Problem.FAILED) from error

    def start(self) -> None:
        """Start the process before the first file comes."""
        with self._one_at_a_time:
            self._ready()

    def close(self) -> None:
        """End the process."""
        with self._one_at_a_time:
            self._end()

    def _ready(self) -> ChildProcess:
        if self._child is not None and self._files >= _FILES_EACH:
            self._end()
        if self._child is None:
            self._child = ChildProcess(self._entry, "the reader", self._patience)
            self._files = 0
        self._files += 1
        return self._child

    def _end(self) -> None:
        if self._child is not None:
            self._child.close()
            self._child = None


SHARED = IsolatedReader()
"""The reader of this process; its child starts with the first file."""
RECOGNISING = IsolatedReader(patience=PATIENCE + FILE_SECONDS)
"""The same for files whose images are recognised, which takes longer."""
atexit.register(SHARED.close)
atexit.register(RECOGNISING.close)
