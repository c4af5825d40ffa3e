"""The view of a note: what was read, figure by figure, with every doubt marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from grantcheck.model.formatting import format_kroner
from grantcheck.model.report import NoteHeading
from grantcheck.report.catalogue import wording
from grantcheck.report.finding_block import INDENT, LABELS
from grantcheck.report.layout import Lines
from grantcheck.report.note_block import NoteBlock
from grantcheck.report.page import Page
from grantcheck.report.table_block import TableBlock
from grantcheck.report.visible import shortened, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import RenderableType

    from grantcheck.model.note import Claim, Note, Unread
    from grantcheck.model.text import Language
    from grantcheck.report.wording import Wording

_EXCERPT_LIMIT = 300


@dataclass(frozen=True)
class NotesText:
    """Renders notes for a terminal, a pipe or a log."""

    page: Page
    language: Language

    def rendered(self, shown: Sequence[Note]) -> str:
        """The notes as text."""
        return self.page.printed(self._lines(shown))

    def _lines(self, notes: Sequence[Note]) -> Iterator[RenderableType]:
        for position, note in enumerate(notes):
            if position:
                yield Text("─" * self.page.width, style="dim")
            yield from self._note(note)

    def _note(self, note: Note) -> Iterator[RenderableType]:
        words = self._words
        yield from NoteBlock(self.page.width, words, self.language, self.page.coloured).heading(
            _heading(note)
        )
        if note.categories:
            yield from self._marks(words.categories, note.categories)
        if note.districts:
            yield from self._marks(words.districts, note.districts)
        yield from self._claims(note.claims)
        for table in note.tables:
            block = TableBlock(self.page.width, words, self.language, note.has_recognised(table))
            yield Text()
            yield from block.lines(table)
        yield from self._unread(note.unread)

    @property
    def _words(self) -> Wording:
        return wording(self.language)

    def _marks(self, label: str, marks: Mapping[str, bool | None]) -> Iterator[Text]:
        marked = ", ".join(visible(name) for name, on in marks.items() if on) or self._words.no_marks
        undecided = ", ".join(visible(name) for name, on in marks.items() if on is None)
        page = Lines(self.page.width)
        yield from page.beside(Text(label, style="cyan"), Text(marked), LABELS)
        if undecided:
            doubt = Text(f"? {self._words.undecided_mark}: {undecided}", style="bold red")
            yield from page.indented(doubt, LABELS)

    def _claims(self, claims: Sequence[Claim]) -> Iterator[Text]:
        if not claims:
            return
        yield from (Text(), Text(self._words.claims, style="bold"))
        page = Lines(self.page.width)
        for claim in claims:
            yield from page.indented(Text(self._claim(claim)), INDENT)
            place = claim.location.described().spoken(self.language)
            excerpt = shortened(visible(claim.text), _EXCERPT_LIMIT)
            yield from page.indented(Text(f"{place}: “{excerpt}”", style="dim"), INDENT * 2)

    def _claim(self, claim: Claim) -> str:
        often = f" {self._words.frequencies[claim.frequency]}" if claim.frequency else ""
        parts = (
            format_kroner(claim.amount, self.language) + often,
            self._claim_years(claim),
            self._words.areas[claim.control_area] if claim.control_area else "",
        )
        return ", ".join(part for part in parts if part)

    def _claim_years(self, claim: Claim) -> str:
        first, last = claim.from_year, claim.to_year
        if first is None or last is None:
            return self._words.from_year_on.format(year=first) if first else str(last or "")
        return str(first) if first == last else f"{first}–{last}"

    def _unread(self, entries: Sequence[Unread]) -> Iterator[Text]:
        if not entries:
            return
        yield from (Text(), Text(self._words.not_read, style="bold red"))
        page = Lines(self.page.width)
        for entry in entries:
            about = self._words.kinds.get(entry.about, visible(entry.about))
            place = entry.location.described().spoken(self.language)
            message = visible(entry.message.spoken(self.language))
            yield from page.indented(Text(f"{visible(entry.code)} {about}, {place}: {message}"), INDENT)
            if entry.excerpt:
                excerpt = shortened(visible(entry.excerpt), _EXCERPT_LIMIT)
                yield from page.indented(Text(excerpt, style="dim"), INDENT * 2)


def _heading(note: Note) -> NoteHeading:
    return NoteHeading(
        note=note.code or note.source.path,
        path=note.source.path,
        title=note.title,
        subtitle=note.subtitle,
        department=note.department,
        budget_year=note.budget_year,
    )
