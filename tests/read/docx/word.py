"""Word files from a few lines of XML."""

from __future__ import annotations

from grantcheck.read.blocks import Block, Cell, Grid, Layout, Paragraph, Trouble
from grantcheck.read.docx.layout import read_layout
from read.generated.mutation import zipped
from read.generated.word_file import CONTENT_TYPES, PACKAGE, RELATIONS
from read.generated.word_xml import DECLARED, text

CHANGE = 'w:id="1" w:author="A" w:date="2026-01-05T10:00:00Z"'


def word_parts(body: str, **parts: str) -> dict[str, bytes]:
    """The parts of a file with that body; `styles` and `header1` may be given."""
    whole = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE,
        "word/document.xml": f"<w:document {DECLARED}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": RELATIONS,
        "word/header1.xml": f"<w:hdr {DECLARED}>{parts.get('header1', '')}</w:hdr>",
    }
    if "styles" in parts:
        whole["word/styles.xml"] = f"<w:styles {DECLARED}>{parts['styles']}</w:styles>"
        relation = '<Relationship Id="rId2" Type="x/styles" Target="styles.xml"/></Relationships>'
        whole["word/_rels/document.xml.rels"] = RELATIONS.replace("</Relationships>", relation)
    return {name: content.encode("utf-8") for name, content in whole.items()}


def word(body: str, **parts: str) -> bytes:
    return zipped(word_parts(body, **parts))


def layout(body: str, **parts: str) -> Layout:
    return read_layout(word(body, **parts))


def blocks(body: str, **parts: str) -> tuple[Block, ...]:
    return layout(body, **parts).blocks


def paragraphs(body: str, **parts: str) -> list[str]:
    return [block.text for block in blocks(body, **parts) if isinstance(block, Paragraph)]


def troubles(body: str) -> list[tuple[str, str]]:
    return [(block.code, block.about) for block in blocks(body) if isinstance(block, Trouble)]


def grid(body: str) -> Grid:
    (found,) = [block for block in blocks(body) if isinstance(block, Grid)]
    return found


def cells(body: str) -> list[Cell]:
    return list(grid(body).cells)


def run(content: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{text(content)}</w:r>"


def p(*inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inner)}</w:p>"


def tc(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<w:') else p(run(content))}</w:tc>"


def tr(*inner: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(inner)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"
