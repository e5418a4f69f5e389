"""A proposition is added to the codebook or removed, and no other byte."""

from pathlib import Path

import pytest
from coast_workspace import coast_workspace
from record_files import bare_workspace

from tui.errors import SaveError
from tui.model import Annotation, Proposition, Workspace
from tui.storage.records.locate import parse_file
from tui.storage.records.proposition_edits import with_proposition
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import add_proposition, create, remove_proposition


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return bare_workspace(tmp_path)


ADDITIONS = pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'propositions:\n  p-q: "It is: so"\n'),
        ("# mine\nkinds: {}\n", '# mine\nkinds: {}\npropositions:\n  p-q: "It is: so"\n'),
        ("propositions: {}  # none\nkinds: {}\n", 'propositions:  # none\n  p-q: "It is: so"\nkinds: {}\n'),
        ("propositions:\n", 'propositions:\n  p-q: "It is: so"\n'),
        (
            "propositions:\n    a: b  # c\n\n# k\nkinds:\n",
            'propositions:\n    a: b  # c\n    p-q: "It is: so"\n\n# k\nkinds:\n',
        ),
        ("propositions: {a: b}\n", 'propositions: {a: b, p-q: "It is: so"}\n'),
        ("propositions:\r\n  a: b\r\n", 'propositions:\r\n  a: b\r\n  p-q: "It is: so"\r\n'),
        ("propositions:\n  a: b", 'propositions:\n  a: b\n  p-q: "It is: so"'),
    ],
)


@ADDITIONS
def test_a_proposition_is_one_line_more(workspace: Workspace, before: str, after: str) -> None:
    workspace.annotations.mkdir()
    if before:
        workspace.codebook.write_bytes(before.encode())
    add_proposition(workspace, Proposition("p-q", "It is: so"))
    assert workspace.codebook.read_bytes() == after.encode()
    add_proposition(workspace, Proposition("p-q", "It is: so"))
    assert workspace.codebook.read_bytes() == after.encode()
    assert RecordLoader(workspace).codebook()[0].proposition_text("p-q") == "It is: so"
    with pytest.raises(SaveError, match="is used by another"):
        add_proposition(workspace, Proposition("p-q", "It is not"))


@pytest.mark.parametrize(
    ("codebook", "slug", "text", "said"),
    [
        ("", " ", "It is so", "a proposition needs a slug"),
        ("", "a\nb", "It is so", "a proposition needs a slug"),
        ("", "p", "  ", "a proposition needs a full sentence"),
        ("- a\n", "p", "It is so", "is no codebook; write propositions: and the propositions below it"),
        ("propositions: [a]\n", "p", "It is so", "must map names to values"),
        ("propositions: {p: [a]}\n", "p", "It is so", 'the slug "p" is used by another proposition'),
    ],
)
def test_what_does_not_fit_is_refused(codebook: str, slug: str, text: str, said: str) -> None:
    with pytest.raises(SaveError, match=said):
        with_proposition(parse_file(Path("c.yaml"), codebook.encode()), Proposition(slug, text))


FOG = Proposition("p-q", "It is: so")


@ADDITIONS
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_removing_a_proposition_restores_the_codebook(workspace: Workspace, before: str, after: str, mark: str) -> None:
    workspace.annotations.mkdir()
    workspace.codebook.write_bytes((mark + before).encode())
    added = add_proposition(workspace, FOG)
    assert workspace.codebook.read_bytes() == (mark + after).encode()
    assert added
    assert remove_proposition(workspace, added)
    assert workspace.codebook.read_bytes() == (mark + before).encode()
    assert remove_proposition(workspace, added)


def test_removing_the_first_proposition_removes_the_codebook(workspace: Workspace) -> None:
    added = add_proposition(workspace, FOG)
    assert added
    assert add_proposition(workspace, FOG) is None
    assert remove_proposition(workspace, added)
    assert not workspace.codebook.exists()


@pytest.mark.parametrize(
    ("before", "others", "after"),
    [
        ("", ("", "# theirs\n"), "# theirs\npropositions: {}\n"),
        ("kinds: {}\n", ('so"\n', 'so"\n  a: b\n'), "kinds: {}\npropositions:\n  a: b\n"),
        ("propositions: {}\n", ("", "# theirs\n"), "# theirs\npropositions: {}\n"),
        ("propositions: {a: b}\n", ("a: b", "a: c"), "propositions: {a: c}\n"),
        ("propositions:\n  a: b  # c\nkinds:\n", ("kinds:", "speakers:"), "propositions:\n  a: b  # c\nspeakers:\n"),
        ("", ('propositions:\n  p-q: "It is: so"', 'propositions: {p-q: "It is: so"}'), "propositions: {}\n"),
    ],
)
def test_a_codebook_that_somebody_else_changed_loses_the_proposition_alone(
    workspace: Workspace, before: str, others: tuple[str, str], after: str
) -> None:
    workspace.annotations.mkdir()
    if before:
        workspace.codebook.write_text(before)
    added = add_proposition(workspace, FOG)
    workspace.codebook.write_text(workspace.codebook.read_text().replace(*others, 1))
    assert added
    assert remove_proposition(workspace, added)
    assert workspace.codebook.read_text() == after


def test_a_proposition_that_is_used_or_changed_stays(workspace: Workspace) -> None:
    added = add_proposition(workspace, FOG)
    assert added
    create(workspace, Annotation("n", "note", "closed", about="p-q"))
    source = workspace.codebook.read_bytes()
    assert not remove_proposition(workspace, added)
    (file,) = workspace.records("closed").iterdir()
    file.unlink()
    workspace.codebook.write_bytes(source.replace(b"It is: so", b"It is: thus"))
    assert not remove_proposition(workspace, added)
    workspace.codebook.write_bytes(source)
    assert remove_proposition(workspace, added)


def test_a_proposition_with_a_verdict_is_known_by_its_sentence(workspace: Workspace) -> None:
    text = 'propositions:\n  p-q: {text: "It is: so", verdict: true}\n'
    workspace.annotations.mkdir()
    workspace.codebook.write_text(text)
    add_proposition(workspace, Proposition("p-q", "It is: so"))
    assert workspace.codebook.read_text() == text
    with pytest.raises(SaveError, match="is used by another"):
        add_proposition(workspace, Proposition("p-q", "It is not"))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_slug_in_another_unicode_form_is_taken(tmp_path: Path, form: str) -> None:
    workspace = coast_workspace(tmp_path, article=form)
    sentence = RecordLoader(workspace).codebook()[0].proposition_text("große-häuser")
    assert add_proposition(workspace, Proposition("große-häuser", sentence)) is None
    with pytest.raises(SaveError, match="is used by another proposition"):
        add_proposition(workspace, Proposition("große-häuser", "Etwas anderes."))
