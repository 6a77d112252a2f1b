"""A problem with what somebody asked for: what, where, what is allowed.

Core never writes sentences. It raises a `Problem` of a code and values, and
`gui.labels` turns that into words in the reader's language.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType


class Problem(Exception):
    """Wrong input, as data.

    Parameters
    ----------
    path : str
        The place, as in the experiment file (`layers[0].weights.std`), or a
        file's name; empty for the whole.
    code : str
        What is wrong; the key of the sentence in `gui.labels`.
    **values
        The numbers and names of the sentence: what was found, what is allowed.
    """

    def __init__(self, path: str, code: str, **values: object) -> None:
        super().__init__(path, code, values)
        self.path = path
        self.code = code
        self.values: Mapping[str, object] = MappingProxyType(values)

    def __reduce__(self) -> tuple[Callable[..., "Problem"], tuple[object, ...]]:
        """Let other processes raise it here."""
        return _again, (self.path, self.code, dict(self.values))


def _again(path: str, code: str, values: dict[str, object]) -> Problem:
    return Problem(path, code, **values)
