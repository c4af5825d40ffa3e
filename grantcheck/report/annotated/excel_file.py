"""The annotated copy of an Excel note: a comment at the cell of each finding.

Only what comments consist of is added to the archive. Formulas keep the values that Excel worked out, and
drawings, styles and everything else stay as they are; a library that writes the whole book anew would lose some.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import xlsxwriter
from lxml import etree

from grantcheck.model.location import SheetLocation
from grantcheck.model.text import Text
from grantcheck.report.annotated.archive import archive, parts_of
from grantcheck.report.annotated.fault import CannotAnnotate
from grantcheck.report.annotated.marks import AUTHOR, Mark, comment
from grantcheck.report.spreadsheet.cell_text import cell_text

if TYPE_CHECKING:
    from grantcheck.model.text import Language

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_BEHIND = (
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
)
"""What follows the reference to comments in a sheet, by ECMA-376, part 1, 18.3.1.99."""
_WIDE, _LINE, _SIGNS_IN_A_LINE, _HIGHEST = 420, 18, 62, 900
"""Of a comment's box, in pixels."""
_START = "A1"
"""What has no cell is told there, on the first sheet."""

Comments = dict[str, dict[str, str]]
"""By sheet and cell."""


def annotated_excel_file(raw: bytes, marks: Sequence[Mark], language: Language) -> bytes:
    """The note with a comment in the first cell of each finding; findings of one cell share it.

    Raises:
        CannotAnnotate: a sheet that would get comments has some already.
    """
    parts = parts_of(raw)
    sheets = _sheets(parts)
    comments = _comments(marks, list(sheets), language)
    drawn = iter(_drawn(comments))
    for sheet in comments:
        _Sheet(parts, sheet, sheets[sheet]).add(*next(drawn))
    return archive(parts)


def _comments(marks: Sequence[Mark], sheets: Sequence[str], language: Language) -> Comments:
    shared: dict[tuple[str, str], list[Mark]] = {}
    for mark in marks:
        cells = [(p.sheet, p.cell) for p in mark.places if isinstance(p, SheetLocation) and p.sheet in sheets]
        shared.setdefault(cells[0] if cells else (sheets[0], _START), []).append(mark)
    comments: Comments = {}
    for (sheet, cell), found in shared.items():
        text = cell_text(comment(found, language).split("\n"), language)
        comments.setdefault(sheet, {})[cell] = text
    return comments


def _drawn(comments: Comments) -> Iterator[tuple[bytes, bytes]]:
    """For each sheet its comments and their boxes, as xlsxwriter writes them in a book of their own."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        for texts in comments.values():
            sheet = book.add_worksheet()
            for cell, text in texts.items():
                lines = sum(1 + len(line) // _SIGNS_IN_A_LINE for line in text.split("\n"))
                size = {"width": _WIDE, "height": min(_LINE * (lines + 1), _HIGHEST)}
                sheet.write_comment(cell, text, {"author": AUTHOR, **size})
    parts = parts_of(stream.getvalue())
    for number in range(1, len(comments) + 1):
        yield parts[f"xl/comments{number}.xml"], parts[f"xl/drawings/vmlDrawing{number}.vml"]


def _sheets(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The part of each sheet by its name."""
    book = "xl/workbook.xml"
    targets = {
        one.get("Id"): posixpath.normpath(posixpath.join("/xl", one.get("Target", ""))).lstrip("/")
        for one in etree.fromstring(parts["xl/_rels/workbook.xml.rels"])
    }
    named = etree.fromstring(parts[book]).iter(f"{{{_MAIN}}}sheet")
    return {one.get("name", ""): targets[one.get(f"{{{_RELATION}}}id")] for one in named}


@dataclass
class _Sheet:
    parts: dict[str, bytes]
    name: str
    part: str

    def add(self, comments: bytes, boxes: bytes) -> None:
        root = etree.fromstring(self.parts[self.part])
        if root.find(f"{{{_MAIN}}}legacyDrawing") is not None:
            raise CannotAnnotate(_has_comments(self.name))
        stem = posixpath.splitext(posixpath.basename(self.part))[0]
        listed, drawing = f"xl/grantcheck-comments-{stem}.xml", f"xl/drawings/grantcheck-{stem}.vml"
        reference = etree.Element(f"{{{_MAIN}}}legacyDrawing", {f"{{{_RELATION}}}id": "rIdGrantcheckBoxes"})
        _insert(root, reference)
        self.parts[self.part] = _written(root)
        self._relate(listed, drawing)
        self._declare(listed)
        self.parts[listed], self.parts[drawing] = comments, boxes

    def _relate(self, listed: str, drawing: str) -> None:
        folder, base = posixpath.split(self.part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        root = etree.fromstring(self.parts.get(name, f'<Relationships xmlns="{_PACKAGE}"/>'.encode()))
        for identity, kind, target in (
            ("rIdGrantcheckComments", "comments", listed),
            ("rIdGrantcheckBoxes", "vmlDrawing", drawing),
        ):
            attributes = {"Id": identity, "Type": f"{_RELATION}/{kind}", "Target": f"/{target}"}
            etree.SubElement(root, f"{{{_PACKAGE}}}Relationship", attributes)
        self.parts[name] = _written(root)

    def _declare(self, listed: str) -> None:
        name = "[Content_Types].xml"
        root = etree.fromstring(self.parts[name])
        defaults = {one.get("Extension") for one in root.iter(f"{{{_TYPES}}}Default")}
        if "vml" not in defaults:
            vml = etree.Element(f"{{{_TYPES}}}Default", {"Extension": "vml", "ContentType": _DRAWING_TYPE})
            root.insert(0, vml)
        kind = {"PartName": f"/{listed}", "ContentType": _COMMENTS_TYPE}
        etree.SubElement(root, f"{{{_TYPES}}}Override", kind)
        self.parts[name] = _written(root)


def _insert(root: etree._Element, reference: etree._Element) -> None:
    behind = {f"{{{_MAIN}}}{name}" for name in _BEHIND}
    following = next((child for child in root if child.tag in behind), None)
    if following is None:
        root.append(reference)
    else:
        following.addprevious(reference)


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _has_comments(sheet: str) -> Text:
    return Text(
        en=f"The sheet '{sheet}' has comments of its own, which must not be mixed up with new ones. "
        "Annotate a copy without them.",
        da=f"Arket »{sheet}« har selv kommentarer, som ikke må blandes med nye. Kommentér en kopi uden dem.",
    )
