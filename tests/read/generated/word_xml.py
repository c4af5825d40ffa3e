"""WordprocessingML as text: runs, paragraphs, cells, tables, boxes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    import random

    from .manner import Manner

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_BY = 'w:id="9" w:author="A" w:date="2026-01-05T10:00:00Z"'
_LONG_WORD = 12


def text(content: str) -> str:
    return f'<w:t xml:space="preserve">{escape(content)}</w:t>'


@dataclass
class TextWriter:
    """Writes a text as runs, with the noise that editing leaves."""

    rng: random.Random
    manner: Manner

    def runs(self, content: str, *, size: float | None = None, bold: bool = False, raised: str = "") -> str:
        look = self._look(size or self.manner.size, bold=bold)
        made = (
            self._changed(content, look) if self._chance(self.manner.changes) else self._pieces(content, look)
        )
        if raised:
            made += f'<w:r><w:rPr>{look}<w:vertAlign w:val="superscript"/></w:rPr>{text(raised)}</w:r>'
        if self._chance(self.manner.hidden):
            made += f"<w:r><w:rPr>{look}<w:vanish/></w:rPr>{text('17')}</w:r>"
        return made

    def _look(self, size: float, *, bold: bool) -> str:
        font = self.manner.font
        weight = "<w:b/>" if bold else '<w:b w:val="0"/>'
        return f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>{weight}<w:sz w:val="{int(size * 2)}"/>'

    def _chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    def _changed(self, content: str, look: str) -> str:
        gone = f"<w:del {_BY}><w:r><w:rPr>{look}</w:rPr><w:delText>9.999</w:delText></w:r></w:del>"
        moved = f"<w:moveFrom {_BY}><w:r><w:rPr>{look}</w:rPr>{text('77')}</w:r></w:moveFrom>"
        come = f"<w:ins {_BY}>{self._pieces(content, look)}</w:ins>"
        return self.rng.choice([gone + come, come + gone, moved + come])

    def _pieces(self, content: str, look: str) -> str:
        if len(content) < 2 or not self._chance(self.manner.broken_runs):
            return f"<w:r><w:rPr>{look}</w:rPr>{self._hyphenated(content)}</w:r>"
        cut = self.rng.randrange(1, len(content))
        between = self.rng.choice(
            [
                '<w:bookmarkStart w:id="3" w:name="b"/><w:bookmarkEnd w:id="3"/>',
                '<w:proofErr w:type="spellStart"/>',
                "",
            ]
        )
        first, second = (
            f"<w:r><w:rPr>{look}</w:rPr>{text(part)}</w:r>" for part in (content[:cut], content[cut:])
        )
        if self._chance(0.2):
            second = f"<w:smartTag>{second}</w:smartTag>"
        return first + between + second

    def _hyphenated(self, content: str) -> str:
        words = content.split(" ")
        long = [i for i, word in enumerate(words) if len(word) >= _LONG_WORD and word.isalpha()]
        if not long or not self._chance(self.manner.hyphens):
            return text(content)
        at = self.rng.choice(long)
        before = " ".join([*words[:at], words[at][:5]])
        after = " ".join([words[at][5:], *words[at + 1 :]])
        if self._chance(0.5):
            return text(before + "\u00ad" + after)
        return f"{text(before)}<w:softHyphen/>{text(after)}"


def paragraph(runs: str, *, align: str = "left", after: int = 0, keep: bool = False, inside: str = "") -> str:
    """A paragraph; `inside` goes last among its properties."""
    kept = "<w:keepNext/>" if keep else ""
    spacing = f'<w:spacing w:before="0" w:after="{after}"/>'
    return f'<w:p><w:pPr>{kept}{spacing}<w:jc w:val="{align}"/>{inside}</w:pPr>{runs}</w:p>'


def cell(content: str, width: int, *, span: int = 1, merge: str = "", valign: str = "top") -> str:
    """A cell of paragraphs; `merge` is empty, "restart" or "continue"."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merged = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[merge]
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{spanned}{merged}<w:vAlign w:val="{valign}"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def gone_row(cells: int, width: int) -> str:
    """A row whose deletion is a tracked change."""
    figure = f"<w:del {_BY}><w:r><w:delText>8.888</w:delText></w:r></w:del>"
    cells_gone = "".join(cell(f"<w:p>{figure}</w:p>", width) for _ in range(cells))
    return f"<w:tr><w:trPr><w:del {_BY}/></w:trPr>{cells_gone}</w:tr>"


