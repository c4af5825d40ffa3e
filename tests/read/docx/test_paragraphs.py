"""Paragraphs: what a reader of the printed page sees, and nothing else."""

from __future__ import annotations

import pytest

from grantcheck.read.blocks import PageHeader, Paragraph
from read.generated.word_xml import check_box, text, text_box

from .word import CHANGE, blocks, p, paragraphs, run, tbl, tc, tr, troubles


def field(instruction: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return f"{mark('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{mark('separate')}{run(result)}{mark('end')}"


@pytest.mark.parametrize(
    ("inner", "read"),
    [
        (run("Budget ") + run("2026"), "Budget 2026"),
        (run("a") + "<w:r><w:tab/></w:r>" + run("b"), "a b"),
        (run("Børne") + "<w:r><w:noBreakHyphen/></w:r>" + run("udvalg"), "Børne-udvalg"),
        (run("styrings") + "<w:r><w:softHyphen/></w:r>" + run("område"), "styringsområde"),
        (run("for\u00adbindelse\u200b"), "forbindelse"),
        (run("1\u00a0250\u00a0 kr."), "1\u00a0250 kr."),
        (run("205") + run("999", "<w:vanish/>"), "205"),
        (run("205", '<w:vanish w:val="0"/>'), "205"),
        (
            f"<w:del {CHANGE}><w:r><w:delText>9</w:delText></w:r></w:del><w:ins {CHANGE}>{run('205')}</w:ins>",
            "205",
        ),
        (f"<w:moveFrom {CHANGE}>{run('9')}</w:moveFrom><w:moveTo {CHANGE}>{run('205')}</w:moveTo>", "205"),
        (run("navn") + '<w:r><w:footnoteReference w:id="2"/></w:r>', "navn"),
        (run("navn") + run("1)", '<w:vertAlign w:val="superscript"/>'), "navn"),
        (run("navn") + run("1", '<w:position w:val="6"/>'), "navn"),
        (run("navn") + run("x", '<w:position w:val="-2"/>'), "navnx"),
        (run("400 m") + run("2", '<w:vertAlign w:val="superscript"/>'), "400 m2"),
        (run("CO") + run("2", '<w:vertAlign w:val="subscript"/>'), "CO2"),
        (f'<w:hyperlink r:id="x">{run("kk.dk")}</w:hyperlink>', "kk.dk"),
        (field(" DATE ", "5. maj"), "5. maj"),
        (run("side ") + field(" PAGE ", "7"), "side"),
        (f'<w:fldSimple w:instr=" TITLE ">{run("Notat")}</w:fldSimple>', "Notat"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑"),
        ('<w:r><w:sym w:font="Wingdings 3" w:char="F0FE"/></w:r>', "\ufffd"),
        (run("þ", '<w:rFonts w:ascii="Wingdings"/>'), "☑"),
        (f"<w:unknown>{run('tekst')}</w:unknown>", "tekst"),
        (f"<w:r><w:ruby><w:rt>{run('x')}</w:rt><w:rubyBase>{run('ord')}</w:rubyBase></w:ruby></w:r>", "ord"),
    ],
)
def test_text_of_a_paragraph(inner: str, read: str) -> None:
    assert paragraphs(p(inner)) == [read]


@pytest.mark.parametrize("kind", ["control", "plain", "symbol", "field"])
@pytest.mark.parametrize("checked", [True, False])
def test_check_boxes(kind: str, checked: bool) -> None:
    (read,) = paragraphs(p(run("Valby "), check_box(checked=checked, kind=kind)))
    assert (read[-1] in "☒☑", read[-1] == "☐") == (checked, not checked)


def test_a_check_box_that_contradicts_its_drawing_is_unknown() -> None:
    box = check_box(checked=True, kind="control").replace("☒", "☐")
    assert paragraphs(p(run("Valby "), box)) == ["Valby \ufffd"]


def test_the_choice_of_a_form_field() -> None:
    entries = '<w:result w:val="1"/><w:listEntry w:val="I"/><w:listEntry w:val="U"/>'
    start = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>{entries}</w:ddList></w:ffData></w:fldChar></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert paragraphs(p(start, end)) == ["U"]


def test_a_line_break_parts_lines() -> None:
    assert paragraphs(p(run("Budget 2026"), "<w:r><w:br/></w:r>", run("Socialforvaltningen"))) == [
        "Budget 2026",
        "Socialforvaltningen",
    ]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    gone = f"<w:rPr><w:del {CHANGE}/></w:rPr>"
    assert paragraphs(p(run("0,2 mio."), properties=gone) + p(run(" kr."))) == ["0,2 mio. kr."]


def test_hidden_and_raised_by_style() -> None:
    styles = (
        '<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        '<w:style w:styleId="c"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )
    inner = run("navn") + run("skjult", '<w:rStyle w:val="b"/>') + run("2", '<w:rStyle w:val="c"/>')
    assert paragraphs(p(inner), styles=styles) == ["navn"]


@pytest.mark.parametrize("kind", ["text_box", "alternate", "vml"])
def test_a_text_box_is_read_once(kind: str) -> None:
    box = text_box(p(run("Kategorisering")) + tbl(tr(tc("Need to"), tc("x"))), 0, 0, kind=kind)
    read = blocks(p(run("BOR02 Navn"), box))
    assert [block.text for block in read if isinstance(block, Paragraph)] == ["BOR02 Navn", "Kategorisering"]
    assert len(read) == 3
    assert read[1].boxed  # type: ignore[union-attr]


def test_tracked_changes_are_told() -> None:
    assert troubles(p(f"<w:ins {CHANGE}>{run('x')}</w:ins>")) == [("GC908", "page")]
    assert troubles(p(run("x"))) == []


def test_struck_out_text_is_told() -> None:
    assert troubles(p(run("0,2 mio. kr.", "<w:strike/>"))) == [("GC904", "claims")]


def test_a_field_without_an_end_is_told() -> None:
    assert troubles(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', run("0,2 mio. kr."))) == [
        ("GC904", "page")
    ]


def test_an_embedded_document_is_told() -> None:
    assert troubles('<w:altChunk r:id="rId9"/>') == [("GC903", "page")]


def test_running_heads_that_are_written_out_are_given() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'
    written = blocks(p(run("x")) + section, header1=p(run("Budget 2026 2/2")))
    assert [block.text for block in written if isinstance(block, PageHeader)] == ["Budget 2026 2/2"]
    counted = blocks(p(run("x")) + section, header1=p(run("Budget 2026 "), field("PAGE", "2"), text("/2")))
    assert not [block for block in counted if isinstance(block, PageHeader)]
