"""Whether comparisons can be true together: bounds on whole numbers and their differences, and equal texts.

Years, counts and amounts are whole numbers, so `a < b` is `a - b <= -1`; a set of such bounds has a solution where
no way around through them adds up to less than nothing (Bellman and Ford). `a != b` excludes a value only where the
bounds leave no other. What is called impossible is so; a few impossible things with many `!=` are not seen.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from grantcheck.rules.comparable import comparable
from grantcheck.rules.condition import Comparison, FieldRef
from grantcheck.rules.vocabulary import FieldType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from grantcheck.rules.undecided import Alternative

Node = FieldRef | None
"""A field, or None for zero."""
_Bounds = dict[tuple[Node, Node], int]
"""At most how much the first lies above the second."""
_WITHIN = {"<": -1, "<=": 0, "==": 0}
_BEYOND = {">": -1, ">=": 0, "==": 0}


def possible(alternative: Alternative, types: Mapping[FieldRef, FieldType]) -> bool:
    """Whether all comparisons of the alternative can be true together."""
    comparisons = [literal.comparison for literal in alternative if literal.comparison is not None]
    texts = [one for one in comparisons if types[one.left] is FieldType.TEXT]
    numbers = [one for one in comparisons if types[one.left] is not FieldType.TEXT]
    return _texts_possible(texts) and _numbers_possible(numbers, types)


def _numbers_possible(comparisons: list[Comparison], types: Mapping[FieldRef, FieldType]) -> bool:
    bounds: _Bounds = {}
    for flag in {ref for one in comparisons for ref in _refs(one) if types[ref] is FieldType.FLAG}:
        _bound(bounds, flag, None, 1)
        _bound(bounds, None, flag, 0)
    apart = set()
    for one in comparisons:
        left, right, offset = _sides(one)
        if one.operator in _WITHIN:
            _bound(bounds, left, right, offset + _WITHIN[one.operator])
        if one.operator in _BEYOND:
            _bound(bounds, right, left, -offset + _BEYOND[one.operator])
        if one.operator == "!=":
            apart.add((left, right, offset))
    return _consistent(bounds, apart)


def _consistent(bounds: _Bounds, apart: set[tuple[Node, Node, int]]) -> bool:
    if any(left == right and offset == 0 for left, right, offset in apart):
        return False
    while _closed(bounds):
        if not _tightened(bounds, apart):
            return True
    return False


def _tightened(bounds: _Bounds, apart: set[tuple[Node, Node, int]]) -> bool:
    """Whether an excluded value lay at the end of a range, which then is one shorter."""
    changed = False
    for left, right, offset in apart:
        for upper, lower, end in ((left, right, offset), (right, left, -offset)):
            if bounds.get((upper, lower)) == end:
                bounds[upper, lower] = end - 1
                changed = True
    return changed


def _closed(bounds: _Bounds) -> bool:
    """Adds what follows; False where a field would lie above itself."""
    nodes = {node for pair in bounds for node in pair}
    for middle, first, last in product(nodes, repeat=3):
        one, two = bounds.get((first, middle)), bounds.get((middle, last))
        if one is not None and two is not None:
            _bound(bounds, first, last, one + two)
    return all(first != last or most >= 0 for (first, last), most in bounds.items())


def _bound(bounds: _Bounds, upper: Node, lower: Node, most: int) -> None:
    bounds[upper, lower] = min(most, bounds.get((upper, lower), most))


def _sides(one: Comparison) -> tuple[Node, Node, int]:
    if isinstance(one.right, FieldRef):
        return one.left, one.right, 0
    return one.left, None, int(one.right)


def _texts_possible(comparisons: list[Comparison]) -> bool:
    group: dict[object, object] = {}

    def root(of: object) -> object:
        while of in group:
            of = group[of]
        return of

    for one in comparisons:
        left, right = root(one.left), root(_text(one))
        if one.operator == "==" and left != right:
            if not isinstance(left, FieldRef) and not isinstance(right, FieldRef):
                return False
            first, second = (left, right) if isinstance(left, FieldRef) else (right, left)
            group[first] = second
    return all(root(one.left) != root(_text(one)) for one in comparisons if one.operator == "!=")


def _text(one: Comparison) -> object:
    return one.right if isinstance(one.right, FieldRef) else comparable(one.right)


def _refs(one: Comparison) -> Iterable[FieldRef]:
    yield one.left
    if isinstance(one.right, FieldRef):
        yield one.right
