"""The codebook: what it declares, and what is wrong in it."""

from pathlib import Path

import pytest
from record_files import book, coded_workspace

from tui.model import Proposition, Severity, Stance, Workspace
from tui.storage.records.record_loader import RecordLoader


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return coded_workspace(tmp_path)


def test_a_codebook(workspace: Workspace) -> None:
    found = book(workspace)
    assert found.proposition_text("lift") == "They will lift the sanctions"
    kind = found.kind("no-comment")
    assert (kind.label, kind.glyph, kind.ascii_glyph, kind.stance) == ("No comment", "?", "-", Stance.NEUTRAL)
    assert list(found.kinds) == ["claim", "denial", "agreement", "note", "no-comment"]
    assert found.canonical_name("Lavrov") == "Sergey Lavrov"
    assert found.canonical_name("the ministry") == "Ministry"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("propositions:\n  a: b\n  a: c\n", '3:3: the key "a" is used twice'),
        ("propositions: [a]\n", "1:15: propositions must map names to values, but is a list"),
        ("propositions:\n  a:\n", '2:3: the proposition "a" has no text'),
        ("propositions:\n  a: [b]\n", "2:6: a must be text, but is a list"),
        ("kinds:\n  claim: {glyph: x, stance: neutral}\n", '2:3: the kind "claim" is built in'),
        ("kinds:\n  x: y\n", '2:6: the kind "x" must be a mapping'),
        ("kinds:\n  x: {stance: neutral}\n", '2:6: the kind "x" has no glyph'),
        ("kinds:\n  x: {glyph: 字, stance: neutral}\n", '2:14: glyph "字" must fill one cell'),
        ("kinds:\n  x: {glyph: ab, stance: neutral}\n", '2:14: glyph "ab" must fill one cell'),
        ("kinds:\n  x: {glyph: a, stance: pro}\n", '2:25: unknown stance "pro"; write stance: with one of asserts,'),
        ("kinds:\n  x: {glyph: a}\n", '2:6: the kind "x" has no stance'),
        ("kinds:\n  x: {glyph: a, stance: neutral, ascii: é}\n", "2:41: ascii must be one ASCII character"),
        ("speakers:\n  A: C\n  B: [C]\n", '3:3: "C" is a name of both A and B'),
        ("annotators:\n  Zoë: C\n  B: [zoe]\n", '3:3: "zoe" is a name of both Zoë and B'),
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


def test_a_workspace_of_ones_own_has_no_comment(workspace: Workspace) -> None:
    workspace.codebook.write_text("propositions:\n  a: b\n")
    kind = book(workspace).kind("no-comment")
    assert (kind.label, kind.glyph, kind.stance) == ("No comment", "?", Stance.NEUTRAL)


VERDICT = """\
propositions:
  killed-19: The attack killed 19 people
  killed-35:
    text: The attack killed 35 people
    contradicts: [killed-19]
    verdict: unproven
    because: |
      The hospital counted *19*.
    sources: [https://example.org/a, the mayor]
    checked: 2026-03-02
"""


def test_a_proposition_with_a_verdict_and_what_contradicts_it(workspace: Workspace) -> None:
    workspace.codebook.write_text(VERDICT)
    found, problems = RecordLoader(workspace).codebook()
    assert not problems
    assert found.proposition("killed-35") == Proposition(
        "killed-35", "The attack killed 35 people", ("killed-19",), "unproven", "The hospital counted *19*.\n",
        ("https://example.org/a", "the mayor"), "2026-03-02",
    )  # fmt: skip
    assert found.contradicting("killed-35") == ("killed-19",)
    assert found.contradicting("killed-19") == ("killed-35",)
    assert found.contradicting("unknown") == ()


@pytest.mark.parametrize(
    ("text", "said", "severity"),
    [
        ("propositions:\n  a: {contradicts: b}\n  b: c\n", '2:3: the proposition "a" has no text', Severity.ERROR),
        ("propositions:\n  a: {text: t, contradicts: a}\n", '2:29: the proposition "a" cannot', Severity.ERROR),
        ("propositions:\n  a: {text: t, contradicts: [x]}\n", '2:30: unknown proposition "x"', Severity.WARNING),
        ("propositions:\n  a: {text: t, verdict: [x]}\n", "2:25: verdict must be text", Severity.ERROR),
        ("propositions:\n  a: {text: t, checked: [x]}\n", "2:25: checked must be text", Severity.ERROR),
        ("propositions:\n  a: {text: t, checked: 2026-02-30}\n", "2:25: checked is no day of", Severity.WARNING),
        ("propositions:\n  a: {text: t, verdit: x}\n", '2:16: unknown key "verdit"; write verdict', Severity.WARNING),
    ],
)
def test_a_broken_verdict_is_told(workspace: Workspace, text: str, said: str, severity: Severity) -> None:
    workspace.codebook.write_text(text)
    (problem,) = RecordLoader(workspace).codebook()[1]
    assert str(problem).startswith(f"{workspace.codebook}:{said}")
    assert problem.severity is severity


def test_names_in_two_unicode_forms_are_one(workspace: Workspace) -> None:
    workspace.codebook.write_text("propositions:\n  h\u00e4fen: A\n  ha\u0308fen: B\n", "utf-8")
    codebook, problems = RecordLoader(workspace).codebook()
    assert codebook.proposition_text("häfen") == "A"
    assert [(problem.line, problem.message) for problem in problems] == [
        (3, '"ha\u0308fen" is in propositions twice, in two Unicode forms; remove one of the two')
    ]


def test_one_persons_name_with_two_owners_is_reported_whatever_its_case(workspace: Workspace) -> None:
    workspace.codebook.write_text("speakers:\n  Ann Lee: [The Mayor]\n  Bo: [the  mayor, BO]\n", "utf-8")
    _, problems = RecordLoader(workspace).codebook()
    assert [problem.message for problem in problems] == [
        '"the  mayor" is a name of both Ann Lee and Bo; remove one of the two'
    ]
