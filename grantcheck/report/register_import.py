"""What was imported into the register, or would be: the first rows, the totals, the rows refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.text import Text

from grantcheck.model.formatting import format_kroner, format_number
from grantcheck.register.imports.run import Ending
from grantcheck.report.json_text import json_of
from grantcheck.report.layout import Lines
from grantcheck.report.register_words import register_words
from grantcheck.report.visible import shortened, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from grantcheck.model.text import Language
    from grantcheck.register.drafts import Draft, DraftRow, Refused
    from grantcheck.register.imports.run import FileEnding
    from grantcheck.report.page import Page

SCHEMA_VERSION = 1
_FIRST_ROWS = 5
_INDENT = 2
_LABEL = 14
_TITLE = 200


@dataclass(frozen=True)
class ImportText:
    """Renders imports for a terminal, a pipe or a log."""

    page: Page
    language: Language
    known_from: date

    def rendered(self, shown: Sequence[FileEnding]) -> str:
        """A block for each file."""
        return self.page.printed(line for each in shown for line in (*self._block(each), Text()))

    def _block(self, each: FileEnding) -> Iterator[Text]:
        lines = Lines(self.page.width)
        yield from lines.indented(Text(visible(each.path), style="bold"), 0)
        if each.file is not None:
            yield from self._draft(each.file.draft, lines, taken=each.ending is not Ending.REFUSED)
        style = "green" if each.ending in {Ending.IMPORTED, Ending.UNCHANGED} else ""
        style = "red" if each.said else style
        yield from lines.indented(Text(visible(self._ending(each)), style=style), _INDENT)

    def _draft(self, draft: Draft, lines: Lines, *, taken: bool) -> Iterator[Text]:
        words = register_words(self.language)
        if draft.covered:
            grants = len({each.row.grant for each in draft.rows})
            counted = (words.counted_one if grants == 1 else words.counted).format(
                rows=self._number(len(draft.rows)),
                grants=self._number(grants),
                first=draft.covered[0],
                last=draft.covered[1],
            )
            yield from lines.indented(Text(counted), _INDENT)
        for each in draft.rows[:_FIRST_ROWS]:
            yield from lines.indented(self._row(each), 2 * _INDENT)
        further = len(draft.rows) - _FIRST_ROWS
        if further > 0:
            yield from lines.indented(
                Text(words.more_rows.format(count=self._number(further)), style="dim"), 2 * _INDENT
            )
        for year, amount in draft.totals.items():
            label = Text(" " * _INDENT + words.total.format(year=year), style="dim")
            yield from lines.beside(label, Text(format_kroner(amount, self.language)), _LABEL + _INDENT)
        if draft.filtered:
            yield from lines.indented(
                Text(words.left_out.format(count=self._number(draft.filtered))), _INDENT
            )
        if draft.refused:
            headline = words.refused_left_out if taken else words.refused
            count = self._number(len(draft.refused))
            yield from lines.indented(Text(headline.format(count=count), style="yellow"), _INDENT)
        for refused in draft.refused:
            yield from lines.indented(Text(visible(_refusal(refused, self.language))), 2 * _INDENT)

    def _row(self, each: DraftRow) -> Text:
        row = each.row
        parts = (row.grant, shortened(row.title, _TITLE), row.agreement, str(row.year))
        said = " · ".join(visible(part) for part in parts if part)
        return Text(f"{said}: {format_kroner(row.amount, self.language)}")

    def _ending(self, each: FileEnding) -> str:
        words = register_words(self.language)
        if each.said is not None:
            return each.said.spoken(self.language)
        if each.batch is None:
            return words.would_import.format(day=self.known_from)
        said = words.imported if each.ending is Ending.IMPORTED else words.unchanged
        batch = each.batch
        return said.format(batch=batch.number, day=batch.known_from, when=batch.imported_at.date())

    def _number(self, number: int) -> str:
        return format_number(number, self.language)


@dataclass(frozen=True)
class ImportJson:
    """Renders imports as JSON."""

    language: Language
    register: str
    known_from: date

    def rendered(self, shown: Sequence[FileEnding]) -> str:
        """The files as JSON text."""
        return json_of(
            {
                "schema_version": SCHEMA_VERSION,
                "register": self.register,
                "files": [self._file(each) for each in shown],
            }
        )

    def _file(self, each: FileEnding) -> dict[str, Any]:
        value: dict[str, Any] = {
            "path": each.path,
            "ending": each.ending.value,
            "message": each.said.spoken(self.language) if each.said else None,
            "batch": each.batch.number if each.batch else None,
            "known_from": str(each.batch.known_from if each.batch else self.known_from),
        }
        if each.file is None:
            return value
        draft = each.file.draft
        first, last = draft.covered or (None, None)
        return value | {
            "sha256": each.file.sha256,
            "rows": len(draft.rows),
            "grants": len({row.row.grant for row in draft.rows}),
            "first_year": first,
            "last_year": last,
            "totals": {str(year): amount for year, amount in draft.totals.items()},
            "left_out": draft.filtered,
            "refused": [
                {
                    "place": one.location.described().spoken(self.language),
                    "reason": one.reason.spoken(self.language),
                    "excerpt": one.excerpt,
                }
                for one in draft.refused
            ],
        }


def _refusal(refused: Refused, language: Language) -> str:
    place, reason = refused.location.described().spoken(language), refused.reason.spoken(language)
    return f"{place}: {reason} ('{refused.excerpt}')" if refused.excerpt else f"{place}: {reason}"
