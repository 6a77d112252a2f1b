"""The values on show: those of the newest snapshot, if it is of the network that is drawn."""

from core.snapshot import FloatArray, Snapshot
from gui.diagram.pictures import PictureName
from gui.diagram.twins import NO_TWINS, Twins, twins_in

Names = tuple[tuple[str, ...], tuple[str, ...]]


class Values:
    """Weights and gradients by layer 1..L; nothing is known before the first snapshot."""

    def __init__(self, snapshot: Snapshot | None, sizes: tuple[int, ...]) -> None:
        self._sizes = sizes
        self._snapshot = snapshot if snapshot and _sizes_of(snapshot) == sizes else None
        self._passed: tuple[int, tuple[FloatArray, ...]] | None = None  # of the last sample

    def edges(self, picture: PictureName, place: int) -> FloatArray | None:
        """Return what a picture shows of each edge to a layer; a filter's weights have none."""
        if self._snapshot is None:
            return None
        shown = self._shown(self._snapshot, picture, place)
        return shown if shown is None or shown.shape[1] == self._sizes[place - 1] else None

    def _shown(self, snapshot: Snapshot, picture: PictureName, place: int) -> FloatArray | None:
        if picture == "gradients":
            return snapshot.gradients[place - 1].dW
        if picture == "updates":
            updates = snapshot.overlay.updates
            return None if updates is None else updates[place - 1]
        return snapshot.weights[place - 1]

    def activations(self, sample: int, place: int) -> FloatArray | None:
        """Return what a sample of the training set makes of the neurons of a layer, or is."""
        if self._snapshot is None:
            return None
        if self._passed is None or self._passed[0] != sample:
            self._passed = sample, _pass(self._snapshot, sample)
        return self._passed[1][place]

    def activation(self, sample: int, place: int, index: int) -> float | None:
        """Return what a sample makes of one neuron."""
        passed = self.activations(sample, place)
        return None if passed is None else float(passed[index])

    def maps(self, place: int) -> FloatArray | None:
        """Return the activation of each neuron of a layer over the plane."""
        maps = None if self._snapshot is None else self._snapshot.overlay.maps
        return None if maps is None else maps[place]

    @property
    def samples(self) -> int:
        """How many samples there are to look at."""
        return 1 if self._snapshot is None else self._snapshot.dataset.train_inputs.shape[1]

    def norms(self, place: int) -> FloatArray | None:
        """Return |gradient| of every neuron of a layer; the input has none."""
        return (
            None
            if self._snapshot is None or place == 0
            else self._snapshot.gradient_norms[place - 1]
        )

    def edge(self, picture: PictureName, place: int, row: int, column: int) -> float | None:
        """Return what a picture shows of one weight."""
        numbers = self.edges(picture, place)
        return None if numbers is None else float(numbers[row, column])

    def silence(self, place: int) -> tuple[float, ...]:
        """Return how much of each neuron of a layer is silent: 1 dead, else its saturated share.

        Empty where the snapshot does not say, or the activation can be neither.
        """
        if self._snapshot is None or self._snapshot.overlay.silence is None or place == 0:
            return ()
        shares = self._snapshot.overlay.silence[place - 1]
        return () if shares is None else tuple(shares.tolist())

    def twins(self, place: int) -> Twins:
        """Return which neurons of a layer are identical."""
        if self._snapshot is None or place == 0:
            return NO_TWINS
        return twins_in(self._snapshot.weights[place - 1], self._snapshot.biases[place - 1])

    def parameter(self, place: int, row: int, column: int) -> float | None:
        """Return one weight of a neuron as it is now; its bias at column -1."""
        if self._snapshot is None:
            return None
        if column < 0:
            return float(self._snapshot.biases[place - 1][row, 0])
        weights = self._snapshot.weights[place - 1]
        return float(weights[row, column]) if column < weights.shape[1] else None

    def norm(self, place: int, index: int) -> float | None:
        """Return |gradient| of one neuron."""
        norms = self.norms(place)
        return None if norms is None else float(norms[index])

    def names(self) -> Names:
        """Return the names of the inputs and of the outputs; symbols until data are drawn."""
        if self._snapshot is not None:
            return self._snapshot.dataset.feature_names, self._snapshot.dataset.target_names
        inputs, outputs = self._sizes[0], self._sizes[-1]
        features = tuple(f"x{index + 1}" for index in range(inputs))
        targets = tuple(f"y{index + 1}" for index in range(outputs))
        return features, targets if outputs > 1 else ("y",)


def _sizes_of(snapshot: Snapshot) -> tuple[int, ...]:
    return len(snapshot.dataset.feature_names), *(len(biases) for biases in snapshot.biases)


def _pass(snapshot: Snapshot, sample: int) -> tuple[FloatArray, ...]:
    from core.equations import activations_of  # seldom needed

    inputs = snapshot.dataset.train_inputs
    column = inputs[:, [min(sample, inputs.shape[1] - 1)]]
    passed = activations_of(snapshot.experiment, snapshot.weights, snapshot.biases, column)
    return tuple(A[:, 0] for A in passed)
