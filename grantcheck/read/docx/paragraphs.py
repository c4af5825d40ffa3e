"""Paragraphs: runs to text, with tracked changes accepted and what is hidden left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.read.docx.boxes import control_state, control_text, field_text
from grantcheck.read.docx.content import Content
from grantcheck.read.docx.names import ALTERNATE, CHOICE, FALLBACK, MATH, MATH_TEXT, w
from grantcheck.read.docx.styles import Look, Styles
from grantcheck.read.docx.symbols import UNKNOWN, shown, symbol
from grantcheck.read.refused import Problem, RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

GONE = frozenset({w("del"), w("moveFrom")})
COME = frozenset({w("ins"), w("moveTo")})
_PROPERTIES = frozenset({w("pPr"), w("sdtPr"), w("sdtEndPr"), w("rt")})
_CHARACTERS = {w("tab"): " ", w("ptab"): " ", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_GRAPHICS = frozenset({w("drawing"), w("pict"), w("object"), ALTERNATE})
_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_MOST_PARAGRAPHS = 100_000
"""Those of cells among them; six hundred pages have fewer."""
_DEEPEST_FIELD = 20
_LARGEST_CODE = 8
"""Hexadecimal digits that a character's code may have."""


@dataclass(slots=True)
class _Field:
    """A field that has begun: what it is told to show, and whether what it shows has begun."""

    instruction: str = ""
    shows: bool = False

    @property
    def counts_pages(self) -> bool:
        return self.instruction.strip().partition(" ")[0].upper() in _PAGE_FIELDS


class ParagraphReader:
    """Reads paragraphs of one file; `changed` tells whether a tracked change was met since it was last reset."""

    def __init__(self, styles: Styles) -> None:
        self.changed = False
        self._count = 0
        self._styles = styles
        self._content = Content()
        self._look = Look()
        self._fields: list[_Field] = []

    def read(self, paragraph: _Element) -> Content:
        """What a paragraph holds."""
        self._count += 1
        if self._count > _MOST_PARAGRAPHS:
            raise RefusedError(Problem.TOO_LARGE)
        properties = paragraph.find(w("pPr"))
        self._content = Content()
        self._fields = []
        self._look = self._styles.look(properties, "pStyle", Look())
        self._inline(paragraph)
        if any(not one.shows for one in self._fields):
            self._content.unread = "field"
        mark = None if properties is None else properties.find(w("rPr"))
        if mark is not None:
            deleted = any(mark.find(name) is not None for name in GONE)
            self.changed = self.changed or deleted or any(mark.find(name) is not None for name in COME)
            self._content.mark_deleted = deleted
        return self._content

    def _inline(self, parent: _Element) -> None:
        """What stands within a line; elements that are not known are looked into, so that no text is lost."""
        for element in parent:
            tag = element.tag
            if tag == w("r"):
                self._run(element)
            elif tag in GONE:
                self.changed = True
            elif tag == w("sdt"):
                self._control(element)
            elif tag == w("fldSimple"):
                self._simple_field(element)
            elif tag == ALTERNATE:
                for chosen in alternatives(element):
                    self._inline(chosen)
            elif tag == MATH:
                self._content.add("".join(text.text or "" for text in element.iter(MATH_TEXT)))
                self._content.unread = "formula"
            elif tag not in _PROPERTIES:
                self.changed = self.changed or tag in COME
                self._inline(element)

    def _control(self, control: _Element) -> None:
        content = control.find(w("sdtContent"))
        state = control_state(control)
        if state is None:
            if content is not None:
                self._inline(content)
            return
        drawn = "" if content is None else "".join(text.text or "" for text in content.iter(w("t")))
        if self._is_shown():
            self._content.add(control_text(state, drawn))

    def _simple_field(self, element: _Element) -> None:
        self._fields.append(_Field(element.get(w("instr"), ""), shows=True))
        self._inline(element)
        self._fields.pop()

    def _run(self, run: _Element) -> None:
        properties = run.find(w("rPr"))
        look = self._styles.look(properties, "rStyle", self._look).changed(properties)
        for element in run:
            if element.tag in {w("fldChar"), w("instrText")}:
                self._field(element, look)
            elif element.tag == w("ruby"):
                self._inline(element)
            elif not look.hidden and self._is_shown():
                self._characters(element, look)

    def _characters(self, element: _Element, look: Look) -> None:
        tag = element.tag
        if tag == w("t"):
            self._content.struck = self._content.struck or (
                look.struck and bool((element.text or "").strip())
            )
            self._add(shown(element.text or "", look.font), look)
        elif tag in _CHARACTERS:
            self._add(_CHARACTERS[tag], look)
        elif tag == w("sym"):
            self._add(_symbol(element), look)
        elif tag == w("pgNum"):
            self._content.page_field = True
        elif tag in _GRAPHICS:
            found = list(text_boxes(element))
            self._content.boxes += found
            self._content.picture = self._content.picture or not found

    def _add(self, text: str, look: Look) -> None:
        self._content.add(text, raised=look.raised, bold=look.bold)

    def _is_shown(self) -> bool:
        """Whether characters here are seen: they are neither a field's instruction nor a page number to be."""
        if any(one.counts_pages for one in self._fields):
            self._content.page_field = True
            return False
        return all(one.shows for one in self._fields)

    def _field(self, element: _Element, look: Look) -> None:
        if element.tag == w("instrText"):
            if self._fields:
                self._fields[-1].instruction += element.text or ""
            return
        kind = element.get(w("fldCharType"))
        if len(self._fields) > _DEEPEST_FIELD:
            self._content.unread = "field"
        elif kind == "begin":
            if not look.hidden and self._is_shown():
                self._content.add(field_text(element))
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shows = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def _symbol(element: _Element) -> str:
    code = element.get(w("char"), "")
    if not code.isalnum() or not code.isascii() or len(code) > _LARGEST_CODE:
        return UNKNOWN
    try:
        return symbol(element.get(w("font"), ""), int(code, 16))
    except ValueError:
        return UNKNOWN


def alternatives(element: _Element) -> Iterator[_Element]:
    """Of content that a file holds in several forms, the first; the last is only for where there is no other."""
    chosen = element.find(CHOICE)
    if chosen is None:
        chosen = element.find(FALLBACK)
    if chosen is not None:
        yield chosen


def text_boxes(element: _Element) -> Iterator[_Element]:
    """The text boxes of a graphic, each once; one within another belongs to that."""
    if element.tag == w("txbxContent"):
        yield element
        return
    for child in alternatives(element) if element.tag == ALTERNATE else element:
        yield from text_boxes(child)