def wrapped(content: str) -> str:
    """A cell or a row in a content control of its own."""
    return f'<w:sdt><w:sdtPr><w:tag w:val="t"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def row(cells: list[str], *, header: bool = False) -> str:
    mark = "<w:trPr><w:tblHeader/></w:trPr>" if header else "<w:trPr><w:cantSplit/></w:trPr>"
    return f"<w:tr>{mark}{''.join(cells)}</w:tr>"


def table(rows: list[str], widths: list[int], *, borders: str = "all", floating: str = "") -> str:
    sides = {"all": "top left bottom right insideH insideV", "horizontal": "top bottom insideH", "none": ""}[
        borders
    ]
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for side in sides.split()
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = f'{floating}<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
    margins = '<w:tblCellMar><w:left w:w="50" w:type="dxa"/><w:right w:w="50" w:type="dxa"/></w:tblCellMar>'
    layout = '<w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{properties}{layout}{margins}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def floating(x: int, y: int) -> str:
    """Properties that set a table beside the text, in twentieths of a point from the page's corner."""
    return f'<w:tblpPr w:leftFromText="100" w:rightFromText="100" w:vertAnchor="page" w:horzAnchor="page" w:tblpX="{x}" w:tblpY="{y}"/>'


def text_box(content: str, x: int, y: int, *, kind: str) -> str:
    """A run with a text box: `text_box` as a drawing, `alternate` with a fallback, `vml` old style alone."""
    drawing = (
        f'<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page">'
        f'<wp:posOffset>{x * 635}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{y * 635}'
        '</wp:posOffset></wp:positionV><wp:extent cx="1656000" cy="4140000"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        '<wp:wrapNone/><wp:docPr id="101" name="Tekstboks 1"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1656000" cy="4140000"/></a:xfrm><a:prstGeom prst="rect">'
        f"<a:avLst/></a:prstGeom><a:noFill/></wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="36000" tIns="0" rIns="36000" bIns="0"/></wps:wsp></a:graphicData></a:graphic></wp:anchor>'
        "</w:drawing>"
    )
    style = (
        f"position:absolute;margin-left:{x // 20}pt;margin-top:{y // 20}pt;width:130pt;height:326pt;"
        "mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
    )
    old = f'<w:pict><v:shape style="{style}"><v:textbox inset="3pt,0,3pt,0"><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>'
    if kind == "vml":
        return f"<w:r>{old}</w:r>"
    if kind == "text_box":
        return f"<w:r>{drawing}</w:r>"
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice>'
    return f"<w:r><mc:AlternateContent>{choice}<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"


def check_box(*, checked: bool, kind: str) -> str:
    """A check box: content control, plain character, symbol of a font, or form field."""
    shown = "☒" if checked else "☐"
    if kind == "plain":
        return f"<w:r>{text(shown)}</w:r>"
    if kind == "symbol":
        return f'<w:r><w:sym w:font="Wingdings" w:char="{"F0FE" if checked else "F0A8"}"/></w:r>'
    if kind == "field":
        state = f'<w:default w:val="0"/><w:checked w:val="{int(checked)}"/>'
        return (
            f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:enabled/><w:checkBox><w:sizeAuto/>{state}</w:checkBox>'
            '</w:ffData></w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
    control = f'<w14:checkbox><w14:checked w14:val="{int(checked)}"/></w14:checkbox>'
    return f"<w:sdt><w:sdtPr>{control}</w:sdtPr><w:sdtContent><w:r>{text(shown)}</w:r></w:sdtContent></w:sdt>"
