"""TODO: msgspec's refusals as Problems."""

from core.problem import Problem


def refusal(message: str) -> Problem:
    """Turn msgspec's message into a Problem with the place and what is allowed."""
    return Problem("", "invalid", detail=message)
