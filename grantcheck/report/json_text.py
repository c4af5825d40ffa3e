"""JSON for programs: contract 2. The same report gives the same bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from grantcheck.report.visible import escaped

if TYPE_CHECKING:
    from grantcheck.model.report import Report


_ANYTHING: TypeAdapter[Any] = TypeAdapter(Any)


class JsonText:
    """Renders a report as JSON."""

    def rendered(self, shown: Report) -> str:
        """The report as JSON text."""
        return json_of(shown.model_dump(mode="json"))


def json_of(value: dict[str, Any]) -> str:
    """A value as JSON the way all of grantcheck prints it."""
    return escaped(_indented(value)) + "\n"


def _indented(value: dict[str, Any]) -> str:
    """By pydantic, which writes the same in a fraction of the time; names of files may hold what it refuses."""
    try:
        return _ANYTHING.dump_json(value, indent=2).decode()
    except ValueError:
        return json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False)
