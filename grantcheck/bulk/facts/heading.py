"""The facts of heading, marks and code."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from grantcheck.bulk.facts.kind import CASE, Kind
from grantcheck.bulk.sql import first_of, literal, quoted
from grantcheck.data.profile import CategoryList, Profile

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SEPARATOR = ";"


_MARKS = """
CREATE TABLE marks AS
SELECT *, {said} FROM (
    SELECT budget_year, categories, {marked} AS marked
    FROM (SELECT DISTINCT budget_year, categories FROM proposals WHERE categories IS NOT NULL)
)"""


def read_marks(database: DuckDBPyConnection, profile: Profile) -> None:
    """From `proposals` to `marks`: each way in which the proposals of a year are marked, read once."""
    said = {
        "marked_expiry": _by_list(profile, lambda one: _mark(one.expiry)),
        "marked_unavoidable": _by_list(profile, lambda one: _mark(one.unavoidable)),
        "marked_categories": _by_list(profile, lambda one: _counted(one.categories)),
        "marked_orderers": _by_list(profile, lambda one: _counted(one.orderers)),
        "marked_names": _by_list(profile, lambda one: _named(one.categories)),
    }
    columns = ", ".join(f"{sql} AS {column}" for column, sql in said.items())
    database.execute(_MARKS.format(said=columns, marked=_marked(profile)))


def _marked(profile: Profile) -> str:
    """The labels in the column `categories`, between semicolons, by the template's own spelling."""
    trimmed = f"list_filter(list_transform(string_split(categories, '{_SEPARATOR}'), lambda x: trim(x)), lambda x: x <> '' AND x <> '-')"
    own = first_of(
        [(f"x = {literal(alias)}", literal(label)) for alias, label in profile.label_aliases.items()], "x"
    )
    return f"list_distinct(list_transform({trimmed}, lambda x: {own}))"


def heading_kinds(profile: Profile) -> tuple[Kind, ...]:
    """`note`, `marks`, `category` and `note-code`."""
    return (_note(profile), _marks(profile), _category(profile), _code())


def _note(profile: Profile) -> Kind:
    expiry = "marked_expiry"
    title = (
        "CASE WHEN title IS NOT NULL THEN "
        f"CAST(coalesce(lower(subtitle) = {quoted(profile.expiry_subtitle.casefold())}, FALSE) AS BIGINT) END"
    )
    seen = f"coalesce({expiry}, 0) + coalesce({title}, 0) + coalesce(asks, 0)"
    known = f"({expiry}) IS NOT NULL AND title IS NOT NULL AND asks IS NOT NULL"
    return Kind(
        "note",
        {
            "budget_year": "budget_year",
            "continuation_signals": f"CASE WHEN {seen} > 0 OR ({known}) THEN {seen} END",
            "expiry_marked": expiry,
            "expiry_in_title": title,
            "asks_to_continue": "asks",
            "unavoidable_marked": "marked_unavoidable",
        },
        columns="['code', 'budget_year', 'title', 'subtitle', 'categories', 'asks_to_continue']",
    )


def _marks(profile: Profile) -> Kind:
    listed = _by_list(profile, lambda _: "1")
    return Kind(
        "marks",
        {
            "categories": "marked_categories",
            "orderers": "marked_orderers",
            "marked": "marked_names",
        },
        exists=f"coalesce(CASE WHEN {listed} = 1 THEN marked IS NOT NULL ELSE len(marked) > 0 END, FALSE)",
        columns="['categories']",
    )


def _category(profile: Profile) -> Kind:
    labels = _by_list(profile, lambda one: _texts(one.labels), "CAST([] AS VARCHAR[])")
    listed = f"list_concat({labels}, list_filter(marked, lambda x: NOT list_contains({labels}, x)))"
    return Kind(
        "category",
        {"label": "label", "position": "position", "list_length": "list_length"},
        rows=f"SELECT row, n, label, list_length, CASE WHEN list_length IS NULL THEN NULL "
        f"WHEN n <= list_length THEN n ELSE 0 END AS position FROM ("
        f"SELECT row, {_by_list(profile, lambda one: str(len(one.labels)))}::SMALLINT AS list_length, "
        f"unnest({listed}) AS label, generate_subscripts({listed}, 1)::SMALLINT AS n "
        f"FROM {CASE} WHERE marked IS NOT NULL)",
        columns="['categories']",
    )


def _code() -> Kind:
    return Kind(
        "note-code",
        {"code": "code", "round_notes": "round_notes", "other_notes": "code_others"},
        shown={"named": (f"{CASE}.code_named", f"{CASE}.code_named")},
        columns="['code']",
    )


def _by_list(profile: Profile, said: Callable[[CategoryList], str], otherwise: str = "NULL") -> str:
    """What `said` makes of the category list of the case's budget year."""
    lists: list[tuple[str, str]] = []
    for one in profile.category_lists:
        end = "" if one.until_year is None else f" AND budget_year <= {one.until_year}"
        lists.append((f"budget_year >= {one.from_year}{end}", said(one)))
    return f"({first_of(lists, otherwise)})"


def _mark(label: str) -> str:
    return f"CAST(list_contains(marked, {quoted(label)}) AS BIGINT)"


def _counted(labels: tuple[str, ...]) -> str:
    return f"CAST(len(list_intersect(marked, {_texts(labels)})) AS BIGINT)"


def _named(labels: tuple[str, ...]) -> str:
    return f"array_to_string(list_filter({_texts(labels)}, lambda x: list_contains(marked, x)), ', ')"


def _texts(words: tuple[str, ...]) -> str:
    return f"[{', '.join(map(quoted, words))}]"
