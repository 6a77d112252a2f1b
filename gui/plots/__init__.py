"""The plots: a run as pictures, drawn from snapshots."""
