"""Marked YAML to typed models, with errors at the line."""

from __future__ import annotations

from difflib import get_close_matches
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from grantcheck.data.fault import DataFault
from grantcheck.data.marked_yaml import KeyPath, Marked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)
Annotation = Any
"""A type annotation at run time; typing has no narrower type for it."""


def validated(model: type[Model], marked: Marked) -> Model:
    """The file's content as `model`.

    Raises:
        DataFault: the first mistake in the file, with its line and the nearest allowed word.
    """
    if not isinstance(marked.values, dict):
        raise DataFault(
            marked.path, 1, "The file must be a mapping of keys to values.", "See the other files here."
        )
    try:
        return model.model_validate(marked.values)
    except ValidationError as error:
        first = min(
            error.errors(),
            key=lambda detail: (detail["type"] != "extra_forbidden", marked.line(tuple(detail["loc"]))),
        )
        raise _fault(model, marked, first) from error


def nearest(word: str, allowed: Iterable[str]) -> str:
    """A remedy that names the allowed word most like `word`, or all of them."""
    choices = sorted(allowed)
    close = get_close_matches(word, choices, n=1, cutoff=0.5)
    if close:
        return f"Did you mean '{close[0]}'?"
    return f"Allowed here: {', '.join(choices)}." if choices else "Nothing is allowed here."


def _fault(model: type[BaseModel], marked: Marked, detail: ErrorDetails) -> DataFault:
    at: KeyPath = tuple(detail["loc"])
    line = marked.line(at)
    where = ".".join(str(part) for part in at)
    if detail["type"] == "extra_forbidden":
        word = str(at[-1])
        remedy = nearest(word, _fields_at(model, at[:-1]))
        return DataFault(marked.path, line, f"'{word}' is not a known key.", remedy)
    if detail["type"] == "missing":
        return DataFault(marked.path, line, f"'{where}' is missing.", "Add it.")
    message = detail["msg"].removeprefix("Value error, ").rstrip(".")
    return DataFault(
        marked.path, line, f"'{where}': {message}." if where else f"{message}.", "Mend the value."
    )


def _fields_at(model: type[BaseModel], at: KeyPath) -> Iterable[str]:
    """The keys allowed at a path of keys and positions."""
    current: Annotation = model
    for part in at:
        current = _annotation_below(current, str(part))
    return list(_fields(current)) if _is_model(current) else []


def _annotation_below(annotation: Annotation, part: str) -> Annotation:
    """What stands at key or position `part` of a value so annotated; None where nothing may."""
    if _is_model(annotation):
        field = _fields(annotation).get(part)
        return _without_none(field.annotation) if field else None
    inner = [_without_none(arg) for arg in get_args(annotation) if arg is not Ellipsis]
    return inner[-1] if inner else None


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields by the key a file writes: `from` is one, though no name in Python."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _without_none(annotation: Annotation) -> Annotation:
    if get_origin(annotation) in {Union, UnionType}:
        return next(arg for arg in get_args(annotation) if arg is not NoneType)
    return annotation


def _is_model(annotation: Annotation) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
