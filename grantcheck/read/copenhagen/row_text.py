"""What the text of a row says: its name, and the cells between the name and the figures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grantcheck.model.terms import ControlArea, Direction, RowKind, TableKind
from grantcheck.read.copenhagen.committees import CommitteeFound, find_committees
from grantcheck.read.lines import squeezed, squeezed_places

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grantcheck.data.profile import Profile
    from grantcheck.read.copenhagen.rows import RawRow

_UNFINISHED = re.compile(r"(?:-|,|/|\b(?:og|samt|eller|til|af|for|i|på|med|ved|hos))$", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(?<=[^\W\d_])\d{1,2}\)$")
_MARK_WITHIN = re.compile(r"[*¹²³⁴⁵⁶⁷⁸⁹†]|[a-zæøå]\d{1,2}(?!\S)")
DIRECTIONS = frozenset(direction.value for direction in Direction)
_UPPER = re.compile(r"[A-ZÆØÅ]")


@dataclass(slots=True)
class RowText:
    """A row's text, read; `doubt` names what is not certain, `reasons` why."""

    kind: RowKind
    label: str
    control_area: ControlArea | None = None
    committee: str | None = None
    appropriation: str | None = None
    direction: Direction | None = None
    rest: str = ""
    """A detail row's text without its direction, for a second look with the other tables at hand."""
    separated: bool = True
    """Whether a cell of words stands between the name and the figures."""
    marked: bool = False
    """Whether a footnote's mark may stand within the name; then no other table can confirm it."""
    doubt: set[str] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)

    def doubts(self, reason: str, *fields: str) -> None:
        """Puts fields in doubt."""
        self.doubt.update(fields)
        if reason not in self.reasons:
            self.reasons.append(reason)


def without_footnote(name: str) -> str:
    """A name without the mark of a footnote that is glued to it: "Demenskoordinatorer1)"."""
    return _FOOTNOTE.sub("", name) if name.count(")") > name.count("(") else name


def sum_kind(text: str, kind: TableKind, profile: Profile) -> RowKind | None:
    """Whether a row is a sum, by the profile's labels for them."""
    printed = squeezed(without_footnote(text))
    return next(
        (
            row_kind
            for row_kind, labels in _sum_labels(kind, profile)
            if printed in {squeezed(one) for one in labels}
        ),
        None,
    )


def is_complete(row: RawRow, kind: TableKind, profile: Profile) -> bool:
    """Whether figures may follow a row's text."""
    name = row.name
    if kind is TableKind.PRIOR or trailing_sum(name, kind, profile):
        return True
    if kind is TableKind.OVERVIEW:
        return _area_at_end(row, name, profile) is not None
    return bool(row.text) and row.text[-1][-1].text in DIRECTIONS


def trailing_sum(name: str, kind: TableKind, profile: Profile) -> tuple[RowKind, str] | None:
    """The sum that a text ends with; more text before it belongs to a row without figures, or to the page before."""
    printed = squeezed(without_footnote(name))
    for row_kind, labels in _sum_labels(kind, profile):
        for label in sorted(labels, key=len, reverse=True):
            if printed.endswith(squeezed(label)):
                return row_kind, label[0].upper() + label[1:]
    return None


def _sum_labels(kind: TableKind, profile: Profile) -> list[tuple[RowKind, Iterable[str]]]:
    sums: list[tuple[RowKind, Iterable[str]]] = [(RowKind.TOTAL, profile.caption(kind).total)]
    if kind is TableKind.OVERVIEW:
        sums.append((RowKind.SUBTOTAL, profile.subtotals))
    return sums


def read_row_text(row: RawRow, kind: TableKind, profile: Profile) -> RowText:
    """Reads a row's text as the table's kind has it."""
    name = row.name
    summed = sum_kind(name, kind, profile)
    if summed:
        return RowText(summed, without_footnote(name))
    trailing = trailing_sum(name, kind, profile)
    if trailing:
        found = RowText(*trailing)
        found.doubts("label", "label")
        return found
    if kind is TableKind.OVERVIEW:
        found = _overview(row, name, profile)
    elif kind is TableKind.PRIOR:
        found = _prior(row, name, profile)
    else:
        found = _detail(row, name, profile)
    _check_label(found, row, kind)
    return found


def _overview(row: RawRow, name: str, profile: Profile) -> RowText:
    area = _area_at_end(row, name, profile)
    if area is None:
        found = RowText(RowKind.ACTIVITY, name, separated=False)
        found.doubts("area", "control_area", "label")
        return found
    at, control_area = area
    found = RowText(RowKind.ACTIVITY, name[:at].strip(), control_area)
    if not found.label:
        found.doubts("merged", "control_area")
    elif _holds_area(row, found.label, profile):
        found.doubts("label", "label")
    return found


def _area_at_end(row: RawRow, name: str, profile: Profile) -> tuple[int, ControlArea] | None:
    """Where a control area begins that ends the text; it is written with a capital, as no word of a name is."""
    printed, places = squeezed_places(name)
    for words in sorted(profile.control_areas, key=len, reverse=True):
        at = len(printed) - len(squeezed(words))
        if at < 0 or not printed.endswith(squeezed(words)):
            continue
        start = places[at]
        if name[start].isupper() and (
            start == 0 or name[start - 1].isspace() or _opens_line(row, name[start:])
        ):
            return start, profile.control_areas[words]
    return None


def _opens_line(row: RawRow, text: str) -> bool:
    """Whether a cell begins a line, though the line above ends with the hyphen of a name that a page cut."""
    return any(text.startswith(part) for part in row.parts)


