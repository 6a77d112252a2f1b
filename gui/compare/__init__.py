"""Runs side by side: their networks, their gradients, and what differs."""
