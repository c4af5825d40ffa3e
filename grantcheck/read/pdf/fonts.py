"""What a font's name tells: bold, and fonts of signs whose letters are pictures."""

from __future__ import annotations

from functools import lru_cache

from grantcheck.read.layout.word import UNREADABLE

_BOLD = ("bold", "black", "heavy", "semibold", "demi")
_FORCE_BOLD = 1 << 18
_PRIVATE_USE = 0xF000
_WINGDINGS = {
    0x6F: "☐",
    0xA8: "☐",
    0x71: "☐",
    0x72: "☐",
    0x78: "☒",
    0xFD: "☒",
    0xFE: "☑",
    0xFC: "✓",
    0xFB: "✗",
}
_DINGBATS = {
    0x6E: "■",
    0x6F: "☐",
    0x71: "☐",
    0x72: "☐",
    0x33: "✓",
    0x34: "✓",
    0x35: "✗",
    0x36: "✗",
    0x38: "✗",
}
_LIKE_A_BOX = {
    "□": "☐",
    "▢": "☐",
    "❏": "☐",
    "❐": "☐",
    "❑": "☐",
    "❒": "☐",
    "◻": "☐",
    "🗆": "☐",
    "⊠": "☒",
    "🗷": "☒",
    "🗵": "☒",
    "🗹": "☑",
    "✔": "✓",
    "✕": "✗",
    "✖": "✗",
    "✘": "✗",
}


@lru_cache(maxsize=512)
def is_bold(name: bytes, flags: int) -> bool:
    """Whether a font is a bold one."""
    plain = name.decode("latin-1").lower()
    return bool(flags & _FORCE_BOLD) or any(word in plain for word in _BOLD)


@lru_cache(maxsize=512)
def pictures(name: bytes) -> dict[int, str] | None:
    """The signs of a font of pictures by their code, or None for a font of letters."""
    plain = name.decode("latin-1").lower().replace(" ", "")
    if "wingdings" in plain:
        # Wingdings 2 and 3 number their pictures otherwise, and are not guessed at
        return {} if ("2" in plain or "3" in plain) else _WINGDINGS
    if "opensymbol" in plain:
        # what LibreOffice prints pictures of Wingdings with; it keeps their codes
        return _WINGDINGS
    return _DINGBATS if "dingbats" in plain else None


def sign(code: int, signs: dict[int, str]) -> str:
    """The character for a letter of a font of pictures."""
    if _PRIVATE_USE <= code <= _PRIVATE_USE + 0xFF:
        code -= _PRIVATE_USE
    own = _LIKE_A_BOX.get(chr(code))
    return own or signs.get(code, character(code) if code > 0x2000 else UNREADABLE)  # noqa: PLR2004


def character(code: int) -> str:
    """The character for a code that PDFium gives; what the file does not explain is `UNREADABLE`."""
    if code in {0, 0xFFFD}:
        return UNREADABLE
    if code in {2, 0xAD, 0xFFFE}:
        # so PDFium writes every hyphen at the end of a line, whether the word or the line asked for it
        return "-"
    if 0xE000 <= code <= 0xF8FF or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004
        return UNREADABLE
    if code < 0x20:  # noqa: PLR2004
        return UNREADABLE
    text = chr(code)
    return _LIKE_A_BOX.get(text, text)
