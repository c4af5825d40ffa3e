"""A register that knows some of the fixtures' grants, under the names that registers give them."""

from __future__ import annotations

from register.grants import grant_of

from grantcheck.data.matches import SettledMatch
from grantcheck.register.joining import KnownGrants

_YOUTH = "Børne- og Ungdomsudvalget"
_SOCIAL = "Socialudvalget"

KNOWN = KnownGrants(
    (
        grant_of("R-017", "Læsevejleder i indskoling", amount=1_240, committee=_YOUTH, level=2026),
        grant_of(
            "R-023", "BU06/BU17 Videreførelse af skolehaver i hver bydel", agreement="Budgetaftale 2023",
            amount=2_100, committee=_YOUTH, level=2026, years=(2023, 2024, 2025, 2026),
        ),
        grant_of("R-044a", "Musikskolens instrumentbank", agreement="Overførselssag 2023-2024", amount=450, years=(2024, 2025)),
        grant_of("R-044b", "Instrumentbank, musikskolen", agreement="Overførselssag 2023-2024", amount=450, years=(2024, 2025)),
        grant_of("R-034", "Kostvejledning i hjemmeplejen", amount=710, committee="Sundheds- og Omsorgsudvalget", level=2026),
        grant_of("R-021", "Samvær og træning: ældre der bor alene", amount=1, committee="Sundheds- og Omsorgsudvalget"),
        grant_of("R-071", "Parkering af cykler ved stationerne", committee="Klima-, Miljø- og Teknikudvalget"),
        grant_of("R-112a", "Gadeplan", agreement="Budgetaftale 2023", amount=950, committee=_SOCIAL),
        grant_of("R-112b", "Natcaféen", agreement="Budgetaftale 2023", amount=630, committee=_SOCIAL),
        grant_of("R-099", "Lys på stier", committee="Teknik- og Miljøudvalget"),
        grant_of("R-500", "Anlæg af svømmehal", committee="Kultur- og Fritidsudvalget"),
    ),
    (SettledMatch(note="SU058", grants=("R-500",), by="A. Holm", on="2026-02-03"),),
)  # fmt: skip
