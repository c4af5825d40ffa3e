"""Marked YAML to typed models, with errors at the line."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from grantcheck.data.fault import DataFault, Said, Unfit, prefixed, spoken
from grantcheck.data.marked_yaml import KeyPath, Marked
from grantcheck.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)
Annotation = Any
"""A type annotation at run time; typing has no narrower type for it."""
_MEND = Text(en="Mend the value.", da="Ret værdien.")
_TYPES = {
    "string_type": "en tekst",
    "int_type": "et helt tal",
    "int_parsing": "et helt tal",
    "bool_type": "true eller false",
    "bool_parsing": "true eller false",
    "dict_type": "nøgler med værdier",
    "tuple_type": "en liste",
    "list_type": "en liste",
}
"""Types by what pydantic calls their absence."""
_KEY_ITSELF = "[key]"
"""What pydantic adds to the path of a mapping's key that is wrong itself."""


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
        found = first_mistake(model, error, marked.line)
        raise DataFault(marked.path, marked.line(found.at), found.said_problem, found.said_remedy) from error


def faults_in(model: type[BaseModel], marked: Marked) -> list[DataFault]:
    """Every mistake in the file's content as `model`, in the order of their lines; none where it fits."""
    if not isinstance(marked.values, dict):
        return [
            DataFault(
                marked.path, 1, "The file must be a mapping of keys to values.", "See the other files here."
            )
        ]
    try:
        model.model_validate(marked.values)
    except ValidationError as error:
        found = [_mistake(model, detail) for detail in error.errors()]
        faults = [
            DataFault(marked.path, marked.line(one.at), one.said_problem, one.said_remedy) for one in found
        ]
        return sorted(faults, key=lambda fault: fault.line)
    return []


@dataclass(frozen=True)
class Mistake:
    """Where values do not fit a model, what is wrong, and what to do."""

    at: KeyPath
    said_problem: Said
    said_remedy: Said

    @property
    def problem(self) -> str:
        """What is wrong, in English."""
        return spoken(self.said_problem, "en")

    @property
    def remedy(self) -> str:
        """What to do, in English."""
        return spoken(self.said_remedy, "en")


def first_mistake(
    model: type[BaseModel], error: ValidationError, line_of: Callable[[KeyPath], int] = len
) -> Mistake:
    """The first of all mistakes: an unknown key before a wrong value, then by line."""
    first = min(
        error.errors(),
        key=lambda detail: (detail["type"] != "extra_forbidden", line_of(tuple(detail["loc"]))),
    )
    return _mistake(model, first)


def nearest(word: str, allowed: Iterable[str]) -> str:
    """A remedy that names the allowed word most like `word`, or all of them."""
    return nearest_word(word, allowed).en


def nearest_word(word: str, allowed: Iterable[str]) -> Text:
    """The same in both languages."""
    choices = sorted(allowed)
    close = get_close_matches(word, choices, n=1, cutoff=0.5)
    if close:
        return Text(en=f"Did you mean '{close[0]}'?", da=f"Mente du '{close[0]}'?")
    if not choices:
        return Text(en="Nothing is allowed here.", da="Her er intet tilladt.")
    listed = ", ".join(choices)
    return Text(en=f"Allowed here: {listed}.", da=f"Tilladt her: {listed}.")


def _mistake(model: type[BaseModel], detail: ErrorDetails) -> Mistake:
    at: KeyPath = tuple(part for part in detail["loc"] if part != _KEY_ITSELF)
    where = ".".join(str(part) for part in at)
    if detail["type"] == "extra_forbidden":
        word = str(at[-1])
        return Mistake(
            at,
            Text(en=f"'{word}' is not a known key.", da=f"'{word}' er ikke en kendt nøgle."),
            nearest_word(word, _fields_at(model, at[:-1])),
        )
    if detail["type"] == "missing":
        return Mistake(
            at,
            Text(en=f"'{where}' is missing.", da=f"'{where}' mangler."),
            Text(en="Add it.", da="Tilføj den."),
        )
    told = detail.get("ctx", {}).get("error")
    if isinstance(told, Unfit):
        return Mistake(
            at, prefixed(f"'{where}'", told.said_problem) if where else told.said_problem, told.said_remedy
        )
    if detail["type"] == "model_type":
        return Mistake(
            at,
            Text(en=f"'{where}' must hold keys with values.", da=f"'{where}' skal rumme nøgler med værdier."),
            _MEND,
        )
    message = _said(detail)
    return Mistake(at, prefixed(f"'{where}'", message) if where else message, _MEND)


def _said(detail: ErrorDetails) -> Said:
    """What pydantic says; in Danish too where it is about a choice, a form or a type."""
    english = detail["msg"].removeprefix("Value error, ").rstrip(".") + "."
    told, kind = detail.get("ctx", {}), detail["type"]
    if kind in {"enum", "literal_error"}:
        expected = str(told.get("expected", "")).replace(" or ", " eller ")
        return Text(en=english, da=f"Det skal være {expected}.")
    if kind == "string_pattern_mismatch":
        return Text(en=english, da=f"Teksten skal følge mønstret '{told.get('pattern', '')}'.")
    if kind in _TYPES:
        return Text(en=english, da=f"Det skal være {_TYPES[kind]}.")
    return english


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
