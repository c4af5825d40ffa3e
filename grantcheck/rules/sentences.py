"""The sentences of a rule file, and the fields that stand in them in braces."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from grantcheck.data.fault import Unfit
from grantcheck.model.text import Text

if TYPE_CHECKING:
    from grantcheck.data.marked_yaml import KeyPath
    from grantcheck.rules.schema import RuleFile

_NO_TEXT = Text(en="", da="")
_IN_BRACES = Text(
    en="Write fields as {alias.field}, nothing else in braces; the program prints them.",
    da="Skriv felter som {alias.field}, og intet andet i klammer; programmet skriver dem ud.",
)


def sentences_of(file: RuleFile) -> list[tuple[KeyPath, Text]]:
    """The sentences that may hold fields, each with its place in the file."""
    return [
        (("message",), file.message or _NO_TEXT),
        (("unverified",), file.unverified or _NO_TEXT),
        (("fix",), file.fix),
        *((("calculation", i), text) for i, text in enumerate(file.calculation)),
        *((("broken_when", i, "message"), b.message or _NO_TEXT) for i, b in enumerate(file.broken_when)),
        *((("broken_when", i, "fix"), b.fix or _NO_TEXT) for i, b in enumerate(file.broken_when)),
    ]


def names_in(sentence: str) -> list[str]:
    """What stands in braces.

    >>> names_in("{request.year} is funded")
    ['request.year']

    Raises:
        Unfit: a brace stands alone, or the sentence says how to print a field.
    """
    try:
        parts = list(Formatter().parse(sentence))
    except ValueError as error:
        alone = Text(en=f"a brace stands alone in '{sentence}'.", da=f"en klamme står alene i '{sentence}'.")
        raise Unfit(alone, _IN_BRACES) from error
    if any(form or conversion for _, _, form, conversion in parts):
        formed = Text(
            en=f"'{sentence}' says how to print a field.",
            da=f"'{sentence}' siger, hvordan et felt skal skrives ud.",
        )
        raise Unfit(formed, _IN_BRACES)
    return [name for _, name, _, _ in parts if name is not None]