def _holds_area(row: RawRow, label: str, profile: Profile) -> bool:
    """Whether a control area within a name may be the end of a row that has no figures."""
    words = {squeezed(area).capitalize() for area in profile.control_areas}
    later = label.split()[1:]
    first_alone = bool(row.text) and len(row.text) > 1 and row.parts[0] in words
    return first_alone or any(word in words for word in later)


def _prior(row: RawRow, name: str, profile: Profile) -> RowText:
    year = agreement_year(row, name, profile)
    if year:
        return RowText(RowKind.ACTIVITY, f"{name} {year}")
    found = RowText(RowKind.ACTIVITY, name, separated=False)
    if not is_agreement(name, profile):
        if len(row.text) > 1:
            found.doubts("label", "label")
        return found
    found.separated = True
    if not re.search(r"\d{4}", name):
        found.doubts("label", "label")
        found.separated = False
    return found


def is_agreement(name: str, profile: Profile) -> bool:
    """Whether a name is one agreement's, and one only."""
    words = [word for word in re.split(r"\W+", name) if word]
    starts = [word for word in words if word in profile.agreements]
    return len(starts) == 1 and words[0] in profile.agreements


def agreement_year(row: RawRow, name: str, profile: Profile) -> str | None:
    """Takes the year that ends an agreement's name off the run of figures: "Overførselssagen 2021-2022"."""
    if name not in profile.agreements or not row.run:
        return None
    first = row.run[0][0].text
    if re.fullmatch(r"20\d\d(?:[-–/](?:20)?\d\d)?", first):
        _drop(row, 1)
        return first
    second = _second_line_start(row)
    if re.fullmatch(r"20\d\d[-–/]", first) and second and re.fullmatch(r"20\d\d", second):
        _drop(row, 2)
        return first + second
    return None


def _second_line_start(row: RawRow) -> str | None:
    return row.run[1][0].text if len(row.run) > 1 and len(row.run[0]) == 1 else None


def _drop(row: RawRow, count: int) -> None:
    for _ in range(count):
        del row.run[0][0]
        if not row.run[0]:
            del row.run[0]


def _detail(row: RawRow, name: str, profile: Profile) -> RowText:
    last = row.text[-1][-1].text if row.text else ""
    direction = Direction(last) if last in DIRECTIONS else None
    rest = name[: -len(last)].strip() if direction else name
    found = RowText(RowKind.ACTIVITY, rest, direction=direction, rest=rest, separated=direction is not None)
    if direction is None:
        found.doubts("direction", "direction", "appropriation")
    committees = find_committees(rest, profile.committee_names)
    if len(committees) != 1:
        found.doubts("committee", "label", "committee", "appropriation")
        return found
    split_at_committee(found, rest, committees[0])
    return found


def split_at_committee(found: RowText, rest: str, committee: CommitteeFound) -> None:
    """Name before the committee, appropriation after it."""
    found.label = rest[: committee.start].strip()
    found.committee = committee.name
    found.appropriation = rest[committee.end :].strip()
    if (
        _UNFINISHED.search(found.label)
        or "udvalg" in found.label.lower()
        or "udvalg" in found.appropriation.lower()
    ):
        found.doubts("committee", "label", "committee", "appropriation")
    if not found.appropriation:
        found.doubts("merged", "appropriation")
    elif _odd_appropriation(found.appropriation):
        found.doubts("appropriation", "appropriation")
    if _holds_direction(found.label.partition(" ")[2]):
        found.doubts("label", "label", "committee", "appropriation")


def _odd_appropriation(text: str) -> bool:
    """Whether an appropriation's name may not be whole, or may hold more."""
    unusual = not _UPPER.match(text) or _UNFINISHED.search(text) or re.search(r"\d", text)
    return bool(unusual) or _holds_direction(text)


def _holds_direction(text: str) -> bool:
    return any(word in DIRECTIONS for word in text.split())


def _check_label(found: RowText, row: RawRow, kind: TableKind) -> None:
    """A name that may not be whole, or may be more than one."""
    found.label = without_footnote(found.label)
    label = found.label
    if not label:
        found.doubts("merged", "label")
        return
    if row.text_broken:
        found.doubts("page", "label", *cells(kind))
    if is_marked(label):
        found.marked = True
    odd_start = not (_UPPER.match(label) or label[0].isdigit())
    if (
        odd_start
        or is_marked(label)
        or _UNFINISHED.search(label)
        or row.joined_rows
        or _capital_opens_line(row, label)
    ):
        found.doubts("label", "label")


def is_unfinished(name: str) -> bool:
    """Whether a name ends with a word or sign that something must follow."""
    return bool(_UNFINISHED.search(name))


def is_marked(label: str) -> bool:
    """Whether a footnote's mark may stand within a name."""
    return bool(_MARK_WITHIN.search(label)) or label.count(")") != label.count("(")


def cells(kind: TableKind) -> Iterable[str]:
    """The cells of words between name and figures, beside the direction."""
    return () if kind in {TableKind.OVERVIEW, TableKind.PRIOR} else ("committee", "appropriation")


def _capital_opens_line(row: RawRow, label: str) -> bool:
    """Whether a later line of a name begins like a name of its own."""
    seen = 0
    for index, part in enumerate(row.parts):
        if seen >= len(squeezed(label)):
            return False
        previous = row.parts[index - 1] if index else "-"
        if index and _UPPER.match(part) and not _UNFINISHED.search(previous):
            return True
        seen += len(squeezed(part))
    return False
