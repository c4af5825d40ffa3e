"""A Word file to its layout."""

from __future__ import annotations

from grantcheck.model.reading_limits import USUAL, ReadingLimits
from grantcheck.read.blocks import Layout
from grantcheck.read.docx.headers import Headers
from grantcheck.read.docx.names import w
from grantcheck.read.docx.package import Package
from grantcheck.read.docx.story import Story
from grantcheck.read.docx.styles import Styles
from grantcheck.read.refused import Problem, RefusedError


def read_layout(raw: bytes, limits: ReadingLimits = USUAL) -> Layout:
    """The blocks of a Word file.

    Args:
        raw: the whole file.
        limits: how much of it is unpacked.

    Raises:
        RefusedError: it is no Word file, or damaged, encrypted or too large.
    """
    package = Package(raw, limits.unpacked_bytes)
    main = package.main()
    listed = package.relations(main).values()
    target = next((one.target for one in listed if one.kind == "styles"), None)
    styles = Styles(package.part(target) if target else None)
    body = package.part(main).find(w("body"))
    if body is None:
        raise RefusedError(Problem.DAMAGED)
    try:
        return Layout(tuple(Story(styles, Headers(package, main, styles)).blocks(body)), pages=None)
    except RecursionError as error:
        raise RefusedError(Problem.DAMAGED) from error
