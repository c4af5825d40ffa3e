"""What a paragraph or a cell holds, once read: its text, what is raised, and what could not be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from grantcheck.read.lines import one_blank

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARK = re.compile(r"\s*(?:\d{1,2}\)?(?:,\s?\d{1,2}\)?)*|[a-d]\)|\*{1,3}\)?|[†‡])\s*")
_UNIT_BEFORE = re.compile(r"(?:^|[\s\d])(?:m|km|cm|mm)$")
_EXPONENTS = frozenset({"2", "3"})


@dataclass(slots=True)
class Content:
    """The content of one paragraph."""

    pieces: list[tuple[str, bool, bool]] = field(default_factory=list)
    """Text, whether it is raised, and whether it is bold."""
    boxes: list[_Element] = field(default_factory=list)
    """Text boxes that are anchored here."""
    unread: str = ""
    """What could not be read as text."""
    picture: bool = False
    struck: bool = False
    """Whether some of it is struck out, so that it may not be meant."""
    page_field: bool = False
    """Whether it shows a page number that is counted when it is printed."""
    mark_deleted: bool = False
    """Whether the paragraph goes on in the next one, since the break between them was deleted."""

    def add(self, text: str, *, raised: bool = False, bold: bool = False) -> None:
        """Adds characters at the end."""
        if text:
            self.pieces.append((text, raised, bold))

    def continued(self, after: Content) -> Content:
        """This paragraph and the next as one."""
        return Content(
            [*self.pieces, *after.pieces],
            [*self.boxes, *after.boxes],
            self.unread or after.unread,
            self.picture or after.picture,
            self.struck or after.struck,
            self.page_field or after.page_field,
            after.mark_deleted,
        )

    @property
    def bold(self) -> bool:
        """Whether all of its letters are bold."""
        return all(bold for text, _, bold in self.pieces if text.strip())

    def read(self) -> tuple[list[str], str]:
        """The text by lines, and apart from it the marks that are raised behind words."""
        text = ""
        marks = ""
        for raised, group in groupby(self.pieces, key=lambda piece: piece[1]):
            part = "".join(piece for piece, _, _ in group)
            if raised and text.strip() and _is_mark(text, part):
                marks += part.strip()
            else:
                text += part
        lines = (one_blank(line) for line in text.split("\n"))
        return [line for line in lines if line], marks


def _is_mark(before: str, raised: str) -> bool:
    """Whether raised characters point to a footnote; "m²" has an exponent."""
    if not raised.strip() or not _MARK.fullmatch(raised):
        return False
    return not (raised.strip() in _EXPONENTS and _UNIT_BEFORE.search(before))
