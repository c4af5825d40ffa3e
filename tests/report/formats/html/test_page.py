"""The page as a document: what it holds, in which order, and that it holds nothing from elsewhere."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest
from lxml import html

from grantcheck.model.expiring_money import EndingGrant, ExpiringMoney, FallingAway
from grantcheck.model.format_name import FormatName
from grantcheck.model.outcome import Outcome
from grantcheck.model.report import Report
from grantcheck.model.text import Language
from grantcheck.model.waiver import Waiver

from ...conftest import ABOVE, GAP, HEADING, report_of
from ..rendering import rendered
from ..test_hostile_text import HOSTILE, report_on

EXPIRING = ExpiringMoney(
    source="register.sqlite",
    from_year=2026,
    grants=(
        EndingGrant(grant="R-1", title="Læsesale", committee="Kulturudvalget", first_unfunded_year=2026, amount=1_380_000, notes=("KUL14",)),
        EndingGrant(grant="R-2", title="Søbade", committee="Teknikudvalget", first_unfunded_year=2026, amount=200_000),
    ),
    cliff=(
        FallingAway(year=2026, committee="Kulturudvalget", amount=1_380_000),
        FallingAway(year=2026, committee="Teknikudvalget", amount=200_000),
        FallingAway(year=2028, committee="Kulturudvalget", amount=50_000),
    ),
    unknown=("R-9",),
)  # fmt: skip
WAIVER = Waiver(
    reason="The rates come in June", owner="A. Holm", approved_by="B. Lund", approved_on="2026-11-01", expires="2026-12-31",
    case_number="26-117",
)  # fmt: skip


def page_of(report: Report, language: Language = "en") -> html.HtmlElement:
    return html.document_fromstring(rendered(FormatName.HTML, report, language))


def words_of(element: html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).replace("\u00a0", " ").split())


def one(page: html.HtmlElement, path: str) -> html.HtmlElement:
    (found,) = page.xpath(path)
    return found


def test_the_round_is_told_at_a_glance(full_report: Report) -> None:
    glance = words_of(one(page_of(full_report), "//section[@id='glance']"))
    assert "Broken 3 2 errors and 1 warning" in glance
    assert "Held 37" in glance
    assert "1 750 000 kr. asked for in 2026" in glance
    assert "Not in the sum: 1 amounts that were not read." in glance


def test_the_cliff_comes_from_the_register_by_year_and_committee(full_report: Report) -> None:
    page = page_of(full_report.model_copy(update={"expiring": EXPIRING}), "da")
    part = one(page, "//section[@id='falls-away']")
    assert "Fra registret register.sqlite." in words_of(part)
    rows = [[words_of(cell) for cell in row] for row in part.xpath(".//table[@class='sums']/tbody/tr")]
    assert ["Kulturudvalget", "0", "–", "1.380.000 kr.", "–", "50.000 kr."] in rows
    assert "Intet notat beder om 1 af 2 bevillinger: 200.000 kr. om året." in words_of(part)
    assert "Om 1 til vides det ikke, hvornår midlerne ophører: R-9." in words_of(part)
    bars = [words_of(row) for row in page.xpath("//section[@id='glance']//table[@class='bars']/tbody/tr")]
    assert "2027 0 kr." in bars


def test_a_note_has_its_findings_with_both_sides_and_the_calculation(full_report: Report) -> None:
    finding = one(page_of(full_report), "//*[@data-rule='GC202']")
    sides = [words_of(side) for side in finding.xpath(".//div[contains(@class, 'side ') or @class='side']")]
    assert sides[0].startswith("Request line 58, Tabel 1, row 1, 2026 Natåbne læsesale")
    assert sides[1].startswith(
        "Prior grant line 131, Tidligere afsatte midler, row 1, 2025 Budgetaftale 2023"
    )
    assert [mark.text for mark in finding.iter("mark")] == ["1.450", "1.380"]
    assert len(finding.xpath(".//ol/li")) == 3
    assert "Fix:" in words_of(finding)


def test_findings_stand_gravest_first(full_report: Report) -> None:
    order = page_of(full_report).xpath("//article[@id='n1']//*[@data-outcome]/@data-outcome")
    assert order == ["error", "warning", "not-verifiable", "note"]


def test_a_timeline_is_told_in_words(full_report: Report) -> None:
    said = one(page_of(full_report), "//article[@id='n1']//svg/desc").text
    assert said.replace("\u00a0", " ") == (
        "Granted before: 1 200 000 kr. in 2023, 1 380 000 kr. a year 2024–2025. "
        "Asks for: 1 450 000 kr. a year 2026–2029. No gap between them."
    )


def test_a_waived_finding_stays_with_who_answers_for_it() -> None:
    waived = ABOVE.model_copy(update={"waiver": WAIVER})
    page = page_of(report_of(waived, GAP, notes=(HEADING,), documents=1, broken=1, waived=1))
    row = words_of(one(page, "//section[@id='waived']//tbody/tr"))
    assert "Waived until 31 December 2026" in row
    assert "Owner A. Holm; approved by B. Lund on 1 November 2026; case 26-117" in row
    assert "The rates come in June" in row
    counts = page.xpath("//tr[@data-note='n1']/td[contains(@class, 'count')]/@data-order")
    assert counts == ["0", "1", "0", "0", "1"]


def test_what_was_not_read_is_told_at_the_top_and_in_its_part(full_report: Report) -> None:
    page = page_of(full_report)
    assert "notes/scan.txt" in words_of(one(page, "//header[@class='masthead']"))
    assert "The file is empty. Export the note again." in words_of(one(page, "//section[@id='not-read']"))


def test_a_rule_that_never_applied_says_so(full_report: Report) -> None:
    off = GAP.model_copy(update={"rule": "GC206", "outcome": Outcome.NOT_APPLICABLE})
    rows = page_of(report_of(off, GAP)).xpath("//section[@id='checks']//tbody/tr")
    told = {words_of(row[0]): words_of(row) for row in rows}
    assert "never applied" in told["GC206"]
    assert "never applied" not in told["GC404"]


def test_parameters_name_their_source(full_report: Report) -> None:
    row = words_of(one(page_of(full_report, "da"), "(//section[@id='basis']//table)[1]/tbody/tr[1]"))
    assert row.startswith("Service, opdigtet by prices/service.yaml circular 12 of June 2025")


def test_every_drawing_has_words_or_stands_beside_them(full_report: Report) -> None:
    for drawing in page_of(full_report).iter("svg"):
        named = drawing.get("aria-label") or drawing.get("aria-labelledby")
        assert (drawing.get("role") == "img" and named) or drawing.get("aria-hidden") == "true"


def test_the_page_is_made_of_landmarks_headings_and_labels(full_report: Report) -> None:
    page = page_of(full_report)
    assert len(page.xpath("//main")) == len(page.xpath("//h1")) == 1
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for named in page.xpath("//@aria-labelledby"):
        assert set(named.split()) <= set(ids)
    assert {label.get("for") for label in page.iter("label")} == {
        field.get("id") for field in page.xpath("//input | //select")
    }
    assert set(page.xpath("//a/@href")) <= {f"#{each}" for each in ids}
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_the_policy_allows_the_page_s_own_script_and_styles_alone(full_report: Report) -> None:
    text = rendered(FormatName.HTML, full_report)
    policy = one(html.document_fromstring(text), "//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_nothing_comes_from_elsewhere(full_report: Report) -> None:
    page = page_of(full_report)
    assert not page.xpath(
        "//@src | //link | //img | //iframe | //object | //@style | //*[starts-with(name(@*), 'on')]"
    )
    assert "url(" not in rendered(FormatName.HTML, full_report)
    assert "@import" not in rendered(FormatName.HTML, full_report)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_text_from_notes_makes_no_element_and_no_attribute(text: str) -> None:
    hostile, tame = (page_of(report_on(each)) for each in (text, "tame"))
    assert {element.tag for element in hostile.iter()} <= {element.tag for element in tame.iter()} | {
        "mark",
        "blockquote",
    }
    assert not hostile.xpath("//@*[starts-with(name(), 'on')] | //@src | //@style")
    assert len(hostile.xpath("//script")) == 1
    assert max(map(len, hostile.xpath("//td//text() | //h3//text() | //h4//text()"))) < 5_000


def test_danish_has_danish_words_and_numbers(full_report: Report) -> None:
    page = page_of(full_report, "da")
    assert page.get("lang") == "da"
    said = words_of(page.find("body"))
    assert "Bedømt pr. 23. november 2026" in said
    assert "1.750.000 kr. ønskes i 2026" in said
