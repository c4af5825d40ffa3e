"""Arguments and options that several commands share. Nothing here imports the program behind them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from grantcheck.model.text import Language


class OutputFormat(StrEnum):
    """For people, or for programs."""

    TEXT = "text"
    JSON = "json"


class Speech(StrEnum):
    """The languages of reports."""

    ENGLISH = "en"
    DANISH = "da"

    @property
    def language(self) -> Language:
        """The language by the name that the rest of the program knows."""
        return "da" if self is Speech.DANISH else "en"


Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH", help="Budget notes, and folders that hold some.", show_default=False),
]
FormatOption = Annotated[OutputFormat, typer.Option("--format", "-f", help="For people or for programs.")]
LanguageOption = Annotated[Speech, typer.Option("--lang", help="The language of the report.")]
MappingOption = Annotated[
    Path | None,
    typer.Option(
        "--mapping",
        metavar="FILE",
        help="What the columns of CSV and Excel files hold.",
        show_default="NAME.mapping.yaml or mapping.yaml beside the file",
    ),
]
NoCacheOption = Annotated[
    bool, typer.Option("--no-cache", help="Read every file anew, and remember nothing.", show_default=False)
]
OcrOption = Annotated[
    bool,
    typer.Option(
        "--ocr",
        help="Read pages that are images with tesseract, to be checked by eye; no check is decided by it.",
        show_default=False,
    ),
]
JobsOption = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, help="How many files to read at a time.", show_default="one a core"),
]
RulesOption = Annotated[
    Path | None,
    typer.Option(
        "--rules", metavar="FOLDER", help="Rules to use in place of those that come with grantcheck."
    ),
]
