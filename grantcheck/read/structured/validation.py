"""Marked values to the form of a note file; the first mistake is told with its line and the nearest word."""

from __future__ import annotations

import json
import re
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from grantcheck.model.text import Text
from grantcheck.read.structured.fault import MISTAKE, StructuredFault, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic_core import ErrorDetails

    from grantcheck.data.marked_yaml import KeyPath, Marked, YamlValue

Form = TypeVar("Form", bound=BaseModel)
_NUMBER = re.compile(r"0|-?[1-9]\d{0,18}", re.ASCII)
_QUOTED = re.compile(r"'([^']*)'")
_LONGEST_SHOWN = 60
_EXPECTED = {
    "int": Text(en="a whole number", da="et helt tal"),
    "string": Text(
        en="text (in quotes where it looks like a number)",
        da="tekst (i anførselstegn, hvor den ligner et tal)",
    ),
    "bool": Text(en="true or false", da="true eller false"),
    "tuple": Text(en="a list", da="en liste"),
    "list": Text(en="a list", da="en liste"),
    "dict": Text(en="keys with values", da="nøgler med værdier"),
    "model": Text(en="keys with values", da="nøgler med værdier"),
    "decimal": Text(en="a number", da="et tal"),
    "none": Text(en="null", da="null"),
}
"""What a value should be, by the first word of pydantic's error type."""


def validated_form(form: type[Form], marked: Marked, problem: str = MISTAKE) -> Form:
    """The file's content as `form`.

    Raises:
        StructuredFault: the first mistake in the file.
    """
    if not isinstance(marked.values, dict):
        raise StructuredFault(
            problem,
            "The file must be keys with values, one a line.",
            "Filen skal bestå af nøgler med værdier, én pr. linje.",
            1,
        )
    try:
        return form.model_validate(marked.values)
    except ValidationError as error:
        raise _first_fault(form, marked, error.errors(), problem) from error


def _first_fault(
    form: type[BaseModel], marked: Marked, details: Sequence[ErrorDetails], problem: str
) -> StructuredFault:
    """The first mistake; a misspelt key goes before the missing one that it was meant to be."""
    found = [(place_of(marked.values, detail["loc"]), detail) for detail in details]
    at, first = min(found, key=lambda one: (one[1]["type"] != "extra_forbidden", line_of(marked, one[0])))
    said = _said(form, at, [detail for place, detail in found if place == at], first)
    return StructuredFault(problem, said.en, said.da, line_of(marked, at))


def place_of(values: YamlValue, loc: tuple[str | int, ...]) -> KeyPath:
    """The path of keys in the file that an error is about; pydantic adds the branches of unions to it."""
    path: list[str | int] = []
    for part in loc:
        key = _key_of(values, part)
        if key is None:
            continue
        path.append(key)
        values = values[key]
    return tuple(path)


def _key_of(values: YamlValue, part: str | int) -> str | int | None:
    if isinstance(values, list):
        return part if isinstance(part, int) and part < len(values) else None
    if not isinstance(values, dict):
        return None
    if part in values:
        return part
    # a year is a number in YAML and a word in JSON; looking through all keys would take long in a large file
    other = int(part) if isinstance(part, str) and _NUMBER.fullmatch(part) else str(part)
    return other if other in values else None


def line_of(marked: Marked, at: KeyPath) -> int:
    """The line of a value."""
    return marked.line(at)


def _said(form: type[BaseModel], at: KeyPath, same: Sequence[ErrorDetails], first: ErrorDetails) -> Text:
    where = ".".join(str(part) for part in at)
    if first["type"] == "extra_forbidden":
        word = str(at[-1])
        remedy = nearest(word, _keys_at(form, at[:-1]))
        return Text(
            en=f"'{word}' is not a known key. {remedy.en}", da=f"'{word}' er ikke en kendt nøgle. {remedy.da}"
        )
    if first["type"] == "missing":
        key = str(first["loc"][-1])
        of_en, of_da = (f" in '{where}'", f" i '{where}'") if where else ("", "")
        return Text(en=f"'{key}' is missing{of_en}. Add it.", da=f"'{key}' mangler{of_da}. Tilføj den.")
    if first["type"] == "value_error":
        said = first["msg"].removeprefix("Value error, ")
        return Text(en=said, da=said)
    return _wrong_value(where or "?", same, first)


def _wrong_value(where: str, same: Sequence[ErrorDetails], first: ErrorDetails) -> Text:
    shown = _shown(first["input"])
    wanted = list(dict.fromkeys(_expected(detail) for detail in same))
    en = f"'{where}' is {shown}; it should be {' or '.join(text.en for text in wanted)}."
    da = f"'{where}' er {shown}; det skal være {' eller '.join(text.da for text in wanted)}."
    words = [
        word for detail in same for word in _QUOTED.findall(str(detail.get("ctx", {}).get("expected", "")))
    ]
    if words and isinstance(first["input"], str):
        remedy = nearest(first["input"], words)
        return Text(en=f"{en} {remedy.en}", da=f"{da} {remedy.da}")
    return Text(en=en, da=da)


def _shown(value: object) -> str:
    if isinstance(value, dict | list | tuple):
        return "…"
    if value is None or isinstance(value, bool):
        return f"'{json.dumps(value)}'"
    return f"'{str(value)[:_LONGEST_SHOWN]}'"


def _expected(detail: ErrorDetails) -> Text:
    kind, context = detail["type"], detail.get("ctx", {})
    match kind:
        case "enum" | "literal_error":
            said = str(context["expected"])
            return Text(en=said, da=said.replace(" or ", " eller "))
        case "greater_than_equal":
            return Text(en=f"at least {context['ge']}", da=f"mindst {context['ge']}")
        case "less_than_equal":
            return Text(en=f"at most {context['le']}", da=f"højst {context['le']}")
        case "too_long" | "string_too_long":
            most = context["max_length"]
            return Text(en=f"at most {most} long", da=f"højst {most} lang")
        case "too_short" | "string_too_short":
            least = context["min_length"]
            return Text(en=f"at least {least} long", da=f"mindst {least} lang")
        case _:
            fallback = Text(en=f"another value ({detail['msg']})", da=f"en anden værdi ({detail['msg']})")
            return _EXPECTED.get(kind.partition("_")[0], fallback)


def _keys_at(form: type[BaseModel], at: KeyPath) -> list[str]:
    """The keys allowed at a path of keys and positions."""
    models = [form]
    for part in at:
        models = [below for model in models for below in _models_below(model, part)]
    return [name for model in models for name in model.model_fields]


def _models_below(model: type[BaseModel], part: str | int) -> Iterator[type[BaseModel]]:
    """The models that stand at a key; a position in a list changes nothing."""
    if isinstance(part, int):
        yield model
        return
    field = model.model_fields.get(part)
    if field is not None:
        yield from _models_in(field.annotation)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - typing has no narrower word
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in {Union, UnionType, tuple, list, dict} or get_args(annotation):
        for inner in get_args(annotation):
            if inner is not NoneType and inner is not Ellipsis:
                yield from _models_in(inner)
