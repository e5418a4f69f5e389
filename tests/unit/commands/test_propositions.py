"""`diptych propositions`: the codebook with its counts."""

import json
from pathlib import Path

from command_line import append, run


def test_each_proposition_has_slug_status_and_counts(root: Path) -> None:
    result = run("propositions")
    assert result.stdout.splitlines()[:2] == [
        "radar-failed  disputed  3 records: north 1, south 2",
        "    The radar of the Aurora failed",
    ]
    assert result.stderr == "3 of 3 propositions\n"


def test_unused_ones_alone(root: Path) -> None:
    codebook = root / "annotations/codebook.yaml"
    codebook.write_text(codebook.read_text().replace("  inquiry:", "  extra: It is so\n  inquiry:"))
    shape = json.loads(run("propositions", "--unused", "--json").stdout)
    assert [(item["id"], item["status"], item["records"]) for item in shape] == [("extra", "unused", 0)]
    append(root / "annotations/south.yaml", "  - {id: x, kind: note, about: extra, body: y}\n")
    assert json.loads(run("propositions", "--unused", "--json").stdout) == []
