"""Files made to exhaust or break their reader: each is told of, quickly, and none ends the run."""

from __future__ import annotations

import io
import random
import time
import zipfile

import pytest

from .reading import note_in, problem_in, read, workbook

HEAD = ["kode", "aktivitet", "2026", "enhed"]
SOUND = workbook(HEAD, ["A1", "X", 100, "kr."])
CSV = "kode;aktivitet;2026;enhed\nA1;X;100;kr.\n"
YAML = "code: A1\ntitle: B\ntables:\n- {kind: prior, rows: [{label: X, amounts: {2026: 5}}]}\n"


def laughs() -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (laughs(), "may not refer to another part"),
        ("code: &x [*x]", "may not refer to another part"),
        ("[" * 5_000, "more than a budget note can"),
        ("code: A\ntitle: B\nx: " + "9" * 10_000, "The number is too long"),
        ("- a\n" * 450_000, "more than a budget note can"),
        ("code: A\ntitle: " + "x" * 70_000, "A text has 70000 characters"),
        ('code: A\ntitle: "a\\u0000b"', "a character that no text has"),
        ('code: A\ntitle: "\\e[31m"', "a character that no text has"),
        ("!!python/object/apply:os.system [ls]", "must be keys with values"),
        ("code: A\n---\ntitle: B", "This is not valid YAML"),
        ("code: A\ntitle: B\n\tx: 1", "This is not valid YAML"),
    ],
)
def test_yaml_that_is_no_note_is_refused(text: str, said: str):
    started = time.perf_counter()
    assert said in problem_in(read(text))
    assert time.perf_counter() - started < 10


def test_a_text_is_longer_than_a_name():
    text = "x " * 30_000
    (section,) = note_in(read(f"code: A\ntitle: B\nsections: [{{name: content, text: {text}}}]\n")).sections
    assert len(section.text) > 50_000


@pytest.mark.parametrize("raw", ["kode;aktivitet;2026\nA1;" + "x" * 30_000 + ";5\n"])
def test_a_cell_that_is_too_long_is_refused(raw: str):
    assert "line 2: the cell has 30000 characters" in problem_in(read(raw, "a.csv"))


def test_json_with_half_a_character_is_refused():
    assert "a character that no text has" in problem_in(
        read('{"code": "\\ud800", "title": "x"}', "note.json")
    )


def repacked(change) -> bytes:
    """The sound workbook with each part as `change` returns it."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(SOUND)) as old,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return content.getvalue()


def with_parts(count: int, size: int) -> bytes:
    content = io.BytesIO(SOUND)
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(count):
            archive.writestr(f"xl/media/{number}.bin", b"\0" * size)
    return content.getvalue()


def in_sheet(old: bytes, new: bytes) -> bytes:
    return repacked(lambda name, part: part.replace(old, new) if "sheet1" in name else part)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"no workbook at all", "not an Excel workbook"),
        (SOUND[:-300], "The file is damaged"),
        (SOUND[: len(SOUND) // 2], "The file is damaged"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected with a password",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old workbook", "not an Excel workbook"),
        (with_parts(2_100, 1), "unpacks to more than is read"),
        (with_parts(1, 30_000_000), "unpacks to more than is read"),
        (with_parts(4, 30_000_000), "unpacks to more than is read"),
        (repacked(lambda name, part: b"<!DOCTYPE x []>" + part), "The file is damaged"),
        (repacked(lambda name, part: part.replace(b"<?xml", b"<?xml encoding='utf-7'")[:60]), "damaged"),
        (repacked(lambda name, part: b"\xff\xfe<\0" + part), "The file is damaged"),
        (repacked(lambda name, part: b"<x/>"), "The workbook is damaged"),
        (in_sheet(b"<sheetData>", b"<sheetData><row r='x'>"), "The workbook is damaged"),
        (in_sheet(b'r="D1"', b'r="XFD1"'), "more than 20000 rows or 250 columns"),
        (in_sheet(b'<row r="2"', b'<row r="1048576"'), "more than 20000 rows or 250 columns"),
        (
            in_sheet(
                b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
            ),
            "merges",
        ),
    ],
)
def test_a_workbook_that_is_broken_or_too_large_is_refused(raw: bytes, said: str):
    started = time.perf_counter()
    assert said in problem_in(read(raw, "note.xlsx"))
    assert time.perf_counter() - started < 10


def test_an_encrypted_part_is_refused():
    flagged = bytearray(SOUND)
    for start in (SOUND.index(b"PK\x03\x04") + 6, SOUND.index(b"PK\x01\x02") + 8):
        flagged[start] |= 1
    assert "protected with a password" in problem_in(read(bytes(flagged), "note.xlsx"))


def test_a_part_that_stands_twice_is_refused():
    content = io.BytesIO(SOUND)
    with zipfile.ZipFile(content, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/workbook.xml", b"<x/>")
    assert "The file is damaged" in problem_in(read(content.getvalue(), "note.xlsx"))


@pytest.mark.parametrize("size", [(21_000, 1), (1, 300)])
def test_a_csv_file_with_too_many_rows_or_columns_is_refused(size: tuple[int, int]):
    rows, columns = size
    assert "more than 20000 rows or 250 columns" in problem_in(
        read((";".join("x" * columns) + "\n") * rows, "a.csv")
    )


def mutant(raw: bytes, rng: random.Random) -> bytes:
    changed = bytearray(raw)
    match rng.randrange(4):
        case 0:
            return raw[: rng.randrange(len(raw))]
        case 1:
            for _ in range(rng.randrange(1, 6)):
                changed[rng.randrange(len(raw))] ^= 1 << rng.randrange(8)
        case 2:
            start, length = rng.randrange(len(raw)), rng.randrange(1, 200)
            changed[start : start + length] = rng.randbytes(length)
        case _:
            cut = sorted(rng.randrange(len(raw)) for _ in range(3))
            return raw[: cut[0]] + raw[cut[1] : cut[2]] + raw[cut[0] : cut[1]] + raw[cut[2] :]
    return bytes(changed)


@pytest.mark.parametrize(
    ("name", "raw"), [("a.yaml", YAML.encode()), ("a.csv", CSV.encode()), ("a.xlsx", SOUND)]
)
def test_a_mutated_file_is_read_or_told_of(name: str, raw: bytes):
    assert note_in(read(raw, name)).code == "A1"
    rng = random.Random(name)  # noqa: S311 - to repeat the run
    for _ in range(100):
        document = read(mutant(raw, rng), name)
        assert document.notes == () or document.notes[0].source.path == name
