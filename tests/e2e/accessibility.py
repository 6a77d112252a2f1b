"""What a screen reader is told about the program: the tests see the window through it.

AT-SPI, the Linux accessibility interface, over D-Bus. Qt tells the objectName of
every widget as its accessible id, its text as its name, and where it is on screen.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ACCESSIBLE = "org.a11y.atspi.Accessible"
COMPONENT = "org.a11y.atspi.Component"
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
SHOWING, ENABLED, CHECKED, ACTIVE = 25, 8, 4, 1  # bits of AtspiStateType
ON_SCREEN = 0  # AtspiCoordType


class Gone(Exception):
    """The object is no longer there; look for it again."""


@dataclass(frozen=True)
class Node:
    """One object of a program: a window, a widget, an item of a list."""

    reader: "Reader"
    bus: str
    path: str

    @property
    def id(self) -> str:
        """The last objectName of its path, as in `QApplication.mainWindow.lossPlot`."""
        return str(self.reader.get(self, ACCESSIBLE, "AccessibleId")).rpartition(".")[2]

    @property
    def name(self) -> str:
        """Its text, or the accessible name of what has none."""
        return str(self.reader.get(self, ACCESSIBLE, "Name"))

    @property
    def role(self) -> str:
        """What it is: `label`, `push button`, `combo box`."""
        return str(self.reader.call(self, ACCESSIBLE, "GetRoleName")[0])

    @property
    def showing(self) -> bool:
        """Whether it is on the screen."""
        return self._has(SHOWING)

    @property
    def enabled(self) -> bool:
        """Whether it answers."""
        return self._has(ENABLED)

    @property
    def active(self) -> bool:
        """Whether it is the window that the keyboard goes to."""
        return self._has(ACTIVE)

    @property
    def rectangle(self) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen."""
        x, y, width, height = self.reader.call(self, COMPONENT, "GetExtents", "u", (ON_SCREEN,))[0]
        return x, y, width, height

    @property
    def center(self) -> tuple[int, int]:
        """Its middle on the screen."""
        x, y, width, height = self.rectangle
        return x + width // 2, y + height // 2

    def children(self) -> "list[Node]":
        """Return what is directly inside."""
        found = self.reader.call(self, ACCESSIBLE, "GetChildren")[0]
        return [Node(self.reader, bus, path) for bus, path in found]

    def descendants(self) -> "Iterator[Node]":
        """Go through everything inside."""
        for child in self.children():
            yield child
            yield from child.descendants()

    def _has(self, bit: int) -> bool:
        low, high = self.reader.call(self, ACCESSIBLE, "GetState")[0]
        return bool(((high << 32) | low) >> bit & 1)


class Reader:
    """A connection to the accessibility bus of a session."""

    def __init__(self, session_bus: str) -> None:
        with open_dbus_connection(session_bus) as session:
            launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            reply = session.send_and_get_reply(new_method_call(launcher, "GetAddress"), timeout=60)
        self._connection: DBusConnection = open_dbus_connection(reply.body[0])

    def applications(self) -> list[Node]:
        """Return the programs that can be read."""
        return Node(self, *REGISTRY).children()

    def call(
        self,
        node: Node,
        interface: str,
        method: str,
        signature: str = "",
        body: tuple[Any, ...] = (),
    ) -> tuple[Any, ...]:
        """Call a method of an object; Gone if there is no such object any more."""
        address = DBusAddress(node.path, node.bus, interface)
        message = new_method_call(address, method, signature or None, body)
        reply = self._connection.send_and_get_reply(message, timeout=60)
        if reply.header.message_type == MessageType.error:
            raise Gone(f"{interface}.{method}: {reply.body}")
        return reply.body

    def get(self, node: Node, interface: str, name: str) -> object:
        """Return a property of an object."""
        properties = "org.freedesktop.DBus.Properties"
        return self.call(node, properties, "Get", "ss", (interface, name))[0][1]

    def close(self) -> None:
        """Leave the bus."""
        self._connection.close()
