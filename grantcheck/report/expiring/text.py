"""What expires, for a terminal, a pipe or a log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from grantcheck.model.formatting import format_kroner, format_number
from grantcheck.report.expiring.cliff import cliff_lines
from grantcheck.report.expiring.view import ExpiringView, NotesRead, last_amount
from grantcheck.report.expiring.words import ExpiringWords, expiring_words
from grantcheck.report.layout import Lines
from grantcheck.report.register_words import register_words
from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from grantcheck.model.grant import Grant
    from grantcheck.model.terms import ControlArea
    from grantcheck.model.text import Language
    from grantcheck.register.expiry import Expiring
    from grantcheck.report.page import Page

_INDENT = 2
_GAP = 2
_MOST_SHOWN = 500
"""More grants than anyone reads in a terminal; the other formats have them all."""
_MOST_NAMED = 20
"""Notes and files that are named in a sentence."""


@dataclass(frozen=True)
class ExpiringText:
    """Renders what expires for people."""

    page: Page
    language: Language

    def rendered(self, view: ExpiringView) -> str:
        """The grants, what they add up to, the cliff, and what is not known."""
        return self.page.printed(self._lines(view))

    @property
    def _words(self) -> ExpiringWords:
        return expiring_words(self.language)

    def _lines(self, view: ExpiringView) -> Iterator[Text]:
        yield from self._heading(view)
        for one in view.found.grants[:_MOST_SHOWN]:
            yield Text()
            yield from self._grant(view, one)
        yield from self._more(len(view.found.grants))
        yield from self._summary(view)
        if view.found.grants:
            yield from self._totals(view)
        if any(view.found.cliff.values()):
            yield Text()
            yield self._title(self._words.cliff)
            yield from cliff_lines(view.found.cliff, self.language, self.page.width)
        yield from self._unknown(view)

    def _heading(self, view: ExpiringView) -> Iterator[Text]:
        years = {"last": view.last_funded_year, "first": view.found.year}
        yield from self._said(self._words.heading.format(**years), style="bold")
        yield from self._said(self._words.two_meanings.format(**years), style="dim")
        source = self._words.source.format(
            register=visible(view.register), day=view.as_of, count=format_number(view.of_all, self.language)
        )
        yield from self._said(source, style="dim")

    def _grant(self, view: ExpiringView, one: Expiring) -> Iterator[Text]:
        head = Text.assemble((visible(one.grant.id), "bold"), " ", visible(one.grant.title))
        yield from self._ledger(head, one.amount)
        both = self._words.both_years.format(last=one.last_funded_year, first=view.found.year)
        yield from self._beneath(f"{both} · {self._renewed(one.grant)}", "dim")
        committee = visible(one.grant.committee) or self._words.no_committee
        yield from self._beneath(f"{committee} · {self._areas(one)}", "dim")
        if view.notes is not None:
            yield from self._asked(view, one)

    def _asked(self, view: ExpiringView, one: Expiring) -> Iterator[Text]:
        words, perhaps = self._words, view.perhaps_asked(one)
        if one.notes:
            said = words.asks if len(one.notes) == 1 else words.ask
            yield from self._beneath(
                said.format(notes=self._named(one.notes)), "green" if len(one.notes) == 1 else "yellow"
            )
        elif not perhaps:
            yield from self._beneath(words.nobody, "yellow")
        if perhaps:
            yield from self._beneath(words.perhaps.format(notes=self._named(perhaps)), "yellow")

    def _summary(self, view: ExpiringView) -> Iterator[Text]:
        words, found, count = self._words, view.found, len(view.found.grants)
        yield Text()
        if not found.grants:
            yield from self._said(words.none.format(first=found.year))
        else:
            said = words.counted_one if count == 1 else words.counted
            yield from self._said(
                said.format(count=format_number(count, self.language), amount=self._kroner(found.total)),
                style="bold",
            )
        yield from self._of_notes(view, view.notes)

    def _of_notes(self, view: ExpiringView, notes: NotesRead | None) -> Iterator[Text]:
        words, first = self._words, view.found.year
        if notes is None:
            yield from self._said(words.no_notes)
            return
        if view.found.grants:
            yield from self._said(self._without_note(view))
        yield from self._said(words.notes_read.format(count=notes.of_the_year, first=first))
        if notes.elsewhere:
            named = self._named(notes.elsewhere)
            yield from self._said(
                words.elsewhere.format(count=len(notes.elsewhere), first=first, notes=named), style="yellow"
            )
        if notes.not_wholly_read:
            yield from self._said(
                words.not_read.format(files=self._named(notes.not_wholly_read)), style="yellow"
            )

    def _without_note(self, view: ExpiringView) -> str:
        if not view.found.unasked:
            return self._words.all_asked
        count, amount = len(view.found.unasked), self._kroner(view.unasked_total)
        return self._words.unasked.format(count=count, amount=amount)

    def _totals(self, view: ExpiringView) -> Iterator[Text]:
        words, found = self._words, view.found
        committees = {visible(name) or words.no_committee: each for name, each in found.by_committee.items()}
        areas = {self._area(area): each for area, each in found.by_area.items()}
        for title, amounts in ((words.by_committee, committees), (words.by_area, areas)):
            yield Text()
            yield self._title(title)
            yield from self._sums(amounts)

    def _sums(self, amounts: Mapping[str, int]) -> Iterator[Text]:
        for name, amount in amounts.items():
            yield from self._ledger(Text(" " * _INDENT + name), amount)
        if len(amounts) > 1:
            total = Text(" " * _INDENT + self._words.total, style="bold")
            yield from self._ledger(total, sum(amounts.values()))

    def _unknown(self, view: ExpiringView) -> Iterator[Text]:
        words, found = self._words, view.found
        years = {"last": view.last_funded_year, "first": found.year}
        yield Text()
        if not found.unknown:
            yield from self._said(words.none_unknown.format(**years), style="dim")
            return
        count, amount = format_number(len(found.unknown), self.language), self._kroner(view.unknown_total)
        yield from self._said(words.unknown.format(count=count, amount=amount, **years), style="yellow")
        for grant in found.unknown[:_MOST_SHOWN]:
            head = Text(f"{' ' * _INDENT}{visible(f'{grant.id} {grant.title}'.strip())}")
            yield from self._ledger(head, last_amount(grant))
        yield from self._more(len(found.unknown))
        yield from self._said(words.unknown_remedy.format(**years))

    def _more(self, count: int) -> Iterator[Text]:
        if count > _MOST_SHOWN:
            left = format_number(count - _MOST_SHOWN, self.language)
            yield from self._said(self._words.more.format(count=left))

    def _renewed(self, grant: Grant) -> str:
        words = self._words
        if not grant.renewals:
            return words.never_renewed
        return words.renewed_once if grant.renewals == 1 else words.renewed.format(count=grant.renewals)

    def _areas(self, one: Expiring) -> str:
        areas = one.by_area
        if len(areas) == 1:
            return self._area(next(iter(areas)))
        return ", ".join(f"{self._area(area)} {self._kroner(each)}" for area, each in areas.items())

    def _area(self, area: ControlArea | None) -> str:
        return register_words(self.language).areas[area] if area else self._words.no_area

    def _named(self, names: tuple[str, ...]) -> str:
        shown = [visible(name) for name in names[:_MOST_NAMED]]
        return ", ".join([*shown, "…"] if len(names) > _MOST_NAMED else shown)

    def _kroner(self, amount: int) -> str:
        return format_kroner(amount, self.language)

    def _title(self, text: str) -> Text:
        return Text(text, style="bold")

    def _beneath(self, text: str, style: str) -> list[Text]:
        return Lines(self.page.width).indented(Text(text, style=style), _INDENT)

    def _said(self, text: str, style: str = "") -> list[Text]:
        return Lines(self.page.width).indented(Text(text, style=style), 0)

    def _ledger(self, left: Text, amount: int) -> Iterator[Text]:
        """What something is called, and its amount at the right edge."""
        right = self._kroner(amount)
        column = self.page.width - len(right)
        first, *rest = Lines(max(1, column - _GAP)).indented(left, 0)
        yield Text.assemble(first, " " * (column - first.cell_len), right)
        for line in rest:
            yield Text.assemble(" " * _INDENT, line)
