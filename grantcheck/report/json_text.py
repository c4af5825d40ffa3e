"""JSON for programs: contract 2. The same report gives the same bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from grantcheck.report.visible import escaped

if TYPE_CHECKING:
    from grantcheck.model.report import Report


class JsonText:
    """Renders a report as JSON."""

    def rendered(self, shown: Report) -> str:
        """The report as JSON text."""
        return json_of(shown.model_dump(mode="json"))


def json_of(value: dict[str, Any]) -> str:
    """A value as JSON the way all of grantcheck prints it."""
    return escaped(json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False)) + "\n"
