"""What a rule will say that is not in force yet."""

from __future__ import annotations

from grantcheck.model.finding import Finding
from grantcheck.model.years import Year


class Forthcoming(Finding):
    """A finding to come: its severity is what it will have, its outcome what it has now, *not applicable*."""

    from_year: Year
    """The first budget year in which the rule judges."""
    notice: str
    """That year and the severity, in a sentence."""
