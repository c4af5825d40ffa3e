"""Captions of tables, and the heading row: unit, price level, years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from grantcheck.model.note import TOTAL
from grantcheck.model.terms import PriceLevel, TableKind
from grantcheck.read.lines import joined, squeezed
from grantcheck.read.numbers import is_piece

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from grantcheck.data.profile import Profile
    from grantcheck.data.template import Template
    from grantcheck.read.lines import Line

_CAPTION_REACH = 5
HEADING_REACH = 160
"""Lines that a heading row may take; narrow columns print a year over four, with blank lines between."""
_LEAST = 5
"""Letters of a heading by which a line is known, where a narrow column cuts it."""
_LONGEST = 300
_MOST_YEARS = 12
_DIGIT_GAP = r"(?:[ \t]*\n\s*)?"
_YEAR = rf"2{_DIGIT_GAP}0{_DIGIT_GAP}\d{_DIGIT_GAP}\d"
_YEARS = re.compile(rf"(?<![\d.,/-]){_YEAR}(?:\s*{_YEAR}){{1,{_MOST_YEARS}}}(?![\d.,/])")
_UNITS = (
    (re.compile(r"\(?(?:i)?(?:1\.?000kr\.?|t\.?kr\.?|tkr\.?)\)?"), 1_000),
    (re.compile(r"\(?(?:i)?(?:mio\.?kr\.?|mill\.?kr\.?)\)?"), 1_000_000),
    (re.compile(r"\(?(?:i)?(?:helekr\.?|kr\.)\)?"), 1),
)
_LEVELS = (
    re.compile(r"\(?i?(?P<year>20\d\d)(?:p/l|pl|priser|niveau|prisniveau)\)?"),
    re.compile(r"\((?P<short>\d\d)(?:p/l|pl)\)"),
    re.compile(r"\(?p/l(?P<year>20\d\d)\)?"),
)
REQUIRED_COLUMNS = {
    TableKind.OVERVIEW: ("control_area",),
    TableKind.SERVICE: ("committee", "appropriation", "direction"),
    TableKind.CAPITAL: ("committee", "appropriation", "direction"),
    TableKind.TRANSFERS: ("committee", "appropriation", "direction"),
    TableKind.PRIOR: (),
}


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption and the lines it takes."""

    kind: TableKind | None
    number: int | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TableHeading:
    """The heading row, and how it looks so that its repetition on the next page is known."""

    unit: int | None
    price_level: PriceLevel | None
    years: tuple[int, ...]
    has_totals: bool
    shape: str
    """The whole heading, squeezed."""
    length: int
    """How many lines it takes."""


def find_captions(lines: Sequence[Line], profile: Profile) -> list[Caption]:
    """Every caption, in order; one whose kind the profile does not know has none."""
    captions: list[Caption] = []
    prior = frozenset(map(squeezed, profile.caption(TableKind.PRIOR).words))
    fields = {name for names in REQUIRED_COLUMNS.values() for name in names}
    columns = {squeezed(word) for name in fields for word in profile.columns.get(name, ())}
    kinds = [(squeezed(word), caption.kind) for caption in profile.captions for word in caption.words]
    for index, line in enumerate(lines):
        if captions and index < captions[-1].end:
            continue
        match = profile.template.caption.fullmatch(line.stripped)
        if match:
            captions.append(_numbered(lines, index, int(match["number"]), kinds, columns))
        elif _is_prior(line.stripped, prior):
            captions.append(Caption(TableKind.PRIOR, None, line.stripped, index, index + 1))
    return captions


def _is_prior(text: str, words: frozenset[str]) -> bool:
    return bool(text) and len(text) < _LONGEST and text[0].isupper() and squeezed(text).rstrip(":") in words


def _numbered(
    lines: Sequence[Line],
    start: int,
    number: int,
    kinds: Sequence[tuple[str, TableKind]],
    columns: Collection[str],
) -> Caption:
    """A caption "Tabel 2. …", over as many lines as its words take."""
    text = ""
    best: Caption | None = None
    for index in range(start, min(start + _CAPTION_REACH, len(lines))):
        if index > start and _opens_heading(lines[index].stripped, columns):
            break
        text = joined((text, lines[index].stripped))
        kind = _kind(text, kinds)
        if kind is not None and lines[index].stripped:
            best = best or Caption(kind, number, text, start, index + 1)
            if kind is not best.kind or index + 1 == best.end:
                best = Caption(kind, number, text, start, index + 1)
    return best or Caption(None, number, lines[start].stripped, start, start + 1)


def _opens_heading(text: str, columns: Collection[str]) -> bool:
    """Whether a line begins the heading row: with a unit, a year, or the heading of a column, perhaps cut."""
    if re.match(r"(?:1\.?000|t\.?\s?kr|mio|mill|kr\.|20\d\d\b)", text, re.IGNORECASE):
        return True
    first = squeezed(text.split(maxsplit=1)[0]) if text[:1].isupper() else ""
    return len(first) >= _LEAST and any(column.startswith(first) for column in columns)


def _kind(text: str, kinds: Sequence[tuple[str, TableKind]]) -> TableKind | None:
    printed = squeezed(text)
    return next((kind for word, kind in kinds if word in printed), None)


