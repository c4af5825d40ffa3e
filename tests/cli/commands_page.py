"""docs/commands.md: every command with its arguments, options and examples, written from the program itself."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

from .commands import commands, options

HEAD = """\
# Commands

Every command with all of its options, as `--help` tells them. How the commands are used stands on the pages of their
subjects: [reports](reports.md), [annotated copies](annotated-copies.md), [the register](register.md),
[prices](prices.md), [rules](rules.md), [waivers](waivers.md), [the baseline](baseline.md),
[configuration](configuration.md).

## Completion

```sh
grantcheck --install-completion
```

teaches bash, zsh, fish or PowerShell to complete commands and options, and also the numbers of rules (with their titles in
zsh and fish), formats, languages and price series. `grantcheck --show-completion` prints what it would install.
`grantcheck --version` names the version.
"""


def page() -> str:
    return "\n".join([HEAD, *(line for path, command in commands() for line in _section(path, command))])


def _section(path: tuple[str, ...], command: Any) -> Iterator[str]:
    yield f"## grantcheck {' '.join(path)}"
    yield ""
    yield inspect.cleandoc(command.help or "")
    yield ""
    examples = [line.strip() for line in (command.epilog or "").splitlines() if "grantcheck " in line]
    yield from ("```sh", *examples, "```", "")
    yield from ("| option | |", "| --- | --- |")
    context = command.make_context("grantcheck", [], resilient_parsing=True)
    for each in command.params:
        if each.param_type_name == "argument":
            yield _row(each.metavar or each.name.upper(), each.help or "", needed=each.required)
    for each in options(command):
        usual = f" Without it: {each.show_default}." if isinstance(each.show_default, str) else ""
        yield _row(each.get_help_record(context)[0], f"{each.help or ''}{usual}", needed=each.required)
    yield ""


def _row(name: str, text: str, *, needed: bool) -> str:
    said = _cell(text) + (" Needed." if needed else "")
    return f"| `{_cell(name)}` | {said} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
