"""A sentence in each language that grantcheck speaks."""

from __future__ import annotations

from typing import Literal

from grantcheck.model.frozen import Frozen

Language = Literal["en", "da"]


class Text(Frozen):
    """One message, in English and in Danish."""

    en: str
    da: str

    def spoken(self, language: Language) -> str:
        """The message in `language`."""
        return self.da if language == "da" else self.en
