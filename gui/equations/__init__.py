"""The equations of the texts for the network on screen, term by term, with its numbers."""
