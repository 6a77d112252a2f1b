"""Opening in a thread: the window goes on meanwhile, the last wish counts, nothing is left."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.datasets import Csv
from core.experiment import default_experiment, write_experiment
from core.problem import Problem
from gui.main_window import MainWindow
from gui.named_file import NamedFile
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


@pytest.fixture
def table(window: MainWindow, tmp_path: Path) -> Path:
    """Return the table that the window's network learns from."""
    table = tmp_path / "own.csv"
    table.write_text("a,b,y\n1,2,0\n2,1,1\n3,1,0\n4,2,1\n")
    data = edits.set_dataset(window.document.experiment, Csv(path=str(table)))
    window.document.edit(data, "data")
    return table


def come_back(qtbot: QtBot, window: MainWindow) -> None:
    """Turn to another program, and back to the window."""
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
    other.close()
    with qtbot.waitActive(window):
        window.activateWindow()


def drawn(window: MainWindow) -> float:
    """Return the largest number among the inputs of the present run."""
    dataset = window.session.snapshot.dataset
    return max(dataset.train_inputs.max(), dataset.test_inputs.max())


def test_a_table_that_changes_on_disk_is_read_when_the_user_comes_back(
    qtbot: QtBot, window: MainWindow, table: Path
) -> None:
    qtbot.waitUntil(lambda: drawn(window) == 4.0)
    table.write_text("a,b,y\n1,2,0\n2,1,1\n3,1,0\n99,2,1\n")
    with modules_run() as modules:
        window.document.draw_again()
        run = window.session.snapshot.run
        qtbot.waitUntil(lambda: window.session.snapshot.run != run)
        assert drawn(window) == 4.0
        with qtbot.waitSignal(window.document.noticed) as noticed:
            come_back(qtbot, window)
        qtbot.waitUntil(lambda: drawn(window) == 99.0)
    assert "own.csv has changed" in noticed.args[0]
    assert not modules & READING
    window.document.undo_stack.undo()  # it fits the data still
    assert window.document.experiment.seed == default_experiment().seed


def test_the_network_follows_a_table_with_another_class(
    qtbot: QtBot, window: MainWindow, table: Path
) -> None:
    qtbot.waitUntil(lambda: drawn(window) == 4.0)
    table.write_text("a,b,y\n1,2,0\n2,1,1\n3,1,2\n99,2,1\n")
    come_back(qtbot, window)
    qtbot.waitUntil(lambda: drawn(window) == 99.0)
    assert window.document.experiment.layers[-1].units == 3
    assert window.document.is_modified
    assert not window.document.undo_stack.canUndo()  # what was before fits data that are gone


def test_a_table_spoilt_on_disk_is_told_and_the_run_goes_on(
    qtbot: QtBot, window: MainWindow, table: Path
) -> None:
    qtbot.waitUntil(lambda: drawn(window) == 4.0)
    table.write_text("a,b,y\n1,2,0\n2,many,1\n")
    with qtbot.waitSignal(window.document.file_refused) as refused:
        come_back(qtbot, window)
    assert refused.args[0].code == "csv_not_a_number"
    window.session.advance(3)
    qtbot.waitUntil(lambda: window.session.snapshot.step == 3)
    assert drawn(window) == 4.0


@pytest.mark.parametrize("text", ["{", '{"format": 1}'])
def test_a_named_file_that_is_none_closes_the_window_with_its_problem(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "bad.initlab"
    path.write_text(text)
    named = NamedFile(window, path)
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert named.problem is not None
    assert named.problem.values["source" if text != "{" else "file"] == "bad.initlab"


def test_a_named_file_is_read_beside_the_window(
    qtbot: QtBot, window: MainWindow, large: Path
) -> None:
    with modules_run() as modules, qtbot.waitSignal(window.document.file_changed):
        NamedFile(window, large)
        assert window.document.path is None
    assert window.document.path == large
    assert not modules & READING
    qtbot.waitUntil(lambda: window.session.snapshot.dataset.train_inputs.shape[1] == ROWS * 3 // 4)
