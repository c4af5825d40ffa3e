"""`grantcheck show`: what was read, before anything is judged."""

from __future__ import annotations

import sys
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.faults import faults_told
from grantcheck.cli.nothing_found import tell_nothing_found
from grantcheck.cli.options import (
    FormatOption,
    JobsOption,
    LanguageOption,
    MappingOption,
    NoCacheOption,
    OcrOption,
    OutputFormat,
    Paths,
    RulesOption,
    Speech,
)
from grantcheck.cli.output import put_json, put_text
from grantcheck.cli.reading import ReadingChoices

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from grantcheck.model.document import Document
    from grantcheck.model.note import Note


def show_command(  # noqa: PLR0913, PLR0917 - one parameter for each option
    paths: Paths,
    form: FormatOption = OutputFormat.TEXT,
    speech: LanguageOption = Speech.ENGLISH,
    rules: RulesOption = None,
    mapping: MappingOption = None,
    no_cache: NoCacheOption = False,  # noqa: FBT002 - an option of the command line
    jobs: JobsOption = None,
    ocr: OcrOption = False,  # noqa: FBT002 - an option of the command line
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
    with faults_told():
        from grantcheck.report.documents import notes_of, wholly_read  # noqa: PLC0415

        documents = _read(paths, rules, ReadingChoices(mapping, no_cache, jobs, ocr))
        notes = notes_of(documents)
        if doubts:
            _put_doubts(documents)
        else:
            _put_notes(notes, form, speech)
        if not notes:
            tell_nothing_found(paths, speech)
        raise typer.Exit(ExitCode.CLEAN if notes and wholly_read(notes) else ExitCode.NOT_READ)


def _read(paths: Sequence[Path], rules: Path | None, choices: ReadingChoices) -> list[Document]:
    from grantcheck.data.profile import load_profile  # noqa: PLC0415
    from grantcheck.data.shipped import shipped_rules  # noqa: PLC0415
    from grantcheck.read.discover import discover  # noqa: PLC0415
    from grantcheck.read.reading import Reading  # noqa: PLC0415

    profile = load_profile(rules or shipped_rules())
    with choices.options() as options:
        return Reading(profile, options).documents(discover(paths))


def _put_doubts(documents: Sequence[Document]) -> None:
    """A template for each file with open doubts; several stand under each other, each with its own head."""
    from grantcheck.read.settled.readings import SUFFIX  # noqa: PLC0415
    from grantcheck.read.settled.template import readings_template  # noqa: PLC0415

    for document in documents:
        template = readings_template(document, PurePath(document.source.path).stem + SUFFIX)
        if template is not None:
            put_text(template)


def _put_notes(notes: Sequence[Note], form: OutputFormat, speech: Speech) -> None:
    from grantcheck.report.note_json import NotesJson  # noqa: PLC0415
    from grantcheck.report.note_text import NotesText  # noqa: PLC0415
    from grantcheck.report.page import page_for  # noqa: PLC0415

    if form is OutputFormat.JSON:
        put_json(NotesJson(speech.language).rendered(notes))
    else:
        put_text(NotesText(page_for(sys.stdout), speech.language).rendered(notes))
