"""Facts from values that may be missing."""

from __future__ import annotations

from collections.abc import Mapping

from grantcheck.model.fact import Fact, Shown, Trace, Value
from grantcheck.model.money import Kroner, Ore, to_ore
from grantcheck.model.text import Text


def fact(
    kind: str,
    values: Mapping[str, Value | None],
    *,
    shown: Mapping[str, Shown] | None = None,
    why_missing: Text | Mapping[str, Text] | None = None,
    traces: tuple[Trace, ...] = (),
) -> Fact:
    """A fact of the values that are there; the others are missing, for the reason given."""
    missing = [name for name, value in values.items() if value is None]
    reasons = {name: _reason(name, why_missing) for name in missing}
    return Fact(
        kind=kind,
        fields={name: value for name, value in values.items() if value is not None},
        shown=shown or {},
        missing={name: reason for name, reason in reasons.items() if reason is not None},
        traces=traces,
    )


def ore(amount: Kroner | None) -> Ore | None:
    """Kroner to øre, None to None."""
    return None if amount is None else to_ore(amount)


def _reason(name: str, why: Text | Mapping[str, Text] | None) -> Text | None:
    return why if isinstance(why, Text) or why is None else why.get(name)
