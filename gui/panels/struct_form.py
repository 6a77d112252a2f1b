"""Rows of a form for the fields of a struct, made from the struct's own type.

One set of rows serves all kinds of one thing (all initializers, all datasets):
a field is shown while the present kind has it, and made when it is shown first.
So a new kind in core appears here with its fields and their ranges by itself.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple, cast

from msgspec import Struct, inspect, structs
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFormLayout, QLabel

from gui import labels
from gui.panels.bounds import Bounds
from gui.panels.editors import ChoiceField, NumberField, SwitchField, TextField, editor_for
from gui.panels.entry import Entry

SUFFIXES = {NumberField: "SpinBox", ChoiceField: "Combo", SwitchField: "Box"}


class Field(NamedTuple):
    """A field of a struct: its name in the file, and its type."""

    name: str
    type: inspect.Type


@cache  # msgspec takes a while to read a type
def _fields(kind: type[Struct], only: tuple[str, ...]) -> dict[str, Field]:
    """Return the fields of a struct by attribute; `only` these, all if empty."""
    return {
        field.name: Field(field.encode_name, inspect.type_info(field.type))
        for field in structs.fields(kind)
        if field.name in only or not only
    }


class StructForm(QObject):
    """The rows of one thing in a form that it shares with others.

    Parameters
    ----------
    form : QFormLayout
        Gets the rows, below those that it has now.
    kinds : sequence of struct types
        All that may be shown.
    prefix : str
        Begins the editors' object names: `weights` gives `weightsStdSpinBox`.
    only : tuple of str, optional
        Attributes that get a row; all by default.
    named : function, optional
        Makes a row's name of its field's.
    after : StructForm, optional
        Another one that will have its rows there, above these.

    Signals
    -------
    edited(str, object)
        The user gave this field (by its attribute) this value.
    """

    edited = Signal(str, object)

    def __init__(
        self,
        form: QFormLayout,
        kinds: Sequence[type[Struct]],
        prefix: str = "",
        only: tuple[str, ...] = (),
        named: Callable[[str], str] = str,
        after: "StructForm | None" = None,
    ) -> None:
        super().__init__(form.parentWidget())
        self._form = form
        self._prefix, self._only, self._named = prefix, only, named
        self._kind: type[Struct] | None = None
        self._owner = ""
        self.entries: dict[str, Entry] = {}  # by attribute
        self._names: dict[str, str] = {}  # attribute -> name in the file
        last = form.itemAt(form.count() - 1)  # none in an empty form
        self._above, self._after = last.widget() if last else None, after
        attributes = (name for kind in kinds for name in kind.__struct_fields__)
        self._order = tuple(dict.fromkeys(attributes))

    def _add(self, attribute: str, name: str, kind: inspect.Type) -> None:
        """Make the row of a field, unless it has no editor."""
        editor = editor_for(name, kind)
        if editor is None:
            return
        suffix = SUFFIXES.get(type(editor), "Edit")
        words = [word for word in (self._prefix, *name.split("_")) if word]
        editor.setObjectName(words[0] + "".join(map(str.capitalize, words[1:])) + suffix)
        entry = Entry(editor)
        caption = QLabel()
        caption.setBuddy(editor)
        self._form.insertRow(self._row_of(attribute), caption, entry)
        self.entries[attribute] = entry
        self._names[attribute] = name
        editor.edited.connect(lambda value: self._on_edited(attribute, value))
        if isinstance(editor, NumberField):
            editor.refused.connect(lambda text: self._on_refused(entry, editor, text))
        _retranslate(entry)

    def _row_of(self, attribute: str) -> int:
        """Return where in the form a new row belongs: all kinds have their fields in one order."""
        top = 0
        if self._above is not None:
            top, _ = cast(tuple[int, object], self._form.getWidgetPosition(self._above))
            top += 1
        top += len(self._after.entries) if self._after else 0
        place = self._order.index(attribute)
        return top + sum(self._order.index(other) < place for other in self.entries)

    def show_values(self, values: Sequence[Struct], owner: str = "") -> None:
        """Show the fields of structs of one kind; none where they differ. Never emits.

        No structs, or structs of several kinds, show no fields. Fields are named
        as those of the `owner`, by default of the kind.
        """
        kinds = {type(value) for value in values}
        self._kind = kinds.pop() if len(kinds) == 1 else None
        self._owner = owner or (str(self._kind.__struct_config__.tag) if self._kind else "")
        fields = _fields(self._kind, self._only) if self._kind else {}
        for attribute in fields.keys() - self.entries.keys():
            self._add(attribute, *fields[attribute])
        for attribute, entry in self.entries.items():
            self._form.setRowVisible(entry, attribute in fields)
            if attribute in fields:
                found = {getattr(value, attribute) for value in values}
                _show(entry, fields[attribute].type, found.pop() if len(found) == 1 else None)
        self._name_fields()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        for entry in self.entries.values():
            _retranslate(entry)
        self._name_fields()

    def _name_fields(self) -> None:
        for attribute, entry in self.entries.items():
            name = self._named(labels.field_name(self._names[attribute], self._owner))
            caption = self._form.labelForField(entry)
            if isinstance(caption, QLabel):
                caption.setText(name)
            entry.editor.setAccessibleName(name)
            none = labels.none_name(self._names[attribute], self._owner)
            if isinstance(entry.editor, NumberField):
                entry.editor.setSpecialValueText(none)
            elif isinstance(entry.editor, TextField):
                entry.editor.setPlaceholderText(none)

    def _on_edited(self, attribute: str, value: object) -> None:
        self.entries[attribute].show_message("")
        self.edited.emit(attribute, value)

    def _on_refused(self, entry: Entry, editor: NumberField, text: str) -> None:
        entry.show_message(labels.refusal_text(text, editor.bounds.limits, editor.bounds.whole))


def _retranslate(entry: Entry) -> None:
    editor = entry.editor
    if isinstance(editor, NumberField):
        editor.set_bounds(editor.bounds)
    elif isinstance(editor, ChoiceField):
        editor.setPlaceholderText(labels.none_name())
        editor.retranslate()


def _show(entry: Entry, kind: inspect.Type, value: Any) -> None:
    """Show a value of this type; kinds of one thing may bound the same field differently."""
    bounds = Bounds.of(kind)
    if isinstance(entry.editor, NumberField) and bounds not in (None, entry.editor.bounds):
        entry.editor.set_bounds(bounds)
    entry.editor.show_value(value)
    entry.show_message("")
