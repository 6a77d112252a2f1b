"""The switch between the units that people know and what the network sees."""

from PySide6.QtWidgets import QCheckBox, QWidget

from core.datasets import Dataset
from core.snapshot import Snapshot
from gui.labels import quantity_name


class UnitsSwitch(QCheckBox):
    """Chooses original units; shown only of data that were scaled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="originalUnitsCheck")
        self.setChecked(True)
        self.hide()
        self._snapshot: Snapshot | None = None
        self._given: Dataset | None = None
        self._original: Dataset | None = None

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.setText(self.tr("Original units"))
        self.setToolTip(
            self.tr("As people count, or standardized (mean 0, std 1) as the network sees them")
        )

    def dataset(self, snapshot: Snapshot) -> Dataset:
        """Return a snapshot's data in the units chosen."""
        self._snapshot, data = snapshot, snapshot.dataset
        scaled = not (data.input_scaling.is_identity and data.target_scaling.is_identity)
        self.setVisible(scaled)
        if not (scaled and self.isChecked()):
            return data
        if self._given is not data or self._original is None:
            self._given, self._original = data, data.in_original_units()
        return self._original

    def name(self, column: str, is_target: bool = False) -> str:
        """Return what a column of the snapshot's data is called, with its unit."""
        if self._snapshot is None:
            return column
        data = self._snapshot.dataset
        scaling = data.target_scaling if is_target else data.input_scaling
        scaled = not scaling.is_identity and not self.isChecked()
        return quantity_name(column, self._snapshot.experiment.dataset.name, scaled)
