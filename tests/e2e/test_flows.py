"""Flows of a lesson on a real screen, each with mouse and keyboard to its end."""

import re
import shutil
from pathlib import Path

import pytest

from tests.e2e.accessibility import Node, Reader
from tests.e2e.lesson import column_of, enter_diagram, save_as, step, units
from tests.e2e.program import Program
from tests.e2e.screen import Screen

PEOPLE = Path(__file__).resolve().parents[1] / "data" / "people.csv"

pytestmark = pytest.mark.e2e


def tab(program: Program, title: str) -> Node:
    """Return the tab of a dock."""

    def found() -> Node | None:
        window = program.find("mainWindow")
        tabs = (node for node in window.descendants() if node.role == "page tab")
        return next((node for node in tabs if node.name == title and node.showing), None)

    return program.wait_for(found, f"tab {title!r}")


def train_until(program: Program, steps: int) -> int:
    """Train for so many steps at least, pause, and return the step."""
    program.press("space")
    program.wait_for(lambda: step(program) >= steps, f"step {steps}")
    program.press("space")
    program.wait_for_still_picture()
    return step(program)


def test_an_initializer_is_painted_over_two_layers(screen: Screen, reader: Reader):
    program = Program.start(screen, reader)
    enter_diagram(program)
    program.press("Right", "shift+Right")
    program.choose("schemeCombo", "Xavier uniform")
    layers = save_as(program, screen.home / "painted.initlab")["layers"]
    assert [layer["weights"]["name"] for layer in layers] == [
        "xavier_uniform",
        "xavier_uniform",
        "he_normal",
    ]
    program.close()
    assert program.complaints() == ""


def test_a_weight_is_typed_where_its_edge_is_clicked(screen: Screen, reader: Reader):
    program = Program.start(screen, reader)
    enter_diagram(program)
    program.press("Right")
    first, _, width, _ = column_of(program)
    program.press("Right")
    second = column_of(program)[0]
    x, top, _, height = program.find("diagramView").rectangle
    middle = (first + second + width) // 2

    def opened() -> bool:
        node = program.look("numberEditor")
        return node is not None

    # Between two columns of neurons edges are never far apart.
    for y in range(top + height // 2, top + height, 3):
        screen.click(middle, y)
        if opened():
            break
    program.find("numberEditor")
    screen.xdotool("key", "--clearmodifiers", "ctrl+a")
    screen.xdotool("type", "--delay", "10", "--", "-7.5")
    program.press("Return")
    weights = save_as(program, screen.home / "typed.initlab")["layers"][1]["weights"]
    assert weights["name"] == "explicit"
    assert sum(row.count(-7.5) for row in weights["matrix"]) == 1
    program.press("ctrl+z")
    undone = save_as(program, screen.home / "undone.initlab")["layers"][1]["weights"]
    assert undone["name"] == "he_normal"
    program.close()
    assert program.complaints() == ""


def test_eight_steps_are_undone_and_done_again(screen: Screen, reader: Reader):
    program = Program.start(screen, reader)
    before = save_as(program, screen.home / "before.initlab")
    enter_diagram(program)
    program.press("Right", *["plus"] * 8)
    after = save_as(program, screen.home / "after.initlab")
    assert units(after) == [units(before)[0] + 8, *units(before)[1:]]
    program.press(*["ctrl+z"] * 8)
    assert save_as(program, screen.home / "undone.initlab") == before
    program.press(*["ctrl+shift+z"] * 8)
    assert save_as(program, screen.home / "redone.initlab") == after
    program.close()
    assert program.complaints() == ""


def test_the_timeline_is_dragged_back_and_the_run_goes_on(screen: Screen, reader: Reader):
    program = Program.start(screen, reader)
    reached = train_until(program, 500)
    x, y, width, height = program.find("timelineSlider").rectangle
    middle = y + height // 2
    screen.xdotool("mousemove", str(x + width - 5), str(middle), "mousedown", "1")
    screen.xdotool("mousemove", str(x + width // 2), str(middle), "mouseup", "1")
    program.wait_for(lambda: 0 < step(program) < reached, "an earlier step")
    program.wait_for_still_picture()
    there = step(program)
    assert abs(there - reached / 2) < reached / 4
    assert train_until(program, there + 100) > there
    program.close()
    assert program.complaints() == ""


def test_the_equations_are_walked_to_the_last_term(screen: Screen, reader: Reader):
    program = Program.start(screen, reader)
    train_until(program, 100)
    screen.click(*tab(program, "Equations").center)
    x, y, width, height = program.find("equationsView").rectangle
    screen.click(x + width // 2, y + height - 8)
    program.press("Home")

    def place() -> tuple[int, int]:
        """Return which term is shown, and of how many."""
        names = (node.name for node in program.find("equationsView").descendants())
        found = next(match for name in names if (match := re.fullmatch(r"(\d+) / (\d+)", name)))
        return int(found[1]), int(found[2])

    program.wait_for(lambda: place()[0] == 1, "the first term")
    last = place()[1]
    assert last >= 12  # of a network of three layers
    program.press(*["Next"] * (last - 1))
    program.wait_for(lambda: place()[0] == last, "the last term")
    program.close()
    assert program.complaints() == ""


def test_three_runs_are_compared(screen: Screen, reader: Reader):
    program = Program.start(screen, reader)
    for scheme in ("Zeros", "Xavier uniform"):
        program.press("p")
        program.choose("schemeCombo", scheme)
        program.wait_for(lambda: step(program) == 0, "a new draw at step 0")
        enter_diagram(program)  # where letters are shortcuts, and not the beginning of a scheme
    train_until(program, 200)
    for said in ("Run A, pinned", "Run B, pinned", "Run C, the present"):
        assert program.says(said), said
    program.press("shift+p")
    program.find("comparePanel")
    program.wait_for(lambda: program.says("One thing differs"), "what differs")
    program.close()
    assert program.complaints() == ""


def test_a_table_is_imported_and_learnt_from(screen: Screen, reader: Reader):
    shutil.copy(PEOPLE, screen.home / "people.csv")
    program = Program.start(screen, reader)
    program.press("ctrl+i")
    program.wait_for_window("Choose a CSV file")
    screen.xdotool("type", "--delay", "10", str(screen.home / "people.csv"))
    program.press("Return")
    program.wait_for(lambda: program.find("importButton").enabled, "a table that can be imported")
    program.click("importButton")
    program.wait_for_window("- InitLab")
    saved = save_as(program, screen.home / "people.initlab")
    assert saved["dataset"]["name"] == "csv"
    assert saved["dataset"]["path"] == "people.csv"
    assert train_until(program, 50) >= 50
    program.close()
    assert program.complaints() == ""


def test_a_sweep_finds_the_best_sigma(screen: Screen, reader: Reader):
    program = Program.start(screen, reader)
    screen.click(*tab(program, "Sweep").center)
    program.click("sweepStartButton")
    program.wait_for(lambda: program.says("Lowest loss"), "the best sigma of a sweep")
    program.close()
    assert program.complaints() == ""


def test_the_language_changes_in_the_middle_of_a_run(screen: Screen, reader: Reader):
    program = Program.start(screen, reader)
    program.press("space")
    program.wait_for(lambda: step(program) > 50, "training")
    program.press("alt+v", "l", "Down", "Return")
    program.wait_for_text("stepLabel", "\u6b65")
    there = step(program)
    program.wait_for(lambda: step(program) > there + 50, "a run that goes on")
    tab(program, "\u9010\u5c42\u4fe1\u53f7")
    program.press("space")
    program.close()
    assert program.complaints() == ""
