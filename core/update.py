"""The update: from the gradient of J to the next parameters.

In this order: the penalty lambda/2 sum W^2 adds lambda W to dW, weights only;
the gradient as a whole is shortened to `clip_norm` if it is longer; the
optimizer turns it into a step.
"""

import numpy as np

from core.experiment import Experiment
from core.gradient import vector_norm
from core.parameters import FloatArray, Parameters


class Update:
    """Proposes the next parameters, and leaves it to the trainer to take them.

    Of R networks with the same settings, it proposes R times at once.
    """

    def __init__(self, experiment: Experiment, parameters: Parameters) -> None:
        self._parameters = parameters
        self._proposal = Parameters(parameters.sizes, np.zeros_like(parameters.flat))
        self._mask = parameters.weight_mask()
        self._state = np.zeros((experiment.optimizer.states, *parameters.flat.shape))

    def memory(self) -> FloatArray:
        """Return a copy of all that is remembered from step to step."""
        return self._state.copy()

    def restore(self, memory: FloatArray) -> None:
        """Remember this again, as `memory` returned it."""
        np.copyto(self._state, memory)

    def propose(self, experiment: Experiment, gradient: Parameters) -> Parameters:
        """Return where this gradient leads; penalty and clipping change it in place.

        The result is overwritten by the next proposal.
        """
        proposal = self._proposal
        if experiment.l2 > 0.0:
            np.multiply(self._parameters.flat, self._mask, out=proposal.flat)
            np.multiply(proposal.flat, experiment.l2, out=proposal.flat)
            np.add(gradient.flat, proposal.flat, out=gradient.flat)
        if experiment.clip_norm is not None:
            clip(gradient, experiment.clip_norm)
        experiment.optimizer.displace(gradient.flat, self._state, proposal.flat)
        np.subtract(self._parameters.flat, proposal.flat, out=proposal.flat)
        return proposal


def clip(gradient: Parameters, most: float) -> None:
    """Shorten the gradient, all W and b of a network together, to an L2 norm of at most `most`."""
    for vector in np.atleast_2d(gradient.flat):
        norm = vector_norm(vector)
        if norm > most:
            np.multiply(vector, most / norm, out=vector)
