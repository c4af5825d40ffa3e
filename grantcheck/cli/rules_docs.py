"""`grantcheck rules docs`: a page for each rule."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from grantcheck.cli.options import LANGUAGE, PACKS, RULES
from grantcheck.cli.output import tell
from grantcheck.cli.report_files import write_all
from grantcheck.cli.settings import Settings, configured


@configured(LANGUAGE, RULES, PACKS)
def rules_docs_command(
    settings: Settings,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where to write the pages.")],
) -> None:
    """Write a Markdown page for each rule and an index: what, why, source, examples from its tests, remedy."""
    from grantcheck.report.rule_docs import RuleDocs  # noqa: PLC0415
    from grantcheck.workbench.examples import examples  # noqa: PLC0415

    book, language = settings.book(), settings.configuration.report.language
    found = [(rule, examples(rule, book.vocabulary, language)) for rule in book.rules]
    pages = RuleDocs(language, book.vocabulary).pages(found)
    out.mkdir(parents=True, exist_ok=True)
    write_all({out / name: text.encode() for name, text in pages.items()})
    tell(f"Wrote {len(pages)} pages to {out}.")
