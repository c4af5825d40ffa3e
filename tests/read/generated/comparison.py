"""A note as read against its truth, fact by fact."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from grantcheck.model.terms import ControlArea, Frequency, TableKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantcheck.model.note import Note, Row

KINDS = {
    "overview": TableKind.OVERVIEW,
    "service": TableKind.SERVICE,
    "anlaeg": TableKind.CAPITAL,
    "overfoersler": TableKind.TRANSFERS,
    "prior": TableKind.PRIOR,
}
AREAS = {"service": ControlArea.SERVICE, "anlæg": ControlArea.CAPITAL, "overførsler": ControlArea.TRANSFERS}
FREQUENCIES = {"årligt": Frequency.PER_YEAR, "varigt": Frequency.PERMANENT}
FIELDS = {
    "styringsomraade": "control_area",
    "udvalg": "committee",
    "bevilling": "appropriation",
    "io": "direction",
}


@dataclass
class Comparison:
    """How many facts were read right, and which were not."""

    right: int = 0
    flagged: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def count(self, what: str, want: object, got: object, *, flagged: bool = False) -> None:
        if _same(want, got) and not flagged:
            self.right += 1
        else:
            (self.flagged if flagged else self.wrong).append(f"{what}: {want!r} was read as {got!r}")


def compared(truth: dict[str, Any], note: Note) -> Comparison:
    """Every fact of the truth, and everything the note has beyond it."""
    result = Comparison()
    about = {unread.about for unread in note.unread if unread.code != "GC908"}
    for name in ("code", "title", "subtitle", "budget_year", "department"):
        got = getattr(note, name)
        result.count(
            name, truth[name], got, flagged=got is None and truth[name] is not None and "heading" in about
        )
    for key, marks in (("categories", note.categories), ("bydele", note.districts)):
        for label, mark in truth[key].items():
            got = marks.get(label)
            result.count(f"{key} {label}", mark, got, flagged=got is None)
        result.count(key, set(truth[key]), set(marks))
    _claims(result, truth, note, flagged="claims" in about)
    want, got = Counter(KINDS[t["kind"]] for t in truth["tables"]), Counter(t.kind for t in note.tables)
    missing = {kind.value for kind in want - got}
    result.count("kinds", want, got, flagged=bool(missing) and missing <= about and not got - want)
    for table in truth["tables"]:
        _table(result, table, note, about)
    return result


def _claims(result: Comparison, truth: dict[str, Any], note: Note, *, flagged: bool) -> None:
    want = Counter(
        (
            round(claim["amount_mio"] * 1_000_000),
            claim["year_from"],
            claim["year_to"],
            FREQUENCIES.get(claim["frequency"] or ""),
            AREAS.get(claim["styringsomraade"] or ""),
        )
        for claim in truth["narrative_amounts"]
    )
    got = Counter(
        (
            claim.amount,
            claim.from_year,
            claim.to_year,
            None if claim.frequency is Frequency.TOTAL else claim.frequency,
            claim.control_area,
        )
        for claim in note.claims
    )
    result.count("claims", want, got, flagged=flagged and not got - want)


def _table(result: Comparison, truth: dict[str, Any], note: Note, about: set[str]) -> None:
    kind = KINDS[truth["kind"]]
    table = note.table(kind)
    if table is None:
        result.count(kind, truth["years"], None, flagged=kind.value in about)
        return
    unit, _, level = truth["header"][0].partition(", ")
    said = re.match(r"\d{4}", level)
    result.count(
        f"{kind} unit", (unit, int(said[0]) if said else "current"), ("1.000 kr.", table.price_level)
    )
    result.count(f"{kind} unit", 1000, table.unit)
    result.count(f"{kind} years", tuple(truth["years"]), table.years)
    read = [row for row in table.rows if not _is_open(row)]
    if len(table.rows) <= len(truth["rows"]):
        read = list(table.rows)
    told = kind.value in about and len(table.rows) != len(truth["rows"])
    result.count(f"{kind} rows", len(truth["rows"]), len(table.rows), flagged=told)
    rows = _without_missing(truth["rows"], read) if told else read
    for want, row in zip(truth["rows"], rows, strict=False):
        if row is None:
            result.flagged.append(f"{kind} {want['label']} was not read")
            continue
        for what, wanted, got in _facts(want, row):
            result.count(f"{kind} {want['label']} {what}", wanted, got, flagged=what in row.doubt)


def _is_open(row: Row) -> bool:
    """Whether nothing of a row was read."""
    return not row.printed and {"label", *map(str, row.amounts)} <= set(row.doubt)


def _without_missing(wanted: list[dict[str, Any]], rows: Sequence[Row]) -> list[Row | None]:
    """For each row of the truth the one that was read, where not all were: by name, those in doubt by the rest."""
    left = list(rows)
    found: list[Row | None] = []
    for want in wanted:
        fits = bool(left) and (_same(want["label"], left[0].label) or "label" in left[0].doubt)
        found.append(left.pop(0) if fits else None)
    return found


def _facts(want: dict[str, Any], row: Row) -> Iterator[tuple[str, object, object]]:
    yield "kind", want["kind"], row.kind.value
    yield "label", want["label"], row.label
    for year, value in want["values"].items():
        yield year, None if value is None else value * 1000, row.amounts.get(int(year))
    if want["total"] is not None:
        yield "total", want["total"] * 1000, row.total
    for key, value in want["attrs"].items():
        got = getattr(row, FIELDS[key])
        if key == "styringsomraade":
            yield FIELDS[key], AREAS.get(value.lower().removesuffix(" mv.")), got
        else:
            yield FIELDS[key], value or None, got


def _same(want: object, got: object) -> bool:
    if isinstance(want, str) and isinstance(got, str):
        return _folded(want) == _folded(got)
    return want == got


def _folded(text: str) -> str:
    return re.sub(r"[\s\-\u00ad]", "", text).lower()
