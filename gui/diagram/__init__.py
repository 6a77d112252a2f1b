"""The network diagram: what is trained, drawn and edited in one place."""
