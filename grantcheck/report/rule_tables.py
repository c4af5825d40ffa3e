"""The decision tables of a rule for its documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.outcome import Outcome
from grantcheck.model.text import Text
from grantcheck.report.catalogue import wording
from grantcheck.report.formats.markdown_text import markdown

if TYPE_CHECKING:
    from grantcheck.model.text import Language
    from grantcheck.rules.tables.table import DecisionTable

_HEADING = Text(en="Table {alias}: {path}", da="Tabel {alias}: {path}")
_POLICY = {
    "unique": Text(en="No two rows fit one situation.", da="Ikke to rækker passer til samme situation."),
    "first": Text(en="The first row that fits counts.", da="Den første række, der passer, gælder."),
}
_NO_ROW = Text(
    en="Where no row fits, the rule is {outcome}.", da="Hvor ingen række passer, er reglen {outcome}."
)


def table_heading(table: DecisionTable, language: Language) -> str:
    """Alias and file."""
    return _HEADING.spoken(language).format(alias=table.alias, path=table.shown_path)


def table_policy(table: DecisionTable, language: Language) -> str:
    """Which row counts, and what happens where none does."""
    outcome = wording(language).outcomes[Outcome(table.no_row)]
    return f"{_POLICY[table.hit].spoken(language)} {_NO_ROW.spoken(language).format(outcome=outcome)}"


def table_rows(table: DecisionTable) -> list[str]:
    """Headings and rows as the file has them, a line each."""
    return [" | ".join(cell.shown for cell in table.headings), *(row.text for row in table.rows)]


def table_markdown(table: DecisionTable) -> str:
    """The same as a table of Markdown."""
    lines = [[cell.shown for cell in cells] for cells in (table.headings, *(row.cells for row in table.rows))]
    rows = [f"| {' | '.join(map(markdown, line))} |" for line in lines]
    return "\n".join([rows[0], "|" + " --- |" * len(table.headings), *rows[1:]])
