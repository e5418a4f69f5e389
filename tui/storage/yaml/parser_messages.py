"""What the YAML parser complains of, in plain words and with what to write instead."""

import re
from typing import Any

_UNREADABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_WORDS = (
    ("tab character", "a tab stands where spaces are needed; indent with spaces"),
    (
        "mapping values are not allowed",
        'a ":" stands where no key can begin; put a text that holds ": " in quotes, or check the indentation',
    ),
    ("unexpected end of stream", "a quotation mark is never closed; close it"),
    ("unknown escape", "this \\ escape is unknown; double the backslash, or use single quotes"),
    ("cannot start any token", 'a text cannot begin with this character; put it in quotes: "…"'),
    ("could not find expected ':'", 'a ":" is missing after this key; write key: value'),
    ("undefined alias", "this is an alias; write the value out, or put a text that begins with * in quotes"),
    ("expected ',' or ']'", "a list with brackets is not closed; close it with ]"),
    ("expected ',' or '}'", "a mapping with braces is not closed; close it with }"),
    ("'-' indicator", "this line does not belong to the list above it; begin it with - or check its indentation"),
    ("expected <block end>", "this line does not fit those above it; check its indentation, and quote texts"),
    ("expected key", "this line is no key of the mapping above it; check its indentation, and quote texts"),
    ("<document start>", "this line does not fit those above it; check its indentation, and quote texts"),
    ("expected node content", "a value is missing here; write one, or put the text in quotes"),
    ("undefined tag handle", "this is a tag; put a text that begins with ! in quotes"),
)


def explain_error(error: Any, text: str) -> tuple[int, str]:
    """Return the offset (in code points) and the plain words of a parser's error."""
    mark = error.problem_mark or error.context_mark
    index = min(mark.index, len(text)) if mark else 0
    if conflict := re.search(r"^(?:<{7} |>{7} |={7}$)", text, re.MULTILINE):
        return conflict.start(), "a merge left both versions here; keep one, and remove the <<<<<<< and >>>>>>> lines"
    problem = error.problem or "is not YAML"
    if "end of stream" in problem and error.context_mark:
        index = error.context_mark.index
    if text[text.rfind("\n", 0, index) + 1 : index + 1].strip(" ").startswith("\t"):
        problem = "tab character"
    words = next((words for sign, words in _WORDS if sign in problem), None)
    return index, words or f"is not YAML here ({problem}); put texts with special characters in quotes"


def unreadable_character(text: str) -> tuple[int, str]:
    """Return the offset (in code points) and the plain words for the first character that YAML forbids."""
    found = _UNREADABLE.search(text)
    if not found:
        return 0, "is not YAML; save it as UTF-8 text"
    if found[0] == "\0":
        return found.start(), "a NUL character stands here; this is not a text file, or it is damaged"
    code = ord(found[0])
    return (
        found.start(),
        f'the character U+{code:04X} cannot stand in YAML as it is; remove it or write "\\u{code:04x}"',
    )
