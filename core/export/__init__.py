"""Export: the experiment as a script that runs without InitLab.

The same data, first weights, batches and updates, so the same losses: as plain
NumPy in the texts' notation, as PyTorch and as Keras code. A script prints the
losses as `step,train_loss,test_loss`; its arrays are in `NAME.npz` beside it.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from core.experiment import Experiment
from core.export.arrays import stored
from core.export.keras_script import keras_script
from core.export.numpy_script import numpy_script
from core.export.recipe import Recipe, recipe
from core.export.torch_script import torch_script
from core.output import output_folder
from core.problem import Problem

SUFFIX = ".py"
STEPS, EVERY = 1000, 100  # unless the caller says otherwise; both stand at the script's top

TARGETS: dict[str, Callable[[Recipe], str]] = {
    "numpy": numpy_script,
    "torch": torch_script,
    "keras": keras_script,
}


def export_code(
    experiment: Experiment, target: str, out: Path, steps: int = STEPS, every: int = EVERY
) -> None:
    """Write an experiment as a script, and its arrays as `.npz` of the same name.

    Parameters
    ----------
    target : str
        One of `TARGETS`.
    out : Path
        The script; its name ends in `.py`, and its folder is made if need be.
    steps, every : int
        Updates that the script makes, and steps between two lines of losses.

    Raises
    ------
    Problem
        `unknown_name` or `unwritable_file` at `--out`, or if the experiment's
        data can't be read.
    """
    if out.suffix != SUFFIX:
        raise Problem("--out", "unknown_name", found=out.suffix, allowed=(SUFFIX,), guess=SUFFIX)
    ingredients = recipe(experiment, steps, every)
    script = TARGETS[target](ingredients)
    with output_folder(out.parent) as folder:
        np.savez(folder / out.with_suffix(".npz").name, allow_pickle=False, **stored(ingredients))
        (folder / out.name).write_text(script, encoding="utf-8", newline="\n")
