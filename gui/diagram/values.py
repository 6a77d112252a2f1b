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

    def edges(self, picture: PictureName, place: int) -> FloatArray | None:
        """Return what a picture shows of each edge to a layer; a filter's weights have none."""
        if self._snapshot is None:
            return None
        shown = self._snapshot.weights[place - 1]
        if picture == "gradients":
            shown = self._snapshot.gradients[place - 1].dW
        return shown if shown.shape[1] == self._sizes[place - 1] else None

    def norms(self, place: int) -> FloatArray | None:
        """Return |gradient| of every neuron of a layer."""
        return None if self._snapshot is None else self._snapshot.gradient_norms[place - 1]

    def edge(self, picture: PictureName, place: int, row: int, column: int) -> float | None:
        """Return what a picture shows of one weight."""
        numbers = self.edges(picture, place)
        return None if numbers is None else float(numbers[row, column])

    def silence(self, place: int) -> tuple[float, ...]:
        """Return how much of each neuron of a layer is silent: 1 dead, else its saturated share.

        Empty where the snapshot does not say, or the activation can be neither.
        """
        if self._snapshot is None or self._snapshot.diagnostics is None or place == 0:
            return ()
        layer = self._snapshot.diagnostics[place - 1]
        shares = layer.saturated if layer.dead is None else layer.dead
        return () if shares is None else tuple(float(share) for share in shares)

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
