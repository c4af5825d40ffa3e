"""The zip around an Excel file, checked whole before anything else opens it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grantcheck.read.archive import Archive
from grantcheck.read.refused import Problem, RefusedError
from grantcheck.read.structured.fault import DAMAGED, ENCRYPTED, TOO_LARGE, StructuredFault

if TYPE_CHECKING:
    from zipfile import ZipFile

_MOST_OF_OTHERS = 10_000_000
"""Of strings and styles, which are read whole."""
_MOST_OF_A_SHEET = 40_000_000
_XML = (".xml", ".rels", ".vml")
_SHEETS = "xl/worksheets/"
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding=["']([\w.:-]+)["']""")
_PLAIN = frozenset({b"utf-8", b"us-ascii", b"ascii"})


def checked_archive(raw: bytes, most_bytes: int) -> ZipFile:
    """The archive, every part of it unpacked once within the limits and free of document types.

    Args:
        raw: the whole file.
        most_bytes: the most that is unpacked of it.

    Raises:
        StructuredFault: it is no Excel file, encrypted, damaged or too large.
    """
    try:
        archive = Archive(raw, most_bytes)
        for name in archive:
            is_read_whole = name.endswith(_XML) and not name.startswith(_SHEETS)
            content = archive.part(name, _MOST_OF_OTHERS if is_read_whole else _MOST_OF_A_SHEET)
            if name.endswith(_XML):
                _check_xml(content)
    except RefusedError as refused:
        fault = _FAULTS.get(refused.problem, _damaged)()
        raise fault from refused
    return archive.zip


def _check_xml(content: bytes) -> None:
    """No document type, so no entities; and no encoding that could hide one."""
    head = content.removeprefix(b"\xef\xbb\xbf")
    encoding = _ENCODING.match(head[:200])
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or not head.lstrip().startswith(b"<"):
        raise _damaged()
    if encoding and encoding[1].lower() not in _PLAIN:
        raise _damaged()


def _no_workbook() -> StructuredFault:
    return StructuredFault(
        DAMAGED,
        "The file is not an Excel workbook of the kind .xlsx. Save it as one, or give it its proper ending.",
        "Filen er ikke en Excel-projektmappe af typen .xlsx. Gem den som en, eller giv den dens rette endelse.",
    )


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


_FAULTS = {
    Problem.NO_ARCHIVE: _no_workbook,
    Problem.ENCRYPTED: _encrypted,
    Problem.TOO_LARGE: _too_large,
}
