"""The launcher: written where the desktop looks, quoted as it reads, gone without a trace."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from gui import command_line, desktop, language, theme

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="launchers of this kind are for Linux"
)
MAIN = Path(desktop.__file__).resolve().parents[1] / "main.py"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


def contents(home: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


def launcher(home: Path) -> dict[str, str]:
    text = (home / "data/applications/initlab.desktop").read_text(encoding="utf-8")
    return dict(line.split("=", 1) for line in text.splitlines() if "=" in line)


def test_the_launcher_starts_this_python_with_this_program(home: Path):
    desktop.install()
    entry = launcher(home)
    assert shlex.split(entry["Exec"]) == [sys.executable, str(MAIN), "--dialogs", "%f"]
    assert Path(entry["TryExec"]) == Path(sys.executable)
    assert entry["MimeType"] == "application/x-initlab+json;"
    assert entry["StartupWMClass"] == "InitLab"
    assert entry["Icon"] == "initlab"
    assert (home / "data/icons/hicolor/scalable/apps/initlab.svg").exists()


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="needs desktop-file-utils")
def test_the_desktops_own_validator_has_nothing_to_say(home: Path):
    desktop.install()
    file = home / "data/applications/initlab.desktop"
    result = subprocess.run(["desktop-file-validate", file], capture_output=True, text=True)
    assert (result.returncode, result.stdout) == (0, "")


def test_the_file_type_is_declared_with_an_icon_of_its_own(home: Path):
    desktop.install()
    namespace = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    root = ElementTree.parse(home / "data/mime/packages/initlab.xml").getroot()
    declared = root.find("m:mime-type", namespace)
    glob = root.find("m:mime-type/m:glob", namespace)
    icon = root.find("m:mime-type/m:icon", namespace)
    assert declared is not None and declared.get("type") == desktop.MIME_TYPE
    assert glob is not None and glob.get("pattern") == "*.initlab"
    assert icon is not None
    icons = home / "data/icons/hicolor/scalable/mimetypes"
    assert (icons / f"{icon.get('name')}.svg").exists()


@pytest.mark.parametrize(
    ("argument", "quoted"),
    [
        ("/opt/plain", '"/opt/plain"'),
        ("/home/a b/x", '"/home/a b/x"'),
        ('a"b', r'"a\\"b"'),
        ("a$b`c", r'"a\\$b\\`c"'),
        ("a\\b", r'"a\\\\b"'),
        ("100%", '"100%%"'),
    ],
)
def test_a_path_is_quoted_as_the_specification_says(argument, quoted):
    assert desktop.exec_line(argument) == quoted


def test_installing_twice_is_installing_once(home: Path):
    desktop.install()
    ours = {path: data for path, data in contents(home).items() if path.suffix != ".cache"}
    desktop.install()
    assert {path: data for path, data in contents(home).items() if path.suffix != ".cache"} == ours


def test_uninstalling_removes_what_was_installed_and_nothing_else(home: Path):
    theirs = home / "data/applications/other.desktop"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("[Desktop Entry]\n", encoding="utf-8")
    defaults = home / "config/mimeapps.list"
    defaults.parent.mkdir()
    defaults.write_text("[Default Applications]\ntext/plain=other.desktop;\n", encoding="utf-8")
    before = contents(home)
    installed = [line for line in desktop.install() if line.startswith("wrote")]
    assert desktop.DEFAULT_LINE in defaults.read_text(encoding="utf-8")
    removed = [line for line in desktop.uninstall() if line.startswith("removed /")]
    assert len(removed) == len(installed) == 4
    assert {path: contents(home)[path] for path in before} == before
    assert [path for path in contents(home) if "initlab" in path.name] == []


def test_a_list_of_defaults_that_only_we_needed_goes_again(home: Path):
    desktop.install()
    desktop.uninstall()
    assert not (home / "config/mimeapps.list").exists()
    assert desktop.uninstall() == ["there was nothing to remove"]


def test_a_default_that_the_user_chose_is_kept(home: Path):
    defaults = home / "config/mimeapps.list"
    defaults.parent.mkdir()
    chosen = f"[Added Associations]\n[Default Applications]\n{desktop.MIME_TYPE}=mine.desktop;\n"
    defaults.write_text(chosen, encoding="utf-8")
    desktop.install()
    desktop.uninstall()
    assert defaults.read_text(encoding="utf-8") == chosen


def test_folders_that_are_not_absolute_are_none(home: Path, monkeypatch):
    """As the XDG Base Directory Specification asks: else they would be in any folder."""
    monkeypatch.chdir(home)
    monkeypatch.setenv("HOME", str(home / "user"))
    monkeypatch.setenv("XDG_DATA_HOME", "data")
    monkeypatch.setenv("XDG_CONFIG_HOME", "")
    desktop.install()
    assert [path.name for path in home.iterdir()] == ["user"]
    assert (home / "user/.local/share/applications/initlab.desktop").exists()
    assert (home / "user/.config/mimeapps.list").exists()


def test_the_program_installs_and_uninstalls(home: Path):
    for option, part in (("--install-desktop", "wrote"), ("--uninstall-desktop", "removed")):
        result = subprocess.run(
            [sys.executable, MAIN, option], env=os.environ, capture_output=True, text=True
        )
        assert (result.returncode, result.stderr) == (0, "")
        assert f"{part} {home}/data/applications/initlab.desktop" in result.stdout


def test_a_folder_that_cannot_be_written_is_one_line_and_exit_2(home: Path):
    (home / "data").write_text("in the way", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, MAIN, "--install-desktop"], env=os.environ, capture_output=True, text=True
    )
    assert result.returncode == 2
    assert result.stderr.startswith("initlab: could not write:")
    assert result.stderr.count("\n") == 1


def test_the_command_line_offers_every_language_and_theme():
    assert tuple(language.LANGUAGES) == command_line.LANGUAGES
    assert tuple(theme.THEMES) == command_line.THEMES
