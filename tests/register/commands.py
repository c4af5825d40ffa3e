"""The commands, as a user calls them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from grantcheck.cli.main import app

HEADINGS = "grant,title,agreement,control_area,committee,permanent,year,amount\n"
LIBRARY = "KF031,Natåben læsesal,Budgetaftale 2022,service,Kultur- og Fritidsudvalget,,{},{}\n"
BRIDGE = "TM108,Bro over havnen,Budgetaftale 2024,anlæg,Teknik- og Miljøudvalget,{},{},{}\n"


def grantcheck(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env={"COLUMNS": "80"})


def as_json(*arguments: object) -> Any:
    result = grantcheck(*arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def list_file(folder: Path, *rows: str, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text(HEADINGS + "".join(rows), "utf-8")
    return path
