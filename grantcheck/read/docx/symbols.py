"""Characters of symbol fonts, and characters that only steer how a line is set."""

from __future__ import annotations

import re
import unicodedata

CHECKED = "☒"
EMPTY = "☐"
UNKNOWN = "\ufffd"
"""Stands for a symbol that is not known; no label, mark or figure holds it."""

_FONTS = {
    "wingdings": {
        0x6F: EMPTY,
        0x71: EMPTY,
        0x72: EMPTY,
        0x78: CHECKED,
        0xA8: EMPTY,
        0xFB: "✗",
        0xFC: "✓",
        0xFD: CHECKED,
        0xFE: "☑",
    },
    "wingdings 2": {
        0x2A: EMPTY,
        0x2B: EMPTY,
        0x4F: "✗",
        0x50: "✓",
        0x51: CHECKED,
        0x52: "☑",
        0x53: CHECKED,
        0x54: CHECKED,
        0xA3: EMPTY,
    },
    "webdings": {0x31: EMPTY, 0x61: "✓", 0x63: EMPTY, 0x72: "✗"},
    "symbol": {0x2D: "−", **{ord(character): character for character in "0123456789.,()/+"}},
}
_SYMBOL_FONTS = frozenset({"wingdings", "wingdings 2", "wingdings 3", "webdings", "symbol"})
_PRIVATE = range(0xF000, 0xF100)
_STEERING = re.compile("[\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff]")
_HYPHEN = "\u2011"


def symbol(font: str, code: int) -> str:
    """The character that a code of a symbol font shows.

    >>> symbol("Wingdings", 0xF0FE), symbol("Wingdings", 0xF0A8), symbol("Wingdings 3", 0x61)
    ('☑', '☐', '\ufffd')
    """
    known = _FONTS.get(font.lower(), {})
    if code in _PRIVATE:
        return known.get(code - _PRIVATE.start, UNKNOWN)
    if font.lower() in _SYMBOL_FONTS:
        return known.get(code, UNKNOWN)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else UNKNOWN  # noqa: PLR2004


def shown(text: str, font: str) -> str:
    """A text as a reader sees it: symbols resolved, steering characters gone."""
    if font.lower() in _SYMBOL_FONTS:
        text = "".join(
            character if character.isspace() else symbol(font, ord(character)) for character in text
        )
    elif any(ord(character) in _PRIVATE for character in text):
        text = "".join(
            symbol(font, ord(character)) if ord(character) in _PRIVATE else character for character in text
        )
    return unicodedata.normalize("NFC", _STEERING.sub("", text).replace(_HYPHEN, "-"))
