"""The page that text formats print on: its width, its colours, its characters."""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

_NARROWEST, _WIDEST = 40, 200
_FILE_WIDTH = 80
_TRAILING_BLANKS = re.compile(r" +$", re.MULTILINE)


class Page:
    """A rich console with plain rules: nothing in a text is markup, no line is cut or wrapped by chance."""

    def __init__(self, console: Console) -> None:
        self._console = console

    @property
    def width(self) -> int:
        """Characters in a line."""
        return min(max(self._console.width, _NARROWEST), _WIDEST)

    @property
    def coloured(self) -> bool:
        """Whether styles reach the reader."""
        return self._console.color_system is not None and not self._console.no_color

    def printed(self, lines: Iterable[RenderableType]) -> str:
        """The lines as the terminal (or the pipe) gets them."""
        with self._console.capture() as capture:
            self.put(lines)
        return _TRAILING_BLANKS.sub("", capture.get())

    def put(self, lines: Iterable[RenderableType]) -> None:
        """Print to the console itself."""
        for line in lines:
            if isinstance(line, Text):
                self._console.print(line, soft_wrap=True)
            else:
                self._console.print(line, width=self.width, crop=False)


class _Looked(StringIO):
    """Looks like another stream, to whoever asks, and never writes to it: it may be full, or its reader gone."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._stream.encoding

    def isatty(self) -> bool:
        return self._stream.isatty()

    def fileno(self) -> int:
        return self._stream.fileno()


def page_for(stream: TextIO | None) -> Page:
    """The page of a stream; rich knows terminals, NO_COLOR, TERM and COLUMNS. A closed one is None."""
    if stream is None:
        return plain_page()
    return Page(Console(file=_Looked(stream), highlight=False, markup=False, emoji=False))


def plain_page() -> Page:
    """The page of a file: 80 characters wide and without colour, whatever terminal the run has."""
    console = Console(
        file=StringIO(), width=_FILE_WIDTH, color_system=None, highlight=False, markup=False, emoji=False
    )
    return Page(console)
