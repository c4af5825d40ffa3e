"""A zip archive that nobody vouches for, read within limits: what its headers say of sizes is not believed."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from grantcheck.read.refused import Problem, RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_ENTRIES = 2_000
_MOST_OF_A_PART = 40_000_000
_MOST_RATIO = 100
_RATIO_FROM = 1_000_000
"""Smaller parts may be packed as tightly as they like."""
_CHUNK = 1 << 16
_IS_ENCRYPTED = 1
"""The bit of an entry's flags that says so."""
_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The container of old Office files, and of new ones that are encrypted."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    LookupError,
)
"""What the zip module raises on bytes that are no sound archive."""


class Archive:
    """The parts of a file of Word or Excel."""

    def __init__(self, raw: bytes, most_bytes: int) -> None:
        """Opens the file.

        Args:
            raw: the whole file.
            most_bytes: the most that is unpacked of it.

        Raises:
            RefusedError: it is no archive, encrypted, damaged or too large.
        """
        _check_kind(raw)
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(raw))
        except _DAMAGE as error:
            raise RefusedError(Problem.DAMAGED) from error
        self._left = most_bytes
        self._entries = _checked(self.zip.infolist(), most_bytes)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def part(self, name: str, most_bytes: int = _MOST_OF_A_PART) -> bytes:
        """A part, unpacked.

        Raises:
            RefusedError: the part is missing, damaged or too large.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise RefusedError(Problem.DAMAGED)
        try:
            content = _unpacked(self.zip, entry, min(most_bytes, _MOST_OF_A_PART, self._left))
        except RefusedError:
            raise
        except _DAMAGE as error:
            raise RefusedError(Problem.DAMAGED) from error
        self._left -= len(content)
        return content


def _check_kind(raw: bytes) -> None:
    if raw.startswith(_COMPOUND) and _ENCRYPTED in raw:
        raise RefusedError(Problem.ENCRYPTED)
    if not raw.startswith(_ZIP):
        raise RefusedError(Problem.NO_ARCHIVE)


def _checked(entries: list[zipfile.ZipInfo], most_bytes: int) -> dict[str, zipfile.ZipInfo]:
    """The entries by name, once they are few and small enough; two of one name could each be the one meant."""
    if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > most_bytes:
        raise RefusedError(Problem.TOO_LARGE)
    if len({entry.filename.casefold() for entry in entries}) < len(entries):
        raise RefusedError(Problem.DAMAGED)
    if any(entry.flag_bits & _IS_ENCRYPTED for entry in entries):
        raise RefusedError(Problem.ENCRYPTED)
    return {entry.filename: entry for entry in entries}


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most_bytes: int) -> bytes:
    content = bytearray()
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK):
            content += chunk
            too_tight = len(content) > max(_RATIO_FROM, _MOST_RATIO * entry.compress_size)
            if len(content) > most_bytes or too_tight:
                raise RefusedError(Problem.TOO_LARGE)
    return bytes(content)
