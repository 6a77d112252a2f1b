"""Which numbers a field of an experiment takes, read from its type in core."""

from msgspec import Struct, inspect
from msgspec.structs import replace


class Bounds(Struct, frozen=True):
    """A range as limits, each a sign (">=" ">" "<=" "<") and a bound.

    `optional`: None is a value too (no clipping, the whole batch).
    """

    limits: tuple[tuple[str, float], ...]
    whole: bool
    optional: bool = False

    @classmethod
    def of(cls, kind: inspect.Type) -> "Bounds | None":
        """Return the bounds of an annotated int or float, or of one or None; else None."""
        if isinstance(kind, inspect.UnionType):
            found = cls.of(kind.types[0])
            is_optional = isinstance(kind.types[-1], inspect.NoneType)
            return replace(found, optional=True) if found and is_optional else None
        if not isinstance(kind, inspect.IntType | inspect.FloatType):
            return None
        limits = ((">=", kind.ge), (">", kind.gt), ("<=", kind.le), ("<", kind.lt))
        return cls(
            tuple((sign, float(bound)) for sign, bound in limits if bound is not None),
            isinstance(kind, inspect.IntType),
        )

    @property
    def low(self) -> float:
        """The lower limit, itself allowed or not."""
        return next(bound for sign, bound in self.limits if sign in (">=", ">"))

    @property
    def high(self) -> float:
        """The upper limit, itself allowed or not."""
        return next(bound for sign, bound in self.limits if sign in ("<=", "<"))

    def holds(self, value: float) -> bool:
        """Return whether the value may stand in the field."""
        return all(
            {">=": value >= bound, ">": value > bound, "<=": value <= bound, "<": value < bound}[
                sign
            ]
            for sign, bound in self.limits
        )
