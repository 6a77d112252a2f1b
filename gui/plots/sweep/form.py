"""What is swept, from where to where, and how much of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.experiment import Experiment
from core.sigma_sweep import SigmaSweep
from gui import labels, theme
from gui.panel import Panel
from gui.panels.bounds import Bounds
from gui.panels.complaint import complain_beside
from gui.panels.editors import Combo
from gui.panels.number_field import NumberField
from gui.selection import Selection

ALL, DEPTHS = 0, -1  # beside the layers 1..L
SIGMA = Bounds(((">=", 1e-6), ("<=", 1e3)), whole=False)
GUESS = Bounds(((">=", 1e-6), ("<=", 1e3)), whole=False, optional=True)
COUNTS = {"points": (2, 61), "runs": (1, 100), "steps": (1, 100_000), "depth": (2, 32)}
FIRST_DEPTH = 8
ROWS = (("what", "low", "high"), ("points", "runs", "steps", "depth", "guess"))
LONGEST = {"low": "0.00001", "high": "0.00001", "guess": "0.0001", "steps": "10000"}


class SweepForm(Panel):
    """The fields of a `SigmaSweep`, and one for the guess.

    Signals
    -------
    edited()
        `choice` has changed.
    guessed(float or None)
        The student typed where the best sigma will be.
    """

    edited = Signal()
    guessed = Signal(object)

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selection = selection
        self._layers = 0
        first = SigmaSweep()
        self.what = Combo(object_name="sweepCombo")
        self.fields = {
            "low": NumberField(SIGMA, first=1e-6),
            "high": NumberField(SIGMA, first=1e-6),
            "guess": NumberField(GUESS, first=1e-6),
            **{
                name: NumberField(Bounds(((">=", low), ("<=", high)), whole=True))
                for name, (low, high) in COUNTS.items()
            },
        }
        self._captions = {name: QLabel() for name in ("what", *self.fields)}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID // 2)
        for names in ROWS:
            row = QHBoxLayout()
            row.setSpacing(theme.GRID // 2)
            for name in names:
                row.addWidget(self._captions[name])
                row.addWidget(self._editor(name), int(name == "what"))
                self._captions[name].setBuddy(self._editor(name))
            row.addStretch(int("what" not in names))
            column.addLayout(row)
        for name, field in self.fields.items():
            field.setObjectName(f"sweep{name.capitalize()}SpinBox")
            field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
            field.show_value(getattr(first, name, None) or None)
            field.edited.connect(self._on_guessed if name == "guess" else self._on_edited)
            complain_beside(field)
        self.fields["depth"].show_value(FIRST_DEPTH)
        self.what.currentIndexChanged.connect(self._on_edited)
        selection.changed.connect(self._fill)
        self.retranslate()
        self.restyle()

    def _editor(self, name: str) -> Combo | NumberField:
        return self.what if name == "what" else self.fields[name]

    @property
    def choice(self) -> SigmaSweep:
        """What is chosen."""
        what, value = self.what.currentData(), {n: f.value() for n, f in self.fields.items()}
        return SigmaSweep(
            layer=what if what and what > 0 else None,
            low=min(value["low"], value["high"]),
            high=max(value["low"], value["high"]),
            points=int(value["points"]),
            runs=int(value["runs"]),
            steps=int(value["steps"]),
            depth=int(value["depth"]) if what == DEPTHS else None,
        )

    def show_experiment(self, experiment: Experiment) -> None:
        """Offer the layers of an experiment. Never emits."""
        self._layers = len(experiment.layers)
        self._fill()

    def show_guess(self, guess: float | None) -> None:
        """Show where the pin is. Never emits."""
        self.fields["guess"].show_value(guess)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        texts = {
            "what": self.tr("S&weep"),
            "low": self.tr("from σ"),
            "high": self.tr("to σ"),
            "guess": self.tr("your &guess"),
            "points": self.tr("points"),
            "runs": self.tr("runs"),
            "steps": self.tr("steps"),
            "depth": self.tr("depth to"),
        }
        for name, text in texts.items():
            self._captions[name].setText(text)
            self._editor(name).setAccessibleName(text.replace("&", ""))
        self.what.setToolTip(
            self.tr("These layers draw from a normal distribution with σ; the others stay")
        )
        self.fields["guess"].setSpecialValueText(self.tr("none"))
        self._fill()

    def restyle(self) -> None:
        """Give the fields room for their longest numbers, and no more."""
        for name, field in self.fields.items():
            room = field.fontMetrics().horizontalAdvance(LONGEST.get(name, "100"))
            field.setFixedWidth(room + 2 * theme.GRID)

    def _fill(self) -> None:
        """Offer all layers, all depths, and the layer that is selected."""
        texts = {ALL: self.tr("σ, all layers"), DEPTHS: self.tr("σ × depth (map)")}
        for layer in sorted(self._selection.layers - {0})[:1]:
            name = labels.layer_name(layer, self._layers)
            texts[layer] = self.tr("σ, {layer}").format(layer=name)
        chosen = self.what.currentData()
        self.what.fill(texts)
        if chosen not in texts:
            self.what.show_value(ALL)
            self._on_edited()
        self._show_depth()

    def _show_depth(self) -> None:
        shown = self.what.currentData() == DEPTHS
        self.fields["depth"].setVisible(shown)
        self._captions["depth"].setVisible(shown)

    def _on_edited(self) -> None:
        self._show_depth()
        self.edited.emit()

    def _on_guessed(self, guess: float | None) -> None:
        self.guessed.emit(guess)
