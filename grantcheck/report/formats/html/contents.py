"""The whole page as values, before it is set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.report.by_note import by_note
from grantcheck.report.closing import (
    engine_sentence,
    office_sentences,
    scope_sentences,
)
from grantcheck.report.formats.html.checks import Checks, checks
from grantcheck.report.formats.html.expiry import Expiry, expiry
from grantcheck.report.formats.html.finding import BASELINED, FindingView, WaiverView
from grantcheck.report.formats.html.glance import Glance, glance
from grantcheck.report.formats.html.notes import NoteView, note_view
from grantcheck.report.formats.html.telling import TITLE
from grantcheck.report.reading import has_internal_fault, not_wholly_read
from grantcheck.report.waiver_words import lapsing_sentences

if TYPE_CHECKING:
    from grantcheck.model.hashed import Parameter
    from grantcheck.model.report import Report
    from grantcheck.report.formats.html.telling import Telling
    from grantcheck.report.formats.setting import Setting
    from grantcheck.report.wording import Wording

_OF_READING = "GC90"
"""What the numbers of rules on reading begin with."""


@dataclass(frozen=True)
class WaivedRow:
    """A finding that somebody answers for, and where it stands."""

    note: NoteView
    finding: FindingView
    waiver: WaiverView


@dataclass(frozen=True)
class UnreadRow:
    """Something that was not read, and where it stands."""

    note: NoteView
    finding: FindingView


@dataclass(frozen=True)
class FileRow:
    """A file that the result rests on."""

    title: str
    path: str
    source: str
    sha256: str


@dataclass(frozen=True)
class Contents:
    """What the page shows."""

    title: str
    as_of: str
    checked_by: str
    alarms: Sequence[str]
    remarks: Sequence[str]
    glance: Glance
    expiry: Expiry | None
    notes: Sequence[NoteView]
    committees: Sequence[str]
    """For the filter; a note is told by their places in this list."""
    rules: Sequence[str]
    waived: Sequence[WaivedRow]
    has_baseline: bool
    has_forthcoming: bool
    not_wholly_read: Sequence[str]
    unread: Sequence[UnreadRow]
    unread_said: str
    checks: Checks
    parameters: Sequence[FileRow]
    inputs: Sequence[FileRow]
    inputs_title: str


def contents(report: Report, setting: Setting, telling: Telling) -> Contents:
    """The page of a report in all its checks."""
    words, wording = telling.words, telling.wording
    notes = [note_view(group, number, telling) for number, group in enumerate(by_note(report), start=1)]
    pairs = [(note, finding) for note in notes for finding in note.findings]
    unread = [UnreadRow(*pair) for pair in pairs if pair[1].rule.startswith(_OF_READING)]
    files = [telling.said(path, TITLE) for path in not_wholly_read(report)]
    rule_count = telling.number(report.rules.count)
    return Contents(
        title=_title(report, telling),
        as_of=words.as_of.format(day=telling.day(report.as_of)),
        checked_by=words.checked_by.format(
            count=rule_count, version=telling.said(report.grantcheck_version, TITLE)
        ),
        alarms=[words.internal_fault] if has_internal_fault(report) else [],
        remarks=[telling.said(each) for each in _remarks(report, wording)],
        glance=glance(report, telling),
        expiry=expiry(report, telling),
        notes=notes,
        committees=sorted({name for note in notes for name in note.committees}),
        rules=sorted({finding.rule for _, finding in pairs}),
        waived=[WaivedRow(note, found, found.waiver) for note, found in pairs if found.waiver],
        has_baseline=any(note.counts[BASELINED] for note in notes),
        has_forthcoming=bool(report.forthcoming),
        not_wholly_read=files,
        unread=unread,
        unread_said=_unread_said(report, has_any=bool(unread or files), telling=telling),
        checks=checks(report.findings, setting.rules, telling),
        parameters=[
            *(_parameter(each, telling) for each in report.parameters),
            *_waiver_file(report, telling),
            FileRow(words.rules_hash.format(count=rule_count), "", "", report.rules.sha256),
        ],
        inputs=[FileRow("", telling.said(each.path, TITLE), "", each.sha256) for each in report.inputs],
        inputs_title=words.inputs.format(count=telling.number(len(report.inputs))),
    )


def _remarks(report: Report, wording: Wording) -> Iterator[str]:
    yield from scope_sentences(report, wording)
    yield from lapsing_sentences(report, wording)
    yield from office_sentences(report, wording)
    yield engine_sentence(report, wording)


def _waiver_file(report: Report, telling: Telling) -> Iterator[FileRow]:
    if report.waivers is not None:
        path = telling.said(report.waivers.path, TITLE)
        yield FileRow(telling.words.waiver_file, path, telling.words.no_source, report.waivers.sha256)


def _title(report: Report, telling: Telling) -> str:
    years = sorted({heading.budget_year for heading in report.notes if heading.budget_year})
    title = telling.wording.report_title
    if len(years) != 1:
        return title
    return f"{title}: {telling.wording.budget.format(year=years[0])}"


def _unread_said(report: Report, *, has_any: bool, telling: Telling) -> str:
    if report.summary.unread:
        return telling.words.unread_counted.format(count=telling.number(report.summary.unread))
    return "" if has_any else telling.words.nothing_unread


def _parameter(parameter: Parameter, telling: Telling) -> FileRow:
    title = parameter.title.spoken(telling.language) if parameter.title else ""
    return FileRow(
        title=telling.said(title, TITLE),
        path=telling.said(parameter.path, TITLE),
        source=telling.said(parameter.source, TITLE) if parameter.source else telling.words.no_source,
        sha256=parameter.sha256,
    )
