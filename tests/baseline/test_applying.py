"""Which findings a baseline has, and what became of its entries."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from written_waivers import book

from grantcheck.baseline.applying import taken, with_baseline
from grantcheck.baseline.file import BaselineFile
from grantcheck.model.baseline import Baseline
from grantcheck.model.finding import Finding
from grantcheck.model.outcome import Outcome, Severity
from grantcheck.model.waiver import Waiver

WAIVER = Waiver(reason="r", owner="a", approved_by="b", approved_on="2026-01-01", expires="2026-12-31")


def finding(fingerprint: str, rule: str = "GC402", note: str = "A1", **more: object) -> Finding:
    fields = {
        "rule": rule,
        "name": "n",
        "title": "t",
        "outcome": Outcome.BROKEN,
        "severity": Severity.ERROR,
        "note": note,
        "path": f"{note}.txt",
        "message": f"{rule} at {fingerprint}",
        "fingerprint": fingerprint,
    }
    return Finding.model_validate(fields | more)


def file_of(*known: Finding, notes: tuple[str, ...] = (), before: Baseline | None = None) -> BaselineFile:
    return BaselineFile("b.json", "00", taken(known, notes, before, "0.1.0", "2026-11-23", book()))


def applied(file: BaselineFile, *found: Finding, notes: tuple[str, ...] = ("A1",), whole: bool = False):
    (marked,), in_use = with_baseline([found], notes, file, book(), whole=whole)
    return [one.baselined for one in marked], in_use


def test_what_is_known_is_marked_and_what_is_new_is_not() -> None:
    marked, in_use = applied(file_of(finding("aa")), finding("aa"), finding("bb"))
    assert marked == [True, False]
    assert (in_use.entries, in_use.found, in_use.fixed) == (1, 1, ())


def test_a_second_finding_of_one_fingerprint_is_new() -> None:
    assert applied(file_of(finding("aa")), finding("aa"), finding("aa"))[0] == [True, False]
    assert applied(file_of(finding("aa"), finding("aa")), finding("aa"), finding("aa"))[0] == [True, True]


def test_another_message_or_severity_is_the_same_finding() -> None:
    moved = finding("aa", message="otherwise", severity=Severity.WARNING, path="other/A1.pdf")
    assert applied(file_of(finding("aa")), moved)[0] == [True]


def test_what_no_longer_occurs_is_told_where_its_note_was_judged() -> None:
    file = file_of(finding("aa"), finding("bb", note="B2"))
    _, alone = applied(file)
    assert [one.fingerprint for one in alone.fixed] == ["aa"]
    assert alone.not_looked_at == 1
    _, whole = applied(file, whole=True)
    assert [one.fingerprint for one in whole.fixed] == ["aa", "bb"]


def test_what_was_not_read_or_only_informs_is_never_known() -> None:
    never = [
        finding("aa", rule="GC901"),
        finding("bb", rule="GC999"),
        finding("cc", rule="GC911"),
        finding("dd", rule="GC101", outcome=Outcome.NOTED, severity=Severity.NOTE),
        finding("ee", rule="GC000"),
    ]
    assert file_of(*never).baseline.known == ()
    forged = Baseline(
        grantcheck_version="0",
        as_of="2026-01-01",
        known=file_of(*(finding(each.fingerprint) for each in never)).baseline.known,
    )
    assert applied(BaselineFile("b.json", "00", forged), *never)[0] == [False] * len(never)


def test_a_waiver_stands_before_the_baseline_and_is_no_part_of_a_new_one() -> None:
    waived = finding("aa", waiver=WAIVER)
    marked, in_use = applied(file_of(finding("aa")), waived)
    assert (marked, in_use.fixed) == ([False], ())
    assert file_of(waived).baseline.known == ()


def test_a_new_baseline_keeps_what_it_says_of_notes_that_were_not_judged() -> None:
    before = file_of(finding("aa"), finding("bb", note="B2")).baseline
    after = file_of(finding("cc"), notes=("A1",), before=before).baseline
    assert sorted(one.fingerprint for one in after.known) == ["bb", "cc"]


def test_a_file_without_a_note_goes_by_its_name() -> None:
    _, in_use = applied(file_of(finding("aa", note="round/x.txt")), notes=("/elsewhere/x.txt",))
    assert len(in_use.fixed) == 1


@given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcd")))
def test_every_entry_is_found_or_gone_and_no_finding_is_marked_twice(old: list[str], new: list[str]) -> None:
    marked, in_use = applied(file_of(*map(finding, old)), *map(finding, new))
    assert sum(marked) == in_use.found == sum(min(old.count(each), new.count(each)) for each in "abcd")
    assert in_use.found + len(in_use.fixed) + in_use.not_looked_at == len(old)
