"""A file by its place and content."""

from __future__ import annotations

from grantcheck.model.frozen import Frozen


class Hashed(Frozen):
    """A file that the result depends on."""

    path: str
    sha256: str
