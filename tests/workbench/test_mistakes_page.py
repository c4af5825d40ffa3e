"""The page of mistakes in the docs is what the catalogue gives, letter by letter."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rules.tables.tabled import RULE, TABLE, folder_with
from rules.written import folder_of, spoilt

from grantcheck.report.complaints import complaints_text
from grantcheck.workbench.complaints import complaints

from .mistakes import MISTAKES, RULE_MISTAKES, TABLE_MISTAKES
from .whole import WHOLE

PAGE = Path(__file__).parents[2] / "docs" / "rule-mistakes.md"
HEADING = """\
# Mistakes in rules, and what is said of them

`grantcheck rules check` finds each of these in a rule that is sound otherwise, and says so with file, line and remedy;
`--lang da` says it in Danish. The page is made from the catalogue that the tests run.
"""
SECTIONS: dict[str, tuple[dict[str, tuple], Callable[[Path, str, str], Path]]] = {
    "In a rule": (
        MISTAKES, lambda folder, before, after: folder_of(folder, gc103_overlap=spoilt(before, after, WHOLE)),
    ),
    "In a decision table": (
        TABLE_MISTAKES, lambda folder, before, after: folder_with(folder, table=spoilt(before, after, TABLE)),
    ),
    "Where a rule names its table": (
        RULE_MISTAKES, lambda folder, before, after: folder_with(folder, spoilt(before, after, RULE)),
    ),
}  # fmt: skip


def entries(scratch: Path) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Of each mistake: section, name, what stood there, what stands there, and what is said in both languages."""
    for section, (mistakes, made) in SECTIONS.items():
        for number, (name, found) in enumerate(mistakes.items()):
            folder = scratch / f"{section} {number}"
            folder.mkdir()
            (fault,) = complaints(made(folder, *found[:2]), folder)
            said = (complaints_text([fault], language).strip() for language in ("en", "da"))
            plain = (each.replace(f"{folder}/base/", "") for each in said)
            yield section, name, *found[:2], *plain


def page_of(found: list[tuple[str, str, str, str, str, str]]) -> str:
    lines, last = [HEADING], ""
    for section, name, before, after, english, danish in found:
        if section != last:
            lines.append(f"## {section}\n")
            last = section
        lines.append(f"### {name[0].upper()}{name[1:]}\n")
        lines.append("```diff\n" + _told("-", before) + _told("+", after) + "```\n")
        lines.append(f"```text\n{english}\n{danish}\n```\n")
    return "\n".join(lines)


def _told(sign: str, text: str) -> str:
    return "".join(f"{sign} {line}\n" for line in text.strip("\n").splitlines())


@pytest.fixture(scope="module")
def found(tmp_path_factory) -> list[tuple[str, str, str, str, str, str]]:
    return list(entries(tmp_path_factory.mktemp("mistakes")))


def test_the_catalogue_holds_more_than_thirty_mistakes_each_with_one_complaint(found):
    assert len(found) > 30


def test_the_page_is_the_catalogue(found):
    page = page_of(found)
    if os.environ.get("WRITE_DOCS"):
        PAGE.write_text(page, "utf-8")
    assert PAGE.read_text("utf-8") == page


def test_every_complaint_has_a_line_and_a_remedy(found):
    for *_, english, _ in found:
        place, _, sentences = english.partition(": ")
        assert place.rpartition(":")[2].isdecimal()
        assert sentences.count(". ") >= 1, english


def test_every_complaint_is_said_in_danish_too(found):
    """Problem and remedy both: no sentence of the two languages is the same."""
    for *_, english, danish in found:
        said = [set(each.partition(": ")[2].split(". ")) for each in (english, danish)]
        assert said[0].isdisjoint(said[1]), danish
