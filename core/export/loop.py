"""The loop over the steps, as every script begins it, and the samples of every step."""

from core.export.recipe import Recipe
from core.streams import FRESH, SHUFFLE

BEGIN = """\
print("step,train_loss,test_loss")
report(0)"""

EACH_STEP = "for step in range(1, STEPS + 1):"
EACH_BATCH = "for step, (X_batch, Y_batch) in zip(range(1, STEPS + 1), batches()):"

BATCHES = '''\
def batches():
    """Yield one batch after another; every epoch passes over all samples in a new order."""
    rng = np.random.Generator(np.random.PCG64(np.random.SeedSequence({seed}, spawn_key=({key},))))
    while True:
        order = rng.permutation({samples})
        for start in range(0, {samples}, batch_size):
            batch = order[start : start + batch_size]
            yield X[:, batch], Y[:, batch]'''

STREAM = '''\
def batches():
    """Yield new samples for every step, all targets 1; X and Y are there to measure with."""
    rng = np.random.Generator(np.random.PCG64(np.random.SeedSequence({seed}, spawn_key=({key},))))
    while True:
        yield rng.random((batch_size, {n_in})).T, np.ones(({n_out}, batch_size))'''

ENDLESS = {"stream": STREAM}  # the datasets that never end, by name


def batches_section(recipe: Recipe) -> str:
    """Return the code of `batches()`, or nothing where one batch is the whole training set."""
    if recipe.batch_size is None:
        return ""
    rule = recipe.experiment.dataset
    if rule.endless:
        n_in, n_out = rule.shape()
        return ENDLESS[rule.name].format(seed=rule.seed, key=FRESH, n_in=n_in, n_out=n_out)
    samples = recipe.dataset.train_inputs.shape[1]
    return BATCHES.format(seed=recipe.experiment.seed, key=SHUFFLE, samples=samples)
