"""The first lines of the Markdown formats: what was checked, by what, and how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.report.closing import closing_lines
from grantcheck.report.counts import count_line
from grantcheck.report.formats.markdown_text import markdown
from grantcheck.report.layout import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.model.report import Report
    from grantcheck.report.wording import Wording


def overview(report: Report, words: Wording) -> Iterator[str]:
    """A heading, the day and the rules, all counts, what was not judged, what judged the rest, and what was left unread."""
    yield f"# {words.report_title}"
    yield markdown(
        words.judged_by.format(day=report.as_of, rules=report.rules.count, version=report.grantcheck_version)
    )
    yield f"**{markdown(on_one_line(count_line(report, words)))}**"
    for line in closing_lines(report, words):
        yield markdown(on_one_line(line))
