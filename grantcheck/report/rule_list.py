"""All rules at a glance, as text and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.table import Table as Grid
from rich.text import Text

from grantcheck.report.catalogue import wording
from grantcheck.report.json_text import json_of
from grantcheck.report.page import Page
from grantcheck.report.severity import severity_style, severity_word
from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from grantcheck.model.text import Language
    from grantcheck.rules.rule import OffRule, Rule

SCHEMA_VERSION = 1
_GAP = 2


@dataclass(frozen=True)
class RulesText:
    """Renders the list of rules for a terminal, a pipe or a log."""

    page: Page
    language: Language
    off: Sequence[OffRule] = ()
    """Rules that an office turned off."""

    def rendered(self, shown: Sequence[Rule]) -> str:
        """A line for each rule."""
        words = wording(self.language)
        grid = Grid(box=None, show_edge=False, pad_edge=False, padding=(0, _GAP, 0, 0))
        grid.add_column(Text(words.rule, style="dim"), no_wrap=True)
        grid.add_column(Text(words.severity, style="dim"), no_wrap=True)
        grid.add_column(Text(words.title, style="dim"), ratio=1)
        grid.add_column(Text(words.name, style="dim"))
        for rule in shown:
            severity = Text(severity_word(rule, words), style=severity_style(rule))
            title = Text(rule.file.title.spoken(self.language))
            if rule.file.effective:
                title.append(f" ({rule.file.effective.span.spoken(self.language)})", style="dim")
            grid.add_row(Text(rule.id, style="bold"), severity, title, Text(rule.file.name, style="dim"))
        lines = [
            words.turned_off.format(rule=one.rule.id, reason=one.reason.rstrip("."), source=one.place)
            for one in self.off
        ]
        return self.page.printed([grid, *(Text(visible(line)) for line in lines)])


@dataclass(frozen=True)
class RulesJson:
    """Renders the list of rules as JSON."""

    language: Language
    off: Sequence[OffRule] = ()

    def rendered(self, shown: Sequence[Rule]) -> str:
        """The rules as JSON text."""
        off = [{"id": one.rule.id, "reason": one.reason, "source": one.place} for one in self.off]
        rules = [self._rule(rule) for rule in shown]
        return json_of({"schema_version": SCHEMA_VERSION, "rules": rules, "turned_off": off})

    def _rule(self, rule: Rule) -> dict[str, Any]:
        severity, effective = rule.file.severity, rule.file.effective
        return {
            "id": rule.id,
            "name": rule.file.name,
            "severity": severity.value if severity else None,
            "title": rule.file.title.spoken(self.language),
            "effective": effective.model_dump(by_alias=True) if effective else None,
        }
