"""The words: what core says in codes and values, in the reader's language.

Only Qt's translation is used here, no widget, so that the command line can
speak too.
"""

from gui.labels.csv_problems import csv_texts
from gui.labels.differences import caution_text, difference_name, summary_text, value_text
from gui.labels.findings import finding_text, place_text
from gui.labels.layers import layers_text
from gui.labels.names import (
    activation_name,
    choice_name,
    dataset_name,
    field_name,
    group_name,
    initializer_name,
    layer_name,
    loss_name,
    neuron_name,
    none_name,
    of_biases,
    optimizer_name,
    short_layer_name,
    short_neuron_name,
    sigma_of_name,
    unit_name,
)
from gui.labels.notices import left_out_text, refit_text
from gui.labels.problems import problem_text
from gui.labels.ranges import range_text, refusal_text
from gui.labels.raw import raw_text
from gui.labels.remedies import remedy_text
from gui.labels.units import quantity_name

__all__ = [
    "activation_name",
    "caution_text",
    "choice_name",
    "csv_texts",
    "dataset_name",
    "difference_name",
    "field_name",
    "finding_text",
    "group_name",
    "initializer_name",
    "layer_name",
    "layers_text",
    "left_out_text",
    "loss_name",
    "neuron_name",
    "none_name",
    "of_biases",
    "optimizer_name",
    "place_text",
    "problem_text",
    "quantity_name",
    "range_text",
    "raw_text",
    "refit_text",
    "refusal_text",
    "remedy_text",
    "short_layer_name",
    "short_neuron_name",
    "sigma_of_name",
    "summary_text",
    "unit_name",
    "value_text",
]
