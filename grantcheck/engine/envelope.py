"""The limits inside which durable-rules is correct, and the names that it is given."""

from __future__ import annotations

KIND = "kind"
CASE = "case"
ID = "id"
RESERVED = (KIND, CASE, ID, "sid")

MAX_PATTERNS_IN_RULE = 4
MAX_PATTERNS_OF_KIND = 50
MAX_TESTS_IN_PATTERN = 25
MAX_FIELDS_IN_FACT = 252
MAX_TEXT_BYTES = 65_535
MAX_FLAT_RULES = 500
"""Of one rule; not a limit of the engine but of good sense."""

SMALLEST, LARGEST = -(2**63), 2**63 - 1


def value_field(name: str) -> str:
    """The engine's name of a field's value; the prefix keeps it clear of the reserved names."""
    return f"v_{name}"


def presence_field(name: str) -> str:
    """The engine's name of the 0 or 1 that says whether the field is there."""
    return f"has_{name}"


def pattern_name(index: int) -> str:
    """The engine's name of a rule's fact, by the position of its alias."""
    return f"f{index}"


def fnv1a(text: str) -> int:
    """The hash by which the engine tells fields apart; it never compares their names."""
    value = 2_166_136_261
    for byte in text.encode():
        sign_extended = byte | 0xFFFFFF00 if byte > 0x7F else byte  # noqa: PLR2004
        value = (value ^ sign_extended) * 16_777_619 & 0xFFFFFFFF
    return value
