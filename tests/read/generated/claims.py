"""Sentences with amounts, and what each of them says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random

SHAPES = [
    ("{a} mio. kr. årligt på service i {y}-{y3}", "årligt", "service", 0, 3),
    ("{a} mio. kr. på anlæg i {y1}", None, "anlæg", 1, 1),
    ("{a} mio. kr. i {y2} på service", None, "service", 2, 2),
    ("{a} mio. kr. varigt fra {y3}", "varigt", None, 3, None),
    ("{a} mio. kr. årligt i {y} og frem", "årligt", None, 0, None),
    ("{a} mio. kr. netto i {y2}", "netto", None, 2, 2),
    ("{a} mio. kr. på overførsler", None, "overførsler", None, None),
    ("{a} mio. kr. på service i perioden {y}-{y3}", None, "service", 0, 3),
    ("{t} t.kr. årligt på service fra {y} til {y3}", "årligt", "service", 0, 3),
]


ASIDES = {
    "economy": "Heraf går {a} mio. kr. i {y1} til projektledelse.",
    "appendix": "Udgifterne er opgjort med {t} t.kr. årligt på service fra {y} til {y3}.",
    "technical": "Der er indgået en aftale om {a} mio. kr. i {y2}, som ikke er med i beløbene.",
    "prior": "Rammen var på {a} mio. kr. i {b}-{b1}.",
}
"""Sentences that stand behind a table, or in a part that mostly has no text."""
_ASIDES_SAY = {
    "economy": (None, None, 1, 1),
    "appendix": ("årligt", "service", 0, 3),
    "technical": (None, None, 2, 2),
    "prior": (None, None, -3, -2),
}


def draw_asides(rng: random.Random, year: int) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Amounts outside the usual parts: their truth, and the sentences by part."""
    truth: list[dict[str, Any]] = []
    sentences: dict[str, str] = {}
    names = {"y": year, "y1": year + 1, "y2": year + 2, "y3": year + 3, "b": year - 3, "b1": year - 2}
    for part, sentence in ASIDES.items():
        if rng.random() < 0.5:
            continue
        tenths, thousands = rng.randint(1, 99), rng.randint(2, 400) * 25
        sentences[part] = sentence.format(
            a=f"{tenths // 10},{tenths % 10}", t=f"{thousands:,}".replace(",", "."), **names
        )
        frequency, area, first, last = _ASIDES_SAY[part]
        truth.append(
            {
                "amount_mio": thousands / 1000 if "{t}" in sentence else tenths / 10,
                "year_from": year + first,
                "year_to": year + last,
                "frequency": frequency,
                "styringsomraade": area,
                "raw": sentences[part],
            }
        )
    return truth, sentences


def draw_claims(rng: random.Random, year: int) -> tuple[list[dict[str, Any]], list[str]]:
    """The truth of the claims, and the paragraphs they stand in."""
    names = {"y": year, "y1": year + 1, "y2": year + 2, "y3": year + 3}
    truth, phrases = [], []
    for shape, frequency, area, first, last in rng.sample(SHAPES, rng.randint(1, 3)):
        tenths, thousands = rng.randint(1, 999), rng.randint(2, 900) * 25
        phrase = shape.format(
            a=f"{tenths // 10},{tenths % 10}", t=f"{thousands:,}".replace(",", "."), **names
        )
        phrases.append(phrase)
        truth.append(
            {
                "amount_mio": thousands / 1000 if "{t}" in shape else tenths / 10,
                "year_from": None if first is None else year + first,
                "year_to": None if last is None else year + last,
                "frequency": frequency,
                "styringsomraade": area,
                "raw": phrase,
            }
        )
    *most, end = phrases
    listed = f"{', '.join(most)} og {end}" if most else end
    return truth, [f"Der anmodes om {listed}.", "Midlerne udmøntes af forvaltningen."]
