"""The side box: "Budget 2026", the department, and the marks under "Kategorisering"."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from grantcheck.read.lines import Line, joined, squeezed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from grantcheck.data.profile import Profile
    from grantcheck.model.location import LineLocation

_MARKED = frozenset({"x", "X", "☒", "☑", "✓", "✔", "✗", "✘", "[x]", "[X]", "(x)", "(X)"})
_UNMARKED = frozenset({"☐", "[", "]", "[]", "□"})
BOX_HEADING = "categories"
"""The profile's name for what stands above the marks."""
_MOST_BOXES = 9
HEADING_REACH = 9
"""Lines between "Budget 2026" and "Kategorisering", blank ones included."""
_LABEL_REACH = 9
"""Lines that a label may take."""
_MOST_UNKNOWN = 4
"""More lines than these between two labels are not labels but text that ran into the box."""


@dataclass(slots=True)
class SideBox:
    """What the box says; None and absent where it does not."""

    budget_year: int | None = None
    year_place: LineLocation | None = None
    department: str | None = None
    department_place: LineLocation | None = None
    heading: Line | None = None
    marks: dict[str, bool | None] = field(default_factory=dict)
    places: dict[str, LineLocation] = field(default_factory=dict)
    unclear: bool = False
    """Whether a mark could not be attributed."""


@dataclass(slots=True)
class _Found:
    """A label as it stands in the box: its lines, and the marks met."""

    label: str
    first: int
    last: int
    marked: bool = False
    certain: bool = True


def take_side_boxes(lines: Sequence[Line], profile: Profile) -> tuple[list[Line], list[SideBox]]:
    """The lines without the boxes, the line after each marked as the first of a page, and the boxes."""
    kept = list(lines)
    boxes: list[SideBox] = []
    named = (section.headings for section in profile.sections if section.name == BOX_HEADING)
    headings = {squeezed(heading) for words in named for heading in words}
    at = 0
    while at < len(kept) and len(boxes) < _MOST_BOXES:
        if squeezed(kept[at].stripped).removesuffix(":") not in headings:
            at += 1
            continue
        box = SideBox(heading=kept[at])
        start = _read_head(kept, at, box, profile)
        end = _read_marks(kept, at + 1, box, profile)
        after = [
            replace(line, after_break=True) if index == 0 else line for index, line in enumerate(kept[end:])
        ]
        kept = kept[:start] + after
        boxes.append(box)
        at = start
    return kept, boxes


def _read_head(lines: list[Line], at: int, box: SideBox, profile: Profile) -> int:
    """Budget year and department above "Kategorisering"; returns the first line of the box."""
    budget = profile.template.budget_year
    start = next(
        (i for i in range(at - 1, max(-1, at - HEADING_REACH), -1) if budget.fullmatch(lines[i].stripped)),
        None,
    )
    if start is None:
        return at
    match = budget.fullmatch(lines[start].stripped)
    box.budget_year = int(match[1]) if match else None
    box.year_place = lines[start].location
    named = [line for line in lines[start + 1 : at] if line.stripped]
    printed = joined(line.text for line in named)
    if printed:
        known = {squeezed(name): name for name in profile.departments}
        box.department = known.get(squeezed(printed), printed)
        box.department_place = named[0].location
    return start


def _read_marks(lines: list[Line], at: int, box: SideBox, profile: Profile) -> int:
    """The labels and their marks; returns the line after the box."""
    listed = profile.category_list(box.budget_year) or next(reversed(profile.category_lists), None)
    labels = listed.labels if listed else ()
    known = {squeezed(label): label for label in labels}
    known |= {squeezed(alias): label for alias, label in profile.label_aliases.items()}
    found, end = _labels(lines, at, known)
    by_label = {item.label: item for item in found}
    doubled = len(by_label) < len(found)
    if doubled:
        box.unclear = True
    order = [item.label for item in found]
    for label in [*order, *(label for label in labels if label not in by_label)]:
        item = by_label.get(label)
        decided = item is not None and item.certain and not box.unclear
        box.marks[label] = item.marked if item is not None and decided else None
        if item is not None and label != _NOWHERE:
            box.places[label] = lines[item.first].location
    if any(mark is None for mark in box.marks.values()):
        box.unclear = True
    if doubled or any(item.label == _NOWHERE for item in found):
        box.marks = dict.fromkeys(box.marks, None)
    box.marks.pop(_NOWHERE, None)
    return end


