"""`diptych merge-driver`."""

from pathlib import Path

from command_line import run

BASE = "annotations:\n- id: a\n  kind: note\n  body: x\n"


def test_a_conflict_is_named_and_in_no_help(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("base", "ours", "theirs")]
    for file, body in zip(files, "xyz", strict=True):
        file.write_text(BASE.replace("x", body), encoding="utf-8")
    result = run("merge-driver", *map(str, files), "annotations/\x1b[2J.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "diptych: annotations/␛[2J.yaml: 1 conflict to settle; see diptych check\n"
    assert "merge-driver" not in run("--help").stdout
    files[1].write_text("a: [", encoding="utf-8")
    assert "was merged as text" in run("merge-driver", *map(str, files), "a.yaml").stderr
