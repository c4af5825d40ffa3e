"""Complaints about data files: a line each, as compilers print them, or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.report.json_text import json_of
from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.data.fault import DataFault

SCHEMA_VERSION = 1


def complaints_text(found: Sequence[DataFault]) -> str:
    """`file:line: problem remedy`, a line for each."""
    return "".join(f"{visible(str(fault))}\n" for fault in found)


def complaints_json(found: Sequence[DataFault]) -> str:
    """The complaints as JSON text."""
    listed = [
        {"path": fault.path.as_posix(), "line": fault.line, "problem": fault.problem, "remedy": fault.remedy}
        for fault in found
    ]
    return json_of({"schema_version": SCHEMA_VERSION, "complaints": listed})
