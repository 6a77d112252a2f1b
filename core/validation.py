"""msgspec's refusals as Problems: what, where, what is allowed.

msgspec checks every value against its field and says in one English line what
is wrong. `refusal` reads that line, looks up in the data what stands at the
place and in the types what may stand there, and returns it as data.

Codes of the core's input, each with its values; `path` is the place in file
notation (`layers[0].weights.std`), empty for the whole file.

================== ======================================================================
code               values
================== ======================================================================
**experiment**
not_text           -- (not UTF-8; of a CSV file: file)
not_json           line, column
too_deep           --
repeated_key       key
unknown_field      field, allowed: names, guess: the nearest of them or ""
missing_field      field
wrong_type         expected: kinds, found: kind (int float bool str object array null)
not_finite         found: nan or an infinity
out_of_range       found, sign: ">=" ">" "<=" "<", bound
wrong_length       found, sign, bound, kind: str or array (the number of its items)
unknown_name       found, allowed: names, guess: the nearest of them or ""
unknown_format     found, allowed: numbers (a file of another version)
low_above_high     --
too_many_weights   found, most
loss_needs_classes -- (at `loss`: the data are values, the loss is for classes)
invalid            detail: msgspec's words, should it ever say something new
**files**
unreadable_file    file, reason: missing directory forbidden other
unwritable_file    file, reason: missing directory forbidden full other
too_large_file     file, found, most (bytes)
**csv** at `dataset.path` or `dataset.target`; row 1 is the first line of the file
csv_malformed      file, row
csv_no_rows        file
csv_too_few_rows   file, found, least
csv_too_many_rows  file, most
csv_one_column     file
csv_many_columns   file, found, most
csv_row_length     file, row, found, expected
csv_repeated_name  file, column
csv_empty_cell     file, row, column
csv_not_a_number   file, row, column, found
csv_one_class      file, column, found
csv_many_classes   file, column, found, most
**edits** at `layers[l-1]`, or `layers`
no_such_layer      found, most
output_stays       -- (the output layer can't be removed)
output_follows     units (the output layer's units follow from the data)
================== ======================================================================

An unknown target column is an `unknown_name` at `dataset.target`.
"""

from core.problem import Problem


def refusal(message: str) -> Problem:
    """Turn msgspec's message into a Problem with the place and what is allowed."""
    return Problem("", "invalid", detail=message)
