"""The earlier level at the request's price level, on the published note and on invented ones."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from grantcheck.audit import audit
from grantcheck.data.shipped import shipped_rules
from grantcheck.model.choices import AmountChoices, SeriesChoice
from grantcheck.model.outcome import Outcome

from .auditing import ENGINES, FIXTURES, NOTES, SEED, audited, outcomes

if TYPE_CHECKING:
    from pathlib import Path

    from grantcheck.model.finding import Finding
    from grantcheck.model.report import Report

TOWN = FIXTURES / "prices" / "town-service.yaml"
FAULTY = FIXTURES / "prices" / "town-faulty.yaml"
RATE = '  - {{from: 2025, to: 2026, value: "{value}", status: estimate, edition: {edition}, reference: "where the figure stands"}}\n'
needs_seed = pytest.mark.skipif(not SEED.is_file(), reason="the published note is not here")


def with_series(*sources: Path | str, **choices: object) -> AmountChoices:
    return AmountChoices(series=tuple(SeriesChoice(None, str(source)) for source in sources), **choices)  # type: ignore[arg-type]


def one(report: Report, rule: str) -> Finding:
    (finding,) = [finding for finding in report.findings if finding.rule == rule]
    return finding


@pytest.fixture
def least(tmp_path: Path) -> Path:
    """The least a series file needs: one rate."""
    return _series(tmp_path, ("2.8", "2025-06-03"))


def _series(folder: Path, *rates: tuple[str, str]) -> Path:
    file = folder / "town.yaml"
    head = "series: town-service\nkind: service\nunit: percent\nsteps:\n"
    file.write_text(
        head + "".join(RATE.format(value=value, edition=edition) for value, edition in rates), "utf-8"
    )
    return file


@needs_seed
@pytest.mark.parametrize("engine", ENGINES)
def test_with_a_rate_the_published_note_asks_for_less_than_before(least: Path, engine: str) -> None:
    report = audited(SEED, amounts=with_series(least), engine=engine)
    found = one(report, "GC202")
    assert (found.outcome, found.severity) == (Outcome.BROKEN, "warning")
    for words in ("205 000 kr.", "210 740 kr.", "−5 740 kr. (−2.7 %)", "tolerance of 500 kr."):
        assert words in found.message
    assert found.calculation[1] == (
        "205 000 kr. (2025 prices) × 1.028 (2025→2026, town-service, estimate, edition 2025-06-03: "
        "where the figure stands) = 210 740 kr. (2026 prices)"
    )
    given = outcomes(report.findings)
    assert {given[rule] for rule in ("GC201", "GC203", "GC208")} == {"not_applicable"}
    assert {given[rule] for rule in ("GC801", "GC802")} == {"holds"}
    assert report.summary.not_verifiable == 0


@needs_seed
def test_without_a_series_the_missing_rate_is_named() -> None:
    found = one(audited(SEED), "GC203")
    assert found.outcome is Outcome.NOT_VERIFIABLE
    assert "2025→2026" in found.message


@needs_seed
def test_relabelled_to_the_level_of_the_request_the_amounts_are_equal(tmp_path: Path, least: Path) -> None:
    note = tmp_path / "BOR02.txt"
    note.write_text(SEED.read_text("utf-8").replace("løbende p/l", "2026 p/l"), "utf-8")
    given = outcomes(audited(note, amounts=with_series(least)).findings)
    assert (given["GC201"], given["GC202"], given["GC203"], given["GC801"]) == (
        "holds",
        *("not_applicable", "not_applicable", "not_applicable"),
    )


@needs_seed
def test_two_editions_give_both_results_by_the_day(tmp_path: Path) -> None:
    series = _series(tmp_path, ("2.8", "2025-06-03"), ("3.1", "2025-08-19"))

    def on(day: date) -> Report:
        return audit([SEED], as_of=day, show_all=True, amounts=with_series(series))

    assert "210 740 kr." in one(on(date(2025, 8, 18)), "GC202").message
    assert one(on(date(2025, 8, 18)), "GC802").outcome is Outcome.BROKEN
    assert "211 355 kr." in one(on(date(2025, 8, 19)), "GC202").message
    assert one(on(date(2025, 8, 19)), "GC802").outcome is Outcome.HOLDS


@needs_seed
def test_editions_that_disagree_leave_it_open_unless_the_office_decides(tmp_path: Path) -> None:
    series = _series(tmp_path, ("2.8", "2025-06-03"), ("0.1", "2025-08-19"))
    found = one(audited(SEED, amounts=with_series(series)), "GC202")
    assert found.outcome is Outcome.NOT_VERIFIABLE
    assert "2025-06-03: 210 740 kr., asked below" in found.message
    assert "2025-08-19: 205 205 kr., asked within the tolerance" in found.message
    assert (
        one(audited(SEED, amounts=with_series(series, editions="in-force")), "GC202").outcome is Outcome.HOLDS
    )


@needs_seed
def test_an_indicative_series_says_so_in_what_is_made_with_it(tmp_path: Path) -> None:
    note = tmp_path / "BOR02.txt"
    note.write_text(
        SEED.read_text("utf-8").replace("løbende p/l", "2024 p/l").replace("2026 p/l", "2025 p/l"), "utf-8"
    )
    found = one(audited(note, amounts=with_series("dk-state-general-pl")), "GC202")
    assert any("the series is indicative" in line for line in found.calculation)
    assert found.evidence[-1].path == "prices/dk-state-general-pl.yaml"


def test_more_than_the_carried_level_is_an_error() -> None:
    found = one(audited(NOTES / "KF031.txt", amounts=with_series(TOWN)), "GC202")
    assert (found.outcome, found.severity) == (Outcome.BROKEN, "error")
    assert "1 655 080 kr." in found.message  # 1 610 000 × 1.028


def test_a_faulty_series_is_an_error_at_its_line_and_decides_nothing() -> None:
    report = audited(NOTES / "KF031.txt", amounts=with_series(FAULTY))
    found = one(report, "GC801")
    assert (found.outcome, found.severity) == (Outcome.BROKEN, "error")
    assert found.evidence[0].path == str(FAULTY)
    assert f"line {found.evidence[0].location.line}" in found.message  # type: ignore[union-attr]
    given = outcomes(report.findings)
    assert (given["GC202"], given["GC203"], given["GC802"]) == (
        "not_applicable",
        "not_verifiable",
        "not_applicable",
    )


def test_the_series_is_among_the_parameters_by_its_content() -> None:
    report = audited(NOTES / "KF031.txt", amounts=with_series(TOWN))
    assert str(TOWN) in [parameter.path for parameter in report.parameters]
    shipped = audited(NOTES / "KF031.txt", amounts=with_series("dk-state-general-pl"))
    assert "prices/dk-state-general-pl.yaml" in [parameter.path for parameter in shipped.parameters]
    assert str(shipped_rules()) not in str(shipped.parameters)


@needs_seed
def test_a_request_without_a_price_level_leaves_the_reach_of_the_series_open(
    tmp_path: Path, least: Path
) -> None:
    note = tmp_path / "BOR02.txt"
    note.write_text(SEED.read_text("utf-8").replace("1.000 kr., 2026 p/l", "1.000 kr."), "utf-8")
    given = outcomes(audited(note, amounts=with_series(least)).findings)
    assert (given["GC802"], given["GC203"]) == ("not_verifiable", "not_verifiable")
