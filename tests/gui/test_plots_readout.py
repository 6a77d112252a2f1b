import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui import theme
from gui.plots.entry import Entry
from gui.plots.key import Key
from gui.plots.markers import class_marker
from gui.plots.pens import run_pen
from gui.plots.readout import Readout


def ink(widget: QWidget) -> list[tuple[int, int]]:
    """Return where something is drawn."""
    image = widget.grab().toImage()
    ground = image.pixelColor(image.width() - 1, image.height() - 1)
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) != ground
    ]


def test_entries_are_read_aloud(qtbot: QtBot) -> None:
    readout = Readout()
    qtbot.addWidget(readout)
    readout.show_entries(Entry("train 0.1", run_pen(0)), Entry("step 5"))
    assert readout.text == readout.accessibleName() == "train 0.1   step 5"


class Painted(QObject):
    """Notes what a readout says whenever it is painted."""

    def __init__(self, readout: Readout) -> None:
        super().__init__(readout)
        self.texts: list[str] = []
        readout.installEventFilter(self)

    def eventFilter(self, watched: Readout, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.texts.append(watched.text)
        return False


def painted_when_told(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, latest_ms: int
) -> tuple[Readout, Painted]:
    """Return a readout that was told of two steps within a period."""
    monkeypatch.setattr("gui.plots.unhurried.PERIOD", 1e9)
    monkeypatch.setattr("gui.plots.unhurried.LATEST_MS", latest_ms)
    readout = Readout()
    qtbot.addWidget(readout)
    with qtbot.waitExposed(readout):
        readout.show()
    painted = Painted(readout)
    for step in range(2):
        readout.show_entries(Entry(f"step {step}"))
        qtbot.wait_until(lambda: "step 0" in painted.texts)
    return readout, painted


def test_numbers_that_change_with_every_frame_are_left_alone_long_enough_to_be_read(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    readout, painted = painted_when_told(qtbot, monkeypatch, latest_ms=1_000_000)
    QApplication.processEvents()
    assert "step 1" not in painted.texts
    assert readout.text == readout.accessibleName() == "step 1"


def test_the_last_of_them_is_painted_when_no_other_comes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, painted = painted_when_told(qtbot, monkeypatch, latest_ms=1)
    qtbot.wait_until(lambda: painted.texts[-1] == "step 1")


def test_a_line_that_is_too_long_takes_the_small_font_until_it_gets_wider(qtbot: QtBot) -> None:
    readout = Readout()
    qtbot.addWidget(readout)
    readout.show_entries(Entry("train 0.123", run_pen(0)), Entry("step 12"))
    width, height = readout.sizeHint().toTuple()
    readout.resize(width, height)
    readout.show()
    full = max(x for x, _ in ink(readout))
    readout.show_entries(Entry("train 0.123", run_pen(0)), Entry("step 1234"))
    assert max(x for x, _ in ink(readout)) < full
    readout.show_entries(Entry("train 0.123", run_pen(0)), Entry("step 12"))
    small = max(x for x, _ in ink(readout))
    assert small < full  # and no jumping back
    readout.resize(2 * width, height)
    assert max(x for x, _ in ink(readout)) == full


@pytest.mark.parametrize("zoom", theme.ZOOMS)
def test_nothing_is_shortened_that_has_its_room(qapp: QApplication, zoom: float) -> None:
    theme.apply(qapp, "light", zoom)
    entry = Entry("train 0.2468", run_pen(0))
    pictures = []
    for extra in (0, 50):
        picture = QImage(800, 80, QImage.Format.Format_RGB32)
        picture.fill(theme.color("plot"))
        painter = QPainter(picture)
        painter.setFont(theme.font())
        entry.draw(painter, QRect(0, 0, entry.width(painter.fontMetrics()) + extra, 80))
        painter.end()
        pictures.append(picture)
    assert pictures[0] == pictures[1]


def test_a_key_shows_lines_and_points_below_each_other(qtbot: QtBot) -> None:
    key = Key()
    qtbot.addWidget(key)
    key.show_entries(Entry("L1 n1", run_pen(0)), Entry("class 0", class_marker(0, 2)))
    key.resize(key.sizeHint())
    image = key.grab().toImage()
    top = {image.pixelColor(x, image.height() // 4).name() for x in range(30)}
    bottom = {image.pixelColor(x, image.height() * 3 // 4).name() for x in range(30)}
    assert run_pen(0).color().name() in top
    assert theme.color("negative").name() in bottom


def test_a_key_with_too_little_room_says_that_there_is_more(qtbot: QtBot) -> None:
    key = Key()
    qtbot.addWidget(key)
    key.show_entries(*(Entry(f"L1 n{index}", run_pen(index)) for index in range(6)))
    line = key.minimumSizeHint().height()
    assert key.sizeHint().height() == 6 * line
    key.resize(key.sizeHint().width(), 2 * line)
    drawn = ink(key)
    first = {x for x, y in drawn if y < line}
    dots = {x for x, y in drawn if y >= line}
    assert max(dots) < max(first)
    assert len(dots) <= 8


def drawn(entry: Entry, width: int) -> QImage:
    image = QImage(width, 20, QImage.Format.Format_RGB32)
    image.fill(theme.color("plot"))
    painter = QPainter(image)
    painter.setFont(theme.font("caption"))
    entry.draw(painter, image.rect())
    painter.end()
    return image


def test_a_sample_gives_up_its_room_before_the_text(qapp: QApplication) -> None:
    text, entry = Entry("F now"), Entry("F now", run_pen(5))
    metrics = QFontMetrics(theme.font("caption"))
    words, whole = text.width(metrics), entry.width(metrics)
    for missing in (0, 10):
        width = whole - missing
        assert drawn(entry, width).copy(width - words, 0, words, 20) == drawn(text, words)
    assert drawn(entry, whole - 20).copy(whole - 20 - words, 0, words, 20) != drawn(text, words)
