"""The waivers of an office as a list, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.text import Text

from grantcheck.report.catalogue import wording
from grantcheck.report.layout import Lines
from grantcheck.report.visible import visible
from grantcheck.report.waiver_words import days_sentence, waiver_sentence

if TYPE_CHECKING:
    from grantcheck.model.finding import Finding
    from grantcheck.model.text import Language
    from grantcheck.model.waiver import ListedWaiver, WaiversInUse
    from grantcheck.report.page import Page

_INDENT = 2


@dataclass(frozen=True)
class WaiversText:
    """Prints waivers for a terminal: what each is for, how it stands, why and until when."""

    page: Page
    language: Language

    def rendered(self, shown: WaiversInUse) -> str:
        """The waivers in the order of their file."""
        return self.page.printed(self._lines(shown))

    def _lines(self, shown: WaiversInUse) -> Iterator[Text]:
        lines = Lines(self.page.width)
        for waiver in shown.waivers:
            yield from lines.indented(Text(self._head(waiver), style="bold"), 0)
            said = waiver_sentence(waiver.waiver, wording(self.language))
            yield from lines.indented(Text(said), _INDENT)

    def _head(self, waiver: ListedWaiver) -> str:
        words = wording(self.language)
        state = words.waiver_states[waiver.state]
        reasons = ", ".join(words.refusals[refusal.value] for refusal in waiver.refusals)
        told = f"{state}: {reasons}" if waiver.state == "refused" else state
        return f"{visible(waiver.scope.named.spoken(self.language))}  {told}, {days_sentence(waiver, words)}"


def waivers_json(in_use: WaiversInUse | None, faults: Sequence[Finding]) -> dict[str, Any]:
    """Waivers and what is wrong with them, as data."""
    return {
        "waivers": in_use.model_dump(mode="json") if in_use else None,
        "faults": [fault.model_dump(mode="json") for fault in faults],
    }


def fault_lines(faults: Sequence[Finding]) -> str:
    """Each fault on a line, with its place and the remedy."""
    return "".join(
        f"{visible(fault.path)}: {_place(fault)}: {visible(fault.message)} {visible(fault.fix)}\n"
        for fault in faults
    )


def _place(fault: Finding) -> str:
    return visible(fault.evidence[0].place) if fault.evidence else fault.rule
