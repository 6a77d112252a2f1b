"""The equations of the texts for one network, term by term, with shapes and numbers.

`one_pass` runs samples forward and backward by the formulas as they are
written; `outline` lists the terms in the order of the computation; `term`
gives one of them as symbols with their arrays, and `entry` the arithmetic of one
neuron in it; `chain` gives the factors along one path (S0, S1); `places` says where
in the network a term's symbols stand.
"""

from core.equations.chain import along, chain, strongest_path
from core.equations.entry import entry
from core.equations.one_pass import Pass, activations_of, one_pass
from core.equations.outline import Step, outline
from core.equations.places import Place, places
from core.equations.symbols import Call, Factor, Part, Quotient, Scale, Slope, Symbol, Term
from core.equations.terms import term

__all__ = [
    "Call",
    "Factor",
    "Part",
    "Pass",
    "Place",
    "Quotient",
    "Scale",
    "Slope",
    "Step",
    "Symbol",
    "Term",
    "activations_of",
    "along",
    "chain",
    "entry",
    "one_pass",
    "outline",
    "places",
    "strongest_path",
    "term",
]
