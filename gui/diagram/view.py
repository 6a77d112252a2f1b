"""The network diagram: looks at the scene, and passes mouse and keyboard on."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QToolTip, QWidget

from core.experiment import Experiment
from core.fields import MAX_UNITS
from core.snapshot import Snapshot
from gui import theme
from gui.diagram.editor import Editor
from gui.diagram.hand import Hand
from gui.diagram.hold import Hold
from gui.diagram.keyboard import Keyboard
from gui.diagram.layout import Layout
from gui.diagram.legend import Legend
from gui.diagram.menus import Menus
from gui.diagram.number_editor import NumberEditor
from gui.diagram.pictures import PictureName
from gui.diagram.pointer import Pointer
from gui.diagram.scene import DiagramScene
from gui.diagram.target import EMPTY, Target
from gui.diagram.units_editor import UnitsEditor
from gui.document import Document
from gui.numbers import whole
from gui.selection import Selection

SETTLE_MS = 150  # without a new snapshot: training pauses, and every edge is drawn
SMALLEST, LARGEST = 0.1, 4.0
HAIR = 0.01  # px of the room that stay free: a sum rounded up would need scroll bars


class DiagramView(QGraphicsView):
    """Shows a network with its numbers, and edits it.

    Parameters
    ----------
    document : Document
        Takes the edits; `show_experiment` brings every experiment back.
    selection : Selection
        Which layers, neurons and sample are chosen, here or elsewhere.

    Attributes
    ----------
    editor, keyboard, menus
        What can be done to the network; the outline offers the same.

    Signals
    -------
    overlay_changed()
        `overlay` is another one.
    """

    overlay_changed = Signal()

    def __init__(
        self, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("diagramView")
        self._selection = selection
        self._zoomed = False  # by hand: the diagram no longer follows the window's size
        self.editor = Editor(document, selection, self)
        self._scene = DiagramScene(document.experiment, self)
        self.hold, self._hand = Hold(self), Hand(self)
        self._pointer, self.keyboard = Pointer(self), Keyboard(self)
        self.menus = Menus(self)
        self._units = UnitsEditor(self)
        self._units.entered.connect(self.editor.set_units)
        self._number = NumberEditor(self)
        self._number.entered.connect(self.editor.type_number)
        self._number.refused.connect(document.refused)
        self._legend = Legend(selection, self)
        self._legend.show_experiment(document.experiment)
        self._legend.picture_chosen.connect(self._show_picture)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._scene.show_all_edges)
        self._scene.arranged.connect(self._follow_scene)
        selection.changed.connect(self._show_selection)
        selection.pointed_changed.connect(self._show_selection)
        selection.lit_changed.connect(self._show_selection)
        selection.sample_changed.connect(self._show_sample)
        self.editor.focus_changed.connect(self._show_focus)
        self._set_up()
        self.retranslate()
        self.restyle()

    def _set_up(self) -> None:
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setInteractive(False)  # the items are drawn only; this view answers the events
        self.setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    @property
    def experiment(self) -> Experiment:
        """The experiment that is shown."""
        return self._scene.experiment

    @property
    def layout_(self) -> Layout:
        """Where everything stands in the scene."""
        return self._scene.layout_

    # What is shown

    def show_experiment(self, experiment: Experiment) -> None:
        """Mirror an experiment."""
        self._number.dismiss()
        if len(experiment.layers) != len(self.experiment.layers):
            self.hold.end()
        self._scene.held_scale = self.hold.scale
        self._scene.show_experiment(experiment)
        if self._legend.show_experiment(experiment):
            self._make_room_for_legend()
            self.arrange()
        self._show_selection()
        self._show_focus()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show weights and gradients; of very many edges not all while they change quickly."""
        self._scene.show_snapshot(snapshot, all_edges=not self._settle.isActive())
        self._settle.start()
        self._legend.show_samples(self._scene.values.samples)

    @property
    def overlay(self) -> dict[str, bool]:
        """Which parts of a snapshot's overlay are looked at: what to wish for."""
        picture = self._scene.picture.name
        return {"silence": True, "updates": picture == "updates", "maps": picture == "maps"}

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.setAccessibleName(self.tr("Network diagram"))
        self._units.setAccessibleName(self.tr("Number of neurons"))
        self._units.setToolTip(self.tr("1 to {most} neurons").format(most=whole(MAX_UNITS)))
        self._legend.retranslate()
        self._make_room_for_legend()
        self.arrange()

    def restyle(self) -> None:
        """Take over theme and zoom."""
        self.setBackgroundBrush(theme.color("panel"))
        self._make_room_for_legend()
        self.arrange()

    def _show_picture(self, name: PictureName) -> None:
        self._scene.show_picture(name, self._selection.sample)
        self._make_room_for_legend()
        self.overlay_changed.emit()

    def _show_sample(self) -> None:
        if self._scene.picture.filling == "activation":
            self._scene.show_sample(self._selection.sample)

    def _show_selection(self) -> None:
        self._scene.show_selection(self._selection)

    def _show_focus(self) -> None:
        """Ring the focus and say what it is."""
        focus = self.editor.focus
        self._scene.show_focus(focus if self.hasFocus() else None)
        self.setAccessibleDescription(self._scene.describe(focus) if focus else "")

    # Room and scale

    def fit(self) -> None:
        """Show the whole network, as far as it can be read."""
        self._zoomed = False
        self.arrange()

    def arrange(self) -> None:
        """Give everything its place in the room there is."""
        self.hold.end()
        self._scene.held_scale = None
        size = self.maximumViewportSize()
        bar = self.horizontalScrollBar().sizeHint().height()
        self._scene.set_room((size.width() - HAIR, size.height() - HAIR), bar)

    def _follow_scene(self) -> None:
        if not self._zoomed:
            self._set_scale(self.layout_.scale)
        self.hold.follow()
        self._show_selection()
        self.editor.keep(self.layout_)

    def _set_scale(self, scale: float) -> None:
        self.setTransform(QTransform.fromScale(scale, scale))
        self._legend.set_scale(scale)

    def _make_room_for_legend(self) -> None:
        height = self._legend.height_for(self.maximumViewportSize().width())
        if self.viewportMargins().bottom() != height:
            self.setViewportMargins(0, 0, 0, height)
        box = self.viewport().geometry()
        self._legend.setGeometry(box.left(), box.bottom() + 1, box.width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window's size, unless zoomed by hand."""
        super().resizeEvent(event)
        self._make_room_for_legend()
        if not self._zoomed:
            self.arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; scroll sideways where there is nothing to scroll down to."""
        if self._hand.roll(event):
            event.accept()
        else:
            super().wheelEvent(event)

    def zoom(self, factor: float, at: QPoint) -> None:
        """Change the scale; what is at a point of the viewport stays where it is."""
        fixed = self.mapToScene(at)
        scale = self.transform().m11() * factor
        self._zoomed = True
        self._set_scale(max(SMALLEST, min(scale, LARGEST)))
        self.scroll_by(self.mapFromScene(fixed) - at)

    def scroll_by(self, step: QPoint) -> None:
        """Show what lies to the right and below."""
        for bar, length in (
            (self.horizontalScrollBar(), step.x()),
            (self.verticalScrollBar(), step.y()),
        ):
            bar.setValue(bar.value() + length)

    # Places

    def target_at(self, at: QPoint) -> Target:
        """Return what is at a point of the viewport."""
        return self._scene.target_at(self.mapToScene(at))

    def point_of(self, target: Target) -> QPoint:
        """Return the middle of a target, as a point of the viewport."""
        return self.mapFromScene(*self._scene.center_of(target))

    def _box_of(self, part: str, layer: int) -> QRect:
        box, x = self.layout_.boxes[part], self.layout_.columns[layer].x
        in_scene = QRectF(box.x + x, box.y + self.layout_.header_y, box.width, box.height)
        return self.mapFromScene(in_scene).boundingRect()

    # What opens

    def open_units(self, layer: int, typed: str = "") -> None:
        """Open the number field of a layer."""
        units = self.experiment.layers[layer - 1].units
        self._units.open(layer, units, self._box_of("units", layer), typed)

    def open_number(self, target: Target) -> None:
        """Open the field for the first number of an edge, or for the bias of chosen neurons."""
        number = self.editor.first_number(target)
        self._number.open(target, self.editor.symbol(target), number, self.point_of(target))

    def open_activations(self, layer: int) -> None:
        """Open the menu of the activations below a layer's header."""
        below = self._box_of("activation", layer).bottomLeft()
        self.menus.open_activations(layer, self.viewport().mapToGlobal(below))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the verbs for what is under the pointer, or has the focus."""
        self.menus.answer(event)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass a key on; what means nothing here is for the window."""
        known = self.keyboard.press(event)
        if known and self.editor.focus is not None:
            x, y = self._scene.center_of(self.editor.focus)
            self.ensureVisible(QRectF(x, y, 1, 1), theme.pixels(72), theme.pixels(32))
        event.setAccepted(known)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pass the left button on; the middle one takes hold of the paper."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.press(event)
        elif event.button() == Qt.MouseButton.MiddleButton:
            self._hand.grab(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pass the left button on; the middle one lets go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.release(event)
        elif event.button() == Qt.MouseButton.MiddleButton:
            self._hand.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Pass the left button on."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag with the left or the middle button; else show what is under the pointer."""
        at = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._pointer.move(event)
        elif event.buttons() & Qt.MouseButton.MiddleButton:
            self._hand.drag(at)
        else:
            self._scene.hover(self.mapToScene(at))
            self._pointer.hover(self._scene.hovered)
            self.hold.hover(self._scene.hovered)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the tooltip of the part under the pointer, and nothing without; answer gestures."""
        if self._hand.feel(event):
            return True
        if event.type() == QEvent.Type.Leave:  # for the legend, too, which is part of this view
            self.hold.hover(EMPTY)
            self._scene.leave()
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._scene.tip(self.target_at(event.pos())), self)
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is; coming by Tab it begins at the first layer."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.editor.enter()
        self._show_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus ring."""
        super().focusOutEvent(event)
        self._show_focus()

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language, palette or font."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.restyle()
        super().changeEvent(event)
