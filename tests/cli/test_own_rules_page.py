"""docs/own-rules.md works as it stands: its files are written and its commands run in an empty folder elsewhere."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from .conftest import Grantcheck

PAGE = Path(__file__).parents[2] / "docs" / "own-rules.md"
ENDS = re.compile(r"# exit code (\d)$")

Said = dict[str, str]


def steps() -> Iterator[tuple[str, str]]:
    """Every block of the page: a file's name or `sh`, and the content."""
    for token in MarkdownIt().parse(PAGE.read_text("utf-8")):
        language, _, file = token.info.partition(" ")
        if token.type == "fence" and (file or language == "sh"):
            yield file or language, token.content


def commands(block: str) -> Iterator[tuple[list[str], int]]:
    for line in block.splitlines():
        ends = ENDS.search(line)
        yield shlex.split(line, comments=True), int(ends[1]) if ends else 0


@pytest.fixture
def followed(grantcheck: Grantcheck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    """What each command of the page said, after all of it was done."""
    monkeypatch.chdir(tmp_path)
    said: Said = {}
    for name, content in steps():
        if name != "sh":
            Path(name).write_text(content, "utf-8")
            continue
        for (program, *arguments), code in commands(content):
            assert program == "grantcheck"
            result = grantcheck(*arguments)
            assert result.exit_code == code, (arguments, result.output)
            said[" ".join(arguments)] = " ".join(result.output.split())
    return said


def test_the_page_does_what_it_says(followed: Said, grantcheck: Grantcheck) -> None:
    assert (
        "(310 000 kr.) is below 250 000 kr." in followed["why-not OFFICE001 KUL21.txt --pack office-rules/"]
    )
    audited = followed["audit KUL21.txt"]
    assert "310 000 kr. is asked for in 2026; the round is for 400 000 kr. a year and more." in audited
    assert "With rules of office-rules 1." in audited
    assert "GC505 is turned off (grantcheck.toml:8): One-off money is followed up in the accounts." in audited
    assert "OFFICE001 with smallest = 400000 in place of 250000 (grantcheck.toml:5)." in audited
    assert "1 turned off" in audited
    assert "BROKEN" in followed["explain OFFICE001 KUL21.txt"]
    assert "smallest = 400 000 kr." in followed["rule OFFICE001"]
    assert "OFFICE001 error A request too small" in followed["rules list"]
    assert "GC505 is turned off" in followed["rules list"]
    report = json.loads(grantcheck("audit", "KUL21.txt", "-f", "json", "--engine", "reference").stdout)
    (own,) = {finding["message"] for finding in report["findings"] if finding["rule"] == "OFFICE001" and "2026" in finding["message"]}  # fmt: skip
    assert own in audited
    assert [(pack["name"], pack["version"]) for pack in report["rules"]["packs"]][1:] == [
        ("office-rules", "1")
    ]
