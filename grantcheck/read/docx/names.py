"""The names that WordprocessingML is written with."""

from __future__ import annotations

from functools import cache

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _MAIN.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": _MATH.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _RELATIONS.encode(),
}
"""The names of the strict form of the standard, and the ones that nearly all files use."""


@cache
def w(name: str) -> str:
    """A name of the main vocabulary.

    >>> w("p")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
    """
    return f"{{{_MAIN}}}{name}"


def w14(name: str) -> str:
    """A name that Word 2010 added."""
    return f"{{{_WORD_2010}}}{name}"


VAL = w("val")
RELATION = f"{{{_RELATIONS}}}id"
ALTERNATE = f"{{{_COMPATIBILITY}}}AlternateContent"
CHOICE = f"{{{_COMPATIBILITY}}}Choice"
FALLBACK = f"{{{_COMPATIBILITY}}}Fallback"
MATH_TEXT = f"{{{_MATH}}}t"
MATH = f"{{{_MATH}}}oMath"
