"""The words of each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.report.danish import DANISH
from grantcheck.report.english import ENGLISH

if TYPE_CHECKING:
    from grantcheck.model.text import Language
    from grantcheck.report.wording import Wording


def wording(language: Language) -> Wording:
    """The words of `language`."""
    return DANISH if language == "da" else ENGLISH
