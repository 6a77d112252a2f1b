"""The menu bar: every action by its name, and the choices of view."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from gui import language, theme
from gui.actions import Actions
from gui.appearance import Appearance
from gui.diagram.target import EMPTY
from gui.diagram.view import DiagramView
from gui.docks import Docks
from gui.files import Files


class Menus(QObject):
    """File, Edit, Run, View and Help."""

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        docks: Docks,
        appearance: Appearance,
        files: Files,
        diagram: DiagramView,
    ) -> None:
        super().__init__(window)
        self._files, self._diagram = files, diagram
        self._appearance = appearance
        bar = window.menuBar()
        a = actions
        self.file = _fill(bar.addMenu(""), [a.new, a.open])
        self.recent = self.file.addMenu("")
        self.recent.setToolTipsVisible(True)
        self.recent.aboutToShow.connect(self._list_recent)
        self.recent.triggered.connect(self._on_recent)
        _fill(self.file, [a.restore, None, a.save, a.save_as, None, a.import_csv, None, a.quit])
        self.edit = _fill(bar.addMenu(""), [a.undo, a.redo, None, a.defaults, None])
        self.network = self.edit.addMenu("")
        self.network.setToolTipsVisible(True)
        self.network.aboutToShow.connect(self._offer_verbs)
        self.run = _fill(
            bar.addMenu(""),
            [
                a.rewind, a.back, a.run, a.step, a.epoch, None,
                a.new_draw, a.ensemble_20, a.ensemble_100, None, a.pin, a.compare, None,
                a.bookmark, a.name_bookmark, a.previous_bookmark, a.next_bookmark, None,
                a.why, a.try_,
            ],
        )  # fmt: skip
        self._add_view(bar.addMenu(""), a, docks)
        self.help = _fill(bar.addMenu(""), [a.show_log, a.about])
        appearance.changed.connect(self.refresh)
        self.retranslate()
        self.refresh()

    def _add_view(self, menu: QMenu, a: Actions, docks: Docks) -> None:
        """Fill the menu of what is seen, and how."""
        self.view = _fill(menu, [a.present, None, a.zoom_in, a.zoom_out, a.zoom_reset, None])
        self._themes = self._choices(self.view.addMenu(""), tuple(theme.THEMES), self._on_theme)
        self._languages = self._choices(
            self.view.addMenu(""), tuple(language.LANGUAGES), self._on_language
        )
        self._panels = self.view.addMenu("")
        _fill(self._panels, [dock.toggleViewAction() for dock in docks.docks.values()] + [None])
        self.arrange = self._panels.addAction("")
        self.arrange.triggered.connect(docks.arrange)

    def _choices(self, menu: QMenu, names: tuple[str, ...], slot: object) -> QActionGroup:
        group = QActionGroup(menu)
        for name in names:
            action = menu.addAction("")
            action.setCheckable(True)
            action.setData(name)
            group.addAction(action)
        group.triggered.connect(slot)
        return group

    def _offer_verbs(self) -> None:
        """Offer what can be done in the diagram, to what has its focus."""
        self.network.clear()
        for before in self.network.findChildren(QMenu):
            before.deleteLater()
        self._diagram.menus.fill(self.network, self._diagram.editor.focus or EMPTY)

    def _list_recent(self) -> None:
        """List the recent files; the folder tells those of one name apart."""
        self.recent.clear()
        for number, path in enumerate(self._files.recent, start=1):
            action = self.recent.addAction(f"&{number} {path.name.replace('&', '&&')}")
            action.setToolTip(str(path))
            action.setData(str(path))
        if self.recent.isEmpty():
            self.recent.addAction(self.tr("None yet")).setEnabled(False)

    def _on_recent(self, action: QAction) -> None:
        self._files.open(action.data())

    def _on_theme(self, action: QAction) -> None:
        self._appearance.set_theme(action.data())

    def _on_language(self, action: QAction) -> None:
        self._appearance.set_language(action.data())

    def refresh(self) -> None:
        """Check the theme and the language in force."""
        for group, chosen in (
            (self._themes, self._appearance.theme),
            (self._languages, self._appearance.language),
        ):
            for action in group.actions():
                action.setChecked(action.data() == chosen)

    def retranslate(self) -> None:
        """Set the titles in the language in force."""
        themes, languages = self._themes.parent(), self._languages.parent()
        for menu, title in (
            (self.file, self.tr("&File")),
            (self.recent, self.tr("Open &recent")),
            (self.edit, self.tr("&Edit")),
            (self.network, self.tr("&Network")),
            (self.run, self.tr("&Run")),
            (self.view, self.tr("&View")),
            (self.help, self.tr("&Help")),
            (themes, self.tr("&Theme")),
            (languages, self.tr("&Language")),
            (self._panels, self.tr("&Panels")),
        ):
            if isinstance(menu, QMenu):
                menu.setTitle(title)
        names = {
            "light": self.tr("&Light"),
            "dark": self.tr("&Dark"),
            "projector": self.tr("&Projector (white)"),
        }
        for action in self._themes.actions():
            action.setText(names[action.data()])
        for action in self._languages.actions():
            action.setText(language.LANGUAGES[action.data()])
        self.arrange.setText(self.tr("&Default layout"))


def _fill(menu: QMenu, actions: list[QAction | None] | list[QAction]) -> QMenu:
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)
    return menu
