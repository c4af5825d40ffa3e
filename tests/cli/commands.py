"""The commands as they are: their options and arguments, and whether a line that calls one is right."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

import typer

from grantcheck.cli.main import app

ROOT = typer.main.get_command(app)
_PLACE = re.compile(r"does not exist|No such file|cannot be read", re.IGNORECASE)
_OPERATORS = {">", ">>", "|", "||", "&&", ";", "<", "2>"}


def commands(command: Any = ROOT, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command that can be called, by the words that call it."""
    inner = getattr(command, "commands", None)
    if inner is None:
        yield path, command
        return
    for name, each in inner.items():
        yield from commands(each, (*path, name))


def options(command: Any) -> Iterator[Any]:
    """The options of a command, without that for help."""
    return (each for each in command.params if each.param_type_name == "option")


def mistakes(line: str) -> list[str]:
    """What is wrong with a line "grantcheck …", as far as that can be told without running it."""
    words = _words(line)
    command, path = ROOT, ["grantcheck"]
    while getattr(command, "commands", None) is not None:
        if not words or words[0].startswith("-"):
            break
        name = words.pop(0)
        if name not in command.commands:
            return [f"no command '{name}'"]
        command = command.commands[name]
        path.append(name)
    context = command.make_context(" ".join(path), [], resilient_parsing=True)
    context.resilient_parsing = False
    try:
        given, _, _ = command.make_parser(context).parse_args(_with_values(words))
    except Exception as error:  # noqa: BLE001 - each is a mistake of the page
        return [f"{type(error).__name__}: {error}"]
    context.params.update(given)
    return [said for each in command.params if (said := _mistake(each, context, given))]


def _mistake(parameter: Any, context: Any, given: dict[str, Any]) -> str | None:
    """A value that the parameter would refuse, or none where it needs one."""
    if parameter.name in {"install_completion", "show_completion"}:  # they act at once
        return None
    value, _ = parameter.consume_value(context, given)
    try:
        parameter.process_value(context, value)
    except Exception as error:  # noqa: BLE001 - as above
        said = getattr(error, "message", None) or str(error) or type(error).__name__
        return None if _PLACE.search(said) else f"{parameter.name}: {said}"
    return None


def _with_values(words: list[str]) -> list[str]:
    """The one option whose value may be left out gets one."""
    full: list[str] = []
    for word, following in zip_longest(words, words[1:], fillvalue="-"):
        full += [word, "FILE"] if word == "--write-baseline" and following.startswith("-") else [word]
    return full


def _words(line: str) -> list[str]:
    """The words of the one command; what stands behind it for the shell is left out."""
    found: list[str] = []
    for word in shlex.split(line, comments=True)[1:]:
        if word in _OPERATORS:
            break
        found.append(word)
    return found
