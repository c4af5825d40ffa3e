"""`grantcheck register import`: files into the register, all of their rows or none."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.day import day_given
from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.options import FORMAT, LANGUAGE, PROFILE, REGISTER, RULES
from grantcheck.cli.output import put_json, put_text
from grantcheck.cli.register_in_use import register_faults_told
from grantcheck.cli.settings import Settings, configured

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantcheck.data.configuration.model import ReportSection
    from grantcheck.data.profile import Profile
    from grantcheck.register.imports.files import Importing
    from grantcheck.register.imports.run import FileEnding, Taking

_SPAN = re.compile(r"((?:19|20|21)\d\d)(?:-((?:19|20|21)\d\d))?")


@dataclass(frozen=True)
class Span:
    """Years from the first to the last."""

    first: int
    last: int


def _years(text: str) -> Span:
    found = _SPAN.fullmatch(text)
    if found is None or int(found[2] or found[1]) < int(found[1]):
        raise typer.BadParameter(f"'{text}' is no span of years. Write it as 2022-2029.")
    return Span(int(found[1]), int(found[2] or found[1]))


@configured(FORMAT, LANGUAGE, REGISTER, RULES, PROFILE)
def import_command(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE", help="Lists of grants (CSV, Excel, YAML), budget notes, and folders of them."
        ),
    ],
    settings: Settings,
    mapping: Annotated[
        Path | None, typer.Option(metavar="FILE", help="What the columns of CSV and Excel files hold.")
    ] = None,
    as_of: Annotated[
        date | None,
        typer.Option(
            parser=day_given,
            metavar="YYYY-MM-DD",
            help="The day from which the figures are known.",
            show_default="today",
        ),
    ] = None,
    covers: Annotated[
        Span | None,
        typer.Option(
            parser=_years,
            metavar="YYYY-YYYY",
            help="The years of which the files say something, if only by their silence.",
            show_default="those that they name",
        ),
    ] = None,
    dry_run: Annotated[  # noqa: FBT002 - an option of the command line
        bool, typer.Option("--dry-run", help="Read and show, but import nothing.", show_default=False)
    ] = False,
    allow_refused: Annotated[  # noqa: FBT002 - an option of the command line
        bool,
        typer.Option(
            "--allow-refused", help="Import a file without the rows that are refused.", show_default=False
        ),
    ] = False,
) -> None:
    """Import prior allocations: of each file all rows or none.

    Exit code: 0 all is in the register, 2 a file, a row or the register was refused, 3 a fault of the program,
    4 a file could not be read.
    """
    from grantcheck.read.discover import discover  # noqa: PLC0415
    from grantcheck.register.imports.run import Taking  # noqa: PLC0415
    from grantcheck.register.store import open_register  # noqa: PLC0415

    now = datetime.now(UTC)
    importing = _importing(mapping, covers, settings.profile())
    with register_faults_told(settings):
        opened = open_register(settings.configuration.register.path)
    known_from = as_of or now.astimezone().date()
    taking = Taking(opened, importing, known_from, now, dry_run=dry_run, allow_refused=allow_refused)
    endings = list(_taken(taking, discover(files)))
    _put(endings, taking, settings.configuration.report)
    raise typer.Exit(_exit_code(endings))


def _importing(mapping: Path | None, covers: Span | None, profile: Profile) -> Importing:
    from grantcheck.read.reading import Reading  # noqa: PLC0415
    from grantcheck.register.imports.files import Importing  # noqa: PLC0415

    return Importing(
        Reading(profile),
        mapping,
        (covers.first, covers.last) if covers else None,
    )


def _taken(taking: Taking, files: Sequence[Path]) -> Iterator[FileEnding]:
    """How each import ended; after a failure of the register no further file is tried."""
    from grantcheck.register.imports.run import Ending  # noqa: PLC0415

    for path in files:
        ended = taking.take(path)
        yield ended
        if ended.ending is Ending.FAILED:
            return


def _put(endings: Sequence[FileEnding], taking: Taking, telling: ReportSection) -> None:
    from grantcheck.report.page import page_for  # noqa: PLC0415
    from grantcheck.report.register_import import ImportJson, ImportText  # noqa: PLC0415

    if telling.format == "json":
        shown = taking.register.address.shown
        put_json(ImportJson(telling.language, shown, taking.known_from).rendered(endings))
    else:
        put_text(ImportText(page_for(sys.stdout), telling.language, taking.known_from).rendered(endings))


def _exit_code(endings: Sequence[FileEnding]) -> ExitCode:
    from grantcheck.register.imports.run import Ending  # noqa: PLC0415

    found = {each.ending for each in endings}
    if found & {Ending.REFUSED, Ending.FAILED}:
        return ExitCode.USAGE
    return ExitCode.NOT_READ if Ending.NOT_READ in found or not found else ExitCode.CLEAN
