"""The page in a real browser, as a controller uses it."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from grantcheck.model.format_name import FormatName
from grantcheck.model.report import Report

from ..rendering import rendered
from ..test_hostile_text import HOSTILE, report_on
from .conftest import Watched
from .rounds import large_round, small_round

Opened = Callable[..., Watched]

_FILTERED_IN = """
([id, value]) => {
  const field = document.getElementById(id);
  const start = performance.now();
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  document.body.offsetHeight;
  return performance.now() - start;
}
"""
_CONTRAST = """
() => {
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = parts(getComputedStyle(each).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const low = new Set();
  for (const element of document.querySelectorAll("body *:not(script, option, title, desc)")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const style = getComputedStyle(element);
    const ink = parts(element.closest("svg") ? style.fill : style.color).slice(0, 3);
    const [one, other] = [light(ink), light(behind(element))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    if (ratio < 4.5) low.add(`${element.tagName}.${element.className.baseVal ?? element.className} ${ratio.toFixed(2)}`);
  }
  return [...low];
}
"""


def shown_notes(page: Page) -> list[str]:
    return page.locator("#notes-table tbody tr:visible th").all_inner_texts()


def test_text_narrows_the_table_and_the_details(opened: Opened) -> None:
    page = opened(small_round()).page
    page.get_by_label("Text").fill("skolehaver")
    expect(page.get_by_role("status")).to_have_text("1 of 24 notes are shown.")
    assert shown_notes(page) == ["BU023"]
    assert page.locator("article:visible h3").all_inner_texts() == [
        "BU023 Skolehaver i hver bydel (bevillingsudløb)"
    ]
    page.get_by_role("button", name="Show all").click()
    expect(page.get_by_role("status")).to_have_text("24 of 24 notes are shown.")


def test_outcome_and_rule_show_the_findings_that_fit_and_no_others(opened: Opened) -> None:
    page = opened(small_round()).page
    page.get_by_label("Outcome", exact=True).select_option("error")
    page.get_by_label("Rule", exact=True).select_option("GC401")
    notes = shown_notes(page)
    assert 0 < len(notes) < 24
    kinds = page.locator(".finding:visible").evaluate_all(
        "all => all.map(e => e.dataset.rule + ' ' + e.dataset.outcome)"
    )
    assert set(kinds) == {"GC401 error"}
    assert len(kinds) >= len(notes)


def test_a_committee_can_be_chosen(opened: Opened) -> None:
    page = opened(small_round()).page
    page.get_by_label("Committee", exact=True).select_option("Socialudvalget")
    assert {name[:2] for name in shown_notes(page)} == {"SO"}


def test_where_nothing_fits_the_page_says_so(opened: Opened) -> None:
    page = opened(small_round()).page
    page.get_by_label("Text").fill("findes ikke noget sted")
    expect(page.get_by_role("status")).to_have_text("No note fits. Choose less, or show all.")
    assert shown_notes(page) == []


def test_headings_sort_by_keyboard_and_say_which_way(opened: Opened) -> None:
    page = opened(small_round()).page
    heading = page.get_by_role("columnheader", name="Errors")
    heading.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert heading.get_attribute("aria-sort") == "descending"
    cells = page.locator("#notes-table tbody td:nth-of-type(6)").all_inner_texts()
    counts = [int(cell) for cell in cells]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 0
    page.keyboard.press("Space")
    assert heading.get_attribute("aria-sort") == "ascending"
    assert page.locator("#notes-table th[aria-sort]").count() == 1


def test_a_finding_opens_and_shows_both_sides(opened: Opened) -> None:
    page = opened(small_round()).page
    details = page.locator(".finding[data-rule='GC101'] details").first
    expect(details.locator("blockquote").first).to_be_hidden()
    details.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(details.locator("blockquote").first).to_be_visible()


def test_all_evidence_opens_and_closes(opened: Opened) -> None:
    page = opened(small_round()).page
    page.get_by_role("button", name="Open all evidence").click()
    assert page.locator(".finding details:not([open])").count() == 0
    page.get_by_role("button", name="Close all evidence").click()
    assert page.locator(".finding details[open]").count() == 0


def test_a_link_leads_to_a_note_that_the_filter_hides(opened: Opened) -> None:
    page = opened(small_round()).page
    page.get_by_label("Text").fill("skolehaver")
    page.evaluate("location.hash = 'n1'")
    expect(page.locator("#n1")).to_be_focused()
    expect(page.locator("#n1")).to_be_visible()


@pytest.mark.parametrize("width", [400, 1_200, 1_920])
def test_the_page_is_no_wider_than_the_window(opened: Opened, width: int) -> None:
    page = opened(small_round(), "da", viewport={"width": width, "height": 900}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_what_is_behind_it(opened: Opened, scheme: str) -> None:
    page = opened(small_round(), color_scheme=scheme).page
    page.get_by_role("button", name="Open all evidence").click()
    assert page.evaluate(_CONTRAST) == []


def test_print_opens_every_finding(opened: Opened, tmp_path: Path) -> None:
    page = opened(small_round()).page
    file = tmp_path / "report.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    assert file.read_bytes().startswith(b"%PDF")
    page.emulate_media(media="print")
    expect(page.locator("#filters")).to_be_hidden()
    assert page.locator(".finding details[open]").count() == 0
    if shutil.which("pdftotext"):
        text = subprocess.run(
            ["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True
        ).stdout.decode()
        calculations = sum(
            bool(f.calculation)
            for f in small_round().findings
            if f.outcome in {"broken", "noted", "not_verifiable"}
        )
        assert text.count("Calculation") >= calculations


def test_without_scripts_everything_can_still_be_read(opened: Opened) -> None:
    page = opened(small_round(), java_script_enabled=False).page
    expect(page.locator("#filters")).to_be_hidden()
    assert page.locator("#notes-table tbody tr").count() == page.locator("article").count() == 24


def test_five_hundred_notes_are_rendered_in_three_seconds() -> None:
    report = large_round()
    assert min(_time_to_render(report) for _ in range(3)) < 3


def _time_to_render(report: Report) -> float:
    """In seconds of this process, whatever else the machine does."""
    start = time.process_time()
    rendered(FormatName.HTML, report)
    return time.process_time() - start


def test_five_hundred_notes_are_filtered_in_a_tenth_of_a_second(opened: Opened) -> None:
    page = opened(large_round(), "da").page
    page.wait_for_timeout(300)
    for choice in (
        ["filter-text", "skole"],
        ["filter-text", ""],
        ["filter-rule", "GC401"],
        ["filter-rule", ""],
    ):
        taken = min(_once_more(page, choice) for _ in range(5))
        assert taken < 100, choice
    expect(page.get_by_role("status")).to_have_text("500 af 500 notater vises.")
    expect(page.locator("#notes-table tbody tr:visible")).to_have_count(500)


def _once_more(page: Page, choice: list[str]) -> float:
    """What a choice takes after everything was shown; what shows everything is timed after a narrow choice."""
    field, value = choice
    page.evaluate(
        _FILTERED_IN, [field, "" if value else {"filter-text": "gadeplan", "filter-rule": "GC101"}[field]]
    )
    return page.evaluate(_FILTERED_IN, choice)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_inert(opened: Opened, text: str) -> None:
    seen = opened(report_on(text), viewport={"width": 400, "height": 800})
    seen.page.get_by_role("button", name="Open all evidence").click()
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 400
    assert seen.page.locator("script").count() == 1
    assert seen.page.locator("img, iframe, object").count() == 0


def test_even_a_script_that_got_onto_the_page_would_not_run(opened: Opened) -> None:
    seen = opened(small_round())
    seen.page.evaluate(
        "() => { const s = document.createElement('script');"
        " try { s.text = 'window.owned = 1'; document.body.append(s); } catch (refused) {} }"
    )
    assert seen.page.evaluate("window.owned") is None
    assert seen.complaints, "the policy says so on the console"
    seen.complaints.clear()
