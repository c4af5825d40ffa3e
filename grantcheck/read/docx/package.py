"""The parts of a Word file and how they refer to each other."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.read.archive import Archive
from grantcheck.read.docx.xml import parse
from grantcheck.read.refused import Problem, RefusedError

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN_TYPES = (
    "wordprocessingml.document.main+xml",
    "wordprocessingml.template.main+xml",
    "document.macroEnabled",
)
_AS_WORD = {Problem.NO_ARCHIVE: Problem.NOT_WORD}


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to."""

    kind: str
    """The last word of its type: `officeDocument`, `header`, …"""
    target: str
    """The name of the part."""


class Package:
    """The parts of a file."""

    def __init__(self, raw: bytes, most_bytes: int) -> None:
        """Opens the file, of which no more than so many bytes are unpacked.

        Raises:
            RefusedError: it is no Word file, encrypted, damaged or too large.
        """
        try:
            self._archive = Archive(raw, most_bytes)
        except RefusedError as refused:
            raise RefusedError(_AS_WORD.get(refused.problem, refused.problem)) from refused

    def __contains__(self, name: str) -> bool:
        return name in self._archive

    def part(self, name: str) -> _Element:
        """A part's root.

        Raises:
            RefusedError: the part is missing, damaged or too large.
        """
        return parse(self._archive.part(name))

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part refers to within the file, by id; `name` is empty for the file itself."""
        folder, base = posixpath.split(name)
        listed = posixpath.join(folder, "_rels", f"{base}.rels")
        if listed not in self:
            return {}
        found: dict[str, Relation] = {}
        for element in self.part(listed):
            target = element.get("Target", "")
            if element.get("TargetMode") == "External" or not target:
                continue
            path = (
                target.lstrip("/")
                if target.startswith("/")
                else posixpath.normpath(posixpath.join(folder, target))
            )
            found[element.get("Id", "")] = Relation(element.get("Type", "").rpartition("/")[2], path)
        return found

    def main(self) -> str:
        """The name of the document's own part.

        Raises:
            RefusedError: the archive holds no Word document.
        """
        types = self.part("[Content_Types].xml") if "[Content_Types].xml" in self else None
        if types is None:
            raise RefusedError(Problem.DAMAGED if "word/document.xml" in self else Problem.NOT_WORD)
        target = next((one.target for one in self.relations("").values() if one.kind == "officeDocument"), "")
        said = next(
            (entry.get("ContentType", "") for entry in types if entry.get("PartName") == f"/{target}"), ""
        )
        if not any(kind in said for kind in _MAIN_TYPES):
            raise RefusedError(Problem.DAMAGED if "word/document.xml" in self else Problem.NOT_WORD)
        return target
