"""Values as they are compared, the same in constants, facts and both engines."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from grantcheck.model.fact import Value


def comparable(value: Value) -> Value:
    """Texts composed (NFC) and case-folded, so that Å equals å however it was typed; integers as they are."""
    if isinstance(value, str):
        return normalize("NFC", normalize("NFC", value).casefold())
    return value
