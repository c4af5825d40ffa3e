"""`grantcheck expiring`: what expires in a year, how much it is, and who asks to go on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.day import AsOfOption, today
from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.expiring_output import FileOption, FormatOption, check_no_input, expiring_output
from grantcheck.cli.nothing_found import tell_nothing_found
from grantcheck.cli.options import (
    LANGUAGE,
    MATCHES,
    PROFILE,
    READING_OPTIONS,
    REGISTER,
    RULES,
    Area,
    AreaOption,
    CommitteeOption,
    chosen_area,
)
from grantcheck.cli.reading import reading_options
from grantcheck.cli.register_in_use import known_in, register_faults_told, register_in_use
from grantcheck.cli.settings import Settings, configured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.model.document import Document
    from grantcheck.register.joining import KnownGrants
    from grantcheck.register.store import Register
    from grantcheck.report.expiring.view import ExpiringView

_EARLIEST, _LATEST = 1900, 2199


@configured(LANGUAGE, RULES, PROFILE, REGISTER, MATCHES, *READING_OPTIONS)
def expiring_command(  # noqa: PLR0913, PLR0917 - one parameter for each option
    settings: Settings,
    year: Annotated[
        int, typer.Option(min=_EARLIEST, max=_LATEST, metavar="YEAR", help="The first year without money.")
    ],
    notes: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="NOTE",
            help="Budget notes that may ask to go on, and folders of them.",
            show_default=False,
        ),
    ] = None,
    as_of: AsOfOption = None,
    committee: CommitteeOption = None,
    area: AreaOption = None,
    form: FormatOption = None,
    file: FileOption = None,
) -> None:
    """Show which grants end, and which notes ask to go on.

    Exit code: 0 done, 2 wrong usage or no register, 3 a fault of the program, 4 the notes were not wholly read.
    """
    telling = settings.configuration.report
    output = expiring_output(form, file, telling.format, telling.language)
    documents = _read(notes, settings) if notes else None
    question = _Question(year, as_of or today(), committee, area)
    with register_faults_told(settings):
        register = register_in_use(settings)
        check_no_input(file, register.address.file, documents or ())
        output.put(_answer(register, documents, settings, question))
    if notes and not documents:
        tell_nothing_found(notes, telling.language)
    raise typer.Exit(ExitCode.CLEAN if documents is None or _wholly_read(documents) else ExitCode.NOT_READ)


@dataclass(frozen=True)
class _Question:
    """What is asked of the register."""

    year: int
    as_of: date
    committee: str | None
    area: Area | None

    @property
    def of_all(self) -> bool:
        """Whether it is about every grant."""
        return self.committee is None and self.area is None


def _read(notes: Sequence[Path], settings: Settings) -> list[Document]:
    from grantcheck.read.discover import discover  # noqa: PLC0415
    from grantcheck.read.reading import Reading  # noqa: PLC0415

    with reading_options(settings.configuration.reading, notes) as options:
        return Reading(settings.profile(), options).documents(discover(notes))


def _answer(
    register: Register, documents: Sequence[Document] | None, settings: Settings, question: _Question
) -> ExpiringView:
    """The answer; what nobody asks about is not read."""
    if documents is None and question.of_all:
        return _of_all(register, question)
    return _of_some(known_in(register, settings, question.as_of), documents, settings, question)


def _of_all(register: Register, question: _Question) -> ExpiringView:
    from grantcheck.register.expiry import expiries  # noqa: PLC0415
    from grantcheck.report.expiring.view import ExpiringView  # noqa: PLC0415

    ends = register.ends(question.year, question.as_of)
    found = expiries(ends.near.values(), question.year, later=ends.later)
    return ExpiringView(found, register.address.shown, question.as_of, ends.grants)


def _of_some(
    known: KnownGrants, documents: Sequence[Document] | None, settings: Settings, question: _Question
) -> ExpiringView:
    """Notes are joined with all grants; only then are those chosen that are asked about."""
    from grantcheck.register.asking import asking  # noqa: PLC0415
    from grantcheck.register.choosing import Choice  # noqa: PLC0415
    from grantcheck.register.expiry import expiries  # noqa: PLC0415
    from grantcheck.report.expiring.view import ExpiringView, NotesRead  # noqa: PLC0415

    chosen = Choice(question.committee, chosen_area(question.area)).of(known.grants)
    if documents is None:
        return ExpiringView(expiries(chosen, question.year), known.shown, question.as_of, len(known.grants))
    asked = asking(documents, known, settings.profile(), question.year)
    return ExpiringView(
        expiries(chosen, question.year, asked.certain),
        known.shown,
        question.as_of,
        len(known.grants),
        NotesRead(asked.notes, asked.elsewhere, _not_wholly_read(documents)),
        asked.perhaps,
    )


def _not_wholly_read(documents: Sequence[Document]) -> tuple[str, ...]:
    from grantcheck.report.documents import notes_of, wholly_read  # noqa: PLC0415

    return tuple(each.source.path for each in documents if not wholly_read(notes_of([each])))


def _wholly_read(documents: Sequence[Document]) -> bool:
    return bool(documents) and not _not_wholly_read(documents)
