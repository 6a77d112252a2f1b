"""The diagnosis line: findings in words, refusals until they are answered, notices for a while."""

from typing import get_args

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from core import edits
from core.experiment import default_experiment
from core.findings import Finding, FindingCode
from core.initializers.constant import Constant, Zeros
from core.problem import Problem
from core.snapshot import Snapshot
from core.trainer import Trainer
from gui.panels import diagnosis
from gui.panels.diagnosis import STATUS, DiagnosisLine
from gui.panels.elided_label import ElidedLabel
from gui.panels.status import SHAPES, StatusIcon
from tests.core.networks import circles
from tests.gui.windows import open_window

REFUSED = Problem("layers[0].units", "out_of_range", found=0, sign=">=", bound=1)
REFUSED_TEXT = "layers[0].units: must be at least 1; found 0"


@pytest.fixture
def line(qtbot: QtBot) -> DiagnosisLine:
    line = DiagnosisLine()
    qtbot.addWidget(line)
    line.resize(900, 32)
    with qtbot.waitExposed(line):
        line.show()
    return line


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return Trainer(default_experiment()).snapshot()


def text(line: DiagnosisLine) -> str:
    return label(line).text()


def label(line: DiagnosisLine) -> ElidedLabel:
    found = line.findChild(ElidedLabel, "diagnosisLabel")
    assert found is not None
    return found


def status(line: DiagnosisLine) -> str:
    found = line.findChild(StatusIcon)
    assert found is not None
    return found.status


def close_button(line: DiagnosisLine) -> QToolButton:
    found = line.findChild(QToolButton, "closeProblemButton")
    assert found is not None
    return found


def test_weights_beyond_every_number_are_named_before_any_step(qtbot: QtBot) -> None:
    window = open_window(qtbot, circles((4,) * 50, "linear", Constant(value=1e6)))
    said = "At step 0 Z47 overflows already: no step can be made."
    assert text(window.diagnosis) == said
    assert status(window.diagnosis) == "broken"
    assert not window.plots.loss.canvas.message
    window.actions_.run.trigger()
    qtbot.waitUntil(lambda: bool(shown := window.session.snapshot) and bool(shown.divergence))
    assert text(window.diagnosis) == said


def test_a_fresh_network_is_ready(line: DiagnosisLine, snapshot: Snapshot) -> None:
    line.show_snapshot(snapshot)
    assert text(line) == "Ready at step 0. Press Space to train."
    assert status(line) == "quiet"
    assert not close_button(line).isVisible()


def test_zeros_are_diagnosed_before_the_first_step(line: DiagnosisLine) -> None:
    experiment = edits.set_weights(default_experiment(), [1, 2, 3], Zeros())
    line.show_snapshot(Trainer(experiment).snapshot())
    assert text(line).startswith("Every weight gradient is exactly 0")
    assert status(line) == "attention"


def test_constants_are_diagnosed_layer_by_layer(line: DiagnosisLine) -> None:
    experiment = edits.set_weights(default_experiment(), [1, 2, 3], Constant())
    line.show_snapshot(Trainer(experiment).snapshot())
    assert text(line) == "Layer 1: 4 neurons work like 1, their weights are identical."
    assert label(line).toolTip().splitlines() == [
        "Layer 1: 4 neurons work like 1, their weights are identical.",
        "Layer 2: 3 neurons work like 1, their weights are identical.",
    ]


def test_every_finding_has_a_status_of_its_own_shape(
    line: DiagnosisLine, snapshot: Snapshot
) -> None:
    assert set(STATUS) == set(get_args(FindingCode))
    assert len(set(SHAPES.values())) == len(SHAPES)
    values = {"step": 3, "quantity": "W", "units": 4, "effective": 1, "dead": 4, "share": 0.9}
    values |= dict.fromkeys(("gradient", "ratio", "loss", "chance", "steps"), 0.5)
    values |= dict.fromkeys(("train_loss", "test_loss", "best"), 0.5)
    values |= {"feature": "height", "low": 150.0, "high": 190.0}
    for code in get_args(FindingCode):
        line.show_snapshot(replace(snapshot, findings=(Finding(code, 1, values),)))
        assert status(line) == STATUS[code]


def test_a_refusal_stays_through_snapshots_until_the_next_edit(
    line: DiagnosisLine, snapshot: Snapshot
) -> None:
    line.show_problem(REFUSED)
    line.show_snapshot(snapshot)
    assert text(line) == REFUSED_TEXT
    assert status(line) == "broken"
    line.show_experiment(default_experiment())
    assert text(line) == "Ready at step 0. Press Space to train."


def test_an_edit_is_refused_in_the_windows_words_and_a_file_in_its_own(
    line: DiagnosisLine,
) -> None:
    line.show_experiment(default_experiment())
    line.show_problem(REFUSED)
    assert text(line) == "Layer 1, units: must be at least 1; found 0"
    line.show_file_problem(REFUSED)
    assert text(line) == REFUSED_TEXT


def test_a_refusal_can_be_closed(qtbot: QtBot, line: DiagnosisLine, snapshot: Snapshot) -> None:
    line.show_snapshot(snapshot)
    line.show_problem(REFUSED)
    qtbot.mouseClick(close_button(line), Qt.MouseButton.LeftButton)
    assert text(line) == "Ready at step 0. Press Space to train."
    assert not close_button(line).isVisible()


def test_a_notice_leaves_by_itself(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, snapshot: Snapshot
) -> None:
    monkeypatch.setattr(diagnosis, "NOTICE_MS", 20)
    line = DiagnosisLine()
    qtbot.addWidget(line)
    line.show_snapshot(snapshot)
    line.show_notice("Saved to circles.initlab")
    assert text(line) == "Saved to circles.initlab"
    qtbot.waitUntil(lambda: text(line) == "Ready at step 0. Press Space to train.")


def test_a_notice_does_not_take_a_later_refusal_along(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diagnosis, "NOTICE_MS", 20)
    line = DiagnosisLine()
    qtbot.addWidget(line)
    line.show_notice("Saved")
    line.show_problem(REFUSED)
    other = DiagnosisLine()  # a notice of the same length outlasts the first one's time
    qtbot.addWidget(other)
    other.show_notice("Saved")
    qtbot.waitUntil(lambda: text(other) == "")
    assert text(line) == REFUSED_TEXT


def test_a_long_line_is_elided_and_whole_in_the_tooltip(line: DiagnosisLine) -> None:
    problem = Problem("", "unknown_field", field="lerning", allowed=("a",) * 60, guess="")
    line.show_problem(problem)
    line.resize(300, 32)
    assert label(line).shown_text().endswith("\N{HORIZONTAL ELLIPSIS}")
    assert label(line).toolTip() == text(line)
    line.resize(3000, 32)
    assert label(line).shown_text() == text(line)


def test_names_from_files_are_not_taken_for_markup(line: DiagnosisLine) -> None:
    line.show_problem(Problem("", "unknown_field", field="<img src=x>", allowed=(), guess=""))
    assert "<img src=x>" in text(line)
    assert label(line).textFormat() == Qt.TextFormat.PlainText


def test_another_language_keeps_what_is_shown(line: DiagnosisLine) -> None:
    line.show_problem(REFUSED)
    QApplication.sendEvent(line, QEvent(QEvent.Type.LanguageChange))
    assert text(line) == REFUSED_TEXT
