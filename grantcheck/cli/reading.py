"""How the commands read: with a cache, several files at a time, and a bar for whoever waits."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.cli.cache_file import cache_file
from grantcheck.cli.progress import progress

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grantcheck.read.reading import ReadingOptions


@dataclass(frozen=True)
class ReadingChoices:
    """What the command line said about reading."""

    mapping: Path | None
    no_cache: bool
    jobs: int | None
    ocr: bool = False

    @contextmanager
    def options(self) -> Iterator[ReadingOptions]:
        """The options for the reader; the bar goes when the reading is done."""
        from grantcheck.read.reading import ReadingOptions  # noqa: PLC0415

        jobs = self.jobs or os.cpu_count() or 1
        with progress() as told:
            yield ReadingOptions(self.mapping, cache_file(disabled=self.no_cache), jobs, told, self.ocr)
