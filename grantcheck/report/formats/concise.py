"""One line a finding, as editors and `grep` know it: `path:line:column: GC202 warning message`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.report.catalogue import wording
from grantcheck.report.closing import one_closing_line
from grantcheck.report.formats.spot import spot
from grantcheck.report.standing import standing
from grantcheck.report.visible import visible
from grantcheck.report.waiver_words import answer_of

if TYPE_CHECKING:
    from grantcheck.model.finding import Finding
    from grantcheck.model.report import Report
    from grantcheck.model.text import Language
    from grantcheck.report.wording import Wording


@dataclass(frozen=True)
class Concise:
    """Renders a report as lines, in the order of the report."""

    language: Language

    def rendered(self, shown: Report) -> str:
        """A line for each finding, then the counts and what they leave out."""
        words = wording(self.language)
        lines = [_line(finding, standing(finding).word(words), words) for finding in shown.findings]
        lines += [_line(one, words.forthcoming, words, f"{one.notice} ") for one in shown.forthcoming]
        return "\n".join([*lines, one_closing_line(shown, words)]) + "\n"


def _line(finding: Finding, word: str, words: Wording, notice: str = "") -> str:
    where = spot(finding)
    place = f" [{visible(where.place)}]" if where.place else ""
    start = f"{visible(finding.path)}:{where.line}:{where.column}: {visible(finding.rule)}"
    said = visible(notice + (finding.message or finding.title))
    answer = answer_of(finding, words)
    return f"{start} {word}{place} {said}{f' ({answer})' if answer else ''}"
