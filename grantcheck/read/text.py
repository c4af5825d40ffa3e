"""Bytes to text, and what is measured on the way."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.document import Measure
from grantcheck.model.text import Text
from grantcheck.read.refused import Problem, RefusedError

if TYPE_CHECKING:
    from grantcheck.model.reading_limits import ReadingLimits

_ALLOWED_CONTROLS = frozenset("\t\n\r\f\x0b")
_CONTROLS = str.maketrans(
    "", "", "".join(chr(n) for n in (*range(32), 127) if chr(n) not in _ALLOWED_CONTROLS)
)


_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_AMOUNT = re.compile(r"\d\s?(?:kr|mio|mia|mill)\b|\bkr\b\.?\s?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, or None where it is no text; and what was measured."""

    text: str | None
    measure: Measure


def decode(raw: bytes, byte_limit: int) -> Decoded:
    """UTF-8 with or without a byte order mark; no other encoding is guessed at.

    Args:
        raw: the whole file.
        byte_limit: the largest file that is read; only reported here.
    """
    content = raw.removeprefix(codecs.BOM_UTF8)
    undecodable = 0
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="surrogateescape")
        undecodable = sum(1 for character in text if "\udc80" <= character <= "\udcff")
    controls = len(text) - len(text.translate(_CONTROLS))
    measure = Measure(
        bytes=len(raw),
        byte_limit=byte_limit,
        characters=sum(map(len, text.split())),
        undecodable_bytes=undecodable,
        control_characters=controls,
    )
    if undecodable or controls:
        return Decoded(None, measure)
    return Decoded(unicodedata.normalize("NFC", text), measure)


def check_extent(text: str, limits: ReadingLimits) -> None:
    """Whether a text has no more lines and amounts than are read; each takes its time.

    Raises:
        RefusedError: it has.
    """
    lines = 1 + len(_LINE_BREAK.findall(text))
    if lines > limits.text_lines:
        raise RefusedError(
            Problem.TOO_LARGE, _too_many(lines, limits.text_lines, Text(en="lines", da="linjer"))
        )
    amounts = sum(1 for _ in _AMOUNT.finditer(text))
    if amounts > limits.text_amounts:
        raise RefusedError(
            Problem.TOO_LARGE, _too_many(amounts, limits.text_amounts, Text(en="amounts", da="beløb"))
        )


def _too_many(count: int, most: int, of: Text) -> Text:
    return Text(
        en=f"The file has {count} {of.en}; at most {most} of a text are read. Split it, or raise the limit.",
        da=f"Filen har {count} {of.da}; der læses højst {most} af en tekst. Del den, eller hæv grænsen.",
    )
