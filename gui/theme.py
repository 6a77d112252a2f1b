"""The look: one table of tokens; nothing else names a colour or a size.

Three themes (light, dark, projector) and one zoom. `apply` sets palette and
font of the application; Qt then sends PaletteChange and FontChange to every
widget, and whatever Qt does not reach restyles itself there from `current()`.
"""

from functools import lru_cache
from typing import Literal

from msgspec import Struct
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette, QPen
from PySide6.QtWidgets import QApplication

GRID = 8  # px: inside a group; twice that between groups
ZOOMS = (0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0)

Role = Literal["caption", "body", "title", "number"]
SCALES: dict[Role, float] = {"caption": 0.85, "body": 1.0, "title": 1.25, "number": 1.6}

# Magnitudes, |gradient|: fixed, never rescaled to the data (log10).
MAGNITUDE_LOW, MAGNITUDE_HIGH = -12.0, 2.0
MAGNITUDE_MAP = "viridis"  # colour-blind safe, prints in grey, and far from the grey of 0


class Theme(Struct, frozen=True):
    """The colours and widths of one theme; colours as #RRGGBB."""

    name: str
    window: str
    panel: str
    plot: str
    text: str
    quiet: str
    line: str
    accent: str
    positive: str
    negative: str
    good: str
    attention: str
    broken: str
    runs: tuple[str, ...]
    data_width: float


LIGHT = Theme(
    name="light",
    window="#F6F7F9",
    panel="#FFFFFF",
    plot="#FFFFFF",
    text="#1B1F24",
    quiet="#57606A",
    line="#D0D7DE",
    accent="#0B62C4",
    positive="#0072B2",
    negative="#D55E00",
    good="#1A7F37",
    attention="#9A6700",
    broken="#B42318",
    runs=("#332288", "#117733", "#AA4499", "#999933", "#882255", "#44AA99"),
    data_width=1.0,
)
DARK = Theme(
    name="dark",
    window="#16191D",
    panel="#1E2228",
    plot="#1E2228",
    text="#E6EAF0",
    quiet="#9AA4B2",
    line="#343B45",
    accent="#5AA9FF",
    positive="#56B4E9",
    negative="#F0A050",
    good="#57C278",
    attention="#D9A73A",
    broken="#FF7B6E",
    runs=("#A99BFF", "#5FC98A", "#E08AD6", "#D3D36A", "#E0779F", "#7FE0CF"),
    data_width=1.0,
)
PROJECTOR = Theme(
    name="projector",
    window="#FFFFFF",
    panel="#FFFFFF",
    plot="#FFFFFF",
    text="#000000",
    quiet="#333333",
    line="#808080",
    accent="#0046A8",
    positive="#004C86",
    negative="#A84300",
    good="#0F5A24",
    attention="#6B4700",
    broken="#8C1A12",
    runs=("#221766", "#0B5523", "#7D2D70", "#66661F", "#611A3D", "#1F7466"),
    data_width=2.0,
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK, PROJECTOR)}


class _Look:
    """The look in force: one place, read through the functions below."""

    theme = LIGHT
    zoom = 1.0
    points = 10.0


def current() -> Theme:
    """Return the theme in force."""
    return _Look.theme


def zoom() -> float:
    """Return the zoom in force, 1 is 100 %."""
    return _Look.zoom


def look() -> tuple[str, float, float]:
    """Return all that the same picture may differ by: theme, zoom, points of the system's font."""
    return _Look.theme.name, _Look.zoom, _Look.points


def pixels(length: float) -> int:
    """Return a length in px at the zoom in force."""
    return round(length * _Look.zoom)


def cosmetic(width: float) -> float:
    """Return the width for a cosmetic pen of this many px: Qt counts in the screen's own."""
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    return width * application.devicePixelRatio()


def color(token: str) -> QColor:
    """Return a colour of the theme in force, by the name of its token."""
    return QColor(_color(token))


def stroke(token: str, width: float) -> QPen:
    """Return a solid pen in a colour of the theme in force, its width zoomed."""
    return QPen(_stroke(token, width))


def font(role: Role = "body") -> QFont:
    """Return the interface font in one of the four sizes, zoomed, with tabular figures."""
    return QFont(_font(role))


# A frame asks for hundreds of them: they are made once for each look.


@lru_cache
def _color(token: str) -> QColor:
    return QColor(getattr(_Look.theme, token))


@lru_cache
def _stroke(token: str, width: float) -> QPen:
    return QPen(_color(token), width * _Look.zoom)


@lru_cache
def _font(role: Role) -> QFont:
    result = QFont(QApplication.font())
    result.setPointSizeF(_Look.points * SCALES[role] * _Look.zoom)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def system_points() -> float:
    """Return the size of the system's interface font, in points."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return system.pointSizeF() if system.pointSizeF() > 0 else 10.0


def apply(app: QApplication, name: str, zoom: float) -> None:
    """Put a theme and a zoom in force in the whole application."""
    _Look.theme, _Look.zoom, _Look.points = THEMES[name], zoom, system_points()
    _color.cache_clear()
    _stroke.cache_clear()
    _font.cache_clear()
    app.setPalette(_palette(_Look.theme))
    app.setPalette(_check_palette(_Look.theme), "QCheckBox")  # pyright: ignore[reportArgumentType]
    app.setFont(font())


def _check_palette(theme: Theme) -> QPalette:
    """Return colours in which a box can be seen: Fusion outlines it in a darker window's."""
    palette = _palette(theme)
    palette.setColor(QPalette.ColorRole.Window, QColor(theme.quiet))
    return palette


def _palette(theme: Theme) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in {
        roles.Window: theme.window,
        roles.WindowText: theme.text,
        roles.Base: theme.panel,
        roles.AlternateBase: theme.window,
        roles.Text: theme.text,
        roles.Button: theme.panel,
        roles.ButtonText: theme.text,
        roles.ToolTipBase: theme.panel,
        roles.ToolTipText: theme.text,
        roles.PlaceholderText: theme.quiet,
        roles.BrightText: theme.broken,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.panel,
        roles.Link: theme.accent,
        roles.Light: theme.panel,
        roles.Midlight: theme.line,
        roles.Mid: theme.line,
        roles.Dark: theme.line,
        roles.Shadow: theme.line,
    }.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.quiet))
    return palette
