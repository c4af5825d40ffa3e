"""Lists of grants: what is taken from CSV and Excel files, and what is refused, with its place."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from grantcheck.data.fault import DataFault
from grantcheck.data.profile import load_profile
from grantcheck.data.shipped import shipped_rules
from grantcheck.model.terms import ControlArea
from grantcheck.read.structured.fault import StructuredFault
from grantcheck.register.drafts import Draft
from grantcheck.register.imports.list_file import read_list

PLAIN = "grant,agreement,control_area,committee,appropriation,activity,price_level,year,amount\n"
ROW = "KF031,Budgetaftale 2022,service,Kultur- og Fritidsudvalget,Kultur og Fritid,Læsesal,current,{},{}\n"
WIDE = """\
columns: {grant: Nr, agreement: Aftale}
unit: 1000
"""
PROFILE = load_profile(shipped_rules())

Read = Callable[..., Draft | None]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a list, with the text of a mapping or none."""

    def reading(content: str | bytes, mapping: str | None = None, *, name: str = "list.csv") -> Draft | None:
        file = None
        if mapping is not None:
            file = tmp_path / "office.yaml"
            file.write_text(mapping, "utf-8")
        raw = content.encode() if isinstance(content, str) else content
        return read_list(raw, tmp_path / name, file, PROFILE)

    return reading


def stated(draft: Draft | None) -> list[tuple[str, int, int]]:
    return [(each.row.grant, each.row.year, each.row.amount) for each in draft.rows]


def reasons(draft: Draft | None) -> list[str]:
    return [f"{one.location.described().en}: {one.reason.en}" for one in draft.refused]


def excel(*rows: list[object], merged: str | None = None) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if merged:
        book.active.merge_cells(merged)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_the_plain_form_needs_no_mapping(read: Read) -> None:
    draft = read(PLAIN + ROW.format(2024, 340000) + ROW.format(2025, -5000))
    assert stated(draft) == [("KF031", 2024, 340_000), ("KF031", 2025, -5_000)]
    row = draft.rows[0].row
    assert (row.control_area, row.committee) == (ControlArea.SERVICE, "Kultur- og Fritidsudvalget")
    assert (row.appropriation, row.activity, row.price_level) == ("Kultur og Fritid", "Læsesal", "current")
    assert (draft.covered, draft.refused) == ((2024, 2025), ())


def test_title_and_permanence_may_be_added_and_words_may_be_danish(read: Read) -> None:
    draft = read(
        "bevillingsnummer;titel;aftale;styringsområde;varig;år;beløb\nA1;Bro;Budgetaftale 2022;Anlæg;ja;2024;1\n"
    )
    row = draft.rows[0].row
    assert (row.title, row.permanent, row.control_area) == ("Bro", True, ControlArea.CAPITAL)


def test_a_year_may_have_a_column_of_its_own_and_a_blank_cell_says_nothing(read: Read) -> None:
    draft = read("grant,agreement,2024,2025,2026\nA1,Budgetaftale 2022,5,,0\n")
    assert stated(draft) == [("A1", 2024, 5), ("A1", 2026, 0)]
    assert draft.covered == (2024, 2026)


def test_an_excel_file_is_read_the_same_way(read: Read) -> None:
    content = excel(["grant", "agreement", "year", "amount"], ["A1", "Budgetaftale 2022", 2024, 340000])
    assert stated(read(content, name="list.xlsx")) == [("A1", 2024, 340_000)]