_NOWHERE = "\0"
"""Stands for a mark that belongs to no label: then no mark of the box is certain."""


def _labels(lines: list[Line], at: int, known: Mapping[str, str]) -> tuple[list[_Found], int]:
    found: list[_Found] = []
    unknown: list[_Found] = []
    end = at
    while at < len(lines):
        words = lines[at].stripped.split()
        if not words:
            at += 1
            continue
        if all(word in _MARKED or word in _UNMARKED for word in words):
            if unknown or not _attribute(found, words):
                found.append(_Found(_NOWHERE, at, at))
            end = at = at + 1
            continue
        item = _label_at(lines, at, known)
        if item is None:
            if len(unknown) >= _MOST_UNKNOWN or len(found) >= len(set(known.values())):
                break
            unknown.append(_unknown(at, words))
            at += 1
            continue
        found += [*_whole_labels(unknown), item]
        unknown = []
        at = end = item.last + 1
        if {item.label for item in found} >= set(known.values()):
            end = _own_mark(lines, end, found)
            break
    return found, end


def _own_mark(lines: list[Line], at: int, found: list[_Found]) -> int:
    """A mark on the line after the last label."""
    following = next((i for i in range(at, min(at + 3, len(lines))) if lines[i].stripped), None)
    if following is None or not all(word in _MARKED for word in lines[following].stripped.split()):
        return at
    if not _attribute(found, lines[following].stripped.split()):
        found.append(_Found(_NOWHERE, following, following))
    return following + 1


def _attribute(found: list[_Found], words: list[str]) -> bool:
    """A mark on a line of its own belongs to the label above only if that took several lines.

    The mark of a label of one line stands on that line; elsewhere it is out of order.
    """
    last = found[-1] if found else None
    if last is None or last.label == _NOWHERE or last.first == last.last or last.marked or len(words) > 1:
        return False
    last.marked = words[0] in _MARKED
    return True


def _label_at(lines: list[Line], at: int, known: Mapping[str, str]) -> _Found | None:
    """The label that begins on this line, over as many lines as it takes."""
    text = ""
    marks: list[tuple[int, str]] = []
    for index in range(at, min(at + _LABEL_REACH, len(lines))):
        words = lines[index].stripped.split()
        bare = list(words)
        while bare and (bare[-1] in _MARKED or bare[-1] in _UNMARKED):
            marks.append((index, bare.pop()))
        if not bare and words:
            return None
        text += squeezed("".join(bare))
        label = known.get(text.removesuffix(":"))
        if label is not None:
            return _Found(
                label,
                at,
                index,
                marked=any(mark in _MARKED for _, mark in marks),
                certain=len(marks) <= 1 and all(line == index for line, _ in marks),
            )
        if not any(name.startswith(text) for name in known):
            return None
    return None


def _unknown(at: int, words: list[str]) -> _Found:
    marked = words[-1] in _MARKED
    bare = words[:-1] if marked or words[-1] in _UNMARKED else words
    return _Found(" ".join(bare), at, at, marked=marked)


def _whole_labels(unknown: list[_Found]) -> list[_Found]:
    """Lines of the box that the template does not know; a line cut by a hyphen goes on in the next."""
    whole: list[_Found] = []
    for item in unknown:
        if whole and whole[-1].label.endswith("-") and not whole[-1].marked:
            whole[-1].label = joined((whole[-1].label, item.label))
            whole[-1].marked = item.marked
        else:
            whole.append(item)
    return whole
