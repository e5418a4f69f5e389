"""Documents made to hurt whoever reads them: 50 pages, texts and names.

    python tests/hostile/hostile_documents.py WORKSPACE

Add each to a workspace in one process, and print a line of JSON for each: its
name, the seconds of processor time, the peak memory so far in MiB, what became
of it, and the error if it was refused.
"""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from unicodedata import category

from memory import limit_memory, peak_memory

from tui.errors import DiptychError
from tui.intake.original import Original
from tui.model import Workspace
from tui.session.article_intake import IntakeOptions, add_extract, read_extracts

_WORDS = b"<p>The minister said that the bridge would be closed for three more weeks, at least, and perhaps four."
_MANY = 100_000


def pages() -> dict[str, bytes]:
    """Return pages of HTML, each with what it attacks."""
    deep = 30_000
    return {
        "less-than signs": b"<" * 400_000,
        "50 MB of less-than signs": b"<!doctype html>" + b"<" * 49_000_000,
        "more than 50 MB": b"<p>" + b"x" * 50_000_000,
        "nested divisions": b"<div>" * deep + _WORDS,
        "nested quotations": b"<blockquote>" * deep + _WORDS,
        "nested lists": b"<ul><li>" * deep + _WORDS,
        "nested tables": b"<table><tr><td>" * deep + _WORDS,
        "nested bold": b"<b>" * deep + _WORDS,
        "nested links": b"<a href=x>" * deep + _WORDS,
        "end tags without a start": b"<p>" + b"</b>" * _MANY + _WORDS,
        "end tags across a table": b"<b>" * 100 + b"<table>" + b"</b><td>" * (_MANY // 2),
        "open comments": b"<!--" * _MANY + _WORDS,
        "open declarations": b"<!" * _MANY + _WORDS,
        "open instructions": b"<?" * _MANY + _WORDS,
        "open CDATA": b"<![CDATA[" * _MANY + _WORDS,
        "open tags": b"<a " * _MANY + _WORDS,
        "open quotes": b"<a x='" * _MANY + b'<b y="' * _MANY,
        "open scripts": b"<script>" * _MANY,
        "open titles": b"<title><" * _MANY,
        "an attribute of 5 MB": b"<p title='" + b"x" * 5_000_000 + b"'>" + _WORDS,
        "a million attributes": b"<p " + b"a=b " * 1_000_000 + b">" + _WORDS,
        "a name of 5 MB": b"<" + b"x" * 5_000_000 + b">" + _WORDS,
        "a class of 5 MB": b"<div class='" + b"nav-" * 1_250_000 + b"'>" + _WORDS,
        "a style of 5 MB": b"<p style='" + b"display:" * 600_000 + b"'>" + _WORDS,
        "a word of 2 MB": b"<p>" + b"x" * 2_000_000,
        "a paragraph of marks": b"<p>" + b"word * _ ` [ ](" * 100_000,
        "100,000 line breaks": b"<p>" + b"<br>" * 100_000 + _WORDS,
        "200,000 entities": b"<p>" + b"&amp;&#x10ffff;&#0;&#xd800;" * 50_000,
        "a number of a million digits": b"<p>&#" + b"9" * 1_000_000 + b";" + _WORDS,
        "a list that begins at a million digits": b"<ol start=" + b"9" * 1_000_000 + b"><li>" + _WORDS,
        "a row of 200,000 cells": b"<table><tr>" + b"<td>x" * 200_000,
        "a table of 100,000 rows": b"<table>" + b"<tr><td>x<td>y" * 100_000,
        "JSON-LD that is deep": b"<script type=application/ld+json>" + b"[" * 1_000_000 + b"</script>" + _WORDS,
        "JSON-LD of large numbers": b"<script type=application/ld+json>[" + b"9" * 1_000_000 + b"]</script>" + _WORDS,
        "JSON-LD with surrogates": b'<script type=application/ld+json>{"@type":"Article","headline":"\\ud800\\u0000"}'
        b"</script>" + _WORDS,
        "a date of a million digits": b"<meta name=date content='" + b"1" * 1_000_000 + b"'>" + _WORDS,
        "a title of 5 MB": b"<title>" + b"x" * 5_000_000 + b"</title>" + _WORDS,
        "a title that leads elsewhere": b"<title>../../../../tmp/diptych-evil</title>" + _WORDS,
        "a title of control characters": b"<title>\x1b]52;c;x\x07\x00\xe2\x80\xae</title>" + _WORDS,
        "a title that is YAML": b"<title>x\nannotations: [{id: evil}]\n--- !!python/object:os.system</title>" + _WORDS,
        "scripts and handlers": b"<p onclick=evil() style='x:expression(evil())'><script>evil()</script>" + _WORDS,
        "links that run": b"<p><a href='javascript:evil()'>one</a> <a href='data:text/html,evil'>two</a>" + _WORDS,
        "control characters": b"<p>\x1b]52;c;x\x07\x9b31m\x00\x08" + _WORDS,
        "JSON-LD that is the page": b'<script type=application/ld+json>{"@type":"Article","headline":"x","articleBody":'
        b'"\\u001b]52;c;x\\u0007\\ud800 <b onclick=evil()>minister</b>"}</script>',
        "frames and objects": b"<iframe src='file:///etc/passwd'></iframe><object data=x></object>" + _WORDS,
        "a base and a refresh": b"<base href=file:///><meta http-equiv=refresh content='0;url=file:///x'>" + _WORDS,
        "an external entity": b"<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html>&x;" + _WORDS,
        "entities that grow": b"<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><html>&b;&b;" + _WORDS,
    }


def texts() -> dict[str, bytes]:
    """Return bytes that are no clean text."""
    return {
        "NUL characters": b"Words\0and\0more" * 1000,
        "lone surrogates": b"<meta charset=utf-8><p>\xed\xa0\x80\xed\xbf\xbf" + _WORDS,
        "bytes of no encoding": bytes(range(256)) * 1000,
        "an encoding that is none": b"<meta charset=rot13><p>\xff" + _WORDS,
        "an encoding that escapes": b"<meta charset=unicode_escape><p>\\x1b\\u0000" + _WORDS,
        "half of UTF-16": b"\xff\xfe<\0p\0>\0x",
        "only NUL": b"\0" * 1_000_000,
        "only blanks": b" \n" * 1_000_000,
        "empty": b"",
        "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    }


def documents() -> Iterator[tuple[str, Original]]:
    """Yield all documents, the pages with a hostile file name too."""
    for name, data in pages().items():
        yield name, Original(data.replace(b"minister", name.encode()), "../../../../tmp/diptych-evil.html")
    for name, data in texts().items():
        yield name, Original(data.replace(b"minister", name.encode()), "")


def main(root: Path) -> None:
    """Add each document, and print what became of it."""
    limit_memory(2000)
    workspace = Workspace(root, root / "articles")
    for name, original in documents():
        start = time.process_time()
        result = _outcome(workspace, original)
        seconds = time.process_time() - start
        print(json.dumps({"name": name, "seconds": round(seconds, 2), "peak": peak_memory(), **result}), flush=True)


def _outcome(workspace: Workspace, original: Original) -> dict[str, str]:
    try:
        (found,) = read_extracts(original, IntakeOptions())
        added = add_extract(workspace, original, found, IntakeOptions())
    except DiptychError as error:
        return {"error": str(error)}
    text = added.file.read_text("utf-8")
    control = {character for character in text if category(character) == "Cc"} - {"\n", "\t"}
    return {"file": str(added.file), "control": "".join(sorted(control)), "text": text[:2000]}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
