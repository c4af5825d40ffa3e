"""What the styles of a file do to characters that matters for reading: hidden, raised, struck out, symbols of a font."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from grantcheck.read.docx.names import VAL, w
from grantcheck.read.docx.xml import is_on

if TYPE_CHECKING:
    from lxml.etree import _Element

_STRIKES = (w("strike"), w("dstrike"))
_DEEPEST = 12
"""So many styles may be based on each other."""


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look."""

    hidden: bool = False
    raised: bool = False
    struck: bool = False
    bold: bool = False
    font: str = ""

    def changed(self, properties: _Element | None) -> Look:
        """This look with what run properties say."""
        if properties is None:
            return self
        found = self
        if properties.find(w("vanish")) is not None:
            found = replace(found, hidden=is_on(properties, w("vanish")))
        if properties.find(w("b")) is not None:
            found = replace(found, bold=is_on(properties, w("b")))
        if any(properties.find(name) is not None for name in _STRIKES):
            found = replace(found, struck=any(is_on(properties, name) for name in _STRIKES))
        align = properties.find(w("vertAlign"))
        if align is not None:
            found = replace(found, raised=align.get(VAL) == "superscript")
        position = properties.find(w("position"))
        if position is not None:
            found = replace(found, raised=_is_above(position.get(VAL, "")))
        fonts = properties.find(w("rFonts"))
        font = "" if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or ""
        return replace(found, font=font) if font else found


def _is_above(position: str) -> bool:
    """Whether characters stand above the line; marks are set so, too, without being called superscript."""
    return position.isdigit() and bool(position.strip("0"))


class Styles:
    """The styles of a file, by id."""

    def __init__(self, root: _Element | None) -> None:
        """Takes the root of the part with the styles; None where a file has none."""
        listed = [] if root is None else root.findall(w("style"))
        self._styles = {style.get(w("styleId"), ""): style for style in listed}

    def look(self, properties: _Element | None, reference: str, base: Look) -> Look:
        """How characters look by the style that properties refer to with `reference`."""
        element = None if properties is None else properties.find(w(reference))
        if element is None:
            return base
        found = base
        for style in reversed(self._chain(element.get(VAL, ""))):
            found = found.changed(style.find(w("rPr")))
        return found

    def _chain(self, name: str) -> list[_Element]:
        """A style and those it is based on."""
        chain: list[_Element] = []
        while name in self._styles and len(chain) < _DEEPEST:
            style = self._styles[name]
            chain.append(style)
            based = style.find(w("basedOn"))
            name = "" if based is None else based.get(VAL, "")
        return chain
