"""Figures, not tests: `python -m tests.bench` prints one table of one run."""
