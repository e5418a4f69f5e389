"""Explain the YAML parser's errors, with what to write instead."""

import re
from typing import Any

_UNREADABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_EXPLANATIONS = (
    ("tab character", "a tab is used where spaces are needed; indent with spaces"),
    (
        "mapping values are not allowed",
        'a ":" is not allowed here; put a text that contains ": " in quotes, or check the indentation',
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
    ("expected key", "this line is not a key of the mapping above it; check its indentation, and quote texts"),
    ("<document start>", "this line does not fit those above it; check its indentation, and quote texts"),
    ("expected node content", "a value is missing here; write one, or put the text in quotes"),
    ("undefined tag handle", "this is a tag; put a text that begins with ! in quotes"),
)


def explain_error(error: Any, text: str) -> tuple[int, str]:
    """Return the offset in code points and the explanation of an error."""
    mark = error.problem_mark or error.context_mark
    offset = min(mark.index, len(text)) if mark else 0
    if conflict := re.search(r"^(?:<{7} |>{7} |={7}$)", text, re.MULTILINE):
        return conflict.start(), "a merge left both versions here; keep one, and remove the <<<<<<< and >>>>>>> lines"
    problem = error.problem or "is not YAML"
    if "end of stream" in problem and error.context_mark:
        offset = error.context_mark.index
    if text[text.rfind("\n", 0, offset) + 1 : offset + 1].strip(" ").startswith("\t"):
        problem = "tab character"
    explanation = next((explanation for phrase, explanation in _EXPLANATIONS if phrase in problem), None)
    return offset, explanation or f"is not YAML here ({problem}); put texts with special characters in quotes"


def unreadable_character(text: str) -> tuple[int, str]:
    """Return the offset and the explanation of a character YAML forbids."""
    character = _UNREADABLE.search(text)
    if not character:
        return 0, "is not YAML; save it as UTF-8 text"
    if character[0] == "\0":
        return character.start(), "a NUL character is not allowed; this is not a text file, or it is damaged"
    code = ord(character[0])
    message = f'the character U+{code:04X} is not allowed in YAML; remove it or write "\\u{code:04x}"'
    return character.start(), message
