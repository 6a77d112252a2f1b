"""The panels beside the diagram, and the words beneath it."""
