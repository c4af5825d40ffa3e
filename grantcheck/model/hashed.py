"""A file by its place and content."""

from __future__ import annotations

from grantcheck.model.frozen import Frozen
from grantcheck.model.text import Text


class Hashed(Frozen):
    """A file that the result depends on."""

    path: str
    sha256: str


class Parameter(Hashed):
    """A file that decided the outcomes, and who stands behind what it says."""

    title: Text | None = None
    source: str | None = None
    """As the file itself names it; None where it names none."""
