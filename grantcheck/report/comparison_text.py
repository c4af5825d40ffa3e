"""Two reports beside each other, for people: what is new, fixed or changed, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grantcheck.report.catalogue import wording
from grantcheck.report.comparison_words import ComparisonWords, comparison_words
from grantcheck.report.formats.markdown_text import markdown
from grantcheck.report.standing import standing
from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from grantcheck.model.record import FindingChange, RecordChange, ReportComparison
    from grantcheck.model.text import Language

_HASH = 64
_SHORT = 12


@dataclass(frozen=True)
class ComparisonText:
    """Renders a comparison as plain text or as Markdown."""

    language: Language
    as_markdown: bool = False

    def rendered(self, shown: ReportComparison) -> str:
        """The counts, the findings by section, then what the reports rest on."""
        lines = [*self._heading(), self._counts(shown)]
        for name, changes in sections(shown).items():
            if changes:
                lines += self._section(self._words.sections[name])
                lines += [line for change in changes for line in self._finding(change)]
        return "\n".join([*lines, *self.record(shown)]) + "\n"

    def record(self, shown: ReportComparison) -> Iterator[str]:
        """A line for each thing that the reports rest on and that differs."""
        if shown.record:
            yield from self._section(self._words.rests_on)
            for change in shown.record:
                yield f"- {self._inert(self._changed(change))}"

    @property
    def _words(self) -> ComparisonWords:
        return comparison_words(self.language)

    def _heading(self) -> list[str]:
        return [f"# {self._words.title}", ""] if self.as_markdown else []

    def _counts(self, shown: ReportComparison) -> str:
        if not shown.findings and not shown.record:
            return self._words.nothing
        counts = {name: len(changes) for name, changes in sections(shown).items()}
        return self._words.counts.format(**counts, unchanged=shown.unchanged)

    def _section(self, title: str) -> list[str]:
        return ["", f"## {title}", ""] if self.as_markdown else ["", f"{title}:"]

    def _finding(self, change: FindingChange) -> Iterator[str]:
        words, finding = self._words, change.finding
        stands = standing(finding).word(wording(self.language))
        causes = words.because.format(causes=", ".join(words.causes[cause] for cause in change.causes))
        said = finding.message or finding.title
        yield self._inert_item(
            f"{words.kinds[change.kind]}: {finding.note} {finding.rule} {stands}: {said} ({causes})"
        )
        if change.before is not None and change.after is not None:
            yield f"  {self._inert(words.before.format(message=change.before.message or change.before.title))}"

    def _inert_item(self, text: str) -> str:
        return f"- {self._inert(text)}"

    def _inert(self, text: str) -> str:
        return markdown(text) if self.as_markdown else visible(text)

    def _changed(self, change: RecordChange) -> str:
        words = self._words
        title = f" ({change.title.spoken(self.language)})" if change.title else ""
        start = f"{words.record_kinds[change.kind]} {change.name}{title}"
        if change.was is None:
            return f"{start}: {words.added}"
        if change.now is None:
            return f"{start}: {words.gone}"
        return f"{start}: {words.was_now.format(was=_shortened(change.was), now=_shortened(change.now))}"


def sections(shown: ReportComparison) -> dict[str, list[FindingChange]]:
    """The changes by section: what rules or parameters caused stands apart."""
    found: dict[str, list[FindingChange]] = {"new": [], "fixed": [], "changed": [], "by_rules": []}
    for change in shown.findings:
        found["by_rules" if change.by_rules else change.kind].append(change)
    return found


def comparison_json(shown: ReportComparison) -> dict[str, Any]:
    """The comparison as data, each finding with whether rules or parameters caused it."""
    value = shown.model_dump(mode="json")
    for entry, change in zip(value["findings"], shown.findings, strict=True):
        entry["caused_by_rules_or_parameters"] = change.by_rules
    counts = {name: len(changes) for name, changes in sections(shown).items()}
    return {"comparison_version": 1, "summary": counts | {"unchanged": shown.unchanged}} | value


def _shortened(value: str) -> str:
    """A hash by its beginning."""
    return value[:_SHORT] if len(value) == _HASH else value
