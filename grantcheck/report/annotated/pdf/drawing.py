"""What an annotation looks like: a small picture of its own, drawn upright however the page is turned."""

from __future__ import annotations

from dataclasses import dataclass

from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
)

from grantcheck.report.annotated.pdf.letters import encoded

Colour = tuple[float, float, float]
_TURNS = {
    0: (1, 0, 0, 1, 0, 0),
    90: (0, 1, -1, 0, 0, 0),
    180: (-1, 0, 0, -1, 0, 0),
    270: (0, -1, 1, 0, 0, 0),
}
"""By how far the page is turned clockwise, the matrix that turns a picture back."""


@dataclass
class Drawing:
    """A picture of a width and a height in points, from the bottom left."""

    width: float
    height: float
    _content: bytes = b""

    def box(self, corners: tuple[float, float, float, float], colour: Colour, *, dashed: bool) -> None:
        """A frame, with a light wash that lets the text below it be read."""
        left, bottom, right, top = corners
        size = f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re"
        dash = "[2.5 2] 0 d" if dashed else "[] 0 d"
        shade = _three(colour)
        self._add(f"q /Wash gs {shade} rg {size} f Q q {shade} RG 1 w {dash} {size} S Q")

    def filled(self, corners: tuple[float, float, float, float], colour: Colour) -> None:
        """An area of one colour."""
        left, bottom, right, top = corners
        self._add(
            f"q {_three(colour)} rg {left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re f Q"
        )

    def text(
        self, at: tuple[float, float], text: str, size: float, colour: Colour, *, bold: bool = False
    ) -> None:
        """A line of text, from its left end on its baseline."""
        font = "/Bold" if bold else "/Plain"
        start = f"BT {font} {size:g} Tf {_three(colour)} rg {at[0]:.2f} {at[1]:.2f} Td ("
        self._content += start.encode() + encoded(text) + b") Tj ET\n"

    def form(self, rotation: int) -> DecodedStreamObject:
        """The picture as PDF has it, for a page that is turned so far."""
        form = DecodedStreamObject()
        form.set_data(self._content)
        form.update(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Form"),
                NameObject("/BBox"): numbers(0, 0, self.width, self.height),
                NameObject("/Matrix"): numbers(*_TURNS[rotation % 360]),
                NameObject("/Resources"): _resources(),
            }
        )
        return form

    def _add(self, operators: str) -> None:
        self._content += operators.encode() + b"\n"


def numbers(*values: float) -> ArrayObject:
    """Numbers as PDF has them."""
    return ArrayObject(FloatObject(f"{value:.2f}") for value in values)


def _resources() -> DictionaryObject:
    fonts = DictionaryObject(
        {NameObject("/Plain"): _font("Helvetica"), NameObject("/Bold"): _font("Helvetica-Bold")}
    )
    wash = DictionaryObject(
        {NameObject("/ca"): FloatObject("0.14"), NameObject("/BM"): NameObject("/Multiply")}
    )
    return DictionaryObject(
        {
            NameObject("/Font"): fonts,
            NameObject("/ExtGState"): DictionaryObject({NameObject("/Wash"): wash}),
        }
    )


def _font(name: str) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject(f"/{name}"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )


def _three(colour: Colour) -> str:
    return " ".join(f"{part:g}" for part in colour)
