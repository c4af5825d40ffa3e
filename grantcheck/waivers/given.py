"""The waivers that an audit is given, with the day and what an office settles about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from grantcheck.model.case import Case
from grantcheck.model.document import Document, Measure
from grantcheck.model.note import Source
from grantcheck.model.waiver import WaiverFile, WaiversInUse, WaiverStanding
from grantcheck.rules.rule import RuleBook
from grantcheck.waivers.listing import in_use
from grantcheck.waivers.standing import TIME_ZONE, WARN_DAYS, standing_of

MEDIA_TYPE = "application/vnd.grantcheck.waivers"


@dataclass(frozen=True)
class GivenWaivers:
    """A file of waivers on a day."""

    file: WaiverFile
    day: date
    """The day of the audit in the time zone."""
    time_zone: str = TIME_ZONE
    warn_days: int = WARN_DAYS

    def standings(self, book: RuleBook) -> tuple[WaiverStanding, ...]:
        """Each waiver beside the rules and the day, before anything is known of findings."""
        return tuple(standing_of(written, book, self.day) for written in self.file.waivers)

    def case(self, standings: tuple[WaiverStanding, ...]) -> Case:
        """The file as a case of its own, which the rule on waivers judges."""
        source = Source(path=self.file.path, sha256=self.file.sha256, media_type=MEDIA_TYPE)
        measure = Measure(bytes=0, byte_limit=0, characters=0, undecodable_bytes=0, control_characters=0)
        document = Document(source=source, measure=measure, notes=())
        return Case(document=document, note=None, waivers=standings)

    def in_use(self, standings: tuple[WaiverStanding, ...]) -> WaiversInUse:
        """The waivers as the report lists them."""
        return in_use(self.file, standings, self.day, self.time_zone, self.warn_days)
