"""What a column of a dataset is counted in."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

UNITS = {  # by dataset and column
    "houses.price": QT_TRANSLATE_NOOP("units", "Canadian dollars, 1987"),
    "houses.lotsize": QT_TRANSLATE_NOOP("units", "square feet"),
}


def quantity_name(name: str, kind: str, scaled: bool) -> str:
    """Return what stands on an axis: price (Canadian dollars, 1987); `kind` is the dataset's."""
    key = f"{kind}.{name}"
    if scaled:
        unit = QCoreApplication.translate("units", "standardized")
    elif key in UNITS:
        unit = QCoreApplication.translate("units", UNITS[key])
    else:
        return name
    return QCoreApplication.translate("units", "{name} ({unit})").format(name=name, unit=unit)
