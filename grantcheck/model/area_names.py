"""Control areas in words."""

from __future__ import annotations

from grantcheck.model.terms import ControlArea
from grantcheck.model.text import Text

AREA_NAMES = {
    ControlArea.SERVICE: Text(en="service", da="service"),
    ControlArea.CAPITAL: Text(en="capital", da="anlæg"),
    ControlArea.TRANSFERS: Text(en="transfers", da="overførsler"),
}
