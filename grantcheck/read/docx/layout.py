"""A Word file to its layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.reading_limits import USUAL, ReadingLimits
from grantcheck.read.blocks import Layout
from grantcheck.read.docx.headers import Headers
from grantcheck.read.docx.names import w
from grantcheck.read.docx.package import Package
from grantcheck.read.docx.story import Story
from grantcheck.read.docx.styles import Styles
from grantcheck.read.refused import Problem, RefusedError

if TYPE_CHECKING:
    from lxml.etree import _Element

    from grantcheck.model.location import Location


def read_layout(raw: bytes, limits: ReadingLimits = USUAL) -> Layout:
    """The blocks of a Word file.

    Args:
        raw: the whole file.
        limits: how much of it is unpacked.

    Raises:
        RefusedError: it is no Word file, or damaged, encrypted or too large.
    """
    story, body = _opened(raw, limits)
    try:
        return Layout(tuple(story.blocks(body)), pages=None)
    except RecursionError as error:
        raise RefusedError(Problem.DAMAGED) from error


def elements_of_places(raw: bytes, limits: ReadingLimits = USUAL) -> dict[Location, str]:
    """Where each paragraph and cell that is read stands in the document's own part, as a path from its root.

    Raises:
        RefusedError: it is no Word file, or damaged, encrypted or too large.
    """
    story, body = _opened(raw, limits)
    for _ in story.blocks(body):
        pass
    tree = body.getroottree()
    return {place: str(tree.getelementpath(element)) for place, element in story.elements.items()}


def _opened(raw: bytes, limits: ReadingLimits) -> tuple[Story, _Element]:
    package = Package(raw, limits.unpacked_bytes)
    main = package.main()
    listed = package.relations(main).values()
    target = next((one.target for one in listed if one.kind == "styles"), None)
    styles = Styles(package.part(target) if target else None)
    body = package.part(main).find(w("body"))
    if body is None:
        raise RefusedError(Problem.DAMAGED)
    return Story(styles, Headers(package, main, styles)), body
