"""The window in every size, language and theme, to be looked at: `python -m tests.screens`."""
