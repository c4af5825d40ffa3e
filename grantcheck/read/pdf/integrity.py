"""Whether the compressed parts of a PDF file are what was written: each carries a checksum that PDFium overlooks."""

from __future__ import annotations

import re
import zlib
from typing import Final

_ONLY_FLATE: Final = re.compile(rb"/Filter\s*(?:\[\s*/FlateDecode\s*\]|/FlateDecode)")
_BESIDES: Final = re.compile(rb"/Subtype\s*/(?:Image|XML)|/Alternate\s*/Device")
"""Pictures, descriptions and colours say nothing that is read."""
_STREAM: Final = re.compile(rb"stream\r?\n")
_BACK = 2_000
_CHUNK: Final = 1 << 20
_BITE: Final = 1 << 14
"""Bytes taken in at a time; most streams are short, and what is taken beyond their end is copied in vain."""
_TOTAL_LIMIT: Final = 200 << 20
"""Bytes unpacked in all; what is larger is left to PDFium's own limits."""


def is_intact(raw: bytes) -> bool:
    """Whether every plainly compressed stream of text or letters unpacks to its end and fits its checksum."""
    left = _TOTAL_LIMIT
    for match in _STREAM.finditer(raw):
        if raw[max(0, match.start() - 3) : match.start()] == b"end":
            continue
        entries = raw[max(0, match.start() - _BACK) : match.start()].rpartition(b" obj")[2]
        if not _ONLY_FLATE.search(entries) or _BESIDES.search(entries):
            continue
        size = _unpacked(raw, match.end(), left)
        if size is None:
            return False
        left -= size
        if left <= 0:
            return True
    return True


def _unpacked(raw: bytes, start: int, limit: int) -> int | None:
    """How many bytes a stream unpacks to, up to a limit; None where it is damaged."""
    engine = zlib.decompressobj()
    size = 0
    at = start
    pending = b""
    try:
        while not engine.eof:
            if not pending:
                pending = raw[at : at + _BITE]
                at += len(pending)
                if not pending:
                    return None
            size += len(engine.decompress(pending, _CHUNK))
            pending = engine.unconsumed_tail
            if size > limit:
                return size
    except zlib.error:
        return None
    return size
