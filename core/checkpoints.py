"""Checkpoints: all that a run needs to go on from a step, bit for bit, kept at some steps.

They stand at multiples of a spacing. When their memory is full, every other
one is dropped and the spacing doubles, so after n steps with room for k
checkpoints no step is further than 2 n / k from the one before it. Step 0 is
always kept.
"""

from collections.abc import Iterator, Sequence
from copy import copy

import numpy as np
from msgspec import Struct

from core.parameters import FloatArray
from core.shuffle import Place

MOST_BYTES = 1 << 27  # 128 MiB in all, or step 0 and one more if they are larger
MOST_CHECKPOINTS = 2048
PLACE_BYTES = 1 << 10  # of a random stream's state

# Between the first checkpoints: steps of about so many multiplications one way (5 ms),
# and not more steps than this, however few theirs are.
WORK = 1 << 22
MOST_STEPS = 256


class Checkpoint(Struct, frozen=True, eq=False):
    """A run before it makes its step number `step` + 1.

    Attributes
    ----------
    parameters : (p,) array
    memory : array
        What the optimizer remembers.
    places : sequence of Place
        Where the run is in its shuffle; empty without mini-batches.
    """

    step: int
    parameters: FloatArray
    memory: FloatArray
    places: Sequence[Place]

    @property
    def nbytes(self) -> int:
        """Memory that it takes, about."""
        return self.parameters.nbytes + self.memory.nbytes + PLACE_BYTES


def joined(each: Sequence[Checkpoint]) -> Checkpoint:
    """Return the checkpoint of R runs as one, with a leading axis (R,) in `parameters`."""
    return Checkpoint(
        each[0].step,
        np.stack([one.parameters for one in each]),
        np.stack([one.memory for one in each], axis=1),
        [place for one in each for place in one.places],
    )


def parted(joint: Checkpoint) -> Iterator[Checkpoint]:
    """Yield the checkpoint of each of R runs, views of the joint one; one place is that of all."""
    for run, parameters in enumerate(joint.parameters):
        places = joint.places[run : run + 1] or joint.places
        yield Checkpoint(joint.step, parameters, joint.memory[:, run], places)


class Checkpoints:
    """The checkpoints of one run.

    Parameters
    ----------
    start : Checkpoint
        Of step 0.
    work : int
        Multiplications of one step, about.
    """

    def __init__(self, start: Checkpoint, work: int) -> None:
        self._kept = {0: start}
        self._most = max(2, min(MOST_CHECKPOINTS, MOST_BYTES // start.nbytes))
        self._first_spacing = min(MOST_STEPS, 1 << (WORK // work).bit_length())
        self._spacing = self._first_spacing

    def copy(self) -> "Checkpoints":
        """Return others, of the same checkpoints, that go on by themselves."""
        other = copy(self)
        other._kept = dict(self._kept)
        return other

    def next_due(self, step: int) -> int:
        """Return the next step after `step` at which a checkpoint belongs."""
        return step - step % self._spacing + self._spacing

    def is_due(self, step: int) -> bool:
        """Say whether a checkpoint belongs at `step`."""
        return step % self._spacing == 0

    def keep(self, checkpoint: Checkpoint) -> None:
        """Keep the checkpoint of a step that is due."""
        self._kept[checkpoint.step] = checkpoint
        while len(self._kept) > self._most:
            self._spacing *= 2
            self._kept = {at: kept for at, kept in self._kept.items() if self.is_due(at)}

    def before(self, step: int) -> Checkpoint:
        """Return the last checkpoint at or before `step`."""
        return self._kept[max(at for at in self._kept if at <= step)]

    def forget_after(self, step: int) -> None:
        """Drop the checkpoints of later steps, which belong to another run now."""
        self._kept = {at: kept for at, kept in self._kept.items() if at <= step}
        self._spacing = self._first_spacing
