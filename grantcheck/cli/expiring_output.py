"""`grantcheck expiring`: in which format the answer comes, and where it goes."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.output import put_json, put_text
from grantcheck.cli.report_files import check_targets, write_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.model.document import Document
    from grantcheck.model.text import Language
    from grantcheck.report.expiring.view import ExpiringView


class ExpiringFormat(StrEnum):
    """For people, for programs, for spreadsheets."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


FormatOption = Annotated[
    ExpiringFormat | None,
    typer.Option(
        "--format",
        "-f",
        help="For people, for programs, for spreadsheets.",
        show_default="the ending of FILE, else text",
    ),
]
FileOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where to write it.", show_default="standard output"),
]


@dataclass(frozen=True)
class ExpiringOutput:
    """One format at one place."""

    form: ExpiringFormat
    file: Path | None
    language: Language

    def put(self, view: ExpiringView) -> None:
        """Writes the answer.

        Raises:
            OSError: the file cannot be written.
        """
        if self.file is not None:
            content = self._rendered(view)
            write_all({self.file: content if isinstance(content, bytes) else content.encode()})
        elif self.form is ExpiringFormat.TEXT:
            put_text(str(self._rendered(view)))
        else:
            put_json(str(self._rendered(view)))

    def _rendered(self, view: ExpiringView) -> str | bytes:
        match self.form:
            case ExpiringFormat.JSON:
                from grantcheck.report.expiring.json_form import ExpiringJson  # noqa: PLC0415

                return ExpiringJson().rendered(view)
            case ExpiringFormat.CSV:
                from grantcheck.report.expiring.csv_form import ExpiringCsv  # noqa: PLC0415

                return ExpiringCsv().rendered(view)
            case ExpiringFormat.XLSX:
                from grantcheck.report.expiring.workbook import ExpiringWorkbook  # noqa: PLC0415

                return ExpiringWorkbook(self.language).rendered(view)
            case ExpiringFormat.TEXT:
                from grantcheck.report.expiring.text import ExpiringText  # noqa: PLC0415
                from grantcheck.report.page import page_for, plain_page  # noqa: PLC0415

                return ExpiringText(
                    page_for(sys.stdout) if self.file is None else plain_page(), self.language
                ).rendered(view)


def expiring_output(
    form: ExpiringFormat | None, file: Path | None, usual: str, language: Language
) -> ExpiringOutput:
    """The format of the option, else of the file's ending, else the usual one of reports where it is one here.

    Raises:
        BadParameter: a workbook has no file to go to.
        OSError: the file could not be written.
    """
    chosen = form or _by_ending(file) or _by_name(usual) or ExpiringFormat.TEXT
    if chosen is ExpiringFormat.XLSX and file is None:
        raise typer.BadParameter("A workbook needs a file: -o expiring.xlsx")
    if file is not None:
        check_targets([file])
    return ExpiringOutput(chosen, file, language)


def check_no_input(file: Path | None, register: Path | None, documents: Sequence[Document]) -> None:
    """Sees to it that the answer takes the place of nothing that it is made from.

    Raises:
        BadParameter: it would.
    """
    sources = [*(Path(each.source.path) for each in documents), *([register] if register else [])]
    if file is not None and file.resolve() in {source.resolve() for source in sources}:
        raise typer.BadParameter(
            f"The answer is made from '{file}' and would take its place. Name another file."
        )


def _by_ending(file: Path | None) -> ExpiringFormat | None:
    return _by_name(file.suffix.lstrip(".").lower()) if file else None


def _by_name(name: str) -> ExpiringFormat | None:
    return ExpiringFormat(name) if name in list(ExpiringFormat) else None
