"""What keeps the register from being used, said so that its user can act on it."""

from __future__ import annotations

from grantcheck.model.text import Text


class RegisterFault(ValueError):
    """The register cannot be used as asked. Nothing was changed."""

    def __init__(self, en: str, da: str) -> None:
        super().__init__(en)
        self.said = Text(en=en, da=da)
