"""Running what a build server would run, without the build server."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

REPOSITORY = Path(__file__).parents[2]
CLEAN = Path("notes/TM083 Æbler på række.txt")
BROKEN = Path("notes/KF031.txt")
FLAGS = "-O2 -DPyEval_CallObject=PyObject_CallObject"

Done = subprocess.CompletedProcess[str]


def ran(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Done:
    """How a command ends, with what it prints."""
    return subprocess.run(
        list(command),
        cwd=folder,
        env=os.environ | dict(environment or {}),
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=590,
    )


def loaded(name: str) -> Any:
    """A YAML file of the repository."""
    return yaml.safe_load((REPOSITORY / name).read_text("utf-8"))


def check_schema(schema: str, file: str, *options: str) -> Done:
    """A file of the repository against the platform's published schema."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *options, file]
    return ran(command, REPOSITORY)
