"""What `check` says of records that settle disagreements."""

from pathlib import Path

from tui.model import Severity, Workspace
from tui.storage.records.record_loader import RecordLoader


def warnings(tmp_path: Path, *records: str) -> list[str]:
    workspace = Workspace(tmp_path, tmp_path / "articles")
    workspace.annotations.mkdir(exist_ok=True)
    lines = "".join(f"  - {{kind: claim, quote: it, {record}}}\n" for record in records)
    (workspace.annotations / "a.yaml").write_text(f"annotations:\n{lines}", "utf-8")
    workspace.codebook.write_text("annotators:\n  Cy Lund: cl\n", "utf-8")
    loader = RecordLoader(workspace)
    found = loader.records("a", loader.codebook()[0])
    assert len(found.records) == len(records)
    assert {problem.severity for problem in found.problems} <= {Severity.WARNING}
    return [f"{problem.line}:{problem.column}: {problem.message}" for problem in found.problems]


ORIGINALS = ("id: one", "id: two")


CASES: list[tuple[list[str], list[str]]] = [
    (["id: r, annotator: Ada, resolves: [one, two]"], []),
    (["id: r, annotator: Ada, resolves: one"], []),
    (["id: r, resolves: [one, onne]"], ['4:53: resolves names no record here: "onne"; did you mean "one"?']),
    (["id: r, resolves: x"], ['4:47: resolves names no record here: "x"; write the id of a record']),
    (["id: r, resolves: [r, one]"], ["4:48: a record cannot resolve itself; write the ids"]),
    (
        ["id: r, resolves: s", "id: s, resolves: r"],
        ['4:47: "s" resolves this record in turn', '5:47: "r" resolves this record in turn'],
    ),
    (
        ["id: r, annotator: Ada, resolves: [one, two]", "id: s, annotator: Ben, resolves: [x, two, one]"],
        [
            '5:64: resolves names no record here: "x"',
            '5:67: "two" is settled by Ada too, in r; settle it anew, or delete one of the two',
        ],
    ),
    (["id: r, annotator: Ada, resolves: [one]", "id: s, annotator: ada, resolves: [one]"], []),
    (["id: r, annotator: Ada, resolves: [one]", "id: s, annotator: Ben, resolves: [one, r]"], []),
    (["id: r, annotator: Cy Lund, resolves: [one]", "id: s, annotator: cl, resolves: [one]"], []),
    (
        ["id: r, annotator: cl, resolves: [one]", "id: s, annotator: Ben, resolves: [one]"],
        ['5:64: "one" is settled by Cy Lund too, in r'],
    ),
]


def test_what_leads_nowhere_and_what_is_settled_twice_is_told(tmp_path: Path) -> None:
    for results, said in CASES:
        found = warnings(tmp_path, *ORIGINALS, *results)
        assert len(found) == len(said), found
        assert all(told.startswith(start) for told, start in zip(found, said, strict=True)), found
