"""Every setting there is, with its default. A section is a class, a setting a field of it."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, PlainValidator

from grantcheck.data.configuration.areas import DEFAULT, area_word
from grantcheck.data.fault import Unfit
from grantcheck.data.validated import nearest
from grantcheck.model.choices import (
    COPENHAGEN,
    AmountChoices,
    EarlierLevel,
    Editions,
    SeriesChoice,
    Tolerance,
)
from grantcheck.model.format_name import FormatName
from grantcheck.model.frozen import Frozen
from grantcheck.model.money import Kroner
from grantcheck.model.outcome import Severity
from grantcheck.model.reading_limits import USUAL, ReadingLimits
from grantcheck.model.terms import ControlArea
from grantcheck.model.text import Language

SettingKey = tuple[str, ...]
"""Section and key, then the entry of a key that holds several: `("prices", "series", "capital")`."""

Switch = Annotated[bool, Field(strict=True)]
Count = Annotated[int, Field(strict=True, ge=1)]
CheckSeverity = Literal["error", "warning"]
ParameterValue = Annotated[int, Field(strict=True)] | Annotated[str, Field(strict=True)]
"""A whole number or a text."""


def _tolerance(value: object) -> Tolerance:
    if value == "printed-unit":
        return "printed-unit"
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return Kroner(value)
    raise Unfit(f"'{value}' is no tolerance.", 'Write "printed-unit", or whole kroner such as 500.')


def _format(value: object) -> object:
    if isinstance(value, str) and value in list(FormatName):
        return FormatName(value)
    raise Unfit(f"There is no format '{value}'.", nearest(str(value), FormatName))


def _time_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Unfit(
            f"'{name}' is no time zone.", "Write one of the IANA names, such as Europe/Copenhagen."
        ) from error
    return name


def _one_series_an_area(value: object) -> object:
    """Two spellings of one area would hide each other."""
    if not isinstance(value, dict):
        raise Unfit(
            "This is no table.", f'Write {{ {DEFAULT} = "FILE" }}, or an entry for each control area.'
        )
    seen: dict[str, str] = {}
    for spelled in value:
        area = _area(spelled)
        if area in seen:
            raise Unfit(f"'{seen[area]}' and '{spelled}' are one control area.", "Keep one of the two.")
        seen[area] = spelled
    return value


def _area(spelled: str) -> str:
    try:
        return area_word(spelled)
    except Unfit:
        return spelled  # told at its own line


class ReportSection(Frozen):
    """How results are told."""

    language: Language = "en"
    format: Annotated[FormatName, BeforeValidator(_format)] = FormatName.TEXT
    """Of the audit; results that have text and JSON only are text in every other."""
    fail_on: tuple[Literal["error", "warning", "not-verifiable"], ...] = ("error",)
    show: Literal["findings", "all"] = "findings"


class LimitsSection(Frozen):
    """How much of a file is read; what each limit is for stands with `ReadingLimits`."""

    pages_per_note: Count = USUAL.pages_per_note
    pages_per_file: Count = USUAL.pages_per_file
    notes_per_file: Count = USUAL.notes_per_file
    text_bytes: Count = USUAL.text_bytes
    text_lines: Count = USUAL.text_lines
    text_amounts: Count = USUAL.text_amounts
    sheet_bytes: Count = USUAL.sheet_bytes
    word_bytes: Count = USUAL.word_bytes
    pdf_bytes: Count = USUAL.pdf_bytes
    unpacked_bytes: Count = USUAL.unpacked_bytes
    seconds: Count = USUAL.seconds
    processor_seconds: Count = USUAL.processor_seconds
    memory_bytes: Count = USUAL.memory_bytes
    ocr_pages: Count = USUAL.ocr_pages
    ocr_page_seconds: Count = USUAL.ocr_page_seconds

    @property
    def limits(self) -> ReadingLimits:
        """The limits as the readers take them."""
        return ReadingLimits(**dict(self))


class ReadingSection(Frozen):
    """How notes are read."""

    jobs: Count | None = None
    """None: as many as there are cores."""
    cache: Switch = True
    ocr: Switch = False
    mapping: Path | None = None
    """None: what lies beside a sheet."""
    limits: LimitsSection = LimitsSection()


class RulesSection(Frozen):
    """Which rules are applied."""

    folder: Path | None = None
    """None: those that come with grantcheck."""
    packs: tuple[str, ...] = ()
    """Rules beside them: folders (with a slash), and names of installed packs."""
    off: dict[str, str] = Field(default_factory=dict)
    """Why rules are turned off, by their number; whether there is such a rule is known where the rules are."""
    parameters: dict[str, dict[str, ParameterValue]] = Field(default_factory=dict)
    """By the number of a rule, then by name; whether a value fits is the rule's to say."""


