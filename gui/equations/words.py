"""Equations in words: as plain text for a screen reader, and what each one says."""

from PySide6.QtCore import QCoreApplication

from core.equations import Call, Factor, Part, Quotient, Scale, Slope, Step, Symbol, Term
from gui import numbers
from gui.equations.typeset import PRIME, SIGNS, TIGHT, function, index_text
from gui.labels import layer_name


def sentence(step: Step, layers: int) -> str:
    """Return what a step computes in a network of so many layers."""
    translate = QCoreApplication.translate
    text = {
        "Z": translate("equations", "{layer}: weighted sums plus biases"),
        "A": translate("equations", "{layer}: the activation of each sum"),
        "dA": translate("equations", "{layer}: how A changes the loss"),
        "dZ": translate("equations", "{layer}: how Z changes the loss"),
        "dW": translate("equations", "{layer}: gradient of the weights"),
        "db": translate("equations", "{layer}: gradient of the biases"),
        "chain": translate("equations", "One path: a w and a g′ per layer"),
    }[step.name]
    return text.format(layer=layer_name(step.layer, layers))


def shape_text(factor: Factor) -> str:
    """Return rows and columns; nothing for a single element of a matrix."""
    return "" if is_entry(factor) else " × ".join(map(numbers.whole, factor.shape))


def is_entry(factor: Factor) -> bool:
    """Return whether a factor is a single element of a matrix."""
    match factor.expression:
        case Symbol(index=index) | Slope(of=Symbol(index=index)):
            return bool(index)
        case Quotient(above=above):
            return bool(above.index)


def in_numbers(term: Term) -> str:
    """Return the equation of an entry with its numbers in the places of the symbols."""
    texts = []
    for part in (term.result, "=", *term.parts):
        is_number = isinstance(part, Factor)
        texts.append(numbers.figure(float(part.values[0, 0])) if is_number else _plain(part))
    return " ".join(texts).replace("( ", "(").replace(" )", ")")


def plain(term: Term) -> str:
    """Return an equation on one line: dZ[1] = dA[1] ∘ ReLU′(Z[1])."""
    text = " ".join(_plain(part) for part in (term.result, "=", *term.parts))
    return text.replace("( ", "(").replace(" )", ")")


def _plain(part: Part | str) -> str:
    match part:
        case Factor(expression=Symbol() as symbol):
            return _symbol(symbol)
        case Factor(expression=Slope(activation=name, of=symbol)):
            return f"{function(name)}{PRIME}({_symbol(symbol)})"
        case Factor(expression=Quotient(above=above, below=below, complement=complement)):
            pair = (_symbol(above), _symbol(below))
            if complement:
                return "(1 {minus} {0}) / (1 {minus} {1})".format(*pair, minus=numbers.MINUS)
            return " / ".join(pair)
        case Call(activation=name):
            return function(name) + "("
        case Scale(outputs=outputs, samples=samples):
            return f"1/{numbers.whole(outputs * samples)}"
        case sign:
            return str(sign) if sign in TIGHT else SIGNS[str(sign)]


def _symbol(symbol: Symbol) -> str:
    name = symbol.name
    if symbol.index:
        name = f"{name.lower()}_{index_text(symbol.index)}"
    layer = "" if symbol.layer is None else f"[{symbol.layer}]"
    return name + layer + ("ᵀ" if symbol.transposed else "")
