"""Files to import that are made to hurt are read, or refused with a line."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.errors import FormatError
from tui.formats.foreign import ForeignDocument
from tui.formats.import_format import IMPORT_FORMATS
from tui.session.import_files import read_import

MAX_SECONDS = 5.0
DEEP = 100_000
PAGE = '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "id": "urn:x:1", "target": %s}'
RECORDS = '{"format": "diptych", "version": 1, "records": [%s]}'
LABELLED = '{"data": {"text": "abc"}, "annotations": [{"result": [%s]}]}'

HOSTILE = (
    *("[" * DEEP, '{"a":' * DEEP, "[" * DEEP + "]" * DEEP, "NaN", "null", "", "\0", "[1, 2]", '"x"', "\ufeff{}"),
    *('{"format": "diptych", "version": 1e999}', '{"format": "diptych", "version": NaN, "records": []}'),
    RECORDS % f'{{"id": "a", "kind": "claim", "spans": [[{"9" * 4000}, 2]], "quote": "x"}}',
    RECORDS % '{"id": "a", "id": "b", "kind": "claim", "kind": "note"}',
    RECORDS % '{"id": "a\\ud800", "kind": "claim", "body": "\\udfff\\u0000"}',
    RECORDS % '{"id": "a", "kind": "x", "speaker": {"a": 1}, "tags": 7, "quote": [1, null], "spans": {}, "body": []}',
    RECORDS % f'{{"id": "a", "kind": "claim", "own": {"[" * 400 + "]" * 400}}}',
    '{"format": "diptych", "version": 1, "accounts": [[1]], "propositions": 7, "kinds": {"a": 1}, "speakers": [null]}',
    *(PAGE % "7", PAGE % '{"source": [1], "selector": {"type": "TextQuoteSelector", "exact": 7}}'),
    PAGE % '[{"source": "urn:a", "selector": {"type": {"a": 1}}}]',
    PAGE % ('{"source": "urn:a", "selector": ' + '{"type": "X", "refinedBy": ' * 300 + "{}" + "}" * 301),
    PAGE % ('{"type": "List", "items": [' * 400 + '"urn:a"' + "]}" * 400),
    '{"type": "AnnotationPage", "first":' * 400 + "{}" + "}" * 400,
    '{"uri": "x", "target": 7, "id": "a", "references": {"a": 1}, "tags": [[1]], "user_info": 7, "document": [[]]}',
    '[{"uri": "x", "id": "a", "target": [{"selector": [7, {"type": "TextPositionSelector", "start": 1e400}]}]}]',
    *("quote,body\na\0b,c", 'quote\n"' + "x" * 3_000_000 + '"', 'quote\n"x\ny', "quote,Quote\na,b", "quote\rx\ry"),
    *("quote,start,end\nx,\u0663,99999999999999999999", "quote\n" + "x,y\n" * 3, ",".join(map(str, range(DEEP)))),
    *(f"T1\tX 0 {'9' * 4000}\tx", "T1\tX 0 1;0 1;5 2\tx", "T1\t\t", "#1\tAnnotatorNotes T1\tx", "T1\tX 1 0\tx"),
    *("E1\tX:E1 A:E1\nT1\tX 0 1\ta", f"T1\tX 0 1\ta\n#1\tKeys T1\t{'[' * DEEP}", "T1\t../../x 0 1\ta"),
    *("R1\tX Arg1:T1 Arg2:T9\nT1\tX 0 1\ta", "T1\tX 0 1\ta\n#1\tSpeaker T1\t\\ud800\\u0000"),
    *('{"text": "ab", "label": [[0, 99, "x"]]}', '{"text": "ab", "label": [[true, 1, "x"]]}', "[]\n{}"),
    '{"text": "ab", "entities": [{"start_offset": 0, "end_offset": 1, "label": {"a": 1}, "id": [1]}]}',
    LABELLED % f'{{"value": {{"start": 0, "end": {"9" * 400}, "labels": [{{"a": 1}}]}}}}',
    LABELLED % '{"to_name": {"a": 1}, "value": {"start": 0, "end": 1, "labels": ["x"]}}',
    *("> [!quote] x\n" * 3 + ">" * 5000, "> [!note] " + "*" * 100_000, "> [!note]\n> " + "[" * 100_000),
    *("\n".join(">" * depth + " [!note] x" for depth in range(1, 300)), "---\n" + "a: [" * 5000 + "\n---\n> x"),
)
"""Texts that one format or another takes for its own."""


def outcomes(folder: Path) -> Iterator[tuple[str, int, ForeignDocument | FormatError]]:
    """Read each text as each format, and yield what became of it."""
    for name, chosen in IMPORT_FORMATS.items():
        path = folder / f"a{chosen.suffixes[0]}"
        path.with_suffix(chosen.companion or ".none").write_text("ab", encoding="utf-8")
        for number, text in enumerate(HOSTILE):
            path.write_text(text, encoding="utf-8")
            try:
                yield name, number, read_import(path, name)
            except FormatError as error:
                yield name, number, error


def test_each_is_read_or_refused_soon(tmp_path: Path) -> None:
    started = time.process_time()
    for name, number, outcome in outcomes(tmp_path):
        where = f"{name}, {number}"
        if isinstance(outcome, FormatError):
            assert str(outcome).startswith(str(tmp_path / "a")), where
            assert "\n" not in str(outcome), where
            continue
        for each in outcome.annotations:
            annotation = each.annotation
            texts = (annotation.id, annotation.kind, annotation.body, *annotation.speaker, *annotation.tags)
            assert all(isinstance(text, str) for text in texts), where
            "".join((*texts, annotation.quote)).encode()  # no lone surrogate
    assert time.process_time() - started < MAX_SECONDS * len(IMPORT_FORMATS)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.json", '{"format": "diptych",\n\n x', "a.json:3:2: is not JSON; export it again"),
        ("a.json", RECORDS % '{"id": "a", "kind": "b"},\n{}', "a.json:2: is damaged: record 2 has no"),
        ("a.jsonld", "[" + PAGE % '"urn:a"' + ",\n" + PAGE % "[]" + "]", "a.jsonld:2: breaks the Web Annotation model"),
        ("a.jsonld", PAGE % ('{"type": "List", "items": [' * 400 + "7" + "]}" * 400), "is nested too deeply"),
        ("a.ann", "T1\tX 0 1\ta\nrubbish", "a.ann:2: is not of brat"),
        ("a.ann", "T1\tX 0 1\ta\nT2\tX 0 9\ta", "a.ann:2: T2 is not at a place"),
        ("a.jsonl", '{"text": "a", "label": []}\n{"label": 1}', "a.jsonl:2: is not of doccano"),
        ("a.jsonl", '{"text": "a", "label": []}\n{', "a.jsonl:2:2: is not JSON"),
    ],
    ids=lambda value: value if len(value) < 60 else "long",
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / "a.txt").write_text("ab", encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(FormatError) as raised:
        read_import(tmp_path / name)
    assert message in str(raised.value)
