"""The legend: what width, style, fill and arc mean, with numbers; all scales are fixed."""

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from core.activations import ACTIVATIONS
from core.experiment import Experiment
from gui import numbers, theme
from gui.diagram import swatches
from gui.diagram.fills import HIGH, LOW
from gui.diagram.pictures import PICTURES
from gui.diagram.swatches import GLYPH, Group, Swatch, text_height
from gui.panel import Panel
from gui.panels.bounds import Bounds
from gui.panels.complaint import complain_beside
from gui.panels.editors import Combo
from gui.panels.number_field import NumberField
from gui.plots import magnitude, signed
from gui.selection import Selection

TICKS = (theme.MAGNITUDE_LOW, -5.0, theme.MAGNITUDE_HIGH)  # log10, from end to end
SMALLEST = 0.9  # of the type, unless the interface is zoomed:
SMALLEST_ZOOMED = 1.0  # then, of the unzoomed type, where the window is narrow
SCALES = 5  # tried between 1 and the smallest
PLANE = 2  # inputs: of so many, a neuron's activations are a map
SHARE = 0.4  # of the arc that is shown as a sample


class Place(NamedTuple):
    """Where a part of the legend stands."""

    row: int
    x: float


class Legend(Panel):
    """A strip below the diagram; where it is narrow, it goes on in another row.

    It begins with the choice of the picture and, where the picture is one
    sample's, the choice of the sample.

    Signals
    -------
    picture_chosen(str)
        The name of one of the PICTURES.
    """

    picture_chosen = Signal(str)

    def __init__(self, selection: Selection, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("diagramLegend")
        self._selection = selection
        self._edge_scale = 1.0
        self._picture = PICTURES["weights"]
        self._silences: frozenset[str] = frozenset()
        self._inputs = PLANE
        self._choice = QWidget(self)
        self._combo = Combo(self._choice, "pictureCombo")
        self._caption, self._field = QLabel(), NumberField(_bounds(1), step=1)
        self._field.setObjectName("diagramSampleSpinBox")
        row = QHBoxLayout(self._choice)
        row.setContentsMargins(theme.GRID // 2, 0, 0, 0)
        row.addWidget(self._combo)
        for widget in (self._caption, self._field):
            row.addWidget(widget)
            widget.hide()
        self._caption.setBuddy(self._field)
        self._combo.currentIndexChanged.connect(self._on_chosen)
        self._field.edited.connect(self._on_sample_edited)
        complain_beside(self._field)
        selection.sample_changed.connect(self._show_sample)
        self.retranslate()
        self.restyle()
        self._show_sample()

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        self._combo.fill(
            {
                "weights": self.tr("Weight"),
                "gradients": self.tr("Gradient"),
                "updates": self.tr("Update"),
                "activations": self.tr("Activation"),
                "maps": self.tr("Map"),
            }
        )
        self._combo.show_value(self._picture.name)
        for widget, text in (
            (self._combo, self.tr("What the diagram shows")),
            (self._field, self.tr("Sample of the training set")),
        ):
            widget.setAccessibleName(text)
        self._combo.setToolTip(
            self.tr(
                "What the diagram shows: weights, gradients or the next update on the edges; "
                "the activations of one sample, or each neuron's over the plane"
            )
        )
        self._caption.setText(self.tr("Sample"))
        self._titles = {
            "gradient": self.tr("|gradient|"),
            "activation": self.tr("activation"),
            "map": self.tr("activation"),
        }
        self._words = {
            "broken": self.tr("not finite"),
            "dead": self.tr("dead"),
            "saturated": self.tr("saturated"),
        }
        self.setAccessibleName(self.tr("Legend of the network diagram"))
        self._tell()

    def restyle(self) -> None:
        """Draw in the look in force."""
        for widget in (self._combo, self._caption, self._field):
            widget.setFont(theme.font("caption"))
        self.update()

    def show_experiment(self, experiment: Experiment) -> bool:
        """Explain what this network can show, and what it can't; return whether that is new."""
        found = frozenset(map(_silence_of, (layer.activation for layer in experiment.layers)))
        before = self._silences, self._plain()
        self._silences, self._inputs = found - {""}, experiment.sizes()[0]
        if (self._silences, self._plain()) == before:
            return False
        self._tell()
        return True

    def show_samples(self, count: int) -> None:
        """Offer so many samples. Never emits."""
        bounds = _bounds(count)
        if bounds != self._field.bounds:
            self._field.set_bounds(bounds)
            self._show_sample()

    def set_scale(self, scale: float) -> None:
        """Draw the sample edges as wide as the diagram shows them."""
        if scale != self._edge_scale:
            self._edge_scale = scale
            self.update()

    def height_for(self, width: float) -> int:
        """Return the height needed in this width."""
        places, scale = self._flow(width)
        rows = places[-1].row + 1
        return max(ceil(rows * scale * _row_height()), self._choice_size().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the choice beside its samples."""
        super().resizeEvent(event)
        self._place_choice()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the groups, one after the other."""
        places, scale = self._flow(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("panel"))
        painter.scale(scale, scale)
        for group, place in zip(self._groups(), places[1:], strict=True):
            group.draw(painter, QPointF(place.x, place.row * _row_height()))

    # Measures

    def _flow(self, width: float) -> tuple[list[Place], float]:
        """Return where choice and groups stand, and the largest scale with the fewest rows."""
        groups = [group.width for group in self._groups()]
        widest = max(groups) + theme.pixels(theme.GRID)
        scales = (min(scale, width / widest) for scale in _scales())
        flows = ((self._rows(groups, width / scale, scale), scale) for scale in scales)
        return min(flows, key=lambda flow: flow[0][-1].row)

    def _rows(self, groups: list[float], width: float, scale: float) -> list[Place]:
        """Return where groups so wide stand, after the choice, which keeps its size."""
        places, row, x = [Place(0, 0.0)], 0, self._choice_size().width() / scale
        for wide in groups:
            if x + wide > width:
                row, x = row + 1, float(theme.pixels(theme.GRID))
            places.append(Place(row, x))
            x += wide + 2 * theme.pixels(theme.GRID)
        return places

    def _choice_size(self) -> QSize:
        return self._choice.sizeHint()

    def _place_choice(self) -> None:
        size = self._choice_size()
        row = self._flow(self.width())[1] * _row_height()
        top = max(0, round(row - size.height()) // 2)
        self._choice.setGeometry(QRect(0, top, size.width(), size.height()))

    # Samples

    def _groups(self) -> tuple[Group, ...]:
        scale = self._picture.scale
        edges = (swatches.edge(one, scale, self._edge_scale) for one in (*scale.samples, 0.0))
        groups = Group("", (swatches.signs(), *edges)), self._neurons()
        arcs = [(word, 1.0 if word == "dead" else SHARE) for word in sorted(self._silences)]
        silent = tuple(swatches.arc(share, self._words[word]) for word, share in arcs)
        return (*groups, Group("", silent)) if silent else groups

    def _tell(self) -> None:
        self.setAccessibleDescription(self._plain())
        self.update()

    def _plain(self) -> str:
        """Return why the neurons have no maps; nothing if they have, or nobody asks for any."""
        if self._picture.filling != "map" or self._inputs == PLANE:
            return ""
        text = self.tr("no maps: they need 2 inputs, these data have {count}")
        return text.format(count=numbers.whole(self._inputs))

    def _neurons(self) -> Group:
        filling = self._picture.filling
        if self._plain():
            return Group(self._plain(), ())
        if filling == "gradient":
            colours, values = magnitude.scale(), [10**tick for tick in TICKS]
        else:
            colours, values = signed.scale(), [LOW, 0.0, HIGH]
        bar = swatches.bar(colours, tuple(map(numbers.exact, values)))
        zero: Swatch = swatches.zero_in_map() if filling == "map" else swatches.zero()
        broken = swatches.not_finite(self._words["broken"])
        return Group(self._titles[filling], (bar, zero, broken))

    # Choices

    def _on_chosen(self, index: int) -> None:
        self._picture = PICTURES[self._combo.itemData(index)]
        for widget in (self._caption, self._field):
            widget.setVisible(self._picture.filling == "activation")
        self._place_choice()
        self._tell()
        self.picture_chosen.emit(self._picture.name)

    def _on_sample_edited(self, value: int) -> None:
        self._selection.set_sample(value - 1)

    def _show_sample(self) -> None:
        self._field.show_value(min(self._selection.sample + 1, self._field.bounds.high))


def _bounds(samples: int) -> Bounds:
    return Bounds(((">=", 1.0), ("<=", float(samples))), whole=True)


def _silence_of(activation: str) -> str:
    if activation == "relu":
        return "dead"
    return "" if ACTIVATIONS[activation].saturation is None else "saturated"


def _row_height() -> float:
    return GLYPH * theme.zoom() + text_height() + theme.pixels(theme.GRID) / 2


def _scales() -> tuple[float, ...]:
    """Return the scales that can be read, the largest first."""
    smallest = min(SMALLEST, SMALLEST_ZOOMED / theme.zoom())
    return tuple(1 - (1 - smallest) * step / (SCALES - 1) for step in range(SCALES))
