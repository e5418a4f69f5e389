"""Records: good ones come, bad ones are listed with their place."""

from pathlib import Path

import pytest
from record_files import GOOD, book, coded_workspace, read

from tui.model import Annotation, Record, Severity, TextPiece, TextSelector, Workspace
from tui.storage.records.record_loader import RecordLoader


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return coded_workspace(tmp_path)


def records_of(workspace: Workspace, *listed: str) -> tuple[tuple[Record, ...], list[str]]:
    _, problems = read(workspace, *listed)
    return RecordLoader(workspace).records("a", book(workspace)).records, problems


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
        ("{id: b, kind: claim, quote: it, start: [1, 2]}", "2:44: start needs one offset"),
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


def test_a_quote_in_pieces_with_its_hints(workspace: Workspace) -> None:
    (record,), said = records_of(
        workspace, "{id: b, kind: claim, quote: [no, it is], start: [3, 9], end: [5, 14], prefix: p}"
    )
    assert not said
    pieces = (TextPiece("no", 3, 5), TextPiece("it is", 9, 14))
    assert record.annotation.target == TextSelector("no […] it is", "p", "", 3, 14, pieces)


def test_a_list_of_one_piece_is_a_quote_in_one_piece(workspace: Workspace) -> None:
    (record,), _ = records_of(workspace, "{id: b, kind: claim, quote: [it is], start: [3], end: [8]}")
    assert record.annotation.target == TextSelector("it is", "", "", 3, 8)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("quote: [no, ' ']", "an empty quote"),
        ("quote: [no, '']", "quote must hold texts, but holds an empty text"),
        ("quote: [no, [it]]", "quote must hold texts, but holds a list"),
        ("quote: {no: it}", "quote must be text or a list of texts"),
        ("quote: [no, it], start: 3", "start needs 2 offsets, one for each piece of the quote"),
        ("quote: [no, it], start: [3, 9], end: [5, 11, 13]", "end needs 2 offsets"),
        ("quote: [no, it], start: [3, x], end: [5, 11]", 'start must be a whole number from 0, but is "x"'),
        ("quote: [no, it], start: [9, 3], end: [11, 5]", "the pieces overlap or are out of order"),
        ("quote: [no, it], start: [3, 4], end: [5, 6]", "the pieces overlap or are out of order"),
        ("quote: it, start: [3, 4]", "start needs one offset because the quote is in one piece"),
    ],
)
def test_pieces_that_cannot_be_read(workspace: Workspace, fields: str, said: str) -> None:
    records, problems = read(workspace, f"{{id: b, kind: claim, {fields}}}")
    assert not records
    assert said in problems[0]


def test_who_is_meant_who_reports_it_and_what_weakens_it(workspace: Workspace) -> None:
    (record,), said = records_of(
        workspace, "{id: b, kind: claim, quote: it, speaker: Ann Lee, as: he, via: [TASS], hedge: may}"
    )
    assert not said
    annotation = record.annotation
    assert (annotation.speaker_words, annotation.via, annotation.hedge) == ("he", ("TASS",), "may")
    assert annotation.extra == ()
