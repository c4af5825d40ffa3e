"""The same input gives the same bytes, in whatever order it is named."""

from __future__ import annotations

from io import StringIO

from grantcheck.report.console_text import ConsoleText
from grantcheck.report.json_text import JsonText
from grantcheck.report.page import page_for

from .auditing import BROKEN, CLEAN, NOTES, audited, by_file

FOLDERS = (NOTES, CLEAN, BROKEN)
SHARED = "GC702"
"""The one rule about several notes: whether they bear one code."""


def _files() -> list:
    return sorted(file for folder in FOLDERS for file in folder.glob("*.txt"))


def _printed(*paths) -> tuple[str, str]:
    report = audited(*paths)
    return JsonText().rendered(report), ConsoleText(page_for(StringIO()), "en").rendered(report)


def test_the_order_of_paths_does_not_matter() -> None:
    assert _printed(*_files()) == _printed(*reversed(_files()))


def test_a_folder_gives_what_its_files_give() -> None:
    assert _printed(*FOLDERS) == _printed(*_files())


def test_a_path_named_twice_counts_once() -> None:
    assert _printed(CLEAN, *CLEAN.glob("*.txt")) == _printed(CLEAN)


def test_a_note_is_judged_alike_alone_and_in_company_but_for_what_it_shares_with_others() -> None:
    together = by_file(audited(*FOLDERS))
    for file in _files():
        alone = audited(file, engine="reference").findings
        assert [f for f in alone if f.rule != SHARED] == [f for f in together[file.name] if f.rule != SHARED]
