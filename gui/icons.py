"""Icons from one kept set (Lucide), tinted with the colours of the theme in force.

An icon keeps its tint: whoever holds one asks for it again in `restyle`. It is
drawn when it is seen, sharp in every size.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from core.resources import resource
from gui import theme


def icon(name: str, token: str = "text") -> QIcon:
    """Return the icon of a Lucide name, in the colour of a token of the theme."""
    return QIcon(_Tinted(name, theme.color(token).name(), theme.color("line").name()))


def application_icon() -> QIcon:
    """Return InitLab's own icon."""
    return QIcon(str(resource("packaging", "initlab.svg")))


class _Tinted(QIconEngine):
    """One icon, in a colour for each mode."""

    def __init__(self, name: str, normal: str, disabled: str) -> None:
        super().__init__()
        self._name, self._normal, self._disabled = name, normal, disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon."""
        colour = self._disabled if mode == QIcon.Mode.Disabled else self._normal
        _renderer(self._name, colour).render(painter, rect)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a picture of so many device pixels."""
        result = QPixmap(size)
        result.fill(Qt.GlobalColor.transparent)
        painter = QPainter(result)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return result

    def clone(self) -> "_Tinted":
        """Return a copy, for Qt to own; PySide does not know that, so it is held here."""
        _clones.append(_Tinted(self._name, self._normal, self._disabled))
        return _clones[-1]


_clones: list[_Tinted] = []


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    source = resource("icons", f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(source.replace(b"currentColor", colour.encode())))
