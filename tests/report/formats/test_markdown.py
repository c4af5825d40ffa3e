from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from grantcheck.model.format_name import FormatName
from grantcheck.model.report import Report
from grantcheck.report.formats.markdown_text import markdown
from grantcheck.report.visible import visible

from ..conftest import HEADING, report_of
from .rendering import rendered


def shown(source: str) -> str:
    """What a reader of Markdown sees, of one paragraph."""
    tokens = MarkdownIt("commonmark").parse(source)
    return "".join(child.content for token in tokens for child in token.children or ())


@given(st.text())
def test_any_text_is_shown_letter_by_letter(text: str) -> None:
    assert shown(markdown(text)) == " ".join(visible(text).strip().split(" ")) or not visible(text).strip()


@pytest.mark.parametrize(
    "text", ["1. april", "12) x", "- x", "+ x", "---", "# x", "> x", "a | b", ":x:", "1.450"]
)
def test_no_text_starts_a_block(text: str) -> None:
    assert shown(markdown(text)) == text


def test_figures_are_left_as_they_are() -> None:
    assert (
        markdown("1.450.000 kr. (−2,7 %), -900 × 1.028 = -925")
        == "1.450.000 kr. (−2,7 %), -900 × 1.028 = -925"
    )


def test_every_finding_is_told_with_both_sides_and_the_calculation(full_report: Report) -> None:
    text = rendered(FormatName.MARKDOWN, full_report)
    assert text.startswith("# Budget notes, checked\n\nJudged as of 2026-11-23 by 41 rules")
    assert "### GC202 error: amount at the current price level" in text
    assert "**1.450**" in text
    assert "**Calculation.**" in text
    assert "- asked: 1 450 000 kr." in text
    assert "**Fix.** Ask for 1 418 640 kr." in text
    assert "Not wholly read, so not wholly checked: notes/scan.txt" in text
    assert "Nothing to report." in text


def test_checks_that_hold_are_listed_where_the_report_lists_them(report_with_all: Report) -> None:
    assert "- GC401 holds: years sum to the row's total" in rendered(FormatName.MARKDOWN, report_with_all)


def test_danish(full_report: Report) -> None:
    text = rendered(FormatName.MARKDOWN, full_report, "da")
    assert "- beder om: 1.450.000 kr. årligt i 2026–2029" in text
    assert "### GC404 advarsel" in text


def test_a_note_of_which_little_was_read() -> None:
    bare = HEADING.model_copy(
        update={"title": None, "subtitle": None, "department": None, "asked": (), "granted": ()}
    )
    text = rendered(FormatName.MARKDOWN, report_of(notes=(bare,)))
    assert "## KUL14 (no title read)" in text
    assert "asks for: no amount was read" in text
