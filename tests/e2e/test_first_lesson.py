"""The main job, as a teacher does it: zeros fail, He learns, a neuron is added and taken back."""

import re

import pytest

from tests.e2e.accessibility import Reader
from tests.e2e.lesson import column_of, enter_diagram, save_as, step, units
from tests.e2e.program import Program
from tests.e2e.screen import Screen

pytestmark = pytest.mark.e2e


def train_loss(program: Program) -> float:
    """Return the newest training loss, from the line of numbers over the loss plot."""
    for node in program.find("lossPlot").descendants():
        found = re.search(r"train ([\d.]+(?:e[−-]\d+)?)", node.name)
        if found:
            return float(found[1].replace("−", "-"))
    raise AssertionError("the loss plot does not say the training loss")


def click_plus_of_first_layer(program: Program) -> None:
    """Click "+" in the header of layer 1: it is just right of the number of neurons."""
    enter_diagram(program)
    program.press("Right")
    x, y, width, height = column_of(program)
    program.screen.click(x + width + height // 2, y + height // 2)


def test_the_whole_window_is_on_the_screen(screen: Screen, reader: Reader):
    program = Program.start(screen, reader)
    width, height = screen.size
    for name in ("runBar", "initializerPanel", "diagramView", "gradientPlot", "diagnosisLabel"):
        x, y, w, h = program.find(name).rectangle
        assert x >= 0 and x + w <= width, name
        assert y >= 0 and y + h <= height, name
    program.close()


def test_zeros_then_he_then_a_neuron_by_mouse_and_back(screen: Screen, reader: Reader):
    program = Program.start(screen, reader)

    program.choose("schemeCombo", "Zeros")
    program.press("space")
    program.wait_for(lambda: step(program) > 100, "training")
    program.press("space")
    program.wait_for_text("diagnosisLabel", "Every weight gradient is exactly 0")
    assert train_loss(program) == pytest.approx(0.693, abs=0.001)

    program.choose("schemeCombo", "He normal")
    program.wait_for(lambda: step(program) == 0, "a new draw at step 0")
    start = train_loss(program)
    program.press("space")
    program.wait_for(lambda: train_loss(program) < start / 2, "falling loss")
    program.press("space")

    before = units(save_as(program, screen.home / "before.initlab"))
    click_plus_of_first_layer(program)
    program.wait_for(lambda: step(program) == 0, "a new run of the larger network")
    larger = units(save_as(program, screen.home / "larger.initlab"))
    assert larger == [before[0] + 1, *before[1:]]
    program.press("ctrl+z")
    assert units(save_as(program, screen.home / "undone.initlab")) == before

    program.close()
    assert program.complaints() == ""


def test_a_file_that_is_no_experiment_is_refused_in_one_line(screen: Screen):
    file = screen.home / "broken.initlab"
    file.write_text("{", encoding="utf-8")
    process = screen.start_program(str(file))
    assert process.wait(60) == 2
    assert screen.output().startswith("initlab: ")
    assert "not JSON" in screen.output()
    assert screen.output().count("\n") == 1
