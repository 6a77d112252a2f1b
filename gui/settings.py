"""The settings: what the window remembers from one start to the next.

An INI file returns strings after a restart, so every value is read with its
type; whatever somebody's editor left in the file, a sensible value comes out.
"""

import json
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from gui.theme import THEMES, ZOOMS

T = TypeVar("T")

MAX_RECENT = 8


class _Setting(Generic[T]):
    """One remembered value, as an attribute; its default tells its type."""

    def __init__(self, default: T) -> None:
        self._default = default

    def __set_name__(self, owner: type, name: str) -> None:
        self._key = name

    def __get__(self, settings: "Settings", owner: type) -> T:
        return settings.store.value(self._key, self._default, type=type(self._default))  # pyright: ignore[reportReturnType]

    def __set__(self, settings: "Settings", value: T) -> None:
        settings.store.setValue(self._key, value)


class _OneOf(_Setting[T]):
    """A remembered choice; a value that is no choice reads as the default."""

    def __init__(self, default: T, choices: tuple[T, ...]) -> None:
        super().__init__(default)
        self._choices = choices

    def __get__(self, settings: "Settings", owner: type) -> T:
        value = super().__get__(settings, owner)
        return value if value in self._choices else self._default


class Settings:
    """What is remembered, each an attribute that can be read and set.

    `language` is "" as long as the system's is followed.
    """

    theme = _OneOf("light", tuple(THEMES))
    language = _OneOf("", ("", "en", "zh_CN"))
    zoom = _OneOf(1.0, ZOOMS)
    log_scale = _Setting(False)
    with_accuracy = _Setting(False)
    over_time = _Setting(False)
    geometry = _Setting(QByteArray())
    state = _Setting(QByteArray())
    _recent = _Setting("[]")

    def __init__(self) -> None:
        self.store = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "InitLab", "InitLab"
        )

    def set_log_scale(self, on: bool) -> None:
        """Remember whether the loss is drawn on a logarithmic axis."""
        self.log_scale = on

    def set_with_accuracy(self, on: bool) -> None:
        """Remember whether the accuracy is shown below the loss."""
        self.with_accuracy = on

    def set_over_time(self, on: bool) -> None:
        """Remember whether distributions are shown over the run."""
        self.over_time = on

    @property
    def recent_files(self) -> list[Path]:
        """The files opened or saved last, newest first."""
        try:
            names = json.loads(self._recent)
        except ValueError:
            return []
        if not isinstance(names, list):
            return []
        return [Path(name) for name in names if isinstance(name, str)]

    def add_recent_file(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        path = path.absolute()
        others = [other for other in self.recent_files if other != path]
        self._recent = json.dumps([str(each) for each in [path, *others][:MAX_RECENT]])
