"""What each finding means, which formula says so, and what to look at.

The formulas are those of the course texts, column = sample: Z[l] = W[l] A[l−1] + b[l],
A[l] = g(Z[l]), m samples.
"""

from msgspec import Struct
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from gui import numbers


class Explanation(Struct, frozen=True):
    """The three parts of an explanation."""

    meaning: str
    formula: str
    look: str


def explanation(code: str) -> Explanation:
    """Return the explanation of a finding, by its code."""
    translate = QCoreApplication.translate
    texts = (translate("explanations", text) for text in EXPLANATIONS[code])
    return Explanation(*map(numbers.raised, texts))


EXPLANATIONS = {
    "diverged": (
        QT_TRANSLATE_NOOP(
            "explanations",
            "A number became too large for the computer (above 1.8e308). From there on nothing"
            " can be computed, so the run ends at its last finite state.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations",
            "W = W − α dW. Steps that are too long overshoot: the weights grow, larger weights"
            " make a larger gradient, and that a longer step. Through the layers sizes multiply:"
            " 2^10 = 1024.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations",
            "The table of the last steps: a click on a row shows that step in every panel.",
        ),
    ),
    "dead": (
        QT_TRANSLATE_NOOP(
            "explanations",
            "These ReLU neurons have z < 0 for every sample: their output is always 0, and no"
            " gradient passes them, so training can't bring them back. Biases far below 0 or a"
            " step that was too long put them there; in a narrow layer the draw can, too.",
        ),
        QT_TRANSLATE_NOOP("explanations", "dZ[l] = dA[l] ∘ g′(Z[l]), and ReLU′(z) = 0 for z < 0."),
        QT_TRANSLATE_NOOP(
            "explanations", "Distributions: all z of such a neuron lie left of 0, all its a on 0."
        ),
    ),
    "zero_gradient": (
        QT_TRANSLATE_NOOP(
            "explanations",
            "No sample has a gradient for any weight. So it is with all weights 0 and g(0) = 0, as"
            " ReLU and tanh have it: every hidden activation is 0, nothing comes forward and"
            " nothing goes back. Sigmoid has g(0) = 0.5: there zero weights do move, but all"
            " neurons of a layer alike.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations",
            "dW[l] = dZ[l] A[l−1]ᵀ / m with A[l−1] = 0 behind the first layer;"
            " dA[l] = W[l+1]ᵀ dZ[l+1] = 0 before the last one. Only db[L] can differ from 0.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations", "Gradients: every row has the hatched grey of an exact 0."
        ),
    ),
    "symmetric": (
        QT_TRANSLATE_NOOP(
            "explanations",
            "Neurons that began with the same weights, bias and outgoing weights compute the same"
            " and receive the same gradient. Every step changes them alike: they stay one neuron,"
            " drawn several times. Only different first weights, or biases, break the symmetry.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations",
            "Row j of dW[l] is dZ_j A[l−1]ᵀ / m: where all a_j and all w_j[l+1] are equal, so are"
            " all dZ_j, and all rows of dW[l].",
        ),
        QT_TRANSLATE_NOOP(
            "explanations",
            "The diagram gives identical neurons the same letter; in Gradients their rows have"
            " the same colour at every step.",
        ),
    ),
    "saturated": (
        QT_TRANSLATE_NOOP(
            "explanations",
            "Sigmoid and tanh are flat where |z| is large. Most activations of this layer lie"
            " there, beyond 97 % of the range: their slope is almost 0, hardly a gradient passes,"
            " and learning is slow. Weights that are too large drive them there.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations",
            "dZ[l] = dA[l] ∘ g′(Z[l]). sigmoid′ is 0.25 at z = 0 and 0.0025 at |z| = 6; tanh′ is"
            " 1 at z = 0 and 0.0099 at |z| = 3.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations", "Distributions: A stands at the ends of its range, Z is wide."
        ),
    ),
    "exploding": (
        QT_TRANSLATE_NOOP(
            "explanations",
            "On its way back the gradient is multiplied by the weights and the slope of every"
            " layer. Where that makes it larger from layer to layer, it grows exponentially, and"
            " a step of the usual length throws the weights about. Steps that are too long bring"
            " weights there that began well.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations",
            "dA[l−1] = W[l]ᵀ dZ[l], dZ[l] = dA[l] ∘ g′(Z[l]): one W and one g′ a layer."
            " Five factors of 2 make 32, ten make 1024.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations", "Signal: how the std of A grows forward, and that of dZ back."
        ),
    ),
    "vanishing": (
        QT_TRANSLATE_NOOP(
            "explanations",
            "On its way back the gradient is multiplied by the weights and the slope of every"
            " layer. Where that makes it smaller from layer to layer, hardly anything is left for"
            " the first ones: they stay as they were drawn.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations",
            "dA[l−1] = W[l]ᵀ dZ[l], dZ[l] = dA[l] ∘ g′(Z[l]): one W and one g′ a layer."
            " sigmoid′ is at most 0.25: 0.25^5 = 0.00098, 0.25^10 = 0.00000095.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations",
            "Signal: how the std of dZ falls on its way back. Gradients: which rows are dark.",
        ),
    ),
    "zero_gradient_layer": (
        QT_TRANSLATE_NOOP(
            "explanations",
            "No weight of this layer can move in the next step; others can. Weights of 0 let no"
            " error through to the layers before: with sigmoid the last layer moves first and"
            " then one layer more a step.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations",
            "dW[l] = dZ[l] A[l−1]ᵀ / m is 0 where nothing comes in (A[l−1] = 0) or no error comes"
            " back (dA[l] = W[l+1]ᵀ dZ[l+1] = 0).",
        ),
        QT_TRANSLATE_NOOP(
            "explanations", "Gradients: the layer's rows have the hatched grey of an exact 0."
        ),
    ),
    "slow": (
        QT_TRANSLATE_NOOP(
            "explanations",
            "The gradients are in order, but the steps are so short that the weights stay where"
            " they were drawn.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations",
            "W = W − α dW: a step is as long as the learning rate α makes it. About 0.001 of the"
            " weights a step is usual.",
        ),
        QT_TRANSLATE_NOOP("explanations", "Updates: how far every layer is below the guide."),
    ),
    "raw_inputs": (
        QT_TRANSLATE_NOOP(
            "explanations",
            "An input stands in its own units and is far larger than 1. Rules for first weights"
            " take inputs of about unit size for granted: larger ones give larger sums, which"
            " saturate sigmoid and tanh, and make steps that kill ReLUs for good.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations",
            "Var(z) = n_in Var(w) E[x²]: an x of 170 makes it 28,900 times as large. Standardized:"
            " (x − mean) / standard deviation, both of the training samples.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations", "Data and training: the table of the first samples shows both."
        ),
    ),
    "at_chance": (
        QT_TRANSLATE_NOOP(
            "explanations",
            "The network still only guesses, as if it had not seen the inputs, and the loss no"
            " longer changes. Without a hidden layer that bends, it can't draw a curved boundary;"
            " a deep network may also wait on a plateau.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations",
            "Guessing K equally frequent classes costs ln K: ln 2 = 0.693. With g(z) = z,"
            " W[2] W[1] is one matrix: depth gains nothing.",
        ),
        QT_TRANSLATE_NOOP("explanations", "Loss: the curve lies on the dotted line of guessing."),
    ),
    "overfitting": (
        QT_TRANSLATE_NOOP(
            "explanations",
            "The network goes on getting better on the samples that it has seen and worse on the"
            " others: it learns their noise by heart. More samples, fewer neurons, L2 or an"
            " earlier end help.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations",
            "J is the mean over the training samples alone. L2 adds λ/2 ‖W‖², so that"
            " W = (1 − αλ) W − α dJ/dW.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations", "Loss: where the dashed test curve turns up and leaves the other one."
        ),
    ),
    "not_started": (
        QT_TRANSLATE_NOOP(
            "explanations",
            "The first weights are drawn and nothing speaks against them. Nothing is trained yet.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations",
            "A rule for first weights keeps the size of the signal from layer to layer:"
            " Var(W) = 2 / n_in for ReLU (He), 2 / (n_in + n_out) for tanh (Xavier).",
        ),
        QT_TRANSLATE_NOOP("explanations", "Signal: A and dZ beside what theory expects, dashed."),
    ),
    "healthy": (
        QT_TRANSLATE_NOOP(
            "explanations",
            "Every layer receives a gradient that is neither too small nor too large to learn"
            " from.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations",
            "The size of a sample's gradient for a weight lies between 0.25^5 = 0.00098 and"
            " 2^5 = 32, what five layers can do at most with sigmoid and with factors of 2.",
        ),
        QT_TRANSLATE_NOOP(
            "explanations", "Gradients: no layer is dark, none has only hatched rows."
        ),
    ),
}
