"""The plots of the window, each under the name of its dock."""

from functools import partial
from typing import NamedTuple

from gui.lazy import Lazy, SnapshotPanel
from gui.plots.answers import AnswerPlots
from gui.plots.base import SnapshotPlot
from gui.plots.gradient import GradientPlot
from gui.plots.loss import LossPlot
from gui.selection import Selection
from gui.settings import Settings

OF_LAYERS = frozenset({"signal", "distribution", "update"})  # which need the diagnostics

OF_SWEEP = (
    "core.sigma_sweep", "core.background", "gui.plots.sweep.form", "gui.plots.sweep.curves",
    "gui.plots.sweep.map", "gui.plots.sweep.panel",
)  # fmt: skip


class Plots(NamedTuple):
    """One of each."""

    loss: LossPlot
    gradient: GradientPlot
    decision: AnswerPlots
    step0: Lazy
    signal: Lazy
    distribution: Lazy
    update: Lazy
    sweep: Lazy


def make_plots(selection: Selection, settings: Settings) -> Plots:
    """Return new plots that share a selection, as they are remembered."""
    return Plots(
        _make_loss(settings), GradientPlot(selection), AnswerPlots(selection),
        Lazy(_make_step_zero, "stepZeroPlot"), Lazy(_make_signal, "signalPlot"),
        Lazy(partial(_make_distribution, selection, settings), "distributionPlot"),
        Lazy(partial(_make_updates, selection), "updatePlot"),
        Lazy(partial(_make_sweep, selection), "sweepPlot", OF_SWEEP),
    )  # fmt: skip


def _make_loss(settings: Settings) -> LossPlot:
    plot = LossPlot()
    plot.log_scale, plot.with_accuracy = settings.log_scale, settings.with_accuracy
    plot.log_scale_changed.connect(settings.set_log_scale)
    plot.with_accuracy_changed.connect(settings.set_with_accuracy)
    return plot


def _make_step_zero() -> SnapshotPlot:
    from gui.plots.step_zero import StepZeroPlot

    return StepZeroPlot()


def _make_signal() -> SnapshotPlot:
    from gui.plots.signal import SignalPlot

    return SignalPlot()


def _make_distribution(selection: Selection, settings: Settings) -> SnapshotPlot:
    from gui.plots.distribution import DistributionPlot

    plot = DistributionPlot(selection)
    plot.over_time = settings.over_time
    plot.over_time_changed.connect(settings.set_over_time)
    return plot


def _make_updates(selection: Selection) -> SnapshotPlot:
    from gui.plots.updates import UpdatePlot

    return UpdatePlot(selection)


def _make_sweep(selection: Selection) -> SnapshotPanel:
    from gui.plots.sweep.panel import SweepPanel

    return SweepPanel(selection)
