"""Ensembles in the window: many seeds of the present experiment, as a band in the loss plot."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from core.bands import Bands
from core.experiment import Experiment
from core.problem import Problem
from gui.computation import Computation
from gui.document import Document
from gui.plots.band import Traced
from gui.plots.loss import LossPlot
from gui.session import Session

LEAST, MOST = 1000, 20_000  # steps
LOOKS = 200  # at the losses, from the first step to the last


class Ensembles(QObject):
    """Trains other seeds beside the run on the screen, as far as it has come.

    Signals
    -------
    refused(Problem)
        The ensemble can't be trained.
    """

    refused = Signal(object)

    def __init__(
        self, document: Document, session: Session, plot: LossPlot, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._session, self._plot = document, session, plot
        self._experiment: Experiment | None = None
        self._traced: Traced | None = None
        self.computation = Computation(self)
        self.computation.arrived.connect(self._on_arrived)
        self.computation.ended.connect(self._on_ended)
        self.computation.refused.connect(self._on_refused)
        plot.seeds.close_requested.connect(self.close)
        document.changed.connect(self._on_document_changed)

    @property
    def traced(self) -> Traced | None:
        """What is drawn."""
        return self._traced

    def start(self, runs: int) -> None:
        """Train so many seeds, the experiment's and the next ones, from step 0."""
        from core.seed_band import SeedBand

        snapshot = self._session.snapshot
        reached = 0 if snapshot is None else int(snapshot.history.steps[-1])
        steps = min(max(reached, LEAST), MOST)
        self.close()
        self._experiment = self._document.experiment
        self._plot.seeds.show_goal(steps)
        self._show(Traced(runs, (), ()))
        band = SeedBand(self._experiment, runs, steps, -(-steps // LOOKS))
        self.computation.start(band.trace)

    @Slot()
    def close(self) -> None:
        """Cancel the ensemble and take away its band."""
        self.computation.cancel()
        self._show(None)

    def _show(self, traced: Traced | None) -> None:
        self._traced = traced
        self._plot.show_band(traced)

    @Slot(list)
    def _on_arrived(self, results: Sequence[tuple[int, Bands]]) -> None:
        assert self._traced is not None
        steps, bands = zip(*results, strict=True)
        before = self._traced
        self._show(
            before._replace(steps=(*before.steps, *steps), bands=(*before.bands, *bands)),
        )

    @Slot(bool)
    def _on_ended(self, complete: bool) -> None:
        self._plot.seeds.show_goal(0)
        self._show(self._traced if complete else None)

    @Slot(object)
    def _on_refused(self, problem: Problem) -> None:
        self.refused.emit(problem)

    @Slot(object)
    def _on_document_changed(self, experiment: Experiment) -> None:
        """Mark a band of another experiment; other seeds of the same one it is about, too."""
        if self._traced is not None and self._experiment is not None:
            own = replace(experiment, seed=self._experiment.seed, name=self._experiment.name)
            self._show(self._traced._replace(stale=own != self._experiment))
