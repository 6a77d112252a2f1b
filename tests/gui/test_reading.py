"""Opening in a thread: the window goes on meanwhile, the last wish counts, nothing is left."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from core import edits
from core.datasets import Csv
from core.experiment import default_experiment, write_experiment
from core.problem import Problem
from gui.main_window import MainWindow
from gui.reader import Reader
from tests.gui.main_thread import READING, modules_run

ROWS = 20_000


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """Return an experiment on a table of many rows that nobody has read yet."""
    table = tmp_path / "large.csv"
    table.write_text("a,b,y\n")
    csv = Csv(path=str(table), standardize=True)
    table.write_text("a,b,y\n1,2,0\n2,1,1\n")
    experiment = edits.set_dataset(default_experiment(), csv)
    write_experiment(experiment, tmp_path / "large.initlab")
    rows = (f"{100 + i * 7919 % 1000 / 8},{i * 104729 % 97},{i % 2}\n" for i in range(ROWS))
    table.write_text("a,b,y\n" + "".join(rows))
    return tmp_path / "large.initlab"


def test_a_large_table_does_not_hold_the_window_up(
    qtbot: QtBot, window: MainWindow, large: Path
) -> None:
    """Another thread reads the file; meanwhile the window's loop turns."""
    seen: list[Path | None] = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: seen.append(window.document.path))
    timer.start()
    with modules_run() as modules:
        with qtbot.waitSignal(window.document.file_changed):
            window.files.open(str(large))
            assert window.document.path is None  # it did not wait
        qtbot.waitUntil(
            lambda: window.session.snapshot.dataset.train_inputs.shape[1] == ROWS * 3 // 4
        )
    timer.stop()
    assert None in seen  # a turn before the file was taken
    assert "gui.reader" in modules
    assert not modules & READING


def test_data_that_are_gone_are_told_in_one_line(
    qtbot: QtBot, window: MainWindow, large: Path
) -> None:
    (large.parent / "large.csv").unlink()
    before = window.document.experiment
    copy = large.parent / "copy"
    copy.mkdir()
    moved = copy / "moved.initlab"
    moved.write_bytes(large.read_bytes())
    with qtbot.waitSignal(window.document.file_refused) as refused:
        window.files.open(str(moved))
    assert refused.args[0].code == "unreadable_file"
    assert window.document.experiment is before


def test_the_path_of_the_data_follows_save_as(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "home" / "data").mkdir(parents=True)
    table = tmp_path / "home" / "data" / "own.csv"
    table.write_text("a,b,y\n1,2,0\n2,1,1\n3,1,0\n")
    window.document.edit(
        edits.set_dataset(window.document.experiment, Csv(path=str(table))), "data"
    )
    window.files.save_as(str(tmp_path / "away.initlab"))
    window.files.save_as(str(tmp_path / "home" / "here.initlab"))
    assert '"home/data/own.csv"' in (tmp_path / "away.initlab").read_text()
    assert '"data/own.csv"' in (tmp_path / "home" / "here.initlab").read_text()
    (tmp_path / "home").rename(tmp_path / "stick")
    with qtbot.waitSignal(window.document.file_changed):
        window.files.open(str(tmp_path / "stick" / "here.initlab"))
    assert window.document.experiment.dataset.path == str(tmp_path / "stick" / "data" / "own.csv")


def test_the_last_wish_counts(qtbot: QtBot) -> None:
    owner = QObject()
    reader = Reader(owner)
    results: list[object] = []
    reader.done.connect(results.append)
    for number in range(5):
        reader.start(lambda number=number: number)
    qtbot.waitUntil(lambda: not reader.busy)
    assert results == [4]


def test_a_problem_comes_back_and_work_goes_on(qtbot: QtBot) -> None:
    owner = QObject()
    reader = Reader(owner)

    def fail() -> None:
        raise Problem("here", "not_text")

    with qtbot.waitSignal(reader.refused) as refused:
        reader.start(fail)
    assert refused.args[0].path == "here"
    with qtbot.waitSignal(reader.done):
        reader.start(lambda: 1)


def test_a_window_closed_while_it_reads_waits_for_the_thread(
    qtbot: QtBot, window: MainWindow, large: Path
) -> None:
    window.files.open(str(large))
    window.close()
    assert window.document.path is None
