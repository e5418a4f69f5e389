"""What pandoc reads in a Markdown document."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

READERS = ("markdown", "gfm", "commonmark_x")
MISSING = shutil.which("pandoc") is None
_QUOTATION_MARKS = {"DoubleQuote": ("“", "”"), "SingleQuote": ("‘", "’")}

Block = dict[str, Any]


def read_document(reader: str, source: str) -> dict[str, Any]:
    """Return the document that a reader of pandoc makes of Markdown."""
    command = ["pandoc", "-f", reader, "-t", "json"]
    result = subprocess.run(command, input=source.encode(), capture_output=True, check=True, timeout=60)
    document: dict[str, Any] = json.loads(result.stdout)
    return document


def as_html(reader: str, source: str) -> str:
    """Return the HTML that pandoc makes of Markdown."""
    command = ["pandoc", "-f", reader, "-t", "html"]
    return subprocess.run(command, input=source.encode(), capture_output=True, check=True, timeout=60).stdout.decode()


def plain_text(inlines: list[Block]) -> str:
    """Return inlines as text, with markup in angle brackets."""
    return "".join(map(_inline, inlines))


def paragraphs(blocks: list[Block]) -> Iterator[str]:
    """Yield the text of each paragraph in blocks, other blocks by name."""
    for block in blocks:
        if block["t"] in {"Para", "Plain"}:
            yield plain_text(block["c"])
        elif block["t"] == "Header":
            yield plain_text(block["c"][2])
        else:
            yield f"<{block['t']}>"


def _inline(part: Block) -> str:
    kind, content = part["t"], part.get("c", "")
    if kind == "Str":
        return str(content)
    if kind == "Quoted":
        opening, closing = _QUOTATION_MARKS[content[0]["t"]]
        return f"{opening}{plain_text(content[1])}{closing}"
    return {"Space": " ", "SoftBreak": "<soft>", "LineBreak": "\n"}.get(kind, f"<{kind}>")
