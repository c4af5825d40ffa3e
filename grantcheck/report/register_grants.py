"""Grants of the register: the list, one of them in full, and its history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.table import Table as Grid
from rich.text import Text

from grantcheck.model.formatting import format_kroner
from grantcheck.report.json_text import json_of
from grantcheck.report.layout import Lines
from grantcheck.report.register_words import register_words
from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from grantcheck.model.batch import BatchChanges, Change
    from grantcheck.model.grant import Grant, GrantRow
    from grantcheck.model.text import Language
    from grantcheck.report.page import Page

SCHEMA_VERSION = 1
_GAP = 2
_INDENT = 2
_LABEL = 26
_WIDEST_ID = 16


@dataclass(frozen=True)
class GrantsText:
    """Renders grants for a terminal, a pipe or a log."""

    page: Page
    language: Language

    def listed(self, grants: Sequence[Grant], of_all: int) -> str:
        """A row for each grant."""
        words = register_words(self.language)
        if not grants:
            said = words.no_such_filtered if of_all else words.no_grants
            return self.page.printed([Text(said)])
        grid = Grid(box=None, show_edge=False, pad_edge=False, padding=(0, _GAP, 0, 0), expand=True)
        grid.add_column(Text(words.grant, style="dim"), overflow="fold", max_width=_WIDEST_ID)
        grid.add_column(Text(words.title, style="dim"), overflow="fold", ratio=3)
        grid.add_column(Text(words.committee, style="dim"), overflow="fold", ratio=2)
        grid.add_column(Text(words.area, style="dim"), overflow="fold")
        grid.add_column(Text(words.last_year_short, style="dim"), justify="right")
        grid.add_column(Text(words.amount, style="dim"), no_wrap=True, justify="right")
        for grant in grants:
            grid.add_row(
                Text(visible(grant.id), style="bold"),
                Text(visible(grant.title)),
                Text(visible(grant.committee), style="dim"),
                Text(self._areas(grant)),
                Text(self._last_year(grant)),
                Text(self._amount(grant.last_amount)),
            )
        counted = words.of_all.format(shown=len(grants), all=of_all)
        return self.page.printed([grid, Text(), Text(counted, style="dim")])

    def shown(self, grant: Grant) -> str:
        """All that is known of a grant."""
        return self.page.printed(self._grant(grant))

    def history(self, grant: Grant, batches: Sequence[BatchChanges]) -> str:
        """What each import said of a grant."""
        return self.page.printed(self._history(grant, batches))

    def _grant(self, grant: Grant) -> Iterator[RenderableType]:
        words, lines = register_words(self.language), Lines(self.page.width)
        yield from self._heading(grant, lines)
        end = words.permanent if grant.permanent else _or(grant.first_unfunded_year, words.unknown)
        for label, said in (
            (words.committee, grant.committee or words.not_said),
            (words.appropriation, grant.appropriation or words.not_said),
            (words.area, self._areas(grant)),
            (words.agreements, ", ".join(grant.agreements) or words.not_said),
            (words.last_year, _or(grant.last_funded_year, words.none)),
            (words.first_unfunded, end),
            (words.renewals, str(grant.renewals)),
            (words.known, _spans(grant.covered)),
        ):
            yield from lines.beside(Text(" " * _INDENT + label, style="dim"), Text(visible(said)), _LABEL)
        yield Text()
        yield self._rows(grant)

    def _rows(self, grant: Grant) -> Grid:
        words = register_words(self.language)
        grid = Grid(box=None, show_edge=False, pad_edge=False, padding=(0, _GAP, 0, _INDENT))
        grid.add_column(Text(words.year, style="dim"), no_wrap=True)
        grid.add_column(Text(words.agreement, style="dim"), overflow="fold")
        grid.add_column(Text(words.price_level, style="dim"), overflow="fold")
        grid.add_column(Text(words.amount, style="dim"), no_wrap=True, justify="right")
        for row in grant.rows:
            grid.add_row(
                Text(str(row.year)),
                Text(self._line(row)),
                Text(self._level(row)),
                Text(self._amount(row.amount)),
            )
        for year, amount in grant.amounts.items():
            grid.add_row(
                Text(str(year), style="bold"),
                Text(words.net, style="bold"),
                Text(),
                Text(self._amount(amount), style="bold"),
            )
        return grid

    def _history(self, grant: Grant, batches: Sequence[BatchChanges]) -> Iterator[Text]:
        words, lines = register_words(self.language), Lines(self.page.width)
        yield from self._heading(grant, lines)
        for each in batches:
            yield Text()
            head = words.batch.format(
                batch=each.batch.number,
                file=each.batch.file,
                day=each.batch.known_from,
                when=each.batch.imported_at.date(),
            )
            yield from lines.indented(Text(visible(head)), _INDENT)
            for change in each.changes:
                said = f"{change.row.year} · {self._line(change.row)}: {self._change(change)}"
                yield from lines.indented(Text(said), 2 * _INDENT)

    def _heading(self, grant: Grant, lines: Lines) -> list[Text]:
        return lines.indented(Text(visible(f"{grant.id} {grant.title}".strip()), style="bold"), 0)

    def _change(self, change: Change) -> str:
        words, amount = register_words(self.language), self._amount(change.row.amount)
        if change.before is None:
            return words.new.format(amount=amount)
        if change.before == change.row.amount:
            return words.stated_again.format(amount=amount)
        return words.was.format(before=self._amount(change.before), amount=amount)

    def _line(self, row: GrantRow) -> str:
        words = register_words(self.language)
        permanent = words.permanent if row.permanent else ""
        parts = (row.agreement, row.activity, self._area(row), permanent)
        return " · ".join(visible(part) for part in parts if part)

    def _area(self, row: GrantRow) -> str:
        return register_words(self.language).areas[row.control_area] if row.control_area else ""

    def _level(self, row: GrantRow) -> str:
        words = register_words(self.language)
        if row.price_level is None:
            return words.not_said
        return words.current_prices if row.price_level == "current" else str(row.price_level)

    def _areas(self, grant: Grant) -> str:
        words = register_words(self.language)
        return ", ".join(words.areas[area] for area in grant.control_areas) or words.not_said

    def _last_year(self, grant: Grant) -> str:
        words = register_words(self.language)
        return words.permanent if grant.permanent else _or(grant.last_funded_year, words.none)

    def _amount(self, amount: int | None) -> str:
        return (
            register_words(self.language).not_said if amount is None else format_kroner(amount, self.language)
        )


@dataclass(frozen=True)
class GrantsJson:
    """Renders grants as JSON; keys and amounts are the same in every language."""

    def listed(self, grants: Sequence[Grant]) -> str:
        """The grants, without their rows."""
        return json_of({"schema_version": SCHEMA_VERSION, "grants": [_summary(each) for each in grants]})

    def shown(self, grant: Grant) -> str:
        """A grant with its rows."""
        value = _summary(grant) | {"rows": [_row(row) for row in grant.rows]}
        return json_of({"schema_version": SCHEMA_VERSION, "grant": value})

    def history(self, grant: Grant, batches: Sequence[BatchChanges]) -> str:
        """What each import said of a grant."""
        told = [_batch(each) for each in batches]
        return json_of({"schema_version": SCHEMA_VERSION, "grant": grant.id, "batches": told})


def _summary(grant: Grant) -> dict[str, Any]:
    return {
        "grant": grant.id,
        "title": grant.title,
        "committee": grant.committee,
        "appropriation": grant.appropriation,
        "control_areas": [area.value for area in grant.control_areas],
        "agreements": list(grant.agreements),
        "permanent": grant.permanent,
        "last_funded_year": grant.last_funded_year,
        "first_unfunded_year": grant.first_unfunded_year,
        "last_amount": grant.last_amount,
        "renewals": grant.renewals,
        "amounts": {str(year): amount for year, amount in grant.amounts.items()},
    }


def _row(row: GrantRow) -> dict[str, Any]:
    return {
        "agreement": row.agreement,
        "control_area": row.control_area.value if row.control_area else None,
        "committee": row.committee,
        "appropriation": row.appropriation,
        "activity": row.activity,
        "price_level": row.price_level,
        "year": row.year,
        "amount": row.amount,
        "permanent": row.permanent,
        "batch": row.batch,
    }


def _batch(each: BatchChanges) -> dict[str, Any]:
    batch = each.batch
    return {
        "batch": batch.number,
        "file": batch.file,
        "sha256": batch.file_sha256,
        "imported_at": batch.imported_at.isoformat(),
        "known_from": batch.known_from.isoformat(),
        "first_year": batch.first_year,
        "last_year": batch.last_year,
        "changes": [_row(change.row) | {"before": change.before} for change in each.changes],
    }


def _or(year: int | None, otherwise: str) -> str:
    return otherwise if year is None else str(year)


def _spans(years: Sequence[int]) -> str:
    """Years as spans: "2022–2025, 2028"."""
    spans: list[list[int]] = []
    for year in years:
        if spans and spans[-1][-1] == year - 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    return ", ".join(str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}" for span in spans)
