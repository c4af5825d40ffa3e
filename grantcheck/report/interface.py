"""What every output format is: a value in, the finished text out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from grantcheck.model.report import Report

Shown_contra = TypeVar("Shown_contra", contravariant=True)


class Format(Protocol[Shown_contra]):
    """Turns a value (a report, the documents read, a rule) into the text that standard output gets."""

    def rendered(self, shown: Shown_contra) -> str:
        """The whole text, ending with a line break."""
        ...


class ReportFormat(Protocol):
    """Turns a report into a finished file. The same report gives the same bytes."""

    def rendered(self, shown: Report) -> str | bytes:
        """The whole output: text, which is written as UTF-8, or the bytes of a binary format."""
        ...
