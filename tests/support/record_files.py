"""A workspace of one article, with its records and the codebook as files of YAML."""

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
    """Return a workspace of the article `a`, without annotations."""
    (root / "articles").mkdir()
    (root / "articles" / "a.txt").write_text("One said it. Two denied it.\n")
    return Workspace(root, root / "articles")


def coded_workspace(root: Path) -> Workspace:
    """Return a workspace of the article `a`, with a codebook and an empty folder of records."""
    workspace = bare_workspace(root)
    workspace.records("a").mkdir(parents=True)
    workspace.codebook.write_text(CODEBOOK)
    return workspace


def claim(**fields: object) -> Annotation:
    """Return a claim on `it` in the article `a`."""
    return Annotation(**{"id": "k", "kind": "claim", "article": "a", "target": TextSelector("it"), **fields})  # type: ignore[arg-type]


def write_list(workspace: Workspace, text: str) -> Path:
    """Write the list file of the article `a`, and return it."""
    file = workspace.list_file("a")
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text.encode())
    return file


def records(workspace: Workspace) -> dict[str, Record]:
    """Return the records of the article `a` by their ids; none of them may be wrong."""
    found = RecordLoader(workspace).records("a", ANY)
    assert not [problem for problem in found.problems if problem.severity == "error"]
    return {record.annotation.id: record for record in found.records}


def book(workspace: Workspace) -> Codebook:
    """Return the codebook, in which nothing may be wrong."""
    codebook, problems = RecordLoader(workspace).codebook()
    assert not problems
    return codebook


def read(workspace: Workspace, *listed: str, head: str = "") -> tuple[list[str], list[str]]:
    """Return the ids that are read from a list of these records, and what is said of the others."""
    lines = "".join(f"  - {record}\n" for record in listed)
    write_list(workspace, f"{head}annotations:\n{lines}")
    found = RecordLoader(workspace).records("a", book(workspace))
    said = [str(problem).removeprefix(f"{workspace.annotations}/") for problem in found.problems]
    return [record.annotation.id for record in found.records], said