def read_heading_row(lines: Sequence[Line], kind: TableKind, profile: Profile) -> TableHeading | None:
    """The heading row that leads these lines; None where it is not what the template has."""
    text = "\n".join(line.text[:_LONGEST] for line in lines)
    for match in _YEARS.finditer(text):
        years = _year_list(match[0])
        if years is None:
            continue
        stated = _stated(text[: match.start()], kind, profile)
        if stated is None:
            return None
        total = _total_heading(profile.columns.get(TOTAL, ())).match(text, match.end())
        end = total.end() if total else match.end()
        if not _ends_heading(text[end:], has_totals=total is not None):
            return None
        return TableHeading(
            stated[0],
            stated[1],
            years,
            total is not None,
            squeezed(text[:end]),
            text.count("\n", 0, end) + 1,
        )
    return None


def year_runs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Where years stand in a row as a heading has them: for each run its first and last line."""
    text = "\n".join(line.text[:_LONGEST] for line in lines)
    runs: list[tuple[int, int]] = []
    line, seen = 0, 0
    for match in _YEARS.finditer(text):
        if _year_list(match[0]) is None:
            continue
        line += text.count("\n", seen, match.start())
        seen = match.start()
        runs.append((line, line + match[0].count("\n")))
    return runs


def _ends_heading(behind: str, *, has_totals: bool) -> bool:
    """Whether a row's words stand behind a heading; digits there may be a year that is cut or not set apart."""
    same_line, _, below = behind.partition("\n")
    opening = below.lstrip().split("\n", 1)[0].split()
    if same_line.strip() or not opening:
        return False
    return has_totals or not is_piece(opening[0])


def _year_list(printed: str) -> tuple[int, ...] | None:
    """The years of a heading: each the one after the one before, whatever line breaks cut them."""
    digits = re.sub(r"\s", "", printed)
    if len(digits) % 4:
        return None
    years = tuple(int(digits[at : at + 4]) for at in range(0, len(digits), 4))
    in_row = years == tuple(range(years[0], years[0] + len(years)))
    return years if in_row and len(years) <= _MOST_YEARS else None


def _stated(before: str, kind: TableKind, profile: Profile) -> tuple[int | None, PriceLevel | None] | None:
    """Unit and price level; None where the heading holds words that the template does not have."""
    rest = squeezed(before)
    unit, rest = unit_stated(rest)
    level, rest = level_stated(rest, profile.template)
    rest = re.sub(r"[,.;:()]", "", rest)
    columns = {name: tuple(map(squeezed, words)) for name, words in profile.columns.items() if name != TOTAL}
    missing = [
        name for name in REQUIRED_COLUMNS[kind] if not any(word in rest for word in columns.get(name, ()))
    ]
    # the longest first: "udvalg" is the beginning of other headings
    for word in sorted(set(chain.from_iterable(columns.values())), key=len, reverse=True):
        rest = rest.replace(word, "", 1)
    if missing or rest:
        return None
    return unit, level


def unit_stated(text: str) -> tuple[int | None, str]:
    """The unit that a squeezed heading states, and the heading without it."""
    for pattern, unit in _UNITS:
        match = pattern.search(text)
        if match:
            return unit, text[: match.start()] + text[match.end() :]
    return None, text


def level_stated(text: str, template: Template) -> tuple[PriceLevel | None, str]:
    """The price level that a squeezed heading states, and the heading without it."""
    for pattern in (template.in_current_prices, *_LEVELS):
        match = pattern.search(text)
        if match is None:
            continue
        groups = match.groupdict()
        rest = text[: match.start()] + text[match.end() :]
        if groups.get("current"):
            return "current", rest
        return (int(groups["year"]) if groups.get("year") else 2000 + int(groups["short"])), rest
    return None, text


@cache
def _total_heading(words: tuple[str, ...]) -> re.Pattern[str]:
    """The heading of the column of totals, whatever line breaks cut it; a bracket behind it makes it another one."""
    pieces = (r"\s+".join(_DIGIT_GAP.join(map(re.escape, part)) for part in word.split()) for word in words)
    return re.compile(rf"\s*(?:{'|'.join(pieces) or '(?!)'})\b(?![ \t]*\()", re.IGNORECASE)


def without_repeats(
    lines: Sequence[Line], heading: TableHeading, caption: Caption, continued: Sequence[str]
) -> list[Line]:
    """The lines of a table without the heading rows and captions that each page repeats."""
    kept: list[Line] = []
    at = 0
    broken = False
    while at < len(lines):
        length = _repeat_at(lines, at, heading, caption, continued)
        if length:
            broken = True
            at += length
            continue
        line = lines[at]
        kept.append(line if not broken else _after_break(line))
        broken = broken and not line.stripped
        at += 1
    return kept


def _after_break(line: Line) -> Line:
    return type(line)(line.number, line.text, after_break=True)


def _repeat_at(
    lines: Sequence[Line], at: int, heading: TableHeading, caption: Caption, continued: Sequence[str]
) -> int:
    """How many lines from here repeat the heading row, with or without the caption; 0 for none."""
    shapes = (
        heading.shape,
        squeezed(caption.text) + heading.shape,
        *(squeezed(f"{caption.text}({word})") + heading.shape for word in continued),
    )
    seen = ""
    if not lines[at].stripped:
        return 0
    for index in range(at, min(at + HEADING_REACH, len(lines))):
        seen += squeezed(lines[index].text)
        if seen in shapes:
            return index - at + 1
        if not any(shape.startswith(seen) for shape in shapes):
            return 0
    return 0
