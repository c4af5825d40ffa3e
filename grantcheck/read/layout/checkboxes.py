"""Check boxes in running text: which label each belongs to, by order and by distance."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from grantcheck.read.blocks import CheckBox
from grantcheck.read.layout.geometry import around
from grantcheck.read.layout.line import text_of
from grantcheck.read.lines import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantcheck.read.layout.line import Line
    from grantcheck.read.layout.word import Word

EMPTY: Final = "☐"
CHECKED: Final = "☒"
DOUBTFUL: Final = "▣"
"""A box with something inside that is neither a cross nor a tick."""
TICKS: Final = frozenset({"x", "X", "✓", "✗", "×"})
_MARKS: Final = {EMPTY: False, CHECKED: True, "☑": True, "■": None, DOUBTFUL: None}
_SIGNS: Final = frozenset(_MARKS)
_CLEARLY = 1.6
"""A label is the nearer one where the other is this many times as far away."""


@dataclass(slots=True)
class _Part:
    """A box, or a run of words between boxes."""

    words: list[Word]
    lines: list[list[Word]]
    mark: str | None = None

    @property
    def text(self) -> str:
        return joined(text_of(line) for line in self.lines).strip(" :;,.")


def has_boxes(line: Line) -> bool:
    """Whether check boxes stand in a line."""
    return any(character in _SIGNS for word in line.words for character in word.text)


def check_boxes(lines: Sequence[Line], page: int) -> list[CheckBox]:
    """The boxes of lines that follow each other, each with its label."""
    parts = list(_parts(lines))
    if not parts:
        return []
    if parts[0].mark is None and parts[-1].mark is not None and _alternate(parts):
        return [_box(parts[i + 1], parts[i], page) for i in range(0, len(parts), 2)]
    if parts[0].mark is not None and parts[-1].mark is None and _alternate(parts):
        return [_box(parts[i], parts[i + 1], page) for i in range(0, len(parts), 2)]
    return _irregular(parts, page)


def _alternate(parts: Sequence[_Part]) -> bool:
    return all((one.mark is None) != (two.mark is None) for one, two in pairwise(parts))


def _parts(lines: Sequence[Line]) -> Iterator[_Part]:
    label: _Part | None = None
    for line in lines:
        fresh = True
        for word in split_boxes(line.words):
            if word.text in _SIGNS:
                if label is not None:
                    yield label
                    label = None
                yield _Part([word], [[word]], word.text)
                continue
            if label is None:
                label = _Part([], [])
            if fresh or not label.lines:
                label.lines.append([])
            label.lines[-1].append(word)
            label.words.append(word)
            fresh = False
    if label is not None:
        yield label


def split_boxes(words: Sequence[Word]) -> Iterator[Word]:
    """Words in which a box always stands alone, also where no blank parts it from its label."""
    for word in words:
        if len(word.text) == 1 or not any(character in _SIGNS for character in word.text):
            yield word
            continue
        yield from _pieces(word)


def _pieces(word: Word) -> Iterator[Word]:
    step = (word.right - word.left) / len(word.text)
    start = 0
    for index in range(1, len(word.text) + 1):
        at_end = index == len(word.text)
        if at_end or word.text[index] in _SIGNS or word.text[index - 1] in _SIGNS:
            yield _cut(word, start, index, step)
            start = index


def _cut(word: Word, start: int, end: int, step: float) -> Word:
    return type(word)(
        word.text[start:end],
        word.left + start * step,
        word.top,
        word.left + end * step,
        word.bottom,
        word.baseline,
        word.size,
        word.bold,
    )


def _box(box: _Part, label: _Part, page: int) -> CheckBox:
    place = around([*box.words, *label.words]).location(page)
    checked = _MARKS.get(box.mark or "")
    return CheckBox(label.text, checked if label.text else None, place, page)


def _irregular(parts: Sequence[_Part], page: int) -> list[CheckBox]:
    """Boxes and labels in no regular order: each box by distance, and none for certain where two claim a label."""
    claims = [(part, *_nearest(parts, index)) for index, part in enumerate(parts) if part.mark is not None]
    boxes: list[CheckBox] = []
    for box, label, certain in claims:
        if label is None:
            boxes.append(CheckBox("", None, around(box.words).location(page), page))
            continue
        sole = sum(other is label for _, other, _ in claims) == 1
        found = _box(box, label, page)
        boxes.append(found if certain and sole else replace(found, checked=None))
    return boxes


def _nearest(parts: Sequence[_Part], index: int) -> tuple[_Part | None, bool]:
    """The label nearest to a box, and whether it is clearly so."""
    box = parts[index]
    beside = [parts[at] for at in (index - 1, index + 1) if 0 <= at < len(parts) and parts[at].mark is None]
    if len(beside) < 2:  # noqa: PLR2004
        return (beside[0] if beside else None), True
    near, far = sorted(beside, key=lambda part: _distance(box, part))
    return near, _distance(box, far) >= _CLEARLY * max(_distance(box, near), 1.0)


def _distance(box: _Part, label: _Part) -> float:
    """Points between a box and the nearest word of a label on its line; far where that is on another line."""
    sign = box.words[0]
    gaps = [
        max(word.left - sign.right, sign.left - word.right, 0.0)
        for word in label.words
        if abs(word.baseline - sign.baseline) < sign.size
    ]
    return min(gaps, default=10_000.0)
