"""Lockstep: up to six runs that take every step together, to be compared.

Each is the run that it would be alone, bit for bit: same seed, same draws, same
batches. Those that differ in their first weights alone go in a convoy. One of them is
the present run, the one that is edited; the others are pinned. A run that diverges
stays at its last step; the others go on.
"""

from msgspec.structs import replace

from core.changes import change
from core.convoy import Convoy, convoys
from core.experiment import Experiment
from core.snapshot import LETTERS, Snapshot
from core.trainer import Trainer


class Lockstep:
    """Runs by letter; none before the first `load`.

    Attributes
    ----------
    letter : str
        Of the present run. It keeps it as long as another run is beside it.
    """

    def __init__(self) -> None:
        self._runs: dict[str, Trainer] = {}
        self._convoys: list[Convoy] | None = None  # None: they must be formed anew
        self.letter = LETTERS[0]

    @property
    def present(self) -> Trainer | None:
        """The run that is edited; None if there is none, or its data can't be read."""
        return self._runs.get(self.letter)

    @property
    def step(self) -> int:
        """Where all runs stand that have not diverged before."""
        return max((run.step for run in self._runs.values()), default=0)

    @property
    def reached(self) -> int:
        """The last step that all of them have been at, or ended before."""
        runs = self._runs.values()
        going = [run.reached for run in runs if run.ending is None]
        return min(going) if going else max((run.reached for run in runs), default=0)

    @property
    def ended(self) -> bool:
        """Whether no run can go on."""
        return all(run.divergence is not None for run in self._runs.values())

    def load(self, experiment: Experiment) -> None:
        """Begin the present run anew with this experiment; all go to step 0.

        Raises
        ------
        Problem
            If its data can't be read: then there is no present run.
        """
        self.drop()
        self.rewind(0)
        self._runs[self.letter] = Trainer(experiment, watched=True)

    def drop(self) -> None:
        """Give the present run up."""
        self._convoys = None
        self._runs.pop(self.letter, None)

    def pin(self) -> None:
        """Keep the present run as it is, and go on with another that is still the same.

        Nothing happens without a free letter, or if a run with these settings is pinned.
        """
        free = next((letter for letter in LETTERS if letter not in self._runs), None)
        present = self.present
        if present is None or free is None or self._pinned(present.experiment):
            return
        self._convoys = None
        self._runs[free] = present.fork()
        present.trail.recorder.watched = False  # the spreads of a pinned run are never shown
        self.letter = free

    def unpin(self, letter: str) -> None:
        """Take a pinned run away; the present run, if it is alone then, is A again."""
        if letter == self.letter:
            return
        self._convoys = None
        self._runs.pop(letter, None)
        if not self._beside():
            self._runs = dict(zip(LETTERS, self._runs.values(), strict=False))
            self.letter = LETTERS[0]

    def advance(self, steps: int) -> int:
        """Train all; return how many steps were made by those that came furthest."""
        start = self.step
        goal = start + steps
        if self._convoys is None:
            going = [run for run in self._runs.values() if run.divergence is None]
            self._convoys = convoys([run for run in going if run.step == start])
        if not all([convoy.advance(goal) for convoy in self._convoys]):
            self._convoys = None
        for run in self._runs.values():
            if run.step < goal:  # it goes alone, or its convoy parted
                run.advance(goal - run.step)
        return self.step - start

    def rewind(self, step: int) -> None:
        """Go to a step, 0 to `reached`; who diverged before it stands there."""
        self._convoys = None
        for run in self._runs.values():
            run.rewind(min(step, run.reached))
            if run.divergence is None:
                run.advance(step - run.step)

    def apply_live(self, experiment: Experiment) -> None:
        """Let the present run go on with these settings, from where it stands; all go there."""
        present = self.present
        if present is not None:
            present.apply_live(experiment)
            self.rewind(present.step)

    def snapshot(self, number: int, **wish: bool) -> Snapshot | None:
        """Return the snapshot of the present run, number `number`, with the others beside it.

        `wish`: what `Trainer.snapshot` may be asked for.
        """
        present = self.present
        if present is None:
            return None
        beside = (
            replace(run.snapshot(number, findings=False), letter=letter)
            for letter, run in sorted(self._beside().items())
        )
        return replace(
            present.snapshot(number, **wish),
            reached=self.reached,
            letter=self.letter,
            beside=tuple(beside),
        )

    def _beside(self) -> dict[str, Trainer]:
        return {letter: run for letter, run in self._runs.items() if letter != self.letter}

    def _pinned(self, experiment: Experiment) -> bool:
        pinned = (run.experiment for run in self._beside().values())
        return any(change(other, experiment) == "none" for other in pinned)
