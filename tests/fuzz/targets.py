"""What is fuzzed: of each target, what it does with any bytes, and what must hold whatever they are."""

from __future__ import annotations

import json
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from grantcheck.data.configuration.file import read_configuration
from grantcheck.data.fault import DataFault, SettingFault
from grantcheck.data.marked_yaml import parse
from grantcheck.data.matches import load_matches
from grantcheck.data.profile import Profile, load_profile
from grantcheck.data.shipped import shipped_rules
from grantcheck.data.validated import validated
from grantcheck.engine.compiler import compile_book
from grantcheck.model.reading_limits import USUAL
from grantcheck.prices.loading import load_series
from grantcheck.read.copenhagen.claims import read_claims
from grantcheck.read.copenhagen.figures import Certainty, read_run
from grantcheck.read.copenhagen.sentences import split_sentences
from grantcheck.read.lines import passage, split_lines
from grantcheck.read.numbers import parse_figure
from grantcheck.read.reader import read_document
from grantcheck.read.settled.readings import readings_beside
from grantcheck.read.structured.mapping_file import given_mapping
from grantcheck.read.text import decode
from grantcheck.rules.loading import load_rule
from grantcheck.rules.rule import RuleBook
from grantcheck.rules.vocabulary import Vocabulary, load_vocabulary
from grantcheck.workbench.complaints import complaints

from .printed import unprinted, value_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from grantcheck.model.document import Document

MOST_BYTES = 10_000
CUT = b"\n%%%\n"
"""Parts the mapping from the sheet in one input."""
_KINDS = 8


@dataclass(frozen=True)
class Target:
    """One thing to fuzz."""

    run: Callable[[bytes], object]
    """Raises where something is wrong; what it returns must be the same the next time."""
    seeds: Callable[[], Iterator[bytes]]


def tried(target: Target, content: bytes, seconds: float) -> None:
    """Runs a target on an input, twice.

    Raises:
        AssertionError: it says something else the second time, or computes for longer than it may.
    """
    started = time.process_time()
    first = target.run(content)
    took = time.process_time() - started
    assert target.run(content) == first, "the second time gives something else"
    assert took < seconds or len(content) >= MOST_BYTES or _at_best(target, content) < seconds, (
        f"{took:.1f} s"
    )


def _at_best(target: Target, content: bytes) -> float:
    """Processor seconds, the least of three: what else runs on the machine is no fault."""
    times = []
    for _ in range(3):
        started = time.process_time()
        target.run(content)
        times.append(time.process_time() - started)
    return min(times)


def _text(content: bytes) -> Document:
    document = _read(_written("note.txt", content))
    text = decode(content, USUAL.text_bytes).text
    if text is None:
        assert not document.notes
    for note in document.notes:
        assert unprinted(note, text or "") == []
    return document


def _figures(content: bytes) -> object:
    """The first byte says how many columns there are; the rest is the words of a row."""
    columns = 1 + (content[0] if content else 0) % 7
    text = content[1:].decode("utf-8", "replace")
    run = [line.words() for line in split_lines(text)]
    words = [word for line in run for word in line]
    for word in words:
        figure = parse_figure(word.text)
        assert figure is None or (figure.printed == word.text and figure.value == value_of(word.text))
    readings = [read_run(run, columns, has_total=has_total) for has_total in (False, True)]
    for reading in readings:
        if reading.certainty is Certainty.CERTAIN:
            assert len(reading.placed) == columns
            assert "".join(placed.figure.printed for placed in reading.placed) == "".join(
                word.text for word in words
            )
        assert all(placed.figure.value == value_of(placed.figure.printed) for placed in reading.placed)
    return readings


def _claims(content: bytes) -> object:
    """A text that is nothing but running text, for 2026."""
    text = content.decode("utf-8", "replace")
    lines = split_lines(text)
    section = passage(lines)
    found = read_claims(section, split_sentences(section.text), 0, 2026)
    for claim in found.claims:
        assert claim.text in section.text
        assert claim.precision >= 1
        assert claim.from_year is None or claim.to_year is None or claim.from_year <= claim.to_year
    return found


def _rules(content: bytes) -> object:
    """A rule file, loaded and compiled, and looked at by `rules check`."""
    folder = _folder() / "rules"
    folder.mkdir(exist_ok=True)
    path = folder / "one.yaml"
    path.write_bytes(content)
    said = [str(fault) for fault in complaints(folder, _few_words())]
    try:
        rule = load_rule(path, _vocabulary())
        compile_book(RuleBook((rule,), _vocabulary(), sha256=""))
    except DataFault as fault:
        return (said, _told(fault))
    return said


