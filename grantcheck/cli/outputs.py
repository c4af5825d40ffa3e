"""`-o FORMAT[=FILE]`: which reports a run writes, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli import completion
from grantcheck.model.format_name import FormatName

if TYPE_CHECKING:
    from grantcheck.cli.settings import Settings

_STANDARD_OUTPUT = "-"
NAMES = ", ".join(FormatName)


@dataclass(frozen=True)
class Output:
    """One report of a run."""

    name: FormatName
    file: Path | None = None
    """None: standard output."""


def format_name(text: str) -> FormatName:
    """The format of that name.

    Raises:
        BadParameter: there is none; the nearest is named.
    """
    from grantcheck.data.validated import nearest  # noqa: PLC0415
    from grantcheck.report.visible import visible  # noqa: PLC0415

    if text not in list(FormatName):
        raise typer.BadParameter(f"There is no format '{visible(text)}'. {nearest(text, FormatName)}")
    return FormatName(text)


def output(text: str) -> Output:
    """What `-o` says.

    Raises:
        BadParameter: the format is unknown, or the file has no name.
    """
    name, equals, file = text.partition("=")
    if equals and not file:
        raise typer.BadParameter(f"'{text}' names no file. Write {name}=FILE, or {name} for standard output.")
    return Output(format_name(name), Path(file) if file not in {"", _STANDARD_OUTPUT} else None)


OutputOption = Annotated[
    list[Output] | None,
    typer.Option(
        "--output",
        "-o",
        parser=output,
        autocompletion=completion.outputs,
        metavar="FORMAT[=FILE]",
        help=f"A report, to a file or to standard output. May be given more than once. Formats: {NAMES}.",
        show_default=False,
    ),
]


def chosen_outputs(given: Sequence[Output], settings: Settings) -> list[Output]:
    """The reports of the run: those of `-o`, and the one of `--format` where `-o` leaves room for it.

    Raises:
        BadParameter: two reports would go to one place, or a workbook to standard output.
    """
    form = FormatName(settings.configuration.report.format)
    by_option = settings.in_force.origin(("report", "format")).kind == "flag"
    chosen = [*given, *([Output(form)] if by_option or not given else [])]
    _check_standard_output([each.name for each in chosen if each.file is None])
    _check_files([each.file for each in chosen if each.file is not None])
    return chosen


def _check_standard_output(names: Sequence[FormatName]) -> None:
    for name in names:
        if name.is_binary:
            raise typer.BadParameter(f"A workbook needs a file: -o {name}=audit.{name}")
    if len(names) > 1:
        raise typer.BadParameter(
            f"Standard output takes one report, not {len(names)} ({', '.join(names)}). "
            f"Give the others a file, as in '-o {names[-1]}=FILE'."
        )


def _check_files(files: Sequence[Path]) -> None:
    seen: set[Path] = set()
    for file in files:
        whole = file.resolve()
        if whole in seen:
            raise typer.BadParameter(
                f"Two reports would be written to '{file}'. Give each a file of its own."
            )
        seen.add(whole)
