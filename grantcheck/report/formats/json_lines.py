"""JSON a line at a time, for tools that read a stream: the run, each note, each finding, each one to come."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from grantcheck.report.visible import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.model.report import Report

_PARTS = {"notes", "findings", "forthcoming"}


class JsonLines:
    """Renders a report as JSON Lines; `type` tells what a line holds, the rest is as in JSON."""

    def rendered(self, shown: Report) -> str:
        """One line for the run, then one for each note and each finding, last those to come."""
        return "".join(_line(value) for value in _values(shown))


def _values(report: Report) -> Iterator[dict[str, Any]]:
    yield {"type": "run"} | report.model_dump(mode="json", exclude=_PARTS)
    for heading in report.notes:
        yield {"type": "note"} | heading.model_dump(mode="json")
    for finding in report.findings:
        yield {"type": "finding"} | finding.model_dump(mode="json")
    for to_come in report.forthcoming:
        yield {"type": "forthcoming"} | to_come.model_dump(mode="json")


def _line(value: dict[str, Any]) -> str:
    return escaped(json.dumps(value, ensure_ascii=False, allow_nan=False)) + "\n"