class ProfileSection(Frozen):
    """Whose notes are read."""

    name: str = COPENHAGEN
    """A profile that comes with the rules, or the folder of another one (with a slash)."""


class RegisterSection(Frozen):
    """The register of prior allocations."""

    path: str | None = None
    """A path, `sqlite:///r.sqlite` or `postgresql://…`; None: the usual place, where there is one."""
    matches: Path | None = None
    """Which grants notes continue, settled by a person; None: nothing is settled."""


class WaiversSection(Frozen):
    """Findings that may stand."""

    file: str | None = None
    """None: `waivers.yaml` or `waivers.xlsx` beside the configuration file, where there is one."""
    taken_from: str | None = None
    """`git:REF`: the file as that revision has it; None: as it lies there."""
    time_zone: Annotated[str, AfterValidator(_time_zone)] = "Europe/Copenhagen"
    """Where the last day of a waiver ends."""
    warn_days: Count = 30
    """From so many days before its last day a waiver is told to lapse soon."""


class BaselineSection(Frozen):
    """Findings that are known."""

    file: str | None = None
    """None: nothing is known."""


class PricesSection(Frozen):
    """What carries amounts from one price level to another."""

    series: Annotated[
        dict[Annotated[str, BeforeValidator(area_word)], str], BeforeValidator(_one_series_an_area)
    ] = Field(default_factory=dict)
    editions: Editions = "agree"


class AmountsSection(Frozen):
    """How amounts are compared."""

    earlier_level: EarlierLevel = "last"
    tolerance: Annotated[Tolerance, PlainValidator(_tolerance)] = "printed-unit"


with warnings.catch_warnings():
    # every abstract class has a `register` of its own, which no instance shows
    warnings.filterwarnings("ignore", message='Field name "register"')

    class Configuration(Frozen):
        """All settings."""

        report: ReportSection = ReportSection()
        reading: ReadingSection = ReadingSection()
        rules: RulesSection = RulesSection()
        profile: ProfileSection = ProfileSection()
        register: RegisterSection = RegisterSection()
        waivers: WaiversSection = WaiversSection()
        baseline: BaselineSection = BaselineSection()
        prices: PricesSection = PricesSection()
        amounts: AmountsSection = AmountsSection()
        severities: dict[str, CheckSeverity] = Field(default_factory=dict)
        """By the number of a rule; whether there is such a rule is known where the rules are."""

        @property
        def amount_choices(self) -> AmountChoices:
            """What is chosen about amounts."""
            return AmountChoices(
                tuple(
                    SeriesChoice(None if area == DEFAULT else ControlArea(area), source)
                    for area, source in sorted(self.prices.series.items())
                ),
                self.prices.editions,
                self.amounts.earlier_level,
                self.amounts.tolerance,
            )

        @property
        def chosen_severities(self) -> dict[str, Severity]:
            """The severities of rules that are not to keep their own."""
            return {rule: Severity(word) for rule, word in self.severities.items()}


def setting_keys(section: type[BaseModel] = Configuration, above: SettingKey = ()) -> Iterator[SettingKey]:
    """Every setting, in the order of the sections."""
    for name, field in section.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from setting_keys(field.annotation, (*above, name))
        else:
            yield (*above, name)


def annotation_of(key: SettingKey) -> Any:  # noqa: ANN401 - typing has no narrower type for annotations
    """How a setting is annotated."""
    section: Any = Configuration
    for name in key:
        section = section.model_fields[name].annotation
    return section


def value_of(configuration: BaseModel, key: SettingKey) -> object:
    """The value of a setting, or of one entry of it."""
    value: Any = configuration
    for name in key:
        value = value[name] if isinstance(value, dict) else getattr(value, name)
    found: object = value
    return found
