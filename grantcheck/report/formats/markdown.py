"""The whole report as Markdown, for a wiki, a case file or a merge request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.report.amounts import folded
from grantcheck.report.by_note import by_note, full_title
from grantcheck.report.catalogue import wording
from grantcheck.report.formats.markdown_text import markdown
from grantcheck.report.formats.overview import overview
from grantcheck.report.standing import standing
from grantcheck.report.visible import around_mark, shortened, visible
from grantcheck.report.waiver_words import answer_of

if TYPE_CHECKING:
    from grantcheck.model.evidence import Evidence
    from grantcheck.model.finding import Finding
    from grantcheck.model.forthcoming import Forthcoming
    from grantcheck.model.report import NoteHeading, Report
    from grantcheck.model.text import Language
    from grantcheck.report.wording import Wording

_LIMIT = 2_000
_EXCERPT = 400


@dataclass(frozen=True)
class Markdown:
    """Renders a report for readers of Markdown; blocks stand apart by blank lines."""

    language: Language

    def rendered(self, shown: Report) -> str:
        """The report as a document with a heading for each note and each finding."""
        return "\n\n".join(self._blocks(shown)) + "\n"

    def _blocks(self, report: Report) -> Iterator[str]:
        words = wording(self.language)
        yield from overview(report, words)
        for headings, findings, to_come in by_note(report):
            for heading in headings:
                yield from self._heading(heading, words)
            yield from _findings(findings, to_come, words)

    def _heading(self, heading: NoteHeading, words: Wording) -> Iterator[str]:
        known = heading.note != heading.path
        title = shortened(full_title(heading) or words.untitled, _LIMIT)
        yield f"## {markdown(f'{heading.note} {title}' if known else heading.path)}"
        year = words.budget.format(year=heading.budget_year) if heading.budget_year else ""
        origin = (heading.department or "", year, heading.path if known else "")
        if any(origin):
            yield ", ".join(markdown(part) for part in origin if part)
        if known or heading.asked:
            asked = folded(heading.asked, words, self.language) or words.no_amount_read
            granted = folded(heading.granted, words, self.language) or words.none_granted
            yield f"- {words.asks_for}: {markdown(asked)}\n- {words.granted_before}: {markdown(granted)}"


def _findings(findings: Sequence[Finding], to_come: Sequence[Forthcoming], words: Wording) -> Iterator[str]:
    ordered = sorted(findings, key=lambda each: (standing(each).rank, each.rule))
    in_full = [each for each in ordered if standing(each).in_full]
    if not in_full:
        yield words.nothing_to_report[:1].upper() + words.nothing_to_report[1:] + "."
    for finding in in_full:
        yield f"### {_headline(finding, standing(finding).word(words))}"
        yield from _body(finding, words)
    for one in to_come:
        yield f"### {_headline(one, words.forthcoming)}"
        yield _label(one.notice.rstrip("."))
        yield from _body(one, words)
    in_brief = [each for each in ordered if not standing(each).in_full]
    if in_brief:
        yield "\n".join(f"- {_headline(each, standing(each).word(words))}" for each in in_brief)


def _body(finding: Finding, words: Wording) -> Iterator[str]:
    if finding.message:
        yield markdown(shortened(finding.message, _LIMIT))
    if finding.evidence:
        yield "\n".join(_side(side, finding.path, words) for side in finding.evidence)
    if finding.calculation:
        steps = "\n".join(f"- {markdown(step)}" for step in finding.calculation)
        yield f"{_label(words.calculation)}\n\n{steps}"
    if finding.fix:
        yield f"{_label(words.fix)} {markdown(shortened(finding.fix, _LIMIT))}"
    if finding.waiver is not None:
        yield f"{_label(words.waiver)} {markdown(shortened(answer_of(finding, words), _LIMIT))}"


def _headline(finding: Finding, stands: str) -> str:
    title = shortened(finding.title or finding.name, _LIMIT)
    return markdown(f"{finding.rule} {stands}: {title}")


def _side(evidence: Evidence, path: str, words: Wording) -> str:
    role = words.roles.get(evidence.role, visible(evidence.role))
    start = f"- {markdown(role)}, {markdown(shortened(evidence.place, _EXCERPT))}"
    if evidence.text == path:
        return start
    before, figure, after = around_mark(evidence.text, evidence.mark, _EXCERPT)
    marked = f"**{markdown(figure)}**" if figure.strip() else ""
    return f"{start}: {markdown(before)}{marked}{markdown(after)}"


def _label(word: str) -> str:
    return f"**{word[:1].upper()}{word[1:]}.**"
