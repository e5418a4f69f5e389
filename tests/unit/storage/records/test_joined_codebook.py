"""What the names of another workspace mean."""

from pathlib import Path

import pytest
from two_workspaces import ONE, OPENS, TWO, said_of, survey_of, write_article

from tui.analysis.comparison import Status
from tui.model import Stance


@pytest.fixture
def one(tmp_path: Path) -> Path:
    return write_article(tmp_path / "x/articles/one.txt", "The bridge opens, said Ann.", ONE)


def test_one_slug_with_two_meanings_is_two_propositions(one: Path, tmp_path: Path) -> None:
    other = "propositions:\n  opens: The exhibition opens\n  shut: It is shut\n"
    two = write_article(tmp_path / "y/articles/two.txt", "The bridge stays shut.", TWO, f"{other}")
    made = survey_of(one, two)
    assert said_of(made) == {
        "The bridge opens": (Status.SINGLE, [("Ann",)]),
        "The exhibition opens": (Status.REJECTED, [("Bob",)]),
    }
    assert {row.proposition.slug for row in made.comparison.rows} == {"opens", "opens (y)"}
    (problem,) = [problem for problem in made.collation.problems if problem.file.name == "codebook.yaml"]
    assert '"opens" means something else' in problem.message


def test_contradictions_keep_their_propositions(one: Path, tmp_path: Path) -> None:
    other = "propositions:\n  opens: Another\n  shut: {text: Shut, contradicts: [opens]}\n"
    two = write_article(tmp_path / "y/articles/two.txt", "The bridge stays shut.", TWO, other)
    assert survey_of(one, two).collation.codebook.propositions["shut"].contradicts == ("opens (y)",)


def test_one_kind_with_two_stances_is_two_kinds(one: Path, tmp_path: Path) -> None:
    kinds = "kinds:\n  doubts: {{label: Doubts, glyph: '~', stance: {}}}\n"
    first = one.parent.parent / "annotations" / "codebook.yaml"
    first.write_text(OPENS + kinds.format("neutral"))
    two = write_article(
        tmp_path / "y/articles/two.txt",
        "The bridge stays shut.",
        TWO.replace("denial", "doubts"),
        OPENS + kinds.format("rejects"),
    )
    made = survey_of(one, two)
    assert made.collation.codebook.kind("doubts").stance is Stance.NEUTRAL
    assert made.collation.codebook.kind("doubts (y)").stance is Stance.REJECTS
    assert said_of(made)["The bridge opens"][0] is Status.DISPUTED


def test_a_name_is_the_person_that_its_own_codebook_says(one: Path, tmp_path: Path) -> None:
    first = one.parent.parent / "annotations" / "codebook.yaml"
    first.write_text(OPENS + "speakers:\n  Ann: [the mayor]\n")
    two = write_article(
        tmp_path / "y/articles/two.txt",
        "The bridge stays shut.",
        TWO.replace("Bob", "the mayor"),
        OPENS + "speakers:\n  Bob: [the mayor]\n",
    )
    assert {person.name for person in survey_of(one, two).people} == {"Ann", "Bob"}


def test_a_signature_is_the_person_that_its_own_codebook_says(one: Path, tmp_path: Path) -> None:
    first = one.parent.parent / "annotations" / "codebook.yaml"
    first.write_text(OPENS + "annotators:\n  Ada: [AH]\n")
    records = TWO.replace("kind: denial", "kind: denial, annotator: ah")
    book = OPENS + "annotators:\n  Arne: [AH]\n"
    two = write_article(tmp_path / "y/articles/two.txt", "The bridge stays shut.", records, book)
    assert [statement.annotators for statement in survey_of(one, two).statements[1]] == [("Arne",)]


def test_a_slug_that_its_own_codebook_lacks_counts_nowhere(one: Path, tmp_path: Path) -> None:
    two = write_article(tmp_path / "y/articles/two.txt", "The bridge stays shut.", TWO, "propositions: {}\n")
    made = survey_of(one, two)
    assert said_of(made) == {"The bridge opens": (Status.SINGLE, [("Ann",)])}
    assert "opens" in made.accounts[1].problems[0].message
