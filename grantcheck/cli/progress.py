"""A bar on standard error while many files are read."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WORTH_A_BAR = 10
"""Fewer files are read before anyone has seen the bar."""


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """What to tell how many files are done, of how many; shown only where a person looks at standard error."""
    if not sys.stderr or not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", visible=False)
        yield lambda done, total: bar.update(task, completed=done, total=total, visible=total >= _WORTH_A_BAR)
