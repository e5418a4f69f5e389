"""Build workspaces of one article, and read their YAML files."""

from pathlib import Path

from tui.model import Annotation, Codebook, Record, TextSelector, Workspace
from tui.storage.records.record_loader import RecordLoader

ANY = Codebook(complete=False)

CODEBOOK = """\
propositions:
  lift: They will lift the sanctions
kinds:
  no-comment: {label: No comment, glyph: "?", stance: neutral, ascii: "-"}
speakers:
  Sergey Lavrov: [Lavrov, S. Lavrov]
  Ministry: the ministry
"""

LIST = """\
# The shared list
article: a   # this one
title: "T"
mood: calm   # unknown, kept

annotations:
  # about one
  - id: one
    kind:   claim   # surely
    speaker:
      - A
      - B
    quote: 'it'
    body: |
      Some

      text

  # about two

  - kind: denial
    id: two
    x: {y: [1, 2]}
    quote: "it"

  # about three
  - {id: three, kind: claim, quote: it}   # inline
# the end
"""

GOOD = "{id: good, kind: claim, quote: it}"


def bare_workspace(root: Path) -> Workspace:
    """Return a new workspace of the article `a`, without annotations."""
    (root / "articles").mkdir()
    (root / "articles" / "a.txt").write_text("One said it. Two denied it.\n")
    return Workspace(root, root / "articles")


def coded_workspace(root: Path) -> Workspace:
    """Return a new workspace with a codebook and an empty record folder."""
    workspace = bare_workspace(root)
    workspace.records("a").mkdir(parents=True)
    workspace.codebook.write_text(CODEBOOK)
    return workspace


def claim(**fields: object) -> Annotation:
    """Return a claim that quotes `it` in the article `a`."""
    return Annotation(**{"id": "k", "kind": "claim", "article": "a", "target": TextSelector("it"), **fields})  # type: ignore[arg-type]


def write_list(workspace: Workspace, text: str) -> Path:
    """Write the list file of the article `a`, and return it."""
    file = workspace.list_file("a")
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text.encode())
    return file


def records(workspace: Workspace) -> dict[str, Record]:
    """Return the records of the article `a` by id, without errors in them."""
    loaded = RecordLoader(workspace).records("a", ANY)
    assert not [problem for problem in loaded.problems if problem.severity == "error"]
    return {record.annotation.id: record for record in loaded.records}


def book(workspace: Workspace) -> Codebook:
    """Return the codebook, without problems in it."""
    codebook, problems = RecordLoader(workspace).codebook()
    assert not problems
    return codebook


def read(workspace: Workspace, *listed: str, head: str = "") -> tuple[list[str], list[str]]:
    """Return the ids read from a list file of records, and the problems."""
    lines = "".join(f"  - {record}\n" for record in listed)
    write_list(workspace, f"{head}annotations:\n{lines}")
    loaded = RecordLoader(workspace).records("a", book(workspace))
    problems = [str(problem).removeprefix(f"{workspace.annotations}/") for problem in loaded.problems]
    return [record.annotation.id for record in loaded.records], problems
