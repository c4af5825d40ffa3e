"""`grantcheck show`: what was read, before anything is judged."""

from __future__ import annotations

import sys
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.nothing_found import tell_nothing_found
from grantcheck.cli.options import FORMAT, LANGUAGE, PROFILE, READING_OPTIONS, RULES, Paths
from grantcheck.cli.output import put_json, put_text
from grantcheck.cli.reading import reading_options
from grantcheck.cli.settings import Settings, configured

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from grantcheck.data.configuration.model import ReportSection
    from grantcheck.model.document import Document
    from grantcheck.model.note import Note


@configured(FORMAT, LANGUAGE, RULES, PROFILE, *READING_OPTIONS)
def show_command(
    paths: Paths,
    settings: Settings,
    doubts: Annotated[  # noqa: FBT002 - an option of the command line
        bool,
        typer.Option(
            "--doubts", help="Print the doubts of a file as a template to settle.", show_default=False
        ),
    ] = False,
) -> None:
    """Show what was read from budget notes, with every doubt marked.

    Exit code: 0 all was read, 2 wrong usage, 3 a fault of the program, 4 not wholly read.
    """
    from grantcheck.report.documents import notes_of, wholly_read  # noqa: PLC0415

    documents = _read(paths, settings)
    notes, telling = notes_of(documents), settings.configuration.report
    if doubts:
        _put_doubts(documents)
    else:
        _put_notes(notes, telling)
    if not notes:
        tell_nothing_found(paths, telling.language)
    raise typer.Exit(ExitCode.CLEAN if notes and wholly_read(notes) else ExitCode.NOT_READ)


def _read(paths: Sequence[Path], settings: Settings) -> list[Document]:
    with reading_options(settings.configuration.reading, paths) as options:
        from grantcheck.read.discover import discover  # noqa: PLC0415 - the reader starts meanwhile
        from grantcheck.read.reading import Reading  # noqa: PLC0415

        return Reading(settings.profile(), options).documents(discover(paths))


def _put_doubts(documents: Sequence[Document]) -> None:
    """A template for each file with open doubts; several stand under each other, each with its own head."""
    from grantcheck.read.settled.readings import SUFFIX  # noqa: PLC0415
    from grantcheck.read.settled.template import readings_template  # noqa: PLC0415

    for document in documents:
        template = readings_template(document, PurePath(document.source.path).stem + SUFFIX)
        if template is not None:
            put_text(template)


def _put_notes(notes: Sequence[Note], telling: ReportSection) -> None:
    from grantcheck.report.note_json import NotesJson  # noqa: PLC0415
    from grantcheck.report.note_text import NotesText  # noqa: PLC0415
    from grantcheck.report.page import page_for  # noqa: PLC0415

    if telling.format == "json":
        put_json(NotesJson(telling.language).rendered(notes))
    else:
        put_text(NotesText(page_for(sys.stdout), telling.language).rendered(notes))
