"""Links that lead somewhere certain: to a cell of the workbook, or to a file beside it."""

from __future__ import annotations

import os
import re
from pathlib import PurePath

from grantcheck.report.visible import visible

_UNSAFE = re.compile(r'[\\:#%?*"<>|\x00-\x1f]')
"""What a program may take for a host, a drive, a place or a code."""
_LONGEST = 1_000


def cell_link(sheet: str, row: int, column: str = "A") -> str:
    """The link to a cell; the row is counted from 1.

    >>> cell_link("Not read", 7)
    "internal:'Not read'!A7"
    """
    quoted = sheet.replace("'", "''")
    return f"internal:'{quoted}'!{column}{row}"


def file_link(file: PurePath, folder: PurePath) -> str | None:
    """The link to a file from a workbook in `folder`; None where its name could lead elsewhere.

    >>> file_link(PurePath("/town/notes/BU 1.txt"), PurePath("/town/reports"))
    'external:./../notes/BU 1.txt'
    """
    try:
        relative = PurePath(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # another drive
        return None
    if _UNSAFE.search(relative) or visible(relative) != relative or len(relative) > _LONGEST:
        return None
    return f"external:./{relative}"
