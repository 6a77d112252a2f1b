"""The sentences of the problems, by code; `core.validation` lists codes and values.

Each follows the place it talks about ("layers[0].units: must be at least 1"),
names what was found and says what is allowed or what to do.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP

LIMITS = {
    "=": QT_TRANSLATE_NOOP("problems", "exactly {}"),
    ">=": QT_TRANSLATE_NOOP("problems", "at least {}"),
    "<=": QT_TRANSLATE_NOOP("problems", "at most {}"),
    ">": QT_TRANSLATE_NOOP("problems", "more than {}"),
    "<": QT_TRANSLATE_NOOP("problems", "less than {}"),
}
KINDS = {
    "int": QT_TRANSLATE_NOOP("problems", "a whole number"),
    "float": QT_TRANSLATE_NOOP("problems", "a number"),
    "bool": QT_TRANSLATE_NOOP("problems", "true or false"),
    "str": QT_TRANSLATE_NOOP("problems", "a text"),
    "object": QT_TRANSLATE_NOOP("problems", "an object {…}"),
    "array": QT_TRANSLATE_NOOP("problems", "a list […]"),
    "null": QT_TRANSLATE_NOOP("problems", "null"),
}
REASONS = {
    "missing": QT_TRANSLATE_NOOP("problems", "there is no such file"),
    "directory": QT_TRANSLATE_NOOP("problems", "this is a folder"),
    "file": QT_TRANSLATE_NOOP("problems", "this is a file, not a folder"),
    "forbidden": QT_TRANSLATE_NOOP("problems", "permission denied"),
    "full": QT_TRANSLATE_NOOP("problems", "the disk is full"),
    "other": QT_TRANSLATE_NOOP("problems", "the system refused"),
}
EXPERIMENT = {
    "not_text": QT_TRANSLATE_NOOP("problems", "this is not text; save it as UTF-8 text"),
    "not_json": QT_TRANSLATE_NOOP(
        "problems", "this is not JSON: mistake at line {line}, column {column}"
    ),
    "too_deep": QT_TRANSLATE_NOOP("problems", "nested too deeply for an experiment"),
    "repeated_key": QT_TRANSLATE_NOOP("problems", "“{key}” stands here twice; keep one"),
    "unknown_field": QT_TRANSLATE_NOOP("problems", "unknown key “{field}”; allowed: {allowed}"),
    "unknown_field_guess": QT_TRANSLATE_NOOP(
        "problems", "unknown key “{field}”; did you mean “{guess}”? Allowed: {allowed}"
    ),
    "missing_field": QT_TRANSLATE_NOOP("problems", "“{field}” is missing here"),
    "wrong_type": QT_TRANSLATE_NOOP("problems", "must be {expected}; found {found}"),
    "not_finite": QT_TRANSLATE_NOOP("problems", "must be a finite number; found {found}"),
    "out_of_range": QT_TRANSLATE_NOOP("problems", "must be {limit}; found {found}"),
    "wrong_length": QT_TRANSLATE_NOOP("problems", "must hold {limit} entries; found {found}"),
    "wrong_length_text": QT_TRANSLATE_NOOP(
        "problems", "must have {limit} characters; found {found}"
    ),
    "unknown_name": QT_TRANSLATE_NOOP("problems", "unknown name “{found}”; allowed: {allowed}"),
    "unknown_name_guess": QT_TRANSLATE_NOOP(
        "problems", "unknown name “{found}”; did you mean “{guess}”? Allowed: {allowed}"
    ),
    "unknown_format": QT_TRANSLATE_NOOP(
        "problems", "format {found} is another version's; this InitLab reads format {allowed}"
    ),
    "bad_character": QT_TRANSLATE_NOOP(
        "problems", "holds a control character; use letters, digits and signs"
    ),
    "low_above_high": QT_TRANSLATE_NOOP("problems", "low must not be above high"),
    "filter_not_first": QT_TRANSLATE_NOOP(
        "problems", "only layer 1 can have a filter: it looks at the pictures themselves"
    ),
    "filter_without_picture": QT_TRANSLATE_NOOP(
        "problems", "a filter needs pictures; choose the data ball or digits"
    ),
    "filter_too_large": QT_TRANSLATE_NOOP(
        "problems", "the pictures have only {most} pixels each way; found {found}"
    ),
    "matrix_rows": QT_TRANSLATE_NOOP(
        "problems", "this layer needs {needed} rows, one for each unit; found {found}"
    ),
    "matrix_rows_one": QT_TRANSLATE_NOOP(
        "problems", "this layer needs 1 row, for its one unit; found {found}"
    ),
    "matrix_columns": QT_TRANSLATE_NOOP(
        "problems", "this row needs {needed} numbers, one for each input (biases: 1); found {found}"
    ),
    "not_a_plane": QT_TRANSLATE_NOOP(
        "problems", "only points of classes over two inputs can be edited by hand"
    ),
    "too_many_weights": QT_TRANSLATE_NOOP(
        "problems", "{found} weights are too many; at most {most} are allowed"
    ),
    "too_many_activations": QT_TRANSLATE_NOOP(
        "problems",
        "these samples and units make {found} activations, at most {most} are allowed;"
        " take fewer samples or units",
    ),
    "too_many_samples": QT_TRANSLATE_NOOP(
        "problems", "{found} samples for training and testing, but there are only {most}"
    ),
    "loss_needs_classes": QT_TRANSLATE_NOOP(
        "problems", "this loss is for classes, these data are values; use mean_squared_error"
    ),
    "loss_needs_rows": QT_TRANSLATE_NOOP(
        "problems",
        "this loss needs at least {least} outputs, one for each class, and the data have {found};"
        " use binary_cross_entropy or mean_squared_error",
    ),
    "output_units": QT_TRANSLATE_NOOP(
        "problems", "these data need {needed} output units; found {found}"
    ),
    "output_units_one": QT_TRANSLATE_NOOP(
        "problems", "these data need 1 output unit; found {found}"
    ),
    "output_activation": QT_TRANSLATE_NOOP(
        "problems", "this loss does not fit the output activation {found}; allowed: {allowed}"
    ),
    "hidden_activation": QT_TRANSLATE_NOOP(
        "problems", "{found} is for the output layer only; a hidden layer may have: {allowed}"
    ),
    "invalid": QT_TRANSLATE_NOOP("problems", "not allowed here: {detail}"),
}
FILES = {
    "unreadable_file": QT_TRANSLATE_NOOP("problems", "can't be read: {reason}"),
    "unwritable_file": QT_TRANSLATE_NOOP("problems", "can't be written: {reason}"),
    "too_large_file": QT_TRANSLATE_NOOP(
        "problems", "{found} bytes are too many; at most {most} are allowed"
    ),
}
CSV = {
    "csv_malformed": QT_TRANSLATE_NOOP(
        "problems", "row {row} can't be split into columns; check its quotation marks"
    ),
    "csv_no_rows": QT_TRANSLATE_NOOP("problems", "no rows of numbers in this file"),
    "csv_too_few_rows": QT_TRANSLATE_NOOP(
        "problems", "{found} rows are too few; at least {least} are needed"
    ),
    "csv_too_few_rows_one": QT_TRANSLATE_NOOP(
        "problems", "1 row is too few; at least {least} are needed"
    ),
    "csv_too_many_rows": QT_TRANSLATE_NOOP("problems", "more rows than the {most} allowed"),
    "csv_one_column": QT_TRANSLATE_NOOP(
        "problems", "one column only; the inputs and the target each need one"
    ),
    "csv_many_columns": QT_TRANSLATE_NOOP(
        "problems", "{found} columns are too many; at most {most} are allowed"
    ),
    "csv_row_length": QT_TRANSLATE_NOOP(
        "problems", "row {row} has {found} values; the rows before have {expected}"
    ),
    "csv_row_length_one": QT_TRANSLATE_NOOP(
        "problems", "row {row} has 1 value; the rows before have {expected}"
    ),
    "csv_repeated_name": QT_TRANSLATE_NOOP(
        "problems", "two columns are named “{column}”; rename one"
    ),
    "csv_empty_cell": QT_TRANSLATE_NOOP(
        "problems", "row {row}, column “{column}” is empty; fill it in or remove the row"
    ),
    "csv_not_a_number": QT_TRANSLATE_NOOP(
        "problems", "row {row}, column “{column}”: “{found}” is not a number"
    ),
    "csv_one_class": QT_TRANSLATE_NOOP(
        "problems", "column “{column}” holds one class only ({found}); two are needed"
    ),
    "csv_many_classes": QT_TRANSLATE_NOOP(
        "problems", "column “{column}” holds {found} classes; at most {most} are allowed"
    ),
}
EDITS = {
    "no_such_layer": QT_TRANSLATE_NOOP(
        "problems", "there is no layer {found}; the last one is {most}"
    ),
    "too_many_layers": QT_TRANSLATE_NOOP("problems", "a network can have at most {most} layers"),
    "output_stays": QT_TRANSLATE_NOOP("problems", "the output layer can't be removed"),
    "output_stays_last": QT_TRANSLATE_NOOP("problems", "the output layer stays the last"),
    "too_large_to_type": QT_TRANSLATE_NOOP(
        "problems",
        "{rows} × {columns} numbers are too many to edit by hand; at most {most} × {most} can be",
    ),
    "output_follows": QT_TRANSLATE_NOOP(
        "problems", "the data set the units of the output layer: {units}"
    ),
}
COMMANDS = {
    "empty_name": QT_TRANSLATE_NOOP("problems", "name a place for the results"),
    "incomplete_axis": QT_TRANSLATE_NOOP(
        "problems", "incomplete; {option} is missing or stands before its --over"
    ),
    "other_sweep": QT_TRANSLATE_NOOP(
        "problems", "{file} here belongs to another sweep; choose another folder"
    ),
    "worker_lost": QT_TRANSLATE_NOOP(
        "problems", "a process that shared the work was ended from outside; run the command again"
    ),
    "missing_library": QT_TRANSLATE_NOOP(
        "problems", "{name} is not installed; install InitLab with its extra “{extra}”"
    ),
    "no_scheduler": QT_TRANSLATE_NOOP("problems", "no Dask scheduler answers at {found}"),
}
PASTE = {
    "paste_empty": QT_TRANSLATE_NOOP("problems", "there are no numbers to paste"),
    "paste_too_long": QT_TRANSLATE_NOOP(
        "problems", "the text to paste has more than {most} characters"
    ),
    "paste_not_a_number": QT_TRANSLATE_NOOP(
        "problems", "to paste: row {row}, column {column}: “{found}” is not a number"
    ),
    "paste_row_length": QT_TRANSLATE_NOOP(
        "problems", "to paste: row {row} has {found} numbers, the first row has {expected}"
    ),
    "paste_row_length_one": QT_TRANSLATE_NOOP(
        "problems", "to paste: row {row} has 1 number, the first row has {expected}"
    ),
    "paste_shape": QT_TRANSLATE_NOOP(
        "problems",
        "{found_rows} × {found_columns} numbers do not fit; from the chosen cell on there is"
        " room for {rows} × {columns}",
    ),
    "paste_no_layers": QT_TRANSLATE_NOOP("problems", "there are no layers to paste"),
}
SENTENCES = EXPERIMENT | FILES | CSV | EDITS | COMMANDS | PASTE
