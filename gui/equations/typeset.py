"""Typesetting: parts of an equation as boxes, the way a book sets them.

Matrices and vectors are bold italic, their elements italic small letters; the
layer stands raised in square brackets, a T beside it; functions are upright.
"""

from functools import cached_property, lru_cache

from PySide6.QtWidgets import QApplication

from core.equations import Call, Factor, Part, Quotient, Scale, Slope, Symbol
from core.layer import ActivationName
from gui import labels, numbers, theme
from gui.equations.boxes import SCRIPT, Box, Face, Fraction, Row, Scripts, Text

SIGNS = {"=": "=", "+": "+", "-": numbers.MINUS, "*": "·", "o": "∘", "sum": "∑", "...": "⋯"}
TIGHT = ("(", ")", "2")  # no space around
SPACED = 0.4  # space around a sign, in the size of the type
STACKED = 0.85  # size of the parts of a fraction
PRIME = "′"


def type_of(role: theme.Role) -> "Type":
    """Return the type of a role in the look in force."""
    return _type_of(QApplication.font().key(), theme.font(role).pointSizeF())


@lru_cache(maxsize=32)
def _type_of(interface: str, size: float) -> "Type":
    return Type(size)


class Type:
    """The faces of the interface font in one size, in points."""

    def __init__(self, size: float) -> None:
        self.size = size
        self.face = self._face()
        self._italic, self._bold_italic = self._face(italic=True), self._face(True, True)
        self._index = self._face(share=SCRIPT)

    def _face(self, italic: bool = False, bold: bool = False, share: float = 1.0) -> Face:
        font = theme.font()
        font.setPointSizeF(self.size * share)
        font.setItalic(italic)
        font.setBold(bold)
        return Face(font)

    @cached_property
    def _small(self) -> "Type":
        return Type(self.size * STACKED)

    def text(self, text: str) -> Box:
        """Set upright letters."""
        return Text(text, self.face, theme.color("text"))

    def italic(self, text: str, bold: bool = False) -> Box:
        """Set the letters of a symbol."""
        return Text(text, self._bold_italic if bold else self._italic, theme.color("text"))

    def script(self, text: str) -> Box:
        """Set the letters of an index."""
        return Text(text, self._index, theme.color("text"))

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
            *map(self.italic, differential),
            self.italic(letter, bold=not symbol.index),
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
        small = self._small
        above, below = small.symbol(quotient.above), small.symbol(quotient.below)
        if quotient.complement:
            above = Row([small.text(f"1 {numbers.MINUS} "), above])
            below = Row([small.text(f"1 {numbers.MINUS} "), below])
        return self._fraction(above, below)

    def _scale(self, scale: Scale) -> Box:
        small = self._small
        outputs = Scripts(small.italic("n"), Box(), small.script("L"))
        samples = small.italic("m")
        below = [outputs] * (scale.outputs > 1) + [samples] * (scale.samples > 1)
        return self._fraction(small.text("1"), Row(below))

    def _fraction(self, above: Box, below: Box) -> Box:
        space = Box(SPACED * self.size / 2)
        fraction = Fraction(above, below, self.face, theme.color("text"))
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
