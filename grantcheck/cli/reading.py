"""How the commands read: with a cache, several files at a time, and a bar for whoever waits."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from grantcheck.cli.cache_file import cache_file
from grantcheck.cli.progress import progress

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from grantcheck.data.configuration.model import ReadingSection
    from grantcheck.read.reading import ReadingOptions


@contextmanager
def reading_options(chosen: ReadingSection, paths: Sequence[Path]) -> Iterator[ReadingOptions]:
    """The options for reading `paths`; the bar goes when the reading is done."""
    from grantcheck.read.ahead import reader_ahead  # noqa: PLC0415

    limits = chosen.limits.limits
    with reader_ahead(paths, limits, ocr=chosen.ocr) as ahead, progress() as told:
        from grantcheck.read.reading import ReadingOptions  # noqa: PLC0415 - the reader starts meanwhile

        cache = cache_file(disabled=not chosen.cache)
        yield ReadingOptions(
            mapping=chosen.mapping,
            cache=cache,
            jobs=chosen.jobs or os.cpu_count() or 1,
            told=told,
            ocr=chosen.ocr,
            limits=limits,
            ahead=ahead,
        )
