import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from gui import theme
from gui.plots import magnitude
from gui.plots.column_image import column_edges
from gui.plots.heat_map import MOST_CELLS, MOST_ROWS, HeatMap

CELL = 20  # px


def painted(heat_map: HeatMap, columns: int, rows: int) -> QImage:
    """Return a picture in which every column of one step and every row is CELL px."""
    image = QImage(columns * CELL, rows * CELL, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    painter.setTransform(QTransform.fromScale(CELL, CELL).translate(0.5, 0.0))
    heat_map.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    return image


def colours(image: QImage, column: int, row: int) -> set[str]:
    """Return the colours of a cell, but for its rim."""
    return {
        image.pixelColor(column * CELL + x, row * CELL + y).name()
        for x in range(2, CELL - 2)
        for y in range(2, CELL - 2)
    }


def name(value: float) -> str:
    return QColor.fromRgba(int(magnitude.table()[magnitude.indices(np.array([value]))[0]])).name()


def test_every_cell_has_the_colour_of_its_value() -> None:
    values = 10.0 ** np.array([[-9, -6, -3], [-2, 0, 1]])
    heat_map = HeatMap()
    heat_map.set_values(values, np.arange(3.0), (0, 2))
    image = painted(heat_map, 3, 2)
    for row in range(2):
        for column in range(3):
            assert colours(image, column, row) == {name(values[row, column])}


def test_exact_zero_is_hatched_and_what_is_not_finite_is_crossed() -> None:
    heat_map = HeatMap()
    heat_map.set_values(np.array([[0.0, 1e-3, np.nan, np.inf]]), np.arange(4.0), (0, 1))
    image = painted(heat_map, 4, 1)
    zero, tiny, nan, inf = (colours(image, column, 0) for column in range(4))
    assert tiny == {name(1e-3)}
    assert theme.color("quiet").name() in zero
    assert len(zero) == 2  # a grey, and the hatching on it
    assert nan == inf == {theme.color("broken").name(), theme.color("plot").name()}


def test_a_column_off_the_beat_reaches_halfway_to_its_neighbour() -> None:
    steps = np.array([0.0, 2.0, 4.0, 5.0])
    assert column_edges(steps).tolist() == [-1, 1, 3, 4.5, 6]
    heat_map = HeatMap()
    heat_map.set_values(10.0 ** np.array([[-6, -4, -2, 0]]), steps, (0, 1))
    assert heat_map.boundingRect() == QRectF(-1, 0, 7, 1)
    image = QImage(140, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setTransform(QTransform.fromScale(20, 10).translate(1, 0))
    heat_map.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    at = {x: image.pixelColor(20 * (x + 1), 5).name() for x in (0, 2, 4, 5)}
    assert at == {0: name(1e-6), 2: name(1e-4), 4: name(1e-2), 5: name(1.0)}
    assert image.pixelColor(108, 5).name() == name(1e-2)  # 4.4
    assert image.pixelColor(112, 5).name() == name(1.0)  # 4.6


def test_one_record_fills_a_step() -> None:
    assert column_edges(np.zeros(1)).tolist() == [-0.5, 0.5]


def test_a_line_parts_layers_unless_it_would_hide_one() -> None:
    heat_map = HeatMap()
    heat_map.set_values(np.full((4, 1), 1e-3), np.zeros(1), (0, 2, 4))
    image = painted(heat_map, 1, 4)
    ground = theme.color("plot").name()
    assert image.pixelColor(10, 2 * CELL).name() == ground
    assert image.pixelColor(10, 1 * CELL).name() == name(1e-3)
    thin = QImage(10, 8, QImage.Format.Format_RGB32)
    painter = QPainter(thin)
    painter.setTransform(QTransform.fromScale(10, 2).translate(0.5, 0))  # 4 px a layer
    heat_map.set_values(np.full((4, 1), 1e-3), np.zeros(1), (0, 3, 4))
    heat_map.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    assert {thin.pixelColor(5, y).name() for y in range(8)} == {name(1e-3)}


def test_of_too_many_cells_every_so_many_columns_and_the_last_are_drawn() -> None:
    values = np.full((MOST_CELLS // 100, 250), 1e-9)
    values[:, -1] = 1.0
    heat_map = HeatMap()
    heat_map.set_values(values, np.arange(250.0), (0, len(values)))
    assert heat_map.boundingRect().left() == -1.5  # half a stride of 3 before step 0
    assert heat_map.boundingRect().right() == 250.5
    image = QImage(252, 4, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setTransform(QTransform.fromScale(1, 4 / len(values)).translate(1.5, 0))
    heat_map.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    row = [image.pixelColor(x, 2).name() for x in range(252)]
    assert set(row[:240]) == {name(1e-9)}
    assert row[-1] == name(1.0)


@pytest.mark.parametrize("rows", [MOST_ROWS + 1, 3 * MOST_ROWS, 30_000])
def test_of_too_many_rows_the_largest_values_are_drawn(rows: int) -> None:
    values = np.full((rows, 2), 1e-9)
    values[rows // 2, 0] = 1.0
    values[-1, 1] = np.nan
    heat_map = HeatMap()
    heat_map.set_values(values, np.arange(2.0), (0, rows))
    image = QImage(2, MOST_ROWS, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setTransform(QTransform.fromScale(1, MOST_ROWS / rows).translate(0.5, 0))
    heat_map.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    first = [image.pixelColor(0, y).name() for y in range(MOST_ROWS)]
    assert set(first) == {name(1e-9), name(1.0)}
    assert first.count(name(1.0)) == 1
    assert image.pixelColor(1, MOST_ROWS - 1) != QColor(name(1e-9))


RUN = 10.0 ** np.random.default_rng(0).uniform(-6, 0, (3, 8))
ANOTHER = np.concatenate((RUN[:, :5], RUN[:, 5:] / 7), axis=1)


@pytest.mark.parametrize(
    "then",
    [
        np.hstack((RUN[:, :-1], RUN[:, :4] * 3)),  # goes on: the last column was the present step
        RUN[:, ::2],  # half the records
        RUN[:, :3],  # back in time
        ANOTHER,  # the same beginning, then another rate
        RUN[:2],  # another network
        np.where(RUN < 1e-3, 0.0, RUN),
        np.where(RUN < 1e-3, np.nan, RUN),
    ],
)
def test_after_one_run_another_has_its_own_colours(then: np.ndarray) -> None:
    columns, rows = then.shape[1], len(then)
    used, fresh = HeatMap(), HeatMap()
    used.set_values(RUN, np.arange(8.0), (0, 3))
    for heat_map in (used, fresh):
        heat_map.set_values(then, np.arange(float(columns)), (0, rows))
    assert painted(used, columns, rows) == painted(fresh, columns, rows)
