"""The choices of an import: which row, which columns, what for."""

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.datasets import Csv
from core.datasets.survey import Survey
from gui import theme
from gui.panel import Panel
from gui.panels.editors import Combo
from gui.panels.struct_form import StructForm

FIELDS = ("task", "standardize", "test_share", "seed")
Checked = Qt.CheckState


class Choices(Panel):
    """Edits a rule; changes nothing by itself.

    Signals
    -------
    chosen(Csv)
        Another rule.
    header_chosen(str)
        Whether the first row holds names, `yes` or `no`: with them all columns
        get others.
    """

    chosen = Signal(object)
    header_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = Csv(path="-")
        self._names: tuple[str, ...] = ()
        self._header = QCheckBox(objectName="importHeaderBox")
        self._target = Combo(object_name="importTargetCombo")
        self._target_caption, self._inputs_caption = QLabel(), QLabel()
        self._inputs = _List(objectName="importInputsList")
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setVerticalSpacing(theme.GRID)
        self._form.addRow(self._header)
        self._form.addRow(self._inputs_caption, self._inputs)
        self._form.addRow(self._target_caption, self._target)
        self._inputs_caption.setBuddy(self._inputs)
        self._target_caption.setBuddy(self._target)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._form)
        column.addStretch(1)
        self._fields = StructForm(self._form, [Csv], "import", only=FIELDS)
        self._header.clicked.connect(self._on_header_clicked)
        self._target.currentIndexChanged.connect(self._on_target_chosen)
        self._inputs.itemChanged.connect(self._on_inputs_changed)
        self._fields.edited.connect(self._on_edited)
        self.retranslate()

    def show_rule(self, rule: Csv, survey: Survey) -> None:
        """Show a rule for a file. Never emits."""
        self._rule = rule
        self._header.setChecked(survey.has_header)
        if survey.names != self._names:
            self._names = survey.names
            self._target.fill({name: name for name in survey.names})
        target = self._target_name()
        self._target.show_value(target)
        self._show_inputs(target)
        self._fields.show_values([rule])

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._header.setText(self.tr("The first row holds the &names"))
        self._inputs_caption.setText(self.tr("&Inputs"))
        self._target_caption.setText(self.tr("&Target column"))
        self._inputs.setAccessibleName(self.tr("Inputs"))
        self._target.setAccessibleName(self.tr("Target column"))
        self._fields.retranslate()

    def _target_name(self) -> str:
        return self._rule.target or (self._names[-1] if self._names else "")

    def _show_inputs(self, target: str) -> None:
        blocked = self._inputs.blockSignals(True)
        offered = [name for name in self._names if name != target]
        if [item.text() for item in self._items()] != offered:
            self._inputs.clear()
            self._inputs.addItems(offered)
        for item in self._items():
            used = not self._rule.features or item.text() in self._rule.features
            item.setCheckState(Checked.Checked if used else Checked.Unchecked)
        self._inputs.blockSignals(blocked)

    def _items(self) -> list[QListWidgetItem]:
        return [self._inputs.item(row) for row in range(self._inputs.count())]

    def _on_header_clicked(self, checked: bool) -> None:
        self.header_chosen.emit("yes" if checked else "no")

    def _on_target_chosen(self, index: int) -> None:
        """Take another target; the one before becomes an input."""
        target, before = self._target.itemData(index), self._target_name()
        features = self._rule.features
        if features:
            used = (set(features) | {before}) - {target}
            features = tuple(name for name in self._names if name in used)
        self._choose(target, features)

    def _on_inputs_changed(self, item: QListWidgetItem) -> None:
        used = [each.text() for each in self._items() if each.checkState() == Checked.Checked]
        if used:
            self._choose(self._target_name(), tuple(used))
        else:
            item.setCheckState(Checked.Checked)  # one input stays

    def _choose(self, target: str, features: tuple[str, ...]) -> None:
        """Take columns; the usual ones are told by an empty name, as in a file by hand."""
        everything = len(features) == len(self._names) - 1
        last = bool(self._names) and target == self._names[-1]
        features, target = () if everything else features, "" if last else target
        self.chosen.emit(replace(self._rule, target=target, features=features))

    def _on_edited(self, attribute: str, value: object) -> None:
        self.chosen.emit(replace(self._rule, **{attribute: value}))


class _List(QListWidget):
    """A list that asks for a few lines and scrolls."""

    def sizeHint(self) -> QSize:
        """Return the room of six lines."""
        return QSize(theme.pixels(120), 6 * self.fontMetrics().lineSpacing() + theme.GRID)
