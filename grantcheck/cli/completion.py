"""What the shell offers where a rule, a format or a price series is to be named. Quick: nothing is loaded or checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import typer

from grantcheck.model.format_name import FormatName

_HEAD = 600
"""Characters at the start of a rule file, where its number and title stand."""
_RULE = re.compile(r"^id: (\w+)$.*?^title: \{en: \"?(.*?)\"?, da: \"?(.*?)\"?\}$", re.MULTILINE | re.DOTALL)

Offered = list[tuple[str, str]]
"""Words, each with what it means."""


def rule_numbers(ctx: typer.Context, incomplete: str) -> Offered:
    """The rules whose number begins so, with their titles; those of `--rules` and `--pack` too."""
    language = 3 if _said(ctx, "speech") == "da" else 2
    found = {rule[1]: rule[language] for folder in _folders(ctx) for rule in _rules_in(folder)}
    return [(number, found[number]) for number in sorted(found) if number.startswith(incomplete.upper())]


def format_names(incomplete: str) -> list[str]:
    """The formats of the report that begin so."""
    return [name.value for name in FormatName if name.startswith(incomplete)]


def outputs(incomplete: str) -> list[str]:
    """The same for `-o`: what is binary only with the sign behind which its file stands."""
    return [f"{name}=" if FormatName(name).is_binary else name for name in format_names(incomplete)]


def series_names(incomplete: str) -> list[str]:
    """The price series that come with grantcheck, also behind the name of a control area."""
    area, equals, begun = incomplete.rpartition("=")
    names = (path.stem for path in _shipped("prices") if path.stem != "template")
    return [f"{area}{equals}{name}" for name in names if name.startswith(begun)]


def _rules_in(folder: Path) -> Iterator[re.Match[str]]:
    for path in sorted(folder.rglob("*.yaml")):
        try:
            found = _RULE.search(path.read_text("utf-8")[:_HEAD])
        except (OSError, UnicodeDecodeError):
            continue
        if found:
            yield found


def _folders(ctx: typer.Context) -> Iterator[Path]:
    from grantcheck.data.shipped import shipped_rules  # noqa: PLC0415

    rules, packs = _said(ctx, "rules"), ctx.params.get("packs") or ()
    yield (Path(rules) if rules else shipped_rules()) / "base"
    yield from (Path(str(pack)) for pack in packs)


def _said(ctx: typer.Context, name: str) -> str:
    return str(ctx.params.get(name) or "")


def _shipped(folder: str) -> list[Path]:
    from grantcheck.data.shipped import shipped_rules  # noqa: PLC0415

    return sorted((shipped_rules() / folder).glob("*.yaml"))
