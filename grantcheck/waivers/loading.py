"""A file of waivers, in YAML or Excel, as it lies there or as a revision has it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from grantcheck.data.fault import DataFault
from grantcheck.data.marked_yaml import parse
from grantcheck.data.validated import validated
from grantcheck.model.location import LineLocation
from grantcheck.model.waiver import WaiverFile, WrittenWaiver
from grantcheck.waivers.entry import WaiversFile

NAMES = ("waivers.yaml", "waivers.xlsx")
"""How a file of waivers is called where none is named."""


def load_waivers(path: Path) -> WaiverFile:
    """The waivers in a file.

    Raises:
        DataFault: the file cannot be read, or has a mistake.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        problem = f"The file cannot be read: {error.strerror}."
        raise DataFault(path, 1, problem, "Check path and rights.") from error
    return waivers_of(raw, path)


def waivers_of(raw: bytes, path: Path, revision: str | None = None, commit: str | None = None) -> WaiverFile:
    """The waivers in the content of a file; its name tells which kind it is.

    Raises:
        DataFault: it has a mistake.
    """
    found = _in_sheet(raw, path) if path.suffix.lower() == ".xlsx" else _in_yaml(raw, path)
    return WaiverFile(path.as_posix(), sha256(raw).hexdigest(), found, revision, commit)


def no_waivers(path: Path, revision: str, commit: str) -> WaiverFile:
    """A revision that has no such file lets nothing stand."""
    return WaiverFile(path.as_posix(), sha256(b"").hexdigest(), (), revision, commit)


def _in_sheet(raw: bytes, path: Path) -> tuple[WrittenWaiver, ...]:
    from grantcheck.waivers.sheet import waivers_in_sheet  # noqa: PLC0415 - openpyxl takes long to import

    return waivers_in_sheet(raw, path)


def _in_yaml(raw: bytes, path: Path) -> tuple[WrittenWaiver, ...]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataFault(path, 1, "The file is not UTF-8 text.", "Save it as UTF-8.") from error
    marked = parse(text, path)
    entries = validated(WaiversFile, marked).waivers
    return tuple(
        entry.at(LineLocation(line=marked.line(("waivers", number)), column=1))
        for number, entry in enumerate(entries)
    )
