"""The steps of the tutorial, what ends each, and where it goes on."""

from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from tui.model import Annotation
from tui.reader.commands import command, keys_display
from tui.session.tutorial import (
    END,
    RESUMED_AT,
    STEPS,
    Observation,
    Tutorial,
    TutorialStep,
    resume_tutorial,
    text_pieces,
)
from tui.storage.workspace.story import read_progress, write_progress

CLAIM = Annotation("1", "claim", speaker=("Fire brigade",), about="water-a-metre")
NOTE = Annotation("2", "note", body="Who measured it?")
DONE = {
    "dispute": Observation(on_statement=True, denied=True),
    "link": Observation(command="compare.link", on_statement=True),
    "compare": Observation(command="compare.table"),
    "claim": Observation(added=CLAIM),
    "note": Observation(added=NOTE),
    "undo": Observation(changed_back=True),
    "find": Observation(command="find.next", found=True),
    "export": Observation(exported=True),
}
NOT_ENOUGH = [
    ("dispute", Observation(on_statement=True)),
    ("link", Observation(command="compare.link")),
    ("link", Observation(on_statement=True)),
    ("claim", Observation(added=replace(CLAIM, speaker=()))),
    ("claim", Observation(added=replace(CLAIM, about=""))),
    ("claim", Observation(added=replace(CLAIM, kind="denial"))),
    ("note", Observation(added=CLAIM)),
    ("undo", Observation(added=NOTE)),
    ("find", Observation(found=True)),
    ("find", Observation(command="find.next")),
]


def step_called(step_id: str) -> TutorialStep:
    return next(step for step in STEPS if step.id == step_id)


def shown(step: TutorialStep) -> str:
    return "".join(
        text for text, _ in text_pieces(step.text, lambda name: keys_display(command(name).keys.split(",")[0]))
    )


def test_there_are_eight_steps() -> None:
    assert [step.id for step in STEPS] == [*DONE]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_a_step_is_done_by_what_it_asks_for_and_by_nothing_else(step: TutorialStep) -> None:
    others = [observation for name, observation in DONE.items() if name != step.id]
    assert step.is_done(DONE[step.id])
    assert [each for each in others if step.is_done(each)] == []
    assert not step.is_done(Observation())


@pytest.mark.parametrize(("step_id", "observation"), NOT_ENOUGH)
def test_half_of_a_step_is_not_enough(step_id: str, observation: Observation) -> None:
    assert not step_called(step_id).is_done(observation)


@pytest.mark.parametrize("step", [*STEPS, END], ids=lambda step: step.id)
def test_a_step_fits_in_four_lines_of_a_small_terminal(step: TutorialStep) -> None:
    lines = Text(shown(step)).wrap(Console(width=76), 76)
    assert len(lines) <= 4
    assert cell_len(f"Step 8 of 8 · {step.title}   Esc leaves the tutorial") <= 76


def test_keys_are_those_of_commands_and_what_is_typed() -> None:
    step = TutorialStep("x", "X", "Press {compare.table} or [Esc].", lambda _: False)
    assert [*text_pieces(step.text, str.upper)] == [
        ("Press ", False),
        ("COMPARE.TABLE", True),
        (" or ", False),
        ("Esc", True),
        (".", False),
    ]


def test_a_done_step_is_remembered_and_the_end_begins_anew(tmp_path: Path) -> None:
    tutorial = Tutorial(tmp_path)
    assert tutorial.heading == "Step 1 of 8 · Find a dispute"
    assert not tutorial.observe(DONE["export"])
    reached = []
    for observation in DONE.values():
        assert tutorial.observe(observation)
        reached.append(read_progress(tmp_path))
    assert reached == [*[*DONE][1:], ""]
    assert tutorial.heading == "The end · That was all"
    assert not tutorial.observe(DONE["export"])
    assert resume_tutorial(tmp_path).position == 0


@pytest.mark.parametrize(("stored", "step"), [("find", "find"), ("nonsense", "dispute"), *RESUMED_AT.items()])
def test_it_goes_on_at_the_step_that_was_left_or_the_one_it_needs(tmp_path: Path, stored: str, step: str) -> None:
    write_progress(tmp_path, stored)
    assert resume_tutorial(tmp_path).step.id == step