def test_a_sheet_of_notes_is_no_list_of_grants(read: Read) -> None:
    assert read("kode;titel;2026\nKF031;Læsesal;340\n") is None


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ("2024,ca. 300.000", "line 2: the amount is not certain: it is no figure"),
        (
            "2024,1.250",
            "line 2: the amount is not certain: it is 1.25 or 1250; say which with 'number_format'",
        ),
        ("2024,", "line 2: the amount is blank; write 0 where there is no money"),
        (",340000", "line 2: it is no year"),
        ("2024-15,340000", "line 2: it is no year"),
        ("2024,99999999999999999", "line 2: the amount is not certain: in this unit it is no whole number"),
        ("2024,0.5", "line 2: the amount is not certain: in this unit it is no whole number of kroner"),
    ],
)
def test_a_row_that_is_not_certain_is_refused_with_its_place(read: Read, cells: str, reason: str) -> None:
    draft = read(PLAIN + ROW.replace("{},{}", cells) + ROW.format(2025, 1))
    (said,) = reasons(draft)
    assert said.startswith(reason)
    assert stated(draft) == [("KF031", 2025, 1)]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",Aftale 2022,service,current,2024,1", "the row names no grant"),
        ("A1,,service,current,2024,1", "the row names no agreement"),
        ("A1,Aftale 2022,drift,current,2024,1", "it is no control area; name the list's own words in"),
        ("A1,Aftale 2022,service,faste,2024,1", "it is no price level, such as 2026 or current"),
    ],
)
def test_words_that_are_not_known_are_refused(read: Read, row: str, reason: str) -> None:
    draft = read(f"grant,agreement,control_area,price_level,year,amount\n{row}\n")
    assert reasons(draft)[0].startswith(f"line 2: {reason}")


def test_whether_it_is_permanent_must_be_a_mark(read: Read) -> None:
    draft = read("grant,agreement,permanent,year,amount\nA1,Aftale 2022,måske,2024,1\n")
    assert reasons(draft) == ["line 2: it is neither yes nor no"]


def test_a_line_and_year_may_be_stated_once(read: Read) -> None:
    draft = read(PLAIN + ROW.format(2024, 340000) * 2 + ROW.format(2024, -5000))
    assert stated(draft) == [("KF031", 2024, 340_000), ("KF031", 2024, -5_000)]
    assert reasons(draft) == [
        "line 3: it states the same line and year as line 2; keep one, or write 'repeated: add' in a mapping"
    ]


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("grant,agreement,yaer,amount", "it is not known what the column 'yaer' holds. Did you mean 'year'?"),
        (
            "grant,agreement,year",
            "amounts need either the columns 'year' and 'amount' or a column for each year",
        ),
        ("grant,agreement", "amounts need either"),
        ("grant,agreement,year,amount,2024", "amounts need either"),
        ("grant,year,amount", "no column is headed 'agreement'"),
        ("grant,agreement,agreement,year,amount", "two columns are for 'agreement'"),
    ],
)
def test_headings_that_are_not_known_are_told(read: Read, heading: str, said: str) -> None:
    with pytest.raises(StructuredFault) as fault:
        read(heading + "\n")
    assert said in fault.value.detail.en
    assert "--mapping" in fault.value.detail.en


def test_a_list_without_rows_holds_nothing(read: Read) -> None:
    with pytest.raises(StructuredFault, match="names no grants below its headings"):
        read(PLAIN)


def test_a_wrong_delimiter_is_named(read: Read) -> None:
    with pytest.raises(StructuredFault, match="cells stand apart by ';', not by ','"):
        read("Nr;Aftale;2024\nA1;B;1\n", 'delimiter: ","\n' + WIDE)


def test_a_row_that_has_slipped_ends_the_file(read: Read) -> None:
    with pytest.raises(StructuredFault) as fault:
        read(PLAIN + "A1,Budgetaftale 2022, service,2024\n")
    assert fault.value.detail.en.startswith("line 2: The row has 4 cells, the headings 9.")


def test_merged_headings_are_told_with_their_cell(read: Read) -> None:
    content = excel(["grant", "agreement", "year", "amount"], ["A1", "B", 2024, 1], merged="B1:C1")
    with pytest.raises(StructuredFault) as fault:
        read(content, name="list.xlsx")
    assert (
        "sheet Sheet, cell B1: the heading 'agreement' is not certain: it is merged" in fault.value.detail.en
    )


