"""The console report as a picture for the README: `python -m grantcheck.report.picture NOTE SVG`."""

from __future__ import annotations

import re
import sys
from datetime import date
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from grantcheck.report.console_text import ConsoleText
from grantcheck.report.page import Page

if TYPE_CHECKING:
    from grantcheck.model.report import Report
    from grantcheck.model.text import Language

_DAY = date(2025, 9, 1)
"""The day to judge by is fixed, so that the same note gives the same picture."""

_WIDTH = 88
_FONT_FROM_NETWORK = re.compile(r"@font-face\s*\{[^}]*\}\s*")
_ARGUMENTS = 2


def picture(report: Report, title: str, language: Language = "en", width: int = _WIDTH) -> str:
    """The report as SVG that fetches nothing from the network."""
    console = Console(
        record=True,
        width=width,
        file=StringIO(),
        force_terminal=True,
        color_system="truecolor",
        no_color=False,
    )
    page = Page(console)
    page.put(ConsoleText(page, language).lines(report))
    return _FONT_FROM_NETWORK.sub("", console.export_svg(title=title))


def main(arguments: list[str]) -> None:
    """Audits one note and writes the picture."""
    if len(arguments) != _ARGUMENTS:
        sys.exit("usage: python -m grantcheck.report.picture NOTE SVG")
    from grantcheck.audit import audit  # noqa: PLC0415 - the picture itself needs a report only

    note, target = arguments
    report = audit([Path(note)], as_of=_DAY)
    Path(target).write_text(picture(report, f"grantcheck audit {note}"), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
