"""Icons from one kept set (Lucide), tinted with the colours of the theme in force.

A tint is drawn into the icon: whoever holds one asks for it again in `restyle`.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from core.resources import resource
from gui import theme

# Device pixels, from a small button at 100 % to a large one zoomed on a fine screen;
# Qt scales the next larger one down.
SIZES = (16, 24, 32, 48, 96)


def icon(name: str, token: str = "text") -> QIcon:
    """Return the icon of a Lucide name, in the colour of a token of the theme."""
    return _icon(name, theme.color(token).name(), theme.color("line").name())


def application_icon() -> QIcon:
    """Return InitLab's own icon."""
    return QIcon(str(resource("packaging", "initlab.svg")))


@lru_cache(maxsize=256)
def _icon(name: str, normal: str, disabled: str) -> QIcon:
    result = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, normal), (QIcon.Mode.Disabled, disabled)):
        renderer = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))
        for size in SIZES:
            result.addPixmap(_draw(renderer, size), mode)
    return result


@lru_cache
def _source(name: str) -> bytes:
    return resource("icons", f"{name}.svg").read_bytes()


def _draw(renderer: QSvgRenderer, size: int) -> QPixmap:
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return QPixmap.fromImage(image)
