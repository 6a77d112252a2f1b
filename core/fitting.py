"""The initializer that fits a layer: the one that was derived for its activation.

The output layer takes after the last hidden one, as in S3: its own activation
belongs to the loss.
"""

from core.experiment import Experiment
from core.initializers import NamedInitializer
from core.initializers.he import HeNormal
from core.initializers.lecun import LecunNormal
from core.initializers.xavier import XavierNormal
from core.layer import ActivationName

CHOICES = (HeNormal(), XavierNormal(), LecunNormal())


def fitting_rule(experiment: Experiment, place: int) -> NamedInitializer:
    """Return the rule for the weights of layer `place` (1..L)."""
    hidden = experiment.layers[:-1]
    model = hidden[min(place, len(hidden)) - 1] if hidden else experiment.layers[-1]
    return _made_for(model.activation)


def _made_for(activation: ActivationName) -> NamedInitializer:
    """Return the first choice made for an activation; He for ReLU's smooth relatives."""
    return next((rule for rule in CHOICES if activation in rule.made_for), CHOICES[0])
