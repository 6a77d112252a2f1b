"""What the window remembers comes back with its type, whatever is in the file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from gui.settings import MAX_RECENT, Settings


def reopened(settings: Settings) -> Settings:
    """Write the file and read it anew, as the next start does."""
    settings.store.sync()
    return Settings()


def test_a_first_start_finds_sensible_values():
    settings = Settings()
    assert (settings.theme, settings.language, settings.zoom) == ("light", "", 1.0)
    assert settings.log_scale is False
    assert settings.geometry.isEmpty()
    assert settings.recent_files == []


def test_values_come_back_with_their_types():
    settings = Settings()
    settings.theme, settings.language, settings.zoom = "dark", "zh_CN", 1.5
    settings.log_scale, settings.geometry = True, QByteArray(b"\x00\x01")
    again = reopened(settings)
    assert (again.theme, again.language, again.zoom) == ("dark", "zh_CN", 1.5)
    assert again.log_scale is True
    assert again.geometry == QByteArray(b"\x00\x01")


@pytest.mark.parametrize(
    ("key", "stored", "expected"),
    [
        ("theme", "pink", "light"),
        ("language", "tlh", ""),
        ("zoom", "huge", 1.0),
        ("zoom", "0", 1.0),
        ("zoom", "nan", 1.0),
    ],
)
def test_nonsense_in_the_file_reads_as_the_default(key, stored, expected):
    settings = Settings()
    settings.store.setValue(key, stored)
    assert getattr(reopened(settings), key) == expected


@pytest.mark.parametrize("stored", ["", "not json", "7", "[1, null]", '{"a": 1}'])
def test_nonsense_in_the_recent_files_is_no_file(stored):
    settings = Settings()
    settings.store.setValue("_recent", stored)
    assert reopened(settings).recent_files == []


def test_recent_files_are_newest_first_without_repeats_and_few(tmp_path: Path):
    settings = Settings()
    files = [tmp_path / f"{number}.initlab" for number in range(MAX_RECENT + 2)]
    for file in [*files, files[3]]:
        settings.add_recent_file(file)
    recent = reopened(settings).recent_files
    assert len(recent) == MAX_RECENT
    assert recent[:3] == [files[3], files[-1], files[-2]]
