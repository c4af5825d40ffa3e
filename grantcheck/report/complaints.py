"""Complaints about data files: a line each, as compilers print them, or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.data.fault import DataWarning
from grantcheck.model.text import Text
from grantcheck.report.json_text import json_of
from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.data.fault import DataFault
    from grantcheck.model.text import Language

SCHEMA_VERSION = 1
_NOTHING = Text(en="Nothing is wrong with these rules.", da="Der er intet galt med disse regler.")
_COUNTED = Text(
    en="{faults} complaint(s), {warnings} warning(s).", da="{faults} fejl, {warnings} advarsel(er)."
)
_WARNING = Text(en="warning:", da="advarsel:")


def complaints_text(found: Sequence[DataFault], language: Language) -> str:
    """`file:line: problem remedy`, a line for each."""
    return "".join(f"{visible(_line(fault, language))}\n" for fault in found)


def complaints_json(found: Sequence[DataFault], language: Language) -> str:
    """The complaints as JSON text."""
    listed = [
        {
            "path": fault.path.as_posix(),
            "line": fault.line,
            **dict(zip(("problem", "remedy"), fault.said(language), strict=True)),
            "warning": isinstance(fault, DataWarning),
        }
        for fault in found
    ]
    return json_of({"schema_version": SCHEMA_VERSION, "complaints": listed})


def complaints_counted(found: Sequence[DataFault], language: Language) -> str:
    """How many there are."""
    if not found:
        return _NOTHING.spoken(language)
    warnings = sum(isinstance(fault, DataWarning) for fault in found)
    return _COUNTED.spoken(language).format(faults=len(found) - warnings, warnings=warnings)


def _line(fault: DataFault, language: Language) -> str:
    if not isinstance(fault, DataWarning):
        return fault.told(language)
    problem, remedy = fault.said(language)
    return f"{fault.path}:{fault.line}: {_WARNING.spoken(language)} {problem} {remedy}"
