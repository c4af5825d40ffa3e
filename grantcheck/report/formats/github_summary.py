"""A job summary for GitHub: `-o github-summary="$GITHUB_STEP_SUMMARY"`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from grantcheck.report.catalogue import wording
from grantcheck.report.formats.markdown_text import markdown
from grantcheck.report.formats.overview import overview
from grantcheck.report.formats.spot import spot
from grantcheck.report.standing import Standing, standing
from grantcheck.report.visible import shortened
from grantcheck.report.waiver_words import answer_of

if TYPE_CHECKING:
    from grantcheck.model.finding import Finding
    from grantcheck.model.report import Report
    from grantcheck.model.text import Language
    from grantcheck.report.wording import Wording

_ROWS = 200
_LIMIT = 500
_BYTES = 900_000
"""Rows, characters of a cell and bytes of the table: GitHub refuses a summary of more than a mebibyte."""

_LISTED = (Standing.ERROR, Standing.WARNING, Standing.NOT_VERIFIABLE, Standing.WAIVED)


@dataclass(frozen=True)
class GithubSummary:
    """Renders a report as an overview and one table, the gravest first; what is only noted is counted."""

    language: Language

    def rendered(self, shown: Report) -> str:
        """The summary as Markdown."""
        words = wording(self.language)
        listed = [each for each in shown.findings if standing(each) in _LISTED]
        listed.sort(key=lambda each: standing(each).rank)
        return "\n\n".join([*overview(shown, words), *_to_come(shown, words), *_table(listed, words)]) + "\n"


def _to_come(report: Report, words: Wording) -> Iterator[str]:
    if report.forthcoming:
        rules = ", ".join(sorted({one.rule for one in report.forthcoming}))
        yield markdown(words.further_forthcoming.format(count=len(report.forthcoming), rules=rules))


def _table(findings: Sequence[Finding], words: Wording) -> Iterator[str]:
    if not findings:
        return
    head = (words.severity, words.rule, words.note_word, words.place, words.message)
    rows = [_row(tuple(word[:1].upper() + word[1:] for word in head)), _row(("---",) * len(head))]
    listed = _fitting(_row(_cells(finding, words)) for finding in findings[:_ROWS])
    yield "\n".join([*rows, *listed])
    if left_out := len(findings) - len(listed):
        yield words.further_findings.format(count=left_out)


def _fitting(rows: Iterable[str]) -> list[str]:
    """The rows from the start that fit."""
    found = list(rows)
    sizes = accumulate(len(row.encode()) for row in found)
    return [row for row, size in zip(found, sizes, strict=True) if size <= _BYTES]


def _cells(finding: Finding, words: Wording) -> tuple[str, ...]:
    where = spot(finding)
    place = f"{finding.path}: {where.place}" if where.place else f"{finding.path}:{where.line}"
    texts = (
        standing(finding).word(words),
        finding.rule,
        finding.note,
        place,
        " ".join(part for part in (finding.message or finding.title, answer_of(finding, words)) if part),
    )
    return tuple(markdown(shortened(text, _LIMIT)) for text in texts)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
