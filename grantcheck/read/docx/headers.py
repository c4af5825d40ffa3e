"""The running heads of a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.read.docx.names import w
from grantcheck.read.docx.paragraphs import ParagraphReader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.read.docx.package import Package
    from grantcheck.read.docx.styles import Styles


class Headers:
    """Running heads by the id a section refers to them with; each is given once."""

    def __init__(self, package: Package, main: str, styles: Styles) -> None:
        listed = package.relations(main)
        self._targets = {name: one.target for name, one in listed.items() if one.kind == "header"}
        self._package = package
        self._reader = ParagraphReader(styles)
        self._given: set[str] = set()

    def texts(self, name: str) -> Iterator[str]:
        """The lines of a running head that are the same on every page.

        A page number that Word counts is left out: what the file holds of it is from whenever it was last laid out.
        """
        target = self._targets.get(name)
        if target is None or target in self._given or target not in self._package:
            return
        self._given.add(target)
        for paragraph in self._package.part(target).iter(w("p")):
            content = self._reader.read(paragraph)
            lines, _ = content.read()
            if lines and not content.page_field:
                yield " ".join(lines)
