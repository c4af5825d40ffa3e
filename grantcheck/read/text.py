"""Bytes to text, and what is measured on the way."""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass

from grantcheck.model.document import Measure

_ALLOWED_CONTROLS = frozenset("\t\n\r\f\x0b")
_CONTROLS = str.maketrans(
    "", "", "".join(chr(n) for n in (*range(32), 127) if chr(n) not in _ALLOWED_CONTROLS)
)


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
