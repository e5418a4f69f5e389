"""Records: good ones come, bad ones are listed with their place."""

from pathlib import Path

import pytest
from record_files import GOOD, book, coded_workspace, read

from tui.model import Annotation, Severity, TextSelector, Workspace
from tui.storage.records.record_loader import RecordLoader


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return coded_workspace(tmp_path)


def test_what_is_said_fits_on_one_line(workspace: Workspace) -> None:
    _, said = read(workspace, '{id: a, kind: "b\\nc", quote: q}')
    assert said == [
        'a.yaml:2:19: unknown kind "b c"; write claim, denial, agreement, note, no-comment or declare it in '
        "annotations/codebook.yaml"
    ]


def test_all_fields(workspace: Workspace) -> None:
    workspace.list_file("a").write_text(
        "article: a\ntitle: T\noutlet: O\nauthor: N\ndate: 2020\nurl: u\nannotations:\n"
        "  - id: x\n    kind: no-comment\n    speaker: One\n    about: lift\n    cue: said\n    quote: it\n"
        "    prefix: 'said '\n    suffix: .\n    start: 9\n    end: 11\n    body: |\n      B\n    tags: [t, u]\n"
        "    was: old\n    annotator: me\n    created: 2020\n    modified: 2021\n    mood: {a: [b]}\n"
        "  - {id: y, kind: note, on: x}\n"
    )
    found = RecordLoader(workspace).records("a", book(workspace))
    assert not found.problems
    assert found.byline.title == "T"
    assert found.byline.date == "2020"
    first, second = found.records
    assert first.annotation == Annotation(
        "x", "no-comment", "a", TextSelector("it", "said ", ".", 9, 11), ("One",), "lift", "said", "B\n",
        ("t", "u"), "", ("old",), "me", "2020", "2021", (("mood", {"a": ("b",)}),),
    )  # fmt: skip
    assert (first.line, first.in_list, first.file) == (8, True, workspace.list_file("a"))
    assert second.annotation.on == "x"
    assert second.annotation.target is None


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ("{id: b, quote: it}", "2:5: a record without a kind"),
        ("{kind: claim, quote: it}", "2:5: a record without an id"),
        ("{id: , kind: claim, quote: it}", "2:6: a record without an id"),
        ('{id: b, kind: claim, quote: ""}', "2:33: an empty quote"),
        ("{id: b, kind: claim, quote: }", "2:26: an empty quote"),
        ("{id: b, kind: claim, quote: ' '}", "2:33: an empty quote"),
        ("{id: b, kind: claim}", "2:5: a statement without a quote"),
        ("{id: b, kind: note, prefix: x}", "2:33: prefix without a quote"),
        ("{id: b, kind: claim, quote: it, start: -1}", '2:44: start must be a whole number from 0, but is "-1"'),
        ("{id: b, kind: claim, quote: it, start: [1]}", "2:44: start must be text, but is a list"),
        ("{id: b, kind: claim, quote: it, start: 5, end: 4}", "2:52: end is before start"),
        ("{id: b, kind: claim, quote: it, speaker: {a: b}}", "2:46: speaker must be text or a list of texts"),
        ("{id: b, kind: claim, quote: it, tags: [a, [b]]}", "2:47: tags must hold texts, but holds a list"),
        ("{id: b, kind: claim, quote: it, cue: [a]}", "2:42: cue must be text, but is a list"),
        ("{id: b, kind: note, on: b}", "2:29: a record cannot be a note on itself"),
        ("{id: b, kind: note, id: c}", '2:25: the key "id" is used twice'),
        ("{id: b, kind: note, body: *x}", "2:31: *x is an alias"),
        ("just text", "2:5: a record must map fields to values, but is text"),
    ],
)
def test_one_bad_record_never_hides_the_others(workspace: Workspace, record: str, said: str) -> None:
    ids, problems = read(workspace, record, GOOD)
    assert ids == ["good"]
    assert len(problems) == 1
    assert problems[0].startswith(f"a.yaml:{said}")


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (
            "{id: b, kind: clam, quote: it}",
            '2:19: unknown kind "clam"; did you mean "claim"? Write it, or add "clam" to',
        ),
        ("{id: b, kind: hint, quote: it}", '2:19: unknown kind "hint"; write claim, denial, agreement, note, no-com'),
        ("{id: b, kind: claim, quote: it, about: lifft}", '2:44: unknown proposition "lifft"; did you mean "lift"?'),
        ("{id: b, kind: claim, quote: it, about: visa}", '2:44: unknown proposition "visa"; write one of'),
        ("{id: b, kind: note, on: nothing}", '2:29: on names no record here: "nothing"; write the id'),
        ("{id: b, kind: note, on: goood}", '2:29: on names no record here: "goood"; did you mean "good"?'),
        ("{id: b, kind: note, article: c}", '2:34: article is "c" in a file of "a"'),
    ],
)
def test_a_reference_that_does_not_resolve_hides_nothing(workspace: Workspace, record: str, said: str) -> None:
    ids, problems = read(workspace, record, GOOD, "{id: n, kind: note, on: b}")
    assert ids == ["b", "good", "n"]
    assert len(problems) == 1
    assert problems[0].startswith(f"a.yaml:{said}")


def test_an_unknown_name_stays_as_it_was_written(workspace: Workspace) -> None:
    workspace.list_file("a").write_text("annotations:\n  - {id: b, kind: hint, quote: it, about: visa}\n")
    (record,) = RecordLoader(workspace).records("a", book(workspace)).records
    assert (record.annotation.kind, record.annotation.about) == ("hint", "visa")


def test_a_misspelt_field_is_kept_with_a_warning(workspace: Workspace) -> None:
    workspace.list_file("a").write_text("annotations:\n  - {id: b, kind: claim, quote: it, speeker: One, zzz: x}\n")
    found = RecordLoader(workspace).records("a", book(workspace))
    (problem,) = found.problems
    assert problem.severity is Severity.WARNING
    assert problem.message == 'unknown key "speeker"; write speaker if that is meant'
    assert found.records[0].annotation.extra == (("speeker", "One"), ("zzz", "x"))
