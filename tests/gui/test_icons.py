"""Every icon that the window names is in the kept set, and is tinted by the theme."""

import gc
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QApplication

from core.resources import resource
from gui import icons, theme

SVG = sorted(path.stem for path in resource("icons").glob("*.svg"))
SOURCES = sorted(Path(icons.__file__).parent.rglob("*.py"))


def inks(icon: QIcon, mode: QIcon.Mode) -> set[str]:
    """Return the colours of the fully covered pixels."""
    image = icon.pixmap(96, 96, mode).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    colours = (
        QColor.fromRgba(image.pixel(x, y))
        for x in range(image.width())
        for y in range(image.height())
    )
    return {colour.name() for colour in colours if colour.alpha() == 255}


@pytest.mark.parametrize("name", sorted(theme.THEMES))
def test_an_icon_has_the_colour_of_the_theme(qapp: QApplication, name: str):
    theme.apply(qapp, name, 1.0)
    icon = icons.icon("play")
    assert inks(icon, QIcon.Mode.Normal) == {theme.current().text.lower()}
    assert inks(icon, QIcon.Mode.Disabled) == {theme.current().line.lower()}


def test_an_icon_can_have_the_colour_of_a_token(qapp: QApplication):
    assert inks(icons.icon("octagon-x", "broken"), QIcon.Mode.Normal) == {
        theme.current().broken.lower()
    }


def test_a_copy_of_an_icon_can_be_changed_and_drawn(qapp: QApplication):
    original = icons.icon("play")
    copy = QIcon(original)
    copy.addPixmap(QPixmap(1, 1))
    gc.collect(1)
    assert inks(copy, QIcon.Mode.Normal) == inks(original, QIcon.Mode.Normal)


@pytest.mark.parametrize("name", SVG)
def test_every_icon_of_the_set_draws_something(qapp: QApplication, name: str):
    assert inks(icons.icon(name), QIcon.Mode.Normal)


def test_every_icon_of_the_set_is_used_and_the_licence_is_beside_them():
    text = "".join(path.read_text(encoding="utf-8") for path in SOURCES)
    assert [name for name in SVG if not re.search(rf'"{name}"', text)] == []
    assert "ISC License" in resource("icons", "LICENSE").read_text(encoding="utf-8")


def test_the_program_has_an_icon(qapp: QApplication):
    assert inks(icons.application_icon(), QIcon.Mode.Normal) >= {"#0b62c4", "#ffffff"}
