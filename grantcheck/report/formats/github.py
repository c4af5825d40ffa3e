"""Annotations in a GitHub workflow: the findings as commands on standard output."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.report.catalogue import wording
from grantcheck.report.closing import one_closing_line
from grantcheck.report.formats.spot import spot
from grantcheck.report.standing import Standing, standing
from grantcheck.report.visible import shortened, visible
from grantcheck.report.waiver_words import answer_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.model.finding import Finding
    from grantcheck.model.report import Report
    from grantcheck.report.formats.setting import Setting
    from grantcheck.report.wording import Wording

_SHOWN = 10
"""GitHub shows so many annotations of a level for each step and drops the others without a word."""

_LIMIT = 4_000
_LEVELS = {
    "error": (Standing.ERROR,),
    "warning": (Standing.WARNING,),
    "notice": (Standing.NOT_VERIFIABLE, Standing.NOTE, Standing.WAIVED),
}


@dataclass(frozen=True)
class Github:
    """Renders a report as workflow commands."""

    setting: Setting

    def rendered(self, shown: Report) -> str:
        """A command for each annotation, then the counts and what they leave out."""
        words = wording(self.setting.language)
        commands = [
            line
            for level, standings in _LEVELS.items()
            for line in self._commands(level, _of(shown, standings), words)
        ]
        return "\n".join([*commands, one_closing_line(shown, words)]) + "\n"

    def _commands(self, level: str, findings: Sequence[Finding], words: Wording) -> Iterator[str]:
        """At most ten: where there are more, the tenth tells how many are left out."""
        fitting = findings if len(findings) <= _SHOWN else findings[: _SHOWN - 1]
        for finding in fitting:
            yield self._command(level, finding, words)
        if left_out := len(findings) - len(fitting):
            said = words.further_annotations.format(count=left_out, rules=_rules(findings[len(fitting) :]))
            yield f"::{level} title=grantcheck::{_data(said)}"

    def _command(self, level: str, finding: Finding, words: Wording) -> str:
        where = spot(finding)
        title = f"{finding.rule} {standing(finding).word(words)}: {finding.title or finding.name}"
        told = (
            where.place,
            finding.message or finding.title,
            *finding.calculation,
            finding.fix,
            answer_of(finding, words),
        )
        message = "\n".join(shortened(visible(part), _LIMIT) for part in told if part)
        properties = {
            "file": self.setting.checkout.path(finding.path),
            "line": str(where.line),
            "col": str(where.column),
            "title": shortened(title, _LIMIT),
        }
        written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        return f"::{level} {written}::{_data(message)}"


def _of(report: Report, standings: tuple[Standing, ...]) -> list[Finding]:
    found = [finding for finding in report.findings if standing(finding) in standings]
    return sorted(found, key=lambda finding: standing(finding).rank)


def _rules(findings: Sequence[Finding]) -> str:
    return ", ".join(sorted({finding.rule for finding in findings}))


def _data(text: str) -> str:
    """What follows the second "::"."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(visible(value)).replace(":", "%3A").replace(",", "%2C")
