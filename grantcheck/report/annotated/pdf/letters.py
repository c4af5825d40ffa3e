"""Text in Helvetica, one of the fonts that every PDF program has: its bytes, and how wide it is."""

from __future__ import annotations

from collections.abc import Iterator

_NEAREST = str.maketrans({"−": "–", "→": "->", "≥": ">=", "≤": "<=", "✗": "x", "✓": "v", "\u00a0": " "})
"""What the encoding of Windows lacks, by what comes nearest."""

_WIDTHS = {
    278: " !,./:;[\\]fItI·",
    222: "ijl‘’",
    191: "'",
    333: "()-`r¨°",
    355: '"',
    389: "*",
    500: "ckvxyzsJç",
    556: "#$0123456789?L_abdeghnopquåéèüö«»–§àäß",
    584: "+<=>~×÷±",
    611: "FTZøØ",
    667: "&ABEKPSVXYÅ",
    722: "CDHNRUwÜ",
    778: "GOQÖ",
    833: "Mm",
    889: "%æ",
    944: "W",
    1000: "Æ…—",
    1015: "@",
    469: "^",
    334: "{}",
    260: "|",
}
"""In thousandths of the size, as Adobe's font metrics for Helvetica give them."""

_WIDTH_OF = {sign: width for width, signs in _WIDTHS.items() for sign in signs} | {"t": 278, "Ø": 778}
_UNKNOWN = 700
_BOLD = 1.09
"""Bold letters are so much wider, at most."""


def encoded(text: str) -> bytes:
    """The text in the encoding of the font, as the inside of a PDF string."""
    raw = text.translate(_NEAREST).encode("cp1252", "replace")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide the text is, in points."""
    thousandths = sum(_WIDTH_OF.get(sign, _UNKNOWN) for sign in text.translate(_NEAREST))
    return thousandths * size / 1000 * (_BOLD if bold else 1)


def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> Iterator[str]:
    """The text in lines of at most `room` points; a word that is longer is cut."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold=bold) <= room:
            line = longer
            continue
        if line:
            yield line
        line = word
        while width(line, size, bold=bold) > room and len(line) > 1:
            fitting = _fitting(line, size, room, bold=bold)
            yield line[:fitting]
            line = line[fitting:]
    if line:
        yield line


def _fitting(word: str, size: float, room: float, *, bold: bool) -> int:
    """How many letters fit; at least one."""
    count = 1
    while count < len(word) and width(word[: count + 1], size, bold=bold) <= room:
        count += 1
    return count
