"""Every text of the window is translated, and the language changes while it runs."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from core.resources import resource
from gui import language

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "gui").rglob("*.py"))
OTHERS = [code for code in language.LANGUAGES if code != "en"]

Text = tuple[str, str, str]  # context, source, comment


def texts(file: Path) -> dict[Text, ElementTree.Element]:
    """Return the translations of a .ts file by what they translate."""
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            key = (
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
            )
            translation = message.find("translation")
            assert translation is not None
            found[key] = translation
    return found


def catalogue(code: str) -> dict[Text, ElementTree.Element]:
    return texts(resource("translations", f"initlab_{code}.ts"))


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> set[Text]:
    """Collect the texts of the sources anew, as `.ci/translations` does."""
    file = tmp_path_factory.mktemp("texts") / "fresh.ts"
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    command = [tool, *SOURCES, "-source-language", "en", "-ts", file]
    result = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    assert result.stderr == ""
    return set(texts(file))


@pytest.mark.parametrize("code", OTHERS)
def test_the_catalogue_holds_exactly_the_texts_of_the_sources(code: str, collected: set[Text]):
    assert set(catalogue(code)) == collected


@pytest.mark.parametrize("code", OTHERS)
def test_every_text_is_translated(code: str):
    unfinished = [
        source
        for (_, source, _), translation in catalogue(code).items()
        if translation.get("type") or not "".join(translation.itertext()).strip()
    ]
    assert unfinished == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_has_the_same_blanks_and_marks(code: str):
    def blanks(text: str) -> list[str]:
        return sorted(re.findall(r"\{.*?\}|%n|<[^>]+>", text))

    for (_, source, _), translation in catalogue(code).items():
        for form in translation.iter("numerusform") if len(translation) else [translation]:
            assert blanks(form.text or "") == blanks(source)


@pytest.mark.parametrize("code", OTHERS)
def test_the_compiled_file_says_what_the_catalogue_says(qapp: QApplication, code: str):
    translator = QTranslator()
    assert translator.load(str(resource("translations", f"initlab_{code}.qm")))
    for (context, source, comment), translation in catalogue(code).items():
        if not len(translation):
            assert translator.translate(context, source, comment or None) == translation.text


def test_no_text_to_translate_is_put_together_before_it_is_translated():
    put_together = re.compile(r"""\b(tr|translate|QT_TRANSLATE_NOOP)\([^)]*\bf["']""")
    assert [path for path in SOURCES if put_together.search(path.read_text(encoding="utf-8"))] == []


def test_no_text_to_translate_names_a_character_as_the_collector_cannot_read(collected: set[Text]):
    assert [source for _, source, _ in collected if re.search(r"N\{[A-Z ]+\}", source)] == []


class _Listener(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.changes = 0

    def changeEvent(self, event: QEvent) -> None:
        self.changes += event.type() == QEvent.Type.LanguageChange


def test_the_language_changes_while_the_window_is_open(qapp: QApplication, qtbot):
    listener = _Listener()
    qtbot.addWidget(listener)
    language.install(qapp, "zh_CN")
    qapp.sendPostedEvents()
    assert listener.changes > 0
    assert language.current() == "zh_CN"
    assert QCoreApplication.translate("Actions", "Rewind") == "回到起点"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    language.install(qapp, "en")
    assert language.current() == "en"
    assert QCoreApplication.translate("Actions", "Rewind") == "Rewind"


@pytest.mark.parametrize(
    ("locale", "code"),
    [("zh_CN", "zh_CN"), ("zh_SG", "zh_CN"), ("zh_TW", "en"), ("de_DE", "en"), ("C", "en")],
)
def test_the_first_language_is_the_systems_where_there_is_a_translation(
    monkeypatch, locale: str, code: str
):
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(locale))
    assert language.system_language() == code


def test_numbers_follow_the_language(qapp: QApplication):
    language.install(qapp, "en")
    assert QLocale().toString(1240) == "1,240"
