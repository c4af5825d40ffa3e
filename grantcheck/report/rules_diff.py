"""What a change of rules alters, as text and as JSON."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from grantcheck.model.text import Text as Sentence
from grantcheck.report.catalogue import wording
from grantcheck.report.json_text import json_of
from grantcheck.report.layout import Lines
from grantcheck.report.page import Page
from grantcheck.report.standing import Standing
from grantcheck.report.visible import shortened, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.model.outcome import Outcome, Severity
    from grantcheck.model.rules_diff import OutcomeChange, PlaceChange, RulesDiff
    from grantcheck.model.text import Language

_INDENT = 2
_MESSAGE_LIMIT = 600
_BETWEEN = Sentence(en="From {old} to {new}", da="Fra {old} til {new}")
_SAME_RULES = Sentence(en="The rule files are the same.", da="Regelfilerne er de samme.")
_ADDED = Sentence(en="Only in the new rules: {rules}", da="Kun i de nye regler: {rules}")
_REMOVED = Sentence(en="Only in the old rules: {rules}", da="Kun i de gamle regler: {rules}")
_NONE = Sentence(en="no such rule", da="ingen sådan regel")
_SILENT = Sentence(en="not told", da="ikke nævnt")
_NOTHING = Sentence(en="No outcome changes.", da="Intet udfald ændres.")
_COUNT = Sentence(
    en="{changed} of {compared} outcomes change, in {notes} note(s).",
    da="{changed} af {compared} udfald ændres, i {notes} notat(er).",
)
_PLACES_ONLY = Sentence(
    en="In {count} more, only single places of a note change.",
    da="I yderligere {count} ændres kun enkelte steder i et notat.",
)


@dataclass(frozen=True)
class RulesDiffText:
    """Renders a difference for a terminal, a pipe or a log."""

    page: Page
    language: Language

    def rendered(self, shown: RulesDiff) -> str:
        """By note: each rule that ends otherwise, where, and by which amounts; then the counts."""
        return self.page.printed(self._lines(shown))

    def _lines(self, shown: RulesDiff) -> Iterator[Text]:
        yield from self._put(
            self._said(_BETWEEN, old=visible(shown.old), new=visible(shown.new)), style="bold"
        )
        if shown.old_sha256 == shown.new_sha256:
            yield from self._put(self._said(_SAME_RULES))
        for sentence, rules in ((_ADDED, shown.added), (_REMOVED, shown.removed)):
            if rules:
                yield from self._put(self._said(sentence, rules=", ".join(rules)))
        for (note, path), changes in groupby(shown.changes, key=lambda change: (change.note, change.path)):
            yield Text()
            name = path if note == path else f"{note}  {path}"
            yield from self._put(visible(name), style="bold")
            for change in changes:
                yield from self._change(change)
        yield Text()
        yield from self._counts(shown)

    def _change(self, change: OutcomeChange) -> Iterator[Text]:
        arrow = self._arrow(change.old, change.new, _NONE)
        yield from self._put(f"{change.rule}  {arrow}  {visible(change.title)}", _INDENT, "cyan")
        for place in change.places:
            yield from self._place(place)

    def _place(self, place: PlaceChange) -> Iterator[Text]:
        at = _INDENT * 2
        severities = self._severities(place.old_severity, place.new_severity)
        arrow = self._arrow(place.old, place.new, _SILENT)
        where = f"{visible(place.place)}: " if place.place else ""
        yield from self._put(f"{where}{arrow}{severities}", at)
        for amount in place.amounts:
            yield from self._put(f"{visible(amount.means)}: {amount.shown}", at + _INDENT)
        if place.message:
            yield from self._put(shortened(visible(place.message), _MESSAGE_LIMIT), at + _INDENT, "dim")

    def _severities(self, old: Severity | None, new: Severity | None) -> str:
        if old is None or new is None or old is new:
            return ""
        words = (Standing[each.name].word(wording(self.language)) for each in (old, new))
        return f" ({' → '.join(words)})"

    def _arrow(self, old: Outcome | None, new: Outcome | None, none: Sentence) -> str:
        words = wording(self.language).outcomes
        return " → ".join(none.spoken(self.language) if one is None else words[one] for one in (old, new))

    def _counts(self, shown: RulesDiff) -> Iterator[Text]:
        changed = [change for change in shown.changes if change.old is not change.new]
        if not shown.changes:
            yield from self._put(self._said(_NOTHING))
            return
        kinds = Counter(self._arrow(change.old, change.new, _NONE) for change in changed)
        notes = len({(change.note, change.path) for change in shown.changes})
        yield from self._put(self._said(_COUNT, changed=len(changed), compared=shown.compared, notes=notes))
        for arrow, count in kinds.most_common():
            yield from self._put(f"{count} × {arrow}", _INDENT)
        if only := len(shown.changes) - len(changed):
            yield from self._put(self._said(_PLACES_ONLY, count=only))

    def _put(self, sentence: str, indent: int = 0, style: str = "") -> list[Text]:
        return Lines(self.page.width).indented(Text(sentence, style=style), indent)

    def _said(self, sentence: Sentence, **values: object) -> str:
        return sentence.spoken(self.language).format(**values)


class RulesDiffJson:
    """Renders a difference as JSON."""

    def rendered(self, shown: RulesDiff) -> str:
        """The difference as it is."""
        return json_of(shown.model_dump(mode="json"))
