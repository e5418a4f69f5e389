"""The table of formats: a file is read as what it looks like."""

import pytest

from tui.errors import FormatError
from tui.formats.foreign import ImportFile
from tui.formats.import_format import IMPORT_FORMATS, companion_suffix, import_format

LOOKS = {
    "json": ImportFile("a.json", '{\n"format": "diptych",\n"version": 1, "records": []}'),
    "jsonld": ImportFile("a.JSON", '[{"@context": "http://www.w3.org/ns/anno.jsonld"}]'),
    "hypothesis": ImportFile("a.json", '{"rows": [{"id": "x", "uri": "http://x.example", "target": []}]}'),
    "brat": ImportFile("a.ann", "T1\tx 0 1\tA", "A"),
    "csv": ImportFile("a.CSV", "quote\nA"),
    "zotero": ImportFile("a.md", "“a” ([b](zotero://select/library/items/c))"),
    "callouts": ImportFile("a.md", ""),
    "doccano": ImportFile("a.jsonl", '{"text": "A", "label": [[0, 1, "x"]]}'),
    "label-studio": ImportFile("a.json", '[{"data": {"text": "A"}, "annotations": [{"result": []}]}]'),
}


@pytest.mark.parametrize("name", LOOKS)
def test_a_file_is_what_it_looks_like(name: str) -> None:
    assert import_format(LOOKS[name]).name == name


def test_a_name_chooses_before_the_looks() -> None:
    assert import_format(LOOKS["json"], "jsonld").name == "jsonld"


def test_each_format_reads_its_files() -> None:
    for name in ("json", "hypothesis", "brat", "csv", "zotero", "callouts", "doccano", "label-studio"):
        IMPORT_FORMATS[name].read(LOOKS[name])
    with pytest.raises(FormatError, match="annotation 1 is wrong"):
        IMPORT_FORMATS["jsonld"].read(LOOKS["jsonld"])


def test_a_file_of_no_format_is_refused_with_their_names() -> None:
    with pytest.raises(
        FormatError, match="one of json, jsonld, hypothesis, brat, csv, zotero, callouts, doccano, label-studio"
    ):
        import_format(ImportFile("a.json", "{}"))
    with pytest.raises(FormatError):
        import_format(ImportFile("a.exe", LOOKS["json"].text))


def test_most_files_have_no_companion() -> None:
    assert companion_suffix("a.json") == ""
    assert companion_suffix("a.ANN") == ".txt"


@pytest.mark.parametrize("text", ['{"a": 1,\n "b": }', "\n[1 2]", "a\n"])
def test_a_name_that_says_json_is_believed(text: str) -> None:
    with pytest.raises(FormatError, match="is not JSON; export it again") as refused:
        import_format(ImportFile("a.json", text))
    assert (refused.value.line, refused.value.column) == {"{": (2, 7), "\n": (2, 4), "a": (1, 1)}[text[0]]
    with pytest.raises(FormatError, match="is in no format that is known"):
        import_format(ImportFile("a.json", "[1, 2]"))
