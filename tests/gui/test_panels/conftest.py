"""For the tests of panels: the look and the numbers of one language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from gui import theme


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    before = QLocale(), qapp.palette(), qapp.font()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    theme.apply(qapp, "light", 1.0)
    yield
    theme.apply(qapp, "light", 1.0)
    QLocale.setDefault(before[0])
    qapp.setPalette(before[1])
    qapp.setFont(before[2])
