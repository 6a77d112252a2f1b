"""Whatever is done at random: no error, no warning, nothing lost, undo finds the way back.

The short form runs with the suite; `pytest -m long tests/gui/test_random_actions.py` the long one.
"""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.experiment import default_experiment, write_experiment
from core.problem import Problem
from gui.app import create_window
from gui.labels import problem_text
from tests.gui.monkey import Monkey

BAD = {"empty": "", "cut": '{"format": 1', "list": "[]", "nan": '{"format": 1, "seed": NaN}'}
SHORT, LONG = 200, 5000


@pytest.mark.parametrize(
    ("seed", "actions"),
    [(1, SHORT), *(pytest.param(n, LONG, marks=pytest.mark.long) for n in (3, 4))],
)
def test_random_actions(qtbot: QtBot, tmp_path: Path, seed: int, actions: int) -> None:
    write_experiment(default_experiment(), tmp_path / "good.initlab")
    for name, text in BAD.items():
        (tmp_path / f"{name}.initlab").write_text(text, encoding="utf-8")
    window = create_window()
    qtbot.addWidget(window)
    failures: list[str] = []
    refusals: list[Problem] = []
    window.session.failed.connect(failures.append)
    window.document.refused.connect(refusals.append)
    window.session.refused.connect(refusals.append)
    with qtbot.waitExposed(window):
        window.show()
    base = [window.document.experiment]
    stack = window.document.undo_stack
    window.document.file_changed.connect(
        lambda: base.__setitem__(0, window.document.experiment) if not stack.count() else None
    )
    monkey = Monkey(qtbot, window, tmp_path, seed)
    for _ in range(actions):
        with qtbot.capture_exceptions() as errors:
            monkey.act()
        assert not (errors or failures), (monkey.trail[-5:], errors, failures)
    assert all("\n" not in problem_text(problem) for problem in refusals)
    while stack.canUndo():
        stack.undo()
    assert window.document.experiment == base[0]
    with qtbot.waitSignal(window.session.snapshot_changed):
        window.session.rewind()
        window.session.advance()
    window.close()
