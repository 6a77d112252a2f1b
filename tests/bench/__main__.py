"""Print the table: `python -m tests.bench`; `--hour` looks at the memory for so long."""

import importlib.util
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable

from tests.bench import digits, headless, jax_peer, many, snapshots, start
from tests.bench.experiments import circles
from tests.bench.timing import Contender, one_core, race


def processor() -> str:
    """Return the processor's name, as the system tells it."""
    try:
        with open("/proc/cpuinfo") as lines:  # noqa: PTH123
            names = {line.split(":")[1].strip() for line in lines if line.startswith("model name")}
    except OSError:
        names = {platform.processor()}
    return ", ".join(sorted(names))


def window_figures(*arguments: str) -> dict[str, float]:
    """Run a bench of the real window in a process of its own and return its figures."""
    command = [sys.executable, "-m", *arguments]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(printed)


Peers = dict[str, tuple[str, Callable[[], Contender]]]  # by name: library, and who contends


def contest(what: str, ours: Contender, peers: Peers) -> list[tuple[str, str]]:
    """Return our row and a row for each peer, all measured in turns."""
    installed = {
        name: contender()
        for name, (library, contender) in peers.items()
        if importlib.util.find_spec(library) is not None
    }
    own, *others = race(ours, *installed.values())
    rates = dict(zip(installed, others, strict=True))
    return [
        (what, f"{own:,.0f} steps/s"),
        *((f"  {name}", _beside(own, rates.get(name))) for name in peers),
    ]


def _beside(own: float, other: float | None) -> str:
    if other is None:
        return "not installed"
    return f"{other:,.0f} steps/s: ours is {own / other:.2f} times as fast"


def training_rows() -> list[tuple[str, str]]:
    """Measure the training, one run and many at once."""
    alone: Peers = {
        "PyTorch eager": ("torch", headless.torch_eager),
        "scikit-learn MLPClassifier": ("sklearn", headless.scikit_learn),
        "JAX, jitted step by step": ("jax", jax_peer.per_step),
    }
    pictures: Peers = {"PyTorch eager": ("torch", digits.torch_eager)}
    at_once: Peers = {
        "one after another": ("core", headless.initlab),
        "JAX, vmap and scan": ("jax", lambda: jax_peer.together(many.RUNS)),
    }
    in_turn: Peers = {"one after another": ("core", headless.initlab)}
    hundred = f"circles, {many.RUNS} runs at once, all together"
    return [
        *contest("circles 2-10-5-1, 300 samples, headless", headless.initlab(), alone),
        *contest("digits 64-64-32-10, batches of 64", digits.initlab(), pictures),
        *contest("circles, six runs compared, all together", many.in_lockstep(), in_turn),
        *contest(hundred, many.together(many.RUNS), at_once),
        *snapshot_rows(),
        ("microseconds of a step", "2-10-10-1, 300 samples, one run, but for"),
        *(
            (f"  {cost.what}", ", ".join(f"{v:,}: {us:,.1f}" for v, us in cost.measured))
            for cost in many.costs()
        ),
    ]


def snapshot_rows() -> list[tuple[str, str]]:
    """Measure what looking costs."""
    experiments = {"circles": circles(), "digits": digits.experiment()}
    return [
        (
            f"{kind}, cost of {snapshots.A_SECOND} snapshots a second",
            "{:.1%}; with diagnostics {:.1%}".format(*snapshots.costs(experiment)),
        )
        for kind, experiment in experiments.items()
    ]


def window_rows() -> list[tuple[str, str]]:
    """Measure the window."""
    bare, own = start.seconds("bare"), start.seconds("ours")
    return [
        *flat_out("circles"),
        *flat_out("digits"),
        *flat_out("six runs"),
        ("start to first painted window", f"{own:.2f} s: {own / bare:.2f} times a bare window"),
        *gesture_rows(),
    ]


def flat_out(kind: str) -> list[tuple[str, str]]:
    """Measure the window while it trains as fast as it goes, beside the same steps without it."""
    window = window_figures("tests.bench.window", kind)
    return [
        (
            f"{kind}, in the window",
            f"{window['steps_per_second']:,.0f} steps/s: {window['share']:.0%} of headless",
        ),
        ("  frames a second", f"{window['frames_per_second']:.1f}"),
        ("  frame interval p50 / p99", f"{window['p50_ms']:.0f} / {window['p99_ms']:.0f} ms"),
        ("  peak memory", f"{window['peak_mib']:.0f} MiB"),
    ]


def gesture_rows() -> list[tuple[str, str]]:
    """Measure how soon the window answers a hand."""
    figures = window_figures("tests.bench.gestures", *sys.argv[1:])
    return [
        ("sigma slider to picture, 6 layers of 64", f"{figures['slider_ms']:.0f} ms"),
        ("a move of the timeline over 100,000 steps", f"{figures['scrub_ms']:.0f} ms"),
        ("painting a diagram of 32 layers of 64", f"{figures['repaint_ms']:.0f} ms"),
        (f"growth of memory over {figures['frames']:,} frames", f"{figures['growth_mib']:.1f} MiB"),
    ]


def main() -> None:
    """Print the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:  # as at a first start: no layout is remembered
        os.environ.update({f"XDG_{kind}_HOME": home for kind in ("CONFIG", "DATA", "CACHE")})
        print_table()


def print_table() -> None:
    """Measure and print all."""
    python = platform.python_version()
    print(f"{processor()}, {os.cpu_count()} cores, Python {python}, {platform.system()}")  # noqa: T201
    window = window_rows()  # first: the peers' libraries leave threads that do not rest
    with one_core():
        table = training_rows()
    table += window
    width = max(len(what) for what, _ in table)
    for what, figure in table:
        print(f"{what:<{width}}  {figure}")  # noqa: T201


if __name__ == "__main__":
    main()
