"""A fault of a series."""

from __future__ import annotations

from grantcheck.model.frozen import Frozen
from grantcheck.model.text import Text


class SeriesFault(Frozen):
    """What is wrong at a line of a series file, and what to do."""

    line: int
    problem: Text
    remedy: Text
