"""What is wrong in a file, with its place."""

from pathlib import Path

from tui.model import Severity
from tui.storage.yaml.builder import FAULT_LIMIT
from tui.storage.yaml.diagnostics import Diagnostics
from tui.storage.yaml.document import parse
from tui.storage.yaml.nodes import Mapping, Scalar


def diagnose(text: str) -> tuple[Diagnostics, Mapping]:
    diagnostics = Diagnostics(parse(text, Path("f")))
    root = diagnostics.document.root
    assert isinstance(root, Mapping)
    return diagnostics, root


def said(diagnostics: Diagnostics) -> list[str]:
    return [str(problem) for problem in diagnostics.problems]


def test_the_faults_of_the_document_are_errors() -> None:
    diagnostics, _ = diagnose("a: 1\na: 2\n")
    assert said(diagnostics) == ['f:2:1: the key "a" is used twice; remove one of the two']
    assert diagnostics.errors == 1


def test_a_warning_is_no_error() -> None:
    diagnostics, _ = diagnose("a: 1\n")
    diagnostics.warn(3, "odd")
    assert (said(diagnostics), diagnostics.errors) == (["f:1:4: odd"], 0)
    assert diagnostics.problems[0].severity is Severity.WARNING


def test_a_message_is_one_line() -> None:
    diagnostics, _ = diagnose("a: 1\n")
    diagnostics.error(0, "one\ntwo")
    assert said(diagnostics) == ["f:1:1: one two"]


def test_fields_are_texts_lists_or_mappings() -> None:
    diagnostics, root = diagnose("t: x\nl: [a, b]\nm: {k: v}\ne:\n")
    nodes = {name: node for name, (_, node) in root.entries.items()}
    assert diagnostics.text("t", nodes["t"]) == "x"
    assert diagnostics.texts("t", nodes["t"]) == ("x",)
    assert diagnostics.texts("l", nodes["l"]) == ("a", "b")
    assert diagnostics.texts("e", nodes["e"]) == ()
    assert diagnostics.mapping("m", nodes["m"]) is nodes["m"]
    assert diagnostics.mapping("e", nodes["e"]) is None
    assert diagnostics.mapping("none", None) is None
    assert not diagnostics.problems
    assert diagnostics.text("l", nodes["l"]) == ""
    assert diagnostics.texts("m", nodes["m"]) == ()
    assert diagnostics.mapping("t", nodes["t"]) is None
    assert said(diagnostics) == [
        "f:2:4: l must be text, but is a list; write l: some text",
        "f:3:4: m must be text or a list of texts; write m: [one, two]",
        "f:1:4: t must map names to values, but is text; write name: value below it",
    ]


def test_a_misspelling_is_only_sought_in_short_keys_and_in_few_of_them() -> None:
    diagnostics, _ = diagnose("a: 1\n")
    for name in ("speeker", "x" * 20, "k" * 31):
        diagnostics.warn_of_misspelling(Scalar(name, 0, 0), ("speaker", "k" * 30))
    assert said(diagnostics) == ['f:1:1: unknown key "speeker"; write speaker if that is meant']
    for number in range(200):
        diagnostics.warn_of_misspelling(Scalar(f"speakr{number}", 0, 0), ("speaker",))
    assert len(diagnostics.problems) == 1 + 97


def test_finishing_puts_the_problems_in_the_order_of_the_file() -> None:
    diagnostics, _ = diagnose("a: 1\nb: 2\n")
    diagnostics.error(5, "second")
    diagnostics.finish(parse("a: *x\nb: 2\n", Path("f")))
    assert [line.split(": ")[0] for line in said(diagnostics)] == ["f:1:4", "f:2:1"]


def test_so_many_problems_are_enough() -> None:
    diagnostics, _ = diagnose("a: 1\n")
    for _ in range(FAULT_LIMIT):
        assert not diagnostics.are_many
        diagnostics.error(0, "wrong")
    assert diagnostics.are_many
