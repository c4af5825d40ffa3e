"""The characters of a page put together to words. One pass, each character asked about as little as possible."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Final

import pypdfium2.raw as pdfium

from grantcheck.read.layout.word import UNREADABLE, Word
from grantcheck.read.numbers import GAPS
from grantcheck.read.pdf.fonts import character, is_bold, pictures, sign

if TYPE_CHECKING:
    from grantcheck.read.pdf.display import Display

_BLANKS: Final = frozenset({0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F, 0x200B})
_DIGITS: Final = frozenset(range(0x30, 0x3A))
_GAPS: Final = frozenset(map(ord, GAPS))
_THIN = 0.4
"""A blank that parts thousands is at most this share of the font size wide."""
_WORD_GAP = 0.18
"""A gap of this share of the font size parts two words."""
_BACK = 0.35
"""How far a character may overlap the one before it, as a share of the font size."""
_RAISED = 0.14
"""A baseline off by this share of the font size is another one."""
_FLAT = 0.02
"""A sign that is to be seen is wider than this many points."""
_COVERED = 0.5
"""A letter that begins before this share of the one before it covers it. Of two like letters in one place PDFium
leaves one out."""
_NAME = 128


class Characters:
    """Words of one page, and what is odd about its characters.

    `sideways` counts those that do not run from left to right, `unreadable` those that the file does not explain,
    `flat` those that have no width or are covered by the next, and `gapped` blanks that part the thousands of a
    figure.
    """

    def __init__(self, text_page: pdfium.FPDF_TEXTPAGE, display: Display) -> None:
        self.sideways = 0
        self.unreadable = 0
        self.flat = 0
        self.gapped = 0
        self._page = text_page
        self._display = display
        self._box = pdfium.FS_RECTF()
        self._x = ctypes.c_double()
        self._y = ctypes.c_double()
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(_NAME)
        self._flags = ctypes.c_int()

    def words(self, count: int) -> list[Word]:
        """The words in the order the file draws them."""
        words: list[Word] = []
        current: Word | None = None
        signs: dict[int, str] | None = None
        known: dict[int, str] = {}
        before, before_right = 0.0, 0.0
        gap = ""
        parting = after_digit = False
        page, box, x, y, shown = self._page, self._box, self._x, self._y, self._display
        box_at, x_at, y_at = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
        unicode_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
        origin_of = pdfium.FPDFText_GetCharOrigin
        for index in range(count):
            code = unicode_of(page, index)
            if code in _BLANKS:
                gap = (
                    chr(code) if code in _GAPS and current is not None and current.text[-1:].isdigit() else ""
                )
                parting = parting or (code in _GAPS and after_digit)
                current = current if gap else None
                continue
            self.gapped += parting and code in _DIGITS
            parting, after_digit = False, code in _DIGITS
            box_of(page, index, box_at)
            origin_of(page, index, x_at, y_at)
            left, right = shown.across(box)
            baseline = shown.yx * x.value + shown.yy * y.value + shown.y0
            # the letters of a ligature share one box
            if gap and current is not None:
                current = _over_gap(current, gap, code, left, baseline)
                gap = ""
            if current is None or not (
                (left == before and baseline == current.baseline) or _continues(current, left, baseline)
            ):
                styled = self._styled(index, left, right, baseline)
                if styled is None:
                    current = None
                    continue
                raised = current is not None and _rises(current, left, baseline)
                current, signs = styled
                current.raised = raised
                words.append(current)
            within = current.text and baseline == current.baseline
            if right - left < _FLAT or (
                within and before < left < before + _COVERED * (before_right - before)
            ):
                self.flat += 1
            text = known.get(code) if signs is None else sign(code, signs)
            if text is None:
                text = known[code] = character(code)
            if text == UNREADABLE:
                self.unreadable += 1
            before, before_right = left, right
            current.text += text
            current.right = max(right, current.right)
        return words

    def _styled(
        self, index: int, left: float, right: float, baseline: float
    ) -> tuple[Word, dict[int, str] | None] | None:
        """An empty word in the style of a character; None where that is not upright."""
        pdfium.FPDFText_GetMatrix(self._page, index, ctypes.byref(self._matrix))
        matrix = self._matrix
        if not self._display.upright(matrix.a, matrix.b):
            self.sideways += 1
            return None
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        size = abs(pdfium.FPDFText_GetFontSize(self._page, index) * scale)
        self._flags.value = 0
        length = pdfium.FPDFText_GetFontInfo(self._page, index, self._name, _NAME, ctypes.byref(self._flags))
        name = self._name.value if 0 < length <= _NAME else b""
        word = Word(
            "",
            left,
            baseline - 0.8 * size,
            right,
            baseline + 0.22 * size,
            baseline,
            size,
            is_bold(name, self._flags.value),
        )
        return word, pictures(name)


def _continues(word: Word, left: float, baseline: float) -> bool:
    return (
        abs(baseline - word.baseline) <= _RAISED * word.size
        and word.right - _BACK * word.size <= left <= word.right + _WORD_GAP * word.size
    )


def _over_gap(word: Word, gap: str, code: int, left: float, baseline: float) -> Word | None:
    """The word up to the character behind a blank that parts thousands; None where the blank ends it."""
    if code not in _DIGITS or not _parts_thousands(word, left, baseline):
        return None
    word.text += gap
    word.right = left
    return word


def _parts_thousands(word: Word, left: float, baseline: float) -> bool:
    """Whether a blank behind a digit is so narrow that it stands within a figure, and in no column's margin."""
    return baseline == word.baseline and left - word.right <= _THIN * word.size


def _rises(word: Word, left: float, baseline: float) -> bool:
    """Whether a character stands above the baseline of the word directly before it."""
    above = word.baseline - baseline
    return (
        _RAISED * word.size < above < 0.7 * word.size
        and word.right - _BACK * word.size <= left <= word.right + _WORD_GAP * word.size
    )
