"""A kept picture of an item that seldom changes: drawn once, then only copied."""

from PySide6.QtWidgets import QGraphicsItem

Modes = QGraphicsItem.CacheMode


def keep_picture(item: QGraphicsItem) -> None:
    """Keep a new picture of an item from now on.

    To be called again when the item takes another place or size: Qt moves what
    it has then, and leaves the edge of the old picture in the new one (6.11).
    """
    item.setCacheMode(Modes.NoCache)
    item.setCacheMode(Modes.DeviceCoordinateCache)
