from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from grantcheck.cli.main import app

NOTE = """\
KUL21 Aftenåbne værksteder for unge
(bevillingsudløb)

Resume
Ved budget 2023 blev der afsat 0,3 mio. kr. årligt på service i 2023-2025. Med budgetnotatet anmodes om at
videreføre bevillingen.

Indhold
Værkstederne har åbent tre aftener om ugen.

Økonomi
Der anmodes om 0,3 mio. kr. årligt på service i 2026-2029 til videreførelse af værkstederne.

Tabel 1. Oversigt over ønskets aktiviteter på alle styringsområder
1.000 kr., 2026 p/l
Styringsområde
2026 2027 2028 2029 I alt
Aftenåbne værksteder Service 310 310 310 310 1.240
Udgifter i alt (netto)  310 310 310 310 1.240

Budget 2026
Kultur- og Fritidsforvaltningen
Kategorisering
Need to
Bevillingsudløb x

Administrativt bilag

Tabel 2. Udgifter til service
1.000 kr., 2026 p/l Udvalg Bevilling
Indtægt/
udgift
2026 2027 2028 2029 I alt
Aftenåbne værksteder
Kultur- og Fritidsudvalget
Kultur og Fritid
U 310 310 310 310 1.240
Serviceudgifter i alt    310 310 310 310 1.240

Bydele
Bydækkende: ☒

Tidligere afsatte midler
1.000 kr., løbende p/l 2023 2024 2025 2026
Budgetaftale 2023 300 300 300 0
Afsatte midler i alt 300 300 300 0
"""

Grantcheck = Callable[..., Result]


@pytest.fixture
def grantcheck() -> Grantcheck:
    """Runs a command; what goes wrong inside it is the test's to see."""
    return lambda *arguments: CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def note_file(tmp_path: Path) -> Path:
    path = tmp_path / "KUL21.txt"
    path.write_text(NOTE, "utf-8")
    return path
