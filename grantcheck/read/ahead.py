"""A reader's process that starts while the program still loads what it needs itself."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from grantcheck.isolation.process import ChildProcess, ProcessEnded
from grantcheck.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from grantcheck.model.reading_limits import ReadingLimits

READER: Final = Text(en="the reader", da="læseren")
"""What the process is called in messages."""
_ENTRIES: Final = {".pdf": "grantcheck.read.child:serve_pdf", ".docx": "grantcheck.read.child:serve_word"}
"""Each with the libraries of that kind of file, which are most of the wait."""


@contextmanager
def reader_ahead(paths: Sequence[Path], limits: ReadingLimits, *, ocr: bool) -> Iterator[ChildProcess | None]:
    """A process for the PDF or Word files that are named; it ends with the block.

    None where there are none, or no second processor to start it on. What a folder holds is not looked up for it.
    """
    named = {path.suffix.lower() for path in paths}
    entry = next((entry for suffix, entry in _ENTRIES.items() if suffix in named), None)
    if entry is None or (os.cpu_count() or 1) < 2:  # noqa: PLR2004
        yield None
        return
    try:
        child = ChildProcess(entry, READER, limits.patience(ocr=ocr))
    except ProcessEnded:  # told where a file is to be read
        yield None
        return
    try:
        yield child
    finally:
        child.kill()
        child.close()
