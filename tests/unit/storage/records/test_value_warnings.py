"""Warnings of times that are none, and of words that YAML cuts at a `#`."""

from pathlib import Path

import pytest
from record_files import book, coded_workspace, write_list

from tui.model import Problem, Severity
from tui.storage.records.record_loader import RecordLoader


def problems_of(tmp_path: Path, text: str) -> tuple[Problem, ...]:
    workspace = coded_workspace(tmp_path)
    write_list(workspace, text)
    loaded = RecordLoader(workspace).records("a", book(workspace))
    assert len(loaded.records) == 1
    assert {problem.severity for problem in loaded.problems} <= {Severity.WARNING}
    return loaded.problems


def record(field: str) -> str:
    quote = "" if field.startswith("quote") else "    quote: it\n"
    return f"annotations:\n  - id: x\n    kind: claim\n{quote}    {field}\n"


@pytest.mark.parametrize(
    ("field", "message"),
    [
        (
            "quote: Stay calm #Velm, we are working",
            'quote ends before "#Velm, we are working", a comment; put the quote',
        ),
        ("cue: said #now", 'cue ends before "#now", a comment; put the cue into quotation marks'),
        ("body: See No. #5", 'body ends before "#5", a comment'),
        (f"body: x #{'y' * 60}", f'body ends before "#{"y" * 38}…", a comment'),
    ],
)
def test_words_that_end_at_a_comment_are_warned_of(tmp_path: Path, field: str, message: str) -> None:
    (problem,) = problems_of(tmp_path, record(field))
    assert problem.message.startswith(message)
    line = record(field).splitlines()[problem.line - 1]
    assert line[problem.column - 1] == "#"


@pytest.mark.parametrize(
    "field",
    ["quote: 'it'  # mine", "cue: said#now", "about: lift  # the one", "body: |  # long\n      x #y", "cue:  # none"],
)
def test_other_comments_are_fine(tmp_path: Path, field: str) -> None:
    assert problems_of(tmp_path, record(field)) == ()


@pytest.mark.parametrize("value", ["2016-02-30", "yesterday", "31/12/2016", "2016-13-45", "2016-12-31T25:00:00Z"])
def test_a_time_that_is_none_is_warned_of(tmp_path: Path, value: str) -> None:
    (problem,) = problems_of(tmp_path, record(f"created: {value}"))
    assert problem.message == f'created is no time: "{value}"; write it like 2016-12-31T09:30:00Z'
    assert (problem.line, problem.column) == (5, 14)


@pytest.mark.parametrize("value", ["2016-02-30", "yesterday", "31/12/2016", "2016-13"])
def test_a_day_that_is_none_is_warned_of(tmp_path: Path, value: str) -> None:
    (problem,) = problems_of(tmp_path, f"date: {value}\n{record('cue: said')}")
    assert problem.message == f'date is no day of a calendar: "{value}"; write it like 2016-12-31'


@pytest.mark.parametrize("value", ["xx", "German", '"ja po"'])
def test_a_language_that_is_not_known_is_warned_of(tmp_path: Path, value: str) -> None:
    (problem,) = problems_of(tmp_path, f"language: {value}\n{record('cue: said')}")
    bare = value.strip('"')
    assert problem.message == f'language is not known: "{bare}"; write its code, such as de, fr or ja'


@pytest.mark.parametrize("value", ["ja", "pt-BR"])
def test_a_language_that_is_known_is_fine(tmp_path: Path, value: str) -> None:
    assert problems_of(tmp_path, f"language: {value}\n{record('cue: said')}") == ()
