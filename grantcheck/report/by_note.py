"""The findings of a report under the notes they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.report import NoteHeading

if TYPE_CHECKING:
    from grantcheck.model.finding import Finding
    from grantcheck.model.forthcoming import Forthcoming
    from grantcheck.model.report import Report

Key = tuple[str, str]
Group = tuple[list[NoteHeading], list["Finding"], list["Forthcoming"]]


def by_note(report: Report) -> list[Group]:
    """Notes in the order of the report, each with its findings, then those to come.

    Findings about no listed note come last.
    """
    groups: dict[Key, Group] = {}
    for heading in report.notes:
        groups.setdefault((heading.note, heading.path), ([], [], []))[0].append(heading)
    for finding in report.findings:
        key = (finding.note, finding.path)
        groups.setdefault(key, ([_bare_heading(*key)], [], []))[1].append(finding)
    for to_come in report.forthcoming:
        key = (to_come.note, to_come.path)
        groups.setdefault(key, ([_bare_heading(*key)], [], []))[2].append(to_come)
    return list(groups.values())


def full_title(heading: NoteHeading) -> str:
    """The title, and the subtitle in brackets; empty where neither was read."""
    subtitle = f"({heading.subtitle})" if heading.subtitle else ""
    return " ".join(part for part in (heading.title or "", subtitle) if part)


def _bare_heading(note: str, path: str) -> NoteHeading:
    return NoteHeading(note=note, path=path, title=None, subtitle=None, department=None, budget_year=None)
