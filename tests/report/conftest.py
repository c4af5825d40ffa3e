from __future__ import annotations

import pytest

from grantcheck.model.evidence import Evidence
from grantcheck.model.finding import Finding
from grantcheck.model.hashed import Hashed, Parameter
from grantcheck.model.location import LineLocation
from grantcheck.model.note import Claim, Note, Row, Source, Table, Unread
from grantcheck.model.outcome import Outcome, Severity
from grantcheck.model.report import NoteHeading, Report, RuleSet, Summary, YearAmount
from grantcheck.model.text import Text

PATH = "notes/KUL14.txt"


def amounts(*pairs: tuple[int, int | None]) -> tuple[YearAmount, ...]:
    return tuple(YearAmount(year=year, amount=amount) for year, amount in pairs)


HEADING = NoteHeading(
    note="KUL14",
    path=PATH,
    title="Natåbne læsesale på tre biblioteker",
    subtitle="bevillingsudløb",
    department="Kultur- og Fritidsforvaltningen",
    budget_year=2026,
    asked=amounts((2026, 1_450_000), (2027, 1_450_000), (2028, 1_450_000), (2029, 1_450_000)),
    granted=amounts((2023, 1_200_000), (2024, 1_380_000), (2025, 1_380_000), (2026, 0)),
)

CLEAN = NoteHeading(
    note="KUL15",
    path="notes/KUL15.txt",
    title="Lån af cykler ved søbadene",
    subtitle=None,
    department="Kultur- og Fritidsforvaltningen",
    budget_year=2026,
    asked=amounts((2026, 300_000), (2027, 260_000), (2028, 260_000), (2029, None)),
)

ABOVE = Finding(
    rule="GC202",
    name="amount-at-current-price-level",
    title="amount at the current price level",
    outcome=Outcome.BROKEN,
    severity=Severity.ERROR,
    note="KUL14",
    path=PATH,
    message=(
        "The note asks for 1 450 000 kr. in 2026, yet the earlier grant of 1 380 000 kr. in 2025 comes to "
        "1 418 640 kr. at the 2026 price level. That is 31 360 kr. more than before; rounding explains at most 514 kr."
    ),
    evidence=(
        Evidence(
            role="request",
            text="Natåbne læsesale på tre biblioteker | 1.450 | 1.450 | 1.450 | 1.450 | 5.800",
            mark=(38, 43),
            amount=1_450_000,
            year=2026,
            price_level=2026,
            place="line 58, Tabel 1, row 1, 2026",
            location=LineLocation(line=58, column=49),
        ),
        Evidence(
            role="prior",
            text="Budgetaftale 2023 | 1.200 | 1.380 | 1.380 | 0",
            mark=(36, 41),
            amount=1_380_000,
            year=2025,
            price_level="current",
            place="line 131, Tidligere afsatte midler, row 1, 2025",
            location=LineLocation(line=131, column=31),
        ),
    ),
    calculation=(
        "1 380 000 kr. (2025 prices) × 1.028 (2025→2026, series pl-service, edition 2025-06) = 1 418 640 kr.",
        "asked: 1 450 000 kr.",
        "difference: 31 360 kr. (2.2 %)",
    ),
    fix="Ask for 1 418 640 kr. a year, or say in the note what the 31 360 kr. more a year is for.",
    fingerprint="5d0c",
)

GAP = Finding(
    rule="GC404",
    name="rounding",
    title="a sum that is off by rounding",
    outcome=Outcome.BROKEN,
    severity=Severity.WARNING,
    note="KUL14",
    path=PATH,
    message="The rows of 2027 sum to 1 449 000 kr., the total row says 1 450 000 kr.",
    evidence=(
        Evidence(
            role="table",
            text="Serviceudgifter i alt | 1.450 | 1.450 | 1.450 | 1.450 | 5.800",
            mark=(32, 37),
            place="line 97, Tabel 2, row 3, 2027",
            location=LineLocation(line=97, column=33),
        ),
    ),
    calculation=("910 000 kr. + 539 000 kr. = 1 449 000 kr.", "printed: 1 450 000 kr."),
    fix="Round the rows so that they sum, or state that the table does not sum because of rounding.",
    fingerprint="77aa",
)

MISSING = Finding(
    rule="GC601",
    name="code-department-committee",
    title="code, department and committee belong together",
    outcome=Outcome.NOT_VERIFIABLE,
    severity=Severity.WARNING,
    note="KUL14",
    path=PATH,
    message="The committee of row 2 in Tabel 2 was not read for certain.",
    evidence=(
        Evidence(
            role="table",
            text="Vagt i aftentimerne | Kultur- og Fritids",
            place="line 90, Tabel 2, row 2",
            location=LineLocation(line=90, column=1),
        ),
    ),
    fix="Check the committee in the note by hand.",
    fingerprint="0b11",
)

NOTED = Finding(
    rule="GC101",
    name="grant-expires",
    title="when the grant ends",
    outcome=Outcome.NOTED,
    severity=Severity.NOTE,
    note="KUL14",
    path=PATH,
    message="The grant was last funded in 2025 with 1 380 000 kr.; 2026 is the first year without money.",
    fix="Nothing to mend.",
    fingerprint="c3f0",
)

HOLDS = Finding(
    rule="GC401",
    name="row-total",
    title="years sum to the row's total",
    outcome=Outcome.HOLDS,
    severity=Severity.ERROR,
    note="KUL14",
    path=PATH,
    message="",
)