def test_amounts_as_text_in_excel_are_read_by_the_mapping_or_refused(read: Read) -> None:
    content = excel(["Nr", "Aftale", 2024], ["A1", "B", "1.250"], ["A2", "B", "tre"], ["A3", "B"])
    draft = read(content, "number_format: {thousands: '.'}\n" + WIDE, name="list.xlsx")
    assert stated(draft) == [("A1", 2024, 1_250_000)]
    assert reasons(draft) == [
        "sheet Sheet, cell C3: the amount is not certain: it is no figure",
        "sheet Sheet, cell C4: the amount is blank; write 0 where there is no money",
    ]


def test_content_under_no_heading_is_told(read: Read) -> None:
    content = excel(["grant", "agreement", "year", "amount"], ["A1", "B", 2024, 1, "note"])
    with pytest.raises(StructuredFault, match="cell E2: 'note' stands under no heading"):
        read(content, name="list.xlsx")


def test_an_error_of_the_spreadsheet_is_refused_wherever_it_stands(read: Read) -> None:
    content = excel(["grant", "agreement", "permanent", "year", "amount"], ["#REF!", "B", None, 2024, 1])
    book = openpyxl.load_workbook(io.BytesIO(content))
    book.active["A2"].data_type = "e"
    changed = io.BytesIO()
    book.save(changed)
    assert reasons(read(changed.getvalue(), name="list.xlsx")) == [
        "sheet Sheet, cell A2: it holds an error of the spreadsheet"
    ]


def test_a_mapping_joins_columns_fills_in_constants_and_knows_the_units(read: Read) -> None:
    draft = read(
        "Afd;Tj;Navn;I/U;Område;B24;B25\n1;20;Bro;U;Drift;1.250;-\n1;21;Salg;I;Drift;3;4\n",
        """\
delimiter: ";"
number_format: {thousands: "."}
unit: 1000
covers: [2022, 2027]
columns: {grant: [Afd, Tj], title: Navn, control_area: Område}
constants: {agreement: Budget 2024, price_level: 2024, committee: Teknik, permanent: true}
control_areas: {drift: service}
years: {B24: 2024, B25: 2025}
sign: {column: I/U, positive: U, negative: [I]}
""",
    )
    assert stated(draft) == [
        ("1-20", 2024, 1_250_000),
        ("1-20", 2025, 0),
        ("1-21", 2024, -3_000),
        ("1-21", 2025, -4_000),
    ]
    row = draft.rows[0].row
    assert (row.agreement, row.price_level, row.committee, row.permanent) == (
        "Budget 2024",
        2024,
        "Teknik",
        True,
    )
    assert (row.control_area, draft.covered) == (ControlArea.SERVICE, (2022, 2027))


def test_ore_are_taken_only_where_they_make_whole_kroner(read: Read) -> None:
    mapping = "columns: {grant: Nr, agreement: Aftale}\nunit: øre\n"
    draft = read("Nr,Aftale,2024\nA1,B,150000\nA2,B,150050\n", mapping)
    assert stated(draft) == [("A1", 2024, 1500)]
    assert reasons(draft) == ["line 3: it is no whole number of kroner"]


def test_a_word_that_the_sign_does_not_know_is_refused(read: Read) -> None:
    draft = read("Nr,Aftale,I/U,2024\nA1,B,?,1\n", WIDE + "sign: {column: I/U, positive: U, negative: I}\n")
    assert reasons(draft) == [
        "line 2: the mapping's 'sign' knows the word neither as positive nor as negative"
    ]


def test_filters_take_and_leave_out_rows(read: Read) -> None:
    draft = read(
        "Nr,Aftale,Art,2024\nA1,B,drift,1\nA2,B,anlæg,1\nA3,B,drift,1\n",
        WIDE + "only: {Art: drift}\nleave_out: {Nr: [A3]}\n",
    )
    assert [grant for grant, _, _ in stated(draft)] == ["A1"]
    assert draft.filtered == 2