def _mapping(content: bytes) -> object:
    """A mapping and a sheet; the mapping given, and found beside the sheet."""
    mapping, _, sheet = content.partition(CUT)
    path, beside = _written("sheet.csv", sheet), _written("mapping.yaml", mapping)
    document = _read(path)
    try:
        given_mapping(beside)
    except DataFault as fault:
        return (document, str(fault))
    return document


def _data(suffix: str, content: bytes) -> Document:
    return _read(_written(f"note{suffix}", content))


def _settings(content: bytes) -> object:
    path = _written("grantcheck.toml", content)
    shared = _written("pyproject.toml", content)
    said = []
    for file in (path, shared):
        try:
            said.append(read_configuration(file).layer)
        except (DataFault, SettingFault) as fault:
            said.append(_told(fault))
    return said


def _files(content: bytes) -> object:
    """Every other file that people write: a profile, a price series, words of rules, settled matches, readings."""
    path = _written("note.readings.yaml", content)
    loaders: tuple[Callable[[Path], object], ...] = (
        lambda path: validated(Profile, parse(path.read_text("utf-8", "replace"), path)),
        lambda path: validated(Vocabulary, parse(path.read_text("utf-8", "replace"), path)),
        load_series,
        lambda path: load_matches(path, ("KFU/aftentimer",)),
        lambda path: readings_beside(path.with_name("note.txt")),
    )
    said: list[object] = []
    for load in loaders:
        try:
            said.append(load(path))
        except DataFault as fault:
            said.append(_told(fault))
    return said


def _told(fault: DataFault | SettingFault) -> str:
    assert fault.problem
    assert fault.remedy
    return str(fault)


def _read(path: Path) -> Document:
    return read_document(path, path.name, _profile())


def _written(name: str, content: bytes) -> Path:
    path = _folder() / name
    path.write_bytes(content)
    return path


@cache
def _folder() -> Path:
    """In memory where the system has a place for that; a fuzzer writes thousands of files a minute."""
    memory = Path("/dev/shm")  # noqa: S108 - in a folder of its own below it
    return Path(tempfile.mkdtemp(prefix="grantcheck-fuzz-", dir=memory if memory.is_dir() else None))


@cache
def _profile() -> Profile:
    return load_profile(shipped_rules())


@cache
def _vocabulary() -> Vocabulary:
    return load_vocabulary(shipped_rules())


@cache
def _few_words() -> Path:
    """A folder with the words of some rules: `rules check` reads them each time, and all of them take long."""
    folder = _folder() / "words"
    folder.mkdir()
    kinds = sorted(_vocabulary().kinds.items())[:_KINDS]
    words = Vocabulary(kinds=dict(kinds)).model_dump(mode="json")
    (folder / "facts.yaml").write_text(json.dumps(words), "utf-8")
    return folder


_ROOT = Path(__file__).resolve().parents[2]
_CORPUS = Path(__file__).parent / "corpus"


def found_before(name: str) -> list[Path]:
    """The inputs of a target that broke something once, or are a beginning for it."""
    return sorted((_CORPUS / name).glob("*"))


def _seeds(name: str, *patterns: str, cut: bool = False) -> Iterator[bytes]:
    for path in found_before(name):
        yield path.read_bytes()
    for pattern in patterns:
        for path in sorted(_ROOT.glob(pattern)):
            content = path.read_bytes()
            if cut or len(content) < MOST_BYTES:
                yield content[:MOST_BYTES]


def _paragraphs() -> Iterator[bytes]:
    yield from _seeds("claims")
    for note in _seeds("text", "fixtures/notes/*.txt"):
        with suppress(UnicodeDecodeError):
            yield from (part.encode() for part in note.decode().split("\n\n") if "kr." in part)


def _rows() -> Iterator[bytes]:
    yield from _seeds("figures")
    yield from (b"\x04310 310 310 310 1.240", "\x03−1.250\n- 13.40\n0 13.400".encode(), b"\x02(1.500) 1.500-")


TARGETS = {
    "text": Target(_text, partial(_seeds, "text", "fixtures/notes/*.txt", "fixtures/broken/*.txt")),
    "figures": Target(_figures, _rows),
    "claims": Target(_claims, _paragraphs),
    "rules": Target(_rules, partial(_seeds, "rules", "rules/base/*.yaml")),
    "mapping": Target(_mapping, partial(_seeds, "mapping")),
    "data-yaml": Target(partial(_data, ".yaml"), partial(_seeds, "data-yaml")),
    "data-json": Target(partial(_data, ".json"), partial(_seeds, "data-json")),
    "settings": Target(_settings, partial(_seeds, "settings")),
    "files": Target(
        _files,
        partial(
            _seeds, "files", "rules/prices/*.yaml", "rules/profiles/*/*.yaml", "fixtures/prices/*", cut=True
        ),
    ),
}
