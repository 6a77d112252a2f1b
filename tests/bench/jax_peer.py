"""JAX on the circles in double precision: jitted step by step, and 100 runs at once."""

from collections.abc import Callable
from typing import Any

import numpy as np

from core.ensemble import draws
from core.initial import initial_parameters
from core.trainer import Trainer
from tests.bench.experiments import circles
from tests.bench.timing import Contender

RATE = 0.01
SCANNED = 100  # steps in one call


def per_step() -> Contender:
    """Return one run: for each step a call of a jitted step, which tells the loss."""
    import jax

    step, X, Y, (parameters,) = jax.jit(_step()), *_data(), _parameters(1)
    state = [parameters]

    def advance(steps: int) -> None:
        for _ in range(steps):
            state[0], _ = step(state[0], X, Y)
        jax.block_until_ready(state[0])

    return Contender(advance, 500)


def together(runs: int) -> Contender:
    """Return many runs: vmap over runs, scan over steps."""
    import jax

    step, X, Y = jax.vmap(_step(), in_axes=(0, None, None)), *_data()

    @jax.jit
    def scanned(parameters: Any) -> Any:
        return jax.lax.scan(lambda state, _: step(state, X, Y), parameters, length=SCANNED)[0]

    stacked = jax.tree.map(lambda *each: np.stack(each), *_parameters(runs))
    state = [stacked]

    def advance(steps: int) -> None:
        for _ in range(steps // SCANNED):
            state[0] = scanned(state[0])
        jax.block_until_ready(state[0])

    return Contender(advance, SCANNED, runs)


def _step() -> Callable[[Any, Any, Any], tuple[Any, Any]]:
    """Return gradient descent on a batch: from parameters, X and Y to parameters and loss."""
    import jax
    import jax.numpy as jnp

    jax.config.update("jax_enable_x64", True)

    def loss(parameters: Any, X: Any, Y: Any) -> Any:
        A = X
        for W, b in parameters[:-1]:
            A = jnp.maximum(W @ A + b, 0.0)
        W, b = parameters[-1]
        Z = W @ A + b
        return jnp.mean(jnp.maximum(Z, 0.0) - Y * Z + jnp.log1p(jnp.exp(-jnp.abs(Z))))

    def step(parameters: Any, X: Any, Y: Any) -> tuple[Any, Any]:
        J, gradient = jax.value_and_grad(loss)(parameters, X, Y)
        return jax.tree.map(lambda old, slope: old - RATE * slope, parameters, gradient), J

    return step


def _data() -> tuple[Any, Any]:
    import jax.numpy as jnp

    data = Trainer(circles()).dataset
    return jnp.asarray(data.train_inputs), jnp.asarray(data.train_targets)


def _parameters(runs: int) -> list[Any]:
    each = (initial_parameters(experiment) for experiment in draws(circles(), runs))
    return [list(zip(weights, biases, strict=True)) for weights, biases in each]
