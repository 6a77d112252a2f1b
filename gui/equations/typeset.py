"""Typesetting: parts of an equation as boxes, the way a book sets them.

Matrices and vectors are bold italic, their elements italic small letters; the
layer stands raised in square brackets, a T beside it; functions are upright.
"""

from dataclasses import dataclass

from PySide6.QtGui import QFont

from core.equations import Call, Factor, Part, Quotient, Scale, Slope, Symbol
from core.layer import ActivationName
from gui import labels, numbers, theme
from gui.equations.boxes import SCRIPT, Box, Fraction, Row, Scripts, Text

SIGNS = {"=": "=", "+": "+", "-": numbers.MINUS, "*": "·", "o": "∘", "sum": "∑", "...": "⋯"}
TIGHT = ("(", ")", "2")  # no space around
SPACED = 0.4  # space around a sign, in the size of the type
STACKED = 0.85  # size of the parts of a fraction
PRIME = "′"


@dataclass(frozen=True)
class Type:
    """A size to set in, and whether in the quiet colour."""

    size: float  # points

    def font(self, italic: bool = False, bold: bool = False, script: bool = False) -> QFont:
        """Return the interface font in this size."""
        font = theme.font()
        font.setPointSizeF(self.size * (SCRIPT if script else 1.0))
        font.setItalic(italic)
        font.setBold(bold)
        return font

    def text(self, text: str, italic: bool = False, bold: bool = False) -> Box:
        """Set letters."""
        return Text(text, self.font(italic, bold), theme.color("text"))

    def script(self, text: str) -> Box:
        """Set the letters of an index."""
        return Text(text, self.font(script=True), theme.color("text"))

    def part(self, part: Part | str) -> Box:
        """Set one part of an equation."""
        match part:
            case Factor(expression=Symbol() as symbol):
                return self.symbol(symbol)
            case Factor(expression=Slope() as slope):
                return self._slope(slope)
            case Factor(expression=Quotient() as quotient):
                return self._quotient(quotient)
            case Call(activation=name):
                return self.text(function(name) + "(")
            case Scale():
                return self._scale(part)
            case _:
                return self._sign(str(part))

    def symbol(self, symbol: Symbol) -> Box:
        """Set a symbol with its layer and its index."""
        *differential, letter = symbol.name
        if symbol.index:
            letter = letter.lower()
        base = Row([
            *(self.text(d, italic=True) for d in differential),
            self.text(letter, italic=True, bold=not symbol.index),
        ])  # fmt: skip
        raised = "" if symbol.layer is None else f"[{symbol.layer}]"
        return Scripts(
            base,
            self.script(raised + ("T" if symbol.transposed else "")),
            self.script(index_text(symbol.index)),
        )

    def _slope(self, slope: Slope) -> Box:
        name = self.text(function(slope.activation) + PRIME + "(")
        return Row([name, self.symbol(slope.of), self.text(")")])

    def _quotient(self, quotient: Quotient) -> Box:
        small = Type(self.size * STACKED)
        above, below = small.symbol(quotient.above), small.symbol(quotient.below)
        if quotient.complement:
            above = Row([small.text(f"1 {numbers.MINUS} "), above])
            below = Row([small.text(f"1 {numbers.MINUS} "), below])
        return self._fraction(above, below)

    def _scale(self, scale: Scale) -> Box:
        small = Type(self.size * STACKED)
        outputs = Scripts(small.text("n", italic=True), Box(), small.script("L"))
        samples = small.text("m", italic=True)
        below = [outputs] * (scale.outputs > 1) + [samples] * (scale.samples > 1)
        return self._fraction(small.text("1"), Row(below))

    def _fraction(self, above: Box, below: Box) -> Box:
        space = Box(SPACED * self.size / 2)
        fraction = Fraction(above, below, self.font(), theme.color("text"))
        return Row([space, fraction, space])

    def _sign(self, sign: str) -> Box:
        if sign in TIGHT:
            return self.text(sign)
        space = SPACED * self.size
        return Row([Box(space), self.text(SIGNS[sign]), Box(space)])


def function(activation: ActivationName) -> str:
    """Return what a function is called within a formula."""
    return "σ" if activation == "sigmoid" else labels.activation_name(activation)


def index_text(index: tuple[int, ...]) -> str:
    """Return the indices as people count: 12 for (0, 1); with commas where one has two digits."""
    return ("," if max(index, default=0) > 8 else "").join(str(each + 1) for each in index)
