"""Lines of a given width. Amounts such as "205 000 kr." stay on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

NO_BREAK = "\u00a0"
"""Stands for a blank that must not become a line break; it is printed as an ordinary one."""

_AMOUNT_BLANKS = re.compile(
    r"(?<=\d) (?=\d{3}(?!\d))|(?<=\d) (?=kr\.|mio\.|%)|(?<=mio\.) (?=kr\.)|(?<=[×=+−]) (?=[−\d])"
)
_WORD = re.compile(r"[^ ]+ *| +")


def glued(text: str) -> str:
    r"""The text with blanks within amounts that no line break takes the place of.

    >>> glued("asks for 205 000 kr.")
    'asks for 205\xa0000\xa0kr.'
    """
    return _AMOUNT_BLANKS.sub(NO_BREAK, text)


def wrapped(text: Text, width: int) -> list[Text]:
    """The text in lines of at most `width` cells; a word longer than that is cut."""
    whole = text.copy()
    whole.plain = glued(text.plain)
    offsets: list[int] = []
    used = 0
    for start, end in _pieces(whole.plain, width):
        piece = whole.plain[start:end]
        if used and used + cell_len(piece.rstrip()) > width:
            offsets.append(start)
            used = 0
        used += cell_len(piece)
    return [_printable(line) for line in whole.divide(offsets)]


def _pieces(plain: str, width: int) -> Iterator[tuple[int, int]]:
    """What must not be broken, as start and end; what is too long for a line is broken all the same."""
    for word in _WORD.finditer(plain):
        if cell_len(word.group().rstrip(" ")) <= width:
            yield word.span()
        elif NO_BREAK in word.group():
            loose = word.group().replace(NO_BREAK, " ")
            yield from ((start + word.start(), end + word.start()) for start, end in _pieces(loose, width))
        else:
            yield from ((at, at + 1) for at in range(*word.span()))


def _printable(line: Text) -> Text:
    line.plain = line.plain.replace(NO_BREAK, " ")
    line.rstrip()
    return line


def on_one_line(text: Text) -> str:
    """The text without styles, however long, for formats that break no lines."""
    return text.plain.replace(NO_BREAK, " ")


@dataclass(frozen=True)
class Lines:
    """Builds lines under each other with indents; the width is that of the page."""

    width: int

    def indented(self, text: Text, indent: int) -> list[Text]:
        """The text, every line of it set in by `indent`."""
        return self.beside(Text(), text, indent)

    def beside(self, label: Text, text: Text, column: int) -> list[Text]:
        """A label, and the text from `column` on; a label that is too long takes a line of its own."""
        lines = wrapped(text, max(1, self.width - column)) or [Text()]
        if label.plain and cell_len(label.plain) >= column:
            return [label, *(_set_in(line, column) for line in lines)]
        first = Text.assemble(label, " " * (column - cell_len(label.plain)), lines[0])
        first.rstrip()
        return [first, *(_set_in(line, column) for line in lines[1:])]


def _set_in(line: Text, column: int) -> Text:
    return Text.assemble(" " * column, line) if line.plain else line
