"""Small PDF files, written by hand."""

from __future__ import annotations

import zlib


def pdf(
    *contents: str, box: str = "0 0 595 842", rotate: int = 0, extra: str = "", squeeze: bool = True
) -> bytes:
    """A file with a page for each content stream; fonts F1 (Helvetica), F2 (bold) and F3 (ZapfDingbats)."""
    count = len(contents)
    kids = " ".join(f"{6 + 2 * i} 0 R" for i in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        _font("Helvetica"),
        _font("Helvetica-Bold"),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>",
    ]
    for index, content in enumerate(contents):
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Rotate {rotate} {extra} /Contents {7 + 2 * index} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> >>"
        )
        objects += [page.encode(), _stream(content.encode("cp1252"), squeeze=squeeze)]
    return assembled(objects)


def assembled(objects: list[bytes]) -> bytes:
    """Objects, numbered from 1, as a file; the first is the catalogue."""
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def text(x: float, y: float, words: str, size: float = 9, font: str = "F1") -> str:
    """Content: words at a place, from the bottom left corner."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET\n"


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """Content: a line."""
    return f"0.5 w {x1} {y1} m {x2} {y2} l S\n"


def bar(x: float, y: float, width: float, height: float) -> str:
    """Content: a filled rectangle."""
    return f"{x} {y} {width} {height} re f\n"


def _font(name: str) -> bytes:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()


def _stream(content: bytes, *, squeeze: bool) -> bytes:
    if not squeeze:
        return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    packed = zlib.compress(content)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
