"""What follows the counts: what was not judged, what judged the rest, and what was left unread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from grantcheck.report.counts import count_line, unread_line
from grantcheck.report.layout import on_one_line
from grantcheck.report.standing import Standing
from grantcheck.report.visible import visible
from grantcheck.report.waiver_words import baseline_sentences, lapsing_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.model.judged_by import Scope
    from grantcheck.model.report import Report
    from grantcheck.report.wording import Wording

_COMMIT = 10
"""Signs of a commit's name that tell it from others."""


def closing_lines(report: Report, words: Wording) -> Iterator[Text]:
    """A line of text for each."""
    for line in scope_sentences(report, words):
        yield Text(line, style=Standing.WARNING.style)
    for line in baseline_sentences(report, words):
        yield Text(line)
    for line in lapsing_sentences(report, words):
        yield Text(line, style=Standing.WARNING.style)
    for line in office_sentences(report, words):
        yield Text(line, style=Standing.NOTE.style)
    stand_in = report.judged_by.in_place_of is not None
    yield Text(engine_sentence(report, words), style=Standing.WARNING.style if stand_in else "")
    unread = unread_line(report, words)
    if unread is not None:
        yield unread


def one_closing_line(report: Report, words: Wording) -> str:
    """The counts and what follows them on one line, for formats of lines; what was not read is a line there."""
    counts = on_one_line(count_line(report, words))
    return " ".join(
        [
            f"{counts}.",
            *scope_sentences(report, words),
            *baseline_sentences(report, words),
            *lapsing_sentences(report, words),
            *office_sentences(report, words),
            engine_sentence(report, words),
        ]
    )


def office_sentences(report: Report, words: Wording) -> Iterator[str]:
    """What an office chose about the rules: packs of its own, rules turned off, parameters."""
    packs = [f"{pack.name} {pack.version}".strip() for pack in report.rules.packs[1:]]
    if packs:
        yield words.packs_in_use.format(packs=visible(", ".join(packs)))
    for off in report.rules.off:
        reason, source = visible(off.reason).rstrip("."), visible(off.source)
        yield words.turned_off.format(rule=off.rule, reason=reason, source=source)
    for one in (value for parameter in report.parameters for value in parameter.values if value.source):
        yield words.parameter_set.format(
            rule=one.rule,
            name=visible(one.name),
            value=visible(str(one.value)),
            default=one.default,
            source=visible(one.source or ""),
        )


def engine_sentence(report: Report, words: Wording) -> str:
    """Which engine judged, and why it was not the usual one."""
    if report.judged_by.in_place_of is not None:
        return words.judged_in_place
    return words.judged_by_engine.format(engine=words.engines[report.judged_by.engine])


def scope_sentences(report: Report, words: Wording) -> Iterator[str]:
    """How much of what was read was judged; nothing where all was."""
    scope = report.scope
    if scope is None:
        return
    form = words.changed_only if scope.judged else words.nothing_changed
    yield form.format(judged=len(scope.judged), files=len(report.inputs), since=_since(scope))
    if scope.settings_changed:
        yield words.settings_changed.format(paths=visible(", ".join(scope.settings_changed)))


def _since(scope: Scope) -> str:
    return f"{visible(scope.since)} ({scope.commit[:_COMMIT]})"
