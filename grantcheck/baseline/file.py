"""A file of known findings, as a run writes it and the next one reads it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from grantcheck.data.fault import DataFault
from grantcheck.data.text_file import text_of
from grantcheck.data.validated import first_mistake
from grantcheck.model.baseline import Baseline, KnownFinding

NAME = "grantcheck-baseline.json"
"""How the file is called where none is named."""
_REMEDY = "Write it anew with 'grantcheck audit … --write-baseline FILE'."


@dataclass(frozen=True)
class BaselineFile:
    """A baseline with its place."""

    path: str
    sha256: str
    baseline: Baseline


def load_baseline(path: Path) -> BaselineFile:
    """The known findings in a file.

    Raises:
        DataFault: it cannot be read, or is no baseline.
    """
    text = text_of(path)
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DataFault(path, 1, "This is no JSON, so no baseline.", _REMEDY) from error
    if not isinstance(values, dict) or "baseline_version" not in values:
        raise DataFault(path, 1, "This is no baseline.", _REMEDY)
    try:
        baseline = Baseline.model_validate(values)
    except ValidationError as error:
        raise DataFault(path, 1, first_mistake(Baseline, error).problem, _REMEDY) from error
    return BaselineFile(path.as_posix(), sha256(text.encode()).hexdigest(), baseline)


def written(baseline: Baseline) -> bytes:
    """The file of a baseline: an entry on each line, sorted, so that a change of it reads well."""
    head = {name: getattr(baseline, name) for name in ("baseline_version", "grantcheck_version", "as_of")}
    entries = [_line(known.model_dump(mode="json")) for known in _sorted(baseline.known)]
    body = ",\n".join(f"    {entry}" for entry in entries)
    opened = ",\n".join(f"  {json.dumps(name)}: {json.dumps(value)}" for name, value in head.items())
    listed = f"[\n{body}\n  ]" if entries else "[]"
    return f'{{\n{opened},\n  "known": {listed}\n}}\n'.encode()


def _line(entry: dict[str, object]) -> str:
    """Controls and halves of characters are escaped, all else is as people read it."""
    text = json.dumps(entry, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else json.dumps(sign)[1:-1] for sign in text)


def _sorted(known: Iterable[KnownFinding]) -> list[KnownFinding]:
    return sorted(known, key=lambda one: (one.note, one.rule, one.fingerprint, one.message))
