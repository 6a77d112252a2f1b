"""Diagnostics: numbers about layers, computed from a network and its last pass.

Pure functions, one concept a file; `LayerDiagnostics` gathers them for a layer.
What they mean for a network is decided in `core.findings`.
"""

from core.diagnostics.layers import LayerDiagnostics, diagnose
from core.diagnostics.spread import Spread
from core.diagnostics.update_ratio import first_update, update_ratios

__all__ = ["LayerDiagnostics", "Spread", "diagnose", "first_update", "update_ratios"]
