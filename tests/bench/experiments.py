"""The experiments that are measured."""

from pathlib import Path

from core.experiment import Experiment, read_experiment

CIRCLES_FILE = Path(__file__).parents[1] / "data" / "he_on_circles.initlab"


def circles() -> Experiment:
    """Return the experiment of the published costs: 2-10-5-1 on 300 points, full batch."""
    return read_experiment(CIRCLES_FILE)