def test_lines_that_are_told_in_parts_may_be_added_grants_apart_from_cancellations(read: Read) -> None:
    draft = read("Nr,Aftale,2024\nA1,B,1\nA1,B,2\nA1,B,-5\nA1,B,-1\n", WIDE + "repeated: add\n")
    assert stated(draft) == [("A1", 2024, 3_000), ("A1", 2024, -6_000)]


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        (
            "unit: 1\ncolumns: {grant: Nr}\n",
            r"office\.yaml:2: Neither 'columns' nor 'constants' has 'agreement'",
        ),
        (WIDE + "units: 1\n", r"office\.yaml:3: 'units' is not a known key\. Did you mean 'unit'\?"),
        ("columns: {grant: Nr, agreement: Aftale}\n", "'unit' is missing. Add it"),
        (WIDE + "covers: [2027, 2022]\n", "'covers' ends before it begins"),
        (WIDE + "years: [2024]\nlong: {year: a, amount: b}\n", "'years' names a column for each year"),
        ("{", "not valid YAML"),
    ],
)
def test_a_mistake_in_a_mapping_is_told_with_its_line(read: Read, mapping: str, said: str) -> None:
    with pytest.raises(DataFault, match=said):
        read("Nr,Aftale,2024\nA1,B,1\n", mapping)


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("unit: 1\ncolumns: {grant: Nummer, agreement: Aftale}\n", "No column is headed 'Nummer'"),
        (WIDE + "years: {B24: 2024}\n", "office.yaml, line 3: No column is headed 'B24'"),
        (WIDE + "years: {'2024': 2024, Nr: 2024}\n", "Two columns are for 2024"),
        (WIDE + "long: {year: År, amount: Beløb}\n", "No column is headed 'År'"),
        (WIDE + "only: {Art: drift}\n", "No column is headed 'Art'"),
    ],
)
def test_a_mapping_that_does_not_fit_the_list_is_told(read: Read, mapping: str, said: str) -> None:
    with pytest.raises(StructuredFault) as fault:
        read("Nr,Aftale,2024\nA1,B,1\n", mapping)
    assert said in fault.value.detail.en


def test_a_list_without_a_column_for_a_year_is_told(read: Read) -> None:
    with pytest.raises(StructuredFault) as fault:
        read("Nr,Aftale,Beløb\nA1,B,1\n", WIDE)
    assert "No column is headed with a year" in fault.value.detail.en


def test_another_encoding_is_named_or_told(read: Read) -> None:
    content = "Nr;Aftale;2024\nA1;Ø;1\n".encode("windows-1252")
    assert read(content, "encoding: windows-1252\n" + WIDE).rows[0].row.agreement == "Ø"
    with pytest.raises(StructuredFault, match="The text is not utf-8"):
        read(content, WIDE)


def test_the_shipped_mapping_of_bergen_adds_lines_up_to_services(read: Read) -> None:
    heading = (
        "avdeling;avdeling-tekst;inntekt-utgift;tjomr;tjenesteomraade-tekst;tjeneste;tjeneste-tekst;endrgr;"
        "endrgr-tekst;tekst;2012;2013;2014;2015\n"
    )
    line = "4;Avdeling fire;{};07;Kontor;33000;Tjeneste tre;N06;Annet;{};{}\n"
    draft = read(
        heading
        + line.format("Utgift", "Leie", "1 250 300;1 250 300;-;-")
        + line.format("Inntekt", "Billetter", "-50 000;-50 000;0;0")
        + line.format("Inntekt", "Billetter", " -1 000 ;-1 000;0;0"),
        (shipped_rules() / "mappings" / "bergen.yaml").read_text("utf-8"),
    )
    assert draft.refused == ()
    assert draft.totals == {2012: 1_199_300, 2013: 1_199_300, 2014: 0, 2015: 0}
    (grant,) = draft.grants.values()
    assert (grant.id, grant.title, grant.first_unfunded_year) == ("4-33000", "Tjeneste tre", 2014)