OFF = Finding(
    rule="GC206",
    name="price-level-year",
    title="the request is at the budget year's price level",
    outcome=Outcome.NOT_APPLICABLE,
    severity=Severity.ERROR,
    note="KUL15",
    path="notes/KUL15.txt",
    message="",
)

UNREADABLE = Finding(
    rule="GC901",
    name="unreadable-file",
    title="the file cannot be read",
    outcome=Outcome.BROKEN,
    severity=Severity.ERROR,
    note="notes/scan.txt",
    path="notes/scan.txt",
    message="The file is empty.",
    fix="Export the note again.",
    fingerprint="e000",
)


def report_of(*findings: Finding, notes: tuple[NoteHeading, ...] = (), **counts: int) -> Report:
    return Report(
        grantcheck_version="0.1.0",
        as_of="2026-11-23",
        inputs=(Hashed(path=PATH, sha256="ab" * 32),),
        rules=RuleSet(count=41, sha256="cd" * 32),
        parameters=(
            Parameter(
                path="prices/service.yaml",
                sha256="ef" * 32,
                title=Text(en="Service, invented town", da="Service, opdigtet by"),
                source="circular 12 of June 2025",
            ),
        ),
        summary=Summary(**counts),
        notes=notes,
        findings=findings,
    )


@pytest.fixture
def full_report() -> Report:
    """Two notes and a file that was not read; the findings in the stable order of a report."""
    return report_of(
        NOTED,
        ABOVE,
        GAP,
        MISSING,
        UNREADABLE,
        notes=(HEADING, CLEAN),
        documents=3,
        held=37,
        broken=3,
        noted=1,
        not_applicable=22,
        not_verifiable=1,
        unread=1,
    )


@pytest.fixture
def report_with_all() -> Report:
    """As `--show all` gives it."""
    return report_of(
        NOTED, HOLDS, HOLDS, OFF, notes=(HEADING, CLEAN), documents=2, held=2, noted=1, not_applicable=1
    )


def line(number: int) -> LineLocation:
    return LineLocation(line=number, column=1)


def row(label: str, amounts: dict[int, int | None], total: int | None, **more: object) -> Row:
    fields: dict[str, object] = {"kind": "activity", "location": line(58)} | more
    return Row.model_validate({"label": label, "amounts": amounts, "total": total} | fields)


def table(kind: str, number: int | None, years: tuple[int, ...], *rows: Row, **more: object) -> Table:
    fields: dict[str, object] = {
        "kind": kind,
        "number": number,
        "caption": "",
        "unit": 1_000,
        "price_level": 2026,
        "precision": 1_000,
        "has_totals": True,
        "years": years,
        "rows": rows,
        "location": line(50),
    }
    return Table.model_validate(fields | more)


YEARS = (2026, 2027, 2028, 2029)
LEVEL = dict.fromkeys(YEARS, 1_450_000)


@pytest.fixture
def note() -> Note:
    """A note with a doubt of every kind."""
    doubtful = row(
        "Vagt i aftentimerne",
        {2026: 500_000, 2027: None, 2028: 500_000, 2029: None},
        2_000_000,
        control_area="service",
        committee="Kultur- og Fritidsudvalget",
        appropriation="Biblioteker",
        direction="U",
        doubt=("2027", "committee"),
        location=line(90),
    )
    return Note(
        source=Source(path=PATH, sha256="ab" * 32, media_type="text/plain"),
        code="KUL14",
        title="Natåbne læsesale på tre biblioteker",
        subtitle="bevillingsudløb",
        budget_year=2026,
        department="Kultur- og Fritidsforvaltningen",
        categories={"Need to": False, "Bevillingsudløb": True, "Henvist sag": None},
        districts={"Bydækkende": False, "Nørrebro": True, "Valby": True},
        claims=(
            Claim(
                amount=1_400_000,
                precision=100_000,
                from_year=2026,
                to_year=None,
                frequency="per_year",
                control_area="service",
                role="request",
                text="1,4 mio. kr. årligt på service fra 2026",
                sentence=4,
                location=line(31),
            ),
            Claim(
                amount=9_000_000,
                precision=1_000_000,
                from_year=2026,
                to_year=2026,
                frequency=None,
                control_area=None,
                role="mention",
                text="9 mio. kr. i 2026",
                sentence=9,
                location=line(40),
            ),
        ),
        tables=(
            table(
                "overview",
                1,
                YEARS,
                row("Natåbne læsesale på tre biblioteker", LEVEL, 5_800_000, control_area="service"),
                row("Udgifter i alt (netto)", LEVEL, 5_800_000, kind="total"),
                caption="Oversigt over ønskets aktiviteter på alle styringsområder",
            ),
            table("service", 2, YEARS, doubtful, caption="Udgifter til service"),
            table(
                "prior",
                None,
                tuple(range(2017, 2030)),
                row("Budgetaftale 2023", dict.fromkeys(range(2017, 2030), -12_345_000), None),
                has_totals=False,
                unit=None,
                price_level="current",
            ),
        ),
        unread=(
            Unread(
                code="GC903",
                about="capital",
                message=Text(
                    en="The table was seen but not understood.", da="Tabellen blev set, men ikke forstået."
                ),
                excerpt="Anlæg 2026 2027",
                location=line(101),
            ),
        ),
    )
