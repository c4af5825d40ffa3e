"""Series files to series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from grantcheck.data.fault import DataFault
from grantcheck.data.marked_yaml import KeyPath, Marked, YamlValue, load
from grantcheck.data.validated import nearest, validated
from grantcheck.model.choices import SERIES_SUFFIXES, is_series_path
from grantcheck.prices.fault import SeriesNotFound
from grantcheck.prices.form import SeriesFile, StepEntry
from grantcheck.prices.series import Fixed, IndexNumber, PriceSeries, Spread, StatedProduct, Step, StepStatus

TEMPLATE = "template"
"""The file to copy when writing a series of one's own; no series itself."""


def load_series(path: Path) -> PriceSeries:
    """The series in a file.

    Raises:
        DataFault: the file is no series; what is doubtful in a series that is one, `checking.faults` tells.
    """
    marked = load(path)
    _refuse_placeholders(marked)
    series = _series(validated(SeriesFile, marked), marked)
    _refuse_vanishing(series, path)
    return series


def find_series(name_or_path: str, rules: Path, base: Path) -> PriceSeries:
    """The series of a file (relative to `base`), or the one of that name in the folder of rules.

    What ends in .yaml or .yml, or holds a slash, is a path.

    Raises:
        DataFault: the file is no series.
        SeriesNotFound: there is none; the remedy names the nearest.
    """
    if is_series_path(name_or_path):
        path = base / name_or_path
        if path.is_file():
            return load_series(path)
        raise SeriesNotFound(
            f"There is no series file '{name_or_path}'.", "Check the path, or give the name of a series."
        )
    path = rules / "prices" / f"{name_or_path}.yaml"
    if path.is_file():
        return load_series(path).model_copy(update={"shown_path": path.relative_to(rules).as_posix()})
    raise SeriesNotFound(f"There is no series '{name_or_path}'.", _nearest_series(name_or_path, rules))


def template_file(rules: Path) -> Path:
    """The series file to fill in.

    Raises:
        SeriesNotFound: the rules come without one.
    """
    path = rules / "prices" / f"{TEMPLATE}.yaml"
    if path.is_file():
        return path
    raise SeriesNotFound(f"There is no template '{path}'.", "Leave out --rules to get the one of grantcheck.")


def series_files(folder: Path) -> list[Path]:
    """The series files of a folder by name, without the template."""
    files = (path for path in folder.iterdir() if path.suffix in SERIES_SUFFIXES and path.stem != TEMPLATE)
    return sorted(files)


def _nearest_series(name: str, rules: Path) -> str:
    folder = rules / "prices"
    known = [path.stem for path in series_files(folder)] if folder.is_dir() else []
    return f"{nearest(name, known)} A file of your own is given with its ending, as ./{name}.yaml."


def _series(file: SeriesFile, marked: Marked) -> PriceSeries:
    numbers = tuple(_numbers(file, marked))
    return PriceSeries(
        name=file.series,
        title=file.title,
        kind=file.kind,
        unit=file.unit,
        source=file.source,
        last_checked=file.last_checked,
        indicative=file.indicative,
        spread=Spread(points=file.spread.points, applied=file.spread.applied) if file.spread else None,
        lag=file.lag,
        fixed=Fixed(**dict(file.fixed), line=marked.line(("fixed",))) if file.fixed else None,
        products=tuple(
            StatedProduct(**dict(product), line=marked.line(("products", at)))
            for at, product in enumerate(file.products)
        ),
        steps=tuple(_steps_between(file, numbers) if numbers else _steps(file, marked)),
        numbers=numbers,
        path=str(marked.path),
        shown_path=str(marked.path),
    )


def _steps(file: SeriesFile, marked: Marked) -> Iterator[Step]:
    for at, entry in enumerate(file.steps):
        if entry.from_year is not None and entry.to_year is not None:
            line = marked.line(("steps", at))
            yield Step(from_year=entry.from_year, to_year=entry.to_year, line=line, **_stated(entry))


def _numbers(file: SeriesFile, marked: Marked) -> Iterator[IndexNumber]:
    for at, entry in enumerate(file.steps):
        if entry.year is not None:
            line = marked.line(("steps", at))
            yield IndexNumber(year=entry.year, value=entry.value, edition=entry.edition, line=line)


def _steps_between(file: SeriesFile, numbers: tuple[IndexNumber, ...]) -> Iterator[Step]:
    """A step for two consecutive years of one edition; numbers of two editions may differ in their base."""
    bases = defaultdict(list)
    for number in numbers:
        bases[number.edition, number.year].append(number.value)
    for entry, number in zip(file.steps, numbers, strict=True):
        for base in bases[number.edition, number.year - 1]:
            years = {"from_year": number.year - 1, "to_year": number.year}
            yield Step(**years, base=base, line=number.line, **_stated(entry))


def _stated(entry: StepEntry) -> dict[str, YamlValue]:
    """What a step has in common with its entry."""
    return {
        "value": entry.value,
        "status": StepStatus(entry.status),
        "edition": entry.edition,
        "document": entry.document,
        "reference": entry.reference,
        "last_checked": entry.last_checked,
        "factor": entry.factor,
    }


def _refuse_vanishing(series: PriceSeries, path: Path) -> None:
    """A factor of zero or less cannot be undone, and no price has one."""
    for number in series.numbers:
        if number.value <= 0:
            raise DataFault(path, number.line, f"The index number {number.value} is not above 0.", "Mend it.")
    for step in series.steps:
        if series.factor(step) <= 0 or series.growth(step) <= 0:
            raise DataFault(
                path,
                step.line,
                f"With {step.value} nothing is left of the prices of {step.from_year}.",
                "Mend it.",
            )
    if series.fixed and series.fixed.percent <= -100:  # noqa: PLR2004 - per cent
        raise DataFault(
            path, series.fixed.line, "A fall by all of it leaves no prices.", "Mend the percentage."
        )


def _refuse_placeholders(marked: Marked) -> None:
    """What the template leaves open in angle brackets is to be filled in, not guessed."""
    open_places = list(_placeholders(marked.values, ()))
    if not open_places:
        return
    lines = sorted({marked.line(place) for place in open_places})
    named = ", ".join(dict.fromkeys(str(place[-1]) for place in open_places))
    raise DataFault(
        marked.path,
        lines[0],
        f"The template's placeholders still stand here for {named} (lines {', '.join(map(str, lines))}).",
        "Copy the file and write your own value in place of each <…>; it is no series before.",
    )


def _placeholders(value: YamlValue, at: KeyPath) -> Iterator[KeyPath]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _placeholders(inner, (*at, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _placeholders(inner, (*at, index))
    elif isinstance(value, str) and value.startswith("<") and value.endswith(">"):
        yield at
