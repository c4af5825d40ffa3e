"""How the commands read: with a cache, several files at a time, and a bar for whoever waits."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from grantcheck.cli.cache_file import cache_file
from grantcheck.cli.progress import progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.data.configuration.model import ReadingSection
    from grantcheck.read.reading import ReadingOptions


@contextmanager
def reading_options(chosen: ReadingSection) -> Iterator[ReadingOptions]:
    """The options for the reader; the bar goes when the reading is done."""
    from grantcheck.read.reading import ReadingOptions  # noqa: PLC0415

    cache = cache_file(disabled=not chosen.cache)
    with progress() as told:
        yield ReadingOptions(
            mapping=chosen.mapping,
            cache=cache,
            jobs=chosen.jobs or os.cpu_count() or 1,
            told=told,
            ocr=chosen.ocr,
            limits=chosen.limits.limits,
        )
