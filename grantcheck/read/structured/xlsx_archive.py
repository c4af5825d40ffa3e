"""The zip around an Excel file, checked whole before anything else opens it."""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib

from grantcheck.read.structured.fault import DAMAGED, ENCRYPTED, TOO_LARGE, StructuredFault

_MOST_ENTRIES = 2_000
_MOST_BYTES = 100_000_000
_MOST_OF_A_PART = 40_000_000
_MOST_OF_OTHERS = 10_000_000
"""Of strings and styles, which are read whole."""
_MOST_RATIO = 100
_RATIO_FROM = 1_000_000
_CHUNK = 1 << 16
_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_XML = (".xml", ".rels", ".vml")
_SHEETS = "xl/worksheets/"
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding=["']([\w.:-]+)["']""")
_PLAIN = frozenset({b"utf-8", b"us-ascii", b"ascii"})
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


def checked_archive(raw: bytes) -> zipfile.ZipFile:
    """The archive, every part of it unpacked once within the limits and free of document types.

    Raises:
        StructuredFault: it is no Excel file, encrypted, damaged or too large.
    """
    _check_kind(raw)
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
        entries = archive.infolist()
        _check_sizes(entries)
        total = 0
        for entry in entries:
            total += _checked_size(archive, entry, _MOST_BYTES - total)
    except _DAMAGE as error:
        if isinstance(error, StructuredFault):
            raise
        raise _damaged() from error
    return archive


def _check_kind(raw: bytes) -> None:
    if raw.startswith(_COMPOUND) and _ENCRYPTED in raw:
        raise _encrypted()
    if not raw.startswith(_ZIP):
        raise StructuredFault(
            DAMAGED,
            "The file is not an Excel workbook of the kind .xlsx. Save it as one, or give it its proper ending.",
            "Filen er ikke en Excel-projektmappe af typen .xlsx. Gem den som en, eller giv den dens rette endelse.",
        )


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise _too_large()
    if len({entry.filename.casefold() for entry in entries}) < len(entries):
        raise _damaged()
    if any(entry.flag_bits & 1 for entry in entries):
        raise _encrypted()


def _checked_size(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> int:
    """Unpacks a part, whatever its header says of its size."""
    most = min(left, _MOST_OF_A_PART if entry.filename.startswith(_SHEETS) else _MOST_OF_OTHERS)
    if not entry.filename.endswith(_XML):
        most = min(left, _MOST_OF_A_PART)
    content = bytearray()
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK):
            content += chunk
            too_tight = len(content) > _RATIO_FROM and len(content) > _MOST_RATIO * max(
                1, entry.compress_size
            )
            if len(content) > most or too_tight:
                raise _too_large()
    if entry.filename.endswith(_XML):
        _check_xml(bytes(content))
    return len(content)


def _check_xml(content: bytes) -> None:
    """No document type, so no entities; and no encoding that could hide one."""
    head = content.removeprefix(b"\xef\xbb\xbf")
    encoding = _ENCODING.match(head[:200])
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or not head.lstrip().startswith(b"<"):
        raise _damaged()
    if encoding and encoding[1].lower() not in _PLAIN:
        raise _damaged()


def _damaged() -> StructuredFault:
    return StructuredFault(
        DAMAGED,
        "The file is damaged. Open it in Excel and save it again.",
        "Filen er beskadiget. Åbn den i Excel, og gem den igen.",
    )


def _encrypted() -> StructuredFault:
    return StructuredFault(
        ENCRYPTED,
        "The file is protected with a password. Save it without one.",
        "Filen er beskyttet med adgangskode. Gem den uden.",
    )


def _too_large() -> StructuredFault:
    return StructuredFault(
        TOO_LARGE,
        "The file unpacks to more than is read. Split it, or take out pictures and other sheets.",
        "Filen fylder udpakket mere, end der læses. Del den, eller tag billeder og andre ark ud.",
    )
