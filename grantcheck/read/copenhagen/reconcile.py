"""The tables of a note name the same activities: what one leaves open another may decide.

Only names are compared, and only to clear a doubt; no figure is ever changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.terms import Direction, TableKind
from grantcheck.read.copenhagen.committees import find_committees
from grantcheck.read.copenhagen.row_text import cells, is_unfinished, split_at_committee, without_footnote
from grantcheck.read.lines import joined, squeezed, squeezed_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from grantcheck.data.profile import Profile
    from grantcheck.read.copenhagen.drafts import RowDraft, TableDraft

_DETAIL = frozenset({TableKind.SERVICE, TableKind.CAPITAL, TableKind.TRANSFERS})


def reconcile(tables: Sequence[TableDraft], profile: Profile) -> None:
    """Clears doubts about names where overview and details agree."""
    overview = next((table for table in tables if table.kind is TableKind.OVERVIEW), None)
    details = [table for table in tables if table.kind in _DETAIL]
    if overview is None:
        return
    if not details:
        _doubt_areas(overview, {})
        return
    overview_names = _names([overview])
    for table in details:
        for row in _activities(table):
            _resolve_cells(row, overview_names, profile)
    detail_names = _names(details)
    _mend_breaks(overview, detail_names)
    for table in details:
        _mend_breaks(table, overview_names)
    _confirm(overview, detail_names)
    _doubt_areas(overview, detail_names)
    for table in details:
        _confirm(table, overview_names)
    known = _appropriations(details)
    for table in details:
        _blank_cells(table, overview_names, known)
        _inherit(table, overview)


def _activities(table: TableDraft) -> list[RowDraft]:
    return [row for row in table.rows if row.is_activity]


def _names(tables: Iterable[TableDraft]) -> dict[str, str]:
    """The names that tables have, squeezed; none that a page break may have cut, or that a mark may be glued to."""
    texts = [row.text for table in tables for row in _activities(table)]
    whole = [text for text in texts if text.label and not text.marked and "page" not in text.reasons]
    return {squeezed(text.label): text.label for text in whole if not is_unfinished(text.label)}


def _confirm(table: TableDraft, known: dict[str, str]) -> None:
    """A name that the other tables have, too, is whole; then nothing of the row above runs into it."""
    rows = table.rows
    for index, row in enumerate(rows):
        if (
            not row.is_activity
            or squeezed(row.text.label) not in known
            or not (row.text.separated or row.certain)
            or (row.text.committee is None and table.kind in _DETAIL)
        ):
            continue
        if not row.text.marked:
            row.text.doubt.discard("label")
        if row.raw.after_break and not row.raw.text_broken:
            row.text.doubt.difference_update(_page_cells(row, table.kind))
            if index and rows[index - 1].is_activity:
                _clear_above(rows[index - 1], table.kind)


def _doubt_areas(overview: TableDraft, known: dict[str, str]) -> None:
    """A name that ends with the word of a control area, before a blank cell, looks like name and area."""
    rows = _activities(overview)
    blanks = any(row.text.control_area is None or not row.text.label for row in rows)
    for row in rows:
        if row.text.control_area is None or squeezed(row.text.label) in known:
            continue
        if blanks or squeezed(without_footnote(row.raw.name)) in known:
            row.text.doubts("area", "label", "control_area")


def _page_cells(row: RowDraft, kind: TableKind) -> set[str]:
    return set(cells(kind)) if row.text.reasons == ["page"] else set()


def _clear_above(row: RowDraft, kind: TableKind) -> None:
    """The page break behind a row cut none of its cells."""
    if row.text.reasons == ["page"] and not row.raw.after_break and not row.raw.text_broken:
        row.text.doubt.difference_update({"label", *cells(kind)})


def _resolve_cells(row: RowDraft, names: dict[str, str], profile: Profile) -> None:
    """A text with several committees, one of them in the name: the overview tells where the name ends."""
    text = row.text
    if text.committee is not None or not text.rest:
        return
    printed, places = squeezed_places(text.rest)
    committees = find_committees(text.rest, profile.committee_names)
    found = [
        committee
        for committee in committees
        if squeezed(text.rest[: committee.start]) in names and committee.start in places
    ]
    if len(found) == 1 and len(committees) > 1 and printed:
        text.doubt.difference_update({"label", "committee", "appropriation"})
        split_at_committee(text, text.rest, found[0])


def _mend_breaks(table: TableDraft, known: dict[str, str]) -> None:
    """A name cut by a page break: its end leads the next row's text, and both are names of other tables."""
    if table.kind in _DETAIL:
        return
    for above, below in zip(table.rows, table.rows[1:], strict=False):
        if not (below.raw.after_break and above.is_activity and len(below.raw.text) > 1):
            continue
        fits = [cut for cut in range(1, len(below.raw.text)) if _fits(above, below, cut, known)]
        if len(fits) != 1 or squeezed(above.text.label) in known:
            continue
        parts = below.raw.parts
        above.text.label = known[squeezed(above.text.label + "".join(parts[: fits[0]]))]
        above.text.doubt.discard("label")
        if below.is_activity:
            below.text.label = _rest_of_label(below, fits[0])
        below.text.doubt.discard("label")


