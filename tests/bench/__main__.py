"""Print the table: `python -m tests.bench`."""

import importlib.util
import json
import os
import platform
import subprocess
import sys

from tests.bench import headless, start

MODULES = {"PyTorch eager": "torch", "scikit-learn MLPClassifier": "sklearn"}


def processor() -> str:
    """Return the processor's name, as the system tells it."""
    try:
        with open("/proc/cpuinfo") as lines:  # noqa: PTH123
            names = {line.split(":")[1].strip() for line in lines if line.startswith("model name")}
    except OSError:
        names = {platform.processor()}
    return ", ".join(sorted(names))


def window_figures() -> dict[str, float]:
    """Run the real window in a process of its own and return its figures."""
    command = [sys.executable, "-m", "tests.bench.window"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(printed)


def rows() -> list[tuple[str, str]]:
    """Measure everything; return (what, figure)."""
    ours = headless.initlab()
    table = [("circles 2-10-5-1, 300 samples, headless", f"{ours:,.0f} steps/s")]
    for name, measure in headless.PEERS.items():
        if importlib.util.find_spec(MODULES[name]) is None:
            table.append((name, "not installed"))
            continue
        theirs = measure()
        table.append((name, f"{theirs:,.0f} steps/s: ours is {ours / theirs:.1f} times as fast"))
    window = window_figures()
    again = headless.initlab()  # the machine may have sped up or slowed down since
    share = window["steps_per_second"] / ((ours + again) / 2)
    bare, own = start.seconds("bare"), start.seconds("ours")
    table += [
        ("in the window", f"{window['steps_per_second']:,.0f} steps/s: {share:.0%} of headless"),
        ("frames a second while training flat out", f"{window['frames_per_second']:.1f}"),
        ("frame interval p50 / p99", f"{window['p50_ms']:.0f} / {window['p99_ms']:.0f} ms"),
        ("start to first painted window", f"{own:.2f} s: {own / bare:.2f} times a bare window"),
        ("peak memory of the window", f"{window['peak_mib']:.0f} MiB"),
    ]
    return table


def main() -> None:
    """Print the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    python = platform.python_version()
    print(f"{processor()}, {os.cpu_count()} cores, Python {python}, {platform.system()}")  # noqa: T201
    table = rows()
    width = max(len(what) for what, _ in table)
    for what, figure in table:
        print(f"{what:<{width}}  {figure}")  # noqa: T201


if __name__ == "__main__":
    main()
