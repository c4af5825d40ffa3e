"""No path of money or rates leads through a float."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import BaseModel

import grantcheck
from grantcheck.data.shipped import shipped_rules
from grantcheck.prices.checking import faults
from grantcheck.prices.conversion import convert
from grantcheck.prices.loading import find_series
from grantcheck.report.price_json import conversion_json

from .written import TODAY

PACKAGE = Path(grantcheck.__file__).parent
MODULES = [
    *PACKAGE.glob("prices/**/*.py"),
    *PACKAGE.glob("derive/**/*.py"),
    *PACKAGE.glob("report/price_*.py"),
    PACKAGE / "model" / "money.py",
    PACKAGE / "model" / "formatting.py",
    PACKAGE / "model" / "allocation.py",
    PACKAGE / "cli" / "amount.py",
]


def floats_written(source: str) -> Iterator[int]:
    """The lines of a module that hold a float literal or the name float."""
    for node in ast.walk(ast.parse(source)):
        literal = isinstance(node, ast.Constant) and isinstance(node.value, float | complex)
        named = isinstance(node, ast.Name) and node.id == "float"
        if literal or named:
            yield node.lineno


def values_within(value: object) -> Iterator[object]:
    """A value, and everything that it holds."""
    yield value
    if isinstance(value, BaseModel):
        inner: list[object] = [getattr(value, name) for name in type(value).model_fields]
    elif is_dataclass(value):
        inner = [getattr(value, field.name) for field in fields(value)]
    elif isinstance(value, dict):
        inner = [*value, *value.values()]
    elif isinstance(value, tuple | list):
        inner = list(value)
    else:
        inner = []
    for each in inner:
        yield from values_within(each)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_near_money_writes_a_float(path: Path):
    assert list(floats_written(path.read_text("utf-8"))) == []


def test_the_search_finds_floats():
    assert list(floats_written("rate = 1.028\nwhole = float(amount)\nstep = 1\n")) == [1, 2]
    assert [value for value in values_within({"a": (1, [0.5])}) if isinstance(value, float)] == [0.5]


@pytest.mark.parametrize(("first", "last"), [(2021, 2024), (2024, 2021), (2024, 2030)])
def test_no_value_of_a_conversion_is_a_float(first: int, last: int):
    series = find_series("dk-state-general-pl", shipped_rules(), Path())
    found = convert(Decimal("5.0"), series, first, last, TODAY)
    values = [*values_within(series), *values_within(found), *values_within(faults(series))]
    assert len(values) > 100
    assert not [value for value in values if isinstance(value, float)]


def test_exact_numbers_are_text_in_json():
    series = find_series("dk-state-general-pl", shipped_rules(), Path())
    found = convert(Decimal("5.0"), series, 2021, 2024, TODAY)
    assert '"exact": "5.55919"' in conversion_json(found, 1, "half-up", "en")
