"""README, docs and `--help` agree: what one of them names exists, and what exists is named."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from grantcheck.cli.examples import EXAMPLES
from grantcheck.cli.exit_code import ExitCode

from .commands import commands, mistakes, options
from .commands_page import page
from .conftest import Grantcheck

REPOSITORY = Path(__file__).parents[2]
PAGES = sorted(
    [REPOSITORY / "README.md", *(REPOSITORY / "docs").rglob("*.md"), REPOSITORY / "fixtures" / "README.md"]
)
WITH_HISTORY = [*PAGES, REPOSITORY / "CHANGELOG.md"]
_CALL = re.compile(r"(?:^|\s|\()(grantcheck [^\n]*)")
_PROGRAM = re.compile(r"^(grantcheck)( [a-z-]+| --?[a-z]|$)")
_META = re.compile(r"^(?:[A-Z…|=.\[\]/]+|.*…)$")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
_OF_OTHERS = re.compile(r"--(no-cache-dir|no-install-recommends|user|global|run-slow|upgrade)\b")
"""Options of pip and the like, which pages name too."""
COMMANDS = {" ".join(path): command for path, command in commands()}
ALL_OPTIONS = {
    flag
    for command in COMMANDS.values()
    for each in options(command)
    for flag in (*each.opts, *each.secondary_opts)
}
ALL_OPTIONS |= {"--help", "--version", "--install-completion", "--show-completion"}


def name_of(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def fenced(path: Path) -> Iterator[str]:
    """The lines of code blocks."""
    for token in MarkdownIt("commonmark").parse(path.read_text("utf-8")):
        if token.type in {"fence", "code_block"} and token.info.strip() not in {"text", "console"}:
            yield from token.content.replace("\\\n", " ").splitlines()


def inline(path: Path) -> Iterator[str]:
    """What stands between backticks in running text."""
    for token in MarkdownIt("commonmark").enable("table").parse(path.read_text("utf-8")):
        yield from (child.content for child in token.children or () if child.type == "code_inline")


def calls(path: Path) -> Iterator[str]:
    for line in fenced(path):
        found = _CALL.search(line)
        if found and re.match(r"(?:\s*(?:-? ?(?:run|script|entry): |\w+=\S+ |- )*)$", line[: found.start(1)]):
            yield found[1]


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_command_line_of_a_page_can_be_parsed(path: Path) -> None:
    assert {line: mistakes(line) for line in calls(path) if mistakes(line)} == {}


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_command_named_in_a_sentence_exists(path: Path) -> None:
    for code in inline(path):
        if not _PROGRAM.match(code):
            continue
        words = [word for word in code.split()[1:] if not word.startswith("-")]
        groups = {name.split()[0] for name in COMMANDS if " " in name}
        if words and words[0] in groups and len(words) > 1 and not _META.match(words[1]):
            assert " ".join(words[:2]) in COMMANDS, code
        elif words:
            assert words[0] in {*COMMANDS, *groups}, code


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_option_named_on_a_page_exists(path: Path) -> None:
    code = "\n".join(_OF_OTHERS.sub("", each) for each in inline(path))
    assert set(_OPTION.findall(code)) - ALL_OPTIONS == set()


@pytest.mark.parametrize("path", WITH_HISTORY, ids=name_of)
def test_every_link_of_a_page_leads_somewhere(path: Path) -> None:
    text = path.read_text("utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        found = (path.parent / file).resolve() if file else path
        assert found.exists(), target
        if anchor:
            assert anchor in anchors(found), target


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_page_of_commands_is_what_the_program_says() -> None:
    """After a change: GRANTCHECK_WRITE_GOLDEN=1 pytest tests/cli/test_documentation.py."""
    path = REPOSITORY / "docs" / "commands.md"
    if os.environ.get("GRANTCHECK_WRITE_GOLDEN"):
        path.write_text(page(), "utf-8")
    assert path.read_text("utf-8") == page()


def test_the_readme_lists_the_exit_codes_that_there_are() -> None:
    rows = re.findall(r"^\| (\d) \| (.+) \|$", (REPOSITORY / "README.md").read_text("utf-8"), re.MULTILINE)
    assert [int(code) for code, _ in rows] == list(ExitCode)


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_exit_code_on_a_page_exists(path: Path) -> None:
    found = re.findall(r"[Ee]xit code:? (\d+)", path.read_text("utf-8"))
    assert {int(code) for code in found} <= set(ExitCode)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples_that_can_be_parsed(name: str, grantcheck: Grantcheck) -> None:
    assert EXAMPLES[name], "see grantcheck/cli/examples.py"
    for line in EXAMPLES[name]:
        assert line.startswith(f"grantcheck {name}")
        assert mistakes(line) == []
        assert line in grantcheck(*name.split(), "--help").stdout.replace("\n    ", "\n  ")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_is(name: str) -> None:
    assert COMMANDS[name].help
    assert [each.name for each in COMMANDS[name].params if not (each.help or "").strip()] == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("grantcheck audit x --frobnicate", "No such option"),
        ("grantcheck audti x", "no command 'audti'"),
        ("grantcheck audit", "Missing"),
        ("grantcheck audit x --lang sv", "'sv' is not one of"),
        ("grantcheck audit x -o sarfi=y", "There is no format 'sarfi'"),
        ("grantcheck expiring --year soon", "valid integer"),
    ],
)
def test_a_line_that_is_wrong_is_found_to_be(line: str, said: str) -> None:
    assert said in " ".join(mistakes(line))
