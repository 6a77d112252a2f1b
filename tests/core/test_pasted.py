"""Tables from the clipboard."""

import pytest

from core.pasted import LONGEST, read_table
from core.problem import Problem

TABLE = ((1.0, -0.5), (0.25, 2e-3))


@pytest.mark.parametrize(
    "text",
    [
        "1\t-0.5\n0.25\t2e-3\n",
        "1\t-0,5\r\n0,25\t2E-3\r\n",
        "1;-0,5\n0,25;0,002",
        "1,-0.5\n.25,0.002",
        "  1 \N{MINUS SIGN}0.5\n\n0.25   0.002  \n",
    ],
)
def test_what_spreadsheets_and_people_write_is_read(text):
    assert read_table(text) == TABLE


def test_one_number_is_a_table():
    assert read_table("0.5") == ((0.5,),)


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ("", "paste_empty", {}),
        (" \n\n", "paste_empty", {}),
        ("1\t2\n3\t4x", "paste_not_a_number", {"row": 2, "column": 2, "found": "4x"}),
        ("1\t\n3\t4", "paste_not_a_number", {"row": 1, "column": 2, "found": ""}),
        ("nan", "paste_not_a_number", {"row": 1, "column": 1, "found": "nan"}),
        ("1e999", "paste_not_a_number", {"row": 1, "column": 1, "found": "1e999"}),
        ("1_0", "paste_not_a_number", {"row": 1, "column": 1, "found": "1_0"}),
        ("1\t2\n3", "paste_row_length", {"row": 2, "found": 1, "expected": 2}),
        ("1" * (LONGEST + 1), "paste_too_long", {"most": LONGEST}),
    ],
)
def test_what_is_no_table_is_refused_with_its_place(text, code, values):
    with pytest.raises(Problem) as raised:
        read_table(text)
    assert (raised.value.code, dict(raised.value.values)) == (code, values)
