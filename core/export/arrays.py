"""Arrays in a script: the data from the file beside it, first weights as numbers if few.

A matrix whose numbers are all equal is written as that, `np.zeros((10, 1))`.
The others are written out, 17 digits where it takes them, unless they are more
than somebody would read; then they too are in the file.
"""

from textwrap import indent

from core.export.layout import INDENT, comment, listing
from core.export.recipe import Recipe
from core.initializers import FloatArray, Initializer

MOST_WRITTEN = 200  # numbers of all matrices together

DATA = """\
# Data: a column for every sample
data = np.load(Path(__file__).with_suffix(".npz"))
X, Y = data["X"], data["Y"]  # {X.shape}, {Y.shape}
X_test, Y_test = data["X_test"], data["Y_test"]  # {X_test.shape}, {Y_test.shape}"""

FILTERS = "# W1 is (n_1, pixels): a row is a filter, slid over the whole picture"

TWINS = """\
# Some units begin identical. InitLab keeps them so for ever, as exact arithmetic would;
# here rounding may part them after many thousand steps."""


def stored(recipe: Recipe) -> dict[str, FloatArray]:
    """Return the arrays of the file beside the script, by name."""
    return _data(recipe) | {name: recipe.parameters[name] for name in _in_file(recipe)}


def data_section(recipe: Recipe) -> str:
    """Return the code that reads X, Y, X_test and Y_test."""
    return DATA.format(**_data(recipe))


def weights_section(recipe: Recipe) -> str:
    """Return the code that sets W1, b1, W2, ... to the first weights."""
    in_file = _in_file(recipe)
    lines = ["# First weights and biases: W[l] is (n_l, n_{l-1}), b[l] is (n_l, 1)"]
    lines += [FILTERS] if recipe.filter else []
    lines += [TWINS] if recipe.has_twins else []
    for layer in recipe.layers:
        lines.append(_description(recipe, layer))
        for name in (f"W{layer}", f"b{layer}"):
            text = f'data["{name}"]' if name in in_file else literal(recipe.parameters[name])
            lines.append(f"{name} = {text}")
    return "\n".join(lines)


def literal(array: FloatArray) -> str:
    """Return a matrix as NumPy code that gives the same numbers to the last bit."""
    if _is_constant(array):
        value = float(array.flat[0])
        return f"np.zeros({array.shape})" if value == 0 else f"np.full({array.shape}, {value!r})"
    is_column = array.shape[1] == 1
    rows = "\n".join(map(_row, array.T if is_column else array))
    return f"np.array([\n{indent(rows, INDENT)}\n]){'.T' if is_column else ''}"


def _row(numbers: FloatArray) -> str:
    return f"{listing(map(repr, numbers.tolist()))},"


def _data(recipe: Recipe) -> dict[str, FloatArray]:
    dataset = recipe.dataset
    return {
        "X": dataset.train_inputs,
        "Y": dataset.train_targets,
        "X_test": dataset.test_inputs,
        "Y_test": dataset.test_targets,
    }


def _in_file(recipe: Recipe) -> set[str]:
    """Return the names of the matrices that are read and not written out."""
    varied = {name: array for name, array in recipe.parameters.items() if not _is_constant(array)}
    few = sum(array.size for array in varied.values()) <= MOST_WRITTEN
    return set() if few else set(varied)


def _is_constant(array: FloatArray) -> bool:
    return bool((array == array.flat[0]).all())


def _description(recipe: Recipe, number: int) -> str:
    """Return a comment that names the rules of a layer's weights and biases."""
    layer = recipe.experiment.layers[number - 1]
    n_in, n_out = recipe.experiment.fans()[number - 1]
    weights = _rule(layer.weights, n_in, n_out)
    biases = _rule(layer.biases.for_biases, n_in, n_out)
    return comment(f"Layer {number}: weights {weights}; biases {biases}")


def _rule(rule: Initializer, n_in: int, n_out: int) -> str:
    """Return a rule's name, and sigma if every weight is drawn with it."""
    if rule.distribution == "constant" or rule.sigma_of != "weight":
        return rule.name
    return f"{rule.name}, sigma = {rule.expression} = {rule.sigma(n_in, n_out):.4g}"
