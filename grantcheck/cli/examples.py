"""An example or two for the help of every command."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typer

EXAMPLES: dict[str, tuple[str, ...]] = {
    "audit": (
        "grantcheck audit BOR14.docx",
        "grantcheck audit proposals/ -o text -o xlsx=audit.xlsx --lang da",
        "grantcheck audit proposals/ --register grants.sqlite --series service=town.yaml",
    ),
    "annotate": ("grantcheck annotate BOR14.pdf -o checked.pdf",),
    "show": ("grantcheck show BOR14.docx", "grantcheck show BOR14.pdf --doubts > BOR14.readings.yaml"),
    "explain": ("grantcheck explain GC103 BOR14.docx", "grantcheck explain 5d0c91ab BOR14.docx"),
    "why-not": ("grantcheck why-not GC202 BOR14.docx",),
    "rule": ("grantcheck rule GC202", "grantcheck rule GC202 --lang da"),
    "config": ("grantcheck config", "grantcheck config --series town.yaml --format json"),
    "expiring": (
        "grantcheck expiring --year 2026",
        "grantcheck expiring --year 2026 proposals/ -o expiring.xlsx",
    ),
    "diff": ("grantcheck diff before.json after.json",),
    "verify": ("grantcheck verify report.json",),
    "rules list": ("grantcheck rules list --lang da",),
    "rules check": ("grantcheck rules check office-rules",),
    "rules diff": ("grantcheck rules diff git:main office-rules/ --on proposals/",),
    "rules docs": ("grantcheck rules docs --out pages",),
    "rules new": ("grantcheck rules new OFFICE001 first-year --out office-rules",),
    "rules test": ("grantcheck rules test office-rules --fail-under 100",),
    "prices list": ("grantcheck prices list",),
    "prices show": ("grantcheck prices show dk-state-general-pl",),
    "prices convert": ("grantcheck prices convert 205000 --from 2025 --to 2026 --series ./town.yaml",),
    "prices check": ("grantcheck prices check town.yaml",),
    "prices template": ("grantcheck prices template > town.yaml",),
    "register import": (
        "grantcheck register import grants.csv",
        "grantcheck register import grants.xlsx --mapping columns.yaml --dry-run",
    ),
    "register list": ("grantcheck register list --last-year 2025 --committee Social",),
    "register show": ("grantcheck register show KF031",),
    "register history": ("grantcheck register history KF031",),
    "waivers list": ("grantcheck waivers list --expiring-in 30d",),
    "waivers check": ("grantcheck waivers check proposals/",),
    "schema note": ("grantcheck schema note > note.schema.json",),
    "schema report": ("grantcheck schema report > report.schema.json",),
    "schema rule": ("grantcheck schema rule > rule.schema.json",),
}
_AS_WRITTEN = "\b"
"""What follows it, up to a blank line, is not wrapped."""


def add_examples(app: typer.Typer, path: tuple[str, ...] = ()) -> None:
    """Gives every command its examples as the last lines of its help."""
    for command in app.registered_commands:
        lines = EXAMPLES.get(" ".join((*path, command.name or "")), ())
        if lines:
            command.epilog = "\n".join(
                [_AS_WRITTEN, "Examples:" if len(lines) > 1 else "Example:", *(f"  {line}" for line in lines)]
            )
    for group in app.registered_groups:
        if group.typer_instance is not None:
            add_examples(group.typer_instance, (*path, group.name or ""))
