"""The panels that few need at once: each is imported and made when it is first seen."""

from typing import NamedTuple

from gui.diagram.view import DiagramView
from gui.document import Document
from gui.lazy import Lazy, SnapshotPanel
from gui.selection import Selection


class LatePanels(NamedTuple):
    """One of each, under the name of its dock."""

    matrix: Lazy
    outline: Lazy
    equations: Lazy
    compare: Lazy


def late_panels(document: Document, selection: Selection, diagram: DiagramView) -> LatePanels:
    """Return their places."""

    def matrix() -> SnapshotPanel:
        from gui.panels.matrix import MatrixPanel

        return MatrixPanel(document, selection)

    def outline() -> SnapshotPanel:
        from gui.panels.outline import OutlinePanel

        return OutlinePanel(document, selection, diagram)

    def equations() -> SnapshotPanel:
        from gui.equations.view import EquationsView

        return EquationsView(selection)

    def compare() -> SnapshotPanel:
        from gui.compare.comparison import Comparison

        return Comparison()

    return LatePanels(
        Lazy(matrix, "matrixPanel"),
        Lazy(outline, "outlinePanel"),
        Lazy(equations, "equationsView"),
        Lazy(compare, "comparePanel"),
    )
