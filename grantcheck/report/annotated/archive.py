"""Zip archives whose bytes depend on nothing but their parts."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)


def archive(parts: Mapping[str, bytes]) -> bytes:
    """The parts in their order, under one date."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            packed.writestr(entry, content)
    return stream.getvalue()


def parts_of(raw: bytes) -> dict[str, bytes]:
    """Every part by its name, in the order of the archive."""
    with ZipFile(BytesIO(raw)) as packed:
        return {name: packed.read(name) for name in packed.namelist() if not name.endswith("/")}


def same_dates(raw: bytes) -> bytes:
    """The archive without the time of its making."""
    return archive(parts_of(raw))
