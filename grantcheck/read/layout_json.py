"""A layout as plain lists and back, to hand it from one process to another."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from pydantic import TypeAdapter

from grantcheck.model.location import Location
from grantcheck.read.blocks import Block, Cell, CheckBox, Grid, Layout, PageHeader, Paragraph, Trouble

_KINDS: dict[str, type[Block]] = {
    kind.__name__: kind for kind in (Paragraph, Grid, CheckBox, PageHeader, Trouble)
}
_LOCATION: TypeAdapter[Location] = TypeAdapter(Location)


def layout_as_json(layout: Layout) -> dict[str, Any]:
    """The layout as values that JSON knows."""
    return {
        "pages": layout.pages,
        "blocks": _blocks(layout.blocks),
        "recognised": _blocks(layout.recognised),
    }


def layout_from_json(value: dict[str, Any]) -> Layout:
    """The layout again.

    Raises:
        ValueError: the value is no layout.
    """
    try:
        blocks, recognised = _blocks_from(value["blocks"]), _blocks_from(value["recognised"])
        pages = value["pages"]
    except (KeyError, TypeError) as error:
        raise ValueError("this is no layout") from error
    if not (pages is None or isinstance(pages, int)):
        raise ValueError("this is no layout")
    return Layout(blocks, pages, recognised)


def _blocks(blocks: tuple[Block, ...]) -> list[list[Any]]:
    return [[type(block).__name__, *_values(block)] for block in blocks]


def _blocks_from(value: list[list[Any]]) -> tuple[Block, ...]:
    return tuple(_block(_KINDS[name], values) for name, *values in value)


def _values(block: Block | Cell) -> list[Any]:
    return [_plain(getattr(block, field.name)) for field in fields(block)]


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a block holds
    if isinstance(value, tuple):
        return [_values(part) if isinstance(part, Cell) else part for part in value]
    return value.model_dump() if hasattr(value, "model_dump") else value


def _block(kind: type[Block], values: list[Any]) -> Block:
    return kind(**_named(kind, values))


def _named(kind: type[Block | Cell], values: list[Any]) -> dict[str, Any]:
    named = dict(zip((field.name for field in fields(kind)), values, strict=True))
    named["location"] = _LOCATION.validate_python(named["location"])
    for name, value in named.items():
        if name == "cells":
            named[name] = tuple(Cell(**_named(Cell, cell)) for cell in value)
        elif isinstance(value, list):
            named[name] = tuple(value)
    return named
