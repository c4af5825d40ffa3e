"""The zip around a Word file, read within limits: what its headers say of sizes is not believed."""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.read.docx.xml import parse
from grantcheck.read.refused import Problem, RefusedError

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_ENTRIES = 2_000
_MOST_BYTES = 100_000_000
_MOST_OF_A_PART = 40_000_000
_MOST_RATIO = 100
_RATIO_FROM = 1_000_000
"""Smaller parts may be packed as tightly as they like."""
_CHUNK = 1 << 16

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The container of old Word files, and of new ones that are encrypted."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIN_TYPES = (
    "wordprocessingml.document.main+xml",
    "wordprocessingml.template.main+xml",
    "document.macroEnabled",
)
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    LookupError,
)
"""What the zip module raises on bytes that are no sound archive."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to."""

    kind: str
    """The last word of its type: `officeDocument`, `header`, …"""
    target: str
    """The name of the part."""


class Package:
    """The parts of a file."""

    def __init__(self, raw: bytes) -> None:
        """Opens the file.

        Raises:
            RefusedError: it is no Word file, encrypted, damaged or too large.
        """
        _check_kind(raw)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(raw))
        except _DAMAGE as error:
            raise RefusedError(Problem.DAMAGED) from error
        self._entries = _checked(self._archive.infolist())
        self._read = 0

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def part(self, name: str) -> _Element:
        """A part's root.

        Raises:
            RefusedError: the part is missing, damaged or too large.
        """
        return parse(self._bytes(name))

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

    def _bytes(self, name: str) -> bytes:
        entry = self._entries.get(name)
        if entry is None:
            raise RefusedError(Problem.DAMAGED)
        if entry.flag_bits & 1:
            raise RefusedError(Problem.ENCRYPTED)
        content = bytearray()
        try:
            with self._archive.open(entry) as part:
                while chunk := part.read(_CHUNK):
                    content += chunk
                    _check_size(len(content), self._read + len(content), entry.compress_size)
        except RefusedError:
            raise
        except (*_DAMAGE, RuntimeError) as error:
            raise RefusedError(Problem.DAMAGED) from error
        self._read += len(content)
        return bytes(content)


def _check_kind(raw: bytes) -> None:
    if raw.startswith(_COMPOUND):
        raise RefusedError(Problem.ENCRYPTED if _ENCRYPTED in raw else Problem.NOT_WORD)
    if not raw.startswith(_ZIP):
        raise RefusedError(Problem.NOT_WORD)


def _check_size(part: int, total: int, packed: int) -> None:
    too_tight = part > _RATIO_FROM and part > _MOST_RATIO * max(1, packed)
    if part > _MOST_OF_A_PART or total > _MOST_BYTES or too_tight:
        raise RefusedError(Problem.TOO_LARGE)


def _checked(entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The entries by name, once they are few and small enough; two of one name could each be the one meant."""
    if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise RefusedError(Problem.TOO_LARGE)
    by_name = {entry.filename: entry for entry in entries}
    if len(by_name) < len(entries):
        raise RefusedError(Problem.DAMAGED)
    return by_name
