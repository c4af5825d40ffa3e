"""The last lines of a report: how much was checked and how it ended."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from grantcheck.report.layout import NO_BREAK
from grantcheck.report.reading import not_wholly_read
from grantcheck.report.standing import Standing, standing
from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.model.report import Report
    from grantcheck.report.wording import Wording


def count_line(report: Report, words: Wording) -> Text:
    """All counts, in one line of text."""
    summary = report.summary
    documents = words.document if summary.documents == 1 else words.documents
    counts = [
        Text(words.count_held.format(count=summary.held)),
        _broken(report, words),
        Text(words.count_noted.format(count=summary.noted)),
        Text(words.count_not_applicable.format(count=summary.not_applicable)),
        _coloured(words.count_not_verifiable, summary.not_verifiable, Standing.NOT_VERIFIABLE.style),
    ]
    if summary.waived:
        counts.append(Text(words.count_waived.format(count=summary.waived)))
    if summary.baselined:
        counts.append(Text(words.count_baselined.format(count=summary.baselined)))
    if summary.turned_off:
        counts.append(Text(words.count_turned_off.format(count=summary.turned_off)))
    counts.append(_coloured(words.count_unread, summary.unread, Standing.ERROR.style))
    return Text.assemble(
        documents.format(count=summary.documents), ": ", Text(", ").join(map(_together, counts))
    )


def unread_line(report: Report, words: Wording) -> Text | None:
    """Which files were not wholly read, or None where all were."""
    paths = not_wholly_read(report)
    if not paths:
        return None
    shown = ", ".join(visible(path) for path in paths)
    return Text(words.not_wholly_read.format(paths=shown), style=Standing.ERROR.style)


def _broken(report: Report, words: Wording) -> Text:
    count = report.summary.broken
    text = words.count_broken.format(count=count)
    split = ", ".join(_by_severity(report, words))
    if not split:
        return Text(text)
    style = Standing.ERROR.style if broken_checks(report)[Standing.ERROR] else Standing.WARNING.style
    return Text(f"{text} ({split})", style=style)


def _by_severity(report: Report, words: Wording) -> Iterator[str]:
    found = broken_checks(report)
    forms = (
        (Standing.ERROR, words.one_error, words.errors),
        (Standing.WARNING, words.one_warning, words.warnings),
    )
    for stands, one, several in forms:
        if found[stands]:
            yield one if found[stands] == 1 else several.format(count=found[stands])


def broken_checks(report: Report) -> Counter[Standing]:
    """Broken checks by standing: a rule that a note breaks in several places counts once, at its gravest."""
    gravest: dict[tuple[str, str, str], Standing] = {}
    for finding in report.findings:
        if standing(finding) in {Standing.ERROR, Standing.WARNING}:
            key = (finding.rule, finding.note, finding.path)
            gravest[key] = min(
                gravest.get(key, Standing.WARNING), standing(finding), key=lambda each: each.rank
            )
    return Counter(gravest.values())


def _coloured(form: str, count: int, style: str) -> Text:
    return Text(form.format(count=count), style=style if count else "")


def _together(count: Text) -> Text:
    """A count that a line break does not tear apart."""
    count.plain = count.plain.replace(" ", NO_BREAK)
    return count
