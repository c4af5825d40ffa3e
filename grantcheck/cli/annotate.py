"""`grantcheck annotate`: a copy of a note with its findings as comments."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.audit import When, audited
from grantcheck.cli.day import AsOfOption, BudgetYearOption
from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.options import AUDIT_OPTIONS, BASELINE, FAIL_ON, REPORT_FORMAT, SHOW
from grantcheck.cli.output import put_text, tell
from grantcheck.cli.report_files import check_targets, write_all
from grantcheck.cli.settings import Settings, configured
from grantcheck.cli.stand_in import tell_stand_in
from grantcheck.cli.waivers_in_use import tell_lapsing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.model.report import Report
    from grantcheck.model.text import Language
    from grantcheck.report.annotated.marks import Mark

_UNREADABLE = "GC901"


_OF_REPORTS_ONLY = (REPORT_FORMAT, FAIL_ON, SHOW, BASELINE)


@configured(*(option for option in AUDIT_OPTIONS if option not in _OF_REPORTS_ONLY))
def annotate_command(
    note: Annotated[
        Path, typer.Argument(metavar="NOTE", help="A budget note: .pdf, .docx or .xlsx.", show_default=False)
    ],
    settings: Settings,
    target: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="The copy to write.", show_default=False),
    ],
    as_of: AsOfOption = None,
    budget_year: BudgetYearOption = None,
) -> None:
    """Write a copy of a note with its findings as comments.

    Exit code: 0 written, 2 wrong usage, 3 a fault of the program, 4 not wholly read.
    """
    from grantcheck.report.annotated.copy import annotated_copy  # noqa: PLC0415
    from grantcheck.report.annotated.fault import CannotAnnotate  # noqa: PLC0415
    from grantcheck.report.annotated.marks import marks_of  # noqa: PLC0415

    language = settings.configuration.report.language
    _check(note, target, language)
    report = audited([note], settings, When(as_of, budget_year))
    tell_stand_in(report, language)
    tell_lapsing(report.waivers, language)
    _check_read(note, report, language)
    marks = marks_of(report.findings, report.inputs[0].path)
    try:
        copy = annotated_copy(note.read_bytes(), report, marks, language)
    except CannotAnnotate as fault:
        _refuse(note, fault.said.spoken(language), language, ExitCode.USAGE)
    write_all({target: copy})
    put_text(_said(target, note.suffix.lower(), marks, language))
    raise typer.Exit(_exit_code(report))


def _check(note: Path, target: Path, language: Language) -> None:
    """Tells before the work what could not be done after it."""
    from grantcheck.report.annotated.copy import SUFFIXES  # noqa: PLC0415
    from grantcheck.report.annotated.words import annotated_words  # noqa: PLC0415

    if note.is_dir():
        raise typer.BadParameter(f"'{note}' is a folder. Name one note; each copy is a file of its own.")
    if note.exists() and note.suffix.lower() not in SUFFIXES:
        why = annotated_words(language).other_formats.format(suffix=note.suffix or "other")
        _refuse(note, why, language, ExitCode.USAGE)
    if target.resolve() == note.resolve():
        raise typer.BadParameter(
            f"'{target}' is the note itself; a copy would take its place. Name another file."
        )
    if target.suffix.lower() != note.suffix.lower():
        raise typer.BadParameter(
            f"The copy is the same kind of file as the note: -o {target.stem}{note.suffix}"
        )
    check_targets([target])


def _check_read(note: Path, report: Report, language: Language) -> None:
    from grantcheck.model.outcome import Outcome  # noqa: PLC0415
    from grantcheck.report.annotated.words import annotated_words  # noqa: PLC0415

    for finding in report.findings:
        if finding.rule == _UNREADABLE and finding.outcome is Outcome.BROKEN:
            why = annotated_words(language).unreadable.format(why=finding.message)
            _refuse(note, why, language, ExitCode.NOT_READ)


def _refuse(note: Path, why: str, language: Language, code: ExitCode) -> None:
    from grantcheck.report.annotated.words import annotated_words  # noqa: PLC0415

    tell(annotated_words(language).cannot.format(file=note, why=why))
    raise typer.Exit(code)


def _said(target: Path, suffix: str, marks: Sequence[Mark], language: Language) -> str:
    from grantcheck.report.annotated.words import WHERE, annotated_words  # noqa: PLC0415
    from grantcheck.report.visible import visible  # noqa: PLC0415

    words = annotated_words(language)
    form = words.written_one if len(marks) == 1 else words.written
    said = form.format(target=visible(str(target)), count=len(marks))
    bare = sum(not mark.places for mark in marks)
    if bare:
        said += " " + words.without_place.format(count=bare, where=WHERE[suffix][language])
    return said + "\n"


def _exit_code(report: Report) -> ExitCode:
    from grantcheck.report.reading import has_internal_fault, not_wholly_read  # noqa: PLC0415

    if has_internal_fault(report):
        return ExitCode.INTERNAL_FAULT
    return ExitCode.NOT_READ if not_wholly_read(report) else ExitCode.CLEAN