def _fits(above: RowDraft, below: RowDraft, cut: int, known: dict[str, str]) -> bool:
    whole = squeezed(above.text.label + "".join(below.raw.parts[:cut]))
    if whole not in known:
        return False
    if not below.is_activity:
        return squeezed("".join(below.raw.parts[cut:])) == squeezed(below.text.label)
    return squeezed(_rest_of_label(below, cut)) in known


def _rest_of_label(below: RowDraft, cut: int) -> str:
    """The next row's own name: its label without the lines that end the name above."""
    taken = squeezed("".join(below.raw.parts[:cut]))
    printed, places = squeezed_places(below.text.label)
    if not printed.startswith(taken) or len(taken) >= len(places):
        return ""
    return without_footnote(joined([below.text.label[places[len(taken)] :]]))


def _appropriations(details: Iterable[TableDraft]) -> dict[str, str]:
    """Appropriations that were read for certain, squeezed."""
    return {
        squeezed(row.text.appropriation): row.text.appropriation
        for table in details
        for row in _activities(table)
        if row.text.appropriation and row.text.committee and "appropriation" not in row.text.doubt
    }


def _blank_cells(table: TableDraft, names: dict[str, str], known: dict[str, str]) -> None:
    """Rows without a committee: a name of the overview may lead, an appropriation of other rows may end them."""
    for row in _activities(table):
        text = row.text
        if (
            text.committee is not None
            or not text.rest
            or "udvalg" in text.rest.lower()
            or row.raw.text_broken
        ):
            continue
        if "page" in text.reasons:
            continue
        printed, places = squeezed_places(text.rest)
        if printed in known and printed not in names:
            text.label, text.appropriation = "", known[printed]
            text.doubt.discard("appropriation")
            continue
        leads = [name for name in names if printed.startswith(name) and len(name) < len(printed)]
        ends = [(name, rest) for name in leads if (rest := printed[len(name) :]) in known]
        if len(ends) == 1 and len(leads) == 1 and printed not in names:
            name, rest = ends[0]
            text.label = without_footnote(text.rest[: places[len(name)]].strip())
            text.appropriation = known[rest]
            text.doubt.difference_update({"label", "appropriation"})


def _inherit(table: TableDraft, overview: TableDraft) -> None:
    """A blank name under another belongs to it where the overview's amounts for that name are the two together."""
    for above, below in zip(table.rows, table.rows[1:], strict=False):
        if not (above.is_activity and below.is_activity) or below.text.label:
            continue
        if above.text.marked or "label" in above.text.doubt:
            continue
        directions = {above.text.direction, below.text.direction}
        if directions != {Direction.INCOME, Direction.EXPENSE} or below.text.appropriation is None:
            continue
        same = [
            row for row in _activities(overview) if squeezed(row.text.label) == squeezed(above.text.label)
        ]
        if len(same) == 1 and _together(above, below, same[0], overview.columns):
            below.text.label = above.text.label
            below.text.doubt.discard("label")


def _together(above: RowDraft, below: RowDraft, whole: RowDraft, columns: Sequence[str]) -> bool:
    rows = (above, below, whole)
    if any(set(row.figures) < set(columns) or row.text.doubt & set(columns) for row in rows):
        return False
    return all(
        above.figures[column].figure.value + below.figures[column].figure.value
        == whole.figures[column].figure.value
        for column in columns
    )
