"""What the schema of REFI-QDA projects allows, written down by hand."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

from tui.formats.qdpx.project import NAMESPACE

_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_TEXT = "Description PlainTextContent PlainTextSelection Coding NoteRef"
CHILDREN = {
    "Project": "Users CodeBook Variables Cases Sources Notes Links Sets Graphs Description NoteRef",
    "Users": "User",
    "CodeBook": "Codes",
    "Codes": "Code",
    "Code": "Description NoteRef Code",
    "Cases": "Case",
    "Case": "Description CodeRef VariableValue SourceRef SelectionRef",
    "Sources": "TextSource",
    "TextSource": _TEXT,
    "Note": _TEXT,
    "PlainTextSelection": "Description Coding NoteRef",
    "Coding": "CodeRef NoteRef",
    "Notes": "Note",
    "Links": "Link",
}
"""What each element may have, in this order."""
REQUIRED = {
    "Project": "name",
    "User": "guid",
    "Code": "guid name isCodable",
    "Case": "guid",
    "TextSource": "guid",
    "Note": "guid",
    "PlainTextSelection": "guid startPosition endPosition",
    "Coding": "guid",
    "Link": "guid",
}
OPTIONAL = {
    "Project": "origin",
    "User": "name",
    "Case": "name",
    "TextSource": "name plainTextPath",
    "Note": "name creatingUser creationDateTime",
    "PlainTextSelection": "name creatingUser creationDateTime modifyingUser modifiedDateTime",
    "Coding": "creatingUser creationDateTime",
    "Link": "name direction originGUID targetGUID",
}


def parsed(xml: str) -> Element:
    """Return a project's root, with names without their namespace."""
    root = fromstring(xml.encode())
    for each in root.iter():
        assert each.tag.startswith(f"{{{NAMESPACE}}}")
        each.tag = each.tag.rpartition("}")[2]
    return root


def faults(root: Element) -> Iterator[str]:
    """Yield what the schema forbids, and ids that are twice or nowhere."""
    guids = [guid for each in root.iter() if (guid := each.get("guid"))]
    yield from (f"twice: {guid}" for guid in set(guids) if guids.count(guid) > 1)
    for each in root.iter():
        order = CHILDREN.get(each.tag, "").split()
        places = [order.index(child.tag) if child.tag in order else -1 for child in each]
        if places != sorted(places) or -1 in places:
            yield f"{each.tag} has {[child.tag for child in each]}"
        if order and len(order) == 1 and not len(each):
            yield f"{each.tag} is empty"
        yield from _attribute_faults(each, guids)


def _attribute_faults(element: Element, guids: list[str]) -> Iterator[str]:
    required = REQUIRED.get(element.tag, "targetGUID" if element.tag.endswith("Ref") else "").split()
    yield from (f"{element.tag} lacks {name}" for name in required if name not in element.attrib)
    for name, value in element.attrib.items():
        if name not in (*required, *OPTIONAL.get(element.tag, "").split()):
            yield f"{element.tag} has {name}"
        if name == "guid" and not _GUID.fullmatch(value):
            yield f"{name} {value}"
        if name.endswith("DateTime") and not _TIME.fullmatch(value):
            yield f"{name} {value}"
        if (name.endswith(("GUID", "User"))) and value not in guids:
            yield f"{name} {value} is nowhere"
