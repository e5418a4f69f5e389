"""Reading a workspace: good records come, bad ones are listed with their place."""

from pathlib import Path

import pytest

from tui.model import Annotation, Codebook, Severity, Stance, TextSelector, Workspace
from tui.storage.records.record_loader import RecordLoader
from tui.storage.workspace.plain_loader import plain_loader, read_collation

CODEBOOK = """\
propositions:
  lift: They will lift the sanctions
kinds:
  no-comment: {label: No comment, glyph: "?", stance: neutral, ascii: "-"}
speakers:
  Sergey Lavrov: [Lavrov, S. Lavrov]
  Ministry: the ministry
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("One said it. Two denied it.\n")
    (tmp_path / "annotations" / "a").mkdir(parents=True)
    made = Workspace(tmp_path, tmp_path / "articles")
    made.codebook.write_text(CODEBOOK)
    return made


def book(workspace: Workspace) -> Codebook:
    found, problems = RecordLoader(workspace).codebook()
    assert not problems
    return found


def read(workspace: Workspace, *records: str, head: str = "") -> tuple[list[str], list[str]]:
    """Return the ids that are read from a list of these records, and what is said of the others."""
    lines = "".join(f"  - {record}\n" for record in records)
    workspace.list_file("a").write_text(f"{head}annotations:\n{lines}")
    found = RecordLoader(workspace).records("a", book(workspace))
    said = [str(problem).removeprefix(f"{workspace.annotations}/") for problem in found.problems]
    return [record.annotation.id for record in found.records], said


def test_a_codebook(workspace: Workspace) -> None:
    found = book(workspace)
    assert found.proposition_text("lift") == "They will lift the sanctions"
    kind = found.kind("no-comment")
    assert (kind.label, kind.glyph, kind.ascii_glyph, kind.stance) == ("No comment", "?", "-", Stance.NEUTRAL)
    assert list(found.kinds) == ["claim", "denial", "agreement", "note", "no-comment"]
    assert found.person("Lavrov") == "Sergey Lavrov"
    assert found.person("the ministry") == "Ministry"


def test_what_is_said_fits_on_one_line(workspace: Workspace) -> None:
    _, said = read(workspace, '{id: a, kind: "b\\nc", quote: q}')
    assert said == [
        'a.yaml:2:19: unknown kind "b c"; write claim, denial, agreement, note, no-comment or declare it in '
        "annotations/codebook.yaml"
    ]


def test_no_codebook_is_fine(tmp_path: Path) -> None:
    assert RecordLoader(Workspace(tmp_path, tmp_path)).codebook() == (Codebook(), ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("propositions:\n  a: b\n  a: c\n", '3:3: the key "a" stands here twice'),
        ("propositions: [a]\n", "1:15: propositions must map names to values, but is a list"),
        ("propositions:\n  a:\n", '2:3: the proposition "a" says nothing'),
        ("propositions:\n  a: [b]\n", "2:6: a must be text, but is a list"),
        ("kinds:\n  claim: {glyph: x, stance: neutral}\n", '2:3: the kind "claim" is built in'),
        ("kinds:\n  x: y\n", '2:6: the kind "x" must be a mapping'),
        ("kinds:\n  x: {stance: neutral}\n", '2:6: the kind "x" has no glyph'),
        ("kinds:\n  x: {glyph: 字, stance: neutral}\n", '2:14: glyph "字" must fill one cell'),
        ("kinds:\n  x: {glyph: ab, stance: neutral}\n", '2:14: glyph "ab" must fill one cell'),
        ("kinds:\n  x: {glyph: a, stance: pro}\n", '2:25: unknown stance "pro"; write stance: with one of asserts,'),
        ("kinds:\n  x: {glyph: a}\n", '2:6: the kind "x" has no stance'),
        ("kinds:\n  x: {glyph: a, stance: neutral, ascii: é}\n", "2:41: ascii must be one ASCII character"),
        ("speakers:\n  A: C\n  B: [C]\n", '3:3: "C" stands for both A and B'),
        ("speakers:\n  A: {b: c}\n", "2:6: A must be text or a list of texts"),
        ("- a\n", "1:1: the codebook must map names to values, but is a list"),
        ("a: 'b", "1:4: a quotation mark is never closed"),
    ],
)
def test_a_broken_codebook_is_told_once(workspace: Workspace, text: str, said: str) -> None:
    workspace.codebook.write_text(text)
    found, problems = RecordLoader(workspace).codebook()
    assert str(problems[0]).startswith(f"{workspace.codebook}:{said}")
    assert not found.complete
    workspace.list_file("a").write_text("annotations:\n  - {id: a, kind: odd, about: unknown, quote: it}\n")
    assert not RecordLoader(workspace).records("a", found).problems


def test_a_misspelt_section_is_a_warning(workspace: Workspace) -> None:
    workspace.codebook.write_text("proposition:\n  a: b\n")
    (problem,) = RecordLoader(workspace).codebook()[1]
    assert problem.severity is Severity.WARNING
    assert "write propositions" in problem.message


def test_all_fields(workspace: Workspace) -> None:
    workspace.list_file("a").write_text(
        "article: a\ntitle: T\noutlet: O\nauthor: N\ndate: 2020\nurl: u\nannotations:\n"
        "  - id: x\n    kind: no-comment\n    speaker: One\n    about: lift\n    cue: said\n    quote: it\n"
        "    prefix: 'said '\n    suffix: .\n    start: 9\n    end: 11\n    body: |\n      B\n    tags: [t, u]\n"
        "    was: old\n    annotator: me\n    created: c\n    modified: m\n    mood: {a: [b]}\n"
        "  - {id: y, kind: note, on: x}\n"
    )
    found = RecordLoader(workspace).records("a", book(workspace))
    assert not found.problems
    assert found.byline.title == "T"
    assert found.byline.date == "2020"
    first, second = found.records
    assert first.annotation == Annotation(
        "x", "no-comment", "a", TextSelector("it", "said ", ".", 9, 11), ("One",), "lift", "said", "B\n",
        ("t", "u"), "", ("old",), "me", "c", "m", (("mood", {"a": ("b",)}),),
    )  # fmt: skip
    assert (first.line, first.in_list, first.file) == (8, True, workspace.list_file("a"))
    assert second.annotation.on == "x"
    assert second.annotation.target is None


GOOD = "{id: good, kind: claim, quote: it}"


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (
            "{id: b, kind: clam, quote: it}",
            '2:19: unknown kind "clam"; write claim, denial, agreement, note, no-comment or',
        ),
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
        ("{id: b, kind: claim, quote: it, about: lifft}", '2:44: unknown proposition "lifft"'),
        ("{id: b, kind: note, on: nothing}", '2:29: on names no record here: "nothing"'),
        ("{id: b, kind: note, on: b}", "2:29: a record cannot be a note on itself"),
        ("{id: b, kind: note, article: c}", '2:34: article is "c" in a file of "a"'),
        ("{id: b, kind: note, id: c}", '2:25: the key "id" stands here twice'),
        ("{id: b, kind: note, body: *x}", "2:31: *x is an alias"),
        ("just text", "2:5: a record must map fields to values, but is text"),
    ],
)
def test_one_bad_record_never_hides_the_others(workspace: Workspace, record: str, said: str) -> None:
    ids, problems = read(workspace, record, GOOD)
    assert ids == ["good"]
    assert len(problems) == 1
    assert problems[0].startswith(f"a.yaml:{said}")


def test_an_id_is_taken_once(workspace: Workspace) -> None:
    (workspace.records("a") / "me.good.yaml").write_text("id: good\nkind: note\n")
    ids, problems = read(workspace, GOOD, "{id: good, kind: note}")
    assert ids == ["good"]
    assert problems == [
        'a.yaml:3:10: the id "good" is taken (line 2); write another one',
        'a/me.good.yaml:1:5: the id "good" is taken (a.yaml, line 2); write another one',
    ]


def test_a_note_on_a_bad_record_is_kept(workspace: Workspace) -> None:
    ids, problems = read(workspace, "{id: b, kind: clam, quote: it}", "{id: n, kind: note, on: b}")
    assert ids == ["n"]
    assert len(problems) == 1


def test_a_misspelt_field_is_kept_with_a_warning(workspace: Workspace) -> None:
    workspace.list_file("a").write_text("annotations:\n  - {id: b, kind: claim, quote: it, speeker: One, zzz: x}\n")
    found = RecordLoader(workspace).records("a", book(workspace))
    (problem,) = found.problems
    assert problem.severity is Severity.WARNING
    assert problem.message == 'unknown key "speeker"; write speaker if that is meant'
    assert found.records[0].annotation.extra == (("speeker", "One"), ("zzz", "x"))


def test_what_stands_before_broken_yaml_is_read(workspace: Workspace) -> None:
    ids, problems = read(workspace, GOOD, "{id: n, kind: note, on: later}", "{id: 'x", "{id: later, kind: note}")
    assert ids == ["good", "n"]
    assert len(problems) == 1
    assert problems[0].startswith("a.yaml:4:10: a quotation mark is never closed")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("article: b\nannotations: []\n", '1:10: article is "b" in the file of "a"'),
        ("- id: a\n", "1:1: an article's file must map names to values, but is a list"),
        ("annotations: {a: b}\n", "1:14: annotations must be a list, but is a mapping"),
        ("title: [a]\n", "1:8: title must be text, but is a list"),
        ("annotation: []\n", '1:1: unknown key "annotation"; write annotations if that is meant'),
    ],
)
def test_the_head_of_a_list(workspace: Workspace, text: str, said: str) -> None:
    workspace.list_file("a").write_text(text)
    (problem,) = RecordLoader(workspace).records("a", book(workspace)).problems
    assert str(problem).startswith(f"{workspace.list_file('a')}:{said}")


@pytest.mark.parametrize("text", ["", "# x\n", "annotations:\n", "article: a\n", "annotations: []\n"])
def test_an_empty_list_is_fine(workspace: Workspace, text: str) -> None:
    workspace.list_file("a").write_text(text)
    found = RecordLoader(workspace).records("a", book(workspace))
    assert found.records == ()
    assert found.problems == ()


def test_records_of_a_folder_come_in_the_order_they_were_made(workspace: Workspace) -> None:
    for name, created in (("z", "2020"), ("y", "2021"), ("x", "2022")):
        file = workspace.records("a") / f"me.{name}.yaml"
        file.write_text(f"article: a\nid: {name}\nkind: note\ncreated: {created}\n")
    (workspace.records("a") / ".me.z.yaml.tmp").write_text("[")
    (workspace.records("a") / "empty.yaml").write_text("")
    found = RecordLoader(workspace).records("a", book(workspace))
    assert [record.annotation.id for record in found.records] == ["z", "y", "x"]
    assert not found.records[0].in_list
    assert [problem.message for problem in found.problems] == ["is empty; write a record into it, or delete the file"]


def test_notes_on_propositions(workspace: Workspace) -> None:
    workspace.proposition_notes.mkdir()
    for name, text in (("a", "about: lift"), ("b", "body: x"), ("c", "about: lift\narticle: a"), ("d", "about: no")):
        (workspace.proposition_notes / f"{name}.yaml").write_text(f"id: {name}\nkind: note\n{text}\n")
    _, records, problems = RecordLoader(workspace).records("", book(workspace))
    assert [record.annotation.id for record in records] == ["a"]
    assert [problem.message.split(";")[0] for problem in problems] == [
        "a note on no proposition",
        'article is "a" in a file of the notes on propositions',
        'unknown proposition "no"',
    ]


def test_an_account_has_its_records_in_place(workspace: Workspace) -> None:
    read(workspace, "{id: two, kind: claim, quote: Two}", "{id: one, kind: claim, quote: One}", head="title: T\n")
    account = plain_loader(workspace).account("a", book(workspace), "A")
    assert account.article.title == "T"
    assert [placed.annotation.id for placed in account.placed] == ["one", "two"]
    assert account.placed[0].span == (0, 3)


def test_a_collation_lists_what_is_missing(workspace: Workspace) -> None:
    (workspace.articles / "b.txt").write_bytes(b"x\xff")
    (workspace.articles / "c.txt").write_text("c")
    (workspace.articles / "c.md").write_text("c")
    (workspace.annotations / "gone.yaml").write_text("")
    (workspace.annotations / "d.yml").write_text("")
    (workspace.annotations / "left").mkdir()
    (workspace.annotations / "left" / "me.x.yaml").write_text("")
    (workspace.annotations / "empty").mkdir()
    (workspace.annotations / "README.md").write_text("")
    found = read_collation(workspace)
    assert [account.siglum + account.article.id for account in found.accounts] == ["Aa", "Bc"]
    said = [str(problem).removeprefix(f"{workspace.root}/") for problem in found.problems]
    assert said == [
        "articles/c.txt: has the same name as c.md; rename one of the two",
        "annotations/d.yml: is not read; rename it to d.yaml",
        "annotations/gone.yaml: belongs to no article; put gone.txt into articles/ or remove it",
        "annotations/left: belongs to no article; put left.txt into articles/ or remove it",
        "articles/b.txt:1:2: byte 0xff is not UTF-8; save the file as UTF-8",
    ]
    some = read_collation(workspace, ["c", "nope"])
    assert [account.article.id for account in some.accounts] == ["c"]
    assert any("no such article" in problem.message for problem in some.problems)
