"""Why a file cannot be annotated."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grantcheck.model.text import Text


class CannotAnnotate(ValueError):
    """The file cannot carry comments; the sentence says why, and what to do."""

    def __init__(self, said: Text) -> None:
        super().__init__(said.en)
        self.said = said
