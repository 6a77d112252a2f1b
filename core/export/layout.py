"""Lines of a script: any text as a comment, long lists of names over several lines."""

from collections.abc import Iterable
from textwrap import fill, indent

WIDTH = 100  # of a line, at most
FEW = 60  # characters of a list that stays on one line
INDENT = "    "


def comment(text: str) -> str:
    """Return a text as a comment, without what can't be seen, in as many lines as it takes.

    In a comment neither quotes nor backslashes mean anything.
    """
    visible = "".join(character if character.isprintable() else " " for character in text)
    return fill(visible, WIDTH, initial_indent="# ", subsequent_indent="#   ")


def listing(items: Iterable[str], brackets: str = "[]") -> str:
    """Return items in brackets; over several lines if there are many."""
    text = ", ".join(items)
    if len(text) > FEW:
        lines = fill(text, WIDTH - 3 * len(INDENT), break_on_hyphens=False, break_long_words=False)
        text = f"\n{indent(lines, INDENT)},\n"
    return text.join(brackets)


def names(items: Iterable[str]) -> str:
    """Return names as Python takes apart: without brackets, unless they fill several lines."""
    few = ", ".join(items)
    return few if len(few) <= FEW else listing([few], "()")


def block(head: str, body: str) -> str:
    """Return a compound statement: its head, and its body indented."""
    return f"{head}\n{indent(body, INDENT)}"
